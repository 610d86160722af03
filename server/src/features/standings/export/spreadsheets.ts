import { toCsv } from "@varde/domain";
import type { CsvCell, Language } from "@varde/domain";
import type { Readable } from "node:stream";
import { cellOf, type SheetOf, widthsOf, workbookOf, xmlSafe } from "../../../kernel/xlsx/workbook.js";
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

/** Of the sheet that says what columns mean. */
const MEANING_WIDTHS = [28, 90];

/** What a sheet's name may not hold, and how long it may be. */
const NOT_IN_NAMES = /[\\/?*[\]:']/g;
const NAME_LENGTH = 31;

/** Names of sheets, each once: Excel looks at no case. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = xmlSafe(name).replace(NOT_IN_NAMES, " ").trim() || "–";
    for (let n = 1; ; n++) {
      const end = n === 1 ? "" : ` ${n}`;
      const tried = `${plain.slice(0, NAME_LENGTH - end.length).trim()}${end}`;
      if (taken.has(tried.toLowerCase())) continue;
      taken.add(tried.toLowerCase());
      return tried;
    }
  });
}

const numbersSheet = ({ head, rows, total }: Book, name: string): SheetOf => ({
  name,
  rows: [
    head.map((value) => cellOf(value, { bold: true, wrap: true })),
    ...rows.map((row) => row.map((value) => cellOf(value))),
    total.map((value) => cellOf(value, { bold: true })),
  ],
  widths: widthsOf(head, [total, ...rows]),
  head: true,
});

const definitionsSheet = (lines: readonly (readonly [string, string] | null)[], name: string): SheetOf => ({
  name,
  rows: lines.map((line) =>
    line === null ? [] : [cellOf(line[0], { bold: true, wrap: true }), cellOf(line[1], { wrap: true })],
  ),
  widths: MEANING_WIDTHS,
});

/** The book as an Excel file: the table on the first sheet under a head that stays, and what it means on the second. */
export const xlsxOf = (book: Book, language: Language): Promise<Readable> =>
  workbookOf(
    [
      numbersSheet(book, book.numbersName),
      definitionsSheet([...book.facts, null, ...book.definitions], book.definitionsName),
    ],
    language,
  );

/** Several books as one file: a sheet for each by its name, and one last with what each is and what the columns mean. */
export function xlsxOfAll(books: readonly (Book & { name: string })[], language: Language): Promise<Readable> {
  const [first] = books;
  if (!first) throw new Error("no book");
  const names = sheetNames([...books.map(({ name }) => name), first.definitionsName]);
  const meanings = new Map(books.flatMap(({ definitions }) => definitions));
  return workbookOf(
    [
      ...books.map((book, i) => numbersSheet(book, names[i]!)),
      definitionsSheet([...books.flatMap(({ facts }) => [...facts, null]), ...meanings], names.at(-1)!),
    ],
    language,
  );
}
