import { Field, ID, Int } from "type-graphql";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { RoleEnum, UnitKindEnum } from "../accounts/index.js";
import type { Role, UnitKind } from "../accounts/index.js";

export const SEAT_STATUSES = ["ACTIVE", "AWAITING_APPROVAL", "INVITED", "INVITATION_EXPIRED", "ENDED"] as const;
export type SeatStatus = (typeof SEAT_STATUSES)[number];

export const BoardSeatStatusEnum = enumOf(
  SEAT_STATUSES,
  "BoardSeatStatus",
  "ACTIVE: somebody holds it. AWAITING_APPROVAL: a national seat that another administrator is to approve first. INVITED: waits for an answer. INVITATION_EXPIRED: the invitation no longer holds. ENDED: over, or taken back.",
);

@Output("A seat as those see it who look after a board: never the address behind it.")
export class BoardSeat {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "Who holds it or is invited to." })
  holderName!: string;
  @Field(() => RoleEnum, { description: "What it is for." })
  role!: Role;
  @Field(() => UnitKindEnum, { description: "What it reaches." })
  unitKind!: UnitKind;
  @Field(() => ID, { nullable: true, description: "The region, for a region's seat." })
  regionId!: string | null;
  @Field(() => ID, { nullable: true, description: "The chapter, for a chapter's seat." })
  chapterId!: string | null;
  @Field(() => String, { description: "Name of the organization, region or chapter." })
  unitName!: string;
  @Field(() => LocalDateScalar, { description: "First day it holds." })
  validFrom!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: "First day it no longer holds; null for no end." })
  validTo!: string | null;
  @Field(() => BoardSeatStatusEnum, { description: "Whether it is held, offered or over." })
  status!: SeatStatus;
  @Field(() => Date, {
    nullable: true,
    description: "When the invitation was sent, or asked for when it is not sent yet.",
  })
  invitedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: "When the invitation stops holding." })
  expiresAt!: Date | null;
  @Field(() => Boolean, { description: "It waits for approval, and the one who asks may give it." })
  mayApprove!: boolean;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "Elected again: first day it no longer holds once somebody else confirms that; null when nothing waits.",
  })
  electedUntil!: string | null;
  @Field(() => Boolean, { description: "The one who asks may confirm that it was elected again." })
  mayConfirm!: boolean;
  @Field(() => Int, { description: "Counts its changes; an act carries the one it was based on." })
  rev!: number;
}

export const BoardSeatConnection = connectionOf(BoardSeat, "BoardSeat");

@Output("What became of a change to a seat.")
export class BoardSeatPayload {
  @Field(() => BoardSeat, {
    nullable: true,
    description: "The seat as it is now; null when there is none to show, as after ending the own.",
  })
  seat!: BoardSeat | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("One line of a pasted sheet, as it was understood.")
export class BoardRow {
  @Field(() => Int, { description: "The line in the pasted text, from 1." })
  line!: number;
  @Field(() => String, { description: "The person's name." })
  name!: string;
  @Field(() => String, { description: "The address, as it will be written to." })
  email!: string;
  @Field(() => String, { nullable: true, description: "The chapter or region found; what was written when none was." })
  chapterName!: string | null;
  @Field(() => RoleEnum, { nullable: true, description: "The role understood; null when it was not." })
  role!: Role | null;
  @Field(() => String, { nullable: true, description: "What to mend on this line; null when all is well." })
  problem!: string | null;
  @Field(() => Boolean, { description: "Whether the person has the seat or is invited to it: the line is left out." })
  already!: boolean;
}

@Output("What became of a pasted sheet. Nobody is invited as long as one line has a problem.")
export class InviteBoardsPayload {
  @Field(() => [BoardRow], { description: "The lines in order, the header left out." })
  rows!: BoardRow[];
  @Field(() => Int, { description: "How many were invited now." })
  invited!: number;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
