import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { hashSecret, newSecret } from "../../kernel/crypto/sealer.js";
import { roleNames, roleUrl } from "../../kernel/db/roles.js";
import pg from "pg";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { MATRIX } from "../matrix/index.js";
import { seedCodeApp } from "../second-factor.js";
import type { CodeApp } from "../second-factor.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed, SeededSeat } from "../seed.js";
import { testServer } from "../server.js";
import type { TestServer } from "../server.js";
import { testBrowser } from "../sign-in.js";
import type { TestBrowser } from "../sign-in.js";

// What somebody gets who has the first step of another's sign-in: their mailbox, or a cookie of a session that waits.

const GIVE = `mutation ($input: GiveSecondFactorInput!) { giveSecondFactor(input: $input) { viewer { seat { id } } problems { code } } }`;
const CONSUME = `mutation ($input: ConsumeSignInLinkInput!) { consumeSignInLink(input: $input) { viewer { account { id } } secondStep } }`;
const ACT_AS = `mutation ($input: ActAsInput!) { actAs(input: $input) { viewer { seats { id } } secondStep } }`;
const VIEWER = `{ viewer { account { id } } }`;

const OWN = new Set(["giveSecondFactor"]);

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, behindProxy: TestServer;
beforeAll(async () => {
  // the half minute stands still, so that a code is as old as the test says
  vi.useFakeTimers({ toFake: ["Date"] });
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  behindProxy = await testServer(database, { trustedProxies: 1 });
});
afterAll(async () => {
  vi.useRealTimers();
  await server.stop();
  await behindProxy.stop();
  await seed.close();
  await database.drop();
});
beforeEach(() => seed.client.query("delete from app.rate_limit"));

async function victim(): Promise<{ seat: SeededSeat; app: CodeApp }> {
  const seat = await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId: world.chapters.own });
  return { seat, app: await seedCodeApp(seed, seat.accountId) };
}
async function halfIn(seat: SeededSeat, from: string | null = null, aal = 1): Promise<TestBrowser> {
  const browser = testBrowser(from ? behindProxy : server, from ? { "x-forwarded-for": from } : {});
  browser.jar.set("__Host-s", await seed.session(seat.accountId, seat.seatId, { aal }));
  return browser;
}
const give = async (browser: TestBrowser, code: string, kind = "TOTP") => {
  const { code: error, data } = await browser.run<{ giveSecondFactor: { problems: { code: string }[] } }>(GIVE, {
    input: { key: randomUUID(), kind, code },
  });
  return error ?? data!.giveSecondFactor.problems[0]?.code ?? "IN";
};

test("a session that waits for its second step gets what nobody gets, at every root field", async () => {
  const { seat } = await victim();
  const differ: string[] = [];
  for (const line of MATRIX) {
    // the way on is the one door that tells it from nobody, and it asks for the code
    if (line.field === "giveSecondFactor") continue;
    const secret = await seed.session(seat.accountId, seat.seatId);
    const variables = await line.arrange(
      { seed, federation: world, server },
      { name: "leader", seat: { ...seat, secret } },
    );
    const answer = await server.run<Record<string, unknown>>({ secret }, line.document, variables);
    const got =
      answer.errors?.[0]?.extensions.code ?? (line.reached?.(answer.data!, variables) === false ? "NOT_FOUND" : "OK");
    if (got !== (line.except.none ?? line.otherwise)) differ.push(`${line.field}: ${got}`);
  }
  expect(differ).toEqual([]);
}, 120_000);

