import { QUESTION_KINDS } from "@varde/domain";
import { enumOf } from "../../kernel/graphql/shared-types.js";

export const SURVEY_STATES = ["DRAFT", "OPEN", "CLOSED"] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];
export const SurveyStateEnum = enumOf(
  SURVEY_STATES,
  "SurveyState",
  "DRAFT is written by national. OPEN takes answers within its days and stays as it is. CLOSED takes none.",
);
export const QuestionKindEnum = enumOf(
  QUESTION_KINDS,
  "QuestionKind",
  "SINGLE and SEVERAL choose among options, SCALE is 1 to 5, ZERO_TO_TEN is 0 to 10, TEXT is free, MATRIX is statements on one scale.",
);
export const CheckLevelOfSurvey = enumOf(
  ["ERROR", "WARNING"] as const,
  "SurveyCheckLevel",
  "ERROR: must be mended before it can be opened. WARNING: to look over.",
);
