import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testJobContext, testMailer } from "../../testkit/sign-in.js";
import { LIFE_JOBS } from "../life-events/index.js";
import { seedMember } from "../members/members.testing.js";

// What is known of a payment and of the type of membership goes with the member, whatever happens to them.

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, today: string, year: number;
const type = uuidv7();

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
  year = Number(today.slice(0, 4)) - 1;
  await seed.rows("membership_type", {
    organization_id: world.organizationId,
    id: type,
    name: "Hovedmedlem",
    eligible: true,
  });
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const FEE = { paid_on: "", amount: 60_00, paid_by: "SELF", family: false };
const KEPT = { amount: 60_00, paid_by: "SELF", family: false };
const rowsOf = async (sql: string, ...values: unknown[]) => (await seed.client.query(sql, values)).rows;
const fees = (id: string) =>
  rowsOf(
    `select chapter_id, paid_on::text, amount, paid_by, family from app.member_fee where member_id = $1 order by chapter_id`,
    id,
  );
const tenant = () => ({ organization_id: world.organizationId, chapter_id: world.chapters.own });
const member = (over: object = {}) =>
  seedMember(
    seed,
    { organizationId: world.organizationId, chapterId: world.chapters.own },
    {
      birth_year: year - 20,
      joined_on: `${year - 1}-01-01`,
      joined_chapter_on: `${year - 1}-01-01`,
      membership_type_id: type,
      ...over,
    },
  );
const paid = (id: string, over: object = {}) =>
  seed.rows("member_fee", { ...tenant(), member_id: id, year, ...FEE, paid_on: `${year}-02-02`, ...over });
const act = async (seat: SeededSeat, name: string, input: string, facts: object) => {
  const document = `mutation ($input: ${input}!) { ${name}(input: $input) { problems { code } } }`;
  const answer = await server.ask<Record<string, { problems: unknown[] }>>(seat, document, {
    input: { key: uuidv7(), ...facts },
  });
  expect(answer[name]!.problems).toEqual([]);
};
const counting = async (seat: SeededSeat) =>
  (
    await server.ask<{ grantCount: { counting: number } }>(
      seat,
      `query ($year: Int!) { grantCount(year: $year) { counting } }`,
      { year },
    )
  ).grantCount.counting;
const night = async () => {
  const jobs = await testJobContext(server, testMailer());
  try {
    await LIFE_JOBS[0]!.run({}, jobs.context);
  } finally {
    await jobs.close();
  }
};

test("who moves takes it along, and counts where they were on the year's last day", async () => {
  const id = await member();
  await paid(id);
  const before = [await counting(world.leader), await counting(world.siblingLeader)];
  await act(world.board, "proposeMove", "ProposeMoveInput", { id, rev: 1, toChapterId: world.chapters.sibling });
  const [move] = await rowsOf(`select id, rev from app.member_move where member_id = $1`, id);
  await act(world.siblingLeader, "acceptMove", "DecideMoveInput", { id: move.id, rev: move.rev });
  expect(await fees(id)).toEqual(
    [world.chapters.own, world.chapters.sibling]
      .toSorted()
      .map((chapter_id) => ({ chapter_id, paid_on: `${year}-02-02`, ...KEPT })),
  );
  expect(
    await rowsOf(`select membership_type_id as type from app.member where id = $1 and left_on is null`, id),
  ).toEqual([{ type }]);
  expect([await counting(world.leader), await counting(world.siblingLeader)]).toEqual(before);
  // and does so when the chapter they left has forgotten them
  await seed.client.query(
    `update app.member set ended_at = now() - interval '40 days' where id = $1 and chapter_id = $2`,
    [id, world.chapters.own],
  );
  await night();
  expect(
    await rowsOf(
      `select contacts_emptied_on is not null as gone from app.member where id = $1 and chapter_id = $2`,
      id,
      world.chapters.own,
    ),
  ).toEqual([{ gone: true }]);
  expect([await counting(world.leader), await counting(world.siblingLeader)]).toEqual(before);
});

