import mammoth from "mammoth";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { printDocx } from "../docx/document.js";
import { INK, MUTED } from "../pdf/pen.js";
import { printPdf } from "../pdf/print.js";
import type { Paper } from "./block.js";

const words = (n: number, of: string) => Array.from({ length: n }, (_, i) => `${of}${i}`).join(" ");
/** Letters of the north, a control character, a row that is higher than a page and one that is moved whole. */
const PAPER: Paper = {
  title: "Prøve",
  language: "nb",
  landscape: true,
  mark: "Utkast",
  foot: "Asker",
  blocks: [
    { kind: "heading", level: 1, text: "Handlingsplan for Kárášjohka" },
    { kind: "paragraph", text: `Første\u0007linje\n«andre» linje – ${words(60, "innledning")}` },
    { kind: "list", items: ["punkt en", "punkt to\nmed to linjer"], numbered: true },
    {
      kind: "table",
      columns: [
        { title: "Nr.", share: 1 },
        { title: "Aktivitet", share: 5 },
        { title: "Mål", share: 5 },
      ],
      rows: [
        ["1", words(900, "høy"), "kort"],
        ["2", "", words(120, "flyttet")],
        ["3", "x".repeat(300), "slutt"],
      ],
      summary: "en prøve",
    },
    { kind: "signature", under: ["Kari Nordmann, leder", "Ola Nordmann"] },
  ],
};
const squeezed = (text: string): string => text.replace(/\s+/g, "");

async function read(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  const roles = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
  return { pages, roles };
}

test("a paper says every word in both kinds of file, its pages their number, its titles on each page of a table", async () => {
  const [pdf, docx] = [await read(await printPdf(PAPER)), await printDocx(PAPER)];
  const said = squeezed(pdf.pages.join(""));
  const written = squeezed((await mammoth.extractRawText({ buffer: docx })).value);
  const every = ["Førstelinje", "«andre»", "punkten", "medtolinjer", "KariNordmann,leder"];
  for (const word of [...every, "Kárášjohka", "høy0", "høy899", "flyttet119", "slutt"]) {
    expect(said).toContain(word);
    expect(written).toContain(word);
  }
  const count = (text: string, of: RegExp) => text.match(of)?.length ?? 0;
  expect(count(said, /høy\d+/g)).toBe(count(written, /høy\d+/g));
  expect(count(said, /x/g)).toBeGreaterThanOrEqual(300);
  expect(pdf.pages.length).toBeGreaterThan(1);
  pdf.pages.forEach((page, i) => {
    expect(page).toContain(`Side ${i + 1} av ${pdf.pages.length}`);
    expect(page).toContain("Utkast");
  });
  expect(pdf.pages.filter((page) => page.includes("Aktivitet")).length).toBeGreaterThan(1);
  for (const role of ["H1", "P", "L", "LI", "Table", "TR", "TH"]) expect(pdf.roles).toContain(`"role":"${role}"`);
});

test("numbers of two and three digits stand before their items, and not in them", async () => {
  const items = Array.from({ length: 120 }, (_, i) => `punkt ${i}`);
  const bytes = await printPdf({ title: "L", language: "nb", blocks: [{ kind: "list", numbered: true, items }] });
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const texts = (await (await pdf.getPage(pdf.numPages)).getTextContent()).items.flatMap((item) =>
    "str" in item ? [{ text: item.str, x: Number(item.transform[4]), width: item.width }] : [],
  );
  const [number, item] = ["120.", "punkt 119"].map((text) => texts.find((one) => one.text === text)!);
  expect(number!.x + number!.width).toBeLessThan(item!.x - 2);
});

test("no word is in the colour of what is behind it, the titles on the later pages of a table least of all", async () => {
  const pdf = await getDocument({ data: new Uint8Array(await printPdf(PAPER)), useSystemFonts: false }).promise;
  expect(pdf.numPages).toBeGreaterThan(1);
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList();
    const inks = new Set<string>();
    let [ink, kept] = ["", [] as string[]];
    fnArray.forEach((fn, i) => {
      if (fn === OPS.setFillRGBColor) ink = String(argsArray[i][0]);
      if (fn === OPS.save) kept.push(ink);
      if (fn === OPS.restore) ink = kept.pop() ?? ink;
      if (fn === OPS.showText) inks.add(ink);
    });
    expect([...inks].filter((one) => ![INK, MUTED].includes(one))).toEqual([]);
  }
});
