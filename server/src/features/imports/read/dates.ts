import { addDays, isLocalDate, type LocalDate } from "@varde/domain";

export type DateFault =
  | "DATE_UNREADABLE"
  | "DATE_MONTH_FIRST"
  | "DATE_NO_SUCH_DAY"
  | "DATE_TOO_EARLY"
  | "DATE_IN_FUTURE";
/** A day; or a year alone; or why not. `guessed`: the century was chosen by us. */
export type ReadDate = { day: LocalDate; guessed: boolean } | { year: number } | { fault: DateFault };

/** What a day may be: years from `minYear`, days to `latest`; a year of two digits is the latest that fits. */
export type DateBounds = { minYear: number; latest: LocalDate };

const pad = (number: number, width: number): string => String(number).padStart(width, "0");
const dayOf = (year: number, month: number, day: number): LocalDate =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/**
 * The day of a spreadsheet's number in the 1900 system, fractions (the time of day) cut off; null for what is no day.
 * Number 60 is 29 February 1900, which never was; what comes before is one day later than the sum says.
 */
export function serialDate(serial: number): LocalDate | null {
  const whole = Math.floor(serial);
  if (!(whole >= 1 && whole <= 2_958_465) || whole === 60) return null;
  return addDays(whole > 60 ? "1899-12-30" : "1899-12-31", whole);
}

/** A time of day behind a date, as exports of databases have it. */
const TIME = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;
const DAY_FIRST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\.?$/;
const YEAR_FIRST = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/;

function century(twoDigits: number, month: number, day: number, latest: LocalDate): number {
  const year = Number(latest.slice(0, 2)) * 100 + twoDigits;
  return dayOf(year, month, day) <= latest ? year : year - 100;
}

function checked(year: number, month: number, day: number, bounds: DateBounds, guessed = false): ReadDate {
  // 02/29/2008 and 12.31.2008: written with the month first, which cannot be told apart from ours below the 13th
  if (month > 12 && month <= 31 && day <= 12) return { fault: "DATE_MONTH_FIRST" };
  const date = dayOf(year, month, day);
  if (year < 100 || !isLocalDate(date)) return { fault: "DATE_NO_SUCH_DAY" };
  if (year < bounds.minYear) return { fault: "DATE_TOO_EARLY" };
  return date > bounds.latest ? { fault: "DATE_IN_FUTURE" } : { day: date, guessed };
}

function fromDigits(text: string, bounds: DateBounds): ReadDate {
  const number = Number(text);
  if (/^\d{8}$/.test(text)) {
    return checked(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)), bounds);
  }
  if (/^\d{4}$/.test(text) && number >= 1800 && number <= 2200) return readYear(text, bounds);
  const day = /^\d{4,5}(?:[.,]\d+)?$/.test(text) ? serialDate(Number(text.replace(",", "."))) : null;
  if (day === null) return { fault: "DATE_UNREADABLE" };
  return checked(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)), bounds);
}

/**
 * A day in any form of our exports: `dd.mm.yyyy`, `d.m.yyyy`, `dd.mm.yy`, with `/` or `-`, ISO, `yyyymmdd`, a spreadsheet's number; a
 * year alone is told as such. The day comes before the month, always.
 */
export function readDate(cell: string, bounds: DateBounds): ReadDate {
  const text = cell.replace(TIME, "").trim();
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return checked(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]), bounds);
  const dayFirst = DAY_FIRST.exec(text);
  if (!dayFirst) return fromDigits(text, bounds);
  const [day, month, year] = [Number(dayFirst[1]), Number(dayFirst[3]), dayFirst[4] ?? ""];
  if (year.length === 4) return checked(Number(year), month, day, bounds);
  return checked(century(Number(year), month, day, bounds.latest), month, day, bounds, true);
}

/** A year alone. */
export function readYear(cell: string, { minYear, latest }: DateBounds): { year: number } | { fault: DateFault } {
  const text = cell.replace(/[.,]0+$/, "");
  if (!/^\d{4}$/.test(text)) return { fault: "DATE_UNREADABLE" };
  const year = Number(text);
  if (year < minYear) return { fault: "DATE_TOO_EARLY" };
  return year > Number(latest.slice(0, 4)) ? { fault: "DATE_IN_FUTURE" } : { year };
}
