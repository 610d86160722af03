import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

/** A member of Asker's made by the page, at their own page. */
async function added(page: Page, lastName: string): Promise<void> {
  await open(page, "/medlemmer/ny");
  await page.getByLabel("Fornavn").fill("Ylva");
  await page.getByLabel("Etternavn").fill(lastName);
  await page.getByLabel("Fødselsdato").fill("2004-05-06");
  await page.getByRole("button", { name: "Legg til" }).click();
  await page.getByRole("heading", { level: 1, name: `Ylva ${lastName}` }).waitFor();
}

async function downloaded(page: Page, button: string): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^kopi-\d{4}-\d\d-\d\d\.(pdf|json)$/);
  return readFile(await file.path());
}

it("hands a member's copy over as two files, and erases for good after asking twice", async () => {
  const page = await people.of(app, "asker-leader", PHONE);
  const errors = listenForErrors(page);
  await added(page, "Kopisen");
  await page.getByRole("button", { name: "Lag en kopi av alt" }).click();
  await settled(page);
  await shot(page, "kopi");
  await page.getByRole("button", { name: "Lag kopien" }).click();
  await page.getByRole("heading", { name: "Kopien er klar" }).waitFor();
  expect((await downloaded(page, "Last ned PDF")).subarray(0, 5).toString()).toBe("%PDF-");
  expect((await downloaded(page, "Last ned JSON")).toString()).toContain("Kopisen");
  await page.getByRole("button", { name: "Ferdig" }).click();

  await page.getByRole("button", { name: "Slett medlemmet" }).click();
  await settled(page);
  await shot(page, "slett");
  await page.getByRole("button", { name: "Gå videre" }).click();
  await page.getByRole("heading", { name: "Dette kan ikke angres" }).waitFor();
  await page.getByRole("button", { name: "Slett for godt" }).click();
  await page.getByRole("heading", { name: "Medlemmet er slettet" }).waitFor();
  await page.getByRole("button", { name: "Til medlemmene" }).click();
  await page.getByRole("searchbox").fill("kopisen");
  await page.getByRole("link", { name: /Kopisen/ }).waitFor({ state: "detached" });
  expect(errors).toEqual([]);
});

it("offers a board member no rights but the leader's, and says in plain words what is known, to anybody", async () => {
  const page = await people.of(app, "asker-board", DESK);
  await added(page, "Radsen");
  expect(await page.getByRole("heading", { name: "Rettigheter" }).count()).toBe(0);
  await shot(page, "medlem-styret");
  await open(page, "/mer");
  await page.getByRole("link", { name: "Personvern" }).click();
  await page.getByRole("heading", { name: "Er du mellom 13 og 15?" }).waitFor();
  await shot(page, "personvern");
  await page.getByRole("link", { name: "Hvem kan se meg" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Hvem kan se meg" }).waitFor();
  await page.getByRole("rowheader", { name: /^Ser oppgaver om deg/ }).waitFor();
  await shot(page, "hvem-ser-meg");
});
