import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lastQuarterEnd } from "@varde/domain";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { STANDINGS_JOBS, publishSnapshots } from "./index.js";
import { COMPARISON, TODAY, template, touchpoints } from "./standings.testing.js";
import type { ComparisonAnswer, Template } from "./standings.testing.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, welcome: Template;
const QUARTER = lastQuarterEnd(TODAY);
const OWN = `{ ownStandings { template { id } periods { period counts { onTime late missed lateOrMissed } } } }`;

const publish = () =>
  publishSnapshots({
    databaseUrl: database.adminUrl,
    rolePrefix: database.rolePrefix,
    secret: database.secret,
    today: TODAY,
  });

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  welcome = await template(seed, federation, { aboutMember: true, corePosition: 1 });
  const { own, sibling, far } = federation.chapters;
  const on = { on: QUARTER };
  await touchpoints(seed, welcome, own, { onTime: 20, late: 3, missed: 8 }, on);
  await touchpoints(seed, welcome, sibling, { onTime: 15, late: 7, missed: 2 }, on);
  await touchpoints(seed, welcome, far, { onTime: 12, late: 6, missed: 6 }, on);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

async function compare(seat: SeededSeat, over: Record<string, unknown> = {}) {
  return (await server.ask<ComparisonAnswer>(seat, COMPARISON, { templateId: welcome.id, ...over })).comparison;
}
const all = async () =>
  (await seed.client.query("select * from app.published_count order by unit_kind, unit_id, measure")).rows;

const code = (seat: SeededSeat, over: Record<string, unknown>) =>
  server.code(seat, COMPARISON, { templateId: welcome.id, ...over });

describe("counts of persons", () => {
  test("are not there before a snapshot, and never live", async () => {
    const shown = await compare(federation.admin);
    expect(shown).toMatchObject({ fromSnapshot: true, rows: [], period: `R12-${QUARTER}` });
    expect(shown.total).toMatchObject({ onTime: null, closed: null });
  });

  test("are published with the small ones hidden, so that no leader, region or federation can subtract", async () => {
    await publish();
    const shown = await compare(federation.admin);
    const counts = (id: string) => shown.rows.find((row) => row.chapter.id === id)!.counts;
    const { own, sibling, far } = federation.chapters;
    expect(shown).toMatchObject({ referenceDate: QUARTER, template: { periods: [`R12-${QUARTER}`] } });
    // a board knows its own 3 or 2: with the federation's 16 it could place the other's among few
    expect(shown.total).toMatchObject({ onTime: 47, late: null, missed: null, closed: 79, lateOrMissed: 32 });
    expect(counts(own)).toMatchObject({ onTime: 20, late: null, missed: null, lateOrMissed: 11, closed: 31 });
    expect(counts(sibling)).toMatchObject({ onTime: 15, late: null, missed: null, lateOrMissed: 9 });
    expect(counts(far)).toMatchObject({ onTime: 12, late: null, missed: null, lateOrMissed: 12 });
    for (const row of shown.rows) expect(row).toMatchObject({ drillable: false, waiverShare: { numerator: 0 } });
    for (const { value } of await all()) expect(value === null || value === 0 || value >= 5).toBe(true);
  });

  test("a chapter reads its own exactly at home, but only what is published in a comparison", async () => {
    const shown = await compare(federation.leader);
    expect(shown.rows).toHaveLength(1);
    expect(shown.rows[0]!.counts).toMatchObject({ onTime: 20, late: null, missed: null, lateOrMissed: 11 });
    expect(shown.total).toEqual(shown.rows[0]!.counts);
    const own = await server.ask<{ ownStandings: { periods: { counts: object }[] }[] }>(federation.leader, OWN);
    const periods = own.ownStandings[0]!.periods.map((period) => period.counts);
    expect(periods).toContainEqual({ onTime: 20, late: 3, missed: 8, lateOrMissed: 11 });
    expect(await server.code(federation.mentor, OWN)).toBe("FORBIDDEN");
    expect(await server.code(federation.admin, OWN)).toBe("FORBIDDEN");
  });

  test("stay as published for ever, whatever is corrected and however often the job runs", async () => {
    const before = await all();
    await touchpoints(seed, welcome, federation.chapters.own, { onTime: 9 }, { on: QUARTER });
    expect(await publish()).toBe(0);
    expect(STANDINGS_JOBS.every((job) => job.at !== undefined)).toBe(true);
    expect(await all()).toEqual(before);
    const { organizationId } = federation;
    const refused = async (sql: string) => {
      await seed.client.query(`set role ${database.rolePrefix}_job`);
      try {
        await seed.client.query(sql, [organizationId]);
        return "done";
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await seed.client.query("reset role");
      }
    };
    expect(await refused("update app.published_count set value = 1 where organization_id = $1")).toBe("42501");
    expect(await refused("delete from app.published_count where organization_id = $1")).toBe("42501");
  });

  test("another region and a snapshot that never was are nowhere", async () => {
    expect((await compare(federation.farCoordinator)).rows.map((row) => row.chapter.id)).toEqual([
      federation.chapters.far,
    ]);
    expect(await code(federation.farCoordinator, { regionId: federation.regions.east })).toBe("NOT_FOUND");
    expect(await code(federation.admin, { period: "R12-2001-12-31" })).toBe("NOT_FOUND");
    expect(await code(federation.admin, { period: `R12-${TODAY.slice(0, 4)}-11-12` })).toBe("BAD_REQUEST");
    expect(await code(federation.admin, { period: TODAY.slice(0, 4) })).toBe("BAD_REQUEST");
  });
});
