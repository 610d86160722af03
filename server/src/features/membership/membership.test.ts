import { addDays, lastQuarterEnd, periodOf } from "@varde/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { knownMember } from "../life-events/life.testing.js";
import { publishSnapshots } from "../standings/index.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, today: string, day: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
  day = lastQuarterEnd(today);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const member = (chapter_id: string, over: Record<string, unknown> = {}) =>
  knownMember(seed, world, today, {
    chapter_id,
    joined_on: "2020-02-01",
    joined_chapter_on: over["joined_on"] ?? "2020-02-01",
    ...over,
  });
async function members(chapterId: string, n: number, over: Record<string, unknown> = {}): Promise<void> {
  for (let i = 0; i < n; i++) await member(chapterId, over);
}

const OWN = `query ($period: String) { ownMembership(period: $period) { referenceDate period periods active paid { n of }
  growth { opening joined movedIn left movedOut agedOut died closing } retention { n of } reach { n of } participation { n of } } }`;
const own = async (seat: SeededSeat, period: string | null = null) =>
  (await server.ask<{ ownMembership: Record<string, unknown> }>(seat, OWN, { period })).ownMembership;

describe("the chapter's own", () => {
  test("is exact, by its parts, for this year when nothing is asked", async () => {
    const { own: chapter, sibling } = world.chapters;
    await members(chapter, 4);
    await member(chapter, { left_on: today, end_reason: "LEFT" });
    await member(chapter, { left_on: today, end_reason: "AGED_OUT" });
    await member(chapter, { left_on: today, end_reason: "DIED" });
    await member(chapter, { left_on: today, end_reason: "MOVED", moved_to_chapter_id: sibling });
    await member(chapter, { joined_on: today });
    const paid = await member(chapter, { joined_chapter_on: today });
    await seed.rows("member_fee", {
      organization_id: world.organizationId,
      chapter_id: chapter,
      member_id: paid,
      year: Number(today.slice(0, 4)),
      paid_on: today,
    });
    expect(await own(world.board)).toMatchObject({
      referenceDate: today,
      period: today.slice(0, 4),
      active: 6,
      paid: { n: 1, of: 6 },
      growth: { opening: 8, joined: 1, movedIn: 1, left: 1, movedOut: 1, agedOut: 1, died: 1, closing: 6 },
      retention: { n: 5, of: 6 },
      reach: { n: 0, of: 0 },
      participation: null,
    });
  });

  test("can be asked about any period that has begun", async () => {
    const before = String(Number(today.slice(0, 4)) - 1);
    expect(await own(world.leader, before)).toMatchObject({
      period: before,
      growth: { opening: 8, joined: 0, left: 0, closing: 8 },
    });
    expect(await own(world.leader, periodOf(today, "MONTH"))).toMatchObject({ growth: { opening: 8, closing: 6 } });
    for (const period of ["2999", "R12-2026-09-30", "x"])
      expect(await server.code(world.leader, OWN, { period })).toBe("BAD_REQUEST");
  });

  test("tells who came, where names are written down", async () => {
    const { own: chapter } = world.chapters;
    await seed.client.query("update app.chapter set attendance_by_name = true where id = $1", [chapter]);
    const meeting = { organization_id: world.organizationId, chapter_id: chapter };
    const id = crypto.randomUUID();
    await seed.rows("meeting", { ...meeting, id, kind: "GATHERING", held_on: today });
    const { rows } = await seed.client.query<{ id: string }>(
      "select id from app.member where chapter_id = $1 and left_on is null limit 2",
      [chapter],
    );
    for (const { id: member_id } of rows)
      await seed.rows("attendance", { ...meeting, meeting_id: id, member_id, held_on: today });
    expect(await own(world.board)).toMatchObject({ participation: { n: 2, of: 6 } });
  });

  test("is nobody else's", async () => {
    expect(await own(world.siblingLeader)).toMatchObject({ active: 0, growth: { opening: 0, closing: 0 } });
    for (const seat of [world.admin, world.coordinator, world.mentor])
      expect(await server.code(seat, OWN)).toBe("FORBIDDEN");
    const { rows } = await seed.client.query<{ n: number }>("select count(*)::int as n from app.published_membership");
    expect(rows).toEqual([{ n: 0 }]);
  });
});

