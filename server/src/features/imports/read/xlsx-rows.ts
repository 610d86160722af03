import { FileProblem } from "./file-problem.js";
import type { ReadLimits } from "./limits.js";
import { serialDate } from "./dates.js";
import type { Row } from "./text-rows.js";
import { type Book, readBook } from "./xlsx-book.js";
import { unescapeXstring } from "./xlsx-strings.js";
import { collect, Parts } from "./xlsx-zip.js";
import { type Attributes, readXml } from "./xml.js";

const DAYS_FROM_1904 = 1462;

/** `AB12` is the 28th column, counted from 0; -1 where it says nothing. */
function columnOf(reference: string | undefined): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference ?? "")?.[0] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A number as one would type it: whole numbers (phones, member numbers) without an exponent. */
function numberText(value: string): string {
  if (/^-?\d{1,15}$/.test(value)) return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return Number.isInteger(number) && Math.abs(number) < 1e15 ? number.toFixed(0) : String(number);
}

function cellText(book: Book, { t: type = "n", s: style = "0" }: Attributes, value: string): string {
  if (type === "s") return book.strings.at(Number(value));
  if (type === "str" || type === "inlineStr") return unescapeXstring(value);
  // what a formula failed to compute
  if (type === "e") return "";
  if (type !== "n" || value === "") return value;
  const day = book.dateStyles[Number(style)] === true ? serialOf(book, value) : null;
  return day ?? numberText(value);
}

const serialOf = (book: Book, value: string): string | null =>
  serialDate(Number(value) + (book.from1904 ? DAYS_FROM_1904 : 0));

/** The rows of one sheet that hold anything. A formula gives the value it had when the file was saved. */
function readSheet(parts: Parts, name: string, book: Book, limits: ReadLimits): AsyncGenerator<Row> {
  let rows: Row[] = [];
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let cell: Attributes = {};
  let value = "";
  const put = (text: string): void => {
    if (text === "") return;
    if (column >= limits.columns) throw new FileProblem("TOO_MANY_COLUMNS", line, limits.columns);
    if (text.length > limits.cellLength) throw new FileProblem("CELL_TOO_LONG", line, limits.cellLength);
    while (cells.length < column) cells.push("");
    cells[column] = text;
  };
  const handlers = {
    open(tag: string, attributes: Attributes) {
      if (tag === "row") {
        const numbered = Number(attributes["r"]);
        line = Number.isSafeInteger(numbered) && numbered > 0 ? numbered : line + 1;
        [cells, column] = [[], -1];
      } else if (tag === "c") {
        const at = columnOf(attributes["r"]);
        [column, cell, value] = [at === -1 ? column + 1 : at, attributes, ""];
      }
    },
    close(tag: string, text: string) {
      if (tag === "v") value = text;
      else if (tag === "t") value += text;
      else if (tag === "c") put(cellText(book, cell, value));
      else if (tag === "row" && cells.length > 0) rows.push({ line, cells });
    },
  };
  return readXml(parts.read(name), handlers, () => {
    const done = rows;
    rows = [];
    return done;
  });
}

/** The rows of the first sheet that holds something. Throws `FileProblem`, and what `stream` itself throws. */
export async function* xlsxRows(stream: AsyncIterable<Buffer>, limits: ReadLimits): AsyncGenerator<Row> {
  // what the stream itself throws is no fault of the file
  const file = await collect(stream, limits.xlsxBytes);
  try {
    const parts = await Parts.open(file, limits);
    const book = await readBook(parts);
    for (const sheet of book.sheets) {
      let any = false;
      for await (const row of readSheet(parts, sheet, book, limits)) {
        any ||= row.cells.some((cell) => cell.trim() !== "");
        yield row;
      }
      if (any) return;
    }
  } catch (error) {
    // the libraries speak of offsets and tags, which help nobody who sent the file, and may quote it
    throw error instanceof FileProblem ? error : new FileProblem("DAMAGED_WORKBOOK");
  }
}
