import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { duty, rolledOut, started } from "./duties.js";
import { axeFindings, overflowing } from "./inspect.js";
import { DESK, listenForErrors, open, PHONE, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

/** the page is readable and within its width */
async function looksRight(page: Page, name: string): Promise<void> {
  await shot(page, name);
  expect(await axeFindings(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
}
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const follow = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first().click();
const heading = (page: Page) => page.locator("h1").innerText();

it("a template is read whole before it is chosen, and copied", async () => {
  const page = await people.of(app, "national-editor", DESK);
  const errors = listenForErrors(page);
  await open(page, "/punkter/bibliotek");
  await looksRight(page, "library-desk");
  await follow(page, "Les «Velkomstsamtale»");
  await page.getByRole("heading", { name: "Meldinger og guider" }).waitFor();
  expect(await page.getByText("Ikke spør om").count()).toBeGreaterThan(0);
  await looksRight(page, "library-template-desk");
  await follow(page, "Begynn med denne");
  await page.getByRole("radio", { name: /^Velkomstsamtale/, checked: true }).waitFor();
  expect(await page.getByLabel("Navn").inputValue()).toBe("Velkomstsamtale");
  await press(page, "Lag utkastet");
  await page.waitForURL(/\/punkter\/[0-9a-f-]{36}\/utkast$/);

  await open(page, "/punkter/bibliotek");
  await follow(page, "Lag en kopi av «Takk»");
  await page.getByRole("radio", { name: /^Kopi av Takk/, checked: true }).waitFor();
  expect(await page.getByLabel("Navn").inputValue()).toBe("Kopi av Takk");
  await press(page, "Lag utkastet");
  await page.waitForURL(/\/punkter\/[0-9a-f-]{36}\/utkast$/);
  expect(errors).toEqual([]);
});

it("a template goes out as a file and comes in again, or is refused with its lines", async () => {
  const page = await people.of(app, "national-editor", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/punkter");
  await follow(page, /Takk/);
  await page.getByRole("heading", { name: /^Takk/ }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, /^Last ned .* som fil$/)]);
  expect(download.suggestedFilename()).toBe("ip-07-1.0.json");
  const file = await readFile(await download.path(), "utf8");

  await open(page, "/punkter/les-inn");
  await looksRight(page, "import-phone");
  const choose = (name: string, text: string) =>
    page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await choose("stor.json", " ".repeat(257 * 1024));
  await page.getByText("Fila er 257 kB. En mal er høyst 256 kB.").waitFor();
  expect(await page.getByRole("button", { name: "Les inn" }).isDisabled()).toBe(true);

  const wrong = file.replace(/"stage": "\w+"/, '"stage": "HELLO"').replace('"steps": [', '"colour": 1,\n"steps": [');
  await choose("feil.json", wrong);
  await press(page, "Les inn");
  await page.getByText("2 steder må rettes. Ingenting er lest inn.").waitFor();
  const lines = wrong.split("\n");
  const line = lines.findIndex((text) => text.includes("HELLO")) + 1;
  await page.getByText(`Linje ${line}, tegn`).waitFor();
  await looksRight(page, "import-refused-phone");

  await choose("mal.json", file);
  await press(page, "Les inn");
  await page.waitForURL(/\/punkter\/[0-9a-f-]{36}\/utkast$/);
  expect(errors).toEqual([]);
});

it("a chapter tells how it did it, national shows it, another chapter reads it, and it can be taken away", async () => {
  const template = await rolledOut(app, duty("Loppemarked"));
  const board = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(board);
  const task = await started(board, template);
  await open(board, `/oppgaver/${task}/rapport`);
  await board.locator("label", { hasText: /^Ja$/ }).click();
  await press(board, /^Send/);
  await open(board, `/oppgaver/${task}`);
  await press(board, "Fortell andre lag hvordan dere gjorde det");
  await board.getByRole("dialog").waitFor();
  await shot(board, "practice-write-phone");
  const field = board.getByRole("dialog").getByLabel("Slik gjorde vi det");
  await field.fill("For kort.");
  await press(board, "Send til nasjonalt");
  await board.getByText("Skriv litt mer, så andre kan gjøre det samme.").waitFor();
  await field.fill("Vi delte byen i fire, og hver tok sin del av plakatene.");
  await press(board, "Send til nasjonalt");
  await board.getByText("Sendt. Dere ser det her, og får svar samme sted.").waitFor();
  await looksRight(board, "practice-sent-phone");

  const editor = await people.of(app, "national-editor", DESK);
  await open(editor, "/punkter/slik-gjorde-vi-det");
  expect(await heading(editor)).toMatch(/venter på svar$/);
  await looksRight(editor, "practices-desk");
  const card = editor.locator("article", { hasText: "Vi delte byen i fire" }).first();
  await card.getByRole("button", { name: "Vis for alle lag" }).click();
  await editor.locator("article", { hasText: "Vi delte byen i fire" }).getByText("Vises for alle lag").waitFor();
  await open(editor, `/punkter/${template}`);
  await editor.getByText("Slik gjorde vi det · MHU Asker").waitFor();
  await looksRight(editor, "template-with-practice-desk");

  const other = await people.of(app, "drammen-leader", PHONE);
  const theirs = await started(other, template);
  await open(other, `/oppgaver/${theirs}`);
  await other.getByText("Slik gjorde vi det · MHU Asker").waitFor();
  expect(await other.getByRole("button", { name: "Trekk tilbake" }).count()).toBe(0);
  expect(await other.getByRole("button", { name: "Fortell andre lag" }).count()).toBe(0);
  await looksRight(other, "practice-read-phone");

  await open(board, `/oppgaver/${task}`);
  await press(board, "Trekk tilbake");
  await board.getByRole("dialog").getByRole("button", { name: "Trekk tilbake" }).click();
  await board.getByText("Trukket tilbake").waitFor();
  await open(other, `/oppgaver/${theirs}`);
  expect(await other.getByText("Slik gjorde vi det").count()).toBe(0);
  expect(errors).toEqual([]);
});
