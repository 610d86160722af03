import { Field, Float, ID, Int } from "type-graphql";
import { VERDICTS } from "@varde/domain";
import type { Verdict } from "@varde/domain";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar } from "../../kernel/graphql/shared-types.js";

export const PILOT_MEASURES = ["ON_TIME", "REPORT_MINUTES", "DONE", "REACHED", "ACTIVATION_90"] as const;
export type PilotMeasureName = (typeof PILOT_MEASURES)[number];
export const PilotMeasureEnum = enumOf(
  PILOT_MEASURES,
  "PilotMeasureName",
  "ON_TIME and DONE: of those whose last day has passed. REPORT_MINUTES: median from opening the report to sending it. REACHED: spoken with, of those one tried. ACTIVATION_90: came to something within 90 days.",
);
export const VerdictEnum = enumOf(
  VERDICTS,
  "PilotMeasureVerdict",
  "BETTER and WORSE: the 95 % interval of the difference does not hold 0. NO_CLEAR_DIFFERENCE: it does. UNDECIDED: too few on a side.",
);
export const DECLINES = ["TOO_FEW", "HIDDEN", "NOT_RECORDED", "FIRST_VERSION"] as const;
export type Declined = (typeof DECLINES)[number];
export const DeclinedEnum = enumOf(
  DECLINES,
  "PilotMeasureDeclined",
  "Why nothing is drawn. TOO_FEW: under ten on a side. HIDDEN: the numbers would tell of few persons. NOT_RECORDED: nobody writes it down. FIRST_VERSION: there is no version before.",
);

@Output("One side of a measure. Counts are null where they are hidden.")
export class PilotEstimate {
  @Field(() => Int, { nullable: true, description: "How many did; null for a median." })
  numerator!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Of how many. For a median of what is about members in whole tens.",
  })
  n!: number | null;
  @Field(() => Float, { nullable: true, description: "The share 0-1, or minutes; null below ten." })
  value!: number | null;
  @Field(() => Float, { nullable: true, description: "Low end of its 95 % interval." })
  low!: number | null;
  @Field(() => Float, { nullable: true, description: "High end." })
  high!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Not counted yet: the last day has not passed. Null for medians and what is about members.",
  })
  waiting!: number | null;
}

@Output("The pilot's version minus the version before, with its 95 % interval: shares as fractions, else minutes.")
export class PilotDifference {
  @Field(() => Float, { description: "The difference." })
  value!: number;
  @Field(() => Float, { description: "Low end." })
  low!: number;
  @Field(() => Float, { description: "High end." })
  high!: number;
}

@Output("One measure of a pilot's version and of the version before it, in the same chapters.")
export class PilotMeasure {
  @Field(() => PilotMeasureEnum, { description: "Which." })
  measure!: PilotMeasureName;
  @Field(() => PilotEstimate, { nullable: true, description: "The pilot's version." })
  pilot!: PilotEstimate | null;
  @Field(() => PilotEstimate, { nullable: true, description: "The version before, over as long a time." })
  before!: PilotEstimate | null;
  @Field(() => PilotDifference, { nullable: true, description: "Null where nothing is drawn." })
  difference!: PilotDifference | null;
  @Field(() => VerdictEnum, {
    nullable: true,
    description: "What can be said; UNDECIDED too where the numbers are hidden. Null without a version before.",
  })
  verdict!: Verdict | null;
  @Field(() => DeclinedEnum, { nullable: true, description: "Why nothing is drawn; null when it is." })
  declined!: Declined | null;
  @Field(() => Int, { description: "How many are needed on each side." })
  needed!: number;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The first day on which there can be enough, by the deadlines that are known; null when that is not known.",
  })
  earliest!: string | null;
}

@Output("How a version does against the version before it, over all the pilot's chapters together.")
export class PilotScoreboard {
  @Field(() => ID, { description: "The pilot." })
  pilotId!: string;
  @Field(() => LocalDateScalar, {
    description: "Counted as of the end of this day; the last Sunday where it is about members.",
  })
  asOf!: string;
  @Field(() => LocalDateScalar, { description: "The pilot's side: due from this day." })
  pilotFrom!: string;
  @Field(() => LocalDateScalar, { description: "To this day." })
  pilotTo!: string;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The side before: due from this day; null without one.",
  })
  beforeFrom!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "To this day." })
  beforeTo!: string | null;
  @Field(() => Boolean, {
    description:
      "Nothing is told of persons: too few chapters, or another pilot so alike that the difference would tell.",
  })
  withheld!: boolean;
  @Field(() => [PilotMeasure], { description: "The measures that this template has." })
  measures!: PilotMeasure[];
}
