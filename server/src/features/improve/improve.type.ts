import { Field, ID, Int } from "type-graphql";
import type { LocalDate, LocalizedText as Text } from "@varde/domain";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, LocalizedText } from "../../kernel/graphql/shared-types.js";
import { CoreChosen } from "../core-choice/index.js";
import { SurveyCell, SurveyQuestion } from "../surveys/index.js";
import { YearStanding } from "../standings/index.js";

export const STORY_KINDS = [
  "VERSION",
  "CHOSEN",
  "NOT_CHOSEN",
  "PILOT",
  "PILOT_DECIDED",
  "ROLLOUT",
  "WITHDRAWN",
  "PRACTICE",
  "PROPOSAL",
  "PROPOSAL_DECIDED",
] as const;
export type StoryKind = (typeof STORY_KINDS)[number];
export const StoryKindEnum = enumOf(
  STORY_KINDS,
  "StoryKind",
  "VERSION: boards saw a version first. CHOSEN, NOT_CHOSEN: the year's few were chosen, with it or without it. PILOT, PILOT_DECIDED: a trial began, was decided. ROLLOUT, WITHDRAWN: a version was sent out, was taken back. PRACTICE: how a chapter did it is shown. PROPOSAL, PROPOSAL_DECIDED: a chapter proposed a change, was answered.",
);

@Output("Something that happened to a touchpoint template. What does not belong to its kind is null.")
export class StoryEvent {
  @Field(() => ID, { description: "Of what happened: one of its kind." }) id!: string;
  @Field(() => StoryKindEnum, { description: "What happened." }) kind!: StoryKind;
  @Field(() => LocalDateScalar, { description: "The day." }) on!: LocalDate;
  @Field(() => String, { nullable: true, description: "The version's number." }) version!: string | null;
  @Field(() => ID, { nullable: true, description: "The version." }) versionId!: string | null;
  @Field(() => ID, { nullable: true, description: "VERSION: the one before it, which it is read against." })
  beforeId!: string | null;
  @Field(() => Int, { nullable: true, description: "VERSION: how much differs from the one before." })
  changes!: number | null;
  @Field(() => String, { nullable: true, description: "Why, or what was written, by whoever did it." })
  text!: string | null;
  @Field(() => String, { nullable: true, description: "The chapter's short name." }) chapter!: string | null;
  @Field(() => Int, { nullable: true, description: "PILOT, ROLLOUT: how many chapters." }) chapters!: number | null;
  @Field(() => String, {
    nullable: true,
    description: "PILOT_DECIDED: a `PilotDecision`. PROPOSAL_DECIDED: a `ProposalState`.",
  })
  decision!: string | null;
  @Field(() => Int, { nullable: true, description: "CHOSEN, NOT_CHOSEN: the year." }) year!: number | null;
  @Field(() => CoreChosen, { nullable: true, description: "CHOSEN: why, and what was known then." })
  chosen!: CoreChosen | null;
}

@Output("What the whole organization answered to a question about a touchpoint, as it was published.")
export class StoryAnswers {
  @Field(() => ID, { description: "The survey." }) surveyId!: string;
  @Field(() => LocalDateScalar, { description: "Its last day." }) closesOn!: LocalDate;
  @Field(() => SurveyQuestion, { description: "The question, as it was asked then." }) question!: SurveyQuestion;
  @Field(() => String, { nullable: true, description: "The line of a matrix." }) line!: string | null;
  @Field(() => Int, { description: "How many answered." }) n!: number;
  @Field(() => [SurveyCell], { description: "How many gave each answer that somebody gave." }) cells!: SurveyCell[];
}

@Output("A touchpoint template over the years, as the seat may see it.")
export class TouchpointStory {
  @Field(() => ID, { description: "The template." }) templateId!: string;
  @Field(() => LocalizedText, { description: "What it is called now." }) name!: Text;
  @Field(() => Int, { nullable: true, description: "Its place in the core set of today." }) corePosition!:
    | number
    | null;
  @Field(() => Boolean, { description: "It is about members." }) aboutMember!: boolean;
  @Field(() => [YearStanding], { description: "How it went, the newest year first; six at most." })
  years!: YearStanding[];
  @Field(() => [StoryAnswers], { description: "What members said of it, the newest survey first." })
  answers!: StoryAnswers[];
  @Field(() => [StoryEvent], { description: "What happened, the newest first; 200 at most." })
  events!: StoryEvent[];
}
