import type { Door } from "./door.js";
import type { Work, WorkOptions } from "./unit-of-work.js";

/** Runs one transaction apart from a request's own: commits when `act` resolves, rolls back when it rejects. */
export async function runWork<T>(door: Door, options: WorkOptions, act: (work: Work) => Promise<T>): Promise<T> {
  const lazy = door.work(options);
  try {
    const result = await act(await lazy.open());
    await lazy.end("commit");
    return result;
  } catch (error) {
    await lazy.end("rollback");
    throw error;
  }
}

/** One transaction as the sign-in module's role, which no seat and no tenant row is reached through. */
export const inAuth = <T>(installation: { auth: Door }, act: (work: Work) => Promise<T>): Promise<T> =>
  runWork(installation.auth, { session: null, readOnly: false }, act);
