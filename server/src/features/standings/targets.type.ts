import { TARGET_STATUSES } from "@varde/domain";
import type { TargetStatus } from "@varde/domain";
import { Field, Float, ID } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { Target } from "../templates/index.js";
import { ChapterRef } from "./counts.type.js";

export const TargetStatusEnum = enumOf(
  TARGET_STATUSES,
  "TargetStatus",
  "How somebody stands to a target. REACHED is a fact, whatever the number; ON_TRACK and BEHIND are said from ten on; TOO_FEW are fewer, or hidden; NOT_YET is nothing to judge.",
);

@Output("How far a unit has come towards a target in one period.")
export class TargetProgress {
  @Field(() => TargetStatusEnum, { description: "In one word." })
  status!: TargetStatus;
  @Field(() => Float, { nullable: true, description: "The part, the sum, or the number so far; null is hidden." })
  numerator!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Of how many; null for COUNT and FIELD_SUM, which have none, and when hidden.",
  })
  denominator!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "What it comes to if the rest goes as what has been, in the unit of the threshold; from ten on only.",
  })
  forecast!: number | null;
  @Field(() => Boolean, { description: "The period has ended and nothing in it can still be done." })
  over!: boolean;
}

@Output("A chapter and a target.")
export class ChapterTarget {
  @Field(() => ChapterRef, { description: "The chapter." })
  chapter!: ChapterRef;
  @Field(() => TargetProgress, { description: "How far it has come." })
  progress!: TargetProgress;
}

@Output("One target of a template in one period.")
export class MeasuredTarget {
  @Field(() => Target, { description: "What is to be reached, in words and as a number." })
  target!: Target;
  @Field(() => String, {
    description: "The period's id; `R12-2026-09-30` where counts of persons are read from the quarter's snapshot.",
  })
  period!: string;
  @Field(() => Float, {
    description: "The threshold over that period: as the target's, but for an amount that is told over twelve months.",
  })
  threshold!: number;
}

@Output("One target of the own chapter.")
export class OwnTarget extends MeasuredTarget {
  @Field(() => TargetProgress, { description: "How far the chapter has come; nothing is hidden." })
  progress!: TargetProgress;
}

@Output("The targets of one template of the core set, for the own chapter.")
export class OwnTargets {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => [OwnTarget], { description: "In the version's order." })
  targets!: OwnTarget[];
}

@Output("One target over the chapters of the reach.")
export class TargetStanding extends MeasuredTarget {
  @Field(() => TargetProgress, {
    nullable: true,
    description:
      "All together, as sums over sums; null for an amount, which is each chapter's own, and before anything is published.",
  })
  total!: TargetProgress | null;
  @Field(() => [ChapterTarget], { description: "By chapter, by name." })
  rows!: ChapterTarget[];
}

@Output("How the targets of a template stand in the reach.")
export class TargetStandings {
  @Field(() => [TargetStanding], { description: "In the version's order; none when national has set none." })
  targets!: TargetStanding[];
  @Field(() => LocalDateScalar, { description: "The day the live numbers stand for." })
  referenceDate!: string;
}
