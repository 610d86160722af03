import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { isPlanHeader, readPlanTable, type PlanReading } from "./plan-table.js";
import { piecesOfText } from "./plan-table-cells.js";

const REAL = readFileSync(new URL("../testing/handlingsplan-asker-2024.txt", import.meta.url), "utf8");
const read = (text: string): PlanReading => readPlanTable(piecesOfText(text, isPlanHeader));
const table = (rows: string[][]): PlanReading => readPlanTable([{ kind: "table", rows }]);

describe("a real chapter's plan, as it was written", () => {
  const { text, columns, notes, problem } = read(REAL);
  it("goes in whole and right", () => {
    expect(problem).toBeNull();
    expect(text.title).toBe("Handlingsplan for Mental Helse Asker 2024");
    expect(text.intro).toMatch(/^Mental Helse er en medlemsorganisasjon .* psykiske helseproblemer\.$/s);
    expect(text.closing).toBe("Spikkestad, 7. februar 2024");
    expect(text.rows.map(({ nr, activity }) => `${nr} ${activity}`)).toEqual([
      "1 Medlemskontakt og engasjement",
      "2 Politisk arbeid",
      "3 Brukermedvirkning",
      "4 Sommerarrangement",
      "5 Julearrangement",
      "6 Medlemsmøter",
      "7 Styrearbeid",
    ]);
    expect(text.rows[5]).toEqual({
      nr: "6",
      activity: "Medlemsmøter",
      aim: "Styrke kontakten med medlemmene. Dele informasjon om hva som skjer i fylkes- og lokallaget.",
      measures: "2 møter. Vår og høst.",
      resultAim: "Ivareta og øke medlemmers motivasjon for medlemskap i lokallaget.",
    });
  });
  it("loses no word but those of the heads of its columns", () => {
    const words = (source: string) => source.split(/\s+/).filter((word) => word !== "");
    const heads = words("Nr. Aktivitet Mål 2024 Tiltak Resultatmål Nr. Aktivitet Mål 2024 Tiltak Resultatmål");
    const out = [text.title, text.intro, ...text.rows.flatMap((row) => Object.values(row)), text.closing];
    expect([...words(out.join(" ")), ...heads].sort()).toEqual(words(REAL).sort());
  });
  it("says which header stood again, and what the columns hold", () => {
    expect(notes).toEqual([{ code: "HEADERS_SKIPPED", count: 1 }]);
    expect(columns.map(({ holds }) => holds)).toEqual(["NR", "ACTIVITY", "AIM", "MEASURES", "RESULT_AIM"]);
  });
});

test.each([
  ["Nr.|Aktivitet|Mål 2024|Tiltak|Resultatmål", "NR ACTIVITY AIM MEASURES RESULT_AIM"],
  ["Aktivitetar|Mål for 2025|Tiltak|Venta resultat", "ACTIVITY AIM MEASURES RESULT_AIM"],
  ["NR|OMRÅDE|HOVEDMÅL:|HANDLINGER|Resultatmål 2024-2025", "NR ACTIVITY AIM MEASURES RESULT_AIM"],
  ["Tiltak|Aktivitet|Frist|Ansvarlig|Mål", "MEASURES ACTIVITY EXTRA EXTRA AIM"],
  ["Korleis|Oppgåve|Målsetjing", "MEASURES ACTIVITY AIM"],
  ["Aktivitet|Mål|Mål|Tiltak", "ACTIVITY AIM EXTRA MEASURES"],
])("the header «%s»", (header, holds) => {
  const { columns } = table([header.split("|"), header.split("|").map((_, i) => `x${i}`)]);
  expect(columns.map((column) => column.holds).join(" ")).toBe(holds);
});

test.each(["Møter|Kaffe", "Aktivitet", "Vi har som mål å vokse|Tiltak", "1|Medlemsmøter|Mål", ""])(
  "no header: «%s»",
  (cells) => expect(isPlanHeader(cells.split("|"))).toBe(false),
);

