import { movedBefore } from "@varde/domain";
import type { Language, LocalDate, PlanState, PlanText } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import type { ChapterRef } from "../standings/index.js";
import { planRules } from "./plan.inputs.js";
import type {
  MoveStrategyGoalInput,
  RemoveStrategyGoalInput,
  SavePlanTemplateInput,
  SaveStrategyGoalInput,
} from "./plan.inputs.js";
import { PLAN_TEXTS } from "./plan.texts.js";
import { CHAPTER_REF, REGION_TODAY } from "./read-plans.js";
import type { ChapterPlan, PlanTally, PlanTemplate, StrategyGoal } from "./strategy.type.js";

const MOST_GOALS = 20;
const MOST_NAMES = 40;
const OPEN = `not c.direct_members and c.opened_on <= authz.today() and (c.closed_on is null or c.closed_on > authz.today())`;

/** The goals of a year in their order, with the chapters in reach whose plans stand behind each. */
export async function strategyGoals(work: Work, year: number, id: string | null = null): Promise<StrategyGoal[]> {
  const { organizationId } = seated(work);
  return work.query<StrategyGoal>(
    `with planning as (
       select p.id as plan_id, c.id, c.short_name from app.action_plan p
         join app.chapter c on c.organization_id = p.organization_id and c.id = p.chapter_id
        where p.organization_id = $1 and p.year = $2 and p.chapter_id = any (select unnest(authz.units('PLAN_READ')))),
     behind as (
       select distinct r.goal_id, p.id, p.short_name from planning p
         join app.action_plan_row r on r.chapter_id = p.id and r.plan_id = p.plan_id and r.removed_at is null and r.goal_id is not null)
     select g.id, g.year, g.text, g.why, g.rev,
            (select count(*)::int from behind b where b.goal_id = g.id) as chapters,
            coalesce((select array_agg(n.short_name order by n.short_name) from
              (select b.short_name from behind b where b.goal_id = g.id order by b.short_name limit ${MOST_NAMES}) n), '{}') as "chapterNames",
            coalesce((select array_agg(n.short_name order by n.short_name) from
              (select p.short_name from planning p where not exists (select 1 from behind b where b.goal_id = g.id and b.id = p.id)
                order by p.short_name limit ${MOST_NAMES}) n), '{}') as without
       from app.strategy_goal g where g.organization_id = $1 and g.year = $2 and ($3::uuid is null or g.id = $3)
      order by g.position, g.written_at, g.id`,
    [organizationId, year, id],
  );
}

/** A goal by its id; null when it is gone. */
export async function goalById(work: Work, id: string): Promise<StrategyGoal | null> {
  if (!isUuid(id)) return null;
  const [row] = await work.query<{ year: number }>(
    `select year from app.strategy_goal where organization_id = $1 and id = $2`,
    [seated(work).organizationId, id],
  );
  return row ? ((await strategyGoals(work, row.year, id))[0] ?? null) : null;
}

/** Writes a goal, or a new one last of its year. */
export async function saveStrategyGoal(work: Work, language: Language, input: SaveStrategyGoalInput): Promise<Done> {
  const { organizationId, seatId } = seated(work);
  const { text, why } = checkInput(planRules(language).goal, { text: input.text, why: input.why }, language);
  if (!isUuid(input.id)) throw new AppError("BAD_REQUEST");
  const thisYear = Number(work.today.slice(0, 4));
  if (Math.abs(input.year - thisYear) > 5) throw new AppError("BAD_REQUEST");
  if (input.rev === 0) {
    const [{ n }] = (await work.query<{ n: number }>(
      `select count(*)::int as n from app.strategy_goal where organization_id = $1 and year = $2`,
      [organizationId, input.year],
    )) as [{ n: number }];
    if (n >= MOST_GOALS) refuse("INVALID", say(language, PLAN_TEXTS.goals), ["text"]);
    const made = await work.query(
      `insert into app.strategy_goal (organization_id, id, year, text, why, written_by, position)
       select $1, $2, $3, $4, $5, $6, coalesce(max(position), 0) + 1 from app.strategy_goal where organization_id = $1 and year = $3
       on conflict do nothing returning 1`,
      [organizationId, input.id, input.year, text, why, seatId],
    );
    if (made.length === 0) refuse("CONFLICT", say(language, COMMON.conflict), [], input.id);
  } else {
    const [changed] = await work.query(
      `update app.strategy_goal set text = $4, why = $5, rev = rev + 1 where organization_id = $1 and id = $2 and rev = $3 returning 1`,
      [organizationId, input.id, input.rev, text, why],
    );
    if (!changed) await gone(work, language, input.id);
  }
  await audit(work, {
    action: "STRATEGY_GOAL_WRITTEN",
    subjectType: "StrategyGoal",
    subjectId: input.id,
    detail: { year: input.year },
  });
  return { id: input.id, rev: input.rev + 1 };
}

async function gone(work: Work, language: Language, id: string): Promise<never> {
  if (!(await goalById(work, id))) throw new AppError("NOT_FOUND");
  return refuse("CONFLICT", say(language, COMMON.conflict), [], id);
}

/** The goals of the year that one is of; none when it is gone. */
export async function goalsBeside(work: Work, id: string): Promise<StrategyGoal[]> {
  const goal = await goalById(work, id);
  return goal ? strategyGoals(work, goal.year) : [];
}

