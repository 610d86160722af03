import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { fullest } from "./fullest.js";
import { axeInBothSchemes, overflowing, pageFaults } from "./inspect.js";
import { DESK, listenForErrors, open, PHONE, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const plain = (text: string): string => text.replaceAll("\u00a0", " ").trim();

async function unfold(page: Page): Promise<void> {
  await page.getByText("Slik regner vi", { exact: true }).last().click();
  await page.locator(".v-funnel__point").first().waitFor();
}

it("says first that most differences are chance, and draws those that can be judged, by keyboard and as a table", async () => {
  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  await open(page, "/");
  const { path, rows, drawn } = await fullest(page, true);
  expect(drawn).toBeGreaterThan(2);
  await open(page, path);
  const lead = plain(await page.locator(".v-answer__lead").innerText());
  const [, inside, judged] =
    /Innenfor forventet variasjon: (\d+) av (\d+) lag\. De fleste forskjeller/.exec(lead) ?? [];
  expect(Number(judged)).toBe(drawn);
  // the noise comes before what the numbers are
  expect(lead.indexOf("Innenfor")).toBeLessThan(lead.indexOf("Det er "));
  await unfold(page);
  await shot(page, "funnel-desk");

  // the picture holds those with ten or more that are not hidden, and nobody else
  const points = page.locator(".v-funnel__point");
  const words = (await points.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""))).map(plain);
  const expected = rows.filter(({ counts }) => counts.onTime !== null && (counts.closed ?? 0) >= 10);
  expect(words.map((word) => word.split(",")[0])).toEqual(
    expected.map(({ chapter, counts }) => `${chapter.shortName}: ${counts.onTime} av ${counts.closed} i tide`),
  );
  expect(words.filter((word) => word.includes("Innenfor det vi venter"))).toHaveLength(Number(inside));
  const hidden = rows.filter(({ counts }) => counts.onTime === null || counts.closed === null).length;
  if (hidden > 0) await page.getByText(/ikke tegnet, fordi (tallet|tallene) er skjult/).waitFor();

  // one stop for the Tab key; arrows through all and round; the words follow
  expect(await page.locator('.v-funnel__point[tabindex="0"]').count()).toBe(1);
  await points.first().focus();
  for (let i = 0; i < words.length; i++) {
    const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    expect(plain(focused)).toBe(words[i]);
    expect(plain(await page.locator(".v-funnel__said").innerText())).toBe(words[i]);
    await page.keyboard.press(i % 2 === 0 ? "ArrowRight" : "ArrowDown");
  }
  const active = async () =>
    plain((await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))) ?? "");
  expect(await active()).toBe(words[0]);
  await page.keyboard.press("ArrowLeft");
  expect(await active()).toBe(words.at(-1));
  await page.keyboard.press("Home");
  expect(await active()).toBe(words[0]);

  // the table equals the picture
  await page.locator(".v-funnel-figure").getByText("Som tabell").click();
  await page.locator(".v-funnel-figure tbody tr").first().waitFor();
  const lines = await page
    .locator(".v-funnel-figure tbody tr")
    .evaluateAll((all) => all.map((tr) => [...tr.children].map((cell) => (cell as HTMLElement).innerText)));
  const told = lines.map((cells) => cells.map(plain));
  expect(
    told.slice(0, drawn).map(([name, onTime, range, , verdict]) => {
      const [counts = "", percent = ""] = (onTime ?? "").split(", ");
      return `${name}: ${counts} i tide, ${percent}. Vi venter ${range}. ${verdict}.`;
    }),
  ).toEqual(words);
  // under ten: counts, no share, no verdict
  for (const [, onTime, , , verdict] of told.slice(drawn)) {
    expect(onTime).not.toContain("%");
    expect(verdict).toBe("Under ti, bedømmes ikke");
  }
  expect(await axeInBothSchemes(page, "the funnel")).toEqual([]);
  expect(await overflowing(page, "the funnel")).toEqual([]);
  expect(errors).toEqual([]);
});

it("judges nobody where every chapter has a few, and says so", async () => {
  const page = await people.of(app, "national-admin", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/");
  const { path, drawn } = await fullest(page, false);
  await open(page, path);
  const lead = plain(await page.locator(".v-answer__lead").innerText());
  expect(lead).toContain("De fleste forskjeller mellom små lag er tilfeldige.");
  if (drawn === 0) expect(lead).toContain("Alle lag har under ti her.");
  expect(await pageFaults(page, path)).toEqual([]);
  expect(errors).toEqual([]);
});

it("fits a phone, answers a finger, and names who is outside with what to do", async () => {
  const page = await people.of(app, "national-admin", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/");
  const { path } = await fullest(page, true);
  await open(page, path);
  await unfold(page);
  await page.locator(".v-funnel__point .v-funnel__mark").first().click();
  expect(await page.locator(".v-funnel__said").innerText()).not.toContain("piltastene");
  const outside = page.locator('.v-funnel__point:not([data-zone="inside"])');
  const told = page.locator(".v-funnel-outside li");
  expect(await told.count()).toBe(Math.min(5, await outside.count()));
  for (const text of await told.allInnerTexts()) expect(text).toMatch(/Vi venter .*(Spør|Ring) .*Gå til/s);
  await shot(page, "funnel-phone");
  expect(await axeInBothSchemes(page, "the funnel on a phone")).toEqual([]);
  expect(await overflowing(page, "the funnel on a phone")).toEqual([]);
  expect(errors).toEqual([]);
});

it("holds a board's own chapter against nobody", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/");
  const { path } = await fullest(page, true);
  await open(page, path);
  await page.getByText("Slik regner vi", { exact: true }).last().click();
  await page.locator(".v-definitions").last().waitFor();
  expect(await page.locator(".v-funnel-figure").count()).toBe(0);
  expect(await page.locator(".v-answer__lead").innerText()).not.toContain("forventet variasjon");
  expect(errors).toEqual([]);
});
