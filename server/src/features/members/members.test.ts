import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { seedMember } from "./members.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, today: string, year: number;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
  year = Number(today.slice(0, 4));
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const DETAIL = `detail { member { id firstName lastName birthYear joinedOn joinedChapterOn preference contactAgainOn feePaidOn rev }
  memberNo birthDate age email mobile postcode guardian { name email mobile } fees { year paidOn } preferenceSetOn
  timeline { kind day year } sameContact { id firstName } }`;
const ADD = `mutation ($input: AddMemberInput!) { addMember(input: $input) { ${DETAIL} problems { code path message } } }`;
const UPDATE = `mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { ${DETAIL} problems { code path } } }`;
const PREFER = `mutation ($input: SetContactPreferenceInput!) { setContactPreference(input: $input) { ${DETAIL} problems { code path } } }`;
const FEE = `mutation ($input: SetFeePaidInput!) { setFeePaid(input: $input) { ${DETAIL} problems { code path } } }`;
const ONE = `query ($id: ID!) { member(id: $id) { member { firstName rev } email mobile timeline { kind } sameContact { id } } }`;

type Detail = {
  member: { id: string; firstName: string; rev: number } & Record<string, unknown>;
  timeline: { kind: string; day: string; year: number | null }[];
  sameContact: { id: string; firstName: string }[];
  fees: { year: number; paidOn: string | null }[];
} & Record<string, unknown>;
type Payload = { detail: Detail | null; problems: { code: string; path: string[]; message: string }[] };

const facts = (over: object = {}) => ({
  firstName: "Kari",
  lastName: "Solberg",
  birthDate: `${year - 20}-01-01`,
  email: "kari@medlem.example",
  mobile: "900 12 345",
  postcode: "0150",
  joinedOn: addDays(today, -10),
  ...over,
});
const add = async (seat: SeededSeat, over: object = {}, id: string = uuidv7()) =>
  (await server.ask<{ addMember: Payload }>(seat, ADD, { input: { key: uuidv7(), id, member: facts(over) } }))
    .addMember;
const update = async (seat: SeededSeat, id: string, rev: number, over: object = {}) =>
  (
    await server.ask<{ updateMember: Payload }>(seat, UPDATE, {
      input: { key: uuidv7(), id, rev, member: facts(over) },
    })
  ).updateMember;
const prefer = async (seat: SeededSeat, input: object) =>
  (await server.ask<{ setContactPreference: Payload }>(seat, PREFER, { input: { key: uuidv7(), ...input } }))
    .setContactPreference;
const pay = async (seat: SeededSeat, input: object) =>
  (await server.ask<{ setFeePaid: Payload }>(seat, FEE, { input: { key: uuidv7(), ...input } })).setFeePaid;

