/**
 * How sure a number is, and whether one version did better than another. All intervals are 95 %; all decline (null) below ten
 * on a side, where chance speaks louder than the version.
 */
import { seededRandom } from "./seeded-random.js";

/** Below this many on either side nothing is judged. */
export const MIN_JUDGED = 10;
const Z = 1.959963984540054;
const TAIL = 0.025;
const RESAMPLES = 2000;

/** An estimate with its 95 % interval, both ends included: shares and their differences as fractions, medians in their own unit. */
export type Interval = { estimate: number; low: number; high: number };
/** `numerator` of `n`, for example on time of closed. */
export type Share = { numerator: number; n: number };

function wilson({ numerator, n }: Share): Interval {
  const p = numerator / n;
  const middle = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))) / (1 + Z ** 2 / n);
  // at 0 and 1 an end is the share itself, but for rounding
  return { estimate: p, low: Math.max(0, Math.min(p, middle - half)), high: Math.min(1, Math.max(p, middle + half)) };
}

/**
 * A share and its Wilson score interval, without continuity correction.
 * Source: Wilson 1927, JASA 22:209-212; Newcombe 1998, Statistics in Medicine 17:857-872, method 3.
 */
export function shareInterval(share: Share): Interval | null {
  return share.n >= MIN_JUDGED ? wilson(share) : null;
}

/**
 * `after` - `before`, two shares of different touchpoints, with the hybrid score interval, from the two Wilson intervals.
 * Source: Newcombe 1998, Statistics in Medicine 17:873-890, method 10.
 */
export function shareDifference(before: Share, after: Share): Interval | null {
  const was = shareInterval(before);
  const is = shareInterval(after);
  if (!was || !is) return null;
  const estimate = is.estimate - was.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(is.estimate - is.low, was.high - was.estimate),
    high: estimate + Math.hypot(is.high - is.estimate, was.estimate - was.low),
  };
}

function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

/** The value in the middle of sorted ones, the mean of two in the middle of an even number. */
function middleOf(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** The median of the values, in their unit; null for none. No interval, so no least number. */
export function median(values: readonly number[]): number | null {
  return values.length > 0 ? middleOf(ascending(values)) : null;
}

/** The largest r for which P(X < r) <= 0.025, X ~ Bin(n, 1/2). In logarithms: 2^-n is 0 in floating point from n = 1075. */
function lowerRank(n: number): number {
  let log = -n * Math.LN2;
  let below = 0;
  for (let r = 0; r < n; r++) {
    below += Math.exp(log);
    if (below > TAIL) return r;
    log += Math.log((n - r) / (r + 1));
  }
  return n;
}

/**
 * The median with an interval between two order statistics, x(r) and x(n + 1 - r): true whatever the distribution, and never
 * below 95 %. Source: Conover 1999, Practical Nonparametric Statistics, 3rd ed., section 3.2.
 */
export function medianInterval(values: readonly number[]): Interval | null {
  const n = values.length;
  if (n < MIN_JUDGED) return null;
  const sorted = ascending(values);
  const r = lowerRank(n);
  return { estimate: middleOf(sorted), low: sorted[r - 1] ?? Number.NaN, high: sorted[n - r] ?? Number.NaN };
}

/** The median of as many values drawn with replacement: counted by rank and walked to the middle, which needs no sorting. */
function resampledMedian(sorted: Float64Array, counts: Uint32Array, random: () => number): number {
  const n = sorted.length;
  counts.fill(0);
  for (let i = 0; i < n; i++) {
    const drawn = Math.floor(random() * n);
    counts[drawn] = (counts[drawn] ?? 0) + 1;
  }
  const lower = (n + 1) >> 1;
  let seen = 0;
  let at = -1;
  while (seen < lower) seen += counts[++at] ?? 0;
  const value = sorted[at] ?? Number.NaN;
  if (n % 2 === 1 || seen > lower) return value;
  do at++;
  while (counts[at] === 0);
  return (value + (sorted[at] ?? Number.NaN)) / 2;
}

/**
 * The median of `after` - the median of `before`, in their unit, with the percentile interval of 2,000 bootstrap resamples. The same values
 * (in any order) and `seed` give the same interval. Takes some 0.1 s for 5,000 values on each side.
 * Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 13.
 */
export function medianDifference(before: readonly number[], after: readonly number[], seed: string): Interval | null {
  if (before.length < MIN_JUDGED || after.length < MIN_JUDGED) return null;
  const was = ascending(before);
  const is = ascending(after);
  const random = seededRandom(seed);
  const wasCounts = new Uint32Array(was.length);
  const isCounts = new Uint32Array(is.length);
  const differences = new Float64Array(RESAMPLES);
  for (let i = 0; i < RESAMPLES; i++) {
    differences[i] = resampledMedian(is, isCounts, random) - resampledMedian(was, wasCounts, random);
  }
  differences.sort();
  const estimate = middleOf(is) - middleOf(was);
  const low = differences[RESAMPLES * TAIL - 1] ?? Number.NaN;
  const high = differences[RESAMPLES * (1 - TAIL)] ?? Number.NaN;
  return { estimate, low: Math.min(low, estimate), high: Math.max(high, estimate) };
}

export type Direction = "HIGHER_IS_BETTER" | "LOWER_IS_BETTER";
export const VERDICTS = ["BETTER", "WORSE", "NO_CLEAR_DIFFERENCE", "UNDECIDED"] as const;
/** UNDECIDED: too few to judge. NO_CLEAR_DIFFERENCE: enough, but the interval holds 0. */
export type Verdict = (typeof VERDICTS)[number];

/** What the interval of a difference (after - before) says of the later version. */
export function verdict(difference: Interval | null, direction: Direction): Verdict {
  if (!difference) return "UNDECIDED";
  const { low, high } = difference;
  if (low <= 0 && high >= 0) return "NO_CLEAR_DIFFERENCE";
  return low > 0 === (direction === "HIGHER_IS_BETTER") ? "BETTER" : "WORSE";
}
