import { parsePeriod, periodOf, shiftPeriod } from "@varde/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { TODAY, definition, template, touchpoints } from "./standings.testing.js";
import type { Template } from "./standings.testing.js";

/* Answers and targets follow the regions of the day the comparison does. */
const PERIOD = shiftPeriod(periodOf(TODAY, "YEAR"), -1);
const LAST = parsePeriod(PERIOD)!.end;

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, duty: Template;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  const target = { key: "done", kind: "COMPLETION", threshold: 0.8, period: "YEAR", text: { nb: "Mål" } } as const;
  duty = await template(seed, federation, { definition: definition({ targets: [target] }) });
  const { own, sibling } = federation.chapters;
  await touchpoints(seed, duty, own, { onTime: 2 }, { on: LAST });
  await touchpoints(seed, duty, sibling, { onTime: 3 }, { on: LAST });
  // the sibling is of the other region from today on
  await seed.client.query("update app.chapter_region set valid_to = $2 where chapter_id = $1", [sibling, TODAY]);
  await seed.rows("chapter_region", {
    organization_id: federation.organizationId,
    chapter_id: sibling,
    region_id: federation.regions.west,
    valid_from: TODAY,
  });
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type Row = { chapter: { id: string } };
const ids = (rows: Row[]) => rows.map(({ chapter }) => chapter.id).toSorted();
const ask = <T>(field: string, shown: string, membership: string) =>
  server.ask<T>(
    federation.admin,
    `query ($templateId: ID!, $period: String, $regionId: ID, $membership: RegionMembership!) {
      ${field}(templateId: $templateId, period: $period, regionId: $regionId, membership: $membership) ${shown} }`,
    { templateId: duty.id, period: PERIOD, regionId: federation.regions.east, membership },
  );

test("the answers of a region are those of its chapters now, or of the period's last day", async () => {
  type Table = { answerTable: { membershipOn: string; reports: number; csv: string; rows: Row[] } };
  const read = async (membership: string) =>
    (await ask<Table>("answerTable", "{ membershipOn reports csv rows { chapter { id } } }", membership)).answerTable;
  const { own, sibling } = federation.chapters;
  const now = await read("AS_IS");
  expect(ids(now.rows)).toEqual([own]);
  expect(now).toMatchObject({ membershipOn: TODAY, reports: 2 });
  expect(now.csv).not.toContain("Regionene slik de var");
  const then = await read("AS_WAS");
  expect(ids(then.rows)).toEqual([own, sibling].toSorted());
  expect(then).toMatchObject({ membershipOn: LAST, reports: 5 });
  expect(then.csv).toContain(`Regionene slik de var;${LAST}`);
});

test("and so are its targets", async () => {
  type Standings = { targetStandings: { targets: { total: { numerator: number }; rows: Row[] }[] } };
  const read = async (membership: string) =>
    (await ask<Standings>("targetStandings", "{ targets { total { numerator } rows { chapter { id } } } }", membership))
      .targetStandings.targets[0]!;
  const { own, sibling } = federation.chapters;
  expect(ids((await read("AS_IS")).rows)).toEqual([own]);
  expect((await read("AS_IS")).total.numerator).toBe(2);
  expect(ids((await read("AS_WAS")).rows)).toEqual([own, sibling].toSorted());
  expect((await read("AS_WAS")).total.numerator).toBe(5);
});
