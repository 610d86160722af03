import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { act, codeOf, DUTY, dutyAnswers, mutation, PERIODIC, touchpointSeed, WELCOME } from "./touchpoints.testing.js";
import type { Payload, TouchpointSeed } from "./touchpoints.testing.js";

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

const submit = (seat: SeededSeat, input: Record<string, unknown>) =>
  act(server, seat, "submitReport", { answers: [], ...input });
const aboutIda = async (over: Record<string, unknown> = {}) =>
  place.touchpoint(welcome, { member_id: await place.member(world.chapters.own), ...over });

describe("the report of a duty", () => {
  test("keeps how long it took to send the first time, and drops what cannot be", async () => {
    const report = async (seconds: number | null) => {
      const { id } = await place.touchpoint(duty);
      const sent = await submit(world.board, { id, answers: dutyAnswers(today), seconds });
      expect(sent.problems).toEqual([]);
      return { id, rev: sent.detail!.touchpoint.rev };
    };
    const kept = async (id: string) =>
      (await seed.client.query("select report_seconds as s from app.touchpoint where id = $1", [id])).rows[0].s;
    for (const seconds of [0, -5, 3601, null]) expect(await kept((await report(seconds)).id)).toBeNull();
    const { id, rev } = await report(47);
    expect(await kept(id)).toBe(47);
    const back = await act(server, world.board, "reopenTouchpoint", { id, rev });
    const again = { id, rev: back.detail!.touchpoint.rev, answers: dutyAnswers(today), seconds: 5 };
    expect((await submit(world.board, again)).problems).toEqual([]);
    expect(await kept(id)).toBe(47);
  });

  test("closes it, counts the members and notes who", async () => {
    const { id } = await place.touchpoint(duty);
    const { detail, problems } = await submit(world.board, { id, answers: dutyAnswers(today) });
    expect(problems).toEqual([]);
    expect(detail!.touchpoint).toMatchObject({ status: "DONE_ON_TIME", rev: 2 });
    expect(detail!.touchpoint["closedByName"]).toMatch(/^Holder/);
    const fields = detail!.answers.map(({ field }) => field);
    expect(fields).toEqual(["date", "invited", "attendance", "decided"]);
  });

  test("is late after the due day and refused after the miss day, before it opens, and once cancelled or waived", async () => {
    const report = async (over: Record<string, unknown>) => {
      const { id } = await place.touchpoint(duty, over);
      return submit(world.board, { id, answers: dutyAnswers(today) });
    };
    expect((await report({ due_on: addDays(today, -1) })).detail!.touchpoint.status).toBe("DONE_LATE");
    const refused = [
      { due_on: addDays(today, -30) },
      { due_on: addDays(today, 40) },
      { due_on: addDays(today, -1), late_allowed: false },
      { cancelled_at: new Date(), cancelled_because: "VERSION_WITHDRAWN" },
      { waived_at: new Date() },
    ];
    for (const over of refused) {
      const { problems } = await report(over);
      expect(problems).toMatchObject([{ code: "LOCKED" }]);
      expect(problems[0]!.message).not.toBe("");
    }
    const reopened = { due_on: addDays(today, -30), exception_until: addDays(today, 2) };
    expect((await report(reopened)).problems).toEqual([]);
  });

  test.each([
    ["attendance", [{ field: "date", date: "2026-01-10" }], "Svar på dette"],
    [
      "attendance",
      [
        { field: "date", date: "2026-01-10" },
        { field: "attendance", number: 501 },
      ],
      "500",
    ],
    [
      "attendance",
      [
        { field: "date", date: "2026-01-10" },
        { field: "attendance", number: 1.5 },
      ],
      "",
    ],
    [
      "attendance",
      [
        { field: "date", date: "2026-01-10" },
        { field: "attendance", text: "fjorten" },
      ],
      "",
    ],
    [
      "date",
      [
        { field: "date", date: "2099-01-10" },
        { field: "attendance", number: 1 },
      ],
      "i dag",
    ],
    [
      "decided",
      [
        { field: "date", date: "2026-01-10" },
        { field: "attendance", number: 1 },
        { field: "decided", text: "x".repeat(10_000) },
      ],
      "500 tegn",
    ],
    [
      "decided",
      [
        { field: "date", date: "2026-01-10" },
        { field: "attendance", number: 1 },
        { field: "decided", text: "Kari, 010107 50160" },
      ],
      "fødselsnummer",
    ],
    [
      "invited",
      [
        { field: "date", date: "2026-01-10" },
        { field: "attendance", number: 1 },
        { field: "invited", number: 9 },
      ],
      "",
    ],
    [
      "__proto__",
      [
        { field: "date", date: "2026-01-10" },
        { field: "attendance", number: 1 },
        { field: "__proto__", number: 9 },
      ],
      "",
    ],
  ])("names what is to be mended in %s", async (field, answers, words) => {
    const { id } = await place.touchpoint(duty);
    const { detail, problems } = await submit(world.board, { id, answers });
    expect(problems).toMatchObject([{ code: "INVALID", path: ["answers", field] }]);
    expect(problems[0]!.message).toContain(words);
    expect(detail!.touchpoint).toMatchObject({ status: "OPEN", rev: 1 });
  });

  test("is not taken with what no form sends", async () => {
    const { id } = await place.touchpoint(duty);
    const many = Array.from({ length: 30 }, (_, i) => ({ field: `f${i}`, number: 1 }));
    await expect(codeOf(server, world.board, "submitReport", { id, answers: many })).resolves.toBe("BAD_REQUEST");
    const twice = [...dutyAnswers(today), ...dutyAnswers(today)];
    await expect(codeOf(server, world.board, "submitReport", { id, answers: twice })).resolves.toBe("BAD_REQUEST");
    const nan = [{ field: "attendance", number: Number.NaN, choices: [null] }];
    await expect(codeOf(server, world.board, "submitReport", { id, answers: nan })).resolves.toBe("BAD_REQUEST");
    await expect(codeOf(server, world.board, "submitReport", { id: "nei", answers: [] })).resolves.toBe("NOT_FOUND");
  });
});

