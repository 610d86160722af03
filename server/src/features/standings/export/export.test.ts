import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, lastQuarterEnd } from "@varde/domain";
import { testDatabase } from "../../../testkit/database.js";
import type { TestDatabase } from "../../../testkit/database.js";
import { openSeed, seedFederation } from "../../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../../testkit/seed.js";
import { testServer } from "../../../testkit/server.js";
import type { TestServer } from "../../../testkit/server.js";
import { publishSnapshots } from "../publish.js";
import { COMPARISON, definition, PERIOD, template, TODAY, touchpoints } from "../standings.testing.js";
import type { ComparisonAnswer, CountsAnswer, Template } from "../standings.testing.js";
import { readCsv, readPdf, readXlsx } from "./files.testing.js";

const HOSTILE = '=HYPERLINK("http://evil.example";"Se")';
let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, duty: Template, persons: Template;
let hostileChapter: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  const { own, sibling, far } = federation.chapters;
  hostileChapter = await seed.chapter(federation.organizationId, federation.regions.east, {
    name: HOSTILE,
    short_name: "<b>&\tÁŋ",
  });
  duty = await template(seed, federation, { corePosition: 1, definition: definition({ name: { nb: "@Treff <&>" } }) });
  await touchpoints(seed, duty, own, { onTime: 3, late: 2, missed: 1, open: 2, overdue: 1, waived: 1, emptied: 1 });
  const seat = federation.admin.seatId;
  const row = { closed_by: seat, taken_over_by: seat, taken_over_at: new Date() };
  await touchpoints(seed, duty, own, { onTime: 1 }, { row });
  await touchpoints(seed, duty, sibling, { onTime: 11, missed: 2 });
  await touchpoints(seed, duty, far, { missed: 4, onTime: 2 });
  await touchpoints(seed, duty, hostileChapter, { late: 1 });
  persons = await template(seed, federation, { aboutMember: true, corePosition: 2 });
  await seedPersons();
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

async function seedPersons(): Promise<void> {
  const { own, sibling, far } = federation.chapters;
  const on = addDays(lastQuarterEnd(TODAY), -40);
  await touchpoints(seed, persons, own, { onTime: 2, missed: 1 }, { on });
  await touchpoints(seed, persons, sibling, { onTime: 3 }, { on });
  await touchpoints(seed, persons, far, { onTime: 9, late: 8, missed: 7 }, { on });
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  await publishSnapshots({ databaseUrl, rolePrefix, secret, today: TODAY });
}

type Asked = { format: string; templateId?: string; period?: string | null; regionId?: string | null } & Record<
  string,
  unknown
>;
const HEADERS = { "content-type": "application/json", "x-varde-export": "1", "sec-fetch-site": "same-origin" };

