import { addDays, osloDate, STARTING_SURVEY } from "@varde/domain";
import { tellsOfParts } from "@varde/domain/audit";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDoor } from "../../../kernel/db/door.js";
import type { Door } from "../../../kernel/db/door.js";
import { testDatabase } from "../../../testkit/database.js";
import type { TestDatabase } from "../../../testkit/database.js";
import { openSeed, seedFederation } from "../../../testkit/seed.js";
import type { Federation, Seed } from "../../../testkit/seed.js";
import { testServer } from "../../../testkit/server.js";
import type { TestServer } from "../../../testkit/server.js";
import { keepProgress } from "./progress.js";
import { publishResults } from "./publish-results.js";

let database: TestDatabase, seed: Seed, world: Federation, job: Door, server: TestServer;
const today = osloDate(new Date());

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 1 });
});
afterAll(async () => {
  await server.stop();
  await job.close();
  await seed.close();
  await database.drop();
});

async function closedSurvey(state = "CLOSED", before: string | null = null): Promise<string> {
  const id = uuidv7();
  await seed.rows("survey", {
    organization_id: world.organizationId,
    id,
    definition: STARTING_SURVEY,
    state,
    opens_on: addDays(today, -30),
    closes_on: addDays(today, -1),
    opened_at: new Date(),
    closed_at: state === "CLOSED" ? new Date() : null,
    created_by: world.admin.seatId,
    compared_survey_id: before,
  });
  return id;
}
let codes = 0;
const code = () => `surveycc${"abcdefghjkmn"[Math.floor(codes / 12)]}${"abcdefghjkmn"[codes++ % 12]}`;
async function count(survey_id: string, chapters: readonly string[], numbers: readonly [no: number, later: number][]) {
  const { organizationId: organization_id } = world;
  for (const [i, chapter_id] of chapters.entries()) {
    await seed.rows("survey_link", { organization_id, survey_id, chapter_id, code: code() });
    const [no, later] = numbers[i]!;
    const row = { organization_id, survey_id, chapter_id };
    for (const question of ["", "contacted"])
      await seed.rows("survey_count", { ...row, question, cell: "", n: no + later });
    if (no > 0) await seed.rows("survey_count", { ...row, question: "contacted", cell: "no", n: no });
    if (later > 0) await seed.rows("survey_count", { ...row, question: "contacted", cell: "later", n: later });
  }
}
type Row = {
  region: string | null;
  chapter: string | null;
  question: string;
  n: number;
  cells: Record<string, number>;
};
const results = async (id: string): Promise<Row[]> =>
  (
    await seed.client.query<Row>(
      "select region_id as region, chapter_id as chapter, question, n, cells from app.survey_result where survey_id = $1",
      [id],
    )
  ).rows;

test("a closed survey is published once, whole groups only, and an open one not at all", async () => {
  const { own, sibling, far } = world.chapters;
  const id = await closedSurvey();
  await count(
    id,
    [own, sibling, far],
    [
      [6, 6],
      [2, 1],
      [9, 8],
    ],
  );
  const open = await closedSurvey("OPEN");
  expect(await publishResults({ job })).toBe(1);
  expect(await publishResults({ job })).toBe(0);
  expect(await results(open)).toEqual([]);
  const rows = (await results(id)).filter(({ question }) => question === "contacted");
  const shown = new Map(rows.map((row) => [row.chapter ?? row.region ?? "whole", row.n]));
  // the sibling's three are in no number that the own chapter's could be taken from
  expect(shown.has(sibling)).toBe(false);
  const of = [own, sibling, far];
  const exact = new Map([
    [own, 12],
    [sibling, 3],
    [far, 17],
  ]);
  const { east, west } = world.regions;
  const groups = [
    { id: "whole", of, n: shown.get("whole") ?? null },
    { id: east, of: [own, sibling], n: shown.get(east) ?? null },
    { id: west, of: [far], n: shown.get(west) ?? null },
    ...of.map((chapter) => ({ id: chapter, of: [chapter], n: shown.get(chapter) ?? null })),
  ];
  expect(tellsOfParts(groups, exact, 5)).toEqual([]);
});

