import { addDays, lastQuarterEnd, matureCohort, pathOf } from "@varde/domain";
import type { JourneyFacts } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inOrganization } from "../../kernel/jobs/job.js";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { publishSnapshots } from "../standings/index.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, today: string, day: string, job: Door;
/** what was planted in the own chapter, to hold the SQL and the domain against each other */
const planted: JourneyFacts[] = [];

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
  day = lastQuarterEnd(today);
  const { databaseUrl, rolePrefix, secret } = connection();
  job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 1 });
  const { own, sibling, far } = world.chapters;
  await seed.client.query("update app.chapter set attendance_by_name = true where id = any ($1)", [[own, sibling]]);
  for (const chapter of [own, sibling, far]) await meetings(chapter);
  await many(own, 9, { came: [1, 40, 60], paid: true });
  await many(own, 3, { came: [80, 90] });
  await many(own, 7, { came: [90], paid: true });
  await many(own, 6, { came: [91, 100] });
  await many(own, 8, { left: 120 });
  await many(sibling, 12, { came: [5], paid: true });
  await many(sibling, 2, {});
  await many(far, 40, { came: [5] });
  // none of these is followed: too new, moved in, died
  await many(own, 4, { joined: addDays(day, -89) });
  await many(own, 4, { over: { joined_chapter_on: day } });
  await many(own, 4, { left: 100, over: { end_reason: "DIED" } });
});
afterAll(async () => {
  await job.close();
  await server.stop();
  await seed.close();
  await database.drop();
});

const connection = () => ({ databaseUrl: database.adminUrl, rolePrefix: database.rolePrefix, secret: database.secret });
const tenant = (chapter_id: string) => ({ organization_id: world.organizationId, chapter_id });
const joinedOn = () => addDays(day, -200);
const meetingIds = new Map<string, string>();

async function meetings(chapter: string): Promise<void> {
  for (const n of [1, 5, 40, 60, 80, 90, 91, 100]) {
    const id = uuidv7();
    meetingIds.set(`${chapter}/${n}`, id);
    await seed.rows("meeting", { ...tenant(chapter), id, kind: "GATHERING", held_on: addDays(joinedOn(), n) });
  }
}

type Plan = { came?: number[]; paid?: boolean; left?: number; joined?: string; over?: Record<string, unknown> };
async function many(chapter: string, n: number, plan: Plan): Promise<void> {
  const { came = [], paid = false, left, joined = joinedOn(), over = {} } = plan;
  for (let i = 0; i < n; i++) {
    const id = uuidv7();
    const left_on = left === undefined ? null : addDays(joined, left);
    const days = { joined_on: joined, joined_chapter_on: joined, left_on };
    await seed.rows("member", { ...tenant(chapter), id, first_name: "Kanari", ...days, ...over });
    for (const after of came) {
      const meeting_id = meetingIds.get(`${chapter}/${after}`);
      await seed.rows("attendance", {
        ...tenant(chapter),
        meeting_id,
        member_id: id,
        held_on: addDays(joinedOn(), after),
      });
    }
    if (paid)
      await seed.rows("member_fee", {
        ...tenant(chapter),
        member_id: id,
        year: Number(day.slice(0, 4)),
        paid_on: `${day.slice(0, 4)}-02-01`,
      });
    if (chapter !== world.chapters.own || plan.joined || plan.over) continue;
    const first = came[0] === undefined ? null : addDays(joined, came[0]);
    const times = { times: came.length, timesLastYear: came.length };
    planted.push({ joinedOn: joined, leftOn: left_on, firstCameOn: first, ...times, feePaid: paid });
  }
}

const JOURNEY = `query ($on: LocalDate) { journey(on: $on) { referenceDate days joined activated paths { lane ending count }
  chapters { chapterId counted joined activated } } }`;
const OWN = `{ ownJourney { referenceDate setting { byName } stages { stage count } cohort { from to joined activated paths { lane ending count } } } }`;
type Path = { lane: string; ending: string; count: number };
type Published = {
  referenceDate: string | null;
  joined: number | null;
  activated: number | null;
  paths: Path[];
  chapters: { chapterId: string; counted: boolean; joined: number | null; activated: number | null }[];
};
const published = async (seat: SeededSeat, on: string | null = null) =>
  (await server.ask<{ journey: Published }>(seat, JOURNEY, { on })).journey;
type Own = {
  stages: { stage: string; count: number }[];
  cohort: { joined: number; activated: number; paths: Path[] } | null;
};
const own = async (seat: SeededSeat) => (await server.ask<{ ownJourney: Own }>(seat, OWN)).ownJourney;
const sorted = (paths: readonly Path[]): string[] =>
  paths.map(({ lane, ending, count }) => `${lane}/${ending}/${count}`).sort();
const publish = () => publishSnapshots({ ...connection(), today });

