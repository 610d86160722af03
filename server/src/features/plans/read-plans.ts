import { createHash } from "node:crypto";
import type {
  LocalizedText,
  PlanAdopter,
  PlanMeasure,
  PlanRowStatus,
  PlanRowText,
  PlanState,
  PlanText,
} from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { isUuid } from "../../kernel/mutation.js";
import type { ActionPlan, ActionPlanBefore, ActionPlanRow, ActionPlanVersion } from "./plan.type.js";
import type { ChapterRef } from "../standings/index.js";
import { withProgress } from "./progress.js";

export type RowRow = PlanRowText & {
  id: string;
  responsible: string;
  responsibleSeatId: string | null;
  responsibleName: string | null;
  dueOn: string | null;
  status: PlanRowStatus;
  learnt: string;
  templateId: string | null;
  templateName: LocalizedText | null;
  aboutMember: boolean | null;
  measure: PlanMeasure | null;
  target: number | null;
  goalId: string | null;
  goalText: string | null;
  before: ActionPlanBefore | null;
  rev: number;
};
export type PlanRow = {
  id: string;
  year: number;
  state: PlanState;
  title: string;
  intro: string;
  closing: string;
  place: string | null;
  adoptedOn: string | null;
  adoptedBy: PlanAdopter | null;
  changeReason: string | null;
  rev: number;
  chapter: ChapterRef;
  rows: RowRow[];
  removed: RowRow[];
  versions: {
    number: number;
    place: string;
    on: string;
    by: PlanAdopter;
    reason: string | null;
    hash: string;
    frozenAt: string;
  }[];
};

/** What a version is made of: the words, with the ids that a later change is held against. */
export type PlanContent = Omit<PlanText, "rows"> & { rows: (PlanRowText & { id: string })[] };

export const contentOf = ({ title, intro, closing, rows }: PlanContent): PlanContent => ({
  title,
  intro,
  rows: rows.map(({ id, nr, activity, aim, measures, resultAim }) => ({
    id,
    nr,
    activity,
    aim,
    measures,
    resultAim,
  })),
  closing,
});
export const hashOf = (plan: PlanContent): string =>
  createHash("sha256")
    .update(JSON.stringify(contentOf(plan)))
    .digest("hex");

/** A chapter's names and region, as `ChapterRef`; `c` is the chapter, `g` its region today. */
export const CHAPTER_REF = `json_build_object('id', c.id, 'name', c.name, 'shortName', c.short_name, 'county', c.county, 'regionId', g.id, 'regionName', g.name)`;
export const REGION_TODAY = `left join app.chapter_region m on m.organization_id = c.organization_id and m.chapter_id = c.id
    and m.valid_from <= authz.today() and (m.valid_to is null or m.valid_to > authz.today())
  left join app.region g on g.organization_id = m.organization_id and g.id = m.region_id`;

/** Rows that were taken away and can be put back: the last ones. */
const MOST_REMOVED = 10;

const rowsWhere = (where: string, order: string, most: number | "all" = "all"): string => `coalesce((
  select json_agg(json_build_object('id', r.id, 'nr', r.nr, 'activity', r.activity, 'aim', r.aim, 'measures', r.measures, 'resultAim', r.result_aim,
      'responsible', r.responsible, 'responsibleSeatId', r.responsible_seat_id, 'responsibleName', s.holder_name, 'dueOn', r.due_on,
      'status', r.status, 'learnt', r.learnt, 'templateId', r.template_id, 'aboutMember', t.about_member, 'templateName', t.name,
      'measure', r.measure, 'target', r.target, 'goalId', r.goal_id, 'goalText', goal.text, 'rev', r.rev,
      'before', case when o.id is not null then json_build_object('status', o.status, 'learnt', o.learnt) end) order by ${order})
    from (select * from app.action_plan_row r where r.chapter_id = p.chapter_id and r.plan_id = p.id and ${where} order by ${order} limit ${most}) r
    left join app.seat s on s.organization_id = r.organization_id and s.id = r.responsible_seat_id
    left join lateral (select v.definition -> 'name' as name, v.about_member from app.template_version v
        where v.organization_id = r.organization_id and v.template_id = r.template_id and v.state <> 'DRAFT'
        order by (v.state = 'PUBLISHED') desc, v.major desc, v.minor desc limit 1) t on true
    left join app.strategy_goal goal on goal.organization_id = r.organization_id and goal.id = r.goal_id
    left join app.action_plan_row o on o.chapter_id = r.chapter_id and o.id = r.origin_id), '[]')`;

const PLAN = `
  select p.id, p.year, p.state, p.title, p.intro, p.closing, p.adopted_place as place, p.adopted_on as "adoptedOn", p.adopted_by as "adoptedBy",
         p.change_reason as "changeReason", p.rev, ${CHAPTER_REF} as chapter,
         ${rowsWhere("r.removed_at is null", "r.position, r.id")} as rows,
         ${rowsWhere("r.removed_at is not null", "r.removed_at desc, r.id", MOST_REMOVED)} as removed,
         coalesce((select json_agg(json_build_object('number', v.number, 'place', v.place, 'on', v.adopted_on, 'by', v.adopted_by, 'reason', v.reason,
             'hash', v.hash, 'frozenAt', v.frozen_at) order by v.number desc)
           from app.action_plan_version v where v.chapter_id = p.chapter_id and v.plan_id = p.id), '[]') as versions
    from app.action_plan p join app.chapter c on c.organization_id = p.organization_id and c.id = p.chapter_id ${REGION_TODAY}`;

/** The plans of chapters of a year, in the order of the chapters' names. */
export async function plansOf(work: Work, year: number, chapterIds: readonly string[]): Promise<ActionPlan[]> {
  const ids = chapterIds.filter(isUuid);
  if (ids.length === 0 || year < 2000 || year > 2100) return [];
  const rows = await work.query<PlanRow>(
    `${PLAN} where p.year = $1 and p.chapter_id = any ($2::uuid[]) order by c.name, c.id`,
    [year, ids],
  );
  return withProgress(work, rows, shown);
}

/** A plan as it lies; null when there is none in reach, or more: an id is its chapter's own, and no twin is shown in its place. */
export async function planRow(work: Work, id: string): Promise<PlanRow | null> {
  if (!isUuid(id)) return null;
  const [row, twin] = await work.query<PlanRow>(`${PLAN} where p.id = $1`, [id]);
  return twin ? null : (row ?? null);
}

/** A plan by its id. */
export async function planById(work: Work, id: string): Promise<ActionPlan | null> {
  const row = await planRow(work, id);
  if (!row) return null;
  const [plan] = await withProgress(work, [row], shown);
  return plan!;
}

function shown(work: Work, row: PlanRow, rows: ActionPlanRow[]): ActionPlan {
  const { viewer } = work;
  const versions: ActionPlanVersion[] = row.versions.map(({ number, place, on, by, reason, hash, frozenAt }) => ({
    number,
    adoption: { place, on, by },
    reason,
    hash,
    frozenAt: new Date(frozenAt),
  }));
  return {
    id: row.id,
    year: row.year,
    chapter: row.chapter,
    state: row.state,
    title: row.title,
    intro: row.intro,
    closing: row.closing,
    rows,
    removed: row.removed.map((one) => ({ ...one, progress: null })),
    adoption: row.adoptedOn === null ? null : { place: row.place!, on: row.adoptedOn, by: row.adoptedBy! },
    changeReason: row.changeReason,
    versions,
    mayWrite: viewer?.caps.has("PLAN_WRITE") === true && viewer.chapterId === row.chapter.id,
    wordsHash: hashOf(row),
    rev: row.rev,
  };
}
