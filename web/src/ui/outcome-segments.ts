import type { OutcomePart } from "./OutcomePatterns";

/**
 * Counts behind one 100 % bar. `null` is a hidden number. When `late` and `missed` are hidden, `joined` is their sum, or
 * null when that is hidden too: then the whole row is. `takenOver` was done by national on a chapter's behalf: it is drawn last, and in no share.
 */
export type Outcome = {
  onTime: number | null;
  late: number | null;
  missed: number | null;
  joined?: number | null;
  takenOver?: number | null;
};

export type OutcomeSegment = { part: OutcomePart; count: number };

/** The segments to draw, without empty ones; null when a part cannot be shown, so that the proportions would be untrue. */
export function outcomeSegments({ onTime, late, missed, joined = null, takenOver }: Outcome): OutcomeSegment[] | null {
  if (onTime === null) return null;
  const rest: OutcomeSegment[] | null =
    late !== null && missed !== null
      ? [
          { part: "late", count: late },
          { part: "missed", count: missed },
        ]
      : joined === null
        ? null
        : [{ part: "joined", count: joined }];
  if (rest === null) return null;
  return [
    { part: "onTime" as const, count: onTime },
    ...rest,
    { part: "takenOver" as const, count: takenOver ?? 0 },
  ].filter((segment) => segment.count > 0);
}
