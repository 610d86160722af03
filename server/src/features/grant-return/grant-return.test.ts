import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { BY_HAND, DUTY, touchpointSeed } from "../touchpoints/touchpoints.testing.js";
import { ACTIVITY, readyChapter, withFactor, YEAR } from "./grant-returns.testing.js";

const FIELDS = `id state rev paper { hash municipality activity board { name role } corrections { field registered reason } counted { counting needed } papers { paper from } }
  items { item state } suggestions { on title came } signatures { name role } signedByMe decisions { kind comment } advancesOn`;
const OWN = `query ($year: Int!) { ownGrantReturn(year: $year) { ${FIELDS} } }`;
const SAVE = `mutation ($input: SaveGrantReturnInput!) { saveGrantReturn(input: $input) { grantReturn { ${FIELDS} } problems { code path message } } }`;
const SIGN = `mutation ($input: SignGrantReturnInput!) { signGrantReturn(input: $input) { grantReturn { ${FIELDS} } problems { code message } } }`;

type Own = {
  id: string;
  state: string;
  rev: number;
  paper: { hash: string; municipality: string; board: { name: string }[]; corrections: object[]; papers: object[] };
  items: { item: string; state: string }[];
  suggestions: object[];
  signatures: { name: string }[];
  signedByMe: boolean;
  decisions: { kind: string; comment: string }[];
  advancesOn: string | null;
};
type Payload = { grantReturn: Own | null; problems: { code: string; path?: string[]; message: string }[] };

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
let leader: SeededSeat, board: SeededSeat, second: SeededSeat;
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  await readyChapter(seed, world, world.chapters.own);
  leader = await withFactor(seed, world.leader);
  board = await withFactor(seed, world.board);
  second = await withFactor(
    seed,
    await seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own }),
  );
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  await seed.client.query("begin");
  await seed.client.query("set local session_replication_role = replica");
  for (const table of ["decision", "signature", "content", "words", "return"])
    await seed.client.query(`delete from app.grant_${table}`);
  await seed.client.query("commit");
});

const words = { activity: ACTIVITY, sent: [] as string[] };
async function save(seat: SeededSeat, rev: number, over: object = {}): Promise<Payload> {
  const input = { key: randomUUID(), year: YEAR, rev, ...words, ...over };
  return (await server.ask<{ saveGrantReturn: Payload }>(seat, SAVE, { input })).saveGrantReturn;
}
async function sign(seat: SeededSeat, id: string, hash: string, key: string = randomUUID()): Promise<Payload> {
  return (await server.ask<{ signGrantReturn: Payload }>(seat, SIGN, { input: { key, id, hash } })).signGrantReturn;
}
const own = async (seat: SeededSeat): Promise<Own> =>
  (await server.ask<{ ownGrantReturn: Own }>(seat, OWN, { year: YEAR })).ownGrantReturn;
async function begun(): Promise<Own> {
  const { grantReturn, problems } = await save(leader, 0);
  expect(problems).toEqual([]);
  return grantReturn!;
}

