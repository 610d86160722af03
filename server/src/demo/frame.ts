import { addDays, addMonths, daysBetween } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import type { Instant } from "./rows.js";

/** The days everything in the demo hangs on. */
export type Frame = {
  seed: string;
  today: LocalDate;
  /** first day of the history: the first of the month, 18 months ago */
  start: LocalDate;
  /** first day on which members were greeted: two years before the history, kept as numbers only */
  before: LocalDate;
  /** last day on which something may open: 60 days ahead */
  horizon: LocalDate;
  /** from this day the silent chapter is silent */
  silentSince: LocalDate;
  /** the annual meetings that elected the boards of now and of before */
  elected: LocalDate;
  electedBefore: LocalDate;
  /** from this day the second wording of IP-02 holds */
  minorFrom: LocalDate;
};

export function frameOf(today: LocalDate, seed: string): Frame {
  const start = `${addMonths(today, -18).slice(0, 7)}-01`;
  const year = Number(today.slice(0, 4));
  const elected = `${today >= `${year}-03-01` ? year : year - 1}-02-12`;
  return {
    seed,
    today,
    start,
    before: addMonths(start, -24),
    horizon: addDays(today, 60),
    silentSince: addMonths(today, -4),
    elected,
    electedBefore: `${Number(elected.slice(0, 4)) - 2}-02-12`,
    minorFrom: `${addMonths(today, -5).slice(0, 7)}-01`,
  };
}

/** The instant of an hour UTC on a day; hours 5-20 are the same day in Oslo. */
export function at(day: LocalDate, hour: number, minute = 0): Instant {
  return `${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00.000Z`;
}

export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

/** The day a share of the way from `from` to `to`, both included. */
export function dayBetween(from: LocalDate, to: LocalDate, share: number): LocalDate {
  return addDays(from, Math.floor(share * (daysBetween(from, to) + 1)));
}

/** How many join per month of the year, January first: the year's two waves are after New Year and at the start of school. */
export const JOINING = [1.8, 1.1, 1, 0.9, 0.7, 0.5, 0.2, 0.9, 2, 1.3, 0.9, 0.5];
