import { posix } from "node:path";
import { FileProblem } from "./file-problem.js";
import { readSharedStrings, StringTable } from "./xlsx-strings.js";
import type { Parts } from "./xlsx-zip.js";
import { walkXml } from "./xml.js";

/** What the sheets of a workbook need to be read. */
export type Book = {
  /** parts, in the order of the tabs, hidden ones last */
  sheets: string[];
  strings: StringTable;
  /** by the number of a cell's style: whether it shows a number as a day */
  dateStyles: boolean[];
  /** days are counted from 1904, as old Macs did */
  from1904: boolean;
};

/** Formats of Excel's own that show a day (ECMA-376 18.8.30). */
const isDateFormat = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a format code shows days or years, apart from what it quotes, escapes and has in brackets. */
const isDateCode = (code: string): boolean => /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, ""));

async function readDateStyles(parts: Parts, name: string): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  await walkXml(parts.read(name), {
    open(tag, attributes) {
      const id = Number(attributes["numFmtId"] ?? 0);
      if (tag === "numFmt") codes.set(id, attributes["formatCode"] ?? "");
      if (tag === "cellXfs") inCells = true;
      if (tag === "xf" && inCells) {
        const code = codes.get(id);
        styles.push(code === undefined ? isDateFormat(id) : isDateCode(code));
      }
    },
    close(tag) {
      if (tag === "cellXfs") inCells = false;
    },
  });
  return styles;
}

type Relation = { id: string; type: string; part: string };

async function readRelations(parts: Parts, of: string): Promise<Relation[]> {
  const found: Relation[] = [];
  const folder = posix.dirname(of);
  await walkXml(parts.read(posix.join(folder, "_rels", `${posix.basename(of)}.rels`)), {
    open(tag, { Id: id = "", Type: type = "", Target: target = "" }) {
      if (tag !== "Relationship") return;
      const part = target.startsWith("/") ? target.slice(1) : posix.join(folder, target);
      found.push({ id, type: type.split("/").at(-1) ?? "", part });
    },
  });
  return found;
}

/** The workbook's table of contents. Throws `FileProblem` where the zip is something else than a workbook. */
export async function readBook(parts: Parts): Promise<Book> {
  const root = await readRelations(parts, "");
  const workbook = root.find(({ type }) => type === "officeDocument")?.part ?? "xl/workbook.xml";
  if (!parts.has(workbook)) throw new FileProblem("NOT_A_WORKBOOK");
  const relations = await readRelations(parts, workbook);
  const partOf = (type: string): string => relations.find((one) => one.type === type)?.part ?? "";
  const [shown, hidden]: [string[], string[]] = [[], []];
  let from1904 = false;
  await walkXml(parts.read(workbook), {
    open(tag, attributes) {
      if (tag === "workbookPr") from1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
      if (tag !== "sheet") return;
      const sheet = relations.find(({ id, type }) => id === attributes["id"] && type === "worksheet");
      if (sheet) ((attributes["state"] ?? "visible") === "visible" ? shown : hidden).push(sheet.part);
    },
  });
  const sheets = [...shown, ...hidden].filter((part) => parts.has(part));
  if (sheets.length === 0) throw new FileProblem("NOT_A_WORKBOOK");
  return {
    sheets,
    from1904,
    strings: await readSharedStrings(parts, partOf("sharedStrings")),
    dateStyles: await readDateStyles(parts, partOf("styles")),
  };
}
