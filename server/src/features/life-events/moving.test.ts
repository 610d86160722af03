import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { act, touchpointSeed, WELCOME } from "../touchpoints/touchpoints.testing.js";
import type { TouchpointSeed } from "../touchpoints/touchpoints.testing.js";
import { codes, knownMember, lifeCode, lifeOf, live } from "./life.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, place: TouchpointSeed, today: string;
let welcome: { templateId: string; versionId: string };

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  place = await touchpointSeed(seed, world);
  ({ today } = place);
  welcome = await place.template(WELCOME);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const rowsOf = async (sql: string, ...values: unknown[]) => (await seed.client.query(sql, values)).rows;
const touchpoints = (id: string) =>
  rowsOf(
    `select chapter_id, cancelled_because as because, started_at is not null as started, due_on::text as due from app.touchpoint where id = $1 order by cancelled_because nulls first`,
    id,
  );
const member = (over: Record<string, unknown> = {}) => knownMember(seed, world, today, over);
type Move = {
  id: string;
  memberId: string;
  name: string;
  fromChapter: string | null;
  toChapter: string | null;
  state: string;
  waiting: number | null;
  rev: number;
};
const MOVES = `{ memberMoves { incoming { id memberId name fromChapter toChapter state waiting rev } outgoing { id memberId name fromChapter toChapter state waiting rev } } }`;
const moves = async (seat: SeededSeat) =>
  (await server.ask<{ memberMoves: { incoming: Move[]; outgoing: Move[] } }>(seat, MOVES)).memberMoves;
const incoming = async (seat: SeededSeat, memberId: string) =>
  (await moves(seat)).incoming.find((move) => move.memberId === memberId);
/** proposed from the own chapter to the sibling */
async function proposed(over: Record<string, unknown> = {}): Promise<{ id: string; move: Move }> {
  const id = await member(over);
  const { problems } = await live(server, world.board, "proposeMove", {
    id,
    rev: 1,
    toChapterId: world.chapters.sibling,
  });
  expect(problems).toEqual([]);
  return { id, move: (await incoming(world.siblingLeader, id))! };
}

