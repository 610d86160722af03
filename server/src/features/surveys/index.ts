import { SurveyResultsResolver } from "./results/results.resolver.js";
import { SurveyResolver } from "./survey.resolver.js";

export { SURVEY_JOBS } from "./jobs.js";
export { publishResults, publishSurveyResults } from "./results/publish-results.js";
export { answersAbout } from "./results/answers-about.js";
export { SurveyCell } from "./results/results.type.js";
export { shownQuestion } from "./read-surveys.js";
export { SurveyQuestion } from "./survey.type.js";
export { countSurveys } from "./count-surveys.js";

export const SURVEY_RESOLVERS = [SurveyResolver, SurveyResultsResolver] as const;
