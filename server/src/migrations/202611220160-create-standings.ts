import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

// what one set of touchpoints adds to each kept table; the trigger and the rebuild share it, so they cannot disagree
const CLOSED_PART = (source: string, sign: 1 | -1) => `
  select organization_id, chapter_id, template_id, about_member, period_report, major, date_trunc('month', first_due_on)::date as month,
         ${sign} * (closed_at is not null and (closed_at at time zone 'Europe/Oslo')::date <= due_on)::int as on_time,
         ${sign} * (closed_at is not null and (closed_at at time zone 'Europe/Oslo')::date > due_on)::int as late,
         ${sign} * (waived_at is not null)::int as waived, ${sign} * (cancelled_at is not null)::int as cancelled, ${sign} * (emptied_at is not null)::int as emptied
    from ${source} where num_nonnulls(closed_at, waived_at, cancelled_at, emptied_at) = 1`;
const UNCLOSED_PART = (source: string, sign: 1 | -1) => `
  select organization_id, chapter_id, template_id, about_member, period_report, major, date_trunc('month', first_due_on)::date as month, due_on, greatest(miss_on, exception_until) as miss_on, ${sign} as n
    from ${source} where num_nonnulls(closed_at, waived_at, cancelled_at, emptied_at) = 0`;
const ANSWER_PART = (source: string, sign: 1 | -1) => `
  select t.organization_id, t.chapter_id, t.template_id, t.about_member, t.period_report, t.major, date_trunc('month', t.first_due_on)::date as month,
         a.field_key, a.option_key, a.persons, ${sign} * a.n as n, ${sign} * a.total as total
    from ${source} t join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id
    cross join lateral app.answer_parts(t.answers, v.definition, t.about_member) a
   where t.closed_at is not null`;

const KEPT = `
  insert into app.standing (organization_id, chapter_id, template_id, about_member, period_report, major, month, on_time, late, waived, cancelled, emptied)
  select organization_id, chapter_id, template_id, about_member, period_report, major, month, sum(on_time), sum(late), sum(waived), sum(cancelled), sum(emptied)
    from (CLOSED) p group by 1, 2, 3, 4, 5, 6, 7
  having sum(on_time) <> 0 or sum(late) <> 0 or sum(waived) <> 0 or sum(cancelled) <> 0 or sum(emptied) <> 0
   order by 2, 3, 5, 6, 7
  on conflict (chapter_id, template_id, about_member, period_report, major, month) do update set on_time = standing.on_time + excluded.on_time, late = standing.late + excluded.late,
    waived = standing.waived + excluded.waived, cancelled = standing.cancelled + excluded.cancelled, emptied = standing.emptied + excluded.emptied;
  insert into app.standing_unclosed (organization_id, chapter_id, template_id, about_member, period_report, major, month, due_on, miss_on, n)
  select organization_id, chapter_id, template_id, about_member, period_report, major, month, due_on, miss_on, sum(n)
    from (UNCLOSED) p group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(n) <> 0 order by 2, 3, 5, 6, 7, 8, 9
  on conflict (chapter_id, template_id, about_member, period_report, major, month, due_on, miss_on) do update set n = standing_unclosed.n + excluded.n;
  insert into app.answer_sum (organization_id, chapter_id, template_id, about_member, period_report, major, month, field_key, option_key, persons, n, total)
  select organization_id, chapter_id, template_id, about_member, period_report, major, month, field_key, option_key, persons, sum(n), sum(total)
    from (ANSWERS) p group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(n) <> 0 or sum(total) <> 0 order by 2, 3, 5, 6, 7, 8, 9, 10
  on conflict (chapter_id, template_id, about_member, period_report, major, month, field_key, option_key, persons) do update set n = answer_sum.n + excluded.n, total = answer_sum.total + excluded.total;`;

// a row that has come to nothing goes, so that what is kept equals what a rebuild makes
const SWEEP = `
  delete from app.standing where chapter_id in (select chapter_id from removed) and on_time = 0 and late = 0 and waived = 0 and cancelled = 0 and emptied = 0;
  delete from app.standing_unclosed where chapter_id in (select chapter_id from removed) and n = 0;
  delete from app.answer_sum where chapter_id in (select chapter_id from removed) and n = 0 and total = 0;`;

