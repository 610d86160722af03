import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import pg from "pg";
import { hashSecret } from "../../../kernel/crypto/sealer.js";
import { roleNames, roleUrl } from "../../../kernel/db/roles.js";
import { testDatabase } from "../../../testkit/database.js";
import type { TestDatabase } from "../../../testkit/database.js";
import { softPasskey } from "../../../testkit/passkey.js";
import { seedCodeApp } from "../../../testkit/second-factor.js";
import { openSeed, seedFederation } from "../../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../../testkit/seed.js";
import { testServer } from "../../../testkit/server.js";
import type { TestServer } from "../../../testkit/server.js";
import { testBrowser } from "../../../testkit/sign-in.js";
import type { TestBrowser } from "../../../testkit/sign-in.js";

const VIEWER = `{ viewer { seat { id } capabilities demand { seat { id } passkeyOnly from linkFirst } } }`;
const SET = `mutation ($input: SetSecondFactorInput!) { setSecondFactor(input: $input) { settings { rev passkeyOnly secondFactor { office from } changes { setting actorName } } problems { code } } }`;

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  await seed.client.query("delete from app.rate_limit");
  await seed.client.query("update app.organization set second_factor = '{}', passkey_only = false");
});

type Demand = { seat: { id: string }; passkeyOnly: boolean; from: string | null; linkFirst: boolean };
type Viewed = { viewer: { seat: { id: string } | null; capabilities: string[]; demand: Demand | null } };

const OFFICES = ["CHAPTER_BOARD", "CHAPTER_LEADER", "REGION", "NATIONAL"];
async function set(offices: string[] = OFFICES, passkeyOnly = false) {
  const { rows } = await seed.client.query<{ rev: number }>("select rev from app.organization where id = $1", [
    world.organizationId,
  ]);
  const input = { key: randomUUID(), rev: rows[0]!.rev, offices, passkeyOnly };
  type Answer = {
    settings: { secondFactor: { office: string; from: string }[]; changes: object[] };
    problems: object[];
  };
  return (await server.ask<{ setSecondFactor: Answer }>(world.admin, SET, { input })).setSecondFactor;
}
const board = (over: Record<string, unknown> = {}): Promise<SeededSeat> =>
  seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own }, over);
function browserOf(secret: string): TestBrowser {
  const browser = testBrowser(server);
  browser.jar.set("__Host-s", secret);
  return browser;
}
const look = async (browser: TestBrowser) => (await browser.run<Viewed>(VIEWER)).data!.viewer;
const input = (more: object = {}) => ({ input: { key: randomUUID(), ...more } });
async function addPasskey(browser: TestBrowser) {
  const begun = await browser.run<{ beginPasskey: { options: string } }>(
    `mutation ($input: BeginPasskeyInput!) { beginPasskey(input: $input) { options } }`,
    input(),
  );
  if (begun.code) return begun.code;
  const added = await browser.run<{ addPasskey: { problems: object[]; factors: { passkeys: { id: string }[] } } }>(
    `mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { factors { passkeys { id } } problems { code } } }`,
    input({ credential: softPasskey().make(begun.data!.beginPasskey.options) }),
  );
  return added.data!.addPasskey.factors.passkeys[0]!.id;
}
const giveCode = (browser: TestBrowser, kind: string, code: string) =>
  browser.run(
    `mutation ($input: GiveSecondFactorInput!) { giveSecondFactor(input: $input) { problems { code } } }`,
    input({ kind, code }),
  );

test("a seat given after it was asked is nothing until there is a factor, and then all it is", async () => {
  await set();
  const seat = await board();
  const browser = browserOf(seat.secret);
  expect(await look(browser)).toEqual({
    seat: null,
    capabilities: [],
    demand: { seat: { id: seat.seatId }, passkeyOnly: false, from: null, linkFirst: false },
  });
  await addPasskey(browser);
  expect(await look(browser)).toMatchObject({ seat: { id: seat.seatId }, demand: null });
  // a code app does as well
  const other = await board();
  const app = await seedCodeApp(seed, other.accountId);
  const half = browserOf(other.secret);
  expect(await look(half)).toBeNull();
  await giveCode(half, "TOTP", app.code());
  expect(await look(half)).toMatchObject({ seat: { id: other.seatId }, demand: null });
});

test("each office is asked for itself, mentors never", async () => {
  await set(["REGION"]);
  const { rows } = await seed.client.query<{ role: string; due: boolean }>(
    `select r as role, authz.factor_due(o.second_factor, o.second_factor_since, r, now()) is not null as due
       from app.organization o, unnest('{NATIONAL_ADMIN,NATIONAL_EDITOR,REGION_COORDINATOR,CHAPTER_LEADER,CHAPTER_BOARD,MENTOR}'::text[]) r where o.id = $1`,
    [world.organizationId],
  );
  expect(rows.filter(({ due }) => due).map(({ role }) => role)).toEqual(["REGION_COORDINATOR"]);
  await set();
  const mentor = await seed.seat(world.organizationId, "MENTOR", { chapterId: world.chapters.own });
  expect(await look(browserOf(mentor.secret))).toMatchObject({ seat: { id: mentor.seatId }, demand: null });
});

