import type { Migration } from "./migration.js";
import { GRANT_KEPT_YEARS } from "./202612010160-grant-return.js";

const trigger = "language plpgsql set search_path = pg_catalog, pg_temp";
/** As `nameKey` in the domain: spaces, signs and capitals do not matter, nor by which of Unicode's ways a letter is written. */
const NAME_KEY = (name: string): string => `regexp_replace(lower(normalize(${name}, NFKC)), '[^[:alnum:]]+', '', 'g')`;
const ENOUGH = (row: string): string =>
  `(select count(*) >= 2 or coalesce(bool_or(s.role = 'CHAPTER_LEADER'), false) from app.grant_signature s
      where s.chapter_id = ${row}.chapter_id and s.return_id = ${row}.return_id and s.version = ${row}.version)`;
/** The words of a plan's rows as a version has them. */
const ROWS_OF = (plan: string): string =>
  `coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'nr', r.nr, 'activity', r.activity, 'aim', r.aim, 'measures', r.measures, 'resultAim', r.result_aim)
       order by r.position, r.id) from app.action_plan_row r where r.chapter_id = ${plan}.chapter_id and r.plan_id = ${plan}.id and r.removed_at is null), '[]')`;

/**
 * What was held by the use cases alone is held by the database too, whoever writes: a plan that is adopted says what was frozen, a
 * report is finished only as it is frozen, a return is delivered by those who signed it, and no content is of any length.
 */
