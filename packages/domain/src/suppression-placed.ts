/**
 * What is hidden under a sum that is shown, for somebody who has kept the releases before: a part that was shown once is never less
 * than what it was then, so what is left of the sum for the others can be too little to hide them.
 */
import { boundsOver, tellsOverTime } from "./suppression-over-time.js";
import type { BlockWindow } from "./suppression-over-time.js";

/** A count that is hidden in some window: block by block, and the windows in which everybody could read it. */
export type HiddenPart = {
  series: readonly number[];
  shown: readonly BlockWindow[];
  /** the counts of each chapter within, which its board knows; one that is the part itself for a chapter */
  boards: readonly (readonly number[])[];
};

type Bounded = { series: readonly number[]; shown: readonly BlockWindow[]; low: number; high: number; count: number };

function boundedIn(series: readonly number[], shown: readonly BlockWindow[], window: BlockWindow): Bounded {
  const bounds = shown.length === 0 ? { low: 0, high: Number.POSITIVE_INFINITY } : boundsOver(series, shown, window);
  const count = series.slice(Math.max(0, window.from), window.to + 1).reduce((sum, n) => sum + n, 0);
  return { series, shown, ...bounds, count };
}

const isFree = ({ high }: Bounded): boolean => high === Number.POSITIVE_INFINITY;

function isPlaced(parts: readonly Bounded[], window: BlockWindow, k: number): boolean {
  const sum = parts.reduce((all, part) => all + part.count, 0);
  const lows = parts.reduce((all, part) => all + part.low, 0);
  const free = parts.filter(isFree).length;
  const highs = parts.reduce((all, part) => (isFree(part) ? all : all + part.high), 0);
  return parts.some((part) => {
    const othersFree = free - (isFree(part) ? 1 : 0);
    const othersMost = othersFree > 0 ? Number.POSITIVE_INFINITY : highs - (isFree(part) ? 0 : part.high);
    const low = Math.max(part.low, sum - othersMost);
    const high = Math.min(part.high, sum - (lows - part.low));
    if (high - low >= k) return false;
    return (high > 0 && low < k) || (part.shown.length > 0 && tellsOverTime(part.series, [...part.shown, window], k));
  });
}

/**
 * Whether the sum of the parts in `window`, which everybody may know, places one of them closer than `k` when it may be somebody and
 * below `k`; or so close that, with the windows in which it was shown, a stretch of its blocks is told. For everybody, and for each
 * board within, which takes its own away.
 */
export function placesPart(parts: readonly HiddenPart[], window: BlockWindow, k: number): boolean {
  // what no release before tells of, the release's own suppression protects
  if (parts.every(({ shown }) => shown.length === 0)) return false;
  const all = parts.map(({ series, shown }) => boundedIn(series, shown, window));
  if (isPlaced(all, window, k)) return true;
  return parts.some(({ series, shown, boards }, i) =>
    boards.some((own) => {
      if (boards.length === 1) return isPlaced(all.toSpliced(i, 1), window, k);
      const others = series.map((n, block) => n - own[block]!);
      return isPlaced(all.with(i, boundedIn(others, shown, window)), window, k);
    }),
  );
}
