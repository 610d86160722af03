import { PLAN_ADOPTERS, PLAN_MEASURES, PLAN_ROW_STATUSES, PLAN_STATES } from "@varde/domain";
import type { PlanAdopter, PlanMeasure, PlanRowStatus, PlanState } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { DateTimeScalar, enumOf, LocalDateScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import { ChapterRef } from "../standings/index.js";

export const PlanStateEnum = enumOf(
  PLAN_STATES,
  "ActionPlanState",
  "DRAFT: written freely. ADOPTED: its words stand. CHANGING: adopted, and a new version is being written.",
);
export const PlanRowStatusEnum = enumOf(
  PLAN_ROW_STATUSES,
  "ActionPlanRowStatus",
  "How far a row has come: DONE, PARTLY and NOT_DONE answer for it at the end of the year.",
);
export const PlanAdopterEnum = enumOf(PLAN_ADOPTERS, "ActionPlanAdopter", "Who adopted it.");
export const PlanMeasureEnum = enumOf(
  PLAN_MEASURES,
  "ActionPlanMeasure",
  "The chapter's meetings of a kind, held in the plan's year.",
);
export const PLAN_STARTS = ["EMPTY", "LAST", "TEMPLATE", "TEXT"] as const;
export type PlanStart = (typeof PLAN_STARTS)[number];
export const PlanStartEnum = enumOf(
  PLAN_STARTS,
  "ActionPlanStart",
  "EMPTY: from nothing. LAST: from the plan of the year before. TEMPLATE: from the organization's. TEXT: from words that are sent.",
);

@Output("How far what a row is bound to has come, as it is counted anyway.")
export class ActionPlanProgress {
  @Field(() => Int, { description: "Done or held in the plan's year." })
  done!: number;
  @Field(() => Int, { nullable: true, description: "Of how many; null where there is no number to reach." })
  whole!: number | null;
}

@Output("What became of the row of the year before that a row was copied from.")
export class ActionPlanBefore {
  @Field(() => PlanRowStatusEnum, { description: "How far it came." })
  status!: PlanRowStatus;
  @Field(() => String, { description: "What was learnt, in a sentence; may be empty." })
  learnt!: string;
}

@Output("A row of an action plan.")
export class ActionPlanRow {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "Its number, as it is printed." })
  nr!: string;
  @Field(() => String, { description: "Aktivitet." })
  activity!: string;
  @Field(() => String, { description: "Mål." })
  aim!: string;
  @Field(() => String, { description: "Tiltak." })
  measures!: string;
  @Field(() => String, { description: "Resultatmål." })
  resultAim!: string;
  @Field(() => String, { description: "Who has it, in words; empty when a seat has it, or nobody." })
  responsible!: string;
  @Field(() => ID, { nullable: true, description: "The seat that has it." })
  responsibleSeatId!: string | null;
  @Field(() => String, { nullable: true, description: "Who holds that seat; null where the asker may not see it." })
  responsibleName!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "When it is due." })
  dueOn!: string | null;
  @Field(() => PlanRowStatusEnum, { description: "How far it has come." })
  status!: PlanRowStatus;
  @Field(() => String, { description: "What was learnt, in a sentence; may be empty." })
  learnt!: string;
  @Field(() => ID, { nullable: true, description: "The template it is bound to." })
  templateId!: string | null;
  @Field(() => LocalizedText, { nullable: true, description: "What that template is called." })
  templateName!: LocalizedText | null;
  @Field(() => PlanMeasureEnum, { nullable: true, description: "The measure it is bound to." })
  measure!: PlanMeasure | null;
  @Field(() => Int, { nullable: true, description: "How many of it are wanted." })
  target!: number | null;
  @Field(() => ID, { nullable: true, description: "The strategy goal it hangs on." })
  goalId!: string | null;
  @Field(() => String, { nullable: true, description: "That goal." })
  goalText!: string | null;
  @Field(() => ActionPlanProgress, {
    nullable: true,
    description: "Of what it is bound to; null when it is bound to nothing, or to what the asker may not count.",
  })
  progress!: ActionPlanProgress | null;
  @Field(() => ActionPlanBefore, { nullable: true, description: "The row it was copied from." })
  before!: ActionPlanBefore | null;
  @Field(() => Int, { description: "Grows when it is written; not when it is moved." })
  rev!: number;
}

