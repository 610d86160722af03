import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import { roleNames, roleUrl } from "../../kernel/db/roles.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import type { Mail } from "../../kernel/mail/mailer.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { seedCodeApp } from "../../testkit/second-factor.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { Answer, TestServer } from "../../testkit/server.js";
import { AUDIT_JOBS } from "../audit/index.js";
import { seedMember } from "../members/members.testing.js";
import { LOOK_UP_JOBS } from "./index.js";

// A national administrator finds one person by exactly what they gave, for three hours, and is seen doing it.

const EMAIL = "qvistzy@test.example";
const MOBILE = "+4790817263";
const NUMBER = "MH-77123";
const WORDS = "Ringte kontoret og ville bytte lag";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, sql: pg.Client, job: Door, auth: Door;
let member: string, other: SeededSeat;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  const { app } = roleNames(database.rolePrefix);
  sql = new pg.Client({ connectionString: roleUrl(database.adminUrl, database.secret, app) });
  await sql.connect();
  const door = { databaseUrl: database.adminUrl, rolePrefix: database.rolePrefix, secret: database.secret };
  job = await openDoor({ ...door, login: "job", poolSize: 1 });
  auth = await openDoor({ ...door, login: "auth", poolSize: 1 });
  other = await seed.seat(world.organizationId, "NATIONAL_ADMIN");
  const { organizationId, chapters } = world;
  const at = (chapterId: string) => ({ organizationId, chapterId });
  const person = { first_name: "Qvisten", last_name: "Zy", email: EMAIL, mobile: MOBILE, member_no: NUMBER };
  member = await seedMember(seed, at(chapters.own), person);
  // two at one address, one who has left, and one behind the wall
  await seedMember(seed, at(chapters.own), { email: "shared@test.example" });
  await seedMember(seed, at(chapters.far), { email: "shared@test.example" });
  await seedMember(seed, at(chapters.far), { email: "left@test.example", left_on: "2026-02-01", end_reason: "LEFT" });
  const foreign = { organizationId: world.foreignOrganizationId, chapterId: chapters.foreign };
  await seedMember(seed, foreign, { email: "foreign@test.example", mobile: "+4790000001", member_no: "MH-9" });
});
beforeEach(async () => {
  for (const table of [
    "app.look_up",
    "app.look_up_try",
    "app.audit",
    "app.idempotency",
    "graphile_worker._private_jobs",
  ])
    await seed.client.query(`delete from ${table}`);
});
afterAll(async () => {
  await sql.end();
  await job.close();
  await auth.close();
  await server.stop();
  await seed.close();
  await database.drop();
});

type Looked = {
  lookUpMember: { lookUp: { id: string; chapterName: string; open: boolean } | null; problems: { path: string[] }[] };
};
const LOOK = `mutation ($input: LookUpMemberInput!) { lookUpMember(input: $input) {
  lookUp { id chapterName open reason words member { id } } problems { code path } } }`;
const CARD = `query ($id: ID!) { lookedUp(id: $id) {
  lookUp { words } detail { member { firstName lastName } email mobile memberNo sameContact { id } } } }`;
const LIST = `{ lookUps { nodes { id byName reason words open seen member { id name } } } }`;
const SEE = `mutation ($input: SeeLookUpsInput!) { seeLookUps(input: $input) { done } }`;

const look = (seat: SeededSeat, search: string, over: object = {}): Promise<Answer<Looked>> =>
  server.run<Looked>(seat, LOOK, { input: { key: uuidv7(), search, reason: "MEMBER_ASKED", words: WORDS, ...over } });
const found = async (seat = world.admin): Promise<string> => (await look(seat, EMAIL)).data!.lookUpMember.lookUp!.id;
const card = (seat: SeededSeat, id: string) => server.code(seat, CARD, { id });
const codeOf = (answer: Answer<unknown>) => answer.errors?.[0]?.extensions.code;
const rows = async <T extends object>(text: string) => (await seed.client.query<T>(text)).rows;
const moments = (interval: string) =>
  seed.client.query(
    `update app.look_up set opened_at = opened_at - interval '${interval}', expires_at = expires_at - interval '${interval}'`,
  );