/** Moves a goal before another of its year, or last. The order is nobody's rank: it is how they are shown, and chosen from. */
export async function moveStrategyGoal(work: Work, language: Language, input: MoveStrategyGoalInput): Promise<Done> {
  const { organizationId } = seated(work);
  const goal = await goalById(work, input.id);
  if (!goal) throw new AppError("NOT_FOUND");
  // two who move at once: the second moves what the first left
  await work.query(`select 1 from app.strategy_goal where organization_id = $1 and year = $2 order by id for update`, [
    organizationId,
    goal.year,
  ]);
  const goals = await strategyGoals(work, goal.year);
  const beforeId = input.beforeId ?? null;
  const there = goals.find(({ id }) => id === goal.id);
  if (!there) throw new AppError("NOT_FOUND");
  if (there.rev !== input.rev || (beforeId !== null && !goals.some(({ id }) => id === beforeId)))
    return refuse("CONFLICT", say(language, COMMON.conflict), [], goal.id);
  const placed = movedBefore(goals, goal.id, beforeId);
  await work.query(
    `update app.strategy_goal g set position = x.position, rev = g.rev + (g.id = $2)::int
       from unnest($3::uuid[]) with ordinality x (id, position) where g.organization_id = $1 and g.id = x.id`,
    [organizationId, goal.id, placed.map(({ id }) => id)],
  );
  await audit(work, {
    action: "STRATEGY_GOAL_MOVED",
    subjectType: "StrategyGoal",
    subjectId: goal.id,
    detail: { year: goal.year },
  });
  return { id: goal.id, rev: there.rev + 1 };
}

/** Takes a goal away; rows that hang on it no longer do. */
export async function removeStrategyGoal(
  work: Work,
  language: Language,
  input: RemoveStrategyGoalInput,
): Promise<Done> {
  if (!isUuid(input.id)) throw new AppError("NOT_FOUND");
  const [removed] = await work.query<{ year: number }>(
    `delete from app.strategy_goal where organization_id = $1 and id = $2 and rev = $3 returning year`,
    [seated(work).organizationId, input.id, input.rev],
  );
  if (!removed) return gone(work, language, input.id);
  await audit(work, {
    action: "STRATEGY_GOAL_REMOVED",
    subjectType: "StrategyGoal",
    subjectId: input.id,
    detail: { year: removed.year },
  });
  return { id: input.id };
}

/** The organization's plan to begin from; null before there is one. */
export async function readPlanTemplate(work: Work): Promise<PlanTemplate | null> {
  const [row] = await work.query<{ text: PlanText; rev: number }>(
    `select content as text, rev from app.plan_template where organization_id = $1`,
    [seated(work).organizationId],
  );
  return row ?? null;
}

/** Writes the plan that chapters may begin from. Plans that have begun stay as they are. */
export async function savePlanTemplate(work: Work, language: Language, input: SavePlanTemplateInput): Promise<Done> {
  const { organizationId, seatId } = seated(work);
  const text = checkInput(
    planRules(language).words,
    { ...input.text, rows: input.text.rows.map((row) => ({ ...row })) },
    language,
  );
  const content = JSON.stringify(text);
  const written =
    input.rev === 0
      ? await work.query(
          `insert into app.plan_template (organization_id, content, written_by) values ($1, $2, $3) on conflict do nothing returning 1`,
          [organizationId, content, seatId],
        )
      : await work.query(
          `update app.plan_template set content = $3, written_by = $4, written_at = now(), rev = rev + 1 where organization_id = $1 and rev = $2 returning 1`,
          [organizationId, input.rev, content, seatId],
        );
  if (written.length === 0) refuse("CONFLICT", say(language, COMMON.conflict), [], organizationId);
  await audit(work, {
    action: "PLAN_TEMPLATE_WRITTEN",
    subjectType: "PlanTemplate",
    subjectId: organizationId,
    detail: { rows: text.rows.length },
  });
  return { id: organizationId, rev: input.rev + 1 };
}

type ChapterPlanRow = {
  chapter: ChapterRef;
  state: PlanState | null;
  adoptedOn: LocalDate | null;
  rows: number;
};

/** The open chapters in reach by name, with whether each has a plan of the year. */
export async function chapterPlans(
  work: Work,
  year: number,
  first: number,
  after: string | null,
): Promise<Connection<ChapterPlan>> {
  const size = pageSize(first);
  const [name, id] = fromCursor(after, 2) ?? [null, null];
  if (id !== null && !isUuid(String(id))) throw new AppError("BAD_REQUEST");
  const rows = await work.query<ChapterPlanRow>(
    `select ${CHAPTER_REF} as chapter, p.state, p.adopted_on as "adoptedOn",
            (select count(*)::int from app.action_plan_row r where r.chapter_id = p.chapter_id and r.plan_id = p.id and r.removed_at is null) as rows
       from app.chapter c ${REGION_TODAY} left join app.action_plan p on p.chapter_id = c.id and p.year = $2
      where c.organization_id = $1 and ${OPEN} and c.id in (select unnest(authz.units('PLAN_READ')))
        and ($3::text is null or (c.name, c.id) > ($3, $4::uuid))
      order by c.name, c.id limit $5`,
    [seated(work).organizationId, year, name, id, size + 1],
  );
  return toConnection(
    rows,
    size,
    (row) => row,
    (row) => [row.chapter.name, row.chapter.id],
    { after },
  );
}

/** How many of the chapters in reach have which kind of plan. */
export async function planTally(work: Work, year: number): Promise<PlanTally> {
  const [row] = await work.query<PlanTally>(
    `select count(*)::int as chapters, (count(*) filter (where p.state = 'DRAFT'))::int as drafts,
            (count(*) filter (where p.state in ('ADOPTED', 'CHANGING')))::int as adopted
       from app.chapter c left join app.action_plan p on p.chapter_id = c.id and p.year = $2
      where c.organization_id = $1 and ${OPEN} and c.id in (select unnest(authz.units('PLAN_READ')))`,
    [seated(work).organizationId, year],
  );
  return row!;
}
