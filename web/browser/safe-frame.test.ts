import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeInBothSchemes, overflowing } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

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

it("closes members to a board without papers, says kindly what to do, and opens when both are there", async () => {
  const admin = await people.of(app, "national-admin", DESK);
  const board = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(board);
  const fine = async (page: Page, name: string): Promise<void> => {
    await settled(page);
    await shot(page, name);
    expect(await axeInBothSchemes(page, name)).toEqual([]);
    expect(await overflowing(page, name)).toEqual([]);
  };
  await open(admin, "/trygge-folk");
  await admin.getByText("Krev politiattest og taushetserklæring", { exact: true }).click();
  await admin.getByRole("button", { name: "Lagre", exact: true }).click();
  await admin.getByRole("heading", { name: "Hvem som mangler noe" }).waitFor();
  await fine(admin, "safe-people-national");

  await open(board, "/");
  await board.getByText("Du ser ikke medlemmer før papirene dine er i orden.").waitFor();
  await fine(board, "safe-people-today");
  await open(board, "/oppgaver");
  expect(await board.getByRole("alert").count()).toBe(0);
  await board.getByRole("link", { name: "Se hva som mangler" }).click();
  await board.getByText("Vis attesten til lederen i laget").waitFor();
  await fine(board, "safe-people-own");
  await board.getByRole("button", { name: "Jeg har lest dette og lover det" }).click();
  await board.getByText(/^Taushet lovet/).waitFor();

  await open(admin, "/lag");
  await admin
    .getByRole("link", { name: /MHU Asker/ })
    .first()
    .click();
  const row = admin.getByRole("listitem").filter({ hasText: "Mangler attest" }).filter({ hasText: "Jonas Eide" });
  await row.getByRole("button", { name: "Før attest for Jonas Eide" }).click();
  await admin.getByRole("button", { name: "Jeg har sett den" }).click();
  await admin.getByText("Attesten til Jonas Eide er ført.").waitFor();
  await fine(admin, "safe-people-chapter");

  await open(board, "/medlemmer");
  await board.getByRole("heading", { level: 1 }).waitFor();
  expect(await board.getByText("papirene dine").count()).toBe(0);
  expect(errors).toEqual([]);
});
