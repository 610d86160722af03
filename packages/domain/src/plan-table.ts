import { PLAN_LIMITS, renumbered, type PlanRowText, type PlanText } from "./action-plan.js";
import type { PlanPiece } from "./plan-table-cells.js";

/** What a column of the table holds; `EXTRA` is kept as lines under the measures, `SKIP` is left out. */
export const PLAN_COLUMNS = ["NR", "ACTIVITY", "AIM", "MEASURES", "RESULT_AIM", "EXTRA", "SKIP"] as const;
export type PlanColumn = (typeof PLAN_COLUMNS)[number];

export type PlanTableColumn = { title: string; holds: PlanColumn };

/** What is said of how a table was understood, with the words or the number it is about. */
export type PlanNote =
  | { code: "NO_HEADER" | "NO_TITLE" | "NO_CLOSING" | "NUMBERED" }
  | { code: "HEADERS_SKIPPED" | "ROWS_JOINED" | "PAGES_SKIPPED"; count: number }
  | { code: "COLUMN_KEPT" | "TEXT_BETWEEN"; words: string };

/** Why nothing can be taken in. `row` counts from one. */
export type PlanTableProblem =
  | { code: "NOTHING" | "NO_TABLE" | "NO_ROWS" }
  | { code: "TOO_WIDE" | "TOO_MANY_ROWS"; count: number }
  | { code: "CELL_TOO_LONG"; row: number; count: number }
  | { code: "TEXT_TOO_LONG"; count: number };

export type PlanReading = {
  text: PlanText;
  columns: PlanTableColumn[];
  notes: PlanNote[];
  problem: PlanTableProblem | null;
};

/** More columns than anybody's plan: it is another table. */
export const MOST_PLAN_COLUMNS = 12;

