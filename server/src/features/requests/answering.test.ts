import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { act, dutyAnswers, DUTY } from "../touchpoints/touchpoints.testing.js";
import { codes, LIST, listed, openRequests, send } from "./requests.testing.js";
import type { Request } from "./requests.testing.js";

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

const LONGER = { kind: "EXCEPTION", reason: "NEW_BOARD", wantedDays: 14 };

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
    const late = await send(server, world.coordinator, "decideRequest", { id: request.id, rev: 1, accept: true });
    expect(late).toMatchObject({ request: { state: "LAPSED", mayDecide: false }, problems: [{ code: "LOCKED" }] });
    // of what is about a member not even that it is done
    const person = await aPerson();
    const about = (await asked(person.id, { reason: "TWICE" })).request;
    await seed.client.query(`update app.touchpoint set closed_at = now(), outcome = 'REACHED' where id = $1`, [
      person.id,
    ]);
    expect(await codeOf(world.coordinator, "decideRequest", { id: about.id, rev: 1, accept: true })).toBe("NOT_FOUND");
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
    for (let n = 0; n < 8; n++) {
      const { request } = await waiver();
      if (n % 2 === 0) await send(server, world.editor, "decideRequest", { id: request.id, rev: 1, accept: true });
    }
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
