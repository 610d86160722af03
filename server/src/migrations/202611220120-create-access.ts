import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

const CHAPTER_WORK = [
  "TOUCHPOINT_READ",
  "TOUCHPOINT_WRITE",
  "MEETING_READ",
  "MEETING_WRITE",
  "PLAN_READ",
  "PLAN_WRITE",
  "STATISTICS_READ",
  "STATISTICS_EXACT",
  "MEMBER_READ",
  "MEMBER_WRITE",
  "MEMBER_IMPORT",
  "SEAT_READ",
  "UNIT_READ",
];
const SEEN_FROM_ABOVE = [
  "TOUCHPOINT_UNBOUND_READ",
  "MEETING_READ",
  "PLAN_READ",
  "STATISTICS_READ",
  "SEAT_READ",
  "UNIT_READ",
];
const NATIONAL_WORK = [
  ...SEEN_FROM_ABOVE,
  "TEMPLATE_READ",
  "TEMPLATE_WRITE",
  "ROLLOUT",
  "SURVEY_WRITE",
  "WAIVER_DECIDE",
  "NUDGE",
];

/** The rights table: what a seat's role may do, in the seat's unit and below. The jobs' rights stand beside. */
export const ROLE_CAPS: Readonly<Record<string, readonly string[]>> = {
  CHAPTER_LEADER: [...CHAPTER_WORK, "SEAT_GRANT_BOARD", "AUDIT_READ"],
  CHAPTER_BOARD: CHAPTER_WORK,
  MENTOR: [...SEEN_FROM_ABOVE, "NUDGE"],
  REGION_COORDINATOR: [...SEEN_FROM_ABOVE, "WAIVER_DECIDE", "NUDGE"],
  NATIONAL_EDITOR: NATIONAL_WORK,
  NATIONAL_ADMIN: [
    ...NATIONAL_WORK,
    "MEMBER_IMPORT",
    "MEMBER_LOOKUP",
    "SEAT_GRANT",
    "UNIT_WRITE",
    "SETTINGS_WRITE",
    "AUDIT_READ",
  ],
  JOB_DIGEST: ["TOUCHPOINT_READ", "SEAT_READ", "UNIT_READ", "REMIND"],
  JOB_ROLLOUT: ["ROLLOUT", "TEMPLATE_READ", "UNIT_READ"],
  JOB_PUBLISH: ["STATISTICS_PUBLISH", "TEMPLATE_READ", "UNIT_READ"],
  JOB_INVITATION: ["SEAT_READ", "UNIT_READ"],
};

const rows = Object.entries(ROLE_CAPS)
  .flatMap(([role, caps]) => caps.map((cap) => `('${role}', '${cap}')`))
  .join(",\n  ");

// the session asked with holds: not ended, and its account not stopped (a job's has none); every function below asks it
const HOLDS = `s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
     and s.revoked_at is null and s.hard_exp > now() and s.idle_until > now()
     and not exists (select 1 from app.account ac where ac.id = s.account_id and ac.stopped_at is not null)`;
const SESSION = `app.session s where ${HOLDS}`;

const definer = "stable security definer set search_path = pg_catalog, pg_temp cost 100000";

/**
 * Who is asking, resolved inside the database from the hash of the session's secret: a forged or ended session is
 * nobody. A seat's days are Oslo days. `units(cap)` is the chapters the seat acted in reaches with that right;
 * `organization(cap)` its organization for what everyone in it shares; `organization_wide(cap)` only for a national seat.
 */
