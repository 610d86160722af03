import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { touchpointSeed, WELCOME } from "../touchpoints/touchpoints.testing.js";
import type { TouchpointSeed } from "../touchpoints/touchpoints.testing.js";
import { codes, knownMember, lifeCode, lifeOf, live } from "./life.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, place: TouchpointSeed, today: string;
let welcome: { templateId: string; versionId: string };

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  place = await touchpointSeed(seed, world);
  ({ today } = place);
  welcome = await place.template(WELCOME);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const rowsOf = async (sql: string, ...values: unknown[]) => (await seed.client.query(sql, values)).rows;
const tenant = () => ({ organization_id: world.organizationId, chapter_id: world.chapters.own });
const member = (over: Record<string, unknown> = {}) => knownMember(seed, world, today, over);
const merge = (keepId: string, otherId: string, over: Record<string, unknown> = {}) => ({
  id: uuidv7(),
  keepId,
  keepRev: 1,
  otherId,
  otherRev: 1,
  ...over,
});
/** everything about two members, as it stands but for the counters */
const snapshot = async (ids: string[]) => ({
  members: await rowsOf(
    `select to_jsonb(m) - 'rev' - 'email_ct' - 'mobile_ct' - 'guardian_ct' - 'preference_set_on' as row, email_ct is null as e, mobile_ct is null as m, guardian_ct is null as g from app.member m where id = any ($1) order by id`,
    ids,
  ),
  touchpoints: await rowsOf(
    `select to_jsonb(t) - 'rev' as row from app.touchpoint t where member_id = any ($1) order by id`,
    ids,
  ),
  fees: await rowsOf(
    `select to_jsonb(f) as row from app.member_fee f where member_id = any ($1) order by member_id, year`,
    ids,
  ),
  attendance: await rowsOf(
    `select meeting_id, member_id from app.attendance where member_id = any ($1) order by 1, 2`,
    ids,
  ),
});
const numbers = async () =>
  rowsOf(
    `select sum(on_time + late)::int as closed, sum(waived)::int as waived from app.standing where organization_id = $1`,
    world.organizationId,
  );

async function twoRows() {
  const bare = {
    email_ct: null,
    email_bidx: null,
    mobile_ct: null,
    mobile_bidx: null,
    guardian_ct: null,
    member_no: null,
    birth_date: null,
    birth_year: null,
    postcode: null,
  };
  const keep = await member(bare);
  const other = await member({
    joined_on: addDays(today, -90),
    joined_chapter_on: addDays(today, -90),
    contact_preference: "TEXT",
  });
  const closed = {
    closed_at: new Date(),
    closed_by: world.board.seatId,
    outcome: "REACHED",
    answers: { next_step: true },
  };
  const at = (memberId: string, occurrence: string, over = {}) =>
    place.touchpoint(welcome, { member_id: memberId, occurrence, ...over });
  const ids = {
    keptOpen: (await at(keep, "a")).id,
    otherDone: (await at(other, "a", closed)).id,
    keptDone: (await at(keep, "b", closed)).id,
    otherOpen: (await at(other, "b")).id,
    otherAlone: (await at(other, "c")).id,
    bothDoneKept: (await at(keep, "d", closed)).id,
    bothDoneOther: (await at(other, "d", closed)).id,
  };
  for (const [memberId, year, paid_on] of [
    [keep, 2024, null],
    [other, 2024, "2024-03-01"],
    [other, 2025, "2025-03-01"],
    [keep, 2023, "2023-03-01"],
    [other, 2023, null],
  ] as const)
    await seed.rows("member_fee", { ...tenant(), member_id: memberId, year, paid_on });
  for (const who of [[keep, other], [other]]) {
    const meeting = uuidv7();
    await seed.rows("meeting", { ...tenant(), id: meeting, kind: "GATHERING", held_on: today });
    for (const memberId of who)
      await seed.rows("attendance", { ...tenant(), meeting_id: meeting, member_id: memberId, held_on: today });
  }
  return { keep, other, ids };
}

