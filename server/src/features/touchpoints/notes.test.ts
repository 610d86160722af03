import { addDays } from "@varde/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { act, touchpointSeed, WELCOME } from "./touchpoints.testing.js";
import type { TouchpointSeed } from "./touchpoints.testing.js";

// what is noted of a contact and leaves its touchpoint open

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, place: TouchpointSeed, today: string;
let welcome: { templateId: string; versionId: string };

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  place = await touchpointSeed(seed, world);
  ({ today } = place);
  welcome = await place.template(WELCOME);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const submit = (seat: SeededSeat, input: Record<string, unknown>) =>
  act(server, seat, "submitReport", { answers: [], ...input });
const aboutIda = async (over: Record<string, unknown> = {}) =>
  place.touchpoint(welcome, { member_id: await place.member(world.chapters.own), ...over });

test("nobody answered: it rests two days, or until the day that was chosen, and is due as before", async () => {
  const { id } = await aboutIda({ due_on: addDays(today, 2), miss_on: addDays(today, 9) });
  const nobody = (returnsOn: string | null, rev: number) =>
    submit(world.board, { id, outcome: "NO_ANSWER", returnsOn, rev });
  for (const bad of [today, addDays(today, 10)]) {
    expect((await nobody(bad, 1)).problems).toMatchObject([{ code: "INVALID", path: ["returnsOn"] }]);
  }
  const usual = await nobody(null, 1);
  expect(usual.detail!.touchpoint).toMatchObject({ returnsOn: addDays(today, 2), dueOn: addDays(today, 2) });
  const chosen = await nobody(addDays(today, 6), 2);
  expect(chosen.detail!.touchpoint).toMatchObject({ returnsOn: addDays(today, 6), attempts: 2, status: "OPEN" });
  const reached = await submit(world.board, { id, outcome: "DECLINES_CONTACT", rev: 3 });
  expect(reached.detail!.touchpoint["returnsOn"]).toBeNull();
});

test("a note is taken back by the one who made it, to what it was; by nobody else, and only once", async () => {
  const { id } = await aboutIda({ due_on: addDays(today, 2), miss_on: addDays(today, 9) });
  await submit(world.board, { id, outcome: "NO_ANSWER" });
  await submit(world.board, { id, outcome: "LATER", laterOn: addDays(today, 5), rev: 2 });
  const back = (seat: typeof world.board, rev: number) => act(server, seat, "takeBackNote", { id, rev });
  expect((await back(world.leader, 3)).problems).toMatchObject([{ code: "LOCKED" }]);
  expect((await back(world.board, 2)).problems).toMatchObject([{ code: "CONFLICT" }]);
  const taken = await back(world.board, 3);
  expect(taken.problems).toEqual([]);
  expect(taken.detail!.touchpoint).toMatchObject({
    outcome: "NO_ANSWER",
    attempts: 1,
    dueOn: addDays(today, 2),
    missOn: addDays(today, 9),
    returnsOn: addDays(today, 2),
    rev: 4,
  });
  expect((await back(world.board, 4)).problems).toMatchObject([{ code: "LOCKED" }]);
  // the one day to put it off is there again
  expect((await submit(world.board, { id, outcome: "LATER", laterOn: addDays(today, 6), rev: 4 })).problems).toEqual(
    [],
  );
  // whoever has been reached since has nothing to take back
  await submit(world.board, { id, outcome: "DECLINES_CONTACT", rev: 5 });
  expect((await back(world.board, 6)).problems[0]!.code).toMatch(/LOCKED|CONFLICT/);
});

test("is put off once, and the miss day moves along", async () => {
  const { id } = await aboutIda({ due_on: addDays(today, 2), miss_on: addDays(today, 9) });
  const later = (laterOn: string | null, rev: number) => submit(world.board, { id, outcome: "LATER", laterOn, rev });
  for (const bad of [null, today, addDays(today, 91)]) {
    expect((await later(bad, 1)).problems).toMatchObject([{ code: "INVALID", path: ["laterOn"] }]);
  }
  const within = await later(addDays(today, 1), 1);
  expect(within.detail!.touchpoint).toMatchObject({ dueOn: addDays(today, 2), missOn: addDays(today, 9) });
  const moved = await later(addDays(today, 5), 2);
  expect(moved.detail!.touchpoint).toMatchObject({ dueOn: addDays(today, 5), missOn: addDays(today, 12), rev: 3 });
  expect((await later(addDays(today, 7), 3)).problems).toMatchObject([{ path: ["laterOn"] }]);
});
