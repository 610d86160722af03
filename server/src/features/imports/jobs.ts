import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { idIn, inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";
import { evaluateTriggersSoon } from "../members/index.js";
import { APPLY_IMPORT_JOB } from "./import.service.js";
import { hex, memberPlace } from "./stage-row.js";

const TASK = "JOB_IMPORT";
/** Contacts sealed anew at a time. */
const BATCH = 1000;
// given up while it was being taken in: all of it is rolled back
const GIVEN_UP = "VA010";
// what trying again does not mend: two lines that exchange their numbers, a value the register refuses
const HOPELESS = /^23\d{3}$/;

type ToReseal = {
  line: number;
  sealed_for: string;
  member_id: string;
  email_ct: Buffer | null;
  mobile_ct: Buffer | null;
  guardian_ct: Buffer | null;
};

function resealed(sealer: Sealer, row: ToReseal): Record<string, unknown> {
  const anew = (column: "email" | "mobile" | "guardian", sealed: Buffer | null) =>
    sealed &&
    hex(sealer.seal(sealer.open(sealed, memberPlace(row.sealed_for, column)), memberPlace(row.member_id, column)));
  return {
    line: row.line,
    member_id: row.member_id,
    email_ct: anew("email", row.email_ct),
    mobile_ct: anew("mobile", row.mobile_ct),
    guardian_ct: anew("guardian", row.guardian_ct),
  };
}

/** Seals contacts of lines that are somebody we know for that member, a batch at a time. */
async function reseal(work: Work, sealer: Sealer, importId: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    if (signal.aborted) throw new Error("asked to stop");
    const rows = await work.query<ToReseal>(`select * from authz.import_to_reseal($1, $2)`, [importId, BATCH]);
    if (rows.length === 0) return;
    await work.query(`select authz.reseal_import($1, $2)`, [
      importId,
      JSON.stringify(rows.map((row) => resealed(sealer, row))),
    ]);
  }
}

/**
 * Takes an import into the register, all in one transaction: compared once more, since the register may have changed after the preview,
 * contacts sealed for whom they belong to, written. A crash leaves all as it was, and the job is run again.
 */
async function applyImport(payload: JobPayload, context: JobContext): Promise<void> {
  const [organizationId, importId] = [idIn(payload, "organizationId"), idIn(payload, "importId")];
  try {
    await inOrganization(context, organizationId, TASK, async (work) => {
      // one import of an organization at a time, and none twice
      await work.query(`select pg_advisory_xact_lock(hashtextextended('imports ' || $1, 0))`, [organizationId]);
      await work.query(`select pg_advisory_xact_lock(hashtextextended('import ' || $1, 0))`, [importId]);
      const waiting = await work.query(
        `select 1 from app.import where organization_id = $1 and id = $2 and state = 'APPLYING'`,
        [organizationId, importId],
      );
      if (waiting.length === 0) return;
      await work.query(`select authz.match_import($1)`, [importId]);
      await reseal(work, context.sealer, importId, context.signal);
      await work.query(`select authz.apply_import($1)`, [importId]);
      await evaluateTriggersSoon(work, organizationId);
    });
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (code === GIVEN_UP) return;
    if (!HOPELESS.test(code)) throw error;
    await inOrganization(context, organizationId, TASK, async (work) => {
      await work.query(
        `update app.import set state = 'FAILED', problem = '{"code": "STOPPED"}', changed_at = now(), rev = rev + 1
          where organization_id = $1 and id = $2 and state = 'APPLYING'`,
        [organizationId, importId],
      );
      await work.query(`select authz.empty_import($1)`, [importId]);
    });
  }
}

/** Nightly: what nobody decided about, and what has done its time. */
async function forgetImports(_payload: JobPayload, context: JobContext): Promise<void> {
  for (const organizationId of await organizationIds(context))
    await inOrganization(context, organizationId, TASK, (work) => work.query(`select authz.forget_imports()`));
}

export const IMPORT_JOBS: readonly JobDefinition[] = [
  { task: APPLY_IMPORT_JOB, run: applyImport },
  { task: "forgetImports", run: forgetImports, at: { hour: 3, minute: 55 } },
];
