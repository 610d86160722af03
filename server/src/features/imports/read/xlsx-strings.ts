import { FileProblem, mebibytes } from "./file-problem.js";
import type { Parts } from "./xlsx-zip.js";
import { walkXml } from "./xml.js";

const MOST_BYTES = 96 * 1024 * 1024;

/** Many short strings, side by side in one buffer: half a million of them as objects would cost ten times as much. */
export class StringTable {
  #bytes: Buffer = Buffer.alloc(65_536);
  #ends = new Uint32Array(4096);
  #count = 0;

  get #used(): number {
    return this.#count === 0 ? 0 : (this.#ends[this.#count - 1] ?? 0);
  }

  add(text: string): void {
    const from = this.#used;
    const to = from + Buffer.byteLength(text);
    if (to > MOST_BYTES) throw new FileProblem("TOO_LARGE", null, mebibytes(MOST_BYTES));
    if (to > this.#bytes.length) {
      const larger = Buffer.alloc(Math.min(MOST_BYTES, Math.max(to, this.#bytes.length * 2)));
      this.#bytes.copy(larger, 0, 0, from);
      this.#bytes = larger;
    }
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(this.#ends.length * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#bytes.write(text, from);
    this.#ends[this.#count] = to;
    this.#count += 1;
  }

  /** The string of this number, "" where there is none. */
  at(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return "";
    return this.#bytes.toString("utf8", index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
  }
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376, ST_Xstring). */
export const unescapeXstring = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The strings that cells point at: plain, or in runs of different looks; the reading aid of Japanese is left out. */
export async function readSharedStrings(parts: Parts, name: string): Promise<StringTable> {
  const table = new StringTable();
  let text = "";
  let aid = false;
  await walkXml(parts.read(name), {
    open(tag) {
      if (tag === "si") text = "";
      if (tag === "rPh") aid = true;
    },
    close(tag, content) {
      if (tag === "t" && !aid) text += content;
      if (tag === "rPh") aid = false;
      if (tag === "si") table.add(unescapeXstring(text));
    },
  });
  return table;
}
