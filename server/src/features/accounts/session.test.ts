import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashSecret, newSecret } from "../../kernel/crypto/sealer.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testBrowser } from "../../testkit/sign-in.js";
import { mintDemoSession } from "./cli.js";

const ACT_AS = `mutation ($input: ActAsInput!) { actAs(input: $input) { viewer { seat { id role } capabilities } problems { code } } }`;
const DEMO = `mutation ($input: SignInAsDemoInput!) { signInAsDemo(input: $input) { viewer { seat { id } seats { id unitName shortName organizationName } capabilities today } } }`;
const OUT = `mutation ($input: SignOutInput!) { signOut(input: $input) { done } }`;
const VIEWER = `{ viewer { account { id name language } seat { id } seats { id } capabilities digestEnabled } }`;
const OPTIONS = `{ signInOptions { demo mailbox demoPeople { seatKey name role unitName organizationName } } }`;

type ActAs = { actAs: { viewer: { seat: { id: string; role: string } } } };

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, demo: TestServer;
let demoSeat: SeededSeat;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  demo = await testServer(database, { mode: "demo" });
  const organizationId = await seed.organization({ demo: true });
  demoSeat = await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId: await seed.chapter(organizationId) });
  await seed.rows("demo_person", {
    organization_id: organizationId,
    seat_key: "leader",
    seat_id: demoSeat.seatId,
    position: 1,
  });
  await seed.rows("demo_person", {
    organization_id: federation.organizationId,
    seat_key: "real",
    seat_id: federation.admin.seatId,
    position: 1,
  });
});
afterAll(async () => {
  await demo.stop();
  await server.stop();
  await seed.close();
  await database.drop();
});

const signedIn = (seat: { secret: string }, at: TestServer = server) => {
  const browser = testBrowser(at);
  browser.jar.set("__Host-s", seat.secret);
  return browser;
};
const signInAsDemo = (browser: ReturnType<typeof testBrowser>, seatKey = "leader") =>
  browser.run<{ signInAsDemo: { viewer: { seat: { id: string } } } }>(DEMO, { input: { key: randomUUID(), seatKey } });
const actAs = (browser: ReturnType<typeof testBrowser>, seatId: string, key: string = randomUUID()) =>
  browser.run<ActAs>(ACT_AS, { input: { key, seatId } });
const rowOf = async (secret: string) =>
  (
    await seed.client.query<{ idle: number; hard: number; revoked_at: Date | null }>(
      `select extract(epoch from idle_until - now())::int as idle, extract(epoch from hard_exp - now())::int as hard, revoked_at from app.session where token_hash = $1`,
      [hashSecret(secret)],
    )
  ).rows[0];

describe("the cookie", () => {
  test("is for this host only, out of reach of scripts, over HTTPS, and lax", async () => {
    const { set } = await signInAsDemo(testBrowser(demo));
    expect(set).toHaveLength(2);
    expect(set[0]).toMatch(/^__Host-a=[0-9a-f-]{36}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Lax$/i);
    expect(set[1]).toMatch(/^__Host-s=[A-Za-z0-9_-]{43}; Max-Age=5184000; Path=\/; HttpOnly; Secure; SameSite=Lax$/i);
  });

  test("holds another secret after the sign-in than before, and the earlier session is dead", async () => {
    const browser = testBrowser(demo);
    const planted = newSecret();
    browser.jar.set("__Host-s", planted);
    await signInAsDemo(browser);
    const first = browser.jar.get("__Host-s")!;
    expect(first).not.toBe(planted);
    await signInAsDemo(browser);
    expect(browser.jar.get("__Host-s")).not.toBe(first);
    await expect(demo.ask({ secret: first }, VIEWER)).resolves.toEqual({ viewer: null });
    await expect(demo.ask({ secret: planted }, VIEWER)).resolves.toEqual({ viewer: null });
  });

  test("is worth nothing as the database keeps it", async () => {
    const stored = hashSecret(demoSeat.secret);
    for (const secret of [stored.toString("hex"), stored.toString("base64url")])
      await expect(demo.ask({ secret }, VIEWER)).resolves.toEqual({ viewer: null });
  });
});

