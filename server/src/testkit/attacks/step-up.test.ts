import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSchema } from "../../schema.js";
import { asksStepUp, policyOf } from "../../kernel/access/guard.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { GraphQLField } from "graphql";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { roleNames, roleUrl } from "../../kernel/db/roles.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { MATRIX } from "../matrix/index.js";
import type { Caller, MatrixLine } from "../matrix/line.js";
import { seedCodeApp } from "../second-factor.js";
import type { CodeApp } from "../second-factor.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed, SeededSeat } from "../seed.js";
import { testServer } from "../server.js";
import type { TestServer } from "../server.js";
import { testBrowser } from "../sign-in.js";

// What a browser left open gets: a session at level 2 of somebody who gave the factor eleven minutes ago.

const EXPORT = { "content-type": "application/json", "x-varde-export": "1" };

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
const seats = new Map<Caller, SeededSeat>();
const apps = new Map<string, CodeApp>();
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  for (const name of ["leader", "board", "mentor", "coordinator", "editor", "admin"] as const) {
    const seat = world[name];
    seats.set(name, seat);
    apps.set(seat.accountId, await seedCodeApp(seed, seat.accountId));
  }
  // those who prepare what is tried have just given theirs
  await seed.client.query("update app.session set aal = 2, stepup_at = now()");
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const factorGiven = (minutes: number) => ({ aal: 2, stepup_at: new Date(Date.now() - minutes * 60_000) });
const sessionOf = async (caller: Caller, minutes: number): Promise<SeededSeat> => {
  const seat = seats.get(caller)!;
  return { ...seat, secret: await seed.session(seat.accountId, seat.seatId, factorGiven(minutes)) };
};

async function mutations(): Promise<GraphQLField<unknown, Context>[]> {
  return Object.values((await createSchema()).getMutationType()!.getFields());
}

/** drafts of a board's handover, which nothing happens by */
const DRAFTS = ["saveHandover", "discardHandover"];
const DANGEROUS = ["SEAT_GRANT", "SEAT_GRANT_BOARD", "SETTINGS_WRITE", "MEMBER_RIGHTS"];

test("what grants, ends, exports, erases or sets anything for all carries the mark; what a phone queues does not", async () => {
  const marked = (await mutations()).filter(asksStepUp).map(({ name }) => name);
  const must = (await mutations())
    .filter((field) => {
      const policy = policyOf(field);
      return typeof policy === "object" && policy.anyOf.some((cap) => DANGEROUS.includes(cap));
    })
    .map(({ name }) => name)
    .filter((name) => !DRAFTS.includes(name));
  expect(must.length).toBeGreaterThan(20);
  const also = ["closeChapter", "closeRegion", "deleteMyAccount", "exportAuditTrail", "orderExport", "takeVotingList"];
  expect([...must, ...also].filter((name) => !marked.includes(name))).toEqual([]);
  // the acts of web/src/app/offline, sent by a phone that was in a pocket
  for (const name of ["deliverWork", "submitReport", "closeEmpty", "tickStep"]) expect(marked).not.toContain(name);
});

type Call = { line: MatrixLine; seat: SeededSeat; variables: Record<string, unknown>; dangerous: boolean };

