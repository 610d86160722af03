import type { SeatRow_BoardSeatFragment } from "../../../../graphql/generated/graphql";

/** A seat as the board's list reads it. */
export type SeatFacts = SeatRow_BoardSeatFragment;

/** What can be done with one. */
export type SeatAct = "approve" | "confirm" | "resend" | "revoke" | "end";
