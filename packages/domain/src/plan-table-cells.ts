import { piecesOfLines } from "./plan-table-lines.js";

/** A piece of what somebody pasted or sent: a paragraph, or a table as rows of cells, which may hold line breaks. */
export type PlanPiece = { kind: "text"; text: string } | { kind: "table"; rows: string[][] };

/** The text as it is kept: each letter one sign (a Mac writes å as two), without what only says where a word may be broken. */
export const plainLetters = (text: string): string =>
  text
    // a few marks at a time: a page of marks would be sorted as one
    .replaceAll(/\p{L}\p{M}{1,4}/gu, (letter) => letter.normalize("NFC"))
    .replaceAll(/[\u00AD\u200B\u2060\uFEFF]/g, "")
    .replaceAll(/[\u00A0\u2007\u202F]/g, " ");

type Delimiter = "\t" | ";" | ",";
/** One record of a delimited text: its cells, and as it stood. */
type Line = { cells: string[]; raw: string };

/** Where a quoted cell that begins at `from` ends: behind its closing quote, before what divides. -1: it is no quoted cell. */
function closingQuote(text: string, from: number, delimiter: Delimiter): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    const next = text[at + 1];
    if (next === '"') at += 1;
    else return next === undefined || next === delimiter || next === "\n" ? at + 1 : -1;
  }
  return -1;
}

/** The records of a text as spreadsheets write them: a cell in quotes may hold the delimiter, line breaks and doubled quotes. */
function linesOf(text: string, delimiter: Delimiter): Line[] {
  const lines: Line[] = [];
  let cells: string[] = [];
  let [begin, at] = [0, 0];
  while (at <= text.length) {
    const quotedEnd = text[at] === '"' ? closingQuote(text, at, delimiter) : -1;
    let end = quotedEnd;
    if (end < 0) {
      end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== "\n") end += 1;
    }
    cells.push(quotedEnd < 0 ? text.slice(at, end) : text.slice(at + 1, end - 1).replaceAll('""', '"'));
    if (text[end] !== delimiter) {
      lines.push({ cells, raw: text.slice(begin, end) });
      cells = [];
      begin = end + 1;
    }
    at = end + 1;
  }
  return lines;
}

/** A line break within a paragraph, as word processors copy it: a line all the same. */
const trimmed = (text: string): string => text.trim().replaceAll(/[\v\u2028]/g, "\n");
const asText = (raw: string): PlanPiece[] => (raw.trim() === "" ? [] : [{ kind: "text", text: trimmed(raw) }]);

/** A line of a spreadsheet with one cell filled is what stands in it; else the signs that divide it are its own. */
function proseOf({ cells, raw }: Line): string {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length === 1 ? filled[0]! : raw;
}

/** Lines one after another that are rows become one table. */
function piecesOf(lines: readonly Line[], isRow: (line: Line, i: number) => boolean): PlanPiece[] {
  const pieces: PlanPiece[] = [];
  for (const [i, line] of lines.entries()) {
    const last = pieces.at(-1);
    if (!isRow(line, i)) pieces.push(...asText(proseOf(line)));
    else if (last?.kind === "table") last.rows.push(line.cells.map(trimmed));
    else pieces.push({ kind: "table", rows: [line.cells.map(trimmed)] });
  }
  return pieces;
}

/**
 * Pasted text or a text file as pieces. With tabs, every line that has one is a row; else, where a line divided by `;` or `,`
 * is a header (`isHeader`), the lines that have as many cells are rows. So where columns stand apart by spaces, or each cell on a line.
 */
export function piecesOfText(source: string, isHeader: (cells: readonly string[]) => boolean): PlanPiece[] {
  const text = plainLetters(source)
    .replaceAll(/\r\n?/g, "\n")
    .replace(/^sep=.\n/, "");
  if (text.includes("\t")) return piecesOf(linesOf(text, "\t"), ({ cells }) => cells.length > 1);
  for (const delimiter of [";", ","] as const) {
    const lines = linesOf(text, delimiter);
    const first = lines.findIndex(({ cells }) => isHeader(cells));
    const width = lines[first]?.cells.length;
    // prose before it may have as many signs by chance
    if (width) return piecesOf(lines, ({ cells }, i) => cells.length === width && i >= first);
  }
  const spaced = text.split("\n").map((raw) => ({ cells: raw.trim().split(/ {2,}/), raw }));
  const first = spaced.findIndex(({ cells }) => isHeader(cells));
  const width = spaced[first]?.cells.length;
  if (width) return piecesOf(spaced, ({ cells }, i) => cells.length === width && i >= first);
  return piecesOfLines(text) ?? text.split("\n").flatMap(asText);
}
