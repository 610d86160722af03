/**
 * What everyone compares. Source: design rules «what everyone compares»: rates are sums of numerators over sums of denominators,
 * never a mean of rates; null when the denominator is 0, never 0 %.
 */
import type { LocalDate } from "./calendar.js";

/**
 * Numbers of touchpoints by status. Open and overdue are not judged yet; empty and cancelled leave every denominator. What was taken
 * over by national stands apart: it is no merit of the chapter's and no fault of it, so it is in no numerator and not in closed.
 */
export type Counts = {
  onTime: number;
  late: number;
  missed: number;
  takenOver: number;
  open: number;
  overdue: number;
  waived: number;
  cancelled: number;
  empty: number;
};

export const COUNT_KEYS = [
  "onTime",
  "late",
  "missed",
  "takenOver",
  "open",
  "overdue",
  "waived",
  "cancelled",
  "empty",
] as const;

/** A share with what it was computed from; `share` is 0-1, null when the denominator is 0. Never capped. */
export type Fraction = { numerator: number; denominator: number; share: number | null };

/** From this denominator a percentage is shown; below it the two counts. */
export const MIN_DENOMINATOR_FOR_PERCENT = 10;

export function zeroCounts(): Counts {
  return { onTime: 0, late: 0, missed: 0, takenOver: 0, open: 0, overdue: 0, waived: 0, cancelled: 0, empty: 0 };
}

/** The sum of all, key by key; zero for none. */
export function addCounts(...all: readonly Counts[]): Counts {
  const sum = zeroCounts();
  for (const counts of all) for (const key of COUNT_KEYS) sum[key] += counts[key];
  return sum;
}

/** A fraction from its two counts. */
export function fraction(numerator: number, denominator: number): Fraction {
  return { numerator, denominator, share: denominator === 0 ? null : numerator / denominator };
}

/** closed = on time + late + missed; what was taken over is counted apart. */
export function closedOf(c: Counts): number {
  return c.onTime + c.late + c.missed;
}

/** completion = (on time + late) / closed. */
export function completion(c: Counts): Fraction {
  return fraction(c.onTime + c.late, closedOf(c));
}

/** timeliness = on time / closed. */
export function timeliness(c: Counts): Fraction {
  return fraction(c.onTime, closedOf(c));
}

/** waiver share = waived / all that was expected: closed, taken over, open, overdue and waived; not the cancelled, not the empty. */
export function waiverShare(c: Counts): Fraction {
  return fraction(c.waived, closedOf(c) + c.takenOver + c.open + c.overdue + c.waived);
}

/** Whether the share may be shown as a percentage: from a denominator of 10; below it the counts are shown. */
export function showPercent(f: Fraction): boolean {
  return f.share !== null && f.denominator >= MIN_DENOMINATOR_FOR_PERCENT;
}

/** Unclosed touchpoints with the same due and miss day. */
export type UnclosedBucket = { dueOn: LocalDate; missOn: LocalDate; n: number };

/** Kept numbers of what is decided. */
export type KeptCounts = Pick<Counts, "onTime" | "late" | "takenOver" | "waived" | "cancelled" | "empty">;

/** Counts on the day `today`: what is decided as kept, and the unclosed judged by their days, so that no worker has to follow the clock. */
export function countsFromKept(kept: KeptCounts, buckets: readonly UnclosedBucket[], today: LocalDate): Counts {
  const { onTime, late, takenOver, waived, cancelled, empty } = kept;
  const counts: Counts = { ...zeroCounts(), onTime, late, takenOver, waived, cancelled, empty };
  for (const { dueOn, missOn, n } of buckets) {
    if (today <= dueOn) counts.open += n;
    else if (today <= missOn) counts.overdue += n;
    else counts.missed += n;
  }
  return counts;
}
