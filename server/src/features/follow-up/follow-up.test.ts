import { addDays, osloDate } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { day, template, touchpoints } from "../standings/standings.testing.js";
import type { Template } from "../standings/standings.testing.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, duty: Template, persons: Template;
const TODAY = osloDate(new Date());

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  duty = await template(seed, federation);
  persons = await template(seed, federation, { aboutMember: true });
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  for (const table of ["chapter_contact", "touchpoint_request", "touchpoint", "board_message_seen", "board_message"])
    await seed.client.query(`delete from app.${table}`);
});

type Entry = {
  id: string;
  kind: string;
  on: string;
  byName: string | null;
  byRole: string | null;
  how: string | null;
  note: string | null;
  nextOn: string | null;
  answer: string | null;
  agreed: boolean | null;
  mayChange: boolean;
  rev: number | null;
};
type Log = { nextOn: string | null; entries: Entry[] };
type Payload = { followUp: Log | null; problems: { code: string; path: string[]; message: string }[] };
const LOG = `{ nextOn entries { id kind on byName byRole how note nextOn answer templateName { nb } agreed mayChange rev } }`;
const INPUTS = {
  writeContact: "WriteContactInput",
  changeContact: "ChangeContactInput",
  removeContact: "RemoveContactInput",
};
const document = (name: keyof typeof INPUTS) =>
  `mutation ($input: ${INPUTS[name]}!) { ${name}(input: $input) { followUp ${LOG} problems { code path message } } }`;
const READ = `query ($chapterId: ID!) { followUp(chapterId: $chapterId) ${LOG} }`;
const QUEUES = `{ borrowedQueues { chapterId because lastSeenOn duties { count overdue dueOn name { nb } } } }`;
const QUEUE = `query ($chapterId: ID!) { borrowedQueue(chapterId: $chapterId) { because lastSeenOn duties { count overdue dueOn name { nb } } } }`;

const act = async (seat: SeededSeat, name: keyof typeof INPUTS, over: Record<string, unknown>): Promise<Payload> => {
  const input = { key: uuidv7(), id: uuidv7(), chapterId: federation.chapters.own, ...over };
  return (await server.ask<Record<string, Payload>>(seat, document(name), { input }))[name]!;
};
const write = (seat: SeededSeat, over: Record<string, unknown> = {}) =>
  act(seat, "writeContact", { on: TODAY, how: "CALL", note: "Ringte leder.", ...over });
const log = async (seat: SeededSeat, chapterId = federation.chapters.own): Promise<Log> =>
  (await server.ask<{ followUp: Log }>(seat, READ, { chapterId })).followUp;
const aged = (days: number) =>
  seed.client.query("update app.chapter_contact set created_at = created_at - make_interval(days => $1)", [days]);

test("whoever follows the chapter writes, and all who do read it; the board never", async () => {
  const { problems, followUp } = await write(federation.mentor, { nextOn: addDays(TODAY, 14) });
  expect(problems).toEqual([]);
  expect(followUp).toMatchObject({
    nextOn: addDays(TODAY, 14),
    entries: [{ kind: "CONTACT", on: TODAY, byRole: "MENTOR", how: "CALL", note: "Ringte leder.", mayChange: true }],
  });
  for (const seat of [federation.coordinator, federation.editor, federation.admin])
    expect((await log(seat)).entries).toMatchObject([{ byRole: "MENTOR", mayChange: false }]);
  const variables = { chapterId: federation.chapters.own };
  for (const seat of [federation.leader, federation.board])
    expect(await server.code(seat, READ, variables)).toBe("FORBIDDEN");
  for (const seat of [federation.farCoordinator, federation.foreignAdmin])
    expect(await server.code(seat, READ, variables)).toBe("NOT_FOUND");
});

test("the board finds no word of it in the trail", async () => {
  await write(federation.coordinator);
  const { rows } = await seed.client.query(
    `select chapter_id, detail from app.audit where action = 'CONTACT_WRITTEN' order by id desc limit 1`,
  );
  expect(rows).toEqual([{ chapter_id: null, detail: {} }]);
});

