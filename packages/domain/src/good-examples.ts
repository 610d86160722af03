/**
 * Whom to ask «what do you do?»: chapters that do clearly better than chance gives. Source: the funnel's upper limit of 99.8 %
 * (`funnel.ts`), on time of closed, as the comparison judges.
 */
import { addDays, addMonths } from "./calendar.js";
import type { LocalDate } from "./calendar.js";
import { funnelJudgement, pooledCounts } from "./funnel.js";
import type { FunnelCounts } from "./funnel.js";

/** With fewer chapters to compare there are no «most» to be better than. */
export const EXAMPLE_MIN_CHAPTERS = 5;
/** As many chapters as are asked about one template by the same numbers. */
export const EXAMPLE_MOST_ASKED = 3;
/** A chapter is left alone so long after it was asked, whatever it said. */
export const EXAMPLE_REST_DAYS = 30;
/** A chapter is asked about the same template once in so many months. */
export const EXAMPLE_AGAIN_MONTHS = 12;
/** A question nobody has answered goes away after so many days. */
export const EXAMPLE_LAPSE_DAYS = 60;

/** What one chapter has done of a template's tasks; `undecided` may still be done on time, late or never. */
export type ExampleCounts = { chapterId: string; onTime: number; closed: number; undecided: number };

/** A chapter above the limit; `clearness` is how many standard errors it lies above what all are together. */
export type StandsOut = { chapterId: string; clearness: number };

const atWorst = ({ onTime, closed, undecided }: ExampleCounts): FunnelCounts => ({
  numerator: onTime,
  denominator: closed + undecided,
});
const atBest = ({ onTime, closed, undecided }: ExampleCounts): FunnelCounts => ({
  numerator: onTime + undecided,
  denominator: closed + undecided,
});

/**
 * The chapters above the upper limit of 99.8 %, the clearest first. What is undecided counts as not done by the chapter itself and
 * as done by all others, so that no later report takes a question back. `all` is what they are together where it is published;
 * left out it is the sum of the rows; null is hidden, and nobody stands out. The limit lies below 100 % by itself: nobody is above it otherwise.
 */
export function standOut(rows: readonly ExampleCounts[], all?: FunnelCounts | null): StandsOut[] {
  const counted = rows.filter(({ closed, undecided }) => closed + undecided > 0);
  if (all === null || counted.length < EXAMPLE_MIN_CHAPTERS) return [];
  const best = pooledCounts(counted.map(atBest));
  return counted
    .flatMap((row) => {
      const own = atWorst(row);
      const together = all ?? { ...best, numerator: best.numerator - row.undecided };
      if (funnelJudgement(together, own)?.zone !== "FAR_ABOVE") return [];
      const p = together.numerator / together.denominator;
      const clearness = (own.numerator / own.denominator - p) / Math.sqrt((p * (1 - p)) / own.denominator);
      return [{ chapterId: row.chapterId, clearness }];
    })
    .toSorted((a, b) => b.clearness - a.clearness || (a.chapterId < b.chapterId ? -1 : 1));
}

/** One thing that could be asked; `until` is the last day of the numbers behind it. */
export type ExampleCandidate = StandsOut & { templateId: string; until: LocalDate };

/** One thing that was asked. */
export type ExampleAsked = {
  chapterId: string;
  templateId: string;
  until: LocalDate;
  askedOn: LocalDate;
  open: boolean;
};

/** What a chapter has told by itself of a template, and what others read or wait to read: it is not asked again. */
export type ExampleTold = { chapterId: string; templateId: string };

/**
 * What to ask today, the clearest first: one question a chapter, none while one is open or for 30 days after, none about a
 * template it was asked about within a year or by the same numbers, or has told of; three chapters a template and numbers.
 */
export function questionsToAsk(
  candidates: readonly ExampleCandidate[],
  asked: readonly ExampleAsked[],
  told: readonly ExampleTold[],
  today: LocalDate,
): ExampleCandidate[] {
  const rested = addDays(today, -EXAMPLE_REST_DAYS);
  const yearAgo = addMonths(today, -EXAMPLE_AGAIN_MONTHS);
  const busy = new Set(asked.filter(({ open, askedOn }) => open || askedOn > rested).map(({ chapterId }) => chapterId));
  const pair = ({ chapterId, templateId }: ExampleTold): string => `${chapterId}/${templateId}`;
  const numbers = ({ templateId, until }: { templateId: string; until: LocalDate }): string => `${templateId}/${until}`;
  const done = new Set([...told.map(pair), ...asked.filter(({ askedOn }) => askedOn > yearAgo).map(pair)]);
  const same = new Set(asked.map((one) => `${pair(one)}/${one.until}`));
  const count = new Map<string, number>();
  for (const one of asked) count.set(numbers(one), (count.get(numbers(one)) ?? 0) + 1);
  const chosen: ExampleCandidate[] = [];
  const order = candidates.toSorted((a, b) => b.clearness - a.clearness || (pair(a) < pair(b) ? -1 : 1));
  for (const one of order) {
    const already = count.get(numbers(one)) ?? 0;
    if (busy.has(one.chapterId) || done.has(pair(one)) || same.has(`${pair(one)}/${one.until}`)) continue;
    if (already >= EXAMPLE_MOST_ASKED) continue;
    chosen.push(one);
    busy.add(one.chapterId);
    count.set(numbers(one), already + 1);
  }
  return chosen;
}
