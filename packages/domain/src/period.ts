/** Reporting periods: whole months, quarters, half-years and years, named so that they can be read and sorted. */
import { addDays, addMonths, isLocalDate } from "./calendar.js";
import type { LocalDate } from "./calendar.js";
import type { PeriodKind } from "./definition.js";

/** `2026-01` (month), `2026-Q1` (quarter), `2026-H1` (half-year) or `2026` (year). */
export type PeriodId = string;

/** A period with its first and last day, both included. */
export type Period = { id: PeriodId; kind: PeriodKind; start: LocalDate; end: LocalDate };

const PERIOD_ID = /^(\d{4})(?:-(0[1-9]|1[0-2])|-Q([1-4])|-H([12]))?$/;

/** Months in one period of the kind. */
export const MONTHS_IN: Record<PeriodKind, number> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 };

function idOf(year: string, month: number, kind: PeriodKind): PeriodId {
  switch (kind) {
    case "MONTH":
      return `${year}-${String(month).padStart(2, "0")}`;
    case "QUARTER":
      return `${year}-Q${Math.ceil(month / 3)}`;
    case "HALF_YEAR":
      return `${year}-H${Math.ceil(month / 6)}`;
    case "YEAR":
      return year;
  }
}

/** The period of the kind that holds the day. */
export function periodOf(date: LocalDate, kind: PeriodKind): PeriodId {
  if (!isLocalDate(date)) throw new RangeError(`Not a date: ${String(date)}`);
  return idOf(date.slice(0, 4), Number(date.slice(5, 7)), kind);
}

/** The period behind an id, or null when the id is not one. */
export function parsePeriod(id: PeriodId): Period | null {
  const match = PERIOD_ID.exec(id);
  const year = match?.[1];
  if (!match || year === undefined) return null;
  const [, , month, quarter, half] = match;
  const kind: PeriodKind = month ? "MONTH" : quarter ? "QUARTER" : half ? "HALF_YEAR" : "YEAR";
  const index = Number(month ?? quarter ?? half ?? "1") - 1;
  const start = `${year}-${String(index * MONTHS_IN[kind] + 1).padStart(2, "0")}-01`;
  if (!isLocalDate(start)) return null;
  return { id, kind, start, end: addDays(addMonths(start, MONTHS_IN[kind]), -1) };
}

/** The period behind an id; throws `RangeError` when the id is not one. */
export function requirePeriod(id: PeriodId): Period {
  const period = parsePeriod(id);
  if (!period) throw new RangeError(`Not a period: ${id}`);
  return period;
}

/** The period of the same kind `n` periods later (earlier when negative). */
export function shiftPeriod(id: PeriodId, n: number): PeriodId {
  const { start, kind } = requirePeriod(id);
  return periodOf(addMonths(start, n * MONTHS_IN[kind]), kind);
}

/** The `n` periods that end with the one holding `date`, oldest first. */
export function lastPeriods(date: LocalDate, kind: PeriodKind, n: number): PeriodId[] {
  const current = periodOf(date, kind);
  return Array.from({ length: n }, (_, i) => shiftPeriod(current, i - n + 1));
}

/** The last day of the last quarter that has fully ended before `today`: the reference date of the snapshots. */
export function lastQuarterEnd(today: LocalDate): LocalDate {
  return addDays(requirePeriod(periodOf(today, "QUARTER")).start, -1);
}

/** The `n` whole months that end with the month of `end`: first and last day (included) and the month ids, oldest first. */
export function rollingMonths(end: LocalDate, n: number): { start: LocalDate; end: LocalDate; months: PeriodId[] } {
  const months = lastPeriods(end, "MONTH", n);
  const last = requirePeriod(periodOf(end, "MONTH"));
  return { start: addMonths(last.start, 1 - n), end: last.end, months };
}

/** The twelve whole months that end with the month of `end`. */
export const rolling12 = (end: LocalDate) => rollingMonths(end, MONTHS_IN.YEAR);
