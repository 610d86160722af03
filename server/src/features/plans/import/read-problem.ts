/** Why nothing of a file or a pasted page is read. It never holds what the file holds. */
export const READ_PROBLEMS = [
  "EMPTY",
  "TOO_LARGE",
  "OLD_WORD",
  "PDF",
  "PICTURE",
  "OPEN_DOCUMENT",
  "OTHER_DOCUMENT",
  "SPREADSHEET",
  "NOT_DOCX",
  "DAMAGED",
  "LOCKED",
  "MACROS",
  "BOMB",
  "ONLY_PICTURES",
  "UNREADABLE",
] as const;
export type ReadProblemCode = (typeof READ_PROBLEMS)[number];

export class ReadProblem extends Error {
  constructor(readonly code: ReadProblemCode) {
    super(code);
    this.name = "ReadProblem";
  }
}
