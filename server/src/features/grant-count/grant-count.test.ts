import { addDays, countChapter, defaultGrantRules, FEE_PAYERS } from "@varde/domain";
import type { GrantFacts } from "@varde/domain";
import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { runWork } from "../../kernel/db/run-work.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { seedMember } from "../members/members.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, year: number, today: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
  // a year that is over
  year = Number(today.slice(0, 4)) - 1;
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type Count = {
  members: number;
  counting: number;
  possible: number;
  chapter: string;
  ruleCounts: { rule: string; asked: number; met: number; notMet: number; unknown: number }[];
  gaps: { gap: string; members: number }[];
  lacking: { id: string; name: string; gaps: string[]; amount: number | null; paidBy: string }[];
  lackingTotal: number;
};
type Problems = { problems: { code: string; path: string[]; message: string }[] };
const FIELDS = `year members counting possible chapter ruleCounts { rule asked met notMet unknown } gaps { gap members }
  lacking { id name birthYear paidOn amount paidBy family typeId gaps } lackingTotal types { id name } rules { underAge chapterMembers source checkedOn rev }`;
const COUNT = `query ($year: Int!) { grantCount(year: $year) { ${FIELDS} } }`;
const FACTS = `mutation ($input: GrantFactsInput!) { setGrantFacts(input: $input) { count { ${FIELDS} } problems { code path message } } }`;
const RULES = `mutation ($input: SetGrantRulesInput!) { setGrantRules(input: $input) { settings { rules { year rev minAmount source checkedOn } } problems { code path message } } }`;
const TYPE = `mutation ($input: SaveMembershipTypeInput!) { saveMembershipType(input: $input) { settings { types { id name eligible fee archived rev } } problems { code path } } }`;

const count = async (seat: SeededSeat, of = year) =>
  (await server.ask<{ grantCount: Count }>(seat, COUNT, { year: of })).grantCount;
const write = async (seat: SeededSeat, input: object) =>
  (
    await server.ask<{ setGrantFacts: { count: Count } & Problems }>(seat, FACTS, {
      input: { key: uuidv7(), year, ...input },
    })
  ).setGrantFacts;
const place = (chapterId: string) => ({ organizationId: world.organizationId, chapterId });
const joined = () => ({ joined_on: `${year - 2}-05-05`, joined_chapter_on: `${year - 2}-05-05` });
const fee = (chapterId: string, member: string, over: object = {}) =>
  seed.rows("member_fee", {
    organization_id: world.organizationId,
    chapter_id: chapterId,
    member_id: member,
    year,
    paid_on: `${year}-03-03`,
    ...over,
  });
/** a chapter of its own with a leader */
async function board() {
  const chapterId = await seed.chapter(world.organizationId, world.regions.east);
  return { chapterId, leader: await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId }) };
}

