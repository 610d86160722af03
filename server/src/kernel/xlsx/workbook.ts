import { formulaSafe, HIDDEN_MARK } from "@varde/domain";
import type { CsvCell, Language } from "@varde/domain";
import type { Readable } from "node:stream";
import writeXlsx from "write-excel-file/node";
import type { Cell, SheetData } from "write-excel-file/node";
import { PAGE_WORDS } from "../print/block.js";

type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsx>[1]>["features"]>[number];

// what XML cannot hold: control characters, halves of pairs, and two that are no characters
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;
/** Signs of Excel's own measure that a column is wide at least and at most; longer texts are broken into lines. */
const WIDTH = { least: 12, most: 44 };
/** Rows that are looked at for how wide a column is. */
const MEASURED = 300;

export const xmlSafe = (text: string): string => text.replace(NOT_XML, "");

/** `head`: the first row stays while one scrolls, and is printed on each page. */
export type SheetOf = { name: string; rows: readonly (readonly Cell[])[]; widths: readonly number[]; head?: boolean };

/** A text is written as text, never as a formula, and is the same text as in a CSV file. */
export function cellOf(value: CsvCell, look: { bold?: boolean; wrap?: boolean } = {}): Cell {
  if (value === null) return null;
  const wrap = look.wrap ?? (typeof value === "string" && value.length > WIDTH.most);
  const style = {
    ...(look.bold && { fontWeight: "bold" as const }),
    // what is hidden stands where its number would
    ...(value === HIDDEN_MARK && { align: "right" as const }),
    ...(wrap && { wrap: true, alignVertical: "top" as const }),
  };
  return typeof value === "number"
    ? { value, type: Number, ...style }
    : { value: formulaSafe(xmlSafe(value)), type: String, ...style };
}

/** How wide the columns are, by the words of their heads and the texts under them. */
export function widthsOf(head: readonly CsvCell[], rows: readonly (readonly CsvCell[])[]): number[] {
  const long = (value: CsvCell | undefined): number => (typeof value === "string" ? value.length + 2 : 0);
  return head.map((title, i) => {
    const words = String(title ?? "").split(/[\s-]+/);
    const needed = [...words.map(long), ...rows.slice(0, MEASURED).map((row) => long(row[i]))];
    return Math.min(Math.max(WIDTH.least, ...needed), WIDTH.most);
  });
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const isHeaded = ({ stickyRowsCount = 0 }: { stickyRowsCount?: number }): boolean => stickyRowsCount > 0;

/** As it is printed: lying A4, as wide as its columns and no wider, the head again on each page, and each page its number. */
function printed(language: Language): Feature {
  const [page, of] = PAGE_WORDS[language];
  const setup = `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R${page}&amp;P${of}&amp;N</oddFooter></headerFooter>`;
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml) =>
            xml
              .replace(/<worksheet[^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
              .replace(/<\/worksheet>\s*$/, `${setup}</worksheet>`),
        },
        "xl/workbook.xml": {
          transform: (xml, sheets) => {
            const titles = sheets.map((sheet, i) =>
              isHeaded(sheet)
                ? `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escaped(sheet.sheet ?? "")}'!$1:$1</definedName>`
                : "",
            );
            return xml.replace("<definedNames/>", () =>
              titles.some((title) => title !== "") ? `<definedNames>${titles.join("")}</definedNames>` : "",
            );
          },
        },
      },
    },
  };
}

/** An Excel file. Names of sheets hold no `'`. */
export function workbookOf(sheets: readonly SheetOf[], language: Language): Promise<Readable> {
  const written = sheets.map(({ name, rows, widths, head = false }) => ({
    data: rows as SheetData,
    sheet: name,
    columns: widths.map((width) => ({ width })),
    ...(head && { stickyRowsCount: 1 }),
  }));
  // without a font of its own what is bold is set in another than what is not
  const file = writeXlsx(written, { fontFamily: "Arial", fontSize: 10, features: [printed(language)] });
  // its two ways to be called are told as an either-or
  return (file.toStream as () => Promise<Readable>)();
}