const post = (seat: SeededSeat | null, asked: unknown, over: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}/export/standings`, {
    method: "POST",
    headers: { ...HEADERS, ...(seat ? { cookie: `__Host-s=${seat.secret}` } : {}), ...over },
    body: JSON.stringify(asked),
  });

async function file(seat: SeededSeat, asked: Asked, language = "nb"): Promise<Buffer> {
  const response = await post(seat, asked, { "accept-language": language });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

const shown = async (seat: SeededSeat, variables: Record<string, unknown>) =>
  (await server.ask<ComparisonAnswer>(seat, COMPARISON, variables)).comparison;

const COLUMNS = [
  "onTime",
  "late",
  "missed",
  "lateOrMissed",
  "closed",
  "percent",
  "waived",
  "takenOver",
  "open",
  "overdue",
];

/** What a table has to hold of the API's counts, as texts. */
function texts(counts: CountsAnswer, columns: readonly string[]): string[] {
  const { onTime = null, closed = null } = counts;
  const percent =
    onTime === null || closed === null ? ":" : closed < 10 ? "" : String(Math.round((100 * onTime) / closed));
  // as on the page: without what it is of, «on time» is not told
  const known = (column: string): number | null => (column === "onTime" && closed === null ? null : counts[column]!);
  return columns.map((column) => (column === "percent" ? percent : String(known(column) ?? ":")));
}

const tableOf = (rows: string[][]): string[][] => {
  const start = rows.findIndex(([first]) => first === "Lag") + 1;
  const end = rows.findIndex(([first], i) => i > start && first === "Alle");
  return rows.slice(start, end + 1);
};

describe("the same numbers", () => {
  test("of a duty stand in CSV and Excel as in the API's answer, with what they mean", async () => {
    const asked = { templateId: duty.id, period: PERIOD };
    const answer = await shown(federation.coordinator, asked);
    const wanted = [...answer.rows.map((row) => row.counts), answer.total].map((counts) => texts(counts, COLUMNS));
    const csv = readCsv((await file(federation.coordinator, { format: "CSV", ...asked })).toString("utf8"));
    expect(tableOf(csv).map((row) => row.slice(2))).toEqual(wanted);
    const { sheets } = await readXlsx(await file(federation.coordinator, { format: "XLSX", ...asked }));
    expect(sheets.map(({ name }) => name)).toEqual(["Tall", "Definisjoner"]);
    expect(tableOf(sheets[0]!.rows)).toEqual(tableOf(csv));
    for (const means of [csv, sheets[1]!.rows]) {
      expect(means).toContainEqual(["Gjelder", answer.scopeName]);
      expect(means).toContainEqual(["Tall per", TODAY]);
      expect(means).toContainEqual(["Forsinket", "Gjort etter fristen."]);
      expect(means).toContainEqual(["Se siden", `${server.env.baseUrl}/sammenlign?punkt=${duty.id}&periode=${PERIOD}`]);
    }
    // what was expected of one chapter, by hand: three of six, too few for a percentage
    expect(wanted).toContainEqual(["3", "2", "1", "3", "6", "", "1", "1", "2", "1"]);
    expect(wanted).toContainEqual(["11", "0", "2", "2", "13", "85", "0", "0", "0", "0"]);
  });

  test("of the core set stand side by side, as the API has each, in the order of the page", async () => {
    type Core = { coreComparison: ComparisonAnswer["comparison"][] };
    const document = `query { coreComparison {${COMPARISON.split("regionId: $regionId) {").at(-1)!.slice(0, -1)}}`;
    const cells = ({ onTime = null, closed = null }: CountsAnswer): string[] => [
      onTime === null || closed === null ? ":" : String(onTime),
      String(closed ?? ":"),
    ];
    for (const seat of [federation.admin, federation.coordinator, federation.leader]) {
      const { coreComparison: core } = await server.ask<Core>(seat, document);
      const csv = readCsv((await file(seat, { format: "CSV" })).toString("utf8"));
      const table = tableOf(csv);
      expect(table.at(-1)!.slice(2)).toEqual(core.flatMap(({ total }) => cells(total)));
      const ids = [...new Set(core.flatMap(({ rows }) => rows.map(({ chapter }) => chapter.id)))];
      const wanted = ids.map((id) =>
        core.flatMap(({ rows }) => {
          const row = rows.find(({ chapter }) => chapter.id === id);
          return row ? cells(row.counts) : ["", ""];
        }),
      );
      const lines = table.slice(0, -1).map((row) => row.slice(2));
      expect(lines.toSorted()).toEqual(wanted.toSorted());
      const { sheets, formulas } = await readXlsx(await file(seat, { format: "XLSX" }));
      expect(formulas).toBe(false);
      expect(tableOf(sheets[0]!.rows)).toEqual(table);
      expect(csv).toContainEqual(["Interaksjonspunkt", "Hele kjernepakken"]);
      expect(csv).toContainEqual(["Se siden", `${server.env.baseUrl}/sammenlign?mal=kjerne`]);
    }
    const most = readCsv((await file(federation.admin, { format: "CSV", sort: `-${duty.id}` })).toString("utf8"));
    expect(tableOf(most).map((row) => row[2])).toEqual(["11", "3", "2", "0", "16"]);
    const fewest = readCsv((await file(federation.admin, { format: "CSV", sort: duty.id })).toString("utf8"));
    expect(tableOf(fewest).map((row) => row[2])).toEqual(["0", "2", "3", "11", "16"]);
    expect((await post(federation.admin, { format: "CSV", period: "x" })).status).toBe(400);
    expect((await post(federation.admin, { format: "CSV", regionId: federation.organizationId })).status).toBe(404);
  });

  test("stand in the printed report, for every template of the core set", async () => {
    const words = readPdf(await file(federation.admin, { format: "PDF", regionId: federation.regions.east })).join(
      "\n",
    );
    const told = await shown(federation.admin, { templateId: duty.id, regionId: federation.regions.east });
    const all = await shown(federation.admin, { templateId: persons.id, regionId: federation.regions.east });
    expect(words).toContain(`${told.total.onTime} av ${told.total.closed} ble gjort i tide. Det er 70\u00a0%.`);
    for (const { counts } of told.rows) {
      const { onTime, closed, late, missed, waived, takenOver, open, overdue } = counts;
      expect(words).toContain(
        ["", `${onTime} av ${closed}`, late, missed, waived, takenOver, open, overdue, ""].join("\n"),
      );
    }
    for (const { counts } of all.rows) {
      const onTime =
        counts.onTime === null || counts.closed === null
          ? ":"
          : counts.closed === 0
            ? "ingen ennå"
            : `${counts.onTime} av ${counts.closed}`;
      const rest = [counts.late, counts.missed, counts.waived].map((n) => n ?? ":");
      expect(words).toContain(["", onTime, ...rest, ""].join("\n"));
    }
    expect(words).toContain("Slik regner vi");
  });

  test("stand in the order of the page, and only of the chapters it shows", async () => {
    const names = async (over: { sort: string }): Promise<(string | undefined)[]> => {
      const asked = { format: "CSV", templateId: duty.id, period: PERIOD, ...over };
      const csv = readCsv((await file(federation.admin, asked)).toString("utf8"));
      expect(csv.find(([first]) => first === "Se siden")![1]).toContain(`sorter=${over.sort}`);
      return tableOf(csv)
        .slice(0, -1)
        .map(([, , onTime]) => onTime);
    };
    expect(await names({ sort: "i-tide" })).toEqual(["0", "2", "3", "11"]);
    expect(await names({ sort: "-i-tide" })).toEqual(["11", "3", "2", "0"]);
    const none = await post(federation.admin, { format: "CSV", templateId: duty.id, group: "1-9" });
    expect(none.status).toBe(404);
    await seed.rows("peer_group", {
      organization_id: federation.organizationId,
      quarter_on: lastQuarterEnd(TODAY),
      chapter_id: federation.chapters.sibling,
      at_least: 30,
      below: 60,
    });
    const csv = readCsv(
      (await file(federation.admin, { format: "CSV", templateId: duty.id, period: PERIOD, group: "30-59" })).toString(
        "utf8",
      ),
    );
    expect(tableOf(csv).map(([, , onTime]) => onTime)).toEqual(["11", "11"]);
    expect(csv).toContainEqual(["Lag av en størrelse", "30 til 59 medlemmer"]);
    await seed.client.query("delete from app.peer_group");
  });

  test("are told in the reader's language", async () => {
    const csv = await file(federation.coordinator, { format: "CSV", templateId: duty.id }, "en-GB");
    expect(csv.toString("utf8")).toContain("Chapter;Region;On time");
    const pdf = await file(federation.coordinator, { format: "PDF" }, "nn");
    expect(pdf.toString("latin1")).toContain("/Lang (nn-NO)");
    expect(readPdf(pdf).join(" ")).toContain("Slik reknar vi");
  });
});

test("what is hidden on the page is hidden in every file, and a snapshot has no column of what is open or taken over", async () => {
  const asked = { templateId: persons.id };
  const answer = await shown(federation.coordinator, asked);
  expect(answer.rows.some(({ counts }) => counts.onTime === null)).toBe(true);
  const columns = COLUMNS.slice(0, -3);
  const wanted = [...answer.rows.map((row) => row.counts), answer.total].map((counts) => texts(counts, columns));
  const csv = readCsv((await file(federation.coordinator, { format: "CSV", ...asked })).toString("utf8"));
  expect(tableOf(csv).map((row) => row.slice(2))).toEqual(wanted);
  expect(csv).toContainEqual([":", expect.stringMatching(/^Skjult/)]);
  const { sheets } = await readXlsx(await file(federation.coordinator, { format: "XLSX", ...asked }));
  expect(tableOf(sheets[0]!.rows)).toEqual(tableOf(csv));
});

test("a name that a spreadsheet would run, or that XML or a PDF cannot hold as it is, does no harm", async () => {
  const asked = { templateId: duty.id, period: PERIOD };
  const csv = (await file(federation.coordinator, { format: "CSV", ...asked })).toString("utf8");
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"";""Se"")"`);
  expect(csv).toContain("'@Treff <&>");
  expect(csv).not.toMatch(/(^|[;\n])"?[=@]/);
  const { sheets, formulas } = await readXlsx(await file(federation.coordinator, { format: "XLSX", ...asked }));
  expect(formulas).toBe(false);
  expect(sheets[0]!.rows.map(([name]) => name)).toContain(`'${HOSTILE}`);
  expect(sheets[1]!.rows).toContainEqual(["Interaksjonspunkt", "'@Treff <&>"]);
  const words = readPdf(await file(federation.coordinator, { format: "PDF" })).join("\n");
  expect(words).toContain("@Treff <&>");
  expect(words).toContain("<b>&");
});