describe("merging", () => {
  test("the kept one has it all: what came further, the paid fee, the contacts it lacked", async () => {
    const { keep, other, ids } = await twoRows();
    const before = await numbers();
    const { life, problems } = await live(server, world.board, "mergeMembers", merge(keep, other));
    expect(problems).toEqual([]);
    expect(life).toMatchObject({ memberId: keep, merges: [{ keptId: keep }] });
    const of = async (memberId: string) =>
      (await rowsOf(`select id from app.touchpoint where member_id = $1`, memberId))
        .map(({ id }) => id as string)
        .sort();
    expect(await of(keep)).toEqual([ids.otherDone, ids.keptDone, ids.otherAlone, ids.bothDoneKept].sort());
    expect(await of(other)).toEqual([ids.keptOpen, ids.otherOpen, ids.bothDoneOther].sort());
    expect(await rowsOf(`select id from app.touchpoint where member_id = $1 and cancelled_at is null`, other)).toEqual([
      { id: ids.bothDoneOther },
    ]);
    expect(await numbers()).toEqual(before);
    expect(
      await rowsOf(`select year, paid_on::text as paid from app.member_fee where member_id = any ($1) order by year`, [
        keep,
        other,
      ]),
    ).toEqual([
      { year: 2023, paid: "2023-03-01" },
      { year: 2024, paid: "2024-03-01" },
      { year: 2025, paid: "2025-03-01" },
    ]);
    expect(await rowsOf(`select member_id from app.attendance where member_id = any ($1)`, [keep, other])).toEqual([
      { member_id: keep },
      { member_id: keep },
    ]);
    const [row] = await rowsOf(`select * from app.member where id = $1`, keep);
    const [ended] = await rowsOf(`select * from app.member where id = $1`, other);
    expect(seed.sealer.open(row.email_ct, `member/${keep}/email`)).toBe(`${ended.first_name}@test.example`);
    expect(row).toMatchObject({
      mobile_bidx: ended.mobile_bidx,
      contact_preference: "TEXT",
      birth_year: 2004,
      member_no: ended.member_no,
    });
    expect(ended).toMatchObject({ end_reason: "MERGED" });
  });

  test("undone, both are as they were", async () => {
    const { keep, other } = await twoRows();
    const before = await snapshot([keep, other]);
    const merged = await live(server, world.board, "mergeMembers", merge(keep, other));
    const { id, rev } = merged.life!.merges[0]!;
    const [first, second] = [
      await live(server, world.leader, "undoMerge", { id, rev }),
      await live(server, world.leader, "undoMerge", { id, rev: rev + 1 }),
    ];
    expect(first.problems).toEqual([]);
    expect(codes(second)).toEqual(["CONFLICT"]);
    expect(await snapshot([keep, other])).toEqual(before);
    const held = await rowsOf(`select held from app.member_merge where id = $1`, id);
    expect(held).toEqual([{ held: {} }]);
  });

  test("once for one key and for two at the same time; either way round one stays", async () => {
    const { keep, other } = await twoRows();
    const input = { ...merge(keep, other), key: uuidv7() };
    const same = await Promise.all([1, 2].map(() => live(server, world.board, "mergeMembers", input)));
    expect(same.flatMap(codes)).toEqual([]);
    expect(await rowsOf(`select 1 from app.member_merge where kept_member_id = $1`, keep)).toHaveLength(1);
    const [a, b] = [await member(), await member()];
    const both = await Promise.all([
      live(server, world.board, "mergeMembers", merge(a, b)),
      live(server, world.leader, "mergeMembers", merge(b, a)),
    ]);
    expect(both.flatMap(codes)).toEqual(["CONFLICT"]);
    expect(
      await rowsOf(`select 1 from app.member where id = any ($1) and left_on is null`, [[a, b]].flat()),
    ).toHaveLength(1);
  });

  test("is for two of the own chapter, both members", async () => {
    const [own, theirs] = [await member(), await member({ chapter_id: world.chapters.sibling })];
    for (const pair of [merge(own, theirs), merge(theirs, own), merge(own, own), merge(own, uuidv7())])
      expect(await lifeCode(server, world.board, "mergeMembers", pair)).toBe("NOT_FOUND");
    for (const seat of [world.siblingLeader, world.foreignLeader])
      expect(await lifeCode(server, seat, "mergeMembers", merge(own, await member()))).toBe("NOT_FOUND");
    const gone = await member({ left_on: today, end_reason: "LEFT" });
    expect(codes(await live(server, world.board, "mergeMembers", merge(own, gone)))).toEqual(["LOCKED"]);
    expect(codes(await live(server, world.board, "mergeMembers", merge(own, await member(), { otherRev: 3 })))).toEqual(
      ["CONFLICT"],
    );
  });
});

