import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testJobContext, testMailer } from "../../testkit/sign-in.js";
import { act, touchpointSeed, WELCOME } from "../touchpoints/touchpoints.testing.js";
import type { TouchpointSeed } from "../touchpoints/touchpoints.testing.js";
import { LIFE_JOBS } from "./index.js";
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

const one = async (sql: string, ...values: unknown[]) => (await seed.client.query(sql, values)).rows[0];
const state = (id: string) =>
  one(`select cancelled_because, closed_at is not null as closed, member_id from app.touchpoint where id = $1`, id);
const member = () => knownMember(seed, world, today);
const about = (memberId: string, over: Record<string, unknown> = {}) =>
  place.touchpoint(welcome, { member_id: memberId, ...over });
const leave = (id: string, rev = 1, reason = "LEFT") => ({ id, rev, reason, leftOn: today });
const missedDays = () => ({ opens_on: addDays(today, -40), due_on: addDays(today, -30), miss_on: addDays(today, -10) });

describe("leaving", () => {
  test("cancels what waits, and leaves what is done or was missed as it is", async () => {
    const id = await member();
    const open = await about(id);
    const done = await about(id, { closed_at: new Date(), closed_by: world.board.seatId, outcome: "REACHED" });
    const missed = await about(id, missedDays());
    const { life, problems } = await live(server, world.board, "endMembership", leave(id));
    expect(problems).toEqual([]);
    expect(life).toMatchObject({ leftOn: today, endReason: "LEFT", undoUntil: addDays(today, 29), rev: 2 });
    expect(await state(open.id)).toMatchObject({ cancelled_because: "MEMBER_LEFT" });
    expect(await state(done.id)).toMatchObject({ cancelled_because: null, closed: true });
    expect(await state(missed.id)).toMatchObject({ cancelled_because: null, closed: false });
  });

  test("taken back, what was cancelled with it and is still in time is there again", async () => {
    const id = await member();
    const [open, before] = [await about(id), await about(id)];
    await seed.client.query(
      `update app.touchpoint set cancelled_at = now() - interval '1 day', cancelled_because = 'MEMBER_LEFT' where id = $1`,
      [before.id],
    );
    const short = await about(id);
    await live(server, world.board, "endMembership", leave(id, 1, "DIED"));
    await seed.client.query(`update app.touchpoint set opens_on = $2, due_on = $3, miss_on = $4 where id = $1`, [
      short.id,
      ...Object.values(missedDays()),
    ]);
    const { life } = await live(server, world.leader, "reinstateMember", { id, rev: 2 });
    expect(life).toMatchObject({ leftOn: null, endReason: null, undoUntil: null });
    expect(await state(open.id)).toMatchObject({ cancelled_because: null });
    expect(await state(before.id)).toMatchObject({ cancelled_because: "MEMBER_LEFT" });
    expect(await state(short.id)).toMatchObject({ cancelled_because: "MEMBER_LEFT" });
  });

  test("once for one key, and once for two at the same time", async () => {
    const id = await member();
    const key = uuidv7();
    const same = await Promise.all([1, 2].map(() => live(server, world.board, "endMembership", { ...leave(id), key })));
    expect(same.map(({ life }) => life?.rev)).toEqual([2, 2]);
    const other = await member();
    const both = await Promise.all([
      live(server, world.board, "endMembership", leave(other)),
      live(server, world.leader, "endMembership", leave(other, 1, "DIED")),
    ]);
    expect(both.flatMap(codes)).toEqual(["CONFLICT"]);
    expect(new Set(both.map(({ life }) => life!.endReason)).size).toBe(1);
  });

  test("a day that cannot be, a stale rev and a second end are refused", async () => {
    const id = await member();
    for (const leftOn of [addDays(today, 1), addDays(today, -400)]) {
      const { problems } = await live(server, world.board, "endMembership", { ...leave(id), leftOn });
      expect(problems).toMatchObject([{ code: "INVALID", path: ["leftOn"] }]);
    }
    expect(codes(await live(server, world.board, "endMembership", leave(id, 7)))).toEqual(["CONFLICT"]);
    await live(server, world.board, "endMembership", leave(id));
    expect(codes(await live(server, world.board, "endMembership", leave(id, 2)))).toEqual(["LOCKED"]);
  });

  test("while a report is sent: the one that comes first holds, and nothing is both", async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = await member();
      const { id: touchpointId } = await about(id);
      const [left, report] = await Promise.all([
        live(server, world.leader, "endMembership", leave(id)),
        act(server, world.board, "submitReport", { id: touchpointId, outcome: "DECLINES_CONTACT", answers: [] }),
      ]);
      const { cancelled_because, closed } = await state(touchpointId);
      expect(closed).toBe(cancelled_because === null);
      expect(report.problems).toHaveLength(closed ? 0 : 1);
      // who declined just before is changed, and the end asks again
      expect(codes(left)).toEqual((await lifeOf(server, world.leader, id)).leftOn ? [] : ["CONFLICT"]);
    }
  });

  test("is the own chapter's alone", async () => {
    const id = await member();
    for (const seat of [world.siblingLeader, world.foreignLeader])
      for (const name of ["endMembership", "reinstateMember"] as const)
        expect(await lifeCode(server, seat, name, name === "endMembership" ? leave(id) : { id, rev: 1 })).toBe(
          "NOT_FOUND",
        );
    for (const seat of [world.mentor, world.coordinator, world.admin, world.editor])
      expect(await lifeCode(server, seat, "endMembership", leave(id))).toBe("FORBIDDEN");
    expect((await lifeOf(server, world.board, id)).leftOn).toBeNull();
  });
});

