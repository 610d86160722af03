import type { PlanMeasure } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { ActionPlan, ActionPlanProgress, ActionPlanRow } from "./plan.type.js";
import type { PlanRow, RowRow } from "./read-plans.js";

const key = (...parts: (string | number)[]): string => parts.join(" ");

/** Kept numbers of the templates that rows are bound to: done of all that count, in the months of the plan's year. */
async function duties(work: Work, plans: readonly PlanRow[]): Promise<Map<string, ActionPlanProgress>> {
  const bound = plans.flatMap((plan) =>
    plan.rows.flatMap(({ templateId }) => (templateId === null ? [] : [{ plan, templateId }])),
  );
  if (bound.length === 0) return new Map();
  const found = await work.query<{ chapterId: string; templateId: string; year: number; done: number; whole: number }>(
    `with bound as (select distinct * from unnest($1::uuid[], $2::uuid[], $3::int[]) b (chapter_id, template_id, year))
     select b.chapter_id as "chapterId", b.template_id as "templateId", b.year,
            coalesce(d.done, 0)::int as done, (coalesce(d.done, 0) + coalesce(u.n, 0))::int as whole
       from bound b
       cross join lateral (select sum(s.on_time + s.late) as done from app.standing s
         where s.reach_key in (b.chapter_id || ':duties', b.chapter_id || ':persons') and s.template_id = b.template_id and not s.period_report
           and s.month between make_date(b.year, 1, 1) and make_date(b.year, 12, 1)) d
       cross join lateral (select sum(s.n) as n from app.standing_unclosed s
         where s.reach_key in (b.chapter_id || ':duties', b.chapter_id || ':persons') and s.template_id = b.template_id and not s.period_report
           and s.month between make_date(b.year, 1, 1) and make_date(b.year, 12, 1)) u`,
    [
      bound.map(({ plan }) => plan.chapter.id),
      bound.map(({ templateId }) => templateId),
      bound.map(({ plan }) => plan.year),
    ],
  );
  return new Map(
    found.map(({ chapterId, templateId, year, done, whole }) => [key(chapterId, templateId, year), { done, whole }]),
  );
}

/** Meetings held, of the kinds that rows are measured by. */
async function meetings(work: Work, plans: readonly PlanRow[]): Promise<Map<string, number>> {
  const measured = plans.filter(({ rows }) => rows.some(({ measure }) => measure !== null));
  if (measured.length === 0) return new Map();
  const found = await work.query<{ chapterId: string; kind: PlanMeasure; year: number; n: number }>(
    `select m.chapter_id as "chapterId", m.kind, b.year, count(*)::int as n
       from unnest($1::uuid[], $2::int[]) b (chapter_id, year) join app.meeting m on m.chapter_id = b.chapter_id
      where m.held_on between make_date(b.year, 1, 1) and least(make_date(b.year, 12, 31), authz.today()) and m.cancelled_at is null
      group by 1, 2, 3`,
    [measured.map(({ chapter }) => chapter.id), measured.map(({ year }) => year)],
  );
  return new Map(found.map(({ chapterId, kind, year, n }) => [key(chapterId, kind, year), n]));
}

/** The plans with how far each bound row has come. What counts persons is the own chapter's alone to see, above it nothing is shown. */
export async function withProgress(
  work: Work,
  plans: readonly PlanRow[],
  show: (work: Work, plan: PlanRow, rows: ActionPlanRow[]) => ActionPlan,
): Promise<ActionPlan[]> {
  const [done, held] = [await duties(work, plans), await meetings(work, plans)];
  const progressOf = (plan: PlanRow, row: RowRow): ActionPlanProgress | null => {
    const { chapter, year } = plan;
    if (row.measure !== null) return { done: held.get(key(chapter.id, row.measure, year)) ?? 0, whole: row.target };
    if (row.templateId === null) return null;
    const { viewer } = work;
    if (row.aboutMember && !(viewer?.caps.has("STATISTICS_EXACT") && viewer.chapterId === chapter.id)) return null;
    const counted = done.get(key(chapter.id, row.templateId, year));
    return { done: counted?.done ?? 0, whole: row.target ?? (counted?.whole || null) };
  };
  return plans.map((plan) =>
    show(
      work,
      plan,
      plan.rows.map(({ aboutMember: _about, ...row }, i) => ({ ...row, progress: progressOf(plan, plan.rows[i]!) })),
    ),
  );
}