@Output("That a plan was adopted.")
export class ActionPlanAdoption {
  @Field(() => String, { description: "Where." })
  place!: string;
  @Field(() => LocalDateScalar, { description: "On which day." })
  on!: string;
  @Field(() => PlanAdopterEnum, { description: "By whom." })
  by!: PlanAdopter;
}

@Output("A version of a plan, as it was adopted.")
export class ActionPlanVersion {
  @Field(() => Int, { description: "1 is the first." })
  number!: number;
  @Field(() => ActionPlanAdoption, { description: "Its adoption." })
  adoption!: ActionPlanAdoption;
  @Field(() => String, { nullable: true, description: "Why it came after another; null for the first." })
  reason!: string | null;
  @Field(() => String, { description: "SHA-256 of its words, in hex." })
  hash!: string;
  @Field(() => DateTimeScalar, { description: "When it was frozen here." })
  frozenAt!: Date;
}

@Output("The words of a row, as they are printed.")
export class PlanRowWords {
  @Field(() => String, { description: "Its number." })
  nr!: string;
  @Field(() => String, { description: "Aktivitet." })
  activity!: string;
  @Field(() => String, { description: "Mål." })
  aim!: string;
  @Field(() => String, { description: "Tiltak." })
  measures!: string;
  @Field(() => String, { description: "Resultatmål." })
  resultAim!: string;
}

@Output("The words of a plan, as they are printed.")
export class PlanWords {
  @Field(() => String, { description: "The title." })
  title!: string;
  @Field(() => String, { description: "What stands before the table." })
  intro!: string;
  @Field(() => [PlanRowWords], { description: "The rows in order." })
  rows!: PlanRowWords[];
  @Field(() => String, { description: "What stands after the table." })
  closing!: string;
}

@Output("A chapter's action plan (handlingsplan) of a year.")
export class ActionPlan {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => Int, { description: "The year: one plan a chapter and year." })
  year!: number;
  @Field(() => ChapterRef, { description: "Whose it is." })
  chapter!: ChapterRef;
  @Field(() => PlanStateEnum, { description: "Whether it is adopted." })
  state!: PlanState;
  @Field(() => String, { description: "The title." })
  title!: string;
  @Field(() => String, { description: "What stands before the table." })
  intro!: string;
  @Field(() => String, { description: "What stands after the table." })
  closing!: string;
  @Field(() => [ActionPlanRow], { description: "The rows in order." })
  rows!: ActionPlanRow[];
  @Field(() => [ActionPlanRow], { description: "Rows that were taken away, the last first; at most ten." })
  removed!: ActionPlanRow[];
  @Field(() => ActionPlanAdoption, { nullable: true, description: "Of the version that holds; null for a draft." })
  adoption!: ActionPlanAdoption | null;
  @Field(() => String, { nullable: true, description: "Why a new version is being written." })
  changeReason!: string | null;
  @Field(() => [ActionPlanVersion], { description: "What was adopted, the newest first." })
  versions!: ActionPlanVersion[];
  @Field(() => Boolean, { description: "The asker may write it." })
  mayWrite!: boolean;
  @Field(() => String, { description: "SHA-256 of the words as they are now: what one adopts is what one has seen." })
  wordsHash!: string;
  @Field(() => Int, { description: "Grows when the title, the intro, the closing line or the state changes." })
  rev!: number;
}

@Output("A plan after a change.")
export class ActionPlanPayload {
  @Field(() => ActionPlan, { nullable: true, description: "As it is now." })
  plan!: ActionPlan | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("A year that a chapter has a plan of.")
export class ActionPlanYear {
  @Field(() => Int, { description: "The year." })
  year!: number;
  @Field(() => PlanStateEnum, { description: "Whether it is adopted." })
  state!: PlanState;
}

@Output("A template that a row may be bound to.")
export class PlanTemplateChoice {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => LocalizedText, { description: "What it is called." })
  name!: LocalizedText;
}

@Output("Somebody on the board who may have a row.")
export class PlanSeatChoice {
  @Field(() => ID, { description: "The seat." })
  id!: string;
  @Field(() => String, { description: "Who holds it." })
  name!: string;
}

@Output("What a row can be bound to and hung on.")
export class PlanChoices {
  @Field(() => [PlanTemplateChoice], { description: "Templates that the chapter has had tasks of, by name." })
  templates!: PlanTemplateChoice[];
  @Field(() => [PlanSeatChoice], { description: "The board today." })
  seats!: PlanSeatChoice[];
}
