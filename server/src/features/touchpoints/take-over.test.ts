import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { day, definition, FIELDS, template, TODAY, touchpoints } from "../standings/standings.testing.js";
import type { Template } from "../standings/standings.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, duty: Template, persons: Template;
let own: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  duty = await template(seed, world, { corePosition: 1 });
  persons = await template(seed, world, { aboutMember: true });
  own = world.chapters.own;
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  await seed.client.query("delete from app.touchpoint");
  await seen(day(-40));
});

/** When anybody of the own chapter's board was here last. */
const seen = (on: string | null, chapterId = own) =>
  seed.client.query("update app.seat set last_seen_on = $2 where chapter_id = $1", [chapterId, on]);
const one = async (
  over: { of?: Template; stands?: "open" | "overdue" | "missed"; row?: Record<string, unknown> } = {},
) => (await touchpoints(seed, over.of ?? duty, own, { [over.stands ?? "overdue"]: 1 }, { row: over.row ?? {} }))[0]!;

type Payload = { detail: { touchpoint: { id: string; status: string } } | null; problems: { code: string }[] };
const TAKE = `mutation ($input: TakeOverDutyInput!) { takeOverDuty(input: $input) { detail { touchpoint { id status } } problems { code message path } } }`;
const FOOD = [{ field: "food", yesNo: true }];
const input = (id: string, over: object = {}) => ({ key: uuidv7(), id, rev: 1, answers: FOOD, ...over });
const take = async (id: string, over: object = {}, seat: SeededSeat = world.admin): Promise<Payload> =>
  (await server.ask<{ takeOverDuty: Payload }>(seat, TAKE, { input: input(id, over) })).takeOverDuty;
const codes = async (done: Promise<Payload>) => (await done).problems.map(({ code }) => code);
const LIST = `query ($chapterId: ID!) { dutiesToTakeOver(chapterId: $chapterId) { id } }`;
const listed = async (seat = world.admin, chapterId = own) =>
  (await server.ask<{ dutiesToTakeOver: { id: string }[] }>(seat, LIST, { chapterId })).dutiesToTakeOver.map(
    ({ id }) => id,
  );
const DETAIL = `query ($id: ID!) { touchpoint(id: $id) { takeOver { fields } answers { field } touchpoint { status canCorrect { allowed } closedByName } } }`;
type Detail = {
  takeOver: { fields: string[] } | null;
  answers: object[];
  touchpoint: { status: string; canCorrect: { allowed: boolean } };
};
const detail = async (seat: SeededSeat, id: string) =>
  (await server.ask<{ touchpoint: Detail }>(seat, DETAIL, { id })).touchpoint;
const stored = async (id: string) =>
  (
    await seed.client.query<{ taken_over: boolean; rev: number; answers: object; closed: boolean }>(
      "select taken_over, rev, answers, closed_at is not null as closed from app.touchpoint where id = $1",
      [id],
    )
  ).rows[0]!;
const kept = async () =>
  (
    await seed.client.query<object>(
      "select on_time, late, taken_over from app.standing where chapter_id = $1 and not about_member",
      [own],
    )
  ).rows;

test("a due duty of a chapter where nobody is at it is done on its behalf, and counted apart", async () => {
  const [late, soon] = [await one(), await one({ stands: "open" })];
  await one({ of: persons });
  await one({ stands: "missed" });
  expect(await listed()).toEqual([late, soon]);
  // what counts persons is not asked of somebody who could not read it back
  expect((await detail(world.admin, late)).takeOver).toEqual({ fields: ["cost", "food", "note"] });
  const done = await take(late);
  expect(done).toMatchObject({ detail: { touchpoint: { id: late, status: "TAKEN_OVER" } }, problems: [] });
  expect(await stored(late)).toEqual({ taken_over: true, rev: 2, answers: { food: true }, closed: true });
  expect(await kept()).toEqual([{ on_time: 0, late: 0, taken_over: 1 }]);
  expect((await seed.client.query("select 1 from app.answer_sum where chapter_id = $1", [own])).rows).toEqual([]);
  const trail = await seed.client.query(
    "select chapter_id, actor_seat_id from app.audit where action = 'DUTY_TAKEN_OVER' and subject_id = $1",
    [late],
  );
  expect(trail.rows).toEqual([{ chapter_id: own, actor_seat_id: world.admin.seatId }]);
  expect(await listed()).toEqual([soon]);
});

