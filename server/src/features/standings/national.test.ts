import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { TODAY, day, definition, template, touchpoints } from "./standings.testing.js";
import type { Template } from "./standings.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, duty: Template, person: Template;

type Tally = {
  template: { id: string };
  period: string;
  fromSnapshot: boolean;
  total: { numerator: number | null; denominator: number | null } | null;
} & Record<"reached" | "onTrack" | "behind" | "over" | "tooFew" | "notYet" | "hidden", number>;
type National = {
  memberGoal: {
    goal: { members: number };
    points: { on: string; members: number | null }[];
    now: { on: string; members: number } | null;
    pace: string | null;
    forecast: number | null;
    reached: boolean;
  } | null;
  adoption: ({ templateId: string; versionNumber: string } & Record<
    "newest" | "older" | "trying" | "without" | "coming",
    number
  >)[];
  burden: { capMinutes: number; chapterCount: number; months: { month: string; average: number; aboveCap: number }[] };
};

const NATIONAL = `{ nationalOverview {
  memberGoal { goal { members } points { on members } now { on members } pace forecast reached }
  adoption { templateId versionNumber newest older trying without coming }
  burden { capMinutes chapterCount months { month average aboveCap } }
} }`;
const TALLIES = `{ targetTallies { template { id } period fromSnapshot total { numerator denominator }
  reached onTrack behind over tooFew notYet hidden } }`;
const national = async (seat: SeededSeat = world.admin): Promise<National> =>
  (await server.ask<{ nationalOverview: National }>(seat, NATIONAL)).nationalOverview;
const tallies = async (seat: SeededSeat): Promise<Tally[]> =>
  (await server.ask<{ targetTallies: Tally[] }>(seat, TALLIES)).targetTallies;

const target = {
  key: "all",
  kind: "COMPLETION" as const,
  text: { nb: "Alle gjør det" },
  threshold: 0.9,
  period: "YEAR" as const,
};

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  duty = await template(seed, world, { corePosition: 1, definition: definition({ targets: [target] }) });
  person = await template(seed, world, {
    corePosition: 2,
    aboutMember: true,
    definition: definition({ trigger: { kind: "MEMBER_JOINED" }, targets: [target] }),
  });
  const { own, sibling, far } = world.chapters;
  await touchpoints(seed, duty, own, { onTime: 11 });
  await touchpoints(seed, duty, sibling, { missed: 6, onTime: 6 });
  await touchpoints(seed, duty, far, { onTime: 1 });
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

describe("targets over chapters", () => {
  test("say how many stand how, each reach its own", async () => {
    const [first] = await tallies(world.admin);
    expect(first).toMatchObject({ template: { id: duty.id }, fromSnapshot: false, reached: 2, notYet: 0, hidden: 0 });
    expect(first!.behind + first!.over).toBe(1);
    expect(first!.total).toEqual({ numerator: 18, denominator: 24 });
    const [near] = await tallies(world.coordinator);
    expect(near).toMatchObject({ reached: 1, total: { numerator: 17, denominator: 23 } });
    expect(near!.behind + near!.over).toBe(1);
  });

  test("count no person before something is published, and a chapter is told to look at its own", async () => {
    await touchpoints(seed, person, world.chapters.own, { onTime: 4 });
    const told = (await tallies(world.admin)).find(({ template: of }) => of.id === person.id)!;
    expect(told).toMatchObject({ fromSnapshot: true, total: null, reached: 0, tooFew: 0, hidden: 0 });
    expect(await server.code(world.leader, TALLIES)).toBe("FORBIDDEN");
  });
});

