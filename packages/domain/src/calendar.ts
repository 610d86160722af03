/**
 * Days in Norway. A deadline is a whole day that ends at midnight Europe/Oslo; only what happened is an instant.
 * Day arithmetic is done on the UTC calendar, so summer time never makes a day 23 or 25 hours long.
 */

/** A calendar day, `YYYY-MM-DD`. Strings of this shape sort in time order. */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const LOCAL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_WEEK = /^(\d{4})-W(\d{2})$/;

const osloFormat = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
  timeZone: "Europe/Oslo",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

function pad(n: number, width = 2): string {
  return String(n).padStart(width, "0");
}

function osloParts(instant: Date): Record<string, string> {
  const parts: Record<string, string> = {};
  for (const part of osloFormat.formatToParts(instant)) parts[part.type] = part.value;
  return parts;
}

/** Milliseconds of the UTC midnight of the day; throws `RangeError` for what is not a day. */
function toUtc(date: LocalDate): number {
  const ms = utcOrNaN(date);
  if (Number.isNaN(ms)) throw new RangeError(`Not a date: ${date}`);
  return ms;
}

function utcOrNaN(date: string): number {
  const match = LOCAL_DATE.exec(date);
  if (!match) return Number.NaN;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return fromUtc(ms) === date ? ms : Number.NaN;
}

function fromUtc(ms: number): LocalDate {
  const date = new Date(ms);
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}

/** Whether `s` is a day that exists, as `YYYY-MM-DD` (years 0100-9999). */
export function isLocalDate(s: string): boolean;
export function isLocalDate(s: unknown): s is LocalDate;
export function isLocalDate(s: unknown): boolean {
  return typeof s === "string" && !Number.isNaN(utcOrNaN(s));
}

/** The day in Oslo at this instant. */
export function osloDate(instant: Date): LocalDate {
  const parts = osloParts(instant);
  return `${pad(Number(parts["year"]), 4)}-${parts["month"]}-${parts["day"]}`;
}

/** The time of day in Oslo at this instant, `HH:MM`, 00:00-23:59. */
export function osloTime(instant: Date): string {
  const parts = osloParts(instant);
  return `${parts["hour"]}:${parts["minute"]}`;
}

/** The day `n` days later (earlier when negative). */
export function addDays(date: LocalDate, n: number): LocalDate {
  return fromUtc(toUtc(date) + n * DAY_MS);
}

/** The same day `n` months later; 31 January + 1 month is the last day of February. */
export function addMonths(date: LocalDate, n: number): LocalDate {
  const from = new Date(toUtc(date));
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + n, 1);
  const month = new Date(first);
  const lastDay = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  return fromUtc(first + (Math.min(from.getUTCDate(), lastDay) - 1) * DAY_MS);
}

/** Days from `a` to `b` (b - a); negative when `b` is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return Math.round((toUtc(b) - toUtc(a)) / DAY_MS);
}

/** ISO 8601 day of the week: 1 Monday ... 7 Sunday. */
export function weekday(date: LocalDate): number {
  const day = new Date(toUtc(date)).getUTCDay();
  return day === 0 ? 7 : day;
}

/** ISO 8601 week, `2026-W07`: weeks start on Monday, week 1 holds the year's first Thursday. */
export function isoWeek(date: LocalDate): string {
  const thursday = addDays(date, 4 - weekday(date));
  const year = thursday.slice(0, 4);
  return `${year}-W${pad(Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1)}`;
}

/** The Monday of an ISO 8601 week, `2026-W07`; throws `RangeError` for what is not a week (`2025-W53`). */
export function isoWeekStart(week: string): LocalDate {
  const [, year, number] = ISO_WEEK.exec(week) ?? [];
  if (year === undefined) throw new RangeError(`Not a week: ${week}`);
  // week 1 holds 4 January
  const first = `${year}-01-04`;
  const monday = addDays(first, 1 - weekday(first) + 7 * (Number(number) - 1));
  if (isoWeek(monday) !== week) throw new RangeError(`Not a week: ${week}`);
  return monday;
}

/** The ISO weeks that hold the days from `from` to `to`, both included, in order; `[]` when `to` is earlier. */
export function isoWeeksBetween(from: LocalDate, to: LocalDate): string[] {
  const first = addDays(from, 1 - weekday(from));
  const count = to < from ? 0 : Math.floor(daysBetween(first, to) / 7) + 1;
  return Array.from({ length: count }, (_, i) => isoWeek(addDays(first, 7 * i)));
}

/** The later of the days; nulls are left out. At least one must be a day. */
export function latestDate(first: LocalDate, ...rest: (LocalDate | null)[]): LocalDate {
  let latest = first;
  for (const date of rest) if (date !== null && date > latest) latest = date;
  return latest;
}
