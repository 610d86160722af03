import { afterAll, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { duty, rolledOut, started } from "./duties.js";
import { DESK, listenForErrors, open, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterAll(async () => {
  await people.close();
  await app?.close();
});

/** What would run if any page put a text in as markup. */
const CODE = `<img src=x onerror=ran=1>"'><svg onload=ran=1>`;

/** The text stands there, letter by letter; nothing of it became part of the page, and nothing ran. */
async function shownAsText(page: Page, path: string, text: string): Promise<void> {
  await open(page, path);
  await page.getByText(text).first().waitFor({ state: "attached" });
  const found = await page.evaluate(() => ({
    ran: "ran" in window,
    made: document.querySelectorAll("img[src='x'], svg[onload], [onerror]").length,
  }));
  expect(found, path).toEqual({ ran: false, made: 0 });
}

it("shows code that is typed into names, titles and reports as the text it is", async () => {
  const template = await rolledOut(app, duty(`Kveld ${CODE}`));
  const board = await people.of(app, "asker-board", DESK);
  const national = await people.of(app, "national-admin", DESK);
  const errors = [board, national].map(listenForErrors);

  // a meeting's title and place
  await open(board, "/treff/ny");
  await board.getByLabel("Dato").fill(await tomorrow(board));
  await board.getByRole("textbox", { name: "Klokkeslett" }).fill("18:00");
  await board.getByRole("textbox", { name: "Sted" }).fill(`Sted ${CODE}`);
  await board.getByRole("textbox", { name: "Navn" }).fill(`Treff ${CODE}`);
  await board.getByRole("button", { name: "Lagre" }).click();
  await board.waitForURL((url) => url.pathname !== "/treff/ny");
  await shownAsText(board, "/treff", `Treff ${CODE}`);

  // a template's name, in a list, as a heading, in a select and in the chapter's tasks
  await shownAsText(national, "/punkter", `Kveld ${CODE}`);
  await shownAsText(national, `/punkter/${template}`, `Kveld ${CODE}`);
  await shownAsText(national, `/sammenlign?punkt=${template}`, `Kveld ${CODE}`);
  const id = await started(board, template);
  await shownAsText(board, "/oppgaver", `Kveld ${CODE}`);

  // what a report says, to the board and to those above
  await open(board, `/oppgaver/${id}/rapport`);
  await board.locator("label", { hasText: /^Ja$/ }).click();
  await board.getByRole("textbox", { name: "Hva vil dere si?" }).fill(`Sagt ${CODE}`);
  await board.getByRole("button", { name: "Send rapporten" }).click();
  await board.getByText(/er ferdig$/).waitFor();
  await shownAsText(board, `/oppgaver/${id}`, `Sagt ${CODE}`);
  await shownAsText(national, `/svar?punkt=${template}`, `Sagt ${CODE}`);

  // a chapter's name, with its board and those above
  await open(national, "/lag");
  await national.getByRole("main").getByRole("link", { name: /Asker/ }).first().click();
  await national.getByRole("textbox", { name: "Fullt navn" }).fill(`Lag ${CODE}`);
  await national
    .getByRole("button", { name: /^Lagre/ })
    .first()
    .click();
  await national.getByText("Lagret", { exact: false }).first().waitFor();
  await shownAsText(board, "/mer", `Lag ${CODE}`);
  await shownAsText(national, "/endringer", "Endringslogg");
  expect(errors.flat()).toEqual([]);
});

it("makes no link of a script", async () => {
  const board = await people.of(app, "asker-board", DESK);
  await open(board, "/treff/ny");
  await board.getByLabel("Dato").fill(await tomorrow(board));
  await board.getByRole("textbox", { name: "Lenke til påmelding" }).fill("javascript:ran=1");
  await board.getByRole("button", { name: "Lagre" }).click();
  await board.locator("[aria-invalid=true]").waitFor();
  expect(new URL(board.url()).pathname).toBe("/treff/ny");
  expect(await board.locator("a[href^='javascript:']").count()).toBe(0);
});

/** as the device counts days */
const tomorrow = (page: Page): Promise<string> =>
  page.evaluate(() => new Date(Date.now() + 86_400_000).toLocaleDateString("sv-SE"));
