import { publishSurvey } from "@varde/domain";
import type { SurveyDefinition, SurveySum } from "@varde/domain";
import { openDoor } from "../../../kernel/db/door.js";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { inOrganization, organizationIds } from "../../../kernel/jobs/job.js";
import type { JobContext } from "../../../kernel/jobs/job.js";
import { keepProgress } from "./progress.js";

type Ready = { id: string; definition: SurveyDefinition; k: number };

/** Closed surveys whose forms are all counted and whose results are not published. */
const readReady = (work: Work, organizationId: string) =>
  work.query<Ready>(
    `select s.id, s.definition, o.suppression_k as k from app.survey s join app.organization o on o.id = s.organization_id
      where s.organization_id = $1 and s.state = 'CLOSED' and s.results_on is null
        and not exists (select 1 from app.survey_waiting w where w.organization_id = $1 and w.survey_id = s.id)`,
    [organizationId],
  );

async function regionsToday(work: Work, organizationId: string): Promise<Map<string, string>> {
  const rows = await work.query<{ chapterId: string; regionId: string }>(
    `select chapter_id as "chapterId", region_id as "regionId" from app.chapter_region
      where organization_id = $1 and valid_from <= authz.today() and (valid_to is null or valid_to > authz.today())`,
    [organizationId],
  );
  return new Map(rows.map(({ chapterId, regionId }) => [chapterId, regionId]));
}

async function publishOne(work: Work, organizationId: string, { id, definition, k }: Ready): Promise<boolean> {
  await work.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`count survey ${id}`]);
  // another may have published it, or a form come in between
  if (!(await readReady(work, organizationId)).some((ready) => ready.id === id)) return false;
  const sums = await work.query<SurveySum>(
    `select chapter_id as "chapterId", region_id as "regionId", question, cell, n from app.survey_count where organization_id = $1 and survey_id = $2`,
    [organizationId, id],
  );
  const regions = await regionsToday(work, organizationId);
  const rows = publishSurvey(definition, sums, (chapterId) => regions.get(chapterId) ?? null, k).flatMap(
    ({ question, line, groups }) =>
      groups.map(({ level, id: unit, n, cells }) => ({
        question,
        line: line ?? "",
        region: level === "REGION" ? unit : null,
        chapter: level === "CHAPTER" ? unit : null,
        n,
        cells,
      })),
  );
  await work.query(
    `insert into app.survey_result (organization_id, survey_id, region_id, chapter_id, question, line, n, cells)
     select $1, $2, r.region, r.chapter, r.question, r.line, r.n, r.cells
       from jsonb_to_recordset($3::jsonb) r (region uuid, chapter uuid, question text, line text, n int, cells jsonb)`,
    [organizationId, id, JSON.stringify(rows)],
  );
  await work.query(`update app.survey set results_on = authz.today() where organization_id = $1 and id = $2`, [
    organizationId,
    id,
  ]);
  return true;
}

/** Publishes what may be shown of every closed survey, once. Returns how many surveys. */
export async function publishResults(context: Pick<JobContext, "job">): Promise<number> {
  let published = 0;
  for (const organizationId of await organizationIds(context)) {
    const ready = await inOrganization(context, organizationId, "JOB_SURVEYS", (work) =>
      readReady(work, organizationId),
    );
    for (const survey of ready)
      if (
        await inOrganization(context, organizationId, "JOB_SURVEYS", (work) => publishOne(work, organizationId, survey))
      )
        published += 1;
  }
  return published;
}

/** Publishes results and how many have answered, on a door of its own, for the demo's loader. */
export async function publishSurveyResults(
  options: Record<"databaseUrl" | "rolePrefix" | "secret", string>,
): Promise<void> {
  const job = await openDoor({ ...options, login: "job", poolSize: 1 });
  try {
    await publishResults({ job });
    await keepProgress({ job });
  } finally {
    await job.close();
  }
}
