import type { LocalizedText as Text } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";

export const GOOD_EXAMPLE_STATES = ["OPEN", "ANSWERED", "DECLINED", "LAPSED"] as const;
export type GoodExampleState = (typeof GOOD_EXAMPLE_STATES)[number];
const GoodExampleStateEnum = enumOf(
  GOOD_EXAMPLE_STATES,
  "GoodExampleState",
  "OPEN waits for the chapter. ANSWERED became a practice. DECLINED: not now. LAPSED: nobody answered in time, or national stopped asking.",
);

@Output(
  "One question to a chapter that stands out: what do you do? Known to the chapter and national, and to nobody else.",
)
export class GoodExample {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => ID, { description: "The template the chapter does well." })
  templateId!: string;
  @Field(() => LocalizedText, { description: "The template's name." })
  templateName!: Text;
  @Field(() => String, { description: "The short name of the chapter that is asked." })
  chapterName!: string;
  @Field(() => LocalDateScalar, { description: "The last day of the numbers it stood out by." })
  numbersUntil!: string;
  @Field(() => LocalDateScalar, { description: "The day it was asked." })
  askedOn!: string;
  @Field(() => GoodExampleStateEnum, { description: "What came of it." })
  state!: GoodExampleState;
  @Field(() => Date, {
    nullable: true,
    description: "When it was answered, declined or lapsed; null while it is open.",
  })
  settledAt!: Date | null;
  @Field(() => ID, { nullable: true, description: "The practice that the answer became." })
  practiceId!: string | null;
  @Field(() => Int, { description: "Grows by one with each change; an answer says which it builds on." })
  rev!: number;
}

export const GoodExampleConnection = connectionOf(GoodExample, "GoodExample");

@Output("The question after an answer, or as it is when refused.")
export class GoodExamplePayload {
  @Field(() => GoodExample, {
    nullable: true,
    description: "The question as it is now; null when there is none to show.",
  })
  goodExample!: GoodExample | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("Whether chapters that stand out are asked.")
export class GoodExampleSetting {
  @Field(() => Boolean, { description: "True: they are asked." })
  asks!: boolean;
  @Field(() => Int, { description: "The organization's `rev`; a change says which it builds on." })
  rev!: number;
}

@Output("The setting after a change, or as it is when refused.")
export class GoodExampleSettingPayload {
  @Field(() => GoodExampleSetting, { nullable: true, description: "The setting as it is now." })
  setting!: GoodExampleSetting | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
