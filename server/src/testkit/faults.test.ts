import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../embedded/cluster.js";
import { testDatabase } from "./database.js";
import type { TestDatabase } from "./database.js";
import { openSeed, seedFederation } from "./seed.js";
import type { Federation, Seed } from "./seed.js";

// The server is killed without warning while people send reports: whoever repeats with the same key loses nothing and does nothing twice.

const KILLS = 6;
const SENDERS = 4;
const EACH = 12;
const SAVE = `mutation ($input: SaveMeetingInput!) { saveMeeting(input: $input) { meeting { id rev } problems { code } } }`;
let database: TestDatabase, seed: Seed, federation: Federation, port: number, server: ChildProcess;

async function up(): Promise<void> {
  server = spawn(process.execPath, [fileURLToPath(new URL("../../../scripts/run.mjs", import.meta.url)), "start"], {
    stdio: "ignore",
    env: {
      PATH: "",
      DATABASE_URL: database.adminUrl,
      VARDE_SECRET: database.secret,
      VARDE_ROLE_PREFIX: database.rolePrefix,
      VARDE_MODE: "development",
      VARDE_WORKER: "off",
      PORT: String(port),
    },
  });
  for (let i = 0; i < 200; i++) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (ready?.ok) return;
    await pause(50);
  }
  throw new Error("the server did not come up");
}

/** sends until an answer comes, as the app does: same key, same content */
async function save(key: string, id: string): Promise<string> {
  const input = { key, id, rev: 0, kind: "GATHERING", heldOn: "2026-11-22" };
  for (let attempt = 0; attempt < 400; attempt++) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie: `__Host-s=${federation.board.secret}` },
        body: JSON.stringify({ query: SAVE, variables: { input } }),
      });
      const { data } = (await response.json()) as {
        data: { saveMeeting: { meeting: { id: string } | null; problems: unknown[] } } | null;
      };
      if (data?.saveMeeting.problems.length === 0) return data.saveMeeting.meeting!.id;
    } catch {
      // killed under us: the answer is lost, the work perhaps not
    }
    await pause(25);
  }
  throw new Error("no answer in time");
}

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  port = await freePort();
  await up();
});
afterAll(async () => {
  server.kill("SIGKILL");
  await seed.close();
  await database.drop();
});

test("killed six times under load: every report is there once", { timeout: 120_000 }, async () => {
  const wanted = Array.from({ length: SENDERS * EACH }, () => ({ key: uuidv7(), id: uuidv7() }));
  const senders = Array.from({ length: SENDERS }, async (_, s) => {
    for (const { key, id } of wanted.slice(s * EACH, (s + 1) * EACH)) {
      // a twin at the same moment, as a double tap makes
      expect(await Promise.all([save(key, id), save(key, id)])).toEqual([id, id]);
      await pause(60);
    }
  });
  for (let kill = 0; kill < KILLS; kill++) {
    await pause(150 + ((kill * 97) % 200));
    const gone = once(server, "exit");
    server.kill("SIGKILL");
    await gone;
    await up();
  }
  await Promise.all(senders);
  const made = await seed.client.query<{ id: string; rev: number }>(
    "select id, rev from app.meeting where chapter_id = $1",
    [federation.chapters.own],
  );
  expect(made.rows.map((row) => row.id).sort()).toEqual(wanted.map((one) => one.id).sort());
  expect(made.rows.every((row) => row.rev === 1)).toBe(true);
  const keys = await seed.client.query("select 1 from app.idempotency where operation = 'saveMeeting'");
  expect(keys.rowCount).toBe(wanted.length);
});
