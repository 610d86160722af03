import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed } from "../seed.js";
import { testServer } from "../server.js";
import type { TestServer } from "../server.js";
import { queued } from "../sign-in.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
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

type Said = { seat: { id: string; rev: number } | null; problems: { code: string; path: string[] }[] };
const invite = async (over: object = {}): Promise<Said> => {
  const query = `mutation ($input: InviteSeatInput!) { inviteSeat(input: $input) { seat { id rev } problems { code path } } }`;
  const person = {
    holderName: "Ny Person",
    email: "victim@test.example",
    role: "CHAPTER_BOARD",
    chapterId: world.chapters.own,
  };
  const input = { key: uuidv7(), id: uuidv7(), ...person, ...over };
  return (await server.ask<{ inviteSeat: Said }>(world.leader, query, { input })).inviteSeat;
};

test("a board is no mail gun: inviting and taking back comes to an end the same day", async () => {
  const revoke = `mutation ($input: SeatActionInput!) { revokeInvitation(input: $input) { problems { code } } }`;
  let sent = 0;
  for (; sent < 70; sent += 1) {
    const { seat, problems } = await invite();
    if (problems.length > 0) break;
    await server.ask(world.leader, revoke, { input: { key: uuidv7(), id: seat!.id, rev: seat!.rev } });
  }
  expect(sent).toBeLessThan(61);
  expect((await invite({ holderName: "En Annen" })).problems).toMatchObject([{ code: "LOCKED" }]);
  expect((await queued(seed, "sendInvitation")).length).toBe(sent);
});

test("a national number is no name", async () => {
  await seed.client.query("update app.seat set created_at = now() - interval '2 days'");
  expect((await invite({ holderName: "Ola 01010112377" })).problems).toMatchObject([
    { code: "INVALID", path: ["holderName"] },
  ]);
});
