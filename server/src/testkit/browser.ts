import { readEnv } from "../env.js";
import { createLogger } from "../kernel/log.js";
import { startServer } from "../main.js";
import { PATIENCE_MS } from "./constants.js";
import { demoDatabase, type TestDatabase } from "./database.js";
import { type BrowserApp, type Stage, stageOf } from "./stage.js";

export type { BrowserContext, Page, Request } from "playwright-core";
export type { BrowserApp } from "./stage.js";

const serve = async (database: TestDatabase, more: Record<string, string>) => {
  const { adminUrl, secret, rolePrefix } = database;
  const env = readEnv({
    VARDE_MODE: "demo",
    DATABASE_URL: adminUrl,
    VARDE_SECRET: secret,
    VARDE_ROLE_PREFIX: rolePrefix,
    PORT: "0",
    ...more,
  });
  return startServer({ env, log: createLogger("warn"), patienceMs: PATIENCE_MS });
};

/**
 * Starts everything on a database of its own, with `more` in its environment and what the tests have `prepared` in it. Close
 * it in `afterAll`.
 */
export const browserApp = async (
  more: Record<string, string> = {},
  prepared?: (app: BrowserApp) => Promise<void>,
): Promise<BrowserApp> => {
  const begin = async (): Promise<Stage> => {
    const database = await demoDatabase();
    const server = await serve(database, more).catch(async (error: unknown) => {
      await database.drop();
      throw error;
    });
    return {
      url: server.url,
      adminUrl: database.adminUrl,
      end: async () => {
        await server.stop();
        await database.drop();
      },
    };
  };
  return (await stageOf(begin, prepared)).app;
};
