import { periodOf } from "@varde/domain";
import type { Target } from "@varde/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { quarterEnds } from "./periods.js";
import { publishSnapshots } from "./publish.js";
import { TODAY, day, definition, template, touchpoints } from "./standings.testing.js";
import type { Template } from "./standings.testing.js";

let database: TestDatabase,
  seed: Seed,
  federation: Federation,
  server: TestServer,
  duty: Template,
  calls: Template,
  rare: Template;

const YEAR = periodOf(TODAY, "YEAR");
const QUARTER_END = quarterEnds(TODAY, 1)[0]!;
const SNAPSHOT = `R12-${QUARTER_END}`;
const target = (key: string, kind: Target["kind"], threshold: number, more: Partial<Target> = {}): Target => ({
  key,
  kind,
  threshold,
  period: "YEAR",
  text: { nb: `Mål: ${key}` },
  ...more,
});
const DUTY_TARGETS = [
  target("done", "COMPLETION", 0.8),
  target("timely", "TIMELINESS", 0.5),
  target("food", "FIELD_SHARE", 0.9, { fieldKey: "food", value: "true" }),
  target("came", "FIELD_SUM", 6, { fieldKey: "came", period: "HALF_YEAR" }),
  target("cost", "FIELD_MEAN", 100, { fieldKey: "cost" }),
  target("held", "COUNT", 2),
];

type Progress = {
  status: string;
  numerator: number | null;
  denominator: number | null;
  forecast: number | null;
  over: boolean;
};
type Standing = {
  target: { key: string };
  period: string;
  threshold: number;
  total: Progress | null;
  rows: { chapter: { id: string }; progress: Progress }[];
};

const PROGRESS = "{ status numerator denominator forecast over }";
const STANDINGS = `query ($templateId: ID!, $period: String, $regionId: ID) {
  targetStandings(templateId: $templateId, period: $period, regionId: $regionId) { referenceDate
    targets { target { key } period threshold total ${PROGRESS} rows { chapter { id } progress ${PROGRESS} } } } }`;
const OWN = `{ ownTargets { templateId targets { target { key } period threshold progress ${PROGRESS} } } }`;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  duty = await template(seed, federation, { corePosition: 1, definition: definition({ targets: DUTY_TARGETS }) });
  const persons = (corePosition: number) =>
    template(seed, federation, {
      corePosition,
      aboutMember: true,
      definition: definition({
        trigger: { kind: "MEMBER_JOINED" },
        targets: [
          target("timely", "TIMELINESS", 0.6, { period: "QUARTER" }),
          target("many", "COUNT", 3, { period: "QUARTER" }),
        ],
      }),
    });
  calls = await persons(2);
  rare = await persons(3);
  const { own, sibling, far } = federation.chapters;
  await touchpoints(seed, duty, own, { onTime: 8 }, { answers: { food: true, came: 2, cost: 100 } });
  await touchpoints(seed, duty, own, { late: 3 }, { answers: { food: false, cost: 40 } });
  await touchpoints(seed, duty, own, { missed: 1, open: 1 });
  await touchpoints(seed, duty, sibling, { onTime: 2 }, { answers: { food: true, came: 20, cost: 300 } });
  // another year, in no target of this one
  await touchpoints(seed, duty, own, { missed: 5 }, { on: day(-366) });
  // persons, within the snapshot's twelve months
  const on = { on: QUARTER_END };
  await touchpoints(seed, calls, own, { onTime: 20, late: 5, missed: 6 }, on);
  await touchpoints(seed, calls, sibling, { onTime: 15, late: 7, missed: 8 }, on);
  await touchpoints(seed, calls, far, { onTime: 12, late: 6, missed: 6 }, on);
  await touchpoints(seed, rare, own, { onTime: 14 }, on);
  await touchpoints(seed, rare, sibling, { onTime: 2 }, on);
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  await publishSnapshots({ databaseUrl, rolePrefix, secret, today: TODAY });
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

