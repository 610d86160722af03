import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { DateTimeScalar, Problem } from "../../kernel/graphql/shared-types.js";
import { RoleEnum, Viewer } from "./account.type.js";
import type { Role } from "./roles.js";

@Output("An invented person that the sign-in page of a demo offers.")
export class DemoPerson {
  @Field(() => String, { description: "Key to sign in with." })
  seatKey!: string;
  @Field(() => String, { description: "The invented name." })
  name!: string;
  @Field(() => RoleEnum, { description: "What the person does." })
  role!: Role;
  @Field(() => String, { description: "Organization, region or chapter." })
  unitName!: string;
  @Field(() => String, { description: "The organization." })
  organizationName!: string;
}

@Output("The second step of a sign-in whose first is taken: who it is about, and what may be given.")
export class SecondStep {
  @Field(() => String, { description: "The name of the account." })
  name!: string;
  @Field(() => Boolean, { description: "A code of an app." })
  totp!: boolean;
  @Field(() => Boolean, { description: "A passkey." })
  passkey!: boolean;
  @Field(() => Int, { description: "Recovery codes that are left." })
  recoveryCodesLeft!: number;
}

@Output("What the sign-in page may offer.")
export class SignInOptions {
  @Field(() => Boolean, { description: "A demo: invented people sign in by a click." })
  demo!: boolean;
  @Field(() => Boolean, { description: "There is a page that shows the mails that were sent." })
  mailbox!: boolean;
  @Field(() => [DemoPerson], { description: "The invented people; empty outside a demo." })
  demoPeople!: DemoPerson[];
  @Field(() => SecondStep, {
    nullable: true,
    description: "What this browser's session waits for; null when it waits for nothing.",
  })
  secondStep!: SecondStep | null;
}

@Output("A mail that was sent, as demo and development show it.")
export class MailboxMessage {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "Receiver's address." })
  to!: string;
  @Field(() => String, { description: "Sender's name." })
  from!: string;
  @Field(() => String, { description: "Subject." })
  subject!: string;
  @Field(() => String, { description: "The whole text, with its links." })
  text!: string;
  @Field(() => DateTimeScalar, { description: "When it was sent." })
  sentAt!: Date;
}
export const MailboxConnection = connectionOf(MailboxMessage, "Mailbox");

@Output("What an invitation offers, before it is accepted.")
export class InvitationPreview {
  @Field(() => String, { description: "The organization." })
  organizationName!: string;
  @Field(() => String, { description: "Organization, region or chapter of the seat." })
  unitName!: string;
  @Field(() => RoleEnum, { description: "What the seat is for." })
  role!: Role;
  @Field(() => String, { description: "Who is invited, as written by the one who invites." })
  holderName!: string;
  @Field(() => DateTimeScalar, { description: "When the invitation ends." })
  expiresAt!: Date;
}

@Output("Who is signed in after a sign-in or a change of seat.")
export class SignInPayload {
  @Field(() => Viewer, {
    nullable: true,
    description: "The viewer; null when it was refused, or waits for the second step.",
  })
  viewer!: Viewer | null;
  @Field(() => Boolean, {
    description: "The account has a second factor and it has not been given: the session is nobody until it is.",
  })
  secondStep!: boolean;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
