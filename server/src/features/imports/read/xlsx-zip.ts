import type { Entry, ZipFile } from "yauzl";
import yauzl from "yauzl";
import { FileProblem, mebibytes } from "./file-problem.js";
import type { ReadLimits } from "./limits.js";

const RATIO_FROM = 10 * 1024 * 1024;
const ENCRYPTED = 1;

/** All of a stream, up to a size; a zip keeps its table of contents at its end. */
export async function collect(stream: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of stream) {
    total += chunk.length;
    if (total > most) throw new FileProblem("TOO_LARGE", null, mebibytes(most));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The parts of an .xlsx, inflated one at a time while they are read. What a part says of its own size is not believed: inflating
 * stops when the parts have become too large together, or one of them too large for what it was (a zip bomb).
 */
export class Parts {
  #inflated = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: ReadLimits,
  ) {}

  /** Throws `FileProblem`, and whatever a damaged zip makes the library throw. */
  static async open(file: Buffer, limits: ReadLimits): Promise<Parts> {
    const zip = await yauzl.fromBufferPromise(file, {
      lazyEntries: true,
      autoClose: false,
    });
    if (zip.entryCount > limits.zipEntries) throw new FileProblem("ZIP_BOMB");
    const entries = new Map<string, Entry>();
    let declared = 0;
    for await (const entry of zip.eachEntry()) {
      if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) throw new FileProblem("LOCKED_WORKBOOK");
      declared += entry.uncompressedSize;
      // two parts of one name: programs disagree about which of them counts
      if (entries.has(entry.fileName)) throw new FileProblem("DAMAGED_WORKBOOK");
      entries.set(entry.fileName, entry);
    }
    if (declared > limits.inflatedBytes) throw new FileProblem("ZIP_BOMB");
    return new Parts(zip, entries, limits);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) return;
    let own = 0;
    const inflated = await this.zip.openReadStreamPromise(entry);
    try {
      for await (const chunk of inflated as AsyncIterable<Buffer>) {
        own += chunk.length;
        this.#inflated += chunk.length;
        const tooDense = own > RATIO_FROM && own > entry.compressedSize * this.limits.inflatedRatio;
        if (tooDense || this.#inflated > this.limits.inflatedBytes) throw new FileProblem("ZIP_BOMB");
        yield chunk;
      }
    } finally {
      inflated.destroy();
    }
  }
}
