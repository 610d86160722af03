import { Field, ID, Int } from "type-graphql";
import { Input, Output } from "../../kernel/graphql/output.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { enumOf, Problem } from "../../kernel/graphql/shared-types.js";
import type { ProblemData } from "../../kernel/errors/refusal.js";

export const COPY_REASONS = ["MEMBER_ASKED", "GUARDIAN_ASKED"] as const;
export type CopyReason = (typeof COPY_REASONS)[number];
export const CopyReasonEnum = enumOf(COPY_REASONS, "CopyReason", "Who asked for the copy. It stands in the trail.");

export const ERASURE_REASONS = ["MEMBER_ASKED", "GUARDIAN_ASKED", "NEVER_A_MEMBER"] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];
export const ErasureReasonEnum = enumOf(
  ERASURE_REASONS,
  "ErasureReason",
  "Why a member is erased. It stands in the trail and in the ledger.",
);

@Input("Takes a copy of everything about a member.")
export class CopyMemberInput extends KeyedInput {
  @Field(() => ID, { description: "The member." })
  memberId!: string;
  @Field(() => CopyReasonEnum, { description: "Who asked." })
  reason!: CopyReason;
}

@Input("Erases a member, which cannot be undone.")
export class EraseMemberInput extends ChangeInput {
  @Field(() => ErasureReasonEnum, { description: "Why." })
  reason!: ErasureReason;
}

@Output("Everything about a member, for the member: once for systems and once to read.")
export class MemberCopyFiles {
  @Field(() => String, { description: "The day it was made and no name; without an ending." })
  fileName!: string;
  @Field(() => String, { description: "The machine-readable copy: a JSON text." })
  json!: string;
  @Field(() => String, { description: "The readable copy: a PDF, in base64." })
  pdf!: string;
}

@Output("A copy, or why there is none.")
export class CopyMemberPayload {
  @Field(() => MemberCopyFiles, { nullable: true, description: "The copy; null when refused." })
  copy!: MemberCopyFiles | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("What an erasure did, in numbers.")
export class Erasure {
  @Field(() => ID, { description: "The member's id: of what is left, a row that counts and names nobody." })
  memberId!: string;
  @Field(() => Date, { description: "When." })
  erasedAt!: Date;
  @Field(() => Int, { description: "Tasks that no longer point at anybody." })
  touchpoints!: number;
  @Field(() => Int, { description: "Meetings at which the name is no longer written." })
  attendances!: number;
  @Field(() => Int, { description: "Years of fees that are kept, locked, because the law asks." })
  grantRecords!: number;
}

@Output("An erasure, or why there is none.")
export class EraseMemberPayload {
  @Field(() => Erasure, { nullable: true, description: "What was done; null when refused." })
  erasure!: Erasure | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
