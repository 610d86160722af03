import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const looksRight = async (page: Page, name: string): Promise<void> => {
  await shot(page, name);
  expect(await axeFindings(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};
const TITLE = "«Velkomstmelding» får dere til bedre enn de fleste";
const TEXT = "Vi skriver samme kveld, og den som skriver, er den som møter ved døra.";

it("asks the chapter that stands out, and what it answers stands on the template's page when national shows it", async () => {
  const board = await people.of(app, "tromso-leader", PHONE);
  const errors = listenForErrors(board);
  await open(board, "/");
  await board.getByRole("heading", { name: TITLE }).waitFor();
  await looksRight(board, "good-example-phone");
  const field = board.getByLabel("Hva gjør dere?");
  const share = board.getByRole("button", { name: "Del", exact: true });
  await field.fill("Vi ringer.");
  await share.click();
  await board.getByText("Skriv litt mer, så andre kan gjøre det samme.").waitFor();

  expect(errors).toEqual([]);
  await board.context().setOffline(true);
  await field.fill(TEXT);
  await board.getByText("Uten nett kan dette ikke sendes. Det dere skriver, blir på telefonen.").waitFor();
  expect(await share.getAttribute("aria-disabled")).toBe("true");
  await board.emulateMedia({ colorScheme: "dark" });
  await looksRight(board, "good-example-offline-dark");
  await board.context().setOffline(false);
  await open(board, "/");
  // without a network the browser complains of what it could not fetch
  errors.length = 0;
  // what was written is there still
  expect(await field.inputValue()).toBe(TEXT);

  // nobody else is asked, and those between do not know
  const sibling = await people.of(app, "asker-board", PHONE);
  await open(sibling, "/");
  expect(await sibling.getByText("bedre enn de fleste").count()).toBe(0);
  const editor = await people.of(app, "national-editor", DESK);
  await open(editor, "/punkter/slik-gjorde-vi-det");
  await editor.getByText("Velkomstmelding · MHU Tromsø").waitFor();
  await editor.getByText("Venter på laget").waitFor();

  await share.click();
  await board.getByText("Takk. Dere ser det under oppgaven, og får svar der.").waitFor();
  await looksRight(board, "good-example-thanks-dark");
  await open(board, "/");
  expect(await board.getByRole("heading", { name: TITLE }).count()).toBe(0);

  await open(editor, "/punkter/slik-gjorde-vi-det");
  await editor.getByText("Har svart").waitFor();
  const card = editor.locator("article", { hasText: TEXT }).first();
  await card.getByText("Skrevet fordi laget ble spurt").waitFor();
  await looksRight(editor, "good-examples-desk");
  await card.getByRole("button", { name: "Vis for alle lag" }).click();
  await editor.locator("article", { hasText: TEXT }).getByText("Vises for alle lag").waitFor();
  const { goodExamples } = await ask<{ goodExamples: { nodes: { templateId: string }[] } }>(
    editor,
    "{ goodExamples { nodes { templateId } } }",
  );
  await open(editor, `/punkter/${goodExamples.nodes[0]!.templateId}`);
  await editor.getByText(TEXT).waitFor();
  await looksRight(editor, "template-with-good-example");

  const { practices } = await ask<{ practices: { nodes: { text: string; askedByNumbersUntil: string | null }[] } }>(
    sibling,
    "{ practices { nodes { text askedByNumbersUntil } } }",
  );
  expect(practices.nodes).toContainEqual({ text: TEXT, askedByNumbersUntil: null });
  expect(practices.nodes.every(({ askedByNumbersUntil }) => askedByNumbersUntil === null)).toBe(true);
  expect(errors).toEqual([]);
});

it("is switched off by national, and on again", async () => {
  const admin = await people.of(app, "national-admin", PHONE);
  const errors = listenForErrors(admin);
  await open(admin, "/punkter/slik-gjorde-vi-det");
  await admin.getByRole("button", { name: "Slutt å spørre" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Slutt å spørre" }).click();
  await admin.getByText("Ingen lag blir spurt nå.").waitFor();
  await admin.emulateMedia({ colorScheme: "dark" });
  await looksRight(admin, "good-examples-off-phone-dark");
  await admin.getByRole("button", { name: "Spør lag som skiller seg ut" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Spør lag som skiller seg ut" }).click();
  await admin.getByRole("button", { name: "Slutt å spørre" }).waitFor();
  expect(errors).toEqual([]);
});
