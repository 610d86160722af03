import { containsNationalId, PLAN_LIMITS, PLAN_MEASURES, PLAN_ROW_STATUSES } from "@varde/domain";
import type { Language, PlanAdopter, PlanMeasure, PlanRowStatus } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { PLAN_TEXTS } from "./plan.texts.js";
import { PlanAdopterEnum, PlanMeasureEnum, PlanRowStatusEnum, PlanStartEnum } from "./plan.type.js";
import type { PlanStart } from "./plan.type.js";

@Input("Begins the plan of a year.")
export class StartActionPlanInput extends KeyedInput {
  @Field(() => ID, { description: "Its id, made by the client." }) id!: string;
  @Field(() => Int, { description: "Last year, this one or the next." }) year!: number;
  @Field(() => PlanStartEnum, { description: "What it begins with." }) from!: PlanStart;
  @Field(() => PlanWordsInput, { nullable: true, description: "The words, where it begins with those." })
  text?: PlanWordsInput | null;
}

@Input("What stands around the table.")
export class SaveActionPlanInput extends ChangeInput {
  @Field(() => String, { description: "At most 160 characters." }) title!: string;
  @Field(() => String, { description: "At most 6000 characters." }) intro!: string;
  @Field(() => String, { description: "At most 600 characters." }) closing!: string;
}

@Input("A row as it is written: `id` is made by the client, `rev` 0 for a new one, which comes last.")
export class SavePlanRowInput extends ChangeInput {
  @Field(() => ID, { description: "The plan." }) planId!: string;
  @Field(() => String, { description: "Aktivitet, at most 300 characters." }) activity!: string;
  @Field(() => String, { description: "Mål, at most 4000 characters." }) aim!: string;
  @Field(() => String, { description: "Tiltak, at most 4000 characters." }) measures!: string;
  @Field(() => String, { description: "Resultatmål, at most 4000 characters." }) resultAim!: string;
  @Field(() => String, { description: "Who has it, in words." }) responsible!: string;
  @Field(() => ID, { nullable: true, description: "Or the seat that has it." }) responsibleSeatId?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "When it is due." }) dueOn?: string | null;
  @Field(() => PlanRowStatusEnum, { description: "How far it has come." }) status!: PlanRowStatus;
  @Field(() => String, { description: "What was learnt, at most 600 characters." }) learnt!: string;
  @Field(() => ID, { nullable: true, description: "A template it is bound to." }) templateId?: string | null;
  @Field(() => PlanMeasureEnum, { nullable: true, description: "Or a measure." }) measure?: PlanMeasure | null;
  @Field(() => Int, { nullable: true, description: "How many of it are wanted, 1-500." }) target?: number | null;
  @Field(() => ID, { nullable: true, description: "The strategy goal of the year it hangs on." }) goalId?:
    | string
    | null;
}

@Input("Where a row goes.")
export class MovePlanRowInput extends KeyedInput {
  @Field(() => ID, { description: "The plan." }) planId!: string;
  @Field(() => ID, { description: "The row." }) id!: string;
  @Field(() => ID, { nullable: true, description: "The row it stands before; last when left out." }) beforeId?:
    | string
    | null;
}

@Input("Takes a row away.")
export class RemovePlanRowInput extends ChangeInput {
  @Field(() => ID, { description: "The plan." }) planId!: string;
}

@Input("Puts a row back that was taken away.")
export class RestorePlanRowInput extends KeyedInput {
  @Field(() => ID, { description: "The plan." }) planId!: string;
  @Field(() => ID, { description: "The row." }) id!: string;
}

@Input("The words of a row.")
export class PlanRowWordsInput {
  @Field(() => String, { description: "Its number, at most 12 characters." }) nr!: string;
  @Field(() => String, { description: "Aktivitet." }) activity!: string;
  @Field(() => String, { description: "Mål." }) aim!: string;
  @Field(() => String, { description: "Tiltak." }) measures!: string;
  @Field(() => String, { description: "Resultatmål." }) resultAim!: string;
}

@Input("The words of a whole plan.")
export class PlanWordsInput {
  @Field(() => String, { description: "The title." }) title!: string;
  @Field(() => String, { description: "What stands before the table." }) intro!: string;
  @Field(() => [PlanRowWordsInput], { description: "The rows, at most sixty." }) rows!: PlanRowWordsInput[];
  @Field(() => String, { description: "What stands after the table." }) closing!: string;
}

