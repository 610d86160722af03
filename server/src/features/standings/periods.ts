import { addDays, addMonths, isLocalDate, parsePeriod, periodOf, rollingMonths, shiftPeriod } from "@varde/domain";
import type { LocalDate, PeriodKind, TemplateDefinition } from "@varde/domain";

/** First and last day, both included. */
export type Window = { start: LocalDate; end: LocalDate };

/** Counts of persons as released at a quarter's end, over so many months: one, two or three years. */
export type Snapshot = { on: LocalDate; months: number };

const SNAPSHOT_PERIOD = /^R(12|24|36)-(\d{4}-\d{2}-\d{2})$/;

/** How many of its own periods a template offers. */
const OFFERED: Record<PeriodKind, number> = { MONTH: 12, QUARTER: 8, HALF_YEAR: 6, YEAR: 5 };
const YEARS_OFFERED = 3;
const YEARS_TOLD = 6;

/** The rhythm a template is naturally told in: its own period, how often its dates come in a year, else half-years. */
export function rhythmOf({ trigger }: Pick<TemplateDefinition, "trigger">): PeriodKind {
  if (trigger.kind === "PERIOD") return trigger.period ?? "QUARTER";
  if (trigger.kind === "CALENDAR") {
    const dates = trigger.dates?.length ?? 0;
    return dates <= 1 ? "YEAR" : dates === 2 ? "HALF_YEAR" : "QUARTER";
  }
  return "HALF_YEAR";
}

function backTo(since: LocalDate, today: LocalDate, kind: PeriodKind, most: number): string[] {
  const periods: string[] = [];
  const first = periodOf(since < today ? since : today, kind);
  for (let id = periodOf(today, kind); periods.length < most; id = shiftPeriod(id, -1)) {
    periods.push(id);
    if (id === first) break;
  }
  return periods;
}

/** A template's own periods since it began, newest first. */
export const ownPeriods = (rhythm: PeriodKind, since: LocalDate, today: LocalDate): string[] =>
  backTo(since, today, rhythm, OFFERED[rhythm]);

/** Periods of a template that is read live, newest first: its own, then whole years. */
export function livePeriods(rhythm: PeriodKind, since: LocalDate, today: LocalDate): string[] {
  const own = ownPeriods(rhythm, since, today);
  return rhythm === "YEAR" ? own : [...own, ...backTo(since, today, "YEAR", YEARS_OFFERED)];
}

/** Whole years since a template began, newest first, six at most. */
export const wholeYears = (since: LocalDate, today: LocalDate): string[] => backTo(since, today, "YEAR", YEARS_TOLD);

/** The period after today's, when something not yet done is due later than today's ends: it is open already. */
export function comingPeriod(rhythm: PeriodKind, until: LocalDate | null, today: LocalDate): string[] {
  const now = periodOf(today, rhythm);
  return until !== null && until > parsePeriod(now)!.end ? [shiftPeriod(now, 1)] : [];
}

/** The period id of a snapshot: `R12-2026-09-30`, `R24-…` or `R36-…`. */
export const snapshotPeriod = ({ on, months }: Snapshot): string => `R${months}-${on}`;

/** The snapshot behind `R12-2026-09-30`; null when it is not one. */
export function snapshotOf(period: string): Snapshot | null {
  const [, months, on] = SNAPSHOT_PERIOD.exec(period) ?? [];
  if (on === undefined || !isLocalDate(on) || on !== quarterEnd(on)) return null;
  return { on, months: Number(months) };
}

/** The days a snapshot counts. */
export function snapshotWindow({ on, months }: Snapshot): Window {
  const { start, end } = rollingMonths(on, months);
  return { start, end };
}

function quarterEnd(day: LocalDate): LocalDate {
  return parsePeriod(periodOf(day, "QUARTER"))!.end;
}

/** The `n` last quarter ends before `today`, newest first. */
export function quarterEnds(today: LocalDate, n: number): LocalDate[] {
  const start = parsePeriod(periodOf(today, "QUARTER"))!.start;
  return Array.from({ length: n }, (_, i) => addDays(addMonths(start, -3 * i), -1));
}

/** The days behind any period id of ours; null when it is none. */
export function windowOf(period: string): Window | null {
  const snapshot = snapshotOf(period);
  if (snapshot) return snapshotWindow(snapshot);
  const parsed = parsePeriod(period);
  return parsed && { start: parsed.start, end: parsed.end };
}
