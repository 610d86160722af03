import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";
import { RoleEnum } from "../accounts/index.js";
import type { Role } from "../accounts/index.js";

export const NUDGE_ANSWERS = ["ON_IT", "NEED_HELP"] as const;
export type NudgeAnswer = (typeof NUDGE_ANSWERS)[number];
export const NudgeAnswerEnum = enumOf(NUDGE_ANSWERS, "NudgeAnswer", "What a board answers to a nudge, in one word.");

@Output("Who sent a message, as it stood when it was sent.")
export class MessageSender {
  @Field(() => String, { description: "Their name." })
  name!: string;
  @Field(() => RoleEnum, { description: "The office they wrote from." })
  role!: Role;
}

@Output("A nudge, as those who follow the chapter see it.")
export class Nudge {
  @Field(() => ID, { description: "The message it is." })
  id!: string;
  @Field(() => MessageSender, { description: "Who wrote." })
  sender!: MessageSender;
  @Field(() => String, { description: "What was written." })
  body!: string;
  @Field(() => Date, { description: "When." })
  sentAt!: Date;
  @Field(() => NudgeAnswerEnum, { nullable: true, description: "What the board answered last; null for nothing yet." })
  answer!: NudgeAnswer | null;
  @Field(() => Date, { nullable: true, description: "When it answered." })
  answeredAt!: Date | null;
  @Field(() => String, { nullable: true, description: "Who of the board answered." })
  answeredBy!: string | null;
}

@Output("Somebody on a chapter's board, by name and office.")
export class NudgeReader {
  @Field(() => String, { description: "Their name." })
  name!: string;
  @Field(() => RoleEnum, { description: "Their office." })
  role!: Role;
}

@Output("What one should know before one writes to a board: who reads it, what is behind, what was written last.")
export class NudgeOffer {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => String, { description: "Its neutral short name." })
  chapterName!: string;
  @Field(() => Boolean, { description: "Whether the chapter is open and can be written to at all." })
  open!: boolean;
  @Field(() => Int, { description: "Duties past their deadline that can still be done. Never what is about members." })
  overdue!: number;
  @Field(() => [NudgeReader], { description: "Who of the board can sign in, the leader first." })
  readers!: NudgeReader[];
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The first day it may be written to again; null when it may today.",
  })
  nextOn!: string | null;
  @Field(() => [Nudge], { description: "What has been written, newest first; ten at most." })
  earlier!: Nudge[];
}

@Output("What became of a nudge.")
export class NudgePayload {
  @Field(() => NudgeOffer, { nullable: true, description: "How it stands now." })
  offer!: NudgeOffer | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
