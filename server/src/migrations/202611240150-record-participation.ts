import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, grantCaps, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

/**
 * Whether a chapter writes down who came by name, its leader's choice; what came of those who joined, counted for the quarterly
 * snapshots; and the table those counts are published in. Nothing above the chapter reads a participation.
 */
export const recordParticipation: Migration = {
  id: "202611240150-record-participation",
  up: ({ app, bulk, job }) => `
${grantCaps({ CHAPTER_LEADER: ["CHAPTER_SETTINGS"] })}

alter table app.chapter
  add column attendance_by_name boolean not null default false,
  -- who joined before can not be followed; null: as long as the chapter has been open
  add column attendance_by_name_since date,
  add check (attendance_by_name or attendance_by_name_since is null);

-- as they may be seen above: of a quarter's end, suppressed when written, null = hidden
create table app.published_journey (
  organization_id uuid not null references app.organization (id),
  snapshot_on date not null,
  unit_kind text not null check (unit_kind in ('ORGANIZATION', 'REGION', 'CHAPTER')),
  unit_id uuid not null,
  -- JOINED_MATURE, ACTIVATED, NOT_ACTIVATED; of the organization also path:<lane>:<ending>
  measure text not null,
  value int check (value >= 0),
  primary key (organization_id, snapshot_on, unit_kind, unit_id, measure)
);
${forceRowSecurity("app.published_journey")}
${openTo(bulk, "all", "app.published_journey")}
grant select on app.published_journey to ${app};
create policy published_journey_read on app.published_journey for select to ${app} using (organization_id = authz.organization('STATISTICS_READ'));
grant select, insert on app.published_journey to ${job};
create policy published_journey_job_read on app.published_journey for select to ${job} using (organization_id = authz.organization('STATISTICS_PUBLISH'));
create policy published_journey_insert on app.published_journey for insert to ${job} with check (organization_id = authz.organization('STATISTICS_PUBLISH'));

${asRole(
  bulk,
  `
-- The leader's choice for the own chapter. Gives the chapter's new rev; null when it was changed meanwhile.
create function authz.set_attendance_by_name(wanted boolean, based_on int) returns int language plpgsql ${definer} as $$
declare new_rev int;
begin
  if cardinality(authz.units('CHAPTER_SETTINGS')) = 0 then raise exception 'outside reach' using errcode = 'VA003'; end if;
  update app.chapter c set attendance_by_name = wanted,
         attendance_by_name_since = case when wanted then coalesce(c.attendance_by_name_since, (now() at time zone 'Europe/Oslo')::date) end, rev = c.rev + 1
   where c.id = any (authz.units('CHAPTER_SETTINGS')) and c.rev = based_on
  returning c.rev into new_rev;
  return new_rev;
end $$;

-- What came of those who joined through each chapter that writes down names, as counts for a snapshot: a year of joining days,
-- the last of them 90 days before. The same rules as packages/domain/src/journey.ts; a test holds them against each other.
create function authz.journey_counts(on_day date)
returns table (chapter_id uuid, lane text, ending text, n int) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization('STATISTICS_PUBLISH');
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  return query
  with followed as (
    select c.id, greatest(coalesce(c.attendance_by_name_since, c.opened_on), (on_day - 90 - interval '1 year')::date + 1) as joined_from
      from app.chapter c where c.organization_id = org and c.attendance_by_name
  ), cohort as (
    select m.chapter_id, m.id, m.joined_on, m.left_on
      from followed f join app.member m on m.organization_id = org and m.chapter_id = f.id
     where m.joined_on between f.joined_from and on_day - 90 and m.joined_chapter_on = m.joined_on
       and coalesce(m.end_reason, 'LEFT') in ('LEFT', 'AGED_OUT')
  ), came as (
    select h.chapter_id, h.id, h.left_on <= on_day as gone, count(a.meeting_id) as times, min(a.held_on) <= h.joined_on + 90 as activated,
           exists (select 1 from app.member_fee p where p.chapter_id = h.chapter_id and p.member_id = h.id
                    and p.year = extract(year from on_day) and p.paid_on <= on_day) as paid
      from cohort h left join app.attendance a on a.chapter_id = h.chapter_id and a.member_id = h.id and a.held_on <= on_day
     group by h.chapter_id, h.id, h.joined_on, h.left_on
  ), told as (
    select e.chapter_id as told_chapter, case when e.activated is not true then 'NOT' when e.times >= 3 then 'OFTEN' when e.times = 2 then 'AGAIN' else 'ONCE' end as told_lane,
           case when e.gone then 'LEFT' when e.paid then 'PAID' else 'UNPAID' end as told_ending
      from came e
  )
  select t.told_chapter, t.told_lane, t.told_ending, count(*)::int from told t group by 1, 2, 3
  -- a chapter that can be followed has its line, also when nobody joined
  union all select f.id, 'NOT', 'UNPAID', 0 from followed f where f.joined_from <= on_day - 90;
end $$;
grant execute on function authz.set_attendance_by_name(boolean, int) to ${app};
grant execute on function authz.journey_counts(date) to ${job};
`,
)}
`,
};
