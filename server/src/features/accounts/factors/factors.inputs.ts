import { Field, ID } from "type-graphql";
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
  @Field(() => String, { description: "The code; of a passkey, what the browser answers to `askForPasskey`, as JSON." })
  code!: string;
}

@Input("Begins to add a passkey.")
export class BeginPasskeyInput extends KeyedInput {}

@Input("Adds the passkey that was begun.")
export class AddPasskeyInput extends KeyedInput {
  @Field(() => String, { description: "What the browser made, as JSON." })
  credential!: string;
}

@Input("Renames a passkey.")
export class RenamePasskeyInput extends KeyedInput {
  @Field(() => ID, { description: "Which." })
  id!: string;
  @Field(() => String, { description: "What to call it, at most 60 characters." })
  name!: string;
}

@Input("Removes a passkey.")
export class RemovePasskeyInput extends KeyedInput {
  @Field(() => ID, { description: "Which." })
  id!: string;
}

@Input("Asks for what a passkey is asked with.")
export class AskForPasskeyInput extends KeyedInput {
  @Field(() => Boolean, { description: "For the session that is here, instead of beginning one." })
  step!: boolean;
}

@Input("Signs in by a passkey.")
export class SignInWithPasskeyInput extends KeyedInput {
  @Field(() => String, { description: "What the browser answers, as JSON." })
  credential!: string;
}
