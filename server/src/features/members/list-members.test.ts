import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { memberPage } from "./list-members.service.js";
import type { MemberFilter } from "./member.inputs.js";
import { seedMember } from "./members.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, today: string, year: number;
let crowd: SeededSeat, big: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
  year = Number(today.slice(0, 4));
  big = await seed.chapter(world.organizationId);
  crowd = await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId: big });
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const LIST = `query ($filter: MemberFilter, $order: MemberOrder! = NAME, $first: Int! = 50, $after: String) {
  members(filter: $filter, order: $order, first: $first, after: $after) { nodes { firstName lastName feePaidOn } totalCount pageInfo { hasNextPage endCursor } } }`;
type Page = {
  members: {
    nodes: { firstName: string; lastName: string; feePaidOn: string | null }[];
    totalCount: number | null;
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
};
const list = async (seat: SeededSeat, variables: object = {}) =>
  (await server.ask<Page>(seat, LIST, variables)).members;
const names = async (seat: SeededSeat, filter: object, order = "NAME") =>
  (await list(seat, { filter, order })).nodes.map((one) => one.firstName);

test("a board finds its own by any part of a name, a whole address or number, and by what is filtered", async () => {
  const place = { organizationId: world.organizationId, chapterId: world.chapters.own };
  await seedMember(seed, place, {
    first_name: "Anne-Kari",
    last_name: "Berg Hansen",
    email: "ak@medlem.example",
    joined_chapter_on: addDays(today, -3),
    joined_on: addDays(today, -3),
  });
  await seedMember(seed, place, { first_name: "Åse", last_name: "Karlsen", mobile: "+4790012345" });
  const paid = await seedMember(seed, place, { first_name: "Bo", last_name: "", contact_preference: "TEXT" });
  await seed.rows("member_fee", {
    organization_id: world.organizationId,
    chapter_id: world.chapters.own,
    member_id: paid,
    year,
    paid_on: today,
  });
  await seedMember(seed, place, { first_name: "Gone", last_name: "Karlsen", left_on: addDays(today, -1) });
  await seedMember(
    seed,
    { ...place, chapterId: world.chapters.sibling },
    { first_name: "Nabo", last_name: "Karlsen", email: "ak@medlem.example" },
  );
  const board = world.board;
  expect(await names(board, {})).toEqual(["Anne-Kari", "Bo", "Åse"]);
  expect(await names(board, {}, "NEWEST")).toEqual(["Anne-Kari", expect.any(String), expect.any(String)]);
  for (const [search, found] of [
    ["kar", ["Anne-Kari", "Åse"]],
    ["KARLS", ["Åse"]],
    ["åse", ["Åse"]],
    ["hansen anne", ["Anne-Kari"]],
    ["hans berg", ["Anne-Kari"]],
    ["ansen", []],
    ["AK@medlem.example", ["Anne-Kari"]],
    ["ak@medlem", []],
    ["900 12 345", ["Åse"]],
    ["+47 90012345", ["Åse"]],
    ["90012", []],
    ["nabo", []],
    ["%", []],
    ["a b c d e f", []],
    ["   ", ["Anne-Kari", "Bo", "Åse"]],
  ] as const)
    expect([search, await names(board, { search })]).toEqual([search, found]);
  expect(await names(board, { status: "LEFT" })).toEqual(["Gone"]);
  expect(await names(board, { status: "ALL", search: "karlsen" })).toEqual(["Gone", "Åse"]);
  expect(await names(board, { feeUnpaidYear: year })).toEqual(["Anne-Kari", "Åse"]);
  // the year before any of them came
  expect(await names(board, { feeUnpaidYear: 2025 })).toEqual([]);
  expect(await names(board, { preference: "TEXT" })).toEqual(["Bo"]);
  expect(await names(board, { joinedFrom: addDays(today, -5) })).toEqual(["Anne-Kari"]);
  expect(await names(board, { joinedTo: addDays(today, -5) })).toEqual(["Bo", "Åse"]);
  expect((await list(board)).nodes.map((one) => one.feePaidOn)).toEqual([null, today, null]);
  expect((await list(board)).totalCount).toBe(3);
});

test("what is no search, no year, no size and no place of ours is refused", async () => {
  const code = (variables: object) => server.code(world.board, LIST, variables);
  await expect(code({ filter: { search: "Kari 01010750160" } })).resolves.toBe("BAD_REQUEST");
  await expect(code({ filter: { search: "x".repeat(121) } })).resolves.toBe("BAD_REQUEST");
  await expect(code({ filter: { feeUnpaidYear: 2147483647 } })).resolves.toBe("BAD_REQUEST");
  await expect(code({ first: 101 })).resolves.toBe("BAD_REQUEST");
  const cursor = (...place: unknown[]) => Buffer.from(JSON.stringify(place)).toString("base64url");
  await expect(code({ after: cursor("a", "b") })).resolves.toBe("BAD_REQUEST");
  await expect(code({ after: cursor("a", uuidv7()), order: "NEWEST" })).resolves.toBe("BAD_REQUEST");
});

test("100,000 members come by pages and by name without a look at them all", { timeout: 120_000 }, async () => {
  await seed.client.query(
    `insert into app.member (organization_id, chapter_id, id, first_name, last_name, joined_on, joined_chapter_on)
     select $1, $2, gen_random_uuid(), 'Navn' || i % 5000, 'Etter' || i % 1999 || ' Navnesen' || i, d, d
       from generate_series(1, 100000) i cross join lateral (select '2020-01-01'::date + i % 2000 as d) day`,
    [world.organizationId, big],
  );
  await seed.client.query(
    `insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on)
     select organization_id, chapter_id, id, $2, joined_on from app.member where chapter_id = $1 and name_2 < 'etter9'`,
    [big, year],
  );
  await seed.client.query("analyze app.member, app.member_fee");
  const first = await list(crowd, { first: 100 });
  expect(first).toMatchObject({ totalCount: null, pageInfo: { hasNextPage: true } });
  // pages follow on one another, in both orders
  for (const order of ["NAME", "NEWEST"]) {
    const two = await list(crowd, { first: 60, order });
    const next = await list(crowd, { first: 40, order, after: two.pageInfo.endCursor });
    const all = await list(crowd, { first: 100, order });
    expect([...two.nodes, ...next.nodes]).toEqual(all.nodes);
  }
  expect((await list(crowd, { filter: { search: "navnesen77777" } })).nodes).toHaveLength(1);

  const lazy = server.installation.app.work({
    session: hashSecret(crowd.secret).toString("hex"),
    readOnly: true,
  });
  const work = await lazy.open();
  const plan = async (filter: MemberFilter, order: "NAME" | "NEWEST") => {
    const { sql, values } = memberPage(work, seed.sealer, filter, { order, after: null, limit: 51 });
    const rows = await work.query<{ "QUERY PLAN": string }>(`explain (analyze, costs off, timing off) ${sql}`, values);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  };
  for (const [filter, order, index] of [
    [{}, "NAME", "member_by_name "],
    [{}, "NEWEST", "member_by_chapter_day "],
    [{ search: "navnesen77777" }, "NAME", "member_by_name_3 "],
    [{ search: "en@medlem.example" }, "NAME", "member_by_email "],
    [{ search: "90012345" }, "NAME", "member_by_mobile "],
  ] as const) {
    const text = await plan(filter, order);
    expect(text).toContain(index);
    expect(text).not.toContain("Seq Scan on member ");
  }
  const started = performance.now();
  await plan({ feeUnpaidYear: year }, "NAME");
  expect(performance.now() - started).toBeLessThan(8000);
  expect((await list(crowd, { filter: { feeUnpaidYear: year } })).nodes.length).toBe(50);
  await lazy.end("commit");
});
