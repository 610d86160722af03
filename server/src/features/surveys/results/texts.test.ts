import { addDays, osloDate, STARTING_SURVEY } from "@varde/domain";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashSecret } from "../../../kernel/crypto/sealer.js";
import { roleNames, roleUrl } from "../../../kernel/db/roles.js";
import { testDatabase } from "../../../testkit/database.js";
import type { TestDatabase } from "../../../testkit/database.js";
import { openSeed, seedFederation } from "../../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../../testkit/seed.js";
import { testServer } from "../../../testkit/server.js";
import type { TestServer } from "../../../testkit/server.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
const today = osloDate(new Date());
const QUESTION = STARTING_SURVEY.questions.find(({ kind }) => kind === "TEXT")!.key;

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

async function surveyWith(texts: readonly string[], published = true): Promise<string> {
  const id = uuidv7();
  const { organizationId: organization_id } = world;
  await seed.rows("survey", {
    organization_id,
    id,
    definition: STARTING_SURVEY,
    state: "CLOSED",
    opens_on: addDays(today, -30),
    closes_on: addDays(today, -1),
    opened_at: new Date(),
    closed_at: new Date(),
    created_by: world.admin.seatId,
    results_on: published ? today : null,
  });
  for (const text of texts)
    await seed.rows("survey_text", { organization_id, survey_id: id, id: randomUUID(), question: QUESTION, text });
  return id;
}
type Text = { id: string; rev: number; text: string; warnings: string[] };
const READ = `query ($id: ID!, $question: String!, $draw: Int!, $after: String, $first: Int! = 100) {
  surveyTexts(surveyId: $id, question: $question, draw: $draw, after: $after, first: $first) { nodes { id rev text warnings } totalCount pageInfo { hasNextPage endCursor } } }`;
