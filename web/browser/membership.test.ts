import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

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

it("shows a board how many members it has, who came and who left, in words, a picture and the table it is drawn from", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/laget");
  await page.getByRole("link", { name: "Se tallene" }).click();
  await page.getByRole("heading", { level: 1, name: /^\d+ medlem(mer)? nå$/ }).waitFor();
  await fine(page, "membership-own-phone");
  await page.getByRole("button", { name: "Som tabell" }).click();
  const table = page.getByRole("table", { name: "Hvem som kom og hvem som sluttet" });
  await table.waitFor();
  const { ownMembership } = await ask<{ ownMembership: { growth: Record<string, number> } }>(
    page,
    "{ ownMembership { growth { opening joined movedIn left movedOut agedOut died closing } } }",
  );
  const { opening, closing, joined, movedIn, left, movedOut, agedOut, died } = ownMembership.growth as Record<
    "opening" | "closing" | "joined" | "movedIn" | "left" | "movedOut" | "agedOut" | "died",
    number
  >;
  expect(opening + joined + movedIn - left - movedOut - agedOut - died).toBe(closing);
  expect(await table.getByRole("row", { name: "Medlemmer etter" }).textContent()).toContain(String(closing));
  await fine(page, "membership-own-table");
  await page.getByLabel("Periode").selectOption({ index: 1 });
  await expect.poll(() => page.url()).toMatch(/periode=\d{4}$/);
  expect(errors).toEqual([]);
  const desk = await people.of(app, "tromso-leader", DESK);
  await open(desk, "/medlemmer/tall");
  await fine(desk, "membership-own-desk");
  await desk.emulateMedia({ colorScheme: "dark" });
  await fine(desk, "membership-own-dark");
});

it("shows those above the published numbers, hidden where they are small, and never a live one", async () => {
  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  await open(page, "/mer");
  await page.getByRole("link", { name: "Medlemstall" }).click();
  await page.getByRole("table", { name: "Medlemmer, lag for lag" }).waitFor();
  await fine(page, "membership-national");
  const { publishedMembership } = await ask<{
    publishedMembership: { active: number | null; within: number; chapters: { active: number | null }[] };
  }>(page, "{ publishedMembership { active within chapters { active } } }");
  const shown = publishedMembership.chapters.flatMap(({ active }) => (active === null ? [] : [active]));
  for (const n of shown) expect(n).toBeGreaterThan(2 * publishedMembership.within);
  expect(shown.reduce((a, b) => a + b, 0)).toBe(publishedMembership.active ?? 0);
  await page.emulateMedia({ colorScheme: "dark" });
  await fine(page, "membership-national-dark");
  expect(errors).toEqual([]);
  const region = await people.of(app, "region-ost", PHONE);
  await open(region, "/medlemstall");
  await fine(region, "membership-region-phone");
});
