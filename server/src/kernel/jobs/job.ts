import type { Door } from "../db/door.js";
import { runWork } from "../db/run-work.js";
import type { Work } from "../db/unit-of-work.js";
import type { Sealer } from "../crypto/sealer.js";
import type { Logger } from "../log.js";
import type { Mailer } from "../mail/mailer.js";
import type { JobPayload } from "./enqueue.js";

/** What a job is given. Tenant rows are reached through `inOrganization`, sign-in rows through `inAuth` of `kernel/db/run-work`. */
export type JobContext = {
  job: Door;
  auth: Door;
  /** for what is read with somebody's own rights, and never with a job's: an export that was ordered */
  app: Door;
  mailer: Mailer;
  sealer: Sealer;
  secret: string;
  mode: "demo" | "development" | "production";
  /** how people reach us, without a trailing slash: for links in mails */
  baseUrl: string;
  /** for facts that have to leave the database: no person's data. Absent where a test runs a job by itself */
  log?: Logger;
  /** aborted when the process is asked to stop: a long job ends at its next step and is run again */
  signal: AbortSignal;
};

/** When a job runs by itself: a time of day in Oslo, every day or on one weekday (0 is Sunday). */
export type OsloTime = { hour: number; minute: number; weekday?: number };

/**
 * One kind of job. It may be run more than once for the same payload (a crash after the work, a mail server that is
 * down), so it finds out what is left to do. A rejection is tried again, later and later, 25 times in some three days.
 */
export type JobDefinition = {
  task: string;
  /** `payload` holds ids only; a job by the clock gets an empty one */
  run(payload: JobPayload, context: JobContext): Promise<void>;
  at?: OsloTime;
  /** runs by itself every so many minutes; divides 60 */
  every?: number;
};

/** The text under `name` of a payload. Throws when there is none. */
export function idIn(payload: JobPayload, name: string): string {
  const value = payload[name];
  if (typeof value !== "string") throw new Error(`the payload has no ${name}`);
  return value;
}

/** One transaction as nobody: only what needs no rights, such as the list of organizations. */
export const inJob = <T>(context: Pick<JobContext, "job">, act: (work: Work) => Promise<T>): Promise<T> =>
  runWork(context.job, { session: null, readOnly: false }, act);

/** Every organization's id: a nightly job goes through them one by one. */
export async function organizationIds(context: Pick<JobContext, "job">): Promise<string[]> {
  const rows = await inJob(context, (work) => work.query<{ ids: string[] }>("select authz.job_organizations() as ids"));
  return rows[0]!.ids;
}

/** How long a minted session is used again: less than the ten minutes it lasts, by more than a transaction may take. */
const SESSION_MS = 300_000;

/** As `inOrganization`, for a job with thousands of transactions: one session an organization serves five minutes of them. */
export function organizationSessions(context: Pick<JobContext, "job">, task: `JOB_${string}`) {
  const minted = new Map<string, { hash: Promise<string>; until: number }>();
  return async <T>(organizationId: string, act: (work: Work) => Promise<T>): Promise<T> => {
    let session = minted.get(organizationId);
    if (!session || session.until < Date.now()) {
      const hash = inJob(context, async (work) => {
        const [row] = await work.query<{ hash: string }>("select authz.mint_job_session($1, $2) as hash", [
          organizationId,
          task,
        ]);
        return row!.hash;
      });
      session = { hash, until: Date.now() + SESSION_MS };
      minted.set(organizationId, session);
      hash.catch(() => minted.delete(organizationId));
    }
    return runWork(context.job, { session: await session.hash, readOnly: false, statementMs: 30_000 }, act);
  };
}

/**
 * One transaction in an organization with the rights of `task` (a `JOB_…` row of `role_cap`), under a session of ten
 * minutes minted for it. `work.viewer` is null: a job is no person. Throws when the organization is gone.
 */
export async function inOrganization<T>(
  context: Pick<JobContext, "job">,
  organizationId: string,
  task: `JOB_${string}`,
  act: (work: Work) => Promise<T>,
): Promise<T> {
  const [minted] = await inJob(context, (work) =>
    work.query<{ hash: string }>("select authz.mint_job_session($1, $2) as hash", [organizationId, task]),
  );
  return runWork(context.job, { session: minted!.hash, readOnly: false, statementMs: 30_000 }, act);
}
