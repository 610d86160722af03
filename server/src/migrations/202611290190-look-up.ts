import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
/** How long one card is open, how many times a day one may look, and how long it is remembered that somebody did. */
const HOURS = 3;
const A_DAY = 20;
const MONTHS = 24;

/**
 * The look-up of persons: a national administrator finds one member by exactly what the member gave (an address, a number), says why, and
 * has that one card open for three hours, to read. The chapter's leader is shown who looked, when and why, and the member's copy of their
 * data says so. What was searched for is kept nowhere; how many times is.
 */
export const lookUp: Migration = {
  id: "202611290190-look-up",
  up: ({ app, bulk, job }) => `
create table app.look_up (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  seat_id uuid not null,
  account_id uuid not null references app.account (id),
  reason text not null check (reason in ('MEMBER_ASKED', 'SAFETY', 'COMPLAINT', 'WRONG_CHAPTER', 'LAW')),
  words text not null check (length(words) between 1 and 200),
  -- to the millisecond, as a place in a list is told
  opened_at timestamptz not null default date_trunc('milliseconds', now()),
  expires_at timestamptz not null default date_trunc('milliseconds', now()) + interval '${HOURS} hours',
  seen_at timestamptz,
  primary key (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, seat_id) references app.seat (organization_id, id),
  foreign key (chapter_id, member_id) references app.member (chapter_id, id)
);
create index on app.look_up (chapter_id, member_id);
create index on app.look_up (chapter_id, opened_at);
create index on app.look_up (organization_id, seat_id, opened_at);
-- each time somebody looked, whether they found anybody or not, and nothing of whom they looked for
create table app.look_up_try (
  organization_id uuid not null references app.organization (id),
  id bigint generated always as identity,
  account_id uuid not null references app.account (id),
  at timestamptz not null default now(),
  primary key (organization_id, id)
);
-- the limit is a person's, whatever seats they have
create index on app.look_up_try (account_id, at);
${forceRowSecurity("app.look_up", "app.look_up_try")}
${openTo(bulk, "all", "app.look_up", "app.look_up_try")}
create trigger ask_step_up before insert on app.look_up_try for each statement execute function authz.ask_step_up();

${asRole(
  bulk,
  `
/* Finds one member of today by a blind index or a member number, and opens the card. NOBODY: none, or more than one. FULL: the day's
   number is used up. The last of it is told of. */
create function authz.look_up(the_id uuid, indexes bytea[], number text, why text, told text) returns text language plpgsql ${definer} as $$
declare org uuid := authz.organization_wide('MEMBER_LOOKUP'); me uuid := authz.uid(); seat uuid := authz.seat_id(); chapters uuid[] := authz.units('MEMBER_LOOKUP'); n int; found_in uuid[]; found_ids uuid[];
begin
  if org is null or me is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  -- one at a time, so that the twenty-first is the twenty-first
  perform pg_advisory_xact_lock(hashtextextended('look up ' || me::text, 0));
  select count(*)::int + 1 into n from app.look_up_try t where t.account_id = me and t.at > now() - interval '1 day';
  if n > ${A_DAY} then return 'FULL'; end if;
  insert into app.look_up_try (organization_id, account_id) values (org, me);
  if n = ${A_DAY} then
    insert into app.audit (organization_id, actor_seat_id, action, subject_type, subject_id, detail) values (org, seat, 'MANY_LOOKED_UP', 'Seat', seat, jsonb_build_object('n', n));
    perform authz.enqueue('tellBulkRead', jsonb_build_object('organizationId', org, 'seatId', seat, 'hour', floor(extract(epoch from now()))::bigint, 'lookUps', n));
  end if;
  -- two who share an address are no answer: whoever asks has their number, or the number of the member
  select array_agg(x.chapter_id), array_agg(x.id) into found_in, found_ids from app.member x
   where x.chapter_id = any (chapters) and (x.left_on is null or x.left_on > authz.today()) and x.contacts_emptied_on is null
     and (x.email_bidx = any (indexes) or x.mobile_bidx = any (indexes) or x.member_no = number);
  -- national reads that somebody looked; whom is for the chapter to read
  insert into app.audit (organization_id, actor_seat_id, action, subject_type, subject_id, detail)
  values (org, seat, 'PERSON_LOOKED_UP', 'Seat', seat, jsonb_build_object('reason', why, 'found', (coalesce(cardinality(found_ids), 0) = 1)::int));
  if coalesce(cardinality(found_ids), 0) <> 1 then return 'NOBODY'; end if;
  insert into app.look_up (organization_id, chapter_id, id, member_id, seat_id, account_id, reason, words) values (org, found_in[1], the_id, found_ids[1], seat, me, why, told);
  insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id, detail)
  values (org, found_in[1], seat, 'MEMBER_LOOKED_UP', 'Member', found_ids[1], jsonb_build_object('reason', why));
  return 'OPEN';
