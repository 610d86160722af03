import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { act, dutyAnswers, DUTY, touchpointSeed, WELCOME } from "../touchpoints/touchpoints.testing.js";
import type { TouchpointSeed } from "../touchpoints/touchpoints.testing.js";
import { DESK, LIST, listed, requestMutation, RETURN, send } from "./requests.testing.js";
import type { Answered, Request, RequestMutation } from "./requests.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, place: TouchpointSeed;
let duty: { templateId: string; versionId: string }, welcome: { templateId: string; versionId: string };
const FIRST_NAME = "Fornavnlinn";

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  place = await touchpointSeed(seed, world);
  duty = await place.template(DUTY);
  welcome = await place.template(WELCOME);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const codes = ({ problems }: Answered) => problems.map(({ code }) => code);
const codeOf = (seat: SeededSeat, name: RequestMutation, input: object) =>
  server.code(seat, requestMutation(name), { input: { key: uuidv7(), ...input } });
const days = (n: number) => addDays(place.today, n);

async function aDuty(over: Record<string, unknown> = {}) {
  return place.touchpoint(duty, over);
}
async function aPerson(over: Record<string, unknown> = {}) {
  return place.touchpoint(welcome, {
    member_id: await place.member(world.chapters.own, { first_name: FIRST_NAME }),
    ...over,
  });
}
type Asked = { touchpointId: string; request: Request };
async function asked(touchpointId: string, over: object = {}, seat = world.board): Promise<Asked> {
  const input = { id: uuidv7(), touchpointId, kind: "WAIVER", reason: "NOT_FOR_US", ...over };
  const answer = await send(server, seat, "askRequest", input);
  expect(answer.problems).toEqual([]);
  return { touchpointId, request: answer.request! };
}
const waiver = async (over: object = {}) => asked((await aDuty()).id, over);
const LONGER = { kind: "EXCEPTION", reason: "NEW_BOARD", wantedDays: 14 };
async function stored(id: string) {
  const { rows } = await seed.client.query<Record<string, unknown> & { rev: number }>(
    `select waived_at, exception_until::text, cancelled_because, returned_note, rev from app.touchpoint where id = $1`,
    [id],
  );
  return rows[0]!;
}
type Desk = { mayAsk: string[]; mayGrant: boolean; mayReturn: boolean; untilFrom: string | null; requests: Request[] };
const desk = async (seat: SeededSeat, id: string) =>
  (await server.ask<{ requestDesk: Desk }>(seat, DESK, { id })).requestDesk;