describe("who is alike", () => {
  const LIKE = `{ likeMembers { pairs { one { id } other { id } alike } } }`;
  type Pair = { one: { id: string }; other: { id: string }; alike: string[] };
  const pairs = async (seat: SeededSeat, of: string[]) =>
    (await server.ask<{ likeMembers: { pairs: Pair[] } }>(seat, LIKE)).likeMembers.pairs.filter(
      ({ one, other }) => of.includes(one.id) || of.includes(other.id),
    );
  const APART = `mutation ($input: KeepApartInput!) { keepApart(input: $input) { done problems { code } } }`;

  test("by address, number or name, never across chapters, and not once somebody has said they are two", async () => {
    const email_bidx = seed.sealer.blindIndex(world.organizationId, "felles@test.example");
    const name = { first_name: `Tvilling${seed.unique()}`, last_name: "Berg" };
    const a = await member({ email_bidx, joined_on: addDays(today, -80) });
    const [b, c] = [await member({ email_bidx, ...name }), await member(name)];
    await member({ ...name, birth_date: "1999-01-01", birth_year: 1999 });
    await member({ email_bidx, chapter_id: world.chapters.sibling });
    const found = await pairs(world.board, [a, b, c]);
    expect(found.map(({ one, other, alike }) => [new Set([one.id, other.id]), alike])).toEqual(
      expect.arrayContaining([
        [new Set([a, b]), ["EMAIL"]],
        [new Set([b, c]), ["NAME"]],
      ]),
    );
    expect(found).toHaveLength(2);
    expect(found.find(({ alike }) => alike[0] === "EMAIL")).toMatchObject({ one: { id: a } });
    const apart = (seat: SeededSeat) => ({ input: { key: uuidv7(), oneId: a, otherId: b }, seat });
    expect(await server.code(world.siblingLeader, APART, apart(world.siblingLeader))).toBe("NOT_FOUND");
    await server.ask(world.board, APART, apart(world.board));
    await server.ask(world.leader, APART, apart(world.leader));
    expect(await pairs(world.board, [a, b, c])).toHaveLength(1);
  });

  test("who grows past the highest age this year is listed, and nobody is ended by it", async () => {
    await seed.client.query(`update app.organization set max_age = 36 where id = $1`, [world.organizationId]);
    const year = Number(today.slice(0, 4));
    const born = (birth_year: number) => member({ birth_date: null, birth_year });
    const [past, still] = [await born(year - 37), await born(year - 36)];
    const AGEING = `{ ageingMembers { maxAge members { id ageAtYearsEnd } more } }`;
    const { ageingMembers } = await server.ask<{
      ageingMembers: { maxAge: number; members: { id: string; ageAtYearsEnd: number }[] };
    }>(world.board, AGEING);
    expect(ageingMembers).toMatchObject({ maxAge: 36, members: [{ id: past, ageAtYearsEnd: 37 }], more: false });
    expect((await lifeOf(server, world.board, still)).leftOn).toBeNull();
    const theirs = await server.ask<{ ageingMembers: { members: object[] } }>(world.siblingLeader, AGEING);
    expect(theirs.ageingMembers.members).toEqual([]);
  });
});