describe("the own journey", () => {
  test("has everyone in one stage, and follows those who can be followed", async () => {
    const { stages, cohort } = await own(world.leader);
    expect(stages.reduce((sum, { count }) => sum + count, 0)).toBe(9 + 3 + 7 + 6 + 8 + 4 + 4);
    expect(stages.find(({ stage }) => stage === "FAREWELL")).toMatchObject({ count: 8 });
    const inCohort = matureCohort(today, "2020-01-01")!;
    const late = addDays(day, -89) <= inCohort.to ? 4 : 0;
    expect(cohort).toMatchObject({ joined: 33 + late, activated: 19 });
    expect(cohort!.paths.reduce((sum, { count }) => sum + count, 0)).toBe(cohort!.joined);
    expect(await own(world.board)).toEqual(await own(world.leader));
  });

  test("follows nobody where no names are written, and is nobody's above", async () => {
    await seed.client.query("update app.chapter set attendance_by_name = false where id = $1", [
      world.chapters.sibling,
    ]);
    expect((await own(world.siblingLeader)).cohort).toBeNull();
    await seed.client.query("update app.chapter set attendance_by_name = true where id = $1", [world.chapters.sibling]);
    for (const seat of [world.mentor, world.coordinator, world.admin, world.editor])
      await expect(server.code(seat, OWN)).resolves.toBe("FORBIDDEN");
  });
});

describe("the counts for a snapshot", () => {
  test("are those of the domain's rules", async () => {
    type Row = { lane: string; ending: string; count: number };
    const rows = await inOrganization({ job }, world.organizationId, "JOB_PUBLISH", (work) =>
      work.query<Row>(
        "select lane, ending, sum(n)::int as count from authz.journey_counts($1) where chapter_id = $2 group by 1, 2 having sum(n) > 0",
        [day, world.chapters.own],
      ),
    );
    const expected = new Map<string, Path>();
    for (const facts of planted) {
      const { lane, ending } = pathOf(facts, day);
      const key = `${lane}/${ending}`;
      expected.set(key, { lane, ending, count: (expected.get(key)?.count ?? 0) + 1 });
    }
    expect(sorted(rows)).toEqual(sorted([...expected.values()]));
  });

  test("are given to the publisher alone", async () => {
    for (const login of ["app", "auth"] as const) {
      const door = await openDoor({ ...connection(), login, poolSize: 1 });
      await expect(
        inOrganization({ job: door }, world.organizationId, "JOB_PUBLISH", (work) =>
          work.query("select * from authz.journey_counts($1)", [day]),
        ),
      ).rejects.toMatchObject({ code: "42501" });
      await door.close();
    }
    await expect(
      inOrganization({ job }, world.organizationId, "JOB_DIGEST", (work) =>
        work.query("select * from authz.journey_counts($1)", [day]),
      ),
    ).rejects.toMatchObject({ code: "VA003" });
  });
});

describe("the journey as those above see it", () => {
  test("is empty before a snapshot", async () => {
    expect(await published(world.admin)).toMatchObject({ referenceDate: null, joined: null, paths: [] });
    await expect(server.code(world.admin, JOURNEY, { on: day })).resolves.toBe("NOT_FOUND");
  });

  test("holds no small count anywhere, and says who writes no names", async () => {
    await publish();
    const shown = await published(world.admin);
    const { own: ownId, sibling, far } = world.chapters;
    expect(shown).toMatchObject({ referenceDate: day, joined: 47, activated: null });
    const of = (id: string) => shown.chapters.find(({ chapterId }) => chapterId === id);
    // 2 of the sibling's 14 never came: hidden, and so is what would give it away
    expect(of(sibling)).toMatchObject({ counted: true, joined: 14, activated: null });
    expect(of(ownId)).toMatchObject({ counted: true, joined: 33, activated: null });
    expect(of(far)).toEqual({ chapterId: far, counted: false, joined: null, activated: null });
    // of two chapters, either board could take its own from the sum: then nothing refines it
    expect(shown.paths).toEqual([]);
    const { rows } = await seed.client.query<{ value: number | null }>("select value from app.published_journey");
    for (const { value } of rows) expect(value === null || value === 0 || value >= 5).toBe(true);
  });

  test("is the region's for its coordinator, without ways, and the own chapter's for a board", async () => {
    const region = await published(world.coordinator);
    expect(region).toMatchObject({ joined: 47, activated: null, paths: [] });
    expect(region.chapters.map(({ chapterId }) => chapterId).sort()).toEqual(
      [world.chapters.own, world.chapters.sibling].sort(),
    );
    expect((await published(world.farCoordinator)).chapters.map(({ counted }) => counted)).toEqual([false]);
    expect(await published(world.siblingLeader)).toMatchObject({ joined: 14, activated: null, paths: [] });
    expect(await published(world.foreignAdmin)).toMatchObject({ referenceDate: null });
  });

  test("stays as published, whoever is added and however often it runs, and never follows today's register", async () => {
    const before = await published(world.admin);
    await many(world.chapters.own, 1, { came: [5] });
    await publish();
    expect(await published(world.admin)).toEqual(before);
    expect(await published(world.admin, day)).toEqual(before);
    await expect(server.code(world.admin, JOURNEY, { on: addDays(day, 1) })).resolves.toBe("NOT_FOUND");
  });
});
