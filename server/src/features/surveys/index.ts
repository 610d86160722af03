import { SurveyResolver } from "./survey.resolver.js";

export { SURVEY_JOBS } from "./jobs.js";
export { countSurveys } from "./count-surveys.js";

export const SURVEY_RESOLVERS = [SurveyResolver] as const;
