import { MAP_CARD_KINDS, MAP_MEASURES } from "@varde/domain";
import type { MapCardKind, MapMeasure, Stage } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { DateTimeScalar, enumOf, LocalDateScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import { StandingCounts } from "../standings/index.js";
import { StageEnum } from "../templates/index.js";

export const MAP_STATES = ["DRAFT", "KEPT"] as const;
export type MapState = (typeof MAP_STATES)[number];
export const MapStateEnum = enumOf(
  MAP_STATES,
  "JourneyMapState",
  "A DRAFT is worked on; what is KEPT is that year's map and never changes.",
);
export const MapCardKindEnum = enumOf(
  MAP_CARD_KINDS,
  "JourneyMapCardKind",
  "TOUCHPOINT: something done, with a template or not yet. IDEA: something to try. PAIN: something that is hard for members.",
);
export const MapMeasureEnum = enumOf(
  MAP_MEASURES,
  "JourneyMapMeasure",
  "DONE: how a template's touchpoints went. CAME: of those who joined, who came within 90 days. MEMBERS: how many there are.",
);
export const EVIDENCE_KINDS = ["QUOTE", "NUMBER", "SURVEY"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export const EvidenceKindEnum = enumOf(
  EVIDENCE_KINDS,
  "JourneyMapEvidenceKind",
  "QUOTE: words typed by staff. NUMBER: looked up for whoever reads. SURVEY: a question of a survey.",
);
export const MAP_STARTS = ["TEMPLATES", "LAST", "EMPTY"] as const;
export type MapStart = (typeof MAP_STARTS)[number];
export const MapStartEnum = enumOf(
  MAP_STARTS,
  "JourneyMapStart",
  "From a card for each template that chapters have seen, from the newest map of an earlier year, or from nothing.",
);

@Output("What a card rests on. Of a number only which: the number itself is in `journeyMapNumbers`.")
export class JourneyMapEvidence {
  @Field(() => ID, { description: "Unlike that of the card's others." })
  key!: string;
  @Field(() => EvidenceKindEnum, { description: "What kind." })
  kind!: EvidenceKind;
  @Field(() => String, { nullable: true, description: "Of a quote: the words." })
  text!: string | null;
  @Field(() => String, { nullable: true, description: "Of a quote: where it is from, never whom." })
  source!: string | null;
  @Field(() => MapMeasureEnum, { nullable: true, description: "Of a number: which." })
  measure!: MapMeasure | null;
  @Field(() => ID, { nullable: true, description: "Of the number DONE: of which template." })
  templateId!: string | null;
  @Field(() => ID, { nullable: true, description: "Of a survey: which." })
  surveyId!: string | null;
  @Field(() => String, { nullable: true, description: "Of a survey: the key of the question." })
  question!: string | null;
}

@Output("A card of the map.")
export class JourneyMapCard {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => StageEnum, { description: "The column it is in." })
  stage!: Stage;
  @Field(() => MapCardKindEnum, { description: "What it tells of." })
  kind!: MapCardKind;
  @Field(() => String, { description: "What it is called; empty where the template's name stands for it." })
  title!: string;
  @Field(() => String, { description: "More about it." })
  text!: string;
  @Field(() => String, { description: "Who takes care of it: a role or a group." })
  owner!: string;
  @Field(() => ID, { nullable: true, description: "The template it stands for; null for none yet." })
  templateId!: string | null;
  @Field(() => LocalizedText, { nullable: true, description: "What that template is called." })
  templateName!: LocalizedText | null;
  @Field(() => [JourneyMapEvidence], { description: "What it rests on." })
  evidence!: JourneyMapEvidence[];
  @Field(() => ID, { nullable: true, description: "The first card it was copied from, year after year." })
  origin!: string | null;
  @Field(() => Int, { description: "Grows when what it says changes; not when it is moved." })
  rev!: number;
}

@Output("How a stage feels to a member.")
export class JourneyMapFeeling {
  @Field(() => StageEnum, { description: "The stage." })
  stage!: Stage;
  @Field(() => Int, { nullable: true, description: "-2 (very hard) to 2 (very good); null when it is not set." })
  mark!: number | null;
  @Field(() => String, { description: "Why, in words." })
  words!: string;
  @Field(() => Int, { description: "0 when it was never set." })
  rev!: number;
}

@Output("The map of an earlier year, to hold this one against.")
export class JourneyMapBefore {
  @Field(() => Int, { description: "Its year." })
  year!: number;
  @Field(() => [JourneyMapCard], { description: "Its cards." })
  cards!: JourneyMapCard[];
  @Field(() => [JourneyMapFeeling], { description: "Its feelings." })
  feelings!: JourneyMapFeeling[];
}

@Output("A template that a card may stand for.")
export class JourneyMapTemplate {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => LocalizedText, { description: "What it is called." })
  name!: LocalizedText;
}

