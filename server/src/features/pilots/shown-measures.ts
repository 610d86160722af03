/** Which of a pilot's counts of persons may leave the database's room. Pure; proved by brute force in the test beside. */

/** Persons on one side of the scoreboard; each a part of the one it stands after, but for `reached` and `onTime`, both parts of `done`. */
export type PersonCounts = { judged: number; attempted: number; done: number; onTime: number; reached: number };
export const SHARE_MEASURES = ["DONE", "ON_TIME", "REACHED"] as const;
export type ShareMeasure = (typeof SHARE_MEASURES)[number];

/** What a share is of what: its numerator and its denominator. */
export function shareOf(measure: ShareMeasure, counts: PersonCounts): { numerator: number; n: number } {
  if (measure === "REACHED") return { numerator: counts.reached, n: counts.attempted };
  return { numerator: measure === "DONE" ? counts.done : counts.onTime, n: counts.judged };
}

/** FULL: numerator and denominator. TOTAL: the denominator alone, where there are too few to say more. HIDDEN: neither. */
export type Shown = "FULL" | "TOTAL" | "HIDDEN";

/** No number told, and no difference between two of them, is a count of one to k - 1 persons. */
function isSafe(told: readonly number[], k: number): boolean {
  const all = [0, ...told];
  return all.every((a, i) =>
    all.slice(i + 1).every((b) => {
      const gap = Math.abs(a - b);
      return gap === 0 || gap >= k;
    }),
  );
}

/**
 * What may be told of each share about persons, in both versions alike. Each is added only where nothing told before, taken
 * from it or it from them, leaves a small count: late = done - on time, not spoken with = attempted - reached, and so on.
 */
export function shownMeasures(sides: readonly PersonCounts[], k: number, least: number): Record<ShareMeasure, Shown> {
  const told = sides.map((): number[] => []);
  const shown: Record<ShareMeasure, Shown> = { DONE: "HIDDEN", ON_TIME: "HIDDEN", REACHED: "HIDDEN" };
  for (const measure of SHARE_MEASURES) {
    const shares = sides.map((side) => shareOf(measure, side));
    const enough = shares.every(({ n }) => n >= least);
    const facts = shares.map(({ n, numerator }) => (enough ? [n, numerator] : [n]));
    if (!facts.every((more, i) => isSafe([...(told[i] ?? []), ...more], k))) continue;
    for (const [i, more] of facts.entries()) told[i]?.push(...more);
    shown[measure] = enough ? "FULL" : "TOTAL";
  }
  return shown;
}