describe("a chapter's count", () => {
  test("says who lacks what, and is mended at once for several", async () => {
    const { chapterId, leader } = await board();
    const ids = await Promise.all(
      [1, 2, 3, 4, 5].map(() => seedMember(seed, place(chapterId), { ...joined(), birth_year: year - 20 })),
    );
    const old = await seedMember(seed, place(chapterId), { ...joined(), birth_year: year - 26 });
    const unborn = await seedMember(seed, place(chapterId), { ...joined(), birth_year: null });
    for (const id of [...ids, old, unborn]) await fee(chapterId, id);
    await seedMember(seed, place(chapterId), { ...joined(), birth_year: year - 20, left_on: `${year}-12-30` });

    const before = await count(leader);
    expect(before).toMatchObject({ members: 7, counting: 0, possible: 6, chapter: "UNKNOWN", lackingTotal: 6 });
    expect(before.ruleCounts[0]).toEqual({ rule: "AGE", asked: 7, met: 5, notMet: 1, unknown: 1 });
    expect(before.gaps).toEqual([
      { gap: "BIRTH", members: 1 },
      { gap: "AMOUNT", members: 6 },
      { gap: "PAYER", members: 5 },
    ]);
    expect(before.lacking.map(({ id }) => id)).not.toContain(old);

    const key = uuidv7();
    const paid = await write(leader, { key, memberIds: ids, amount: 60_00, paidBy: "SELF" });
    expect(paid.problems).toEqual([]);
    expect(paid.count).toMatchObject({ counting: 5, possible: 1, chapter: "MET" });
    expect(await write(leader, { key, memberIds: ids, amount: 60_00, paidBy: "SELF" })).toEqual(paid);
    const last = await write(leader, { memberIds: [unborn], birthYear: year - 17, amount: 50_00 });
    expect(last.count).toMatchObject({ counting: 6, possible: 0, lacking: [], gaps: [] });
    const { rows } = await seed.client.query(
      `select action, count(*)::int as n from app.audit where chapter_id = $1 and subject_type = 'Member' group by 1 order by 1`,
      [chapterId],
    );
    expect(rows).toEqual([
      { action: "MEMBER_CHANGED", n: 1 },
      { action: "MEMBER_FEE_SET", n: 6 },
    ]);
  });

  test("takes nothing half, and nothing of anybody else's", async () => {
    const { chapterId, leader } = await board();
    const [paid, unpaid] = [
      await seedMember(seed, place(chapterId), { ...joined(), birth_year: year - 20 }),
      await seedMember(seed, place(chapterId), { ...joined(), birth_year: null }),
    ];
    await fee(chapterId, paid);
    const problem = async (input: object) =>
      (await write(leader, input)).problems.map(({ code, path }) => [code, path.join(".")]);
    expect(await problem({ memberIds: [paid, unpaid], amount: 60_00 })).toEqual([["INVALID", "paidOn"]]);
    expect(await problem({ memberIds: [], amount: 60_00 })).toEqual([["INVALID", "memberIds"]]);
    expect(await problem({ memberIds: [paid] })).toEqual([["INVALID", ""]]);
    expect(await problem({ memberIds: [paid], amount: -1 })).toEqual([["INVALID", "amount"]]);
    expect(await problem({ memberIds: [paid], amount: 2_000_000 })).toEqual([["INVALID", "amount"]]);
    expect(await problem({ memberIds: [paid], paidOn: addDays(today, 1) })).toEqual([["INVALID", "paidOn"]]);
    expect(await problem({ memberIds: [paid], paidOn: `${year - 2}-12-31` })).toEqual([["INVALID", "paidOn"]]);
    expect(await problem({ memberIds: [paid, unpaid], birthYear: 2000 })).toEqual([["INVALID", "birthYear"]]);
    expect(await problem({ memberIds: [paid], birthYear: 2000 })).toEqual([["INVALID", "birthYear"]]);
    // so young that a guardian is asked for
    expect(await problem({ memberIds: [unpaid], birthYear: year - 10 })).toEqual([["INVALID", "birthYear"]]);
    expect(await count(leader)).toMatchObject({ counting: 0, lackingTotal: 2 });

    const code = (seat: SeededSeat | null, input: object) =>
      server.code(seat, FACTS, { input: { key: uuidv7(), year, ...input } });
    for (const seat of [world.leader, world.foreignLeader])
      expect(await code(seat, { memberIds: [paid], amount: 1 })).toBe("NOT_FOUND");
    const stranger = await seedMember(seed, place(world.chapters.own), joined());
    expect(await code(leader, { memberIds: [paid, stranger], paidOn: today, amount: 1 })).toBe("NOT_FOUND");
    expect(await code(leader, { memberIds: ["x"], amount: 1 })).toBe("NOT_FOUND");
    expect(await code(leader, { memberIds: [paid], typeId: uuidv7() })).toBe("NOT_FOUND");
    for (const seat of [world.admin, world.coordinator, world.mentor])
      expect(await code(seat, { memberIds: [paid], amount: 1 })).toBe("FORBIDDEN");
    expect(await server.code(leader, COUNT, { year: year + 2 })).toBe("BAD_REQUEST");
    expect(await server.code(leader, COUNT, { year: 1999 })).toBe("BAD_REQUEST");
    const { rows } = await seed.client.query(`select amount, paid_by from app.member_fee where chapter_id = $1`, [
      chapterId,
    ]);
    expect(rows).toEqual([{ amount: null, paid_by: "UNKNOWN" }]);
  });

  test("is said by the database to its own board, and to nobody above or beside it", async () => {
    const { chapterId, leader } = await board();
    await seedMember(seed, place(chapterId), joined());
    const asked = (seat: SeededSeat) =>
      runWork(
        server.installation.app,
        { session: hashSecret(seat.secret).toString("hex"), readOnly: true },
        async (work) => {
          const rows = await work.query(`select 1 from authz.grant_facts($1, $2)`, [chapterId, year]);
          return rows.length;
        },
      );
    expect(await asked(leader)).toBe(1);
    for (const seat of [world.leader, world.admin, world.coordinator, world.foreignLeader])
      expect(await asked(seat)).toBe(0);
  });
});

