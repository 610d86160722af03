import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp } from "../../server/src/testkit/browser.js";
import { axeInBothSchemes } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

it("takes two for a national seat: one invites, another approves, and then it is sent", async () => {
  const nora = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(nora);
  await open(nora, "/lag/nasjonalt");
  await nora.getByRole("button", { name: "Inviter" }).first().click();
  const dialog = nora.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Navn" }).fill("Tuva Nygård");
  await dialog.getByRole("textbox", { name: /E-post/ }).fill("tuva.nygard@mhu.example");
  await dialog
    .getByRole("button", { name: /[Ii]nvit/ })
    .last()
    .click();
  await nora
    .getByText("Invitasjonen til Tuva Nygård sendes når en annen nasjonal administrator har godkjent den.")
    .waitFor();
  await nora.getByText("Venter på godkjenning").waitFor();
  expect(await nora.getByRole("button", { name: "Godkjenn invitasjonen til Tuva Nygård" }).count()).toBe(0);
  await shot(nora, "waits");

  const henrik = await people.of(app, "national-admin-2", PHONE);
  await open(henrik, "/lag/nasjonalt");
  expect(await axeInBothSchemes(henrik, "who sits nationally")).toEqual([]);
  await shot(henrik, "to-approve");
  await henrik.getByRole("button", { name: "Godkjenn invitasjonen til Tuva Nygård" }).click();
  await shot(henrik, "approving");
  await henrik.getByRole("dialog").getByRole("button", { name: "Godkjenn", exact: true }).click();
  await henrik.getByText("Invitasjonen til Tuva Nygård er på vei.").waitFor();
  await henrik.getByText("Invitert", { exact: true }).waitFor();
  expect(errors).toEqual([]);
});

it("lets another on the board say that the leader was elected again, and then the seat goes on", async () => {
  const leader = await people.of(app, "asker-leader", DESK);
  const BOARD = `{ viewer { account { name } seat { id chapterId } } }`;
  type Board = { viewer: { account: { name: string }; seat: { id: string; chapterId: string } } };
  const { viewer } = await ask<Board>(leader, BOARD);
  // as last year's leader, whose seat runs out before the new ones do
  await app.sql("update app.seat set valid_to = authz.today() + 60 where id = $1", [viewer.seat.id]);
  const id = crypto.randomUUID();
  const input = {
    key: crypto.randomUUID(),
    id,
    chapterId: viewer.seat.chapterId,
    heldOn: new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10),
    list: `${viewer.account.name};leder;leder@lag.example`,
    ends: [],
    gives: [],
  };
  await ask(leader, "mutation ($input: SaveHandoverInput!) { saveHandover(input: $input) { problems { message } } }", {
    input,
  });
  await open(leader, "/styret/overlevering");
  const steps = ["Når er årsmøtet?", "Hvem er det nye styret?", "Hvem går av, og når?", "Hva skal de nye begynne med?"];
  for (const title of steps) {
    await leader.getByRole("heading", { name: title }).waitFor();
    await leader.getByRole("button", { name: "Videre", exact: true }).click();
  }
  await leader.getByText(`${viewer.account.name} fortsetter i vervet når en annen`).waitFor();
  await shot(leader, "elected-again");
  await leader.getByRole("button", { name: "Gjør overleveringen" }).click();
  await leader.getByText("venter på at en annen bekrefter det").waitFor();
  await shot(leader, "elected-again-done");

  const board = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(board);
  await open(board, "/styret");
  await shot(board, "to-confirm");
  expect(await axeInBothSchemes(board, "the board with one to confirm")).toEqual([]);
  await board.getByRole("button", { name: `Bekreft at ${viewer.account.name} er gjenvalgt` }).click();
  await shot(board, "confirming");
  await board.getByRole("dialog").getByRole("button", { name: "Bekreft", exact: true }).click();
  await board.getByText(`${viewer.account.name} fortsetter i vervet.`).waitFor();
  await expect.poll(() => board.getByText("venter på bekreftelse").count()).toBe(0);
  expect(errors).toEqual([]);
});
