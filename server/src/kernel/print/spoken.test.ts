import mammoth from "mammoth";
import { SaxesParser } from "saxes";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import yauzl from "yauzl";
import { printDocx } from "../docx/document.js";
import { printPdf } from "../pdf/print.js";
import type { Block, Paper } from "./block.js";
import { allOf, readTagged, textOf } from "./read-pdf.testing.js";

const COLUMNS = ["Nr.", "Aktivitet", "Mål", "Tiltak", "Resultatmål"].map((title, i) => ({ title, share: i ? 4 : 1 }));
const paper = (blocks: Block[], more: Partial<Paper> = {}): Paper => ({
  title: "Handlingsplan 2024",
  language: "nb",
  landscape: true,
  foot: "Solvik lokallag",
  blocks,
  ...more,
});
const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");
const numbered = (n: number): string => Array.from({ length: n }, (_, i) => `ord${i}`).join(" ");

async function entriesOf(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  const entries = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    entries.set(entry.fileName, Buffer.concat(pieces).toString("utf8"));
  }
  return entries;
}

describe("a PDF", () => {
  test("says what each thing is, and numbers its pages beside the text", async () => {
    const bytes = await printPdf(
      paper(
        [
          { kind: "heading", level: 1, text: "Plan for Čáhppesluodda" },
          { kind: "paragraph", text: "Første avsnitt.\nAndre avsnitt." },
          { kind: "list", items: ["En ting", "To ting"] },
          { kind: "table", columns: COLUMNS, rows: [["1", "Møter", "Mål\npå to linjer", "", "Flere"]] },
          { kind: "signature", under: ["Leder", "Nestleder"] },
        ],
        { mark: "Utkast" },
      ),
    );
    const { pages, artifacts, title } = await readTagged(bytes);
    const [page] = pages;
    expect(title).toBe("Handlingsplan 2024 (utkast)");
    expect(allOf(page!, "H1").map(textOf)).toEqual(["Plan for Čáhppesluodda"]);
    expect(allOf(page!, "LBody").map(textOf)).toEqual(["En ting", "To ting"]);
    expect(allOf(page!, "TH").map(textOf)).toEqual(["Nr.", "Aktivitet", "Mål", "Tiltak", "Resultatmål"]);
    const cells = allOf(page!, "TD");
    expect(cells.map(textOf)).toEqual(["1", "Møter", "Mål på to linjer", "", "Flere"]);
    expect(allOf(cells[2]!, "P").map(textOf)).toEqual(["Mål", "på to linjer"]);
    expect(textOf(page!)).toContain("Første avsnitt. Andre avsnitt.");
    expect(textOf(page!)).toMatch(/Leder Nestleder$/);
    expect(artifacts).toEqual(["Solvik lokallag Side 1 av 1 Utkast"]);
    expect(bytes.toString("latin1")).toMatch(/\/FontFile2/);
  });

  test("breaks a row that is higher than a page without losing a word, and repeats the titles beside the text", async () => {
    const long = numbered(1200);
    const rows = [
      ["1", "Kort", "Kort", "Kort", "Kort"],
      ["2", "Lang", long, numbered(300), "Slutt"],
      ["3", "", "", "", "Etter"],
    ];
    const { pages, artifacts } = await readTagged(await printPdf(paper([{ kind: "table", columns: COLUMNS, rows }])));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flatMap((page) => allOf(page, "TH")).filter((head) => textOf(head) !== "")).toHaveLength(5);
    for (const repeated of artifacts.slice(1)) expect(repeated).toContain("Nr. Aktivitet Mål Tiltak Resultatmål");
    const spoken = pages.flatMap((page) => words(textOf(page)));
    expect(spoken.filter((word) => word.startsWith("ord"))).toHaveLength(1500);
    const third = pages.flatMap((page) => allOf(page, "TR").flatMap((row) => allOf(row, "TD")[2] ?? []));
    expect(third.flatMap((cell) => words(textOf(cell))).filter((word) => word.startsWith("ord"))).toEqual(words(long));
  });

  test("keeps every letter of a word that is wider than its column, and drops what no paper can hold", async () => {
    const wide = "Ungdomsorganisasjonsmedlemskontingentinnbetaling".repeat(3);
    const rows = [["1", wide, "a\u0000b\uD800c", "", ""]];
    const { pages } = await readTagged(await printPdf(paper([{ kind: "table", columns: COLUMNS, rows }])));
    const [, activity, aim] = allOf(pages[0]!, "TD");
    expect(textOf(activity!).replaceAll(" ", "")).toBe(wide);
    expect(textOf(aim!)).toBe("abc");
  });

  test("goes on over the page in text that is no table", async () => {
    const text = numbered(3000);
    const { pages } = await readTagged(
      await printPdf(
        paper(
          [
            { kind: "paragraph", text },
            { kind: "list", numbered: true, items: [text] },
          ],
          { landscape: false },
        ),
      ),
    );
    expect(pages.flatMap((page) => words(textOf(page)))).toEqual([...words(text), "1.", ...words(text)]);
  });

  test("has a picture with what it shows in words", async () => {
    const bytes = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#0b5e55" } })
      .png()
      .toBuffer();
    const picture: Block = {
      kind: "picture",
      bytes,
      type: "png",
      width: 40,
      height: 20,
      alt: "Grønt",
      caption: "Foto: Solvik",
    };
    const { pages } = await readTagged(await printPdf(paper([picture])));
    expect(allOf(pages[0]!, "Figure")).toHaveLength(1);
    expect(textOf(pages[0]!)).toBe("Foto: Solvik");
    expect((await entriesOf(await printDocx(paper([picture])))).get("word/document.xml")).toContain('descr="Grønt"');
  });
});

