import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWorker } from "../../features/jobs.js";
import { createLogger } from "../../kernel/log.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed } from "../seed.js";
import { testServer } from "../server.js";
import type { TestServer } from "../server.js";
import { testBrowser } from "../sign-in.js";
import { breakableWay } from "./cut-off.js";

// The database goes away under a running server, in every way it can; nobody is told more than «try again», and it recovers by itself.

const SAVE = `mutation ($input: SaveMeetingInput!) { saveMeeting(input: $input) { meeting { id rev } problems { code } } }`;
const LIST = "{ meetings(first: 1) { nodes { id } } }";
let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
let way: Awaited<ReturnType<typeof breakableWay>>;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  way = await breakableWay(database.adminUrl);
  server = await testServer(database, { databaseUrl: way.url }, createLogger("silent"), 1_500);
});
afterAll(async () => {
  await server.stop();
  await way.close();
  await seed.close();
  await database.drop();
});

const meeting = (over: object = {}) => ({
  key: uuidv7(),
  id: uuidv7(),
  rev: 0,
  kind: "GATHERING",
  heldOn: "2026-11-22",
  ...over,
});
const save = (input: object) => server.code(world.board, SAVE, { input });
const recovered = () => expect.poll(() => server.code(world.board, LIST), { timeout: 5_000 }).toBe("OK");

/** waits until a statement of the server's waits for a lock */
const isWaiting = () =>
  expect
    .poll(async () => {
      const { rowCount } = await seed.client.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and application_name like 'varde%'",
      );
      return rowCount ?? 0;
    })
    .toBeGreaterThan(0);

/** a change that waits in the database, while `meanwhile` happens to it */
async function caught(meanwhile: () => void | Promise<void>): Promise<{ code: string; input: object }> {
  const input = meeting();
  await save(input);
  const change = meeting({ id: input.id, rev: 1, title: "Ny" });
  await seed.client.query("begin");
  await seed.client.query("select 1 from app.meeting where id = $1 for update", [input.id]);
  const pending = save(change);
  await isWaiting();
  await meanwhile();
  const code = await pending;
  await seed.client.query("rollback");
  return { code, input: change };
}

describe("in the middle of a change", () => {
  const ended = () =>
    seed.client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'varde%'",
    );

  test.each<[string, () => unknown]>([
    ["every connection is ended by the database", ended],
    ["the network breaks", () => way.breakAll()],
    ["the lock is not to be had", () => {}],
  ])("%s: UNAVAILABLE, and the same again goes through", async (_how, happens) => {
    const { code, input } = await caught(async () => void (await happens()));
    expect(code).toBe("UNAVAILABLE");
    await expect.poll(() => save(input), { timeout: 5_000 }).toBe("OK");
    const kept = await seed.client.query("select rev from app.meeting where id = $1", [(input as { id: string }).id]);
    expect(kept.rows).toEqual([{ rev: 2 }]);
  });

  test("two wait for each other: one is told to try again, and the same again goes through", async () => {
    const [first, second] = [meeting(), meeting()];
    await save(first);
    await save(second);
    // ours holds the second and then wants the first, as a neighbour that takes them in the other order would
    await seed.client.query("begin; set local deadlock_timeout = '10s'");
    await seed.client.query("select 1 from app.meeting where id = $1 for update", [second.id]);
    const change = meeting({ id: second.id, rev: 1, title: "Ny" });
    const pending = save(change);
    await isWaiting();
    const { rows } = await seed.client.query<{ n: number }>(
      "select count(*)::int as n from app.idempotency where key = $1",
      [change.key],
    );
    expect(rows[0]!.n).toBe(0);
    // the key's row is what the server holds: wanting it closes the circle
    const circle = seed.client
      .query(
        "insert into app.idempotency (account_id, key, operation, request_hash) values ($1, $2, 'x', sha256('x'))",
        [world.board.accountId, change.key],
      )
      .then(
        () => "ours",
        (error: { code: string }) => error.code,
      );
    expect(await pending).toBe("UNAVAILABLE");
    expect(await circle).toBe("ours");
    await seed.client.query("rollback");
    expect(await save(change)).toBe("OK");
  });
});

test("the database is away and comes back: UNAVAILABLE at once, not ready, then as before", async () => {
  way.cut();
  const began = performance.now();
  expect(await server.code(world.board, LIST)).toBe("UNAVAILABLE");
  expect(await save(meeting())).toBe("UNAVAILABLE");
  const ask = `mutation ($input: RequestSignInLinkInput!) { requestSignInLink(input: $input) { done } }`;
  const browser = testBrowser(server);
  expect((await browser.run(ask, { input: { key: randomUUID(), email: "a@test.example" } })).code).toBe("UNAVAILABLE");
  expect(performance.now() - began).toBeLessThan(8_000);
  way.mend();
  await recovered();
});

test("all connections are taken: UNAVAILABLE within two seconds for all who wait, and then as before", async () => {
  const held = Array.from({ length: 20 }, () => server.installation.app.work({ session: null, readOnly: true }));
  await Promise.all(held.map((work) => work.open()));
  const began = performance.now();
  const codes = await Promise.all(Array.from({ length: 40 }, () => server.code(world.board, LIST)));
  expect(performance.now() - began).toBeLessThan(8_000);
  expect(new Set(codes)).toEqual(new Set(["UNAVAILABLE"]));
  await Promise.all(held.map((work) => work.end("commit")));
  expect(await server.code(world.board, LIST)).toBe("OK");
});

test("the worker goes on after the database was away", { timeout: 40_000 }, async () => {
  const { env, installation } = server;
  const worker = await startWorker({ env, installation, log: createLogger("silent") });
  const mails = async () => (await seed.client.query("select 1 from app.mailbox_message")).rowCount;
  const ask = async () => {
    const [id, email] = [randomUUID(), `${seed.unique()}@test.example`];
    await seed.account({
      id,
      email_ct: seed.sealer.seal(email, `account/${id}/email`),
      email_bidx: seed.sealer.blindIndex("account", email),
    });
    const query = `mutation ($input: RequestSignInLinkInput!) { requestSignInLink(input: $input) { done } }`;
    await expect
      .poll(async () => (await testBrowser(server).run(query, { input: { key: randomUUID(), email } })).code ?? "OK", {
        timeout: 5_000,
      })
      .toBe("OK");
  };
  await ask();
  await expect.poll(mails, { timeout: 10_000 }).toBe(1);
  // the mail is there a moment before the queue has written that its job is done
  const held = async () =>
    (await seed.client.query("select 1 from graphile_worker._private_jobs where locked_at is not null")).rowCount;
  await expect.poll(held).toBe(0);
  way.cut();
  expect(await server.code(world.board, LIST)).toBe("UNAVAILABLE");
  way.mend();
  await ask();
  await expect.poll(mails, { timeout: 20_000 }).toBe(2);
  await worker.stop();
});
