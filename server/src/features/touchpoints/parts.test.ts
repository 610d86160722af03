import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { JobContext } from "../../kernel/jobs/job.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testJobContext, testMailer } from "../../testkit/sign-in.js";
import { TOUCHPOINT_JOBS } from "./index.js";
import { act, DUTY, FOR_EACH, touchpointSeed } from "./touchpoints.testing.js";
import type { TouchpointSeed } from "./touchpoints.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, place: TouchpointSeed, today: string;
let each: { templateId: string; versionId: string };
let jobs: JobContext, closeJobs: () => Promise<void>, third: SeededSeat;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  place = await touchpointSeed(seed, world);
  ({ today } = place);
  each = await place.template(FOR_EACH);
  ({ context: jobs, close: closeJobs } = await testJobContext(server, testMailer()));
});
// two on the board, and one who comes and goes
beforeEach(async () => {
  third = await seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own });
});
afterAll(async () => {
  await closeJobs();
  await server.stop();
  await seed.close();
  await database.drop();
});

type Part = { name: string; mine: boolean; doneAt: string | null };
type Answer = {
  detail: {
    touchpoint: {
      doneBy: string;
      status: string;
      rev: number;
      closedAt: string | null;
      canCorrect: { allowed: boolean };
    };
    parts: Part[];
  } | null;
  next: { id: string } | null;
  problems: { code: string; message: string }[];
};
const FIELDS = "touchpoint { doneBy status rev closedAt canCorrect { allowed } } parts { name mine doneAt }";
const CONFIRM = `mutation ($input: ConfirmPartInput!) { confirmPart(input: $input) { detail { ${FIELDS} } next { id } problems { code message } } }`;

const confirm = async (seat: SeededSeat, id: string, done = true, key = uuidv7()): Promise<Answer> =>
  (await server.ask<{ confirmPart: Answer }>(seat, CONFIRM, { input: { key, id, done } })).confirmPart;
const read = async (seat: SeededSeat, id: string) =>
  (
    await server.ask<{ touchpoint: NonNullable<Answer["detail"]> }>(
      seat,
      `query ($id: ID!) { touchpoint(id: $id) { ${FIELDS} } }`,
      { id },
    )
  ).touchpoint;
const doneBy = ({ detail }: Answer): number => detail!.parts.filter(({ doneAt }) => doneAt).length;
const leave = (seat: SeededSeat, on: string) =>
  seed.client.query(`update app.seat set valid_to = $2 where id = $1`, [seat.seatId, on]);
const gone = () => leave(third, "2021-01-01");
const night = () => TOUCHPOINT_JOBS[0]!.run({}, jobs);

describe("what each board member does", () => {
  test("is confirmed one by one, and the last one closes it", async () => {
    const { id } = await place.touchpoint(each);
    const first = await confirm(world.leader, id);
    expect(first.problems).toEqual([]);
    expect(first.detail!.touchpoint).toMatchObject({ doneBy: "EACH", status: "OPEN", closedAt: null });
    expect(first.detail!.parts.map(({ mine, doneAt }) => [mine, doneAt !== null])).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ]);
    expect(doneBy(await confirm(third, id))).toBe(2);
    const last = await confirm(world.board, id);
    expect(last.detail!.touchpoint).toMatchObject({ status: "DONE_ON_TIME", canCorrect: { allowed: false } });
    const { rows } = await seed.client.query("select closed_by from app.touchpoint where id = $1", [id]);
    expect(rows).toEqual([{ closed_by: world.board.seatId }]);
    await gone();
  });

  test("said twice, or with the same key, counts once", async () => {
    const { id } = await place.touchpoint(each);
    const key = uuidv7();
    const twice = await Promise.all([confirm(world.board, id, true, key), confirm(world.board, id, true, key)]);
    expect(twice.map((one) => [one.problems, doneBy(one)])).toEqual([
      [[], 1],
      [[], 1],
    ]);
    const again = await confirm(world.board, id);
    expect([again.problems, again.detail!.touchpoint.rev]).toEqual([[], twice[0]!.detail!.touchpoint.rev]);
    await gone();
  });

  test("is closed once when all confirm at once", async () => {
    const { id } = await place.touchpoint(each);
    const all = await Promise.all([world.leader, world.board, third].map((seat) => confirm(seat, id)));
    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
    expect(await read(world.board, id)).toMatchObject({ touchpoint: { status: "DONE_ON_TIME", rev: 4 } });
    await gone();
  });

  test("is taken back within ten minutes, also when that opens it again, and not later", async () => {
    const { id } = await place.touchpoint(each);
    for (const seat of [world.leader, third, world.board]) await confirm(seat, id);
    const back = await confirm(world.leader, id, false);
    expect(back.problems).toEqual([]);
    expect([back.detail!.touchpoint.status, doneBy(back)]).toEqual(["OPEN", 2]);
    await seed.client.query(
      "update app.touchpoint_part set done_at = done_at - interval '11 minutes' where touchpoint_id = $1",
      [id],
    );
    expect((await confirm(world.board, id, false)).problems).toMatchObject([{ code: "LOCKED" }]);
    await gone();
  });

  test("opens again for whoever undoes the closing, without their part", async () => {
    await gone();
    const { id } = await place.touchpoint(each);
    await confirm(world.leader, id);
    const rev = (await confirm(world.board, id)).detail!.touchpoint.rev;
    expect((await act(server, world.board, "reopenTouchpoint", { id, rev })).problems).toEqual([]);
    const after = await read(world.board, id);
    expect([after.touchpoint.status, after.parts.filter(({ doneAt }) => doneAt).length]).toEqual(["OPEN", 1]);
  });

  test("is not reported by one for all, and one of us is not confirmed by each", async () => {
    const { id } = await place.touchpoint(each);
    expect((await act(server, world.board, "submitReport", { id, answers: [] })).problems).toMatchObject([
      { code: "INVALID" },
    ]);
    const duty = await place.touchpoint(await place.template(DUTY));
    expect((await confirm(world.board, duty.id)).problems).toMatchObject([{ code: "INVALID" }]);
    await gone();
  });

  test("is taken only while it is open", async () => {
    const late = await place.touchpoint(each, { due_on: addDays(today, -30) });
    expect((await confirm(world.board, late.id)).problems).toMatchObject([{ code: "LOCKED" }]);
    const early = await place.touchpoint(each, { due_on: addDays(today, 60) });
    expect((await confirm(world.board, early.id)).problems).toMatchObject([{ code: "LOCKED" }]);
    await gone();
  });

  test("is nobody's above the chapter, and not another chapter's", async () => {
    const { id } = await place.touchpoint(each);
    await confirm(world.board, id);
    expect((await read(world.coordinator, id)).parts).toEqual([]);
    const code = (seat: SeededSeat) => server.code(seat, CONFIRM, { input: { key: uuidv7(), id, done: true } });
    expect(await code(world.coordinator)).toBe("FORBIDDEN");
    expect(await code(world.siblingLeader)).toBe("NOT_FOUND");
    expect(await code(world.foreignLeader)).toBe("NOT_FOUND");
    expect(await code(world.expired)).toBe("FORBIDDEN");
    await gone();
  });
});

