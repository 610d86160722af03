import { TEXT_WARNINGS } from "@varde/domain";
import type { TextWarning } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../../kernel/errors/refusal.js";
import { ChangeInput } from "../../../kernel/graphql/mutation-inputs.js";
import { connectionOf, Input, Output } from "../../../kernel/graphql/output.js";
import { enumOf, Problem } from "../../../kernel/graphql/shared-types.js";

export const TextWarningEnum = enumOf(
  TEXT_WARNINGS,
  "SurveyTextWarning",
  "What a text may hold that nobody should have written: somebody's name, health, or a way to reach somebody.",
);

@Output("What somebody wrote to a question. Of whom, from which chapter and when is kept nowhere.")
export class SurveyText {
  @Field(() => ID, { description: "Its id: made by chance, and nobody's." })
  id!: string;
  @Field(() => Int, { description: "Grows when it is set aside." })
  rev!: number;
  @Field(() => String, { description: "As it was written." })
  text!: string;
  @Field(() => [TextWarningEnum], { description: "Why it is folded at first; empty when nothing was found." })
  warnings!: TextWarning[];
}

export const SurveyTextConnection = connectionOf(SurveyText, "SurveyText");

@Input("Sets a text aside for good: it is read no more.")
export class SetSurveyTextAsideInput extends ChangeInput {
  @Field(() => ID, { description: "The survey it was written to." })
  surveyId!: string;
}

@Output("Whether it was set aside.")
export class SurveyTextPayload {
  @Field(() => Boolean, { description: "True also when somebody had set it aside before." })
  done!: boolean;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
