import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import { RoleEnum } from "../accounts/index.js";
import type { Role } from "../accounts/index.js";
import { NudgeAnswerEnum } from "../news/index.js";
import type { NudgeAnswer } from "../news/index.js";

export const CONTACT_WAYS = ["CALL", "MEETING", "MESSAGE"] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];
export const ContactWayEnum = enumOf(CONTACT_WAYS, "ContactWay", "How one was in touch with a board.");

export const FOLLOW_UP_KINDS = [
  "CONTACT",
  "NUDGE",
  "WAIVER_ANSWERED",
  "TIME_ANSWERED",
  "TIME_GIVEN",
  "TAKEN_OVER",
] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];
export const FollowUpKindEnum = enumOf(
  FOLLOW_UP_KINDS,
  "FollowUpKind",
  "What a line of the log is: a contact somebody wrote down, a greeting, what was answered to the board, or a duty national did on its behalf.",
);

@Output("One line of what has been between a chapter and those who follow it.")
export class FollowUpEntry {
  @Field(() => ID, { description: "The contact, the message, the request or the touchpoint." })
  id!: string;
  @Field(() => FollowUpKindEnum, { description: "What it is." })
  kind!: FollowUpKind;
  @Field(() => LocalDateScalar, { description: "The day it was." })
  on!: string;
  @Field(() => String, { nullable: true, description: "Who did it; null where the asker may not know the office." })
  byName!: string | null;
  @Field(() => RoleEnum, { nullable: true, description: "The office they did it from." })
  byRole!: Role | null;
  @Field(() => ContactWayEnum, { nullable: true, description: "How; of a contact only." })
  how!: ContactWay | null;
  @Field(() => String, { nullable: true, description: "What was noted; of a contact only." })
  note!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "When somebody means to be in touch again." })
  nextOn!: string | null;
  @Field(() => NudgeAnswerEnum, { nullable: true, description: "What the board answered to a greeting." })
  answer!: NudgeAnswer | null;
  @Field(() => LocalizedText, {
    nullable: true,
    description: "The task a request was about, or that was taken over; always a duty.",
  })
  templateName!: LocalizedText | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether a request was agreed to; of what was taken over, whether it still is or the board has made it its own. Null for the rest.",
  })
  agreed!: boolean | null;
  @Field(() => Boolean, {
    description: "Whether the asker may mend or remove it: the own contact, for seven days.",
  })
  mayChange!: boolean;
  @Field(() => Int, { nullable: true, description: "The `rev` of a contact." })
  rev!: number | null;
}

@Output("What has been between a chapter and those who follow it. For them alone; the board never sees it.")
export class FollowUp {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => Boolean, { description: "Whether the chapter is open." })
  open!: boolean;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day the newest contact says one means to be in touch again; null when it says none.",
  })
  nextOn!: string | null;
  @Field(() => [FollowUpEntry], {
    description: "Newest first, 40 at most. Requests about members are not here: they would count persons.",
  })
  entries!: FollowUpEntry[];
}

@Output("What became of a contact.")
export class ContactPayload {
  @Field(() => FollowUp, { nullable: true, description: "The log as it stands now." })
  followUp!: FollowUp | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

export const BORROWED_BECAUSE = ["NO_BOARD", "NEVER_SEEN", "SILENT"] as const;
export type BorrowedBecause = (typeof BORROWED_BECAUSE)[number];
export const BorrowedBecauseEnum = enumOf(
  BORROWED_BECAUSE,
  "BorrowedBecause",
  "Why those above look after a chapter's queue: nobody has a board seat, nobody was ever here, or nobody was for 30 days.",
);

@Output("A duty that waits in a chapter, and how many times.")
export class BorrowedDuty {
  @Field(() => ID, { description: "Its template." })
  templateId!: string;
  @Field(() => LocalizedText, { description: "Its name." })
  name!: LocalizedText;
  @Field(() => Int, { description: "How many, due within two weeks or overdue, that can still be done." })
  count!: number;
  @Field(() => Int, { description: "How many of them are past their deadline." })
  overdue!: number;
  @Field(() => LocalDateScalar, { description: "The first deadline." })
  dueOn!: string;
}

@Output(
  "What waits in a chapter where nobody is at it, for its mentor, region and national. Duties only: what is about members is not counted here.",
)
export class BorrowedQueue {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => BorrowedBecauseEnum, { description: "Why." })
  because!: BorrowedBecause;
  @Field(() => LocalDateScalar, { nullable: true, description: "When anyone of its board was last here." })
  lastSeenOn!: string | null;
  @Field(() => [BorrowedDuty], { description: "Its duties, the first deadline first." })
  duties!: BorrowedDuty[];
}
