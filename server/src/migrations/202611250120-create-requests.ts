import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
const inner = "set search_path = pg_catalog, pg_temp";
const UNDECIDED = (t: string) => `num_nonnulls(${t}.closed_at, ${t}.emptied_at, ${t}.waived_at, ${t}.cancelled_at) = 0`;
const HELD = (g: string) =>
  `${g}.account_id is not null and ${g}.valid_from <= authz.today() and (${g}.valid_to is null or ${g}.valid_to > authz.today())`;
/** days in which an answer can be taken back, and after which one that nobody has given is said to wait long */
const DAYS = 7;

const DUTY_REASONS = {
  WAIVER: ["NOT_FOR_US", "DONE_ANOTHER_WAY", "DONE_WITH_OTHERS", "TOO_FEW_HANDS", "OTHER"],
  EXCEPTION: ["TOO_FEW_HANDS", "NEW_BOARD", "EXAMS_OR_HOLIDAY", "WAITING_FOR_OTHERS", "OTHER"],
};
const PERSON_REASONS = {
  WAIVER: ["ALREADY_IN_TOUCH", "WRONG_CHAPTER", "TWICE"],
  EXCEPTION: ["TOO_FEW_HANDS", "NEW_BOARD", "EXAMS_OR_HOLIDAY", "NOT_REACHED_YET"],
};
const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(", ");

/**
 * What a board asks of those who look after it: that a task does not apply, or more time. Answered by definer functions, since
 * those above have no hand on a chapter's touchpoints; each locks the touchpoint before the request, as the asking does.
 * A request about a member holds no words, and leaves the chapter without the touchpoint, its days or the member.
 */
