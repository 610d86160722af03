import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { osloDate } from "@varde/domain";
import type { BrowserApp, BrowserContext, Page, Request } from "../../server/src/testkit/browser.js";

const [year, month] = osloDate(new Date()).split("-").map(Number) as [number, number, number];
/** The year it is in Oslo, wherever and at whatever hour this runs; and the one that the next core package is meant for. */
export const THIS_YEAR = year;
export const CORE_YEAR = month < 8 ? year : year + 1;
export const PHONE = [390, 844] as const;
export const DESK = [1280, 800] as const;

/** A phone or a desk of somebody's own, signed in as the demo person of this seat key. */
export async function person(app: BrowserApp, seatKey: string, [width, height]: readonly [number, number]) {
  const visitor = await app.visitor(width, height);
  visitor.setDefaultTimeout(15_000);
  const page = await visitor.newPage();
  listenForAnswers(page);
  await enter(page, seatKey);
  return { visitor, page };
}

/** Signs the browser of this page in; the page stays on the sign-in until it goes somewhere. */
export async function enter(page: Page, seatKey: string): Promise<void> {
  await page.goto("/logg-inn");
  const answer = await ask<{ signInAsDemo: { viewer: object | null } }>(
    page,
    "mutation ($input: SignInAsDemoInput!) { signInAsDemo(input: $input) { viewer { account { id } } } }",
    { input: { key: randomUUID(), seatKey } },
  );
  if (!answer.signInAsDemo.viewer) throw new Error(`nobody has the seat ${seatKey}`);
}

/** Asks the API with the cookies of this page's browser. */
export async function ask<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  const answer = await page.evaluate(async (body) => {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    return (await response.json()) as unknown;
  }, JSON.stringify({ query, variables }));
  const { data, errors } = answer as { data?: Data; errors?: unknown };
  if (!data || errors) throw new Error(`the API answered ${JSON.stringify(answer)}`);
  return data;
}

const LONGEST_ANSWER_MS = 5_000;
const waiting = new WeakMap<Page, Set<Request>>();

/** Keeps account of the questions of this page that the API has not answered yet, and of its scripts on their way. */
function listenForAnswers(page: Page): void {
  const asked = new Set<Request>();
  waiting.set(page, asked);
  page.on("request", (request) => {
    const isQuestion = request.method() === "POST" && new URL(request.url()).pathname === "/graphql";
    if (isQuestion || request.resourceType() === "script") asked.add(request);
  });
  page.on("requestfinished", (request) => asked.delete(request));
  page.on("requestfailed", (request) => asked.delete(request));
}

/**
 * The page has got what it asked for: its heading stands, and nothing is on its way. A list keeps its old rows while
 * the next are fetched, so that the skeletons alone do not tell; an answer that a test holds back is not waited for.
 */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  const longest = Date.now() + LONGEST_ANSWER_MS;
  do {
    await page.evaluate(drawn);
    await page.waitForFunction(() => !document.querySelector(".v-skeleton"));
  } while (Date.now() < longest && waiting.get(page)?.size);
  await page.evaluate(drawn);
  await page.locator("h1").first().waitFor();
}

/**
 * Goes on within the app as a link does, without loading it anew, and waits until the page is whole. The page before
 * stands until the next has come: its heading is marked, and has to go; unless both are `ofOneKind`, and share it.
 */
export async function follow(page: Page, path: string, ofOneKind = false): Promise<void> {
  await page.evaluate((to) => {
    for (const heading of document.querySelectorAll("h1")) heading.dataset["left"] = "";
    history.pushState({ key: String(performance.now()) }, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  }, path);
  if (!ofOneKind) await page.waitForFunction(() => document.querySelector("h1:not([data-left])"));
  await page.evaluate(drawn);
  await settled(page);
}

/** Runs in the page: what has changed is on the screen; a page that gets no frames does not wait for them. */
const drawn = () =>
  new Promise<void>((done) => {
    setTimeout(done, 200);
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
  });

/** Goes to a page of the app and waits until it is whole. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** What a page should never say: errors of scripts, and what the content security policy or Trusted Types stopped. */
export function listenForErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(`${new URL(page.url()).pathname}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${new URL(page.url()).pathname}: ${message.text()}`);
  });
  return errors;
}

/** A picture on the way, only when `VARDE_SHOTS` names a folder. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env["VARDE_SHOTS"];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, animations: "disabled" });
}

/** Closes what a test opened. */
export function visitors() {
  const opened: BrowserContext[] = [];
  return {
    async of(app: BrowserApp, seatKey: string, size: readonly [number, number]): Promise<Page> {
      const { visitor, page } = await person(app, seatKey, size);
      opened.push(visitor);
      return page;
    },
    async close(): Promise<void> {
      for (const visitor of opened.splice(0)) await visitor.close();
    },
  };
}
