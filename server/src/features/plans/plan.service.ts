import { adoptionProblem, isPlanYear } from "@varde/domain";
import type { Language, PlanRowText, PlanText } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { conflict, lockedPlan, ownChapter, writablePlan } from "./change-plan.js";
import { planRules } from "./plan.inputs.js";
import type {
  AdoptActionPlanInput,
  ChangeAdoptedPlanInput,
  PlanWordsInput,
  ReplacePlanRowsInput,
  SaveActionPlanInput,
  SeenPlanInput,
  StartActionPlanInput,
} from "./plan.inputs.js";
import { PLAN_TEXTS } from "./plan.texts.js";
import { contentOf, hashOf, plansOf } from "./read-plans.js";
import type { PlanContent, PlanRow } from "./read-plans.js";
import { readPlanTemplate } from "./strategy.service.js";

type NewRow = PlanRowText &
  Partial<{ responsible: string; originId: string | null }> & {
    templateId?: string | null;
    measure?: string | null;
    target?: number | null;
  };

async function addRows(work: Work, planId: string, rows: readonly NewRow[], from = 1): Promise<void> {
  const { organizationId, chapterId } = ownChapter(work);
  if (rows.length === 0) return;
  await work.query(
    `insert into app.action_plan_row (organization_id, chapter_id, plan_id, id, position, nr, activity, aim, measures, result_aim, responsible,
       template_id, measure, target, origin_id)
     select $1, $2, $3, x.id, x.position, x.nr, x.activity, x.aim, x.measures, x."resultAim", coalesce(x.responsible, ''), x."templateId", x.measure, x.target, x."originId"
       from jsonb_to_recordset($4::jsonb) x (id uuid, position int, nr text, activity text, aim text, measures text, "resultAim" text, responsible text,
         "templateId" uuid, measure text, target smallint, "originId" uuid)`,
    [
      organizationId,
      chapterId,
      planId,
      JSON.stringify(rows.map((row, i) => ({ ...row, id: uuidv7(), position: from + i }))),
    ],
  );
}

const checkedWords = (language: Language, text: PlanWordsInput): PlanText =>
  checkInput(planRules(language).words, { ...text, rows: text.rows.map((row) => ({ ...row })) }, language);

type Start = { title: string; intro: string; closing: string; rows: NewRow[] };

async function startOf(work: Work, language: Language, input: StartActionPlanInput): Promise<Start> {
  const { chapterId, organizationId } = ownChapter(work);
  const [chapter] = await work.query<{ name: string }>(
    `select name from app.chapter where organization_id = $1 and id = $2`,
    [organizationId, chapterId],
  );
  const title = say(language, PLAN_TEXTS.title).replace("<c>", chapter!.name).replace("<y>", String(input.year));
  if (input.from === "LAST") {
    const [last] = await plansOf(work, input.year - 1, [chapterId]);
    if (!last) return refuse("INVALID", say(language, PLAN_TEXTS.nothingBefore), ["from"]);
    const rows = last.rows.map(
      ({ id, nr, activity, aim, measures, resultAim, responsible, templateId, measure, target }): NewRow => ({
        nr,
        activity,
        aim,
        measures,
        resultAim,
        responsible,
        templateId,
        measure,
        target,
        originId: id,
      }),
    );
    return {
      title: last.title.replaceAll(String(last.year), String(input.year)) || title,
      intro: last.intro,
      closing: "",
      rows,
    };
  }
  if (input.from === "TEMPLATE") {
    const template = await readPlanTemplate(work);
    if (!template) return refuse("INVALID", say(language, PLAN_TEXTS.noTemplate), ["from"]);
    return { ...template.text, title };
  }
  if (input.from === "TEXT") {
    if (!input.text) throw new AppError("BAD_REQUEST");
    const text = checkedWords(language, input.text);
    return { ...text, title: text.title || title };
  }
  return { title, intro: "", closing: "", rows: [] };
}

/** Begins the chapter's plan of a year. Two who begin at once: the second is told that it is there. */
export async function startActionPlan(work: Work, language: Language, input: StartActionPlanInput): Promise<Done> {
  const { organizationId, chapterId, seatId } = ownChapter(work);
  if (!isUuid(input.id)) throw new AppError("BAD_REQUEST");
  if (!isPlanYear(input.year, work.today)) refuse("INVALID", say(language, PLAN_TEXTS.year), ["year"]);
  const start = await startOf(work, language, input);
  const made = await work.query(
    `insert into app.action_plan (organization_id, chapter_id, id, year, title, intro, closing, started_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict do nothing returning 1`,
    [organizationId, chapterId, input.id, input.year, start.title.slice(0, 160), start.intro, start.closing, seatId],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, PLAN_TEXTS.exists), ["year"]);
  await addRows(work, input.id, start.rows);
  await trail(work, "ACTION_PLAN_STARTED", { id: input.id, year: input.year }, { from: input.from });
  return { id: input.id, rev: 1 };
}

