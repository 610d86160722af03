import { Field, ID, Int } from "type-graphql";
import type { LocalDate } from "@varde/domain";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar } from "../../kernel/graphql/shared-types.js";

export const CHOSEN_REASONS = ["LEFT", "AGED_OUT", "DIED"] as const;
export type ChosenReason = (typeof CHOSEN_REASONS)[number];
const ChosenReasonEnum = enumOf(
  CHOSEN_REASONS,
  "EndMembershipReason",
  "LEFT: left. AGED_OUT: past the highest age. DIED: all stops silently.",
);

@Input("Ends a membership; `id` and `rev` are the member's.")
export class EndMembershipInput extends ChangeInput {
  @Field(() => ChosenReasonEnum, { description: "Why." })
  reason!: ChosenReason;
  @Field(() => LocalDateScalar, { description: "The day, from joining until today." })
  leftOn!: LocalDate;
}

@Input("Takes back an end; `id` and `rev` are the member's.")
export class ReinstateMemberInput extends ChangeInput {}

@Input("Asks another chapter to receive a member; `id` and `rev` are the member's.")
export class ProposeMoveInput extends ChangeInput {
  @Field(() => ID, { description: "The chapter they move to, of the same organization." })
  toChapterId!: string;
}

@Input("Answers a move or takes it back; `id` and `rev` are the move's.")
export class DecideMoveInput extends ChangeInput {}

@Input("Makes two rows one.")
export class MergeMembersInput extends KeyedInput {
  @Field(() => ID, { description: "The merge's id, made by the client." })
  id!: string;
  @Field(() => ID, { description: "The row to keep." })
  keepId!: string;
  @Field(() => Int, { description: "Its rev." })
  keepRev!: number;
  @Field(() => ID, { description: "The row that ends." })
  otherId!: string;
  @Field(() => Int, { description: "Its rev." })
  otherRev!: number;
}

@Input("Parts two rows again; `id` and `rev` are the merge's.")
export class UndoMergeInput extends ChangeInput {}

@Input("Says that two who are alike are two.")
export class KeepApartInput extends KeyedInput {
  @Field(() => ID, { description: "One member." })
  oneId!: string;
  @Field(() => ID, { description: "The other." })
  otherId!: string;
}