test("who leaves after the year's last day is counted by the locked record, and named by nobody", async () => {
  const before = await counting(world.leader);
  const id = await member();
  await paid(id);
  await act(world.board, "endMembership", "EndMembershipInput", {
    id,
    rev: 1,
    reason: "LEFT",
    leftOn: addDays(today, -1),
  });
  expect(await counting(world.leader)).toBe(before + 1);
  await seed.client.query(`update app.member set ended_at = now() - interval '40 days' where id = $1`, [id]);
  await night();
  expect(
    await rowsOf(`select amount, paid_by, family, type_eligible from app.grant_record where member_id = $1`, id),
  ).toEqual([{ ...KEPT, type_eligible: true }]);
  expect(await rowsOf(`select membership_type_id as type from app.member where id = $1`, id)).toEqual([{ type: null }]);
  expect(await counting(world.leader)).toBe(before + 1);
});

test("who is erased stays in the count of a year that is over", async () => {
  const before = await counting(world.leader);
  const id = await member();
  await paid(id);
  await act(world.leader, "eraseMember", "EraseMemberInput", { id, rev: 1, reason: "MEMBER_ASKED" });
  expect(await rowsOf(`select amount, paid_by, type_eligible from app.grant_record where member_id = $1`, id)).toEqual([
    { amount: 60_00, paid_by: "SELF", type_eligible: true },
  ]);
  expect(await counting(world.leader)).toBe(before + 1);
});

test("two rows of one person are one, with the fee that was paid, and part as they were", async () => {
  const before = await counting(world.leader);
  const [keep, other] = [await member({ membership_type_id: null }), await member()];
  await paid(keep, { paid_on: null, amount: null, paid_by: "UNKNOWN" });
  await paid(other);
  const was = [await fees(keep), await fees(other)];
  const id = uuidv7();
  await act(world.board, "mergeMembers", "MergeMembersInput", {
    id,
    keepId: keep,
    keepRev: 1,
    otherId: other,
    otherRev: 1,
  });
  expect(await fees(keep)).toMatchObject([KEPT]);
  expect(await counting(world.leader)).toBe(before + 1);
  expect(await rowsOf(`select membership_type_id as type from app.member where id = $1`, keep)).toEqual([{ type }]);
  await act(world.board, "undoMerge", "UndoMergeInput", { id, rev: 1 });
  expect([await fees(keep), await fees(other)]).toEqual(was);
  expect(await rowsOf(`select membership_type_id as type from app.member where id = $1`, keep)).toEqual([
    { type: null },
  ]);
});

test("the member's form and the fee's hold it", async () => {
  const id = await member({ membership_type_id: null });
  const facts = {
    firstName: "Ida",
    lastName: "Lund",
    birthYear: year - 20,
    joinedOn: `${year - 1}-01-01`,
    membershipTypeId: type,
  };
  await act(world.board, "updateMember", "UpdateMemberInput", { id, rev: 1, member: facts });
  await act(world.board, "setFeePaid", "SetFeePaidInput", {
    id,
    rev: 2,
    year,
    paidOn: `${year}-03-03`,
    amount: 150_00,
    paidBy: "OTHER",
    family: true,
  });
  const read = `query ($id: ID!) { member(id: $id) { membershipTypeId fees { year paidOn amount paidBy family } } }`;
  expect((await server.ask<{ member: object }>(world.board, read, { id })).member).toEqual({
    membershipTypeId: type,
    fees: [{ year, paidOn: `${year}-03-03`, amount: 150_00, paidBy: "OTHER", family: true }],
  });
  await act(world.board, "setFeePaid", "SetFeePaidInput", { id, rev: 3, year, paidOn: null, amount: 150_00 });
  expect(await fees(id)).toMatchObject([{ paid_on: null, amount: null, paid_by: "UNKNOWN", family: false }]);
  const foreign = { key: uuidv7(), id, rev: 4, member: { ...facts, membershipTypeId: uuidv7() } };
  expect(
    await server.code(
      world.board,
      `mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { problems { code } } }`,
      { input: foreign },
    ),
  ).toBe("NOT_FOUND");
});
