import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../../kernel/errors/refusal.js";
import { Output } from "../../../kernel/graphql/output.js";
import { DateTimeScalar, enumOf, Problem } from "../../../kernel/graphql/shared-types.js";

export const FACTOR_KINDS = ["TOTP", "RECOVERY_CODE", "PASSKEY"] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];
export const FactorKindEnum = enumOf(
  FACTOR_KINDS,
  "FactorKind",
  "What is given as the second step: a code of an app, one of the recovery codes, or what a passkey answers.",
);

@Output("A code app (TOTP) that was added to the account.")
export class TotpFactor {
  @Field(() => DateTimeScalar, { description: "When it was added." })
  addedAt!: Date;
  @Field(() => DateTimeScalar, { description: "When a code of it was last taken." })
  lastUsedAt!: Date;
}

@Output("A passkey: a key that a phone, a computer or a chain of keys holds, and gives to no page but ours.")
export class PasskeyFactor {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "What the person calls it; the device's kind, to begin with." })
  name!: string;
  @Field(() => Boolean, { description: "It is in a chain of keys that follows the person to a new device." })
  synced!: boolean;
  @Field(() => DateTimeScalar, { description: "When it was added." })
  addedAt!: Date;
  @Field(() => DateTimeScalar, { description: "When it was last used." })
  lastUsedAt!: Date;
}

@Output("What the account asks for besides a link by mail.")
export class Factors {
  @Field(() => TotpFactor, { nullable: true, description: "The code app; null when there is none." })
  totp!: TotpFactor | null;
  @Field(() => [PasskeyFactor], { description: "The passkeys, the oldest first." })
  passkeys!: PasskeyFactor[];
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

@Output("What a browser makes a passkey from, or asks one with.")
export class PasskeyOptionsPayload {
  @Field(() => String, {
    nullable: true,
    description: "Options of the Web Authentication API, as JSON; null when it was refused.",
  })
  options!: string | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
