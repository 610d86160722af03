import { afterAll, beforeAll, expect, test } from "vitest";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testEnv, testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { checkStandings } from "./check.js";
import { checkNow, rebuildStandings } from "./cli.js";
import { template, TODAY, touchpoints } from "./standings.testing.js";
import type { Template } from "./standings.testing.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, job: Door, duty: Template;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 1 });
  const { own, sibling } = federation.chapters;
  duty = await template(seed, federation);
  const persons = await template(seed, federation, { aboutMember: true });
  const answers = { cost: 12.5, came: 7, food: true, note: "x" };
  await touchpoints(seed, duty, own, { onTime: 2, missed: 1, overdue: 1, waived: 1, emptied: 1 }, { answers });
  const seat = federation.admin.seatId;
  const takenOver = { closed_by: seat, taken_over_by: seat, taken_over_at: new Date() };
  await touchpoints(seed, duty, own, { onTime: 1, late: 1 }, { answers, row: takenOver });
  await touchpoints(seed, persons, sibling, { onTime: 2, late: 1, open: 1 });
});
afterAll(async () => {
  await job.close();
  await server.stop();
  await seed.close();
  await database.drop();
});

const CHECK = `{ standingCheck { checkedOn cells differing
  differences { of month templateName { nb } chapter { id } } } }`;
type Check = {
  checkedOn: string;
  cells: number;
  differing: number;
  differences: { of: string; month: string; templateName: { nb: string }; chapter: { id: string } }[];
};
const seen = async (seat = federation.admin) =>
  (await server.ask<{ standingCheck: Check | null }>(seat, CHECK)).standingCheck;
const plant = (sql: string) => seed.client.query(sql);

test("before the first night there is nothing to say", async () => {
  expect(await seen()).toBeNull();
});

test("says that there is no difference, to national of the organization", async () => {
  await checkStandings({ job });
  expect(await seen()).toEqual({ checkedOn: TODAY, cells: expect.any(Number), differing: 0, differences: [] });
  expect((await seen())!.cells).toBeGreaterThan(5);
  expect(await seen(federation.foreignAdmin)).toMatchObject({ cells: 0, differing: 0 });
  for (const seat of [federation.editor, federation.coordinator, federation.leader])
    expect(await server.code(seat, CHECK)).toBe("FORBIDDEN");
});

test.each([
  ["a count", "update app.standing set on_time = on_time + 1 where not about_member", "CLOSED"],
  ["what is not closed", "update app.standing_unclosed set n = n + 3 where not about_member", "UNCLOSED"],
  ["a row that is gone", "delete from app.standing_unclosed where not about_member", "UNCLOSED"],
  ["a sum", "update app.answer_sum set total = total + 0.5 where field_key = 'cost'", "ANSWERS"],
])("shows a planted difference in %s, and a rebuild mends it", async (_what, sql, of) => {
  await plant(sql);
  await checkStandings({ job });
  const check = await seen();
  expect(check!.differing).toBeGreaterThan(0);
  expect(check!.differences).toContainEqual({
    of,
    month: `${TODAY.slice(0, 7)}-01`,
    templateName: { nb: "Sommertreff" },
    chapter: { id: federation.chapters.own },
  });
  const env = testEnv(database);
  expect(await rebuildStandings(env)).toBe(2);
  expect(await checkNow(env)).toMatchObject({ differing: 0 });
  expect(await seen()).toMatchObject({ checkedOn: TODAY, differing: 0, differences: [] });
});

test("counts a difference in numbers about members, and says nothing of where it is", async () => {
  await plant("update app.standing set late = late + 1 where about_member");
  await plant("update app.answer_sum set n = n + 1 where persons");
  await checkStandings({ job });
  const check = await seen();
  expect(check!.differing).toBeGreaterThan(1);
  expect(check!.differences).toEqual([]);
  await rebuildStandings(testEnv(database));
});

test("finds a row that nothing is behind", async () => {
  await plant(`insert into app.standing (organization_id, chapter_id, template_id, about_member, period_report, major, month)
    values ('${federation.organizationId}', '${federation.chapters.far}', '${duty.id}', false, false, 9, '2025-01-01')`);
  expect(await checkNow(testEnv(database))).toMatchObject({ differing: 1 });
  await rebuildStandings(testEnv(database));
  expect(await checkNow(testEnv(database))).toMatchObject({ differing: 0 });
});
