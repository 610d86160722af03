import { buffer } from "node:stream/consumers";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import yauzl from "yauzl";
import { cellOf, widthsOf, workbookOf } from "./workbook.js";

async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString());
  return parts;
}

test("a workbook is printed as wide as its columns, its head on each page, in one font", async () => {
  const head = ["Lag", "Velkomstsamtale"].map((name) => cellOf(name, { bold: true, wrap: true }));
  const parts = await partsOf(
    await buffer(
      await workbookOf(
        [
          { name: "Tall & svar", rows: [head, [cellOf("=1+1"), cellOf(2)]], widths: [12, 12], head: true },
          { name: "Forklaring", rows: [[cellOf("Lag")]], widths: [12] },
        ],
        "nb",
      ),
    ),
  );
  for (const [name, text] of parts)
    if (/\.(xml|rels)$/.test(name)) new SaxesParser({ xmlns: true }).write(text).close();
  const sheet = parts.get("xl/worksheets/sheet1.xml")!;
  const order = ["sheetPr", "sheetViews", "cols", "sheetData", "pageMargins", "pageSetup", "headerFooter"];
  const places = order.map((tag) => sheet.indexOf(`<${tag}`));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(sheet).toContain('fitToWidth="1" fitToHeight="0"');
  expect(sheet).toContain("Side &amp;P av &amp;N");
  expect(parts.get("xl/workbook.xml")!.match(/<definedName .*?<\/definedName>/g)).toEqual([
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Tall &amp; svar'!$1:$1</definedName>`,
  ]);
  expect(new Set(parts.get("xl/styles.xml")!.match(/<name val="[^"]*"/g))).toEqual(new Set(['<name val="Arial"']));
});

test("a column is as wide as the words of its head and the texts under it, within limits", () => {
  expect(
    widthsOf(["Lag", "Velkomstsamtale i tide", "n"], [["Mental Helse Ungdom Lillehammer", 4, "x".repeat(90)]]),
  ).toEqual([33, 17, 44]);
});
