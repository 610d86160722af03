import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp } from "../../server/src/testkit/browser.js";
import { ask, open, PHONE, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

it("the whole safe frame is one tap away, and so is the way back", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const { touchpoints } = await ask<{ touchpoints: { nodes: { id: string; templateKey: string }[] } }>(
    page,
    "query { touchpoints(first: 100) { nodes { id templateKey } } }",
  );
  await open(page, `/oppgaver/${touchpoints.nodes.find((task) => task.templateKey === "ip-02")!.id}`);
  await page.getByRole("button", { name: "Trygg ramme" }).click();
  const frame = page.getByRole("dialog");
  const said = await frame.innerText();
  for (const text of [
    "spørre rett ut",
    "ikke råd om diagnose eller medisin",
    "Skriv ingenting om hendelsen",
    "fadderen din",
  ]) {
    expect(said).toContain(text);
  }
  for (const number of ["113", "116117", "116123", "116111"]) {
    expect(await frame.locator(`a[href="tel:${number}"]`).count()).toBe(1);
  }
  const back = frame.getByRole("button", { name: /^Tilbake til/ });
  // longer than the screen, and still in sight without scrolling once the sheet has come up
  const bottom = async () => {
    const box = await back.boundingBox();
    return box!.y + box!.height;
  };
  await expect.poll(bottom).toBeLessThanOrEqual(844);
  await back.click();
  await frame.waitFor({ state: "hidden" });
});
