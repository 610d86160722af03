import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

/** The browser of every test. */
export const launchBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    // the package's own flags are for one page in a small container: in a single process, closing a visitor ends it all
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    headless: true,
    // the run's own signal handling ends the browser with everything else
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });

let shared: Promise<Browser> | null = null;

/** The browser of this worker's test files, one after the other; it ends with the worker, whose pipe it hangs on. */
export const sharedBrowser = async (): Promise<Browser> => {
  if (shared && !(await shared).isConnected()) shared = null;
  shared ??= launchBrowser();
  return shared;
};

/** Whatever a test file left open in it. */
export const closeVisitors = async (browser: Browser): Promise<void> => {
  for (const context of browser.contexts()) await context.close();
};
