import { Field } from "type-graphql";
import { KeyedInput } from "../../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../../kernel/graphql/output.js";
import { FactorKindEnum } from "./factors.type.js";
import type { FactorKind } from "./factors.type.js";

@Input("Begins to add a code app.")
export class BeginTotpInput extends KeyedInput {}

@Input("Adds the code app that was begun.")
export class ConfirmTotpInput extends KeyedInput {
  @Field(() => String, { description: "A code the app shows now." })
  code!: string;
}

@Input("Removes the code app.")
export class RemoveTotpInput extends KeyedInput {}

@Input("Makes new recovery codes; the old ones are worth nothing afterwards.")
export class RenewRecoveryCodesInput extends KeyedInput {}

@Input("Gives the second factor: to come in, or to show that it is still oneself.")
export class GiveSecondFactorInput extends KeyedInput {
  @Field(() => FactorKindEnum, { description: "What is given." })
  kind!: FactorKind;
  @Field(() => String, { description: "The code." })
  code!: string;
}
