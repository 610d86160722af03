import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { osloDate } from "@varde/domain";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, shot, THIS_YEAR, visitors } from "./people.js";

const year = THIS_YEAR + 1;
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
type Rows = { actionPlan: { rows: { nr: string; activity: string; resultAim: string }[] } | null };
const rows = async (page: Page): Promise<string[]> =>
  (
    await ask<Rows>(page, "query ($year: Int!) { actionPlan(year: $year) { rows { nr activity resultAim } } }", {
      year,
    })
  ).actionPlan?.rows.map(({ nr, activity }) => `${nr} ${activity}`) ?? [];

async function write(page: Page, activity: string): Promise<void> {
  await page.getByRole("button", { name: "Legg til en rad" }).click();
  await page.getByRole("textbox", { name: "Aktivitet" }).fill(activity);
  await page.getByText(/^Lagret/).waitFor();
  await page.getByRole("button", { name: "Ferdig" }).click();
  await page.getByRole("heading", { name: activity, level: 2 }).waitFor();
}

it("a board writes next year's plan on a phone and adopts it, and national sees it", async () => {
  const page = await people.of(app, "asker-leader", PHONE);
  const errors = listenForErrors(page);
  await open(page, `/handlingsplan/${year}`);
  await page.getByText("En tom plan").click();
  await page.getByRole("button", { name: "Begynn" }).click();
  await write(page, "Turer i marka");
  await write(page, "Filmkvelder");

  // by keys: the second row first, numbered anew
  await page.getByRole("button", { name: "Dra Filmkvelder" }).focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => rows(page)).toEqual(["1 Filmkvelder", "2 Turer i marka"]);

  // what stands around the table is saved by itself too, and somebody else's words are shown
  await page.getByRole("button", { name: "Rediger tekstene" }).click();
  await page.getByRole("textbox", { name: /^Innledning/ }).fill("Vi går tur.");
  await page.getByText(/^Lagret/).waitFor();
  await app.sql("update app.action_plan set intro = 'Deres', rev = rev + 1 where year = $1", [year]);
  await page.getByRole("textbox", { name: /^Avslutning/ }).fill("Asker");
  await page.getByText("Noen andre har skrevet her").waitFor();
  await fine(page, "plan-around");
  await page.getByRole("button", { name: "Bruk mitt" }).click();
  await page.getByText(/^Lagret/).waitFor();
  await page.getByRole("button", { name: "Ferdig" }).click();
  await page.getByText("Vi går tur.").waitFor();
  // and what somebody else writes comes by itself
  await app.sql("update app.action_plan set intro = 'Vi går langt.', rev = rev + 1 where year = $1", [year]);
  await page.getByText("Vi går langt.").waitFor();

  // a goal that cannot be seen reached is offered three ways to say it
  await page.getByRole("button", { name: "Åpne Turer i marka" }).click();
  await page.getByRole("button", { name: `Turer i marka minst … ganger i ${year}.` }).click();
  await page.getByRole("textbox", { name: "Resultatmål" }).fill(`Turer i marka minst 4 ganger i ${year}.`);
  await fine(page, "plan-row");
  // somebody else writes the same row meanwhile: shown, and not lost
  await page.getByText(/^Lagret/).waitFor();
  await app.sql("update app.action_plan_row set aim = 'Frisk luft', rev = rev + 1 where activity = 'Turer i marka'");
  await page.getByRole("textbox", { name: "Tiltak" }).fill("Gå sammen.");
  await page.getByText("Noen andre har skrevet her").waitFor();
  await page.getByRole("button", { name: "Behold deres" }).click();
  await expect.poll(() => page.getByRole("textbox", { name: /^Mål/ }).inputValue()).toBe("Frisk luft");
  await page.getByRole("button", { name: "Ferdig" }).click();

  await page.getByRole("button", { name: "Vedtatt? Før det her" }).click();
  await page.getByRole("textbox", { name: "Sted" }).fill("Asker");
  await page.getByRole("button", { name: "Før vedtaket" }).click();
  await page
    .getByText(/Vedtatt av årsmøtet, Asker/)
    .first()
    .waitFor();
  await fine(page, "plan-adopted");
  expect(errors).toEqual([]);

  const national = await people.of(app, "national-editor", DESK);
  await open(national, `/handlingsplaner?aar=${year}`);
  await national.getByRole("heading", { name: /^1 av 15 lag har vedtatt/ }).waitFor();
  await national.getByRole("link", { name: "MHU Asker" }).click();
  await national.getByRole("heading", { name: "1 Filmkvelder" }).waitFor();

  // the plans of the demo goal by goal, and the goals in another order by keys
  const today = osloDate(new Date());
  const planned = Number(today.slice(0, 4)) - (today.slice(5) < "03-01" ? 1 : 0);
  await open(national, `/handlingsplaner?aar=${planned}`);
  await national.getByRole("checkbox", { name: "Velg MHU Asker" }).press("Space");
  await national.getByRole("checkbox", { name: "Velg MHU Bergen" }).press("Space");
  await national.getByRole("link", { name: "Se 2 planer side om side" }).click();
  await national.waitForURL(/sammenlign/);
  await national.getByText("Ingen av dem har en rad bak dette.").waitFor();
  await fine(national, "plans-by-goal");
  const goals = async (): Promise<string[]> =>
    (
      await ask<{ strategyGoals: { text: string }[] }>(
        national,
        "query ($year: Int!) { strategyGoals(year: $year) { text } }",
        { year: planned },
      )
    ).strategyGoals.map(({ text }) => text);
  const [first, second] = await goals();
  await open(national, `/strategi?aar=${planned}`);
  for (const [key, at] of [
    ["ArrowDown", 1],
    ["ArrowUp", 0],
  ] as const) {
    await national.getByRole("button", { name: `Dra ${first}` }).focus();
    await national.keyboard.press(key);
    await expect.poll(async () => (await goals())[at]).toBe(first);
  }
  expect((await goals())[1]).toBe(second);
  await fine(national, "strategy-moved");
});
