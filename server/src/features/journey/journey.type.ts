import { JOURNEY_STAGES } from "@varde/domain";
import type { JourneyStage, PathCell } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { AttendanceSetting } from "../participation/index.js";

export const JourneyStageEnum = enumOf(
  JOURNEY_STAGES,
  "JourneyStage",
  "The stages of a member's journey: the first two by days since joining, then taking part, doing so often, the fee of the year unpaid, and having left within a year.",
);
export const PathLaneEnum = enumOf<PathCell["lane"]>(
  ["OFTEN", "AGAIN", "ONCE", "CAME", "NOT"],
  "PathLane",
  "Came within 90 days and in all three times or more, twice (or more, when OFTEN is not told), once, or any number (CAME); NOT: did not come within 90 days.",
);
export const PathEndingEnum = enumOf<PathCell["ending"]>(
  ["PAID", "UNPAID", "STAYED", "LEFT"],
  "PathEnding",
  "On the day a member with the year's fee paid, one without, either of the two (STAYED), or no longer a member.",
);

@Output("How many of the own chapter are in a stage.")
export class StageCount {
  @Field(() => JourneyStageEnum, { description: "The stage." })
  stage!: JourneyStage;
  @Field(() => Int, { description: "How many." })
  count!: number;
}

@Output("How many of a cohort went one way.")
export class JourneyPath {
  @Field(() => PathLaneEnum, { description: "How they came." })
  lane!: PathCell["lane"];
  @Field(() => PathEndingEnum, { description: "How it stands on the day." })
  ending!: PathCell["ending"];
  @Field(() => Int, { description: "How many." })
  count!: number;
}

@Output("The days on which those followed joined.")
export class JourneyCohort {
  @Field(() => LocalDateScalar, { description: "The first joining day." })
  from!: string;
  @Field(() => LocalDateScalar, { description: "The last: 90 days before the reference date." })
  to!: string;
  @Field(() => Int, { description: "How many joined." })
  joined!: number;
  @Field(() => Int, { description: "How many of them came to a meeting within 90 days." })
  activated!: number;
  @Field(() => [JourneyPath], { description: "Which way they went; together they are all who joined." })
  paths!: JourneyPath[];
}

@Output("The own chapter's journey: exact, and for the own chapter alone.")
export class OwnJourney {
  @Field(() => LocalDateScalar, { description: "Today." })
  referenceDate!: string;
  @Field(() => AttendanceSetting, {
    description: "Whether the chapter writes down names: else nobody can be followed.",
  })
  setting!: AttendanceSetting;
  @Field(() => [StageCount], { description: "Where the members are today, everyone in one stage." })
  stages!: StageCount[];
  @Field(() => JourneyCohort, {
    nullable: true,
    description: "What came of those who joined in a year of days; null without names, or until names are 90 days old.",
  })
  cohort!: JourneyCohort | null;
}

@Output("A chapter's activation as published.")
export class ChapterActivation {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => String, { description: "Its neutral short name." })
  chapterName!: string;
  @Field(() => Boolean, { description: "It wrote down names long enough to be counted." })
  counted!: boolean;
  @Field(() => Int, { nullable: true, description: "How many joined; null when hidden or not counted." })
  joined!: number | null;
  @Field(() => Int, { nullable: true, description: "How many came within 90 days; null when hidden or not counted." })
  activated!: number | null;
}

@Output("The journey as published: of a quarter's end, with small counts hidden when it was written.")
export class PublishedJourney {
  @Field(() => LocalDateScalar, { nullable: true, description: "The quarter's end; null when nothing is published." })
  referenceDate!: string | null;
  @Field(() => [LocalDateScalar], { description: "The quarter ends that are published, newest first." })
  days!: string[];
  @Field(() => Int, { nullable: true, description: "How many joined in what one reaches; null when hidden." })
  joined!: number | null;
  @Field(() => Int, { nullable: true, description: "How many of them came within 90 days; null when hidden." })
  activated!: number | null;
  @Field(() => [JourneyPath], {
    description: "Which way they went, of the whole organization only; empty when there are too few to tell.",
  })
  paths!: JourneyPath[];
  @Field(() => [ChapterActivation], { description: "The chapters in reach, by name." })
  chapters!: ChapterActivation[];
}
