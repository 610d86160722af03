import { PACES } from "@varde/domain";
import type { LocalizedText as Text, Pace } from "@varde/domain";
import { Field, Float, ID, Int } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, LocalizedText } from "../../kernel/graphql/shared-types.js";
import { MemberGoal } from "../organization/index.js";

export const PaceEnum = enumOf(
  PACES,
  "Pace",
  "What a forecast goes by: the last year, or all since the goal's start when there is no year of numbers yet.",
);

@Output("The members of the whole federation at a quarter's end, as published.")
export class MemberCount {
  @Field(() => LocalDateScalar, { description: "The quarter's last day." })
  on!: string;
  @Field(() => Int, { nullable: true, description: "Members at the end of it; null is hidden." })
  members!: number | null;
}

@Output("How far the federation has come towards its goal for the number of members.")
export class MemberGoalProgress {
  @Field(() => MemberGoal, { description: "The goal." })
  goal!: MemberGoal;
  @Field(() => [MemberCount], { description: "The published numbers, oldest first: the newest twenty." })
  points!: MemberCount[];
  @Field(() => MemberCount, { nullable: true, description: "The newest that is not hidden; null before there is one." })
  now!: MemberCount | null;
  @Field(() => PaceEnum, { nullable: true, description: "What the forecast goes by; null without one." })
  pace!: Pace | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "Members on the goal's day if it goes on like that, in whole tens; null when there is too little to say.",
  })
  forecast!: number | null;
  @Field(() => Boolean, { description: "As many as the goal, at the newest count." })
  reached!: boolean;
}

@Output("How many of the open chapters have the newest published version of a template.")
export class VersionAdoption {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => ID, { description: "Its newest published version." })
  versionId!: string;
  @Field(() => String, { description: "The version's number, such as `1.2`." })
  versionNumber!: string;
  @Field(() => LocalizedText, { description: "The template's name in that version." })
  name!: Text;
  @Field(() => Int, { description: "Chapters that have it today." })
  newest!: number;
  @Field(() => Int, { description: "Chapters that have an older one." })
  older!: number;
  @Field(() => Int, { description: "Chapters that try a later one in a pilot." })
  trying!: number;
  @Field(() => Int, { description: "Chapters that are in no roll-out of the template yet." })
  without!: number;
  @Field(() => Int, { description: "Of those not on the newest: chapters that get it from a day that is decided." })
  coming!: number;
}

@Output("What the templates ask of the chapters in one month.")
export class BurdenMonth {
  @Field(() => String, { description: "`YYYY-MM`." })
  month!: string;
  @Field(() => Float, { description: "Hours of a chapter, on average." })
  average!: number;
  @Field(() => Int, { description: "Chapters above the cap." })
  aboveCap!: number;
}

@Output("What the templates ask of a chapter's board, against the cap.")
export class BurdenOutlook {
  @Field(() => Int, { description: "The cap, in minutes a month." })
  capMinutes!: number;
  @Field(() => Int, { description: "Chapters with a board that are counted." })
  chapterCount!: number;
  @Field(() => [BurdenMonth], { description: "The eleven months before this one, and this." })
  months!: BurdenMonth[];
}

@Output("What national wants to know of the federation as a whole.")
export class NationalOverview {
  @Field(() => MemberGoalProgress, {
    nullable: true,
    description: "Towards the goal for members; null without a goal.",
  })
  memberGoal!: MemberGoalProgress | null;
  @Field(() => [VersionAdoption], { description: "Templates that some chapter has: the core set first, then by name." })
  adoption!: VersionAdoption[];
  @Field(() => BurdenOutlook, { description: "Hours a month against the cap." })
  burden!: BurdenOutlook;
}