test("is the writer's to mend or take away for seven days, and nobody else's", async () => {
  const id = uuidv7();
  await write(federation.coordinator, { id });
  const mended = { id, rev: 1, on: addDays(TODAY, -1), how: "MEETING", note: null };
  expect((await act(federation.admin, "changeContact", mended)).problems).toMatchObject([{ code: "LOCKED" }]);
  expect((await act(federation.coordinator, "changeContact", mended)).followUp!.entries).toMatchObject([
    { how: "MEETING", note: null, on: addDays(TODAY, -1), rev: 2 },
  ]);
  expect((await act(federation.coordinator, "changeContact", mended)).problems).toMatchObject([{ code: "CONFLICT" }]);
  await aged(8);
  const seen = { id, rev: 2 };
  expect((await act(federation.coordinator, "removeContact", seen)).problems).toMatchObject([{ code: "LOCKED" }]);
  await aged(-8);
  expect((await act(federation.coordinator, "removeContact", seen)).followUp!.entries).toEqual([]);
  const input = { key: uuidv7(), chapterId: federation.chapters.own, ...seen };
  expect(await server.code(federation.coordinator, document("removeContact"), { input })).toBe("NOT_FOUND");
});

test("one key twice at once is one contact", async () => {
  const same = { key: uuidv7(), id: uuidv7() };
  const both = await Promise.all([write(federation.mentor, same), write(federation.mentor, same)]);
  for (const { problems } of both) expect(problems).toEqual([]);
  expect((await log(federation.mentor)).entries).toHaveLength(1);
});

test.each([
  ["a day to come", { on: addDays(TODAY, 1) }, "on"],
  ["a day long gone", { on: addDays(TODAY, -366) }, "on"],
  ["a next day that has been", { nextOn: addDays(TODAY, -1) }, "nextOn"],
  ["too long a note", { note: "a".repeat(301) }, "note"],
  ["an identity number", { note: "Om 01010750160" }, "note"],
])("refuses %s with a sentence", async (_what, over, path) => {
  expect((await write(federation.mentor, over)).problems).toMatchObject([{ code: "INVALID", path: [path] }]);
});

test("a mentor writes about the own chapter alone; a closed chapter has no more contacts", async () => {
  const of = (chapterId: string) => ({ key: uuidv7(), id: uuidv7(), chapterId, on: TODAY, how: "CALL" });
  for (const chapterId of [federation.chapters.sibling, "x"])
    expect(await server.code(federation.mentor, document("writeContact"), { input: of(chapterId) })).toBe("NOT_FOUND");
  const closed = await seed.chapter(federation.organizationId, federation.regions.east);
  await seed.client.query("update app.chapter set closed_on = authz.today() where id = $1", [closed]);
  expect((await write(federation.coordinator, { chapterId: closed })).problems).toMatchObject([{ code: "INVALID" }]);
});

test("greetings and what was answered to the board stand there by themselves, what is about members does not", async () => {
  const tenant = { organization_id: federation.organizationId, chapter_id: federation.chapters.own };
  const message = { id: uuidv7(), title: "A", body: "Hei", chapter_ids: [federation.chapters.own], chapter_count: 1 };
  const sender = { sent_by: federation.mentor.seatId, nudge: true, sender_name: "Mette", sender_role: "MENTOR" };
  await seed.rows("board_message", { organization_id: federation.organizationId, ...message, ...sender });
  await seed.rows("board_message_seen", {
    ...tenant,
    message_id: message.id,
    seat_id: federation.leader.seatId,
    answer: "ON_IT",
    answered_at: new Date(),
  });
  const decided = { state: "ACCEPTED", asked_by: federation.leader.seatId, decided_by: federation.coordinator.seatId };
  for (const [of, reason] of [
    [duty, "NOT_FOR_US"],
    [persons, "TWICE"],
  ] as const) {
    const [touchpointId] = await touchpoints(seed, of, federation.chapters.own, { open: 1 });
    await seed.rows("touchpoint_request", {
      ...tenant,
      id: uuidv7(),
      touchpoint_id: touchpointId,
      template_id: of.id,
      version_id: of.versionId,
      about_member: of.aboutMember,
      kind: "WAIVER",
      reason,
      decided_at: new Date(),
      ...decided,
    });
  }
  const { entries } = await log(federation.coordinator);
  expect(entries).toHaveLength(2);
  expect(entries).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: "NUDGE", byName: "Mette", byRole: "MENTOR", answer: "ON_IT", mayChange: false }),
      expect.objectContaining({ kind: "WAIVER_ANSWERED", agreed: true, templateName: { nb: "Sommertreff" } }),
    ]),
  );
});

