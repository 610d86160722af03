import { movePlanRow as moved, PLAN_LIMITS, renumbered } from "@varde/domain";
import type { Language } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import type { Done } from "../../kernel/mutation.js";
import { conflict, lockedPlan, ownChapter, placeRows, writablePlan } from "./change-plan.js";
import { planRules } from "./plan.inputs.js";
import type { MovePlanRowInput, RemovePlanRowInput, RestorePlanRowInput, SavePlanRowInput } from "./plan.inputs.js";
import { PLAN_TEXTS } from "./plan.texts.js";
import type { PlanRow } from "./read-plans.js";

type Bound = { templateId: string | null; goalId: string | null; responsibleSeatId: string | null };

/** What a row points at has to be there: a template chapters have seen, a goal of the year, a seat of the board. */
async function requireBound(work: Work, plan: PlanRow, row: Bound, before: Bound | undefined): Promise<void> {
  const { organizationId, chapterId } = ownChapter(work);
  const changed = (key: keyof Bound): string | null => (row[key] === (before?.[key] ?? null) ? null : row[key]);
  const [found] = await work.query<{ template: boolean; goal: boolean; seat: boolean }>(
    `select $3::uuid is null or exists (select 1 from app.template_version v where v.organization_id = $1 and v.template_id = $3 and v.state <> 'DRAFT') as template,
            $4::uuid is null or exists (select 1 from app.strategy_goal g where g.organization_id = $1 and g.id = $4 and g.year = $6) as goal,
            $5::uuid is null or exists (select 1 from app.seat s where s.organization_id = $1 and s.id = $5 and s.chapter_id = $2) as seat`,
    [organizationId, chapterId, changed("templateId"), changed("goalId"), changed("responsibleSeatId"), plan.year],
  );
  if (!found!.template || !found!.goal || !found!.seat) throw new AppError("NOT_FOUND");
}

/**
 * Writes a row, or a new one last. Of an adopted plan only how far it has come, who has it, when it is due and what it is bound to:
 * what it says stands.
 */
export async function savePlanRow(work: Work, language: Language, input: SavePlanRowInput): Promise<Done> {
  const row = checkInput(planRules(language).row, { ...input }, language);
  const plan = await lockedPlan(work, input.planId);
  const there = plan.rows.find(({ id }) => id === row.id);
  if (input.rev !== (there?.rev ?? 0)) conflict(language, plan);
  const says = !there || (["activity", "aim", "measures", "resultAim"] as const).some((key) => row[key] !== there[key]);
  if (plan.state === "ADOPTED" && says) refuse("LOCKED", say(language, PLAN_TEXTS.adopted), [], plan.id);
  if (!there && plan.rows.length >= PLAN_LIMITS.rows) refuse("INVALID", say(language, PLAN_TEXTS.full), [], plan.id);
  await requireBound(work, plan, row, there);
  const { organizationId, chapterId } = ownChapter(work);
  const values = [
    chapterId,
    row.id,
    row.activity,
    row.aim,
    row.measures,
    row.resultAim,
    row.responsibleSeatId === null ? row.responsible : "",
    row.responsibleSeatId,
    row.dueOn,
    row.status,
    row.learnt,
    row.templateId,
    row.templateId === null ? row.measure : null,
    row.target,
    row.goalId,
  ];
  if (there) {
    await work.query(
      `update app.action_plan_row set activity = $3, aim = $4, measures = $5, result_aim = $6, responsible = $7, responsible_seat_id = $8, due_on = $9,
              status = $10, learnt = $11, template_id = $12, measure = $13, target = $14, goal_id = $15, rev = rev + 1
        where chapter_id = $1 and id = $2`,
      values,
    );
    return { id: plan.id, rev: there.rev + 1 };
  }
  const nr = renumbered([...plan.rows, { nr: "" }]).at(-1)!.nr;
  const made = await work.query(
    `insert into app.action_plan_row (organization_id, chapter_id, plan_id, id, position, nr, activity, aim, measures, result_aim, responsible,
       responsible_seat_id, due_on, status, learnt, template_id, measure, target, goal_id)
     values ($16, $1, $17, $2, $18, $19, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing returning 1`,
    [...values, organizationId, plan.id, plan.rows.length + 1, nr],
  );
  // it was taken away meanwhile, or is another plan's
  if (made.length === 0) conflict(language, plan);
  return { id: plan.id, rev: 1 };
}

/** Moves a row. It has no `rev`: two who move different rows at once both get what they meant, and of two who move one the last. */
export async function movePlanRow(work: Work, language: Language, input: MovePlanRowInput): Promise<Done> {
  const plan = await writablePlan(work, language, input.planId);
  if (!plan.rows.some(({ id }) => id === input.id)) conflict(language, plan);
  await placeRows(work, moved(plan.rows, input.id, input.beforeId ?? null));
  return { id: plan.id };
}

/** Takes a row away; it can be put back. */
export async function removePlanRow(work: Work, language: Language, input: RemovePlanRowInput): Promise<Done> {
  const plan = await writablePlan(work, language, input.planId);
  const there = plan.rows.find(({ id }) => id === input.id);
  if (!there || there.rev !== input.rev) return conflict(language, plan);
  await work.query(
    `update app.action_plan_row set removed_at = now(), rev = rev + 1 where chapter_id = $1 and id = $2`,
    [plan.chapter.id, there.id],
  );
  await placeRows(work, renumbered(plan.rows.filter(({ id }) => id !== there.id)));
  return { id: plan.id };
}

/** Puts a row back, last. */
export async function restorePlanRow(work: Work, language: Language, input: RestorePlanRowInput): Promise<Done> {
  const plan = await writablePlan(work, language, input.planId);
  const there = plan.removed.find(({ id }) => id === input.id);
  if (!there) return conflict(language, plan);
  if (plan.rows.length >= PLAN_LIMITS.rows) refuse("INVALID", say(language, PLAN_TEXTS.full), [], plan.id);
  await work.query(
    `update app.action_plan_row set removed_at = null, rev = rev + 1 where chapter_id = $1 and id = $2`,
    [plan.chapter.id, there.id],
  );
  await placeRows(work, renumbered([...plan.rows, { ...there, nr: "" }]));
  return { id: plan.id };
}
