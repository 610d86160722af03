/**
 * How far a unit has come towards what a version wants to reach, in one period. Two sorts of measures:
 * - a ratio (`COMPLETION`, `TIMELINESS`, `FIELD_SHARE`, `FIELD_MEAN`): a numerator over a denominator, against the threshold
 * - an amount (`COUNT`, `FIELD_SUM`): a number that grows through the period, against the threshold
 *
 * What is reached is a fact, and can be said of one as of a hundred. What somebody is on the way to is a guess, and is said from ten only:
 * below that there are the counts. Source: design rules «what everyone compares» (no percentage below ten, 0 of 0 is no share).
 */
import { addDays, daysBetween } from "./calendar.js";
import type { LocalDate } from "./calendar.js";
import type { PeriodKind, Target, TargetKind } from "./definition.js";
import { MONTHS_IN, periodOf, requirePeriod } from "./period.js";
import type { PeriodId } from "./period.js";
import { MIN_DENOMINATOR_FOR_PERCENT, closedOf } from "./standings.js";
import type { Counts } from "./standings.js";

/**
 * - `REACHED`: what is counted reaches the threshold, also if all that is still unclosed comes to nothing
 * - `ON_TRACK`, `BEHIND`: from ten on, would it be reached if the rest goes as what has been; `BEHIND` also of an amount whose period is over
 * - `TOO_FEW`: fewer than ten, or hidden: the counts (when there are any) are all there is to say
 * - `NOT_YET`: nothing is judged, or an amount's period has hardly begun
 */
export const TARGET_STATUSES = ["REACHED", "ON_TRACK", "BEHIND", "TOO_FEW", "NOT_YET"] as const;
export type TargetStatus = (typeof TARGET_STATUSES)[number];

const RATIOS: ReadonlySet<TargetKind> = new Set(["COMPLETION", "TIMELINESS", "FIELD_SHARE", "FIELD_MEAN"]);
const SHARES: ReadonlySet<TargetKind> = new Set(["COMPLETION", "TIMELINESS", "FIELD_SHARE"]);

/** Before this part of a period has passed, the pace of an amount says nothing. */
const PACE_FROM = 0.25;

/** Whether a target is a ratio; otherwise it is an amount of each chapter, which is not added up over chapters. */
export const isRatioTarget = ({ kind }: Pick<Target, "kind">): boolean => RATIOS.has(kind);
/** Whether its threshold is a share 0-1. */
export const isShareTarget = ({ kind }: Pick<Target, "kind">): boolean => SHARES.has(kind);

/** Answers to one question: how many gave one, what their numbers come to, and how many chose the target's `value`. Null is hidden. */
export type TargetAnswers = { n: number | null; sum: number | null; chosen: number | null };

/** What a target is measured with: how the touchpoints of the period stand, and the answers to its question when it has one. Null is hidden. */
export type TargetFacts = {
  counts: Pick<Counts, "onTime" | "late" | "missed" | "open" | "overdue"> | null;
  answers: TargetAnswers | null;
};

/** A ratio's two parts, or an amount with `denominator` null. */
export type TargetMeasure = { numerator: number; denominator: number | null };

/** The measure of a target; null when a part of it is hidden. */
export function targetMeasure(target: Pick<Target, "kind" | "value">, facts: TargetFacts): TargetMeasure | null {
  const { counts, answers } = facts;
  const done = counts && counts.onTime + counts.late;
  const of = (numerator: number | null | undefined, denominator: number | null | undefined): TargetMeasure | null =>
    numerator == null || denominator == null ? null : { numerator, denominator };
  const amount = (numerator: number | null | undefined): TargetMeasure | null =>
    numerator == null ? null : { numerator, denominator: null };
  switch (target.kind) {
    case "COMPLETION":
      return of(done, counts && closedOf(asCounts(counts)));
    case "TIMELINESS":
      return of(counts?.onTime, counts && closedOf(asCounts(counts)));
    case "FIELD_SHARE":
      return of(answers?.chosen, answers?.n);
    case "FIELD_MEAN":
      return of(answers?.sum, answers?.n);
    case "FIELD_SUM":
      return amount(answers?.sum);
    case "COUNT":
      // «how many have tried the suggestion»: reports with an answer, where the target names one
      return amount(target.value ? answers?.chosen : done);
  }
}

const asCounts = (counts: NonNullable<TargetFacts["counts"]>): Counts => ({
  ...counts,
  takenOver: 0,
  waived: 0,
  cancelled: 0,
  empty: 0,
});

