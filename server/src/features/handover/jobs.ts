import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";

/** A draft nobody has touched for so long is forgotten: it holds addresses of people who were never invited. */
export const DRAFT_DAYS = 90;

async function forgetHandoverDrafts(_payload: JobPayload, context: JobContext): Promise<void> {
  for (const organizationId of await organizationIds(context)) {
    await inOrganization(context, organizationId, "JOB_RETENTION", (work) =>
      work.query(
        `delete from app.handover where organization_id = $1 and state = 'DRAFT' and changed_at < now() - interval '${DRAFT_DAYS} days'`,
        [organizationId],
      ),
    );
  }
}

export const HANDOVER_JOBS: readonly JobDefinition[] = [
  { task: "forgetHandoverDrafts", run: forgetHandoverDrafts, at: { hour: 3, minute: 35 } },
];
