import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp } from "../../server/src/testkit/browser.js";
import { duty, rolledOut, started } from "./duties.js";
import { axeFindings, overflowing, pageFaults } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const NAME = "Spillkveld";
const DEFINITION = duty(NAME, {
  schedule: { opensAfterDays: 0, dueAfterDays: 20, missAfterDays: 14, lateAllowed: true },
  steps: [
    { key: "date", text: { nb: "Sett dato" } },
    { key: "invite", text: { nb: "Inviter alle" } },
  ],
  messages: [
    { key: "sms", channel: "SMS", title: { nb: "Invitasjon" }, body: { nb: "Hei, og velkommen!" }, locked: false },
    { key: "held", channel: "SMS", title: { nb: "Takk" }, body: { nb: "Takk for sist" }, locked: true },
  ],
});

it("a board writes its own words, sees them on its task, proposes them, and is named in the notes of the next version", async () => {
  const templateId = await rolledOut(app, DEFINITION);
  const board = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(board);
  const task = await started(board, templateId);

  await open(board, `/oppgaver/${task}`);
  await board.getByRole("link", { name: "Tilpass for laget vårt" }).click();
  await board.waitForURL("**/oppgaver/tilpass/**");
  await settled(board);
  expect(await board.getByText("Nasjonalt vil at denne skal være lik i alle lag.").isVisible()).toBe(true);
  await shot(board, "adapt-empty");
  await board.getByRole("textbox", { name: "Steg 1", exact: true }).fill("Avtal dato med skolen");
  await board.getByText("Utelat steg 2 hos oss").click();
  await board.getByRole("button", { name: "Legg til eget steg" }).click();
  await board.getByRole("textbox", { name: "Eget steg 1" }).fill("Bestill pizza");
  await board.getByRole("textbox", { name: "Tekst", exact: true }).fill("Hei, og velkommen til oss!");
  await board.getByRole("textbox", { name: /^Dager før den felles fristen/ }).fill("7");
  await board.getByRole("list", { name: "Steg" }).getByText("Bestill pizza").waitFor();
  await board.getByRole("button", { name: "Lagre", exact: true }).click();
  await board.getByText("Lagret. Laget ser det nå på oppgavene.").waitFor();
  await shot(board, "adapt-saved");
  const path = new URL(board.url()).pathname;
  for (const look of [pageFaults, overflowing, axeFindings]) expect(await look(board, path)).toEqual([]);

  await open(board, `/oppgaver/${task}`);
  await board.getByText("Tilpasset av laget").waitFor();
  expect(await board.locator(".v-steps").getByText("Inviter alle").count()).toBe(0);
  await board.getByText("Bestill pizza").click();
  await board.getByText("1 av 2").waitFor();
  await board
    .getByText(/Egen frist/)
    .first()
    .waitFor();
  await shot(board, "adapt-task");

  await open(board, path);
  await board.getByRole("button", { name: "Foreslå for nasjonalt" }).click();
  await board.getByRole("textbox", { name: /^Hvorfor er dette bedre/ }).fill("Flere kommer når skolen er med.");
  await board.getByRole("button", { name: "Send forslaget" }).click();
  await board.getByText("Venter på svar").waitFor();

  const editor = await people.of(app, "national-editor", DESK);
  errors.push(...listenForErrors(editor));
  await open(editor, `/punkter/${templateId}`);
  await editor.getByRole("link", { name: "Les forslagene" }).click();
  await editor.waitForURL("**/forslag");
  await settled(editor);
  await editor.getByText("Flere kommer når skolen er med.").waitFor();
  await shot(editor, "proposal");
  for (const look of [pageFaults, overflowing, axeFindings])
    expect(await look(editor, new URL(editor.url()).pathname)).toEqual([]);
  await editor.getByText("Uten steget: Inviter alle").click();
  await editor.getByRole("button", { name: "Ta med i utkastet" }).click();
  await editor.getByText(/^Tatt med\./).waitFor();
  await shot(editor, "proposal-taken");
  type Draft = { template: { draft: { notes: string; definition: { steps: { text: { nb: string } }[] } } } };
  const { template } = await ask<Draft>(
    editor,
    `query ($id: ID!) { template(id: $id) { draft { notes definition { steps { text { nb } } } } } }`,
    { id: templateId },
  );
  expect(template.draft.definition.steps.map(({ text }) => text.nb)).toEqual([
    "Avtal dato med skolen",
    "Inviter alle",
    "Bestill pizza",
  ]);
  expect(template.draft.notes).toMatch(/^Fra .*Asker.*: /);

  // the board is told, once
  await open(board, "/");
  const notice = board.getByText(`Nasjonalt tok inn forslaget deres til «${NAME}»`);
  await notice.waitFor();
  await shot(board, "proposal-notice");
  await board.getByRole("button", { name: "Sett", exact: true }).click();
  await notice.waitFor({ state: "detached" });
  expect(errors).toEqual([]);
}, 120_000);

it("national's no comes with its reason, and the list says how things stand", async () => {
  const templateId = await rolledOut(app, { ...DEFINITION, name: { nb: "Filmkveld" } });
  const board = await people.of(app, "asker-leader", PHONE);
  await open(board, `/oppgaver/tilpass/${templateId}`);
  await board.getByRole("textbox", { name: "Steg 1", exact: true }).fill("Ring 13097248022");
  await board.getByRole("button", { name: "Lagre", exact: true }).click();
  await board.getByText("Her står et fødselsnummer. Ta det bort.").waitFor();
  await board.getByRole("textbox", { name: "Steg 1", exact: true }).fill("Velg film");
  await board.getByRole("button", { name: "Lagre", exact: true }).click();
  await board.getByText("Lagret. Laget ser det nå på oppgavene.").waitFor();
  await board.getByRole("button", { name: "Foreslå for nasjonalt" }).click();
  await board.getByRole("button", { name: "Send forslaget" }).click();
  await board.getByText("Venter på svar").waitFor();

  const editor = await people.of(app, "national-editor", DESK);
  await open(editor, `/punkter/${templateId}/forslag`);
  await editor.getByRole("button", { name: "Takk nei" }).click();
  await editor.getByRole("textbox", { name: /^Hvorfor/ }).fill("Passer best hos dere.");
  await editor.getByRole("button", { name: "Send svaret" }).click();
  await editor.getByText("Svaret: Passer best hos dere.").waitFor();

  await open(board, `/oppgaver/tilpass/${templateId}`);
  await board.getByText("Svar fra nasjonalt: Passer best hos dere.").waitFor();
  await open(board, "/oppgaver/tilpass");
  const row = board.getByRole("link", { name: /Filmkveld/ });
  expect(await row.innerText()).toContain("Tilpasset av laget");
  for (const look of [pageFaults, overflowing, axeFindings]) expect(await look(board, "/oppgaver/tilpass")).toEqual([]);
  await shot(board, "adapt-list");
}, 120_000);
