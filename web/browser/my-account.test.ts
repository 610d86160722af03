import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp } from "../../server/src/testkit/browser.js";
import { DESK, listenForErrors, open, PHONE, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

it("ends a lost device from another: it is out by itself, and what it had stored to be read is gone", async () => {
  const desk = await people.of(app, "asker-leader", DESK);
  await open(desk, "/");
  await desk.evaluate(() => localStorage.setItem("varde.draft.test", "ikke for andre"));
  const phone = await people.of(app, "asker-leader", PHONE);
  const errors = listenForErrors(phone);
  await open(phone, "/konto");
  await phone.getByRole("link", { name: "Der du er logget inn" }).click();
  await phone.getByText("Denne", { exact: true }).waitFor();
  const other = phone.getByRole("button", { name: /^Avslutt Chrome på/ });
  await expect.poll(() => other.count()).toBe(1);
  await other.click();
  await phone.getByText("Du er bare logget inn her.").waitFor();
  await desk.waitForURL("**/logg-inn");
  await expect.poll(() => desk.evaluate(() => localStorage.getItem("varde.draft.test"))).toBeNull();
  expect(errors).toEqual([]);
});

it("says what each seat shows and why, by its rights", async () => {
  const board = await people.of(app, "asker-board", PHONE);
  await open(board, "/konto/innsyn");
  await board.getByText("Medlemmene i laget: navn, kontakt og oppfølging.").waitFor();
  const region = await people.of(app, "region-ost", PHONE);
  await open(region, "/konto/innsyn");
  await region.getByText("Ingen medlemmer: verken navn, kontakt eller svar.").waitFor();
  expect(await region.getByText("Medlemmene i laget: navn").count()).toBe(0);
});

it("mends one's own name, which stands right on the board at once", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/konto");
  await page.getByRole("textbox", { name: "Navn" }).fill("Jonas Bråten-Ås");
  await page.getByRole("button", { name: "Lagre", exact: true }).click();
  await page.getByText("Navnet er lagret.").waitFor();
  await page.getByRole("heading", { level: 1, name: "Jonas Bråten-Ås" }).waitFor();
  await open(page, "/styret");
  await page.getByText("Jonas Bråten-Ås (deg)").waitFor();
  expect(errors).toEqual([]);
});

it("downloads what is kept about oneself, and deletes the account", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  await open(page, "/konto/data");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Last ned filen" }).click();
  expect((await download).suggestedFilename()).toMatch(/^varde-\d{4}-\d\d-\d\d\.json$/);
  await page.getByRole("button", { name: "Slett kontoen" }).click();
  await page.getByRole("button", { name: "Slett den nå" }).click();
  await page.waitForURL("**/logg-inn");
  await page.goto("/konto");
  await page.waitForURL("**/logg-inn");
});
