import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeInBothSchemes, overflowing, pageFaults } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const plain = (text: string): string => text.replaceAll("\u00a0", " ").trim();

/** The address of the newest view of a template about members, or of a duty. */
async function viewOf(page: Page, aboutMember: boolean): Promise<string> {
  const { comparableTemplates } = await ask<{
    comparableTemplates: { id: string; aboutMember: boolean; periods: string[] }[];
  }>(page, "{ comparableTemplates { id aboutMember periods } }");
  const template = comparableTemplates.find((one) => one.aboutMember === aboutMember);
  if (!template) throw new Error("nothing to compare");
  return `/sammenlign?punkt=${template.id}&periode=${template.periods[aboutMember ? 0 : 1] ?? template.periods[0]}`;
}

const heads = (page: Page) => page.locator(".v-compared__desk thead th");
const column = async (page: Page, at: number): Promise<string[]> =>
  (await page.locator(`.v-compared__desk tbody tr > :nth-child(${at + 1})`).allInnerTexts()).map(plain);

it("orders the chapters by the head that is pressed, keeps it in the address, and has what is hidden last", async () => {
  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  await open(page, "/");
  await open(page, await viewOf(page, true));
  const names = await column(page, 0);
  const words = (await heads(page).allInnerTexts()).map(plain);
  const missed = words.indexOf("Gikk ut");
  expect(await heads(page).first().getAttribute("aria-sort")).toBe("ascending");
  await page.getByRole("button", { name: "Gikk ut", exact: true }).click();
  await page.waitForURL(/sorter=-gikk-ut/);
  // the address may be a moment ahead of the table
  const sorted = heads(page).nth(missed);
  await expect.poll(() => sorted.getAttribute("aria-sort")).toBe("descending");
  expect(await heads(page).first().getAttribute("aria-sort")).toBe("none");
  const seen = (await column(page, missed)).map((text) => (/^\d+$/.test(text) ? Number(text) : null));
  const known = seen.filter((n) => n !== null);
  expect(known.length).toBeGreaterThan(1);
  expect(known.length).toBeLessThan(seen.length);
  expect(known).toEqual(known.toSorted((a, b) => b - a));
  expect(seen.slice(known.length).every((n) => n === null)).toBe(true);
  expect((await column(page, 0)).toSorted()).toEqual(names.toSorted());

  // a shared link holds it
  await page.reload();
  await page.locator(".v-compared__desk tbody tr").first().waitFor();
  await expect.poll(() => sorted.getAttribute("aria-sort")).toBe("descending");
  await page.getByRole("button", { name: "Lag", exact: true }).click();
  await page.waitForURL((url) => !url.search.includes("sorter"));
  await expect.poll(() => column(page, 0)).toEqual(names);
  // no map of counts of persons
  expect(await page.locator(".v-county-map").count()).toBe(0);
  expect(errors).toEqual([]);
});

it("orders the rows of a phone too", async () => {
  const page = await people.of(app, "national-admin", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/");
  const path = await viewOf(page, false);
  await open(page, path);
  await page.getByLabel("Sorter etter").selectOption({ label: "Avgjort, flest først" });
  await page.waitForURL(/sorter=-avgjort/);
  const rising = async (): Promise<number> => {
    const asides = await page.locator(".v-compared__phone .v-row-card__aside").allInnerTexts();
    const closed = asides.map((text) => Number(/av (\d+)/.exec(plain(text))?.[1] ?? 0));
    return closed.filter((n, at) => at > 0 && n > (closed[at - 1] ?? 0)).length;
  };
  await expect.poll(rising).toBe(0);
  expect(await pageFaults(page, path)).toEqual([]);
  expect(errors).toEqual([]);
});

for (const [size, name] of [
  [DESK, "desk"],
  [PHONE, "phone"],
] as const) {
  it(`shows national a duty county by county, by keyboard and as a table: ${name}`, async () => {
    const page = await people.of(app, "national-admin", size);
    const errors = listenForErrors(page);
    await open(page, "/");
    await open(page, await viewOf(page, false));
    await page.getByText("Se på kart", { exact: true }).click();
    const tiles = page.locator(".v-tiles__picture .v-tiles__tile");
    await tiles.first().waitFor();
    expect(await tiles.count()).toBe(15);
    await shot(page, `county-map-${name}`);
    const words = (await tiles.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""))).map(plain);
    expect(words[0]).toMatch(/^Finnmark: /);

    // one stop for the Tab key, arrows through all
    expect(await page.locator('.v-tiles__tile[tabindex="0"]').count()).toBe(1);
    await tiles.first().focus();
    for (const word of words) {
      const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
      expect(plain(focused)).toBe(word);
      expect(plain(await page.locator(".v-tiles__said").innerText())).toBe(word);
      await page.keyboard.press("ArrowRight");
    }

    // the table says the same, and its counts are the page's; no share under ten
    const lines = await page
      .locator(".v-county-map tbody tr")
      .evaluateAll((all) => all.map((tr) => [...tr.children].map((cell) => (cell as HTMLElement).innerText)));
    const told = lines.map((cells) => cells.map(plain));
    let all = 0;
    for (const [at, [county = "", , done = ""]] of told.entries()) {
      const [, n, of, percent] = /^(\d+) av (\d+)(, \d+ %)?$/.exec(done) ?? [];
      if (words[at]) expect(words[at]).toBe(`${county}: ${n ? `${n} av ${of} gjort${percent ?? ""}` : done}.`);
      if (Number(of ?? 0) < 10) expect(done).not.toContain("%");
      all += Number(of ?? 0);
    }
    const total = await page.locator(".v-compared__desk tfoot td").nth(2).textContent();
    expect(all).toBe(Number(/av (\d+)/.exec(plain(total ?? ""))?.[1]));
    expect(await axeInBothSchemes(page, `the map of counties, ${name}`)).toEqual([]);
    expect(await overflowing(page, `the map of counties, ${name}`)).toEqual([]);
    expect(errors).toEqual([]);
  });
}

it("shows no map to a region", async () => {
  const page = await people.of(app, "region-ost", DESK);
  await open(page, "/");
  await open(page, await viewOf(page, false));
  await page.locator(".v-compared__desk tbody tr").first().waitFor();
  expect(await page.getByText("Se på kart", { exact: true }).count()).toBe(0);
});
