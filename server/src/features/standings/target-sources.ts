import { closedOf, countsPersons } from "@varde/domain";
import type { Counts, LocalDate, ReportField, Target, TargetAnswers, TargetFacts } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { publishedCell } from "./answer-fields.js";
import { judged, reachKeys, within } from "./kept.js";
import type { Kept } from "./kept.js";
import type { Window } from "./periods.js";
import type { PublishedMeasures } from "./published.js";
import { shownPublished } from "./shown-counts.js";
import type { TemplateFacts } from "./template-facts.js";

/** A kept sum of answers by month: `optionKey` is empty for a sum of numbers. */
export type MonthlySum = {
  chapterId: string;
  templateId: string;
  month: LocalDate;
  fieldKey: string;
  optionKey: string;
  n: number;
  total: number;
};

/** Kept sums of answers of the months of a window: as with `readKept`, nothing but what is kept is read. */
export function readMonthlySums(
  work: Work,
  question: {
    templateIds: readonly string[];
    chapterIds: readonly string[];
    window: Window;
    of: "duties" | "all";
  },
): Promise<MonthlySum[]> {
  return work.query<MonthlySum>(
    `select chapter_id as "chapterId", template_id as "templateId", month, field_key as "fieldKey", option_key as "optionKey",
            sum(n)::int as n, sum(total)::float as total
       from app.answer_sum
      where reach_key = any ($1::text[]) and template_id = any ($2::uuid[]) and not period_report and month between $3 and $4
      group by 1, 2, 3, 4, 5`,
    [reachKeys(question.chapterIds, question.of), question.templateIds, question.window.start, question.window.end],
  );
}

export const fieldOf = ({ definition }: TemplateFacts, { fieldKey }: Target): ReportField | null =>
  definition.reportFields.find(({ key }) => key === fieldKey) ?? null;

/** Whether those above the chapter may read a target from published counts alone. */
export function fromPublished(facts: TemplateFacts, target: Target): boolean {
  const field = fieldOf(facts, target);
  return facts.aboutMember || (field !== null && countsPersons(field));
}

const add = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function exactAnswers(
  field: ReportField,
  value: string | null | undefined,
  sums: readonly MonthlySum[],
  counts: Counts,
): TargetAnswers {
  const of = sums.filter(({ fieldKey }) => fieldKey === field.key);
  const numbers = of.filter(({ optionKey }) => optionKey === "");
  const options = of.filter(({ optionKey }) => optionKey !== "");
  const n =
    field.type === "MULTI_CHOICE"
      ? // several options of one report: it is reports that are asked
        closedOf(counts) - counts.missed
      : add((numbers.length > 0 ? numbers : options).map((sum) => sum.n));
  return {
    n,
    sum: add(numbers.map(({ total }) => total)),
    chosen: add(options.filter(({ optionKey }) => optionKey === value).map((sum) => sum.n)),
  };
}

/** A target's facts from kept numbers, which are exact: of those cells that are wanted, in the months of a window. */
export function exactFacts(
  { facts, target, window, today }: { facts: TemplateFacts; target: Target; window: Window; today: LocalDate },
  { kept, sums }: { kept: Kept; sums: readonly MonthlySum[] },
  chapterIds: ReadonlySet<string>,
): TargetFacts {
  const wanted = (cell: { chapterId: string; templateId: string; month: LocalDate }): boolean =>
    cell.templateId === facts.id && chapterIds.has(cell.chapterId) && within(window, cell.month);
  const counts = judged(kept, today, wanted);
  const field = fieldOf(facts, target);
  return { counts, answers: field && exactAnswers(field, target.value, sums.filter(wanted), counts) };
}

/**
 * A target's facts from published counts, which may be hidden. What was unclosed on the snapshot's day is in no count: the twelve
 * months are told as they were decided. How many answered with a number is not published, so a mean of persons stays hidden.
 */
export function publishedFacts(
  { facts, target }: { facts: TemplateFacts; target: Target },
  measures: PublishedMeasures | undefined,
): TargetFacts {
  const { counts: shown, completion } = shownPublished(measures);
  const { onTime, closed } = shown;
  const done = completion.numerator;
  const field = fieldOf(facts, target);
  const cell = field && publishedCell(field, facts.aboutMember, measures);
  const known = closed !== null && done !== null;
  return {
    counts:
      known && (onTime !== null || target.kind !== "TIMELINESS")
        ? // which of them were late may be hidden where it is not asked for
          { onTime: onTime ?? done, late: done - (onTime ?? done), missed: closed - done, open: 0, overdue: 0 }
        : null,
    answers: cell && {
      n: field.type === "MULTI_CHOICE" ? done : cell.n,
      sum: cell.sum,
      chosen: cell.options.find(({ key }) => key === target.value)?.n ?? null,
    },
  };
}
