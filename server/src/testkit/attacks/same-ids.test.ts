import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DUTY } from "../../features/touchpoints/touchpoints.testing.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed } from "../seed.js";
import { testServer } from "../server.js";
import type { TestServer } from "../server.js";

// Ids are made by clients and are no secrets. Rights over a chapter are rights over its id, so whoever could make a
// chapter with another's id in an organization of their own would sit in both.

const CREATE = `mutation ($input: CreateChapterInput!) { createChapter(input: $input) { chapter { id } problems { code } } }`;
const INVITE = `mutation ($input: InviteSeatInput!) { inviteSeat(input: $input) { seat { id } problems { code } } }`;

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

test("another organization's chapter cannot be made again in one's own", async () => {
  const input = {
    key: uuidv7(),
    id: world.chapters.own,
    name: "Tvilling",
    shortName: "T",
    county: "32",
    municipalities: [],
    openedOn: "2026-01-01",
  };
  const { createChapter } = await server.ask<{ createChapter: object }>(world.foreignAdmin, CREATE, { input });
  expect(createChapter).toEqual({ chapter: null, problems: [{ code: "CONFLICT" }] });
  const insert = seed.client.query(
    "insert into app.chapter (organization_id, id, name, short_name, county, opened_on) values ($1, $2, 'T', 'T', '32', '2026-01-01')",
    [world.foreignOrganizationId, world.chapters.own],
  );
  await expect(insert).rejects.toMatchObject({ code: "23505" });
});

test("nor a seat: a session names its seat by the id alone", async () => {
  const input = {
    key: uuidv7(),
    id: world.mentor.seatId,
    role: "NATIONAL_ADMIN",
    holderName: "Tvilling",
    email: "tvilling@test.example",
  };
  const { inviteSeat } = await server.ask<{ inviteSeat: object }>(world.foreignAdmin, INVITE, { input });
  expect(inviteSeat).toEqual({ seat: null, problems: [{ code: "CONFLICT" }] });
});

test("a version with another organization's id is its own, also to what is remembered between requests", async () => {
  const [templateId, versionId] = [uuidv7(), uuidv7()];
  const nameFor = async (organizationId: string, chapterId: string, nb: string) => {
    const tenant = { organization_id: organizationId, template_id: templateId };
    await seed.rows("touchpoint_template", { organization_id: organizationId, id: templateId, key: "same" });
    const definition = { ...DUTY, name: { nb } };
    const published = { state: "PUBLISHED", published_at: new Date(), about_member: false };
    await seed.rows("template_version", { ...tenant, id: versionId, definition, ...published });
    const days = { opens_on: "2026-11-01", due_on: "2026-11-30", miss_on: "2026-12-30", first_due_on: "2026-11-30" };
    const about = { about_member: false, version_id: versionId, major: 1, occurrence: "x" };
    await seed.rows("touchpoint", { ...tenant, chapter_id: chapterId, id: uuidv7(), ...about, ...days });
  };
  await nameFor(world.foreignOrganizationId, world.chapters.foreign, "Deres");
  await nameFor(world.organizationId, world.chapters.own, "Vår");
  const list = "{ touchpoints(filter: {}) { nodes { name { nb } } } }";
  type Names = { touchpoints: { nodes: { name: { nb: string } }[] } };
  for (const [seat, nb] of [
    [world.foreignLeader, "Deres"],
    [world.leader, "Vår"],
    [world.foreignLeader, "Deres"],
  ] as const) {
    expect((await server.ask<Names>(seat, list)).touchpoints.nodes).toEqual([{ name: { nb } }]);
  }
});
