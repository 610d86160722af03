import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { versionsOf } from "./news.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
let make: ReturnType<typeof versionsOf>;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  const { rows } = await seed.client.query<{ today: string }>("select authz.today()::text as today");
  make = versionsOf(seed, world.organizationId, world.admin.seatId, rows[0]!.today);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type Told = { versionId: string; number: string; previousNumber: string | null; notes: string; name: { nb: string } };
const NEWS = `{ news { versions { versionId templateId name { nb } number previousNumber notes fromDay } } }`;
const CHANGE = `query ($versionId: ID!) { versionNews(versionId: $versionId) { version { number } before { name { nb } } after { name { nb } } } }`;
const DISMISS = `mutation ($input: DismissVersionNewsInput!) { dismissVersionNews(input: $input) { done problems { code } } }`;
const told = async (seat: SeededSeat): Promise<Told[]> =>
  (await server.ask<{ news: { versions: Told[] } }>(seat, NEWS)).news.versions;
const dismiss = (seat: SeededSeat, versionId: string, key = uuidv7()) =>
  server.run<{ dismissVersionNews: { done: boolean } }>(seat, DISMISS, { input: { key, versionId } });
const empty = async () => {
  await seed.client.query("delete from app.version_seen; delete from app.rollout_chapter; delete from app.rollout");
};

test("a new template is news, and then its next version beside the one before, to every seat of the board once", async () => {
  await empty();
  const templateId = await make.template();
  const first = await make.version(templateId, "1.0");
  await make.give(templateId, first, [world.chapters.own], 20);
  expect(await told(world.leader)).toMatchObject([{ versionId: first, number: "1.0", previousNumber: null }]);

  const second = await make.version(templateId, "1.1", { name: { nb: "Høsttreff" } });
  await make.give(templateId, second, [world.chapters.own], 2);
  expect(await told(world.leader)).toMatchObject([
    { versionId: second, number: "1.1", previousNumber: "1.0", notes: "Nytt i 1.1", name: { nb: "Høsttreff" } },
  ]);
  expect(await server.ask(world.board, CHANGE, { versionId: second })).toEqual({
    versionNews: {
      version: { number: "1.1" },
      before: { name: { nb: "Sommertreff" } },
      after: { name: { nb: "Høsttreff" } },
    },
  });

  // twice at once and once more: one line, and never again
  const key = uuidv7();
  const twins = await Promise.all([
    dismiss(world.leader, second, key),
    dismiss(world.leader, second, key),
    dismiss(world.leader, second),
  ]);
  expect(twins.map((answer) => answer.data?.dismissVersionNews.done)).toEqual([true, true, true]);
  expect(await told(world.leader)).toEqual([]);
  expect(await told(world.board)).toHaveLength(1);
  const { rows } = await seed.client.query<{ seat_id: string }>("select seat_id from app.version_seen");
  expect(rows).toEqual([{ seat_id: world.leader.seatId }]);
});

test("what another chapter was given, a draft, what is to come, what is old and what ended is no news", async () => {
  await empty();
  const { own, sibling } = world.chapters;
  const give = async (number: string, chapters: string[], daysAgo: number, state = "PUBLISHED") => {
    const templateId = await make.template();
    const versionId = await make.version(templateId, number, {}, state);
    return make.give(templateId, versionId, chapters, daysAgo);
  };
  const [others, old, ended] = [
    await give("1.0", [sibling], 3),
    await give("1.0", [own], 61),
    await give("1.0", [own], 5),
  ];
  await give("1.0", [own], -3);
  await seed.client.query("update app.rollout_chapter set until_day = from_day where rollout_id = $1", [
    ended.rolloutId,
  ]);
  expect(await told(world.leader)).toEqual([]);
  expect(await told(world.siblingLeader)).toHaveLength(1);
  for (const versionId of [others.versionId, ended.versionId, uuidv7(), "no-uuid"]) {
    expect(await server.code(world.leader, CHANGE, { versionId })).toBe("NOT_FOUND");
    expect((await dismiss(world.leader, versionId)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  }
  expect(await server.code(world.foreignLeader, CHANGE, { versionId: others.versionId })).toBe("NOT_FOUND");
  // old enough not to be news, and still to be looked at
  expect(await server.code(world.leader, CHANGE, { versionId: old.versionId })).toBe("OK");
});

test("three at most, the newest first; the same version once more is nothing new", async () => {
  await empty();
  for (const daysAgo of [9, 7, 5, 3]) {
    const templateId = await make.template();
    await make.give(templateId, await make.version(templateId, `1.${daysAgo}`), [world.chapters.own], daysAgo);
  }
  expect((await told(world.leader)).map(({ number }) => number)).toEqual(["1.3", "1.5", "1.7"]);
  await empty();
  const templateId = await make.template();
  const versionId = await make.version(templateId, "2.0");
  await make.give(templateId, versionId, [world.chapters.own], 80);
  await make.give(templateId, versionId, [world.chapters.own], 1);
  expect(await told(world.leader)).toEqual([]);
});

test("those above have no such news", async () => {
  for (const seat of [world.admin, world.editor, world.coordinator, world.mentor]) {
    expect(await server.code(seat, NEWS)).toBe("FORBIDDEN");
    expect((await dismiss(seat, uuidv7())).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  }
});