/** What SQL of one's own gives with the app's login and a session: rows, or the SQLSTATE of the refusal. Nothing of it stays. */
async function own(seat: Pick<SeededSeat, "secret">, text: string, values: unknown[] = []): Promise<number | string> {
  await sql.query(`begin; set local app.session = '${hashSecret(seat.secret).toString("hex")}'`);
  try {
    return (await sql.query(text, values)).rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await sql.query("rollback");
  }
}

describe("a person is found", () => {
  test("by exactly what they gave, in the spellings there are, and the card is read", async () => {
    for (const search of [EMAIL, ` ${EMAIL.toUpperCase()}`, MOBILE, "908 17 263", "0047 90817263", NUMBER]) {
      const { lookUp } = (await look(world.admin, search)).data!.lookUpMember;
      expect([search, lookUp]).toMatchObject([search, { open: true, member: null, words: WORDS }]);
    }
    const { lookedUp } = await server.ask<{ lookedUp: object }>(world.admin, CARD, { id: await found() });
    expect(lookedUp).toEqual({
      lookUp: { words: WORDS },
      detail: {
        member: { firstName: "Qvisten", lastName: "Zy" },
        email: EMAIL,
        mobile: MOBILE,
        memberNo: NUMBER,
        sameContact: [],
      },
    });
  });

  test("and nobody else: each who is not there, or not alone, has the same answer and leaves the same behind", async () => {
    const tries = [
      "shared@test.example",
      "left@test.example",
      "foreign@test.example",
      "+4790000001",
      "MH-9",
      "MH-7712",
    ];
    for (const search of [...tries, "qvistzy@test.exampl", "@test.example", "%@%", "9081726", "MH-7%", "' or 1=1 --"]) {
      const answer = await look(world.admin, search);
      expect([search, answer.data]).toEqual([search, { lookUpMember: { lookUp: null, problems: [] } }]);
    }
    expect(await rows("select 1 from app.look_up")).toEqual([]);
    const lines = await rows<{ line: object }>(
      "select distinct jsonb_build_array(action, chapter_id, subject_type, subject_id, detail) as line from app.audit",
    );
    expect(lines).toEqual([
      {
        line: ["PERSON_LOOKED_UP", null, "Seat", world.admin.seatId, { found: 0, reason: "MEMBER_ASKED" }],
      },
    ]);
  });

  test("never by a name, a national identity number, or without saying why", async () => {
    const problems = async (search: string, over: object = {}) =>
      (await look(world.admin, search, over)).data!.lookUpMember.problems.map(({ path }) => path[0]);
    for (const search of ["Qvisten", "Qvisten Zy", "", "  "]) expect(await problems(search)).toEqual(["search"]);
    expect(await problems("13097248022")).toEqual(["search"]);
    for (const words of ["", "\n ", "x".repeat(201)]) expect(await problems(EMAIL, { words })).toEqual(["words"]);
    expect(codeOf(await look(world.admin, EMAIL, { reason: "CURIOUS" }))).toBe("BAD_REQUEST");
    expect(await rows("select 1 from app.look_up_try union all select 1 from app.look_up")).toEqual([]);
  });

  test("and what was searched for stands nowhere afterwards, not as a hash that can be tried either", async () => {
    const input = { key: uuidv7(), search: "nobody@test.example", reason: "SAFETY", words: WORDS };
    await server.run(world.admin, LOOK, { input });
    await look(world.admin, "+4790000077");
    await found();
    const tables = await rows<{ name: string }>("select tablename as name from pg_tables where schemaname = 'app'");
    for (const { name } of tables) {
      const [kept] = await rows<{ text: string | null }>(`select string_agg(t::text, ' ') as text from app.${name} t`);
      expect(`${name} ${kept!.text}`).not.toMatch(/nobody@test|90000077|qvistzy@/);
    }
    const hashes = await rows<{ request_hash: Buffer }>("select request_hash from app.idempotency");
    const { key: _key, ...asked } = input;
    const sorted = JSON.stringify(Object.fromEntries(Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1))));
    const plain = hashSecret(`lookUpMember\0${sorted}`).toString("hex");
    expect(hashes.map((one) => one.request_hash.toString("hex"))).not.toContain(plain);
    // the same once more is the same answer, and no second look
    await server.run(world.admin, LOOK, { input });
    expect(await rows("select 1 from app.look_up_try")).toHaveLength(3);
  });
});

