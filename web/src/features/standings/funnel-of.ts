import {
  FUNNEL_MIN,
  funnelBands,
  funnelJudgement,
  type FunnelBandAt,
  type FunnelCounts,
  type FunnelJudgement,
} from "@varde/domain";
import type { FunnelOf_ComparisonFragment } from "../../../../graphql/generated/graphql";

type Told = { id: string; name: string; counts: FunnelCounts };
export type Judged = Told & { judgement: FunnelJudgement };

/** The chapters of a comparison by what can be said of their differences, each list in the order of the comparison. */
export type Funnel = {
  /** What they are compared with: all of them together. Null when it is hidden. */
  all: FunnelCounts | null;
  judged: Judged[];
  /** Under ten: counts, and no judgement. */
  few: Told[];
  /** Ten or more, but nobody differs, or the sum is hidden. */
  alike: Told[];
  /** How many are hidden. */
  hidden: number;
};

/** Judges by on time of closed, as the page's answer counts. Hidden counts are left out; a chapter with nothing closed is in no list. */
export function funnelOf({ rows, total }: FunnelOf_ComparisonFragment): Funnel {
  const all = countsOf(total);
  const funnel: Funnel = { all, judged: [], few: [], alike: [], hidden: 0 };
  for (const { chapter, counts: shown } of rows) {
    const counts = countsOf(shown);
    if (!counts) {
      funnel.hidden++;
      continue;
    }
    if (counts.denominator === 0) continue;
    const told = { id: chapter.id, name: chapter.shortName, counts };
    const judgement = all && funnelJudgement(all, counts);
    if (judgement) funnel.judged.push({ ...told, judgement });
    else (counts.denominator < FUNNEL_MIN ? funnel.few : funnel.alike).push(told);
  }
  return funnel;
}

function countsOf({ onTime, closed }: { onTime: number | null; closed: number | null }): FunnelCounts | null {
  return onTime === null || closed === null ? null : { numerator: onTime, denominator: closed };
}

export const isInside = ({ judgement }: Judged): boolean => judgement.zone === "INSIDE";

/** A board sees its own chapter alone: there is nothing to hold it against. */
export const isComparison = ({ judged, few, alike }: Funnel): boolean => judged.length + few.length + alike.length > 1;

/** The limits as lines, from ten to a little beyond the largest chapter. */
export function bandsOf({ all, judged }: Funnel): FunnelBandAt[] {
  if (!all || judged.length === 0) return [];
  return funnelBands(all, Math.max(...judged.map(({ counts }) => counts.denominator)));
}
