import type { OpenDatabase } from "../embedded/open-database.js";
import type { HostEnv } from "../embedded/cluster.js";
import { type Env, readEnv } from "../env.js";
import { OperatorError } from "./operator-error.js";

/** The server's settings on an opened database. Without VARDE_MODE it is the demo: invented people, loopback only. */
export const settingsFor = (hostEnv: HostEnv, database: OpenDatabase, more: HostEnv = {}): Env => {
  try {
    return readEnv({
      VARDE_MODE: "demo",
      ...hostEnv,
      ...more,
      DATABASE_URL: database.adminUrl,
      VARDE_SECRET: database.secret,
    });
  } catch (error) {
    throw new OperatorError(`A setting is wrong: ${(error as Error).message}. See docs/operators.md.`);
  }
};
