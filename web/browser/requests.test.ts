import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { duty, rolledOut, started } from "./duties.js";
import { axeFindings, overflowing } from "./inspect.js";
import { DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

const TABLET = [820, 1180] as const;
let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const fine = async (page: Page, name: string): Promise<void> => {
  await shot(page, name);
  expect(await axeFindings(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};

it("takes a board's question from its phone to the coordinator and the answer back, and lets the answer be taken back", async () => {
  const templateId = await rolledOut(app, duty("Hyttetur"));
  const board = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(board);
  const id = await started(board, templateId);
  await open(board, `/oppgaver/${id}`);
  await board.getByRole("button", { name: "Passer ikke her?" }).click();
  const asking = board.getByRole("dialog");
  await asking.getByText("Noe annet").click();
  await asking.getByLabel("Hva gjelder det?").fill("Vi har ikke råd til hytte i år.");
  await fine(board, "requests-ask");
  await asking.getByRole("button", { name: "Spør koordinatoren" }).click();
  await board.getByText("Venter på svar").waitFor();
  await fine(board, "requests-board-waits");

  const coordinator = await people.of(app, "region-ost", TABLET);
  errors.push(...listenForErrors(coordinator));
  await open(coordinator, "/");
  await coordinator.getByRole("link", { name: "Svar lagene" }).click();
  await settled(coordinator);
  const card = coordinator.getByRole("article").filter({ hasText: "Hyttetur · MHU Asker" });
  await card.getByText("Vi har ikke råd til hytte i år.").waitFor();
  await fine(coordinator, "requests-coordinator");
  await card.getByRole("radio", { name: "Takk for at dere sa fra." }).check();
  await card.getByRole("button", { name: "Ja, den faller bort" }).click();
  await coordinator.getByText("Laget har fått et ja.").waitFor();

  await open(board, `/oppgaver/${id}`);
  await board.getByText("Oppgaven er satt til ikke aktuell.").waitFor();
  await board.getByText("Takk for at dere sa fra.").waitFor();
  await fine(board, "requests-board-answered");

  await open(coordinator, "/onsker?vis=besvart");
  const answered = coordinator.getByRole("article").filter({ hasText: "Hyttetur · MHU Asker" });
  await answered.getByRole("button", { name: "Ta svaret tilbake" }).click();
  await answered.waitFor({ state: "hidden" });
  await open(board, `/oppgaver/${id}`);
  await board.getByText("Venter på svar").waitFor();
  await board.getByRole("button", { name: "Trekk ønsket" }).click();
  await board.getByRole("button", { name: "Trenger dere mer tid?" }).waitFor();
  expect(errors).toEqual([]);
});

it("gives more time and sends a report back from the task itself, and the board corrects it", async () => {
  const templateId = await rolledOut(app, duty("Lotteri"));
  const board = await people.of(app, "asker-board", PHONE);
  const id = await started(board, templateId);
  const coordinator = await people.of(app, "region-ost", DESK);
  const errors = listenForErrors(coordinator);
  await open(coordinator, `/oppgaver/${id}`);
  await coordinator.getByRole("button", { name: "Gi mer tid" }).click();
  const dialog = coordinator.getByRole("dialog");
  await dialog.getByLabel("Hvorfor").fill("Styret er nytt. Ta dere tid.");
  await fine(coordinator, "requests-grant");
  await dialog.getByRole("button", { name: "Gi mer tid" }).click();
  await coordinator.getByText("Styret er nytt. Ta dere tid.").waitFor();

  await open(board, `/oppgaver/${id}/rapport`);
  await board.getByRole("radio", { name: "Ja", exact: true }).check();
  await board.getByRole("button", { name: "Send rapporten" }).click();
  await board.getByText("Angre").first().waitFor();

  await open(coordinator, `/oppgaver/${id}`);
  await coordinator.getByRole("button", { name: "Send tilbake" }).click();
  await dialog.getByLabel("Hva må rettes?").fill("Skriv også hvor mange lodd dere solgte.");
  await dialog.getByRole("button", { name: "Send tilbake" }).click();
  await coordinator.getByRole("heading", { name: "Sendt tilbake til styret" }).waitFor();
  await coordinator.emulateMedia({ colorScheme: "dark" });
  await fine(coordinator, "requests-returned-dark");

  await open(board, `/oppgaver/${id}/rapport?rett=1`);
  await board.getByText("Skriv også hvor mange lodd dere solgte.").waitFor();
  await fine(board, "requests-correct");
  await board.getByLabel("Hva vil dere si?").fill("Vi solgte 120.");
  await board.getByRole("button", { name: "Lagre rettelsen" }).click();
  await board.getByText("Rapporten er sendt tilbake").waitFor({ state: "hidden" });
  await board.getByText("Vi solgte 120.").waitFor();
  expect(errors).toEqual([]);
});
