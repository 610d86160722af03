import type { Migration } from "./migration.js";
import { asRole, openTo, forceRowSecurity } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

// nobody has done anything with it: the board loses nothing when it is given another version, or taken away
const UNCLOSED = "num_nonnulls(t.closed_at, t.emptied_at, t.waived_at, t.cancelled_at) = 0";
const UNTOUCHED =
  "t.started_at is null and t.outcome is null and t.attempts = 0 and t.meeting_id is null and t.answers = '{}' and t.steps_done = '{}'";

/**
 * A version's whole life: pilots, several versions in force at once while a new one goes out in waves, and which chapter has
 * which from when to when (`rollout_chapter`, now a row for every chapter of every roll-out).
 */
export const widenVersions: Migration = {
  id: "202611230100-widen-versions",
  up: ({ app, bulk, job }) => `
-- until a new version has reached every chapter, the one before is in force where it is
drop index app.one_published;
alter table app.template_version drop constraint template_version_check;
alter table app.template_version add column piloted_at timestamptz, add column closed_at timestamptz,
  add check (state = 'DRAFT' or num_nonnulls(piloted_at, published_at) > 0), add check (state <> 'PUBLISHED' or published_at is not null);

create or replace function app.keep_version_immutable() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'DRAFT' then raise exception 'a published version cannot be deleted' using errcode = 'VA001'; end if;
    return old;
  end if;
  if old.state = 'DRAFT' then return new; end if;
  if (new.definition, new.major, new.minor, new.about_member, new.template_id, new.piloted_at)
     is distinct from (old.definition, old.major, old.minor, old.about_member, old.template_id, old.piloted_at)
     or (old.published_at is not null and new.published_at is distinct from old.published_at) then
    raise exception 'a published version cannot be changed' using errcode = 'VA001';
  end if;
  -- forwards; and back into force when what came after it is withdrawn
  if new.state <> old.state and (old.state || '>' || new.state) not in
     ('PILOT>PUBLISHED', 'PILOT>CLOSING', 'PILOT>CLOSED', 'PUBLISHED>CLOSING', 'PUBLISHED>CLOSED', 'CLOSING>CLOSED', 'CLOSING>PUBLISHED', 'CLOSED>PUBLISHED') then
    raise exception 'a version does not go from % to %', old.state, new.state using errcode = 'VA001';
  end if;
  return new;
end $$;
grant update (piloted_at) on app.template_version to ${app};

alter table app.rollout
  add column lifted_count int not null default 0,
  add column cancelled_count int not null default 0,
  add column left_count int not null default 0,
  -- why chapters may go above the cap, where any does
  add column cap_reason text check (length(cap_reason) between 1 and 500),
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawn_because text check (length(withdrawn_because) between 1 and 500),
  -- what taking it back did
  add column withdrawn_lifted int not null default 0,
  add column withdrawn_cancelled int not null default 0,
  add column withdrawn_left int not null default 0,
  add foreign key (organization_id, withdrawn_by) references app.seat (organization_id, id),
  add check ((withdrawn_at is null) = (withdrawn_by is null));
grant update (touchpoint_count, lifted_count, cancelled_count, left_count, ended_on, withdrawn_at, withdrawn_by, withdrawn_because,
  withdrawn_lifted, withdrawn_cancelled, withdrawn_left, rev) on app.rollout to ${app};
create policy rollout_update on app.rollout for update to ${app} using (organization_id = authz.organization_wide('ROLLOUT'))
  with check (withdrawn_by is null or withdrawn_by = authz.seat_id());

-- the version a chapter has of a template: in force from from_day until the day before until_day
alter table app.rollout_chapter add column template_id uuid, add column version_id uuid, add column from_day date, add column until_day date,
  -- the roll-out that came after it here
  add column cut_by uuid;
${asRole(
  bulk,
  `
insert into app.rollout_chapter (organization_id, rollout_id, chapter_id)
select r.organization_id, r.id, c.id from app.rollout r join app.template_version v on v.organization_id = r.organization_id and v.id = r.version_id
  join app.chapter c on c.organization_id = r.organization_id and (v.about_member or not c.direct_members)
 where r.all_chapters on conflict do nothing;
update app.rollout_chapter rc set template_id = r.template_id, version_id = r.version_id, from_day = greatest(r.effective_from, c.opened_on)
  from app.rollout r, app.chapter c where r.organization_id = rc.organization_id and r.id = rc.rollout_id and c.organization_id = rc.organization_id and c.id = rc.chapter_id;
update app.rollout_chapter rc set until_day = greatest(rc.from_day, coalesce(x.next_from, x.ended_on)), cut_by = x.next_rollout
  from (select rc.organization_id, rc.rollout_id, rc.chapter_id, r.ended_on,
               lead(rc.from_day) over (partition by rc.organization_id, rc.template_id, rc.chapter_id order by r.created_at, r.id) as next_from,
               lead(r.id) over (partition by rc.organization_id, rc.template_id, rc.chapter_id order by r.created_at, r.id) as next_rollout
          from app.rollout_chapter rc join app.rollout r on r.organization_id = rc.organization_id and r.id = rc.rollout_id) x
 where x.organization_id = rc.organization_id and x.rollout_id = rc.rollout_id and x.chapter_id = rc.chapter_id and coalesce(x.next_from, x.ended_on) is not null;
-- a version closed by the next one before that had reached all its chapters is in force there again
update app.template_version v set state = 'PUBLISHED', rev = v.rev + 1
 where v.state = 'CLOSED' and exists (select 1 from app.rollout_chapter c where c.organization_id = v.organization_id and c.version_id = v.id and c.until_day is null);
`,
)}
alter table app.rollout_chapter alter column template_id set not null, alter column version_id set not null, alter column from_day set not null,
  add check (until_day >= from_day),
  add foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  add foreign key (organization_id, version_id) references app.template_version (organization_id, id);
create unique index one_in_force on app.rollout_chapter (organization_id, template_id, chapter_id) where until_day is null;
create index on app.rollout_chapter (organization_id, chapter_id, template_id);
create index on app.rollout_chapter (organization_id, version_id);
-- written by the functions below alone
drop policy rollout_chapter_insert on app.rollout_chapter;
revoke insert on app.rollout_chapter from ${app};

-- what would have been due before a roll-out, waiting for the board's word: take it up, or let it lie
create table app.catch_up (
  organization_id uuid not null,
  chapter_id uuid not null,
  rollout_id uuid not null,
  template_id uuid not null,
  version_id uuid not null,
  occurrences jsonb not null check (jsonb_typeof(occurrences) = 'array'),
  asked_on date not null,
  answered_at timestamptz,
  answered_by uuid,
  taken boolean,
  rev int not null default 1,
  primary key (chapter_id, rollout_id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, rollout_id) references app.rollout (organization_id, id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  foreign key (organization_id, version_id) references app.template_version (organization_id, id),
  foreign key (organization_id, answered_by) references app.seat (organization_id, id),
  check (num_nonnulls(answered_at, answered_by, taken) in (0, 3))
);
${forceRowSecurity("app.catch_up")}
${openTo(bulk, "all", "app.catch_up")}
grant select on app.catch_up to ${app};
create policy catch_up_read on app.catch_up for select to ${app} using (chapter_id = any (authz.units('TOUCHPOINT_UNBOUND_READ') || authz.units('TOUCHPOINT_READ')));

-- seconds from opening the report to sending it, as the browser measured them
alter table app.touchpoint add column report_seconds int check (report_seconds between 1 and 3600);
grant update (report_seconds) on app.touchpoint to ${app};

${asRole(
  bulk,
  `
drop function authz.preview_touchpoints(uuid, uuid[], jsonb);

/* What giving a version to chapters means for each touchpoint: the one place where it is decided, for the preview and the act.
   Occurrences: [{occurrence, opens_on, due_on, miss_on, period_report, make, starts_on}], «make» where it may be made anew; a chapter
   opened after starts_on, the period's first day, is not asked for it.
   CREATE · REVIVE (withdrawn before) · LIFT to the version's text and days · CANCEL (no longer asked for) · LEAVE (begun, overdue or of the time before)
   · KEEP (has the version). What follows an event or was started by hand is lifted with the days it has. */
create function authz.plan_touchpoints(org uuid, version uuid, chapters uuid[], from_day date, occurrences jsonb)
returns table (chapter_id uuid, touchpoint_id uuid, about_member boolean, occurrence text, opens_on date, due_on date, miss_on date, period_report boolean, action text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with v as (select * from app.template_version tv where tv.organization_id = org and tv.id = version),
  o as (select x.occurrence, x.opens_on, x.due_on, x.miss_on, coalesce(x.period_report, false) as period_report, coalesce(x.make, true) as make, coalesce(x.starts_on, x.opens_on) as starts_on
          from jsonb_to_recordset(occurrences) x (occurrence text, opens_on date, due_on date, miss_on date, period_report boolean, make boolean, starts_on date)),
  asked as (select c.id as chapter_id, o.* from app.chapter c cross join o
             where c.organization_id = org and c.id = any (chapters) and c.opened_on <= o.starts_on and (c.closed_on is null or c.closed_on > o.opens_on)),
  there as (select t.*, ${UNCLOSED} as unclosed, ${UNTOUCHED} as untouched,
                   t.version_id <> v.id and (from_day <= authz.today() or t.opens_on >= from_day) as concerned,
                   w.definition -> 'trigger' ->> 'kind' in ('PERIOD', 'CALENDAR') or t.period_report as recurring
              from v join app.touchpoint t on t.organization_id = org and t.chapter_id = any (chapters) and t.template_id = v.template_id
              join app.template_version w on w.organization_id = org and w.id = t.version_id)
  select a.chapter_id, t.id, false, a.occurrence,
         case when t.unclosed and a.due_on < authz.today() then t.opens_on else a.opens_on end,
         case when t.unclosed and a.due_on < authz.today() then t.due_on else a.due_on end,
         case when t.unclosed and a.due_on < authz.today() then t.miss_on else a.miss_on end, a.period_report,
         case when t.id is null then 'CREATE'
              when t.cancelled_because = 'VERSION_WITHDRAWN' and t.untouched then case when a.make then 'REVIVE' else 'DONE' end
              when not t.unclosed then 'DONE'
              when t.version_id = version then 'KEEP'
              when t.concerned and t.untouched and t.due_on >= authz.today() then 'LIFT' else 'LEAVE' end
    from asked a left join there t on t.chapter_id = a.chapter_id and t.member_id is null and t.occurrence = a.occurrence
   where t.id is not null or a.make
  union all
  select t.chapter_id, t.id, t.about_member, t.occurrence, t.opens_on, t.due_on, t.miss_on, t.period_report,
         case when t.version_id = version then 'KEEP'
              when not (t.concerned and t.untouched and t.due_on >= authz.today()) then 'LEAVE'
              when t.recurring then 'CANCEL'
              when t.about_member = v.about_member then 'LIFT' else 'LEAVE' end
    from there t cross join v
   where t.unclosed and (t.member_id is not null or not exists (select 1 from asked a where a.chapter_id = t.chapter_id and a.occurrence = t.occurrence))
$$;

-- Preview and result count duties alone: how many touchpoints about members a chapter has is not for those above it.
create function authz.preview_rollout(version uuid, chapters uuid[], from_day date, occurrences jsonb)
returns table (chapter_id uuid, created int, lifted int, cancelled int, left_alone int, already_there int) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization_wide('ROLLOUT');
begin
  return query
  select p.chapter_id, count(*) filter (where p.action in ('CREATE', 'REVIVE'))::int, count(*) filter (where p.action = 'LIFT')::int,
         count(*) filter (where p.action = 'CANCEL')::int, count(*) filter (where p.action = 'LEAVE')::int, count(*) filter (where p.action = 'KEEP')::int
    from authz.plan_touchpoints(org, version, chapters, from_day, occurrences) p where not p.about_member group by 1;
end $$;

-- Gives a version to chapters from a day on: coverage, then every touchpoint by the plan, in one transaction and set by set.
create function authz.roll_out(rollout uuid, chapters uuid[], occurrences jsonb)
returns table (chapter_id uuid, created int, lifted int, cancelled int, left_alone int) language plpgsql ${definer} as $$
declare org uuid := authz.organization_wide('ROLLOUT'); r record; v record;
begin
  select * into r from app.rollout x where x.organization_id = org and x.id = rollout and x.withdrawn_at is null;
  if not found then raise exception 'no such roll-out' using errcode = 'VA002'; end if;
  select * into v from app.template_version x where x.organization_id = org and x.id = r.version_id and x.state in ('PILOT', 'PUBLISHED');
  if not found then raise exception 'no such version' using errcode = 'VA002'; end if;
  if not (chapters <@ authz.units('ROLLOUT')) then raise exception 'outside reach' using errcode = 'VA003'; end if;
  perform pg_advisory_xact_lock(hashtextextended('template ' || r.template_id, 0));
  -- a chapter that is being closed is waited for, and then gets none
  perform 1 from app.chapter c where c.organization_id = org and c.id = any (chapters) order by c.id for key share;

  -- also what a later roll-out had cut further on
  update app.rollout_chapter c set until_day = greatest(c.from_day, r.effective_from), cut_by = coalesce(c.cut_by, r.id)
   where c.organization_id = org and c.template_id = r.template_id and c.chapter_id = any (chapters) and (c.until_day is null or c.until_day > r.effective_from);
  insert into app.rollout_chapter (organization_id, rollout_id, chapter_id, template_id, version_id, from_day)
  select org, r.id, c.id, r.template_id, r.version_id, greatest(r.effective_from, c.opened_on) from app.chapter c
   where c.organization_id = org and c.id = any (chapters) and (c.closed_on is null or c.closed_on > r.effective_from);

  -- what somebody began a moment ago is no longer untouched: the row itself says so, and is left alone
  return query
  with plan as materialized (select * from authz.plan_touchpoints(org, r.version_id, chapters, r.effective_from, occurrences)),
  gone as (
    update app.touchpoint t set cancelled_at = now(), cancelled_because = 'VERSION_WITHDRAWN', rev = t.rev + 1
      from plan p where p.action = 'CANCEL' and t.chapter_id = p.chapter_id and t.id = p.touchpoint_id and ${UNCLOSED} and ${UNTOUCHED}
    returning t.chapter_id, t.about_member),
  moved as (
    update app.touchpoint t set version_id = v.id, major = v.major, opens_on = p.opens_on, due_on = p.due_on, miss_on = p.miss_on, first_due_on = p.due_on,
           late_allowed = coalesce((v.definition -> 'schedule' ->> 'lateAllowed')::boolean, true), cancelled_at = null, cancelled_because = null, rev = t.rev + 1
      from plan p where p.action in ('LIFT', 'REVIVE') and t.chapter_id = p.chapter_id and t.id = p.touchpoint_id and ${UNTOUCHED}
       and (p.action = 'REVIVE' or (${UNCLOSED})) returning t.chapter_id, t.about_member, p.action),
  made as (
    insert into app.touchpoint (organization_id, chapter_id, id, template_id, version_id, major, about_member, period_report, occurrence, opens_on, due_on, miss_on, first_due_on, late_allowed)
    select org, p.chapter_id, app.touchpoint_id(p.chapter_id, r.template_id, null, p.occurrence), r.template_id, v.id, v.major, false, p.period_report, p.occurrence,
           p.opens_on, p.due_on, p.miss_on, p.due_on, coalesce((v.definition -> 'schedule' ->> 'lateAllowed')::boolean, true)
      from plan p where p.action = 'CREATE' on conflict do nothing returning touchpoint.chapter_id),
  counted as (
    select p.chapter_id, 0 as created, 0 as lifted, 0 as cancelled, 1 as left_alone from plan p where p.action in ('LEAVE', 'LIFT', 'CANCEL') and not p.about_member
    union all select m.chapter_id, 1, 0, 0, 0 from made m
    union all select m.chapter_id, (m.action = 'REVIVE')::int, (m.action = 'LIFT')::int, 0, -(m.action = 'LIFT')::int from moved m where not m.about_member
    union all select g.chapter_id, 0, 0, 1, -1 from gone g where not g.about_member)
  select c.chapter_id, sum(c.created)::int, sum(c.lifted)::int, sum(c.cancelled)::int, sum(c.left_alone)::int from counted c group by 1;
end $$;

-- Takes a version back where nothing comes in its place: what nobody has begun is cancelled, what is begun may be finished.
create function authz.withdraw(rollout uuid, chapters uuid[]) returns table (cancelled int, left_alone int) language plpgsql ${definer} as $$
declare org uuid := authz.organization_wide('ROLLOUT'); r record;
begin
  select * into r from app.rollout x where x.organization_id = org and x.id = rollout;
  if not found then raise exception 'no such roll-out' using errcode = 'VA002'; end if;
  perform pg_advisory_xact_lock(hashtextextended('template ' || r.template_id, 0));
  update app.rollout_chapter c set until_day = greatest(c.from_day, authz.today())
   where c.organization_id = org and c.rollout_id = r.id and c.chapter_id = any (chapters) and c.until_day is null;
  return query
  with its as (
    select t.chapter_id, t.id, t.about_member, ${UNTOUCHED} as untouched from app.touchpoint t
     where t.organization_id = org and t.chapter_id = any (chapters) and t.template_id = r.template_id and t.version_id = r.version_id and ${UNCLOSED}
       and greatest(t.miss_on, t.exception_until) >= authz.today()),
  gone as (
    update app.touchpoint t set cancelled_at = now(), cancelled_because = 'VERSION_WITHDRAWN', rev = t.rev + 1
      from its i where i.untouched and t.chapter_id = i.chapter_id and t.id = i.id and ${UNCLOSED} and ${UNTOUCHED} returning t.about_member)
  select (select count(*) from gone g where not g.about_member)::int,
         (select count(*) from its i where not i.about_member)::int - (select count(*) from gone g where not g.about_member)::int;
end $$;

-- A version that no chapter has any more makes nothing new, and is history when the last of what it made is over.
create function authz.settle_versions() returns int language plpgsql ${definer} as $$
declare org uuid := authz.organization('ROLLOUT'); n int;
begin
  update app.template_version v set state = 'CLOSING', rev = v.rev + 1
   where v.organization_id = org and v.state in ('PILOT', 'PUBLISHED')
     and not exists (select 1 from app.rollout_chapter c where c.organization_id = org and c.version_id = v.id and (c.until_day is null or c.until_day > authz.today()))
     -- a pilot is given to its chapters in the transaction that begins it; the newest published is in force before it is rolled out
     and (v.state = 'PILOT' or exists (select 1 from app.template_version w where w.organization_id = org and w.template_id = v.template_id
            and w.state = 'PUBLISHED' and (w.major, w.minor) > (v.major, v.minor)));
  update app.template_version v set state = 'CLOSED', closed_at = now(), rev = v.rev + 1
   where v.organization_id = org and v.state = 'CLOSING'
     and not exists (select 1 from app.touchpoint t where t.organization_id = org and t.template_id = v.template_id and t.version_id = v.id and ${UNCLOSED}
            and greatest(t.miss_on, t.exception_until) >= authz.today());
  get diagnostics n = row_count;
  return n;
end $$;

-- chapters opened since an «all» was rolled out, and not yet in it
create function authz.cover_new_chapters() returns int language plpgsql ${definer} as $$
declare org uuid := authz.organization('ROLLOUT'); n int;
begin
  insert into app.rollout_chapter (organization_id, rollout_id, chapter_id, template_id, version_id, from_day)
  select distinct on (r.template_id, c.id) org, r.id, c.id, r.template_id, r.version_id, greatest(r.effective_from, c.opened_on)
    from app.rollout r join app.template_version v on v.organization_id = org and v.id = r.version_id and v.state = 'PUBLISHED'
    join app.chapter c on c.organization_id = org and (c.closed_on is null or c.closed_on > authz.today()) and (v.about_member or not c.direct_members)
   where r.organization_id = org and r.all_chapters and r.ended_on is null and r.withdrawn_at is null
     and not exists (select 1 from app.rollout_chapter x where x.organization_id = org and x.template_id = r.template_id and x.chapter_id = c.id)
   order by r.template_id, c.id, r.created_at desc
  on conflict do nothing;
  get diagnostics n = row_count;
  return n;
end $$;

-- What is asked of a chapter that is to catch up: the board's own word decides.
create function authz.ask_catch_up(rollout uuid, chapters uuid[], occurrences jsonb) returns int language plpgsql ${definer} as $$
declare org uuid := authz.organization_wide('ROLLOUT'); n int;
begin
  insert into app.catch_up (organization_id, chapter_id, rollout_id, template_id, version_id, occurrences, asked_on)
  select org, c.id, r.id, r.template_id, r.version_id, offer.list, authz.today() from app.rollout r join app.chapter c on c.organization_id = org and c.id = any (chapters)
   cross join lateral (select jsonb_agg(o) as list from jsonb_array_elements(occurrences) o where c.opened_on <= (o ->> 'opens_on')::date
     and not exists (select 1 from app.touchpoint t where t.chapter_id = c.id and t.template_id = r.template_id and t.member_id is null and t.occurrence = o ->> 'occurrence')) offer
   where r.organization_id = org and r.id = rollout and offer.list is not null on conflict do nothing;
  get diagnostics n = row_count;
  return n;
end $$;

-- The board's answer; «yes» makes what was offered, with days from today on. Returns how many were made, null when there was nothing to answer.
create function authz.answer_catch_up(rollout uuid, take boolean, offered jsonb, seen_rev int) returns int language plpgsql ${definer} as $$
declare a record; q record; n int := 0;
begin
  select * into a from authz.acting();
  update app.catch_up c set answered_at = now(), answered_by = a.seat_id, taken = take, rev = c.rev + 1
   where c.chapter_id = any (authz.units('TOUCHPOINT_WRITE')) and c.rollout_id = rollout and c.answered_at is null and c.rev = seen_rev returning * into q;
  if not found then return null; end if;
  if take then
    insert into app.touchpoint (organization_id, chapter_id, id, template_id, version_id, major, about_member, period_report, occurrence, opens_on, due_on, miss_on, first_due_on, late_allowed)
    select q.organization_id, q.chapter_id, app.touchpoint_id(q.chapter_id, q.template_id, null, x.occurrence), q.template_id, v.id, v.major, false, coalesce(x.period_report, false),
           x.occurrence, x.opens_on, x.due_on, x.miss_on, x.due_on, coalesce((v.definition -> 'schedule' ->> 'lateAllowed')::boolean, true)
      from jsonb_to_recordset(offered) x (occurrence text, opens_on date, due_on date, miss_on date, period_report boolean)
      join app.template_version v on v.organization_id = q.organization_id and v.id = q.version_id
     where x.due_on >= authz.today() and x.due_on <= authz.today() + 366
       and exists (select 1 from jsonb_array_elements(q.occurrences) y where y ->> 'occurrence' = x.occurrence)
    on conflict do nothing;
    get diagnostics n = row_count;
  end if;
  return n;
end $$;

-- Large, middle or small, never how many: the limits stand here so that nobody can ask for others.
create function authz.size_classes() returns table (chapter_id uuid, size_class text) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization('UNIT_READ');
begin
  return query
  select c.id, case when n.members < 30 then 'SMALL' when n.members < 100 then 'MEDIUM' else 'LARGE' end
    from app.chapter c cross join lateral (select count(*) as members from app.member m where m.chapter_id = c.id and m.joined_on <= authz.today()
      and (m.left_on is null or m.left_on > authz.today())) n
   where c.organization_id = org;
end $$;

-- Median seconds of real reports, from ten up; n in whole tens, so that two readings do not tell of one report.
create function authz.report_medians() returns table (version_id uuid, period_report boolean, n int, seconds int) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization('UNIT_READ');
begin
  return query
  select t.version_id, t.period_report, (count(*) / 10 * 10)::int, round(percentile_cont(0.5) within group (order by t.report_seconds))::int
    from app.touchpoint t where t.organization_id = org and t.report_seconds is not null group by 1, 2 having count(*) >= 10;
end $$;

grant execute on function authz.preview_rollout(uuid, uuid[], date, jsonb), authz.roll_out(uuid, uuid[], jsonb), authz.withdraw(uuid, uuid[]),
  authz.ask_catch_up(uuid, uuid[], jsonb), authz.answer_catch_up(uuid, boolean, jsonb, int), authz.size_classes(), authz.report_medians() to ${app};
grant execute on function authz.settle_versions(), authz.cover_new_chapters() to ${app}, ${job};
`,
)}
create index touchpoint_timed on app.touchpoint (organization_id, version_id, period_report) where report_seconds is not null;
create index touchpoint_by_version on app.touchpoint (organization_id, template_id, version_id)
  where closed_at is null and emptied_at is null and waived_at is null and cancelled_at is null;
`,
};
