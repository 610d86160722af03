import chromium from "@sparticuz/chromium";
import { randomUUID } from "node:crypto";
import { type Browser, type BrowserContext, chromium as playwright, type Page } from "playwright-core";
import { staticFloor } from "./phone-floor.js";
import { CLOCK, type Clock } from "./phone-clock.js";

/** A phone of some years on a bus: a quarter of this machine's speed, 1.6 Mbit/s, 150 ms. */
const CPU = 4;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 1_600_000 / 8,
} as const;
const SCREEN = { width: 390, height: 844 } as const;
const ROUNDS = 3;
const SEAT = "asker-leader";

/** Seconds until a task of the list stands on the screen; milliseconds from a tap until the screen answers it. */
export type PhoneFigures = {
  firstVisitSeconds: number;
  repeatVisitSeconds: number;
  floorVisitSeconds: number;
  floorRepeatSeconds: number;
  /** the slowest of the taps */
  tapMilliseconds: number;
  /** each tap by itself, for whoever looks for the slow one */
  taps: Record<string, number>;
  /** how much of the page moved by itself while it came, 0 for nothing */
  layoutShift: number;
};

type Round = Omit<PhoneFigures, "tapMilliseconds">;

declare global {
  var vardeClock: Clock;
}

const SIGN_IN = "mutation ($input: SignInAsDemoInput!) { signInAsDemo(input: $input) { viewer { account { id } } } }";

async function signIn(url: string, context: BrowserContext): Promise<void> {
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: SIGN_IN, variables: { input: { key: randomUUID(), seatKey: SEAT } } }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  const session = cookies.find((cookie) => cookie.startsWith("__Host-s="));
  if (!session) throw new Error(`nobody has the seat ${SEAT}`);
  const [name = "", value = ""] = session.split("=");
  await context.addCookies([
    { name, value, url: url.replace("http:", "https:"), secure: true, httpOnly: true, sameSite: "Lax" },
  ]);
}

async function slowPhone(browser: Browser, baseURL: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL,
    viewport: SCREEN,
    locale: "nb-NO",
    timezoneId: "Europe/Oslo",
    hasTouch: true,
    isMobile: true,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.addInitScript(CLOCK);
  const debug = await context.newCDPSession(page);
  await debug.send("Network.enable");
  await debug.send("Network.emulateNetworkConditions", NETWORK);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  return { context, page };
}

async function visit(page: Page): Promise<number> {
  await page.goto("/");
  await page.waitForFunction(() => globalThis.vardeClock.shown !== null);
  return (await page.evaluate(() => globalThis.vardeClock.shown ?? 0)) / 1000;
}

/** Milliseconds from the finger to the first frame that shows something else. */
async function tap(page: Page, selector: string): Promise<number> {
  const target = page.locator(selector).first();
  await target.scrollIntoViewIfNeeded();
  await page.evaluate(() => globalThis.vardeClock.listen());
  await target.tap();
  await page.waitForFunction(() => globalThis.vardeClock.answered !== null);
  return page.evaluate(() => globalThis.vardeClock.answered ?? 0);
}

const quiet = async (page: Page): Promise<void> => {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => globalThis.vardeClock.whole());
};

/** What a board does all day: opens a task, ticks a step, says how it went, goes to another page. */
async function taps(page: Page): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  const touch = async (name: string, selector: string): Promise<void> => {
    await quiet(page);
    found[name] = await tap(page, selector);
  };
  await touch("open", 'main a[href^="/oppgaver/"]');
  await page.waitForURL(/\/oppgaver\/./);
  await touch("tick", "main input[type=checkbox] + label");
  await touch("outcome", "main input[type=radio] ~ label");
  // a task has its own dock in the place of the bar
  await visit(page);
  for (const path of ["/oppgaver", "/medlemmer", "/aret", "/mer", "/"]) await touch(path, `nav a[href="${path}"]`);
  return found;
}

async function round(browser: Browser, url: string): Promise<Round> {
  const { context, page } = await slowPhone(browser, url);
  try {
    await signIn(url, context);
    const firstVisitSeconds = await visit(page);
    const layoutShift = await page.evaluate(() => globalThis.vardeClock.shift);
    await quiet(page);
    const repeatVisitSeconds = await visit(page);
    await quiet(page);
    const floor = await staticFloor(url, await page.content());
    try {
      const least = await slowPhone(browser, floor.url);
      const floorVisitSeconds = await visit(least.page);
      const floorRepeatSeconds = await visit(least.page);
      await least.context.close();
      return {
        firstVisitSeconds,
        repeatVisitSeconds,
        floorVisitSeconds,
        floorRepeatSeconds,
        layoutShift,
        taps: await taps(page),
      };
    } finally {
      await floor.stop();
    }
  } finally {
    await context.close();
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Measures a chapter leader's phone against the demo at `url`; the middle of three rounds counts, each a new phone. */
export async function measurePhone(url: string, signal: AbortSignal): Promise<PhoneFigures> {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    headless: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  try {
    const rounds: Round[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      signal.throwIfAborted();
      rounds.push(await round(browser, url));
    }
    const middle = (of: (one: Round) => number): number => median(rounds.map(of));
    const names = Object.keys(rounds[0]?.taps ?? {});
    const each = Object.fromEntries(names.map((name) => [name, middle((one) => one.taps[name] ?? Number.NaN)]));
    return {
      firstVisitSeconds: middle((one) => one.firstVisitSeconds),
      repeatVisitSeconds: middle((one) => one.repeatVisitSeconds),
      floorVisitSeconds: middle((one) => one.floorVisitSeconds),
      floorRepeatSeconds: middle((one) => one.floorRepeatSeconds),
      layoutShift: middle((one) => one.layoutShift),
      tapMilliseconds: Math.max(...Object.values(each)),
      taps: each,
    };
  } finally {
    await browser.close();
  }
}
