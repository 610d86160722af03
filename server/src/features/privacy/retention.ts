import type { JobContext } from "../../kernel/jobs/job.js";
import { inJob, inOrganization } from "../../kernel/jobs/job.js";

/** How much of one kind has done its time. */
export type Due = { kind: string; n: number };

/** What is due in an organization; with `carryOut` it is also done: the old tasks in parts, each in a transaction of its own. */
export async function keepRetention(
  context: Pick<JobContext, "job">,
  organizationId: string,
  { carryOut }: { carryOut: boolean },
): Promise<Due[]> {
  const once = () =>
    inOrganization(context, organizationId, "JOB_RETENTION", (work) =>
      work.query<Due>(
        `select kind, n from authz.retention($1) union all select kind, n from authz.forget_board_talk($1)
         union all select kind, n from authz.forget_contacts($1)`,
        [carryOut],
      ),
    );
  const tasks = (found: Due[]) => found.find(({ kind }) => kind === "JOURNEY")?.n ?? 0;
  const due = await once();
  let left = carryOut ? tasks(due) : 0;
  while (left > 0) {
    const rest = tasks(await once());
    // none that went: what is left is not ours to take
    if (rest >= left) break;
    left = rest;
  }
  return due;
}

/** What the nightly clearing has before it in the installation: sign-ins, receipts, logs of mail. */
export const expired = (context: Pick<JobContext, "job">): Promise<Due[]> =>
  inJob(context, (work) => work.query<Due>(`select kind, n from authz.expired_counts()`));