describe("how long one stays in", () => {
  const DAY = 86_400;
  test.each([
    ["NATIONAL_ADMIN", {}, 1800, 12 * 3600],
    ["NATIONAL_EDITOR", {}, 1800, 12 * 3600],
    ["REGION_COORDINATOR", { region: true }, 3600, 12 * 3600],
    ["CHAPTER_LEADER", { chapter: true }, 14 * DAY, 60 * DAY],
    ["CHAPTER_BOARD", { chapter: true }, 14 * DAY, 60 * DAY],
    ["MENTOR", { chapter: true }, 14 * DAY, 60 * DAY],
  ] as const)("%s", async (role, unit, idle, hard) => {
    const at = {
      ...("region" in unit && { regionId: federation.regions.east }),
      ...("chapter" in unit && { chapterId: federation.chapters.own }),
    };
    const seat = await seed.seat(federation.organizationId, role, at);
    const browser = signedIn(seat);
    await actAs(browser, seat.seatId);
    const row = await rowOf(browser.jar.get("__Host-s")!);
    expect(Math.abs(row!.idle - idle)).toBeLessThan(10);
    expect(Math.abs(row!.hard - hard)).toBeLessThan(10);
  });

  test("ends when idle and when old, whatever the cookie says", async () => {
    const { accountId, seatId } = federation.leader;
    for (const column of ["idle_until", "hard_exp"]) {
      const secret = await seed.session(accountId, seatId, { [column]: new Date(Date.now() - 1000) });
      await expect(server.ask({ secret }, VIEWER)).resolves.toEqual({ viewer: null });
      await expect(server.code({ secret }, ACT_AS, { input: { key: randomUUID(), seatId } })).resolves.toBe(
        "UNAUTHENTICATED",
      );
    }
  });

  test("moves on with use, never past the hard end, and marks the day the seat was seen", async () => {
    const { accountId, seatId } = await seed.seat(federation.organizationId, "CHAPTER_BOARD", {
      chapterId: federation.chapters.own,
    });
    const secret = await seed.session(accountId, seatId, {
      idle_until: new Date(Date.now() + 60_000),
      hard_exp: new Date(Date.now() + 1_800_000),
    });
    await server.ask({ secret }, VIEWER);
    await expect.poll(async () => (await rowOf(secret))!.idle).toBeGreaterThan(1700);
    expect((await rowOf(secret))!.idle).toBeLessThanOrEqual(1800);
    await expect
      .poll(
        async () =>
          (await seed.client.query("select last_seen_on from app.seat where id = $1", [seatId])).rows[0].last_seen_on,
      )
      .not.toBeNull();
  });

  test("does not move when it moved within the minute", async () => {
    const secret = await seed.session(federation.leader.accountId, federation.leader.seatId);
    const before = await seed.client.query("select idle_until from app.session where token_hash = $1", [
      hashSecret(secret),
    ]);
    await server.ask({ secret }, VIEWER);
    await server.ask({ secret }, VIEWER);
    const after = await seed.client.query("select idle_until from app.session where token_hash = $1", [
      hashSecret(secret),
    ]);
    expect(after.rows).toEqual(before.rows);
  });
});

async function twoSeats() {
  const first = await seed.seat(federation.organizationId, "CHAPTER_LEADER", { chapterId: federation.chapters.own });
  const second = await seed.seat(
    federation.foreignOrganizationId,
    "NATIONAL_EDITOR",
    {},
    { account_id: first.accountId },
  );
  return { first, second };
}

describe("acting in another seat", () => {
  test("changes the rights and the secret; the old secret is dead at once", async () => {
    const { first, second } = await twoSeats();
    const browser = signedIn(first);
    const answer = await actAs(browser, second.seatId);
    expect(answer.data!.actAs).toMatchObject({ viewer: { seat: { role: "NATIONAL_EDITOR" } }, problems: [] });
    expect(browser.jar.get("__Host-s")).not.toBe(first.secret);
    await expect(server.ask(first, VIEWER)).resolves.toEqual({ viewer: null });
    expect((await browser.run(VIEWER)).data).toMatchObject({ viewer: { seat: { id: second.seatId } } });
  });

  test("the same request again, its answer lost, gives the same session again", async () => {
    const { first, second } = await twoSeats();
    const key = randomUUID();
    const [one, two] = [
      await actAs(signedIn(first), second.seatId, key),
      await actAs(signedIn(first), second.seatId, key),
    ];
    expect(two.data).toEqual(one.data);
    expect(two.set).toEqual(one.set);
    expect((await actAs(signedIn(first), second.seatId)).code).toBe("UNAUTHENTICATED");
  });

  test("a seat of somebody else, an ended one and a missing one are equally not there", async () => {
    for (const seatId of [federation.admin.seatId, federation.foreignAdmin.seatId, randomUUID(), "no-id"])
      expect((await actAs(signedIn(federation.board), seatId)).code).toBe("NOT_FOUND");
    const { expired } = federation;
    expect((await actAs(signedIn(expired), expired.seatId)).code).toBe("NOT_FOUND");
    await expect(server.ask(federation.board, VIEWER)).resolves.toMatchObject({
      viewer: { seat: { id: federation.board.seatId } },
    });
  });

  test("into a national seat asks for a new sign-in when the last was long ago", async () => {
    const { first, second } = await twoSeats();
    await seed.client.query("update app.session set created_at = now() - interval '13 hours' where token_hash = $1", [
      hashSecret(first.secret),
    ]);
    expect((await actAs(signedIn(first), second.seatId)).code).toBe("STEP_UP_REQUIRED");
    await expect(server.ask(first, VIEWER)).resolves.toMatchObject({ viewer: { seat: { id: first.seatId } } });
  });

  test("nobody can be signed out by a stranger's guess", async () => {
    expect((await actAs(testBrowser(server), federation.board.seatId)).code).toBe("UNAUTHENTICATED");
  });
});