type Page = { nodes: Text[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
const pageOf = async (variables: object): Promise<Page> =>
  (await server.ask<{ surveyTexts: Page }>(world.editor, READ, { question: QUESTION, draw: 1, ...variables }))
    .surveyTexts;
/** All that can be read, page by page. */
async function read(id: string, question = QUESTION, draw = 1): Promise<Text[]> {
  const texts: Text[] = [];
  for (let after: string | null = null; ;) {
    const page: Page = await pageOf({ id, question, draw, after });
    texts.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return texts;
    after = page.pageInfo.endCursor;
  }
}
const ASIDE = `mutation ($input: SetSurveyTextAsideInput!) { setSurveyTextAside(input: $input) { done problems { code } } }`;
const TEXTS = ["Mer pizza", "Flere turer", "Ring Kari", "Jeg har angst", "En fast dag", "Mer tid", "Bussen går tidlig"];

test("national reads what was written, with what to beware of, and in an order that is nobody's", async () => {
  const id = await surveyWith(TEXTS);
  const texts = await read(id);
  expect(texts.map(({ text }) => text).toSorted()).toEqual(TEXTS.toSorted());
  expect(Object.fromEntries(texts.map(({ text, warnings }) => [text, warnings]))).toMatchObject({
    "Mer pizza": [],
    "Ring Kari": ["NAME"],
    "Jeg har angst": ["HEALTH"],
  });
  const orders = new Set<string>();
  for (let i = 0; i < 6; i += 1) orders.add((await read(id, QUESTION, i)).map(({ text }) => text).join());
  expect(orders.size).toBeGreaterThan(1);
  expect(await read(id, "contacted")).toEqual([]);
  for (const who of [world.leader, world.coordinator])
    expect(await server.code(who, READ, { id, question: QUESTION, draw: 1 })).toBe("FORBIDDEN");
  expect(await server.code(world.foreignAdmin, READ, { id, question: QUESTION, draw: 1 })).toBe("NOT_FOUND");
});

test("one drawing of lots is one order, page by page, each text once; a page is a hundred at most and a cursor is one of ours", async () => {
  const all = Array.from({ length: 23 }, (_, n) => `Tekst ${n}`);
  const id = await surveyWith(all);
  const first = await pageOf({ id, first: 10 });
  expect(first.totalCount).toBe(23);
  const second = await pageOf({ id, first: 10, after: first.pageInfo.endCursor });
  const third = await pageOf({ id, first: 10, after: second.pageInfo.endCursor });
  expect([second.pageInfo.hasNextPage, third.pageInfo.hasNextPage]).toEqual([true, false]);
  const paged = [first, second, third].flatMap(({ nodes }) => nodes.map(({ text }) => text));
  expect(paged).toEqual((await read(id)).map(({ text }) => text));
  expect(paged.toSorted()).toEqual(all.toSorted());
  for (const wrong of [{ first: 101 }, { first: 0 }, { after: "x" }])
    expect(await server.code(world.editor, READ, { id, question: QUESTION, draw: 1, ...wrong })).toBe("BAD_REQUEST");
});

test("before the results are published, and where fewer than five wrote, none is read", async () => {
  expect(await read(await surveyWith(TEXTS, false))).toEqual([]);
  expect(await read(await surveyWith(TEXTS.slice(0, 4)))).toEqual([]);
});

test("a text that is set aside is read no more; the trail says so and not what it said", async () => {
  const surveyId = await surveyWith(TEXTS);
  const { id, rev } = (await read(surveyId)).find(({ text }) => text === "Ring Kari")!;
  const aside = async (over: object = {}) => {
    const input = { key: randomUUID(), id, rev, surveyId, ...over };
    return (await server.ask<{ setSurveyTextAside: unknown }>(world.editor, ASIDE, { input })).setSurveyTextAside;
  };
  expect(await aside({ rev: 7 })).toEqual({ done: false, problems: [{ code: "CONFLICT" }] });
  // twice, and by two at once, is once
  for (const _ of [1, 2]) expect(await aside()).toEqual({ done: true, problems: [] });
  expect((await read(surveyId)).map(({ text }) => text)).not.toContain("Ring Kari");
  const { rows } = await seed.client.query<{ row: string }>(
    `select to_jsonb(a)::text as row from app.audit a where action = 'SURVEY_TEXT_SET_ASIDE' and subject_id = $1`,
    [surveyId],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]!.row).not.toContain("Kari");
  expect(rows[0]!.row).not.toContain(id);
  const input = { key: randomUUID(), id, rev: 2, surveyId };
  expect(await server.code(world.foreignAdmin, ASIDE, { input })).toBe("NOT_FOUND");
  expect(await server.code(world.leader, ASIDE, { input })).toBe("FORBIDDEN");
});

/** How many texts somebody finds who runs SQL of their own in a seat's session, and how many they can set aside. */
async function bySql(seat: SeededSeat, id: string): Promise<[found: number, changed: number]> {
  const client = new pg.Client({
    connectionString: roleUrl(database.adminUrl, database.secret, roleNames(database.rolePrefix).app),
  });
  await client.connect();
  try {
    await client.query(`begin; set local app.session = '${hashSecret(seat.secret).toString("hex")}'`);
    const { rowCount: found } = await client.query("select text from app.survey_text where survey_id = $1", [id]);
    const { rowCount: changed } = await client.query("update app.survey_text set rev = rev + 1");
    await client.query("rollback");
    return [found!, changed!];
  } finally {
    await client.end();
  }
}

test("the database itself keeps what was written from national until the results are published, and from all others for good", async () => {
  await seed.client.query("delete from app.survey_text");
  const id = await surveyWith(TEXTS, false);
  for (const seat of [world.editor, world.admin]) expect(await bySql(seat, id)).toEqual([0, 0]);
  await seed.client.query("update app.survey set results_on = closes_on where id = $1", [id]);
  for (const seat of [world.editor, world.admin]) expect(await bySql(seat, id)).toEqual([7, 7]);
  for (const seat of [world.leader, world.board, world.coordinator, world.foreignAdmin])
    expect(await bySql(seat, id)).toEqual([0, 0]);
});

test("whoever reads what was written is counted, also one who may read no members; at the limit it is told", async () => {
  await seed.client.query("delete from app.reading_count");
  await seed.rows("reading_limit", { organization_id: world.organizationId, points: 20 });
  const id = await surveyWith(Array.from({ length: 201 }, (_, n) => `Tekst ${n}`));
  const counted = async () =>
    (
      await seed.client.query<{ seat: string; lists: number }>(
        "select seat_id as seat, lists from app.reading_count order by lists",
      )
    ).rows;
  await read(id);
  // a hundred are as a page of a list, and nothing is nothing read
  await read(id, "contacted");
  expect(await counted()).toEqual([{ seat: world.editor.seatId, lists: 3 }]);
  for (let n = 0; n < 6; n += 1) await read(id);
  const { rows } = await seed.client.query<{ seat: string }>(
    "select actor_seat_id as seat from app.audit where action = 'BULK_READ'",
  );
  expect(rows).toEqual([{ seat: world.editor.seatId }]);
  const { rows: jobs } = await seed.client.query(
    `select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'tellBulkRead'`,
  );
  expect(jobs).toHaveLength(1);
});
