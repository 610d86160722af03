import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lastQuarterEnd } from "@varde/domain";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { publishSnapshots } from "./index.js";
import { PERIOD, TODAY, definition, template, touchpoints } from "./standings.testing.js";
import type { Template } from "./standings.testing.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, duty: Template;
const QUARTER = lastQuarterEnd(TODAY);

const CELL = "{ fieldKey n sum options { key n } hidden }";
const TABLE = `query ($templateId: ID!, $period: String) {
  answerTable(templateId: $templateId, period: $period) {
    period fromSnapshot personsDate fields { key } rows { chapter { id } reports cells ${CELL} } reports total ${CELL} csv
  }
}`;
const TEXTS = `query ($templateId: ID!, $period: String!, $first: Int!, $after: String) {
  answerTexts(templateId: $templateId, period: $period, first: $first, after: $after) {
    nodes { chapter { id } fieldKey text } pageInfo { hasNextPage endCursor }
  }
}`;
type Cell = {
  fieldKey: string;
  n: number | null;
  sum: number | null;
  options: { key: string; n: number }[];
  hidden: boolean;
};
type Table = {
  rows: { chapter: { id: string }; reports: number; cells: Cell[] }[];
  reports: number | null;
  total: Cell[];
  csv: string;
};
type Texts = { nodes: { text: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  duty = await template(seed, federation, {
    definition: definition({ name: { nb: '=HYPERLINK("x")' } }),
  });
  const { own, sibling } = federation.chapters;
  const answer = { cost: 250, came: 3, food: true, note: "=1+1" };
  await touchpoints(seed, duty, own, { onTime: 1 }, { answers: answer });
  await touchpoints(seed, duty, own, { late: 1 }, { answers: { ...answer, food: false, note: "Baken var best" } });
  await touchpoints(seed, duty, sibling, { onTime: 1 }, { answers: { cost: 100, came: 40, food: true } });
  await touchpoints(seed, duty, own, { onTime: 1 }, { on: QUARTER, answers: { came: 3, food: true } });
  await touchpoints(seed, duty, sibling, { onTime: 1 }, { on: QUARTER, answers: { came: 40, food: true } });
  await publishSnapshots({
    databaseUrl: database.adminUrl,
    rolePrefix: database.rolePrefix,
    secret: database.secret,
    today: TODAY,
  });
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const table = async (seat: SeededSeat, period: string | null = PERIOD) =>
  (await server.ask<{ answerTable: Table }>(seat, TABLE, { templateId: duty.id, period })).answerTable;
const cell = (cells: Cell[], key: string) => cells.find((one) => one.fieldKey === key)!;

describe("the answers", () => {
  test("of duties are exact and live, those that count persons come from the snapshot", async () => {
    const shown = await table(federation.admin);
    const own = shown.rows.find((row) => row.chapter.id === federation.chapters.own)!;
    const reports = PERIOD === `${QUARTER.slice(0, 4)}-H${QUARTER.slice(5, 7) > "06" ? 2 : 1}` ? 3 : 2;
    expect(shown).toMatchObject({ fromSnapshot: false, personsDate: QUARTER });
    expect(own.reports).toBe(reports);
    expect(shown.reports).toBe(shown.rows.reduce((sum, row) => sum + row.reports, 0));
    expect(cell(own.cells, "cost")).toMatchObject({ n: 2, sum: 500, hidden: false });
    expect(cell(own.cells, "food").options).toEqual([
      { key: "true", n: reports - 1 },
      { key: "false", n: 1 },
    ]);
    expect(cell(own.cells, "came")).toMatchObject({ sum: null, hidden: true });
    expect(cell(own.cells, "note")).toMatchObject({ n: null, sum: null, options: [] });
    expect(cell(shown.total, "cost")).toMatchObject({ n: 3, sum: 600 });
    // of two chapters, either board could take its own from the sum
    expect(cell(shown.total, "came")).toMatchObject({ sum: null, hidden: true });
  });

  test("leave as a file that says what it is and runs nothing", async () => {
    const { csv } = await table(federation.admin);
    const lines = csv.split("\r\n");
    expect(csv.startsWith("\uFEFFInteraksjonspunkt;\"'=HYPERLINK")).toBe(true);
    expect(csv).not.toMatch(/(^|;)[=+@]/m);
    expect(lines.some((line) => line.startsWith("Periode;"))).toBe(true);
    expect(lines.some((line) => line.startsWith("Tall per;"))).toBe(true);
    expect(lines.find((line) => line.startsWith("Sum;"))).toContain("600");
    expect(lines.filter((line) => line.includes(";:;"))).toHaveLength(3);
    const english = await server.run<{ answerTable: Table }>(federation.admin, TABLE, { templateId: duty.id }, "en");
    expect(english.data!.answerTable.csv).toContain("\r\nPeriod;");
  });

  test("of a chapter are its own row, and of another organization nothing", async () => {
    const shown = await table(federation.leader);
    expect(shown.rows.map((row) => row.chapter.id)).toEqual([federation.chapters.own]);
    expect(cell(shown.total, "cost").sum).toBe(500);
    expect(await server.code(federation.foreignAdmin, TABLE, { templateId: duty.id })).toBe("NOT_FOUND");
    expect(await server.code(federation.admin, TABLE, { templateId: duty.id, period: "2026-Q7" })).toBe("BAD_REQUEST");
  });
});

const texts = async (seat: SeededSeat, over: object = {}) =>
  (await server.ask<{ answerTexts: Texts }>(seat, TEXTS, { templateId: duty.id, period: PERIOD, first: 50, ...over }))
    .answerTexts;

describe("the texts", () => {
  test("are read page by page, each once", async () => {
    const first = await texts(federation.coordinator, { first: 1 });
    const second = await texts(federation.coordinator, { first: 1, after: first.pageInfo.endCursor });
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([...first.nodes, ...second.nodes].map((node) => node.text).sort()).toEqual(["=1+1", "Baken var best"]);
  });

  test("are for those who may read duties from above, in their own reach", async () => {
    expect((await texts(federation.farCoordinator)).nodes).toEqual([]);
    const variables = { templateId: duty.id, period: PERIOD, first: 50 };
    expect(await server.code(federation.leader, TEXTS, variables)).toBe("FORBIDDEN");
    expect(await server.code(federation.foreignAdmin, TEXTS, variables)).toBe("NOT_FOUND");
    expect(await server.code(federation.admin, TEXTS, { ...variables, first: 101 })).toBe("BAD_REQUEST");
    expect(await server.code(federation.admin, TEXTS, { ...variables, after: "x" })).toBe("BAD_REQUEST");
  });
});