describe("the newest versions", () => {
  const inForce = (of: Template, chapterId: string, over: Record<string, unknown> = {}) =>
    seed.client.query<{ id: string }>("select id from app.rollout where template_id = $1", [of.id]).then(({ rows }) =>
      seed.rows("rollout_chapter", {
        organization_id: of.organizationId,
        rollout_id: rows[0]!.id,
        chapter_id: chapterId,
        template_id: of.id,
        version_id: of.versionId,
        from_day: day(-300),
        ...over,
      }),
    );

  test("are told in chapters: newest, older, in a pilot, none yet, and those that are to get it", async () => {
    const { own, sibling, far } = world.chapters;
    const version = async (major: number, minor: number, state: string): Promise<string> => {
      const id = uuidv7();
      await seed.rows("template_version", {
        organization_id: world.organizationId,
        id,
        template_id: duty.id,
        major,
        minor,
        state,
        definition: definition(),
        about_member: false,
        published_at: state === "PUBLISHED" ? new Date() : null,
      });
      return id;
    };
    const newest = await version(1, 2, "PUBLISHED");
    await inForce(duty, own, { version_id: newest });
    await inForce(duty, sibling);
    const before = (await national()).adoption.find(({ templateId }) => templateId === duty.id)!;
    expect(before).toMatchObject({ versionNumber: "1.2", newest: 1, older: 1, trying: 0, coming: 0 });
    const others = before.without;
    expect(others).toBeGreaterThan(0);
    const wave = uuidv7();
    await seed.client.query(
      `insert into app.rollout (organization_id, id, template_id, version_id, ring, all_chapters, effective_from, catch_up, created_by)
       select organization_id, $2, template_id, $3, 'WAVE', false, $4, 'SKIP', created_by from app.rollout where template_id = $1 limit 1`,
      [duty.id, wave, newest, day(20)],
    );
    await inForce(duty, far, { rollout_id: wave, version_id: newest, from_day: day(20) });
    expect((await national()).adoption.find(({ templateId }) => templateId === duty.id)).toMatchObject({
      newest: 1,
      older: 1,
      without: others,
      coming: 1,
    });
  });
});

test("hours are told for twelve months with this one last, and none but national reads them", async () => {
  const { burden } = await national();
  expect(burden.months).toHaveLength(12);
  expect(burden.months[11]).toMatchObject({ month: TODAY.slice(0, 7), aboveCap: 0 });
  expect(burden.months[11]!.average).toBeGreaterThan(0);
  await seed.client.query(`update app.organization set burden_cap_minutes = 60 where id = $1`, [world.organizationId]);
  await touchpoints(seed, duty, world.chapters.own, { open: 300 });
  const after = (await national()).burden;
  expect(after.months[11]!.average).toBeGreaterThan(burden.months[11]!.average);
  expect(after.months[11]!.aboveCap).toBe(1);
  for (const seat of [world.coordinator, world.leader, world.board])
    expect(await server.code(seat, NATIONAL)).toBe("FORBIDDEN");
});

describe("the number of members", () => {
  const published = (on: string, value: number | null, unitId = world.organizationId) =>
    seed.rows("published_membership", {
      organization_id: world.organizationId,
      snapshot_on: on,
      unit_kind: unitId === world.organizationId ? "ORGANIZATION" : "CHAPTER",
      unit_id: unitId,
      measure: "ACTIVE",
      value,
    });

  test("is told from what is published of the whole, beside the goal and where it is heading", async () => {
    expect((await national()).memberGoal).toBeNull();
    await seed.client.query(
      `update app.organization set member_goal = 3900, member_goal_on = '2099-12-31', member_goal_start = 1200, member_goal_start_on = '2020-01-01'
        where id = $1`,
      [world.organizationId],
    );
    expect((await national()).memberGoal).toMatchObject({ points: [], now: null, pace: null, forecast: null });
    await published("2020-09-30", 1238);
    await published("2021-06-30", null);
    await published("2021-09-30", 1294);
    await published("2021-09-30", 77, world.chapters.own);
    const { memberGoal } = await national();
    expect(memberGoal).toMatchObject({
      goal: { members: 3900 },
      points: [
        { on: "2020-09-30", members: 1238 },
        { on: "2021-06-30", members: null },
        { on: "2021-09-30", members: 1294 },
      ],
      now: { on: "2021-09-30", members: 1294 },
      pace: "YEAR",
      reached: false,
    });
    expect(memberGoal!.forecast! % 10).toBe(0);
  });

  test("is not moved by a member who joins today", async () => {
    const before = (await national()).memberGoal;
    await seed.rows("member", {
      organization_id: world.organizationId,
      chapter_id: world.chapters.own,
      id: uuidv7(),
      first_name: "Sara",
      joined_on: TODAY,
      joined_chapter_on: TODAY,
    });
    expect((await national()).memberGoal).toEqual(before);
  });
});
