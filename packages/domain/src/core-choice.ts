/** Choosing the few touchpoints that every chapter carries out: how candidates are scored, and how dots are laid in a workshop. */
import { MIN_JUDGED } from "./statistics.js";

/** What a candidate is scored on, each 0-100. High effort is heavy; high of everything else is good. */
export const CORE_SCORES = ["IMPORTANCE", "PERFORMANCE", "REACH", "EFFORT"] as const;
export type CoreScore = (typeof CORE_SCORES)[number];

const percent = (share: number): number => Math.max(0, Math.min(100, Math.round(share * 100)));

/** Done on time of what is settled, in percent; null below ten settled, where chance speaks louder. */
export function performanceScore(counts: { onTime: number; settled: number }): number | null {
  return counts.settled >= MIN_JUDGED ? percent(counts.onTime / counts.settled) : null;
}

/** Chapters that have it, in percent of those that are open; null when none is open. */
export function reachScore(chapters: number, open: number): number | null {
  return open > 0 ? percent(chapters / open) : null;
}

/** `reachScore` in coarse words, so that one chapter more or less is not told. */
export type ReachWord = "NONE" | "FEW" | "SOME" | "MOST" | "ALL";
export function reachWord(score: number): ReachWord {
  if (score <= 0) return "NONE";
  if (score >= 95) return "ALL";
  return score >= 60 ? "MOST" : score >= 25 ? "SOME" : "FEW";
}

/** Minutes a chapter and month that each of `size` touchpoints may take, when all together may take `limit`. */
export const effortShare = (limit: number, size: number): number => limit / Math.max(1, size);

/** Minutes a chapter and month as percent of its share of the limit; 100 is the whole share or more. */
export function effortScore(minutes: number, limit: number, size: number): number {
  return percent(minutes / effortShare(limit, size));
}

/** Where a candidate stands: important or not, and managed or not; UNKNOWN while one of the two is not known. */
export const CORE_QUADRANTS = ["MEND", "KEEP", "EASE", "LEAVE", "UNKNOWN"] as const;
export type CoreQuadrant = (typeof CORE_QUADRANTS)[number];
const MIDDLE = 50;
export function quadrantOf(importance: number | null, performance: number | null): CoreQuadrant {
  if (importance === null || performance === null) return "UNKNOWN";
  if (importance >= MIDDLE) return performance >= MIDDLE ? "KEEP" : "MEND";
  return performance >= MIDDLE ? "EASE" : "LEAVE";
}

/** Dots by candidate; who has none is left out. */
export type Dots = Readonly<Record<string, number>>;
/** How many dots each has, and how many of them may lie on one candidate. */
export type DotRule = { dots: number; mostOnOne: number };

export const laidDots = (dots: Dots): number => Object.values(dots).reduce((sum, n) => sum + n, 0);

/** The dots after one is laid on (`1`) or taken from (`-1`) a candidate; the same when that may not be. */
export function moveDot(dots: Dots, candidate: string, step: 1 | -1, rule: DotRule): Dots {
  const now = (dots[candidate] ?? 0) + step;
  if (now < 0 || now > rule.mostOnOne || (step === 1 && laidDots(dots) >= rule.dots)) return dots;
  const { [candidate]: _before, ...others } = dots;
  return now === 0 ? others : { ...others, [candidate]: now };
}

/** Whether somebody may have laid these: whole dots, on what is voted on, no more than were given. */
export function mayLie(dots: Dots, candidates: readonly string[], rule: DotRule): boolean {
  const known = new Set(candidates);
  return (
    Object.entries(dots).every(([id, n]) => known.has(id) && Number.isInteger(n) && n >= 1 && n <= rule.mostOnOne) &&
    laidDots(dots) <= rule.dots
  );
}
