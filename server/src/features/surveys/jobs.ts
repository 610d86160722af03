import type { JobDefinition } from "../../kernel/jobs/job.js";
import { keepProgress } from "./results/progress.js";
import { publishResults } from "./results/publish-results.js";
import { COUNT_SURVEYS, countSurveys } from "./count-surveys.js";

export const SURVEY_JOBS: readonly JobDefinition[] = [
  {
    task: COUNT_SURVEYS,
    every: 10,
    run: async (_payload, context) => {
      await countSurveys(context);
      await publishResults(context);
      await keepProgress(context);
    },
  },
];
