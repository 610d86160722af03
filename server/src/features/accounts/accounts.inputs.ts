import { Field, ID } from "type-graphql";
import type { Language } from "@varde/domain";
import { Input } from "../../kernel/graphql/output.js";
import { LanguageEnum } from "../../kernel/graphql/shared-types.js";

const KEY = "Idempotency key: a UUID the client makes for each intent.";

@Input("Asks for a sign-in link by mail.")
export class RequestSignInLinkInput {
  @Field(() => ID, { description: KEY })
  key!: string;
  @Field(() => String, { description: "The e-mail address." })
  email!: string;
}

@Input("Signs in by a link.")
export class ConsumeSignInLinkInput {
  @Field(() => ID, { description: KEY })
  key!: string;
  @Field(() => String, { description: "The secret from the link." })
  token!: string;
}

@Input("Signs in as an invented person of a demo.")
export class SignInAsDemoInput {
  @Field(() => ID, { description: KEY })
  key!: string;
  @Field(() => String, { description: "Key of the person, from `signInOptions`." })
  seatKey!: string;
}

@Input("Signs out.")
export class SignOutInput {
  @Field(() => ID, { description: KEY })
  key!: string;
}

@Input("Acts in another of one's own seats.")
export class ActAsInput {
  @Field(() => ID, { description: KEY })
  key!: string;
  @Field(() => ID, { description: "The seat." })
  seatId!: string;
}

@Input("Accepts an invitation to a seat.")
export class AcceptInvitationInput {
  @Field(() => ID, { description: KEY })
  key!: string;
  @Field(() => String, { description: "The secret from the mail." })
  token!: string;
}

@Input("Turns mails about tasks and deadlines on or off.")
export class SetDigestInput {
  @Field(() => ID, { description: KEY })
  key!: string;
  @Field(() => Boolean, { description: "On or off." })
  enabled!: boolean;
}

@Input("Chooses the language of mails.")
export class SetLanguageInput {
  @Field(() => ID, { description: KEY })
  key!: string;
  @Field(() => LanguageEnum, { description: "The language." })
  language!: Language;
}

@Input("Turns mails about tasks and deadlines off without signing in.")
export class UnsubscribeInput {
  @Field(() => ID, { description: KEY })
  key!: string;
  @Field(() => String, { description: "The secret from the mail." })
  token!: string;
}