export const createAccess: Migration = {
  id: "202611220120-create-access",
  up: ({ app, auth, authz, job }) => `
create table app.role_cap (role text not null, cap text not null, primary key (role, cap));
insert into app.role_cap (role, cap) values
  ${rows};
${forceRowSecurity("app.role_cap")}
${openTo(authz, "select", "app.role_cap")}
${openTo(auth, "select", "app.role_cap")}

${asRole(
  authz,
  `
create function authz.today() returns date language sql stable set search_path = pg_catalog, pg_temp
as $$ select (now() at time zone 'Europe/Oslo')::date $$;

create function authz.uid() returns uuid language plpgsql ${definer} as $$
begin return (select s.account_id from ${SESSION}); end $$;

-- the seat acted in, or the job's rights in its organization
create function authz.acting(out organization_id uuid, out role text, out unit_kind text, out region_id uuid, out chapter_id uuid, out seat_id uuid)
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

create function authz.seat_id() returns uuid language plpgsql ${definer} as $$
begin return (select a.seat_id from authz.acting() a); end $$;

create function authz.organization(want text) returns uuid language plpgsql ${definer} as $$
begin
  return (select a.organization_id from authz.acting() a join app.role_cap rc on rc.role = a.role and rc.cap = want);
end $$;

create function authz.organization_wide(want text) returns uuid language plpgsql ${definer} as $$
begin
  return (select a.organization_id from authz.acting() a join app.role_cap rc on rc.role = a.role and rc.cap = want
           where a.unit_kind = 'ORGANIZATION');
end $$;

create function authz.units(want text) returns uuid[] language plpgsql ${definer} as $$
declare a record;
begin
  select t.* into a from authz.acting() t join app.role_cap rc on rc.role = t.role and rc.cap = want;
  if not found then return '{}'; end if;
  if a.unit_kind = 'CHAPTER' then return array[a.chapter_id]; end if;
  if a.unit_kind = 'REGION' then
    return coalesce((select array_agg(m.chapter_id) from app.chapter_region m
      where m.organization_id = a.organization_id and m.region_id = a.region_id
        and m.valid_from <= authz.today() and (m.valid_to is null or m.valid_to > authz.today())), '{}');
  end if;
  return coalesce((select array_agg(c.id) from app.chapter c where c.organization_id = a.organization_id), '{}');
end $$;

-- What is readable for two reasons, as one list of keys: a chapter's rows about persons with the first right, its duties with either
create function authz.reach(persons text, duties text) returns text[] language plpgsql ${definer} as $$
declare near uuid[] := authz.units(persons); far uuid[] := authz.units(duties);
begin
  return array(select u::text || ':persons' from unnest(near) u) || array(select u::text || ':duties' from unnest(near || far) u);
end $$;

-- an invitation is to a seat that the one who asks may grant, and lies in that seat's chapter
create function authz.may_invite(organization uuid, seat uuid, chapter uuid) returns boolean language plpgsql ${definer} as $$
begin
  return exists (select 1 from app.seat g where g.organization_id = organization and g.id = seat and g.chapter_id is not distinct from chapter
    and (g.organization_id = authz.organization_wide('SEAT_GRANT')
      or (g.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') and g.chapter_id = any (authz.units('SEAT_GRANT_BOARD')))));
end $$;

create function authz.stepped_up(maxage interval) returns boolean language plpgsql ${definer} as $$
begin
  return coalesce((select s.aal >= 2 and s.stepup_at > now() - maxage from ${SESSION}), false);
end $$;

-- one row about who is asking, for the door
create function authz.viewer(out account_id uuid, out account_name text, out language text, out digest_enabled boolean, out seat_id uuid,
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

grant execute on function authz.today(), authz.uid(), authz.seat_id(), authz.organization(text), authz.organization_wide(text), authz.units(text),
  authz.reach(text, text), authz.stepped_up(interval) to ${app}, ${job};
grant execute on function authz.may_invite(uuid, uuid, uuid) to ${app};
grant execute on function authz.today() to ${auth};
-- the door asks as every login role; to the others the answer is nobody
grant execute on function authz.viewer() to ${app}, ${auth}, ${job};
`,
)}

grant select on app.organization, app.region, app.chapter, app.chapter_region to ${app}, ${job};
create policy organization_read on app.organization for select to ${app}, ${job} using (id = authz.organization('UNIT_READ'));
create policy region_read on app.region for select to ${app}, ${job} using (organization_id = authz.organization('UNIT_READ'));
create policy chapter_read on app.chapter for select to ${app}, ${job} using (organization_id = authz.organization('UNIT_READ'));
create policy chapter_region_read on app.chapter_region for select to ${app}, ${job} using (organization_id = authz.organization('UNIT_READ'));

grant insert, update (name, closed_on, rev) on app.region to ${app};
create policy region_insert on app.region for insert to ${app} with check (organization_id = authz.organization_wide('UNIT_WRITE'));
create policy region_update on app.region for update to ${app} using (organization_id = authz.organization_wide('UNIT_WRITE'));
grant insert, update (name, short_name, county, municipalities, closed_on, rev) on app.chapter to ${app};
create policy chapter_insert on app.chapter for insert to ${app} with check (organization_id = authz.organization_wide('UNIT_WRITE'));
create policy chapter_update on app.chapter for update to ${app} using (organization_id = authz.organization_wide('UNIT_WRITE'));
grant insert, update (valid_to), delete on app.chapter_region to ${app};
create policy chapter_region_insert on app.chapter_region for insert to ${app} with check (organization_id = authz.organization_wide('UNIT_WRITE'));
create policy chapter_region_update on app.chapter_region for update to ${app} using (organization_id = authz.organization_wide('UNIT_WRITE'));
create policy chapter_region_delete on app.chapter_region for delete to ${app} using (organization_id = authz.organization_wide('UNIT_WRITE'));

-- own seats (to switch), own reach (to see a board)
grant select (organization_id, id, role, unit_kind, region_id, chapter_id, account_id, holder_name, valid_from, valid_to, granted_by, last_seen_on, created_at, rev),
  insert (organization_id, id, role, unit_kind, region_id, chapter_id, holder_name, valid_from, valid_to, granted_by), update (valid_to, rev) on app.seat to ${app};
grant select (organization_id, id, role, unit_kind, region_id, chapter_id, account_id, holder_name, valid_from, valid_to, granted_by) on app.seat to ${job};
create policy seat_read on app.seat for select to ${app}, ${job} using (
  chapter_id = any (authz.units('SEAT_READ')) or organization_id = authz.organization_wide('SEAT_READ') or account_id = authz.uid());
-- nobody grants more than the right says, and never a seat that already has a holder
create policy seat_insert on app.seat for insert to ${app} with check (
  account_id is null and granted_by = authz.seat_id() and (
    organization_id = authz.organization_wide('SEAT_GRANT')
    or (role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') and chapter_id = any (authz.units('SEAT_GRANT_BOARD')))));
-- and nobody makes a seat last longer: whoever goes on is given a new one
create function app.keep_seat_end() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if coalesce(new.valid_to, 'infinity') > coalesce(old.valid_to, 'infinity') then
    raise exception 'a seat cannot be prolonged' using errcode = 'VA007';
  end if;
  return new;
end $$;
create trigger keep_seat_end before update of valid_to on app.seat for each row execute function app.keep_seat_end();
create policy seat_update on app.seat for update to ${app} using (
  organization_id = authz.organization_wide('SEAT_GRANT')
  or (role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') and chapter_id = any (authz.units('SEAT_GRANT_BOARD'))));

grant select (organization_id, id, seat_id, chapter_id, created_at, sent_at, expires_at, accepted_at, revoked_at),
  insert (organization_id, id, seat_id, chapter_id, email_ct, expires_at), update (expires_at, revoked_at) on app.invitation to ${app};
grant select, update (token_hash, sent_at) on app.invitation to ${job};
create policy invitation_read on app.invitation for select to ${app}, ${job} using (
  chapter_id = any (authz.units('SEAT_READ')) or organization_id = authz.organization_wide('SEAT_READ'));
create policy invitation_insert on app.invitation for insert to ${app} with check (authz.may_invite(organization_id, seat_id, chapter_id));
create policy invitation_update on app.invitation for update to ${app} using (
  chapter_id = any (authz.units('SEAT_GRANT_BOARD')) or organization_id = authz.organization_wide('SEAT_GRANT'));
create policy invitation_job_update on app.invitation for update to ${job} using (organization_id = authz.organization('SEAT_READ'));

-- the one who asks, and no other account
grant select (id, name, language, digest_enabled) on app.account to ${app};
create policy account_self on app.account for select to ${app} using (id = authz.uid());
grant update (language, digest_enabled) on app.account to ${app};
create policy account_self_update on app.account for update to ${app} using (id = authz.uid());
`,
};
