import { isAscii, isUtf8 } from "node:buffer";
import { FileProblem, mebibytes } from "./file-problem.js";

/** Bytes a character of UTF-8 that starts with this byte has; 1 where it starts none. */
function lengthFrom(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
}

/** How many of the bytes are left when a character that the end cuts through is not counted. */
export function completeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return lengthFrom(byte) > back ? bytes.length - back : bytes.length;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

/** The longest beginning that is UTF-8, by halving: whatever follows an invalid byte stays invalid. */
function validLength(bytes: Buffer): number {
  let [valid, invalid] = [0, bytes.length];
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    const head = bytes.subarray(0, middle);
    if (isUtf8(head.subarray(0, completeLength(head)))) valid = middle;
    else invalid = middle;
  }
  const head = bytes.subarray(0, valid);
  return completeLength(head);
}

/**
 * Where `Ã` is followed by a byte no Windows-1252 letter would follow: a letter such as `ø` written as UTF-8 (C3 B8). -1 where none.
 */
function utf8LetterIn(bytes: Buffer): number {
  for (let i = bytes.indexOf(0xc3); i !== -1; i = bytes.indexOf(0xc3, i + 1)) {
    const next = bytes[i + 1] ?? 0;
    if (next >= 0x80 && next <= 0xbf) return i;
  }
  return -1;
}

const PIECE = 65_536;
const BOM = "\uFEFF";

/** The stream cut into pieces no larger than what is worked on at once. */
async function* pieces(stream: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of stream) {
    total += chunk.length;
    if (total > most) throw new FileProblem("TOO_LARGE", null, mebibytes(most));
    for (let from = 0; from < chunk.length; from += PIECE) yield chunk.subarray(from, from + PIECE);
  }
}

/**
 * The text of a file that is UTF-8 or Windows-1252, which is known only at its end: it is read as UTF-8 until a byte does not fit.
 * If all before was ASCII, it is Windows-1252 (the two agree so far); if not, it is both, which nobody can read. The text before
 * the offence is given out first, so that the reader knows the line. Throws `FileProblem`.
 */
export async function* decode(stream: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<string> {
  const windows = new TextDecoder("windows-1252");
  let carry: Buffer = Buffer.alloc(0);
  let mode: "ASCII" | "UTF-8" | "WINDOWS-1252" = "ASCII";
  let first = true;
  const read = function* (bytes: Buffer): Generator<string> {
    const nul = bytes.indexOf(0);
    if (nul !== -1) {
      yield* read(bytes.subarray(0, nul));
      throw new FileProblem("NUL_BYTES");
    }
    if (mode !== "WINDOWS-1252") {
      if (isUtf8(bytes)) {
        if (mode === "ASCII" && !isAscii(bytes)) mode = "UTF-8";
        const text = bytes.toString("utf8");
        yield first && text.startsWith(BOM) ? text.slice(1) : text;
        // the mark may come in pieces, too
        first &&= text === "";
        return;
      }
      const valid = validLength(bytes);
      if (mode === "UTF-8" || !isAscii(bytes.subarray(0, valid))) {
        yield bytes.toString("utf8", 0, valid);
        throw new FileProblem("MIXED_ENCODING");
      }
      mode = "WINDOWS-1252";
    }
    const letter = utf8LetterIn(bytes);
    yield windows.decode(letter === -1 ? bytes : bytes.subarray(0, letter));
    if (letter !== -1) throw new FileProblem("MIXED_ENCODING");
  };
  for await (const piece of pieces(stream, mostBytes)) {
    const bytes = carry.length === 0 ? piece : Buffer.concat([carry, piece]);
    // a two-byte letter over the edge must be seen by both ways of reading
    const whole = completeLength(bytes);
    carry = Buffer.from(bytes.subarray(whole));
    yield* read(bytes.subarray(0, whole));
  }
  if (carry.length > 0) yield* read(carry);
}
