import { closedOf, completion, timeliness, waiverShare } from "@varde/domain";
import type { Counts } from "@varde/domain";
import type { Share, StandingCounts } from "./counts.type.js";
import type { PublishedMeasures } from "./published.js";

/** Counts with their shares, as a row or a total shows them. */
export type Shown = {
  counts: StandingCounts;
  completion: Share;
  timeliness: Share;
  waiverShare: Share;
  /** nothing can be said of the outcome */
  hidden: boolean;
};

/** Exact counts: nothing is hidden. */
export function shownExact(counts: Counts): Shown {
  return {
    counts: { ...counts, closed: closedOf(counts), lateOrMissed: counts.late + counts.missed },
    completion: completion(counts),
    timeliness: timeliness(counts),
    waiverShare: waiverShare(counts),
    hidden: false,
  };
}

/** A share is known when both its parts are. */
function shareOf(numerator: number | null, denominator: number | null): Share {
  const known = numerator !== null && denominator !== null && denominator > 0;
  return { numerator, denominator, share: known ? numerator / denominator : null };
}

/** null as soon as one of them is hidden. */
function sum(...parts: (number | null)[]): number | null {
  return parts.every((part) => part !== null) ? parts.reduce((a, b) => a + b, 0) : null;
}

/** Published counts as they are. Nothing is computed but what anybody could who reads the published ones. */
export function shownPublished(measures: PublishedMeasures | undefined): Shown {
  const of = (measure: string): number | null => (measures ? (measures[measure] ?? null) : null);
  const [onTime, late, missed, closed] = [of("ON_TIME"), of("LATE"), of("MISSED"), of("CLOSED")];
  const [open, overdue, waived] = [of("OPEN"), of("OVERDUE"), of("WAIVED")];
  const lateOrMissed = of("LATE_OR_MISSED");
  const done = sum(onTime, late) ?? (closed !== null && missed !== null ? closed - missed : null);
  return {
    counts: {
      onTime,
      late,
      missed,
      closed,
      lateOrMissed,
      // only duties are taken over
      takenOver: measures ? 0 : null,
      open,
      overdue,
      waived,
      empty: measures ? 0 : null,
      cancelled: of("CANCELLED"),
    },
    completion: shareOf(done, closed),
    timeliness: shareOf(onTime, closed),
    waiverShare: shareOf(waived, sum(closed, open, overdue, waived)),
    hidden: onTime === null || lateOrMissed === null,
  };
}
