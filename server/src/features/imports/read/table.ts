import { containsNationalId } from "@varde/domain";
import { FileProblem } from "./file-problem.js";
import { headerKey, mapHeaders } from "./headers.js";
import type { ReadLimits } from "./limits.js";
import { peek } from "./peek.js";
import { readRows, type Row } from "./rows.js";
import { type Delimiter, HEAD_BYTES, sniff, type Sniffed } from "./sniff.js";

/** A member file, opened: its header, and its rows as they stream in. */
export type Table = {
  format: Sniffed;
  header: Row;
  /** titles above the header, which are no rows */
  skippedLines: number[];
  /** lines of the header met again among the rows, which are left out; complete when the rows are */
  repeatedHeaders: number[];
  /** the rows below the header, once; throws `FileProblem`, HEADER_ONLY when there is none */
  rows: AsyncIterable<Row>;
  /** closes the stream; needed only when the rows are never asked for */
  close(): Promise<void>;
};

export type TableOptions = {
  limits?: Partial<ReadLimits>;
  /** when somebody has said what separates the cells */
  delimiter?: Delimiter;
};

/** How many lines a title may take. */
const MOST_TITLES = 10;

const filled = (row: Row): number => row.cells.filter((cell) => cell.trim() !== "").length;

/** Whether a row holds what a header never does: an address, a date, a long number. */
const looksLikeData = (row: Row): boolean =>
  row.cells.some(
    (cell) =>
      /\S@\S+\.\S/.test(cell) ||
      containsNationalId(cell) ||
      /^\s*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\+?\d[\d ]{3,})\s*$/.test(cell),
  );

/** Letters that were saved as one thing and read as another, before the file came to us: `FÃ¸dselsdato`. */
const BROKEN = /\uFFFD|\u00C3[\u00A5\u00A6\u00B8\u2026\u2020\u02DC]/;

function checkHeader(header: Row): void {
  if (header.cells.some((cell) => BROKEN.test(cell))) throw new FileProblem("BROKEN_LETTERS", header.line);
  // a member may well have a cell that says «Betalt»
  const known = mapHeaders(header.cells).mapping.filter((field) => field !== null).length;
  if (known < 2 && looksLikeData(header)) throw new FileProblem("NO_HEADER", header.line);
}

/** Whether a row is the header once more, as files put together from several have it. */
function repeats({ cells }: Row, header: Row): boolean {
  const width = Math.max(cells.length, header.cells.length);
  for (let i = 0; i < width; i += 1) {
    if (headerKey(cells[i] ?? "") !== headerKey(header.cells[i] ?? "")) return false;
  }
  return true;
}

/** The header and the titles above it, and the rows that were read to find it. */
async function findHeader(source: AsyncGenerator<Row>): Promise<{ header: Row; titles: Row[]; begun: Row[] }> {
  const begun: Row[] = [];
  let at = -1;
  // a title has one cell; the header is the first row with more
  while (at === -1 && begun.length < MOST_TITLES) {
    const next = await source.next();
    if (next.done === true) break;
    begun.push(next.value);
    if (filled(next.value) > 1) at = begun.length - 1;
  }
  const titles = begun.splice(0, Math.max(0, at));
  const header = begun.shift();
  if (header === undefined) throw new FileProblem("EMPTY_FILE");
  checkHeader(header);
  return { header, titles, begun };
}

/**
 * Opens a member file of any of our shapes, finds its header and gives the rows below. The stream is closed when the rows have been
 * read or left. Throws `FileProblem` (here and from the rows).
 */
export async function readTable(stream: AsyncIterable<Buffer>, options: TableOptions = {}): Promise<Table> {
  const { head, whole } = await peek(stream, HEAD_BYTES);
  const close = async (): Promise<void> => void (await whole.return(undefined));
  try {
    const sniffed = sniff(head);
    if (sniffed instanceof FileProblem) throw sniffed;
    const format = options.delimiter === undefined ? sniffed : { ...sniffed, delimiter: options.delimiter };
    const source = readRows(whole, { ...format, limits: options.limits });
    const { header, titles, begun } = await findHeader(source);
    const repeatedHeaders: number[] = [];
    const rows = async function* (): AsyncGenerator<Row> {
      let any = false;
      try {
        for (
          let row = begun.shift() ?? (await source.next()).value;
          row;
          row = begun.shift() ?? (await source.next()).value
        ) {
          if (repeats(row, header)) {
            repeatedHeaders.push(row.line);
            continue;
          }
          any = true;
          yield row;
        }
      } finally {
        await source.return(undefined);
        await close();
      }
      if (!any) throw new FileProblem("HEADER_ONLY");
    };
    return { format, header, skippedLines: titles.map(({ line }) => line), repeatedHeaders, rows: rows(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
