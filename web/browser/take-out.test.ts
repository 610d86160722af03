import { readFile, writeFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { fullest } from "./fullest.js";
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
    page.getByRole("button", { name: button, exact: button === "CSV" }).press("Enter"),
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

it.each([
  ["funnel", "lagenes andel i tide", "Slik regner vi", true],
  ["map", "kart over fylkene", "Se på kart", false],
])("gives the %s as pictures that stand alone", async (_, of, folded, aboutMember) => {
  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  await open(page, (await fullest(page, aboutMember)).path);
  // the targets have one of their own, above or below
  await page.getByText(folded, { exact: true }).last().waitFor();
  for (const one of await page.getByText(folded, { exact: true }).all()) await one.click();
  const button = page.getByRole("button", { name: new RegExp(`^Bilde .SVG.: .*${of}`) });
  // what is folded out is fetched then
  await button.waitFor();
  const name = (await button.getAttribute("aria-label"))!;
  const svg = await saved(page, name);
  expect(svg.bytes.toString("utf8")).toMatch(/^<svg [^]*<title id="title">[^]*Tall per [^]*<\/svg>\s*$/);
  const png = await saved(page, name.replace("SVG", "PNG"));
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(png.bytes.length).toBeGreaterThan(10_000);
  const folder = process.env["VARDE_SHOTS"];
  if (folder) await writeFile(`${folder}/picture-${of.slice(0, 4)}.png`, png.bytes);
  expect(errors).toEqual([]);
});

it("gives the core set in the order that is chosen, and the last periods as a picture", async () => {
  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  await open(page, "/sammenlign?mal=kjerne");
  const order = page.getByLabel("Sorter etter");
  const choice = (await order.locator("option").allTextContents()).find((text) =>
    /^Medlemsmøte.*: flest i tide først$/.test(text),
  )!;
  await order.selectOption({ label: choice });
  await page.waitForURL(/sorter=-/);
  await opened(page);
  expect(await axeInBothSchemes(page, "take-out-core")).toEqual([]);
  expect(await overflowing(page, "take-out-core")).toEqual([]);
  const head = await page.getByRole("table").first().getByRole("columnheader").allTextContents();
  const at = head.findIndex((text) => text.startsWith("Medlemsmøte"));
  const rows = await page.getByRole("table").first().getByRole("row").all();
  const shown = await Promise.all(
    rows.slice(1, -1).map(
      async (row) =>
        (await row
          .getByRole("cell")
          .nth(at - 1)
          .textContent())!.split(/\s/)[0]!,
    ),
  );
  const numbers = shown.filter((text) => /^\d+$/.test(text)).map(Number);
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  const csv = (await saved(page, "CSV")).bytes.toString("utf8").split("\r\n");
  const table = csv.slice(csv.findIndex((line) => line.startsWith("Lag;")));
  const column = table[0]!.split(";").findIndex((name) => /^Medlemsmøte.*: I tide$/.test(name));
  const told = table.slice(1, 1 + shown.length).map((line) => line.split(";")[column]!);
  expect(told.map((text) => (text === "" ? "ikke" : text))).toEqual(
    shown.map((text, i) => (text === "ingen" ? told[i]! : text)),
  );
  expect((await saved(page, "Excel")).bytes.subarray(0, 2).toString()).toBe("PK");
  await shot(page, "take-out-core");

  await open(page, "/sammenlign");
  await page.getByText("Over tid", { exact: true }).click();
  const svg = await saved(page, "Bilde (SVG): ");
  expect(svg.bytes.toString("utf8")).toMatch(/^<svg [^]*fill="rgb\([^]*<\/svg>\s*$/);
  const png = await saved(page, "Bilde (PNG): ");
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  const folder = process.env["VARDE_SHOTS"];
  if (folder) await writeFile(`${folder}/over-time.png`, png.bytes);
  expect(errors).toEqual([]);
});

it("gives a board its own periods of a duty as a picture, and none of what counts members", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  const { ownStandings } = await ask<{ ownStandings: { template: { id: string; aboutMember: boolean } }[] }>(
    page,
    "{ ownStandings { template { id aboutMember } } }",
  );
  const of = (aboutMember: boolean) => ownStandings.find(({ template }) => template.aboutMember === aboutMember)!;
  await open(page, `/laget?punkt=${of(false).template.id}`);
  await page.getByText("Ta tallene med deg").click();
  expect(await axeInBothSchemes(page, "take-out-own")).toEqual([]);
  expect(await overflowing(page, "take-out-own")).toEqual([]);
  await shot(page, "take-out-own");
  const svg = await saved(page, "Bilde (SVG)");
  expect(svg.bytes.toString("utf8")).toContain(">I tide</text>");
  const png = await saved(page, "Bilde (PNG)");
  const folder = process.env["VARDE_SHOTS"];
  if (folder) await writeFile(`${folder}/own-periods.png`, png.bytes);
  await open(page, `/laget?punkt=${of(true).template.id}`);
  expect(await page.getByText("Ta tallene med deg").count()).toBe(0);
  expect(errors).toEqual([]);
});
