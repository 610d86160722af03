import { Field, Int } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { ComparedTemplate } from "./counts.type.js";
import { MeasuredTarget, TargetProgress } from "./targets.type.js";

@Output("One target of the core set, and how many chapters of the reach stand how to it.")
export class TargetTally extends MeasuredTarget {
  @Field(() => ComparedTemplate, { description: "The template." })
  template!: ComparedTemplate;
  @Field(() => TargetProgress, {
    nullable: true,
    description: "All together; null for an amount, which is each chapter's own, and before anything is published.",
  })
  total!: TargetProgress | null;
  @Field(() => Boolean, { description: "From a published quarterly snapshot, not live." })
  fromSnapshot!: boolean;
  @Field(() => LocalDateScalar, { description: "The day the numbers stand for." })
  referenceDate!: string;
  @Field(() => Int, { description: "Chapters that have reached it." })
  reached!: number;
  @Field(() => Int, { description: "Chapters on the way to it." })
  onTrack!: number;
  @Field(() => Int, { description: "Chapters that have some way to go." })
  behind!: number;
  @Field(() => Int, { description: "Chapters that did not reach it while they could." })
  over!: number;
  @Field(() => Int, { description: "Chapters with too few to say anything of." })
  tooFew!: number;
  @Field(() => Int, { description: "Chapters with nothing to judge yet." })
  notYet!: number;
  @Field(() => Int, { description: "Chapters whose numbers are hidden." })
  hidden!: number;
}
