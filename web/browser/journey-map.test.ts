import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, settled, shot, THIS_YEAR, visitors } from "./people.js";

const next = THIS_YEAR + 1;
let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
// each begins with an empty map
beforeEach(() => app.sql("delete from app.journey_map where year = $1", [next]));
afterEach(() => people.close());
afterAll(() => app?.close());

const fine = async (page: Page, name: string): Promise<void> => {
  await shot(page, name);
  expect(await axeFindings(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};

type Cards = { journeyMap: { cards: { title: string; stage: string; kind: string }[]; shared: boolean } | null };
const places = async (page: Page): Promise<string[]> => {
  const told = await ask<Cards>(
    page,
    "query ($year: Int) { journeyMap(year: $year) { shared cards { title stage kind } } }",
    {
      year: next,
    },
  );
  return (told.journeyMap?.cards ?? []).map(({ title, stage }) => `${stage}: ${title}`).sort();
};

async function write(page: Page, stage: string, title: string): Promise<void> {
  await page.getByRole("button", { name: `Nytt kort i ${stage}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Navn" }).fill(title);
  await dialog.getByText(/^Lagret/).waitFor();
  await dialog.getByRole("button", { name: "Ferdig" }).click();
  await dialog.waitFor({ state: "hidden" });
}

it("goes from an empty map to one that a chapter reads, by hand and by keys, and onto paper", async () => {
  const page = await people.of(app, "national-editor", DESK);
  const errors = listenForErrors(page);
  await open(page, `/medlemsreisen/kart?aar=${next}`);
  await page.getByText("Et tomt kart").click();
  await fine(page, "map-start");
  await page.getByRole("button", { name: "Begynn" }).click();
  await page.getByRole("button", { name: "Nytt kort i Velkommen" }).waitFor();
  await write(page, "Velkommen", "Ring nye");
  await write(page, "Velkommen", "Stille i uka etter");
  await write(page, "Delta", "Mat på treff");

  // by hand, to another column
  const handle = page.getByRole("button", { name: "Flytt Stille i uka etter" });
  const goal = page.locator("[data-stage=RENEW]");
  const [from, to] = [(await handle.boundingBox())!, (await goal.boundingBox())!];
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 20, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
  await page.mouse.up();
  await expect.poll(() => places(page)).toContain("RENEW: Stille i uka etter");

  // by keys: to the next column, the focus with it, said aloud
  await page.getByRole("button", { name: "Flytt Ring nye" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText("Ring nye er i Første møte, plass 1 av 1").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.getByText("Ring nye er i Delta, plass 1 av 2").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.getByText("Ring nye er i Delta, plass 2 av 2").waitFor();
  await expect
    .poll(() => places(page))
    .toEqual(["RENEW: Stille i uka etter", "TAKE_PART: Mat på treff", "TAKE_PART: Ring nye"]);

  // somebody else writes the same card meanwhile: shown, and not lost
  await page.locator(".v-map__open", { hasText: "Mat på treff" }).click();
  const dialog = page.getByRole("dialog");
  const other = await people.of(app, "national-admin", PHONE);
  await open(other, `/medlemsreisen/kart?aar=${next}`);
  await other.getByRole("tab", { name: /Delta/ }).click();
  await other.locator(".v-map__open", { hasText: "Mat på treff" }).click();
  await other.getByRole("textbox", { name: "Navn" }).fill("Suppe på treff");
  await other.getByText(/^Lagret/).waitFor();
  await fine(other, "map-card-phone");
  await other.getByRole("button", { name: "Ferdig" }).click();
  await fine(other, "map-phone");
  await dialog.getByRole("textbox", { name: "Hvem har ansvar?" }).fill("Kari Nordmann, styret");
  await dialog.getByText("Noen andre har endret dette kortet").waitFor();
  await dialog.getByText("Dette kan være et navn.").waitFor();
  await fine(page, "map-conflict");
  await dialog.getByRole("button", { name: "Bruk deres" }).click();
  await dialog.getByRole("button", { name: "Sitat" }).click();
  await dialog.getByRole("textbox", { name: "Hva ble sagt?" }).fill("Det var fint å spise sammen <b>først</b>");
  await dialog.getByText(/^Lagret/).waitFor();
  await dialog.getByRole("button", { name: "Ferdig" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByText("1 kilde").waitFor();

  // taken away by mistake, and put back where it was
  await page.locator(".v-map__open", { hasText: "Suppe på treff" }).click();
  await page.getByRole("button", { name: "Ta bort kortet" }).click();
  await page.getByText("Suppe på treff er tatt bort").waitFor();
  await page.getByRole("button", { name: "Angre" }).click();
  await expect
    .poll(() => places(page))
    .toEqual(["RENEW: Stille i uka etter", "TAKE_PART: Ring nye", "TAKE_PART: Suppe på treff"]);
  await page.getByText("1 kilde").waitFor();

  await page.getByRole("button", { name: "Hvordan kjennes Delta?" }).click();
  await page.getByText("Bra (+1)", { exact: true }).click();
  await page.getByRole("button", { name: "Lagre", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Del utkastet med alle lag" }).click();
  await page.getByText("Utkast som alle lag kan lese.").waitFor();
  await page.getByText("Skriv ut eller ta ut kartet").click();
  for (const [button, starts] of [
    ["PDF, A3", "%PDF-1.7"],
    ["PDF, A4", "%PDF-1.7"],
    [/SVG/, "<svg"],
    [/PNG/, "\u0089PNG"],
  ] as const) {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    const bytes = (await readFile(await file.path())).toString("latin1");
    expect(bytes.startsWith(starts), String(button)).toBe(true);
    if (starts === "%PDF-1.7") expect(bytes.match(/\/Type \/Page\b/g)).toHaveLength(1);
  }
  await settled(page);

  const board = await people.of(app, "asker-board", PHONE);
  await open(board, `/medlemsreisen/kart?aar=${next}`);
  await board.getByRole("tab", { name: /Delta/ }).click();
  expect(await board.getByRole("button", { name: /^(Flytt|Nytt kort)/ }).count()).toBe(0);
  await board.locator(".v-map__open", { hasText: "Suppe på treff" }).click();
  await board.getByText("«Det var fint å spise sammen <b>først</b>»").waitFor();
  expect(errors).toEqual([]);
}, 150_000);

it("shows the year's map with each reader's own numbers, and what is other than last year", async () => {
  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  await open(page, "/medlemsreisen");
  await page.getByRole("link", { name: "Se kartet over medlemsreisen" }).click();
  await page.locator("label").filter({ hasText: "Vis hva som er forandret" }).click();
  await page.getByText("Flyttet: Fornyelse med personlig hilsen, fra Første møte til Fornye").waitFor();
  await page.getByText(/Velkommen kjennes bedre: fra Midt på \(0\) til Bra/).waitFor();
  await settled(page);
  await fine(page, "map-national");
  await page.emulateMedia({ colorScheme: "dark" });
  await fine(page, "map-national-dark");
  const board = await people.of(app, "asker-board", PHONE);
  await open(board, "/medlemmer/reisen");
  await board.getByRole("link", { name: "Se kartet over medlemsreisen" }).click();
  await board.getByRole("tab", { name: /Velkommen/ }).waitFor();
  await board.getByText(/medlemmer nå/).waitFor();
  await board
    .getByText(/\d+ av \d+ i tide/)
    .first()
    .waitFor();
  await fine(board, "map-chapter");
  expect(errors).toEqual([]);
}, 120_000);
