import { Field, ID, Int } from "type-graphql";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";

@Input("What the own chapter does, as an answer to the question.")
export class AnswerGoodExampleInput extends ChangeInput {
  @Field(() => ID, { description: "The id of the practice it becomes, made by the client." })
  practiceId!: string;
  @Field(() => String, { description: "What the chapter does, 20-600 characters, about no one person." })
  text!: string;
}

@Input("Says «not now» to the question. It is not asked again by the same numbers.")
export class DeclineGoodExampleInput extends ChangeInput {}

@Input("Whether chapters that stand out are asked.")
export class SetGoodExamplesInput extends KeyedInput {
  @Field(() => Int, { description: "The organization's `rev` the change is based on." })
  rev!: number;
  @Field(() => Boolean, { description: "False stops it, and takes back what is open." })
  asks!: boolean;
}
