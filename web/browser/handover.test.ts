import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const fine = async (page: Page, name: string): Promise<void> => {
  await settled(page);
  await shot(page, name);
  expect(await axeFindings(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};
const step = async (page: Page, title: string): Promise<void> => {
  await page.getByRole("heading", { name: title }).waitFor();
};
const next = (page: Page, word = "Videre"): Promise<void> =>
  page.getByRole("button", { name: word, exact: true }).click();

it("hands a board over on a phone: prepared, resumed elsewhere, done, begun by the new, and taken back", async () => {
  const page = await people.of(app, "asker-leader", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/styret");
  await page.getByRole("link", { name: "Overlevering" }).click();
  await step(page, "Når er årsmøtet?");
  await fine(page, "handover-1-day");
  await next(page);
  await step(page, "Hvem er det nye styret?");
  await page
    .getByLabel("Navn, rolle og e-post")
    .fill("Iben Nyhus; leder; iben@lag.example\nkasserer; Bo Nyli; bo@lag.example\nAda; konge; ada@lag.example");
  await next(page, "Se over");
  await page.getByText("Rett linjene som er merket").waitFor();
  await fine(page, "handover-2-problem");
  await page
    .getByLabel("Navn, rolle og e-post")
    .fill("Iben Nyhus; leder; iben@lag.example\nkasserer; Bo Nyli; bo@lag.example");
  await next(page, "Se over");
  await page.getByText("Får en lenke").first().waitFor();
  await fine(page, "handover-2-list");
  await next(page);
  await step(page, "Hvem går av, og når?");
  await fine(page, "handover-3-ends");
  await next(page);
  await step(page, "Hva skal de nye begynne med?");
  await fine(page, "handover-4-tasks");
  await next(page);
  await step(page, "Se over");
  await fine(page, "handover-5-review");

  // half-way, on another screen: all of it is there
  await people.close();
  const desk = await people.of(app, "asker-leader", DESK);
  const deskErrors = listenForErrors(desk);
  await open(desk, "/styret/overlevering");
  await step(desk, "Når er årsmøtet?");
  await next(desk);
  await desk.getByText("Får en lenke").first().waitFor();
  await desk.emulateMedia({ colorScheme: "dark" });
  await fine(desk, "handover-2-dark");
  await next(desk);
  await step(desk, "Hvem går av, og når?");
  await fine(desk, "handover-3-dark");
  await desk.emulateMedia({ colorScheme: "light" });
  await next(desk);
  await step(desk, "Hva skal de nye begynne med?");
  expect(await desk.getByRole("checkbox", { checked: true }).count()).toBeGreaterThan(0);
  await next(desk);
  await next(desk, "Gjør overleveringen");
  await desk.getByRole("heading", { level: 1, name: "Overleveringen er gjort" }).waitFor();
  await fine(desk, "handover-6-done");
  const [file] = await Promise.all([
    desk.waitForEvent("download"),
    desk.getByRole("button", { name: "Last ned arket til møtemappa" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^overlevering-\d{4}-\d\d-\d\d\.pdf$/);

  // the new member opens the link and sees what to begin with
  const MAILS = "{ mailbox { nodes { to text } } }";
  type Mails = { mailbox: { nodes: { to: string; text: string }[] } };
  const mailOf = async () =>
    (await ask<Mails>(desk, MAILS)).mailbox.nodes.find((mail) => mail.to.includes("iben@lag.example"));
  await expect.poll(async () => (await mailOf()) !== undefined, { timeout: 20_000 }).toBe(true);
  const token = /invitasjon#([\w-]{43})/.exec((await mailOf())!.text)![1]!;
  const visitor = await app.visitor(...PHONE);
  const iben = await visitor.newPage();
  await iben.goto(`/invitasjon#${token}`);
  await iben.getByRole("button", { name: "Ta imot" }).click();
  await iben.getByRole("heading", { name: "Dine første oppgaver" }).waitFor();
  await fine(iben, "handover-7-first");
  await visitor.close();

  await desk.getByRole("button", { name: "Angre overleveringen" }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "Angre", exact: true }).click();
  await desk.getByRole("heading", { level: 1, name: "Overleveringen ble angret" }).waitFor();
  expect([...errors, ...deskErrors]).toEqual([]);
}, 120_000);

it("lets national prepare a chapter's, and says when it can be done", async () => {
  const page = await people.of(app, "national-admin", DESK);
  const { chapters } = await ask<{ chapters: { nodes: { id: string; shortName: string }[] } }>(
    page,
    "{ chapters { nodes { id shortName } } }",
  );
  const chapter = chapters.nodes.find(({ shortName }) => shortName.includes("Bergen")) ?? chapters.nodes[0]!;
  await open(page, `/lag/${chapter.id}`);
  await page.getByRole("link", { name: "Overlevering" }).click();
  await page.getByLabel("Dag for årsmøtet").fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
  await next(page);
  await step(page, "Hvem er det nye styret?");
  await next(page);
  await step(page, "Hvem går av, og når?");
  await next(page);
  await step(page, "Hva skal de nye begynne med?");
  await next(page);
  await page.getByText("Kladden er klar.").waitFor();
  expect(await page.getByRole("button", { name: "Gjør overleveringen" }).count()).toBe(0);
  await fine(page, "handover-national-early");
  await page.getByRole("button", { name: "Kast kladden" }).click();
  await step(page, "Når er årsmøtet?");
});
