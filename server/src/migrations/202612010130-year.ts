import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
const asks = (table: string): string =>
  `create trigger ask_step_up before insert or update or delete on app.${table} for each statement execute function authz.ask_step_up();`;

/**
 * The year: the organization's days with where each is from, what its statutes say of annual meetings, and what a board writes for
 * one. A calendar's address can hold the year's days too, where its holder chose so.
 */
export const year: Migration = {
  id: "202612010130-year",
  up: ({ app, bulk }) => `
create table app.year_date (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  kind text not null check (kind in ('REPORT', 'GRANT', 'DAY', 'HOLIDAY')),
  name jsonb not null check (jsonb_typeof(name) = 'object' and length(name ->> 'nb') between 1 and 80 and length(name::text) < 1000),
  from_day date not null check (from_day between '2000-01-01' and '2100-12-31'),
  to_day date not null check (to_day between from_day and from_day + 120),
  concerns text not null check (concerns in ('ALL', 'CHAPTERS', 'NATIONAL')),
  -- by code; none is the whole country
  counties text[] not null default '{}' check (cardinality(counties) <= 15),
  source text not null check (length(source) between 1 and 200),
  -- when somebody held it against its source; null is a suggestion
  checked_on date,
  rev int not null default 1,
  primary key (organization_id, id)
);
create index on app.year_date (organization_id, from_day);

create table app.annual_rule (
  organization_id uuid primary key references app.organization (id),
  last_month smallint not null check (last_month between 1 and 12),
  last_day smallint not null check (last_day between 1 and 31),
  notice_days smallint not null check (notice_days between 1 and 120),
  papers_days smallint not null check (papers_days between 1 and 120),
  voting_age smallint not null check (voting_age between 0 and 30),
  -- titles; null is the standard
  agenda jsonb check (jsonb_typeof(agenda) = 'array' and length(agenda::text) < 8000),
  source text not null check (length(source) <= 200),
  rev int not null default 1
);

-- what the board writes for one annual meeting
create table app.annual_kit (
  organization_id uuid not null,
  chapter_id uuid not null,
  meeting_id uuid not null,
  notice text not null check (length(notice) <= 8000),
  agenda jsonb not null check (jsonb_typeof(agenda) = 'array' and length(agenda::text) < 60000),
  papers text[] not null default '{}' check (cardinality(papers) <= 10),
  rev int not null default 1,
  primary key (chapter_id, meeting_id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, meeting_id) references app.meeting (chapter_id, id)
);
${forceRowSecurity("app.year_date", "app.annual_rule", "app.annual_kit")}
${openTo(bulk, "all", "app.year_date", "app.annual_rule", "app.annual_kit")}
${asks("year_date")}
${asks("annual_rule")}

grant select, insert, update (kind, name, from_day, to_day, concerns, counties, source, checked_on, rev), delete on app.year_date to ${app};
-- what only concerns national is not shown below
create policy year_date_read on app.year_date for select to ${app} using (
  organization_id = authz.organization('UNIT_READ')
  and (concerns <> 'NATIONAL' or organization_id = authz.organization_wide('UNIT_READ')));
create policy year_date_insert on app.year_date for insert to ${app} with check (organization_id = authz.organization_wide('SETTINGS_WRITE'));
create policy year_date_update on app.year_date for update to ${app} using (organization_id = authz.organization_wide('SETTINGS_WRITE'));
create policy year_date_delete on app.year_date for delete to ${app} using (organization_id = authz.organization_wide('SETTINGS_WRITE'));

grant select, insert, update (last_month, last_day, notice_days, papers_days, voting_age, agenda, source, rev) on app.annual_rule to ${app};
create policy annual_rule_read on app.annual_rule for select to ${app} using (organization_id = authz.organization('UNIT_READ'));
create policy annual_rule_insert on app.annual_rule for insert to ${app} with check (organization_id = authz.organization_wide('SETTINGS_WRITE'));
create policy annual_rule_update on app.annual_rule for update to ${app} using (organization_id = authz.organization_wide('SETTINGS_WRITE'));

-- a board's own words: nobody above reads them
grant select, insert, update (notice, agenda, papers, rev) on app.annual_kit to ${app};
create policy annual_kit_read on app.annual_kit for select to ${app} using (chapter_id = any (authz.units('MEETING_WRITE')));
create policy annual_kit_insert on app.annual_kit for insert to ${app} with check (chapter_id = any (authz.units('MEETING_WRITE')));
create policy annual_kit_update on app.annual_kit for update to ${app} using (chapter_id = any (authz.units('MEETING_WRITE')));

alter table app.calendar_feed add column with_year boolean not null default false;
grant select (with_year), insert (with_year) on app.calendar_feed to ${app};
${asRole(
  bulk,
  `
-- What a year's address shows beside: the organization's days in the chapter's county, how many rows of the plan are due, and how long before an annual meeting its papers go.
create function authz.calendar_year(token bytea) returns jsonb language plpgsql stable ${definer} as $$
declare f record;
begin
  select s.organization_id, s.chapter_id, c.county into f
    from app.calendar_feed k
    join app.seat s on s.organization_id = k.organization_id and s.id = k.seat_id and s.account_id = k.account_id
    join app.account a on a.id = k.account_id and a.stopped_at is null
    join app.chapter c on c.organization_id = s.organization_id and c.id = s.chapter_id
   where k.token_hash = token and k.revoked_at is null and k.with_year and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD')
     and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today());
  if not found then return null; end if;
  return jsonb_build_object(
    'dates', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'day', d.from_day, 'until', d.to_day, 'rev', d.rev) order by d.from_day, d.id)
       from app.year_date d where d.organization_id = f.organization_id and d.concerns <> 'NATIONAL'
        and (cardinality(d.counties) = 0 or f.county = any (d.counties)) and d.from_day between authz.today() - 60 and authz.today() + 400), '[]'),
    'plan', coalesce((select jsonb_agg(jsonb_build_object('day', d.due_on, 'n', d.n) order by d.due_on) from (
       select r.due_on, count(*)::int as n from app.action_plan_row r where r.chapter_id = f.chapter_id and r.removed_at is null and r.due_on is not null
          and r.status not in ('DONE', 'NOT_DONE') and r.due_on between authz.today() - 60 and authz.today() + 400 group by r.due_on) d), '[]'),
    'rule', (select jsonb_build_object('noticeDays', r.notice_days, 'papersDays', r.papers_days) from app.annual_rule r where r.organization_id = f.organization_id));
end $$;
revoke execute on function authz.calendar_year(bytea) from public;
grant execute on function authz.calendar_year(bytea) to ${app};
`,
)}
`,
};
