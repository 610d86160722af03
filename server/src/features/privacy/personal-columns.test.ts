import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed } from "../../testkit/seed.js";
import type { Seed } from "../../testkit/seed.js";
import { COLUMN_CLASSES, columnsOf, PERSONAL_COLUMNS } from "./personal-columns.js";
import { PURPOSES } from "./purposes.js";
import { recordOfProcessing } from "./record-of-processing.js";

let database: TestDatabase, seed: Seed;
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
});
afterAll(async () => {
  await seed.close();
  await database.drop();
});

const registered = () =>
  Object.keys(PERSONAL_COLUMNS).flatMap((table) =>
    COLUMN_CLASSES.flatMap((of) => columnsOf(table, of).map((column) => `${table}.${column}`)),
  );

async function inSchema(): Promise<{ column: string; points: boolean }[]> {
  const { rows } = await seed.client.query<{ column: string; points: boolean }>(
    `select c.relname || '.' || a.attname as "column",
            exists (select 1 from pg_constraint k join pg_class t on t.oid = k.confrelid where k.conrelid = c.oid and t.relname = 'member' and a.attnum = any (k.conkey) and a.attname <> 'chapter_id') as points
       from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app' join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by 1`,
  );
  return rows;
}

test("every column of every table has exactly one line: decide what a new one holds", async () => {
  const lines = registered();
  expect(lines.filter((line, i) => lines.indexOf(line) !== i)).toEqual([]);
  const columns = (await inSchema()).map(({ column }) => column);
  expect({
    without: columns.filter((column) => !lines.includes(column)),
    gone: lines.filter((line) => !columns.includes(line)),
  }).toEqual({ without: [], gone: [] });
});

test("what points at a member is named so that a copy and erasure find it", async () => {
  const pointing = (await inSchema()).filter(({ points }) => points).map(({ column }) => column);
  expect(pointing.length).toBeGreaterThan(5);
  expect(pointing.filter((column) => !/[._]member_id$/.test(column))).toEqual([]);
});

test("a table with personal data has a purpose, and what is kept is one of its columns", () => {
  for (const [table, line] of Object.entries(PERSONAL_COLUMNS)) {
    const personal = (["member", "sealed", "holder", "secret"] as const).flatMap((of) => columnsOf(table, of));
    expect([table, personal.length > 0 && line.purpose === null]).toEqual([table, false]);
    expect([table, (line.keeps ?? "").split(" ").filter((name) => name && !personal.includes(name))]).toEqual([
      table,
      [],
    ]);
  }
  const used = Object.values(PERSONAL_COLUMNS).map(({ purpose }) => purpose);
  expect(Object.keys(PURPOSES).filter((id) => !used.some((purpose) => purpose === id))).toEqual([]);
});

test("the record of processing says what the registry says", () => {
  const text = readFileSync(new URL("../../../../docs/personvern/protokoll.md", import.meta.url), "utf8");
  const between = text.split("<!-- registeret begynner -->")[1]?.split("<!-- registeret slutter -->")[0];
  expect(between?.trim()).toBe(recordOfProcessing().trim());
});