describe("a member", () => {
  test("is added, read again and corrected, and what is at hand is sealed", async () => {
    const made = await add(world.board, { email: " Kari@Medlem.example " });
    expect(made.problems).toEqual([]);
    expect(made.detail).toMatchObject({
      member: { firstName: "Kari", lastName: "Solberg", birthYear: year - 20, preference: "ANY", rev: 1 },
      email: "kari@medlem.example",
      mobile: "+4790012345",
      postcode: "0150",
      age: 20,
      guardian: null,
    });
    const { id } = made.detail!.member;
    const changed = await update(world.leader, id, 1, { lastName: "Ås", mobile: null, memberNo: "M-7" });
    expect(changed.detail).toMatchObject({ member: { lastName: "Ås", rev: 2 }, mobile: null, memberNo: "M-7" });
    expect((await update(world.board, id, 1)).problems).toMatchObject([{ code: "CONFLICT" }]);
    const { rows } = await seed.client.query<{ text: string }>(
      "select to_jsonb(m)::text as text from app.member m where id = $1",
      [id],
    );
    expect(rows[0]!.text).not.toContain("medlem.example");
  });

  test("is added once for a key, however often it is sent", async () => {
    const input = { key: uuidv7(), id: uuidv7(), member: facts() };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => server.ask<{ addMember: Payload }>(world.board, ADD, { input })),
    );
    expect(new Set(answers.map(({ addMember }) => addMember.detail!.member.rev))).toEqual(new Set([1]));
    const again = await server.ask<{ addMember: Payload }>(world.board, ADD, { input: { ...input, key: uuidv7() } });
    expect(again.addMember.problems).toMatchObject([{ code: "CONFLICT" }]);
  });

  test.each<[string, () => object]>([
    ["firstName", () => ({ firstName: "  " })],
    ["firstName", () => ({ firstName: "Kari 01010750160" })],
    ["firstName", () => ({ firstName: "x".repeat(81) })],
    ["lastName", () => ({ lastName: "01010750160" })],
    ["memberNo", () => ({ memberNo: "010107 50160" })],
    ["mobile", () => ({ mobile: "01010750160" })],
    ["mobile", () => ({ mobile: "12345" })],
    ["email", () => ({ email: "kari" })],
    ["email", () => ({ email: "a@b.example, c@d.example" })],
    ["postcode", () => ({ postcode: "150" })],
    ["birthDate", () => ({ birthDate: addDays(today, 1) })],
    ["birthDate", () => ({ birthDate: "1899-12-31" })],
    ["birthDate", () => ({ birthDate: null })],
    ["birthDate", () => ({ birthDate: `${year - 5}-01-01` })],
    ["birthYear", () => ({ birthYear: 1999 })],
    ["birthYear", () => ({ birthDate: null, birthYear: 2147483647 })],
    ["joinedOn", () => ({ joinedOn: addDays(today, 1) })],
    ["joinedOn", () => ({ joinedOn: "1907-01-01", birthDate: null, birthYear: 1905 })],
    ["joinedChapterOn", () => ({ joinedChapterOn: addDays(today, -11) })],
    ["guardian", () => ({ birthDate: `${year - 14}-01-01` })],
    ["guardian", () => ({ birthDate: `${year - 14}-01-01`, guardian: { name: "Berit" } })],
    ["birthDate", () => ({ birthDate: null, birthYear: year - 15 })],
  ])("is refused with a wrong %s", async (field, over) => {
    const { detail, problems } = await add(world.board, over());
    expect(problems).toMatchObject([{ code: "INVALID", path: ["member", field] }]);
    expect(problems[0]!.message).not.toBe("");
    expect(problems[0]!.message).not.toMatch(/Kari|Solberg|010107|<=|>=|string|number/);
    expect(detail).toBeNull();
  });

  test("has a guardian under the age from which one joins alone, and no longer above it", async () => {
    const guardian = { name: "Berit Solberg", mobile: "90054321" };
    const made = await add(world.board, { birthDate: `${year - 14}-01-01`, guardian });
    expect(made.detail!["guardian"]).toEqual({ name: "Berit Solberg", email: null, mobile: "+4790054321" });
    const { id } = made.detail!.member;
    const older = await update(world.board, id, 1, { birthDate: `${year - 16}-01-01`, guardian });
    expect(older.detail!["guardian"]).toBeNull();
    const left = await seed.client.query("select 1 from app.member where id = $1 and guardian_ct is not null", [id]);
    expect(left.rowCount).toBe(0);
  });

  test("may share an address with another of the chapter, who is shown, and with one elsewhere, who is not", async () => {
    const email = "felles@medlem.example";
    await add(world.siblingLeader, { email });
    const one = await add(world.board, { email, mobile: null });
    expect(one.detail!.sameContact).toEqual([]);
    const two = await add(world.board, { email, mobile: null, firstName: "Tvilling" });
    expect(two.problems).toEqual([]);
    expect(two.detail!.sameContact).toEqual([{ id: one.detail!.member.id, firstName: "Kari" }]);
  });

  test("keeps what already stands, though it would not be taken in now", async () => {
    const place = { organizationId: world.organizationId, chapterId: world.chapters.own };
    const id = await seedMember(seed, place, { mobile: "+47 000 00 123", birth_year: null });
    const old = { birthDate: null, mobile: "+47 000 00 123", email: null };
    expect(await update(world.board, id, 1, old)).toMatchObject({ problems: [], detail: { mobile: "+47 000 00 123" } });
    expect((await update(world.board, id, 2, { ...old, mobile: "+47 000 00 124" })).problems).toMatchObject([
      { code: "INVALID", path: ["member", "mobile"] },
    ]);
  });

  test("is corrected by one of two at the same time; the other sees what stands now", async () => {
    const { id } = (await add(world.board)).detail!.member;
    const both = await Promise.all([
      update(world.board, id, 1, { lastName: "Den ene" }),
      update(world.leader, id, 1, { lastName: "Den andre" }),
    ]);
    expect(both.map(({ problems }) => problems[0]?.code ?? "OK").sort()).toEqual(["CONFLICT", "OK"]);
    const stands = (await server.ask<{ member: Detail }>(world.board, ONE, { id })).member.member;
    expect(stands.rev).toBe(2);
  });

  test("cannot take another's member number", async () => {
    await add(world.board, { memberNo: "77" });
    const { problems } = await add(world.board, { memberNo: "77" });
    expect(problems).toMatchObject([{ code: "INVALID", path: ["member", "memberNo"] }]);
    expect((await add(world.siblingLeader, { memberNo: "77" })).problems).toEqual([]);
  });

  test("has asked for a kind of contact, from a day on", async () => {
    const { id } = (await add(world.board)).detail!.member;
    const until = addDays(today, 30);
    for (const [wrong, field] of [
      [null, "until"],
      [today, "until"],
      [addDays(today, 800), "until"],
    ] as const) {
      const { problems } = await prefer(world.board, { id, rev: 1, preference: "NOT_NOW", until: wrong });
      expect(problems).toMatchObject([{ code: "INVALID", path: [field] }]);
    }
    const later = await prefer(world.board, { id, rev: 1, preference: "NOT_NOW", until });
    expect(later.detail).toMatchObject({ member: { preference: "NOT_NOW", contactAgainOn: until, rev: 2 } });
    expect(later.detail).toMatchObject({ preferenceSetOn: today });
    expect(later.detail!.timeline[0]).toMatchObject({ kind: "PREFERENCE_SET", day: today });
    const never = await prefer(world.leader, { id, rev: 2, preference: "NEVER", until });
    expect(never.detail).toMatchObject({ member: { preference: "NEVER", contactAgainOn: null } });
    expect((await prefer(world.board, { id, rev: 2, preference: "ANY" })).problems).toMatchObject([
      { code: "CONFLICT" },
    ]);
  });

  test("has paid the fee of a year, and takes it back", async () => {
    const { id } = (await add(world.board, { joinedOn: `${year - 1}-05-01` })).detail!.member;
    const paid = await pay(world.board, { id, rev: 1, year, paidOn: today });
    expect(paid.detail).toMatchObject({ member: { feePaidOn: today, rev: 2 }, fees: [{ year, paidOn: today }] });
    expect(paid.detail!.timeline[0]).toEqual({ kind: "FEE_PAID", day: today, year });
    const input = { key: uuidv7(), id, rev: 2, year, paidOn: null };
    const undone = await server.ask<{ setFeePaid: Payload }>(world.board, FEE, { input });
    const again = await server.ask<{ setFeePaid: Payload }>(world.board, FEE, { input });
    expect(undone.setFeePaid.detail).toMatchObject({ member: { feePaidOn: null, rev: 3 } });
    expect(again).toEqual(undone);
    for (const [over, path] of [
      [{ year: year - 2 }, "year"],
      [{ year: year + 2 }, "year"],
      [{ year: 2147483647 }, "year"],
      [{ year, paidOn: addDays(today, 1) }, "paidOn"],
      [{ year, paidOn: "1999-01-01" }, "paidOn"],
    ] as const) {
      expect((await pay(world.board, { id, rev: 3, paidOn: today, ...over })).problems).toMatchObject([
        { code: "INVALID", path: [path] },
      ]);
    }
  });

  test("who is forgotten is not said to have asked for anything", async () => {
    const place = { organizationId: world.organizationId, chapterId: world.chapters.own };
    const id = await seedMember(seed, place, { left_on: today, end_reason: "LEFT" });
    // as erasure and the end of the thirty days leave it
    await seed.client.query(
      `update app.member set contact_preference = 'NEVER', contacts_emptied_on = authz.today() where id = $1`,
      [id],
    );
    const { member } = await server.ask<{ member: Detail }>(world.board, ONE, { id });
    expect(member.timeline.map(({ kind }) => kind)).toEqual(["ENDED", "JOINED"]);
  });

  test("who has left is read, and no longer written", async () => {
    const place = { organizationId: world.organizationId, chapterId: world.chapters.own };
    const id = await seedMember(seed, place, { left_on: today, end_reason: "LEFT" });
    await expect(server.code(world.board, ONE, { id })).resolves.toBe("OK");
    for (const { problems } of [
      await update(world.board, id, 1),
      await prefer(world.board, { id, rev: 1, preference: "ANY" }),
      await pay(world.board, { id, rev: 1, year, paidOn: today }),
    ])
      expect(problems).toMatchObject([{ code: "LOCKED", path: [] }]);
  });
});

