import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../embedded/cluster.js";
import { demoDatabase } from "./database.js";
import { type BrowserApp, type Stage, stageOf } from "./stage.js";

type Killable = { kill(): Promise<void>; up(): Promise<void> };
/** The whole product, with the server in a process of its own that can be killed without warning and come up again. */
export type KillableApp = BrowserApp & Killable;

const SCRIPT = fileURLToPath(new URL("../../../scripts/run.mjs", import.meta.url));

async function begin(): Promise<Stage & Killable> {
  const database = await demoDatabase();
  const { adminUrl, secret, rolePrefix } = database;
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let server: ChildProcess | null = null;

  /** Comes up, if it is not up already. */
  async function up(): Promise<void> {
    server ??= spawn(process.execPath, [SCRIPT, "start"], {
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
    }).once("exit", () => {
      server = null;
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
  }

  const stage = {
    url,
    adminUrl,
    kill,
    up,
    async end() {
      await kill();
      await database.drop();
    },
  };
  await up().catch(async (error: unknown) => {
    await stage.end();
    throw error;
  });
  return stage;
}

export async function killableApp(): Promise<KillableApp> {
  const { app, now } = await stageOf(begin);
  return Object.assign(app, { kill: () => now().kill(), up: () => now().up() });
}
