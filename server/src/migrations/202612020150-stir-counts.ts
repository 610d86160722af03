import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
const COUNT = "organization_id, survey_id, region_id, chapter_id, question, cell, n";

/**
 * Sums too are written anew in every round. A row that is added to carries the number of the transaction that did it: when a chapter's
 * last form was counted alone, at the closing, its answers were the rows that had another number than the rest.
 */
export const stirCounts: Migration = {
  id: "202612020150-stir-counts",
  up: ({ bulk }) =>
    asRole(
      bulk,
      `
create or replace function authz.stir_survey(the_survey uuid) returns void language plpgsql ${definer} as $$
declare org uuid := authz.organization('SURVEY_COUNT');
begin
  with gone as (delete from app.survey_text t where t.organization_id = org and t.survey_id = the_survey returning t.*)
    insert into app.survey_text select * from gone order by gen_random_uuid();
  with gone as (delete from app.survey_waiting t where t.organization_id = org and t.survey_id = the_survey returning t.*)
    insert into app.survey_waiting (organization_id, survey_id, chapter_id, sealed) select g.organization_id, g.survey_id, g.chapter_id, g.sealed from gone g order by gen_random_uuid();
  with gone as (delete from app.survey_spent t where t.organization_id = org and t.survey_id = the_survey returning t.*)
    insert into app.survey_spent select * from gone order by ticket_hash;
  with gone as (delete from app.survey_count t where t.organization_id = org and t.survey_id = the_survey returning t.*)
    insert into app.survey_count (${COUNT}) select ${COUNT} from gone order by gen_random_uuid();
end $$;
-- and once, what was counted before
with gone as (delete from app.survey_count t returning t.*)
  insert into app.survey_count (${COUNT}) select ${COUNT} from gone order by gen_random_uuid();
`,
    ),
};
