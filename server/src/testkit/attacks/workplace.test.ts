import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DELIVER } from "../../features/offline/offline.testing.js";
import type { Delivered } from "../../features/offline/offline.testing.js";
import { outreachRows } from "../../features/outreach/outreach.testing.js";
import { openRequests, RETURN, send } from "../../features/requests/requests.testing.js";
import { dutyAnswers, DUTY, FOR_EACH, WELCOME } from "../../features/touchpoints/touchpoints.testing.js";
import type { SeededSeat } from "../seed.js";

// The workplace's own doors, tried by somebody who counts, lies about the time, or comes from the side.

type Opened = Awaited<ReturnType<typeof openRequests>>;
let opened: Opened, world: Opened["world"], server: Opened["server"], place: Opened["place"], seed: Opened["seed"];
let duty: { templateId: string; versionId: string }, welcome: typeof duty, each: typeof duty;

beforeAll(async () => {
  opened = await openRequests();
  ({ world, server, place, seed } = opened);
  [duty, welcome, each] = [await place.template(DUTY), await place.template(WELCOME), await place.template(FOR_EACH)];
});
afterAll(() => opened.close());

const day = (n: number): string => addDays(place.today, n);
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

describe("the trail is no register", () => {
  const TRAIL = `{ auditTrail(first: 100) { nodes { action subjectId detail } } }`;
  type Line = { action: string; subjectId: string | null; detail: string | null };
  const trail = async (seat: SeededSeat) =>
    (await server.ask<{ auditTrail: { nodes: Line[] } }>(seat, TRAIL)).auditTrail.nodes;

  test("requests about members are the chapter's own: with duties taken from the lines, nothing is left to count", async () => {
    const about = (await opened.asked((await opened.aPerson()).id, { reason: "TWICE" })).request;
    await send(server, world.coordinator, "decideRequest", { id: about.id, rev: 1, accept: true });
    await send(server, world.coordinator, "undoDecision", { id: about.id, rev: 2 });
    await send(server, world.board, "withdrawRequest", { id: about.id, rev: 3 });
    const { request } = await opened.waiver();
    const ours = (lines: Line[]) => lines.filter(({ action }) => action.startsWith("REQUEST_"));
    expect(ours(await trail(world.admin)).map(({ subjectId }) => subjectId)).toEqual([request.id]);
    expect(ours(await trail(world.leader)).filter(({ subjectId }) => subjectId === about.id)).toHaveLength(4);
  });

  test("a mail to all says to nobody above how many there are", async () => {
    const rows = outreachRows(seed, place.today);
    const own = { organizationId: world.organizationId, chapterId: world.chapters.own };
    for (let n = 0; n < 7; n++) await rows.member(own);
    const input = { key: uuidv7(), id: uuidv7(), meetingId: await rows.meeting(own), subject: "Treff", body: "Hei" };
    await server.ask(
      world.board,
      `mutation ($input: SendOutreachInput!) { sendOutreach(input: $input) { problems { code } } }`,
      { input },
    );
    const line = (await trail(world.admin)).find(({ subjectId }) => subjectId === input.id);
    expect(line).toEqual({ action: "OUTREACH_SENT", subjectId: input.id, detail: null });
  });
});

