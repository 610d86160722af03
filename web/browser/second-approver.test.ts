import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp } from "../../server/src/testkit/browser.js";
import { axeInBothSchemes } from "./inspect.js";
import { DESK, listenForErrors, open, PHONE, shot, visitors } from "./people.js";

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