async function standings(seat: SeededSeat, of: Template, more: Record<string, unknown> = {}) {
  const { targetStandings } = await server.ask<{ targetStandings: { targets: Standing[] } }>(seat, STANDINGS, {
    templateId: of.id,
    ...more,
  });
  return new Map(targetStandings.targets.map((one) => [one.target.key, one]));
}
const ofChapter = (standing: Standing | undefined, chapterId: string) =>
  standing?.rows.find(({ chapter }) => chapter.id === chapterId)?.progress;

describe("duties", () => {
  test("are measured from what is kept, in each target's own period", async () => {
    const { own, sibling, far } = federation.chapters;
    const seen = await standings(federation.admin, duty);
    expect([...seen.keys()]).toEqual(DUTY_TARGETS.map(({ key }) => key));
    expect(seen.get("done")!.period).toBe(YEAR);
    // 11 of 12, and one that is open could make it 11 of 13
    expect(ofChapter(seen.get("done"), own)).toMatchObject({ status: "REACHED", numerator: 11, denominator: 12 });
    expect(ofChapter(seen.get("done"), sibling)).toMatchObject({
      status: "REACHED",
      numerator: 2,
      denominator: 2,
      forecast: null,
    });
    expect(ofChapter(seen.get("done"), far)).toMatchObject({ status: "NOT_YET", denominator: 0 });
    expect(seen.get("done")!.total).toMatchObject({ numerator: 13, denominator: 14 });
    expect(ofChapter(seen.get("timely"), own)).toMatchObject({ status: "REACHED", numerator: 8, denominator: 12 });
    expect(ofChapter(seen.get("food"), own)).toMatchObject({ status: "BEHIND", numerator: 8, denominator: 11 });
    expect(ofChapter(seen.get("cost"), own)).toMatchObject({ status: "BEHIND", numerator: 920, denominator: 11 });
    expect(ofChapter(seen.get("held"), own)).toMatchObject({ status: "REACHED", numerator: 11, denominator: null });
  });

  test("equal a recount of the touchpoints, chapter by chapter", async () => {
    const { rows } = await seed.client.query<{
      id: string;
      done: number;
      closed: number;
      food: number;
      answered: number;
    }>(
      `select chapter_id as id, count(closed_at)::int as done,
              count(*) filter (where closed_at is not null or miss_on < $2)::int as closed,
              count(*) filter (where answers ->> 'food' = 'true' and closed_at is not null)::int as food,
              count(*) filter (where answers ? 'food' and closed_at is not null)::int as answered
         from app.touchpoint where template_id = $1 and extract(year from first_due_on)::text = $3 group by 1`,
      [duty.id, TODAY, YEAR],
    );
    expect(rows).toHaveLength(2);
    const seen = await standings(federation.admin, duty);
    for (const { id, done, closed, food, answered } of rows) {
      expect(ofChapter(seen.get("done"), id)).toMatchObject({ numerator: done, denominator: closed });
      expect(ofChapter(seen.get("food"), id)).toMatchObject({ numerator: food, denominator: answered });
      expect(ofChapter(seen.get("held"), id)).toMatchObject({ numerator: done });
    }
  });

  test("have no total where each chapter has its own amount", async () => {
    const seen = await standings(federation.admin, duty);
    expect(seen.get("held")!.total).toBeNull();
    expect(seen.get("cost")!.total).toMatchObject({ numerator: 1520, denominator: 13 });
  });

  test("of an earlier period are measured in it", async () => {
    const before = periodOf(day(-366), "YEAR");
    const seen = await standings(federation.admin, duty, { period: before });
    expect(seen.get("done")!.period).toBe(before);
    expect(ofChapter(seen.get("done"), federation.chapters.own)).toMatchObject({
      status: "TOO_FEW",
      numerator: 0,
      denominator: 5,
    });
    expect(await server.code(federation.admin, STANDINGS, { templateId: duty.id, period: "R12-2025-12-31" })).toBe(
      "BAD_REQUEST",
    );
    expect(await server.code(federation.admin, STANDINGS, { templateId: duty.id, period: "høst" })).toBe("BAD_REQUEST");
  });
});