describe("work said to be done before", () => {
  async function deliver(seat: SeededSeat, id: string, over: object) {
    const input = { key: uuidv7(), id, seatId: seat.seatId, steps: [], reports: [], ...over };
    return (await server.ask<Delivered>(seat, DELIVER, { input })).deliverWork;
  }
  const report = (over: object) => ({ reports: [{ key: uuidv7(), answers: [], ...over }] });
  const later = (doneAt: string, laterOn: string) => report({ outcome: "LATER", doneAt, laterOn });
  const since = new Date(Date.now() - 10 * 86_400_000);
  const aboutIda = async (over: object) =>
    place.touchpoint(welcome, {
      member_id: await place.member(world.chapters.own),
      opens_on: day(-9),
      created_at: since,
      ...over,
    });
  const days = async (id: string) => {
    const { rows } = await seed.client.query<{ due: string; miss: string; back: string | null }>(
      `select due_on::text as due, miss_on::text as miss, returns_on::text as back from app.touchpoint where id = $1`,
      [id],
    );
    return rows[0]!;
  };

  test("is put off ninety days at most, and comes back while it can be done", async () => {
    const one = await aboutIda({ due_on: day(2), miss_on: day(9) });
    const far = await deliver(world.board, one.id, later(ago(0), "9999-12-31"));
    expect(far.problems).toMatchObject([{ code: "INVALID", path: ["laterOn"] }]);
    expect((await deliver(world.board, one.id, later(ago(0.1), day(5)))).taken).toBe("TAKEN");
    expect((await deliver(world.board, one.id, later(ago(0), day(80)))).taken).toBe("DEADLINE_KEPT");
    expect(await days(one.id)).toEqual({ due: day(5), miss: day(12), back: day(12) });
  });

  test("rests fourteen days at most after nobody answered, as it would with a network", async () => {
    const one = await aboutIda({ due_on: day(60), miss_on: day(90) });
    const tried = report({ outcome: "NO_ANSWER", doneAt: ago(0), returnsOn: "9999-12-31" });
    expect((await deliver(world.board, one.id, tried)).problems).toEqual([]);
    expect((await days(one.id)).back).toBe(day(14));
  });

  test("moves no day of what does not apply, is cancelled, or was put off when it was too late", async () => {
    const cancelled = { cancelled_at: new Date(), cancelled_because: "VERSION_WITHDRAWN" };
    for (const over of [{ waived_at: new Date() }, cancelled]) {
      const one = await aboutIda({ due_on: day(1), miss_on: day(2), ...over });
      expect((await deliver(world.board, one.id, later(ago(1), day(9)))).taken).toBe("NOTHING_MORE");
      expect(await days(one.id)).toMatchObject({ due: day(1), miss: day(2) });
    }
    const closed = { closed_at: new Date(), closed_by: world.leader.seatId, outcome: "REACHED" };
    const more = await aboutIda({ due_on: day(-5), miss_on: day(-4), exception_until: null, ...closed });
    expect((await deliver(world.board, more.id, later(ago(2), day(3)))).taken).toBe("NOTHING_MORE");
    expect(await days(more.id)).toMatchObject({ due: day(-5), miss: day(-4) });
  });

  test("is not closed before it opened by saying the same earlier", async () => {
    const closed_at = new Date(Date.now() - 3_600_000);
    const answers = dutyAnswers(place.today, 10);
    const one = await place.touchpoint(duty, { opens_on: day(0), due_on: day(5), created_at: since });
    await deliver(world.leader, one.id, report({ doneAt: ago(0), answers }));
    const again = await deliver(world.board, one.id, report({ doneAt: ago(4), answers }));
    expect(again).toMatchObject({ taken: "ALREADY", problems: [] });
    expect(Date.parse(again.detail!.touchpoint.closedAt!)).toBeGreaterThan(closed_at.getTime());
  });

  test("an act under the delivery's own key is refused, and not lost in silence", async () => {
    const one = await place.touchpoint(duty, { created_at: since });
    const key = uuidv7();
    const acts = { reports: [{ key, doneAt: ago(0), answers: dutyAnswers(place.today) }] };
    const input = { key, id: one.id, seatId: world.board.seatId, steps: [], ...acts };
    expect(await server.code(world.board, DELIVER, { input })).toBe("BAD_REQUEST");
  });
});

describe("those who look after", () => {
  test("take no time away from a member's task by giving less than there is", async () => {
    const one = await opened.aPerson({ exception_until: day(30) });
    const more = { kind: "EXCEPTION", reason: "NEW_BOARD", wantedDays: 3 };
    const { request } = await opened.asked(one.id, more);
    const yes = { id: request.id, rev: 1, accept: true, until: day(3) };
    expect((await send(server, world.coordinator, "decideRequest", yes)).problems).toEqual([]);
    expect(await opened.stored(one.id)).toMatchObject({ exception_until: day(30) });
    await send(server, world.coordinator, "undoDecision", { id: request.id, rev: 2 });
    expect(await opened.stored(one.id)).toMatchObject({ exception_until: day(30) });
  });

  test("send nothing back that nobody could correct: where each has confirmed for themselves", async () => {
    const one = await place.touchpoint(each, { closed_at: new Date(), closed_by: world.board.seatId });
    expect((await opened.desk(world.coordinator, one.id)).mayReturn).toBe(false);
    const input = { key: uuidv7(), id: one.id, rev: 1, note: "Se på den igjen." };
    const { returnReport } = await server.ask<{ returnReport: { problems: { code: string }[] } }>(
      world.coordinator,
      RETURN,
      { input },
    );
    expect(returnReport.problems).toMatchObject([{ code: "LOCKED" }]);
  });
});
