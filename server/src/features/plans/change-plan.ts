import type { Language } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { PLAN_TEXTS } from "./plan.texts.js";
import { planRow } from "./read-plans.js";
import type { PlanRow } from "./read-plans.js";

/** The chapter of the board that asks. Throws FORBIDDEN for who has none. */
export function ownChapter(work: Work): { organizationId: string; chapterId: string; seatId: string } {
  const { organizationId, chapterId, seatId } = seated(work);
  if (chapterId === null) throw new AppError("FORBIDDEN");
  return { organizationId, chapterId, seatId };
}

/** A plan of the own chapter, locked: whoever else changes it or its rows waits. Throws NOT_FOUND. */
export async function lockedPlan(work: Work, id: string): Promise<PlanRow> {
  const { chapterId } = ownChapter(work);
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const held = await work.query(`select 1 from app.action_plan where chapter_id = $1 and id = $2 for update`, [
    chapterId,
    id,
  ]);
  const plan = held.length > 0 ? await planRow(work, id) : null;
  if (!plan) throw new AppError("NOT_FOUND");
  return plan;
}

export const conflict = (language: Language, plan: PlanRow): never =>
  refuse("CONFLICT", say(language, COMMON.conflict), [], plan.id);

/** The same, where its words are to be changed: an adopted one is opened by a reason first. */
export async function writablePlan(work: Work, language: Language, id: string, rev?: number): Promise<PlanRow> {
  const plan = await lockedPlan(work, id);
  if (plan.state === "ADOPTED") refuse("LOCKED", say(language, PLAN_TEXTS.adopted), [], plan.id);
  if (rev !== undefined && rev !== plan.rev) conflict(language, plan);
  return plan;
}

/** Sets the order and the numbers of rows that stay. */
export async function placeRows(work: Work, rows: readonly { id: string; nr: string }[]): Promise<void> {
  await work.query(
    `update app.action_plan_row r set position = x.position, nr = x.nr
       from unnest($2::uuid[], $3::int[], $4::text[]) x (id, position, nr)
      where r.chapter_id = $1 and r.id = x.id and (r.position, r.nr) is distinct from (x.position, x.nr)`,
    [ownChapter(work).chapterId, rows.map(({ id }) => id), rows.map((_, i) => i + 1), rows.map(({ nr }) => nr)],
  );
}
