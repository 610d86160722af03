import { addDays, osloDate, STARTING_SURVEY } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
const today = osloDate(new Date());
const code = (id: string) =>
  id
    .replaceAll(/[^2-9a-f]/g, "")
    .slice(-10)
    .padEnd(10, "z");

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  for (const table of ["survey_progress", "survey_link", "survey"]) await seed.client.query(`delete from app.${table}`);
});

type Over = {
  state?: "DRAFT" | "OPEN" | "CLOSED";
  from?: number;
  to?: number;
  results?: number;
  chapters?: readonly string[];
};
/** A survey by days from today. */
async function survey({
  state = "OPEN",
  from = -3,
  to = 10,
  results,
  chapters = [world.chapters.own],
}: Over): Promise<string> {
  const id = uuidv7();
  const { organizationId: organization_id } = world;
  await seed.rows("survey", {
    organization_id,
    id,
    definition: STARTING_SURVEY,
    state,
    opens_on: addDays(today, from),
    closes_on: addDays(today, to),
    opened_at: state === "DRAFT" ? null : new Date(),
    closed_at: state === "CLOSED" ? new Date() : null,
    created_by: world.admin.seatId,
    results_on: results === undefined ? null : addDays(today, results),
  });
  for (const chapter_id of chapters)
    await seed.rows("survey_link", { organization_id, survey_id: id, chapter_id, code: code(uuidv7()) });
  return id;
}
type Now = { id: string; moment: string; answeredAtLeast: number | null };
const told = async (who: SeededSeat): Promise<Now[]> =>
  (await server.ask<{ surveysNow: Now[] }>(who, "{ surveysNow { id moment answeredAtLeast } }")).surveysNow;
const moments = async (who: SeededSeat) => (await told(who)).map(({ id, moment }) => [id, moment]);

test("a board is told of what its chapter has a link to, while it takes answers; those above also before it opens", async () => {
  const [open, soon] = [await survey({}), await survey({ from: 14, to: 30 })];
  await survey({ from: 15, to: 30 });
  await survey({ state: "DRAFT" });
  const others = await survey({ chapters: [world.chapters.sibling], to: 0 });
  for (const who of [world.leader, world.board]) expect(await moments(who)).toEqual([[open, "OPEN"]]);
  expect(await moments(world.siblingLeader)).toEqual([[others, "OPEN"]]);
  for (const who of [world.coordinator, world.editor, world.admin])
    expect(await moments(who)).toEqual([
      [others, "OPEN"],
      [open, "OPEN"],
      [soon, "PLANNED"],
    ]);
  expect(await moments(world.foreignAdmin)).toEqual([]);
  expect(await server.code(world.mentor, "{ surveysNow { id } }")).toBe("FORBIDDEN");
});

test("results are told of for fourteen days, and nothing in between", async () => {
  const ready = await survey({ state: "CLOSED", from: -30, to: -13, results: -12 });
  await survey({ state: "CLOSED", from: -30, to: -14, results: -13 });
  await survey({ state: "CLOSED", from: -400, to: -370, results: 0 });
  // its last day is over: closed by the job soon, or closed and not yet counted
  await survey({ to: -1 });
  await survey({ state: "CLOSED", to: -1 });
  for (const who of [world.leader, world.coordinator, world.editor])
    expect(await moments(who)).toEqual([[ready, "READY"]]);
});

test("how many have answered is told as the results page tells it: a board its own, national the whole, a region nothing", async () => {
  const survey_id = await survey({ chapters: [world.chapters.own, world.chapters.sibling] });
  const row = { organization_id: world.organizationId, survey_id, counted_on: today };
  await seed.rows("survey_progress", { ...row, chapter_id: world.chapters.own, at_least: 10 });
  await seed.rows("survey_progress", { ...row, chapter_id: null, at_least: 30 });
  const atLeast = async (who: SeededSeat) => (await told(who))[0]!.answeredAtLeast;
  expect(await atLeast(world.leader)).toBe(10);
  expect(await atLeast(world.siblingLeader)).toBeNull();
  expect(await atLeast(world.editor)).toBe(30);
  expect(await atLeast(world.coordinator)).toBeNull();
});
