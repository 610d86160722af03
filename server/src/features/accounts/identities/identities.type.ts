import { Field, ID } from "type-graphql";
import type { ProblemData } from "../../../kernel/errors/refusal.js";
import { KeyedInput } from "../../../kernel/graphql/mutation-inputs.js";
import { Input, Output } from "../../../kernel/graphql/output.js";
import { DateTimeScalar, enumOf, Problem } from "../../../kernel/graphql/shared-types.js";
import { SignInPayload } from "../sign-in.type.js";

export const PROVIDER_PURPOSES = ["SIGN_IN", "LINK"] as const;
export type ProviderPurpose = (typeof PROVIDER_PURPOSES)[number];
const ProviderPurposeEnum = enumOf(
  PROVIDER_PURPOSES,
  "ProviderPurpose",
  "Why one goes to the provider of identities: to sign in, or to connect it to the account one is signed in to.",
);

@Output("A sign-in at another provider that is connected to the account.")
export class LinkedIdentity {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, {
    description: "Whose: the name of today's provider, or the address of one that is no longer used.",
  })
  provider!: string;
  @Field(() => DateTimeScalar, { description: "When it was connected." })
  linkedAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last used to sign in." })
  lastUsedAt!: Date | null;
}

@Input("Begins a sign-in, or a connection, at the provider of identities.")
export class BeginProviderInput extends KeyedInput {
  @Field(() => ProviderPurposeEnum, { description: "Why." })
  purpose!: ProviderPurpose;
}

@Input("What the browser came back with from the provider of identities.")
export class FinishProviderInput extends KeyedInput {
  @Field(() => String, { description: "The query of the address it came back to." })
  answer!: string;
}

@Input("Takes a connected sign-in away.")
export class RemoveIdentityInput extends KeyedInput {
  @Field(() => ID, { description: "Which." })
  id!: string;
}

@Output("Where the browser is to go.")
export class BeginProviderPayload {
  @Field(() => String, {
    nullable: true,
    description: "The provider's address for this one try; null when it was refused.",
  })
  url!: string | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("What came of the visit to the provider of identities.")
export class FinishProviderPayload extends SignInPayload {
  @Field(() => Boolean, { description: "It is connected to the account now; nobody was signed in." })
  linked!: boolean;
}
