import type { Entry } from "yauzl";
import yauzl from "yauzl";
import { ReadProblem } from "./read-problem.js";

/** A plan of sixty rows is a hundredth of it; the text is read at one go. */
const MOST_TEXT = 2 * 1024 * 1024;
const MOST_INFLATED = 40 * 1024 * 1024;
const MOST_ENTRIES = 1000;
const ENCRYPTED = 1;

/** Some programs number it. */
const isText = (name: string): boolean => /^word\/document\d*\.xml$/.test(name);
const isMacro = (name: string): boolean => /vbaProject|vbaData|macrosheets/i.test(name);

/**
 * Which kind of document a ZIP is: what is inside by its own words, and of the parts that are read by what they really are. Throws
 * `ReadProblem`, and whatever a damaged ZIP makes the library throw.
 */
export async function kindOfZip(file: Buffer): Promise<"DOCX" | "XLSX"> {
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
  const isDocx = names.some(isText);
  if (!isDocx && !entries.has("xl/workbook.xml")) {
    if (names.some((name) => name.startsWith("xl/"))) throw new ReadProblem("SPREADSHEET");
    if (names.some((name) => name.endsWith(".iwa"))) throw new ReadProblem("OTHER_DOCUMENT");
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
  return isDocx ? "DOCX" : "XLSX";
}
