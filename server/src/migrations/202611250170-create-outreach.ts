import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, grantCaps, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
/** so long after it was begun, a mail nobody finished is taken over: the one who began it is gone */
const TAKEN_OVER = "interval '10 minutes'";
/** answers to one meeting; more is no meeting of ours, but somebody who floods it */
const MOST_ANSWERS = 500;

/**
 * A chapter writes to its members: what was sent, to whom and how it went, and the answers to an invitation, which nothing ties
 * to a member. A mail is claimed one by one, by a function that looks at the member as they are that moment.
 */
export const createOutreach: Migration = {
  id: "202611250170-create-outreach",
  up: ({ app, auth, bulk, job }) => `
${grantCaps({
  CHAPTER_LEADER: ["OUTREACH"],
  CHAPTER_BOARD: ["OUTREACH"],
  JOB_OUTREACH: ["OUTREACH_SEND", "UNIT_READ"],
})}

-- what opens a meeting's page for answers: unguessable, and the page says no more than the invitation does
alter table app.meeting add column rsvp_key uuid not null default gen_random_uuid();
create index meeting_by_rsvp_key on app.meeting (rsvp_key);

-- a message by e-mail in the chapter's name
create table app.outreach (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  meeting_id uuid,
  touchpoint_id uuid,
  language text not null check (language in ('nb', 'nn', 'en')),
  subject text not null check (length(subject) between 1 and 120),
  body text not null check (length(body) between 1 and 2000),
  sent_by uuid not null,
  sent_at timestamptz not null default now(),
  primary key (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, meeting_id) references app.meeting (chapter_id, id),
  foreign key (chapter_id, touchpoint_id) references app.touchpoint (chapter_id, id),
  foreign key (organization_id, sent_by) references app.seat (organization_id, id),
  check (meeting_id is not null or touchpoint_id is not null)
);
create index on app.outreach (chapter_id, sent_at);
create index on app.outreach (chapter_id, meeting_id);

-- one line a member and message
create table app.outreach_mail (
  organization_id uuid not null,
  chapter_id uuid not null,
  outreach_id uuid not null,
  member_id uuid not null,
  outcome text not null default 'QUEUED' check (outcome in ('QUEUED', 'SENT', 'SKIPPED', 'FAILED')),
  -- INTERRUPTED: handed over to the mail server or not, we did not live to see it
  reason text check (reason in ('LEFT', 'NEVER', 'NOT_NOW', 'NO_EMAIL', 'CALLED_OFF', 'MAIL_SERVER', 'INTERRUPTED')),
  at timestamptz not null default now(),
  primary key (chapter_id, outreach_id, member_id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, outreach_id) references app.outreach (chapter_id, id),
  foreign key (chapter_id, member_id) references app.member (chapter_id, id),
  check ((outcome in ('QUEUED', 'SENT')) = (reason is null))
);
create index on app.outreach_mail (chapter_id, member_id);

-- an answer to an invitation: nothing in it points at a member, and whoever holds the secret of it may change it
create table app.rsvp (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  answer text not null check (answer in ('YES', 'MAYBE', 'NO')),
  persons smallint not null check (persons between 1 and 5),
  name text check (length(name) between 1 and 80),
  primary key (chapter_id, id),
  unique (chapter_id, meeting_id, token_hash),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, meeting_id) references app.meeting (chapter_id, id)
);

${forceRowSecurity("app.outreach", "app.outreach_mail", "app.rsvp")}
${openTo(bulk, "all", "app.outreach", "app.outreach_mail", "app.rsvp")}

grant select, insert (organization_id, chapter_id, id, meeting_id, touchpoint_id, language, subject, body, sent_by) on app.outreach to ${app};
create policy outreach_read on app.outreach for select to ${app} using (chapter_id = any (authz.units('OUTREACH')));
create policy outreach_insert on app.outreach for insert to ${app} with check (chapter_id = any (authz.units('OUTREACH')) and sent_by = authz.seat_id());
grant select, insert (organization_id, chapter_id, outreach_id, member_id) on app.outreach_mail to ${app};
create policy outreach_mail_read on app.outreach_mail for select to ${app} using (chapter_id = any (authz.units('OUTREACH')));
create policy outreach_mail_insert on app.outreach_mail for insert to ${app} with check (chapter_id = any (authz.units('OUTREACH')));
grant select (organization_id, chapter_id, id, meeting_id, answer, persons, name), delete on app.rsvp to ${app};
create policy rsvp_read on app.rsvp for select to ${app} using (chapter_id = any (authz.units('OUTREACH')));
create policy rsvp_delete on app.rsvp for delete to ${app} using (chapter_id = any (authz.units('OUTREACH')));

grant select on app.outreach, app.outreach_mail to ${job};
create policy outreach_job_read on app.outreach for select to ${job} using (organization_id = authz.organization_wide('OUTREACH_SEND'));
create policy outreach_mail_job_read on app.outreach_mail for select to ${job} using (organization_id = authz.organization_wide('OUTREACH_SEND'));
grant update (outcome, reason, at) on app.outreach_mail to ${job};
create policy outreach_mail_job_update on app.outreach_mail for update to ${job} using (organization_id = authz.organization_wide('OUTREACH_SEND'));

${asRole(
  bulk,
  `
-- what keeps a message to all from a member, of what they have asked for; null: nothing does
create function authz.contact_wish(preference text, again_on date, on_day date) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when preference = 'NEVER' then 'NEVER' when preference = 'NOT_NOW' and coalesce(again_on, 'infinity') > on_day then 'NOT_NOW' end
$$;

-- too young to be written to past the guardian; of whom only the year is known the last day of it counts
create function authz.needs_guardian(birth_date date, birth_year smallint, age int, on_day date) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select coalesce(coalesce(birth_date, make_date(birth_year, 12, 31)) > (on_day - make_interval(years => age))::date, false)
$$;
grant execute on function authz.contact_wish(text, date, date), authz.needs_guardian(date, smallint, int, date) to ${app};

/* Takes one member's mail for the job, and gives the sealed addresses to send it to; no row: somebody else has it, it is done, or the
   member is no longer to have it, which the line then says. One at a time, so that a mail server that hangs holds one line. */
create function authz.claim_outreach_mail(the_chapter uuid, the_outreach uuid, the_member uuid)
returns table (email_ct bytea, guardian_ct bytea, by_guardian boolean) language plpgsql ${definer} as $$
declare org uuid := authz.organization_wide('OUTREACH_SEND'); l record; m record; why text;
begin
  select x.outcome, x.reason, x.at into l from app.outreach_mail x
   where x.organization_id = org and x.chapter_id = the_chapter and x.outreach_id = the_outreach and x.member_id = the_member for update skip locked;
  if not found or l.outcome in ('SENT', 'SKIPPED') or (l.reason = 'INTERRUPTED' and l.at > now() - ${TAKEN_OVER}) then return; end if;
  -- who is leaving or asks for peace this moment is waited for
  select x.email_ct, x.guardian_ct, x.left_on, authz.contact_wish(x.contact_preference, x.contact_again_on, authz.today()) as wish,
         authz.needs_guardian(x.birth_date, x.birth_year, o.self_join_age, authz.today()) as young into m
    from app.member x join app.organization o on o.id = x.organization_id where x.chapter_id = the_chapter and x.id = the_member for share of x;
  why := case
    when exists (select 1 from app.outreach u join app.meeting g on g.chapter_id = u.chapter_id and g.id = u.meeting_id
      where u.chapter_id = the_chapter and u.id = the_outreach and (g.cancelled_at is not null or g.held_on < authz.today())) then 'CALLED_OFF'
    when m.left_on <= authz.today() then 'LEFT'
    when m.wish is not null then m.wish
    when case when m.young then m.guardian_ct else m.email_ct end is null then 'NO_EMAIL' end;
  update app.outreach_mail x set outcome = case when why is null then 'FAILED' else 'SKIPPED' end, reason = coalesce(why, 'INTERRUPTED'), at = now()
   where x.chapter_id = the_chapter and x.outreach_id = the_outreach and x.member_id = the_member;
  if why is null then return query select case when not m.young then m.email_ct end, case when m.young then m.guardian_ct end, m.young; end if;
end $$;

-- names in answers go two weeks after the meeting, and who was mailed after 400 days
create function authz.forget_outreach() returns void language plpgsql ${definer} as $$
declare org uuid := authz.organization_wide('OUTREACH_SEND');
begin
  update app.rsvp r set name = null from app.meeting g
   where r.organization_id = org and r.name is not null and g.chapter_id = r.chapter_id and g.id = r.meeting_id
     and (g.held_on < authz.today() - 14 or g.cancelled_at < now() - interval '14 days');
  delete from app.outreach_mail x where x.organization_id = org and x.at < now() - interval '400 days';
end $$;
grant execute on function authz.claim_outreach_mail(uuid, uuid, uuid), authz.forget_outreach() to ${job};

-- a meeting as whoever holds its key sees it
create function authz.rsvp_page(page uuid) returns table (chapter text, kind text, title text, held_on date, starts_at text, place text, state text)
language plpgsql stable ${definer} as $$
begin
  return query select c.short_name, g.kind, g.title, g.held_on, to_char(g.starts_at, 'HH24:MI'), g.place,
      case when g.cancelled_at is not null then 'CALLED_OFF' when g.held_on < authz.today() then 'OVER' else 'OPEN' end
    from app.meeting g join app.chapter c on c.organization_id = g.organization_id and c.id = g.chapter_id
   where g.rsvp_key = page and g.kind <> 'BOARD_MEETING' and (c.closed_on is null or c.closed_on > authz.today());
end $$;

-- An answer, or another one by whoever gave it. Gives DONE, or why not: NOT_FOUND, CLOSED, FULL
create function authz.answer_rsvp(page uuid, token bytea, its_answer text, its_persons int, its_name text) returns text language plpgsql ${definer} as $$
declare g record;
begin
  select x.organization_id, x.chapter_id, x.id, p.state into g from app.meeting x cross join lateral authz.rsvp_page(page) p where x.rsvp_key = page;
  if not found then return 'NOT_FOUND'; end if;
  if g.state <> 'OPEN' then return 'CLOSED'; end if;
  perform pg_advisory_xact_lock(hashtextextended('rsvp ' || g.id, 0));
  if (select count(*) >= ${MOST_ANSWERS} and not bool_or(r.token_hash = token) from app.rsvp r where r.chapter_id = g.chapter_id and r.meeting_id = g.id) then return 'FULL'; end if;
  insert into app.rsvp (organization_id, chapter_id, meeting_id, token_hash, answer, persons, name)
  values (g.organization_id, g.chapter_id, g.id, token, its_answer, its_persons, its_name)
  on conflict (chapter_id, meeting_id, token_hash) do update set answer = excluded.answer, persons = excluded.persons, name = excluded.name;
  return 'DONE';
end $$;

-- A member does not want to be written to, by the link in a mail: from now on, wherever in the organization they are. True when there is such a member
create function authz.leave_member_alone(the_chapter uuid, the_member uuid) returns boolean language plpgsql ${definer} as $$
declare n int;
begin
  update app.member m set contact_preference = 'NOT_NOW', contact_again_on = null, rev = m.rev + 1
   where m.chapter_id in (select c.id from app.chapter h join app.chapter c on c.organization_id = h.organization_id where h.id = the_chapter) and m.id = the_member
     and m.left_on is null and m.contact_preference <> 'NEVER' and (m.contact_preference <> 'NOT_NOW' or m.contact_again_on is not null);
  get diagnostics n = row_count;
  return n > 0 or exists (select 1 from app.member m where m.chapter_id = the_chapter and m.id = the_member);
end $$;
grant execute on function authz.rsvp_page(uuid), authz.answer_rsvp(uuid, bytea, text, int, text), authz.leave_member_alone(uuid, uuid) to ${auth};
revoke execute on function authz.contact_wish(text, date, date), authz.needs_guardian(date, smallint, int, date), authz.claim_outreach_mail(uuid, uuid, uuid),
  authz.forget_outreach(), authz.rsvp_page(uuid), authz.answer_rsvp(uuid, bytea, text, int, text), authz.leave_member_alone(uuid, uuid) from public;
`,
)}
`,
};
