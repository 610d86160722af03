import { formulaSafe, toCsv } from "@varde/domain";
import type { CsvCell } from "@varde/domain";
import type { Readable } from "node:stream";
import writeXlsx from "write-excel-file/node";
import type { Cell, SheetData } from "write-excel-file/node";
import type { Book } from "./book.js";

/** Rows that are made into text at a time. */
const PIECE = 500;

/** The book as one CSV file, piece by piece: the facts, the table, the definitions. */
export function* csvOf(book: Book): Generator<string> {
  yield toCsv([...book.facts, [], book.head]);
  // the mark of UTF-8 stands once, first
  const piece = (rows: readonly (readonly CsvCell[])[]): string => toCsv(rows).slice(1);
  for (let i = 0; i < book.rows.length; i += PIECE) yield piece(book.rows.slice(i, i + PIECE));
  yield piece([book.total, [], [book.definitionsName], ...book.definitions]);
}

// what XML cannot hold: control characters, halves of pairs, and two that are no characters
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;

/** A text is written as text, never as a formula, and is the same text as in the CSV file. */
function cellOf(value: CsvCell, look: { bold?: boolean; wrap?: boolean } = {}): Cell {
  if (value === null) return null;
  const style = { ...(look.bold && { fontWeight: "bold" as const }), ...(look.wrap && { wrap: true }) };
  return typeof value === "number"
    ? { value, type: Number, ...style }
    : { value: formulaSafe(value.replace(NOT_XML, "")), type: String, ...style };
}

const bold = (value: CsvCell): Cell => cellOf(value, { bold: true });
const CHAPTER_WIDTH = 28;
const COUNT_WIDTH = 14;
const MEANING_WIDTH = 90;

/** What a sheet's name may not hold, and how long it may be. */
const NOT_IN_NAMES = /[\\/?*[\]:']/g;
const NAME_LENGTH = 31;

/** Names of sheets, each once: Excel looks at no case. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = name.replace(NOT_XML, "").replace(NOT_IN_NAMES, " ").trim() || "–";
    for (let n = 1; ; n++) {
      const end = n === 1 ? "" : ` ${n}`;
      const tried = `${plain.slice(0, NAME_LENGTH - end.length).trim()}${end}`;
      if (taken.has(tried.toLowerCase())) continue;
      taken.add(tried.toLowerCase());
      return tried;
    }
  });
}

type Sheets = Extract<Parameters<typeof writeXlsx>[0], readonly { data: unknown }[]>;

const numbersSheet = (book: Book, sheet: string) => ({
  data: [
    book.head.map(bold),
    ...book.rows.map((row) => row.map((value) => cellOf(value))),
    book.total.map(bold),
  ] as SheetData,
  sheet,
  stickyRowsCount: 1,
  columns: book.head.map((_, i) => ({ width: i < 2 ? CHAPTER_WIDTH : COUNT_WIDTH })),
});

const definitionsSheet = (lines: readonly (readonly [string, string] | null)[], sheet: string) => ({
  data: lines.map((line) => (line === null ? [] : [bold(line[0]), cellOf(line[1], { wrap: true })])) as SheetData,
  sheet,
  columns: [{ width: CHAPTER_WIDTH }, { width: MEANING_WIDTH }],
});

const streamOf = (sheets: Sheets): Promise<Readable> =>
  // its two ways to be called are told as an either-or
  (writeXlsx(sheets).toStream as () => Promise<Readable>)();

/** The book as an Excel file: the table on the first sheet under a head that stays, and what it means on the second. */
export const xlsxOf = (book: Book): Promise<Readable> =>
  streamOf([
    numbersSheet(book, book.numbersName),
    definitionsSheet([...book.facts, null, ...book.definitions], book.definitionsName),
  ]);

/** Several books as one file: a sheet for each by its name, and one last with what each is and what the columns mean. */
export function xlsxOfAll(books: readonly (Book & { name: string })[]): Promise<Readable> {
  const [first] = books;
  if (!first) throw new Error("no book");
  const names = sheetNames([...books.map(({ name }) => name), first.definitionsName]);
  const meanings = new Map(books.flatMap(({ definitions }) => definitions));
  return streamOf([
    ...books.map((book, i) => numbersSheet(book, names[i]!)),
    definitionsSheet([...books.flatMap(({ facts }) => [...facts, null]), ...meanings], names.at(-1)!),
  ]);
}