describe("the trail", () => {
  const TRAIL = "{ auditTrail(first: 100) { nodes { action subjectId detail } } }";
  type Trail = { auditTrail: { nodes: { action: string; subjectId: string; detail: string | null }[] } };

  test("names fields, never what stands in them, and those above the chapter do not read it", async () => {
    const { id } = (await add(world.board)).detail!.member;
    await update(world.board, id, 1, { firstName: "Hemmelig", email: "hemmelig@medlem.example" });
    await prefer(world.board, { id, rev: 2, preference: "NEVER" });
    await pay(world.board, { id, rev: 3, year, paidOn: today });
    const own = (await server.ask<Trail>(world.leader, TRAIL)).auditTrail.nodes.filter((one) => one.subjectId === id);
    expect(own.map(({ action }) => action)).toEqual([
      "MEMBER_FEE_SET",
      "MEMBER_PREFERENCE_SET",
      "MEMBER_CHANGED",
      "MEMBER_ADDED",
    ]);
    expect(JSON.parse(own[2]!.detail!)).toEqual({ fields: "first_name email" });
    expect(JSON.stringify(own)).not.toMatch(/hemmelig|NEVER/i);
    const above = (await server.ask<Trail>(world.admin, TRAIL)).auditTrail.nodes;
    expect(above.filter(({ action }) => action.startsWith("MEMBER"))).toEqual([]);
  });
});

