import { Field, Int } from "type-graphql";
import type { ProblemData } from "../../../kernel/errors/refusal.js";
import { Output } from "../../../kernel/graphql/output.js";
import { DateTimeScalar, enumOf, Problem } from "../../../kernel/graphql/shared-types.js";

export const FACTOR_KINDS = ["TOTP", "RECOVERY_CODE"] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];
export const FactorKindEnum = enumOf(
  FACTOR_KINDS,
  "FactorKind",
  "What is given as the second step: a code of an app, or one of the recovery codes.",
);

@Output("A code app (TOTP) that was added to the account.")
export class TotpFactor {
  @Field(() => DateTimeScalar, { description: "When it was added." })
  addedAt!: Date;
  @Field(() => DateTimeScalar, { description: "When a code of it was last taken." })
  lastUsedAt!: Date;
}

@Output("What the account asks for besides a link by mail.")
export class Factors {
  @Field(() => TotpFactor, { nullable: true, description: "The code app; null when there is none." })
  totp!: TotpFactor | null;
  @Field(() => Int, { description: "Recovery codes that are left." })
  recoveryCodesLeft!: number;
}

@Output("A code app that is being added: it counts once a code of it is given.")
export class BeginTotpPayload {
  @Field(() => String, {
    nullable: true,
    description: "The key, base32, to type into the app; null when it was refused.",
  })
  secret!: string | null;
  @Field(() => String, { nullable: true, description: "The same as an `otpauth:` address, for a picture to scan." })
  uri!: string | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("The account's factors after a change of them.")
export class FactorsPayload {
  @Field(() => Factors, { nullable: true, description: "The factors now; null when it was refused." })
  factors!: Factors | null;
  @Field(() => [String], { description: "New recovery codes, shown this once; empty when none were made." })
  recoveryCodes!: string[];
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
