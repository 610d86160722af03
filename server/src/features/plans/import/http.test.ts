import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLogger } from "../../../kernel/log.js";
import { testDatabase } from "../../../testkit/database.js";
import type { TestDatabase } from "../../../testkit/database.js";
import { openSeed, seedFederation } from "../../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../../testkit/seed.js";
import { testServer } from "../../../testkit/server.js";
import type { TestServer } from "../../../testkit/server.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
const heard: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database, {}, createLogger("trace", { write: (line: string) => void heard.push(line) }));
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const TABLE = "Aktivitet\tTiltak\nKanarisang\tRing";
const send = (seat: SeededSeat | null, body: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/plan-table`, {
    method: "POST",
    headers: {
      "content-type": "application/octet-stream",
      "x-varde-plan": "1",
      ...(seat ? { cookie: `__Host-s=${seat.secret}` } : {}),
      ...headers,
    },
    body,
  });

test("a board has its table read, and nobody else has anything read", async () => {
  const read = await send(world.leader, TABLE);
  expect(read.status).toBe(200);
  expect(read.headers.get("cache-control")).toBe("no-store");
  expect(await read.json()).toEqual({
    pieces: [
      {
        kind: "table",
        rows: [
          ["Aktivitet", "Tiltak"],
          ["Kanarisang", "Ring"],
        ],
      },
    ],
  });
  for (const [seat, status] of [
    [null, 401],
    [{ ...world.leader, secret: uuidv7() }, 401],
    [world.expired, 403],
    [world.mentor, 403],
    [world.coordinator, 403],
    [world.editor, 403],
    [world.admin, 403],
  ] as const)
    expect((await send(seat, TABLE)).status).toBe(status);
  expect((await send(world.leader, TABLE, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await send(world.leader, TABLE, { "content-type": "text/plain" })).status).toBe(415);
});

test("what cannot be read is said by its kind, and none of its words stand in a log", async () => {
  expect(await (await send(world.leader, "%PDF-kanari")).json()).toEqual({ problem: "PDF" });
  expect(await (await send(world.leader, "x".repeat(8 * 1024 * 1024))).json()).toEqual({ problem: "TOO_LARGE" });
  expect(heard.filter((line) => /kanari/i.test(line))).toEqual([]);
});

test("sixty an hour are read for one, and others are read meanwhile", async () => {
  for (let i = 0; i < 60; i++) expect((await send(world.board, "")).status).toBe(200);
  const more = await send(world.board, TABLE);
  expect(more.status).toBe(429);
  expect(await more.json()).toMatchObject({ errors: [{ extensions: { code: "RATE_LIMITED" } }] });
  expect((await send(world.leader, TABLE)).status).toBe(200);
});