const trail = (
  work: Work,
  action: string,
  plan: { id: string; year: number },
  detail: Record<string, string | number | null> = {},
): Promise<void> =>
  audit(work, {
    action,
    subjectType: "ActionPlan",
    subjectId: plan.id,
    chapterId: ownChapter(work).chapterId,
    detail: { year: plan.year, ...detail },
  });

/** Writes what stands around the table. */
export async function saveActionPlan(work: Work, language: Language, input: SaveActionPlanInput): Promise<Done> {
  const { title, intro, closing } = checkInput(planRules(language).around, { ...input }, language);
  const plan = await writablePlan(work, language, input.id, input.rev);
  await setAround(work, plan, { title, intro, closing });
  return { id: plan.id, rev: plan.rev + 1 };
}

async function setAround(
  work: Work,
  plan: PlanRow,
  text: Pick<PlanText, "title" | "intro" | "closing">,
): Promise<void> {
  await work.query(
    `update app.action_plan set title = $3, intro = $4, closing = $5, rev = rev + 1 where chapter_id = $1 and id = $2`,
    [plan.chapter.id, plan.id, text.title, text.intro, text.closing],
  );
}

/**
 * All the words of a plan anew, as from an import. `plan` is locked and not adopted; `text` is checked. A row whose activity is there
 * already keeps its id, and with it how far it has come; those that are not in the text are taken away, and can be put back.
 */
export async function replacePlanText(work: Work, plan: PlanRow, text: PlanText): Promise<void> {
  await setAround(work, plan, text);
  const left = [...plan.rows];
  const kept: (PlanRowText & { id: string; position: number })[] = [];
  const fresh: { row: PlanRowText; position: number }[] = [];
  const named = (activity: string): string => activity.trim().toLocaleLowerCase("nb");
  for (const [i, row] of text.rows.entries()) {
    const at = left.findIndex(({ activity }) => named(activity) !== "" && named(activity) === named(row.activity));
    const [same] = at < 0 ? [] : left.splice(at, 1);
    if (same) kept.push({ ...row, id: same.id, position: i + 1 });
    else fresh.push({ row, position: i + 1 });
  }
  await work.query(
    `update app.action_plan_row r set removed_at = now(), rev = rev + 1 where r.chapter_id = $1 and r.id = any ($2::uuid[])`,
    [plan.chapter.id, left.map(({ id }) => id)],
  );
  await setWords(work, plan, kept);
  for (const { row, position } of fresh) await addRows(work, plan.id, [row], position);
}

/** Rows that are there get these words and places, and are there again if they were taken away. */
async function setWords(
  work: Work,
  plan: PlanRow,
  rows: readonly (PlanRowText & { id: string; position: number })[],
): Promise<void> {
  await work.query(
    `update app.action_plan_row r set nr = x.nr, activity = x.activity, aim = x.aim, measures = x.measures, result_aim = x."resultAim",
            position = x.position, removed_at = null, rev = rev + 1
       from jsonb_to_recordset($3::jsonb) x (id uuid, position int, nr text, activity text, aim text, measures text, "resultAim" text)
      where r.chapter_id = $1 and r.plan_id = $2 and r.id = x.id`,
    [plan.chapter.id, plan.id, JSON.stringify(rows)],
  );
}

/** The whole text anew, by its writer's own hand or another program's. */
export async function replacePlanRows(work: Work, language: Language, input: ReplacePlanRowsInput): Promise<Done> {
  const text = checkedWords(language, input.text);
  const plan = await writablePlan(work, language, input.id, input.rev);
  // a row has a rev of its own, and may say something else than what was seen
  if (input.words && input.words !== hashOf(plan)) conflict(language, plan);
  await replacePlanText(work, plan, text);
  return { id: plan.id, rev: plan.rev + 1 };
}

