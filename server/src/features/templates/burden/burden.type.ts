import { Field, Int } from "type-graphql";
import { Output } from "../../../kernel/graphql/output.js";

@Output("Seconds it takes to report, estimated from the questions until ten have reported and measured from then on.")
export class VersionBurden {
  @Field(() => Int, { description: "Seconds for one touchpoint's report." })
  perReport!: number;
  @Field(() => Int, { description: "Seconds for the period's question; 0 when there is none." })
  perPeriod!: number;
  @Field(() => Boolean, { description: "The seconds of a report are the median of real ones." })
  measured!: boolean;
  @Field(() => Int, { description: "Real reports it is measured from, in whole tens; 0 when it is estimated." })
  n!: number;
}
