import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../embedded/cluster.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed } from "../seed.js";

// The server is asked to stop while people work: what it has begun it finishes, and it leaves by itself.

const SAVE = `mutation ($input: SaveMeetingInput!) { saveMeeting(input: $input) { meeting { id rev } problems { code } } }`;
let database: TestDatabase, seed: Seed, world: Federation, port: number, server: ChildProcess;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  port = await freePort();
  server = spawn(process.execPath, [fileURLToPath(new URL("../../../../scripts/run.mjs", import.meta.url)), "start"], {
    stdio: "ignore",
    env: {
      PATH: "",
      DATABASE_URL: database.adminUrl,
      VARDE_SECRET: database.secret,
      VARDE_ROLE_PREFIX: database.rolePrefix,
      VARDE_MODE: "development",
      PORT: String(port),
    },
  });
});
afterAll(async () => {
  server.kill("SIGKILL");
  await seed.close();
  await database.drop();
});

type Ending = "OK" | "REFUSED" | string;

/** one request on a connection of its own: answered, or turned away at the door before it was read */
function save(input: object): Promise<Ending> {
  return new Promise((resolve) => {
    const headers = { "content-type": "application/json", cookie: `__Host-s=${world.board.secret}` };
    const sent = request(
      { method: "POST", host: "127.0.0.1", port, path: "/graphql", agent: false, headers },
      (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("error", () => resolve("BROKEN"));
        response.on("end", () => {
          const { data } = JSON.parse(text) as { data: { saveMeeting: { problems: unknown[] } } | null };
          resolve(data?.saveMeeting.problems.length === 0 ? "OK" : text);
        });
      },
    );
    // also when the door shut between the knock and the word: that nothing was done is counted below
    sent.on("error", (error: NodeJS.ErrnoException) =>
      resolve(/^ECONN(REFUSED|RESET)$/.test(error.code ?? "") ? "REFUSED" : "BROKEN"),
    );
    sent.end(JSON.stringify({ query: SAVE, variables: { input } }));
  });
}
const meeting = (over: object = {}) => ({
  key: uuidv7(),
  id: uuidv7(),
  rev: 0,
  kind: "GATHERING",
  heldOn: "2026-11-22",
  ...over,
});

test(
  "asked to stop under load: all that was begun is answered, the rest is refused at the door, and it leaves in peace",
  { timeout: 120_000 },
  async () => {
    const isReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok ?? false;
    await expect.poll(isReady, { timeout: 60_000 }).toBe(true);
    const slow = meeting();
    expect(await save(slow)).toBe("OK");
    await seed.client.query("begin");
    await seed.client.query("select 1 from app.meeting where id = $1 for update", [slow.id]);
    const underWay = save(meeting({ id: slow.id, rev: 1, title: "Ny" }));
    await expect
      .poll(
        async () =>
          (
            await seed.client.query(
              "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
            )
          ).rowCount,
      )
      .toBe(1);

    let refused = false;
    const endings: Ending[] = [];
    const workers = Array.from({ length: 4 }, async () => {
      while (!refused) {
        const ending = await save(meeting());
        endings.push(ending);
        refused ||= ending !== "OK";
      }
    });
    await expect.poll(() => endings.length).toBeGreaterThan(20);
    const gone = once(server, "exit");
    server.kill("SIGTERM");
    await Promise.all(workers);
    // the door is shut; what waits for a lock still has its answer to come
    await pause(200);
    await seed.client.query("rollback");
    expect(await underWay).toBe("OK");
    const [code, signal] = (await gone) as [number | null, string | null];
    expect([code, signal]).toEqual([0, null]);
    expect([...new Set(endings)].sort()).toEqual(["OK", "REFUSED"]);
    const kept = await seed.client.query("select 1 from app.meeting where chapter_id = $1", [world.chapters.own]);
    expect(kept.rowCount).toBe(endings.filter((ending) => ending === "OK").length + 1);
  },
);
