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

/** The book as an Excel file: the table on the first sheet under a head that stays, and what it means on the second. */
export async function xlsxOf(book: Book): Promise<Readable> {
  const numbers: SheetData = [
    book.head.map(bold),
    ...book.rows.map((row) => row.map((value) => cellOf(value))),
    book.total.map(bold),
  ];
  const definitions: SheetData = [...book.facts, null, ...book.definitions].map((line) =>
    line === null ? [] : [bold(line[0]), cellOf(line[1], { wrap: true })],
  );
  const file = writeXlsx([
    {
      data: numbers,
      sheet: book.numbersName,
      stickyRowsCount: 1,
      columns: book.head.map((_, i) => ({ width: i < 2 ? CHAPTER_WIDTH : COUNT_WIDTH })),
    },
    {
      data: definitions,
      sheet: book.definitionsName,
      columns: [{ width: CHAPTER_WIDTH }, { width: MEANING_WIDTH }],
    },
  ]);
  // its two ways to be called are told as an either-or
  return (file.toStream as () => Promise<Readable>)();
}
