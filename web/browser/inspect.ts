import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "../../server/src/testkit/browser.js";
import { follow, open } from "./people.js";

const serverRequire = createRequire(new URL("../../server/package.json", import.meta.url));
const axeSource = readFileSync(serverRequire.resolve("axe-core/axe.min.js"), "utf8");

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const LIBRARY_KEY = /(?<=\/bibliotek\/)[\w-]+$/;

const YEAR = /\/20\d\d(?=\/|$)/;

/** The page without what is particular: `/oppgaver/:id`. */
export const patternOf = (path: string): string =>
  (path.split("?")[0] ?? path).replace(ID, ":id").replace(LIBRARY_KEY, ":key").replace(YEAR, "/:year");

/** How many of one pattern are opened: tasks differ, about a member and a duty. */
const EACH = 2;

/** Opens the pages the links lead to, each pattern a few times, and gives each when it is whole; but for those that are `known`. */
export async function* walk(
  page: Page,
  from: readonly string[],
  known: (path: string) => boolean = () => false,
): AsyncGenerator<string> {
  const waiting = [...from];
  const seen = new Set(waiting);
  const count = new Map<string, number>();
  let before: string | null = null;
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const pattern = patternOf(path);
    const opened = count.get(pattern) ?? 0;
    if (opened >= EACH) continue;
    count.set(pattern, opened + 1);
    if (known(path)) continue;
    if (before === null) await open(page, path);
    else await follow(page, path, before === pattern);
    before = pattern;
    yield path;
    const links = await page.$$eval("a[href^='/']", (all) => all.map((link) => link.getAttribute("href") ?? ""));
    for (const link of links.filter((one) => !one.includes("#") && !seen.has(one))) {
      seen.add(link);
      waiting.push(link);
    }
  }
}

/** A page has one heading and a title, and says nothing that is only meant for us. */
export async function pageFaults(page: Page, path: string): Promise<string[]> {
  const { headings, title, text } = await page.evaluate(() => ({
    headings: document.querySelectorAll("h1").length,
    title: document.title,
    text: document.body.innerText,
  }));
  const faults: string[] = [];
  if (headings !== 1) faults.push(`${headings} h1`);
  if (!/^\S.* · Varde$/.test(title)) faults.push(`the title «${title}»`);
  const odd = /\bundefined\b|\bNaN\b|\[object |\{\{|\bInvalid Date\b|\b[a-z]+\.[a-z]+[A-Z][A-Za-z]+\b/.exec(text);
  if (odd) faults.push(`the text «${text.slice(Math.max(0, odd.index - 30), odd.index + 40)}»`);
  return faults.map((fault) => `${path}: ${fault}`);
}

const SIZES = [
  { width: 360, root: "" },
  { width: 390, root: "" },
  { width: 390, root: "200%" },
  { width: 1280, root: "" },
];

/** What sticks out at the sides: small and large phones, with letters twice the size, and the desk. */
export async function overflowing(page: Page, path: string): Promise<string[]> {
  const before = page.viewportSize();
  const faults: string[] = [];
  for (const { width, root } of SIZES) {
    await page.setViewportSize({ width, height: 844 });
    const out = await page.evaluate((size) => {
      const html = document.documentElement;
      html.style.fontSize = size;
      const limit = html.clientWidth;
      const wide = html.scrollWidth > limit || document.body.scrollWidth > limit;
      const culprit = wide
        ? [...document.querySelectorAll<HTMLElement>("body *")]
            .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > limit + 1)
            .slice(-4)
            .map((element) => {
              const right = Math.round(element.getBoundingClientRect().right);
              return `${element.tagName}.${element.getAttribute("class") ?? ""} to ${right}`;
            })
        : [];
      html.style.fontSize = "";
      return wide ? `${document.body.scrollWidth} > ${limit}: ${culprit.join(", ")}` : null;
    }, root);
    if (out) faults.push(`${path} at ${width}${root && ` and ${root}`}: ${out}`);
  }
  if (before) await page.setViewportSize(before);
  return faults;
}

/** What fades or moves in has come to its place. What never ends is not waited for, nor what stands still: a page behind another may get no frames. */
const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    const longest = new Promise((resolve) => {
      setTimeout(resolve, 2_000);
    });
    await Promise.race([Promise.allSettled(ending.map(({ finished }) => finished)), longest]);
  });

type Violation = {
  id: string;
  impact: string | null;
  nodes: { target: string[]; failureSummary?: string }[];
};

/** What axe finds, however slight; of all its rules, or of these. Given over the debugger: the page's own policy stays in force. */
export async function axeFindings(page: Page, path: string, rules?: readonly string[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  // read once a page: half a megabyte
  const { result: there } = await session.send("Runtime.evaluate", { expression: "typeof axe" });
  if (there.value !== "object") await session.send("Runtime.evaluate", { expression: `${axeSource};void 0` });
  await atRest(page);
  const { result } = await session.send("Runtime.evaluate", {
    expression: `axe.run(document, ${JSON.stringify({ resultTypes: ["violations"], ...(rules && { runOnly: rules }) })}).then(JSON.stringify)`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  const { violations } = JSON.parse(String(result.value)) as { violations: Violation[] };
  return violations.map(({ id, impact, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`);
    return `${path}: ${impact ?? ""} ${id}: ${where.join(" | ")}`;
  });
}

/** In light all rules, and in dark those that colours can break; in light alone where a page of the kind was read in the dark. */
export async function axeInBothSchemes(page: Page, path: string, lightAlone = false): Promise<string[]> {
  const light = await axeFindings(page, path);
  if (lightAlone) return light;
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axeFindings(page, `${path} in the dark`, ["color-contrast", "link-in-text-block"]);
  await page.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark];
}
