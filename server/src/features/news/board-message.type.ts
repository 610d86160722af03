import type { LocalizedText as Text } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import { MessageSender, NudgeAnswerEnum } from "./nudge.type.js";
import type { NudgeAnswer } from "./nudge.type.js";

@Output("The template a message is about.")
export class MessageTemplate {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => LocalizedText, { description: "Its name today." })
  name!: Text;
}

@Output("A message from national to boards.")
export class BoardMessage {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "What it is about, in a line." })
  title!: string;
  @Field(() => String, { description: "Plain text; line breaks are kept." })
  body!: string;
  @Field(() => MessageTemplate, { nullable: true, description: "The template it is about, if any." })
  template!: MessageTemplate | null;
  @Field(() => MessageSender, {
    nullable: true,
    description:
      "Who wrote, when it is a nudge from somebody who follows the chapter; null when it is from national as such.",
  })
  sender!: MessageSender | null;
  @Field(() => NudgeAnswerEnum, { nullable: true, description: "What the seat acted in answered to a nudge." })
  answer!: NudgeAnswer | null;
  @Field(() => Date, { description: "When it was sent." })
  sentAt!: Date;
  @Field(() => Date, { nullable: true, description: "When it was taken back; boards do not see it from then on." })
  withdrawnAt!: Date | null;
  @Field(() => Boolean, { description: "For every chapter, those opened later too." })
  allChapters!: boolean;
  @Field(() => Int, { nullable: true, description: "Boards it was sent to; null to a board." })
  chapterCount!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Chapters where at least one of the board has read it; null to a board.",
  })
  readByChapters!: number | null;
  @Field(() => Date, { nullable: true, description: "When the seat acted in read it; null when it has not." })
  readAt!: Date | null;
  @Field(() => Int, { description: "Counts its changes; withdrawing says which it builds on." })
  rev!: number;
}

export const BoardMessageConnection = connectionOf(BoardMessage, "BoardMessage");

@Output("Whom a message would reach if it were sent now.")
export class BoardMessageAudience {
  @Field(() => Int, { description: "Chapters whose boards it is for." })
  chapters!: number;
  @Field(() => Int, { description: "People on those boards who can sign in." })
  people!: number;
  @Field(() => [String], { description: "Chapters among them where nobody on the board can sign in, by short name." })
  withoutBoard!: string[];
}

@Output("What became of a change to a message.")
export class BoardMessagePayload {
  @Field(() => BoardMessage, { nullable: true, description: "The message as it is now." })
  message!: BoardMessage | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
