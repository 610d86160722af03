import { SEEING_OFFICES, SEEN_THINGS, WHO_SEES } from "@varde/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed } from "../../testkit/seed.js";
import type { Seed } from "../../testkit/seed.js";

let database: TestDatabase, seed: Seed;
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
});
afterAll(async () => {
  await seed.close();
  await database.drop();
});

test("«Hvem kan se meg» says of each office what its rights say, and knows every office there is", async () => {
  const { rows: all } = await seed.client.query<{ role: string; caps: string[] }>(
    "select role, array_agg(cap) as caps from app.role_cap where role not like 'JOB%' group by role",
  );
  // the keys of other programs are nobody's office, and see numbers at most
  const programs = all.filter(({ role }) => role.startsWith("INTEGRATION:"));
  expect(
    programs.flatMap(({ caps }) => SEEN_THINGS.filter(({ key, right }) => key !== "NUMBERS" && caps.includes(right))),
  ).toEqual([]);
  const rows = all.filter((one) => !programs.includes(one));
  const officeOf = (role: string): string => (role.startsWith("NATIONAL_") ? "NATIONAL" : role);
  expect([...new Set(rows.map(({ role }) => officeOf(role)))].sort()).toEqual([...SEEING_OFFICES].sort());
  for (const office of SEEING_OFFICES) {
    const caps = rows.filter(({ role }) => officeOf(role) === office).flatMap((one) => one.caps);
    const may = SEEN_THINGS.filter(({ right }) => caps.includes(right)).map(({ key }) => key);
    expect([office, may.sort()]).toEqual([office, [...WHO_SEES[office]].sort()]);
  }
});