@Output("A question of a survey that a card may rest on.")
export class JourneyMapQuestion {
  @Field(() => ID, { description: "The survey." })
  surveyId!: string;
  @Field(() => LocalizedText, { description: "What the survey is called." })
  surveyTitle!: LocalizedText;
  @Field(() => String, { description: "The key of the question." })
  question!: string;
  @Field(() => LocalizedText, { description: "The question." })
  title!: LocalizedText;
  @Field(() => Int, { nullable: true, description: "How many answered it in all; null until it is published." })
  answered!: number | null;
}

@Output("The journey of a member as an organization maps it for a year.")
export class JourneyMap {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => Int, { description: "The year it is of: one map a year." })
  year!: number;
  @Field(() => MapStateEnum, { description: "Whether it is worked on." })
  state!: MapState;
  @Field(() => Boolean, { description: "A draft that all of the organization may read. What is kept, all may." })
  shared!: boolean;
  @Field(() => [JourneyMapCard], { description: "The cards, in the order they have within their stage." })
  cards!: JourneyMapCard[];
  @Field(() => [JourneyMapFeeling], { description: "The six stages in order." })
  feelings!: JourneyMapFeeling[];
  @Field(() => JourneyMapBefore, {
    nullable: true,
    description: "The newest map of an earlier year that the asker may read.",
  })
  before!: JourneyMapBefore | null;
  @Field(() => [JourneyMapTemplate], { description: "The templates that chapters have seen, by name." })
  templates!: JourneyMapTemplate[];
  @Field(() => [JourneyMapQuestion], { description: "What members have been asked, in the newest surveys first." })
  questions!: JourneyMapQuestion[];
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was kept." })
  keptAt!: Date | null;
  @Field(() => Boolean, { description: "The asker may change it." })
  mayWrite!: boolean;
  @Field(() => Int, { description: "Grows with every change of anything on it." })
  rev!: number;
}

@Output("A year there is a map of.")
export class JourneyMapYear {
  @Field(() => Int, { description: "The year." })
  year!: number;
  @Field(() => MapStateEnum, { description: "Whether it is worked on." })
  state!: MapState;
  @Field(() => Boolean, { description: "All of the organization may read it." })
  shared!: boolean;
}

@Output("How a template's touchpoints went, in what the asker may see.")
export class JourneyMapOutcome {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => String, { description: "The period." })
  period!: string;
  @Field(() => LocalDateScalar, { description: "The day the numbers are of." })
  referenceDate!: string;
  @Field(() => StandingCounts, { description: "The counts; those of persons above the chapter are published ones." })
  counts!: StandingCounts;
}

@Output("A number with what it is part of; null is hidden.")
export class JourneyMapNumber {
  @Field(() => MapMeasureEnum, { description: "Which." })
  measure!: MapMeasure;
  @Field(() => Int, { nullable: true, description: "How many; null when hidden." })
  part!: number | null;
  @Field(() => Int, { nullable: true, description: "Of how many; null when hidden, or when it is of nothing." })
  whole!: number | null;
  @Field(() => LocalDateScalar, { description: "The day it is of." })
  referenceDate!: string;
}

@Output("The numbers that the cards of a map point at, as the asker may see them.")
export class JourneyMapNumbers {
  @Field(() => [JourneyMapOutcome], { description: "Of the templates on the map, those that have numbers." })
  outcomes!: JourneyMapOutcome[];
  @Field(() => [JourneyMapNumber], { description: "CAME and MEMBERS, as published for what the asker reaches." })
  published!: JourneyMapNumber[];
  @Field(() => Int, { description: "Counts of persons below it are hidden in what is published." })
  hiddenBelow!: number;
}

@Output("The map as a file to print.")
export class JourneyMapFile {
  @Field(() => String, { description: "What to call it, without an ending." })
  fileName!: string;
  @Field(() => String, { description: "One page of PDF, in base64." })
  pdf!: string;
}

@Output("The map after a change.")
export class JourneyMapPayload {
  @Field(() => JourneyMap, { nullable: true, description: "As it is now." })
  map!: JourneyMap | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
