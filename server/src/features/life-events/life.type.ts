import { Field, ID, Int } from "type-graphql";
import type { LocalDate } from "@varde/domain";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";
import { EndReasonEnum } from "../members/index.js";
import type { EndReason } from "../members/index.js";

export const MOVE_STATES = ["PROPOSED", "ACCEPTED", "DECLINED", "WITHDRAWN"] as const;
export type MoveState = (typeof MOVE_STATES)[number];
const MoveStateEnum = enumOf(
  MOVE_STATES,
  "MemberMoveState",
  "PROPOSED waits for the receiving chapter, or for somebody to say which that is. The others are decided.",
);
export const LIKENESSES = ["EMAIL", "MOBILE", "NAME"] as const;
export type Likeness = (typeof LIKENESSES)[number];
const LikenessEnum = enumOf(
  LIKENESSES,
  "MemberLikeness",
  "What two members have in common. NAME: the whole name, and no other year of birth.",
);

@Output("A member on the way from one chapter to another.")
export class MemberMove {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => ID, { description: "The member; the id is the same before and after." })
  memberId!: string;
  @Field(() => String, { description: "The member's name." })
  name!: string;
  @Field(() => Int, { nullable: true, description: "The member's year of birth, where it is known." })
  birthYear!: number | null;
  @Field(() => MoveStateEnum, { description: "How it stands." })
  state!: MoveState;
  @Field(() => String, { nullable: true, description: "The chapter they come from; null on one's own way out." })
  fromChapter!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "The chapter they shall come to; null when that is not known yet.",
  })
  toChapter!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "Tasks about the member that would come along; null on the way out.",
  })
  waiting!: number | null;
  @Field(() => LocalDateScalar, { description: "When it was proposed." })
  proposedOn!: LocalDate;
  @Field(() => Int, { description: "Grows by one with each change; updates say which they build on." })
  rev!: number;
}

@Output("Moves that concern the acting chapter.")
export class MemberMoves {
  @Field(() => [MemberMove], { description: "Who other chapters say is coming, oldest first; at most 100." })
  incoming!: MemberMove[];
  @Field(() => [MemberMove], {
    description: "Who is on the way out, and what was answered in the last thirty days; at most 100.",
  })
  outgoing!: MemberMove[];
}

@Output("A chapter a member may move to.")
export class MoveTarget {
  @Field(() => ID, { description: "The chapter." })
  id!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
}

@Output("Two rows that became one.")
export class MemberMerge {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => ID, { description: "The row that was kept." })
  keptId!: string;
  @Field(() => String, { description: "The name on the row that was kept." })
  keptName!: string;
  @Field(() => String, { description: "The name on the row that ended." })
  mergedName!: string;
  @Field(() => LocalDateScalar, { description: "The last day it can be undone." })
  undoUntil!: LocalDate;
  @Field(() => Int, { description: "Grows by one with each change; updates say which they build on." })
  rev!: number;
}

@Output("What has happened to a member of the acting chapter, and what may be done about it.")
export class MemberLife {
  @Field(() => ID, { description: "The member." })
  memberId!: string;
  @Field(() => String, { description: "The member's name." })
  name!: string;
  @Field(() => LocalDateScalar, { description: "The day they joined the organization." })
  joinedOn!: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day it ended; null for a member." })
  leftOn!: LocalDate | null;
  @Field(() => EndReasonEnum, { nullable: true, description: "Why it ended, where that is known." })
  endReason!: EndReason | null;
  @Field(() => String, { nullable: true, description: "The chapter they moved to." })
  movedTo!: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The last day the end can be undone; null when it cannot.",
  })
  undoUntil!: LocalDate | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day from which what is known about them is removed; null for a member, and when it has been.",
  })
  emptiedFrom!: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "Since when the mobile number is known to be wrong." })
  mobileWrongOn!: LocalDate | null;
  @Field(() => Boolean, { description: "They have asked not to be contacted when a task was reported." })
  declined!: boolean;
  @Field(() => MemberMove, { nullable: true, description: "The move that waits, if any." })
  move!: MemberMove | null;
  @Field(() => [MemberMerge], { description: "Merges the member was part of that can still be undone." })
  merges!: MemberMerge[];
  @Field(() => Int, { description: "The member's rev: updates say which they build on." })
  rev!: number;
}

@Output("A member's life events after a change, or as they are when refused.")
export class MemberLifePayload {
  @Field(() => MemberLife, { nullable: true, description: "As it is now; null where it is not the acting chapter's." })
  life!: MemberLife | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("A member, as one tells two alike apart.")
export class LikeMember {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "The name." })
  name!: string;
  @Field(() => Int, { nullable: true, description: "Year of birth, where it is known." })
  birthYear!: number | null;
  @Field(() => LocalDateScalar, { description: "The day they joined the organization." })
  joinedOn!: LocalDate;
  @Field(() => String, { nullable: true, description: "Member number." })
  memberNo!: string | null;
  @Field(() => Boolean, { description: "It has an e-mail address." })
  hasEmail!: boolean;
  @Field(() => Boolean, { description: "It has a mobile number." })
  hasMobile!: boolean;
  @Field(() => Int, { description: "Tasks about it, of all kinds." })
  tasks!: number;
  @Field(() => Int, { description: "The member's rev." })
  rev!: number;
}

@Output("Two members that may be one person.")
export class LikePair {
  @Field(() => LikeMember, { description: "The one that joined first." })
  one!: LikeMember;
  @Field(() => LikeMember, { description: "The other." })
  other!: LikeMember;
  @Field(() => [LikenessEnum], { description: "What they have in common." })
  alike!: Likeness[];
}

@Output("Members of the acting chapter that may be one person.")
export class LikePairs {
  @Field(() => [LikePair], { description: "At most 100; those somebody has said are two are not among them." })
  pairs!: LikePair[];
}

@Output("Whether it was said.")
export class LikePairPayload {
  @Field(() => Boolean, { description: "True when it was done." })
  done!: boolean;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("A member who will be older than the organization's highest age when the year ends.")
export class AgeingMember {
  @Field(() => ID, { description: "The member." })
  id!: string;
  @Field(() => String, { description: "The name." })
  name!: string;
  @Field(() => Int, { description: "The age at the end of this year." })
  ageAtYearsEnd!: number;
  @Field(() => Int, { description: "The member's rev." })
  rev!: number;
}

@Output("Who grows past the highest age this year. Nobody is ended by it: the board decides.")
export class AgeingMembers {
  @Field(() => Int, { nullable: true, description: "The organization's highest age; null when it has none." })
  maxAge!: number | null;
  @Field(() => [AgeingMember], { description: "The oldest first; at most 100." })
  members!: AgeingMember[];
  @Field(() => Boolean, { description: "There are more than are shown." })
  more!: boolean;
}
