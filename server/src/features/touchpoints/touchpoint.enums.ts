import { CONTACT_OUTCOMES, TOUCHPOINT_STATUSES } from "@varde/domain";
import type { SubmitRefusal } from "@varde/domain";
import { enumOf } from "../../kernel/graphql/shared-types.js";

export const TouchpointStatusEnum = enumOf(
  TOUCHPOINT_STATUSES,
  "TouchpointStatus",
  "How a touchpoint stands today: OPEN until its due day, OVERDUE until its miss day, then MISSED. EMPTY had nothing to do in its period and leaves the denominators.",
);

export const ContactOutcomeEnum = enumOf(
  CONTACT_OUTCOMES,
  "ContactOutcome",
  "What came of a contact. REACHED, DECLINES_CONTACT and WRONG_NUMBER close; NO_ANSWER stays open; LATER moves the due day once; MOVED waits for the transfer.",
);

export const CannotSubmitReasonEnum = enumOf<SubmitRefusal>(
  ["NOT_OPEN_YET", "CLOSED", "TOO_LATE", "CANCELLED", "WAIVED"],
  "CannotSubmitReason",
  "Why a report is not taken now.",
);

export const TAKEN_BY = ["MINE", "NOBODY"] as const;
export type TakenBy = (typeof TAKEN_BY)[number];
export const TakenByEnum = enumOf(
  TAKEN_BY,
  "TakenBy",
  "Who has taken a touchpoint on. MINE: the seat that asks. NOBODY: none, or one whose seat has ended.",
);

export const CANCEL_REASONS = ["MEMBER_LEFT", "MEMBER_MOVED", "VERSION_WITHDRAWN", "CHAPTER_CLOSED"] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];
export const CancelledBecauseEnum = enumOf(CANCEL_REASONS, "CancelledBecause", "Why a touchpoint was cancelled.");
