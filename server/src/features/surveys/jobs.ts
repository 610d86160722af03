import type { JobDefinition } from "../../kernel/jobs/job.js";
import { COUNT_SURVEYS, countSurveys } from "./count-surveys.js";

export const SURVEY_JOBS: readonly JobDefinition[] = [
  { task: COUNT_SURVEYS, every: 10, run: async (_payload, context) => void (await countSurveys(context)) },
];
