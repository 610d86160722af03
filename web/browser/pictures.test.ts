import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { ask, DESK, listenForErrors, open, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const plain = (text: string): string => text.replaceAll("\u00a0", " ").trim();

type Node = { role: string; name: string };
type Picture = Node & { html: string; stops: number };

/** What a screen reader is told of the element that has the focus, from the browser's own accessibility tree. */
function reader(page: Page) {
  const session = page.context().newCDPSession(page);
  const told = async (expression: string): Promise<Node | null> => {
    const cdp = await session;
    const { result } = await cdp.send("Runtime.evaluate", { expression });
    if (!result.objectId) return null;
    const { nodes } = await cdp.send("Accessibility.getPartialAXTree", {
      objectId: result.objectId,
      fetchRelatives: false,
    });
    const node = nodes[0];
    if (!node || node.ignored) return null;
    return { role: String(node.role?.value ?? ""), name: plain(String(node.name?.value ?? "")) };
  };
  return {
    focused: () => told("document.activeElement"),
    /** Every picture that is not only decoration, in the page's order: those that are heard as one, and those one goes into. */
    pictures: async (): Promise<Picture[]> => {
      const parts =
        "main [role=img]:not([tabindex], [aria-hidden]), main [role=group]:has([role=img][tabindex]), main svg:not([aria-hidden])";
      const seen = await page.evaluate(
        (selector) =>
          [...document.querySelectorAll(selector)]
            .filter(
              (one) => one.checkVisibility() && !one.parentElement?.closest("[role=img], [aria-hidden=true], svg"),
            )
            .map((one, at) => {
              one.setAttribute("data-picture", String(at));
              return { html: one.outerHTML.slice(0, 160), stops: one.querySelectorAll("[role=img][tabindex]").length };
            }),
        parts,
      );
      const found: Picture[] = [];
      for (const [at, one] of seen.entries()) {
        const node = await told(`document.querySelector('[data-picture="${at}"]')`);
        found.push({ role: node?.role ?? "nothing", name: node?.name ?? "", ...one });
      }
      return found;
    },
  };
}

/** Folds out all that is folded, so that what lies under it is walked too. */
async function unfoldAll(page: Page): Promise<void> {
  const folded = page.locator("main details:not([open]) > summary:visible");
  while ((await folded.count()) > 0) await folded.first().click();
  await page.waitForFunction(() => !document.querySelector(".v-skeleton"));
}

/** Presses Tab from the top until it has been through the page; arrows through every picture one goes into. */
async function walkByKeyboard(page: Page) {
  const { focused } = reader(page);
  const unnamed: string[] = [];
  const entered: { group: string; words: string[] }[] = [];
  // what was clicked last is where Tab would go on from
  await page.locator("a[href], button").first().focus();
  for (let i = 0; i < 250; i++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const seen = element.hasAttribute("data-walked");
      element.setAttribute("data-walked", "");
      const group = element.getAttribute("role") === "img" ? element.closest("[role=group]") : null;
      return {
        seen,
        html: element.outerHTML.slice(0, 120),
        group: group?.getAttribute("aria-label") ?? null,
        stops: group?.querySelectorAll("[role=img][tabindex]").length ?? 0,
      };
    });
    if (at === null || at.seen) break;
    const node = await focused();
    if (!node?.name) unnamed.push(at.html);
    if (at.group === null) continue;
    const words: string[] = [];
    for (let step = 0; step < at.stops; step++) {
      const point = await focused();
      expect(point?.role).toMatch(/^(img|image)$/);
      words.push(point?.name ?? "");
      await page.keyboard.press(step % 2 === 0 ? "ArrowRight" : "ArrowDown");
    }
    // round to where one came in
    expect((await focused())?.name).toBe(words[0]);
    entered.push({ group: plain(at.group), words });
  }
  return { unnamed, entered };
}

/** Pictures that stand in no figure or card with a table, or with a way to one. */
const withoutTable = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("main [data-picture]")].flatMap((picture) => {
      if (picture.closest("table, a, li, .v-row-card")) return [];
      for (let around = picture.parentElement; around && around.tagName !== "MAIN"; around = around.parentElement) {
        const way = [...around.querySelectorAll("button, summary")].some(({ textContent }) =>
          textContent.startsWith("Som tabell"),
        );
        if (way || around.querySelector("table")) return [];
      }
      return [picture.outerHTML.slice(0, 160)];
    }),
  );

/** Walks the page and gives the pictures one can go into, with their points' words. */
async function walked(page: Page, path: string) {
  const errors = listenForErrors(page);
  await open(page, path);
  await unfoldAll(page);
  const pictures = await reader(page).pictures();
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter(({ name, role }) => !name || !/^(img|image|group)$/.test(role))).toEqual([]);
  expect(await withoutTable(page)).toEqual([]);
  const { unnamed, entered } = await walkByKeyboard(page);
  expect(unnamed).toEqual([]);
  // every picture with points has been entered, by one stop, and each point says something of its own
  const groups = pictures.filter(({ stops }) => stops > 0);
  expect(entered.map(({ group }) => group)).toEqual(groups.map(({ name }) => name));
  expect(entered.map(({ words }) => words.length)).toEqual(groups.map(({ stops }) => stops));
  for (const { words } of entered) expect(new Set(words.filter(Boolean)).size).toBe(words.length);
  expect(errors).toEqual([]);
  return { pictures, entered };
}

async function viewOf(page: Page, aboutMember: boolean): Promise<string> {
  const { comparableTemplates } = await ask<{
    comparableTemplates: { id: string; aboutMember: boolean; periods: string[] }[];
  }>(page, "{ comparableTemplates { id aboutMember periods } }");
  const template = comparableTemplates.find((one) => one.aboutMember === aboutMember && one.periods.length > 0);
  if (!template) throw new Error("nothing to compare");
  return `/sammenlign?punkt=${template.id}&periode=${template.periods[aboutMember ? 0 : 1] ?? template.periods[0]}`;
}

it("leads through the pictures of a comparison by keyboard, and says each by name: a duty on the map and over time", async () => {
  const page = await people.of(app, "national-admin", DESK);
  await open(page, "/");
  const { entered } = await walked(page, await viewOf(page, false));
  expect(entered).toHaveLength(2);
  const [map, time] = entered;
  expect(map!.words).toHaveLength(15);
  expect(map!.words[0]).toMatch(/^Finnmark/);
  expect(time!.words[0]).toMatch(/^Alle/);
});

it("… and persons over time and in the funnel, where what is hidden is said and never a number", async () => {
  const page = await people.of(app, "national-admin", DESK);
  await open(page, "/");
  const { entered } = await walked(page, await viewOf(page, true));
  expect(entered).toHaveLength(2);
  expect(entered[0]!.words.some((word) => word.includes("skjult"))).toBe(true);
  expect(entered[1]!.words.every((word) => /: \d+ av \d+ i tide, /.test(word))).toBe(true);
});

it.each([
  ["national-admin", "/"],
  ["region-ost", "/"],
  ["national-admin", "/sammenlign?mal=kjerne"],
  ["asker-board", "/laget"],
  ["asker-board", "/medlemmer/tall"],
])("says every picture of %s's %s", async (seatKey, path) => {
  const page = await people.of(app, seatKey, DESK);
  await walked(page, path);
});