describe("moving", () => {
  test("is one act: a row there with everything, what waits goes along under the same id, the old row ends empty", async () => {
    const { id, move } = await proposed();
    const year = Number(today.slice(0, 4));
    await seed.rows("member_fee", {
      organization_id: world.organizationId,
      chapter_id: world.chapters.own,
      member_id: id,
      year,
      paid_on: today,
    });
    const open = await place.touchpoint(welcome, {
      member_id: id,
      started_at: new Date(),
      outcome: "MOVED",
      assignee_seat_id: world.board.seatId,
    });
    const done = await place.touchpoint(welcome, {
      member_id: id,
      closed_at: new Date(),
      closed_by: world.board.seatId,
      outcome: "REACHED",
    });
    const missed = await place.touchpoint(welcome, {
      member_id: id,
      opens_on: addDays(today, -40),
      due_on: addDays(today, -30),
      miss_on: addDays(today, -1),
    });
    const [before] = await rowsOf(`select * from app.member where id = $1`, id);
    expect(move).toMatchObject({ toChapter: null, state: "PROPOSED", waiting: 0, rev: 1 });
    const { life, problems } = await live(server, world.siblingLeader, "acceptMove", { id: move.id, rev: 1 });
    expect(problems).toEqual([]);
    expect(life).toMatchObject({ memberId: id, leftOn: null });

    const [there] = await rowsOf(
      `select * from app.member where chapter_id = $1 and id = $2`,
      world.chapters.sibling,
      id,
    );
    for (const column of [
      "first_name",
      "last_name",
      "birth_date",
      "member_no",
      "email_bidx",
      "mobile_bidx",
      "guardian_bidx",
      "postcode",
      "joined_on",
    ])
      expect([column, there[column]]).toEqual([column, before[column]]);
    expect(seed.sealer.open(there.email_ct, `member/${id}/email`)).toBe(`${before.first_name}@test.example`);
    const [here] = await rowsOf(`select * from app.member where chapter_id = $1 and id = $2`, world.chapters.own, id);
    expect(here).toMatchObject({
      end_reason: "MOVED",
      moved_to_chapter_id: world.chapters.sibling,
      email_ct: null,
      email_bidx: null,
      mobile_ct: null,
      guardian_ct: null,
      guardian_bidx: null,
    });
    expect(await touchpoints(open.id)).toEqual(
      [
        { chapter_id: world.chapters.own, because: "MEMBER_MOVED", started: true, due: addDays(today, 10) },
        { chapter_id: world.chapters.sibling, because: null, started: true, due: addDays(today, 10) },
      ].sort((a, b) => (a.because === null ? -1 : b.because === null ? 1 : 0)),
    );
    for (const { id: kept } of [done, missed])
      expect(await touchpoints(kept)).toMatchObject([{ chapter_id: world.chapters.own, because: null }]);
    expect(
      await rowsOf(
        `select year, paid_on::text as paid from app.member_fee where chapter_id = $1 and member_id = $2`,
        world.chapters.sibling,
        id,
      ),
    ).toEqual([{ year, paid: today }]);
    expect(await lifeOf(server, world.board, id)).toMatchObject({ endReason: "MOVED", undoUntil: null });
    expect((await moves(world.board)).outgoing.find((out) => out.memberId === id)).toMatchObject({ state: "ACCEPTED" });
  });

  test("and back again: the same rows come to life, with what was done meanwhile", async () => {
    const { id, move } = await proposed();
    const open = await place.touchpoint(welcome, { member_id: id });
    await live(server, world.siblingLeader, "acceptMove", { id: move.id, rev: 1 });
    await seed.client.query(`update app.touchpoint set started_at = now() where chapter_id = $1 and id = $2`, [
      world.chapters.sibling,
      open.id,
    ]);
    const { rev } = await lifeOf(server, world.siblingLeader, id);
    await live(server, world.siblingLeader, "proposeMove", { id, rev, toChapterId: world.chapters.own });
    const back = (await incoming(world.board, id))!;
    expect(back.waiting).toBe(1);
    expect((await live(server, world.board, "acceptMove", { id: back.id, rev: back.rev })).life).toMatchObject({
      leftOn: null,
    });
    expect(await touchpoints(open.id)).toMatchObject([
      { chapter_id: world.chapters.own, because: null, started: true },
      { chapter_id: world.chapters.sibling, because: "MEMBER_MOVED" },
    ]);
  });

  test("accepted twice, or accepted and withdrawn at once, one of them holds", async () => {
    const { id, move } = await proposed();
    const both = await Promise.all(
      [1, 2].map(() => live(server, world.siblingLeader, "acceptMove", { id: move.id, rev: 1 })),
    );
    expect(both.flatMap(codes)).toEqual(["CONFLICT"]);
    expect(await rowsOf(`select 1 from app.member where id = $1 and left_on is null`, id)).toHaveLength(1);
    for (let round = 0; round < 4; round += 1) {
      const again = await proposed();
      const [accepted, withdrawn] = await Promise.all([
        live(server, world.siblingLeader, "acceptMove", { id: again.move.id, rev: 1 }),
        live(server, world.board, "withdrawMove", { id: again.move.id, rev: 1 }),
      ]);
      expect([...codes(accepted), ...codes(withdrawn)]).toEqual(["CONFLICT"]);
      const active = await rowsOf(`select chapter_id from app.member where id = $1 and left_on is null`, again.id);
      expect(active).toEqual([
        { chapter_id: codes(accepted).length === 0 ? world.chapters.sibling : world.chapters.own },
      ]);
    }
  });

  test("the same key twice moves once", async () => {
    const { id, move } = await proposed();
    const key = uuidv7();
    const same = await Promise.all(
      [1, 2].map(() => live(server, world.siblingLeader, "acceptMove", { id: move.id, rev: 1, key })),
    );
    expect(same.map(({ life, problems }) => [life?.memberId, problems.length])).toEqual([
      [id, 0],
      [id, 0],
    ]);
  });

  test("declined or withdrawn, the member stays and nothing has moved; nobody else answers", async () => {
    const { id, move } = await proposed();
    for (const seat of [world.board, world.foreignLeader])
      for (const name of ["acceptMove", "declineMove"] as const)
        expect(await lifeCode(server, seat, name, { id: move.id, rev: 1 })).toBe("NOT_FOUND");
    for (const seat of [world.siblingLeader, world.foreignLeader])
      expect(await lifeCode(server, seat, "withdrawMove", { id: move.id, rev: 1 })).toBe("NOT_FOUND");
    for (const seat of [world.admin, world.coordinator, world.mentor])
      expect(await lifeCode(server, seat, "acceptMove", { id: move.id, rev: 1 })).toBe("FORBIDDEN");
    const third = await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId: world.chapters.far });
    expect(await incoming(third, id)).toBeUndefined();
    expect(await lifeCode(server, third, "acceptMove", { id: move.id, rev: 1 })).toBe("NOT_FOUND");
    await live(server, world.siblingLeader, "declineMove", { id: move.id, rev: 1 });
    expect(codes(await live(server, world.siblingLeader, "declineMove", { id: move.id, rev: 2 }))).toEqual([
      "CONFLICT",
    ]);
    expect(await incoming(world.siblingLeader, id)).toBeUndefined();
    expect((await moves(world.board)).outgoing.find((out) => out.memberId === id)).toMatchObject({ state: "DECLINED" });
    expect(await lifeOf(server, world.board, id)).toMatchObject({ leftOn: null, move: null });
    expect(
      await lifeCode(server, world.siblingLeader, "endMembership", { id, rev: 1, reason: "LEFT", leftOn: today }),
    ).toBe("NOT_FOUND");
  });

  test("is proposed once, to another open chapter of the same organization", async () => {
    const { id } = await proposed();
    const to = (toChapterId: string) => live(server, world.leader, "proposeMove", { id, rev: 1, toChapterId });
    expect(codes(await to(world.chapters.far))).toEqual(["LOCKED"]);
    expect((await to(world.chapters.own)).problems).toMatchObject([{ code: "INVALID", path: ["toChapterId"] }]);
    for (const toChapterId of [world.chapters.foreign, uuidv7(), "x"])
      expect(await lifeCode(server, world.board, "proposeMove", { id, rev: 1, toChapterId })).toBe("NOT_FOUND");
    const closed = await seed.chapter(world.organizationId, null, { closed_on: today });
    expect((await to(closed)).problems).toMatchObject([{ code: "INVALID" }]);
  });

  test("one who leaves meanwhile is not received", async () => {
    const { id, move } = await proposed();
    await live(server, world.board, "endMembership", { id, rev: 1, reason: "LEFT", leftOn: today });
    expect(codes(await live(server, world.siblingLeader, "acceptMove", { id: move.id, rev: 1 }))).toEqual(["CONFLICT"]);
  });
});

