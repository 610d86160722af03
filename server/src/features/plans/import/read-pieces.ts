import { isUtf8 } from "node:buffer";
import { isPlanHeader, type PlanPiece, piecesOfText } from "@varde/domain";
import { htmlOfDocx } from "./docx-html.js";
import { piecesOfHtml } from "./html-pieces.js";
import { ReadProblem, type ReadProblemCode } from "./read-problem.js";

/** Bytes of the largest file that is read. */
export const MOST_BYTES = 5 * 1024 * 1024;

const ZIP = "504b0304";
const KNOWN: [magic: string, code: ReadProblemCode][] = [
  ["d0cf11e0", "OLD_WORD"],
  ["25504446", "PDF"],
  ["89504e47", "PICTURE"],
  ["ffd8ff", "PICTURE"],
  ["52494646", "PICTURE"],
];

function textOf(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return file.toString("utf16le");
  if (file.includes(0)) throw new ReadProblem("NOT_DOCX");
  return isUtf8(file) ? file.toString("utf8") : new TextDecoder("windows-1252").decode(file);
}

const looksLikeHtml = (text: string): boolean =>
  /^\uFEFF?\s*<(!doctype|html|head|body|meta|table|div|p|h\d|!--)[\s>-]/i.test(text);

function checked({ pieces, pictures }: { pieces: PlanPiece[]; pictures: number }): PlanPiece[] {
  const hasTable = pieces.some(({ kind }) => kind === "table");
  if (!hasTable && pictures > 0) throw new ReadProblem("ONLY_PICTURES");
  return pieces;
}

/** What was pasted or sent, whatever it is: a DOCX, a page, or text with tabs, `;` or `,`. Throws `ReadProblem`. */
export async function readPieces(file: Buffer): Promise<PlanPiece[]> {
  if (file.length === 0) throw new ReadProblem("EMPTY");
  if (file.length > MOST_BYTES) throw new ReadProblem("TOO_LARGE");
  const magic = file.subarray(0, 4).toString("hex");
  if (magic === ZIP) return checked(piecesOfHtml(await htmlOfDocx(file)));
  const known = KNOWN.find(([start]) => magic.startsWith(start));
  if (known) throw new ReadProblem(known[1]);
  const text = textOf(file);
  return looksLikeHtml(text) ? checked(piecesOfHtml(text)) : piecesOfText(text, isPlanHeader);
}
