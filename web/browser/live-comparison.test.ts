import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp } from "../../server/src/testkit/browser.js";
import { duty, rolledOut, started } from "./duties.js";
import { ask, listenForErrors, open, PHONE, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

it("shows a report in the comparison as it is sent, where the reader is, and does not ask in a storm", async () => {
  const template = await rolledOut(app, duty("Ryddedugnad"));
  const board = await people.of(app, "asker-board", PHONE);
  await open(board, "/");
  const ids: string[] = [];
  for (let i = 0; i < 7; i++) ids.push(await started(board, template));
  const region = await people.of(app, "region-ost", [1280, 500]);
  const errors = listenForErrors(region);
  const asked: string[] = [];
  region.on("request", (request) => {
    if (request.url().endsWith("/graphql")) asked.push(request.postData() ?? "");
  });
  await open(region, `/sammenlign?punkt=${template}`);
  const row = region.getByRole("row").filter({ hasText: "Asker" });
  const link = row.getByRole("link");
  await link.scrollIntoViewIfNeeded();
  await region.evaluate(() => scrollBy(0, 40));
  await link.focus();
  const scrolled = await region.evaluate(() => scrollY);
  const before = asked.length;
  const report = (id: string | undefined) =>
    ask(board, "mutation ($input: SubmitReportInput!) { submitReport(input: $input) { problems { code } } }", {
      input: { key: randomUUID(), id, rev: 1, answers: [{ field: "done", yesNo: true }] },
    });
  await report(ids[0]);
  // two seconds at most until it is told, and a busy machine's time to ask and draw
  await row.getByText(/^1\sav\s1$/).waitFor({ timeout: 6_000 });
  expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await region.evaluate(() => scrollY)).toBe(scrolled);
  await shot(region, "live-comparison");

  for (const id of ids.slice(1, 6)) await report(id);
  await row.getByText(/^6\sav\s6$/).waitFor({ timeout: 10_000 });
  expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
  // six reports, and the page's two questions at most once for each word from the server
  expect(asked.length - before).toBeLessThanOrEqual(10);

  await open(region, "/sammenlign?mal=kjerne");
  await region.locator(".v-core-table__cell").first().waitFor();
  expect(errors).toEqual([]);

  // what cannot be fetched leaves the numbers standing, and says so
  await open(region, `/sammenlign?punkt=${template}`);
  await row.getByText(/^6\sav\s6$/).waitFor();
  await region.route("**/graphql", (route) => route.fulfill({ status: 503 }));
  await report(ids[6]);
  const said = region.getByText("Nye tall kom ikke fram. Her står de som kom sist.");
  await said.waitFor();
  expect(await row.getByText(/^6\sav\s6$/).isVisible()).toBe(true);
  await shot(region, "live-comparison-old");
  await region.unroute("**/graphql");
  await region.getByRole("button", { name: "Prøv igjen" }).click();
  await row.getByText(/^7\sav\s7$/).waitFor();
  expect(await said.count()).toBe(0);
});
