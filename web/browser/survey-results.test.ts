import { readFileSync } from "node:fs";
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

it("tells national what members answered, group by group, and a board what its own say", async () => {
  const page = await people.of(app, "national-editor", DESK);
  const errors = listenForErrors(page);
  await open(page, "/medlemsreisen/undersokelser");
  await page.getByRole("link", { name: /Avsluttet/ }).click();
  await page.getByRole("link", { name: "Se resultatene" }).click();
  await page.waitForURL("**/resultater");
  await page.getByRole("heading", { name: /svarte på undersøkelsen/ }).waitFor();
  await fine(page, "survey-results");
  const address = page.url();
  // one group, in the address; the same numbers as a table
  await page.getByLabel("Hvem").selectOption({ label: "MHU Bergen" });
  await page.waitForURL("**/resultater?hvem=lag%3A*");
  await page.getByText("Spørsmålet sier hvem en er").first().waitFor();
  await page.getByText("Som tabell").nth(2).click();
  await page.getByRole("table", { name: "Svar på: Hvorfor meldte du deg inn?" }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByText("Ta ut tallene")
      .click()
      .then(() => page.getByRole("button", { name: "Tallene (CSV)" }).click()),
  ]);
  expect(readFileSync(await file.path(), "utf8")).toContain("Hele organisasjonen;");
  // what was written: folded where it may hold what nobody should have written
  await page.getByRole("link", { name: "Les det de skrev" }).click();
  await page.getByRole("heading", { name: /\d+ tekster/ }).waitFor();
  const folded = page.getByText(/Skjult til du åpner: kan nevne noen/).first();
  await folded.click();
  await page.getByText("Takk til Kari").first().waitFor();
  await page
    .getByRole("button", { name: /Sett til side: Takk til Kari/ })
    .first()
    .click();
  await page.getByRole("dialog", { name: "Sette teksten til side?" }).waitFor();
  await fine(page, "survey-texts");
  await page.keyboard.press("Escape");
  // more than a hundred come a page at a time, each once
  const [, surveyId, question] = /undersokelser\/([^/]+)\/fritekst\/(.+)$/.exec(new URL(page.url()).pathname)!;
  await app.sql(
    `insert into app.survey_text (organization_id, survey_id, question, text)
     select organization_id, id, $2, 'Ønske ' || n from app.survey cross join generate_series(1, 150) n where id = $1`,
    [surveyId!, question!],
  );
  await page.reload();
  const total = Number(/\d+/.exec((await page.getByRole("heading", { name: /\d+ tekster/ }).textContent())!)![0]);
  const written = page.locator(".v-rows > *");
  await expect.poll(() => written.count()).toBe(100);
  await page.getByRole("button", { name: "Vis flere" }).click();
  await expect.poll(() => written.count()).toBe(total > 200 ? 200 : total);
  const wishes = await page.getByText(/^Ønske \d+$/).allTextContents();
  expect(new Set(wishes).size).toBe(wishes.length);
  await app.sql("delete from app.survey_text where survey_id = $1 and text like 'Ønske %'", [surveyId!]);
  expect(errors).toEqual([]);

  const board = await people.of(app, "asker-leader", PHONE);
  await open(board, new URL(address).pathname);
  await board.getByRole("heading", { name: "Hva medlemmene sier", level: 1 }).waitFor();
  await board.getByText("Streken viser hele organisasjonen.").first().waitFor();
  expect(await board.getByLabel("Hvem").count()).toBe(0);
  expect(await board.getByRole("link", { name: "Les det de skrev" }).count()).toBe(0);
  await fine(board, "survey-results-board");
}, 120_000);
