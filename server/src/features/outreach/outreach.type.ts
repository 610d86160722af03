import { Field, ID, Int } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Meeting } from "../meetings/index.js";

export const LEFT_OUT_REASONS = [
  "NEVER",
  "NOT_NOW",
  "NO_ADDRESS",
  "WRONG_NUMBER",
  "NO_GUARDIAN",
  "SAME_ADDRESS",
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];
export const LeftOutReasonEnum = enumOf(
  LEFT_OUT_REASONS,
  "OutreachLeftOutReason",
  "Why a member does not get a message to all: has asked for NEVER or NOT_NOW, has NO_ADDRESS of the kind, a WRONG_NUMBER, is too young and has NO_GUARDIAN to be reached by, or has the SAME_ADDRESS as one who gets it.",
);

export const SKIP_REASONS = ["LEFT", "NEVER", "NOT_NOW", "NO_EMAIL", "CALLED_OFF"] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];
export const SkipReasonEnum = enumOf(
  SKIP_REASONS,
  "OutreachSkipReason",
  "Why a mail that waited did not leave: the member LEFT, asked for NEVER or NOT_NOW, lost the address (NO_EMAIL), or the meeting was CALLED_OFF or over.",
);

@Output("Members left out for one reason.")
export class OutreachLeftOut {
  @Field(() => LeftOutReasonEnum, { description: "Why." })
  reason!: LeftOutReason;
  @Field(() => Int, { description: "How many." })
  count!: number;
  @Field(() => [String], { description: "Their names, for the own board; 100 at most." })
  names!: string[];
}

@Output("Whom a message would reach today, one way.")
export class OutreachAudience {
  @Field(() => Int, { description: "How many messages: one a member, and one where several share an address." })
  reached!: number;
  @Field(() => Int, { description: "Of these, how many go to a guardian." })
  throughGuardian!: number;
  @Field(() => [OutreachLeftOut], { description: "Who is left out, by reason." })
  leftOut!: OutreachLeftOut[];
}

@Output("What a board starts from when it writes to all its members.")
export class OutreachDraft {
  @Field(() => Meeting, { nullable: true, description: "The meeting it is about; null when it is about none." })
  meeting!: Meeting | null;
  @Field(() => String, { nullable: true, description: "Where one answers; null without a meeting." })
  rsvpLink!: string | null;
  @Field(() => String, { description: "The chapter's neutral short name, which the message comes from." })
  chapterName!: string;
  @Field(() => String, { description: "The subject of the mail, filled." })
  subject!: string;
  @Field(() => String, { description: "The text of the mail, filled. An empty field stands as `{{name}}`." })
  mail!: string;
  @Field(() => String, { description: "The text to copy as an SMS, filled. An empty field stands as `{{name}}`." })
  text!: string;
  @Field(() => String, { description: "What stands above the text in the mail." })
  mailBefore!: string;
  @Field(() => String, { description: "What stands below it: who sends, why, how to be left out." })
  mailAfter!: string;
  @Field(() => OutreachAudience, { description: "Whom a mail reaches." })
  byMail!: OutreachAudience;
  @Field(() => OutreachAudience, { description: "Whom a text reaches." })
  byText!: OutreachAudience;
  @Field(() => Int, { description: "How many mails to all the chapter may still send this week." })
  mailsLeft!: number;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The last of the quiet days it is now, in which no mail is sent; null when it is none.",
  })
  quietUntil!: string | null;
}

@Output("Numbers to paste into the receivers of a text, 20 at most.")
export class OutreachNumbers {
  @Field(() => [String], { description: "The numbers, with their country code." })
  numbers!: string[];
}

@Output("How many mails were skipped for one reason.")
export class OutreachSkipped {
  @Field(() => SkipReasonEnum, { description: "Why." })
  reason!: SkipReason;
  @Field(() => Int, { description: "How many." })
  count!: number;
}

@Output("A message by e-mail to the members of a chapter.")
export class Outreach {
  @Field(() => ID, { description: "Its id, made by the client." })
  id!: string;
  @Field(() => String, { description: "Its subject." })
  subject!: string;
  @Field(() => Date, { description: "When it was sent off." })
  sentAt!: Date;
  @Field(() => String, { nullable: true, description: "Who on the board sent it." })
  sentByName!: string | null;
  @Field(() => Int, { description: "Mails that wait to leave, or are tried again." })
  waiting!: number;
  @Field(() => Int, { description: "Mails that have left." })
  sent!: number;
  @Field(() => [OutreachSkipped], { description: "Mails that did not leave, by reason." })
  skipped!: OutreachSkipped[];
}

@Output("The message as it stands after it was sent.")
export class OutreachPayload {
  @Field(() => Outreach, { nullable: true, description: "The message; null when there is none to show." })
  outreach!: Outreach | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
