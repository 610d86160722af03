import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing } from "./inspect.js";
import { DESK, listenForErrors, open, PHONE, settled, shot, THIS_YEAR, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const fine = async (page: Page, name: string): Promise<void> => {
  await shot(page, name);
  expect(await axeFindings(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};
const takes = async (page: Page, button: string, starts: string): Promise<void> => {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  expect((await readFile(await file.path())).toString("latin1").startsWith(starts)).toBe(true);
};
const next = THIS_YEAR + 1;

it("shows a year as a list and as a wheel that is gone through by keys, and sets the day of the annual meeting", async () => {
  const page = await people.of(app, "asker-leader", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/");
  const lit = page.getByRole("navigation", { name: "Hovedmeny" }).locator("[aria-current]");
  await page.getByRole("link", { name: "Året", exact: true }).click();
  await page.waitForURL("**/aret");
  await settled(page);
  await expect.poll(() => lit.allInnerTexts()).toEqual(["Året"]);
  // the months that have been are folded; in January there are none
  const earlier = page.getByText(/^Tidligere i år/);
  if ((await earlier.count()) > 0) await earlier.click();
  await page.getByRole("heading", { name: "Februar" }).waitFor();
  await fine(page, "year-list");

  await page.locator(".v-chip", { hasText: "Hjul" }).click();
  await page.waitForURL(/vis=hjul/);
  const entries = page.locator("[data-entry]");
  await entries.first().waitFor();
  await page.locator("[data-entry][tabindex='0']").focus();
  await page.keyboard.press("Home");
  const first = await page.locator("[data-entry]:focus").getAttribute("aria-label");
  await page.keyboard.press("ArrowRight");
  expect(await page.locator("[data-entry]:focus").getAttribute("aria-label")).not.toBe(first);
  await fine(page, "year-wheel");
  await page.getByText("Skriv ut", { exact: true }).click();
  await takes(page, "PDF, A4", "%PDF-1.7");
  await takes(page, "Bilde (SVG)", "<svg");

  await open(page, `/aret?aar=${next}`);
  await page.getByRole("button", { name: "Sett dag for årsmøtet" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Dato").fill(`${next}-03-20`);
  await dialog.getByText(/Det er etter siste dag/).waitFor();
  await dialog.getByLabel("Dato").fill(`${next}-02-20`);
  await dialog.getByText("Da sendes innkallingen senest 23. januar").waitFor();
  await fine(page, "year-set-day");
  await dialog.getByRole("button", { name: "Lagre dagen" }).click();
  await page.waitForURL(/\/arsmote\//);
  await settled(page);
  await page.getByRole("textbox", { name: "Sak 4" }).fill("Årsmelding og takk");
  await page.locator("label").filter({ hasText: "Budsjett" }).click();
  await page.getByText(/^Lagret/).waitFor();
  await fine(page, "annual-kit");
  await takes(page, "Stemmeliste (PDF)", "%PDF-1.7");
  await takes(page, "Innkalling (PDF)", "%PDF-1.7");
  await takes(page, "Protokoll (Word)", "PK");
  await open(page, `/aret?aar=${next}`);
  await page.getByText("Innkallingen sendes senest 23. januar").waitFor();

  const national = await people.of(app, "national-admin", DESK);
  await open(national, "/aret");
  await national
    .getByText(/årsmøte/i)
    .first()
    .waitFor();
  await fine(national, "year-national");
  await open(national, "/innstillinger/aret");
  await national.getByRole("button", { name: "Endre Høstferie" }).first().click();
  await national.locator("label").filter({ hasText: "Jeg har sjekket dagen i kilden" }).click();
  await fine(national, "year-date");
  await national.getByRole("button", { name: "Lagre", exact: true }).click();
  await national.getByText(/^Sjekket /).waitFor();
  await fine(national, "year-settings");
  // one tap for a day that is as it was suggested
  await national.getByRole("button", { name: /^Stemmer: Påskeferie/ }).click();
  await national.getByRole("button", { name: /^Stemmer: Påskeferie/ }).waitFor({ state: "hidden" });
  expect(await national.getByText(/^Sjekket /).count()).toBe(2);
  expect(errors).toEqual([]);
}, 90_000);
