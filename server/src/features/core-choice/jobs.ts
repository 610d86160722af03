import { inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";

/** Ends the workshops whose hours are over, in every organization: their ballots become sums. Returns how many. */
export async function endWorkshops(context: Pick<JobContext, "job">): Promise<number> {
  let ended = 0;
  for (const id of await organizationIds(context)) {
    const [row] = await inOrganization(context, id, "JOB_CORE_CHOICE", (work) =>
      work.query<{ n: number }>(`select authz.end_core_workshops() as n`),
    );
    ended += row?.n ?? 0;
  }
  return ended;
}

export const CORE_CHOICE_JOBS: readonly JobDefinition[] = [
  { task: "end_core_workshops", every: 20, run: async (_payload, context) => void (await endWorkshops(context)) },
];
