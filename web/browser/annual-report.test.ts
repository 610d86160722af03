import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing } from "./inspect.js";
import { DESK, listenForErrors, open, PHONE, settled, shot, THIS_YEAR, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
const TWO_YEARS_AGO = THIS_YEAR - 2;
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const section = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const type = async (page: Page, name: string, text: string): Promise<void> => {
  await section(page, name).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(text);
};
const says = (page: Page, name: string) => section(page, name).inputValue();
const SOON = { timeout: 10_000 };
/** an own PNG of one colour: nothing is read from the disk */
const PHOTO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

it("two of a board write one report at once, choose where they meet, add a photo, and finish it", async () => {
  const leader = await people.of(app, "asker-leader", DESK);
  const board = await people.of(app, "asker-board", PHONE);
  const errors = [...listenForErrors(leader), ...listenForErrors(board)];
  await open(leader, `/arsmelding/${TWO_YEARS_AGO}`);
  await leader.getByRole("button", { name: "Lag et utkast" }).click();
  await section(leader, "Økonomi").waitFor();
  await open(board, `/arsmelding/${TWO_YEARS_AGO}`);
  expect(await says(board, "Styret")).toContain("- ");

  // in the same section, in different places: both stay, and each sees the other at it
  await type(leader, "Økonomi", "Vi fikk tre gaver.");
  await expect.poll(() => says(board, "Økonomi"), SOON).toBe("Vi fikk tre gaver.");
  await board.getByText("Amina Strand skriver her nå").first().waitFor();
  await Promise.all([
    type(leader, "Økonomi", " De gikk til mat."),
    section(board, "Økonomi").fill("I år: Vi fikk tre gaver."),
  ]);
  const both = "I år: Vi fikk tre gaver. De gikk til mat.";
  await expect
    .poll(async () => [await says(leader, "Økonomi"), await says(board, "Økonomi")], SOON)
    .toEqual([both, both]);

  // the same words, one of them without a network: both are shown, and one chooses
  await board.context().setOffline(true);
  await section(board, "Økonomi").fill(both.replace("tre", "fem"));
  await section(leader, "Økonomi").fill(both.replace("tre", "fire"));
  const stored = () =>
    app.sql<{ body: string }>(
      `select s.body from app.annual_report_section s join app.annual_report r on r.chapter_id = s.chapter_id and r.id = s.report_id
        where r.year = $1 and s.section = 'ECONOMY'`,
      [TWO_YEARS_AGO],
    );
  await expect.poll(async () => (await stored())[0]?.body, SOON).toContain("fire");
  await board.context().setOffline(false);
  await board.getByText("Dere har endret de samme ordene").waitFor();
  expect(await axeFindings(board, "clash")).toEqual([]);
  expect(await overflowing(board, "clash")).toEqual([]);
  await shot(board, "annual-report-clash");
  await board.getByText("Det jeg skrev").click();
  await board.getByRole("button", { name: "Bruk dette" }).click();
  await expect.poll(() => says(leader, "Økonomi"), SOON).toContain("fem gaver");

  // a photo needs a yes from those in it, and words
  const chooser = leader.waitForEvent("filechooser");
  await leader.getByRole("button", { name: "Velg et bilde" }).click();
  await (await chooser).setFiles({ name: "bål.png", mimeType: "image/png", buffer: PHOTO });
  const dialog = leader.getByRole("dialog");
  expect(await dialog.getByRole("button", { name: "Legg til" }).isDisabled()).toBe(true);
  await dialog.getByText("Alle som kan kjennes igjen, har sagt ja").click();
  await dialog.getByText("Nei", { exact: true }).click();
  await dialog.getByRole("button", { name: "Legg til" }).click();
  const alt = leader.getByLabel("Hva viser bildet?");
  await alt.fill("Bålet på stranda");
  await alt.blur();
  await leader.getByRole("img", { name: "Bålet på stranda" }).waitFor({ state: "attached" });

  await leader.getByRole("button", { name: "Gjør ferdig" }).click();
  await leader.getByRole("dialog").getByRole("button", { name: "Gjør ferdig" }).click();
  await leader.getByRole("button", { name: "Åpne igjen for å rette" }).waitFor();
  await settled(leader);
  expect(await axeFindings(leader, "finished")).toEqual([]);
  // the other is told, and reads what was finished
  await board.getByRole("button", { name: "Åpne igjen for å rette" }).waitFor(SOON);
  const download = leader.waitForEvent("download");
  await leader.getByRole("button", { name: "Last ned PDF" }).click();
  expect((await download).suggestedFilename()).toMatch(/^arsmelding-.*\.pdf$/);
  // whoever has no network says so in the console of their browser
  expect(errors.filter((error) => !error.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
});