/** First and last day, both included. */
export type TargetWindow = { start: LocalDate; end: LocalDate };

/** How far it has come. `forecast`: what it comes to if the rest goes as what has been, in the unit of the threshold; from ten only. */
export type TargetProgress = {
  status: TargetStatus;
  /** null is hidden */
  numerator: number | null;
  /** null for an amount, and when hidden */
  denominator: number | null;
  forecast: number | null;
  /** the period has ended, and nothing in it can still be done */
  over: boolean;
};

type Question = {
  target: Pick<Target, "kind" | "value" | "threshold">;
  window: TargetWindow;
  today: LocalDate;
};

/** Shares like 0.7 are not what they say in binary: 7 of 10 must reach 0.7. */
const TINY = 1e-9;
const reaches = (value: number, threshold: number): boolean => value >= threshold - TINY;

/** How one unit stands to one target in one period. */
export function targetProgress({ target, window, today }: Question, facts: TargetFacts): TargetProgress {
  const { counts } = facts;
  const measure = targetMeasure(target, facts);
  const pending = counts ? counts.open + counts.overdue : 0;
  const over = window.end < today && pending === 0;
  if (!measure) return { status: "TOO_FEW", numerator: null, denominator: null, forecast: null, over };
  const { numerator, denominator } = measure;
  const said = { numerator, denominator, over };
  if (denominator === null) {
    const n = (counts?.onTime ?? 0) + (counts?.late ?? 0);
    const expected = counts === null || closedOf(asCounts(counts)) + pending > 0;
    return { ...said, ...amountStatus(numerator, { threshold: target.threshold, n, expected, over, window, today }) };
  }
  return { ...said, ...ratioStatus(numerator, denominator, { threshold: target.threshold, pending, over }) };
}

type Judged = Pick<TargetProgress, "status" | "forecast">;

function ratioStatus(
  numerator: number,
  denominator: number,
  { threshold, pending, over }: { threshold: number; pending: number; over: boolean },
): Judged {
  if (denominator === 0) return { status: "NOT_YET", forecast: null };
  const enough = denominator >= MIN_DENOMINATOR_FOR_PERCENT;
  const forecast = enough && !over ? numerator / denominator : null;
  if (reaches(numerator / (denominator + pending), threshold)) return { status: "REACHED", forecast };
  if (!enough) return { status: "TOO_FEW", forecast };
  return { status: reaches(numerator / denominator, threshold) ? "ON_TRACK" : "BEHIND", forecast };
}

type Amount = TargetWindow & { threshold: number; n: number; expected: boolean; over: boolean; today: LocalDate };

function amountStatus(
  value: number,
  { window, ...more }: Omit<Amount, keyof TargetWindow> & { window: TargetWindow },
): Judged {
  const { threshold, n, expected, over, today } = more;
  if (!expected) return { status: "NOT_YET", forecast: null };
  if (reaches(value, threshold)) return { status: "REACHED", forecast: null };
  if (over) return { status: "BEHIND", forecast: null };
  const passed = partPassed(window, today);
  if (passed < PACE_FROM) return { status: "NOT_YET", forecast: null };
  if (n < MIN_DENOMINATOR_FOR_PERCENT) return { status: "TOO_FEW", forecast: null };
  const forecast = value / passed;
  return { status: reaches(forecast, threshold) ? "ON_TRACK" : "BEHIND", forecast };
}

/** The part of a window's days that have been, today with them: 0-1. */
function partPassed({ start, end }: TargetWindow, today: LocalDate): number {
  if (today < start) return 0;
  if (today > end) return 1;
  const after = (day: LocalDate): LocalDate => addDays(day, 1);
  return daysBetween(start, after(today)) / daysBetween(start, after(end));
}

/** The period a target is measured in when a window is looked at: the one that holds today, or that the window ends (or begins) in. */
export function targetPeriod(target: Pick<Target, "period">, window: TargetWindow, today: LocalDate): PeriodId {
  const day = window.end < today ? window.end : window.start > today ? window.start : today;
  return periodOf(day, target.period);
}

/** First and last day of that period. */
export function targetWindow(period: PeriodId): TargetWindow {
  const { start, end } = requirePeriod(period);
  return { start, end };
}

/** A target told over twelve months, as counts of persons are published: an amount as many times more, a ratio as it is. */
export function targetOfMonths<T extends Pick<Target, "kind" | "period" | "threshold">>(target: T, months: number): T {
  const own = MONTHS_IN[target.period satisfies PeriodKind];
  return isRatioTarget(target) ? target : { ...target, threshold: (target.threshold * months) / own };
}