test("cells of a spreadsheet keep their line breaks, quotes and tabs", () => {
  const { text } = read(
    'Nr\tAktivitet\tMål\tTiltak\r\n1\t"Møte\n""kafé""\tute"\tMange\tRing\n\n"Sitat" i en linje\tx\ty\tz',
  );
  expect(text.rows).toEqual(
    [
      { nr: "1", activity: 'Møte\n"kafé"\tute', aim: "Mange", measures: "Ring", resultAim: "" },
      { nr: '"Sitat" i en linje', activity: "x", aim: "y", measures: "z", resultAim: "" },
    ].map((row) => ({ ...row })),
  );
});

test("a quote that is never closed is a sign like others", () => {
  expect(read('Aktivitet\tTiltak\n"Åpen\tRing\nMøte\tSkriv').text.rows.map(({ activity }) => activity)).toEqual([
    '"Åpen',
    "Møte",
  ]);
});

test.each([";", ","])("a file divided by %s, with prose around that has such signs as well", (d) => {
  const { text, problem } = read(
    `\uFEFFHandlingsplan 2025\nVi er få, men blide; og mange, mange, mange\nNr${d}Aktivitet${d}Mål${d}Tiltak\n1${d}Tur${d}"Ut, og opp; snart"${d}Gå\nSpikkestad, 7. februar 2025`,
  );
  expect(problem).toBeNull();
  expect(text).toEqual({
    title: "Handlingsplan 2025",
    intro: "Vi er få, men blide; og mange, mange, mange",
    rows: [{ nr: "1", activity: "Tur", aim: "Ut, og opp; snart", measures: "Gå", resultAim: "" }],
    closing: "Spikkestad, 7. februar 2025",
  });
});

test.each([";", ",", "\t"])(
  "a sheet saved as text, divided by %s: words over and under the table have empty cells beside them",
  (d) => {
    const empty = d.repeat(3);
    const { text, problem } = read(
      `"Handlingsplan ""vår"" 2025"${empty}\r\n"Vi er få; men, blide"${empty}\r\nNr${d}Aktivitet${d}Mål${d}Tiltak\r\n"Sosiale tiltak for medlemmer"${empty}\r\n1${d}Tur${d}Ut${d}Gå\r\n"Lier, 1. mars 2025"${empty}\r\n`,
    );
    expect(problem).toBeNull();
    expect(text).toEqual({
      title: 'Handlingsplan "vår" 2025',
      intro: "Vi er få; men, blide",
      rows: [
        { nr: "", activity: "Sosiale tiltak for medlemmer", aim: "", measures: "", resultAim: "" },
        { nr: "1", activity: "Tur", aim: "Ut", measures: "Gå", resultAim: "" },
      ],
      closing: "Lier, 1. mars 2025",
    });
  },
);

test("letters in two pieces, signs of hyphenation and lines within a paragraph", () => {
  const { text } = read("Akti\u00ADvitet\tMa\u030Al\tTil\u200Btak\nTur\tUt\u00A0på\vsjøen\tGå");
  expect(text.rows).toEqual([{ nr: "", activity: "Tur", aim: "Ut på\nsjøen", measures: "Gå", resultAim: "" }]);
});

test("a last activity without a day in it is no closing line", () => {
  expect(read("Aktivitet\tMål\tTiltak\nTur\tUt\tGå\nJulebord i 2025\t\t").text).toMatchObject({
    rows: [{ activity: "Tur" }, { activity: "Julebord i 2025" }],
    closing: "",
  });
});

test("a row that goes on after a page break is joined: within a sentence by a space, else as a line", () => {
  const head = ["Nr.", "Aktivitet", "Mål", "Tiltak"];
  const { text, notes } = readPlanTable([
    { kind: "table", rows: [head, ["1", "Tur", "Flere skal", "Ring."]] },
    { kind: "text", text: "Side 1 av 2" },
    { kind: "table", rows: [head, ["", "", "ut i skogen.", "Skriv."], ["2", "Kaffe", "Prate", ""]] },
  ]);
  expect(text.rows).toEqual([
    { nr: "1", activity: "Tur", aim: "Flere skal ut i skogen.", measures: "Ring.\nSkriv.", resultAim: "" },
    { nr: "2", activity: "Kaffe", aim: "Prate", measures: "", resultAim: "" },
  ]);
  expect(notes.map(({ code }) => code)).toEqual([
    "NO_TITLE",
    "NO_CLOSING",
    "HEADERS_SKIPPED",
    "PAGES_SKIPPED",
    "ROWS_JOINED",
  ]);
});

