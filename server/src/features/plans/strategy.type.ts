import { Field, ID, Int } from "type-graphql";
import type { PlanState } from "@varde/domain";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";
import { ChapterRef } from "../standings/index.js";
import { PlanStateEnum, PlanWords } from "./plan.type.js";

@Output("A chapter, and whether it has a plan of a year.")
export class ChapterPlan {
  @Field(() => ChapterRef, { description: "The chapter." })
  chapter!: ChapterRef;
  @Field(() => PlanStateEnum, { nullable: true, description: "Null when there is none." })
  state!: PlanState | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day it was adopted." })
  adoptedOn!: string | null;
  @Field(() => Int, { description: "How many rows it has." })
  rows!: number;
}
export const ChapterPlanConnection = connectionOf(ChapterPlan, "ChapterPlan");

@Output("How many chapters have which kind of plan of a year, in the asker's reach.")
export class PlanTally {
  @Field(() => Int, { description: "Open chapters." })
  chapters!: number;
  @Field(() => Int, { description: "With a draft." })
  drafts!: number;
  @Field(() => Int, { description: "With an adopted plan." })
  adopted!: number;
}

@Output("What the organization wants in a year.")
export class StrategyGoal {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => Int, { description: "The year." })
  year!: number;
  @Field(() => String, { description: "The goal, at most 200 characters." })
  text!: string;
  @Field(() => String, { description: "Why, or what it means; may be empty." })
  why!: string;
  @Field(() => Int, { description: "How many chapters in the asker's reach have a row that hangs on it." })
  chapters!: number;
  @Field(() => [String], { description: "The short names of those chapters by the alphabet, at most forty." })
  chapterNames!: string[];
  @Field(() => [String], {
    description:
      "The short names of those in reach that have a plan of the year where no row hangs on it, by the alphabet, at most forty.",
  })
  without!: string[];
  @Field(() => Int, { description: "Grows with every change." })
  rev!: number;
}

@Output("A strategy goal after a change.")
export class StrategyGoalPayload {
  @Field(() => StrategyGoal, { nullable: true, description: "As it is now; null when it is gone." })
  goal!: StrategyGoal | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("The strategy goals of a year after one was moved.")
export class StrategyGoalsPayload {
  @Field(() => [StrategyGoal], { description: "Those of the goal's year, in order." })
  goals!: StrategyGoal[];
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("The plan that a chapter may begin from.")
export class PlanTemplate {
  @Field(() => PlanWords, { description: "Its words." })
  text!: PlanWords;
  @Field(() => Int, { description: "Grows with every change." })
  rev!: number;
}

@Output("The organization's plan to begin from, after a change.")
export class PlanTemplatePayload {
  @Field(() => PlanTemplate, { nullable: true, description: "As it is now." })
  template!: PlanTemplate | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