const PUBLISHED = `query ($on: LocalDate) { publishedMembership(on: $on) { referenceDate days within active chapters { chapterId active before }
  year { year joined left agedOut died leftOrDied ended } } }`;
type Published = {
  referenceDate: string | null;
  days: string[];
  active: number | null;
  chapters: { chapterId: string; active: number | null; before: number | null }[];
  year: { year: number; joined: number } | null;
};
const published = async (seat: SeededSeat, on: string | null = null) =>
  (await server.ask<{ publishedMembership: Published }>(seat, PUBLISHED, { on })).publishedMembership;
const publish = (at: string, quarters = 1) =>
  publishSnapshots({
    databaseUrl: database.adminUrl,
    rolePrefix: database.rolePrefix,
    secret: database.secret,
    today: at,
    quarters,
  });

describe("what is published", () => {
  test("is nothing before a quarter's end", async () => {
    expect(await published(world.admin)).toMatchObject({ referenceDate: null, days: [], active: null, year: null });
  });

  test("hides small chapters, lets a number stand while it changes by few, and never changes", async () => {
    const { own: chapter, sibling, far } = world.chapters;
    const big = await seed.chapter(world.organizationId, world.regions.west);
    const huge = await seed.chapter(world.organizationId, world.regions.west);
    await members(sibling, 20);
    await members(far, 30);
    await members(big, 40);
    await members(huge, 50);
    await publish(addDays(today, -95));
    const first = await published(world.admin);
    const of = (from: Published, id: string) => from.chapters.find(({ chapterId }) => chapterId === id)!.active;
    // the own one has eight, and the whole federation's number is known: two larger ones are hidden with it
    expect([chapter, sibling, far, big, huge].map((id) => of(first, id))).toEqual([null, null, null, 40, 50]);
    expect(first.active).toBe(90);

    await seed.client.query(
      "update app.member set left_on = $2, end_reason = 'LEFT' where chapter_id = $1 and id in (select id from app.member where chapter_id = $1 limit 2)",
      [big, addDays(day, -1)],
    );
    await publish(today);
    const second = await published(world.admin);
    expect(second.days).toEqual([day, first.referenceDate]);
    expect(of(second, big)).toBe(40);
    expect(await published(world.admin, first.referenceDate)).toMatchObject({ ...first, days: second.days });
    await publish(today);
    expect(await published(world.admin)).toEqual(second);
    // a day before one that is published comes too late
    await publish(today, 4);
    expect((await published(world.admin)).days).toEqual(second.days);
  });

  test("is summed for a region over what its coordinator is shown, and tells no year below the federation", async () => {
    expect(await published(world.coordinator)).toMatchObject({ active: 20, year: null });
    const west = await published(world.farCoordinator);
    expect(west).toMatchObject({ active: 120, year: null });
    expect(west.chapters).toHaveLength(3);
    expect(await published(world.foreignAdmin)).toMatchObject({ referenceDate: null, chapters: [] });
    expect(await server.code(world.admin, PUBLISHED, { on: "2020-03-31" })).toBe("NOT_FOUND");
  });

  test("tells national of a whole year", async () => {
    const year = Number(today.slice(0, 4)) + 1;
    const { sibling, far } = world.chapters;
    await members(sibling, 6, { joined_on: `${year}-03-03` });
    await members(far, 7, { joined_on: `${year}-04-03` });
    await publish(`${year + 1}-01-02`);
    expect((await published(world.admin)).year).toEqual({
      year,
      joined: 13,
      left: 0,
      agedOut: 0,
      died: 0,
      leftOrDied: null,
      ended: null,
    });
    expect((await published(world.farCoordinator)).year).toBeNull();
  });
});
