import chromium from "@sparticuz/chromium";
import pg from "pg";
import { type Browser, type BrowserContext, chromium as playwright } from "playwright-core";
import { readEnv } from "../env.js";
import { createLogger } from "../kernel/log.js";
import { startServer } from "../main.js";
import { PATIENCE_MS } from "./constants.js";
import { demoDatabase, type TestDatabase } from "./database.js";

export type { BrowserContext, Page, Request } from "playwright-core";

/** The whole product as people meet it: the built web app, the server with its worker, the demo, a real browser. */
export type BrowserApp = {
  readonly url: string;
  readonly browser: Browser;
  /** A browser of somebody's own, nobody signed in; 390 x 844 is a phone, 1280 x 800 a desk. */
  visitor(width: number, height: number): Promise<BrowserContext>;
  /** The owner's own hand in the database: for what no page can make or show. */
  sql<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
};

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

/** The browser of every test. */
export const launchBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    // the package's own flags are for one page in a small container: in a single process, closing a visitor ends it all
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    headless: true,
    // the run's own signal handling ends the browser with everything else
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });

let shared: Promise<Browser> | null = null;

/** The browser of this worker's test files, one after the other; it ends with the worker, whose pipe it hangs on. */
export const sharedBrowser = async (): Promise<Browser> => {
  if (shared && !(await shared).isConnected()) shared = null;
  shared ??= launchBrowser();
  return shared;
};

/** Whatever a test file left open in it. */
export const closeVisitors = async (browser: Browser): Promise<void> => {
  for (const context of browser.contexts()) await context.close();
};

/** Starts everything on a database of its own, with `more` in its environment. Close it in `afterAll`. */
export const browserApp = async (more: Record<string, string> = {}): Promise<BrowserApp> => {
  const database = await demoDatabase();
  const server = await serve(database, more).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
  const owner = new pg.Client({ connectionString: database.adminUrl });
  await owner.connect();
  const close = async () => {
    await owner.end();
    await server.stop();
    await database.drop();
  };
  try {
    const browser = await sharedBrowser();
    return {
      url: server.url,
      browser,
      visitor: (width, height) =>
        browser.newContext({
          baseURL: server.url,
          viewport: { width, height },
          locale: "nb-NO",
          timezoneId: "Europe/Oslo",
        }),
      sql: async <Row>(text: string, values: unknown[] = []) => (await owner.query(text, values)).rows as Row[],
      close: async () => {
        await closeVisitors(browser);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};