describe("thirty days later", () => {
  const KEPT = ["standing", "standing_unclosed", "answer_sum"];
  async function kept(): Promise<string[]> {
    const found: string[] = [];
    for (const table of KEPT) {
      const { rows } = await seed.client.query<{ row: string }>(
        `select to_jsonb(k)::text as row from app.${table} k order by 1`,
      );
      found.push(...rows.map(({ row }) => `${table} ${row}`));
    }
    return found;
  }
  /** every value of every table, as text */
  async function everything(): Promise<{ table: string; text: string }[]> {
    const { rows: tables } = await seed.client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'app'::regnamespace`,
    );
    const all = [];
    for (const { name } of tables) {
      const { rows } = await seed.client.query<{ text: string }>(`select to_jsonb(t)::text as text from app.${name} t`);
      all.push(...rows.map(({ text }) => ({ table: name, text })));
    }
    return all;
  }
  async function settle(): Promise<void> {
    const jobs = await testJobContext(server, testMailer());
    try {
      await LIFE_JOBS[0]!.run({}, jobs.context);
    } finally {
      await jobs.close();
    }
  }
  // at noon: late in the evening, so many days ago is another day where the clocks have changed since
  const endedDaysAgo = (id: string, days: number) =>
    seed.client.query(
      `update app.member set ended_at = (authz.today() - $2::int + time '12:00') at time zone 'Europe/Oslo', left_on = left_on - $2::int where id = $1`,
      [id, days],
    );

  test("nothing of them is left but the locked record, and every kept number stands", async () => {
    const [gone, still] = [await member(), await member()];
    const year = Number(today.slice(0, 4));
    const tenant = { organization_id: world.organizationId, chapter_id: world.chapters.own };
    const meeting = uuidv7();
    await seed.rows("meeting", { ...tenant, id: meeting, kind: "GATHERING", held_on: today, attendance: 9 });
    for (const memberId of [gone, still]) {
      await seed.rows("member_fee", { ...tenant, member_id: memberId, year, paid_on: today });
      await seed.rows("member_fee", { ...tenant, member_id: memberId, year: year - 6, paid_on: today });
      await seed.rows("attendance", { ...tenant, meeting_id: meeting, member_id: memberId, held_on: today });
      await about(memberId, {
        closed_at: new Date(),
        closed_by: world.board.seatId,
        outcome: "REACHED",
        answers: { next_step: true },
        steps_done: ["date"],
      });
      await about(memberId, missedDays());
      await about(memberId);
      await live(server, world.board, "endMembership", leave(memberId));
    }
    await endedDaysAgo(gone, 30);
    await endedDaysAgo(still, 29);
    const {
      first_name: word,
      email_bidx,
      mobile_bidx,
      guardian_bidx,
    } = await one(`select * from app.member where id = $1`, gone);
    const blind = [email_bidx, mobile_bidx, guardian_bidx].map((index: Buffer) => index.toString("hex"));
    const before = await kept();
    await settle();
    expect(await kept()).toEqual(before);
    const found = (await everything()).filter(({ text }) => [word, ...blind].some((canary) => text.includes(canary)));
    expect(found.map(({ table }) => table)).toEqual(["grant_record"]);
    expect(await one(`select year, keep_until::text as until from app.grant_record`)).toEqual({
      year,
      until: `${year + 5}-12-31`,
    });
    expect(await one(`select count(*)::int as n from app.touchpoint where member_id = $1`, gone)).toEqual({ n: 0 });
    expect(
      await one(`select count(*)::int as n from app.attendance where member_id = any ($1)`, [gone, still]),
    ).toEqual({ n: 1 });
    expect(await one(`select attendance as n from app.meeting where id = $1`, meeting)).toEqual({ n: 9 });
    expect(await lifeOf(server, world.board, gone)).toMatchObject({ name: "Tidligere medlem", undoUntil: null });
    expect((await lifeOf(server, world.board, still)).undoUntil).toBe(today);
    // too late for one, on the last day for the other; and a second night finds nothing
    const { rev } = await lifeOf(server, world.board, gone);
    expect(codes(await live(server, world.board, "reinstateMember", { id: gone, rev }))).toEqual(["LOCKED"]);
    expect(codes(await live(server, world.board, "reinstateMember", { id: still, rev: 2 }))).toEqual([]);
    const after = await kept();
    await settle();
    expect(await kept()).toEqual(after);
  });

  test("what came in while they left is cancelled, but not the thank-you", async () => {
    const id = await member();
    const thanks = await place.template({ ...WELCOME, trigger: { kind: "MEMBER_LEFT", offsets: [0] } });
    await live(server, world.board, "endMembership", leave(id));
    const [late, thank] = [await about(id), await place.touchpoint(thanks, { member_id: id })];
    await settle();
    expect(await state(late.id)).toMatchObject({ cancelled_because: "MEMBER_LEFT" });
    expect(await state(thank.id)).toMatchObject({ cancelled_because: null });
    await live(server, world.board, "reinstateMember", { id, rev: 2 });
    expect(await state(thank.id)).toMatchObject({ cancelled_because: "MEMBER_LEFT" });
  });
});
