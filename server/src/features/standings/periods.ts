import { addDays, addMonths, isLocalDate, parsePeriod, periodOf, rolling12, shiftPeriod } from "@varde/domain";
import type { LocalDate, PeriodKind, TemplateDefinition } from "@varde/domain";

/** First and last day, both included. */
export type Window = { start: LocalDate; end: LocalDate };

const SNAPSHOT_PERIOD = /^R12-(\d{4}-\d{2}-\d{2})$/;

/** How many of its own periods a template offers. */
const OFFERED: Record<PeriodKind, number> = { MONTH: 12, QUARTER: 8, HALF_YEAR: 6, YEAR: 5 };
const YEARS_OFFERED = 3;

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

/** The period after today's, when something not yet done is due later than today's ends: it is open already. */
export function comingPeriod(rhythm: PeriodKind, until: LocalDate | null, today: LocalDate): string[] {
  const now = periodOf(today, rhythm);
  return until !== null && until > parsePeriod(now)!.end ? [shiftPeriod(now, 1)] : [];
}

/** The period id of the snapshot of a quarter's end. */
export const snapshotPeriod = (day: LocalDate): string => `R12-${day}`;

/** The quarter's end behind `R12-2026-09-30`; null when it is not one. */
export function snapshotDay(period: string): LocalDate | null {
  const day = SNAPSHOT_PERIOD.exec(period)?.[1];
  if (day === undefined || !isLocalDate(day)) return null;
  return day === quarterEnd(day) ? day : null;
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
  const snapshot = snapshotDay(period);
  if (snapshot) {
    const { start, end } = rolling12(snapshot);
    return { start, end };
  }
  const parsed = parsePeriod(period);
  return parsed && { start: parsed.start, end: parsed.end };
}
