import type { Work } from "../db/unit-of-work.js";

/** Ids only: a job's payload is readable by whoever runs the queue. */
export type JobPayload = Record<string, string | number | boolean>;

/** Puts a job in the queue in this transaction: it runs when and only when the transaction commits. `onceKey` joins twins. */
export async function enqueue(
  work: Work,
  task: string,
  payload: JobPayload,
  onceKey: string | null = null,
): Promise<void> {
  await work.query(`select authz.enqueue($1, $2, $3)`, [task, JSON.stringify(payload), onceKey]);
}
