import { Readable } from "node:stream";
import type { PlanPiece } from "@varde/domain";
import { FileProblem, READ_LIMITS, xlsxRows } from "../../imports/index.js";
import { docxApart } from "./docx-apart.js";
import { piecesOfHtml } from "./html-pieces.js";
import { ReadProblem } from "./read-problem.js";
import { kindOfZip } from "./zip-parts.js";

/** Of a sheet this much is read, and then it is told that no plan is as long, or as wide. */
const MOST_ROWS = 3000;
/** One long text may stand in every cell of a small file. */
const MOST_LETTERS = 2_000_000;
const SHEET_LIMITS = { ...READ_LIMITS, columns: 40, cellLength: 32_767, inflatedBytes: 40 * 1024 * 1024 };

/** The first sheet that holds something, as one table whose rows are of one width. */
async function tableOfXlsx(file: Buffer): Promise<PlanPiece[]> {
  const rows: string[][] = [];
  let letters = 0;
  for await (const { cells } of xlsxRows(Readable.from([file]), SHEET_LIMITS)) {
    letters += cells.reduce((sum, { length }) => sum + length, 0);
    if (letters > MOST_LETTERS) throw new ReadProblem("BOMB");
    rows.push(cells.map((cell) => cell.trim()));
    if (rows.length > MOST_ROWS) break;
  }
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return rows.length === 0
    ? []
    : [{ kind: "table", rows: rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill("")]) }];
}

/** What stands in a DOCX or an XLSX, and how many pictures. Throws `ReadProblem`. */
export async function piecesOfZip(file: Buffer): Promise<{ pieces: PlanPiece[]; pictures: number }> {
  try {
    if ((await kindOfZip(file)) === "XLSX") return { pieces: await tableOfXlsx(file), pictures: 0 };
    return piecesOfHtml(await docxApart(file));
  } catch (error) {
    if (error instanceof ReadProblem) throw error;
    const isWide = error instanceof FileProblem && error.code === "TOO_MANY_COLUMNS";
    // what the readers of zips and of XML say of a damaged file says nothing to its sender
    throw new ReadProblem(isWide ? "SPREADSHEET" : "DAMAGED");
  }
}
