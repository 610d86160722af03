import { Field, ID, Int } from "type-graphql";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";
import type { ProblemData } from "../../kernel/errors/refusal.js";

export const MEETING_KINDS = ["GATHERING", "MEMBER_MEETING", "BOARD_MEETING", "ANNUAL_MEETING"] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MeetingKindEnum = enumOf(
  MEETING_KINDS,
  "MeetingKind",
  "What kind of meeting: an open gathering («treff»), a members' meeting, a board meeting or the annual meeting.",
);

@Output("A meeting of a chapter. Those above the chapter see its day and kind, and nothing more.")
export class Meeting {
  @Field(() => ID, { description: "Its id, made by the client that created it." })
  id!: string;
  @Field(() => ID, { description: "The chapter that holds it." })
  chapterId!: string;
  @Field(() => String, { description: "The chapter's neutral short name." })
  chapterName!: string;
  @Field(() => MeetingKindEnum, { description: "What kind of meeting." })
  kind!: MeetingKind;
  @Field(() => String, { nullable: true, description: "What it is called; null from above the chapter." })
  title!: string | null;
  @Field(() => LocalDateScalar, { description: "The day it is held." })
  heldOn!: string;
  @Field(() => String, { nullable: true, description: "When it starts, `HH:MM` in Oslo; null from above the chapter." })
  startsAt!: string | null;
  @Field(() => String, { nullable: true, description: "Where; null from above the chapter." })
  place!: string | null;
  @Field(() => String, { nullable: true, description: "Who meets people at the door; null from above the chapter." })
  host!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Where to answer or read more, https; null from above the chapter.",
  })
  link!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "How many came. Null when not said, and from above the chapter: there it is read as published sums.",
  })
  attendance!: number | null;
  @Field(() => ID, { nullable: true, description: "The touchpoint it was made for." })
  touchpointId!: string | null;
  @Field(() => Date, { nullable: true, description: "When it was called off." })
  cancelledAt!: Date | null;
  @Field(() => Int, { description: "Grows by one with every change." })
  rev!: number;
}

export const MeetingConnection = connectionOf(Meeting, "Meeting");

@Output("The meeting as it stands after a change.")
export class MeetingPayload {
  @Field(() => Meeting, { nullable: true, description: "The meeting; null when there is none to show." })
  meeting!: Meeting | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
