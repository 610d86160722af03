import { writeFileSync, mkdirSync, readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing } from "./inspect.js";
import { DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const fine = async (page: Page, name: string): Promise<void> => {
  await settled(page);
  await shot(page, name);
  expect(await axeFindings(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};

it("makes a survey of the built-in one, orders and hangs questions, mends what is pointed out, and opens it for the chapters", async () => {
  const page = await people.of(app, "national-editor", DESK);
  const errors = listenForErrors(page);
  await open(page, "/medlemsreisen/undersokelser");
  await fine(page, "surveys-list");
  await page.getByRole("button", { name: "Ny undersøkelse" }).click();
  await page.getByRole("button", { name: "Nytt spørsmål" }).waitFor();
  await fine(page, "surveys-editor");
  // by keys: the first question comes second
  const first = page.locator(".v-items > li").first();
  const title = (await first.locator(".v-item__name").textContent())!;
  await first.locator(".v-drag").focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => page.locator(".v-item__name").nth(1).textContent()).toBe(title);
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => page.locator(".v-item__name").first().textContent()).toBe(title);
  // a new one, which is pointed out until it is whole
  await page.getByRole("button", { name: "Nytt spørsmål" }).click();
  await page.getByLabel("Spørsmålet", { exact: true }).fill("Var det lett å finne fram?");
  await page.getByLabel("Hvordan svarer en?").selectOption("TEXT");
  await page.getByLabel("Vises bare når").selectOption({ label: "Hvor ofte har du vært med på noe det siste året?" });
  await page.getByRole("checkbox", { name: "Aldri" }).check();
  await page.getByRole("heading", { name: "2 ting å rette før den kan åpnes" }).waitFor();
  expect(await page.getByRole("button", { name: "Åpne …" }).isDisabled()).toBe(true);
  await fine(page, "surveys-question");
  for (const [language, words] of [
    ["Nynorsk", "Var det lett å finne fram?"],
    ["English", "Was it easy to find the way?"],
  ] as const) {
    await page.getByRole("button", { name: new RegExp(`Spørsmål 14 \\(${language}\\)`) }).click();
    await page.getByLabel("Spørsmålet", { exact: true }).fill(words);
  }
  await page.getByText("Klar til å åpnes").waitFor();
  await page.getByRole("button", { name: "Åpne …" }).click();
  await page.getByRole("dialog").waitFor();
  await fine(page, "surveys-open");
  await page.getByRole("dialog").getByRole("button", { name: "Åpne", exact: true }).click();
  await page.getByRole("heading", { name: "Lenker til lagene" }).waitFor();
  await fine(page, "surveys-links");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Alle plakatene (PDF)" }).click(),
  ]);
  const posters = readFileSync(await download.path());
  expect(posters.toString("latin1").match(/\/Type \/Page\b/g)!.length).toBe(16);
  if (process.env["VARDE_SHOTS"]) {
    mkdirSync(process.env["VARDE_SHOTS"], { recursive: true });
    writeFileSync(`${process.env["VARDE_SHOTS"]}/posters.pdf`, posters);
  }
  expect(errors).toEqual([]);
}, 120_000);

it("gives a chapter its own link on a phone, with the words for those under 15 first, and never a draft", async () => {
  const page = await people.of(app, "asker-leader", PHONE);
  const errors = listenForErrors(page);
  // the first page has it in a line, and so has «Laget»
  await open(page, "/");
  await page
    .getByRole("link", { name: /er åpen.*Siste dag er/ })
    .first()
    .click();
  await page.getByRole("heading", { name: "Lenka til laget" }).waitFor();
  await open(page, "/laget");
  await page.getByRole("link", { name: /Undersøkelser/ }).click();
  await page.waitForURL("**/undersokelser");
  await fine(page, "surveys-phone-list");
  expect(await page.getByText("Utkast").count()).toBe(0);
  await page.getByRole("link", { name: /Åpen/ }).first().click();
  await page.getByRole("heading", { name: "Lenka til laget" }).waitFor();
  await fine(page, "surveys-phone-link");
  const mail = (await page.locator(".v-survey-mail").textContent())!;
  expect(mail.startsWith("Er du under 15?")).toBe(true);
  expect(mail).toMatch(/\/u\/[a-z2-9]{10}$/);
  expect(errors).toEqual([]);
}, 90_000);
