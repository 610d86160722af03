import { inJob, inOrganization } from "../../kernel/jobs/job.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import type { Head } from "./chain.js";

/** Lines sealed in one transaction. */
const AT_ONCE = 1000;

/** Seals what waits, of every organization, and says how many lines. Two at once seal each line once. */
export async function sealAudit(
  context: Pick<JobContext, "job"> & Partial<Pick<JobContext, "signal">>,
): Promise<number> {
  const [waiting] = await inJob(context, (work) =>
    work.query<{ ids: string[] }>("select authz.audit_unsealed() as ids"),
  );
  let sum = 0;
  for (const id of waiting!.ids) {
    let sealed = AT_ONCE;
    while (sealed === AT_ONCE && !context.signal?.aborted) {
      sealed = await inOrganization(context, id, "JOB_AUDIT", async (work) => {
        const [row] = await work.query<{ n: number }>("select authz.seal_audit($1) as n", [AT_ONCE]);
        return row!.n;
      });
      sum += sealed;
    }
  }
  return sum;
}

/** The columns of `authz.audit_heads()` as `Head`s. */
export const HEADS = `select organization_id as organization, seq::int as seq, sealed_at as "sealedAt", hash from authz.audit_heads()`;

/** The newest link of each organization that has one. */
export async function auditHeads(context: Pick<JobContext, "job">): Promise<Head[]> {
  return inJob(context, (work) => work.query<Head>(`${HEADS} where seq > 0`));
}
