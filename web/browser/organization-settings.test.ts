import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeInBothSchemes, overflowing } from "./inspect.js";
import { DESK, listenForErrors, open, PHONE, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const fine = async (page: Page, name: string): Promise<void> => {
  await shot(page, name);
  expect(await axeInBothSchemes(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};
const save = (page: Page, card: string) =>
  page.locator(`#${card}`).getByRole("button", { name: "Lagre", exact: true }).click();
const saved = (page: Page, card: string) => page.locator(`#${card}`).getByText("Endringen er lagret.").waitFor();
const actionColour = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--v-action"));

it("says the organization's own word on the pages of those above a chapter", async () => {
  const page = await people.of(app, "national-admin", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/innstillinger");
  await fine(page, "settings-phone");
  await page.getByRole("link", { name: "Ord for nivået i midten" }).click();
  await page.locator("#nivaa").getByText("Fylke", { exact: true }).click();
  await save(page, "nivaa");
  await saved(page, "nivaa");
  await page
    .locator("#nivaa")
    .getByText(/^Sist endret .* av Nora Lind\.$/)
    .waitFor();
  await open(page, "/lag");
  await page.getByRole("heading", { level: 1, name: "Lag og fylker" }).waitFor();
  await page.getByRole("link", { name: "Nytt fylke" }).waitFor();
  await fine(page, "settings-words");
  expect(errors).toEqual([]);
});

it("shows a colour before it is saved, and the whole app in it afterwards, readable in light and dark", async () => {
  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  await open(page, "/innstillinger");
  const own = await actionColour(page);
  const colour = page.locator("#farge");
  await colour.getByLabel("Hovedfarge").fill("#ffe600");
  await colour.getByText(/bruker en mørkere utgave/).waitFor();
  expect(await actionColour(page)).toBe(own);
  await fine(page, "settings-colour-before");
  await save(page, "farge");
  await saved(page, "farge");
  await page.waitForFunction(
    (was) => getComputedStyle(document.documentElement).getPropertyValue("--v-action") !== was,
    own,
  );
  await fine(page, "settings-colour");
  await open(page, "/");
  await page.waitForFunction(
    (was) => getComputedStyle(document.documentElement).getPropertyValue("--v-action") !== was,
    own,
  );
  await fine(page, "settings-colour-front");
  await open(page, "/innstillinger");
  await page.getByRole("button", { name: "Tilbake til Vardes farge" }).click();
  await page.waitForFunction(
    (was) => getComputedStyle(document.documentElement).getPropertyValue("--v-action") === was,
    own,
  );
  expect(errors).toEqual([]);
});

it("shows both when somebody else changed the settings meanwhile, and asks why a limit changes", async () => {
  const [first, second] = [
    await people.of(app, "national-admin", DESK),
    await people.of(app, "national-admin-2", DESK),
  ];
  for (const page of [first, second]) await open(page, "/innstillinger");
  const stepper = (page: Page) => page.locator("#smaa-tall").getByRole("textbox", { name: "Grense" });
  await stepper(first).fill("6");
  await save(first, "smaa-tall");
  await first.locator("#smaa-tall [aria-invalid=true]").first().waitFor();
  await first.getByLabel("Hvorfor endrer dere den?").fill("Vedtatt i landsstyret");
  await save(first, "smaa-tall");
  await saved(first, "smaa-tall");
  await first.locator("#smaa-tall").getByText("Begrunnelse sist: Vedtatt i landsstyret").waitFor();

  await stepper(second).fill("4");
  await second.getByLabel("Hvorfor endrer dere den?").fill("Vi trenger det");
  await save(second, "smaa-tall");
  await second.getByText("Nå står det: grense 6.").waitFor();
  await second.getByText("Du har skrevet: grense 4.").waitFor();
  await fine(second, "settings-conflict");
  await second.getByRole("button", { name: "Behold det som står" }).click();
  await expect.poll(() => stepper(second).inputValue()).toBe("6");
});

it("is for administrators, and stops what the organization needs", async () => {
  const page = await people.of(app, "national-admin", PHONE);
  await open(page, "/innstillinger");
  const size = page.locator("#kjernepakken");
  await size.getByRole("textbox", { name: "Høyst så mange punkter" }).fill("1");
  await save(page, "kjernepakken");
  await size.getByText(/Ta ut noen under/).waitFor();
  await page.locator("#spraak").getByText("English", { exact: true }).click();
  await save(page, "spraak");
  await saved(page, "spraak");
  await open(page, "/konto");
  await page.getByText("Nynorsk", { exact: true }).waitFor();
  expect(await page.getByText("English", { exact: true }).count()).toBe(0);
});