/** every row of every table, but for what counts attempts and moves idle times on */
async function everything(): Promise<string> {
  const { rows } = await seed.client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'app' and tablename not in ('session', 'rate_limit') order by 1`,
  );
  const parts = rows.map(
    ({ name }) =>
      `select '${name}', coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from app.${name} t`,
  );
  const { rows: sums } = await seed.client.query(parts.join(" union all "));
  return JSON.stringify(sums);
}

test("a factor given eleven minutes ago is refused at every marked door with nothing written, and asked for at no other", async () => {
  const marked = new Set((await mutations()).filter(asksStepUp).map(({ name }) => name));
  const mutationLines = MATRIX.filter(({ document }) => document.trimStart().startsWith("mutation"));
  const calls: Call[] = [];
  for (const line of mutationLines) {
    const caller = [...seats.keys()].find((name) =>
      ["OK", "BAD_REQUEST"].includes(line.except[name] ?? line.otherwise),
    );
    // signing out or deleting oneself would end the seat the others act in; giving the factor is another matter
    if (caller === undefined || line.field === "signOut") continue;
    const seat = await sessionOf(caller, 11);
    const variables = await line.arrange({ seed, federation: world, server }, { name: caller, seat });
    calls.push({ line, seat, variables, dangerous: marked.has(line.field) });
  }
  const tried = new Set(calls.filter(({ dangerous }) => dangerous).map(({ line }) => line.field));
  expect([...marked].filter((name) => !tried.has(name))).toEqual([]);
  const ask = async ({ line, seat, variables }: Call) =>
    `${line.field}: ${await server.code(seat, line.document, variables)}`;
  const before = await everything();
  const answers = [];
  for (const call of calls.filter(({ dangerous }) => dangerous)) answers.push(await ask(call));
  expect(answers.filter((answer) => !answer.endsWith(": STEP_UP_REQUIRED"))).toEqual([]);
  expect(await everything()).toBe(before);
  const others = [];
  for (const call of calls.filter(({ dangerous }) => !dangerous)) others.push(await ask(call));
  expect(others.filter((answer) => answer.endsWith(": STEP_UP_REQUIRED"))).toEqual([]);
}, 60_000);

test("files want it too: the members' list, and what was ordered", async () => {
  const fetchAs = async (seat: SeededSeat, path: string, body: object) =>
    fetch(`${server.url}${path}`, {
      method: "POST",
      headers: { ...EXPORT, cookie: `__Host-s=${seat.secret}` },
      body: JSON.stringify(body),
    });
  const codeOf = async (response: Response) =>
    ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code;
  const list = await fetchAs(await sessionOf("leader", 11), "/export", {});
  expect([list.status, await codeOf(list)]).toEqual([403, "STEP_UP_REQUIRED"]);
  expect((await fetchAs(await sessionOf("leader", 9), "/export", {})).status).toBe(200);
  const order = { format: "ORDERED", orderId: randomUUID() };
  expect(await codeOf(await fetchAs(await sessionOf("admin", 11), "/export/standings", order))).toBe(
    "STEP_UP_REQUIRED",
  );
  expect(await codeOf(await fetchAs(await sessionOf("admin", 9), "/export/standings", order))).toBe("NOT_FOUND");
});

const GIVE = `mutation ($input: GiveSecondFactorInput!) { giveSecondFactor(input: $input) { viewer { account { id } } problems { code } } }`;

test("given again, the same act under the same key goes through, once; and another session's factor is worth nothing", async () => {
  const { document, arrange } = MATRIX.find(({ field }) => field === "inviteSeat")!;
  const leader = await sessionOf("leader", 11);
  const variables = await arrange({ seed, federation: world, server }, { name: "leader", seat: leader });
  const browser = testBrowser(server);
  browser.jar.set("__Host-s", leader.secret);
  // fresh, but in another browser
  await sessionOf("leader", 1);
  expect((await browser.run(document, variables)).code).toBe("STEP_UP_REQUIRED");
  const given = { key: randomUUID(), kind: "TOTP", code: apps.get(leader.accountId)!.code() };
  expect((await browser.run(GIVE, { input: given })).code).toBeUndefined();
  const first = await browser.run<{ inviteSeat: { problems: object[] } }>(document, variables);
  expect(first.data?.inviteSeat.problems).toEqual([]);
  expect((await browser.run(document, variables)).data).toEqual(first.data);
});

test("the database says no by itself, to whoever writes past the doors", async () => {
  const memberId = randomUUID();
  await seed.rows("member", {
    organization_id: world.organizationId,
    chapter_id: world.chapters.own,
    id: memberId,
    first_name: "Liv",
    joined_on: "2026-01-01",
    joined_chapter_on: "2026-01-01",
  });
  const client = new pg.Client({
    connectionString: roleUrl(database.adminUrl, database.secret, roleNames(database.rolePrefix).app),
  });
  await client.connect();
  const attempt = async (seat: SeededSeat, sql: string, values: unknown[]): Promise<string> => {
    await client.query("begin");
    try {
      await client.query(`set local app.session = '${hashSecret(seat.secret).toString("hex")}'`);
      await client.query(sql, values);
      return "DONE";
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.query("rollback");
    }
  };
  const { organizationId: org, chapters, board } = world;
  const audit = `insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, detail) values ($1, $2, authz.seat_id(), $3, 'Members', '{}')`;
  const tries: [Caller, string, unknown[]][] = [
    [
      "leader",
      `update app.seat set valid_to = authz.today() where organization_id = $1 and id = $2`,
      [org, board.seatId],
    ],
    ["admin", `update app.organization set suppression_k = 3 where id = $1`, [org]],
    ["leader", audit, [org, chapters.own, "MEMBERS_EXPORTED"]],
    ["leader", `select authz.erase_member($1, 'MEMBER_ASKED')`, [memberId]],
  ];
  try {
    for (const [caller, sql, values] of tries) {
      expect([sql, await attempt(await sessionOf(caller, 11), sql, values)]).toEqual([sql, "VA021"]);
      expect([sql, await attempt(await sessionOf(caller, 9), sql, values)]).toEqual([sql, "DONE"]);
    }
  } finally {
    await client.end();
  }
});
