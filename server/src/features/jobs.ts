import type { Env } from "../env.js";
import type { Installation } from "../kernel/graphql/context.js";
import type { Logger } from "../kernel/log.js";

export type Worker = { stop(): Promise<void> };

/** Runs the features' jobs until stopped. */
export async function startWorker(_options: { env: Env; installation: Installation; log: Logger }): Promise<Worker> {
  return { stop: async () => {} };
}
