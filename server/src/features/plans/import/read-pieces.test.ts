import { readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { isPlanHeader, type PlanText, piecesOfText, readPlanTable } from "@varde/domain";
import { describe, expect, test } from "vitest";
import writeXlsx from "write-excel-file/node";
import yazl from "yazl";
import { printDocx } from "../../../kernel/docx/document.js";
import { printPdf } from "../../../kernel/pdf/print.js";
import { planPaper } from "../print/plan-paper.js";
import { docxApart } from "./docx-apart.js";
import { piecesOfHtml } from "./html-pieces.js";
import { MOST_BYTES, readPieces } from "./read-pieces.js";
import { ReadProblem } from "./read-problem.js";

const REAL = readFileSync(
  new URL("../../../../../packages/domain/testing/handlingsplan-asker-2024.txt", import.meta.url),
  "utf8",
);
const real = readPlanTable(piecesOfText(REAL, isPlanHeader)).text;
const planOf = async (file: Buffer | string) => readPlanTable(await readPieces(Buffer.from(file)));
const printed = (text: PlanText, adopted: boolean) =>
  planPaper(
    {
      year: 2024,
      chapterName: "Mental Helse Asker",
      text,
      adoption: adopted
        ? { number: 1, place: "Spikkestad", on: "2024-02-07", by: "ANNUAL_MEETING", hash: "a".repeat(64) }
        : null,
    },
    "nb",
  );
const zipped = async (parts: Record<string, string>): Promise<Buffer> => {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
};

describe("the real plan, printed and read again", () => {
  test.each([true, false])("as a DOCX it says the same, adopted: %s", async (adopted) => {
    const { text, problem } = await planOf(await printDocx(printed(real, adopted)));
    expect(problem).toBeNull();
    expect(text).toEqual(real);
  });

  test("as a PDF it loses no word", async () => {
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const pdf = await getDocument({ data: new Uint8Array(await printPdf(printed(real, true))) }).promise;
    let said = "";
    for (let n = 1; n <= pdf.numPages; n += 1)
      for (const item of (await (await pdf.getPage(n)).getTextContent()).items)
        said += "str" in item ? `${item.str} ` : "";
    const squeeze = (words: string) => words.replace(/\s+/g, "");
    const { title, intro, rows, closing } = real;
    for (const words of [title, intro, closing, ...rows.flatMap((row) => Object.values(row))])
      for (const word of words.split(/\s+/)) expect(squeeze(said)).toContain(squeeze(word));
    expect(said).toContain("Vedtatt av årsmøtet, Spikkestad, 7. februar 2024");
  });

  test("row breaks within cells, and letters of XML, come back too", async () => {
    const odd = {
      ...real,
      rows: [{ nr: "1", activity: "A & <B>", aim: "en\nto\n«tre»", measures: "", resultAim: "ščŧ" }],
    };
    expect((await planOf(await printDocx(printed(odd, false)))).text).toEqual(odd);
  });
});

describe("a page of a word processor", () => {
  test("with its hidden notes, lists, fields and rows that go over columns", async () => {
    const { text, problem } =
      await planOf(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td {color: red}</style></head><body>
      <!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->
      <p class=MsoTitle>Handlingsplan&nbsp;2025<o:p></o:p></p><p style='mso-hide:all'>skjult</p><p>Vi er <b>få</b>,
      men blide.</p>
      <div><table class=MsoTableGrid><thead><tr><td><p>Nr.</p></td><td><p>Aktivitet</p></td><td><p>Mål<br>2025</p></td><td><p>Tiltak</p></td></tr></thead>
      <tr><td rowspan=2><p>1</p></td><td rowspan=2>Tur</td><td>Ut</td><td><ul><li>Ring</li><li>Skriv</li></ul></td></tr>
      <tr><td>Opp</td><td><table><tr><td>Gå</td><td>langt</td></tr></table></td></tr>
      <tr><td>2</td><td colspan=3>Kaffe for alle</td></tr></table></div><p>Lier, 1. mars 2025</p><script>alert(1)</script></body></html>`);
    expect(problem).toBeNull();
    expect(text).toEqual({
      title: "Handlingsplan 2025",
      intro: "Vi er få, men blide.",
      rows: [
        { nr: "1", activity: "Tur", aim: "Ut\nOpp", measures: "• Ring\n• Skriv\nGå langt", resultAim: "" },
        { nr: "2", activity: "Kaffe for alle", aim: "", measures: "", resultAim: "" },
      ],
      closing: "Lier, 1. mars 2025",
    });
  });

  const table = (...rows: string[][]) =>
    `<table><tr><td>Nr</td><td>Akti\u00ADvitet</td><td>Ma\u030Al</td><td>Tiltak</td></tr>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;

  test("lists in cells keep their bullets and numbers, however they are written", async () => {
    const word = (sign: string, text: string) =>
      `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`;
    const online = (n: number, text: string) =>
      `<div class="ListContainerWrapper"><ol start="${n}"><li><p><span class="TextRun"><span>${text}</span></span><span class="EOP">&nbsp;</span></p></li></ol></div>`;
    const { text } = await planOf(
      table(
        ["1", "Word", word("·", "Ring") + word("o", "Skriv"), word("1.", "Først") + word("b)", "Så")],
        ["2", "På nett", online(1, "Først") + online(2, "Så"), "Vi skal:<ul><li>Ring<ul><li>ofte</li></ul></li></ul>"],
        [
          "3",
          "Skrevet to ganger",
          "<ol><li>1. Først</li><li>2. Så</li></ol>",
          "<ol start=4><li>Fire</li><li>Fem</li></ol>",
        ],
        ["4", "Bare én", "<ul><li>Ring</li></ul>", word("·", "Skriv")],
      ),
    );
    expect(text.rows.map(({ aim, measures }) => [aim, measures])).toEqual([
      ["• Ring\n• Skriv", "1. Først\nb) Så"],
      ["1. Først\n2. Så", "Vi skal:\n• Ring\n• ofte"],
      ["1. Først\n2. Så", "4. Fire\n5. Fem"],
      ["Ring", "Skriv"],
    ]);
  });

  test("a list before the table is one paragraph of the introduction", async () => {
    const { text } = await planOf(
      `<h1>Handlingsplan 2025</h1><p>Vi vil:</p><ul><li>møtes</li><li>le</li></ul>${table(["1", "Tur", "Ut", "Gå"])}`,
    );
    expect(text.intro).toBe("Vi vil:\n\n• møtes\n• le");
  });

  test("copied from Google Docs", async () => {
    const cell = (text: string) =>
      `<td style="border:solid #000 1pt"><p dir="ltr" style="line-height:1.2"><span style="white-space:pre-wrap">${text}</span></p></td>`;
    const { text } = await planOf(
      `<!doctype html><meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span>Handlingsplan 2025</span></p><br /><div dir="ltr" align="left"><table><colgroup><col width="45"/><col width="120"/></colgroup><tbody><tr>${["Nr.", "Aktivitet", "Mål", "Tiltak"].map(cell).join("")}</tr><tr>${["1", "«Kafé»", "Møte&nbsp;folk", "Ring<br />Skriv"].map(cell).join("")}</tr></tbody></table></div><br /><p dir="ltr"><span>Lier, 1. mars 2025</span></p></b><br class="Apple-interchange-newline">`,
    );
    expect(text).toEqual({
      title: "Handlingsplan 2025",
      intro: "",
      rows: [{ nr: "1", activity: "«Kafé»", aim: "Møte folk", measures: "Ring\nSkriv", resultAim: "" }],
      closing: "Lier, 1. mars 2025",
    });
  });

  test("from a mail, in the tables that hold the mail together", async () => {
    const { text, problem } = await planOf(
      `<html><body><table class=MsoNormalTable><tr><td width=20>&nbsp;</td><td><p class=MsoNormal>Handlingsplan 2025</p><table><tr><td><p class=MsoNormal>Hei, her er den</p>${table(["1", "Tur", "Ut", "Gå"])}</td></tr></table></td></tr><tr><td></td><td>Lier, 1. mars 2025</td></tr></table></body></html>`,
    );
    expect(problem).toBeNull();
    expect(text).toMatchObject({
      title: "Handlingsplan 2025",
      intro: "Hei, her er den",
      closing: "Lier, 1. mars 2025",
    });
    expect(text.rows).toEqual([{ nr: "1", activity: "Tur", aim: "Ut", measures: "Gå", resultAim: "" }]);
  });

  test("saved as XHTML, with footnotes and numbers that it counted itself", async () => {
    const { text, notes } = await planOf(
      `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body>${table(["<ol><li></li></ol>", "Tur<sup><a href='#footnote-1' id='footnote-ref-1'>[1]</a></sup>", "Ut", "Gå"], ["<ol><li></li></ol>", "Kaffe", "", "Kok"])}<ol><li id="footnote-1"><p>Ikke om vinteren <a href="#footnote-ref-1">↑</a></p></li></ol></body></html>`,
    );
    expect(text.rows.map(({ nr, activity }) => `${nr} ${activity}`)).toEqual(["1 Tur[1]", "2 Kaffe"]);
    expect(text.closing).toBe("1. Ikke om vinteren");
    expect(notes).toContainEqual({ code: "NUMBERED" });
  });

  test.each([
    ["forty columns in one cell's span", `<table><tr><td colspan=40>x</td></tr></table>`],
    [
      "a span like the sea",
      `<table><tr><td colspan=999999999 rowspan=999999999>x</td></tr><tr><td>y</td></tr></table>`,
    ],
    [
      "rows over rows",
      `<table><tr>${"<td colspan=40 rowspan=1000>".repeat(10_000)}</tr>${"<tr><td>".repeat(1000)}</table>`,
    ],
  ])("%s is too wide", async (_, html) => expect((await planOf(html)).problem).toMatchObject({ code: "TOO_WIDE" }));

  test("nested without end it is not read", () => {
    expect(() => piecesOfHtml("<div>".repeat(300))).toThrow(new ReadProblem("UNREADABLE"));
  });
});

test("a Word file whose text is called otherwise is read all the same", async () => {
  const parts = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document2.xml"/></Relationships>',
    "word/document2.xml": ONE.replace("<w:p/>", "<w:p><w:r><w:t>Plan</w:t></w:r></w:p>"),
  };
  expect(await readPieces(await zipped(parts))).toEqual([{ kind: "text", text: "Plan" }]);
});

test("letters of old programs, and a mark before the first", async () => {
  const table = "Nr;Aktivitet;Mål;Tiltak\n1;Møte;Få;Ring";
  for (const file of [
    Buffer.from(table, "latin1"),
    Buffer.from(`\uFEFF${table}`),
    Buffer.from(`\uFEFF${table}`, "utf16le"),
    Buffer.from(`\uFEFF${table}`, "utf16le").swap16(),
  ])
    expect((await planOf(file)).text.rows).toMatchObject([{ activity: "Møte", aim: "Få" }]);
});

const book = async (rows: (string | number | null)[][]): Promise<Buffer> => {
  const data = rows.map((row) => row.map((value) => (value === null ? null : { value })));
  // its two ways to be called are told as an either-or
  return buffer(await (writeXlsx([{ data, sheet: "Plan" }]).toStream as () => Promise<Readable>)());
};

describe("a workbook", () => {
  test("with words over and under its table", async () => {
    const { text, problem } = await planOf(
      await book([
        ["Handlingsplan 2025"],
        ["Vi er få; men blide"],
        [],
        ["Nr.", "Aktivitet", "Mål", "Tiltak", "Resultatmål"],
        [1, "Tur", "Ut\nog opp", "Gå", "Alle er med"],
        [2, "Kaffe", null, "Kok", null],
        ["Lier, 1. mars 2025"],
      ]),
    );
    expect(problem).toBeNull();
    expect(text).toEqual({
      title: "Handlingsplan 2025",
      intro: "Vi er få; men blide",
      rows: [
        { nr: "1", activity: "Tur", aim: "Ut\nog opp", measures: "Gå", resultAim: "Alle er med" },
        { nr: "2", activity: "Kaffe", aim: "", measures: "Kok", resultAim: "" },
      ],
      closing: "Lier, 1. mars 2025",
    });
  });

  test("of members is no plan, and says so", async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [`medlem ${i}`, "Tiltak"]);
    expect((await planOf(await book([["Aktivitet", "Tiltak"], ...rows]))).problem).toMatchObject({
      code: "TOO_MANY_ROWS",
    });
    const wide = book([Array.from({ length: 50 }, (_, i) => `kolonne ${i}`)]);
    await expect(wide.then(readPieces)).rejects.toThrow(new ReadProblem("SPREADSHEET"));
    expect(await readPieces(await book([[null]]))).toEqual([]);
  });
});

const DOCX = { "[Content_Types].xml": "<Types/>" };
const ONE =
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>';
test.each<[string, string, () => Buffer | Promise<Buffer>]>([
  ["nothing", "EMPTY", () => Buffer.alloc(0)],
  ["fifty megabytes", "TOO_LARGE", () => Buffer.alloc(50 * 1024 * 1024, "a")],
  ["one byte too many", "TOO_LARGE", () => Buffer.alloc(MOST_BYTES + 1, "a")],
  ["a file of an old word processor", "OLD_WORD", () => Buffer.from("d0cf11e0a1b11ae1", "hex")],
  ["a PDF", "PDF", () => Buffer.from("%PDF-1.7\n")],
  ["a photo of the plan", "PICTURE", () => Buffer.from("ffd8ffe000104a46", "hex")],
  ["a program named .docx", "NOT_DOCX", () => Buffer.from("MZ\0\0\0\0")],
  ["any zip", "NOT_DOCX", () => zipped({ "hei.txt": "hei" })],
  ["a workbook of binary parts", "SPREADSHEET", () => zipped({ ...DOCX, "xl/workbook.bin": "x" })],
  ["a workbook that is none", "DAMAGED", () => zipped({ ...DOCX, "xl/workbook.xml": "<workbook/>" })],
  ["a document of a Mac", "OTHER_DOCUMENT", () => zipped({ "Index/Document.iwa": "x" })],
  ["RTF", "OTHER_DOCUMENT", () => Buffer.from("{\\rtf1\\ansi Aktivitet\\cell Tiltak\\cell\\row}")],
  ["a page in one piece", "OTHER_DOCUMENT", () => Buffer.from("MIME-Version: 1.0\r\nContent-Type: text/html")],
  ["a flat open document", "OPEN_DOCUMENT", () => Buffer.from('<?xml version="1.0"?>\n<office:document xmlns="x">')],
  ["XML of an old Word", "OLD_WORD", () => Buffer.from('<?xml version="1.0"?><?mso-application?><w:wordDocument>')],
  ["an open document", "OPEN_DOCUMENT", () => zipped({ mimetype: "x", "content.xml": "<x/>" })],
  ["macros", "MACROS", () => zipped({ ...DOCX, "word/document.xml": ONE, "word/vbaProject.bin": "x" })],
  ["a text that inflates", "BOMB", () => zipped({ ...DOCX, "word/document.xml": " ".repeat(3 * 1024 * 1024) })],
  [
    "parts that inflate",
    "BOMB",
    () => zipped({ "word/document.xml": ONE, "word/media/a.png": "a".repeat(41 * 1024 * 1024) }),
  ],
  ["half a zip", "DAMAGED", async () => (await zipped({ "word/document.xml": ONE })).subarray(0, 80)],
  ["XML that is none", "DAMAGED", () => zipped({ ...DOCX, "word/document.xml": "<a><b>" })],
])("%s is refused: %s", async (_, code, file) => {
  await expect(readPieces(await file())).rejects.toThrow(new ReadProblem(code as never));
});

test("a picture in the place of the table is said", async () => {
  await expect(readPieces(Buffer.from("<p>Plan</p><img src=x>"))).rejects.toThrow(new ReadProblem("ONLY_PICTURES"));
});

describe("what is made to take hours or gigabytes of everybody", () => {
  const SPACE = " ".repeat(1_900_000);
  const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
  const docx = (body: string, more: Record<string, string> = {}) =>
    zipped({
      ...DOCX,
      "_rels/.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="a" Type="${TYPE}/officeDocument" Target="word/document.xml"/></Relationships>`,
      "word/_rels/document.xml.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="n" Type="${TYPE}/footnotes" Target="footnotes.xml"/></Relationships>`,
      "word/document.xml": `<w:document ${WORD}><w:body><w:p>${body}</w:p></w:body></w:document>`,
      ...more,
    });
  const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const soon = async (act: () => Promise<unknown>, code: string) => {
    const began = performance.now();
    await expect(act()).rejects.toThrow(new ReadProblem(code as never));
    expect(performance.now() - began).toBeLessThan(20_000);
  };

  test("a field of spaces, that a pattern looks for a box in", async () => {
    const file = await docx(`${field("begin")}<w:r><w:instrText>${SPACE}</w:instrText></w:r>${field("separate")}`);
    await soon(() => docxApart(file, { ms: 1500, megabytes: 192 }), "BOMB");
  });

  test("a long note that a page points at a hundred times", async () => {
    const file = await docx(`<w:r>${'<w:footnoteReference w:id="2"/>'.repeat(100)}</w:r>`, {
      "word/footnotes.xml": `<w:footnotes ${WORD}><w:footnote w:id="2"><w:p><w:r><w:t>${"ord ".repeat(100_000)}</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    });
    await soon(() => readPieces(file), "BOMB");
  });

  test("a file that needs nothing of it is read in its thread as ever, one after another", async () => {
    const file = await docx("<w:r><w:t>Hei</w:t></w:r>");
    for (let i = 0; i < 3; i++) expect(await readPieces(file)).toEqual([{ kind: "text", text: "Hei" }]);
  });

  test("letters that are never closed, begun again in every paragraph", async () => {
    const open = Array.from({ length: 2000 }, (_, i) => `<b id=${i}>`).join("");
    await soon(() => readPieces(Buffer.from(`<p>${open}${"<p>x".repeat(200_000)}`)), "UNREADABLE");
  });

  test.each([
    ["items of one list", `<table><tr><td>x</td><td><ol>${"<li>a".repeat(90_000)}</ol></td></tr></table>`],
    ["tables as frames in frames", `${"<table><tr><td>".repeat(30)}${"<i>a</i>".repeat(90_000)}`],
    ["marks on a letter", `<p>a${"\u0301\u0316".repeat(1_200_000)}</p>`],
  ])("%s, very many", async (_, page) => {
    const began = performance.now();
    await readPieces(Buffer.from(page));
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test("a page of nothing but tables in tables is told to be none", async () => {
    await soon(() => readPieces(Buffer.from("<table><tr><td>".repeat(25_000))), "UNREADABLE");
  });

  test("a workbook with a long text in every cell", async () => {
    const word = "ord ".repeat(8000);
    await soon(async () => readPieces(await book(Array.from({ length: 500 }, () => [word, word]))), "BOMB");
  });

  test.each([
    ["lines", "\n"],
    ["lines of an old machine", "-\r"],
    ["commas", ","],
  ])("millions of %s", async (_, sign) => {
    await soon(() => readPieces(Buffer.from(sign.repeat(2_400_000))), "UNREADABLE");
  });

  test("spaces, each in a letter of its own", async () => {
    const began = performance.now();
    expect(await readPieces(Buffer.from(`<p>${"<i> </i>".repeat(90_000)}x`))).toEqual([{ kind: "text", text: "x" }]);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
