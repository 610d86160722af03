import type {
  LocalizedText as Text,
  QuestionKind,
  Stage,
  SurveyAbout as AboutData,
  SurveyDefinition as DefinitionData,
  SurveyOption as OptionData,
  SurveyQuestion as QuestionData,
  SurveyScale as ScaleData,
} from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import { StageEnum } from "../templates/index.js";
import { CheckLevelOfSurvey, QuestionKindEnum, SurveyStateEnum } from "./survey.enums.js";
import type { SurveyState } from "./survey.enums.js";

@Output("A choice of a question, or a line of a matrix.")
export class SurveyOption implements OptionData {
  @Field(() => String, { description: "Its key within the question. Counts over the years hang on it." })
  key!: string;
  @Field(() => LocalizedText, { description: "What is read." })
  label!: Text;
}

@Output("The words at the ends of a scale.")
export class SurveyScale implements ScaleData {
  @Field(() => LocalizedText, { description: "At the lowest mark." })
  lowest!: Text;
  @Field(() => LocalizedText, { description: "At the highest mark." })
  highest!: Text;
  @Field(() => LocalizedText, { nullable: true, description: "The answer beside the scale, such as «vet ikke»." })
  none?: Text | null;
}

@Output("Asked only of those who gave one of these answers to an earlier question.")
export class SurveyCondition {
  @Field(() => String, { description: "The key of the earlier question." })
  question!: string;
  @Field(() => [String], { description: "Answers to it, any of which shows the question." })
  anyOf!: string[];
}

@Output("A touchpoint that the answers to a question tell of.")
export class SurveyAbout implements AboutData {
  @Field(() => String, { description: "Its template's key." })
  template!: string;
  @Field(() => String, { nullable: true, description: "The line of a matrix; null for the other kinds." })
  line?: string | null;
  @Field(() => [String], {
    description: "Answers that say it matters to members: options' keys, or marks. Empty: it tells how it goes.",
  })
  matters!: string[];
}

@Output("One question of a survey.")
export class SurveyQuestion implements QuestionData {
  @Field(() => String, { description: "Names its counts over the years; another meaning is another key." })
  key!: string;
  @Field(() => QuestionKindEnum, { description: "How it is answered." })
  kind!: QuestionKind;
  @Field(() => LocalizedText, { description: "The question." })
  title!: Text;
  @Field(() => LocalizedText, { nullable: true, description: "A word of help under it." })
  help?: Text | null;
  @Field(() => Boolean, { description: "It describes the person who answers: never shown for one chapter." })
  describes!: boolean;
  @Field(() => [SurveyOption], { description: "SINGLE and SEVERAL: the choices; empty for the others." })
  options!: SurveyOption[];
  @Field(() => Int, { nullable: true, description: "SEVERAL: at most so many; null: as many as one likes." })
  atMost?: number | null;
  @Field(() => SurveyScale, { nullable: true, description: "SCALE, ZERO_TO_TEN and MATRIX: the words at the ends." })
  scale?: SurveyScale | null;
  @Field(() => [SurveyOption], { description: "MATRIX: the statements; empty for the others." })
  rows!: SurveyOption[];
  @Field(() => SurveyCondition, { nullable: true, description: "When it is asked; null: always." })
  showIf?: SurveyCondition | null;
  @Field(() => StageEnum, {
    nullable: true,
    description: "The stage of the member journey that the answers tell about.",
  })
  stage?: Stage | null;
  @Field(() => [SurveyAbout], { description: "The touchpoints it is about: one, or one a line of a matrix." })
  about!: SurveyAbout[];
}

@Output("What a survey asks and says.")
export class SurveyDefinition implements DefinitionData {
  @Field(() => LocalizedText, { description: "What it is called." })
  title!: Text;
  @Field(() => LocalizedText, { description: "What is read before one begins." })
  intro!: Text;
  @Field(() => LocalizedText, { description: "Said first, to those under 15: ask a guardian." })
  underAge!: Text;
  @Field(() => LocalizedText, { description: "Said when the form has come in." })
  thanks!: Text;
  @Field(() => [SurveyQuestion], { description: "The questions, in order." })
  questions!: SurveyQuestion[];
}

@Output("What keeps a survey from being opened, or is to be looked over, with its place.")
export class SurveyCheck {
  @Field(() => String, { description: "Which rule, such as MISSING_LANGUAGE." })
  code!: string;
  @Field(() => CheckLevelOfSurvey, { description: "Whether it stops the opening." })
  level!: "ERROR" | "WARNING";
  @Field(() => [String], { description: "The place in the definition, from the outside in." })
  path!: string[];
  @Field(() => String, { description: "What to do, in the asker's language." })
  message!: string;
}

@Output("The survey before, whose answers are shown beside.")
export class EarlierSurvey {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => LocalizedText, { description: "What it is called." })
  title!: Text;
  @Field(() => LocalDateScalar, { description: "The last day it took answers." })
  closesOn!: string;
}

@Output("A survey among members. Nobody's answers are here: what comes of them is in its results.")
export class Survey {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => Int, { description: "Grows by one with each change; a change says which it builds on." })
  rev!: number;
  @Field(() => SurveyStateEnum, { description: "How far it has come." })
  state!: SurveyState;
  @Field(() => LocalizedText, { description: "What it is called." })
  title!: Text;
  @Field(() => LocalDateScalar, { nullable: true, description: "The first day it takes answers; null for a draft." })
  opensOn!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The last day it takes answers; null for a draft." })
  closesOn!: string | null;
  @Field(() => SurveyDefinition, { description: "What it asks." })
  definition!: SurveyDefinition;
  @Field(() => EarlierSurvey, { nullable: true, description: "The one it is compared with, or null." })
  comparedWith!: EarlierSurvey | null;
  @Field(() => Int, { description: "About how many seconds a form takes." })
  seconds!: number;
  @Field(() => [SurveyCheck], { description: "DRAFT: what to mend and to look over; empty for the others." })
  checks!: SurveyCheck[];
}

@Output("A chapter's way in to a survey. No secret, and nobody's in particular.")
export class SurveyLink {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => String, { description: "The chapter's short name." })
  chapterName!: string;
  @Field(() => String, { nullable: true, description: "The region it is in." })
  regionName!: string | null;
  @Field(() => String, { description: "The address members open." })
  url!: string;
}

@Output("A file to keep.")
export class SurveyFile {
  @Field(() => String, { description: "What to call it, without its ending." })
  fileName!: string;
  @Field(() => String, { description: "The PDF, base64." })
  pdf!: string;
}

@Output("The survey after a change, or as it is when refused.")
export class SurveyPayload {
  @Field(() => Survey, { nullable: true, description: "The survey as it is now; null when it is gone." })
  survey!: Survey | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
