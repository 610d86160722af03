import { Field, ID, Int } from "type-graphql";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import type { LocalizedText as Text } from "@varde/domain";

export const PRACTICE_STATES = ["SUGGESTED", "SHOWN", "DECLINED", "WITHDRAWN"] as const;
export type PracticeState = (typeof PRACTICE_STATES)[number];
export const PracticeStateEnum = enumOf(
  PRACTICE_STATES,
  "PracticeState",
  "SUGGESTED waits for national. SHOWN is read by the whole organization. DECLINED and WITHDRAWN by the chapter and national only.",
);

@Output("How a chapter did a template's tasks, in its own words, about no one person.")
export class Practice {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => ID, { description: "The template it is about." })
  templateId!: string;
  @Field(() => LocalizedText, { description: "The template's name." })
  templateName!: Text;
  @Field(() => ID, { description: "The chapter that wrote it." })
  chapterId!: string;
  @Field(() => String, { description: "The chapter's short name." })
  chapterName!: string;
  @Field(() => String, { description: "What it did, at most 600 characters. Never changes." })
  text!: string;
  @Field(() => PracticeStateEnum, { description: "Whether it is shown." })
  state!: PracticeState;
  @Field(() => String, { nullable: true, description: "Why it was declined or withdrawn." })
  reason!: string | null;
  @Field(() => Date, { description: "When it was written." })
  createdAt!: Date;
  @Field(() => Date, { nullable: true, description: "When it was shown, declined or withdrawn; null while it waits." })
  decidedAt!: Date | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "From a good example: the last day of the numbers the chapter was asked by. For the chapter and national; null for others, and for what was told unasked.",
  })
  askedByNumbersUntil!: string | null;
  @Field(() => Boolean, { description: "The asker may show it or decline it now." })
  mayDecide!: boolean;
  @Field(() => Boolean, { description: "The asker may withdraw it now." })
  mayWithdraw!: boolean;
  @Field(() => Int, { description: "Grows by one with each change; updates say which they build on." })
  rev!: number;
}

export const PracticeConnection = connectionOf(Practice, "Practice");

@Output("A practice after a change, or as it is when refused.")
export class PracticePayload {
  @Field(() => Practice, { nullable: true, description: "The practice as it is now; null when there is none to show." })
  practice!: Practice | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