test("nor in the database itself, whatever it is asked as that session", async () => {
  const { seat } = await victim();
  const secret = await seed.session(seat.accountId, seat.seatId);
  const client = new pg.Client({
    connectionString: roleUrl(database.adminUrl, database.secret, roleNames(database.rolePrefix).app),
  });
  await client.connect();
  try {
    await client.query("begin");
    await client.query(`set local app.session = '${hashSecret(secret).toString("hex")}'`);
    const { rows } = await client.query<Record<string, unknown>>(
      "select authz.uid() as uid, authz.seat_id() as seat, authz.units('MEMBER_READ') as units, authz.organization('UNIT_READ') as org, authz.stepped_up('1 hour') as up",
    );
    expect(rows).toEqual([{ uid: null, seat: null, units: [], org: null, up: false }]);
    const tables = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app'
        where c.relkind in ('r', 'p') and has_any_column_privilege(c.oid, 'select') and c.relname not in ('schema_migration')`,
    );
    expect(tables.rows.length).toBeGreaterThan(30);
    const seen: string[] = [];
    for (const { name } of tables.rows) {
      const { rows: found } = await client.query<{ n: number }>(`select count(*)::int as n from app.${name}`);
      if (found[0]!.n > 0) seen.push(name);
    }
    expect(seen).toEqual([]);
  } finally {
    await client.end();
  }
});

test("a seat whose organization asks for a factor gets, without one, what a seat that is over gets, at every root field", async () => {
  await seed.client.query("update app.organization set second_factor = '{CHAPTER_LEADER}' where id = $1", [
    world.organizationId,
  ]);
  // those who sat before have their two weeks: they arrange what is asked for
  const asked = await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId: world.chapters.own });
  const differ: string[] = [];
  for (const line of MATRIX) {
    // the way on, and what is about oneself and no seat
    if (OWN.has(line.field)) continue;
    const variables = await line.arrange({ seed, federation: world, server }, { name: "expired", seat: asked });
    const secret = await seed.session(asked.accountId, asked.seatId);
    const answer = await server.run<Record<string, unknown>>({ secret }, line.document, variables);
    const got =
      answer.errors?.[0]?.extensions.code ?? (line.reached?.(answer.data!, variables) === false ? "NOT_FOUND" : "OK");
    if (got !== (line.except.expired ?? line.otherwise)) differ.push(`${line.field}: ${got}`);
  }
  await seed.client.query("update app.organization set second_factor = '{}' where id = $1", [world.organizationId]);
  expect(differ).toEqual([]);
}, 120_000);

test("it cannot change seat, and is told the names of none", async () => {
  const { seat } = await victim();
  const thief = await halfIn(seat);
  const answer = await thief.run(ACT_AS, { input: { key: randomUUID(), seatId: seat.seatId } });
  expect(answer.code).toBe("UNAUTHENTICATED");
});

test("an invitation mail that was passed on waits for the second step as well", async () => {
  const { seat } = await victim();
  const thief = await halfIn(seat, null, 0);
  expect((await thief.run<{ viewer: object | null }>(VIEWER)).data!.viewer).toBeNull();
});

test("a code of another account, an older one and one that was taken are worth nothing", async () => {
  const { seat, app } = await victim();
  const other = await victim();
  const browser = await halfIn(seat);
  expect(await give(browser, other.app.code())).toBe("INVALID");
  expect(await give(browser, app.code(-2))).toBe("INVALID");
  expect(await give(browser, app.code(2))).toBe("INVALID");
  expect(await give(await halfIn(seat), app.code())).toBe("IN");
  expect(await give(browser, app.code())).toBe("INVALID");
  // nor the one before it, which the clock's grace would take
  expect(await give(browser, app.code(-1))).toBe("INVALID");
});

test("of eight who give the same right code at once, one comes in", async () => {
  const { seat, app } = await victim();
  const browsers = await Promise.all(Array.from({ length: 8 }, () => halfIn(seat)));
  const code = app.code();
  const got = await Promise.all(browsers.map((browser) => give(browser, code)));
  expect(got.filter((one) => one === "IN")).toHaveLength(1);
});

test("guesses from everywhere share a number, and recovery codes stay open", async () => {
  const { seat, app } = await victim();
  const guess = async (n: number) => give(await halfIn(seat, `198.51.100.${n}`), "000000");
  const got = await Promise.all(Array.from({ length: 16 }, (_, n) => guess(n)));
  expect(got.filter((one) => one === "RATE_LIMITED")).toHaveLength(6);
  expect(await give(await halfIn(seat, "198.51.100.77"), app.code())).toBe("RATE_LIMITED");
  expect(await give(await halfIn(seat, "198.51.100.78"), "00000-00000", "RECOVERY_CODE")).toBe("INVALID");
});

test("who gave the code from here before comes in while strangers guess", async () => {
  const { seat, app } = await victim();
  expect(await give(await halfIn(seat, "203.0.113.9"), app.code(-1))).toBe("IN");
  await Promise.all(Array.from({ length: 14 }, async (_, n) => give(await halfIn(seat, `198.51.100.${n}`), "000000")));
  expect(await give(await halfIn(seat, "198.51.100.99"), app.code())).toBe("RATE_LIMITED");
  expect(await give(await halfIn(seat, "203.0.113.9"), app.code())).toBe("IN");
});

test("having signed in by mail from here is not having given the factor from here", async () => {
  const { seat, app } = await victim();
  const [token, own] = [newSecret(), newSecret()];
  await seed.rows("sign_in_request", {
    id: randomUUID(),
    account_id: seat.accountId,
    browser_hash: hashSecret(own),
    token_hash: hashSecret(token),
    expires_at: new Date(Date.now() + 600_000),
  });
  const thief = testBrowser(behindProxy, { "x-forwarded-for": "198.51.100.5" });
  thief.jar.set("__Host-b", own);
  const came = await thief.run<{ consumeSignInLink: { viewer: object | null; secondStep: boolean } }>(CONSUME, {
    input: { key: randomUUID(), token },
  });
  expect(came.data!.consumeSignInLink).toEqual({ viewer: null, secondStep: true });
  await Promise.all(
    Array.from({ length: 10 }, async (_, n) => give(await halfIn(seat, `198.51.100.${n + 50}`), "000000")),
  );
  expect(await give(thief, app.code())).toBe("RATE_LIMITED");
});

test("a session that is over, and no session at all, are asked for no code", async () => {
  const { seat, app } = await victim();
  const gone = testBrowser(server);
  gone.jar.set("__Host-s", await seed.session(seat.accountId, seat.seatId, { revoked_at: new Date() }));
  expect(await give(gone, app.code())).toBe("UNAUTHENTICATED");
  expect(await give(testBrowser(server), app.code())).toBe("UNAUTHENTICATED");
});

test("an account without a factor is not lifted by a made-up one", async () => {
  const seat = await seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own });
  const browser = await halfIn(seat);
  expect(await give(browser, "000000")).toBe("INVALID");
  expect(await give(browser, "", "RECOVERY_CODE")).toBe("INVALID");
  const { rows } = await seed.client.query("select aal from app.session where account_id = $1 and aal > 1", [
    seat.accountId,
  ]);
  expect(rows).toEqual([]);
});
