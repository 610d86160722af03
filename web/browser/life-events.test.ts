import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing, pageFaults } from "./inspect.js";
import { DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

/** The page of a member of Asker's, made for this. */
async function member(page: Page, first: string): Promise<void> {
  await open(page, "/medlemmer/ny");
  await page.getByLabel("Fornavn").fill(first);
  await page.getByLabel("Etternavn").fill("Hendesen");
  await page.getByLabel("Fødselsdato").fill("2003-05-06");
  await page.getByLabel("E-post", { exact: false }).last().fill(`${first.toLowerCase()}@medlem.example`);
  await page.getByRole("button", { name: "Legg til" }).click();
  await page.getByRole("heading", { level: 1, name: `${first} Hendesen` }).waitFor();
}

it("ends a membership, and takes it back in the same minute and from the page", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  await member(page, "Vera");
  await page.getByRole("button", { name: "Si fra om noe" }).click();
  const dialog = page.getByRole("dialog", { name: "Hva har hendt med Vera Hendesen?" });
  await dialog.getByText("Har meldt seg ut").click();
  await settled(page);
  await shot(page, "noe-har-hendt");
  expect(await axeFindings(page, "what has happened")).toEqual([]);
  expect(await overflowing(page, "what has happened")).toEqual([]);
  await dialog.getByRole("button", { name: "Meld ut" }).click();
  await page.getByText("Meldte seg ut").first().waitFor();
  await page.getByRole("button", { name: "Angre", exact: true }).click();
  await page.getByRole("button", { name: "Si fra om noe" }).waitFor();

  await page.getByRole("button", { name: "Si fra om noe" }).click();
  await dialog.getByText("Er død").click();
  await dialog.getByRole("button", { name: "Avslutt" }).click();
  await page.getByText("Kan angres til og med").waitFor();
  // nobody is to call, or write, by mistake
  await page.getByRole("link", { name: "Send e-post til Vera" }).waitFor({ state: "hidden" });
  await shot(page, "medlemskap-avsluttet");
  expect(await pageFaults(page, "an ended member")).toEqual([]);
  await page.getByRole("button", { name: "Angre og før opp igjen" }).click();
  await page.getByRole("button", { name: "Si fra om noe" }).waitFor();
  expect(errors).toEqual([]);
});

it("asks another chapter to receive a member, and takes that back", async () => {
  const page = await people.of(app, "asker-leader", DESK);
  const errors = listenForErrors(page);
  await member(page, "Mons");
  await page.getByRole("button", { name: "Si fra om noe" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Har flyttet til et annet lag").click();
  await dialog.getByLabel("Hvilket lag?").selectOption({ index: 1 });
  await dialog.getByRole("button", { name: "Spør laget" }).click();
  await page.getByText("har ikke svart ennå").waitFor();
  await page.getByRole("button", { name: "Trekk tilbake" }).click();
  await page.getByText("har ikke svart ennå").waitFor({ state: "hidden" });
  expect(errors).toEqual([]);
});

it("goes through what waits beside the list: a move, two who are one, one who grows too old", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  for (const path of ["/medlemmer/flyttinger", "/medlemmer/like", "/medlemmer/aldersgrensen"]) {
    await open(page, path);
    await shot(page, path.slice("/medlemmer/".length));
    expect([path, ...(await pageFaults(page, path)), ...(await overflowing(page, path))]).toEqual([path]);
    expect(await axeFindings(page, path)).toEqual([]);
  }
  await open(page, "/medlemmer");
  await page.getByRole("link", { name: "Ett medlem vil flytte hit" }).click();
  await page.getByRole("button", { name: /^Ta imot/ }).click();
  await page.getByText("er medlem hos dere nå").waitFor();
  await page.getByRole("link", { name: "Se medlemmet" }).click();
  await page.getByRole("button", { name: "Si fra om noe" }).waitFor();

  await open(page, "/medlemmer/like");
  await page
    .getByRole("button", { name: /^Behold/ })
    .first()
    .click();
  await page.getByText("er samlet hos").waitFor();
  await page.getByRole("heading", { level: 1, name: "Ingen ligner på hverandre" }).waitFor();
  await page.getByRole("link", { name: "Se medlemmet" }).click();
  await page.getByRole("button", { name: "Del i to igjen" }).click();
  await page.getByRole("button", { name: "Del i to igjen" }).waitFor({ state: "hidden" });
  await open(page, "/medlemmer/like");
  await page.getByRole("button", { name: "De er to" }).click();
  await page.getByText("Da foreslår vi dem ikke igjen").waitFor();

  await open(page, "/medlemmer/aldersgrensen");
  await page.getByRole("button", { name: /^Avslutt/ }).click();
  await page.getByRole("heading", { level: 1, name: "Ingen blir for gamle i år" }).waitFor();
  await page.getByRole("button", { name: "Angre", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Ett medlem blir over 36 i år" }).waitFor();
  expect(errors).toEqual([]);
});
