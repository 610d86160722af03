import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SeededSeat } from "../../testkit/seed.js";
import { queued, testJobContext, testMailer } from "../../testkit/sign-in.js";
import { act, dutyAnswers } from "../touchpoints/touchpoints.testing.js";
import { REQUEST_JOBS } from "./jobs.js";
import { codes, openRequests, RETURN, send } from "./requests.testing.js";

type Opened = Awaited<ReturnType<typeof openRequests>>;
let opened: Opened;
let seed: Opened["seed"], world: Opened["world"], server: Opened["server"], place: Opened["place"];
let aDuty: Opened["aDuty"],
  aPerson: Opened["aPerson"],
  asked: Opened["asked"],
  waiver: Opened["waiver"],
  days: Opened["days"],
  codeOf: Opened["codeOf"],
  desk: Opened["desk"],
  stored: Opened["stored"];

beforeAll(async () => {
  opened = await openRequests();
  ({ seed, world, server, place, aDuty, aPerson, asked, waiver, days, codeOf, desk, stored } = opened);
});
afterAll(() => opened.close());

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

test("the one who asked hears of the answer, also about a member, and the one who wrote the report that it came back", async () => {
  const jobs = await testJobContext(server, testMailer());
  const about = (await asked((await aPerson()).id, { reason: "TWICE" })).request;
  await send(server, world.coordinator, "decideRequest", { id: about.id, rev: 1, accept: true });
  const told = (await queued(seed, "tellAnswered")).at(-1)!;
  // nothing of what it was about is in the hands of whoever answers
  expect(told.payload).toEqual({ organizationId: world.organizationId, requestId: about.id });
  await REQUEST_JOBS[0]!.run(told.payload, jobs.context);
  expect((await queued(seed, "remindReturned")).at(-1)!.payload).toEqual({
    rule: "ANSWERED",
    organizationId: world.organizationId,
    chapterId: world.chapters.own,
    touchpointId: about.touchpointId,
    toSeatId: world.board.seatId,
  });
  const { id } = await aDuty({ closed_at: new Date(), closed_by: world.leader.seatId });
  await server.ask(world.coordinator, RETURN, { input: { key: uuidv7(), id, rev: 1, note: "Se på tallet." } });
  expect((await queued(seed, "remindReturned")).at(-1)!.payload).toMatchObject({ rule: "RETURNED", touchpointId: id });
  await jobs.close();
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
