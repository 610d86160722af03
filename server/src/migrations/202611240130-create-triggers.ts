import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, grantCaps, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
const KINDS =
  "('MEMBER_JOINED', 'MEMBER_JOINED_CHAPTER', 'FEE_UNPAID', 'MEMBER_INACTIVE', 'MEMBER_LEFT', 'AGE_REACHED', 'AFTER')";
const REASONS = "'NEVER', 'NOT_NOW', 'QUIET', 'PAST_DUE'";
const IN_FORCE = (rc: string, day: string) =>
  `${rc}.from_day <= ${day} and (${rc}.until_day is null or ${rc}.until_day > ${day})`;
/** what was missed is taken up for a month; what is older is let lie and not mentioned */
const BACK = 31;
/** what is taken up again has at least a week and at most a month, as in a roll-out */
const CAUGHT_UP = { min: 7, max: 30 };

/**
 * Touchpoints that start by themselves: weeks without new ones, what was held back and why, and the functions that find and make
 * what is due. Counts of persons stay in the chapter; national reads what is published once a week, in fives.
 */
export const createTriggers: Migration = {
  id: "202611240130-create-triggers",
  up: ({ app, bulk, job }) => `
${grantCaps({ JOB_TRIGGERS: ["TRIGGERS_RUN", "TEMPLATE_READ", "UNIT_READ"] })}

-- weeks in which nothing opens by itself; both days are in it
create table app.quiet_period (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  from_day date not null,
  to_day date not null check (to_day >= from_day and to_day - from_day <= 92),
  primary key (organization_id, id)
);

-- what would have begun and did not, or not yet; the id is the one the touchpoint has or would have had
create table app.trigger_skip (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  reason text not null check (reason in (${REASONS})),
  template_id uuid not null,
  version_id uuid not null,
  member_id uuid,
  occurrence text not null,
  opens_on date not null,
  due_on date not null,
  -- the day it is made after all; null: it is not
  until_day date,
  skipped_on date not null,
  primary key (chapter_id, id, reason),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  foreign key (organization_id, version_id) references app.template_version (organization_id, id),
  foreign key (chapter_id, member_id) references app.member (chapter_id, id)
);
create index on app.trigger_skip (chapter_id, member_id) where member_id is not null;

-- what each day's evaluation did in a chapter: exact, and for the chapter alone
create table app.trigger_log (
  organization_id uuid not null,
  chapter_id uuid not null,
  day date not null,
  template_id uuid not null,
  version_id uuid not null,
  outcome text not null check (outcome in ('FIRED', ${REASONS})),
  n int not null check (n > 0),
  primary key (chapter_id, day, template_id, version_id, outcome),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  foreign key (organization_id, version_id) references app.template_version (organization_id, id)
);

-- the week as national sees it, written once and never changed; n is null where it is hidden
create table app.trigger_week (
  organization_id uuid not null,
  week date not null check (extract(isodow from week) = 1),
  template_id uuid not null,
  outcome text not null check (outcome in ('FIRED', 'EXPECTED', ${REASONS})),
  persons boolean not null,
  n int check (n >= 0),
  counted_on date not null,
  primary key (organization_id, week, template_id, outcome),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id)
);

${forceRowSecurity("app.quiet_period", "app.trigger_skip", "app.trigger_log", "app.trigger_week")}
${openTo(bulk, "all", "app.quiet_period", "app.trigger_skip", "app.trigger_log", "app.trigger_week")}
grant select, insert, delete on app.quiet_period to ${app};
create policy quiet_period_read on app.quiet_period for select to ${app} using (organization_id = authz.organization('UNIT_READ'));
create policy quiet_period_insert on app.quiet_period for insert to ${app} with check (organization_id = authz.organization_wide('SETTINGS_WRITE'));
create policy quiet_period_delete on app.quiet_period for delete to ${app} using (organization_id = authz.organization_wide('SETTINGS_WRITE'));
grant select on app.trigger_skip, app.trigger_log, app.trigger_week to ${app};
create policy trigger_skip_read on app.trigger_skip for select to ${app} using (chapter_id = any (authz.units('MEMBER_READ')));
create policy trigger_log_read on app.trigger_log for select to ${app} using (chapter_id = any (authz.units('TOUCHPOINT_READ')));
create policy trigger_week_read on app.trigger_week for select to ${app} using (organization_id = authz.organization_wide('ROLLOUT'));
-- a member that came from another chapter
create index member_moved on app.member (organization_id, id) where end_reason = 'MOVED';

${asRole(
  bulk,
  `
-- the day itself, or the first after the quiet days it lies in
create function authz.after_quiet(day date, quiet datemultirange) returns date language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when quiet @> day then (select upper(r) from unnest(quiet) r where r @> day) else day end
$$;

/* The events of a trigger between two days, as they are known on a day. What is about a member has one, the rest none.
   FEE_UNPAID: 1 January of a year of which any fee is on record, for who was a member then and has not paid yet.
   MEMBER_INACTIVE: the day that many days have gone since the member came, or joined, in a chapter that wrote down by name who came meanwhile.
   AFTER: the Oslo day on which a touchpoint of the other template was closed; about the same member, or about none: a duty that follows
   touchpoints about members would tell those above of the members. */
create function authz.trigger_events(org uuid, kind text, days int, age int, source uuid, about boolean, on_day date, first_day date, last_day date)
returns table (chapter_id uuid, member_id uuid, event date) language plpgsql stable rows 20000 set search_path = pg_catalog, pg_temp as $$
begin
  if kind = 'MEMBER_JOINED' then
    return query select m.chapter_id, m.id, m.joined_on from app.member m where m.organization_id = org and m.joined_on between first_day and last_day;
  elsif kind = 'MEMBER_JOINED_CHAPTER' then
    return query select m.chapter_id, m.id, m.joined_chapter_on from app.member m where m.organization_id = org and m.joined_chapter_on between first_day and last_day;
  elsif kind = 'MEMBER_LEFT' then
    return query select m.chapter_id, m.id, m.left_on from app.member m
     where m.organization_id = org and m.left_on between first_day and last_day and m.end_reason = 'LEFT' and m.contacts_emptied_on is null;
  elsif kind = 'AGE_REACHED' then
    return query select m.chapter_id, m.id, (m.birth_date + make_interval(years => age))::date from app.member m
     where m.organization_id = org and m.birth_date between (first_day - make_interval(years => age))::date - 1 and (last_day - make_interval(years => age))::date + 1
       and (m.birth_date + make_interval(years => age))::date between greatest(first_day, m.joined_on) and last_day;
  elsif kind = 'FEE_UNPAID' then
    return query
    select m.chapter_id, m.id, y.day from (
      select make_date(g.year, 1, 1) as day, g.year from generate_series(extract(year from first_day)::int, extract(year from last_day)::int) g (year)
       where make_date(g.year, 1, 1) between first_day and last_day and exists (select 1 from app.member_fee f where f.organization_id = org and f.year = g.year)) y
      join app.member m on m.organization_id = org and m.joined_on <= y.day
      left join app.member_fee f on f.chapter_id = m.chapter_id and f.member_id = m.id and f.year = y.year
     where f.paid_on is null or f.paid_on > on_day;
  elsif kind = 'MEMBER_INACTIVE' then
    return query
    with came as materialized (
      select a.chapter_id, a.member_id, max(a.held_on) as day from app.attendance a where a.organization_id = org and a.held_on <= on_day group by 1, 2),
    held as materialized (
      select a.chapter_id, array_agg(distinct a.held_on order by a.held_on) as held_days from app.attendance a where a.organization_id = org and a.held_on <= on_day group by 1),
    last as (
      select m.chapter_id, m.id, greatest(m.joined_chapter_on, c.day) as day, h.held_days from held h join app.member m on m.organization_id = org and m.chapter_id = h.chapter_id
        left join came c on c.chapter_id = m.chapter_id and c.member_id = m.id)
    select l.chapter_id, l.id, l.day + days from last l
     where l.day + days between first_day and last_day and exists (select 1 from unnest(l.held_days) h (day) where h.day > l.day and h.day <= l.day + days);
  elsif kind = 'AFTER' then
    return query
    select distinct t.chapter_id, t.member_id, (t.closed_at at time zone 'Europe/Oslo')::date from app.chapter c
      join app.touchpoint t on t.chapter_id = c.id and t.template_id = source and t.about_member = about and not t.period_report
     where c.organization_id = org and (t.closed_at at time zone 'Europe/Oslo')::date between first_day and last_day;
  end if;
end $$;

/* What a version's trigger asks for up to a day, seen on a day: the one place where it is decided, for what is made and what is foretold.
   Counted are events from when the chapter had the template with this kind of trigger; made is what the version in force asks for.
   MAKE · CATCH_UP (the last of what was due before, with days from now, where the roll-out says so) · and why not: NEVER or NOT_NOW (the member
   has asked for it; NOT_NOW until until_day, if it is in time then), QUIET (until until_day), PAST_DUE.
   All days of what opens in a quiet week move along. Occurrence and days as memberOccurrences of the domain has them. */
create function authz.due_triggers(org uuid, version uuid, on_day date, last_day date)
returns table (chapter_id uuid, member_id uuid, occurrence text, opens_on date, due_on date, miss_on date, verdict text, until_day date)
language plpgsql stable rows 20000 set search_path = pg_catalog, pg_temp as $$
declare
  v record; kind text; offsets int[]; opens_after int; due_after int; miss_after int; source uuid; quiet datemultirange; slack int;
begin
  select tv.template_id, tv.about_member, tv.definition -> 'trigger' as trigger, tv.definition -> 'schedule' as schedule into v
    from app.template_version tv where tv.organization_id = org and tv.id = version;
  kind := v.trigger ->> 'kind';
  offsets := array(select distinct o::int from jsonb_array_elements_text(case when jsonb_typeof(v.trigger -> 'offsets') = 'array' then v.trigger -> 'offsets' else '[]' end) o);
  if offsets = '{}' then offsets := '{0}'; end if;
  opens_after := (v.schedule ->> 'opensAfterDays')::int; due_after := (v.schedule ->> 'dueAfterDays')::int;
  miss_after := greatest(0, (v.schedule ->> 'missAfterDays')::int);
  if kind = 'AFTER' then select t.id into source from app.touchpoint_template t where t.organization_id = org and t.key = v.trigger ->> 'templateKey'; end if;
  quiet := coalesce((select range_agg(daterange(q.from_day, q.to_day, '[]')) from app.quiet_period q where q.organization_id = org), '{}');
  slack := coalesce((select max(upper(r) - lower(r)) from unnest(quiet) r), 0);
  return query
  with events as materialized (
    select * from authz.trigger_events(org, kind, (v.trigger ->> 'days')::int, (v.trigger ->> 'age')::int, source, v.about_member, on_day,
      on_day - ${BACK} - slack - greatest(opens_after, due_after) - (select max(o) from unnest(offsets) o), last_day - opens_after - (select min(o) from unnest(offsets) o))),
  since as materialized (
    select rc.chapter_id, range_agg(daterange(rc.from_day, rc.until_day)) as days from app.rollout_chapter rc
      join app.template_version w on w.organization_id = org and w.id = rc.version_id and w.definition -> 'trigger' ->> 'kind' = kind
     where rc.organization_id = org and rc.template_id = v.template_id group by 1),
  cover as materialized (
    select rc.chapter_id, rc.from_day, rc.until_day, s.days, r.catch_up, c.closed_on from app.rollout_chapter rc
      join app.rollout r on r.organization_id = org and r.id = rc.rollout_id
      join app.chapter c on c.organization_id = org and c.id = rc.chapter_id and (c.closed_on is null or c.closed_on > on_day)
      join since s on s.chapter_id = rc.chapter_id
     where rc.organization_id = org and rc.version_id = version and rc.from_day <= last_day and (rc.until_day is null or rc.until_day > on_day)),
  asked as (
    select e.chapter_id, e.member_id, to_char(e.event, 'YYYY-MM-DD') || '+' || o as occurrence, e.event + o + opens_after as first_opens,
           e.event + o + greatest(opens_after, due_after) as first_due, c.from_day, c.until_day, c.catch_up, c.closed_on,
           case when m.contact_preference = 'NEVER' then 'NEVER' when m.contact_preference = 'NOT_NOW' then 'NOT_NOW' end as wish, m.contact_again_on
      from events e join cover c on c.chapter_id = e.chapter_id and c.days @> e.event cross join unnest(offsets) o
      left join app.member m on m.chapter_id = e.chapter_id and m.id = e.member_id
     where (e.member_id is null or kind = 'MEMBER_LEFT' or m.left_on is null or m.left_on > on_day)
       -- what opened before a move was the other chapter's
       and (m.joined_chapter_on is null or m.joined_chapter_on <= m.joined_on or e.event + o + opens_after >= m.joined_chapter_on or not exists (
             select 1 from app.member x where x.organization_id = org and x.id = m.id and x.end_reason = 'MOVED' and x.chapter_id <> m.chapter_id))),
  moved as (
    select a.*, q.opens, a.first_due + (q.opens - a.first_opens) as due,
           case when a.wish = 'NOT_NOW' and coalesce(a.contact_again_on, 'infinity') > q.opens then coalesce(authz.after_quiet(a.contact_again_on, quiet), 'infinity') else q.opens end as makes
      from asked a cross join lateral (select authz.after_quiet(a.first_opens, quiet) as opens) q
     where a.first_opens <= last_day and (a.closed_on is null or a.closed_on > q.opens)),
  judged as (
    select b.*, case
        when b.due < on_day - ${BACK} then null
        when b.due < on_day then case when b.wish = 'NEVER' or b.makes > on_day then null else 'PAST_DUE' end
        when b.opens > last_day then 'QUIET'
        when b.wish = 'NEVER' then 'NEVER'
        when b.makes > b.due or b.makes > last_day then 'NOT_NOW'
        when ${IN_FORCE("b", "greatest(b.makes, on_day)")} then 'MAKE' end as said,
      row_number() over (partition by b.chapter_id, b.member_id, b.due < on_day order by b.opens desc, b.occurrence desc) as nth
      from moved b)
  select j.chapter_id, j.member_id, j.occurrence, case when k.late then on_day else j.makes end, case when k.late then k.due else j.due end,
         case when k.late then k.due else j.due end + miss_after, case when k.late then 'CATCH_UP' else j.said end,
         case j.said when 'QUIET' then j.opens when 'NOT_NOW' then case when j.makes <= j.due then j.makes end end
    from judged j cross join lateral (
      select j.said = 'PAST_DUE' and j.catch_up = 'COMPRESS' and j.nth = 1 and ${IN_FORCE("j", "on_day")} and not quiet @> on_day as late,
             on_day + least(${CAUGHT_UP.max}, greatest(${CAUGHT_UP.min}, j.due - j.opens)) as due) k
   where j.said is not null;
end $$;

-- what is not there yet of it; a promise that was held back because the member asked for it is not taken up again
create function authz.new_triggers(org uuid, version uuid, on_day date, last_day date)
returns table (chapter_id uuid, id uuid, template_id uuid, member_id uuid, occurrence text, opens_on date, due_on date, miss_on date, verdict text, until_day date)
language sql stable rows 20000 set search_path = pg_catalog, pg_temp as $$
  select d.chapter_id, app.touchpoint_id(d.chapter_id, v.template_id, d.member_id, d.occurrence), v.template_id, d.member_id, d.occurrence, d.opens_on, d.due_on, d.miss_on, d.verdict, d.until_day
    from authz.due_triggers(org, version, on_day, last_day) d join app.template_version v on v.organization_id = org and v.id = version
   where not exists (select 1 from app.touchpoint t where t.chapter_id = d.chapter_id and t.template_id = v.template_id and t.member_id = d.member_id and t.occurrence = d.occurrence)
     and (d.member_id is not null or not exists (
           select 1 from app.touchpoint t where t.chapter_id = d.chapter_id and t.template_id = v.template_id and t.member_id is null and t.occurrence = d.occurrence))
     and not exists (select 1 from app.trigger_skip s where s.chapter_id = d.chapter_id and s.id = app.touchpoint_id(d.chapter_id, v.template_id, d.member_id, d.occurrence)
           and (s.reason = d.verdict or (d.verdict in ('PAST_DUE', 'CATCH_UP') and s.reason in ('NEVER', 'NOT_NOW'))))
$$;

/* Makes at most so many of what is due of a version, and writes down what is held back and why. Returns how many it looked at, none when
   nothing came of it: it is asked again while that is as many as it may. Whatever ends it between, the next time goes on, and nothing is made twice. */
create function authz.evaluate_triggers(version uuid, on_day date, most int) returns int language plpgsql ${definer} as $$
declare org uuid := authz.organization('TRIGGERS_RUN'); v record; n int;
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  select * into v from app.template_version tv where tv.organization_id = org and tv.id = version and tv.state in ('PILOT', 'PUBLISHED')
     and tv.definition -> 'trigger' ->> 'kind' in ${KINDS};
  if not found then return 0; end if;
  -- a roll-out of the template comes before or after; two evaluations of it after each other
  perform pg_advisory_xact_lock_shared(hashtextextended('template ' || v.template_id, 0));
  perform pg_advisory_xact_lock(hashtextextended('triggers ' || version, 0));
  -- a chapter that is being closed is waited for, and then gets none
  perform 1 from app.chapter c join app.rollout_chapter rc on rc.organization_id = org and rc.chapter_id = c.id and rc.version_id = version
    where c.organization_id = org order by c.id for key share of c;
  with due as materialized (
    select * from authz.new_triggers(org, version, on_day, on_day) d order by d.chapter_id, d.member_id, d.occurrence limit most),
  -- who is leaving or asks for peace this moment is waited for, and then left alone
  there as materialized (
    select m.chapter_id, m.id from app.member m
      join (select distinct d.chapter_id, d.member_id from due d where d.verdict in ('MAKE', 'CATCH_UP')) x on x.chapter_id = m.chapter_id and x.member_id = m.id
     where m.contact_preference <> 'NEVER' and (v.definition -> 'trigger' ->> 'kind' = 'MEMBER_LEFT' or m.left_on is null or m.left_on > on_day)
     order by m.chapter_id, m.id for share of m),
  made as (
    insert into app.touchpoint (organization_id, chapter_id, id, template_id, version_id, major, about_member, member_id, occurrence, opens_on, due_on, miss_on, first_due_on, late_allowed)
    select org, d.chapter_id, d.id, v.template_id, v.id, v.major, v.about_member, d.member_id, d.occurrence, d.opens_on, d.due_on, d.miss_on, d.due_on,
           coalesce((v.definition -> 'schedule' ->> 'lateAllowed')::boolean, true)
      from due d where d.verdict in ('MAKE', 'CATCH_UP')
       -- looked up in a hash of them: how many there are is not known when it is planned
       and (d.member_id is null or (d.chapter_id, d.member_id) in (select t.chapter_id, t.id from there t))
    on conflict do nothing returning touchpoint.chapter_id, 'FIRED' as outcome),
  held as (
    insert into app.trigger_skip (organization_id, chapter_id, id, reason, template_id, version_id, member_id, occurrence, opens_on, due_on, until_day, skipped_on)
    select org, d.chapter_id, d.id, d.verdict, v.template_id, v.id, d.member_id, d.occurrence, least(d.opens_on, d.due_on), d.due_on, d.until_day, on_day
      from due d where d.verdict not in ('MAKE', 'CATCH_UP')
    on conflict do nothing returning trigger_skip.chapter_id, trigger_skip.reason as outcome),
  counted as (
    select x.chapter_id, x.outcome, count(*)::int as n from (select * from made union all select * from held) x group by 1, 2),
  logged as (
    insert into app.trigger_log (organization_id, chapter_id, day, template_id, version_id, outcome, n)
    select org, c.chapter_id, on_day, v.template_id, v.id, c.outcome, c.n from counted c
    on conflict (chapter_id, day, template_id, version_id, outcome) do update set n = trigger_log.n + excluded.n)
  select case when exists (select 1 from counted) then count(*)::int else 0 end into n from due;
  return n;
end $$;

/* The week that is over and the two to come, for national: once, so that two readings do not tell of one person between them. Duties are
   exact; persons in fives for the whole organization, and hidden where too few chapters have the template for that to be many. */
create function authz.publish_trigger_weeks(on_day date) returns int language plpgsql ${definer} as $$
declare org uuid := authz.organization('TRIGGERS_RUN'); monday date := date_trunc('week', on_day)::date; least_chapters int; n int;
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  select o.suppression_k into least_chapters from app.organization o where o.id = org;
  with given as materialized (
    select v.template_id, v.id as version_id, v.about_member, count(*) as chapters from app.rollout_chapter rc
      join app.template_version v on v.organization_id = org and v.id = rc.version_id and v.state in ('PILOT', 'PUBLISHED') and v.definition -> 'trigger' ->> 'kind' in ${KINDS}
      join app.chapter c on c.organization_id = org and c.id = rc.chapter_id and (c.closed_on is null or c.closed_on > on_day)
     where rc.organization_id = org and ${IN_FORCE("rc", "on_day")} group by 1, 2, 3),
  template as (select g.template_id, bool_or(g.about_member) as persons, sum(g.chapters) as chapters from given g group by 1),
  wanted as materialized (
    select t.*, w.week, w.outcome from template t cross join (values (monday - 7, 'FIRED'), (monday, 'EXPECTED'), (monday + 7, 'EXPECTED')) w (week, outcome)
     where not exists (select 1 from app.trigger_week x where x.organization_id = org and x.week = w.week and x.template_id = t.template_id and x.outcome = w.outcome)),
  ahead as materialized (
    select g.template_id, date_trunc('week', d.opens_on)::date as week, 'EXPECTED' as outcome, count(*) as n from given g
     cross join lateral authz.new_triggers(org, g.version_id, on_day, monday + 13) d
     where d.verdict = 'MAKE' and g.template_id in (select w.template_id from wanted w where w.outcome = 'EXPECTED') group by 1, 2),
  logged as (
    select l.template_id, date_trunc('week', l.day)::date as week, l.outcome, sum(l.n) as n from app.trigger_log l
     where l.organization_id = org and l.day >= monday - 7 group by 1, 2, 3),
  found as (
    select a.template_id, greatest(a.week, monday) as week, a.outcome, a.n from ahead a
    union all select l.template_id, l.week, 'EXPECTED', l.n from logged l where l.week = monday and l.outcome = 'FIRED'
    union all select l.template_id, l.week, l.outcome, l.n from logged l where l.week = monday - 7),
  -- the reasons come with the week that is over
  told as (
    select w.template_id, w.week, w.outcome, w.persons, w.chapters, coalesce(sum(f.n), 0) as n from wanted w
      left join found f on f.template_id = w.template_id and f.week = w.week and f.outcome = w.outcome group by 1, 2, 3, 4, 5
    union all
    select w.template_id, w.week, f.outcome, w.persons, w.chapters, sum(f.n) from wanted w
      join found f on f.template_id = w.template_id and f.week = w.week and f.outcome not in ('FIRED', 'EXPECTED') where w.outcome = 'FIRED' group by 1, 2, 3, 4, 5)
  insert into app.trigger_week (organization_id, week, template_id, outcome, persons, n, counted_on)
  select org, t.week, t.template_id, t.outcome, t.persons,
         case when not t.persons then t.n when t.chapters >= least_chapters then 5 * round(t.n / 5.0) end, on_day from told t
  on conflict do nothing;
  get diagnostics n = row_count;
  return n;
end $$;

revoke execute on function authz.evaluate_triggers(uuid, date, int), authz.publish_trigger_weeks(date) from public;
grant execute on function authz.evaluate_triggers(uuid, date, int), authz.publish_trigger_weeks(date) to ${job};
`,
)}
`,
};
