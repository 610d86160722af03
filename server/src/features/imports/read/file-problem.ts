export const FILE_PROBLEMS = [
  "EMPTY_FILE",
  "HEADER_ONLY",
  "NO_HEADER",
  "UTF_16",
  "MIXED_ENCODING",
  "BROKEN_LETTERS",
  "NUL_BYTES",
  "OLD_EXCEL",
  "NOT_A_TABLE",
  "NOT_A_WORKBOOK",
  "DAMAGED_WORKBOOK",
  "LOCKED_WORKBOOK",
  "ZIP_BOMB",
  "TOO_LARGE",
  "TOO_MANY_ROWS",
  "TOO_MANY_COLUMNS",
  "CELL_TOO_LONG",
  "UNCLOSED_QUOTE",
] as const;
export type FileProblemCode = (typeof FILE_PROBLEMS)[number];

/**
 * Why a whole file is not read, for its sender to mend; nothing is taken from it. It never holds what a cell holds.
 * `line` is of the file as an editor or a spreadsheet numbers it, 1 first; `limit` is the number that was passed (MiB for TOO_LARGE).
 */
export class FileProblem extends Error {
  constructor(
    readonly code: FileProblemCode,
    readonly line: number | null = null,
    readonly limit: number | null = null,
  ) {
    super(code);
    this.name = "FileProblem";
  }

  /** The same, with the line where it was met, unless it knows a better one. */
  at(line: number): FileProblem {
    return this.line === null ? new FileProblem(this.code, line, this.limit) : this;
  }
}

/** Bytes as the number a sentence says. */
export const mebibytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1024 / 1024));
