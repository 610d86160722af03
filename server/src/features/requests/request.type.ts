import type { LocalizedText as Text } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";

export const REQUEST_KINDS = ["WAIVER", "EXCEPTION"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];
export const RequestKindEnum = enumOf(
  REQUEST_KINDS,
  "RequestKind",
  "WAIVER: the touchpoint does not apply here; accepted, it leaves the denominators. EXCEPTION: it stays open until a day.",
);

export const REQUEST_STATES = ["ASKED", "ACCEPTED", "DECLINED", "WITHDRAWN", "LAPSED"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
export const RequestStateEnum = enumOf(
  REQUEST_STATES,
  "RequestState",
  "ASKED waits for an answer. LAPSED was asked, and the touchpoint is done or cancelled since: there is nothing to answer.",
);

/** What a board may say is the matter, by what it is about. The migration's check has the same. */
export const REASONS = {
  duty: {
    WAIVER: ["NOT_FOR_US", "DONE_ANOTHER_WAY", "DONE_WITH_OTHERS", "TOO_FEW_HANDS", "OTHER"],
    EXCEPTION: ["TOO_FEW_HANDS", "NEW_BOARD", "EXAMS_OR_HOLIDAY", "WAITING_FOR_OTHERS", "OTHER"],
  },
  person: {
    WAIVER: ["ALREADY_IN_TOUCH", "WRONG_CHAPTER", "TWICE"],
    EXCEPTION: ["TOO_FEW_HANDS", "NEW_BOARD", "EXAMS_OR_HOLIDAY", "NOT_REACHED_YET"],
  },
} as const satisfies Record<"duty" | "person", Record<RequestKind, readonly RequestReason[]>>;

export const REQUEST_REASONS = [
  "NOT_FOR_US",
  "DONE_ANOTHER_WAY",
  "DONE_WITH_OTHERS",
  "TOO_FEW_HANDS",
  "NEW_BOARD",
  "EXAMS_OR_HOLIDAY",
  "WAITING_FOR_OTHERS",
  "ALREADY_IN_TOUCH",
  "WRONG_CHAPTER",
  "TWICE",
  "NOT_REACHED_YET",
  "OTHER",
  "UNASKED",
] as const;
export type RequestReason = (typeof REQUEST_REASONS)[number];
export const RequestReasonEnum = enumOf(
  REQUEST_REASONS,
  "RequestReason",
  "Why it is asked, from a closed list. OTHER is said in words, of duties only. UNASKED: more time was given without being asked for.",
);

export const ANSWER_CODES = ["FINE", "THANKS", "TRY_ANYWAY", "LET_US_TALK", "APPLIES_TO_ALL"] as const;
export type AnswerCode = (typeof ANSWER_CODES)[number];
export const RequestAnswerEnum = enumOf(
  ANSWER_CODES,
  "RequestAnswer",
  "An answer from a closed list, which is all that can be said of a request about a member.",
);

@Output("What a board asks of those who look after it, about one touchpoint.")
export class TouchpointRequest {
  @Field(() => ID, { description: "Its id, made by the client." })
  id!: string;
  @Field(() => ID, { description: "The chapter that asks." })
  chapterId!: string;
  @Field(() => String, { description: "The chapter's short name." })
  chapterName!: string;
  @Field(() => LocalizedText, { description: "What the touchpoint is called in its version." })
  templateName!: Text;
  @Field(() => ID, {
    nullable: true,
    description: "The touchpoint; null above the chapter when it is about a member, as its days are.",
  })
  touchpointId!: string | null;
  @Field(() => Boolean, { description: "The touchpoint is about one member." })
  aboutMember!: boolean;
  @Field(() => LocalizedText, { nullable: true, description: "The date or period of a duty, such as «Vår»." })
  occurrenceName!: Text | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The last day it is on time; of duties." })
  dueOn!: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The first day an exception may last to; of duties, others may last to tomorrow.",
  })
  untilFrom!: string | null;
  @Field(() => RequestKindEnum, { description: "What is asked." })
  kind!: RequestKind;
  @Field(() => RequestStateEnum, { description: "How it stands." })
  state!: RequestState;
  @Field(() => RequestReasonEnum, { description: "Why." })
  reason!: RequestReason;
  @Field(() => String, { nullable: true, description: "Why, in the board's own words; of duties only." })
  words!: string | null;
  @Field(() => Int, { nullable: true, description: "How many days more, from the answer; of EXCEPTION." })
  wantedDays!: number | null;
  @Field(() => String, {
    nullable: true,
    description: "Who asked; null when unasked, and of members above the chapter.",
  })
  askedByName!: string | null;
  @Field(() => Date, { description: "When it was asked." })
  askedAt!: Date;
  @Field(() => RequestAnswerEnum, { nullable: true, description: "The answer, from the closed list." })
  answerCode!: AnswerCode | null;
  @Field(() => String, { nullable: true, description: "The answer in words; of duties only." })
  answer!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The last day of the exception that was given." })
  untilOn!: string | null;
  @Field(() => String, { nullable: true, description: "Who answered." })
  decidedByName!: string | null;
  @Field(() => Date, { nullable: true, description: "When it was answered." })
  decidedAt!: Date | null;
  @Field(() => Boolean, { description: "It has waited for more than seven days." })
  waitsLong!: boolean;
  @Field(() => Boolean, { description: "No coordinator of the region can answer it; always false for the board." })
  unattended!: boolean;
  @Field(() => Boolean, { description: "The asker sits on that board, and so does not answer it." })
  ownBoard!: boolean;
  @Field(() => Boolean, { description: "The asker may answer it now." })
  mayDecide!: boolean;
  @Field(() => Boolean, { description: "The asker may take the answer back now." })
  mayUndo!: boolean;
  @Field(() => Boolean, { description: "The asker may take the request back now." })
  mayWithdraw!: boolean;
  @Field(() => Int, { description: "Grows by one with each change." })
  rev!: number;
}

export const TouchpointRequestConnection = connectionOf(TouchpointRequest, "TouchpointRequest");

@Output("What has been asked about one touchpoint, and what the asker may do about it.")
export class RequestDesk {
  @Field(() => [TouchpointRequest], { description: "Newest first, at most twenty." })
  requests!: TouchpointRequest[];
  @Field(() => [RequestKindEnum], { description: "What the board may ask now." })
  mayAsk!: RequestKind[];
  @Field(() => Boolean, { description: "The asker may give more time unasked." })
  mayGrant!: boolean;
  @Field(() => Boolean, { description: "The asker may send the report back." })
  mayReturn!: boolean;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The first day an exception would give more time; null when none can be given.",
  })
  untilFrom!: string | null;
}

@Output("What waits for the asker's answer.")
export class RequestsWaiting {
  @Field(() => Int, { description: "How many requests about the chapters' duties." })
  duties!: number;
  @Field(() => Boolean, { description: "There is also something about members; they are not counted." })
  aboutMembers!: boolean;
}

@Output("A request after a change, or as it is when refused.")
export class RequestPayload {
  @Field(() => TouchpointRequest, { nullable: true, description: "As it is now; null when there is none to show." })
  request!: TouchpointRequest | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