export const createRequests: Migration = {
  id: "202611250120-create-requests",
  up: ({ app, bulk, job, owner }) => `
create table app.touchpoint_request (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  touchpoint_id uuid not null,
  template_id uuid not null,
  version_id uuid not null,
  about_member boolean not null,
  member_id uuid,
  kind text not null check (kind in ('WAIVER', 'EXCEPTION')),
  state text not null default 'ASKED' check (state in ('ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  reason text not null,
  words text check (length(words) between 1 and 300),
  -- how much longer the board would like, from the day it is answered
  wanted_days smallint check (wanted_days between 1 and 60),
  -- null: more time was given unasked
  asked_by uuid,
  asked_at timestamptz not null default now(),
  answer_code text check (answer_code in ('FINE', 'THANKS', 'TRY_ANYWAY', 'LET_US_TALK', 'APPLIES_TO_ALL')),
  answer text check (length(answer) between 1 and 300),
  until_on date,
  -- the exception there was before, for taking the answer back
  until_before date,
  decided_by uuid,
  decided_at timestamptz,
  withdrawn_at timestamptz,
  rev int not null default 1,
  reach_key text generated always as (chapter_id::text || case when about_member then ':persons' else ':duties' end) stored,
  primary key (chapter_id, id),
  foreign key (chapter_id, touchpoint_id) references app.touchpoint (chapter_id, id) on delete cascade,
  foreign key (chapter_id, member_id) references app.member (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  foreign key (organization_id, version_id) references app.template_version (organization_id, id),
  foreign key (organization_id, asked_by) references app.seat (organization_id, id),
  foreign key (organization_id, decided_by) references app.seat (organization_id, id),
  check (case when about_member then words is null and answer is null else member_id is null end),
  check (case when asked_by is null then kind = 'EXCEPTION' and not about_member and reason = 'UNASKED' and answer is not null and state <> 'ASKED'
              when about_member then kind = 'WAIVER' and reason in (${list(PERSON_REASONS.WAIVER)}) or kind = 'EXCEPTION' and reason in (${list(PERSON_REASONS.EXCEPTION)})
              else kind = 'WAIVER' and reason in (${list(DUTY_REASONS.WAIVER)}) or kind = 'EXCEPTION' and reason in (${list(DUTY_REASONS.EXCEPTION)}) end),
  check (about_member or reason <> 'OTHER' or words is not null),
  check ((kind = 'EXCEPTION') = (wanted_days is not null)),
  check ((decided_at is not null) = (state in ('ACCEPTED', 'DECLINED') or asked_by is null)),
  check ((decided_at is null) = (decided_by is null)),
  check ((withdrawn_at is not null) = (state = 'WITHDRAWN')),
  check (case when kind = 'EXCEPTION' then (until_on is not null) = (state = 'ACCEPTED' or asked_by is null) else until_on is null end),
  -- whoever is told no is told why
  check (state <> 'DECLINED' or answer_code is not null or answer is not null)
);
create unique index one_open_request on app.touchpoint_request (chapter_id, touchpoint_id) where state = 'ASKED';
create index request_by_touchpoint on app.touchpoint_request (chapter_id, touchpoint_id);
create index request_waiting on app.touchpoint_request (chapter_id, asked_at) where state = 'ASKED';
create index request_decided on app.touchpoint_request (chapter_id, decided_at) where decided_at is not null;
create index request_by_id on app.touchpoint_request (id);
create index request_by_member on app.touchpoint_request (chapter_id, member_id) where member_id is not null;

-- what it is about is the touchpoint's to say
create function app.fill_request() returns trigger language plpgsql ${inner} as $$
begin
  select t.organization_id, t.template_id, t.version_id, t.about_member, t.member_id into new.organization_id, new.template_id, new.version_id, new.about_member, new.member_id
    from app.touchpoint t where t.chapter_id = new.chapter_id and t.id = new.touchpoint_id;
  return new;
end $$;
create trigger fill_request before insert on app.touchpoint_request for each row execute function app.fill_request();
-- the policies cannot see what a row was before: the board takes back only what waits, and an answer is taken back to waiting
create function app.keep_request_order() returns trigger language plpgsql ${inner} as $$
begin
  if old.state = new.state or not (old.state = 'ASKED' or new.state = 'ASKED' and old.state in ('ACCEPTED', 'DECLINED') or new.state = 'WITHDRAWN' and old.asked_by is null and old.state = 'ACCEPTED') then
    raise exception 'a request does not go from % to %', old.state, new.state using errcode = 'VA012';
  end if;
  return new;
end $$;
create trigger keep_request_order before update of state on app.touchpoint_request for each row execute function app.keep_request_order();
revoke execute on function app.fill_request(), app.keep_request_order() from public;

${forceRowSecurity("app.touchpoint_request")}
${openTo(bulk, "all", "app.touchpoint_request")}
grant select, insert (organization_id, chapter_id, id, touchpoint_id, template_id, version_id, about_member, member_id, kind, reason, words, wanted_days, asked_by),
  update (state, withdrawn_at, rev) on app.touchpoint_request to ${app};
-- what is about a member is the board's own; those above read of it what authz.requests_above gives
create policy touchpoint_request_read on app.touchpoint_request for select to ${app} using (
  reach_key = any (authz.reach('TOUCHPOINT_READ', 'WAIVER_DECIDE')));
create policy touchpoint_request_insert on app.touchpoint_request for insert to ${app} with check (
  chapter_id = any (authz.units('TOUCHPOINT_WRITE')) and asked_by = authz.seat_id());
create policy touchpoint_request_withdraw on app.touchpoint_request for update to ${app}
  using (chapter_id = any (authz.units('TOUCHPOINT_WRITE'))) with check (state = 'WITHDRAWN' and asked_by is not null);

-- who is to hear of an answer is found by a job: whoever answers never learns which touchpoint of a member it was
grant select (organization_id, chapter_id, id, touchpoint_id, asked_by, state) on app.touchpoint_request to ${job};
create policy touchpoint_request_job_read on app.touchpoint_request for select to ${job} using (chapter_id = any (authz.units('TOUCHPOINT_READ')));

${asRole(
  bulk,
  `
-- Whoever sits on the board does not answer the board.
create function authz.sits_on_board(account uuid, chapter uuid) returns boolean language sql stable ${inner} as $$
  select exists (select 1 from app.seat g where g.account_id = account and g.chapter_id = chapter and g.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') and ${HELD("g")})
$$;

-- Whether a coordinator of the chapter's region could answer it; where none could, national does.
create function authz.has_answerer(organization uuid, chapter uuid) returns boolean language sql stable ${inner} as $$
  select exists (select 1 from app.chapter_region m join app.seat g on g.organization_id = m.organization_id and g.region_id = m.region_id and g.role = 'REGION_COORDINATOR' and ${HELD("g")}
    where m.organization_id = organization and m.chapter_id = chapter and m.valid_from <= authz.today() and (m.valid_to is null or m.valid_to > authz.today())
      and not authz.sits_on_board(g.account_id, chapter))
$$;

/* Answers a request; more time never takes time away. OK, NOT_FOUND, CONFLICT (answered or taken back meanwhile), GONE (what it was about is done or cancelled), OWN (the asker sits
   on that board), DAY (it gives no more time than there is; said of duties only, since it tells a date). */
create function authz.decide_request(request uuid, seen_rev int, yes boolean, last_day date, code text, said text) returns text language plpgsql ${definer} as $$
declare own uuid[] := authz.units('WAIVER_DECIDE'); r record; t record;
begin
  select * into r from app.touchpoint_request x where x.chapter_id = any (own) and x.id = request;
  if not found then return 'NOT_FOUND'; end if;
  if authz.sits_on_board(authz.uid(), r.chapter_id) then return 'OWN'; end if;
  select * into t from app.touchpoint x where x.chapter_id = r.chapter_id and x.id = r.touchpoint_id for update;
  select * into r from app.touchpoint_request x where x.chapter_id = r.chapter_id and x.id = request for update;
  if r.id is null or r.rev <> seen_rev or r.state <> 'ASKED' then return 'CONFLICT'; end if;
  if not (${UNDECIDED("t")}) then return 'GONE'; end if;
  if yes and r.kind = 'EXCEPTION' then
    if last_day is null or last_day <= authz.today() or last_day > authz.today() + 60 then return 'DAY'; end if;
    if not r.about_member and last_day <= greatest(case when t.late_allowed then t.miss_on else t.due_on end, t.exception_until) then return 'DAY'; end if;
  end if;
  update app.touchpoint_request x set state = case when yes then 'ACCEPTED' else 'DECLINED' end, answer_code = code, answer = case when r.about_member then null else said end,
         until_on = case when yes and r.kind = 'EXCEPTION' then last_day end, until_before = t.exception_until, decided_by = authz.seat_id(), decided_at = now(), rev = x.rev + 1
   where x.chapter_id = r.chapter_id and x.id = r.id;
  if yes then
    update app.touchpoint x set waived_at = case when r.kind = 'WAIVER' then now() end, exception_until = case when r.kind = 'EXCEPTION' then greatest(x.exception_until, last_day) else x.exception_until end, rev = x.rev + 1
     where x.chapter_id = r.chapter_id and x.id = r.touchpoint_id;
  end if;
  return 'OK';
end $$;

/* Takes an answer back within its days: the request waits again, and the touchpoint is as it was. Where its member has left, its chapter is closed or
   its version was withdrawn meanwhile, it is cancelled as it would have been. What was given unasked is just taken away. OK, NOT_FOUND, CONFLICT, OWN, LATE. */
create function authz.undo_decision(request uuid, seen_rev int) returns text language plpgsql ${definer} as $$
declare own uuid[] := authz.units('WAIVER_DECIDE'); r record; t record; because text;
begin
  select * into r from app.touchpoint_request x where x.chapter_id = any (own) and x.id = request;
  if not found then return 'NOT_FOUND'; end if;
  if authz.sits_on_board(authz.uid(), r.chapter_id) then return 'OWN'; end if;
  select * into t from app.touchpoint x where x.chapter_id = r.chapter_id and x.id = r.touchpoint_id for update;
  select * into r from app.touchpoint_request x where x.chapter_id = r.chapter_id and x.id = request for update;
  if r.id is null or r.rev <> seen_rev or r.state not in ('ACCEPTED', 'DECLINED') then return 'CONFLICT'; end if;
  if r.decided_at < now() - interval '${DAYS} days' then return 'LATE'; end if;
  -- the board has asked again since
  if exists (select 1 from app.touchpoint_request x where x.chapter_id = r.chapter_id and x.touchpoint_id = r.touchpoint_id and x.state = 'ASKED') then return 'CONFLICT'; end if;
  if r.state = 'ACCEPTED' and r.kind = 'WAIVER' and t.waived_at is not null and t.unlinked_on is null then
    because := case
      when exists (select 1 from app.chapter c where c.organization_id = t.organization_id and c.id = t.chapter_id and c.closed_on <= authz.today()) then 'CHAPTER_CLOSED'
      when exists (select 1 from app.member m where m.chapter_id = t.chapter_id and m.id = t.member_id and m.left_on <= authz.today()) then 'MEMBER_LEFT'
      when exists (select 1 from app.rollout_chapter c join app.rollout o on o.organization_id = c.organization_id and o.id = c.rollout_id
            where c.organization_id = t.organization_id and c.chapter_id = t.chapter_id and c.version_id = t.version_id and o.withdrawn_at >= r.decided_at) then 'VERSION_WITHDRAWN' end;
    update app.touchpoint x set waived_at = null, cancelled_at = case when because is not null then now() end, cancelled_because = because, rev = x.rev + 1
     where x.chapter_id = t.chapter_id and x.id = t.id;
  elsif r.state = 'ACCEPTED' and r.kind = 'EXCEPTION' and t.exception_until = r.until_on and t.unlinked_on is null then
    update app.touchpoint x set exception_until = r.until_before, rev = x.rev + 1 where x.chapter_id = t.chapter_id and x.id = t.id;
  end if;
  if r.asked_by is null then
    update app.touchpoint_request x set state = 'WITHDRAWN', withdrawn_at = now(), rev = x.rev + 1 where x.chapter_id = r.chapter_id and x.id = r.id;
  else
    update app.touchpoint_request x set state = 'ASKED', answer_code = null, answer = null, until_on = null, until_before = null, decided_by = null, decided_at = null, rev = x.rev + 1
     where x.chapter_id = r.chapter_id and x.id = r.id;
  end if;
  return 'OK';
end $$;

-- More time for a duty, unasked. OK, NOT_FOUND, CONFLICT (changed meanwhile), ASKED (the board's request waits for an answer), GONE, OWN, DAY.
create function authz.grant_exception(touchpoint uuid, seen_rev int, request uuid, last_day date, said text) returns text language plpgsql ${definer} as $$
declare own uuid[] := authz.units('WAIVER_DECIDE'); t record;
begin
  select * into t from app.touchpoint x where x.chapter_id = any (own) and x.id = touchpoint and not x.about_member for update;
  if not found then return 'NOT_FOUND'; end if;
  if authz.sits_on_board(authz.uid(), t.chapter_id) then return 'OWN'; end if;
  if not (${UNDECIDED("t")}) then return 'GONE'; end if;
  if t.rev <> seen_rev then return 'CONFLICT'; end if;
  if exists (select 1 from app.touchpoint_request x where x.chapter_id = t.chapter_id and x.touchpoint_id = t.id and x.state = 'ASKED') then return 'ASKED'; end if;
  if last_day <= authz.today() or last_day > authz.today() + 60
     or last_day <= greatest(case when t.late_allowed then t.miss_on else t.due_on end, t.exception_until) then return 'DAY'; end if;
  insert into app.touchpoint_request (organization_id, chapter_id, id, touchpoint_id, template_id, version_id, about_member, kind, state, reason, wanted_days, answer, until_on, until_before, decided_by, decided_at)
  values (t.organization_id, t.chapter_id, request, t.id, t.template_id, t.version_id, false, 'EXCEPTION', 'ACCEPTED', 'UNASKED', last_day - authz.today(), said, last_day, t.exception_until, authz.seat_id(), now());
  update app.touchpoint x set exception_until = last_day, rev = x.rev + 1 where x.chapter_id = t.chapter_id and x.id = t.id;
  return 'OK';
end $$;

-- Sends a duty's report back to the board with a note; no note takes that back. OK, NOT_FOUND, CONFLICT, GONE (there is no report to send back,
-- as where each of the board has confirmed: nobody could correct it).
create function authz.return_report(touchpoint uuid, seen_rev int, note text) returns text language plpgsql ${definer} as $$
declare own uuid[] := authz.units('WAIVER_DECIDE'); t record;
begin
  select * into t from app.touchpoint x where x.chapter_id = any (own) and x.id = touchpoint and not x.about_member for update;
  if not found then return 'NOT_FOUND'; end if;
  if t.rev <> seen_rev then return 'CONFLICT'; end if;
  if coalesce(t.closed_at, t.emptied_at) is null or (note is null and t.returned_at is null)
     or (note is not null and exists (select 1 from app.template_version v where v.organization_id = t.organization_id and v.id = t.version_id and v.definition ->> 'doneBy' = 'EACH'))
    then return 'GONE'; end if;
  update app.touchpoint x set returned_at = case when note is not null then now() end, returned_note = note, rev = x.rev + 1 where x.chapter_id = t.chapter_id and x.id = t.id;
  return 'OK';
end $$;

/* What boards in reach ask: what waits, oldest first, or what has been answered, newest first, from a place on. Of what is about a member neither the
   touchpoint nor its days, and when it has been answered only as long as the answer can be taken back. "mine": for national only what nobody in the
   region can answer or has answered in ${DAYS} days. "own": the asker sits on that board. */
create function authz.requests_above(waiting boolean, mine boolean, in_chapter uuid, of_kind text, only_id uuid, after_place bigint, after_id uuid, most int)
returns table (id uuid, place bigint, chapter_id uuid, chapter_name text, version_id uuid, touchpoint_id uuid, about_member boolean, occurrence text, due_on date, last_day date, kind text, state text, reason text,
  words text, wanted_days smallint, asked_by_name text, asked_at timestamptz, answer_code text, answer text, until_on date, decided_by_name text, decided_at timestamptz, rev int, own boolean, unattended boolean, current boolean)
language plpgsql stable ${definer} as $$
declare reach uuid[] := authz.units('WAIVER_DECIDE'); me uuid := authz.uid(); national boolean := authz.organization_wide('WAIVER_DECIDE') is not null;
begin
  return query
  with asked as materialized (
    select r.*, t.occurrence, t.due_on, greatest(case when t.late_allowed then t.miss_on else t.due_on end, t.exception_until) as last_day, ${UNDECIDED("t")} as current,
           (extract(epoch from case when waiting then r.asked_at else r.decided_at end) * 1000000)::bigint as place
      from app.touchpoint_request r join app.touchpoint t on t.chapter_id = r.chapter_id and t.id = r.touchpoint_id
     where r.chapter_id = any (reach) and (in_chapter is null or r.chapter_id = in_chapter) and (of_kind is null or r.kind = of_kind)
       and case when only_id is not null then r.id = only_id and r.state <> 'WITHDRAWN' and (r.state <> 'ASKED' or not r.about_member or ${UNDECIDED("t")})
                when waiting then r.state = 'ASKED' and ${UNDECIDED("t")} else r.state in ('ACCEPTED', 'DECLINED') end
       and (not r.about_member or r.decided_at is null or r.decided_at > now() - interval '${DAYS} days')),
  asking as materialized (
    select c.organization_id, c.id, c.short_name, authz.sits_on_board(me, c.id) as own, not authz.has_answerer(c.organization_id, c.id) as unattended
      from app.chapter c where c.id in (select x.chapter_id from asked x)),
  found as (
    select x.*, p.short_name, p.own, p.unattended from asked x join asking p on p.id = x.chapter_id
     where not mine or not national or p.unattended or x.asked_at < now() - interval '${DAYS} days')
  select f.id, f.place, f.chapter_id, f.short_name, f.version_id, case when not f.about_member then f.touchpoint_id end, f.about_member,
         case when not f.about_member then f.occurrence end, case when not f.about_member then f.due_on end, case when not f.about_member then f.last_day end, f.kind, f.state, f.reason, f.words, f.wanted_days,
         case when not f.about_member then a.holder_name end, f.asked_at, f.answer_code, f.answer, f.until_on, d.holder_name, f.decided_at, f.rev, f.own, f.unattended, f.current
    from found f left join app.seat a on a.organization_id = f.organization_id and a.id = f.asked_by left join app.seat d on d.organization_id = f.organization_id and d.id = f.decided_by
   where after_place is null or case when waiting then (f.place, f.id) > (after_place, after_id) else (f.place, f.id) < (after_place, after_id) end
   order by case when waiting then f.place end, case when not waiting then f.place end desc, case when waiting then f.id end, case when not waiting then f.id end desc limit most;
end $$;

-- For the front page: how many requests about duties wait for the asker, and whether there is any about a member; those are not counted.
create function authz.requests_waiting(out duties int, out about_members boolean) returns record language plpgsql stable ${definer} as $$
begin
  select count(*) filter (where not r.about_member)::int, coalesce(bool_or(r.about_member), false) into duties, about_members
    from authz.requests_above(true, true, null, null, null, null, null, 1000) r where not r.own;
end $$;

-- what has let go of its member keeps counting, and is asked about no longer
create function authz.forget_requests() returns trigger language plpgsql ${definer} as $$
begin
  delete from app.touchpoint_request r where r.chapter_id = new.chapter_id and r.touchpoint_id = new.id;
  return null;
end $$;
revoke execute on function authz.sits_on_board(uuid, uuid), authz.has_answerer(uuid, uuid), authz.forget_requests(), authz.decide_request(uuid, int, boolean, date, text, text),
  authz.undo_decision(uuid, int), authz.grant_exception(uuid, int, uuid, date, text), authz.return_report(uuid, int, text),
  authz.requests_above(boolean, boolean, uuid, text, uuid, bigint, uuid, int), authz.requests_waiting() from public;
grant execute on function authz.decide_request(uuid, int, boolean, date, text, text), authz.undo_decision(uuid, int), authz.grant_exception(uuid, int, uuid, date, text),
  authz.return_report(uuid, int, text), authz.requests_above(boolean, boolean, uuid, text, uuid, bigint, uuid, int), authz.requests_waiting() to ${app};
grant execute on function authz.forget_requests() to ${owner};
`,
)}
create trigger forget_requests after update of unlinked_on on app.touchpoint
  for each row when (old.unlinked_on is null and new.unlinked_on is not null) execute function authz.forget_requests();
`,
};
