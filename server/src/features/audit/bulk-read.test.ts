import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import type { Mail } from "../../kernel/mail/mailer.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { canaryMember, canaryOf, welcomeTemplate } from "../privacy/privacy.testing.js";
import { AUDIT_JOBS } from "./jobs.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, job: Door, auth: Door;
const member = randomUUID();
const PAGE = `query ($id: ID!) { member(id: $id) { email } }`;
const LIST = `{ members(first: 5) { nodes { id } } }`;

const open = (seat: SeededSeat) => server.ask(seat, PAGE, { id: member });
const rows = async <T extends object>(sql: string) => (await seed.client.query<T>(sql)).rows;
const counted = () =>
  rows<{ seat_id: string; pages: number; lists: number; exports: number; told: boolean }>(
    "select seat_id, pages, lists, exports, told_at is not null as told from app.reading_count",
  );
const told = () =>
  rows<{ actor_seat_id: string; chapter_id: string; detail: object }>(
    "select actor_seat_id, chapter_id, detail from app.audit where action = 'BULK_READ'",
  );
const queued = async () =>
  (
    await rows<{ payload: Record<string, string> }>(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'tellBulkRead'`,
    )
  ).map(({ payload }) => payload);
const limit = (points: number) => seed.rows("reading_limit", { organization_id: federation.organizationId, points });

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  const door = { databaseUrl: database.adminUrl, rolePrefix: database.rolePrefix, secret: database.secret };
  job = await openDoor({ ...door, login: "job", poolSize: 1 });
  auth = await openDoor({ ...door, login: "auth", poolSize: 1 });
  await seed.rows("member", {
    organization_id: federation.organizationId,
    chapter_id: federation.chapters.own,
    id: member,
    first_name: "Wxwxw",
    joined_on: "2026-01-01",
    joined_chapter_on: "2026-01-01",
  });
});
beforeEach(async () => {
  for (const table of ["app.reading_count", "app.reading_limit", "app.audit", "graphile_worker._private_jobs"])
    await seed.client.query(`delete from ${table}`);
});
afterAll(async () => {
  await job.close();
  await auth.close();
  await server.stop();
  await seed.close();
  await database.drop();
});

test("what is read is counted for each seat and hour, and whom is kept nowhere", async () => {
  await open(federation.board);
  await open(federation.board);
  await server.ask(federation.board, LIST);
  await open(federation.leader);
  const found = await counted();
  expect(found).toHaveLength(2);
  expect(found).toContainEqual({ seat_id: federation.board.seatId, pages: 2, lists: 1, exports: 0, told: false });
  const [kept] = await rows<{ kept: string }>("select json_agg(c)::text as kept from app.reading_count c");
  expect(kept!.kept).not.toContain(member);
  // what was not found, and who reads no members, is nothing read
  expect(await server.code(federation.board, PAGE, { id: randomUUID() })).toBe("NOT_FOUND");
  expect(await server.code(federation.admin, PAGE, { id: member })).toBe("FORBIDDEN");
  expect((await counted()).map(({ pages }) => pages).sort()).toEqual([1, 2]);
});

test("contact data to call by is counted where a task shows it", async () => {
  const template = await welcomeTemplate(seed, federation.organizationId);
  const { id } = await canaryMember(seed, federation, template, federation.chapters.own, canaryOf("qvqvq"));
  const [task] = await rows<{ id: string }>(`select id from app.touchpoint where member_id = '${id}' limit 1`);
  await server.ask(federation.board, `query ($id: ID!) { touchpoint(id: $id) { contact { phone } } }`, task);
  expect(await rows("select pages, lists, addresses from app.reading_count")).toEqual([
    { pages: 0, lists: 0, addresses: 1 },
  ]);
});

test("a list that is taken out weighs as fifty pages", async () => {
  const taken = await fetch(`${server.url}/export`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-varde-import": "1",
      "x-varde-export": "1",
      cookie: `__Host-s=${federation.leader.secret}`,
    },
    body: "{}",
  });
  expect([taken.status, await taken.text()]).toEqual([200, expect.stringContaining("Wxwxw")]);
  expect(await counted()).toMatchObject([{ exports: 1, told: false }]);
  await limit(51);
  await open(federation.leader);
  expect(await told()).toMatchObject([{ detail: { points: 51 } }]);
});

test("at the limit it is written down and told, once an hour, for that seat alone", async () => {
  await limit(20);
  for (let n = 0; n < 19; n++) await open(federation.board);
  await open(federation.leader);
  expect([await told(), await queued()]).toEqual([[], []]);
  await Promise.all([open(federation.board), open(federation.board), server.ask(federation.board, LIST)]);
  await open(federation.board);
  expect(await told()).toEqual([
    { actor_seat_id: federation.board.seatId, chapter_id: federation.chapters.own, detail: { points: 20 } },
  ]);
  expect(await queued()).toHaveLength(1);
  // another hour is another count
  await seed.client.query("update app.reading_count set hour = hour - interval '1 hour'");
  await open(federation.board);
  expect(await told()).toHaveLength(1);
});

test("what nobody has chosen is 150: an evening of calls is far below", async () => {
  // eighteen calls without a pause: task, member's page and a search or two for each
  await seed.rows("reading_count", {
    organization_id: federation.organizationId,
    seat_id: federation.board.seatId,
    hour: new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000),
    pages: 56,
    lists: 36,
    addresses: 56,
  });
  await open(federation.board);
  expect(await told()).toEqual([]);
  await open(federation.board);
  expect(await told()).toMatchObject([{ detail: { points: 150 } }]);
});

test("the chapter's leader and national's administrators are mailed, not whoever read, and nobody is named", async () => {
  const mails: Mail[] = [];
  const mailer = { send: async (mail: Mail) => void mails.push(mail), close() {} };
  const run = async (payload: Record<string, string>) => {
    mails.length = 0;
    const context = { job, auth, mailer, sealer: seed.sealer, baseUrl: "http://x.example" } as unknown as JobContext;
    await AUDIT_JOBS.find(({ task }) => task === "tellBulkRead")!.run(payload, context);
    return mails.map(({ to }) => to).sort();
  };
  for (const seat of [federation.leader, federation.admin, federation.board]) {
    const email = `${seat.seatId}@test.example`;
    await seed.client.query("update app.account set email_ct = $2 where id = $1", [
      seat.accountId,
      seed.sealer.seal(email, `account/${seat.accountId}/email`),
    ]);
  }
  await limit(20);
  for (let n = 0; n < 20; n++) await open(federation.board);
  const [payload] = await queued();
  const address = (seat: SeededSeat) => `${seat.seatId}@test.example`;
  const both = [federation.leader, federation.admin].map(address).sort();
  expect(await run(payload!)).toEqual(both);
  const holder = await rows<{ name: string }>(
    `select holder_name as name from app.seat where id = '${federation.board.seatId}' union select name from app.chapter where id = '${federation.chapters.own}'`,
  );
  for (const { subject, text, html } of mails)
    for (const { name } of [...holder, { name: "Wxwxw" }]) expect(`${subject} ${text} ${html}`).not.toContain(name);
  expect(mails[0]!.text).toContain("http://x.example/endringer?type=READING");
  // the leader's own reading goes to national alone
  expect(await run({ ...payload!, seatId: federation.leader.seatId })).toEqual([address(federation.admin)]);
});

test("counts are forgotten after thirty days, and are nobody's to read or change", async () => {
  await open(federation.board);
  await seed.client.query("update app.reading_count set hour = hour - interval '31 days'");
  await open(federation.board);
  await AUDIT_JOBS.find(({ task }) => task === "tellAuditHeads")!.run({}, { job } as unknown as JobContext);
  expect(await counted()).toHaveLength(1);
  for (const role of ["app", "auth", "job"])
    for (const sql of [
      "select * from app.reading_count",
      "delete from app.reading_count",
      "update app.reading_limit set points = 5000",
    ]) {
      await seed.client.query(`set role ${database.rolePrefix}_${role}`);
      await expect(seed.client.query(sql), `${role}: ${sql}`).rejects.toMatchObject({ code: "42501" });
      await seed.client.query("reset role");
    }
});
