import type { OutcomeOf_CountsFragment } from "../../../../graphql/generated/graphql";

export type Trend = "more" | "same" | "less";

/** Less than this is as before: differences of a few points are chance in a chapter. Source: the design's chart rules. */
const THRESHOLD = 0.035;

/** This period's share on time against the one before, in a word; null where either has nothing closed. */
export function trendOf(now: OutcomeOf_CountsFragment, before: OutcomeOf_CountsFragment): Trend | null {
  if (!now.closed || !before.closed) return null;
  const difference = now.onTime! / now.closed - before.onTime! / before.closed;
  return difference > THRESHOLD ? "more" : difference < -THRESHOLD ? "less" : "same";
}
