import { addDays } from "@varde/domain";
import type { GraphQLSchema } from "graphql";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { roleNames } from "../../kernel/db/roles.js";
import { createSchema } from "../../schema.js";
import { PERSON_CAPS } from "../../migrations/202611290150-safe-people.js";
import { questionsOf } from "../../testkit/attacks/walk.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { testEar } from "../../testkit/ear.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { DUTY, touchpointSeed, WELCOME } from "../touchpoints/touchpoints.testing.js";

// A seat without its papers sees no person, whichever door it tries; and papers are somebody else's to record.

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, schema: GraphQLSchema;
let member: string, aboutMember: string, duty: string;
const CANARY = "Zetterlundsen";
const WORDS = { nb: "Jeg tier.", nn: "Eg teier.", en: "I keep quiet." };
const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Oslo" });

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  schema = await createSchema();
  const { organizationId, chapters } = world;
  const place = await touchpointSeed(seed, world);
  const [duties, welcome] = [await place.template(DUTY), await place.template(WELCOME)];
  member = await place.member(chapters.own, { first_name: CANARY, last_name: CANARY });
  duty = (await place.touchpoint(duties, { occurrence: "a" })).id;
  aboutMember = (await place.touchpoint(welcome, { member_id: member, occurrence: "b" })).id;
  await seed.rows("touchpoint_comment", {
    organization_id: organizationId,
    chapter_id: chapters.own,
    id: uuidv7(),
    touchpoint_id: aboutMember,
    written_by: world.leader.seatId,
    text: `Ring ${CANARY}`,
  });
});
beforeEach(async () => {
  await seed.client.query("delete from app.seat_papers");
  await seed.client.query("update app.organization set safe_people = false where id = $1", [world.organizationId]);
  await seed.client.query("delete from app.declaration");
  expect((await set({ required: true })).problems).toEqual([]);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type Problems = { problems: { code: string; path: string[]; message: string }[] };
const mutation = (field: string, input: string) =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { problems { code path message } } }`;
async function act(seat: SeededSeat, field: string, input: string, facts: object): Promise<Problems> {
  const answer = await server.ask<Record<string, Problems>>(seat, mutation(field, input), {
    input: { key: uuidv7(), ...facts },
  });
  return answer[field]!;
}
async function set(over: object): Promise<Problems> {
  const { rows } = await seed.client.query("select rev from app.organization where id = $1", [world.organizationId]);
  const facts = { rev: rows[0].rev, required: true, attestYears: 3, words: WORDS, ...over };
  return act(world.admin, "setSafePeople", "SetSafePeopleInput", facts);
}
const record = (by: SeededSeat, whose: SeededSeat, shownOn: string | null = today) =>
  act(by, "recordAttest", "RecordAttestInput", { id: whose.seatId, shownOn });
const accept = (who: SeededSeat, version = 1) => act(who, "acceptDeclaration", "AcceptDeclarationInput", { version });
const lacks = async (who: SeededSeat) =>
  (await server.ask<{ safePeople: { lacks: string[] } }>(who, "{ safePeople { lacks } }")).safePeople.lacks;
const inOrder = async (who: SeededSeat) => {
  expect((await record(world.admin, who)).problems).toEqual([]);
  expect((await accept(who)).problems).toEqual([]);
};
const codeOf = async (who: SeededSeat, query: string, variables: object = {}) =>
  (await server.run(who, query, variables)).errors?.[0]?.extensions.code;

/** The root questions whose answers name the member, to one who asks each of them in full. */
async function naming(who: SeededSeat): Promise<string[]> {
  const known = {
    id: [member, aboutMember, duty],
    chapterId: [world.chapters.own],
    touchpointId: [aboutMember],
    memberId: [member],
    text: [CANARY],
    search: [CANARY],
  };
  const found = new Set<string>();
  const times = new Map<string, number>();
  // an enum's every value is another test's
  const asked = questionsOf(schema, known).asked.filter(({ name }) => {
    times.set(name, (times.get(name) ?? 0) + 1);
    return times.get(name)! <= 8;
  });
  const ask = async ({ name, query, variables }: (typeof asked)[number]): Promise<void> => {
    const answer = await server.run(who, query, variables);
    if (JSON.stringify(answer.data ?? {}).includes(CANARY)) found.add(name);
  };
  for (let at = 0; at < asked.length; at += 6) await Promise.all(asked.slice(at, at + 6).map(ask));
  return [...found].sort();
}

describe("a seat without papers", () => {
  test("is named no person by any question of the schema, and its leader is by many", { timeout: 60_000 }, async () => {
    await inOrder(world.leader);
    const named = await naming(world.leader);
    expect(named).toEqual(expect.arrayContaining(["member", "members", "touchpoints", "touchpoint"]));
    expect(named.length).toBeGreaterThan(5);
    expect(await naming(world.board)).toEqual([]);
  });

  test("keeps the chapter's duties, and nothing else opens: writing, files, offline, live", async () => {
    expect(await codeOf(world.board, "{ members(first: 1) { totalCount } }")).toBe("FORBIDDEN");
    const { touchpoints } = await server.ask<{ touchpoints: { nodes: { id: string }[] } }>(
      world.board,
      "{ touchpoints(first: 100) { nodes { id } } }",
    );
    expect(touchpoints.nodes.map(({ id }) => id)).toEqual([duty]);
    const file = await fetch(`${server.url}/export`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: `__Host-s=${world.board.secret}`, "x-varde-export": "1" },
      body: "{}",
    });
    expect(file.status).toBe(403);
    const work = { key: uuidv7(), id: aboutMember, seatId: world.board.seatId, reports: [], steps: [] };
    const deliver =
      "mutation ($input: DeliverWorkInput!) { deliverWork(input: $input) { taken detail { touchpoint { id } } } }";
    expect(await codeOf(world.board, deliver, { input: work })).toBe("NOT_FOUND");
    const day = JSON.stringify(
      (await server.run(world.board, "{ offlineDay { items { touchpoint { id member { firstName } } } } }")).data,
    );
    expect(day).not.toContain(aboutMember);
    const ear = await testEar(server.url, world.board);
    const other = await testEar(server.url, world.leader);
    await expect
      .poll(async () => {
        await seed.client.query("update app.touchpoint set rev = rev + 1 where id = any ($1)", [[duty, aboutMember]]);
        return ear.wire().includes(duty);
      })
      .toBe(true);
    expect(ear.wire()).not.toContain(aboutMember);
    ear.close();
    other.close();
  });

  test("gains nothing with the database's own words either", async () => {
    const { client } = seed;
    const tell = async (sql: string): Promise<number> => {
      await client.query("begin");
      try {
        await client.query(`set local role ${roleNames(database.rolePrefix).app}`);
        await client.query(`set local app.session = '${hashSecret(world.board.secret).toString("hex")}'`);
        return (await client.query(sql)).rowCount ?? 0;
      } finally {
        await client.query("rollback");
      }
    };
    const tries = [
      "select id from app.member",
      "select member_id from app.member_fee",
      "select text from app.touchpoint_comment",
      "select 1 from app.touchpoint where about_member",
      "update app.touchpoint set outcome = 'REACHED' where about_member",
      "update app.touchpoint set rev = rev",
      "select unnest(authz.units('MEMBER_READ'))",
    ];
    for (const sql of tries.filter((one) => !one.endsWith("rev = rev")))
      expect([sql, await tell(sql)]).toEqual([sql, 0]);
    // without a condition only the policy of the change stands between: the duties, and no task about a member
    expect(await tell("update app.touchpoint set rev = 1")).toBe(1);
    for (const sql of [
      "insert into app.seat_papers (organization_id, seat_id) select organization_id, id from app.seat",
      "update app.seat_papers set declaration_version = 1",
    ])
      await expect(tell(sql)).rejects.toThrow(/permission denied/);
    await inOrder(world.board);
    expect(await tell(tries[0]!)).toBe(1);
    expect(await tell(tries[2]!)).toBe(1);
  });

  test("sees persons from the moment both are there, until the day the certificate is too old", async () => {
    expect(await lacks(world.board)).toEqual(["ATTEST", "DECLARATION"]);
    await accept(world.board);
    expect(await lacks(world.board)).toEqual(["ATTEST"]);
    const lastDay = `${Number(today.slice(0, 4)) - 3}${today.slice(4)}`;
    expect((await record(world.admin, world.board, addDays(lastDay, 1))).problems).toEqual([]);
    expect(await lacks(world.board)).toEqual([]);
    expect(await codeOf(world.board, "{ members(first: 1) { totalCount } }")).toBeUndefined();
    await seed.client.query("update app.seat_papers set attest_shown_on = attest_shown_on - 2");
    expect(await codeOf(world.board, "{ members(first: 1) { totalCount } }")).toBe("FORBIDDEN");
    // a seat that is over needs none
    await seed.client.query("select authz.forget_papers()");
    expect((await seed.client.query("select 1 from app.seat_papers")).rowCount).toBe(1);
  });
});

describe("papers", () => {
  test("are recorded by the leader whose own are in order or by national, and never by oneself", async () => {
    const say = async (by: SeededSeat, whose: SeededSeat) => (await record(by, whose)).problems.map(({ code }) => code);
    expect(await say(world.leader, world.board)).toEqual(["INVALID"]);
    await inOrder(world.leader);
    expect(await say(world.leader, world.board)).toEqual([]);
    expect(await say(world.leader, world.leader)).toEqual(["INVALID"]);
    expect(await say(world.admin, world.admin)).toEqual(["INVALID"]);
    // nor through another seat one holds
    const second = await seed.seat(
      world.organizationId,
      "CHAPTER_BOARD",
      { chapterId: world.chapters.own },
      { account_id: world.leader.accountId },
    );
    expect(await say(world.leader, second)).toEqual(["INVALID"]);
    for (const by of [world.board, world.coordinator, world.mentor])
      expect(
        await codeOf(by, mutation("recordAttest", "RecordAttestInput"), {
          input: { key: uuidv7(), id: world.board.seatId, shownOn: today },
        }),
      ).toBe("FORBIDDEN");
    for (const by of [world.siblingLeader, world.foreignLeader, world.foreignAdmin])
      expect(
        await codeOf(by, mutation("recordAttest", "RecordAttestInput"), {
          input: { key: uuidv7(), id: world.board.seatId, shownOn: today },
        }),
      ).toBe("NOT_FOUND");
    for (const day of [addDays(today, 1), "2001-01-01", "9999-12-31"])
      expect((await record(world.admin, world.board, day)).problems).toMatchObject([
        { code: "INVALID", path: ["shownOn"] },
      ]);
    expect((await record(world.admin, world.board, null)).problems).toEqual([]);
    expect(await lacks(world.board)).toContain("ATTEST");
    const { rows } = await seed.client.query(
      "select distinct action from app.audit where action like 'SEAT_%' or action = 'SAFE_PEOPLE_SET' order by 1",
    );
    expect(rows.map(({ action }) => action)).toEqual([
      "SAFE_PEOPLE_SET",
      "SEAT_ATTEST_SEEN",
      "SEAT_ATTEST_TAKEN_BACK",
      "SEAT_DECLARATION_ACCEPTED",
    ]);
  });

  test("a new wording is accepted anew, and an old one is refused", async () => {
    await inOrder(world.board);
    expect((await set({ words: { ...WORDS, nb: "Jeg tier helt." } })).problems).toEqual([]);
    expect(await lacks(world.board)).toEqual(["DECLARATION"]);
    for (const version of [1, 0, 3, -1])
      expect((await accept(world.board, version)).problems).toMatchObject([{ code: "CONFLICT" }]);
    expect((await accept(world.board, 2)).problems).toEqual([]);
    expect(await lacks(world.board)).toEqual([]);
    // the same words again are no new wording
    await set({ attestYears: 5, words: { ...WORDS, nb: "Jeg tier helt." } });
    expect(await lacks(world.board)).toEqual([]);
    expect((await set({ attestYears: 9 })).problems).toMatchObject([{ path: ["attestYears"] }]);
    expect((await set({ words: { nb: "x".repeat(10_000) } })).problems).toMatchObject([{ path: ["words", "nb"] }]);
    expect((await set({ words: { nb: " " } })).problems).toMatchObject([{ path: ["words", "nb"] }]);
  });

  test("are listed for those who look after the seats: the own board's, and all of them", async () => {
    const list = async (who: SeededSeat, args = "") =>
      (
        await server.ask<{ seatPapers: { totalCount: number; nodes: { seatId: string }[] } }>(
          who,
          `{ seatPapers${args} { totalCount nodes { seatId lacks own } } }`,
        )
      ).seatPapers;
    const own = await list(world.leader);
    expect(own.nodes.map(({ seatId }) => seatId)).toEqual(
      expect.arrayContaining([world.leader.seatId, world.board.seatId]),
    );
    expect(own.nodes.map(({ seatId }) => seatId)).not.toContain(world.siblingLeader.seatId);
    const all = await list(world.admin, "(lacking: true)");
    expect(all.nodes.map(({ seatId }) => seatId)).toEqual(
      expect.arrayContaining([world.board.seatId, world.siblingLeader.seatId, world.admin.seatId]),
    );
    await inOrder(world.board);
    expect((await list(world.admin, "(lacking: true)")).totalCount).toBe(all.totalCount - 1);
    expect((await list(world.foreignAdmin)).totalCount).toBe(0);
  });
});

test("every right there is either reaches persons or is known not to", async () => {
  const { rows } = await seed.client.query<{ cap: string }>(
    "select distinct cap from app.role_cap where role not like 'JOB%' and cap <> all ($1) order by cap",
    [[...PERSON_CAPS]],
  );
  // a new right is put in one of the two: in PERSON_CAPS by a new `authz.about_persons`, or here
  expect(rows.map(({ cap }) => cap)).toEqual(expect.arrayContaining(["SEAT_READ", "UNIT_READ"]));
  expect(rows.map(({ cap }) => cap).filter((cap) => /MEMBER|PERSON/.test(cap))).toEqual([]);
});
