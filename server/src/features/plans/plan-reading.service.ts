import type { PlanState } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { mapTemplates } from "../journey-map/index.js";
import { ownChapter } from "./change-plan.js";
import type { ActionPlan, ActionPlanYear, PlanChoices, PlanWords } from "./plan.type.js";
import { plansOf } from "./read-plans.js";
import type { PlanContent } from "./read-plans.js";

/** More do not stand side by side. */
const MOST_COMPARED = 12;

/** A chapter in reach. One outside it is NOT_FOUND, like one that never was. */
async function inReach(work: Work, chapterId: string | null): Promise<string> {
  const id = chapterId ?? seated(work).chapterId;
  if (id === null || !isUuid(id)) throw new AppError("NOT_FOUND");
  const [found] = await work.query(`select 1 where $1::uuid = any (authz.units('PLAN_READ'))`, [id]);
  if (!found) throw new AppError("NOT_FOUND");
  return id;
}

/** A chapter's plan of a year; null where there is none. */
export async function planOfYear(work: Work, year: number, chapterId: string | null): Promise<ActionPlan | null> {
  return (await plansOf(work, year, [await inReach(work, chapterId)]))[0] ?? null;
}

/** The years a chapter has a plan of. */
export async function planYears(work: Work, chapterId: string | null): Promise<ActionPlanYear[]> {
  return work.query<{ year: number; state: PlanState }>(
    `select year, state from app.action_plan where chapter_id = $1 order by year desc limit 100`,
    [await inReach(work, chapterId)],
  );
}

/** Plans to hold side by side. */
export async function comparedPlans(work: Work, year: number, chapterIds: readonly string[]): Promise<ActionPlan[]> {
  if (chapterIds.length > MOST_COMPARED) throw new AppError("BAD_REQUEST");
  for (const id of chapterIds) await inReach(work, id);
  return plansOf(work, year, chapterIds);
}

/** What a version says. */
export async function planVersion(work: Work, planId: string, number: number): Promise<PlanWords> {
  if (!isUuid(planId) || number < 1 || number > 32_000) throw new AppError("NOT_FOUND");
  const [version, twin] = await work.query<{ content: PlanContent }>(
    `select content from app.action_plan_version where plan_id = $1 and number = $2`,
    [planId, number],
  );
  if (!version || twin) throw new AppError("NOT_FOUND");
  return version.content;
}

/** What a row of the own chapter's plan can be bound to, and who can have it. */
export async function planChoices(work: Work): Promise<PlanChoices> {
  const { organizationId, chapterId } = ownChapter(work);
  const seats = await work.query<{ id: string; name: string }>(
    `select id, holder_name as name from app.seat
      where organization_id = $1 and chapter_id = $2 and role in ('CHAPTER_LEADER', 'CHAPTER_BOARD')
        and valid_from <= authz.today() and (valid_to is null or valid_to > authz.today())
      order by holder_name, id limit 60`,
    [organizationId, chapterId],
  );
  return { templates: await mapTemplates(work), seats };
}
