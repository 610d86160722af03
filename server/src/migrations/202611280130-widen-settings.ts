import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
const inner = "set search_path = pg_catalog, pg_temp";

// as in create-privacy, with the organization's own time instead of two years
const BATCH = 5000;
const FINISHED = "num_nonnulls(closed_at, emptied_at, waived_at, cancelled_at) = 1";
const OVER = `(${FINISHED} or greatest(miss_on, exception_until) < authz.today())`;
const OVER_ON =
  "coalesce((coalesce(closed_at, emptied_at, waived_at, cancelled_at) at time zone 'Europe/Oslo')::date, greatest(miss_on, exception_until))";
const FORGOTTEN = `s.organization_id = org and s.member_id is not null and (s.due_on < followed_until
      or exists (select 1 from app.member m where m.chapter_id = s.chapter_id and m.id = s.member_id and m.contacts_emptied_on is not null))`;
const INVITATIONS = `i.organization_id = org and coalesce(i.accepted_at, i.revoked_at, i.expires_at) < now() - make_interval(days => rules.keep_invitations_days)`;

/**
 * What an organization decides for itself: what the middle tier is called, ages, the limit of small numbers with what it was before,
 * languages, a main colour, and times shorter than the longest. The longest is what the members are told.
 */
export const widenSettings: Migration = {
  id: "202611280130-widen-settings",
  up: ({ app, bulk, job }) => `
alter table app.organization
  drop constraint organization_region_term_check,
  add constraint organization_region_term_check check (region_term in ('region', 'county', 'district', 'circle', 'zone')),
  add constraint organization_ages check (min_age between 0 and self_join_age and self_join_age between 13 and 18 and digital_consent_age between 13 and 16
    and grant_age between 18 and 40 and (max_age is null or (max_age > self_join_age and max_age <= 120))) not valid,
  -- [{"until": day, "k": n}]: what the limit was before that day. A release reads the limit of its own day.
  add column suppression_before jsonb not null default '[]',
  add column suppression_reason text check (length(suppression_reason) between 1 and 200),
  add column languages text[] not null default '{nb,nn,en}' check (languages <@ '{nb,nn,en}' and 'nb' = any (languages)),
  add column main_colour text check (main_colour ~ '^#[0-9a-f]{6}$'),
  add column keep_follow_up_months smallint not null default 24 check (keep_follow_up_months between 6 and 24),
  add column keep_attendance_months smallint not null default 24 check (keep_attendance_months between 6 and 24),
  add column keep_invitations_days smallint not null default 90 check (keep_invitations_days between 30 and 90);
grant update (region_term, min_age, self_join_age, digital_consent_age, grant_age, max_age, suppression_k, suppression_reason, languages,
  main_colour, core_set_size, keep_follow_up_months, keep_attendance_months, keep_invitations_days) on app.organization to ${app};

-- whoever changes the limit, what it was until today is kept: the first of a day's changes counts, and nobody may write it otherwise
create function app.keep_limit() returns trigger language plpgsql ${inner} as $$
begin
  if not exists (select 1 from jsonb_array_elements(old.suppression_before) e where e ->> 'until' = authz.today()::text) then
    new.suppression_before := old.suppression_before || jsonb_build_object('until', authz.today()::text, 'k', old.suppression_k);
  end if;
  return new;
end $$;
revoke execute on function app.keep_limit() from public;
create trigger keep_limit before update of suppression_k on app.organization for each row
  when (new.suppression_k is distinct from old.suppression_k) execute function app.keep_limit();

create index on app.audit (organization_id, action, id desc) where subject_type = 'Organization';

${asRole(
  bulk,
  `
create function authz.limit_on(k smallint, earlier jsonb, on_day date) returns int language sql immutable ${inner} as $$
  select coalesce((select (e ->> 'k')::int from jsonb_array_elements(earlier) e where (e ->> 'until')::date > on_day order by (e ->> 'until')::date limit 1), k::int)
$$;
revoke execute on function authz.limit_on(smallint, jsonb, date) from public;
grant execute on function authz.limit_on(smallint, jsonb, date) to ${app}, ${job};

create or replace function authz.unlink_touchpoints(the_organization uuid, the_chapter uuid, the_member uuid, only_old boolean) returns int language plpgsql ${inner} as $$
declare n int; followed_until date;
begin
  select (authz.today() - make_interval(months => o.keep_follow_up_months))::date into followed_until from app.organization o where o.id = the_organization;
  update app.touchpoint t set member_id = null, unlinked_on = authz.today(), occurrence = '~' || t.id, steps_done = '{}', assignee_seat_id = null, meeting_id = null, rev = t.rev + 1,
         answers = coalesce((select jsonb_object_agg(a.key, a.value) from jsonb_each(t.answers) a
           join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id
           cross join lateral jsonb_array_elements(v.definition -> 'reportFields') f
          where f ->> 'key' = a.key and f ->> 'type' in ('NUMBER', 'RATING', 'AUTO', 'YES_NO', 'CHOICE', 'MULTI_CHOICE')), '{}')
   where (t.chapter_id, t.id) in (select x.chapter_id, x.id from app.touchpoint x
     where x.organization_id = the_organization and (the_chapter is null or x.chapter_id = the_chapter) and x.member_id is not null
       and (the_member is null or x.member_id = the_member) and ${OVER} and (not only_old or ${OVER_ON} < followed_until)
     limit case when only_old then ${BATCH} end);
  get diagnostics n = row_count;
  return n;
end $$;

create or replace function authz.retention(carry_out boolean) returns table (kind text, n int) language plpgsql ${definer} as $$
declare org uuid := authz.organization('RETENTION'); rules record; followed_until date; met_until date;
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  select o.keep_follow_up_months, o.keep_attendance_months, o.keep_invitations_days into rules from app.organization o where o.id = org;
  followed_until := (authz.today() - make_interval(months => rules.keep_follow_up_months))::date;
  met_until := (authz.today() - make_interval(months => rules.keep_attendance_months))::date;
  return query select 'JOURNEY', count(*)::int from app.touchpoint where organization_id = org and member_id is not null and ${OVER} and ${OVER_ON} < followed_until;
  return query select 'ATTENDANCE', count(*)::int from app.attendance a where a.organization_id = org and a.held_on < met_until;
  return query select 'SKIPPED', count(*)::int from app.trigger_skip s where ${FORGOTTEN};
  return query select 'GRANT_RECORD', count(*)::int from app.grant_record g where g.organization_id = org and g.keep_until < authz.today();
  return query select 'INVITATION', count(*)::int from app.invitation i where ${INVITATIONS};
  if carry_out then
    perform authz.unlink_touchpoints(org, null, null, true);
    delete from app.attendance a where a.organization_id = org and a.held_on < met_until;
    delete from app.trigger_skip s where ${FORGOTTEN};
    delete from app.grant_record g where g.organization_id = org and g.keep_until < authz.today();
    delete from app.invitation i where ${INVITATIONS};
  end if;
end $$;

-- who changed each setting last; and how many invitations are over for so many days: they name seats, not members
create function authz.settings_changes() returns table (action text, at timestamptz, actor_name text) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization_wide('SETTINGS_WRITE');
begin
  return query select x.action, a.at, s.holder_name from (values ('CRISIS_CONTACTS_CHANGED'), ('BURDEN_CAP_CHANGED'), ('MEMBER_GOAL_CHANGED'), ('ORGANIZATION_RENAMED'),
      ('LEVEL_NAMED'), ('AGES_CHANGED'), ('SMALL_NUMBERS_CHANGED'), ('LANGUAGES_CHANGED'), ('COLOUR_CHANGED'), ('CORE_SET_SIZE_CHANGED'), ('RETENTION_CHANGED')) x (action)
    cross join lateral (select l.at, l.actor_seat_id from app.audit l where l.organization_id = org and l.subject_type = 'Organization' and l.action = x.action
      order by l.id desc limit 1) a
    left join app.seat s on s.organization_id = org and s.id = a.actor_seat_id;
end $$;
create function authz.invitations_over(days int[]) returns table (after_days int, n int) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization_wide('SETTINGS_WRITE');
begin
  return query select d.after_days, count(i.id)::int from unnest(days) d (after_days)
    left join app.invitation i on i.organization_id = org and coalesce(i.accepted_at, i.revoked_at, i.expires_at) < now() - make_interval(days => d.after_days)
    group by 1 order by 1;
end $$;
revoke execute on function authz.settings_changes(), authz.invitations_over(int[]) from public;
grant execute on function authz.settings_changes(), authz.invitations_over(int[]) to ${app};
`,
)}
`,
};