/** The words that head a column, in bokmål and nynorsk, bare of years and signs. */
const HEADS: readonly (readonly [PlanColumn, RegExp])[] = [
  ["NR", /^(nr|nummer|no|punkt|pkt|løpenr|rad|#)$/],
  [
    "RESULT_AIM",
    /^(resultatmål|resultat|forvent(et|a) resultat|venta resultat|ønsk(et|a) resultat|målbart? resultat(mål)?|måloppnåelse|effekt|(expected )?results?)( (for|i))?$/,
  ],
  [
    "ACTIVITY",
    /^((hoved)?aktivitet(er|ar)?|(innsats|arbeids|satsings)?område|tema|oppgåve|oppgave|sak|activit(y|ies))( (for|i))?$/,
  ],
  ["AIM", /^((hoved|hovud|del)?mål|målsett?ing|målsetjing|formål|føremål|aims?|goals?)( (for|i))?$/],
  [
    "MEASURES",
    /^(tiltak|handling(er|ar)?|gjennomføring|hvordan|korleis|hva skal vi gjøre|kva skal vi gjere|measures?|actions?)( (for|i))?$/,
  ],
  [
    "EXTRA",
    /^(ansvar(lig|leg)?|hvem|kven|(tids)?frist|når|tid(spunkt)?|dato|status|merknad(er|ar)?|kommentar(er|ar)?|kostnad|budsjett|evaluering)$/,
  ],
];

const bare = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/(19|20)\d\d([-–/](19|20)?\d\d)?/g, " ")
    .replace(/[^\p{L}# ]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

const columnOf = (cell: string): PlanColumn | null =>
  cell.length > 40 ? null : (HEADS.find(([, words]) => words.test(bare(cell)))?.[0] ?? null);

/** Whether a cell is a title that we know. */
export const isPlanTitle = (cell: string): boolean => columnOf(cell) !== null;

const MAIN: readonly PlanColumn[] = ["ACTIVITY", "AIM", "MEASURES", "RESULT_AIM"];

/** Whether a row of cells heads a plan's table: two columns of it or more, told apart. */
export function isPlanHeader(cells: readonly string[]): boolean {
  const found = cells.map(columnOf).filter((column) => column !== null);
  return new Set(found.filter((column) => MAIN.includes(column))).size >= 2 && found.length * 2 > cells.length;
}

/** A header's columns: each kind once, from the left; what is not known is kept beside. */
function columnsOf(cells: readonly string[]): PlanTableColumn[] {
  const taken = new Set<PlanColumn>();
  return cells.map((title) => {
    const holds = columnOf(title) ?? "EXTRA";
    if (holds !== "EXTRA" && taken.has(holds)) return { title, holds: "EXTRA" };
    taken.add(holds);
    return { title, holds };
  });
}

/** Columns without titles, by how many they are: the printed order, with or without numbers before. */
function guessed(rows: readonly (readonly string[])[], width: number): PlanTableColumn[] {
  const isNumbered = rows.filter((cells) => /^\d{1,3}\.?$/.test(cells[0] ?? "")).length * 2 >= rows.length;
  const order: PlanColumn[] = [...(isNumbered ? (["NR"] as const) : []), ...MAIN];
  if (order.length > width) order.splice(order.indexOf("AIM"), 1);
  return Array.from({ length: width }, (_, i) => ({ title: "", holds: order[i] ?? "EXTRA" }));
}

const PAGE_LINE = /^(side|page|s\.)?\s*\d{1,3}(\s*(av|of|\/)\s*\d{1,3})?$/i;
/** Under the line to sign on, as our own print has it. */
const SIGN_LINE = /^(underskrift|signatur|signature):?$/i;
const TITLE = /(handlings|aktivitets|arbeids|års)(plan|program)|årshjul/i;
const DAY = /\d{1,2}\. ?(\p{L}{3,}|\d{1,2}\.) ?(\d\d)?\d\d/u;
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/** Joins a cell that went on after a page break: in the middle of a sentence with a space, else as a line of its own. */
function joined(before: string, after: string): string {
  if (before === "" || after === "") return before + after;
  return /[\p{L}\p{N},–-]$/u.test(before) && /^[\p{Ll}\p{N}]/u.test(after)
    ? `${before} ${after}`
    : `${before}\n${after}`;
}

function rowOf(cells: readonly string[], columns: readonly PlanTableColumn[]): PlanRowText {
  const of = (column: PlanColumn) =>
    columns.flatMap(({ holds }, i) => (holds === column ? [cells[i]?.trim() ?? ""] : [])).join("\n");
  const extra = columns.flatMap(({ title, holds }, i) => {
    const text = cells[i]?.trim() ?? "";
    if (holds !== "EXTRA" || text === "") return [];
    return [title.trim() === "" ? text : `${title.trim()}: ${text}`];
  });
  // one cell across the table, over the rows of a theme
  const isTheme = of("NR").length > PLAN_LIMITS.nr && of("ACTIVITY") === "";
  return {
    nr: isTheme ? "" : of("NR"),
    activity: of(isTheme ? "NR" : "ACTIVITY"),
    aim: of("AIM"),
    measures: [of("MEASURES"), ...extra].filter((text) => text !== "").join("\n"),
    resultAim: of("RESULT_AIM"),
  };
}

const TEXTS = ["activity", "aim", "measures", "resultAim"] as const;

/** Rows last in a spreadsheet that are a line under its table: one cell, and a day in it. They are taken out. */
function closingRows(rows: PlanRowText[]): string[] {
  const isClosing = ({ nr, activity, aim, measures, resultAim }: PlanRowText) =>
    nr + aim + measures + resultAim === "" && DAY.test(activity);
  const from = rows.findLastIndex((row) => !isClosing(row)) + 1;
  return rows.splice(from).map(({ activity }) => activity);
}

/** Title, intro and closing from the paragraphs around the table. */
function proseOf(before: readonly string[], between: readonly string[], after: readonly string[]) {
  const [first = ""] = before;
  const hasTitle = TITLE.test(first)
    ? first.length <= PLAN_LIMITS.title
    : before.length > 1 && first.length <= 80 && !/[.!?]$/.test(first);
  const title = hasTitle ? first : "";
  return { title, intro: [...before.slice(hasTitle ? 1 : 0), ...between].join("\n\n"), closing: after.join("\n") };
}

function problemOf({ rows, intro, closing }: PlanText): PlanTableProblem | null {
  if (rows.length === 0) return { code: "NO_ROWS" };
  if (rows.length > PLAN_LIMITS.rows) return { code: "TOO_MANY_ROWS", count: rows.length };
  for (const [i, row] of rows.entries()) {
    const longest = Math.max(
      row.activity.length - PLAN_LIMITS.activity + PLAN_LIMITS.cell,
      ...TEXTS.map((key) => row[key].length),
    );
    if (longest > PLAN_LIMITS.cell || row.nr.length > PLAN_LIMITS.nr)
      return { code: "CELL_TOO_LONG", row: i + 1, count: longest };
  }
  const over =
    intro.length > PLAN_LIMITS.intro ? intro.length : closing.length > PLAN_LIMITS.closing ? closing.length : 0;
  return over > 0 ? { code: "TEXT_TOO_LONG", count: over } : null;
}

/**
 * An action plan from the table people have: columns by their titles (bokmål, nynorsk, with or without a year, in any order),
 * headers that stand again and numbers of pages left out, a row that goes on after a page break joined. Every other word is in
 * what comes out. `chosen` says what the columns hold where the reader was corrected.
 */
export function readPlanTable(pieces: readonly PlanPiece[], chosen: readonly PlanColumn[] = []): PlanReading {
  const nothing: PlanText = { title: "", intro: "", rows: [], closing: "" };
  const refused = (problem: PlanTableProblem): PlanReading => ({ text: nothing, columns: [], notes: [], problem });
  if (pieces.length === 0) return refused({ code: "NOTHING" });
  const tables = pieces.filter((piece) => piece.kind === "table");
  if (tables.length === 0) return refused({ code: "NO_TABLE" });

  const all = tables.flatMap(({ rows }) => rows).filter((cells) => !isBlank(cells));
  const header = all.find(isPlanHeader);
  // without titles the widest table is it
  const main = header ? null : tables.reduce((one, other) => (widthOf(other.rows) > widthOf(one.rows) ? other : one));
  const width = header ? header.length : widthOf(main?.rows ?? []);
  if (Math.max(width, widthOf(all)) > MOST_PLAN_COLUMNS)
    return refused({ code: "TOO_WIDE", count: Math.max(width, widthOf(all)) });
  if (width < 2) return refused({ code: "NO_TABLE" });
  let columns = (header ? columnsOf(header) : guessed(main?.rows ?? [], width)).map((column, i) => ({
    ...column,
    holds: chosen[i] ?? column.holds,
  }));
  const first = columns;

  const rows: PlanRowText[] = [];
  const [before, between, after]: [string[], string[], string[]] = [[], [], []];
  const count = { headers: 0, joined: 0, pages: 0 };
  let begun = false;
  const say = (text: string): void => {
    if (PAGE_LINE.test(text)) count.pages += 1;
    else if (SIGN_LINE.test(text)) return;
    else if (!begun) before.push(text);
    // a page's head that stands again
    else if (text === before[0]) count.pages += 1;
    else after.push(text);
  };
  for (const piece of pieces) {
    if (piece.kind === "text") {
      say(piece.text);
      continue;
    }
    for (const cells of piece.rows) {
      if (isBlank(cells)) continue;
      if (isPlanHeader(cells)) {
        if (begun) count.headers += 1;
        if (begun && chosen.length === 0) columns = columnsOf(cells);
        begun = true;
        continue;
      }
      if (!begun && piece === main) begun = true;
      const filled = cells.filter((cell) => cell.trim() !== "");
      const isAside = !begun || (filled.length <= 2 && cells.length * 2 < width);
      if (isAside) {
        say(filled.join(" "));
        continue;
      }
      between.push(...after.splice(0));
      const row = rowOf(cells, columns);
      const last = rows.at(-1);
      if (last && row.nr === "" && row.activity === "") {
        for (const key of TEXTS) last[key] = joined(last[key], row[key]);
        count.joined += 1;
      } else rows.push(row);
    }
  }

  if (rows.length > 1) after.unshift(...closingRows(rows));
  // numbers that a word processor counts itself are no words of the table
  const isNumbered = first.some(({ holds }) => holds === "NR") && rows.every(({ nr }) => nr === "");
  const text: PlanText = { ...proseOf(before, between, after), rows: isNumbered ? renumbered(rows) : rows };
  const notes: PlanNote[] = [
    ...(header ? [] : [{ code: "NO_HEADER" } as const]),
    ...(text.title === "" ? [{ code: "NO_TITLE" } as const] : []),
    ...(text.closing === "" ? [{ code: "NO_CLOSING" } as const] : []),
    ...(isNumbered && rows.length > 0 ? [{ code: "NUMBERED" } as const] : []),
    ...(count.headers > 0 ? [{ code: "HEADERS_SKIPPED", count: count.headers } as const] : []),
    ...(count.pages > 0 ? [{ code: "PAGES_SKIPPED", count: count.pages } as const] : []),
    ...(count.joined > 0 ? [{ code: "ROWS_JOINED", count: count.joined } as const] : []),
    ...first
      .filter(({ holds, title }) => holds === "EXTRA" && title !== "")
      .map(({ title }) => ({ code: "COLUMN_KEPT", words: title }) as const),
    ...between.map((words) => ({ code: "TEXT_BETWEEN", words }) as const),
  ];
  return { text, columns: first, notes, problem: problemOf(text) };
}

const widthOf = (rows: readonly (readonly string[])[]): number => Math.max(0, ...rows.map((cells) => cells.length));
