import { type OpenDatabase, openDatabase } from "../embedded/open-database.js";
import type { Env } from "../env.js";
import type { CommandContext } from "./command.js";
import { settingsFor } from "./settings.js";

/** Runs `work` on the database, borrowed from a running start or started for as long as the work takes. */
export const withDatabase = async <T>(
  { hostEnv, note }: Pick<CommandContext, "hostEnv" | "note">,
  work: (env: Env, database: OpenDatabase) => Promise<T>,
): Promise<T> => {
  const database = await openDatabase({ hostEnv, whenRunning: "share", log: note });
  try {
    return await work(settingsFor(hostEnv, database), database);
  } finally {
    await database.close();
  }
};

/** Brings the schema to head, saying what was done. */
export const migrateNow = async (env: Env, note: (line: string) => void): Promise<string[]> => {
  const { migrate } = await import("../migrations/migrate.js");
  const { applied } = await migrate({
    adminUrl: env.databaseUrl,
    secret: env.secret,
    rolePrefix: env.rolePrefix,
    log: (line) => note(`· Migration ${line}`),
  });
  return applied;
};
