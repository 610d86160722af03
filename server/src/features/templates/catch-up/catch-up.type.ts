import { Field, ID, Int } from "type-graphql";
import { KeyedInput } from "../../../kernel/graphql/mutation-inputs.js";
import { Input, Output } from "../../../kernel/graphql/output.js";
import { LocalDateScalar, LocalizedText, Problem } from "../../../kernel/graphql/shared-types.js";

@Output("An obligation that was due before the chapter was given it.")
export class CatchUpOccurrence {
  @Field(() => String, { description: "The period, or the day it would have opened." })
  occurrence!: string;
  @Field(() => LocalDateScalar, { description: "The day it would have opened." })
  opensOn!: string;
  @Field(() => LocalDateScalar, { description: "The day it would have been due." })
  dueOn!: string;
}

@Output("A question to the board: shall what was due before the roll-out be taken up?")
export class CatchUpQuestion {
  @Field(() => ID, { description: "The roll-out that asks." })
  rolloutId!: string;
  @Field(() => LocalizedText, { description: "What it is about." })
  templateName!: LocalizedText;
  @Field(() => [CatchUpOccurrence], { description: "What could be taken up, oldest first." })
  occurrences!: CatchUpOccurrence[];
  @Field(() => LocalDateScalar, { description: "When it was asked." })
  askedOn!: string;
  @Field(() => LocalDateScalar, {
    description: "The last day in time for what is taken up today, of the one with most time.",
  })
  dueOn!: string;
  @Field(() => Int, { description: "Grows by one with the answer." })
  rev!: number;
}

@Input("The board's answer.")
export class AnswerCatchUpInput extends KeyedInput {
  @Field(() => ID, { description: "The roll-out that asks." })
  rolloutId!: string;
  @Field(() => Int, { description: "The `rev` one has seen." })
  rev!: number;
  @Field(() => Boolean, { description: "Yes: what was asked about becomes open tasks. No: it lies." })
  take!: boolean;
}

@Output("What came of the answer.")
export class AnswerCatchUpPayload {
  @Field(() => [CatchUpQuestion], { description: "What the board is still asked." })
  catchUps!: CatchUpQuestion[];
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: Problem[];
}