test("the queue of a chapter where nobody is at it is borrowed: duties counted, members never", async () => {
  const { own } = federation.chapters;
  await touchpoints(seed, duty, own, { open: 2, overdue: 1, missed: 4, onTime: 3 });
  await touchpoints(seed, persons, own, { open: 5, overdue: 6 });
  const queue = async (seat: SeededSeat, chapterId = own) =>
    (await server.ask<{ borrowedQueue: object | null }>(seat, QUEUE, { chapterId })).borrowedQueue;
  const seen = (on: string | null) =>
    seed.client.query("update app.seat set last_seen_on = $2 where chapter_id = $1", [own, on]);
  await seen(day(-29));
  expect(await queue(federation.mentor)).toBeNull();
  await seen(day(-30));
  for (const seat of [federation.mentor, federation.coordinator, federation.admin])
    expect(await queue(seat)).toEqual({
      because: "SILENT",
      lastSeenOn: day(-30),
      duties: [{ count: 3, overdue: 1, dueOn: day(-1), name: { nb: "Sommertreff" } }],
    });
  await seen(null);
  expect(await queue(federation.mentor)).toMatchObject({ because: "NEVER_SEEN" });
  expect(await queue(federation.admin, federation.chapters.far)).toEqual({
    because: "NO_BOARD",
    lastSeenOn: null,
    duties: [],
  });
  for (const [seat, code] of [
    [federation.leader, "FORBIDDEN"],
    [federation.farCoordinator, "NOT_FOUND"],
  ] as const)
    expect(await server.code(seat, QUEUE, { chapterId: own })).toBe(code);
});

test("from above all borrowed queues are read at once, in the reach, and each is what its chapter's page says", async () => {
  const { own, far } = federation.chapters;
  await touchpoints(seed, duty, own, { open: 2, overdue: 1 });
  await touchpoints(seed, persons, own, { open: 5, overdue: 6 });
  await touchpoints(seed, duty, far, { open: 1 });
  type Queue = { chapterId: string; because: string; duties: { count: number }[] };
  const queues = async (seat: SeededSeat) =>
    (await server.ask<{ borrowedQueues: Queue[] }>(seat, QUEUES)).borrowedQueues;
  const seen = (on: string | null) =>
    seed.client.query("update app.seat set last_seen_on = $2 where chapter_id = $1", [own, on]);
  await seen(TODAY);
  expect((await queues(federation.coordinator)).map(({ chapterId }) => chapterId)).not.toContain(own);
  await seen(day(-31));
  const told = await queues(federation.admin);
  expect(told.find(({ chapterId }) => chapterId === own)).toMatchObject({ because: "SILENT", duties: [{ count: 3 }] });
  expect(told.find(({ chapterId }) => chapterId === far)).toMatchObject({
    because: "NO_BOARD",
    duties: [{ count: 1 }],
  });
  for (const { chapterId, ...queue } of told)
    expect((await server.ask<{ borrowedQueue: object }>(federation.admin, QUEUE, { chapterId })).borrowedQueue).toEqual(
      queue,
    );
  expect((await queues(federation.coordinator)).map(({ chapterId }) => chapterId)).not.toContain(far);
  expect((await queues(federation.farCoordinator)).map(({ chapterId }) => chapterId)).not.toContain(own);
  await seed.client.query("update app.chapter set closed_on = $2 where id = $1", [far, TODAY]);
  expect((await queues(federation.admin)).map(({ chapterId }) => chapterId)).not.toContain(far);
  await seed.client.query("update app.chapter set closed_on = null where id = $1", [far]);
  for (const seat of [federation.leader, federation.mentor]) expect(await server.code(seat, QUEUES)).toBe("FORBIDDEN");
});
