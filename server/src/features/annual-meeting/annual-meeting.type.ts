import { ANNUAL_PAPERS } from "@varde/domain";
import type { AnnualPaper, AgendaItem as Item, LocalDate } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";

export const AnnualPaperEnum = enumOf(
  ANNUAL_PAPERS,
  "AnnualPaper",
  "A paper of an annual meeting: the report, the accounts, the action plan, the budget, the nominations, the motions.",
);

export const ANNUAL_FILES = ["NOTICE", "AGENDA", "MINUTES"] as const;
export type AnnualFile = (typeof ANNUAL_FILES)[number];
export const AnnualFileEnum = enumOf(
  ANNUAL_FILES,
  "AnnualMeetingPaper",
  "NOTICE: the notice with the agenda. AGENDA: the agenda alone. MINUTES: to write on at the meeting, case by case.",
);
export const ANNUAL_FORMATS = ["PDF", "DOCX"] as const;
export type AnnualFormat = (typeof ANNUAL_FORMATS)[number];
export const AnnualFormatEnum = enumOf(
  ANNUAL_FORMATS,
  "AnnualMeetingFormat",
  "To print, or to go on with in a word processor.",
);
export const PAPER_STATES = ["NONE", "DRAFT", "READY"] as const;
export type PaperState = (typeof PAPER_STATES)[number];
export const PaperStateEnum = enumOf(
  PAPER_STATES,
  "AnnualPaperState",
  "How a paper stands that is written in the app. READY: the report is finished, the plan is adopted.",
);

@Output("A paper of the annual meeting that is written in the app.")
export class WrittenPaper {
  @Field(() => AnnualPaperEnum, { description: "Which." })
  paper!: AnnualPaper;
  @Field(() => Int, {
    description: "The year it is of: the report of the year before the meeting, the plan of its year.",
  })
  year!: number;
  @Field(() => PaperStateEnum, { description: "How it stands." })
  state!: PaperState;
}

@Output("One case of an agenda.")
export class AgendaItem implements Item {
  @Field(() => String, { description: "What it is called." })
  title!: string;
  @Field(() => String, { description: "What is said of it; may be empty." })
  text!: string;
}

@Output("What a board writes for one annual meeting, and the days it goes by.")
export class AnnualKit {
  @Field(() => ID, { description: "The meeting." })
  meetingId!: string;
  @Field(() => LocalDateScalar, { description: "Its day." })
  heldOn!: LocalDate;
  @Field(() => String, { nullable: true, description: "When it starts, `HH:MM` in Oslo." })
  startsAt!: string | null;
  @Field(() => String, { nullable: true, description: "Where." })
  place!: string | null;
  @Field(() => Boolean, { description: "It is called off: nothing of it can be written." })
  cancelled!: boolean;
  @Field(() => LocalDateScalar, { description: "The last day of the notice." })
  noticeOn!: LocalDate;
  @Field(() => LocalDateScalar, { description: "The last day of the papers." })
  papersOn!: LocalDate;
  @Field(() => LocalDateScalar, { description: "The last day it may be held." })
  lastDay!: LocalDate;
  @Field(() => Int, { description: "So many days before it the notice is sent." })
  noticeDays!: number;
  @Field(() => Int, { description: "How old one has to be to vote, on its day; 0 for no limit." })
  votingAge!: number;
  @Field(() => String, { description: "The notice as it is sent, at most 8000 characters." })
  notice!: string;
  @Field(() => [AgendaItem], { description: "The agenda, at most 40 cases." })
  agenda!: AgendaItem[];
  @Field(() => [AnnualPaperEnum], { description: "The papers that are ready." })
  papers!: AnnualPaper[];
  @Field(() => [WrittenPaper], { description: "The papers that are written in the app, and how each stands." })
  written!: WrittenPaper[];
  @Field(() => Int, { description: "Grows by one with every change; 0 while it is as it was made for them." })
  rev!: number;
}

@Output("The annual meeting's kit after a change.")
export class AnnualKitPayload {
  @Field(() => AnnualKit, { nullable: true, description: "As it is now; null when there is none to show." })
  kit!: AnnualKit | null;
  @Field(() => [Problem], { description: "What to mend; then nothing is changed." })
  problems!: ProblemData[];
}

@Output("A file for an annual meeting.")
export class AnnualMeetingFile {
  @Field(() => String, { description: "What to call it, with its ending." })
  fileName!: string;
  @Field(() => String, { description: "Its bytes, base64." })
  content!: string;
}

@Output("The list of who may vote, or why there is none.")
export class TakeVotingListPayload {
  @Field(() => AnnualMeetingFile, { nullable: true, description: "The list; null when refused." })
  list!: AnnualMeetingFile | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