export const holdPapers: Migration = {
  id: "202612010170-hold-papers",
  up: ({ app }) => {
    // rows that are put in whole, as a demo's or a backup's, come in no order
    const asked = `current_user = '${app}'`;
    return `
alter table app.action_plan_version add constraint content_of_a_plan check (length(content::text) < 2000000);
alter table app.plan_template add constraint content_of_a_plan check (length(content::text) < 2000000);
alter table app.annual_report_version
  add constraint content_of_a_report check (length(content::text) < 1000000),
  add constraint hash_of_content check (hash = sha256(convert_to(content::text, 'UTF8'))),
  add constraint reason_of_a_version check (length(because) <= 300);
alter table app.annual_kit add constraint names_of_papers check (length(array_to_string(papers, ' ')) <= 400);
alter table app.year_date add constraint codes_of_counties check (length(array_to_string(counties, ' ')) <= 100);
alter table app.grant_content add constraint signed_by_a_board check (length(signed::text) < 20000);
alter table app.grant_signature add constraint name_of_a_signer check (length(name) <= 400);
alter table app.survey add constraint definition_of_a_survey check (length(definition::text) < 1000000);
alter table app.survey_result add constraint cells_of_a_result check (length(cells::text) < 100000);
alter table app.core_workshop add constraint candidates_of_a_workshop check (length(candidates::text) < 500000);
alter table app.core_choice add constraint words_of_a_choice check (length(chosen::text) < 500000);

/* An adopted plan says, word for word, what was frozen last, and is never a draft again: a draft can be thrown away. */
create or replace function app.hold_action_plan() returns trigger ${trigger} as $$
begin
  if old.state = 'ADOPTED' and (new.title, new.intro, new.closing, new.adopted_place, new.adopted_on, new.adopted_by)
      is distinct from (old.title, old.intro, old.closing, old.adopted_place, old.adopted_on, old.adopted_by) then
    raise exception 'an adopted plan stays as it is' using errcode = '23514';
  end if;
  if new.state = 'DRAFT' and old.state <> 'DRAFT' then raise exception 'what was adopted is no draft' using errcode = '23514'; end if;
  if new.state = 'ADOPTED' and old.state <> 'ADOPTED' and not exists (
      select 1 from app.action_plan_version v where v.chapter_id = new.chapter_id and v.plan_id = new.id
         and v.number = (select max(l.number) from app.action_plan_version l where l.chapter_id = new.chapter_id and l.plan_id = new.id)
         and (v.place, v.adopted_on, v.adopted_by) = (new.adopted_place, new.adopted_on, new.adopted_by)
         and v.content = jsonb_build_object('title', new.title, 'intro', new.intro, 'closing', new.closing, 'rows', ${ROWS_OF("new")})) then
    raise exception 'a plan is adopted as it is frozen' using errcode = '23514';
  end if;
  return new;
end $$;
/* A version is of a plan that is being written. */
create function app.hold_plan_version() returns trigger ${trigger} as $$
begin
  if not exists (select 1 from app.action_plan p where p.chapter_id = new.chapter_id and p.id = new.plan_id and p.state <> 'ADOPTED') then
    raise exception 'an adopted plan stays as it is' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger hold_plan_version before insert on app.action_plan_version for each row when (${asked}) execute function app.hold_plan_version();

/* A report is finished as a version of both editions, one at a time, and opened again with a reason. */
create function app.hold_report_state() returns trigger ${trigger} as $$
begin
  if (new.state, new.version) is not distinct from (old.state, old.version) then return new; end if;
  if old.state = 'FINISHED' and new.state = 'DRAFT' and new.version = old.version and new.reopened_because is not null then return new; end if;
  if old.state = 'DRAFT' and new.state = 'FINISHED' and new.version = old.version + 1 and (select count(*) = 2 from app.annual_report_version v
       where v.chapter_id = new.chapter_id and v.report_id = new.id and v.version = new.version and v.year = new.year) then
    return new;
  end if;
  raise exception 'a report is finished as it is frozen' using errcode = '23514';
end $$;
create trigger hold_report_state before update of state, version on app.annual_report for each row execute function app.hold_report_state();
-- the next version of a draft, and of a finished one nothing is added and no words are changed; a photo may be taken away
create function app.hold_report_version() returns trigger ${trigger} as $$
begin
  if not exists (select 1 from app.annual_report r where r.chapter_id = new.chapter_id and r.id = new.report_id
      and r.state = 'DRAFT' and r.year = new.year and r.version + 1 = new.version) then
    raise exception 'a report is finished as it is frozen' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger hold_report_version before insert on app.annual_report_version for each row when (${asked}) execute function app.hold_report_version();
create function app.hold_report_photo() returns trigger ${trigger} as $$
begin
  if not exists (select 1 from app.annual_report r where r.chapter_id = new.chapter_id and r.id = new.report_id and r.state = 'DRAFT') then
    raise exception 'a finished report stays as it is' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger hold_report_photo before insert or update on app.annual_report_photo for each row when (${asked}) execute function app.hold_report_photo();

/* One person is one, by whichever letters the name is written */
create or replace function app.hold_grant_signature() returns trigger ${trigger} as $$
declare s record; r record;
begin
  if tg_op = 'UPDATE' then raise exception 'a signature stays as it is' using errcode = '23514'; end if;
  if not authz.stepped_up('10 minutes') then raise exception 'the second factor is to be given again' using errcode = 'VA021'; end if;
  select g.role, g.holder_name, a.name as account_name into s from app.seat g join app.account a on a.id = g.account_id
   where g.organization_id = new.organization_id and g.id = new.seat_id and g.account_id = new.account_id and g.chapter_id = new.chapter_id;
  select t.year, t.version, t.state into r from app.grant_return t where t.chapter_id = new.chapter_id and t.id = new.return_id;
  if s.role is null or s.role not in ('CHAPTER_LEADER', 'CHAPTER_BOARD') or r.year is null
     or r.state not in ('DRAFT', 'RETURNED') or new.version <> r.version + 1
     or (now() at time zone 'Europe/Oslo')::date < make_date(r.year + 1, 1, 1) then
    raise exception 'this cannot be signed' using errcode = '23514';
  end if;
  new.role := s.role; new.name := s.holder_name; new.signed_at := now();
  new.name_keys := array[${NAME_KEY("s.holder_name")}, ${NAME_KEY("s.account_name")}];
  if exists (select 1 from app.grant_signature o where o.chapter_id = new.chapter_id and o.return_id = new.return_id
      and o.version = new.version and o.name_keys && new.name_keys) then
    raise exception 'one person signs once' using errcode = '23514';
  end if;
  return new;
end $$;

/* A content is delivered once, by those who signed it and in their names, and what is delivered never changes; it is removed when its years are over. */
create or replace function app.hold_grant_content() returns trigger ${trigger} as $$
begin
  if tg_op = 'DELETE' then
    if old.delivered_at is not null and old.delivered_at + interval '${GRANT_KEPT_YEARS - 1} years' > now() then
      raise exception 'what is delivered is kept' using errcode = '23514';
    end if;
    return old;
  end if;
  if old.delivered_at is not null or (to_jsonb(new) - 'delivered_at' - 'signed' - 'pdf') <> (to_jsonb(old) - 'delivered_at' - 'signed' - 'pdf') then
    raise exception 'what is signed stays as it is' using errcode = '23514';
  end if;
  if new.delivered_at is not null and (not ${ENOUGH("new")}
      or (select array_agg(e ->> 'name' || '/' || (e ->> 'role') order by e ->> 'name' || '/' || (e ->> 'role')) from jsonb_array_elements(new.signed) e)
         is distinct from (select array_agg(s.name || '/' || s.role order by s.name || '/' || s.role) from app.grant_signature s
           where s.chapter_id = new.chapter_id and s.return_id = new.return_id and s.version = new.version)) then
    raise exception 'a return is delivered by those who signed it' using errcode = '23514';
  end if;
  return new;
end $$;
create function app.hold_next_content() returns trigger ${trigger} as $$
begin
  if not exists (select 1 from app.grant_return r where r.chapter_id = new.chapter_id and r.id = new.return_id
      and r.state in ('DRAFT', 'RETURNED') and r.version + 1 = new.version) then
    raise exception 'a content is of the version that is written' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger hold_next_content before insert on app.grant_content for each row when (${asked}) execute function app.hold_next_content();

/* From a draft to delivered with enough signatures, and on from there; never back to a draft. When, is now: days are counted from it. */
create or replace function app.hold_grant_return() returns trigger ${trigger} as $$
begin
  if (new.organization_id, new.chapter_id, new.id, new.year) is distinct from (old.organization_id, old.chapter_id, old.id, old.year) then
    raise exception 'a return is of one chapter and one year' using errcode = '23514';
  end if;
  if new.state = old.state and new.version = old.version then return new; end if;
  new.state_at := now();
  if old.state = 'DELIVERED' and new.state in ('RETURNED', 'APPROVED') and new.version = old.version then return new; end if;
  if new.state = 'DELIVERED' and old.state in ('DRAFT', 'RETURNED') and new.version = old.version + 1 then
    if exists (select 1 from app.grant_content c where c.chapter_id = new.chapter_id and c.return_id = new.id and c.version = new.version and c.delivered_at is not null
        and ${ENOUGH("c")}) then
      return new;
    end if;
  end if;
  raise exception 'a return does not go from % to %', old.state, new.state using errcode = '23514';
end $$;
revoke execute on function app.hold_plan_version(), app.hold_report_state(), app.hold_report_version(), app.hold_report_photo(), app.hold_next_content() from public;
`;
  },
};