type Told = {
  level: string;
  id: string | null;
  n: number;
  chapterCount: number | null;
  cells: { cell: string; n: number }[];
};
type Results = {
  publishedOn: string | null;
  answeredAtLeast: number | null;
  tables: { question: string; groups: Told[]; before: Told[] }[];
};
const ask = (who: Federation["leader"], surveyId: string) =>
  server
    .ask<{ surveyResults: Results }>(
      who,
      `query ($surveyId: ID!) { surveyResults(surveyId: $surveyId) { publishedOn answeredAtLeast
         tables { question groups { level id n chapterCount cells { cell n } } before { level id n chapterCount cells { cell n } } } } }`,
      { surveyId },
    )
    .then((data) => data.surveyResults);

test("a board reads its own and the whole's, national reads all that is shown, and the survey before stands beside", async () => {
  const { own, sibling, far } = world.chapters;
  const before = await closedSurvey();
  await count(
    before,
    [own, sibling, far],
    [
      [6, 6],
      [12, 9],
      [9, 8],
    ],
  );
  const id = await closedSurvey("CLOSED", before);
  await count(
    id,
    [own, sibling, far],
    [
      [7, 6],
      [10, 9],
      [9, 5],
    ],
  );
  await publishResults({ job });
  const chapters = (results: Results, which: "groups" | "before" = "groups") => {
    const table = results.tables.find(({ question }) => question === "contacted")!;
    return table[which].flatMap(({ level, id: chapter, n }) => (level === "CHAPTER" ? [[chapter, n]] : []));
  };
  const board = await ask(world.leader, id);
  expect(board.publishedOn).toBe(today);
  expect(chapters(board)).toEqual([[own, 13]]);
  expect(chapters(board, "before")).toEqual([[own, 12]]);
  const whole = board.tables[0]!;
  expect([whole.question, whole.groups[0]]).toMatchObject(["", { level: "WHOLE", id: null, n: 46 }]);
  const national = await ask(world.editor, id);
  expect(new Map(chapters(national) as [string, number][])).toEqual(
    new Map([
      [own, 13],
      [sibling, 19],
      [far, 14],
    ]),
  );
});

test("a board's own paid members are counted as of the survey's last day, by who may read the register, and for nobody above", async () => {
  const { own, sibling } = world.chapters;
  const { organizationId: organization_id } = world;
  const id = await closedSurvey();
  const last = addDays(today, -1);
  const year = Number(last.slice(0, 4));
  const member = async (over: object, paid: string | null, of = year) => {
    const member_id = uuidv7();
    const row = { organization_id, chapter_id: own, first_name: "A", last_name: "B", joined_on: "2020-01-01" };
    await seed.rows("member", { ...row, id: member_id, joined_chapter_on: "2020-01-01", ...over });
    const { chapter_id = own } = over as { chapter_id?: string };
    await seed.rows("member_fee", { organization_id, chapter_id, member_id, year: of, paid_on: paid });
  };
  const read = async (who: Federation["leader"]) =>
    (
      await server.ask<{ surveyResults: { paidMembers: number | null } }>(
        who,
        `query ($id: ID!) { surveyResults(surveyId: $id) { paidMembers } }`,
        { id },
      )
    ).surveyResults.paidMembers;
  const before = await seed.client.query("select 1 from app.member_fee where chapter_id = $1", [own]);
  expect(before.rows).toEqual([]);
  await member({}, last);
  await member({}, `${year}-01-01`);
  // left after it ended, and before; joined after; paid after, not at all, for another year; of another chapter
  await member({ left_on: today, end_reason: "LEFT" }, last);
  await member({ left_on: last, end_reason: "LEFT" }, last);
  await member({ joined_on: today, joined_chapter_on: today }, last);
  await member({}, today);
  await member({}, null);
  await member({}, last, year - 1);
  await member({ chapter_id: sibling }, last);
  // not before the results are there
  expect(await read(world.leader)).toBeNull();
  await publishResults({ job });
  for (const who of [world.leader, world.board]) expect(await read(who)).toBe(3);
  expect(await read(world.siblingLeader)).toBe(1);
  for (const who of [world.coordinator, world.editor, world.admin]) expect(await read(who)).toBeNull();
  // a seat without papers reads no register
  await seed.client.query("update app.organization set safe_people = true where id = $1", [organization_id]);
  expect(await read(world.leader)).toBeNull();
  await seed.client.query("update app.organization set safe_people = false where id = $1", [organization_id]);
});

