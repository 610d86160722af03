import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, grantCaps, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

// what tells one kept cell from another, as one text; the separator stands in no key
const KEY = (...more: string[]) =>
  `concat_ws(chr(31), ${["chapter_id", "template_id", "about_member", "period_report", "major", "month", ...more].join(", ")})`;
const CELL = "chapter_id, template_id, month";
const COUNTED =
  "chapter_id, template_id, about_member, period_report, major, date_trunc('month', first_due_on)::date as month";

/**
 * The nightly check of the kept numbers: they are counted anew from the touchpoints, in words of its own and not in those of the
 * triggers, and what differs is written down. Of numbers about members only how many cells differ, never which.
 */
export const keepMembership: Migration = {
  id: "202611260110-keep-membership",
  up: ({ app, bulk, job }) => `
create table app.standing_check (
  organization_id uuid not null references app.organization (id),
  checked_on date not null,
  cells int not null check (cells >= 0),
  differing int not null check (differing between 0 and cells),
  -- some of the duties that differ: [{of, chapterId, templateId, month}]
  sample jsonb not null default '[]' check (jsonb_typeof(sample) = 'array'),
  primary key (organization_id, checked_on)
);
${forceRowSecurity("app.standing_check")}
${openTo(bulk, "select", "app.standing_check")}
${grantCaps({ JOB_CHECK: ["STANDINGS_CHECK", "UNIT_READ"] })}
grant select on app.standing_check to ${app};
create policy standing_check_read on app.standing_check for select to ${app} using (organization_id = authz.organization_wide('SETTINGS_WRITE'));
grant select, insert, update (cells, differing, sample), delete on app.standing_check to ${job};
create policy standing_check_job_read on app.standing_check for select to ${job} using (organization_id = authz.organization('STANDINGS_CHECK'));
create policy standing_check_job_insert on app.standing_check for insert to ${job} with check (organization_id = authz.organization('STANDINGS_CHECK'));
create policy standing_check_job_update on app.standing_check for update to ${job} using (organization_id = authz.organization('STANDINGS_CHECK'));
create policy standing_check_job_delete on app.standing_check for delete to ${job} using (organization_id = authz.organization('STANDINGS_CHECK'));

${asRole(
  bulk,
  `
-- One statement, one moment: what is kept of these chapters beside what their touchpoints say.
create function authz.check_standings(chapters uuid[], out cells int, out differing int, out sample jsonb)
returns record language plpgsql ${definer} as $$
declare org uuid := authz.organization('STANDINGS_CHECK');
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  with touched as (
    select * from app.touchpoint t where t.organization_id = org and t.chapter_id = any (chapters)
  ), counted as (
    select 'CLOSED' as what, ${KEY()} as k, ${CELL}, about_member as persons,
           concat_ws('/', on_time, late, waived, cancelled, emptied) as v
      from (select ${COUNTED},
                   count(*) filter (where (closed_at at time zone 'Europe/Oslo')::date <= due_on) as on_time,
                   count(*) filter (where (closed_at at time zone 'Europe/Oslo')::date > due_on) as late,
                   count(waived_at) as waived, count(cancelled_at) as cancelled, count(emptied_at) as emptied
              from touched where coalesce(closed_at, waived_at, cancelled_at, emptied_at) is not null group by 1, 2, 3, 4, 5, 6) c
    union all
    select 'UNCLOSED', ${KEY("due_on", "missed_on")}, ${CELL}, about_member, n::text
      from (select ${COUNTED}, due_on, greatest(miss_on, exception_until) as missed_on, count(*) as n
              from touched where coalesce(closed_at, waived_at, cancelled_at, emptied_at) is null group by 1, 2, 3, 4, 5, 6, 7, 8) u
    union all
    select 'ANSWERS', ${KEY("field_key", "option_key", "persons")}, ${CELL}, persons, n || '/' || trim_scale(total)
      from (select t.chapter_id, t.template_id, t.about_member, t.period_report, t.major, date_trunc('month', t.first_due_on)::date as month,
                   a.field_key, a.option_key, a.persons, sum(a.n) as n, sum(a.total) as total
              from touched t join app.template_version tv on tv.organization_id = org and tv.id = t.version_id
              cross join lateral app.answer_parts(t.answers, tv.definition, t.about_member) a
             where t.closed_at is not null group by 1, 2, 3, 4, 5, 6, 7, 8, 9) s
  ), kept as (
    select 'CLOSED' as what, ${KEY()} as k, ${CELL}, about_member as persons,
           concat_ws('/', on_time, late, waived, cancelled, emptied) as v
      from app.standing where organization_id = org and chapter_id = any (chapters)
    union all
    select 'UNCLOSED', ${KEY("due_on", "miss_on")}, ${CELL}, about_member, n::text
      from app.standing_unclosed where organization_id = org and chapter_id = any (chapters)
    union all
    select 'ANSWERS', ${KEY("field_key", "option_key", "persons")}, ${CELL}, persons, n || '/' || trim_scale(total)
      from app.answer_sum where organization_id = org and chapter_id = any (chapters)
  ), compared as (
    select what, c.v is distinct from s.v as differs, coalesce(c.persons, s.persons) as persons,
           coalesce(c.chapter_id, s.chapter_id) as chapter_id, coalesce(c.template_id, s.template_id) as template_id, coalesce(c.month, s.month) as month
      from counted c full join kept s using (what, k)
  ), some_duties as (
    select distinct what, chapter_id, template_id, month from compared where differs and not persons order by 4 desc, 2, 3, 1 limit 5
  )
  select count(*), count(*) filter (where differs),
         coalesce((select jsonb_agg(jsonb_build_object('of', d.what, 'chapterId', d.chapter_id, 'templateId', d.template_id, 'month', d.month)) from some_duties d), '[]')
    into cells, differing, sample from compared;
end $$;
grant execute on function authz.check_standings(uuid[]) to ${job};
`,
)}
`,
};
