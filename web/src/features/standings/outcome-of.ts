import type { OutcomeOf_CountsFragment } from "../../../../graphql/generated/graphql";
import type { Outcome } from "../../ui";

/** Counts as the kit draws them: late and missed apart, or as one where the two may not be told apart. */
export function outcomeOf({ onTime, late, missed, lateOrMissed, takenOver }: OutcomeOf_CountsFragment): Outcome {
  return late === null || missed === null
    ? { onTime, late: null, missed: null, joined: lateOrMissed, takenOver }
    : { onTime, late, missed, takenOver };
}
