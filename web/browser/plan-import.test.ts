import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeInBothSchemes, overflowing } from "./inspect.js";
import { ask, DESK, listenForErrors, open, settled, shot, THIS_YEAR, visitors } from "./people.js";

const year = THIS_YEAR + 1;
const real = new URL("../../packages/domain/testing/handlingsplan-asker-2024.txt", import.meta.url);
let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

type Words = { title: string; intro: string; closing: string; rows: object[] };
const saved = async (page: Page): Promise<Words | null> =>
  (
    await ask<{ actionPlan: Words | null }>(
      page,
      "query ($year: Int!) { actionPlan(year: $year) { title intro closing rows { nr activity aim measures resultAim } } }",
      { year },
    )
  ).actionPlan;
const fine = async (page: Page, name: string): Promise<void> => {
  await shot(page, name);
  expect(await axeInBothSchemes(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};
const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });

it("a board takes in the plan it has, prints it, and takes in what was printed as the same plan", async () => {
  const page = await people.of(app, "asker-leader", DESK);
  const errors = listenForErrors(page);
  await open(page, `/handlingsplan/${year}`);
  await page.getByRole("link", { name: "Lim inn eller last opp planen dere har" }).click();
  await page.getByRole("heading", { name: `Ta inn planen for ${year}`, level: 1 }).waitFor();
  await settled(page);

  const box = page.getByRole("textbox", { name: "Eller lim den inn her" });
  const text = await readFile(real, "utf8");
  await box.fill(text);
  await page.getByRole("button", { name: "Les planen" }).click();
  await page.getByText("Fant 7 rader.").waitFor();
  await page.getByText("Overskriftene sto en gang til").waitFor();
  await page.getByRole("heading", { name: "7 Styrearbeid", level: 3 }).waitFor();
  await fine(page, "plan-import");

  // a bad file says what it is, and takes nothing of this away; nor does leaving the page
  await choose(page, "plan.docx", Buffer.from("%PDF-1.7 nei"));
  await page.getByText("En PDF kan ikke leses sikkert").waitFor();
  await open(page, `/handlingsplan/${year}/importer`);
  await expect.poll(() => box.inputValue()).toBe(text);
  await page.getByText("Fant 7 rader.").waitFor();
  expect(await saved(page)).toBeNull();
  await page.getByRole("button", { name: "Lagre planen" }).click();
  await page.waitForURL(`**/handlingsplan/${year}`);
  await page.getByRole("heading", { name: "7 Styrearbeid", level: 2 }).waitFor();
  const first = await saved(page);
  expect(first).toMatchObject({
    title: "Handlingsplan for Mental Helse Asker 2024",
    closing: "Spikkestad, 7. februar 2024",
  });
  expect(first!.rows).toHaveLength(7);

  const [docx] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Word (.docx)" }).click(),
  ]);
  expect(docx.suggestedFilename()).toBe("Handlingsplan for Mental Helse Asker 2024.docx");
  await page.getByRole("link", { name: "Lim inn eller last opp planen dere har" }).click();
  await choose(page, docx.suggestedFilename(), await readFile(await docx.path()));
  await page.getByText("7 rader har samme aktivitet").waitFor();
  await page.getByRole("button", { name: "Erstatt planen" }).click();
  await page.waitForURL(`**/handlingsplan/${year}`);
  expect(await saved(page)).toEqual(first);
  expect(errors).toEqual([]);
}, 60_000);
