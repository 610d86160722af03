import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings } from "./inspect.js";
import { press, tabTo } from "./keyboard.js";
import { ask, DESK, listenForErrors, open, settled, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

async function write(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name, /^(INPUT|TEXTAREA)$/);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** Opens a part of the draft from the list of them. */
const part = (page: Page, name: string): Promise<void> => press(page, new RegExp(`^${name} ?(klar|\\d|$)`));

const rows = (page: Page): Promise<string[]> => page.locator(".v-item__name").allInnerTexts();

it("makes a whole template that can be published, with the keyboard alone", async () => {
  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  const unfit: string[] = [];
  const look = async (where: string): Promise<void> => void unfit.push(...(await axeFindings(page, where)));

  await open(page, "/punkter/ny");
  await write(page, /^Navn/, "Turen til fjellet");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/utkast/);
  await settled(page);

  await write(page, /^Mål$/, "At nye blir kjent på tur.");
  await look("mål");

  await part(page, "Tiltak");
  await press(page, /^Legg til tiltak/);
  // the pen is in the new step
  await page.keyboard.type("Inviter alle");
  await press(page, /^Legg til tiltak/);
  await page.keyboard.type("Finn en tur");
  expect(await rows(page)).toEqual(["Inviter alle", "Finn en tur"]);
  await look("tiltak");
  // the arrows move it, and it is said
  await tabTo(page, /^Dra Finn en tur/);
  await page.keyboard.press("ArrowUp");
  await page.getByText("Finn en tur er nå nummer 1 av 2").waitFor({ state: "attached" });
  expect(await rows(page)).toEqual(["Finn en tur", "Inviter alle"]);
  // and by the buttons
  await press(page, /^Flytt Finn en tur ned/);
  await expect.poll(() => rows(page)).toEqual(["Inviter alle", "Finn en tur"]);

  await part(page, "Meldinger");
  await press(page, /^Legg til melding/);
  await write(page, /^Navn på meldingen/, "Bli med på tur");
  await write(page, /^Tekst$/, "Hei {{fornavn}}! Tur {{dato}} fra {{sted}}. Hilsen {{kortnavn}}");
  await press(page, /^Legg til melding/);
  // the channel has the focus: the arrows choose
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await write(page, /^Navn på meldingen/, "Ring og spør");
  await write(page, /^Tekst$/, "## Åpne\nHei, vil du være med på tur?");
  await look("meldinger");

  await part(page, "Rapport");
  await press(page, /^Legg til spørsmål/);
  await page.keyboard.type("Ble turen noe av?");
  await look("rapport");

  await part(page, "Resultatmål");
  await press(page, /^Legg til mål/);
  await page.keyboard.type("Turen blir noe av i ni av ti lag");
  await tabTo(page, /^Slik måles det/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, /^Spørsmål/, /SELECT/);
  await page.keyboard.press("ArrowDown");
  await tabTo(page, /^Svar/, /SELECT/);
  await page.keyboard.press("ArrowDown");
  await write(page, /^Minst, prosent/, "90");
  await look("resultatmål");

  await part(page, "Tilpasning og lås");
  await look("lås");
  await page.getByText("Klar til å publiseres").waitFor();
  await tabTo(page, /^Publiser 1\.0/);

  const id = /punkter\/([^/]+)/.exec(page.url())?.[1];
  const { template } = await ask<{ template: { draft: Draft } }>(
    page,
    `query ($id: ID!) { template(id: $id) { draft { checks { level } definition { steps { text { nb } }
       messages { channel locked body { nb } } reportFields { type } targets { kind threshold value } } } } }`,
    { id },
  );
  const { checks, definition } = template.draft;
  expect(checks.filter(({ level }) => level === "ERROR")).toEqual([]);
  expect(definition.steps.map(({ text }) => text.nb)).toEqual(["Inviter alle", "Finn en tur"]);
  expect(definition.messages.map(({ channel, locked }) => [channel, locked])).toEqual([
    ["SMS", false],
    ["GUIDE", true],
  ]);
  expect(definition.messages[1]?.body.nb).toContain("## Hvis samtalen blir tung");
  expect(definition.reportFields).toEqual([{ type: "YES_NO" }]);
  expect(definition.targets).toEqual([{ kind: "FIELD_SHARE", threshold: 0.9, value: "true" }]);
  expect(unfit).toEqual([]);
  expect(errors).toEqual([]);
});

type Draft = {
  checks: { level: string }[];
  definition: {
    steps: { text: { nb: string } }[];
    messages: { channel: string; locked: boolean; body: { nb: string } }[];
    reportFields: { type: string }[];
    targets: { kind: string; threshold: number; value: string }[];
  };
};
