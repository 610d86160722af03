import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

/**
 * A board member's secret address for a calendar. Only the secret's hash is kept. The address gives what the seat may see of its own
 * chapter, without a person in it, for as long as the seat and the account last and it is not revoked; each is asked at every
 * reading, by the one function that reads it.
 */
export const createCalendarFeed: Migration = {
  id: "202611250145-create-calendar-feed",
  up: ({ app, bulk }) => `
create table app.calendar_feed (
  organization_id uuid not null,
  id uuid not null,
  seat_id uuid not null,
  account_id uuid not null references app.account (id),
  token_hash bytea not null check (length(token_hash) = 32),
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, seat_id) references app.seat (organization_id, id)
);
create unique index calendar_feed_one_a_seat on app.calendar_feed (organization_id, seat_id) where revoked_at is null;
create index on app.calendar_feed (token_hash);
${forceRowSecurity("app.calendar_feed")}
${openTo(bulk, "select", "app.calendar_feed")}

grant select (organization_id, id, seat_id, account_id, created_at, revoked_at), insert (organization_id, id, seat_id, account_id, token_hash), update (revoked_at)
  on app.calendar_feed to ${app};
create policy calendar_feed_own on app.calendar_feed for select to ${app} using (account_id = authz.uid());
create policy calendar_feed_make on app.calendar_feed for insert to ${app} with check (
  account_id = authz.uid() and seat_id = authz.seat_id() and organization_id = authz.organization('TOUCHPOINT_READ'));
create policy calendar_feed_revoke on app.calendar_feed for update to ${app} using (account_id = authz.uid());

${asRole(
  bulk,
  `
-- What the address shows: null for one that is none, revoked, of another's or of a seat that has ended. Tasks about members are a number a day.
create function authz.calendar_feed(token bytea) returns jsonb language plpgsql stable ${definer} as $$
declare f record;
begin
  select s.chapter_id, c.short_name as chapter, o.short_name as organization, coalesce(a.language, 'nb') as language into f
    from app.calendar_feed k
    join app.seat s on s.organization_id = k.organization_id and s.id = k.seat_id and s.account_id = k.account_id
    join app.account a on a.id = k.account_id and a.stopped_at is null
    join app.chapter c on c.organization_id = s.organization_id and c.id = s.chapter_id
    join app.organization o on o.id = s.organization_id
   where k.token_hash = token and k.revoked_at is null and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD')
     and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today());
  if not found then return null; end if;
  return jsonb_build_object('chapterId', f.chapter_id, 'chapter', f.chapter, 'organization', f.organization, 'language', f.language,
    'meetings', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'day', m.held_on, 'rev', m.rev, 'cancelled', m.cancelled_at is not null,
        'starts', extract(epoch from (m.held_on + m.starts_at) at time zone 'Europe/Oslo')::bigint) order by m.held_on, m.id)
       from app.meeting m where m.chapter_id = f.chapter_id and m.held_on between authz.today() - 60 and authz.today() + 400), '[]'),
    'duties', coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'day', t.due_on, 'rev', t.rev, 'name', v.definition -> 'name') order by t.due_on, t.id)
       from app.touchpoint t join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id
      where t.chapter_id = f.chapter_id and not t.about_member and num_nonnulls(t.closed_at, t.emptied_at, t.waived_at, t.cancelled_at) = 0
        and t.miss_on >= authz.today() and t.due_on <= authz.today() + 400), '[]'),
    'counted', coalesce((select jsonb_agg(jsonb_build_object('day', d.due_on, 'n', d.n) order by d.due_on) from (
       select t.due_on, count(*)::int as n from app.touchpoint t
        where t.chapter_id = f.chapter_id and t.about_member and num_nonnulls(t.closed_at, t.emptied_at, t.waived_at, t.cancelled_at) = 0
          and t.miss_on >= authz.today() and t.due_on <= authz.today() + 400 group by t.due_on) d), '[]'));
end $$;
grant execute on function authz.calendar_feed(bytea) to ${app};
`,
)}
`,
};