describe("a contact with a member", () => {
  test.each([
    ["REACHED", "DONE_ON_TIME"],
    ["DECLINES_CONTACT", "DONE_ON_TIME"],
    ["WRONG_NUMBER", "DONE_ON_TIME"],
    ["NO_ANSWER", "OPEN"],
    ["MOVED", "OPEN"],
  ])("%s leaves it %s", async (outcome, status) => {
    const { id } = await aboutIda();
    const answers = outcome === "REACHED" ? [{ field: "next_step", yesNo: true }] : [];
    const { detail, problems } = await submit(world.board, { id, outcome, answers });
    expect(problems).toEqual([]);
    expect(detail!.touchpoint).toMatchObject({ status, outcome, attempts: outcome === "NO_ANSWER" ? 1 : 0 });
    expect(detail!.touchpoint["startedAt"]).not.toBeNull();
  });

  test("needs an outcome, and what was asked of the one reached", async () => {
    const { id } = await aboutIda();
    expect((await submit(world.board, { id })).problems).toMatchObject([{ code: "INVALID", path: ["outcome"] }]);
    const reached = await submit(world.board, { id, outcome: "REACHED" });
    expect(reached.problems).toMatchObject([{ path: ["answers", "next_step"] }]);
    const { id: duties } = await place.touchpoint(duty);
    const wrong = await submit(world.board, { id: duties, outcome: "REACHED", answers: dutyAnswers(today) });
    expect(wrong.problems).toMatchObject([{ path: ["outcome"] }]);
  });
});

