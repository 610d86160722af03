import { readFile, writeFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeInBothSchemes, overflowing } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

/** Presses the button and gives what the browser saved. */
async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).press("Enter"),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const opened = async (page: Page): Promise<void> => {
  await page.getByText("Ta tallene med deg").click();
  await page.getByRole("button", { name: "CSV" }).waitFor();
};

it("gives the comparison as CSV, Excel and pictures with the numbers of the page", async () => {
  const page = await people.of(app, "region-ost", DESK);
  const errors = listenForErrors(page);
  await open(page, "/sammenlign");
  await settled(page);
  const answer = (await page.getByRole("heading", { level: 1 }).textContent())!;
  await opened(page);
  await shot(page, "take-out-desk");
  expect(await axeInBothSchemes(page, "take-out-desk")).toEqual([]);
  const rows = await page.getByRole("table").first().getByRole("row").allTextContents();
  const csv = await saved(page, "CSV");
  expect(csv.name).toMatch(/\.csv$/);
  const text = csv.bytes.toString("utf8");
  expect(text).toContain("I tide");
  const chapters = text.split("\r\n").filter((line) => /^[^;]+;Region [^;]*;/.test(line));
  expect(chapters.length).toBe(rows.length - 2);
  chapters.forEach((line, i) => {
    const [, , onTime, , , , closed] = line.split(";");
    const shown = onTime === ":" ? ":" : closed === "0" ? "ingen ennå" : `${onTime} av ${closed}`;
    expect(rows[i + 1]!.replaceAll("\u00a0", " ")).toContain(shown);
  });
  const xlsx = await saved(page, "Excel");
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe("PK");
  const svg = await saved(page, "Bilde (SVG)");
  expect(svg.bytes.toString("utf8").replaceAll("\u00a0", " ")).toContain(answer.replaceAll("\u00a0", " "));
  expect(svg.bytes.toString("utf8")).toMatch(/^<svg [^]*rgb\([^]*<\/svg>\s*$/);
  const png = await saved(page, "Bilde (PNG)");
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(png.bytes.length).toBeGreaterThan(10_000);
  expect(errors).toEqual([]);
});

it("fits the phone, and leads from the overview to the report", async () => {
  const page = await people.of(app, "region-ost", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/sammenlign");
  await settled(page);
  await opened(page);
  await shot(page, "take-out-phone");
  expect(await overflowing(page, "take-out-phone")).toEqual([]);
  await open(page, "/");
  await settled(page);
  const pdf = await saved(page, "Last ned rapport (PDF)");
  expect(pdf.name).toMatch(/^Rapport .*\.pdf$/);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await axeInBothSchemes(page, "overview-report")).toEqual([]);
  expect(errors).toEqual([]);
});

it("makes what is large while one waits, says how far it has come, and gives it to the one who ordered it", async () => {
  const page = await people.of(app, "national-admin", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/rapporter");
  await page.getByText("Du har ingen filer her.").waitFor();
  await page.getByLabel("Hvem gjelder det?").selectOption("Hele organisasjonen, og hver region for seg");
  await page.getByRole("button", { name: "Bestill" }).press("Enter");
  const line = page.getByRole("listitem").filter({ hasText: "Rapport, kjernepakken" });
  await line.getByText(/^(Venter på tur|Lages|Klar)$/).waitFor();
  await line.getByText("Klar", { exact: true }).waitFor({ timeout: 30_000 });
  await shot(page, "exports-phone");
  expect(await overflowing(page, "exports-phone")).toEqual([]);
  expect(await axeInBothSchemes(page, "exports-phone")).toEqual([]);
  const pdf = await saved(page, "Hent: Rapport");
  expect(pdf.name).toMatch(/^Rapport .*\.pdf$/);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  await page.setViewportSize({ width: DESK[0], height: DESK[1] });
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "exports-desk-dark");
  await line.getByRole("button", { name: "Fjern: Rapport" }).press("Enter");
  await page.getByText("Du har ingen filer her.").waitFor();
  expect(errors).toEqual([]);
});

it("gives the funnel and the map as pictures that stand alone", async () => {
  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  await open(page, "/");
  const { comparableTemplates: templates } = await ask<{ comparableTemplates: { id: string; aboutMember: boolean }[] }>(
    page,
    "{ comparableTemplates { id aboutMember } }",
  );
  const taken: string[] = [];
  for (const { id } of templates) {
    await open(page, `/sammenlign?punkt=${id}`);
    await settled(page);
    for (const folded of ["Slik regner vi", "Se på kart"]) {
      if ((await page.getByText(folded, { exact: true }).count()) > 0)
        await page.getByText(folded, { exact: true }).first().click();
    }
    for (const of of ["lagenes andel i tide", "kart over fylkene"]) {
      const button = page.getByRole("button", { name: new RegExp(`^Bilde .SVG.: .*${of}`) });
      if (taken.includes(of) || (await button.count()) === 0) continue;
      taken.push(of);
      const name = (await button.getAttribute("aria-label"))!;
      const svg = await saved(page, name);
      expect(svg.bytes.toString("utf8")).toMatch(/^<svg [^]*<title id="title">[^]*Tall per [^]*<\/svg>\s*$/);
      const png = await saved(page, name.replace("SVG", "PNG"));
      expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
      expect(png.bytes.length).toBeGreaterThan(10_000);
      const folder = process.env["VARDE_SHOTS"];
      if (folder) await writeFile(`${folder}/picture-${of.slice(0, 4)}.png`, png.bytes);
    }
    if (taken.length === 2) break;
  }
  expect(taken.toSorted()).toEqual(["kart over fylkene", "lagenes andel i tide"]);
  expect(errors).toEqual([]);
});
