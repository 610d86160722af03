import type { BlockWindow, EarlierRelease, LocalDate } from "@varde/domain";
import type { PublishedCount, RawUnit } from "./release.js";
import { suppress } from "./suppress.js";

/** What a quarter, a region or a chapter settled, as the database counts it. `quarter` is its first day; null is not settled. */
export type RawCount = { templateId: string; chapterId: string; measure: string; quarter: LocalDate | null; n: number };

/** Months that a release may count, the shortest that can be read well first. */
export const WINDOWS = [12, 24, 36] as const;
/** So much of what one compares by should be readable: otherwise the period widens, and then the release may wait. */
const READABLE = 0.8;
const READABLE_AT_FIRST = 0.5;
/** A release waits no longer than this. */
const QUARTERS_TO_WAIT = 4;
const QUARTERS_IN_YEAR = 4;
const MONTHS_IN_QUARTER = 3;

export type Readability = { cells: number; readable: number };
/** `hidden`: the cells it did not show, as `hiddenKey` names them; when left out, those of 1 to k-1. */
export type Released = Readability & { on: LocalDate; months: number; hidden?: ReadonlySet<string> };
export const hiddenKey = (unitId: string, measure: string): string => `${unitId} ${measure}`;
export type ReleaseInput = {
  organizationId: string;
  aboutMember: boolean;
  k: number;
  /** the quarter's end it is about */
  day: LocalDate;
  chapters: readonly { id: string; regionId: string | null }[];
  /** the day it was first rolled out */
  since: LocalDate;
  /** of this template and these chapters */
  counts: readonly RawCount[];
  /** the template's releases before, oldest first */
  earlier: readonly Released[];
};

/** `months` is null when it waits: then nothing is published, and the release before stands. */
export type ChosenRelease = Readability & { months: number | null; counts: PublishedCount[] };

const quarterOf = (day: LocalDate): number =>
  Number(day.slice(0, 4)) * QUARTERS_IN_YEAR + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

function unitsOf({ chapters, counts }: ReleaseInput, first: number, last: number): RawUnit[] {
  const byChapter = Map.groupBy(counts, (count) => count.chapterId);
  return chapters.map(({ id, regionId }) => {
    const quarters: Record<string, number[]> = {};
    const open: Record<string, number> = {};
    for (const { measure, quarter, n } of byChapter.get(id) ?? []) {
      if (quarter === null) open[measure] = (open[measure] ?? 0) + n;
      else (quarters[measure] ??= Array.from({ length: last - first + 1 }, () => 0))[quarterOf(quarter) - first]! += n;
    }
    return { id, regionId, quarters, open };
  });
}

/** What chapters are compared by: how many were due, on time, and not. Of duties, the sums of persons. */
const COMPARED = new Set(["ON_TIME", "LATE_OR_MISSED", "CLOSED"]);

function readability(counts: readonly PublishedCount[], aboutMember: boolean): Readability {
  const compared = aboutMember ? counts.filter(({ measure }) => COMPARED.has(measure)) : counts;
  return { cells: compared.length, readable: compared.filter(({ value }) => value !== null).length };
}

const shareOf = ({ cells, readable }: Readability): number => (cells === 0 ? 1 : readable / cells);

/**
 * A template's release at a quarter's end: the shortest window of which enough can be read. When none is, the best of them; but
 * when less than half of it could be read, or less than of the release before, it waits for at most a year.
 */
export function chooseRelease(input: ReleaseInput): ChosenRelease {
  const { organizationId, aboutMember, k, day, counts, earlier } = input;
  const last = quarterOf(day);
  const first = Math.min(last, ...counts.flatMap(({ quarter }) => (quarter === null ? [] : [quarterOf(quarter)])));
  const units = unitsOf(input, first, last);
  const windowOf = (end: number, months: number): BlockWindow => ({
    from: end - months / MONTHS_IN_QUARTER + 1 - first,
    to: end - first,
  });
  const before = earlier.map(({ on, months, hidden }): EarlierRelease => {
    const window = windowOf(quarterOf(on), months);
    if (!hidden) return window;
    const shown: EarlierRelease["shown"] = ({ level, id, measure }) =>
      !hidden.has(hiddenKey(level === "total" ? organizationId : id, measure));
    return { ...window, shown };
  });
  let best: (ChosenRelease & { months: number }) | null = null;
  for (const months of WINDOWS) {
    const window = windowOf(last, months);
    const published = suppress({ organizationId, aboutMember, units, k, window, earlier: before });
    const candidate = { months, counts: published, ...readability(published, aboutMember) };
    if (!best || shareOf(candidate) > shareOf(best)) best = candidate;
    // a wider one would count the same
    if (shareOf(best) >= READABLE || window.from <= 0) break;
  }
  const standing = earlier.at(-1);
  // what is released early stands in the way of what comes after: half of it must be worth it
  const enough = standing ? Math.min(READABLE, shareOf(standing)) : READABLE_AT_FIRST;
  const waited = standing ? last - quarterOf(standing.on) : last - quarterOf(input.since) + 1;
  const waits = shareOf(best!) < enough && waited < QUARTERS_TO_WAIT;
  return waits ? { ...best!, months: null, counts: [] } : best!;
}
