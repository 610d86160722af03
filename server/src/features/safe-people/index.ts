import { inJob } from "../../kernel/jobs/job.js";
import type { JobDefinition } from "../../kernel/jobs/job.js";
import { SafePeopleResolver } from "./safe-people.resolver.js";

export const SAFE_PEOPLE_RESOLVERS = [SafePeopleResolver] as const;
export const SAFE_PEOPLE_JOBS: readonly JobDefinition[] = [
  {
    task: "forgetPapers",
    at: { hour: 4, minute: 50 },
    run: async (_payload, context) => void (await inJob(context, (work) => work.query("select authz.forget_papers()"))),
  },
];