test("is out of the chapter's rate, shown beside it, and the same after a rebuild", async () => {
  await touchpoints(seed, duty, own, { onTime: 2, missed: 1 });
  await take(await one());
  const COMPARE = `query ($templateId: ID!) { comparison(templateId: $templateId) {
    rows { chapter { id } counts { onTime late missed closed takenOver } completion { numerator denominator } } } }`;
  const row = async () => {
    const { comparison } = await server.ask<{ comparison: { rows: { chapter: { id: string } }[] } }>(
      world.admin,
      COMPARE,
      { templateId: duty.id },
    );
    return comparison.rows.find(({ chapter }) => chapter.id === own);
  };
  const told = {
    counts: { onTime: 2, late: 0, missed: 1, closed: 3, takenOver: 1 },
    completion: { numerator: 2, denominator: 3 },
  };
  expect(await row()).toMatchObject(told);
  await seed.client.query("select authz.rebuild_standings($1)", [world.organizationId]);
  expect(await row()).toMatchObject(told);
});

test.each([
  ["a board that is here", () => seen(day(-29)), undefined],
  [
    "a closed chapter",
    () => seed.client.query("update app.chapter set closed_on = $2 where id = $1", [own, TODAY]),
    undefined,
  ],
  ["what opens later", null, { opens_on: day(3), due_on: day(5), miss_on: day(9) }],
  ["what is due in three weeks", null, { due_on: day(21), miss_on: day(30) }],
  ["what can no longer be done", null, { due_on: day(-9), miss_on: day(-1) }],
  ["a period's question", null, { period_report: true }],
] as const)("is refused for %s", async (_of, arrange, row) => {
  const id = await one({ row: row ?? {} });
  await arrange?.();
  try {
    expect(await listed()).toEqual([]);
    expect((await detail(world.admin, id)).takeOver).toBeNull();
    // the period's question has fields of its own, and here none
    const answers = row && "period_report" in row ? [] : FOOD;
    expect(await codes(take(id, { answers }))).toEqual(["LOCKED"]);
    expect(await stored(id)).toMatchObject({ taken_over: false, rev: 1, closed: false });
  } finally {
    await seed.client.query("update app.chapter set closed_on = null where id = $1", [own]);
  }
});

test("what each of a board confirms is theirs alone, and so is the chapter of a board one sits on", async () => {
  const each = await template(seed, world, { definition: definition({ doneBy: "EACH", reportFields: [] }) });
  const id = await one({ of: each });
  expect(await listed()).toEqual([]);
  expect(await codes(take(id, { answers: [] }))).toEqual(["LOCKED"]);
  const mine = await one();
  const seatId = uuidv7();
  await seed.rows("seat", {
    organization_id: world.organizationId,
    id: seatId,
    role: "CHAPTER_BOARD",
    unit_kind: "CHAPTER",
    chapter_id: own,
    account_id: world.admin.accountId,
    holder_name: "N",
    valid_from: day(-100),
    last_seen_on: day(-90),
  });
  expect(await listed()).toEqual([]);
  expect(await codes(take(mine))).toEqual(["LOCKED"]);
  await seed.client.query("delete from app.seat where id = $1", [seatId]);
});

test("nobody else may, and a task about a member is not even there", async () => {
  const [id, about] = [await one(), await one({ of: persons })];
  for (const seat of [world.editor, world.coordinator, world.mentor, world.leader, world.board]) {
    expect(await server.code(seat, TAKE, { input: input(id) })).toBe("FORBIDDEN");
    expect(await server.code(seat, LIST, { chapterId: own })).toBe("FORBIDDEN");
  }
  expect(await server.code(world.foreignAdmin, TAKE, { input: input(id) })).toBe("NOT_FOUND");
  expect(await listed(world.foreignAdmin)).toEqual([]);
  expect(await server.code(world.admin, TAKE, { input: input(about) })).toBe("NOT_FOUND");
  expect(await server.code(world.admin, TAKE, { input: input(uuidv7()) })).toBe("NOT_FOUND");
  expect(await stored(id)).toMatchObject({ rev: 1, closed: false });
});

test("asks for what is required, takes nothing that counts persons, and never shows a board's draft", async () => {
  const id = await one({ row: { answers: { note: "utkast" } } });
  expect((await detail(world.admin, id)).answers).toEqual([]);
  expect(await codes(take(id, { answers: [] }))).toEqual(["INVALID"]);
  expect(await codes(take(id, { answers: [...FOOD, { field: "came", number: 3 }] }))).toEqual(["INVALID"]);
  expect(FIELDS.map(({ key }) => key)).toContain("came");
});

