import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codes, DESK, FIRST_NAME, LIST, listed, openRequests, send } from "./requests.testing.js";

type Opened = Awaited<ReturnType<typeof openRequests>>;
let opened: Opened;
let world: Opened["world"], server: Opened["server"];
let aDuty: Opened["aDuty"],
  aPerson: Opened["aPerson"],
  asked: Opened["asked"],
  waiver: Opened["waiver"],
  days: Opened["days"],
  codeOf: Opened["codeOf"],
  desk: Opened["desk"];

beforeAll(async () => {
  opened = await openRequests();
  ({ world, server, aDuty, aPerson, asked, waiver, days, codeOf, desk } = opened);
});
afterAll(() => opened.close());

const LONGER = { kind: "EXCEPTION", reason: "NEW_BOARD", wantedDays: 14 };

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
