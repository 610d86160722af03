import { Field, Int } from "type-graphql";
import type { LocalDate } from "@varde/domain";
import { Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { StandingCounts } from "./counts.type.js";

@Output("How a template went in a year, as the seat may see it.")
export class YearStanding {
  @Field(() => Int, { description: "The year." }) year!: number;
  @Field(() => String, { description: "The period's id: the whole year, or the months of a snapshot." })
  period!: string;
  @Field(() => LocalDateScalar, { description: "The day it is as of." }) referenceDate!: LocalDate;
  @Field(() => Boolean, { description: "Released, with small numbers hidden; else exact." }) fromSnapshot!: boolean;
  @Field(() => StandingCounts, { description: "The counts; null is hidden." }) counts!: StandingCounts;
}
