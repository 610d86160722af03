import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testJobContext, testMailer } from "../../testkit/sign-in.js";
import { ACCOUNT_JOBS } from "./jobs.js";
import { unsubscribeLinks } from "./unsubscribe.js";

const VIEWER = `{ viewer { account { name language } seat { unitName shortName organizationName } seats { id } capabilities today digestEnabled } }`;
const LANGUAGE = `mutation ($input: SetLanguageInput!) { setLanguage(input: $input) { done problems { code } } }`;
const DIGEST = `mutation ($input: SetRemindersInput!) { setReminders(input: $input) { problems { code } } }`;
const WHEN = { weekdays: [1, 2], at: "07:30" };
const UNSUBSCRIBE = `mutation ($input: UnsubscribeInput!) { unsubscribe(input: $input) { done problems { code } } }`;
const MAILBOX = `query ($first: Int!, $after: String) { mailbox(first: $first, after: $after) { nodes { id to from subject text } pageInfo { hasNextPage endCursor } } }`;

type Mailbox = { mailbox: { nodes: { subject: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const digestOf = async (seat: { secret: string }) =>
  (await server.ask<{ viewer: { digestEnabled: boolean } }>(seat, VIEWER)).viewer.digestEnabled;

test("the viewer knows its seats over the wall between organizations, and no other seat", async () => {
  const own = await seed.seat(federation.organizationId, "CHAPTER_BOARD", { chapterId: federation.chapters.own });
  const other = await seed.seat(federation.foreignOrganizationId, "NATIONAL_EDITOR", {}, { account_id: own.accountId });
  await seed.seat(
    federation.organizationId,
    "MENTOR",
    { chapterId: federation.chapters.far },
    { account_id: own.accountId, valid_to: "2021-01-01" },
  );
  const { viewer } = await server.ask<{ viewer: { seats: { id: string }[]; capabilities: string[] } }>(own, VIEWER);
  expect(viewer.seats.map(({ id }) => id).sort()).toEqual([own.seatId, other.seatId].sort());
  expect(viewer.capabilities).toContain("TOUCHPOINT_WRITE");
  expect(viewer.capabilities).not.toContain("TEMPLATE_WRITE");
});

test("the language is kept on the account; the same key with another one is refused", async () => {
  const key = randomUUID();
  const say = (language: string) =>
    server.ask<{ setLanguage: object }>(federation.board, LANGUAGE, { input: { key, language } });
  await expect(say("nn")).resolves.toEqual({ setLanguage: { done: true, problems: [] } });
  await expect(say("nn")).resolves.toEqual({ setLanguage: { done: true, problems: [] } });
  await expect(say("en")).resolves.toMatchObject({ setLanguage: { problems: [{ code: "KEY_REUSED" }] } });
  await expect(server.ask(federation.board, VIEWER)).resolves.toMatchObject({
    viewer: { account: { language: "nn" } },
  });
  await expect(server.ask(federation.leader, VIEWER)).resolves.toMatchObject({
    viewer: { account: { language: null } },
  });
});

test("mails are turned off and on by oneself, and by no one else", async () => {
  await server.ask(federation.board, DIGEST, { input: { key: randomUUID(), enabled: false, ...WHEN } });
  await expect(digestOf(federation.board)).resolves.toBe(false);
  await expect(digestOf(federation.leader)).resolves.toBe(true);
  await server.ask(federation.board, DIGEST, { input: { key: randomUUID(), enabled: true, ...WHEN } });
  await expect(digestOf(federation.board)).resolves.toBe(true);
  await expect(server.code(null, DIGEST, { input: { key: randomUUID(), enabled: false, ...WHEN } })).resolves.toBe(
    "UNAUTHENTICATED",
  );
});

test("the link of a mail turns mails off without a sign-in: on the page, and by the mail program's own click", async () => {
  const { page, oneClick } = unsubscribeLinks(server.env, federation.leader.accountId);
  const token = page.split("#")[1]!;
  await expect(server.ask(null, UNSUBSCRIBE, { input: { key: randomUUID(), token } })).resolves.toMatchObject({
    unsubscribe: { done: true },
  });
  await expect(digestOf(federation.leader)).resolves.toBe(false);

  const { oneClick: ofMentor } = unsubscribeLinks(server.env, federation.mentor.accountId);
  const path = new URL(ofMentor).pathname;
  expect((await fetch(`${server.url}${path}`)).status).toBe(404);
  await expect(digestOf(federation.mentor)).resolves.toBe(true);
  const answer = await fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(answer.status).toBe(200);
  await expect(digestOf(federation.mentor)).resolves.toBe(false);
  expect(new URL(oneClick).pathname).not.toBe(path);
});

test("a link for one account does not open another", async () => {
  const token = unsubscribeLinks(server.env, federation.leader.accountId).page.split("#")[1]!;
  const forged = federation.admin.accountId.replaceAll("-", "") + token.slice(32);
  for (const wrong of [forged, token.slice(1), "", "x".repeat(75)]) {
    await expect(server.ask(null, UNSUBSCRIBE, { input: { key: randomUUID(), token: wrong } })).resolves.toMatchObject({
      unsubscribe: { done: false, problems: [{ code: "INVALID" }] },
    });
    expect((await fetch(`${server.url}/avmeld/${wrong}`, { method: "POST" })).status).toBe(404);
  }
  await expect(digestOf(federation.admin)).resolves.toBe(true);
});

test("the mailbox shows what was sent, newest first, page by page; in production there is none", async () => {
  for (let i = 0; i < 5; i += 1)
    await seed.rows("mailbox_message", {
      id: randomUUID(),
      sent_to: "a@test.example",
      sent_from: "Varde",
      subject: `mail ${i}`,
      body: "text",
      sent_at: new Date(Date.now() + i),
    });
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { mailbox }: Mailbox = await server.ask<Mailbox>(null, MAILBOX, { first: 2, after });
    seen.push(...mailbox.nodes.map(({ subject }) => subject));
    more = mailbox.pageInfo.hasNextPage;
    after = mailbox.pageInfo.endCursor;
  }
  expect(seen).toEqual(["mail 4", "mail 3", "mail 2", "mail 1", "mail 0"]);
  await expect(server.code(null, MAILBOX, { first: 101 })).resolves.toBe("BAD_REQUEST");
});

test("the night removes what has done its time, and only that", async () => {
  const { client } = seed;
  await client.query(
    `insert into app.rate_limit values (sha256('a'), 1, now() - interval '1 second'), (sha256('b'), 1, now() + interval '1 hour')`,
  );
  const old = new Date(Date.now() - 40 * 86_400_000);
  for (const sent_at of [old, new Date()])
    await seed.rows("mailbox_message", {
      id: randomUUID(),
      sent_to: "b@test.example",
      sent_from: "Varde",
      subject: "s",
      body: "t",
      sent_at,
    });
  for (const expires_at of [old, new Date()])
    await seed.rows("sign_in_request", { id: randomUUID(), browser_hash: Buffer.alloc(32), expires_at });
  const dead = await seed.session(federation.board.accountId, federation.board.seatId, { hard_exp: old });
  expect(dead).toHaveLength(43);

  const { context, close } = await testJobContext(server, testMailer());
  await ACCOUNT_JOBS.find(({ task }) => task === "purgeExpired")!.run({}, context);
  await close();
  const count = async (sql: string) => (await client.query(sql)).rowCount;
  await expect(count("select 1 from app.rate_limit")).resolves.toBe(1);
  await expect(count("select 1 from app.sign_in_request")).resolves.toBe(1);
  await expect(count("select 1 from app.mailbox_message where sent_to = 'b@test.example'")).resolves.toBe(1);
  await expect(count("select 1 from app.session where hard_exp < now()")).resolves.toBe(0);
  await expect(server.ask(federation.board, VIEWER)).resolves.toMatchObject({ viewer: {} });
});
