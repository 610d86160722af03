import { inJob } from "../../kernel/jobs/job.js";
import type { JobDefinition } from "../../kernel/jobs/job.js";
import { LookUpResolver } from "./look-up.resolver.js";

export const LOOK_UP_RESOLVERS = [LookUpResolver] as const;
export const LOOK_UP_JOBS: readonly JobDefinition[] = [
  {
    task: "forgetLookUps",
    at: { hour: 4, minute: 55 },
    run: async (_payload, context) =>
      void (await inJob(context, (work) => work.query("select authz.forget_look_ups()"))),
  },
];