@Input("All the words of a plan anew. Rows whose activity is there already keep how far they have come.")
export class ReplacePlanRowsInput extends ChangeInput {
  @Field(() => PlanWordsInput, { description: "What it shall say." }) text!: PlanWordsInput;
  @Field(() => String, {
    nullable: true,
    description: "The `wordsHash` of what was seen: refused when it says something else now.",
  })
  words?: string | null;
}

@Input("Adopts a plan as it is.")
export class AdoptActionPlanInput extends ChangeInput {
  @Field(() => String, { description: "The `wordsHash` of what was read." }) words!: string;
  @Field(() => String, { description: "Where it was adopted." }) place!: string;
  @Field(() => LocalDateScalar, { description: "On which day; not one to come." }) on!: string;
  @Field(() => PlanAdopterEnum, { description: "By whom." }) by!: PlanAdopter;
}

@Input("Begins a new version of an adopted plan.")
export class ChangeAdoptedPlanInput extends ChangeInput {
  @Field(() => String, { description: "Why, at most 300 characters." }) reason!: string;
}

@Input("A plan, as it was seen.")
export class SeenPlanInput extends ChangeInput {}

@Input("A strategy goal: `id` is made by the client, `rev` 0 for a new one.")
export class SaveStrategyGoalInput extends ChangeInput {
  @Field(() => Int, { description: "The year." }) year!: number;
  @Field(() => String, { description: "At most 200 characters." }) text!: string;
  @Field(() => String, { description: "At most 600 characters." }) why!: string;
}

@Input("A strategy goal to take away: rows that hang on it no longer do.")
export class RemoveStrategyGoalInput extends ChangeInput {}

@Input("Where a strategy goal goes among those of its year.")
export class MoveStrategyGoalInput extends ChangeInput {
  @Field(() => ID, { nullable: true, description: "The goal it stands before; last when left out." }) beforeId?:
    | string
    | null;
}

@Input("The plan that chapters may begin from; `rev` 0 for the first.")
export class SavePlanTemplateInput extends KeyedInput {
  @Field(() => Int, { description: "The `rev` the change is based on." }) rev!: number;
  @Field(() => PlanWordsInput, { description: "What it shall say." }) text!: PlanWordsInput;
}

// a database takes neither NUL nor half of a pair, and no control sign is anything one wrote
const clean = (typed: string): string =>
  typed
    .replaceAll(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, "")
    .trim()
    .normalize("NFC");

/** The rules of what is written on a plan, in the words of a language. */
export function planRules(language: Language) {
  const words = (text: keyof typeof PLAN_TEXTS) => say(language, PLAN_TEXTS[text]);
  const text = (most: number, least = 0, lacking = "") =>
    z
      .string()
      .max(40_000)
      .transform(clean)
      .pipe(
        z
          .string()
          .min(least, lacking || undefined)
          .max(most)
          .refine((typed) => !containsNationalId(typed), words("nationalId")),
      );
  const id = z
    .uuid()
    .nullish()
    .transform((one) => one ?? null);
  const rowWords = {
    activity: text(PLAN_LIMITS.activity),
    aim: text(PLAN_LIMITS.cell),
    measures: text(PLAN_LIMITS.cell),
    resultAim: text(PLAN_LIMITS.cell),
  };
  const around = {
    title: text(PLAN_LIMITS.title),
    intro: text(PLAN_LIMITS.intro),
    closing: text(PLAN_LIMITS.closing),
  };
  return {
    around: z.object(around),
    words: z.object({
      ...around,
      rows: z.array(z.object({ nr: text(PLAN_LIMITS.nr), ...rowWords })).max(PLAN_LIMITS.rows),
    }),
    row: z.object({
      id: z.uuid(),
      ...rowWords,
      responsible: text(PLAN_LIMITS.responsible),
      responsibleSeatId: id,
      dueOn: z
        .string()
        .nullish()
        .transform((one) => one ?? null),
      status: z.enum(PLAN_ROW_STATUSES),
      learnt: text(PLAN_LIMITS.learnt),
      templateId: id,
      measure: z
        .enum(PLAN_MEASURES)
        .nullish()
        .transform((one) => one ?? null),
      target: z
        .int()
        .min(1)
        .max(500)
        .nullish()
        .transform((one) => one ?? null),
      goalId: id,
    }),
    adoption: z.object({ place: text(PLAN_LIMITS.place, 1, words("place")) }),
    change: z.object({ reason: text(PLAN_LIMITS.reason, 1, words("reason")) }),
    goal: z.object({ text: text(200, 1, words("goal")), why: text(600) }),
  };
}