test("the file has the same numbers, what is hidden as a colon, and says what they mean", async () => {
  const { own, sibling, far } = world.chapters;
  const id = await closedSurvey();
  await count(
    id,
    [own, sibling, far],
    [
      [6, 8],
      [2, 1],
      [9, 8],
    ],
  );
  await publishResults({ job });
  const read = async (who: Federation["leader"], format: string) => {
    const query = `query ($id: ID!, $format: SurveyFileFormat!) { surveyResultsFile(surveyId: $id, format: $format) { content } }`;
    const { surveyResultsFile } = await server.ask<{ surveyResultsFile: { content: string } }>(who, query, {
      id,
      format,
    });
    return Buffer.from(surveyResultsFile.content, "base64");
  };
  const { tables } = await ask(world.leader, id);
  const ownGroup = tables.find(({ question }) => question === "contacted")!.groups.find((one) => one.id === own);
  const csv = (await read(world.leader, "CSV")).toString();
  const lines = csv.split("\r\n").filter((line) => line.includes("Nei"));
  expect(lines.some((line) => line.startsWith("Hele organisasjonen;") && line.endsWith(";34;17;50"))).toBe(true);
  expect(lines.some((line) => line.endsWith(ownGroup ? ";14;6;43" : ";:;:;:"))).toBe(true);
  expect(csv).toContain("færre enn 5 svarte");
  expect((await read(world.editor, "XLSX")).subarray(0, 2).toString()).toBe("PK");
});

test("while it is open nothing is shown but about how many had answered when the day began, and nobody reads the sums", async () => {
  const { own, sibling } = world.chapters;
  const id = await closedSurvey("OPEN");
  await count(
    id,
    [own, sibling],
    [
      [10, 8],
      [4, 3],
    ],
  );
  expect(await ask(world.leader, id)).toMatchObject({ publishedOn: null, tables: [], answeredAtLeast: null });
  await keepProgress({ job });
  const told = async () => [
    (await ask(world.leader, id)).answeredAtLeast,
    (await ask(world.siblingLeader, id)).answeredAtLeast,
    (await ask(world.editor, id)).answeredAtLeast,
  ];
  expect(await told()).toEqual([10, 5, 20]);
  // more on the same day are not seen before the next
  await seed.client.query("update app.survey_count set n = 60 where survey_id = $1 and cell = ''", [id]);
  await keepProgress({ job });
  expect(await told()).toEqual([10, 5, 20]);
  await seed.client.query("update app.survey_progress set counted_on = counted_on - 1 where survey_id = $1", [id]);
  await keepProgress({ job });
  expect(await told()).toEqual([50, 50, 120]);
  const { rows } = await seed.client.query<{ reads: boolean }>(
    `select bool_or(has_table_privilege(rolname, 'app.survey_count', 'select')) as reads from pg_roles where rolname = $1`,
    [`${database.rolePrefix}_app`],
  );
  expect(rows).toEqual([{ reads: false }]);
  await seed.client.query("update app.survey set state = 'CLOSED', closed_at = now() where id = $1", [id]);
  await keepProgress({ job });
  const left = await seed.client.query("select 1 from app.survey_progress where survey_id = $1", [id]);
  expect(left.rows).toEqual([]);
});

test("the database writes results of a closed and unpublished survey only, and never again", async () => {
  const open = await closedSurvey("OPEN");
  const closed = await closedSurvey();
  const { organizationId: organization_id } = world;
  const row = (survey_id: string) => ({ organization_id, survey_id, question: "", line: "", n: 9, cells: {} });
  await expect(seed.rows("survey_result", row(open))).rejects.toThrow("written once, of a closed survey");
  await seed.rows("survey_result", row(closed));
  await expect(seed.client.query("update app.survey_result set n = 8 where survey_id = $1", [closed])).rejects.toThrow(
    "stay as they are",
  );
  await expect(seed.client.query("delete from app.survey_result where survey_id = $1", [closed])).rejects.toThrow(
    "stay as they are",
  );
  await seed.client.query("update app.survey set results_on = authz.today() where id = $1", [closed]);
  await expect(seed.rows("survey_result", { ...row(closed), question: "more" })).rejects.toThrow("written once");
});