describe("a file for a word processor", () => {
  const blocks: Block[] = [
    { kind: "heading", level: 1, text: "Plan & mål <2024>" },
    { kind: "paragraph", text: "Første avsnitt.\nAndre \u0007avsnitt." },
    { kind: "list", items: ["En ting", "To ting"] },
    { kind: "list", numbered: true, items: ["Først", "Så"] },
    { kind: "table", columns: COLUMNS, rows: [["1", "Møter", "Mål\npå to linjer", "", "Flere"]] },
    { kind: "paragraph", text: "Solvik, 7. februar 2024" },
    { kind: "signature", under: ["Leder"] },
  ];

  test("is whole: every part is XML, the row of titles repeats, the page lies down, the language is told", async () => {
    const entries = await entriesOf(await printDocx(paper(blocks, { mark: "Utkast" })));
    for (const [name, text] of entries) {
      if (name.endsWith(".xml") || name.endsWith(".rels")) new SaxesParser({ xmlns: true }).write(text).close();
    }
    const main = entries.get("word/document.xml")!;
    expect(main.match(/<w:tblHeader/g)).toHaveLength(1);
    expect(main).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(entries.get("word/styles.xml")).toContain('w:val="nb-NO"');
    expect(entries.get("word/header1.xml")).toContain("Utkast");
    expect(entries.get("word/footer1.xml")).toMatch(/Side .*PAGE.* av .*NUMPAGES/s);
    expect([...entries.keys()].some((name) => name.includes("vba"))).toBe(false);
    expect(entries.get("docProps/core.xml")).toContain("<dc:title>Handlingsplan 2024 (utkast)</dc:title>");
    expect(main.match(/<w:cantSplit\/>/g)).toHaveLength(2);
  });

  test("is read by others as what it is", async () => {
    const { value, messages } = await mammoth.convertToHtml({ buffer: await printDocx(paper(blocks)) });
    expect(value).toContain("<h1>Plan &amp; mål &lt;2024&gt;</h1><p>Første avsnitt.</p><p>Andre avsnitt.</p>");
    expect(value).toContain("<ul><li>En ting</li><li>To ting</li></ul><ol><li>Først</li><li>Så</li></ol>");
    expect(value).toContain("<td><p>Mål</p><p>på to linjer</p></td>");
    expect(value).toContain("<p>Solvik, 7. februar 2024</p><p>Leder</p>");
    expect(messages.filter(({ type }) => type === "error")).toEqual([]);
  });
});