describe("the settings", () => {
  const rules = (over: object = {}) => ({
    key: uuidv7(),
    year,
    rev: 0,
    underAge: 26,
    selfPayAge: 18,
    minAmount: 50_00,
    minFamilyAmount: 100_00,
    prepaidFrom: `${year - 1}-10-01`,
    lastPaidOn: `${year}-12-31`,
    chapterMembers: 5,
    source: "Retningslinjer fra LNU",
    checkedOn: today,
    ...over,
  });
  type Rules = {
    setGrantRules: { settings: { rules: { year: number; rev: number; minAmount: number }[] } } & Problems;
  };
  const set = async (over: object = {}) =>
    (await server.ask<Rules>(world.admin, RULES, { input: rules(over) })).setGrantRules;
  type Types = { saveMembershipType: { settings: { types: { id: string; name: string; rev: number }[] } } & Problems };
  const type = async (over: object) =>
    (
      await server.ask<Types>(world.admin, TYPE, {
        input: { key: uuidv7(), rev: 0, name: "Hovedmedlem", eligible: true, fee: 60_00, archived: false, ...over },
      })
    ).saveMembershipType;

  test("hold for their year, by what they are based on", async () => {
    expect((await set()).settings.rules.find((one) => one.year === year)).toMatchObject({
      rev: 1,
      source: "Retningslinjer fra LNU",
    });
    expect((await set()).problems).toMatchObject([{ code: "CONFLICT" }]);
    expect(
      (await set({ rev: 1, minAmount: 70_00 })).settings.rules.map((one) => [one.year, one.rev, one.minAmount]),
    ).toEqual([
      [year + 1, 0, 50_00],
      [year, 2, 70_00],
      [year - 1, 0, 50_00],
    ]);
    expect((await set({ rev: 1 })).problems).toMatchObject([{ code: "CONFLICT" }]);
    const wrong = {
      underAge: 41,
      minAmount: 120_00,
      prepaidFrom: `${year}-02-01`,
      lastPaidOn: `${year - 1}-12-31`,
      chapterMembers: 0,
      source: " ",
      checkedOn: "2999-01-01",
    };
    for (const [name, value] of Object.entries(wrong)) {
      const [problem] = (await set({ rev: 2, [name]: value })).problems;
      expect(problem).toMatchObject({ code: "INVALID", path: [name === "minAmount" ? "minFamilyAmount" : name] });
    }
    expect(await server.code(world.admin, RULES, { input: rules({ year: year - 5 }) })).toBe("BAD_REQUEST");
    expect(await server.code(world.leader, RULES, { input: rules() })).toBe("FORBIDDEN");
    const { rows } = await seed.client.query(
      `select detail ->> 'minAmount' as least from app.audit where action = 'GRANT_RULES_SET' order by id`,
    );
    expect(rows).toEqual([{ least: "5000" }, { least: "7000" }]);
    expect((await set({ rev: 2 })).problems).toEqual([]);
  });

  test("types of membership: with none named all have a vote, with some each is asked for theirs", async () => {
    const { chapterId, leader } = await board();
    const ids = await Promise.all(
      [1, 2].map(() => seedMember(seed, place(chapterId), { ...joined(), birth_year: year - 20 })),
    );
    for (const id of ids) await fee(chapterId, id, { amount: 60_00, paid_by: "SELF" });
    expect(await count(leader)).toMatchObject({ counting: 2, possible: 0 });
    const [main, honorary] = [uuidv7(), uuidv7()];
    expect((await type({ id: main })).problems).toEqual([]);
    expect((await type({ id: uuidv7(), name: "HOVEDMEDLEM" })).problems).toMatchObject([
      { code: "INVALID", path: ["name"] },
    ]);
    await type({ id: honorary, name: "Æresmedlem", eligible: false, fee: null });
    expect(await count(leader)).toMatchObject({ counting: 0, possible: 2, gaps: [{ gap: "TYPE", members: 2 }] });
    await write(leader, { memberIds: [ids[0]], typeId: main });
    expect((await write(leader, { memberIds: [ids[1]], typeId: honorary })).count).toMatchObject({
      counting: 1,
      possible: 0,
      lacking: [],
    });
    expect((await type({ id: main, rev: 7 })).problems).toMatchObject([{ code: "CONFLICT" }]);
    // another organization's administrator finds none of it
    const foreign = { input: { key: uuidv7(), id: main, rev: 1, name: "Vår", eligible: true, archived: false } };
    expect(await server.code(world.foreignAdmin, TYPE, foreign)).toBe("NOT_FOUND");
    const away = await type({ id: main, rev: 1, archived: true });
    expect(away.settings.types.map(({ name, rev }) => [name, rev])).toEqual([
      ["Æresmedlem", 1],
      ["Hovedmedlem", 2],
    ]);
    await type({ id: honorary, rev: 1, name: "Æresmedlem", eligible: false, archived: true });
  });
});