describe("the card", () => {
  test("is open for three hours to the one who opened it, in that seat", async () => {
    const id = await found();
    const again = await seed.seat(world.organizationId, "NATIONAL_ADMIN", {}, { account_id: world.admin.accountId });
    for (const seat of [other, again, world.foreignAdmin]) expect(await card(seat, id)).toBe("NOT_FOUND");
    for (const seat of [world.leader, world.editor, world.coordinator]) expect(await card(seat, id)).toBe("FORBIDDEN");
    for (const wrong of [uuidv7(), member, "x"]) expect(await card(world.admin, wrong)).toBe("NOT_FOUND");
    await moments("2 hours 59 minutes 50 seconds");
    expect(await card(world.admin, id)).toBe("OK");
    await moments("11 seconds");
    expect(await card(world.admin, id)).toBe("NOT_FOUND");
    expect(await own(world.admin, "select * from authz.looked_up($1)", [id])).toBe(0);
  });

  test("is closed with the seat", async () => {
    const leaving = await seed.seat(world.organizationId, "NATIONAL_ADMIN");
    const id = await found(leaving);
    expect(await card(leaving, id)).toBe("OK");
    await seed.client.query("update app.seat set valid_to = authz.today() where id = $1", [leaving.seatId]);
    expect(await card(leaving, id)).toBe("FORBIDDEN");
    expect(await own(leaving, "select * from authz.looked_up($1)", [id])).toBe(0);
  });

  test("gives SQL of one's own no more: no table, no other's card, no member beside it", async () => {
    const id = await found();
    expect(await own(world.admin, "select * from authz.looked_up($1)", [id])).toBe(1);
    for (const seat of [other, world.leader, world.foreignAdmin])
      expect(await own(seat, "select * from authz.looked_up($1)", [id])).toBe(0);
    for (const table of ["look_up", "look_up_try"])
      for (const text of [
        `select * from app.${table}`,
        `delete from app.${table}`,
        `update app.${table} set account_id = account_id`,
      ])
        expect([text, await own(world.admin, text)]).toEqual([text, "42501"]);
    expect(await own(world.admin, "select * from app.member")).toBe(0);
    for (const seat of [world.leader, world.board, world.coordinator, world.editor, world.foreignLeader])
      expect(await own(seat, "select authz.look_up($1, '{}', $2, 'SAFETY', 'x')", [uuidv7(), NUMBER])).toBe("VA003");
    for (const seat of [world.board, world.siblingLeader, other, world.foreignAdmin])
      expect(await own(seat, "select * from authz.look_ups(null, false, null, null, 100)")).toBe(0);
  });

  test("asks for the second factor again, in the database", async () => {
    const guarded = await seed.seat(world.organizationId, "NATIONAL_ADMIN");
    await seedCodeApp(seed, guarded.accountId);
    const session = async (minutes: number) => ({
      ...guarded,
      secret: await seed.session(guarded.accountId, guarded.seatId, {
        aal: 2,
        stepup_at: new Date(Date.now() - minutes * 60_000),
      }),
    });
    const [old, fresh] = [await session(11), await session(1)];
    expect(codeOf(await look(old, EMAIL))).toBe("STEP_UP_REQUIRED");
    const text = "select authz.look_up($1, '{}', $2, 'SAFETY', 'x')";
    expect(await own(old, text, [uuidv7(), NUMBER])).toBe("VA021");
    expect(await own(fresh, text, [uuidv7(), NUMBER])).toBe(1);
  });

  test("is closed to a seat without papers, an open one too, and its leader is told nothing without theirs", async () => {
    const id = await found();
    await seed.client.query("update app.organization set safe_people = true where id = $1", [world.organizationId]);
    try {
      expect(codeOf(await look(world.admin, EMAIL))).toBe("FORBIDDEN");
      expect(await card(world.admin, id)).toBe("FORBIDDEN");
      expect(await own(world.admin, "select * from authz.looked_up($1)", [id])).toBe(0);
      expect(await own(world.admin, "select authz.look_up($1, '{}', $2, 'SAFETY', 'x')", [uuidv7(), NUMBER])).toBe(
        "VA003",
      );
      expect(await own(world.leader, "select * from authz.look_ups(null, false, null, null, 100)")).toBe(0);
      expect(await server.ask(world.leader, LIST)).toEqual({ lookUps: { nodes: [] } });
    } finally {
      await seed.client.query("update app.organization set safe_people = false");
    }
    expect(await card(world.admin, id)).toBe("OK");
  });
});