describe("asking", () => {
  test("that a duty does not apply, which its coordinator and national read, and no one else above or beside", async () => {
    const { touchpointId, request } = await waiver({ reason: "OTHER", words: "  Vi er tre i laget. " });
    expect(request).toMatchObject({
      state: "ASKED",
      words: "Vi er tre i laget.",
      touchpointId,
      mayWithdraw: true,
      rev: 1,
    });
    for (const seat of [world.coordinator, world.editor, world.admin]) {
      const found = (await listed(server, seat)).find(({ id }) => id === request.id);
      expect(found).toMatchObject({ touchpointId, words: "Vi er tre i laget.", mayDecide: true, dueOn: days(10) });
    }
    for (const seat of [world.farCoordinator, world.foreignAdmin])
      expect((await listed(server, seat)).map(({ id }) => id)).not.toContain(request.id);
    for (const seat of [world.mentor, world.board, world.siblingLeader])
      expect(await server.code(seat, LIST, {})).toBe("FORBIDDEN");
    expect(await desk(world.board, touchpointId)).toMatchObject({
      mayAsk: [],
      mayGrant: false,
      requests: [{ id: request.id }],
    });
    expect(await server.code(world.siblingLeader, DESK, { id: touchpointId })).toBe("NOT_FOUND");
  });

  test("about a member gives those above its name, the reason and the day, and nothing that leads to the member", async () => {
    const due = days(17);
    const person = await aPerson({ due_on: due });
    const { request } = await asked(person.id, { reason: "ALREADY_IN_TOUCH" });
    expect(request.touchpointId).toBe(person.id);
    const text = JSON.stringify(await server.ask(world.coordinator, LIST, {}));
    for (const secret of [person.id, person.memberId!, FIRST_NAME, due, days(37), days(38)])
      expect(text).not.toContain(secret);
    const found = (await listed(server, world.coordinator)).find(({ id }) => id === request.id)!;
    expect(found).toMatchObject({
      aboutMember: true,
      touchpointId: null,
      dueOn: null,
      untilFrom: null,
      askedByName: null,
    });
    expect(await server.code(world.coordinator, DESK, { id: person.id })).toBe("NOT_FOUND");
    // nor how many there are
    expect(text).toContain('"totalCount":null');
    const waits = await server.ask<{ requestsWaiting: { duties: number; aboutMembers: boolean } }>(
      world.coordinator,
      `query { requestsWaiting { duties aboutMembers } }`,
    );
    expect(waits.requestsWaiting.aboutMembers).toBe(true);
    const duties = (await listed(server, world.coordinator)).filter(({ aboutMember }) => !aboutMember);
    expect(waits.requestsWaiting.duties).toBe(duties.length);
  });

  test.each([
    ["a duty's reason about a member", true, { reason: "NOT_FOR_US" }, ["reason"]],
    ["a member's reason about a duty", false, { reason: "TWICE" }, ["reason"]],
    ["a reason of the other kind", false, { ...LONGER, reason: "NOT_FOR_US" }, ["reason"]],
    ["what the system alone says", false, { ...LONGER, reason: "UNASKED" }, ["reason"]],
    ["words about a member", true, { reason: "TWICE", words: "Hun er syk" }, ["words"]],
    ["something else without words", false, { reason: "OTHER", words: " " }, ["words"]],
    ["too many words", false, { words: "x".repeat(301) }, ["words"]],
    ["the name of a member", false, { words: `Fordi ${FIRST_NAME} er borte` }, ["words"]],
    ["more time without how much", false, { ...LONGER, wantedDays: null }, ["wantedDays"]],
    ["more time without end", false, { ...LONGER, wantedDays: 61 }, ["wantedDays"]],
  ])("refuses %s", async (_what, person, over, path) => {
    const { id } = person ? await aPerson() : await aDuty();
    await aPerson();
    const input = { id: uuidv7(), touchpointId: id, kind: "WAIVER", reason: "NOT_FOR_US", ...over };
    const refused = await send(server, world.board, "askRequest", input);
    expect(refused.problems).toMatchObject([{ code: "INVALID", path }]);
  });

  test("is refused when it is closed or gone, and one waits at a time however many ask at once", async () => {
    const when = new Date();
    const cancelled = { cancelled_at: when, cancelled_because: "VERSION_WITHDRAWN" };
    for (const over of [{ closed_at: when }, { emptied_at: when }, { waived_at: when }, cancelled]) {
      const { id } = await aDuty(over);
      const input = { id: uuidv7(), touchpointId: id, kind: "WAIVER", reason: "NOT_FOR_US" };
      expect(codes(await send(server, world.board, "askRequest", input))).toEqual(["LOCKED"]);
    }
    const { id } = await aDuty();
    const input = () => ({ id: uuidv7(), touchpointId: id, kind: "WAIVER", reason: "NOT_FOR_US" });
    const answers = await Promise.all(
      [world.board, world.leader, world.board].map((seat) => send(server, seat, "askRequest", input())),
    );
    expect(answers.flatMap(codes)).toEqual(["CONFLICT", "CONFLICT"]);
    const same = { ...input(), touchpointId: (await aDuty()).id, key: uuidv7() };
    const twins = await Promise.all([1, 2].map(() => send(server, world.board, "askRequest", same)));
    expect(twins.map(({ request }) => request?.id)).toEqual([same.id, same.id]);
  });

  test("is another chapter's to leave alone", async () => {
    const input = { id: uuidv7(), touchpointId: (await aDuty()).id, kind: "WAIVER", reason: "NOT_FOR_US" };
    expect(await codeOf(world.siblingLeader, "askRequest", input)).toBe("NOT_FOUND");
    expect(await codeOf(world.coordinator, "askRequest", input)).toBe("FORBIDDEN");
    const { request } = await waiver();
    expect(await codeOf(world.siblingLeader, "withdrawRequest", { id: request.id, rev: 1 })).toBe("NOT_FOUND");
  });

  test("can be taken back while it waits, and asked again", async () => {
    const { touchpointId, request } = await waiver();
    expect(codes(await send(server, world.leader, "withdrawRequest", { id: request.id, rev: 9 }))).toEqual([
      "CONFLICT",
    ]);
    const back = await send(server, world.leader, "withdrawRequest", { id: request.id, rev: 1 });
    expect(back.request).toMatchObject({ state: "WITHDRAWN", mayWithdraw: false });
    expect(codes(await send(server, world.leader, "withdrawRequest", { id: request.id, rev: 2 }))).toEqual(["LOCKED"]);
    expect(await codeOf(world.coordinator, "decideRequest", { id: request.id, rev: 2, accept: true })).toBe(
      "NOT_FOUND",
    );
    expect((await asked(touchpointId)).request.state).toBe("ASKED");
  });
});

