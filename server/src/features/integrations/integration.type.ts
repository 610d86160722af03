import { Field, ID, Int } from "type-graphql";
import { INTEGRATION_SCOPES } from "../../kernel/access/policy.js";
import type { IntegrationScope } from "../../kernel/access/policy.js";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input, Output } from "../../kernel/graphql/output.js";
import { DateTimeScalar, enumOf, LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";

export const IntegrationScopeEnum = enumOf(
  INTEGRATION_SCOPES,
  "IntegrationScope",
  "What a token may read. STRUCTURE: regions and chapters. NUMBERS: comparisons and published numbers. DUTIES: tasks that are about no one person. Never members.",
);

@Output("A token with which another program reads for the organization.")
export class IntegrationToken {
  @Field(() => ID, { description: "Its id; not the secret." })
  id!: string;
  @Field(() => String, { description: "What it is for." })
  name!: string;
  @Field(() => String, { description: "Whose it is: it ends with their seat." })
  ownerName!: string;
  @Field(() => [IntegrationScopeEnum], { description: "What it may read." })
  scopes!: IntegrationScope[];
  @Field(() => String, { nullable: true, description: "The region or chapter it reaches; null for all." })
  unitName!: string | null;
  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;
  @Field(() => DateTimeScalar, { description: "When it ends by itself." })
  expiresAt!: Date;
  @Field(() => LocalDateScalar, { nullable: true, description: "The last day it was used; null for never." })
  lastUsedOn!: string | null;
  @Field(() => Boolean, { description: "It works today." })
  holds!: boolean;
}

@Output("The organization's tokens after the change.")
export class IntegrationTokensPayload {
  @Field(() => [IntegrationToken], { description: "The tokens, as `integrationTokens` gives them." })
  tokens!: IntegrationToken[];
  @Field(() => String, { nullable: true, description: "The new token itself, shown this once." })
  secret!: string | null;
  @Field(() => [Problem], { description: "What to mend; then nothing is changed." })
  problems!: ProblemData[];
}

@Input("A new token, of the seat acted in.")
export class CreateIntegrationTokenInput extends KeyedInput {
  @Field(() => String, { description: "What it is for, at most 80 characters." }) name!: string;
  @Field(() => [IntegrationScopeEnum], { description: "What it may read: at least one." }) scopes!: IntegrationScope[];
  @Field(() => ID, { nullable: true, description: "One region it reaches." }) regionId?: string | null;
  @Field(() => ID, { nullable: true, description: "One chapter it reaches; with neither it reaches all." })
  chapterId?: string | null;
  @Field(() => Int, { description: "How many days it works, 1-90." }) days!: number;
}

@Input("Ends a token at once.")
export class RevokeIntegrationTokenInput extends KeyedInput {
  @Field(() => ID, { description: "Which." }) id!: string;
}
