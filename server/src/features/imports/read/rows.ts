import { FileProblem } from "./file-problem.js";
import { READ_LIMITS, type ReadLimits } from "./limits.js";
import type { Sniffed } from "./sniff.js";
import { type Row, RowParser } from "./text-rows.js";
import { decode } from "./utf8.js";
import { xlsxRows } from "./xlsx-rows.js";

export type { Row } from "./text-rows.js";

/** `limits` replaces those of `READ_LIMITS` it names. */
export type ReadOptions = Pick<Sniffed, "kind" | "delimiter"> & {
  sepLine?: boolean;
  limits?: Partial<ReadLimits> | undefined;
};

async function* textRows(stream: AsyncIterable<Buffer>, options: ReadOptions, limits: ReadLimits): AsyncGenerator<Row> {
  const parser = new RowParser(options.delimiter, limits);
  try {
    for await (const text of decode(stream, limits.textBytes)) yield* parser.push(text);
    yield* parser.end();
  } catch (error) {
    throw error instanceof FileProblem && error.code !== "TOO_LARGE" ? error.at(parser.line) : error;
  }
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/**
 * The rows of a member file that hold anything, the header among them, as they stream in: memory does not grow with a text file, and
 * with an .xlsx only by the file as sent and its distinct strings. Throws `FileProblem`, and what `stream` itself throws.
 */
export async function* readRows(stream: AsyncIterable<Buffer>, options: ReadOptions): AsyncGenerator<Row> {
  const limits = { ...READ_LIMITS, ...options.limits };
  const rows = options.kind === "XLSX" ? xlsxRows(stream, limits) : textRows(stream, options, limits);
  let count = 0;
  for await (const row of rows) {
    if (isBlank(row.cells) || (row.line === 1 && options.sepLine === true)) continue;
    count += 1;
    // one more than the rows: the header
    if (count > limits.rows + 1) throw new FileProblem("TOO_MANY_ROWS", row.line, limits.rows);
    yield row;
  }
}
