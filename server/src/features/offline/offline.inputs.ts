import type { ContactOutcome } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { AnswerInput, ContactOutcomeEnum } from "../touchpoints/index.js";

const ACT_KEY =
  "The key of this one act: the same as of a mutation that said the same and was not answered. It is taken once, however often it is delivered.";
const WHEN =
  "When it was done, by the server's clock. Counted as no earlier than seven days ago, and no later than now.";

@Input("A step that was ticked or unticked; of several wishes for one step the last holds.")
export class DeliveredStepInput {
  @Field(() => String, { description: "The step's key." })
  step!: string;
  @Field(() => Boolean, { description: "True: done." })
  done!: boolean;
  @Field(() => Date, { description: WHEN })
  at!: Date;
}

@Input("A report that was written without a network.")
export class DeliveredReportInput {
  @Field(() => ID, { description: ACT_KEY })
  key!: string;
  @Field(() => Date, { description: WHEN })
  doneAt!: Date;
  @Field(() => ContactOutcomeEnum, { nullable: true, description: "Needed where it is about one member, else none." })
  outcome?: ContactOutcome | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day to try again, with LATER." })
  laterOn?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day it comes back, with NO_ANSWER." })
  returnsOn?: string | null;
  @Field(() => [AnswerInput], { description: "The answers; never those of AUTO fields." })
  answers!: AnswerInput[];
  @Field(() => Int, { nullable: true, description: "Seconds the report was in sight, 1-3600." })
  seconds?: number | null;
}

@Input("«Ingen nye», said without a network.")
export class DeliveredEmptyInput {
  @Field(() => ID, { description: ACT_KEY })
  key!: string;
  @Field(() => Date, { description: WHEN })
  doneAt!: Date;
}

@Input("All that was done of one touchpoint while there was no network. All of it is taken, or nothing.")
export class DeliverWorkInput extends KeyedInput {
  @Field(() => ID, { description: "The touchpoint." })
  id!: string;
  @Field(() => ID, { description: "The seat it was done in; any other that asks is refused." })
  seatId!: string;
  @Field(() => [DeliveredStepInput], { description: "Steps, at most 50." })
  steps!: DeliveredStepInput[];
  @Field(() => [DeliveredReportInput], { description: "Reports in the order they were written, at most 20." })
  reports!: DeliveredReportInput[];
  @Field(() => DeliveredEmptyInput, { nullable: true, description: "The period was closed as empty." })
  emptied?: DeliveredEmptyInput | null;
}
