/** What touchpoints cost a board in time: to report, measured once enough have reported, and to carry out. */
import { MIN_JUDGED } from "./statistics.js";

/** `seconds` to report once; `measured` when it is the median of `n` real submissions, else the estimate from the questions. */
export type Burden = { seconds: number; measured: boolean; n: number };

/**
 * The seconds to show: the median of real submissions from ten on, the estimate (`burdenSeconds`) below.
 * `measured` null: nobody has reported.
 */
export function measuredBurden(estimate: number, measured: { n: number; medianSeconds: number } | null): Burden {
  const n = measured?.n ?? 0;
  if (!measured || n < MIN_JUDGED) return { seconds: estimate, measured: false, n };
  return { seconds: Math.round(measured.medianSeconds), measured: true, n };
}

/** So many touchpoints of one template: `seconds` to report each, `minutes` to carry out each (null: not said, counts as 0). */
export type BurdenItem = { n: number; seconds: number; minutes: number | null };

/** Hours for all of them, to report and to carry out; not rounded. */
export function chapterHours(items: readonly BurdenItem[]): number {
  let seconds = 0;
  for (const item of items) seconds += item.n * (item.seconds + (item.minutes ?? 0) * 60);
  return seconds / 3600;
}