describe("what a report says of the member", () => {
  const report = async (memberId: string, outcome: string) => {
    const { id } = await place.touchpoint(welcome, { member_id: memberId });
    const sent = await act(server, world.board, "submitReport", { id, outcome, answers: [] });
    expect(sent.problems).toEqual([]);
    return { id, rev: sent.detail!.touchpoint.rev };
  };
  const register = async (id: string) =>
    (
      await rowsOf(
        `select contact_preference as preference, mobile_wrong_on::text as wrong from app.member where id = $1`,
        id,
      )
    )[0];

  test("«no more» is their preference from then on, and is taken back with the report", async () => {
    const id = await member({ contact_preference: "TEXT" });
    const sent = await report(id, "DECLINES_CONTACT");
    expect(await register(id)).toEqual({ preference: "NEVER", wrong: null });
    expect((await lifeOf(server, world.board, id)).declined).toBe(true);
    await act(server, world.board, "reopenTouchpoint", sent);
    expect(await register(id)).toEqual({ preference: "TEXT", wrong: null });
  });

  test("a wrong number is a notice until it is changed, and goes when the report is corrected", async () => {
    const id = await member();
    const sent = await report(id, "WRONG_NUMBER");
    expect(await register(id)).toEqual({ preference: "ANY", wrong: today });
    await act(server, world.board, "correctReport", { ...sent, outcome: "DECLINES_CONTACT", answers: [] });
    expect(await register(id)).toEqual({ preference: "NEVER", wrong: null });
    const other = await member();
    await report(other, "WRONG_NUMBER");
    await seed.client.query(`update app.member set mobile_bidx = $2 where id = $1`, [
      other,
      seed.sealer.blindIndex("o", "1"),
    ]);
    expect(await register(other)).toMatchObject({ wrong: null });
  });

  test("«moved» opens a move that waits for somebody to say where to", async () => {
    const id = await member();
    await report(id, "MOVED");
    await report(id, "MOVED");
    const { move, rev } = await lifeOf(server, world.board, id);
    expect(move).toMatchObject({ toChapter: null });
    const { life } = await live(server, world.board, "proposeMove", { id, rev, toChapterId: world.chapters.sibling });
    expect(life!.move).toMatchObject({ id: move!.id });
    expect(await incoming(world.siblingLeader, id)).toMatchObject({ id: move!.id, waiting: 2 });
  });
});