/** Adopts a plan: what was read is frozen as a version, and its words stand from then on. */
export async function adoptActionPlan(work: Work, language: Language, input: AdoptActionPlanInput): Promise<Done> {
  const { place } = checkInput(planRules(language).adoption, { place: input.place }, language);
  const { seatId, organizationId } = ownChapter(work);
  const plan = await writablePlan(work, language, input.id, input.rev);
  if (input.words !== hashOf(plan)) conflict(language, plan);
  const problem = adoptionProblem(input.on, plan.year, work.today);
  if (problem !== null)
    refuse("INVALID", say(language, problem === "FUTURE" ? PLAN_TEXTS.future : PLAN_TEXTS.otherYear), ["on"], plan.id);
  if (!plan.rows.some(({ activity }) => activity !== ""))
    refuse("INVALID", say(language, PLAN_TEXTS.empty), [], plan.id);
  const number = (plan.versions[0]?.number ?? 0) + 1;
  await work.query(
    `insert into app.action_plan_version (organization_id, chapter_id, plan_id, number, content, hash, place, adopted_on, adopted_by, reason, frozen_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      organizationId,
      plan.chapter.id,
      plan.id,
      number,
      JSON.stringify(contentOf(plan)),
      hashOf(plan),
      place,
      input.on,
      input.by,
      plan.changeReason,
      seatId,
    ],
  );
  await work.query(
    `update app.action_plan set state = 'ADOPTED', adopted_place = $3, adopted_on = $4, adopted_by = $5, change_reason = null, rev = rev + 1
      where chapter_id = $1 and id = $2`,
    [plan.chapter.id, plan.id, place, input.on, input.by],
  );
  await trail(work, "ACTION_PLAN_ADOPTED", plan, { version: number, on: input.on, by: input.by });
  return { id: plan.id, rev: plan.rev + 1 };
}

/** Opens an adopted plan for a new version. What was adopted holds until the new one is. */
export async function changeAdoptedPlan(work: Work, language: Language, input: ChangeAdoptedPlanInput): Promise<Done> {
  const { reason } = checkInput(planRules(language).change, { reason: input.reason }, language);
  const plan = await lockedPlan(work, input.id);
  if (plan.rev !== input.rev) conflict(language, plan);
  if (plan.state !== "ADOPTED") refuse("LOCKED", say(language, PLAN_TEXTS.notAdopted), [], plan.id);
  await work.query(
    `update app.action_plan set state = 'CHANGING', change_reason = $3, rev = rev + 1 where chapter_id = $1 and id = $2`,
    [plan.chapter.id, plan.id, reason],
  );
  await trail(work, "ACTION_PLAN_OPENED", plan, { version: plan.versions[0]!.number });
  return { id: plan.id, rev: plan.rev + 1 };
}

/** Gives up a change: the words are again what was adopted last. */
export async function undoPlanChange(work: Work, language: Language, input: SeenPlanInput): Promise<Done> {
  const plan = await writablePlan(work, language, input.id, input.rev);
  const [version] = await work.query<{ content: PlanContent }>(
    `select content from app.action_plan_version where chapter_id = $1 and plan_id = $2 order by number desc limit 1`,
    [plan.chapter.id, plan.id],
  );
  if (!version) return refuse("LOCKED", say(language, PLAN_TEXTS.notAdopted), [], plan.id);
  const { content } = version;
  await setAround(work, plan, content);
  await work.query(
    `update app.action_plan_row r set removed_at = now(), rev = rev + 1 where r.chapter_id = $1 and r.plan_id = $2 and r.removed_at is null and r.id <> all ($3::uuid[])`,
    [plan.chapter.id, plan.id, content.rows.map(({ id }) => id)],
  );
  await setWords(
    work,
    plan,
    content.rows.map((row, i) => ({ ...row, position: i + 1 })),
  );
  await work.query(
    `update app.action_plan set state = 'ADOPTED', change_reason = null where chapter_id = $1 and id = $2`,
    [plan.chapter.id, plan.id],
  );
  await trail(work, "ACTION_PLAN_CHANGE_UNDONE", plan);
  return { id: plan.id, rev: plan.rev + 1 };
}

/** Takes a draft away that was never adopted, to begin anew. */
export async function discardActionPlan(work: Work, language: Language, input: SeenPlanInput): Promise<Done> {
  const plan = await writablePlan(work, language, input.id, input.rev);
  if (plan.state !== "DRAFT") refuse("LOCKED", say(language, PLAN_TEXTS.adopted), [], plan.id);
  await work.query(`delete from app.action_plan where chapter_id = $1 and id = $2`, [plan.chapter.id, plan.id]);
  await trail(work, "ACTION_PLAN_DISCARDED", plan, { rows: plan.rows.length });
  return { id: null };
}