describe("losing a seat", () => {
  test("loses the rights with the next request", async () => {
    const seat = await seed.seat(federation.organizationId, "NATIONAL_ADMIN");
    const CHECK = `{ viewer { seat { id } capabilities seats { id } } }`;
    await expect(server.ask(seat, CHECK)).resolves.toMatchObject({ viewer: { seat: { id: seat.seatId } } });
    await seed.client.query("update app.seat set valid_to = current_date where id = $1", [seat.seatId]);
    await expect(server.ask(seat, CHECK)).resolves.toEqual({ viewer: { seat: null, capabilities: [], seats: [] } });
  });

  test("a stopped account is nobody", async () => {
    const seat = await seed.seat(federation.organizationId, "NATIONAL_ADMIN");
    await seed.client.query("update app.account set stopped_at = now() where id = $1", [seat.accountId]);
    await expect(server.ask(seat, VIEWER)).resolves.toEqual({ viewer: null });
  });
});

describe("signing out", () => {
  test("ends the session in the database, clears the cookie and what the browser stored", async () => {
    const browser = signedIn({ secret: await seed.session(federation.leader.accountId, federation.leader.seatId) });
    const secret = browser.jar.get("__Host-s")!;
    const answer = await browser.run(OUT, { input: { key: randomUUID() } });
    expect(answer.set.join()).toMatch(/^__Host-s=; Max-Age=0/);
    expect(answer.headers.get("clear-site-data")).toBe('"cache"');
    await expect(server.ask({ secret }, VIEWER)).resolves.toEqual({ viewer: null });
    expect((await rowOf(secret))!.revoked_at).not.toBeNull();
  });

  test("twice, and signed out, is signed out", async () => {
    expect((await testBrowser(server).run(OUT, { input: { key: randomUUID() } })).data).toEqual({
      signOut: { done: true },
    });
  });
});

describe("the demo", () => {
  test("offers the people of demo organizations and signs in as them", async () => {
    const options = await demo.ask<{ signInOptions: { demoPeople: { seatKey: string }[] } }>(null, OPTIONS);
    expect(options.signInOptions).toMatchObject({ demo: true, mailbox: true });
    expect(options.signInOptions.demoPeople.map(({ seatKey }) => seatKey)).toEqual(["leader"]);
    const { data } = await signInAsDemo(testBrowser(demo));
    expect(data!.signInAsDemo.viewer.seat.id).toBe(demoSeat.seatId);
    expect((await signInAsDemo(testBrowser(demo), "real")).code).toBe("NOT_FOUND");
  });

  test.each(["production", "development"] as const)("does not exist in %s", async (mode) => {
    const other = await testServer(database, { mode });
    try {
      const answer = await signInAsDemo(testBrowser(other));
      expect(answer.set).toEqual([]);
      // production takes documents by hash only: not even asked
      expect(answer.code).toBe(mode === "production" ? "BAD_REQUEST" : "NOT_FOUND");
    } finally {
      await other.stop();
    }
    await expect(mintDemoSession({ env: { ...demo.env, mode }, seatKey: "leader" })).rejects.toThrow("demo");
  });

  test("hands a cookie to scripts", async () => {
    const { cookie } = await mintDemoSession({ env: demo.env, seatKey: "leader" });
    const secret = cookie.replace("__Host-s=", "");
    await expect(demo.ask({ secret }, VIEWER)).resolves.toMatchObject({ viewer: { seat: { id: demoSeat.seatId } } });
    await expect(mintDemoSession({ env: demo.env, seatKey: "nobody" })).rejects.toThrow();
  });
});