test("who sat before has fourteen days, and not a second more", async () => {
  const seat = await board();
  const { secondFactor } = (await set()).settings;
  const browser = browserOf(seat.secret);
  const { from } = secondFactor[0]!;
  expect(Date.parse(from) - Date.parse(new Date().toISOString().slice(0, 10))).toBeGreaterThanOrEqual(
    14 * 86_400_000 - 1,
  );
  expect(await look(browser)).toMatchObject({ seat: { id: seat.seatId }, demand: { from, passkeyOnly: false } });
  // as the days go, by the database's own clock
  const earlier = (days: number) =>
    seed.client.query(
      `update app.organization set second_factor_since = (select jsonb_object_agg(k, to_jsonb(now() - make_interval(days => $2))) from unnest(second_factor) k) where id = $1`,
      [world.organizationId, days],
    );
  await seed.client.query("update app.seat set created_at = now() - interval '1 year' where id = $1", [seat.seatId]);
  await earlier(13);
  expect((await look(browser)).seat).not.toBeNull();
  await earlier(14);
  expect(await look(browser)).toMatchObject({ seat: null, capabilities: [], demand: { from: null } });
});

test("asking anew begins anew, what stands goes on, and nobody writes an earlier day", async () => {
  await set(["NATIONAL"]);
  const since = async () =>
    (
      await seed.client.query<{ since: Record<string, string> }>(
        "select second_factor_since as since from app.organization where id = $1",
        [world.organizationId],
      )
    ).rows[0]!.since;
  const first = await since();
  await set(["NATIONAL", "REGION"]);
  expect((await since()).NATIONAL).toBe(first.NATIONAL);
  await set([]);
  expect(await since()).toEqual({});
  const { settings } = await set(["NATIONAL"]);
  expect((await since()).NATIONAL).not.toBe(first.NATIONAL);
  expect(settings.changes).toMatchObject([{ setting: "SECOND_FACTOR_CHANGED" }]);
  const client = new pg.Client({
    connectionString: roleUrl(database.adminUrl, database.secret, roleNames(database.rolePrefix).app),
  });
  await client.connect();
  try {
    await client.query("begin");
    await client.query(`set local app.session = '${hashSecret(world.admin.secret).toString("hex")}'`);
    await expect(client.query("update app.organization set second_factor_since = '{}'")).rejects.toThrow(/denied/);
  } finally {
    await client.end();
  }
});

test("a national administrator's code app is not enough where a passkey is asked; an editor's is", async () => {
  await set(OFFICES, true);
  const admin = await seed.seat(world.organizationId, "NATIONAL_ADMIN");
  const editor = await seed.seat(world.organizationId, "NATIONAL_EDITOR");
  const demanded = { seat: null, capabilities: [], demand: { passkeyOnly: true, from: null } };
  for (const seat of [admin, editor]) {
    const app = await seedCodeApp(seed, seat.accountId);
    const browser = browserOf(seat.secret);
    await giveCode(browser, "TOTP", app.code());
    const seen = await look(browser);
    if (seat === editor) expect(seen).toMatchObject({ seat: { id: seat.seatId }, demand: null });
    else {
      expect(seen).toMatchObject(demanded);
      // the code was given just now: the passkey can be added at once
      const passkey = await addPasskey(browser);
      expect(await look(browser)).toMatchObject({ seat: { id: seat.seatId }, demand: null });
      // and the last one stays, code app or not
      const removed = await browser.run<{ removePasskey: { problems: object[] } }>(
        `mutation ($input: RemovePasskeyInput!) { removePasskey(input: $input) { problems { code } } }`,
        input({ id: passkey }),
      );
      expect(removed.data!.removePasskey.problems).toEqual([{ code: "LOCKED" }]);
    }
  }
  // a session that gave the code alone, of who has a passkey too, is still not enough
  const app = await seedCodeApp(seed, (await seed.seat(world.organizationId, "NATIONAL_ADMIN")).accountId);
  expect(app.code()).toHaveLength(6);
});

test("the last factor of who must have one stays; one of two goes", async () => {
  await set();
  const seat = await board();
  const browser = browserOf(seat.secret);
  const passkey = await addPasskey(browser);
  const remove = async (id: string) =>
    (
      await browser.run<{ removePasskey: { problems: object[] } }>(
        `mutation ($input: RemovePasskeyInput!) { removePasskey(input: $input) { problems { code } } }`,
        input({ id }),
      )
    ).data!.removePasskey.problems;
  expect(await remove(passkey)).toEqual([{ code: "LOCKED" }]);
  await addPasskey(browser);
  expect(await remove(passkey)).toEqual([]);
  expect(await look(browser)).toMatchObject({ seat: { id: seat.seatId } });
});

test("whoever came by an invitation mail and sits elsewhere too is sent by their own mailbox first", async () => {
  await set();
  const seat = await board();
  const invited = browserOf(await seed.session(seat.accountId, seat.seatId, { aal: 0 }));
  expect(await look(invited)).toMatchObject({ seat: null, demand: { linkFirst: true } });
  expect(await addPasskey(invited)).toBe("STEP_UP_REQUIRED");
});
