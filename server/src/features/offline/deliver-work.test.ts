import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { act, DUTY, dutyAnswers, PERIODIC, touchpointSeed, WELCOME } from "../touchpoints/touchpoints.testing.js";
import type { TouchpointSeed } from "../touchpoints/touchpoints.testing.js";
import { DELIVER } from "./offline.testing.js";
import type { Delivered } from "./offline.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, place: TouchpointSeed, today: string;
let duty: { templateId: string; versionId: string };
let welcome: { templateId: string; versionId: string };
let periodic: { templateId: string; versionId: string };

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  place = await touchpointSeed(seed, world);
  ({ today } = place);
  [duty, welcome, periodic] = [
    await place.template(DUTY),
    await place.template(WELCOME),
    await place.template(PERIODIC),
  ];
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const HOUR = 3_600_000;
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();
/** made ten days ago, so that what was done days ago can be */
const SINCE = new Date(Date.now() - 10 * 24 * HOUR);
const input = (seat: SeededSeat, id: string, over: Record<string, unknown> = {}) => ({
  key: uuidv7(),
  id,
  seatId: seat.seatId,
  steps: [],
  reports: [],
  ...over,
});
const report = (over: Record<string, unknown> = {}) => ({ key: uuidv7(), doneAt: ago(2), answers: [], ...over });
async function deliver(seat: SeededSeat, id: string, over: Record<string, unknown> = {}) {
  return (await server.ask<Delivered>(seat, DELIVER, { input: input(seat, id, over) })).deliverWork;
}
const aboutIda = async (over: Record<string, unknown> = {}) =>
  place.touchpoint(welcome, {
    member_id: await place.member(world.chapters.own),
    opens_on: addDays(today, -9),
    due_on: addDays(today, 2),
    created_at: SINCE,
    ...over,
  });
const aDuty = (over: Record<string, unknown> = {}) =>
  place.touchpoint(duty, { opens_on: addDays(today, -9), created_at: SINCE, ...over });

