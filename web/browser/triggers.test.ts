import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing } from "./inspect.js";
import { DESK, listenForErrors, open, PHONE, settled, shot, THIS_YEAR, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
/** what the night does */
async function night({ sql }: BrowserApp): Promise<void> {
  await sql("select graphile_worker.add_job('triggers_evaluate', '{}')");
  const weeks = () => sql("select 1 from app.trigger_week where outcome = 'EXPECTED'");
  await vi.waitUntil(async () => (await weeks()).length > 0, { timeout: 60_000, interval: 200 });
}
beforeAll(async () => {
  app = await browserApp({}, night);
});
afterEach(() => people.close());
afterAll(() => app?.close());

const fine = async (page: Page, name: string): Promise<void> => {
  await shot(page, name);
  expect(await axeFindings(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};

it("shows national what began by itself, and lets the administrator make days quiet", async () => {
  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  await open(page, "/punkter");
  await page.getByRole("link", { name: "Hva har gått i gang" }).click();
  await page.getByRole("table", { name: "Uke for uke" }).waitFor();
  await settled(page);
  await fine(page, "triggers");
  const year = THIS_YEAR + 1;
  await page.getByLabel("Navn").fill("Påske");
  await page.getByLabel("Første dag").fill(`${year}-03-20`);
  await page.getByLabel("Siste dag").fill(`${year}-03-10`);
  await page.getByRole("button", { name: "Legg til" }).click();
  await page.getByText("Siste dag kan ikke være før den første.").waitFor();
  await page.getByLabel("Siste dag").fill(`${year}-03-29`);
  await page.getByRole("button", { name: "Legg til" }).click();
  const remove = page.getByRole("button", { name: "Ta bort Påske" });
  await remove.waitFor();
  await fine(page, "triggers-quiet");
  await remove.click();
  await remove.waitFor({ state: "hidden" });
  await page.getByText("Ingen stille dager er satt.").waitFor();
  expect(errors).toEqual([]);
});

it("shows it on a phone, and an editor no days to change", async () => {
  const page = await people.of(app, "national-editor", PHONE);
  await open(page, "/punkter/utlost");
  await fine(page, "triggers-phone");
  expect(await page.getByRole("button", { name: "Legg til" }).count()).toBe(0);
});
