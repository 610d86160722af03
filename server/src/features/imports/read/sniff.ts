import { isUtf8 } from "node:buffer";
import { FileProblem } from "./file-problem.js";
import { completeLength } from "./utf8.js";

export type Delimiter = ";" | "," | "\t" | "|";
export type Encoding = "UTF-8" | "WINDOWS-1252";

/** What a file looks like from its beginning. `encoding` is a guess until the whole has been read. */
export type Sniffed = {
  kind: "XLSX" | "TEXT";
  encoding: Encoding;
  delimiter: Delimiter;
  bom: boolean;
  /** whether the first line is Excel's `sep=;`, which is no row */
  sepLine: boolean;
};

/** Bytes of a file that are enough to sniff at. */
export const HEAD_BYTES = 65_536;

const DELIMITERS: readonly Delimiter[] = [";", "\t", ",", "|"];
const SEP_LINE = /^sep=([;,\t|])[\t ]*(?:\r\n|\r|\n|$)/i;
const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const MAGIC: [bytes: Buffer, code: "OLD_EXCEL" | "NOT_A_TABLE" | "UTF_16"][] = [
  // the container of .xls, and of an .xlsx with a password
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "OLD_EXCEL"],
  [Buffer.from("%PDF-"), "NOT_A_TABLE"],
  [Buffer.from("{\\rtf"), "NOT_A_TABLE"],
  [Buffer.from([0xff, 0xfe]), "UTF_16"],
  [Buffer.from([0xfe, 0xff]), "UTF_16"],
];

const startsWith = (head: Buffer, bytes: Buffer): boolean => head.subarray(0, bytes.length).equals(bytes);

/** In how many of the lines a separator stands equally often, and how often that is. */
function regularity(lines: readonly string[], delimiter: Delimiter): { lines: number; count: number } {
  const times = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) times.set(count, (times.get(count) ?? 0) + 1);
  }
  let best = { lines: 0, count: 0 };
  for (const [count, found] of times) {
    if (found > best.lines || (found === best.lines && count > best.count)) best = { lines: found, count };
  }
  return best;
}

/** The separator that stands equally often in most of the first lines, then the most frequent: commas stand in addresses and amounts, too. */
function guessDelimiter(text: string): Delimiter {
  const lines = text
    // what is outside quotes, where a doubled quote is an empty piece between two
    .split('"')
    .filter((_, index) => index % 2 === 0)
    .join("")
    .split(/\r\n|\r|\n/)
    .slice(0, 20);
  let best: Delimiter = ";";
  let most = { lines: 0, count: 0 };
  for (const delimiter of DELIMITERS) {
    const found = regularity(lines, delimiter);
    if (found.lines > most.lines || (found.lines === most.lines && found.count > most.count)) {
      [best, most] = [delimiter, found];
    }
  }
  return best;
}

/** UTF-16 without its mark: every other byte of western text is zero. */
function looksLikeUtf16(head: Buffer): boolean {
  let zeros = 0;
  for (const byte of head) if (byte === 0) zeros += 1;
  return head.length >= 4 && zeros > head.length / 4;
}

/** What kind of file this is, from its first bytes (`HEAD_BYTES` of them, or all there are), or why it is not read. */
export function sniff(head: Buffer): Sniffed | FileProblem {
  if (head.length === 0) return new FileProblem("EMPTY_FILE");
  if (startsWith(head, Buffer.from("PK\u0003\u0004"))) {
    return { kind: "XLSX", encoding: "UTF-8", delimiter: ";", bom: false, sepLine: false };
  }
  const known = MAGIC.find(([bytes]) => startsWith(head, bytes));
  if (known) return new FileProblem(known[1]);
  if (looksLikeUtf16(head)) return new FileProblem("UTF_16");
  const bom = startsWith(head, UTF8_BOM);
  const bytes = bom ? head.subarray(3) : head;
  const encoding = isUtf8(bytes.subarray(0, completeLength(bytes))) ? "UTF-8" : "WINDOWS-1252";
  const text = bytes.toString("latin1");
  // a page saved as «.xls», as some systems do
  if (/^\s*<(?:!doctype|html|table|\?xml|meta)/i.test(text)) return new FileProblem("NOT_A_TABLE");
  const sep = SEP_LINE.exec(text);
  const delimiter = DELIMITERS.find((one) => one === sep?.[1]) ?? guessDelimiter(text);
  return { kind: "TEXT", encoding, delimiter, bom, sepLine: sep !== null };
}
