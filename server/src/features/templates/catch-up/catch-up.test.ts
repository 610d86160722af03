import { randomUUID } from "node:crypto";
import { addDays, osloDate } from "@varde/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../testkit/database.js";
import type { TestDatabase } from "../../../testkit/database.js";
import { openSeed, seedFederation } from "../../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../../testkit/seed.js";
import { testServer } from "../../../testkit/server.js";
import type { TestServer } from "../../../testkit/server.js";
import { gathering } from "../templates.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
const today = osloDate(new Date());

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

async function rolledOut(catchUp: "ASK" | "COMPRESS"): Promise<{ templateId: string; rolloutId: string }> {
  const [templateId, versionId, rolloutId] = [randomUUID(), randomUUID(), randomUUID()];
  const organization_id = world.organizationId;
  const definition = gathering({
    schedule: { opensAfterDays: 0, dueAfterDays: 0, missAfterDays: 14, lateAllowed: true },
  });
  await seed.rows("touchpoint_template", { organization_id, id: templateId, key: `c${seed.unique()}` });
  await seed.rows("template_version", {
    organization_id,
    id: versionId,
    template_id: templateId,
    state: "PUBLISHED",
    definition,
    about_member: false,
    published_at: new Date(),
  });
  const input = {
    templateId,
    versionId,
    catchUp,
    effectiveFrom: addDays(today, -100),
    key: randomUUID(),
    id: rolloutId,
  };
  const data = await server.ask<{ rollOut: { problems: unknown[] } }>(
    world.admin,
    `mutation ($input: RollOutInput!) { rollOut(input: $input) { problems { message } } }`,
    { input },
  );
  expect(data.rollOut.problems).toEqual([]);
  return { templateId, rolloutId };
}
type Asked = { rolloutId: string; rev: number; dueOn: string; occurrences: { occurrence: string }[] };
const asked = async (seat: SeededSeat, rolloutId: string): Promise<Asked | undefined> =>
  (
    await server.ask<{ catchUps: Asked[] }>(seat, `{ catchUps { rolloutId rev dueOn occurrences { occurrence } } }`)
  ).catchUps.find((one) => one.rolloutId === rolloutId);
const ANSWER = `mutation ($input: AnswerCatchUpInput!) { answerCatchUp(input: $input) { catchUps { rolloutId } problems { code } } }`;
const answer = async (seat: SeededSeat, input: object) =>
  (
    await server.ask<{ answerCatchUp: { problems: { code: string }[] } }>(seat, ANSWER, {
      input: { key: randomUUID(), rev: 1, ...input },
    })
  ).answerCatchUp.problems.map(({ code }) => code);
const made = async (templateId: string, chapterId: string, past = true) =>
  (
    await seed.client.query<{ opens_on: string; due_on: string }>(
      `select occurrence, opens_on::text, due_on::text from app.touchpoint where template_id = $1 and chapter_id = $2 and (opens_on <= $3::date) = $4 order by occurrence`,
      [templateId, chapterId, today, past],
    )
  ).rows;

test("each board is asked for itself, and its yes makes what was due before, with time to do it", async () => {
  const { templateId, rolloutId } = await rolledOut("ASK");
  const before = (await made(templateId, world.chapters.own)).length;
  const question = await asked(world.board, rolloutId);
  expect(question!.occurrences.length).toBeGreaterThanOrEqual(2);
  await expect(answer(world.board, { rolloutId, take: true })).resolves.toEqual([]);
  const rows = await made(templateId, world.chapters.own);
  expect(rows).toHaveLength(before + question!.occurrences.length);
  expect(rows.every(({ due_on: due }) => due >= today)).toBe(true);
  expect(await asked(world.leader, rolloutId)).toBeUndefined();
  expect(await asked(world.siblingLeader, rolloutId)).toBeDefined();
  expect((await made(templateId, world.chapters.sibling)).length).toBe(before);
});

test("a no makes nothing; a second answer is told so, and twins at once are one", async () => {
  const { templateId, rolloutId } = await rolledOut("ASK");
  const before = (await made(templateId, world.chapters.own)).length;
  const key = randomUUID();
  const both = await Promise.all([
    answer(world.leader, { rolloutId, take: false, key }),
    answer(world.leader, { rolloutId, take: false, key }),
  ]);
  expect(both).toEqual([[], []]);
  await expect(answer(world.board, { rolloutId, take: true })).resolves.toEqual(["CONFLICT"]);
  expect((await made(templateId, world.chapters.own)).length).toBe(before);
});

test("only a board answers, for its own chapter", async () => {
  const { rolloutId } = await rolledOut("ASK");
  const input = { key: randomUUID(), rolloutId, rev: 1, take: true };
  for (const seat of [world.mentor, world.coordinator, world.admin]) {
    await expect(server.code(seat, ANSWER, { input })).resolves.toBe("FORBIDDEN");
  }
  await expect(server.code(world.foreignLeader, ANSWER, { input })).resolves.toBe("NOT_FOUND");
  await expect(server.code(world.board, ANSWER, { input: { ...input, rolloutId: "x" } })).resolves.toBe("NOT_FOUND");
});

test("pressed together, only the last of what was due before is made, with new days", async () => {
  const { templateId, rolloutId } = await rolledOut("COMPRESS");
  const past = (await made(templateId, world.chapters.own)).filter(({ opens_on: opens }) => opens === today);
  expect(past.length).toBeGreaterThanOrEqual(1);
  expect(past.every(({ due_on: due }) => due >= addDays(today, 7))).toBe(true);
  expect(await asked(world.board, rolloutId)).toBeUndefined();
});
