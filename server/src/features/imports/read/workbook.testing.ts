import { Readable } from "node:stream";
import yazl from "yazl";

/** A cell of a workbook made for a test: text in the shared table or inline, a number, a day as number and style, or raw XML. */
export type TestCell = string | number | { inline: string } | { serial: number } | { xml: string } | null;
export type TestSheet = { rows: readonly (readonly TestCell[])[]; state?: "hidden" };

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (list: [id: string, type: string, target: string][]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** Style 1 is Excel's own short date, style 2 a date of one's own, style 3 an amount with letters in quotes. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;day&quot;"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** The strings of a workbook, each once, in the order they are met. */
class Strings {
  readonly #numbers = new Map<string, number>();

  number(text: string): number {
    const known = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, known);
    return known;
  }

  *xml(): Generator<string> {
    yield `${HEAD}<sst xmlns="${MAIN}">`;
    for (const text of this.#numbers.keys()) yield `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`;
    yield "</sst>";
  }
}

function cellXml(cell: TestCell, reference: string, strings: Strings): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${reference}" t="s"><v>${strings.number(cell)}</v></c>`;
  if ("xml" in cell) return cell.xml;
  if ("inline" in cell) return `<c r="${reference}" t="inlineStr"><is><t>${escapeXml(cell.inline)}</t></is></c>`;
  return `<c r="${reference}" s="2"><v>${cell.serial}</v></c>`;
}

function* sheetXml(rows: Iterable<readonly TestCell[]>, strings: Strings): Generator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`;
  let line = 0;
  for (const row of rows) {
    line += 1;
    yield `<row r="${line}">${row.map((cell, i) => cellXml(cell, `${columnName(i)}${line}`, strings)).join("")}</row>`;
  }
  yield "</sheetData></worksheet>";
}

/** A zip of these parts, as bytes that stream. */
export function zipStream(parts: Record<string, Iterable<string>>): AsyncIterable<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addReadStream(Readable.from(text, { objectMode: false }), name);
  zip.end();
  return zip.outputStream as unknown as AsyncIterable<Buffer>;
}

/** The parts of a workbook with these sheets; strings come last, as most programs write them. */
export function workbookParts(sheets: readonly TestSheet[], date1904 = false): Record<string, Iterable<string>> {
  const strings = new Strings();
  const tabs = sheets.map(
    ({ state }, i) =>
      `<sheet name="Ark ${i + 1}" sheetId="${i + 1}"${state ? ` state="${state}"` : ""} r:id="rId${i + 1}"/>`,
  );
  return {
    "_rels/.rels": [relations([["rId1", "officeDocument", "xl/workbook.xml"]])],
    "xl/workbook.xml": [
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${tabs.join("")}</sheets></workbook>`,
    ],
    "xl/_rels/workbook.xml.rels": [
      relations([
        ...sheets.map((_, i): [string, string, string] => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`]),
        ["rId90", "styles", "/xl/styles.xml"],
        ["rId91", "sharedStrings", "sharedStrings.xml"],
      ]),
    ],
    "xl/styles.xml": [STYLES],
    ...Object.fromEntries(
      sheets.map(({ rows }, i) => [`xl/worksheets/sheet${i + 1}.xml`, [[...sheetXml(rows, strings)].join("")]]),
    ),
    "xl/sharedStrings.xml": strings.xml(),
  };
}

/** A workbook of one sheet. */
export const workbook = (rows: readonly (readonly TestCell[])[]): AsyncIterable<Buffer> =>
  zipStream(workbookParts([{ rows }]));

/** All of a stream as one buffer. */
export async function allBytes(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