describe("who may take it out", () => {
  const status = async (seat: SeededSeat | null, asked: unknown, over: Record<string, string> = {}) =>
    (await post(seat, asked, over)).status;

  test("is who may see the page; another region, organization or template is nowhere", async () => {
    const csv = { format: "CSV", templateId: duty.id };
    for (const seat of [federation.leader, federation.mentor, federation.coordinator, federation.admin])
      expect(await status(seat, csv)).toBe(200);
    for (const seat of [federation.mentor, federation.leader, federation.board])
      expect(await status(seat, { format: "PDF" })).toBe(403);
    expect(await status(federation.coordinator, { format: "PDF" })).toBe(200);
    const { west } = federation.regions;
    for (const asked of [
      { ...csv, regionId: west },
      { ...csv, format: "XLSX", regionId: west },
      { format: "PDF", regionId: west },
    ])
      expect(await status(federation.coordinator, asked)).toBe(404);
    expect(await status(federation.foreignAdmin, csv)).toBe(404);
    expect(await status(federation.admin, { ...csv, templateId: "x" })).toBe(404);
    expect(await status(federation.expired, csv)).toBe(403);
    expect(await status(null, csv)).toBe(401);
  });

  test("asks from our own page, and for what there is", async () => {
    const csv = { format: "CSV", templateId: duty.id };
    expect(await status(federation.admin, csv, { "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await status(federation.admin, csv, { "content-type": "text/plain" })).toBe(415);
    for (const asked of [{}, [], { format: "DOC" }, { ...csv, more: 1 }, { format: "PDF", templateId: duty.id }])
      expect(await status(federation.admin, asked)).toBe(400);
    expect(await status(federation.admin, { ...csv, period: "R12-2025-12-31" })).toBe(400);
  });
});
