import { Field, ID } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { DateTimeScalar, enumOf, Problem } from "../../kernel/graphql/shared-types.js";
import { MemberDetail } from "../members/index.js";

export const LOOK_UP_REASONS = ["MEMBER_ASKED", "SAFETY", "COMPLAINT", "WRONG_CHAPTER", "LAW"] as const;
export type LookUpReason = (typeof LOOK_UP_REASONS)[number];
export const LookUpReasonEnum = enumOf(
  LOOK_UP_REASONS,
  "LookUpReason",
  "Why somebody above the chapter looks: the member (or a guardian) asked for it, somebody may be in danger, a complaint, a member in the wrong chapter, or a duty by law.",
);

@Output("Whom a look-up was about, to those whose member it is.")
export class LookedUpMember {
  @Field(() => ID, { description: "The member." })
  id!: string;
  @Field(() => String, { description: "The member's name as it is now." })
  name!: string;
}

@Output("That a national administrator has looked one member up: who, when and why. Never what was searched for.")
export class LookUp {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => DateTimeScalar, { description: "When." })
  openedAt!: Date;
  @Field(() => DateTimeScalar, { description: "The card is closed from then, three hours after." })
  expiresAt!: Date;
  @Field(() => Boolean, { description: "The one who asks may read the card now." })
  open!: boolean;
  @Field(() => LookUpReasonEnum, { description: "Why." })
  reason!: LookUpReason;
  @Field(() => String, { description: "Why, in the administrator's words." })
  words!: string;
  @Field(() => String, { description: "Who looked." })
  byName!: string;
  @Field(() => String, { description: "The member's chapter." })
  chapterName!: string;
  @Field(() => LookedUpMember, { nullable: true, description: "Whom; null to whoever looked." })
  member!: LookedUpMember | null;
  @Field(() => Boolean, { description: "The chapter's leader has seen it." })
  seen!: boolean;
}

export const LookUpConnection = connectionOf(LookUp, "LookUp");

@Output("The card of a member who was looked up, while it is open.")
export class LookedUp {
  @Field(() => LookUp, { description: "The look-up." })
  lookUp!: LookUp;
  @Field(() => MemberDetail, { description: "The member, to read. Nobody with the same address is told of." })
  detail!: MemberDetail;
}

@Output("What came of a look-up.")
export class LookUpPayload {
  @Field(() => LookUp, {
    nullable: true,
    description: "The look-up, its card open; null when there is nobody, or more than one, by what was given.",
  })
  lookUp!: LookUp | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
