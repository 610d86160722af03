import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, grantCaps, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

/** What each scope of a token may do. Never a person: no right over members, contact data or the trail is here. */
export const SCOPE_CAPS = {
  STRUCTURE: ["UNIT_READ"],
  NUMBERS: ["UNIT_READ", "STATISTICS_READ"],
  DUTIES: ["UNIT_READ", "TOUCHPOINT_UNBOUND_READ"],
} as const;
const SCOPES = (Object.keys(SCOPE_CAPS) as (keyof typeof SCOPE_CAPS)[]).toSorted();

/** The rights of every set of scopes, under a role of its own: `INTEGRATION:DUTIES+NUMBERS`. */
const TOKEN_ROLES = Object.fromEntries(
  Array.from({ length: 2 ** SCOPES.length - 1 }, (_, at) => SCOPES.filter((_scope, bit) => ((at + 1) >> bit) & 1)).map(
    (set) => [`INTEGRATION:${set.join("+")}`, [...new Set(set.flatMap((scope) => SCOPE_CAPS[scope]))]],
  ),
);

const LIVE = `t.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex') and t.revoked_at is null and t.expires_at > now()`;

/**
 * Tokens for integrations. To the database a token is a session of its own kind: nobody's account, no seat, and of a role that is
 * its scopes. It lasts no longer than ninety days, than its owner's seat and account, and than what that seat may do. Whoever can
 * read the table of tokens finds hashes.
 */
