import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";

/** What the database empties at a time; a night after a big import may need several turns. */
const BATCH = 500;

/**
 * Nightly: what is known about those whose membership ended more than thirty days ago is removed, and what was made about them
 * while they ended is cancelled. Run twice it finds nothing more to do.
 */
async function settleFormerMembers(_payload: JobPayload, context: JobContext): Promise<void> {
  for (const organizationId of await organizationIds(context)) {
    for (let emptied = BATCH; emptied === BATCH && !context.signal.aborted;) {
      emptied = await inOrganization(context, organizationId, "JOB_LIFE", async (work) => {
        const [row] = await work.query<{ n: number }>(`select authz.settle_former_members() as n`);
        return row?.n ?? 0;
      });
    }
  }
}

export const LIFE_JOBS: readonly JobDefinition[] = [
  { task: "settleFormerMembers", run: settleFormerMembers, at: { hour: 3, minute: 20 } },
];
