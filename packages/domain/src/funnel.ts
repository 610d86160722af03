/**
 * Which chapters differ by more than chance: a funnel around what all of them are together.
 * Source: Spiegelhalter 2005, Statistics in Medicine 24:1185-1202, doi:10.1002/sim.1970: limits of 95 % and 99.8 %, by z or exact binomial.
 *
 * From 30 on the limits are p ± z·sqrt(p(1-p)/n), cut off at 0 and 1. Below 30 they are exact and discrete, not interpolated: the
 * smallest count r with P(X <= r) > tail and the largest with P(X >= r) > tail, X ~ Bin(n, p). So chance alone puts at most the tail
 * outside, on each side, and a limit is a count that can be said: «we expected 15 to 24». What is on a limit is inside.
 */
import { MIN_DENOMINATOR_FOR_PERCENT } from "./standings.js";
import type { Fraction } from "./standings.js";

/** Two levels: 95 % and 99.8 % of what chance gives lies within. `tail` is what lies outside on one side. */
const LEVELS = { expected: { z: 1.96, tail: 0.025 }, rare: { z: 3.09, tail: 0.001 } } as const;
type Level = keyof typeof LEVELS;

/** From this many on the normal limits are good enough. */
export const FUNNEL_NORMAL_FROM = 30;
/** Below this many nothing is judged: it is shown as counts. */
export const FUNNEL_MIN = MIN_DENOMINATOR_FOR_PERCENT;

/** Outside the limits of 95 %, or far outside: beyond those of 99.8 %. */
export const FUNNEL_ZONES = ["FAR_BELOW", "BELOW", "INSIDE", "ABOVE", "FAR_ABOVE"] as const;
export type FunnelZone = (typeof FUNNEL_ZONES)[number];

/** Numerator of denominator, whole numbers. */
export type FunnelCounts = Pick<Fraction, "numerator" | "denominator">;

/** From `low` to `high`, both inside: `counts` of `n`, and `shares` from 0 to 1 as they are drawn. */
export type FunnelBand = { counts: { low: number; high: number }; shares: { low: number; high: number } };
/** The band of 95 % and that of 99.8 % for one `n`. */
export type FunnelLimits = Record<Level, FunnelBand>;

/**
 * Σ numerators / Σ denominators: what the chapters are compared with. Throws RangeError for what is not a count of another.
 */
export function pooledCounts(rows: readonly FunnelCounts[]): FunnelCounts {
  const sum = { numerator: 0, denominator: 0 };
  for (const row of rows) {
    check(row);
    sum.numerator += row.numerator;
    sum.denominator += row.denominator;
  }
  return sum;
}

function check({ numerator, denominator }: FunnelCounts): void {
  const whole = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  if (!whole || numerator < 0 || numerator > denominator) {
    throw new RangeError(`Not a share: ${numerator} of ${denominator}`);
  }
}

/** The smallest r with P(X <= r) > tail, X ~ Bin(n, p); q = 1 - p, given so that the two sides are computed alike. */
function lowestExact(n: number, p: number, q: number, tail: number): number {
  let term = q ** n;
  let below = term;
  let r = 0;
  while (below <= tail && r < n) {
    term *= ((n - r) / (r + 1)) * (p / q);
    below += term;
    r++;
  }
  return r;
}

/** What a multiplication may be off by, so that a count exactly on a limit is inside. */
const ROUNDING = 1e-9;

/** The lower limit; the upper one is that of the others, those who did not. */
function lower(n: number, p: number, q: number, level: Level): { count: number; share: number } {
  const { z, tail } = LEVELS[level];
  if (n < FUNNEL_NORMAL_FROM) {
    const count = lowestExact(n, p, q, tail);
    return { count, share: count / n };
  }
  const share = Math.max(0, p - z * Math.sqrt((p * q) / n));
  return { count: Math.ceil(n * share - ROUNDING), share };
}

/**
 * The limits for a chapter with `n` in the denominator. Null when there is nothing to judge: fewer than ten, or a pooled share of
 * 0 or 1, where nobody differs. `all` is the pooled share.
 */
export function funnelLimits(all: FunnelCounts, n: number): FunnelLimits | null {
  check(all);
  const { numerator, denominator } = all;
  if (n < FUNNEL_MIN || numerator === 0 || numerator === denominator) return null;
  const p = numerator / denominator;
  const q = (denominator - numerator) / denominator;
  const band = (level: Level): FunnelBand => {
    const low = lower(n, p, q, level);
    const others = lower(n, q, p, level);
    return {
      counts: { low: low.count, high: n - others.count },
      shares: { low: low.share, high: 1 - others.share },
    };
  };
  return { expected: band("expected"), rare: band("rare") };
}

/** Where a chapter lies, with what was expected of it; null when it is not judged. */
export type FunnelJudgement = { zone: FunnelZone; limits: FunnelLimits };

/** Judges one chapter against the pooled share. Null: fewer than ten, or nothing that differs. */
export function funnelJudgement(all: FunnelCounts, row: FunnelCounts): FunnelJudgement | null {
  check(row);
  const limits = funnelLimits(all, row.denominator);
  return limits && { zone: zoneOf(row.numerator, limits), limits };
}

function zoneOf(count: number, { expected, rare }: FunnelLimits): FunnelZone {
  if (count < rare.counts.low) return "FAR_BELOW";
  if (count < expected.counts.low) return "BELOW";
  if (count > rare.counts.high) return "FAR_ABOVE";
  return count > expected.counts.high ? "ABOVE" : "INSIDE";
}
