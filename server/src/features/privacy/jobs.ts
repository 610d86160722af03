import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";
import { keepRetention } from "./retention.js";

/** Nightly, after what has expired is cleared: each organization in a transaction of its own. */
async function retention(_payload: JobPayload, context: JobContext): Promise<void> {
  for (const organizationId of await organizationIds(context)) {
    if (context.signal.aborted) return;
    await keepRetention(context, organizationId, { carryOut: true });
  }
}

export const PRIVACY_JOBS: readonly JobDefinition[] = [
  { task: "retention", run: retention, at: { hour: 4, minute: 0 } },
];
