import pg from "pg";
import type { Browser, BrowserContext } from "playwright-core";
import { closeVisitors, sharedBrowser } from "./chromium.js";

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

/** A server and the database that it alone stands on; `end` removes both. */
export type Stage = { readonly url: string; readonly adminUrl: string; end(): Promise<void> };

const standing = new Set<{ renew(): Promise<void> }>();

/** Begins anew with a new database everywhere: what a first try changed is not there for the second. */
export async function beginAnew(): Promise<void> {
  for (const stage of standing) await stage.renew();
}

/** A stage that can be begun anew, what the tests of a file have `prepared` on it too. */
export async function stageOf<One extends Stage>(
  begin: () => Promise<One>,
  prepared: (app: BrowserApp) => Promise<void> = async () => undefined,
): Promise<{ app: BrowserApp; now: () => One }> {
  const browser = await sharedBrowser();
  const open = async () => {
    const one = await begin();
    const owner = new pg.Client({ connectionString: one.adminUrl });
    try {
      await owner.connect();
    } catch (error) {
      await one.end();
      throw error;
    }
    return { one, owner };
  };
  let here = await open();
  const end = async (): Promise<void> => {
    await closeVisitors(browser);
    await here.owner.end();
    await here.one.end();
  };
  const app: BrowserApp = {
    get url() {
      return here.one.url;
    },
    browser,
    visitor: (width, height) =>
      browser.newContext({
        baseURL: here.one.url,
        viewport: { width, height },
        locale: "nb-NO",
        timezoneId: "Europe/Oslo",
      }),
    sql: async <Row>(text: string, values: unknown[] = []) => (await here.owner.query(text, values)).rows as Row[],
    async close() {
      standing.delete(renewable);
      await end();
    },
  };
  const renewable = {
    async renew() {
      await end();
      here = await open();
      await prepared(app);
    },
  };
  standing.add(renewable);
  try {
    await prepared(app);
  } catch (error) {
    await app.close();
    throw error;
  }
  return { app, now: () => here.one };
}