end $$;

-- the one card that whoever opened it may read, in the seat they opened it in, for three hours
create function authz.looked_up(the_id uuid) returns table (card app.member, fees jsonb) language plpgsql stable ${definer} as $$
begin
  return query select m, coalesce((select jsonb_agg(jsonb_build_object('year', f.year, 'paid_on', f.paid_on) order by f.year desc)
      from app.member_fee f where f.chapter_id = m.chapter_id and f.member_id = m.id), '[]')
    from app.look_up l join app.member m on m.chapter_id = l.chapter_id and m.id = l.member_id
   where l.id = the_id and l.organization_id = authz.organization_wide('MEMBER_LOOKUP') and l.seat_id = authz.seat_id() and l.account_id = authz.uid() and l.expires_at > now();
end $$;

-- who has looked, newest first: a chapter's leader reads of the chapter's members, and whoever looked what they did, without whom
create function authz.look_ups(the_id uuid, unseen boolean, before timestamptz, before_id uuid, most int)
returns table (id uuid, opened_at timestamptz, expires_at timestamptz, is_open boolean, reason text, words text, by_name text, chapter_name text, member_id uuid, member_name text, seen_at timestamptz)
language plpgsql stable ${definer} as $$
declare own uuid[] := authz.units('MEMBER_RIGHTS'); org uuid := authz.organization_wide('MEMBER_LOOKUP'); seat uuid := authz.seat_id();
begin
  return query select l.id, l.opened_at, l.expires_at, l.seat_id = seat and l.expires_at > now(), l.reason, l.words, s.holder_name, c.name,
      case when l.chapter_id = any (own) then l.member_id end, case when l.chapter_id = any (own) then trim(m.first_name || ' ' || m.last_name) end, l.seen_at
    from app.look_up l join app.member m on m.chapter_id = l.chapter_id and m.id = l.member_id
    join app.seat s on s.organization_id = l.organization_id and s.id = l.seat_id
    join app.chapter c on c.organization_id = l.organization_id and c.id = l.chapter_id
   where (l.chapter_id = any (own) or (l.organization_id = org and l.seat_id = seat))
     and (the_id is null or l.id = the_id) and (not unseen or l.seen_at is null) and (before is null or (l.opened_at, l.id) < (before, before_id))
   order by l.opened_at desc, l.id desc limit least(most, 101);
end $$;

create function authz.see_look_ups(ids uuid[]) returns void language plpgsql ${definer} as $$
begin
  update app.look_up l set seen_at = now() where l.chapter_id = any (authz.units('MEMBER_RIGHTS')) and l.id = any (ids) and l.seen_at is null;
end $$;

create function authz.forget_look_ups() returns void language plpgsql ${definer} as $$
begin
  delete from app.look_up where opened_at < now() - interval '${MONTHS} months';
  delete from app.look_up_try where at < now() - interval '2 days';
end $$;
revoke execute on function authz.look_up(uuid, bytea[], text, text, text), authz.looked_up(uuid), authz.look_ups(uuid, boolean, timestamptz, uuid, int),
  authz.see_look_ups(uuid[]), authz.forget_look_ups() from public;
grant execute on function authz.look_up(uuid, bytea[], text, text, text), authz.looked_up(uuid), authz.look_ups(uuid, boolean, timestamptz, uuid, int),
  authz.see_look_ups(uuid[]) to ${app};
grant execute on function authz.forget_look_ups() to ${job};
`,
)}
`,
};
