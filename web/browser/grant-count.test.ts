import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeInBothSchemes, overflowing } from "./inspect.js";
import { DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const fine = async (page: Page, name: string): Promise<void> => {
  await shot(page, name);
  expect(await axeInBothSchemes(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};

it("shows a board who counts, has what is missing written in for several, and national set the rules", async () => {
  const board = await people.of(app, "asker-leader", PHONE);
  const errors = listenForErrors(board);
  await open(board, "/medlemmer");
  await board.getByRole("link", { name: "Hvem teller?" }).click();
  await board.waitForURL("**/medlemmer/telling");
  await settled(board);
  await board.getByRole("heading", { name: "Slik er det regnet" }).waitFor();
  await fine(board, "grant-count-phone");
  await board.getByRole("button", { name: "Skriv inn", exact: true }).click();
  await board.getByText("Velg minst ett medlem først.").waitFor();
  const lacking = board.locator(".v-count__member");
  const before = await lacking.count();
  const one = board.locator(".v-count__member").filter({ hasText: "mangler beløp" }).first();
  await one.locator("label").click();
  await board.getByLabel("Beløp i kroner").fill("60");
  await board.getByRole("radio", { name: "De betalte selv" }).click();
  await board.getByRole("button", { name: "Skriv inn for ett medlem" }).click();
  await board.getByText("Skrevet inn for ett medlem.").waitFor();
  await expect.poll(() => lacking.count()).toBe(before - 1);
  expect(errors).toEqual([]);

  const admin = await people.of(app, "national-admin", DESK);
  await open(admin, "/innstillinger/tilskudd");
  await admin.getByText("Ingen har sjekket om reglene stemmer", { exact: false }).waitFor();
  await fine(admin, "grant-settings-desk");
  await admin.getByRole("button", { name: "Lagre reglene" }).click();
  await admin.getByText(/^Sist lest /).waitFor();
  await admin.getByRole("button", { name: "Legg til medlemstype" }).click();
  await admin.getByRole("dialog").getByLabel("Navn", { exact: true }).fill("Æresmedlem");
  await admin.getByRole("dialog").getByText("Gir stemmerett").click();
  await admin.getByRole("dialog").getByRole("button", { name: "Lagre" }).click();
  await admin.getByText("gir ikke stemmerett").waitFor();
});