describe("persons", () => {
  test("above the chapter come from the snapshot alone, and a hidden count is in no progress", async () => {
    const { own, sibling, far } = federation.chapters;
    for (const seat of [federation.admin, federation.coordinator, federation.leader]) {
      const seen = await standings(seat, calls);
      expect(seen.get("timely")).toMatchObject({ period: SNAPSHOT, threshold: 0.6 });
      expect(seen.get("many")).toMatchObject({ period: SNAPSHOT, threshold: 12, total: null });
      expect(ofChapter(seen.get("timely"), own)).toEqual({
        status: "REACHED",
        numerator: 20,
        denominator: 31,
        forecast: null,
        over: true,
      });
    }
    const { rows } = (await standings(federation.admin, calls)).get("timely")!;
    const counts = new Map(
      rows.map(({ chapter, progress }) => [chapter.id, [progress.numerator, progress.denominator]]),
    );
    expect(counts.get(sibling)).toEqual([15, 30]);
    expect(counts.get(far)).toEqual([12, 24]);
    expect(rows.map(({ progress }) => progress.status).sort()).toEqual(["BEHIND", "BEHIND", "REACHED"]);
    const hidden = { status: "TOO_FEW", numerator: null, denominator: null, forecast: null };
    for (const seat of [federation.admin, federation.coordinator, federation.siblingLeader]) {
      const few = await standings(seat, rare);
      expect(ofChapter(few.get("timely"), sibling)).toMatchObject(hidden);
      expect(ofChapter(few.get("many"), sibling)).toMatchObject(hidden);
      expect(JSON.stringify([...few.values()])).not.toContain(":2,");
    }
  });

  test("do not move when somebody is called: above, nothing is live", async () => {
    const before = await standings(federation.admin, calls);
    await touchpoints(seed, calls, federation.chapters.own, { onTime: 30 });
    expect(await standings(federation.admin, calls)).toEqual(before);
  });

  test("in a duty's answers come from the snapshot too", async () => {
    const seen = await standings(federation.admin, duty);
    // of the twelve months, twice what a half-year's target is; and none of this duty's are published yet
    expect(seen.get("came")).toMatchObject({ period: SNAPSHOT, threshold: 12, rows: [], total: null });
  });
});

describe("the own chapter", () => {
  test("sees its own, exact, persons with the rest", async () => {
    const { ownTargets } = await server.ask<{
      ownTargets: { templateId: string; targets: { target: { key: string }; period: string; progress: Progress }[] }[];
    }>(federation.leader, OWN);
    expect(ownTargets.map(({ templateId }) => templateId)).toEqual([duty.id, calls.id, rare.id]);
    const progress = (key: string) => ownTargets[0]!.targets.find((one) => one.target.key === key)!.progress;
    expect(progress("done")).toMatchObject({ status: "REACHED", numerator: 11, denominator: 12 });
    expect(progress("came")).toMatchObject({ status: "REACHED", numerator: 16, denominator: null });
    expect(ownTargets[1]!.targets[0]!.period).toBe(periodOf(TODAY, "QUARTER"));
  });

  test("and nobody else's", async () => {
    expect(await server.code(federation.coordinator, OWN)).toBe("FORBIDDEN");
    const seen = await standings(federation.leader, duty);
    expect(seen.get("done")!.rows.map(({ chapter }) => chapter.id)).toEqual([federation.chapters.own]);
    expect(await server.code(federation.foreignAdmin, STANDINGS, { templateId: duty.id })).toBe("NOT_FOUND");
    expect(
      await server.code(federation.coordinator, STANDINGS, { templateId: duty.id, regionId: federation.regions.west }),
    ).toBe("NOT_FOUND");
  });
});
