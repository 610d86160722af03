import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer;
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type HelpData = { people: { name: string; role: string; unit: string }[]; practiceOffered: boolean };
const help = async (seat: SeededSeat) =>
  (await server.ask<{ help: HelpData }>(seat, `{ help { people { name role unit } practiceOffered } }`)).help;
const roles = async (seat: SeededSeat) => (await help(seat)).people.map(({ role }) => role);

test("the nearest first, never oneself, and nobody of another chapter, region or organization", async () => {
  expect(await roles(federation.board)).toEqual(["CHAPTER_LEADER", "MENTOR", "REGION_COORDINATOR", "NATIONAL_ADMIN"]);
  expect(await roles(federation.leader)).toEqual(["MENTOR", "REGION_COORDINATOR", "NATIONAL_ADMIN"]);
  expect(await roles(federation.siblingLeader)).toEqual(["REGION_COORDINATOR", "NATIONAL_ADMIN"]);
  expect(await roles(federation.coordinator)).toEqual(["NATIONAL_ADMIN"]);
  expect(await roles(federation.admin)).toEqual([]);
  expect(await roles(federation.foreignLeader)).toEqual(["NATIONAL_ADMIN"]);
});

test("who has left their office is not offered as help", async () => {
  const gone = await seed.seat(federation.organizationId, "MENTOR", { chapterId: federation.chapters.sibling });
  expect(await roles(federation.siblingLeader)).toContain("MENTOR");
  await seed.client.query("update app.seat set valid_to = authz.today() where id = $1", [gone.seatId]);
  expect(await roles(federation.siblingLeader)).not.toContain("MENTOR");
});

test("a practice is offered to a board until it is done with, once for the person", async () => {
  expect((await help(federation.board)).practiceOffered).toBe(true);
  expect((await help(federation.mentor)).practiceOffered).toBe(false);
  const input = { key: uuidv7() };
  const finish = () =>
    server.ask(
      federation.board,
      `mutation ($input: FinishPracticeInput!) { finishPractice(input: $input) { help { practiceOffered } problems { code } } }`,
      { input },
    );
  const done = { finishPractice: { help: { practiceOffered: false }, problems: [] } };
  expect(await Promise.all([finish(), finish()])).toEqual([done, done]);
  expect((await help(federation.board)).practiceOffered).toBe(false);
  expect((await help(federation.leader)).practiceOffered).toBe(true);
});