describe("what was done without a network", () => {
  test("counts as of when it was done: on time in the tunnel is on time", async () => {
    const one = await aDuty({ due_on: addDays(today, -2), miss_on: addDays(today, -1) });
    const done = await deliver(world.board, one.id, {
      reports: [report({ doneAt: ago(60), answers: dutyAnswers(addDays(today, -4)) })],
    });
    expect(done.problems).toEqual([]);
    expect(done.taken).toBe("TAKEN");
    expect(done.detail?.touchpoint.status).toBe("DONE_ON_TIME");
  });

  test("is refused when it was locked already when it was done", async () => {
    const one = await aDuty({ due_on: addDays(today, -6), miss_on: addDays(today, -5) });
    const done = await deliver(world.board, one.id, {
      reports: [report({ answers: dutyAnswers(today) })],
    });
    expect(done.problems.map(({ code }) => code)).toEqual(["LOCKED"]);
    expect(done.detail?.touchpoint.status).toBe("MISSED");
  });

  test("is never believed to be older than a week, than the task, or of tomorrow", async () => {
    const old = await aDuty({ due_on: addDays(today, -8), miss_on: addDays(today, 30) });
    const late = await deliver(world.board, old.id, {
      reports: [report({ doneAt: ago(24 * 30), answers: dutyAnswers(today) })],
    });
    expect(late.detail?.touchpoint.status).toBe("DONE_LATE");
    const fresh = await aDuty({ created_at: new Date(Date.now() - HOUR) });
    const first = await deliver(world.board, fresh.id, {
      reports: [report({ doneAt: ago(50), answers: dutyAnswers(today) })],
    });
    expect(Date.parse(first.detail!.touchpoint.closedAt!)).toBeGreaterThan(Date.now() - 1.1 * HOUR);
    const ahead = await aDuty();
    const now = await deliver(world.board, ahead.id, {
      reports: [report({ doneAt: ago(-50), answers: dutyAnswers(today) })],
    });
    expect(Date.parse(now.detail!.touchpoint.closedAt!)).toBeLessThan(Date.now() + 5000);
  });

  test("does not mind that others ticked and tried meanwhile: steps are a set, attempts add up", async () => {
    const one = await aboutIda();
    await act(server, world.leader, "tickStep", { id: one.id, step: "date", done: true });
    await act(server, world.leader, "submitReport", { id: one.id, rev: 2, outcome: "NO_ANSWER", answers: [] });
    const done = await deliver(world.board, one.id, {
      steps: [{ step: "invite", done: true, at: ago(1) }],
      reports: [report({ outcome: "NO_ANSWER" })],
    });
    expect(done.problems).toEqual([]);
    expect(done.detail?.touchpoint).toMatchObject({ stepsDone: ["date", "invite"], attempts: 2, status: "OPEN" });
  });

  test("a tick that is older than somebody's wish for the same step gives way", async () => {
    const one = await aDuty();
    await act(server, world.leader, "tickStep", { id: one.id, step: "date", done: true });
    await act(server, world.leader, "tickStep", { id: one.id, rev: 2, step: "date", done: false });
    const older = await deliver(world.board, one.id, { steps: [{ step: "date", done: true, at: ago(1) }] });
    expect(older.detail?.touchpoint.stepsDone).toEqual([]);
    const newer = await deliver(world.board, one.id, { steps: [{ step: "date", done: true, at: ago(-1) }] });
    expect(newer.detail?.touchpoint.stepsDone).toEqual(["date"]);
  });

  test("the same delivery twice, at once or later, is one; so is one act in two deliveries", async () => {
    const one = await aboutIda();
    const attempt = report({ outcome: "NO_ANSWER" });
    const sent = input(world.board, one.id, { reports: [attempt] });
    const twins = await Promise.all(
      [sent, sent, sent].map((same) => server.ask<Delivered>(world.board, DELIVER, { input: same })),
    );
    for (const { deliverWork } of twins) expect(deliverWork.problems).toEqual([]);
    const again = await deliver(world.board, one.id, { reports: [attempt, report({ outcome: "NO_ANSWER" })] });
    expect(again.detail?.touchpoint.attempts).toBe(2);
  });

  test("a report whose answer was lost may have landed: it is done once", async () => {
    const one = await aboutIda();
    const key = uuidv7();
    await act(server, world.board, "submitReport", { key, id: one.id, outcome: "NO_ANSWER", answers: [] });
    const done = await deliver(world.board, one.id, { reports: [report({ key, outcome: "NO_ANSWER" })] });
    expect(done).toMatchObject({ taken: "ALREADY", problems: [] });
    expect(done.detail?.touchpoint.attempts).toBe(1);
    // and the other way round: the first request arrives after the delivery
    const other = uuidv7();
    await deliver(world.board, one.id, { reports: [report({ key: other, outcome: "NO_ANSWER" })] });
    const late = await act(server, world.board, "submitReport", {
      key: other,
      id: one.id,
      rev: 3,
      outcome: "NO_ANSWER",
      answers: [],
    });
    expect(late.problems.map(({ code }) => code)).toEqual(["KEY_REUSED"]);
    const { rows } = await seed.client.query<{ attempts: number }>(
      "select attempts from app.touchpoint where id = $1",
      [one.id],
    );
    expect(rows[0]?.attempts).toBe(2);
  });

  test("the same decision from two phones is one, of whoever did it first", async () => {
    const one = await aDuty();
    const answers = dutyAnswers(today, 12);
    const later = await deliver(world.leader, one.id, { reports: [report({ doneAt: ago(1), answers })] });
    const first = await deliver(world.board, one.id, { reports: [report({ doneAt: ago(3), answers })] });
    expect(later.taken).toBe("TAKEN");
    expect(first).toMatchObject({ taken: "ALREADY", problems: [] });
    expect(Date.parse(first.detail!.touchpoint.closedAt!)).toBeLessThan(Date.now() - 2.9 * HOUR);
  });

  test("another decision made meanwhile is a conflict that changes nothing and shows theirs", async () => {
    const one = await aDuty();
    await act(server, world.leader, "submitReport", { id: one.id, answers: dutyAnswers(today, 20) });
    const mine = {
      steps: [{ step: "date", done: true, at: ago(1) }],
      reports: [report({ answers: dutyAnswers(today, 11) })],
    };
    const done = await deliver(world.board, one.id, mine);
    expect(done.problems.map(({ code }) => code)).toEqual(["CONFLICT"]);
    expect(done.taken).toBeNull();
    expect(done.detail?.touchpoint).toMatchObject({ status: "DONE_ON_TIME", stepsDone: [], rev: 2 });
    expect(done.detail?.answers.find(({ field }) => field === "attendance")?.number).toBe(20);
    // the key was left free: what is chosen afterwards can be sent
    const steps = await deliver(world.board, one.id, { steps: mine.steps });
    expect(steps.detail?.touchpoint).toMatchObject({ status: "DONE_ON_TIME", stepsDone: ["date"] });
  });

  test.each(["waived_at", "cancelled_at"])("%s meanwhile is told", async (column) => {
    const over = column === "cancelled_at" ? { cancelled_because: "VERSION_WITHDRAWN" } : {};
    const one = await aDuty({ [column]: new Date(), ...over });
    const done = await deliver(world.board, one.id, { reports: [report({ answers: dutyAnswers(today) })] });
    expect(done.problems.map(({ code }) => code)).toEqual(["CONFLICT"]);
  });

  test("an attempt at what was finished meanwhile is told, counted, and never opens it again", async () => {
    const one = await aboutIda();
    await act(server, world.leader, "submitReport", { id: one.id, outcome: "WRONG_NUMBER", answers: [] });
    const tried = await deliver(world.board, one.id, { reports: [report({ outcome: "NO_ANSWER" })] });
    expect(tried).toMatchObject({ taken: "NOTHING_MORE", problems: [] });
    expect(tried.detail?.touchpoint).toMatchObject({ status: "DONE_ON_TIME", attempts: 1, outcome: "WRONG_NUMBER" });
    const later = report({ outcome: "LATER", laterOn: addDays(today, 9), doneAt: ago(0) });
    const putOff = await deliver(world.board, one.id, { reports: [later] });
    expect(putOff.taken).toBe("NOTHING_MORE");
    expect(putOff.detail?.touchpoint).toMatchObject({ outcome: "WRONG_NUMBER", dueOn: addDays(today, 2) });
  });

  test("tells the register what came of a contact, once", async () => {
    const one = await aboutIda();
    const wrong = { reports: [report({ outcome: "WRONG_NUMBER" })] };
    await deliver(world.board, one.id, wrong);
    await deliver(world.board, one.id, wrong);
    const { rows } = await seed.client.query<{ mobile_wrong_on: string; rev: number }>(
      "select mobile_wrong_on::text, rev from app.member where id = $1",
      [one.memberId],
    );
    expect(rows[0]).toEqual({ mobile_wrong_on: today, rev: 2 });
  });

  test("a period is said to be empty", async () => {
    const one = await place.touchpoint(periodic, { opens_on: addDays(today, -9), created_at: SINCE });
    const emptied = { key: uuidv7(), doneAt: ago(4) };
    expect((await deliver(world.board, one.id, { emptied })).detail?.touchpoint.status).toBe("EMPTY");
    expect(await deliver(world.leader, one.id, { emptied: { key: uuidv7(), doneAt: ago(1) } })).toMatchObject({
      taken: "ALREADY",
      problems: [],
    });
    const other = await deliver(world.leader, one.id, {
      reports: [report({ answers: [{ field: "thanked", number: 2 }] })],
    });
    expect(other.problems.map(({ code }) => code)).toEqual(["CONFLICT"]);
    const wrong = await aDuty();
    expect((await deliver(world.board, wrong.id, { emptied: { ...emptied, key: uuidv7() } })).problems[0]?.code).toBe(
      "INVALID",
    );
  });

  test("what cannot be read is refused with its place, and nothing of it is kept", async () => {
    const one = await aDuty();
    const done = await deliver(world.board, one.id, {
      steps: [{ step: "date", done: true, at: ago(1) }],
      reports: [report({ answers: [] })],
    });
    expect(done.problems.map(({ code, path }) => [code, path.join(".")])).toContainEqual([
      "INVALID",
      "answers.attendance",
    ]);
    expect(done.detail?.touchpoint).toMatchObject({ stepsDone: [], rev: 1 });
    const outcome = await deliver(world.board, one.id, { reports: [report({ outcome: "REACHED" })] });
    expect(outcome.problems[0]?.path).toEqual(["outcome"]);
  });

  test("is of the seat it was done in, and of the chapter", async () => {
    const one = await aDuty();
    const sent = (seat: SeededSeat, of: SeededSeat) =>
      server.code(seat, DELIVER, {
        input: { ...input(of, one.id), steps: [{ step: "date", done: true, at: ago(1) }] },
      });
    expect(await sent(world.leader, world.board)).toBe("FORBIDDEN");
    expect(await sent(world.siblingLeader, world.siblingLeader)).toBe("NOT_FOUND");
    const ended = await seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own });
    await seed.client.query("update app.seat set valid_to = authz.today() where id = $1", [ended.seatId]);
    expect(await sent(ended, ended)).toBe("FORBIDDEN");
    const many = Array.from({ length: 51 }, () => ({ step: "date", done: true, at: ago(1) }));
    expect(await server.code(world.board, DELIVER, { input: input(world.board, one.id, { steps: many }) })).toBe(
      "BAD_REQUEST",
    );
  });
});
