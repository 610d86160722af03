import { countsFromKept } from "@varde/domain";
import type { Counts, KeptCounts, LocalDate, UnclosedBucket } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Window } from "./periods.js";

type Cell = { chapterId: string; templateId: string; month: LocalDate; major: number };
type ClosedRow = Cell & KeptCounts;
type UnclosedRow = Cell & UnclosedBucket;

/** Kept numbers as they lie: one row a chapter, template, month and major version; buckets by due and miss day. */
export type Kept = { closed: ClosedRow[]; unclosed: UnclosedRow[] };

export type KeptQuestion = {
  templateIds: readonly string[];
  chapterIds: readonly string[];
  window: Window;
  /** `duties`: about no one person, readable from above. `all`: also counts of persons, of one's own chapter only. */
  of: "duties" | "all";
};

const place = `chapter_id as "chapterId", template_id as "templateId", month, major`;

/** The keys that kept rows are reached by: the policies compare the same ones, so one index serves both. */
export function reachKeys(chapterIds: readonly string[], of: "duties" | "all"): string[] {
  const duties = chapterIds.map((id) => `${id}:duties`);
  return of === "duties" ? duties : [...duties, ...chapterIds.map((id) => `${id}:persons`)];
}

/** Reads kept numbers, and nothing but kept numbers, of the months of a window. The report of a period is not counted. */
export async function readKept(work: Work, question: KeptQuestion): Promise<Kept> {
  const where = `reach_key = any ($1::text[]) and template_id = any ($2::uuid[]) and not period_report and month between $3 and $4`;
  const values = [
    reachKeys(question.chapterIds, question.of),
    question.templateIds,
    question.window.start,
    question.window.end,
  ];
  return {
    closed: await work.query<ClosedRow>(
      `select ${place}, on_time as "onTime", late, taken_over as "takenOver", waived, cancelled, emptied as empty from app.standing where ${where}`,
      values,
    ),
    unclosed: await work.query<UnclosedRow>(
      `select ${place}, due_on as "dueOn", miss_on as "missOn", n from app.standing_unclosed where ${where}`,
      values,
    ),
  };
}

/** Stands for all the chapters whose numbers were added up in the database. */
export const TOGETHER = "together";

/** Months of a template: what of it is wanted. */
export type Months = { templateId: string; window: Window };

/**
 * Kept numbers of many chapters as one, added up where they lie: a row a template, month and major version, whose chapter is
 * `TOGETHER`. Duties alone: what is about no one person.
 */
export async function readKeptTogether(
  work: Work,
  chapterIds: readonly string[],
  months: readonly Months[],
): Promise<Kept> {
  if (chapterIds.length === 0 || months.length === 0) return { closed: [], unclosed: [] };
  const values = [
    reachKeys(chapterIds, "duties"),
    months.map(({ templateId }) => templateId),
    months.map(({ window }) => window.start),
    months.map(({ window }) => window.end),
  ];
  const of = (sums: string, table: string, by: string) => `
    select '${TOGETHER}' as "chapterId", s.template_id as "templateId", s.month, s.major, ${sums}
      from (select * from app.${table} where reach_key = any ($1::text[]) and template_id = any ($2::uuid[]) and not period_report
               and month between (select min(d) from unnest($3::date[]) d) and (select max(d) from unnest($4::date[]) d) offset 0) s
      join unnest($2::uuid[], $3::date[], $4::date[]) w (template_id, first, last) on w.template_id = s.template_id and s.month between w.first and w.last
     group by s.template_id, s.month, s.major${by}`;
  const sum = (column: string, name: string) => `sum(s.${column})::int as "${name}"`;
  const closed = [
    sum("on_time", "onTime"),
    sum("taken_over", "takenOver"),
    ...["late", "waived", "cancelled"].map((one) => sum(one, one)),
  ];
  return {
    closed: await work.query<ClosedRow>(of([...closed, sum("emptied", "empty")].join(", "), "standing", ""), values),
    unclosed: await work.query<UnclosedRow>(
      of(`s.due_on as "dueOn", s.miss_on as "missOn", ${sum("n", "n")}`, "standing_unclosed", ", s.due_on, s.miss_on"),
      values,
    ),
  };
}

/** Both as one. */
export const joined = (one: Kept, other: Kept): Kept => ({
  closed: [...one.closed, ...other.closed],
  unclosed: [...one.unclosed, ...other.unclosed],
});

function sumOf(rows: readonly KeptCounts[]): KeptCounts {
  const sum = { onTime: 0, late: 0, takenOver: 0, waived: 0, cancelled: 0, empty: 0 };
  for (const row of rows) for (const key of Object.keys(sum) as (keyof KeptCounts)[]) sum[key] += row[key];
  return sum;
}

/** The counts on a day of those cells that are asked for. */
export function judged(kept: Kept, today: LocalDate, wanted: (cell: Cell) => boolean): Counts {
  return countsFromKept(sumOf(kept.closed.filter(wanted)), kept.unclosed.filter(wanted), today);
}

/** The major versions behind the numbers. */
export function majorsOf({ closed, unclosed }: Kept): number[] {
  return [...new Set([...closed, ...unclosed].map((row) => row.major))].sort((a, b) => a - b);
}

/** Whether a month lies in a window of whole months. */
export const within = (window: Window, month: LocalDate): boolean => window.start <= month && month <= window.end;
