import { afterAll, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp } from "../../server/src/testkit/browser.js";

let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp();
});
afterAll(() => app?.close());

it.each([
  [390, 844],
  [1280, 800],
])("opens at %d x %d under the strict content security policy, without an error", async (width, height) => {
  const visitor = await app.visitor(width, height);
  const page = await visitor.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto("/");
  await page.getByRole("main").waitFor();
  expect(errors).toEqual([]);
  await visitor.close();
});
