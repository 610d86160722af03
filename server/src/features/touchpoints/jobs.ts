import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";

/** Nightly: what all who are left on a board have confirmed is closed, when the last who had not has left. */
async function settleParts(_payload: JobPayload, context: JobContext): Promise<void> {
  for (const organizationId of await organizationIds(context)) {
    if (context.signal.aborted) return;
    await inOrganization(context, organizationId, "JOB_PARTS", async (work) => {
      await work.query(`select authz.settle_parts()`);
    });
  }
}

export const TOUCHPOINT_JOBS: readonly JobDefinition[] = [
  { task: "settleParts", run: settleParts, at: { hour: 0, minute: 40 } },
];
