import type { JobDefinition } from "../../kernel/jobs/job.js";
import { askGoodExamples } from "./ask.js";

/** Early on Mondays, when the night has published and counted. */
export const GOOD_EXAMPLE_JOBS: readonly JobDefinition[] = [
  {
    task: "ask_good_examples",
    at: { hour: 5, minute: 20, weekday: 1 },
    run: async (_payload, context) => void (await askGoodExamples(context)),
  },
];
