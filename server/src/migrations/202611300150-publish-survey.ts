import type { Migration } from "./migration.js";
import { forceRowSecurity, openTo } from "./migration.js";

/**
 * What is shown of a closed survey: whole groups, question by question, written once (`publishSurvey` of the kernel). Nobody who is
 * signed in reads the sums they are made from.
 */
export const publishSurveyResults: Migration = {
  id: "202611300150-publish-survey",
  up: ({ app, bulk, job }) => `
-- the day its results were published; they never change afterwards
alter table app.survey add column results_on date, add check (results_on is null or state = 'CLOSED');

create table app.survey_result (
  organization_id uuid not null,
  survey_id uuid not null,
  -- neither: the whole organization
  region_id uuid,
  chapter_id uuid,
  -- empty: how many sent a form
  question text not null,
  -- a line of a matrix, else empty
  line text not null,
  -- how many answered, and how many gave each answer
  n int not null check (n > 0),
  cells jsonb not null check (jsonb_typeof(cells) = 'object'),
  unique nulls not distinct (organization_id, survey_id, question, line, region_id, chapter_id),
  foreign key (organization_id, survey_id) references app.survey (organization_id, id),
  foreign key (organization_id, region_id) references app.region (organization_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  check (num_nonnulls(region_id, chapter_id) < 2)
);
${forceRowSecurity("app.survey_result")}
${openTo(bulk, "all", "app.survey_result")}

grant select on app.survey_result to ${app};
create policy survey_result_read on app.survey_result for select to ${app} using (
  (chapter_id is null and organization_id = authz.organization('SURVEY_READ')) or chapter_id = any (authz.units('SURVEY_READ')));

grant select, insert on app.survey_result to ${job};
create policy survey_result_job_read on app.survey_result for select to ${job} using (organization_id = authz.organization('SURVEY_COUNT'));
create policy survey_result_job on app.survey_result for insert to ${job} with check (organization_id = authz.organization('SURVEY_COUNT'));
grant update (results_on) on app.survey to ${job};
create policy survey_job_publish on app.survey for update to ${job}
  using (organization_id = authz.organization('SURVEY_COUNT') and state = 'CLOSED' and results_on is null)
  with check (state = 'CLOSED' and results_on = authz.today());

-- Held by the database too: results are of a survey that is closed and not published, and stay as they were written
create function app.hold_survey_result() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'INSERT' then raise exception 'published results stay as they are' using errcode = '23514'; end if;
  if not exists (select 1 from app.survey s where s.organization_id = new.organization_id and s.id = new.survey_id and s.state = 'CLOSED' and s.results_on is null) then
    raise exception 'results are written once, of a closed survey' using errcode = '23514';
  end if;
  return new;
end $$;
revoke execute on function app.hold_survey_result() from public;
create trigger hold_survey_result before insert or update or delete on app.survey_result for each row execute function app.hold_survey_result();

-- About how many have answered while it is open, as of the first round of a day: the whole in tens, a chapter 0, 5, 10, 20 or 50.
-- A number that moved at once would tell a board that somebody answered just now.
create table app.survey_progress (
  organization_id uuid not null,
  survey_id uuid not null,
  -- null: the whole organization
  chapter_id uuid,
  at_least int not null check (at_least >= 0),
  counted_on date not null,
  unique nulls not distinct (organization_id, survey_id, chapter_id),
  foreign key (organization_id, survey_id) references app.survey (organization_id, id),
  foreign key (organization_id, survey_id, chapter_id) references app.survey_link (organization_id, survey_id, chapter_id),
  check (case when chapter_id is null then at_least % 10 = 0 else at_least in (0, 5, 10, 20, 50) end)
);
${forceRowSecurity("app.survey_progress")}
${openTo(bulk, "all", "app.survey_progress")}

-- a board its own and no other's, national the whole
grant select on app.survey_progress to ${app};
create policy survey_progress_read on app.survey_progress for select to ${app} using (
  (chapter_id is null and organization_id = authz.organization_wide('SURVEY_WRITE')) or array[chapter_id] = authz.units('SURVEY_LINK'));
grant select, insert, delete, update (at_least, counted_on) on app.survey_progress to ${job};
create policy survey_progress_job_read on app.survey_progress for select to ${job} using (organization_id = authz.organization('SURVEY_COUNT'));
create policy survey_progress_job_forget on app.survey_progress for delete to ${job} using (organization_id = authz.organization('SURVEY_COUNT'));
create policy survey_progress_job on app.survey_progress for insert to ${job} with check (
  organization_id = authz.organization('SURVEY_COUNT') and counted_on = authz.today());
create policy survey_progress_job_again on app.survey_progress for update to ${job}
  using (organization_id = authz.organization('SURVEY_COUNT') and counted_on < authz.today()) with check (counted_on = authz.today());
`,
};