test("columns that a plan has no place for are kept under the measures, and said", () => {
  const { text, notes } = table([
    ["Aktivitet", "Tiltak", "Ansvarlig", "Frist", ""],
    ["Tur", "Gå", "Kari", "1. mai", "husk niste"],
    ["Kaffe", "Kok", "", "", ""],
  ]);
  expect(text.rows.map(({ measures }) => measures)).toEqual(["Gå\nAnsvarlig: Kari\nFrist: 1. mai\nhusk niste", "Kok"]);
  expect(notes).toContainEqual({ code: "COLUMN_KEPT", words: "Ansvarlig" });
});

test("what stands between two tables is kept in the intro, and the page's head that stands again is not", () => {
  const { text, notes } = read(
    "Handlingsplan 2025\nInnledning her.\nAktivitet\tTiltak\nTur\tGå\nHandlingsplan 2025\nDel to av planen\nAktivitet\tTiltak\nKaffe\tKok\nOslo, 1. mars",
  );
  expect(text.intro).toBe("Innledning her.\n\nDel to av planen");
  expect(text.closing).toBe("Oslo, 1. mars");
  expect(text.rows).toHaveLength(2);
  expect(notes).toContainEqual({ code: "TEXT_BETWEEN", words: "Del to av planen" });
});

test("without titles the columns are read in the printed order, and that is said; who knows better chooses", () => {
  const rows = [
    ["1", "Tur", "Ut", "Gå", "Glade"],
    ["2", "Kaffe", "Prat", "Kok", "Varme"],
  ];
  expect(table(rows).text.rows[1]).toEqual({
    nr: "2",
    activity: "Kaffe",
    aim: "Prat",
    measures: "Kok",
    resultAim: "Varme",
  });
  expect(table(rows).notes).toContainEqual({ code: "NO_HEADER" });
  const chosen = readPlanTable([{ kind: "table", rows }], ["SKIP", "AIM", "ACTIVITY"]);
  expect(chosen.text.rows[0]).toEqual({ nr: "", activity: "Ut", aim: "Tur", measures: "Gå", resultAim: "Glade" });
});

test("a line of signatures after the table is closing, not a row", () => {
  const { text } = read("Nr\tAktivitet\tMål\tTiltak\tResultatmål\n1\tTur\ta\tb\tc\nLeder\tKasserer");
  expect(text.closing).toBe("Leder Kasserer");
});

const wide = (n: number): string[] => Array.from({ length: n }, (_, i) => `kolonne ${i}`);
test.each<[string, () => PlanReading, object]>([
  ["nothing at all", () => read("  \n\n"), { code: "NOTHING" }],
  ["prose alone", () => read("Vi vil mye.\nOg mer."), { code: "NO_TABLE" }],
  ["a header alone", () => read("Nr\tAktivitet\tMål"), { code: "NO_ROWS" }],
  ["forty columns", () => table([wide(40), wide(40)]), { code: "TOO_WIDE", count: 40 }],
  [
    "ten thousand rows",
    () => table([["Aktivitet", "Tiltak"], ...Array.from({ length: 10_000 }, (_, i) => [`a${i}`, "b"])]),
    { code: "TOO_MANY_ROWS", count: 10_000 },
  ],
  [
    "a cell like a book",
    () =>
      table([
        ["Aktivitet", "Tiltak"],
        ["a", "b"],
        ["c", "d".repeat(4001)],
      ]),
    { code: "CELL_TOO_LONG", row: 2 },
  ],
  ["an intro like a book", () => read(`${"ord ".repeat(2000)}\nAktivitet\tTiltak\na\tb`), { code: "TEXT_TOO_LONG" }],
])("%s is refused with what is wrong", (_, reading, problem) => expect(reading().problem).toMatchObject(problem));
