import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { COMPARISON, PERIOD, TODAY, day, template, touchpoints } from "./standings.testing.js";
import type { ComparisonAnswer, RowAnswer, Template } from "./standings.testing.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, duty: Template;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  duty = await template(seed, federation, { corePosition: 1 });
  const { own, sibling, far } = federation.chapters;
  await touchpoints(seed, duty, own, { onTime: 3, late: 1, missed: 1, open: 2, overdue: 1, waived: 1, emptied: 1 });
  await touchpoints(seed, duty, sibling, { onTime: 1 });
  await touchpoints(seed, duty, far, { missed: 4, onTime: 2 });
  // another month, another half-year
  await touchpoints(seed, duty, own, { onTime: 7 }, { on: day(-200) });
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

async function compare(seat: SeededSeat, over: Record<string, unknown> = {}) {
  const variables = { templateId: duty.id, period: PERIOD, ...over };
  return (await server.ask<ComparisonAnswer>(seat, COMPARISON, variables)).comparison;
}
const rowOf = (rows: RowAnswer[], chapterId: string) => rows.find((row) => row.chapter.id === chapterId);
const zero = { onTime: 0, late: 0, missed: 0, closed: 0, lateOrMissed: 0, open: 0, overdue: 0, waived: 0, empty: 0 };

describe("a duty", () => {
  test("stands as it was made by hand, with sums of numerators over sums of denominators", async () => {
    const { own, sibling, far } = federation.chapters;
    const shown = await compare(federation.admin);
    expect(shown).toMatchObject({ period: PERIOD, referenceDate: TODAY, fromSnapshot: false, majors: [1] });
    expect(rowOf(shown.rows, own)).toMatchObject({
      chapter: { county: "32" },
      counts: { onTime: 3, late: 1, missed: 1, closed: 5, lateOrMissed: 2, open: 2, overdue: 1, waived: 1, empty: 1 },
      completion: { numerator: 4, denominator: 5, share: 0.8 },
      timeliness: { numerator: 3, denominator: 5, share: 0.6 },
      waiverShare: { numerator: 1, denominator: 9 },
      hidden: false,
      drillable: true,
    });
    expect(rowOf(shown.rows, sibling)!.counts).toMatchObject({ ...zero, onTime: 1, closed: 1 });
    expect(rowOf(shown.rows, far)!.timeliness).toEqual({ numerator: 2, denominator: 6, share: 2 / 6 });
    expect(shown.total).toMatchObject({ onTime: 6, late: 1, missed: 5, closed: 12, open: 2, overdue: 1 });
    expect(shown.timeliness).toEqual({ numerator: 6, denominator: 12, share: 0.5 });
    for (const key of Object.keys(zero)) {
      expect(shown.rows.reduce((sum, row) => sum + row.counts[key]!, 0)).toBe(shown.total[key]);
    }
  });

  test("has no share where nothing is closed", async () => {
    const shown = await compare(federation.admin, { period: "2019" });
    expect(shown.timeliness).toEqual({ numerator: 0, denominator: 0, share: null });
  });

  test("changes the comparison by exactly one when a report is submitted", async () => {
    const [id] = await touchpoints(seed, duty, federation.chapters.own, { open: 1 });
    const before = await compare(federation.coordinator);
    await seed.client.query("update app.touchpoint set closed_at = now() where id = $1", [id]);
    const after = await compare(federation.coordinator);
    expect(after.total).toEqual({
      ...before.total,
      open: before.total.open! - 1,
      onTime: before.total.onTime! + 1,
      closed: before.total.closed! + 1,
    });
    await seed.client.query("delete from app.touchpoint where id = $1", [id]);
    expect((await compare(federation.coordinator)).total.onTime).toBe(before.total.onTime);
  });

  test("is moved by the clock alone: the same kept rows are open, overdue and missed", async () => {
    const [id] = await touchpoints(seed, duty, federation.chapters.sibling, { open: 1 });
    const seen = async () => rowOf((await compare(federation.admin)).rows, federation.chapters.sibling)!.counts;
    expect(await seen()).toMatchObject({ open: 1, overdue: 0, missed: 0 });
    const shift = (days: number) =>
      seed.client.query("update app.touchpoint set due_on = $2, miss_on = $3 where id = $1", [
        id,
        day(days),
        day(days + 3),
      ]);
    await shift(-3);
    expect(await seen()).toMatchObject({ open: 0, overdue: 1, missed: 0 });
    await shift(-4);
    expect(await seen()).toMatchObject({ open: 0, overdue: 0, missed: 1 });
    await seed.client.query("delete from app.touchpoint where id = $1", [id]);
  });

  test("defaults to the period of today, and offers periods newest first", async () => {
    const shown = await compare(federation.admin, { period: null });
    expect(shown.period).toBe(PERIOD);
    expect(shown.template.periods[0]).toBe(PERIOD);
    expect(shown.template.periods).toContain(TODAY.slice(0, 4));
  });
});

describe("the reach", () => {
  test("a region sees its chapters, a chapter itself, a federation all or one region", async () => {
    const { own, sibling, far } = federation.chapters;
    const ids = async (seat: SeededSeat, over = {}) =>
      (await compare(seat, over)).rows.map((row) => row.chapter.id).sort();
    expect(await ids(federation.coordinator)).toEqual([own, sibling].sort());
    expect(await ids(federation.farCoordinator)).toEqual([far]);
    expect(await ids(federation.admin)).toEqual([own, sibling, far].sort());
    expect(await ids(federation.editor, { regionId: federation.regions.west })).toEqual([far]);
    expect(await ids(federation.leader)).toEqual([own]);
    expect(await ids(federation.mentor)).toEqual([own]);
    expect((await compare(federation.leader)).rows[0]).toMatchObject({ drillable: false });
  });

  test("another region, organization or template is nowhere", async () => {
    const code = (seat: SeededSeat | null, over: Record<string, unknown>) =>
      server.code(seat, COMPARISON, { templateId: duty.id, period: PERIOD, ...over });
    const foreign = await template(seed, federation, { foreign: true });
    expect(await code(federation.coordinator, { regionId: federation.regions.west })).toBe("NOT_FOUND");
    expect(await code(federation.leader, { regionId: federation.regions.east })).toBe("NOT_FOUND");
    expect(await code(federation.admin, { regionId: duty.id })).toBe("NOT_FOUND");
    expect(await code(federation.admin, { regionId: "x" })).toBe("NOT_FOUND");
    expect(await code(federation.admin, { templateId: foreign.id })).toBe("NOT_FOUND");
    expect(await code(federation.foreignAdmin, {})).toBe("NOT_FOUND");
    expect(await code(federation.admin, { templateId: "x" })).toBe("NOT_FOUND");
    expect(await code(federation.admin, { period: "2026-13" })).toBe("BAD_REQUEST");
    expect(await code(federation.admin, { period: "R12-2025-12-31" })).toBe("BAD_REQUEST");
    expect(await code(federation.expired, {})).toBe("FORBIDDEN");
    expect(await code(null, {})).toBe("UNAUTHENTICATED");
  });
});