const kept = (closed: string, unclosed: string, answers: string) =>
  KEPT.replace("CLOSED)", `${closed})`).replace("UNCLOSED)", `${unclosed})`).replace("ANSWERS)", `${answers})`);
const both = (part: (source: string, sign: 1 | -1) => string) => `${part("removed", -1)} union all ${part("added", 1)}`;
const definer = "security definer set search_path = pg_catalog, pg_temp";
const KEY = `
  organization_id uuid not null,
  chapter_id uuid not null,
  template_id uuid not null,
  about_member boolean not null,
  period_report boolean not null,
  major smallint not null,
  month date not null check (extract(day from month) = 1),`;
const REFERENCES = `
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id)`;

// One condition and not two joined by OR: an OR is checked again for every row, and each check asks who is asking
const KEPT_REACH = `reach_key = any (authz.reach('STATISTICS_EXACT', 'STATISTICS_READ'))`;

/**
 * The kept numbers, updated by statement triggers in the transaction that changes a touchpoint, whoever changes it:
 * counts of the closed per chapter, template, major version and month of the first due date; the unclosed bucketed by
 * due and miss day, so that the clock needs no write; sums of the answers. Counts of persons are readable by the own
 * chapter only; those above read `published_count`, which is suppressed before it is written.
 */
export const createStandings: Migration = {
  id: "202611220160-create-standings",
  up: ({ app, bulk, job, owner }) => `
create table app.standing (${KEY}
  on_time int not null default 0,
  late int not null default 0,
  waived int not null default 0,
  cancelled int not null default 0,
  emptied int not null default 0,
  -- those above may read the chapter's duties, not counts of persons
  reach_key text generated always as (chapter_id::text || case when about_member then ':persons' else ':duties' end) stored,
  primary key (chapter_id, template_id, about_member, period_report, major, month),${REFERENCES}
);
create index on app.standing (reach_key, template_id, month);

create table app.standing_unclosed (${KEY}
  due_on date not null,
  miss_on date not null,
  n int not null,
  reach_key text generated always as (chapter_id::text || case when about_member then ':persons' else ':duties' end) stored,
  primary key (chapter_id, template_id, about_member, period_report, major, month, due_on, miss_on),${REFERENCES}
);
create index on app.standing_unclosed (reach_key, template_id, month);

create table app.answer_sum (${KEY}
  field_key text not null,
  -- the option chosen, 'true' or 'false', the rating; '' for a sum
  option_key text not null,
  persons boolean not null,
  n int not null,
  total numeric not null,
  reach_key text generated always as (chapter_id::text || case when persons then ':persons' else ':duties' end) stored,
  primary key (chapter_id, template_id, about_member, period_report, major, month, field_key, option_key, persons),${REFERENCES}
);
create index on app.answer_sum (reach_key, template_id, month);

-- counts of persons as those above may see them: from a fixed quarterly snapshot of the twelve months before, null = hidden
create table app.published_count (
  organization_id uuid not null references app.organization (id),
  snapshot_on date not null,
  template_id uuid not null,
  unit_kind text not null check (unit_kind in ('ORGANIZATION', 'REGION', 'CHAPTER')),
  unit_id uuid not null,
  measure text not null,
  value int check (value >= 0),
  primary key (organization_id, template_id, snapshot_on, unit_kind, unit_id, measure),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id)
);

${forceRowSecurity("app.standing", "app.standing_unclosed", "app.answer_sum", "app.published_count")}
${openTo(bulk, "all", "app.standing", "app.standing_unclosed", "app.answer_sum", "app.published_count")}

-- one row per number or chosen option of a report
create function app.answer_parts(answers jsonb, definition jsonb, about_member boolean)
returns table (field_key text, option_key text, persons boolean, n int, total numeric)
language sql immutable set search_path = pg_catalog, pg_temp as $$
  with field as (
    select f.def ->> 'key' as k, f.def ->> 'type' as kind, answers -> (f.def ->> 'key') as answer,
           about_member or coalesce(f.def ->> 'counts', '') = 'PERSONS' or coalesce(f.def ->> 'source', '') in ('MEETING_ATTENDANCE', 'INVITED_MEMBERS', 'NEW_MEMBERS', 'UNPAID_MEMBERS') as counts_persons
      from jsonb_array_elements(definition -> 'reportFields') f (def)
     where answers ? (f.def ->> 'key')
  )
  select k, '', counts_persons, 1, (answer #>> '{}')::numeric from field where kind in ('NUMBER', 'RATING', 'AUTO') and jsonb_typeof(answer) = 'number'
  union all select k, answer #>> '{}', counts_persons, 1, 0 from field where kind in ('YES_NO', 'CHOICE', 'RATING') and jsonb_typeof(answer) in ('boolean', 'string', 'number')
  union all select k, o.option, counts_persons, 1, 0 from field cross join lateral jsonb_array_elements_text(case jsonb_typeof(answer) when 'array' then answer else '[]' end) o (option) where kind = 'MULTI_CHOICE'
$$;
grant execute on function app.answer_parts(jsonb, jsonb, boolean) to ${bulk};

${asRole(
  bulk,
  `
create function authz.keep_standings_insert() returns trigger language plpgsql ${definer} as $$
begin ${kept(CLOSED_PART("added", 1), UNCLOSED_PART("added", 1), ANSWER_PART("added", 1))} return null; end $$;
create function authz.keep_standings_delete() returns trigger language plpgsql ${definer} as $$
begin ${kept(CLOSED_PART("removed", -1), UNCLOSED_PART("removed", -1), ANSWER_PART("removed", -1))} ${SWEEP} return null; end $$;
create function authz.keep_standings_update() returns trigger language plpgsql ${definer} as $$
begin ${kept(both(CLOSED_PART), both(UNCLOSED_PART), both(ANSWER_PART))} ${SWEEP} return null; end $$;

-- from scratch, to the identical state: an operator's tool
create function authz.rebuild_standings(organization uuid) returns void language plpgsql ${definer} as $$
begin
  delete from app.standing where organization_id = organization;
  delete from app.standing_unclosed where organization_id = organization;
  delete from app.answer_sum where organization_id = organization;
  ${kept(
    CLOSED_PART("(select * from app.touchpoint where organization_id = organization) tt", 1),
    UNCLOSED_PART("(select * from app.touchpoint where organization_id = organization) tt", 1),
    ANSWER_PART("(select * from app.touchpoint where organization_id = organization)", 1),
  )}
end $$;
grant execute on function authz.keep_standings_insert(), authz.keep_standings_delete(), authz.keep_standings_update() to ${owner};
`,
)}

create trigger keep_standings_insert after insert on app.touchpoint
  referencing new table as added for each statement execute function authz.keep_standings_insert();
create trigger keep_standings_delete after delete on app.touchpoint
  referencing old table as removed for each statement execute function authz.keep_standings_delete();
create trigger keep_standings_update after update on app.touchpoint
  referencing old table as removed new table as added for each statement execute function authz.keep_standings_update();

grant select on app.standing, app.standing_unclosed, app.answer_sum, app.published_count to ${app};
create policy standing_read on app.standing for select to ${app} using (
  ${KEPT_REACH});
create policy standing_unclosed_read on app.standing_unclosed for select to ${app} using (
  ${KEPT_REACH});
create policy answer_sum_read on app.answer_sum for select to ${app} using (
  ${KEPT_REACH});
create policy published_read on app.published_count for select to ${app} using (organization_id = authz.organization('STATISTICS_READ'));
grant select, insert on app.published_count to ${job};
create policy published_job_read on app.published_count for select to ${job} using (organization_id = authz.organization('STATISTICS_PUBLISH'));
create policy published_insert on app.published_count for insert to ${job} with check (organization_id = authz.organization('STATISTICS_PUBLISH'));
`,
};