describe("writing", () => {
  test("what the register knows is there before anything is written, and what is missing is told", async () => {
    const before = await own(leader);
    expect(before).toMatchObject({ id: null, state: "DRAFT", rev: 0 });
    expect(before.paper.board.length).toBe(3);
    expect(before.items.filter(({ state }) => state === "MISSING").map(({ item }) => item)).toEqual(["ACTIVITY"]);
  });
  test("a finished annual report and an adopted plan are found; others are for the board to say", async () => {
    const tenant = { organization_id: world.organizationId, chapter_id: world.chapters.own };
    const id = randomUUID();
    const from = async () =>
      Object.fromEntries((await own(leader)).paper.papers.map((one) => Object.values(one) as [string, string | null]));
    await seed.rows("annual_report", { ...tenant, id, year: YEAR, language: "nb", started_by: world.leader.seatId });
    await seed.rows("action_plan", { ...tenant, id, year: YEAR, title: "Plan", started_by: world.leader.seatId });
    expect(await from()).toMatchObject({ ANNUAL_REPORT: null, PLAN: null });
    // past the triggers, which ask for what is frozen
    await seed.client.query("set session_replication_role = replica");
    await seed.client.query(`update app.annual_report set state = 'FINISHED', version = 1 where id = $1`, [id]);
    const adopted = `state = 'ADOPTED', adopted_on = '${YEAR}-02-10', adopted_place = 'Asker', adopted_by = 'BOARD'`;
    await seed.client.query(`update app.action_plan set ${adopted} where id = $1`, [id]);
    expect(await from()).toMatchObject({ ANNUAL_REPORT: "REGISTER", PLAN: "REGISTER", BUDGET: null });
    // of another chapter, and of another year, nothing is found
    await seed.client.query(`update app.annual_report set year = $2 where id = $1`, [id, YEAR - 1]);
    await seed.client.query("reset session_replication_role");
    expect(await from()).toMatchObject({ ANNUAL_REPORT: null });
    expect(JSON.stringify((await own(await withFactor(seed, world.siblingLeader))).paper.papers)).not.toContain("REG");
  });
  test("meetings and what was reported with people at it are suggested; calls, board meetings and other years are not", async () => {
    const t = await touchpointSeed(seed, world);
    const tenant = { organization_id: world.organizationId, chapter_id: world.chapters.own };
    const meeting = randomUUID();
    await seed.rows("meeting", { ...tenant, id: meeting, kind: "GATHERING", held_on: `${YEAR}-04-12`, attendance: 12 });
    const board = { ...tenant, id: randomUUID(), kind: "BOARD_MEETING", title: "Styremøte", held_on: `${YEAR}-05-01` };
    await seed.rows("meeting", board);
    const closed = { closed_at: `${YEAR}-06-20T12:00:00Z`, due_on: `${YEAR}-06-20`, closed_by: world.leader.seatId };
    const [trip, other] = [
      await t.template({ ...DUTY, name: { nb: "Sommertur", nn: "Sommartur", en: "Trip" } }),
      await t.template(BY_HAND),
    ];
    await t.touchpoint(trip, { ...closed, answers: { date: `${YEAR}-06-14`, invited: 80, attendance: 9 } });
    await t.touchpoint(trip, { ...closed, answers: { date: `${YEAR}-04-12`, attendance: 12 }, meeting_id: meeting });
    await t.touchpoint(trip, { ...closed, answers: { date: `${YEAR - 1}-12-14`, attendance: 7 } });
    await t.touchpoint(trip, { ...closed, answers: { date: `${YEAR}-06-15`, invited: 80, attendance: 0 } });
    await t.touchpoint(other, { ...closed, answers: { thanked: 3 } });
    expect((await own(leader)).suggestions).toEqual([
      { on: `${YEAR}-06-14`, title: "Sommertur", came: 9 },
      { on: `${YEAR}-04-12`, title: "Sommertur", came: 12 },
    ]);
    expect((await own(await withFactor(seed, world.siblingLeader))).suggestions).toEqual([]);
  });
  test("a correction carries its reason; stale, a national identity number and a day to come are refused", async () => {
    const { rev } = await begun();
    const [noReason] = (await save(leader, rev, { municipality: { value: "Bærum", reason: "" } })).problems;
    expect(noReason).toMatchObject({ code: "INVALID", path: ["municipality", "reason"] });
    expect((await save(leader, rev, { activity: "Treff med 01010750160 og andre" })).problems[0]?.code).toBe("INVALID");
    expect((await save(leader, rev, { electedOn: { value: "2999-01-01", reason: "feil" } })).problems[0]).toMatchObject(
      {
        path: ["electedOn", "value"],
      },
    );
    expect((await save(board, 0)).problems[0]?.code).toBe("CONFLICT");
    const { grantReturn } = await save(board, rev, { municipality: { value: "Bærum", reason: "Flyttet" } });
    expect(grantReturn!.paper).toMatchObject({
      municipality: "Bærum",
      corrections: [{ field: "MUNICIPALITY", registered: "Asker", reason: "Flyttet" }],
    });
  });
  test("two who begin at once make one return", async () => {
    const both = await Promise.all([save(leader, 0), save(board, 0)]);
    expect(both.map(({ problems }) => problems.length).toSorted()).toEqual([0, 1]);
  });
});

