import { Field, Float, ID, Int } from "type-graphql";
import { Output } from "../../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar } from "../../../kernel/graphql/shared-types.js";

export const SIMULATION_STATES = ["RUN", "BY_HAND", "NO_DATA", "INCOMPLETE", "TOO_EARLY"] as const;
export type SimulationState = (typeof SIMULATION_STATES)[number];
export const SimulationStateEnum = enumOf(
  SIMULATION_STATES,
  "SimulationState",
  "RUN: it was counted. BY_HAND: it begins when somebody starts it. NO_DATA: what starts it is not on record. INCOMPLETE: the trigger or the days are not ready. TOO_EARLY: no whole week of the year is over.",
);

@Output("An ISO week and how many touchpoints open in it.")
export class SimulatedWeek {
  @Field(() => String, { description: "The week, such as `2026-W07`." })
  week!: string;
  @Field(() => Int, { description: "Touchpoints that open in it." })
  n!: number;
}

@Output("What a simulation would have asked of one chapter.")
export class SimulatedChapter {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => String, { description: "Its short name." })
  shortName!: string;
  @Field(() => Int, { description: "Touchpoints in all." })
  n!: number;
  @Field(() => String, { nullable: true, description: "The month with most hours, `YYYY-MM`; null when it has none." })
  peakMonth!: string | null;
  @Field(() => Float, { description: "Hours in that month, everything else the chapter has included." })
  peakHours!: number;
  @Field(() => Boolean, { description: "Whether those hours are above the cap." })
  aboveCap!: boolean;
}

@Output("What a version would have asked of the chapters, had it run in a year; nothing is written.")
export class Simulation {
  @Field(() => SimulationStateEnum, { description: "Whether it was counted, and if not why." })
  state!: SimulationState;
  @Field(() => String, { description: "The version's number, of a draft the one it would get." })
  versionNumber!: string;
  @Field(() => LocalDateScalar, { description: "First day counted." })
  from!: string;
  @Field(() => LocalDateScalar, {
    description: "Last day counted: today or the year's last; where persons are counted the last Sunday before.",
  })
  to!: string;
  @Field(() => Int, { description: "Touchpoints in all; to the nearest five where `rounded`." })
  total!: number;
  @Field(() => [SimulatedWeek], { description: "Every week, in order." })
  weeks!: SimulatedWeek[];
  @Field(() => SimulatedWeek, {
    nullable: true,
    description: "The first of the fullest weeks; null when there is none.",
  })
  peak!: SimulatedWeek | null;
  @Field(() => Boolean, {
    description: "What starts it is persons: counts are to the nearest five, and no chapter is named.",
  })
  rounded!: boolean;
  @Field(() => Int, { description: "The cap, in minutes a chapter and month." })
  capMinutes!: number;
  @Field(() => Int, { description: "Chapters that would have been above the cap in some month." })
  chaptersAboveCap!: number;
  @Field(() => [SimulatedChapter], {
    description: "Every chapter it asks something of, by name; none where `rounded`, since that would count persons.",
  })
  chapters!: SimulatedChapter[];
}