test("once: a key twice, two at once, an old rev, and a board that reports at the same time", async () => {
  const id = await one();
  expect(await codes(take(id, { rev: 7 }))).toEqual(["CONFLICT"]);
  const key = uuidv7();
  const both = await Promise.all([take(id, { key }), take(id, { key })]);
  expect(both.map(({ problems }) => problems)).toEqual([[], []]);
  expect(await stored(id)).toMatchObject({ rev: 2 });
  expect(await codes(take(id, { rev: 2 }))).toEqual(["CONFLICT"]);

  const other = await one();
  const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { problems { code message } } }`;
  const report = { key: uuidv7(), id: other, rev: 1, answers: FOOD };
  const [national, board] = await Promise.all([
    take(other),
    server.ask<{ submitReport: { problems: { code: string }[] } }>(world.leader, SUBMIT, { input: report }),
  ]);
  const said = [national.problems, board.submitReport.problems].map(([first]) => first?.code ?? "OK");
  expect(said.toSorted()).toEqual(["CONFLICT", "OK"]);
  expect(await stored(other)).toMatchObject({ rev: 2, taken_over: said[0] === "OK" });
});

const DAY = `{ workday { takenOver { id } doneToday { id } } }`;
const SEE = `mutation ($input: SeeTakenOverInput!) { seeTakenOver(input: $input) { done problems { code } } }`;
const LOG = `query ($chapterId: ID!) { followUp(chapterId: $chapterId) { entries { id kind on agreed byRole } } }`;
const CORRECT = `mutation ($input: CorrectReportInput!) { correctReport(input: $input) { detail { touchpoint { status } } problems { code } } }`;

test("the board sees it once on its day, the region in its log; «we did it ourselves» makes it the board's", async () => {
  const id = await one();
  await take(id);
  const today = async (seat: SeededSeat) =>
    (await server.ask<{ workday: { takenOver: { id: string }[]; doneToday: object[] } }>(seat, DAY)).workday;
  expect(await today(world.board)).toEqual({ takenOver: [{ id }], doneToday: [] });
  const see = (seat: SeededSeat) => server.ask(seat, SEE, { input: { key: uuidv7(), ids: [id, "x"] } });
  await see(world.siblingLeader);
  expect((await today(world.leader)).takenOver).toEqual([{ id }]);
  await see(world.board);
  expect((await today(world.leader)).takenOver).toEqual([]);

  const log = async () =>
    (await server.ask<{ followUp: { entries: object[] } }>(world.coordinator, LOG, { chapterId: own })).followUp
      .entries;
  const line = { id, kind: "TAKEN_OVER", on: TODAY };
  expect(await log()).toMatchObject([{ ...line, agreed: true }]);

  expect(await detail(world.leader, id)).toMatchObject({
    takeOver: null,
    touchpoint: { status: "TAKEN_OVER", canCorrect: { allowed: true } },
  });
  const answers = [...FOOD, { field: "came", number: 12 }];
  const correct = { key: uuidv7(), id, rev: 2, answers };
  expect(await server.ask(world.leader, CORRECT, { input: correct })).toMatchObject({
    correctReport: { detail: { touchpoint: { status: "DONE_LATE" } }, problems: [] },
  });
  expect(await kept()).toEqual([{ on_time: 0, late: 1, taken_over: 0 }]);
  expect(await log()).toMatchObject([{ id, kind: "TAKEN_OVER", agreed: false }]);
  const trail = await seed.client.query(
    "select 1 from app.audit where action = 'DUTY_TAKEN_BACK' and chapter_id = $1",
    [own],
  );
  expect(trail.rows).toHaveLength(1);
});

test("the database lets nobody else set it, and the function nobody in by itself", async () => {
  const id = await one();
  const { rows } = await seed.client.query<{ column: string }>(
    `select column_name as column from information_schema.column_privileges
      where table_schema = 'app' and table_name = 'touchpoint' and column_name like 'taken_over%' and privilege_type = 'UPDATE' and grantee like '%_app'`,
  );
  expect(rows.map(({ column }) => column)).toEqual(["taken_over_seen_at"]);
  await expect(
    seed.client.query("update app.touchpoint set taken_over_by = $2, taken_over_at = now() where id = $1", [
      await one({ of: persons }),
      world.admin.seatId,
    ]),
  ).rejects.toThrow(/taken_over_is_a_duty/);
  expect(await stored(id)).toMatchObject({ taken_over: false });
});
