import { isUtf8 } from "node:buffer";
import { isPlanHeader, type PlanPiece, piecesOfText } from "@varde/domain";
import { piecesOfHtml } from "./html-pieces.js";
import { ReadProblem, type ReadProblemCode } from "./read-problem.js";
import { piecesOfZip } from "./zip-pieces.js";

/** Bytes of the largest file that is read. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** Letters and lines of a plain text, some hundred times a plan's: it is read at one go, and each line is asked whether it is a header. */
const MOST_LETTERS = 1_000_000;
const MOST_LINES = 20_000;

const ZIP = "504b0304";
const KNOWN: [magic: string, code: ReadProblemCode][] = [
  ["d0cf11e0", "OLD_WORD"],
  ["25504446", "PDF"],
  ["89504e47", "PICTURE"],
  ["ffd8ff", "PICTURE"],
  ["52494646", "PICTURE"],
];

function textOf(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder("utf-16le").decode(file);
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder("utf-16be").decode(file);
  if (file.includes(0)) throw new ReadProblem("NOT_DOCX");
  return isUtf8(file) ? file.toString("utf8") : new TextDecoder("windows-1252").decode(file);
}

/** What is text to look at, and a document of another program inside. */
const OTHERS: [begins: RegExp, code: ReadProblemCode][] = [
  [/^\{\\rtf|^(mime-version:|content-type:|from: <saved by)/i, "OTHER_DOCUMENT"],
  [/^<\?xml[^>]*>[^]{0,2000}?<office:document/i, "OPEN_DOCUMENT"],
  [/^<\?xml[^>]*>[^]{0,2000}?<(w:wordDocument|pkg:package|(\w+:)?Workbook)[\s>]/i, "OLD_WORD"],
];
const looksLikeHtml = (text: string): boolean =>
  /^(<\?xml[^>]*>\s*)?<(!doctype|html|head|body|meta|table|div|p|h\d|b|span|ul|ol|center|font|!--)[\s>-]/i.test(text);

function checked({ pieces, pictures }: { pieces: PlanPiece[]; pictures: number }): PlanPiece[] {
  const hasTable = pieces.some(({ kind }) => kind === "table");
  if (!hasTable && pictures > 0) throw new ReadProblem("ONLY_PICTURES");
  return pieces;
}

/** What was pasted or sent, whatever it is: a DOCX, an XLSX, a page, or text with tabs, `;` or `,`. Throws `ReadProblem`. */
export async function readPieces(file: Buffer): Promise<PlanPiece[]> {
  if (file.length === 0) throw new ReadProblem("EMPTY");
  if (file.length > MOST_BYTES) throw new ReadProblem("TOO_LARGE");
  const magic = file.subarray(0, 4).toString("hex");
  if (magic === ZIP) return checked(await piecesOfZip(file));
  const known = KNOWN.find(([start]) => magic.startsWith(start));
  if (known) throw new ReadProblem(known[1]);
  const text = textOf(file);
  const start = text.slice(0, 4000).trimStart();
  const other = OTHERS.find(([begins]) => begins.test(start));
  if (other) throw new ReadProblem(other[1]);
  if (looksLikeHtml(start)) return checked(piecesOfHtml(text));
  if (text.length > MOST_LETTERS || text.split(/\r\n?|\n/, MOST_LINES).length === MOST_LINES)
    throw new ReadProblem("UNREADABLE");
  return piecesOfText(text, isPlanHeader);
}
