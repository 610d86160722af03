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
      `select ${place}, on_time as "onTime", late, waived, cancelled, emptied as empty from app.standing where ${where}`,
      values,
    ),
    unclosed: await work.query<UnclosedRow>(
      `select ${place}, due_on as "dueOn", miss_on as "missOn", n from app.standing_unclosed where ${where}`,
      values,
    ),
  };
}

function sumOf(rows: readonly KeptCounts[]): KeptCounts {
  const sum = { onTime: 0, late: 0, waived: 0, cancelled: 0, empty: 0 };
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
