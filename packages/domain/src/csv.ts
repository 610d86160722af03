/** Tables for spreadsheets: UTF-8 with a byte order mark, `;`, CRLF - what Excel in Norwegian opens without asking. */

export type CsvCell = string | number | null;

const BOM = "\uFEFF";
/** What a spreadsheet may read as a formula or a command (OWASP, «CSV Injection»), also behind leading blanks. */
const FORMULA_START = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** A phone number with its country code; kept as text as it is, since `+47 900 00 000` is no formula a spreadsheet can run. */
const PHONE = /^\+\d{1,3}(?: ?\d){4,12}$/;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/** A number with a decimal comma, without grouping; empty for NaN and infinity. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return "";
  return String(value === 0 ? 0 : value).replace(".", ",");
}

/** The text as a spreadsheet may hold it: one that could be run as a formula gets a leading apostrophe, NUL is taken out. */
export function formulaSafe(text: string): string {
  const kept = text.replaceAll("\0", "");
  return FORMULA_START.test(kept) && !PHONE.test(kept) && !NUMBER.test(kept) ? `'${kept}` : kept;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  return typeof cell === "number" ? numberText(cell) : formulaSafe(cell);
}

function quoted(text: string): string {
  return /[";\r\n\t']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The rows as a CSV file. null is an empty cell (a hidden count is passed as ":" by the caller); numbers get a decimal comma;
 * text that a spreadsheet could run as a formula gets a leading apostrophe.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return BOM + rows.map((row) => `${row.map((cell) => quoted(cellText(cell))).join(";")}\r\n`).join("");
}
