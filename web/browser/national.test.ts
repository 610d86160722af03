import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { duty, rolledOut, started } from "./duties.js";
import { axeInBothSchemes, overflowing } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, shot, visitors } from "./people.js";

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
const card = (page: Page, title: string) =>
  page.locator("section.v-card").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

it("tells national the way towards its members, the hours, the versions and the targets, each with its table", async () => {
  const national = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(national);
  await open(national, "/innstillinger");
  const settings = card(national, "Mål for antall medlemmer");
  await settings.getByLabel("Medlemmer vi vil ha").fill("");
  await settings.getByRole("button", { name: "Lagre" }).click();
  await settings.getByText("Fyll ut dette.").waitFor();
  await settings.getByLabel("Medlemmer vi vil ha").fill("4200");
  await settings.getByRole("button", { name: "Lagre" }).click();
  await settings.getByText("Endringen er lagret.").waitFor();
  await fine(national, "national-goal-set");

  await open(national, "/");
  const goal = card(national, "Medlemmer");
  await goal.getByText(/^[\d\s]+\sav\s4\s?200\sinnen\s31\.\sdesember\s\d{4}\.$/).waitFor();
  await goal.getByText(/: om lag\s\d/).waitFor();
  await goal.getByText("Som tabell").click();
  await goal.getByRole("rowheader", { name: /\(mål\)/ }).waitFor();
  const hours = card(national, "Tid for et lag");
  await hours.getByText("Som tabell").click();
  await expect.poll(() => hours.getByRole("rowheader").count()).toBe(12);
  await card(national, "Nyeste versjon")
    .getByText(/lag har 1\.\d/)
    .first()
    .waitFor();
  await card(national, "Målene i kjernepakken")
    .getByText(/ skjult\.$/)
    .first()
    .waitFor();
  await fine(national, "national-overview");
  await national.setViewportSize({ width: PHONE[0], height: PHONE[1] });
  await fine(national, "national-overview-phone");

  await open(national, "/mer/logg");
  await national.getByText(/Satte målet for medlemmer til 4200/).waitFor();

  const region = await people.of(app, "region-ost", PHONE);
  await open(region, "/");
  await card(region, "Målene i kjernepakken").waitFor();
  expect(await region.getByRole("heading", { name: "Hele organisasjonen" }).count()).toBe(0);
  await fine(region, "region-targets");
  expect(errors).toEqual([]);
});

it("shows a coordinator at once, in another window, what a board has just reported", async () => {
  const target = {
    key: "all",
    kind: "COUNT" as const,
    text: { nb: "Minst én dugnad" },
    threshold: 1,
    period: "YEAR" as const,
  };
  const template = await rolledOut(app, duty("Ryddedugnad", { targets: [target] }));
  await app.sql(
    "update app.touchpoint_template set core_position = null where core_position = (select max(core_position) from app.touchpoint_template)",
  );
  await app.sql(
    `update app.touchpoint_template set core_position = 1 + coalesce((select max(core_position) from app.touchpoint_template), 0) where id = '${template}'`,
  );
  const board = await people.of(app, "asker-board", PHONE);
  await open(board, "/");
  const id = await started(board, template);
  const region = await people.of(app, "region-ost", DESK);
  await open(region, "/");
  const row = region.locator(".v-core__row", { hasText: "Ryddedugnad" });
  await row.getByText("1 åpen").waitFor();
  const tally = card(region, "Målene i kjernepakken").locator("li", { hasText: "Minst én dugnad" });
  await tally.waitFor();
  expect(await tally.getByText(/har nådd det/).count()).toBe(0);
  await ask(board, "mutation ($input: SubmitReportInput!) { submitReport(input: $input) { problems { code } } }", {
    input: { key: randomUUID(), id, rev: 1, answers: [{ field: "done", yesNo: true }] },
  });
  // two seconds at most until it is told, and a busy machine's time to ask and draw
  await row.getByText(/1\sav\s1/).waitFor({ timeout: 6_000 });
  await tally.getByText("Ett lag har nådd det").waitFor({ timeout: 6_000 });
  await shot(region, "national-live");
});
