import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

/**
 * Counts of persons are released over windows of one to three years, so that most cells can be read, and only what the releases
 * before do not give away by subtraction. For that the job is told what each quarter settled, not the window's sum alone.
 */
export const releaseOverTime: Migration = {
  id: "202611270100-release-over-time",
  up: ({ app, bulk, job }) => `
-- one row a template and quarter's end that was considered: what was released then, or that it waits for more
create table app.published_release (
  organization_id uuid not null references app.organization (id),
  template_id uuid not null,
  snapshot_on date not null,
  -- whole months up to the day that are counted; null: too little could be read, and the release before stands
  months int check (months in (12, 24, 36)),
  -- of the cells one compares by, how many there are and how many could be read
  cells int not null check (cells >= 0),
  readable int not null check (readable between 0 and cells),
  primary key (organization_id, template_id, snapshot_on),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id)
);
${forceRowSecurity("app.published_release")}
${openTo(bulk, "all", "app.published_release")}
grant select on app.published_release to ${app};
create policy published_release_read on app.published_release for select to ${app} using (organization_id = authz.organization('STATISTICS_READ'));
grant select, insert on app.published_release to ${job};
create policy published_release_job_read on app.published_release for select to ${job} using (organization_id = authz.organization('STATISTICS_PUBLISH'));
create policy published_release_insert on app.published_release for insert to ${job} with check (organization_id = authz.organization('STATISTICS_PUBLISH'));
insert into app.published_release (organization_id, template_id, snapshot_on, months, cells, readable)
select organization_id, template_id, snapshot_on, 12, count(*), count(value) from app.published_count group by 1, 2, 3;

${asRole(
  bulk,
  `
drop function authz.snapshot_counts(date);

-- What is known on a day of all touchpoints due by then, quarter by quarter: each outcome in the quarter in which it was both
-- due and settled, so that what a quarter tells does not change afterwards. What is still open has no quarter. Raw, for the job
-- that suppresses and publishes, and for nobody else.
create function authz.release_counts(on_day date)
returns table (template_id uuid, chapter_id uuid, measure text, quarter date, n int) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization('STATISTICS_PUBLISH');
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  return query
  with facts as (
    select tp.template_id, tp.chapter_id, tp.about_member, tp.answers, tp.version_id, tp.first_due_on, tp.due_on,
           (tp.closed_at at time zone 'Europe/Oslo')::date as closed_on, greatest(tp.miss_on, tp.exception_until) as miss_on,
           (tp.waived_at at time zone 'Europe/Oslo')::date as waived_on, (tp.cancelled_at at time zone 'Europe/Oslo')::date as cancelled_on
      from app.touchpoint tp
     where tp.organization_id = org and tp.first_due_on <= on_day and not tp.period_report
  ), settled as (
    select f.*, case when f.waived_on <= on_day then f.waived_on when f.cancelled_on <= on_day then f.cancelled_on
                     when f.closed_on <= on_day then f.closed_on when f.miss_on < on_day then f.miss_on + 1 end as settled_on
      from facts f
  ), t as (
    select s.*, date_trunc('quarter', greatest(s.first_due_on, s.settled_on))::date as in_quarter from settled s
  ), judged as (
    select t.template_id, t.chapter_id, m.measure, m.in_quarter, count(*)::int as n from t cross join lateral (
      select case when t.waived_on <= on_day then 'WAIVED' when t.cancelled_on <= on_day then 'CANCELLED'
                  when t.closed_on <= on_day then case when t.closed_on <= t.due_on then 'ON_TIME' else 'LATE' end
                  when t.miss_on < on_day then 'MISSED' when t.due_on < on_day then 'OVERDUE' else 'OPEN' end as measure,
             case when t.settled_on is not null then t.in_quarter end as in_quarter) m
     where t.about_member group by 1, 2, 3, 4
  ), answered as (
    select t.template_id, t.chapter_id, 'field:' || a.field_key || ':' || a.option_key as measure, t.in_quarter,
           -- bounded: one absurd number must not keep a federation's numbers from being published
           least(case when a.option_key = '' then sum(a.total) else sum(a.n) end, 1000000)::int as n
      from t join app.template_version v on v.organization_id = org and v.id = t.version_id
      cross join lateral app.answer_parts(t.answers, v.definition, t.about_member) a
     where t.closed_on <= on_day and a.persons and not (a.option_key = '' and t.about_member) group by 1, 2, 4, a.field_key, a.option_key
  )
  select x.template_id, x.chapter_id, x.measure, x.in_quarter, x.n from (select * from judged union all select * from answered) x;
end $$;
grant execute on function authz.release_counts(date) to ${job};
`,
)}
`,
};
