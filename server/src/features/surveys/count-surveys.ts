import { randomInt } from "node:crypto";
import { ANSWERED, countForms, WHOLE_FORM } from "@varde/domain";
import type { SurveyAnswers, SurveyCount, SurveyDefinition } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import { openForm } from "./sealed-form.js";

/** The job that counts; also put in the queue when a survey is closed. */
export const COUNT_SURVEYS = "countSurveys";

type Open = Pick<JobContext, "sealer">["sealer"];
type Ripe = { id: string; definition: SurveyDefinition; closed: boolean };
type Waiting = { chapterId: string; regionId: string | null; sealed: string };
/** Where forms are summed: a chapter, a region, or neither. */
type Place = { chapterId: string | null; regionId: string | null };
type Sum = Place & SurveyCount;

/** An order that nobody can guess. */
function shuffled<T>(items: T[]): T[] {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
  return items;
}

const grouped = <T>(items: readonly T[], by: (item: T) => string): Map<string, T[]> =>
  Map.groupBy(items, by) as Map<string, T[]>;

/** Takes out the forms that may be counted: of chapters where k wait, and all of a survey that is over. */
const take = (work: Work, organizationId: string, survey: Ripe, k: number): Promise<Waiting[]> =>
  work.query<Waiting>(
    `with ripe as (select w.chapter_id from app.survey_waiting w where w.organization_id = $1 and w.survey_id = $2
                    group by w.chapter_id having count(*) >= $3 or $4)
     delete from app.survey_waiting w using ripe r where w.organization_id = $1 and w.survey_id = $2 and w.chapter_id = r.chapter_id
     returning w.chapter_id as "chapterId", w.sealed,
       (select m.region_id from app.chapter_region m where m.organization_id = $1 and m.chapter_id = w.chapter_id and m.valid_from <= authz.today()
          and (m.valid_to is null or m.valid_to > authz.today()) limit 1) as "regionId"`,
    [organizationId, survey.id, k, survey.closed],
  );

/** Where each chapter's forms belong: the chapter's where k are together or have been, else the region's, else the whole's. */
async function placeOf(
  work: Work,
  organizationId: string,
  survey: Ripe,
  forms: readonly Waiting[],
  k: number,
): Promise<(form: Waiting) => Place> {
  const before = await work.query<{ chapter_id: string }>(
    `select chapter_id from app.survey_count where organization_id = $1 and survey_id = $2 and question = $3 and cell = $4 and chapter_id is not null`,
    [organizationId, survey.id, WHOLE_FORM, ANSWERED],
  );
  const counted = new Set(before.map(({ chapter_id }) => chapter_id));
  const stands = new Set(
    [...grouped(forms, ({ chapterId }) => chapterId)]
      .filter(([chapterId, theirs]) => theirs.length >= k || counted.has(chapterId))
      .map(([chapterId]) => chapterId),
  );
  const loose = grouped(
    forms.filter(({ chapterId }) => !stands.has(chapterId)),
    ({ regionId }) => regionId ?? "",
  );
  return ({ chapterId, regionId }) => {
    if (stands.has(chapterId)) return { chapterId, regionId: null };
    return { chapterId: null, regionId: (loose.get(regionId ?? "")?.length ?? 0) >= k ? regionId : null };
  };
}

/** Sums of one place's forms; what describes a person is its region's, never its chapter's. */
function sumsOf(
  definition: SurveyDefinition,
  place: Place,
  regionId: string | null,
  counts: readonly SurveyCount[],
): Sum[] {
  const describes = new Set(definition.questions.filter((question) => question.describes).map(({ key }) => key));
  return counts.map((count) => ({
    ...count,
    ...(place.chapterId !== null && describes.has(count.question) ? { chapterId: null, regionId } : place),
  }));
}

