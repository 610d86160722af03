import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

// as in `second-factors`
const HOLDS = `s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
     and s.revoked_at is null and s.hard_exp > now() and s.idle_until > now()
     and not exists (select 1 from app.account ac where ac.id = s.account_id and (ac.stopped_at is not null or (ac.second_factor and s.aal < 2)))`;

/**
 * An organization may ask a second factor of those who hold its offices, by kind of role. The seat of such a role is nothing in a
 * session without one: the one who is signed in is themselves, and acts in no seat. Who held the seat before it was asked for
 * has two weeks.
 */
export const requiredFactors: Migration = {
  id: "202611290135-required-factors",
  up: ({ app, auth, authz, bulk }) => `
alter table app.organization
  add column second_factor text[] not null default '{}' check (second_factor <@ '{CHAPTER_BOARD,CHAPTER_LEADER,REGION,NATIONAL}'),
  -- when each kind was asked: {"NATIONAL": instant}
  add column second_factor_since jsonb not null default '{}',
  -- of those who may do everything, no factor that can be passed on to a page that looks like ours
  add column passkey_only boolean not null default false;
grant update (second_factor, passkey_only) on app.organization to ${app};

-- asking anew begins anew; nobody writes an earlier day
create function app.keep_second_factor_since() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.second_factor_since := (select coalesce(jsonb_object_agg(k, coalesce(old.second_factor_since -> k, to_jsonb(now()))), '{}') from unnest(new.second_factor) k);
  return new;
end $$;
revoke execute on function app.keep_second_factor_since() from public;
create trigger keep_second_factor_since before update of second_factor on app.organization for each row execute function app.keep_second_factor_since();

${asRole(
  authz,
  `
-- From which day a seat is nothing without a second factor; null: it asks for none
create function authz.factor_due(kinds text[], since jsonb, role text, given timestamptz) returns date language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when k = any (kinds) then
    case when given >= (since ->> k)::timestamptz then '-infinity'::date else ((since ->> k)::timestamptz at time zone 'Europe/Oslo')::date + 14 end end
  from (select case role when 'NATIONAL_ADMIN' then 'NATIONAL' when 'NATIONAL_EDITOR' then 'NATIONAL' when 'REGION_COORDINATOR' then 'REGION' else role end as k) kind
$$;
revoke execute on function authz.factor_due(text[], jsonb, text, timestamptz) from public;
grant execute on function authz.factor_due(text[], jsonb, text, timestamptz) to ${auth}, ${app};

create or replace function authz.acting(out organization_id uuid, out role text, out unit_kind text, out region_id uuid, out chapter_id uuid, out seat_id uuid)
returns record language plpgsql stable security definer set search_path = pg_catalog, pg_temp cost 100000 as $$
begin
  select coalesce(g.organization_id, s.organization_id), coalesce(g.role, s.task), coalesce(g.unit_kind, 'ORGANIZATION'), g.region_id, g.chapter_id, g.id
    into organization_id, role, unit_kind, region_id, chapter_id, seat_id
    from app.session s
    left join app.seat g on g.id = s.seat_id and g.account_id = s.account_id and s.kind = 'SEAT'
     and g.valid_from <= authz.today() and (g.valid_to is null or g.valid_to > authz.today())
    left join app.organization o on o.id = g.organization_id
   where ${HOLDS}
     and (s.kind = 'JOB' or (g.id is not null and case
       when o.second_factor = '{}' then true
       when s.aal >= 2 and (s.by_passkey or not (o.passkey_only and g.role = 'NATIONAL_ADMIN')) then true
       else coalesce(authz.factor_due(o.second_factor, o.second_factor_since, g.role, g.created_at) > authz.today(), true) end));
end $$;
`,
)}

${asRole(
  bulk,
  `
-- Ordered from a session that had given what it must: the short one that makes the file has too, and is never stepped up
create or replace function authz.mint_export_session(the_order uuid) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare secret bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')); org uuid := authz.organization_wide('EXPORT_MAKE');
begin
  insert into app.session (token_hash, kind, account_id, seat_id, idle_seconds, idle_until, hard_exp, aal, by_passkey)
  select secret, 'SEAT', o.account_id, o.seat_id, 120, now() + interval '2 minutes', now() + interval '2 minutes', 2, true
    from app.export_order o join app.seat s on s.organization_id = o.organization_id and s.id = o.seat_id and s.account_id = o.account_id
   where o.organization_id = org and o.id = the_order and o.state = 'MAKING' and o.expires_at > now()
     and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())
     and not exists (select 1 from app.account a where a.id = o.account_id and a.stopped_at is not null);
  if not found then return null; end if;
  return encode(secret, 'hex');
end $$;

create or replace function authz.settings_changes() returns table (action text, at timestamptz, actor_name text) language plpgsql stable security definer
set search_path = pg_catalog, pg_temp as $$
declare org uuid := authz.organization_wide('SETTINGS_WRITE');
begin
  return query select x.action, a.at, s.holder_name from (values ('CRISIS_CONTACTS_CHANGED'), ('BURDEN_CAP_CHANGED'), ('MEMBER_GOAL_CHANGED'), ('ORGANIZATION_RENAMED'),
      ('LEVEL_NAMED'), ('AGES_CHANGED'), ('SMALL_NUMBERS_CHANGED'), ('LANGUAGES_CHANGED'), ('COLOUR_CHANGED'), ('CORE_SET_SIZE_CHANGED'), ('RETENTION_CHANGED'),
      ('SECOND_FACTOR_CHANGED')) x (action)
    cross join lateral (select l.at, l.actor_seat_id from app.audit l where l.organization_id = org and l.subject_type = 'Organization' and l.action = x.action
      order by l.id desc limit 1) a
    left join app.seat s on s.organization_id = org and s.id = a.actor_seat_id;
end $$;
`,
)}
`,
};
