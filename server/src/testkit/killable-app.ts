import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { freePort } from "../embedded/cluster.js";
import { type BrowserApp, closeVisitors, sharedBrowser } from "./browser.js";
import { demoDatabase } from "./database.js";

/** The whole product, with the server in a process of its own that can be killed without warning and come up again. */
export type KillableApp = BrowserApp & { kill(): Promise<void>; up(): Promise<void> };

const SCRIPT = fileURLToPath(new URL("../../../scripts/run.mjs", import.meta.url));

export async function killableApp(): Promise<KillableApp> {
  const database = await demoDatabase();
  const { adminUrl, secret, rolePrefix } = database;
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let server: ChildProcess | null = null;

  async function up(): Promise<void> {
    server = spawn(process.execPath, [SCRIPT, "start"], {
      stdio: "ignore",
      env: {
        PATH: "",
        DATABASE_URL: adminUrl,
        VARDE_SECRET: secret,
        VARDE_ROLE_PREFIX: rolePrefix,
        VARDE_MODE: "demo",
        VARDE_WORKER: "off",
        PORT: String(port),
      },
    });
    for (let i = 0; i < 400; i++) {
      const ready = await fetch(`${url}/readyz`).catch(() => null);
      if (ready?.ok) return;
      await pause(50);
    }
    throw new Error("the server did not come up");
  }
  async function kill(): Promise<void> {
    if (!server) return;
    const gone = once(server, "exit");
    server.kill("SIGKILL");
    await gone;
    server = null;
  }

  await up();
  const owner = new pg.Client({ connectionString: adminUrl });
  await owner.connect();
  const browser = await sharedBrowser();
  return {
    url,
    browser,
    kill,
    up,
    visitor: (width, height) =>
      browser.newContext({
        baseURL: url,
        viewport: { width, height },
        locale: "nb-NO",
        timezoneId: "Europe/Oslo",
      }),
    sql: async <Row>(text: string, values: unknown[] = []) => (await owner.query(text, values)).rows as Row[],
    async close() {
      await closeVisitors(browser);
      await owner.end();
      await kill();
      await database.drop();
    },
  };
}
