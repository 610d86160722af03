import { Field, ID, Int } from "type-graphql";
import type { LocalizedText as Text, TriggerKind } from "@varde/domain";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import { RolloutOccurrence, RolloutPreviewRow, TriggerKindEnum } from "../templates/index.js";

export const PILOT_CHOICES = ["CHOSEN", "RANDOM"] as const;
export type PilotChoice = (typeof PILOT_CHOICES)[number];
export const PilotChoiceEnum = enumOf(
  PILOT_CHOICES,
  "PilotChoice",
  "CHOSEN: somebody chose the chapters. RANDOM: chance did, as many of each size.",
);
export const PILOT_PHASES = ["PLANNED", "RUNNING", "ASKING", "DECIDED"] as const;
export type PilotPhase = (typeof PILOT_PHASES)[number];
export const PilotPhaseEnum = enumOf(
  PILOT_PHASES,
  "PilotPhase",
  "PLANNED: not begun. RUNNING. ASKING: over, its boards are asked, nothing is decided. DECIDED.",
);
export const PILOT_DECISIONS = ["PROMOTE", "REVISE", "DROP"] as const;
export type PilotDecision = (typeof PILOT_DECISIONS)[number];
export const PilotDecisionEnum = enumOf(
  PILOT_DECISIONS,
  "PilotDecision",
  "PROMOTE: it is the version in force, to be rolled out further. REVISE: a new draft is made from it. DROP: its chapters return to the version before.",
);
export const PILOT_VERDICTS = ["KEEP", "CHANGE", "DROP"] as const;
export type PilotVerdict = (typeof PILOT_VERDICTS)[number];
export const PilotVerdictEnum = enumOf(PILOT_VERDICTS, "PilotVerdict", "What a pilot board would do with the version.");

@Output("A chapter that takes part in a pilot.")
export class PilotChapter {
  @Field(() => ID, { description: "The chapter." })
  id!: string;
  @Field(() => String, { description: "Its short name." })
  name!: string;
}

@Output("What the board of one pilot chapter says. The board's word, never a person's.")
export class PilotAnswer {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => String, { description: "The chapter's short name." })
  chapterName!: string;
  @Field(() => PilotVerdictEnum, { description: "Keep, change or drop." })
  verdict!: PilotVerdict;
  @Field(() => String, { description: "Why, at most 500 characters; may be empty." })
  why!: string;
  @Field(() => Date, { description: "When it was last answered." })
  answeredAt!: Date;
  @Field(() => Int, { description: "Grows by one with each correction; updates say which they build on." })
  rev!: number;
}

@Output("A version that is tried in some chapters.")
export class Pilot {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => LocalizedText, { description: "The template's name in the pilot's version." })
  templateName!: Text;
  @Field(() => Boolean, { description: "Each touchpoint is about one member." })
  aboutMember!: boolean;
  @Field(() => ID, { description: "The version that is tried." })
  versionId!: string;
  @Field(() => String, { description: "Its number." })
  versionNumber!: string;
  @Field(() => String, {
    nullable: true,
    description: "Number of the version it is measured against; null when nothing was published when it began.",
  })
  comparedNumber!: string | null;
  @Field(() => PilotChoiceEnum, { description: "How the chapters were found." })
  chosen!: PilotChoice;
  @Field(() => String, {
    nullable: true,
    description: "What the draw was made from: with it anybody can repeat it. Null when the chapters were chosen.",
  })
  seed!: string | null;
  @Field(() => Int, { description: "How many chapters they were drawn or chosen from." })
  eligible!: number;
  @Field(() => [PilotChapter], { description: "The chapters, by name." })
  chapters!: PilotChapter[];
  @Field(() => LocalDateScalar, { description: "From which day its chapters have the version." })
  startsOn!: string;
  @Field(() => LocalDateScalar, { description: "From which day its boards are asked what they think." })
  endsOn!: string;
  @Field(() => PilotPhaseEnum, { description: "Where it is." })
  phase!: PilotPhase;
  @Field(() => String, { description: "Who started it." })
  startedBy!: string;
  @Field(() => Date, { description: "When it was started." })
  createdAt!: Date;
  @Field(() => [PilotAnswer], { description: "What the boards have answered, by chapter." })
  answers!: PilotAnswer[];
  @Field(() => PilotDecisionEnum, { nullable: true, description: "What was decided; null until it is." })
  decision!: PilotDecision | null;
  @Field(() => Date, { nullable: true, description: "When it was decided." })
  decidedAt!: Date | null;
  @Field(() => String, { nullable: true, description: "Who decided." })
  decidedBy!: string | null;
  @Field(() => String, { nullable: true, description: "Why." })
  reason!: string | null;
  @Field(() => Int, { description: "Grows by one with each change; updates say which they build on." })
  rev!: number;
}

export const PilotConnection = connectionOf(Pilot, "Pilot");

@Output("What starting a pilot would do in its chapters; nothing is written.")
export class PilotPreview {
  @Field(() => String, { description: "The number the draft would get." })
  versionNumber!: string;
  @Field(() => TriggerKindEnum, { description: "What starts touchpoints. Member kinds and AFTER make none now." })
  triggerKind!: TriggerKind;
  @Field(() => String, {
    nullable: true,
    description: "What the draw was made from: give it back to start just this pilot. Null when chapters are chosen.",
  })
  seed!: string | null;
  @Field(() => Int, { description: "How many chapters may be in it." })
  eligible!: number;
  @Field(() => [RolloutPreviewRow], { description: "The pilot's chapters, by name." })
  chapters!: RolloutPreviewRow[];
  @Field(() => [RolloutOccurrence], { description: "What each gets the next twelve months, by opening day." })
  occurrences!: RolloutOccurrence[];
  @Field(() => Int, { description: "For ASK: how many past obligations each board is asked about." })
  askedAbout!: number;
}

@Output("A pilot that is over and asks the own board two things.")
export class PilotQuestion {
  @Field(() => ID, { description: "The pilot." })
  pilotId!: string;
  @Field(() => LocalizedText, { description: "What the task is called." })
  templateName!: Text;
  @Field(() => String, { description: "Number of the version that was tried." })
  versionNumber!: string;
  @Field(() => String, { nullable: true, description: "What was new in it." })
  notes!: string | null;
  @Field(() => LocalDateScalar, { description: "From which day the chapter had it." })
  startsOn!: string;
  @Field(() => LocalDateScalar, { description: "The day the pilot was over." })
  endsOn!: string;
  @Field(() => PilotAnswer, { nullable: true, description: "What the board has answered; null until it has." })
  answer!: PilotAnswer | null;
}

@Output("A pilot after a change, or as it is when refused.")
export class PilotPayload {
  @Field(() => Pilot, { nullable: true, description: "The pilot as it is now." })
  pilot!: Pilot | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: Problem[];
}

@Output("The board's questions after an answer, or as they are when refused.")
export class PilotQuestionPayload {
  @Field(() => PilotQuestion, { nullable: true, description: "The question as it is now; null when it is decided." })
  question!: PilotQuestion | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: Problem[];
}
