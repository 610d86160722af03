import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
const stable = `stable ${definer} cost 100000`;
const GIVES =
  "(chapter_id = any (authz.units('SEAT_GRANT_BOARD')) or organization_id = authz.organization_wide('SEAT_GRANT'))";
// as in `create-access`
const HELD =
  "g.account_id is not null and g.valid_from <= authz.today() and (g.valid_to is null or g.valid_to > authz.today())";

/** The rights that show or reach persons. A right that is not here never does: `safe-people.test.ts` knows every other by name. */
export const PERSON_CAPS = [
  "MEMBER_READ",
  "MEMBER_WRITE",
  "MEMBER_IMPORT",
  "MEMBER_LOOKUP",
  "MEMBER_RIGHTS",
  "OUTREACH",
] as const;

/**
 * Safe people. Where an organization asks for it, a seat sees persons when its police certificate has been shown (a day and who saw it,
 * never the paper) and its holder has accepted the declaration of confidentiality that holds now. Until then the rights that reach
 * persons are none to the database, and of tasks there are the chapter's duties alone.
 */
export const safePeople: Migration = {
  id: "202611290150-safe-people",
  up: ({ app, auth, authz, bulk, job }) => `
alter table app.organization
  add column safe_people boolean not null default false,
  -- how long a certificate that was shown is good for
  add column attest_years smallint not null default 3 check (attest_years between 1 and 5);
grant update (safe_people, attest_years) on app.organization to ${app};

-- each wording there has been, never changed: who accepts, accepts a numbered one
create table app.declaration (
  organization_id uuid not null references app.organization (id),
  version int not null check (version > 0),
  words jsonb not null,
  made_at timestamptz not null default now(),
  made_by uuid not null,
  primary key (organization_id, version),
  foreign key (organization_id, made_by) references app.seat (organization_id, id)
);
create table app.seat_papers (
  organization_id uuid not null,
  chapter_id uuid,
  seat_id uuid not null,
  attest_shown_on date,
  attest_seen_by uuid,
  declaration_version int,
  declaration_at timestamptz,
  primary key (organization_id, seat_id),
  foreign key (organization_id, seat_id) references app.seat (organization_id, id),
  foreign key (organization_id, attest_seen_by) references app.seat (organization_id, id),
  foreign key (organization_id, declaration_version) references app.declaration (organization_id, version),
  check ((attest_shown_on is null) = (attest_seen_by is null)),
  check ((declaration_version is null) = (declaration_at is null))
);
${forceRowSecurity("app.declaration", "app.seat_papers")}
${openTo(authz, "select", "app.declaration", "app.seat_papers")}
${openTo(bulk, "all", "app.seat_papers")}
${openTo(bulk, "select", "app.declaration")}
grant select, insert (organization_id, version, words, made_by) on app.declaration to ${app};
create policy declaration_read on app.declaration for select to ${app} using (organization_id = authz.organization('UNIT_READ'));
create policy declaration_insert on app.declaration for insert to ${app} with check (
  organization_id = authz.organization_wide('SETTINGS_WRITE') and made_by = authz.seat_id());
grant select on app.seat_papers to ${app};
create policy seat_papers_read on app.seat_papers for select to ${app} using (seat_id = authz.seat_id() or ${GIVES});

${asRole(
  authz,
  `
create function authz.about_persons(cap text) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select cap = any (array[${PERSON_CAPS.map((cap) => `'${cap}'`).join(", ")}])
$$;

-- what a seat lacks before it may see persons; nothing where its organization does not ask
create function authz.lacks_papers(the_seat uuid) returns text[] language plpgsql ${stable} as $$
declare s record;
begin
  select g.organization_id, o.attest_years into s from app.seat g join app.organization o on o.id = g.organization_id and o.safe_people where g.id = the_seat;
  if not found then return '{}'; end if;
  return (select array_remove(array[
      case when p.attest_shown_on is null or p.attest_shown_on + make_interval(years => s.attest_years) <= authz.today() then 'ATTEST' end,
      case when p.declaration_version is distinct from (select max(d.version) from app.declaration d where d.organization_id = s.organization_id) then 'DECLARATION' end], null)
    from (select 1) one left join app.seat_papers p on p.organization_id = s.organization_id and p.seat_id = the_seat);
end $$;

-- the first day a seat's certificate is too old; null where there is none, or none is asked for
create function authz.attest_until(the_seat uuid) returns date language plpgsql ${stable} as $$
begin
  return (select (p.attest_shown_on + make_interval(years => o.attest_years))::date from app.seat_papers p
    join app.organization o on o.id = p.organization_id and o.safe_people where p.seat_id = the_seat);
end $$;

create function authz.my_papers_lack() returns text[] language plpgsql ${stable} as $$
begin return authz.lacks_papers(authz.seat_id()); end $$;

create or replace function authz.organization(want text) returns uuid language plpgsql ${stable} as $$
begin
  return (select a.organization_id from authz.acting() a join app.role_cap rc on rc.role = a.role and rc.cap = want
           where not authz.about_persons(want) or authz.lacks_papers(a.seat_id) = '{}');
end $$;

create or replace function authz.organization_wide(want text) returns uuid language plpgsql ${stable} as $$
begin
  return (select a.organization_id from authz.acting() a join app.role_cap rc on rc.role = a.role and rc.cap = want
           where a.unit_kind = 'ORGANIZATION' and (not authz.about_persons(want) or authz.lacks_papers(a.seat_id) = '{}'));
end $$;

create or replace function authz.units(want text) returns uuid[] language plpgsql ${stable} as $$
declare a record;
begin
  select t.* into a from authz.acting() t join app.role_cap rc on rc.role = t.role and rc.cap = want;
  if not found then return '{}'; end if;
  if authz.about_persons(want) and authz.lacks_papers(a.seat_id) <> '{}' then return '{}'; end if;
  if a.unit_kind = 'CHAPTER' then return array[a.chapter_id]; end if;
  if a.unit_kind = 'REGION' then
    return coalesce((select array_agg(m.chapter_id) from app.chapter_region m
      where m.organization_id = a.organization_id and m.region_id = a.region_id
        and m.valid_from <= authz.today() and (m.valid_to is null or m.valid_to > authz.today())), '{}');
  end if;
  return coalesce((select array_agg(c.id) from app.chapter c where c.organization_id = a.organization_id), '{}');
end $$;

-- whoever lacks papers keeps the duties, and nothing about persons
create or replace function authz.reach(persons text, duties text) returns text[] language plpgsql ${stable} as $$
declare near uuid[] := authz.units(persons); far uuid[] := authz.units(duties); open boolean := authz.my_papers_lack() = '{}';
begin
  return array(select u::text || ':persons' from unnest(near) u where open) || array(select u::text || ':duties' from unnest(near || far) u);
end $$;

create or replace function authz.viewer(out account_id uuid, out account_name text, out language text, out digest_enabled boolean, out seat_id uuid,
  out organization_id uuid, out role text, out unit_kind text, out region_id uuid, out chapter_id uuid, out caps text[], out touch boolean, out today date)
returns record language plpgsql ${stable} as $$
begin
  select s.account_id, ac.name, ac.language, ac.digest_enabled, a.seat_id, a.organization_id, a.role, a.unit_kind, a.region_id, a.chapter_id,
         coalesce((select array_agg(rc.cap order by rc.cap) from app.role_cap rc where rc.role = a.role
                    and (authz.lacks_papers(a.seat_id) = '{}' or not authz.about_persons(rc.cap))), '{}'),
         s.idle_until < now() + make_interval(secs => s.idle_seconds) - interval '1 minute', authz.today()
    into account_id, account_name, language, digest_enabled, seat_id, organization_id, role, unit_kind, region_id, chapter_id, caps, touch, today
    from app.session s join app.account ac on ac.id = s.account_id left join authz.acting() a on true
   where s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
     and s.revoked_at is null and s.hard_exp > now() and s.idle_until > now() and ac.stopped_at is null and not (ac.second_factor and s.aal < 2);
  today := authz.today();
end $$;

revoke execute on function authz.about_persons(text), authz.lacks_papers(uuid), authz.attest_until(uuid), authz.my_papers_lack() from public;
grant execute on function authz.about_persons(text) to ${app}, ${auth};
grant execute on function authz.my_papers_lack() to ${app}, ${job}, ${bulk};
-- what the page may show of any of a person's seats
grant execute on function authz.lacks_papers(uuid), authz.attest_until(uuid) to ${auth}, ${bulk};
`,
)}

-- what opens persons to somebody is asked about again
create trigger ask_step_up before insert on app.seat_papers for each row when (new.attest_shown_on is not null) execute function authz.ask_step_up();
create trigger ask_step_up_again before update of attest_shown_on on app.seat_papers for each row
  when (new.attest_shown_on is distinct from old.attest_shown_on) execute function authz.ask_step_up();

-- a task about a member is changed by those who may see it, and what a board says beside one is read by them
create policy touchpoint_persons on app.touchpoint as restrictive for update to ${app} using (not about_member or chapter_id = any (authz.units('MEMBER_READ')));
create policy touchpoint_request_persons on app.touchpoint_request as restrictive for update to ${app} using (not about_member or chapter_id = any (authz.units('MEMBER_READ')));
create policy touchpoint_request_ask on app.touchpoint_request as restrictive for insert to ${app} with check (not about_member or chapter_id = any (authz.units('MEMBER_READ')));
create policy touchpoint_comment_persons on app.touchpoint_comment as restrictive for all to ${app} using (member_id is null or chapter_id = any (authz.units('MEMBER_READ')));

${asRole(
  bulk,
  `
/* A certificate was shown to the one who acts: by the chapter's leader, whose own papers are in order, or by national; never for a
   seat of one's own. Null takes a record back. UNREACHED: no such seat to look after; OWN; UNSEEN: the one who acts lacks papers; DAY: not within its years. */
create function authz.record_attest(the_seat uuid, shown_on date) returns text language plpgsql ${definer} as $$
declare g record; national boolean;
begin
  select s.organization_id, s.chapter_id, s.account_id, o.attest_years, ${HELD.replaceAll("g.", "s.")} as held into g from app.seat s
    join app.organization o on o.id = s.organization_id
   where s.id = the_seat and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD', 'NATIONAL_ADMIN');
  if not found then return 'UNREACHED'; end if;
  national := coalesce(g.organization_id = authz.organization_wide('SEAT_GRANT'), false);
  if not g.held or not (national or g.chapter_id = any (authz.units('SEAT_GRANT_BOARD'))) is true then return 'UNREACHED'; end if;
  if g.account_id = authz.uid() then return 'OWN'; end if;
  if not national and authz.my_papers_lack() <> '{}' then return 'UNSEEN'; end if;
  if shown_on > authz.today() or shown_on + make_interval(years => g.attest_years) <= authz.today() then return 'DAY'; end if;
  insert into app.seat_papers as p (organization_id, chapter_id, seat_id, attest_shown_on, attest_seen_by)
  values (g.organization_id, g.chapter_id, the_seat, shown_on, case when shown_on is not null then authz.seat_id() end)
  on conflict (organization_id, seat_id) do update set attest_shown_on = excluded.attest_shown_on, attest_seen_by = excluded.attest_seen_by;
  return 'DONE';
end $$;

-- the papers of the seats one looks after that reach persons, where the organization asks for them
create function authz.papers_of_seats() returns table (seat_id uuid, lacks text[], attest_until date) language plpgsql stable ${definer} as $$
begin
  return query select g.id, authz.lacks_papers(g.id), authz.attest_until(g.id) from app.seat g join app.organization o on o.id = g.organization_id and o.safe_people
    where ${HELD} and g.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD', 'NATIONAL_ADMIN')
      and (g.chapter_id = any (authz.units('SEAT_GRANT_BOARD')) or g.organization_id = authz.organization_wide('SEAT_GRANT'));
end $$;

-- the holder accepts the wording that holds now, for every seat they have in the organization
create function authz.accept_declaration(the_version int) returns boolean language plpgsql ${definer} as $$
declare org uuid := authz.organization('UNIT_READ'); me uuid := authz.uid();
begin
  if the_version is distinct from (select max(d.version) from app.declaration d where d.organization_id = org) then return false; end if;
  insert into app.seat_papers as p (organization_id, chapter_id, seat_id, declaration_version, declaration_at)
  select g.organization_id, g.chapter_id, g.id, the_version, now() from app.seat g
   where g.organization_id = org and g.account_id = me and ${HELD}
  on conflict (organization_id, seat_id) do update set declaration_version = excluded.declaration_version, declaration_at = excluded.declaration_at;
  return found;
end $$;

-- a seat that is over needs no papers: the law has them gone then
create function authz.forget_papers() returns void language plpgsql ${definer} as $$
begin
  delete from app.seat_papers p using app.seat g where g.organization_id = p.organization_id and g.id = p.seat_id and g.valid_to <= authz.today();
end $$;
revoke execute on function authz.papers_of_seats(), authz.record_attest(uuid, date), authz.accept_declaration(int), authz.forget_papers() from public;
grant execute on function authz.papers_of_seats(), authz.record_attest(uuid, date), authz.accept_declaration(int) to ${app};
grant execute on function authz.forget_papers() to ${job};
`,
)}
`,
};
