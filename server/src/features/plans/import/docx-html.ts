import type { Entry } from "yauzl";
import yauzl from "yauzl";
import { docxApart } from "./docx-apart.js";
import { ReadProblem } from "./read-problem.js";

/** A plan of sixty rows is a hundredth of it; the text is read at one go. */
const MOST_TEXT = 2 * 1024 * 1024;
const MOST_INFLATED = 40 * 1024 * 1024;
const MOST_ENTRIES = 1000;
const ENCRYPTED = 1;

const isMacro = (name: string): boolean => /vbaProject|vbaData|macrosheets/i.test(name);

/** What is inside, by its own words; and of the parts that are read, by what they really are. Throws `ReadProblem`. */
async function checkParts(file: Buffer): Promise<void> {
  const zip = await yauzl.fromBufferPromise(file, { lazyEntries: true, autoClose: false });
  if (zip.entryCount > MOST_ENTRIES) throw new ReadProblem("BOMB");
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) throw new ReadProblem("LOCKED");
    // two parts of one name: readers disagree about which of them counts
    if (entries.has(entry.fileName)) throw new ReadProblem("DAMAGED");
    entries.set(entry.fileName, entry);
  }
  const names = [...entries.keys()];
  if (names.some(isMacro)) throw new ReadProblem("MACROS");
  if (!entries.has("word/document.xml")) {
    if (names.some((name) => name.startsWith("xl/"))) throw new ReadProblem("SPREADSHEET");
    throw new ReadProblem(entries.has("content.xml") ? "OPEN_DOCUMENT" : "NOT_DOCX");
  }
  let all = 0;
  for (const entry of entries.values()) {
    let own = 0;
    const inflated = await zip.openReadStreamPromise(entry);
    for await (const chunk of inflated as AsyncIterable<Buffer>) {
      own += chunk.length;
      all += chunk.length;
      // the picture of a letterhead is not read, and may be large
      if (all > MOST_INFLATED || (own > MOST_TEXT && entry.fileName.endsWith(".xml"))) throw new ReadProblem("BOMB");
    }
  }
}

/** A DOCX as a page, without its pictures but for that they are there. Throws `ReadProblem`. */
export async function htmlOfDocx(file: Buffer): Promise<string> {
  try {
    await checkParts(file);
    return await docxApart(file);
  } catch (error) {
    // what the readers of zips and of XML say of a damaged file says nothing to its sender
    throw error instanceof ReadProblem ? error : new ReadProblem("DAMAGED");
  }
}