async function keep(work: Work, organizationId: string, surveyId: string, sums: readonly Sum[]): Promise<void> {
  // several chapters of a region add to one row of what describes
  const joined = [
    ...grouped(sums, (sum) => JSON.stringify([sum.chapterId, sum.regionId, sum.question, sum.cell])).values(),
  ].map((same) => ({ ...same[0]!, n: same.reduce((all, { n }) => all + n, 0) }));
  await work.query(
    `insert into app.survey_count as c (organization_id, survey_id, chapter_id, region_id, question, cell, n)
     select $1, $2, s.chapter_id, s.region_id, s.question, s.cell, s.n
       from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::int[]) s (chapter_id, region_id, question, cell, n)
     on conflict (organization_id, survey_id, chapter_id, region_id, question, cell) do update set n = c.n + excluded.n`,
    [
      organizationId,
      surveyId,
      joined.map(({ chapterId }) => chapterId),
      joined.map(({ regionId }) => regionId),
      joined.map(({ question }) => question),
      joined.map(({ cell }) => cell),
      joined.map(({ n }) => n),
    ],
  );
}

/** Counts what may be counted of a survey, all of it or nothing. Returns how many forms. */
async function countSurvey(work: Work, sealer: Open, organizationId: string, survey: Ripe, k: number): Promise<number> {
  // two at once could each find fewer than k
  await work.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`count survey ${survey.id}`]);
  const forms = shuffled(await take(work, organizationId, survey, k));
  if (forms.length > 0) {
    const where = await placeOf(work, organizationId, survey, forms, k);
    const texts: { question: string; text: string }[] = [];
    const sums: Sum[] = [];
    for (const theirs of grouped(
      forms,
      (form) => `${JSON.stringify(where(form))} ${where(form).chapterId ? form.regionId : ""}`,
    ).values()) {
      const first = theirs[0]!;
      const answers = theirs.map(({ chapterId, sealed }): SurveyAnswers =>
        openForm(sealer, { surveyId: survey.id, chapterId }, sealed),
      );
      const counted = countForms(survey.definition, answers, shuffled);
      sums.push(...sumsOf(survey.definition, where(first), first.regionId, counted.counts));
      texts.push(...counted.texts);
    }
    await keep(work, organizationId, survey.id, sums);
    const written = shuffled(texts)
      .map(({ question, text }) => ({ question, text: text.toWellFormed().replaceAll("\u0000", "") }))
      .filter(({ text }) => text !== "");
    await work.query(
      `insert into app.survey_text (organization_id, survey_id, question, text) select $1, $2, t.question, t.text from unnest($3::text[], $4::text[]) t (question, text)`,
      [organizationId, survey.id, written.map(({ question }) => question), written.map(({ text }) => text)],
    );
  }
  if (survey.closed)
    await work.query(`delete from app.survey_spent where organization_id = $1 and survey_id = $2`, [
      organizationId,
      survey.id,
    ]);
  await work.query(`select authz.stir_survey($1)`, [survey.id]);
  return forms.length;
}

/** Closes what has had its last day. */
const closeOver = (work: Work, organizationId: string) =>
  work.query(
    `update app.survey set state = 'CLOSED', closed_at = now(), rev = rev + 1 where organization_id = $1 and state = 'OPEN' and closes_on < authz.today()`,
    [organizationId],
  );

/** Surveys with something to count, to stir or to forget, and how many forms it takes at least. */
const readRipe = (work: Work, organizationId: string) =>
  work.query<Ripe & { k: number }>(
    `select s.id, s.definition, s.state = 'CLOSED' as closed, o.suppression_k as k from app.survey s join app.organization o on o.id = s.organization_id
      where s.organization_id = $1 and s.state <> 'DRAFT'
        and (exists (select 1 from app.survey_waiting w where w.organization_id = $1 and w.survey_id = s.id)
          or exists (select 1 from app.survey_spent t where t.organization_id = $1 and t.survey_id = s.id))`,
    [organizationId],
  );

/**
 * Counts the forms that may be counted, in every organization; closes surveys that have had their last day, and forgets the
 * tickets of those that are closed. A transaction a survey: killed in the middle it has done nothing. Returns how many forms.
 */
export async function countSurveys(context: Pick<JobContext, "job" | "sealer">): Promise<number> {
  let forms = 0;
  for (const id of await organizationIds(context)) {
    await inOrganization(context, id, "JOB_SURVEYS", (work) => closeOver(work, id));
    for (const survey of await inOrganization(context, id, "JOB_SURVEYS", (work) => readRipe(work, id))) {
      forms += await inOrganization(context, id, "JOB_SURVEYS", (work) =>
        countSurvey(work, context.sealer, id, survey, survey.k),
      );
    }
  }
  return forms;
}
