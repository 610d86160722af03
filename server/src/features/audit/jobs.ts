import type { JobDefinition } from "../../kernel/jobs/job.js";
import { inJob } from "../../kernel/jobs/job.js";
import { tellBulkRead } from "./tell-bulk-read.js";
import { auditHeads, sealAudit } from "./seal.js";

export const AUDIT_JOBS: readonly JobDefinition[] = [
  { task: "sealAudit", run: async (_payload, context) => void (await sealAudit(context)), every: 5 },
  {
    // to the log, which is kept elsewhere: who can rewrite the whole chain cannot rewrite what has left the database
    task: "tellAuditHeads",
    at: { hour: 5, minute: 0 },
    run: async (_payload, context) => {
      await sealAudit(context);
      await inJob(context, (work) => work.query("select authz.forget_readings()"));
      for (const head of await auditHeads(context)) context.log?.info(head, "audit head");
    },
  },
  { task: "tellBulkRead", run: tellBulkRead },
];