describe("answering", () => {
  test("yes sets it to not relevant, and taking that back within seven days brings it back", async () => {
    const { touchpointId, request } = await waiver();
    const yes = await send(server, world.coordinator, "decideRequest", {
      id: request.id,
      rev: 1,
      accept: true,
      answerCode: "FINE",
    });
    expect(yes.request).toMatchObject({
      state: "ACCEPTED",
      answerCode: "FINE",
      mayUndo: true,
      mayDecide: false,
      rev: 2,
    });
    expect((await stored(touchpointId)).waived_at).not.toBeNull();
    expect((await desk(world.board, touchpointId)).requests[0]).toMatchObject({ state: "ACCEPTED", mayUndo: false });
    const undone = await send(server, world.admin, "undoDecision", { id: request.id, rev: 2 });
    expect(undone.request).toMatchObject({ state: "ASKED", answerCode: null, mayDecide: true, rev: 3 });
    expect(await stored(touchpointId)).toMatchObject({ waived_at: null, rev: 3 });
  });

  test("yes to more time opens it until the day, also when it had gone out, and back again", async () => {
    const missed = await aDuty({ due_on: days(-40) });
    const { request } = await asked(missed.id, LONGER);
    const decide = (until: string | null) =>
      send(server, world.coordinator, "decideRequest", { id: request.id, rev: 1, accept: true, until });
    for (const until of [null, place.today, days(61)])
      expect((await decide(until)).problems).toMatchObject([{ code: "INVALID", path: ["until"] }]);
    expect((await decide(days(14))).request).toMatchObject({ state: "ACCEPTED", untilOn: days(14) });
    expect(await stored(missed.id)).toMatchObject({ exception_until: days(14) });
    const report = await act(server, world.board, "submitReport", {
      id: missed.id,
      rev: 2,
      answers: dutyAnswers(place.today),
    });
    expect(report.detail?.touchpoint.status).toBe("DONE_LATE");
    // what was done under it stays done
    const undone = await send(server, world.coordinator, "undoDecision", { id: request.id, rev: 2 });
    expect(undone.problems).toEqual([]);
    expect(await stored(missed.id)).toMatchObject({ exception_until: null });
    expect((await desk(world.board, missed.id)).requests[0]).toMatchObject({ state: "LAPSED", mayWithdraw: true });
  });

  test("a day that gives no more time is refused of a duty, and tells no date of a member's", async () => {
    const own = await aDuty({ due_on: days(10) });
    const { request } = await asked(own.id, LONGER);
    expect(request.untilFrom).toBe(days(31));
    const early = { id: request.id, rev: 1, accept: true, until: days(30) };
    expect(codes(await send(server, world.coordinator, "decideRequest", early))).toEqual(["INVALID"]);
    const person = await aPerson({ due_on: days(10) });
    const about = (await asked(person.id, { ...LONGER, reason: "NOT_REACHED_YET" })).request;
    const yes = await send(server, world.coordinator, "decideRequest", { ...early, id: about.id });
    expect(yes.request).toMatchObject({ state: "ACCEPTED", untilOn: days(30), touchpointId: null });
  });

  test("no needs an answer, in words only about a duty", async () => {
    const { request } = await waiver();
    const no = { id: request.id, rev: 1, accept: false };
    expect((await send(server, world.coordinator, "decideRequest", no)).problems).toMatchObject([
      { code: "INVALID", path: ["answer"] },
    ]);
    const said = await send(server, world.coordinator, "decideRequest", { ...no, answer: "Jeg ringer dere i morgen." });
    expect(said.request).toMatchObject({ state: "DECLINED", answer: "Jeg ringer dere i morgen." });
    const about = (await asked((await aPerson()).id, { reason: "TWICE" })).request;
    const words = { id: about.id, rev: 1, accept: false, answer: "Nei" };
    expect((await send(server, world.coordinator, "decideRequest", words)).problems).toMatchObject([
      { code: "INVALID", path: ["answer"] },
    ]);
    const code = { ...words, answer: null, answerCode: "TRY_ANYWAY" };
    expect((await send(server, world.coordinator, "decideRequest", code)).request).toMatchObject({ state: "DECLINED" });
  });

  test("is for the region's own coordinator and national, and not for others", async () => {
    const { request } = await waiver();
    const input = { id: request.id, rev: 1, accept: true };
    expect(await codeOf(world.farCoordinator, "decideRequest", input)).toBe("NOT_FOUND");
    expect(await codeOf(world.foreignAdmin, "decideRequest", input)).toBe("NOT_FOUND");
    for (const seat of [world.mentor, world.leader, world.board])
      expect(await codeOf(seat, "decideRequest", input)).toBe("FORBIDDEN");
    expect(codes(await send(server, world.editor, "decideRequest", input))).toEqual([]);
  });

  test("two at once give one result, and the second is told", async () => {
    const { touchpointId, request } = await waiver();
    const input = { id: request.id, rev: 1, answerCode: "FINE" };
    const both = await Promise.all([
      send(server, world.coordinator, "decideRequest", { ...input, accept: true }),
      send(server, world.admin, "decideRequest", { ...input, accept: false }),
    ]);
    expect(both.flatMap(codes)).toEqual(["CONFLICT"]);
    const state = both[0]!.request!.state;
    expect(both[1]!.request!.state).toBe(state);
    expect((await stored(touchpointId)).waived_at !== null).toBe(state === "ACCEPTED");
    const key = uuidv7();
    const again = (await waiver()).request;
    const twins = await Promise.all(
      [1, 2].map(() => send(server, world.coordinator, "decideRequest", { key, id: again.id, rev: 1, accept: true })),
    );
    expect(twins.map((twin) => twin.request?.state)).toEqual(["ACCEPTED", "ACCEPTED"]);
  });

  test("whoever sits on that board cannot, in whichever seat they ask, and national sees that nobody in the region can", async () => {
    const { account_id } = { account_id: world.coordinator.accountId };
    const { touchpointId, request } = await waiver();
    const seat = await seed.seat(
      world.organizationId,
      "CHAPTER_BOARD",
      { chapterId: world.chapters.own },
      { account_id },
    );
    const mine = async () => (await listed(server, world.admin, { mine: true })).find(({ id }) => id === request.id);
    expect(await mine()).toMatchObject({ unattended: true });
    const input = { id: request.id, rev: 1, accept: true };
    const refused = await send(server, world.coordinator, "decideRequest", input);
    expect(codes(refused)).toEqual(["LOCKED"]);
    expect(refused.request).toMatchObject({ ownBoard: true, mayDecide: false, state: "ASKED" });
    expect((await desk(world.coordinator, touchpointId)).mayGrant).toBe(false);
    await seed.client.query(`update app.seat set valid_to = authz.today() where id = $1`, [seat.seatId]);
    expect(await mine()).toBeUndefined();
    expect(codes(await send(server, world.coordinator, "decideRequest", input))).toEqual([]);
  });

  test("what has waited for more than seven days is national's too", async () => {
    const { request } = await waiver();
    await seed.client.query(`update app.touchpoint_request set asked_at = now() - interval '8 days' where id = $1`, [
      request.id,
    ]);
    const found = (await listed(server, world.admin, { mine: true })).find(({ id }) => id === request.id);
    expect(found).toMatchObject({ waitsLong: true, unattended: false });
  });

  test("is refused when the task is done or its version was withdrawn meanwhile", async () => {
    const { touchpointId, request } = await waiver();
    await act(server, world.board, "submitReport", { id: touchpointId, rev: 1, answers: dutyAnswers(place.today) });
    expect(await codeOf(world.coordinator, "decideRequest", { id: request.id, rev: 1, accept: true })).toBe(
      "NOT_FOUND",
    );
    expect((await desk(world.board, touchpointId)).requests[0]).toMatchObject({ state: "LAPSED" });
    const other = await waiver();
    await seed.client.query(
      `update app.touchpoint set cancelled_at = now(), cancelled_because = 'VERSION_WITHDRAWN' where id = $1`,
      [other.touchpointId],
    );
    const direct = await seed.client.query(`select state from app.touchpoint_request where id = $1`, [
      other.request.id,
    ]);
    expect(direct.rows).toEqual([{ state: "ASKED" }]);
    expect((await listed(server, world.coordinator)).map(({ id }) => id)).not.toContain(other.request.id);
  });

  test("taken back too late is refused; what was withdrawn meanwhile is cancelled and not opened again", async () => {
    const first = await waiver();
    await send(server, world.coordinator, "decideRequest", { id: first.request.id, rev: 1, accept: true });
    await seed.client.query(`update app.touchpoint_request set decided_at = now() - interval '8 days' where id = $1`, [
      first.request.id,
    ]);
    expect(codes(await send(server, world.coordinator, "undoDecision", { id: first.request.id, rev: 2 }))).toEqual([
      "LOCKED",
    ]);

    const gone = await place.template(DUTY);
    const rollout = await seed.rollout({ organizationId: world.organizationId, ...gone }, world.admin.seatId);
    const second = await asked((await place.touchpoint(gone)).id);
    await send(server, world.coordinator, "decideRequest", { id: second.request.id, rev: 1, accept: true });
    await seed.client.query(
      `update app.rollout set withdrawn_at = now(), withdrawn_by = $2, ended_on = authz.today() where id = $1`,
      [rollout, world.admin.seatId],
    );
    const undone = await send(server, world.coordinator, "undoDecision", { id: second.request.id, rev: 2 });
    expect(undone.problems).toEqual([]);
    expect(await stored(second.touchpointId)).toMatchObject({
      waived_at: null,
      cancelled_because: "VERSION_WITHDRAWN",
    });
  });

  test("of a member's is out of sight above when it can no longer be taken back", async () => {
    const about = (await asked((await aPerson()).id, { reason: "TWICE" })).request;
    await send(server, world.coordinator, "decideRequest", { id: about.id, rev: 1, accept: true });
    const seen = async () =>
      (await listed(server, world.coordinator, { waiting: false })).some(({ id }) => id === about.id);
    expect(await seen()).toBe(true);
    await seed.client.query(`update app.touchpoint_request set decided_at = now() - interval '8 days' where id = $1`, [
      about.id,
    ]);
    expect(await seen()).toBe(false);
  });

  test("pages hold every request once, in both lists", async () => {
    for (const waiting of [true, false]) {
      const all = (await listed(server, world.admin, { waiting })).map(({ id }) => id);
      expect(all.length).toBeGreaterThan(3);
      const read: string[] = [];
      let after: string | null = null;
      do {
        type Page = { requests: { nodes: Request[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
        const { requests }: Page = await server.ask<Page>(world.admin, LIST, { waiting, first: 2, after });
        read.push(...requests.nodes.map(({ id }) => id));
        after = requests.pageInfo.hasNextPage ? requests.pageInfo.endCursor : null;
      } while (after);
      expect(read).toEqual(all);
    }
    expect(await server.code(world.admin, LIST, { after: "x" })).toBe("BAD_REQUEST");
  });
});

describe("unasked", () => {
  test("more time for a duty, with a reason, and taken away again", async () => {
    const { id } = await aDuty({ due_on: days(-5) });
    const grant = { id, rev: 1, requestId: uuidv7(), until: days(30), words: "Dere er få. Ta dere tid." };
    expect(await codeOf(world.farCoordinator, "grantException", grant)).toBe("NOT_FOUND");
    expect(await codeOf(world.board, "grantException", grant)).toBe("FORBIDDEN");
    expect(codes(await send(server, world.coordinator, "grantException", { ...grant, rev: 7 }))).toEqual(["CONFLICT"]);
    expect(codes(await send(server, world.coordinator, "grantException", { ...grant, until: days(3) }))).toEqual([
      "INVALID",
    ]);
    expect(codes(await send(server, world.coordinator, "grantException", { ...grant, words: "" }))).toEqual([
      "INVALID",
    ]);
    const given = await send(server, world.coordinator, "grantException", grant);
    expect(given.request).toMatchObject({ state: "ACCEPTED", reason: "UNASKED", untilOn: days(30), mayUndo: true });
    expect((await desk(world.board, id)).requests[0]).toMatchObject({ answer: grant.words, askedByName: null });
    expect(await stored(id)).toMatchObject({ exception_until: days(30) });
    expect((await send(server, world.coordinator, "undoDecision", { id: grant.requestId, rev: 1 })).problems).toEqual(
      [],
    );
    expect(await stored(id)).toMatchObject({ exception_until: null });
  });

  test("never of what is about a member, nor beside what the board has asked", async () => {
    const person = await aPerson({ due_on: days(-5) });
    const grant = { rev: 1, requestId: uuidv7(), until: days(30), words: "Ta dere tid." };
    expect(await codeOf(world.coordinator, "grantException", { ...grant, id: person.id })).toBe("NOT_FOUND");
    const { touchpointId } = await waiver();
    expect(
      codes(await send(server, world.coordinator, "grantException", { ...grant, id: touchpointId, until: days(50) })),
    ).toEqual(["LOCKED"]);
  });
});

describe("sending a report back", () => {
  type Returned = { detail: { touchpoint: Record<string, unknown> } | null; problems: { code: string }[] };
  const giveBack = async (seat: SeededSeat, input: object): Promise<Returned> =>
    (await server.ask<{ returnReport: Returned }>(seat, RETURN, { input: { key: uuidv7(), ...input } })).returnReport;

  test("with a note, which correcting takes away, however long it has been locked", async () => {
    const { id } = await aDuty({
      due_on: days(-200),
      closed_at: new Date(Date.now() - 200 * 86_400_000),
      closed_by: world.board.seatId,
    });
    const correct = (rev: number) =>
      act(server, world.leader, "correctReport", { id, rev, answers: dutyAnswers(place.today) });
    expect((await correct(1)).problems).toMatchObject([{ code: "LOCKED" }]);
    expect((await giveBack(world.coordinator, { id, rev: 5, note: "Antallet mangler." })).problems).toMatchObject([
      { code: "CONFLICT" },
    ]);
    const back = await giveBack(world.coordinator, { id, rev: 1, note: "Antallet mangler." });
    expect(back.detail?.touchpoint).toMatchObject({
      returnedNote: "Antallet mangler.",
      canCorrect: { allowed: true, until: null },
    });
    expect((await correct(2)).problems).toEqual([]);
    expect(await stored(id)).toMatchObject({ returned_note: null, rev: 3 });
    expect((await correct(3)).problems).toMatchObject([{ code: "LOCKED" }]);
  });

  test("is taken back by no note, and is refused of what is open, a member's or another region's", async () => {
    const closed = { closed_at: new Date(), closed_by: world.board.seatId };
    const { id } = await aDuty(closed);
    const code = (seat: SeededSeat, of: string) =>
      server.code(seat, RETURN, { input: { key: uuidv7(), id: of, rev: 1, note: "Se på tallet." } });
    expect(await code(world.farCoordinator, id)).toBe("NOT_FOUND");
    expect(await code(world.board, id)).toBe("FORBIDDEN");
    expect(await code(world.coordinator, (await aPerson({ ...closed, outcome: "REACHED" })).id)).toBe("NOT_FOUND");
    expect((await giveBack(world.coordinator, { id: (await aDuty()).id, rev: 1, note: "x" })).problems).toMatchObject([
      { code: "LOCKED" },
    ]);
    expect((await giveBack(world.coordinator, { id, rev: 1, note: " " })).problems).toMatchObject([
      { code: "INVALID" },
    ]);
    await giveBack(world.coordinator, { id, rev: 1, note: "Se på tallet." });
    expect((await giveBack(world.admin, { id, rev: 2 })).detail?.touchpoint).toMatchObject({ returnedAt: null });
  });
});

test("what is asked about a member goes when the touchpoint lets go of them, and with an erasure", async () => {
  const there = async (id: string) =>
    (await seed.client.query(`select 1 from app.touchpoint_request where id = $1`, [id])).rowCount === 1;
  const missed = await aPerson({ due_on: days(-400) });
  const first = (await asked(missed.id, { reason: "TWICE" })).request.id;
  await seed.client.query(
    `update app.touchpoint set member_id = null, unlinked_on = authz.today(), occurrence = '~' || id where id = $1`,
    [missed.id],
  );
  expect(await there(first)).toBe(false);
  const open = await aPerson();
  const second = (await asked(open.id, { reason: "TWICE" })).request.id;
  await seed.client.query(`select authz.empty_person($1, $2, $3)`, [
    world.organizationId,
    world.chapters.own,
    open.memberId,
  ]);
  expect(await there(second)).toBe(false);
});
