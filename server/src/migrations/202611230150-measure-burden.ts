import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
// what a board has done or has to do: not what it was spared
const COUNTS = "t.emptied_at is null and t.waived_at is null and t.cancelled_at is null";
const WEEK = (day: string) => `date_trunc('week', ${day})::date`;

/**
 * What national sees before a roll-out: the seconds a month that the chapters' duties cost before and after it, and the events that
 * would have started a template, by chapter and week, for the simulation. Touchpoints about members are never summed here.
 */
export const measureBurden: Migration = {
  id: "202611230150-measure-burden",
  up: ({ app, bulk }) => `
${asRole(
  bulk,
  `
-- Costs: {version: {report, period}} in seconds. Duties due in the month, as they are and as the plan would leave them.
create function authz.rollout_seconds(version uuid, chapters uuid[], from_day date, occurrences jsonb, month date, costs jsonb)
returns table (chapter_id uuid, before_seconds bigint, after_seconds bigint) language plpgsql stable ${definer} as $$
declare
  org uuid := authz.organization_wide('ROLLOUT'); next_month date := (month + interval '1 month')::date;
  keys text[] := (select array_agg(c::text || ':duties') from unnest(chapters) c);
begin
  return query
  with cost as materialized (select x.key::uuid as version_id, (x.value ->> 'report')::bigint as report, (x.value ->> 'period')::bigint as period from jsonb_each(costs) x),
  there as materialized (
    select t.chapter_id, t.id, t.version_id, t.period_report from app.touchpoint t
     where t.organization_id = org and t.reach_key = any (keys) and t.due_on >= month and t.due_on < next_month and ${COUNTS}),
  plan as materialized (
    select p.* from authz.plan_touchpoints(org, version, chapters, from_day, occurrences) p
     where not p.about_member and p.action in ('CREATE', 'REVIVE', 'LIFT', 'CANCEL')),
  moved as (
    select t.chapter_id, t.version_id, t.period_report, 1 as before, (p.touchpoint_id is null)::int as after from there t
      left join plan p on p.chapter_id = t.chapter_id and p.touchpoint_id = t.id
    union all
    select p.chapter_id, version, p.period_report, 0, 1 from plan p where p.action <> 'CANCEL' and p.due_on >= month and p.due_on < next_month)
  select m.chapter_id, sum(m.before * case when m.period_report then c.period else c.report end)::bigint,
         sum(m.after * case when m.period_report then c.period else c.report end)::bigint
    from moved m join cost c on c.version_id = m.version_id group by 1;
end $$;

-- Duties of every template but one, by chapter and month of the due day.
create function authz.duty_seconds(first_day date, last_day date, but uuid, costs jsonb)
returns table (chapter_id uuid, month text, seconds bigint) language plpgsql stable ${definer} as $$
declare
  org uuid := authz.organization_wide('ROLLOUT');
  keys text[] := (select array_agg(c.id::text || ':duties') from app.chapter c where c.organization_id = org);
begin
  return query
  with cost as materialized (select x.key::uuid as version_id, (x.value ->> 'report')::bigint as report, (x.value ->> 'period')::bigint as period from jsonb_each(costs) x),
  -- joined after counting: the touchpoints are many, the kinds of them few
  counted as (
    select t.chapter_id, date_trunc('month', t.due_on)::date as month, t.version_id, t.period_report, count(*) as n from app.touchpoint t
     where t.organization_id = org and t.reach_key = any (keys) and t.due_on between first_day and last_day and t.template_id <> but and ${COUNTS}
     group by 1, 2, 3, 4)
  select d.chapter_id, to_char(d.month, 'YYYY-MM'), sum(d.n * case when d.period_report then c.period else c.report end)::bigint
    from counted d join cost c on c.version_id = d.version_id group by d.chapter_id, d.month;
end $$;

/* What would have started a template, counted by chapter and whole ISO week; the week is told by its Monday. For the server alone to round:
   persons are in it. FEE_UNPAID: the fee of a year is asked for on 1 January of those who are members then; a row for each week in which
   one of the days after it falls, with those who had not paid when that week was over, and none for years without a fee on record. */
create function authz.simulation_events(kind text, first_day date, last_day date, fee_days int[], source uuid)
returns table (chapter_id uuid, week date, n int) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization_wide('ROLLOUT');
begin
  if kind = 'MEMBER_JOINED' then
    return query select m.chapter_id, ${WEEK("m.joined_on")}, count(*)::int from app.member m
     where m.organization_id = org and m.joined_on between first_day and last_day and m.contact_preference <> 'NEVER' group by 1, 2;
  elsif kind = 'MEMBER_JOINED_CHAPTER' then
    return query select m.chapter_id, ${WEEK("m.joined_chapter_on")}, count(*)::int from app.member m
     where m.organization_id = org and m.joined_chapter_on between first_day and last_day and m.contact_preference <> 'NEVER' group by 1, 2;
  elsif kind = 'MEMBER_LEFT' then
    return query select m.chapter_id, ${WEEK("m.left_on")}, count(*)::int from app.member m
     where m.organization_id = org and m.left_on between first_day and last_day and m.contact_preference <> 'NEVER' group by 1, 2;
  elsif kind = 'FEE_UNPAID' then
    return query
    with asked as (
      select distinct y.year, make_date(y.year, 1, 1) as new_year, ${WEEK("make_date(y.year, 1, 1) + d.days")} as monday
        from generate_series(extract(year from first_day)::int - 1, extract(year from last_day)::int + 1) y (year) cross join unnest(fee_days) d (days)
       where exists (select 1 from app.member_fee f where f.organization_id = org and f.year = y.year)),
    weeks as (select * from asked a where a.monday between first_day and last_day - 6)
    select m.chapter_id, w.monday, (count(*) filter (where f.paid_on is null or f.paid_on > w.monday + 6))::int
      from weeks w join app.member m on m.organization_id = org and m.joined_on <= w.new_year and (m.left_on is null or m.left_on > w.monday + 6)
       and m.contact_preference <> 'NEVER'
      left join app.member_fee f on f.chapter_id = m.chapter_id and f.member_id = m.id and f.year = w.year
     group by 1, 2;
  elsif kind = 'AFTER' then
    return query select t.chapter_id, ${WEEK("(t.closed_at at time zone 'Europe/Oslo')")}, count(*)::int from app.touchpoint t
     where t.organization_id = org and t.template_id = source and not t.period_report and (t.closed_at at time zone 'Europe/Oslo')::date between first_day and last_day
     group by 1, 2;
  end if;
end $$;

grant execute on function authz.rollout_seconds(uuid, uuid[], date, jsonb, date, jsonb), authz.duty_seconds(date, date, uuid, jsonb),
  authz.simulation_events(text, date, date, int[], uuid) to ${app};
`,
)}
`,
};
