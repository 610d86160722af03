import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeInBothSchemes, overflowing } from "./inspect.js";
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

it("lets national look one person up for three hours, and tells the chapter's leader who and why", async () => {
  const leader = await people.of(app, "asker-leader", PHONE);
  await open(leader, "/medlemmer/ny");
  await leader.getByLabel("Fornavn").fill("Ylva");
  await leader.getByLabel("Etternavn").fill("Oppslagsen");
  await leader.getByLabel("Fødselsdato").fill("2004-05-06");
  await leader.getByLabel("E-post", { exact: false }).first().fill("ylva.oppslagsen@post.example");
  await leader.getByRole("button", { name: "Legg til" }).click();
  await leader.getByRole("heading", { level: 1, name: "Ylva Oppslagsen" }).waitFor();

  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  await open(page, "/mer");
  await page.getByRole("link", { name: "Oppslag" }).click();
  await page.getByRole("heading", { level: 1, name: "Oppslag" }).waitFor();
  await shot(page, "oppslag");
  const look = async (search: string) => {
    await page.getByLabel("E-post, mobil eller medlemsnummer").fill(search);
    await page.getByText("Medlemmet eller en foresatt ba om det", { exact: true }).click();
    await page.getByLabel("Kort om hvorfor").fill("Ringte kontoret og ville bytte lag");
    await page.getByRole("button", { name: "Slå opp og åpne kortet" }).click();
  };
  await look("ylva.oppslagsen@post.exampl");
  await page.getByText("Vi fant ikke ett medlem").waitFor();
  await look("Ylva.Oppslagsen@post.example");
  await page.getByRole("heading", { level: 1, name: "Ylva Oppslagsen" }).waitFor();
  await settled(page);
  expect(page.url()).not.toMatch(/ylva|@/i);
  expect(await page.title()).not.toContain("Ylva");
  await page.getByText(/^Kortet er åpent til kl/).waitFor();
  expect(await page.getByRole("link", { name: "Rett opplysninger" }).count()).toBe(0);
  expect([...(await axeInBothSchemes(page, "card")), ...(await overflowing(page, "card"))]).toEqual([]);
  await shot(page, "oppslag-kort");

  await open(leader, "/");
  await leader.getByText("Nasjonalt har slått opp et medlem i laget").waitFor();
  expect(await leader.getByText(/«Ringte kontoret og ville bytte lag»/).count()).toBe(1);
  expect([...(await axeInBothSchemes(leader, "day")), ...(await overflowing(leader, "day"))]).toEqual([]);
  await shot(leader, "oppslag-i-dag");
  await leader.getByRole("button", { name: "Sett", exact: true }).click();
  await leader.getByText("Nasjonalt har slått opp et medlem i laget").waitFor({ state: "detached" });
  await open(leader, "/oppslag");
  await leader.getByRole("link", { name: "Ylva Oppslagsen" }).waitFor();
  await shot(leader, "oppslag-leder");

  await app.sql(
    "update app.look_up set opened_at = opened_at - interval '3 hours 1 second', expires_at = expires_at - interval '3 hours 1 second'",
  );
  await page.reload();
  await page.getByText("Kortet er stengt", { exact: true }).waitFor();
  expect(await page.getByText("Oppslagsen").count()).toBe(0);
  expect(errors).toEqual([]);
});
