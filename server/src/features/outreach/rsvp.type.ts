import { Field, ID, Int } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { MeetingKindEnum } from "../meetings/index.js";
import type { MeetingKind } from "../meetings/index.js";
import { Outreach } from "./outreach.type.js";

export const RSVP_ANSWERS = ["YES", "MAYBE", "NO"] as const;
export type RsvpAnswer = (typeof RSVP_ANSWERS)[number];
export const RsvpAnswerEnum = enumOf(
  RSVP_ANSWERS,
  "RsvpAnswer",
  "The answer to an invitation: coming, maybe, not coming.",
);

export const RSVP_STATES = ["OPEN", "OVER", "CALLED_OFF"] as const;
export type RsvpState = (typeof RSVP_STATES)[number];
export const RsvpStateEnum = enumOf(
  RSVP_STATES,
  "RsvpState",
  "Whether one can answer: OPEN, or the meeting is OVER or CALLED_OFF.",
);

@Output("An invitation as whoever has its link sees it.")
export class RsvpPage {
  @Field(() => String, { description: "The chapter's neutral short name." })
  chapterName!: string;
  @Field(() => MeetingKindEnum, { description: "What kind of meeting." })
  kind!: MeetingKind;
  @Field(() => String, { nullable: true, description: "What it is called." })
  title!: string | null;
  @Field(() => LocalDateScalar, { description: "The day." })
  heldOn!: string;
  @Field(() => String, { nullable: true, description: "When it starts, `HH:MM` in Oslo." })
  startsAt!: string | null;
  @Field(() => String, { nullable: true, description: "Where." })
  place!: string | null;
  @Field(() => RsvpStateEnum, { description: "Whether one can answer." })
  state!: RsvpState;
}

@Output("The invitation after an answer.")
export class RsvpPayload {
  @Field(() => RsvpPage, { nullable: true, description: "The invitation; null when the link leads nowhere." })
  page!: RsvpPage | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("How many gave one answer.")
export class RsvpCount {
  @Field(() => RsvpAnswerEnum, { description: "The answer." })
  answer!: RsvpAnswer;
  @Field(() => Int, { description: "How many gave it." })
  answers!: number;
  @Field(() => Int, { description: "How many persons they are in all." })
  persons!: number;
}

@Output("An answer with a first name. Nothing ties it to a member.")
export class RsvpNamed {
  @Field(() => ID, { description: "The answer." })
  id!: string;
  @Field(() => String, { description: "The first name that was given." })
  name!: string;
  @Field(() => RsvpAnswerEnum, { description: "The answer." })
  answer!: RsvpAnswer;
  @Field(() => Int, { description: "How many persons." })
  persons!: number;
}

@Output("What a board sees of the invitations to a meeting.")
export class MeetingInvitations {
  @Field(() => Boolean, { description: "All members may be invited to it: it is ahead, and no board meeting." })
  invitable!: boolean;
  @Field(() => [RsvpCount], { description: "The answers, counted." })
  counts!: RsvpCount[];
  @Field(() => [RsvpNamed], { description: "Those with a first name, until 14 days after the meeting; 500 at most." })
  named!: RsvpNamed[];
  @Field(() => [Outreach], { description: "Messages by e-mail about it, newest first; 20 at most." })
  sent!: Outreach[];
}