describe("the wall", () => {
  test("another chapter's and another organization's member is not there, and is not written", async () => {
    const place = { organizationId: world.organizationId, chapterId: world.chapters.own };
    const id = await seedMember(seed, place, { email: "vegg@medlem.example" });
    for (const seat of [world.siblingLeader, world.foreignLeader]) {
      await expect(server.code(seat, ONE, { id })).resolves.toBe("NOT_FOUND");
      for (const [document, rest] of [
        [UPDATE, { member: facts() }],
        [PREFER, { preference: "NEVER" }],
        [FEE, { year, paidOn: today }],
      ] as const) {
        const input = { key: uuidv7(), id, rev: 1, ...rest };
        await expect(server.code(seat, document, { input })).resolves.toBe("NOT_FOUND");
      }
    }
    for (const seat of [world.mentor, world.coordinator, world.editor, world.admin, world.foreignAdmin])
      await expect(server.code(seat, ONE, { id })).resolves.toBe("FORBIDDEN");
    await expect(server.code(world.board, ONE, { id: "nei" })).resolves.toBe("NOT_FOUND");
    const { rows } = await seed.client.query("select rev, first_name from app.member where id = $1", [id]);
    expect(rows).toEqual([{ rev: 1, first_name: "Ida" }]);
  });

  test("a sealed address that was moved to another member does not open", async () => {
    const place = { organizationId: world.organizationId, chapterId: world.chapters.own };
    const [from, to] = [await seedMember(seed, place, { email: "a@medlem.example" }), await seedMember(seed, place)];
    await seed.client.query(
      "update app.member t set email_ct = f.email_ct from app.member f where f.id = $1 and t.id = $2",
      [from, to],
    );
    await expect(server.code(world.board, ONE, { id: to })).resolves.toBe("INTERNAL");
  });
});
