import type { QuestionKind, Stage } from "@varde/domain";
import { QUESTION_KINDS, STAGES } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar, LocalizedTextInput } from "../../kernel/graphql/shared-types.js";
import { StageEnum } from "../templates/index.js";
import { QuestionKindEnum } from "./survey.enums.js";

@Input("A choice of a question, or a line of a matrix.")
export class SurveyOptionInput {
  @Field(() => String, { description: "Its key within the question." })
  key!: string;
  @Field(() => LocalizedTextInput, { description: "What is read." })
  label!: LocalizedTextInput;
}

@Input("The words at the ends of a scale.")
export class SurveyScaleInput {
  @Field(() => LocalizedTextInput, { description: "At the lowest mark." })
  lowest!: LocalizedTextInput;
  @Field(() => LocalizedTextInput, { description: "At the highest mark." })
  highest!: LocalizedTextInput;
  @Field(() => LocalizedTextInput, { nullable: true, description: "The answer beside the scale." })
  none?: LocalizedTextInput | null;
}

@Input("When a question is asked.")
export class SurveyConditionInput {
  @Field(() => String, { description: "The key of the earlier question." })
  question!: string;
  @Field(() => [String], { description: "Answers to it, any of which shows the question." })
  anyOf!: string[];
}

@Input("A touchpoint that the answers to a question tell of.")
export class SurveyAboutInput {
  @Field(() => String, { description: "Its template's key." })
  template!: string;
  @Field(() => String, { nullable: true, description: "The line of a matrix." })
  line?: string | null;
  @Field(() => [String], { description: "Answers that say it matters to members." })
  matters!: string[];
}

@Input("One question of a survey.")
export class SurveyQuestionInput {
  @Field(() => String, { description: "Names its counts over the years." })
  key!: string;
  @Field(() => QuestionKindEnum, { description: "How it is answered." })
  kind!: QuestionKind;
  @Field(() => LocalizedTextInput, { description: "The question." })
  title!: LocalizedTextInput;
  @Field(() => LocalizedTextInput, { nullable: true, description: "A word of help under it." })
  help?: LocalizedTextInput | null;
  @Field(() => Boolean, { defaultValue: false, description: "It describes the person who answers." })
  describes!: boolean;
  @Field(() => [SurveyOptionInput], { defaultValue: [], description: "SINGLE and SEVERAL: the choices." })
  options!: SurveyOptionInput[];
  @Field(() => Int, { nullable: true, description: "SEVERAL: at most so many." })
  atMost?: number | null;
  @Field(() => SurveyScaleInput, {
    nullable: true,
    description: "SCALE, ZERO_TO_TEN and MATRIX: the words at the ends.",
  })
  scale?: SurveyScaleInput | null;
  @Field(() => [SurveyOptionInput], { defaultValue: [], description: "MATRIX: the statements." })
  rows!: SurveyOptionInput[];
  @Field(() => SurveyConditionInput, { nullable: true, description: "When it is asked; null: always." })
  showIf?: SurveyConditionInput | null;
  @Field(() => StageEnum, { nullable: true, description: "The stage of the member journey it tells about." })
  stage?: Stage | null;
  @Field(() => [SurveyAboutInput], { defaultValue: [], description: "The touchpoints it is about." })
  about!: SurveyAboutInput[];
}

@Input("What a survey asks and says.")
export class SurveyDefinitionInput {
  @Field(() => LocalizedTextInput, { description: "What it is called." })
  title!: LocalizedTextInput;
  @Field(() => LocalizedTextInput, { description: "What is read before one begins." })
  intro!: LocalizedTextInput;
  @Field(() => LocalizedTextInput, { description: "Said first, to those under 15." })
  underAge!: LocalizedTextInput;
  @Field(() => LocalizedTextInput, { description: "Said when the form has come in." })
  thanks!: LocalizedTextInput;
  @Field(() => [SurveyQuestionInput], { description: "The questions, in order." })
  questions!: SurveyQuestionInput[];
}

@Input("Makes a draft: a copy of an earlier survey, or the one every organization can begin with.")
export class CreateSurveyInput extends KeyedInput {
  @Field(() => ID, { description: "The id of the new survey, made by the client." })
  id!: string;
  @Field(() => ID, { nullable: true, description: "The survey to copy; null: the built-in one." })
  copyOf?: string | null;
}

@Input("Keeps a draft's whole content.")
export class SaveSurveyInput extends ChangeInput {
  @Field(() => SurveyDefinitionInput, { description: "All of it." })
  definition!: SurveyDefinitionInput;
}

@Input("Opens a draft. From then on it stays as it is.")
export class OpenSurveyInput extends ChangeInput {
  @Field(() => LocalDateScalar, { description: "The first day it takes answers, today or later." })
  opensOn!: string;
  @Field(() => LocalDateScalar, { description: "The last day it takes answers, within half a year." })
  closesOn!: string;
}

@Input("Ends an open survey now, or throws a draft away.")
export class SurveyActionInput extends ChangeInput {}

/** Bytes of a definition as stored, at most. */
export const MAX_SURVEY_BYTES = 128 * 1024;

// wide limits: what is too much for a reader is said by `checkSurvey`, what is too much for us is refused here
const words = z.string().max(6000);
const text = z.strictObject({ nb: words, nn: words.nullish(), en: words.nullish() });
const key = z.string().max(60);
const options = z.array(z.strictObject({ key, label: text })).max(40);

/** The structure of a survey. A draft may be incomplete but never malformed, and holds nothing that is not named here. */
export const surveyRules = z.strictObject({
  title: text,
  intro: text,
  underAge: text,
  thanks: text,
  questions: z
    .array(
      z.strictObject({
        key,
        kind: z.enum(QUESTION_KINDS),
        title: text,
        help: text.nullish(),
        describes: z.boolean(),
        options,
        atMost: z.int().min(-1000).max(1000).nullish(),
        scale: z.strictObject({ lowest: text, highest: text, none: text.nullish() }).nullish(),
        rows: options,
        showIf: z.strictObject({ question: key, anyOf: z.array(key).max(40) }).nullish(),
        stage: z.enum(STAGES).nullish(),
        about: z.array(z.strictObject({ template: key, line: key.nullish(), matters: z.array(key).max(40) })).max(40),
      }),
    )
    .max(60),
});