describe("two at once", () => {
  test("two of the board give one report, and the other is told who", async () => {
    const { id } = await place.touchpoint(duty);
    const both = await Promise.all(
      [world.leader, world.board].map((seat) => submit(seat, { id, answers: dutyAnswers(today) })),
    );
    const lost = both.filter(({ problems }) => problems.length > 0);
    expect(lost).toHaveLength(1);
    expect(lost[0]!.problems).toMatchObject([{ code: "CONFLICT" }]);
    expect(lost[0]!.problems[0]!.message).toContain(lost[0]!.detail!.touchpoint["closedByName"]);
    expect(lost[0]!.detail!.touchpoint).toMatchObject({ status: "DONE_ON_TIME", rev: 2 });
  });

  test("one key sent twenty times has one effect", async () => {
    const { id } = await aboutIda();
    const input = { key: uuidv7(), id, rev: 1, outcome: "NO_ANSWER", answers: [] };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        server.ask<{ submitReport: Payload }>(world.board, mutation("submitReport", "SubmitReportInput"), { input }),
      ),
    );
    for (const { submitReport } of answers) {
      expect(submitReport.problems).toEqual([]);
      expect(submitReport.detail!.touchpoint).toMatchObject({ attempts: 1, rev: 2 });
    }
  });

  test("a double tap with two keys counts once and says so kindly", async () => {
    const { id } = await place.touchpoint(duty);
    await submit(world.board, { id, answers: dutyAnswers(today) });
    const again = await submit(world.board, { id, answers: dutyAnswers(today) });
    expect(again.problems).toMatchObject([{ code: "CONFLICT", message: expect.stringContaining("Du har allerede") }]);
  });

  test("what was read too long ago is refused, and the state of now is beside", async () => {
    const { id } = await place.touchpoint(duty);
    await act(server, world.leader, "tickStep", { id, step: "date", done: true });
    const stale = await submit(world.board, { id, answers: dutyAnswers(today) });
    expect(stale.problems).toMatchObject([{ code: "CONFLICT" }]);
    expect(stale.detail!.touchpoint).toMatchObject({ stepsDone: ["date"], rev: 2, status: "OPEN" });
  });
});

describe("afterwards", () => {
  test("a report is corrected until it locks, and the first closing stays", async () => {
    const { id } = await place.touchpoint(duty);
    const sent = await submit(world.board, { id, answers: dutyAnswers(today) });
    const fixed = await act(server, world.leader, "correctReport", { id, rev: 2, answers: dutyAnswers(today, 15) });
    expect(fixed.problems).toEqual([]);
    expect(fixed.detail!.touchpoint["closedAt"]).toBe(sent.detail!.touchpoint["closedAt"]);
    expect(fixed.detail!.answers.find(({ field }) => field === "attendance")!.number).toBe(15);
    const old = await place.touchpoint(duty, {
      due_on: addDays(today, -60),
      closed_at: new Date(Date.now() - 50 * 86_400_000),
    });
    const locked = await act(server, world.board, "correctReport", { id: old.id, answers: dutyAnswers(today) });
    expect(locked.problems).toMatchObject([{ code: "LOCKED" }]);
  });

  test("an own closing is undone within ten minutes, and its answers are kept as a draft", async () => {
    const { id } = await place.touchpoint(duty);
    await submit(world.board, { id, answers: dutyAnswers(today) });
    const other = await act(server, world.leader, "reopenTouchpoint", { id, rev: 2 });
    expect(other.problems).toMatchObject([{ code: "LOCKED" }]);
    const undone = await act(server, world.board, "reopenTouchpoint", { id, rev: 2 });
    expect(undone.detail!.touchpoint).toMatchObject({ status: "OPEN", closedAt: null, closedByName: null });
    expect(undone.detail!.answers).not.toHaveLength(0);
    const late = await place.touchpoint(duty, {
      closed_at: new Date(Date.now() - 11 * 60_000),
      closed_by: world.board.seatId,
    });
    const refused = await act(server, world.board, "reopenTouchpoint", { id: late.id });
    expect(refused.problems).toMatchObject([{ code: "LOCKED" }]);
  });

  test("what has let go of its member is neither reopened nor corrected", async () => {
    const { id } = await aboutIda();
    const sent = await submit(world.board, { id, outcome: "REACHED", answers: [{ field: "next_step", yesNo: true }] });
    expect(sent.problems).toEqual([]);
    // as the member's erasure leaves it
    await seed.client.query(
      `update app.touchpoint set member_id = null, unlinked_on = authz.today(), occurrence = '~' || id, rev = rev + 1 where id = $1`,
      [id],
    );
    const answers = [{ field: "next_step", yesNo: true }];
    for (const [name, input] of [
      ["reopenTouchpoint", { id, rev: 3 }],
      ["correctReport", { id, rev: 3, outcome: "REACHED", answers }],
    ] as const)
      expect((await act(server, world.board, name, input)).problems).toMatchObject([{ code: "LOCKED" }]);
  });

  test("«ingen nye» closes a period and nothing else", async () => {
    const period = await place.touchpoint(periodic, { occurrence: today.slice(0, 7) });
    const emptied = await act(server, world.board, "closeEmpty", { id: period.id });
    expect(emptied.detail!.touchpoint.status).toBe("EMPTY");
    const undone = await act(server, world.board, "reopenTouchpoint", { id: period.id, rev: 2 });
    expect(undone.detail!.touchpoint.status).toBe("OPEN");
    const question = await place.touchpoint(welcome, { period_report: true, occurrence: "R-2026-Q1" });
    expect((await act(server, world.board, "closeEmpty", { id: question.id })).problems).toEqual([]);
    const corrected = await act(server, world.board, "correctReport", {
      id: question.id,
      rev: 2,
      answers: [{ field: "worked", text: "Å ringe" }],
    });
    expect(corrected.detail!.touchpoint.status).toBe("DONE_ON_TIME");
    const { id } = await place.touchpoint(duty);
    expect((await act(server, world.board, "closeEmpty", { id })).problems).toMatchObject([{ code: "INVALID" }]);
  });
});