describe("a seat that ends", () => {
  test("is waited for no longer: the night closes what all who are left have confirmed, as of the day it ended", async () => {
    const { id } = await place.touchpoint(each, { due_on: addDays(today, 3) });
    await confirm(world.leader, id);
    await confirm(world.board, id);
    await night();
    expect((await read(world.board, id)).touchpoint.status).toBe("OPEN");
    // confirmed five days ago; the third left three days ago
    await seed.client.query(
      "update app.touchpoint_part set done_at = now() - interval '5 days' where touchpoint_id = $1",
      [id],
    );
    await leave(third, addDays(today, -3));
    await night();
    await night();
    const { touchpoint } = await read(world.board, id);
    expect(touchpoint.status).toBe("DONE_ON_TIME");
    const { rows } = await seed.client.query(
      "select (closed_at at time zone 'Europe/Oslo')::date::text as day, closed_by from app.touchpoint where id = $1",
      [id],
    );
    expect(rows[0].day).toBe(addDays(today, -3));
    expect([world.leader.seatId, world.board.seatId]).toContain(rows[0].closed_by);
  });

  test("is not a way past the time it could be done, nor closes what nobody has begun", async () => {
    const late = await place.touchpoint(each, { due_on: addDays(today, -60) });
    for (const seat of [world.leader, world.board]) {
      await seed.rows("touchpoint_part", {
        organization_id: world.organizationId,
        chapter_id: world.chapters.own,
        touchpoint_id: late.id,
        seat_id: seat.seatId,
      });
    }
    const untouched = await place.touchpoint(each);
    await gone();
    await night();
    expect((await read(world.board, late.id)).touchpoint.status).toBe("MISSED");
    expect((await read(world.board, untouched.id)).touchpoint.status).toBe("OPEN");
  });

  test("is counted no more when somebody confirms", async () => {
    const { id } = await place.touchpoint(each);
    await confirm(third, id);
    await confirm(world.leader, id);
    await gone();
    const last = await confirm(world.board, id);
    expect([last.detail!.touchpoint.status, doneBy(last)]).toEqual(["DONE_ON_TIME", 3]);
  });
});

describe("what to go on with", () => {
  test("is of the same template first, then by due day; never what rests, is another's or is not open", async () => {
    await gone();
    await seed.client.query(
      "update app.touchpoint set cancelled_at = now(), cancelled_because = 'VERSION_WITHDRAWN' where closed_at is null and emptied_at is null",
    );
    const other = await place.template(DUTY);
    const now = await place.touchpoint(each, { due_on: addDays(today, 9) });
    const sooner = await place.touchpoint(other, { due_on: addDays(today, 1) });
    const alike = await place.touchpoint(each, { due_on: addDays(today, 12) });
    await place.touchpoint(each, { due_on: addDays(today, 2), returns_on: addDays(today, 1) });
    await place.touchpoint(each, { due_on: addDays(today, 2), assignee_seat_id: world.leader.seatId });
    await place.touchpoint(each, { due_on: addDays(today, 90) });
    expect((await confirm(world.board, now.id)).next).toEqual({ id: alike.id });
    expect((await confirm(world.board, alike.id)).next).toEqual({ id: sooner.id });
  });
});