describe("a day holds twenty", () => {
  const used = async (n: number, seat = world.admin) => {
    for (let i = 0; i < n; i++)
      await seed.rows("look_up_try", { organization_id: seat.organizationId, account_id: seat.accountId });
  };

  test("for a person, in whichever seat and however many at once, and the next day holds twenty more", async () => {
    await used(17);
    const again = await seed.seat(world.organizationId, "NATIONAL_ADMIN", {}, { account_id: world.admin.accountId });
    expect(codeOf(await look(again, "nobody@test.example"))).toBeUndefined();
    const codes = await Promise.all([1, 2, 3, 4, 5].map(async () => codeOf(await look(world.admin, EMAIL)) ?? "OK"));
    expect(codes.sort()).toEqual(["OK", "OK", "RATE_LIMITED", "RATE_LIMITED", "RATE_LIMITED"]);
    expect(codeOf(await look(again, EMAIL))).toBe("RATE_LIMITED");
    expect(await rows("select 1 from app.look_up")).toHaveLength(2);
    expect(codeOf(await look(other, EMAIL))).toBeUndefined();
    await seed.client.query("update app.look_up_try set at = at - interval '25 hours'");
    expect(codeOf(await look(world.admin, EMAIL))).toBeUndefined();
  });

  test("the last of them is told of, once, to the other administrators, and names nobody", async () => {
    await used(19);
    await found();
    await look(world.admin, EMAIL);
    const told = await rows<{ detail: object; subject_id: string }>(
      "select detail, subject_id from app.audit where action = 'MANY_LOOKED_UP'",
    );
    expect(told).toEqual([{ detail: { n: 20 }, subject_id: world.admin.seatId }]);
    const queued = await rows<{ payload: Record<string, string> }>(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'tellBulkRead'`,
    );
    expect(queued).toHaveLength(1);
    const mails: Mail[] = [];
    const mailer = { send: async (mail: Mail) => void mails.push(mail), close() {} };
    const context = { job, auth, mailer, sealer: seed.sealer, baseUrl: "http://x.example" } as unknown as JobContext;
    await AUDIT_JOBS.find(({ task }) => task === "tellBulkRead")!.run(queued[0]!.payload, context);
    expect(mails.length).toBeGreaterThan(0);
    for (const { text } of mails) expect(text).toMatch(/slått opp personer 20 ganger/);
    for (const { text, subject } of mails) expect(`${subject} ${text}`).not.toMatch(/Qvist|qvist|Holder/);
  });
});

describe("who looked", () => {
  type Listed = { lookUps: { nodes: { id: string; seen: boolean; member: object | null }[] } };
  const list = async (seat: SeededSeat) => (await server.ask<Listed>(seat, LIST)).lookUps.nodes;
  const trail = async (seat: SeededSeat) =>
    (
      await server.ask<{ auditTrail: { nodes: { action: string; subjectId: string }[] } }>(
        seat,
        `{ auditTrail(filter: { kind: READING }) { nodes { action subjectId detail } } }`,
      )
    ).auditTrail.nodes;

  test("is read by the chapter's leader, with whom and why, until it is seen; by the rest of the board not", async () => {
    const id = await found();
    const [line] = await list(world.leader);
    expect(line).toMatchObject({ id, reason: "MEMBER_ASKED", words: WORDS, open: false, seen: false });
    expect(line!.member).toEqual({ id: member, name: "Qvisten Zy" });
    for (const seat of [world.board, world.siblingLeader, other, world.foreignLeader])
      expect(await list(seat)).toEqual([]);
    expect(await list(world.admin)).toMatchObject([{ id, open: true, member: null }]);
    const see = (seat: SeededSeat) => server.ask(seat, SEE, { input: { key: uuidv7(), ids: [id, "x"] } });
    for (const seat of [world.board, world.siblingLeader]) await see(seat);
    expect((await list(world.leader))[0]!.seen).toBe(false);
    await see(world.leader);
    expect((await list(world.leader))[0]!.seen).toBe(true);
    const unseen = await server.ask<Listed>(world.leader, "{ lookUps(unseen: true) { nodes { id } } }");
    expect(unseen.lookUps.nodes).toEqual([]);
  });

  test("stands in the trail: whom for the chapter, that somebody did for national", async () => {
    await found();
    expect(await trail(world.leader)).toMatchObject([{ action: "MEMBER_LOOKED_UP", subjectId: member }]);
    const national = await trail(world.admin);
    expect(national).toMatchObject([{ action: "PERSON_LOOKED_UP", subjectId: world.admin.seatId }]);
    expect(JSON.stringify(national)).not.toContain(member);
  });

  test("is in the member's copy, without the ids of those with an office; and goes with the member, and after two years", async () => {
    await found();
    const copied = await server.ask<{ copyMember: { copy: { json: string } } }>(
      world.leader,
      `mutation ($input: CopyMemberInput!) { copyMember(input: $input) { copy { json } } }`,
      { input: { key: uuidv7(), memberId: member, reason: "MEMBER_ASKED" } },
    );
    const { records } = JSON.parse(copied.copyMember.copy.json) as { records: Record<string, object[]> };
    expect(records["look_up"]).toMatchObject([{ reason: "MEMBER_ASKED", words: WORDS }]);
    expect(copied.copyMember.copy.json).not.toContain(world.admin.seatId);
    await moments("23 months");
    const [forget] = LOOK_UP_JOBS;
    const run = () => forget!.run({}, { job } as unknown as JobContext);
    await run();
    expect(await rows("select 1 from app.look_up")).toHaveLength(1);
    await moments("2 months");
    await seed.client.query("update app.look_up_try set at = at - interval '3 days'");
    await run();
    expect(await rows("select 1 from app.look_up union all select 1 from app.look_up_try")).toEqual([]);
    const place = { organizationId: world.organizationId, chapterId: world.chapters.own };
    const gone = await seedMember(seed, place, { email: "gone@test.example" });
    await look(world.admin, "gone@test.example");
    await server.ask(
      world.leader,
      `mutation ($input: EraseMemberInput!) { eraseMember(input: $input) { problems { code } } }`,
      {
        input: { key: uuidv7(), id: gone, rev: 1, reason: "MEMBER_ASKED" },
      },
    );
    expect(await rows("select 1 from app.look_up")).toEqual([]);
  });
});
