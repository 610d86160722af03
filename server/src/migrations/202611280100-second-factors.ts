import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

// as in `create-access`, and one thing more: a session that waits for its second step is nobody
const HOLDS = `s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
     and s.revoked_at is null and s.hard_exp > now() and s.idle_until > now()
     and not exists (select 1 from app.account ac where ac.id = s.account_id and (ac.stopped_at is not null or (ac.second_factor and s.aal < 2)))`;
const definer = "stable security definer set search_path = pg_catalog, pg_temp cost 100000";

/**
 * Second factors: a code app and recovery codes. Only the sign-in module's role reads them. `account.second_factor` says that
 * there is one; from then on each of the account's sessions that has not given it is nobody to every function and policy.
 */
export const secondFactors: Migration = {
  id: "202611280100-second-factors",
  up: ({ auth, authz, bulk }) => `
alter table app.account add column second_factor boolean not null default false;

create table app.totp (
  account_id uuid primary key references app.account (id),
  secret_ct bytea not null,
  created_at timestamptz not null default now(),
  -- null until a code was given
  confirmed_at timestamptz,
  -- the newest half minute whose code was taken: it and those before are worth nothing
  last_step bigint not null default 0,
  last_used_at timestamptz
);
create table app.recovery_code (
  account_id uuid not null references app.account (id),
  code_hash bytea not null check (length(code_hash) = 32),
  created_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (account_id, code_hash)
);
${forceRowSecurity("app.totp", "app.recovery_code")}
${openTo(auth, "all", "app.totp", "app.recovery_code")}
${openTo(bulk, "all", "app.totp", "app.recovery_code")}

create function app.keep_second_factor() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare whose uuid := coalesce(new.account_id, old.account_id);
begin
  update app.account set second_factor = exists (select 1 from app.totp t where t.account_id = whose and t.confirmed_at is not null) where id = whose;
  return null;
end $$;
create trigger keep_second_factor after insert or delete or update of confirmed_at on app.totp for each row execute function app.keep_second_factor();
-- who has left, or is stopped, has nothing more to come in by
create function app.forget_factors() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from app.recovery_code where account_id = new.id;
  delete from app.totp where account_id = new.id;
  return null;
end $$;
create trigger forget_factors after update of stopped_at on app.account for each row
  when (old.stopped_at is null and new.stopped_at is not null) execute function app.forget_factors();
-- whoever listens in a session that is nobody now is asked again, and let go
create trigger tell_second_factor after update of second_factor on app.account for each row
  when (old.second_factor is distinct from new.second_factor) execute function app.tell_account();

${asRole(
  authz,
  `
create or replace function authz.uid() returns uuid language plpgsql ${definer} as $$
begin return (select s.account_id from app.session s where ${HOLDS}); end $$;

create or replace function authz.acting(out organization_id uuid, out role text, out unit_kind text, out region_id uuid, out chapter_id uuid, out seat_id uuid)
returns record language plpgsql ${definer} as $$
begin
  select coalesce(g.organization_id, s.organization_id), coalesce(g.role, s.task), coalesce(g.unit_kind, 'ORGANIZATION'), g.region_id, g.chapter_id, g.id
    into organization_id, role, unit_kind, region_id, chapter_id, seat_id
    from app.session s
    left join app.seat g on g.id = s.seat_id and g.account_id = s.account_id and s.kind = 'SEAT'
     and g.valid_from <= authz.today() and (g.valid_to is null or g.valid_to > authz.today())
   where ${HOLDS}
     and (s.kind = 'JOB' or g.id is not null);
end $$;

create or replace function authz.stepped_up(maxage interval) returns boolean language plpgsql ${definer} as $$
begin
  return coalesce((select s.aal >= 2 and s.stepup_at > now() - maxage from app.session s where ${HOLDS}), false);
end $$;

create or replace function authz.viewer(out account_id uuid, out account_name text, out language text, out digest_enabled boolean, out seat_id uuid,
  out organization_id uuid, out role text, out unit_kind text, out region_id uuid, out chapter_id uuid, out caps text[], out touch boolean, out today date)
returns record language plpgsql ${definer} as $$
begin
  select s.account_id, ac.name, ac.language, ac.digest_enabled, a.seat_id, a.organization_id, a.role, a.unit_kind, a.region_id, a.chapter_id,
         coalesce((select array_agg(rc.cap order by rc.cap) from app.role_cap rc where rc.role = a.role), '{}'),
         s.idle_until < now() + make_interval(secs => s.idle_seconds) - interval '1 minute', authz.today()
    into account_id, account_name, language, digest_enabled, seat_id, organization_id, role, unit_kind, region_id, chapter_id, caps, touch, today
    from app.session s join app.account ac on ac.id = s.account_id left join authz.acting() a on true
   where ${HOLDS};
  today := authz.today();
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
  insert into app.session (token_hash, kind, account_id, seat_id, idle_seconds, idle_until, hard_exp, aal)
  select secret, 'SEAT', o.account_id, o.seat_id, 120, now() + interval '2 minutes', now() + interval '2 minutes', 2
    from app.export_order o join app.seat s on s.organization_id = o.organization_id and s.id = o.seat_id and s.account_id = o.account_id
   where o.organization_id = org and o.id = the_order and o.state = 'MAKING' and o.expires_at > now()
     and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())
     and not exists (select 1 from app.account a where a.id = o.account_id and a.stopped_at is not null);
  if not found then return null; end if;
  return encode(secret, 'hex');
end $$;

-- A line in the trail of each organization one sits in: what happened to the way in, never a secret
create function authz.audit_account(account uuid, what text, facts jsonb) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id, detail)
  select s.organization_id, s.chapter_id, s.id, what, 'seat', s.id, facts from app.seat s
   where s.account_id = account and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today());
end $$;
revoke execute on function authz.audit_account(uuid, text, jsonb) from public;
grant execute on function authz.audit_account(uuid, text, jsonb) to ${auth};
`,
)}
`,
};