describe("the first page", () => {
  const due = async (seat: SeededSeat) =>
    (
      await server.ask<{ grantReturnDue: { year: number; state: string; signed: number } | null }>(
        seat,
        `{ grantReturnDue { year state signed reportFinished } }`,
      )
    ).grantReturnDue;
  const onDay = async <T>(monthDay: string, act: () => Promise<T>): Promise<T> => {
    const { rows } = await seed.client.query<{ text: string }>(
      "select pg_get_functiondef('authz.today()'::regprocedure) as text",
    );
    await seed.client.query(rows[0]!.text.replace("now()", `timestamptz '${YEAR + 1}-${monthDay}T12:00:00Z'`));
    try {
      return await act();
    } finally {
      await seed.client.query(rows[0]!.text);
    }
  };
  test("tells of last year's from January to June, until it is delivered", async () => {
    await seed.client.query(`update app.chapter set opened_on = '2001-01-01' where id = any ($1)`, [
      [world.chapters.own, world.chapters.sibling],
    ]);
    const expected = { year: YEAR, state: "DRAFT", signed: 0 };
    for (const day of ["01-01", "06-30"]) expect(await onDay(day, () => due(board))).toMatchObject(expected);
    expect(await onDay("07-01", () => due(board))).toBeNull();
    const { id, paper } = await begun();
    await sign(board, id, paper.hash);
    expect(await onDay("02-01", () => due(leader))).toMatchObject({ ...expected, signed: 1 });
    await sign(second, id, paper.hash);
    expect(await onDay("02-01", () => due(leader))).toBeNull();
    // another chapter's is its own
    expect(await onDay("02-01", () => due(world.siblingLeader))).toMatchObject(expected);
  });
  test("tells of one that came back, whenever", async () => {
    const { id, paper } = await begun();
    await sign(leader, id, paper.hash);
    await seed.client.query(`update app.grant_return set state = 'RETURNED' where id = $1`, [id]);
    expect(await onDay("11-20", () => due(board))).toMatchObject({ year: YEAR, state: "RETURNED", signed: 0 });
  });
});

