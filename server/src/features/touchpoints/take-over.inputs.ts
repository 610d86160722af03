import { Field, ID } from "type-graphql";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { AnswerInput } from "./touchpoint.inputs.js";

@Input("A duty that is done on behalf of a chapter where nobody is at it.")
export class TakeOverDutyInput extends ChangeInput {
  @Field(() => [AnswerInput], { description: "The answers, of the fields the take-over asks for." })
  answers!: AnswerInput[];
}

@Input("What the board has seen was done on its behalf.")
export class SeeTakenOverInput extends KeyedInput {
  @Field(() => [ID], { description: "The touchpoints." })
  ids!: string[];
}