export const integrationTokens: Migration = {
  id: "202611290170-integration-tokens",
  up: ({ app, authz, bulk, job }) => `
${grantCaps({ NATIONAL_ADMIN: ["INTEGRATION_WRITE"], JOB_INTEGRATION: ["INTEGRATION_TELL"], ...TOKEN_ROLES })}

create table app.integration_token (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  -- whose it is: it ends with their seat
  seat_id uuid not null,
  unit_kind text not null check (unit_kind in ('ORGANIZATION', 'REGION', 'CHAPTER')),
  region_id uuid,
  chapter_id uuid,
  scopes text[] not null check (scopes <@ array['${SCOPES.join("', '")}'] and cardinality(scopes) between 1 and ${SCOPES.length}),
  token_hash bytea not null check (length(token_hash) = 32),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_on date,
  -- when the owner was told that it ends soon
  told_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, seat_id) references app.seat (organization_id, id),
  foreign key (organization_id, region_id) references app.region (organization_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  check (expires_at <= created_at + interval '90 days'),
  check (case unit_kind when 'ORGANIZATION' then num_nonnulls(region_id, chapter_id) = 0
    when 'REGION' then region_id is not null and chapter_id is null else chapter_id is not null and region_id is null end)
);
create index on app.integration_token (token_hash);
${forceRowSecurity("app.integration_token")}
${openTo(authz, "select", "app.integration_token")}

grant select (organization_id, id, name, seat_id, unit_kind, region_id, chapter_id, scopes, created_at, expires_at, last_used_on, revoked_at),
  insert (organization_id, id, name, seat_id, unit_kind, region_id, chapter_id, scopes, token_hash, expires_at), update (revoked_at) on app.integration_token to ${app};
create policy integration_token_read on app.integration_token for select to ${app} using (organization_id = authz.organization_wide('INTEGRATION_WRITE'));
-- one's own, and nobody else's
create policy integration_token_make on app.integration_token for insert to ${app} with check (
  organization_id = authz.organization_wide('INTEGRATION_WRITE') and seat_id = authz.seat_id());
create policy integration_token_revoke on app.integration_token for update to ${app}
  using (organization_id = authz.organization_wide('INTEGRATION_WRITE') and revoked_at is null) with check (revoked_at is not null);
create trigger ask_step_up before insert on app.integration_token for each statement execute function authz.ask_step_up();

grant select (organization_id, id, seat_id, expires_at, told_at, revoked_at), update (told_at) on app.integration_token to ${job};
create policy integration_token_tell on app.integration_token for select to ${job} using (organization_id = authz.organization('INTEGRATION_TELL'));
create policy integration_token_told on app.integration_token for update to ${job} using (organization_id = authz.organization('INTEGRATION_TELL'));
grant select, update (last_used_on) on app.integration_token to ${bulk};
create policy integration_token_bulk_select on app.integration_token for select to ${bulk} using (true);
create policy integration_token_bulk_update on app.integration_token for update to ${bulk} using (true);

-- twenty at most that hold, also when two make one at once
create function app.keep_few_tokens() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('integration_token:' || new.organization_id, 0));
  if (select count(*) from app.integration_token t where t.organization_id = new.organization_id and t.revoked_at is null and t.expires_at > now()) >= 20 then
    raise exception 'twenty tokens at most' using errcode = 'VA022';
  end if;
  return new;
end $$;
revoke execute on function app.keep_few_tokens() from public;
create trigger keep_few_tokens before insert on app.integration_token for each row execute function app.keep_few_tokens();

${asRole(
  authz,
  `
-- The token asked with, if it holds: not revoked or past its day, its owner's seat and account last, and that seat may itself do all it may
create function authz.integration(out token_id uuid, out organization_id uuid, out role text, out unit_kind text, out region_id uuid, out chapter_id uuid,
  out scopes text[], out last_used_on date) returns record language plpgsql stable ${definer} cost 100000 as $$
begin
  select t.id, t.organization_id, r.name, t.unit_kind, t.region_id, t.chapter_id, t.scopes, t.last_used_on
    into token_id, organization_id, role, unit_kind, region_id, chapter_id, scopes, last_used_on
    from app.integration_token t
    cross join lateral (select 'INTEGRATION:' || array_to_string(array(select distinct x from unnest(t.scopes) x order by x), '+') as name) r
    join app.seat g on g.organization_id = t.organization_id and g.id = t.seat_id and g.unit_kind = 'ORGANIZATION'
     and g.valid_from <= authz.today() and (g.valid_to is null or g.valid_to > authz.today())
    join app.account ac on ac.id = g.account_id and ac.stopped_at is null
    join app.role_cap own on own.role = g.role and own.cap = 'INTEGRATION_WRITE'
   where ${LIVE}
     and not exists (select 1 from app.role_cap rc where rc.role = r.name
           and not exists (select 1 from app.role_cap o where o.role = g.role and o.cap = rc.cap));
end $$;
revoke execute on function authz.integration() from public;

-- Who acts is a person or a job as before, and otherwise a token. It has no account and no seat: authz.uid() and authz.seat_id() are null.
alter function authz.acting() rename to acting_person;
create function authz.acting(out organization_id uuid, out role text, out unit_kind text, out region_id uuid, out chapter_id uuid, out seat_id uuid)
returns record language plpgsql stable ${definer} cost 100000 as $$
declare a record;
begin
  a := authz.acting_person();
  if a.organization_id is null then
    a := authz.integration();
    if a.organization_id is null then return; end if;
    organization_id := a.organization_id; role := a.role; unit_kind := a.unit_kind; region_id := a.region_id; chapter_id := a.chapter_id;
    return;
  end if;
  organization_id := a.organization_id; role := a.role; unit_kind := a.unit_kind; region_id := a.region_id; chapter_id := a.chapter_id; seat_id := a.seat_id;
end $$;
revoke execute on function authz.acting() from public;
grant execute on function authz.acting() to ${bulk};

-- one row about the token, for the door; what stands for an account is nobody's, and what stands for a seat is the token
create function authz.integration_viewer(out account_id uuid, out account_name text, out language text, out digest_enabled boolean, out seat_id uuid,
  out organization_id uuid, out role text, out unit_kind text, out region_id uuid, out chapter_id uuid, out caps text[], out scopes text[], out touch boolean, out today date)
returns record language plpgsql stable ${definer} cost 100000 as $$
declare t record := authz.integration();
begin
  today := authz.today();
  if t.organization_id is null then return; end if;
  account_id := '00000000-0000-0000-0000-000000000000'; account_name := ''; digest_enabled := false; seat_id := t.token_id;
  organization_id := t.organization_id; role := t.role; unit_kind := t.unit_kind; region_id := t.region_id; chapter_id := t.chapter_id; scopes := t.scopes;
  caps := coalesce((select array_agg(rc.cap order by rc.cap) from app.role_cap rc where rc.role = t.role), '{}');
  touch := t.last_used_on is distinct from today;
end $$;
revoke execute on function authz.integration_viewer() from public;
grant execute on function authz.integration_viewer() to ${app};
grant execute on function authz.integration() to ${bulk};
`,
)}

${asRole(
  bulk,
  `
-- Notes the day the token asked with was used, and in the trail that it was for the first time; by its owner's seat, for it has none
create function authz.touch_integration() returns void language plpgsql ${definer} as $$
declare t record := authz.integration();
begin
  if t.organization_id is null or t.last_used_on is not distinct from authz.today() then return; end if;
  with before as (select x.organization_id, x.id, x.seat_id, x.last_used_on from app.integration_token x
                   where x.organization_id = t.organization_id and x.id = t.token_id for update),
       noted as (update app.integration_token x set last_used_on = authz.today() from before b where x.organization_id = b.organization_id and x.id = b.id)
  insert into app.audit (organization_id, actor_seat_id, action, subject_type, subject_id)
  select b.organization_id, b.seat_id, 'TOKEN_FIRST_USED', 'integration', b.id from before b where b.last_used_on is null;
end $$;
revoke execute on function authz.touch_integration() from public;
grant execute on function authz.touch_integration() to ${app};
`,
)}
`,
};
