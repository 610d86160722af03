/**
 * How far a federation has come towards the number of members it wants to have on a day, and where it is heading. What is counted are
 * published totals of the whole federation, at the ends of quarters; here there is only arithmetic.
 */
import { daysBetween } from "./calendar.js";
import type { LocalDate } from "./calendar.js";

/** Members on a day; `members` null is hidden. */
export type MemberPoint = { on: LocalDate; members: number | null };

/** So many members on `on`, coming from `startMembers` on `startOn`. */
export type MemberGoal = { members: number; on: LocalDate; startMembers: number; startOn: LocalDate };

/** What the pace is measured over: the last year, or since the goal's start when there is no year of numbers yet. */
export const PACES = ["YEAR", "START"] as const;
export type Pace = (typeof PACES)[number];

/** `forecast`: members on the goal's day if it goes on at the pace, in whole tens: it is a guess. Null when there is too little to say. */
export type MemberProgress = {
  now: (MemberPoint & { members: number }) | null;
  pace: Pace | null;
  forecast: number | null;
  reached: boolean;
};

/** A year of quarters, with some days of slack. */
const YEAR = { least: 350, most: 380 } as const;
/** A pace over less than half a year says more about the season than about the way. */
const LEAST_DAYS = 180;

/**
 * From the newest number that can be read, at the pace of the year before it. Source: straight line through two counts;
 * there is no season in a whole year.
 */
export function memberProgress(goal: MemberGoal, points: readonly MemberPoint[]): MemberProgress {
  const known = points
    .flatMap(({ on, members }) => (members === null ? [] : [{ on, members }]))
    .toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const [now] = known;
  if (!now) return { now: null, pace: null, forecast: null, reached: false };
  const reached = now.members >= goal.members;
  const yearBefore = known.find(({ on }) => {
    const days = daysBetween(on, now.on);
    return days >= YEAR.least && days <= YEAR.most;
  });
  const start = { on: goal.startOn, members: goal.startMembers };
  const before = yearBefore ?? (daysBetween(start.on, now.on) >= LEAST_DAYS ? start : null);
  const left = daysBetween(now.on, goal.on);
  if (!before || left <= 0) return { now, pace: null, forecast: null, reached };
  const perDay = (now.members - before.members) / daysBetween(before.on, now.on);
  const forecast = Math.max(0, Math.round((now.members + perDay * left) / 10) * 10);
  return { now, pace: yearBefore ? "YEAR" : "START", forecast, reached };
}
