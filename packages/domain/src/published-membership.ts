/**
 * Numbers of members as those above a chapter may read them.
 *
 * A number of members is published again every quarter, and two of them subtracted are what happened in the quarter: in a chapter, one or two persons.
 * So a chapter's number stands until the true one is more than `k` away from it, regions are the sums of what is shown of their chapters,
 * and what the number grew by is told of a whole federation and a whole year alone.
 */
import type { StayBeginning, StayEnding } from "./membership.js";

/** The largest number of members of a chapter that is always hidden: so many that a number in force can fall into it without telling of few. */
export const hiddenUpTo = (k: number): number => 2 * k;

/**
 * A chapter's number as it is published. `last`: what was shown of it before, null or left out when nothing was.
 * It changes only when the true one is more than `k` away, then to the true one; up to 2k is hidden.
 */
export function heldNumber(count: number, last: number | null | undefined, k: number): number | null {
  if (typeof last === "number" && Math.abs(count - last) <= k) return last;
  return count > hiddenUpTo(k) ? count : null;
}

export type MembersOf = { id: string; groupId: string | null; count: number; last?: number | null };
export type PublishedMembers = {
  /** null is hidden */
  chapters: Map<string, number | null>;
  /** the sum of what is shown of its chapters; null when that is nothing */
  groups: Map<string, number | null>;
  total: number | null;
};

type Told = { id: string; count: number; shown: number | null; low: number; high: number };

/** What everybody knows of a chapter's true number from what is shown of it. */
function toldOf({ id, count }: MembersOf, shown: number | null, last: number | null | undefined, k: number): Told {
  if (shown === null) return { id, count, shown, low: 0, high: Infinity };
  // one that stands may be the true one still; a new one is
  const stands = shown === last;
  return { id, count, shown, low: stands ? shown - k : shown, high: stands ? shown + k : shown };
}

/**
 * Whether somebody who knows the federation's true number, and a board that besides knows its own chapter's, can place a number that is
 * hidden or stands closer than `k`. `all` and `k` as published.
 */
function isPlaced(all: readonly Told[], k: number): boolean {
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const open = all.filter(({ low, high }) => low < high);
  const low = all.reduce((sum, told) => sum + told.low, 0);
  const endless = all.filter(({ high }) => high === Infinity).length;
  const high = all.reduce((sum, told) => sum + (told.high === Infinity ? 0 : told.high), 0);
  const widthOf = (told: Told, board: Told | null): number => {
    const others = { low: low - told.low, high: high - (told.high === Infinity ? 0 : told.high) };
    let unbounded = endless - (told.high === Infinity ? 1 : 0);
    if (board) {
      others.low += board.count - board.low;
      others.high += board.count - (board.high === Infinity ? 0 : board.high);
      if (board.high === Infinity) unbounded -= 1;
    }
    const most = Math.min(told.high, total - others.low);
    const least = Math.max(told.low, unbounded > 0 ? 0 : total - others.high);
    return most - least;
  };
  return open.some(
    (told) => widthOf(told, null) < k || open.some((board) => board !== told && widthOf(told, board) < k),
  );
}

/**
 * The numbers of members of a federation as they are published on one day. The true number of the whole federation may be known from
 * elsewhere: then so many more chapters are hidden, the smallest first, that no number which is hidden or stands can be placed closer than `k`,
 * neither from outside nor by the board of another chapter.
 */
export function publishMembers(chapters: readonly MembersOf[], k: number): PublishedMembers {
  const told = chapters.map((one) => toldOf(one, heldNumber(one.count, one.last, k), one.last, k));
  const bySize = told
    .map((_, i) => i)
    .toSorted((a, b) => told[a]!.count - told[b]!.count || (told[a]!.id < told[b]!.id ? -1 : 1));
  for (const i of bySize) {
    if (!isPlaced(told, k)) break;
    if (told[i]!.shown !== null) told[i] = toldOf(chapters[i]!, null, null, k);
  }
  const shown = new Map(told.map((one) => [one.id, one.shown]));
  const sumOf = (of: readonly MembersOf[]): number | null => {
    const numbers = of.map(({ id }) => shown.get(id) ?? null).filter((n) => n !== null);
    return numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0);
  };
  const ids = [...new Set(chapters.map(({ groupId }) => groupId))].filter((id) => id !== null);
  return {
    chapters: shown,
    groups: new Map(ids.map((id) => [id, sumOf(chapters.filter(({ groupId }) => groupId === id))])),
    total: sumOf(chapters),
  };
}

/** How a federation's number of members changed in a year. A move is none of them. `ENDED` is all who ended, however. */
export type YearPart = "JOINED" | "LEFT" | "AGED_OUT" | "DIED" | "LEFT_OR_DIED" | "ENDED";
export type ChapterChange = { chapterId: string; how: StayBeginning | StayEnding; n: number };

type Telling = (how: StayEnding) => YearPart;
const TELLINGS: readonly Telling[] = [
  (how) => (how === "MOVED_OUT" ? "LEFT" : how),
  (how) => (how === "AGED_OUT" ? how : "LEFT_OR_DIED"),
  () => "ENDED",
];

/**
 * A federation's year in the finest telling in which every part is nobody, or at least `k` also without any one chapter, whose board knows its
 * own; null when there is none. It is told whole or not at all.
 */
export function publishYear(changes: readonly ChapterChange[], k: number): Map<YearPart, number> | null {
  const counted = changes.filter(({ how, n }) => n > 0 && how !== "MOVED_IN" && how !== "MOVED_OUT");
  for (const tell of TELLINGS) {
    const parts = new Map<YearPart, Map<string, number>>(
      ["JOINED" as const, ...(["LEFT", "AGED_OUT", "DIED"] as const).map(tell)].map((part) => [part, new Map()]),
    );
    for (const { chapterId, how, n } of counted) {
      const byChapter = parts.get(how === "JOINED" ? how : tell(how as StayEnding))!;
      byChapter.set(chapterId, (byChapter.get(chapterId) ?? 0) + n);
    }
    const sums = [...parts].map(([part, byChapter]) => {
      const numbers = [...byChapter.values()];
      const sum = numbers.reduce((a, b) => a + b, 0);
      return { part, sum, safe: sum === 0 || sum - Math.max(...numbers) >= k };
    });
    if (sums.every(({ safe }) => safe)) return new Map(sums.map(({ part, sum }) => [part, sum]));
  }
  return null;
}
