import { Field, ID, Int } from "type-graphql";
import type { TriggerKind } from "@varde/domain";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import { TriggerKindEnum } from "../templates/index.js";

export const SKIP_REASONS = ["NEVER", "NOT_NOW", "QUIET", "PAST_DUE"] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];
export const SkipReasonEnum = enumOf(
  SKIP_REASONS,
  "SkipReason",
  "Why something that would have begun did not, or not yet. NEVER, NOT_NOW: the member has asked for it. QUIET: moved to after a quiet week. PAST_DUE: it was due before anybody could know of it.",
);

@Output("A task about a member that would have begun by itself, and did not, or not yet.")
export class HeldBack {
  @Field(() => ID, { description: "Tells it apart from the others." }) id!: string;
  @Field(() => LocalizedText, { description: "What it is called." }) name!: LocalizedText;
  @Field(() => SkipReasonEnum, { description: "Why." }) reason!: SkipReason;
  @Field(() => LocalDateScalar, { description: "The day it would have opened." }) opensOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day it begins after all; null when it does not." })
  untilDay!: string | null;
}

@Output("How many of something there were in a week.")
export class TriggerCount {
  @Field(() => Int, {
    nullable: true,
    description:
      "The number: exact for duties, to the nearest five for what is about members; null where it is hidden.",
  })
  n!: number | null;
}

@Output("How many were held back in a week, for one reason.")
export class SkippedCount {
  @Field(() => SkipReasonEnum, { description: "Why." }) reason!: SkipReason;
  @Field(() => TriggerCount, { description: "How many." }) count!: TriggerCount;
}

@Output("What began by itself from one template, and what will.")
export class TriggerActivity {
  @Field(() => ID, { description: "The template." }) templateId!: string;
  @Field(() => LocalizedText, { description: "Its name." }) name!: LocalizedText;
  @Field(() => TriggerKindEnum, { description: "What starts it." }) kind!: TriggerKind;
  @Field(() => Boolean, { description: "It is about members: its numbers are in fives for the whole organization." })
  persons!: boolean;
  @Field(() => TriggerCount, { nullable: true, description: "What began last week; null when it was not counted." })
  lastWeek!: TriggerCount | null;
  @Field(() => [SkippedCount], { description: "What was held back last week, and why." }) skipped!: SkippedCount[];
  @Field(() => TriggerCount, {
    nullable: true,
    description: "What was expected of this week when it began; null before that is counted.",
  })
  thisWeek!: TriggerCount | null;
  @Field(() => TriggerCount, {
    nullable: true,
    description: "What is expected of next week, of those who are members when this one began; null before that.",
  })
  nextWeek!: TriggerCount | null;
}

@Output("Days on which nothing begins by itself.")
export class QuietPeriod {
  @Field(() => ID, { description: "Its id." }) id!: string;
  @Field(() => String, { description: "What it is called, such as «Jul»." }) name!: string;
  @Field(() => LocalDateScalar, { description: "First day." }) fromDay!: string;
  @Field(() => LocalDateScalar, { description: "Last day." }) toDay!: string;
}

@Output("What has begun by itself in the organization, week by week.")
export class TriggerOverview {
  @Field(() => LocalDateScalar, { description: "Monday of last week." }) lastWeek!: string;
  @Field(() => LocalDateScalar, { description: "Monday of this week." }) thisWeek!: string;
  @Field(() => LocalDateScalar, { description: "Monday of next week." }) nextWeek!: string;
  @Field(() => [TriggerActivity], { description: "Every template that begins by itself in some chapter, by name." })
  templates!: TriggerActivity[];
  @Field(() => [QuietPeriod], { description: "Quiet weeks that are not over, in order." })
  quietPeriods!: QuietPeriod[];
}

@Output("What became of a change to the quiet weeks.")
export class QuietPeriodsPayload {
  @Field(() => [QuietPeriod], { description: "Quiet weeks that are not over, in order, as they are now." })
  quietPeriods!: QuietPeriod[];
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