describe("what the statement reads", () => {
  const day = fc.tuple(fc.integer({ min: -2, max: 1 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 15, 28));
  const text = (at: [number, number, number]) =>
    `${year + at[0]}-${String(at[1]).padStart(2, "0")}-${String(at[2]).padStart(2, "0")}`;
  const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null });
  const anyone = fc.record({
    birth: maybe(fc.integer({ min: 15, max: 40 })),
    joined: day,
    later: fc.boolean(),
    left: maybe(day),
    forgotten: fc.boolean(),
    merged: fc.boolean(),
    paid: maybe(day),
    amount: maybe(fc.constantFrom(0, 49_99, 50_00, 99_00, 100_00)),
    by: fc.constantFrom(...FEE_PAYERS),
    family: fc.boolean(),
  });

  test("is what the rules are asked about, whoever it is about", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyone, { minLength: 1, maxLength: 25 }), async (people) => {
        const { chapterId, leader } = await board();
        const model: GrantFacts[] = [];
        for (const one of people) {
          const joinedOn = text(one.joined);
          const joinedChapterOn = one.later ? `${joinedOn.slice(0, 4)}-12-28` : joinedOn;
          let leftOn = one.left && text(one.left);
          if (leftOn !== null && leftOn < joinedChapterOn) leftOn = joinedChapterOn;
          const gone = leftOn !== null && one.forgotten;
          const merged = leftOn !== null && one.merged;
          const birthYear = one.birth === null ? null : year - one.birth;
          const paidOn = one.paid && text(one.paid);
          const facts = { paid_on: paidOn, amount: one.amount, paid_by: one.by, family: one.family };
          const id = await seedMember(seed, place(chapterId), {
            birth_year: gone ? null : birthYear,
            joined_on: joinedOn,
            joined_chapter_on: joinedChapterOn,
            left_on: leftOn,
            end_reason: merged ? "MERGED" : leftOn ? "LEFT" : null,
            contacts_emptied_on: gone ? today : null,
          });
          const record = { name: "Låst", birth_year: birthYear, keep_until: "2099-12-31" };
          if (paidOn && gone)
            await seed.rows("grant_record", {
              organization_id: world.organizationId,
              chapter_id: chapterId,
              member_id: id,
              year,
              ...record,
              ...facts,
            });
          else if (paidOn) await fee(chapterId, id, facts);
          model.push({
            birthDate: null,
            birthYear: gone && !paidOn ? null : birthYear,
            joinedOn,
            joinedChapterOn,
            leftOn,
            merged,
            locked: gone,
            fee: paidOn ? { paidOn, amount: one.amount, paidBy: one.by, family: one.family } : null,
            typeEligible: true,
          });
        }
        const { rows } = await seed.client.query<{ from: string }>(
          `select prepaid_from::text as from from app.grant_rules where organization_id = $1 and year = $2`,
          [world.organizationId, year],
        );
        const expected = countChapter(model, {
          ...defaultGrantRules(year),
          ...(rows[0] ? { prepaidFrom: rows[0].from } : {}),
        });
        const { members, counting, possible, chapter, ruleCounts, gaps } = await count(leader);
        expect({ year, members, counting, possible, chapter, rules: ruleCounts, gaps }).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  test("takes a thousand members at once", async () => {
    const { chapterId, leader } = await board();
    await seed.client.query(
      `insert into app.member (organization_id, chapter_id, id, first_name, last_name, birth_year, joined_on, joined_chapter_on)
       select $1, $2, gen_random_uuid(), 'Navn ' || i, 'Navnesen', $3::int - 20, make_date($3 - 1, 1, 1), make_date($3 - 1, 1, 1) from generate_series(1, 1000) i`,
      [world.organizationId, chapterId, year],
    );
    await seed.client.query(
      `insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on) select organization_id, chapter_id, id, $2::int, make_date($2::int, 2, 2) from app.member where chapter_id = $1`,
      [chapterId, year],
    );
    const counted = await count(leader);
    expect(counted).toMatchObject({ members: 1000, possible: 1000, lackingTotal: 1000 });
    expect(counted.lacking).toHaveLength(200);
  });
});
