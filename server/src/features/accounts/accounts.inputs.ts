import { Field, ID } from "type-graphql";
import type { Language } from "@varde/domain";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LanguageEnum } from "../../kernel/graphql/shared-types.js";

@Input("Asks for a sign-in link by mail.")
export class RequestSignInLinkInput extends KeyedInput {
  @Field(() => String, { description: "The e-mail address." })
  email!: string;
}

@Input("Signs in by a link.")
export class ConsumeSignInLinkInput extends KeyedInput {
  @Field(() => String, { description: "The secret from the link." })
  token!: string;
}

@Input("Signs in as an invented person of a demo.")
export class SignInAsDemoInput extends KeyedInput {
  @Field(() => String, { description: "Key of the person, from `signInOptions`." })
  seatKey!: string;
}

@Input("Signs out.")
export class SignOutInput extends KeyedInput {}

@Input("Acts in another of one's own seats.")
export class ActAsInput extends KeyedInput {
  @Field(() => ID, { description: "The seat." })
  seatId!: string;
}

@Input("Accepts an invitation to a seat.")
export class AcceptInvitationInput extends KeyedInput {
  @Field(() => String, { description: "The secret from the mail." })
  token!: string;
}

@Input("Chooses the language of mails.")
export class SetLanguageInput extends KeyedInput {
  @Field(() => LanguageEnum, { description: "The language." })
  language!: Language;
}

@Input("Turns mails about tasks and deadlines off without signing in.")
export class UnsubscribeInput extends KeyedInput {
  @Field(() => String, { description: "The secret from the mail." })
  token!: string;
}