describe("signing", () => {
  test("the leader alone delivers; twice is once, with the same key and with another", async () => {
    const { id, paper } = await begun();
    const key = randomUUID();
    const answers = await Promise.all([sign(leader, id, paper.hash, key), sign(leader, id, paper.hash, key)]);
    answers.push(await sign(leader, id, paper.hash));
    for (const { grantReturn, problems } of answers) {
      expect(problems).toEqual([]);
      expect(grantReturn).toMatchObject({ state: "DELIVERED", signedByMe: true });
      expect(grantReturn!.signatures).toHaveLength(1);
    }
    const { rows } = await seed.client.query(
      `select encode(sha256(convert_to(content, 'UTF8')), 'hex') = hash as holds, hash, length(pdf) > 1000 as pdf from app.grant_content`,
    );
    expect(rows).toEqual([{ holds: true, hash: paper.hash, pdf: true }]);
    const { rows: lines } = await seed.client.query(
      `select detail ->> 'hash' as hash from app.audit where action = 'GRANT_RETURN_DELIVERED' and subject_id = $1`,
      [id],
    );
    expect(lines).toEqual([{ hash: paper.hash }]);
  });
  test("two of the board deliver, the first freezes it, and two at once are two signatures", async () => {
    const { id, paper } = await begun();
    const [a, b] = await Promise.all([sign(board, id, paper.hash), sign(second, id, paper.hash)]);
    expect([...a.problems, ...b.problems]).toEqual([]);
    const now = await own(leader);
    expect(now.state).toBe("DELIVERED");
    expect(now.signatures).toHaveLength(2);
  });
  test("one of the board is not enough, and a change after it voids the signature", async () => {
    const { id, paper, rev } = await begun();
    const first = await sign(board, id, paper.hash);
    expect(first.grantReturn).toMatchObject({ state: "DRAFT", signedByMe: true });
    expect((await sign(board, id, paper.hash)).grantReturn!.signatures).toHaveLength(1);
    const changed = await save(leader, rev, { activity: `${ACTIVITY} Og en tur.` });
    expect(changed.grantReturn!.signatures).toEqual([]);
    // the other read what stood before
    const [stale] = (await sign(second, id, paper.hash)).problems;
    expect(stale?.code).toBe("CONFLICT");
    expect((await own(leader)).state).toBe("DRAFT");
  });
  test("what is missing, a year that is not over, no factor and an old one are refused", async () => {
    const bare = (await save(leader, 0, { activity: "" })).grantReturn!;
    expect((await sign(leader, bare.id, bare.paper.hash)).problems[0]?.message).toMatch(/mangler/);
    const { grantReturn } = await save(leader, bare.rev);
    const { id, paper } = grantReturn!;
    expect((await sign(world.leader, id, paper.hash)).problems[0]?.message).toMatch(/to faktorer/);
    const old = await withFactor(seed, world.leader, 11);
    expect((await sign(old, id, paper.hash)).problems[0]?.message).toMatch(/to faktorer/);
    const early = await server.ask<{ saveGrantReturn: Payload }>(leader, SAVE, {
      input: { key: randomUUID(), year: YEAR + 1, rev: 0, ...words },
    });
    const { id: next, paper: now } = early.saveGrantReturn.grantReturn!;
    expect((await sign(leader, next, now.hash)).problems[0]?.message).toMatch(/1\. januar/);
  });
  test("one person with two accounts is one: the seat's name and the account's are held against each other", async () => {
    const { id, paper } = await begun();
    expect((await sign(board, id, paper.hash)).problems).toEqual([]);
    const { rows } = await seed.client.query<{ name: string; holder: string }>(
      `select a.name, s.holder_name as holder from app.seat s join app.account a on a.id = s.account_id where s.id = $1`,
      [board.seatId],
    );
    for (const [name, holder] of [
      [rows[0]!.name.toUpperCase(), "Kasserer"],
      ["Noen", ` ${rows[0]!.holder}. `],
    ]) {
      const account = await seed.account({ name });
      const twin = await seed.seat(
        world.organizationId,
        "CHAPTER_BOARD",
        { chapterId: world.chapters.own },
        { account_id: account, holder_name: holder },
      );
      const [problem] = (await sign(await withFactor(seed, twin), id, paper.hash)).problems;
      expect(problem?.message).toMatch(/to forskjellige personer/);
      await seed.client.query(`update app.seat set valid_to = '2021-01-01' where id = $1`, [twin.seatId]);
    }
    // the same account in a second seat
    const again = await seed.seat(
      world.organizationId,
      "CHAPTER_BOARD",
      { chapterId: world.chapters.own },
      { account_id: board.accountId },
    );
    const answer = await sign(await withFactor(seed, again), id, paper.hash);
    expect(answer.grantReturn).toMatchObject({ state: "DRAFT" });
    expect(answer.grantReturn!.signatures).toHaveLength(1);
    await seed.client.query(`update app.seat set valid_to = '2021-01-01' where id = $1`, [again.seatId]);
  });
  test("an expired seat, a mentor, another chapter and another organization sign nothing", async () => {
    const { id, paper } = await begun();
    const input = { key: randomUUID(), id, hash: paper.hash };
    const code = async (seat: SeededSeat) => server.code(await withFactor(seed, seat), SIGN, { input });
    expect(await code(world.expired)).toBe("FORBIDDEN");
    expect(await code(world.mentor)).toBe("FORBIDDEN");
    expect(await code(world.coordinator)).toBe("FORBIDDEN");
    expect(await code(world.admin)).toBe("FORBIDDEN");
    expect(await code(world.siblingLeader)).toBe("NOT_FOUND");
    expect(await code(world.foreignLeader)).toBe("NOT_FOUND");
    expect(await server.code(null, SIGN, { input })).toBe("UNAUTHENTICATED");
    expect((await own(leader)).signatures).toEqual([]);
  });
  test("opens when the year is over in Oslo, by one clock for the page and the database", async () => {
    const save = { key: randomUUID(), year: YEAR + 1, rev: 0, ...words };
    const [now] = await seed.client
      .query<{ text: string }>("select pg_get_functiondef('authz.today()'::regprocedure) as text")
      .then(({ rows }) => rows);
    const at = (instant: string) =>
      seed.client.query(now!.text.replace("now()", () => `timestamptz '${YEAR + 1}-12-31T${instant}Z'`));
    try {
      // half past eleven in the evening of the year's last day
      await at("22:30");
      const { saveGrantReturn } = await server.ask<{ saveGrantReturn: Payload }>(leader, SAVE, { input: save });
      const { id, paper } = saveGrantReturn.grantReturn!;
      expect((await sign(leader, id, paper.hash)).problems[0]?.message).toMatch(/1\. januar/);
      // half past midnight, while it is the year before by the clock of the world
      await at("23:30");
      const answer = await sign(leader, id, paper.hash);
      expect(answer.problems).toEqual([]);
      expect(answer.grantReturn?.state).toBe("DELIVERED");
    } finally {
      await seed.client.query(now!.text);
    }
  });
});
