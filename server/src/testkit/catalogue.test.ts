import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roleNames } from "../kernel/db/roles.js";
import { catalogueFaults } from "./catalogue.js";
import { TEST_PREFIX } from "./constants.js";
import { testDatabase } from "./database.js";
import type { TestDatabase } from "./database.js";
import { openSeed } from "./seed.js";
import type { Seed } from "./seed.js";

const roles = roleNames(TEST_PREFIX);
let database: TestDatabase, seed: Seed;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
});
afterAll(async () => {
  await seed.close();
  await database.drop();
});

test("the schema breaks no wall", async () => {
  expect(await catalogueFaults(seed.client, roles)).toEqual([]);
});

describe("the check sees what is planted", () => {
  const planted: [what: string, sql: string, fault: RegExp][] = [
    [
      "a table without security",
      "create table app.planted (organization_id uuid primary key)",
      /planted: row-level security/,
    ],
    [
      "a table without policies",
      "create table app.planted (organization_id uuid primary key); alter table app.planted enable row level security; alter table app.planted force row level security",
      /planted: no policy/,
    ],
    ["a grant without a policy", `grant delete on app.member to ${roles.app}`, /member: .* may DELETE with no policy/],
    ["a right that row-level security does not filter", `grant truncate on app.member to ${roles.app}`, /may TRUNCATE/],
    [
      "a key that tells whether a row exists elsewhere",
      "create unique index on app.member (postcode)",
      /member: a unique key begins with postcode/,
    ],
    [
      "a pointer out of the tenant",
      "create unique index planted_id on app.region (organization_id, id); alter table app.chapter add column planted_org uuid, add foreign key (planted_org, id) references app.region (organization_id, id)",
      /chapter: a foreign key to region/,
    ],
    [
      "a definer function",
      "create function app.planted() returns int language sql security definer as 'select 1'",
      /planted: a definer function that is not on the list/,
    ],
    ["a view with its owner's rights", "create view app.planted as select * from app.member", /planted: a view/],
    [
      "a policy with a sub-select",
      "create policy planted on app.member for select using (chapter_id in (select id from app.chapter))",
      /policy planted holds a sub-select/,
    ],
    [
      "a right to change the trail",
      `grant update (detail) on app.audit to ${roles.bulk}`,
      /audit: .* may UPDATE, and it/,
    ],
    [
      "a right to remove what seals it",
      `grant delete on app.audit_seal to ${roles.owner}`,
      /audit_seal: .* may DELETE/,
    ],
    [
      "a policy to change the trail",
      "create policy planted on app.audit for update using (true)",
      /policy planted lets/,
    ],
    ["a login role that bypasses", `alter role ${roles.job} bypassrls`, /may pass row-level security/],
  ];
  test.each(planted)("%s", async (_what, sql, fault) => {
    await seed.client.query("begin");
    try {
      await seed.client.query(sql);
      expect((await catalogueFaults(seed.client, roles)).join("\n")).toMatch(fault);
    } finally {
      await seed.client.query("rollback");
    }
  });
});
