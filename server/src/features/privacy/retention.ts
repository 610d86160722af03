import type { JobContext } from "../../kernel/jobs/job.js";
import { inJob, inOrganization } from "../../kernel/jobs/job.js";

/** How much of one kind has done its time. */
export type Due = { kind: string; n: number };

/** What is due in an organization; with `carryOut` it is also done, in one transaction. */
export const keepRetention = (
  context: Pick<JobContext, "job">,
  organizationId: string,
  { carryOut }: { carryOut: boolean },
): Promise<Due[]> =>
  inOrganization(context, organizationId, "JOB_RETENTION", (work) =>
    work.query<Due>(`select kind, n from authz.retention($1)`, [carryOut]),
  );

/** What the nightly clearing has before it in the installation: sign-ins, receipts, logs of mail. */
export const expired = (context: Pick<JobContext, "job">): Promise<Due[]> =>
  inJob(context, (work) => work.query<Due>(`select kind, n from authz.expired_counts()`));