describe("steps and meeting", () => {
  test("a tick starts it, also before it opens; unknown steps are refused", async () => {
    const { id } = await place.touchpoint(duty, { due_on: addDays(today, 40) });
    const ticked = await act(server, world.board, "tickStep", { id, step: "invite", done: true });
    expect(ticked.detail!.touchpoint).toMatchObject({ stepsDone: ["invite"], canSubmit: { allowed: true } });
    const unticked = await act(server, world.board, "tickStep", { id, rev: 2, step: "invite", done: false });
    expect(unticked.detail!.touchpoint["stepsDone"]).toEqual([]);
    const unknown = await act(server, world.board, "tickStep", { id, rev: 3, step: "hei", done: true });
    expect(unknown.problems).toMatchObject([{ code: "INVALID", path: ["step"] }]);
  });

  test("a meeting of the chapter is chosen, another chapter's is not there", async () => {
    const { id } = await place.touchpoint(duty);
    const meeting = async (chapterId: string) => {
      const meetingId = uuidv7();
      const row = {
        organization_id: world.organizationId,
        chapter_id: chapterId,
        id: meetingId,
        kind: "GATHERING",
        held_on: today,
      };
      await seed.rows("meeting", row);
      return meetingId;
    };
    const meetingId = await meeting(world.chapters.own);
    const chosen = await act(server, world.board, "chooseMeeting", { id, meetingId });
    expect(chosen.detail!.meeting).toEqual({ id: meetingId });
    const foreign = await meeting(world.chapters.sibling);
    const refused = await act(server, world.board, "chooseMeeting", { id, rev: 2, meetingId: foreign });
    expect(refused.problems).toMatchObject([{ code: "INVALID", path: ["meetingId"] }]);
  });
});

test("no other seat writes a report", async () => {
  const { id } = await place.touchpoint(duty);
  const input = { id, answers: dutyAnswers(today) };
  const code = (seat: SeededSeat | null) => codeOf(server, seat, "submitReport", input);
  for (const seat of [world.siblingLeader, world.foreignLeader]) await expect(code(seat)).resolves.toBe("NOT_FOUND");
  for (const seat of [world.coordinator, world.mentor, world.admin, world.editor, world.expired]) {
    await expect(code(seat)).resolves.toBe("FORBIDDEN");
  }
  await expect(code(null)).resolves.toBe("UNAUTHENTICATED");
});
