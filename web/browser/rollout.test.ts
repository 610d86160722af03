import { randomUUID } from "node:crypto";
import { addMonths, osloDate } from "@varde/domain";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { duty, rolledOut } from "./duties.js";
import { axeFindings, overflowing } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const NAME = "Ryddedag";
const CHAPTERS = 15;
const REASON = "Avtalt med styrene på telefon";
const next = addMonths(`${osloDate(new Date()).slice(0, 7)}-01`, 1);

/** one in the month to come, that takes so many minutes */
const monthly = (minutes: number) =>
  duty(NAME, {
    minutes,
    trigger: {
      kind: "CALENDAR",
      dates: [{ key: "day", name: { nb: "Dag" }, opens: `${next.slice(5, 8)}03`, due: `${next.slice(5, 8)}20` }],
    },
  });

type Made = { template: { draft: { id: string; rev: number } | null }; problems: object[] };

/** The next version with other minutes and another question, published. */
async function nextVersion(page: Page, templateId: string): Promise<void> {
  const versionId = randomUUID();
  const act = async (field: string, type: string, input: object): Promise<Made> => {
    const query = `mutation ($input: ${type}!) { done: ${field}(input: $input) { template { draft { id rev } } problems { message } } }`;
    const { done } = await ask<{ done: Made }>(page, query, {
      input: { key: randomUUID(), templateId, versionId, ...input },
    });
    expect(done.problems).toEqual([]);
    return done;
  };
  const made = await act("createDraft", "CreateDraftInput", {});
  const definition = monthly(150);
  definition.reportFields = [
    { key: "came", type: "NUMBER", counts: "OTHER", label: { nb: "Hvor mange sekker?" }, required: true },
  ];
  const saved = await act("saveDraft", "SaveDraftInput", { rev: made.template.draft?.rev, definition });
  await act("publishDraft", "PublishDraftInput", { rev: saved.template.draft?.rev });
}

const heading = (page: Page): Promise<string> => page.locator("h1").innerText();
const above = (page: Page): Promise<number> => page.locator("tr.v-table__marked").count();

async function inspected(page: Page, name: string, faults: string[]): Promise<void> {
  await settled(page);
  faults.push(...(await overflowing(page, name)), ...(await axeFindings(page, name)));
  await shot(page, name);
}

it.each([
  ["desk", DESK],
  ["phone", PHONE],
] as const)(
  "rolls a version out in waves, with a reason above the cap, and takes it back (%s)",
  async (wide, size) => {
    const templateId = await rolledOut(app, monthly(1));
    const page = await people.of(app, "national-admin", size);
    const errors = listenForErrors(page);
    const faults: string[] = [];
    await nextVersion(page, templateId);
    await open(page, `/punkter/${templateId}/utrulling`);
    await page.getByText("å avtale med først").waitFor();
    await page.getByText("Om 2.0 hadde gjeldt i").waitFor();
    await inspected(page, `utrulling-over-${wide}`, faults);
    expect(await heading(page)).toMatch(new RegExp(`^${CHAPTERS} lag får ${NAME} 2.0. .+ av dem kommer over taket.$`));
    expect(await page.getByText(`${CHAPTERS} åpne oppgaver løftes til 2.0.`).count()).toBe(1);
    const heavy = await above(page);
    expect(heavy).toBeGreaterThan(0);
    expect(heavy).toBeLessThan(CHAPTERS);

    // not without a reason
    await page.getByRole("button", { name: `Rull ut til alle ${CHAPTERS} lag` }).click();
    await page.getByText(/over taket\. Skriv hvorfor/).waitFor();

    // first those it is light for
    await page.getByRole("button", { name: "Uten disse lagene" }).click();
    const light = CHAPTERS - heavy;
    const some = page.getByRole("button", { name: `Rull ut til ${light} lag` });
    await some.waitFor();
    expect(await heading(page)).not.toContain("over taket");
    await some.click();
    await page.getByText(`Rullet ut til ${light} lag`).waitFor();
    await page.getByText(`${light} løftet`).waitFor();
    await inspected(page, `utrulling-ferdig-${wide}`, faults);

    // then all, with the reason
    await open(page, `/punkter/${templateId}/utrulling`);
    await page.locator("tbody").getByText("har 2.0 fra før").first().waitFor();
    expect(await page.locator("tbody").getByText("har 2.0 fra før").count()).toBe(light);
    await page.getByRole("textbox", { name: "Hvorfor er det greit?" }).fill(REASON);
    await inspected(page, `utrulling-bolge-${wide}`, faults);
    await page.getByRole("button", { name: `Rull ut til alle ${CHAPTERS} lag` }).click();
    await page.getByText(`Rullet ut til ${CHAPTERS} lag`).waitFor();
    await page.getByRole("link", { name: "Til punktet" }).click();
    await page.getByText(`Over taket: «${REASON}»`).waitFor();
    await inspected(page, `utrullinger-${wide}`, faults);

    // and back again
    await page.getByRole("button", { name: "Trekk tilbake" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("heading", { name: `Trekke tilbake 2.0 fra ${CHAPTERS} lag?` }).waitFor();
    await dialog.getByRole("textbox", { name: "Hvorfor?" }).fill("Feil dato");
    await inspected(page, `trekk-tilbake-${wide}`, faults);
    await dialog.getByRole("button", { name: `Trekk tilbake fra ${CHAPTERS} lag` }).click();
    await dialog.getByText(/løftet tilbake/).waitFor();
    await dialog.getByRole("button", { name: "Lukk" }).click();
    await page.getByText(/^Trukket tilbake .+: «Feil dato»$/).waitFor();
    await inspected(page, `trukket-tilbake-${wide}`, faults);
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
  },
  180_000,
);

it("says what a version would have asked this year, as a picture and as a table", async () => {
  const templateId = await rolledOut(app, duty("Månedsbrev", { trigger: { kind: "PERIOD", period: "QUARTER" } }));
  const page = await people.of(app, "national-editor", DESK);
  const errors = listenForErrors(page);
  const faults: string[] = [];
  await open(page, `/punkter/${templateId}/simulering`);
  await page.getByRole("img", { name: /Oppgaver uke for uke/ }).waitFor();
  expect(await heading(page)).toMatch(
    /^Hadde dette gått siden 1\.\sjanuar: \d+ oppgaver, \d+ i uke \d+, .+ over taket\.$/,
  );
  await inspected(page, "simulering", faults);
  await page.getByRole("button", { name: "Som tabell" }).click();
  await page.getByRole("cell").first().waitFor();
  await inspected(page, "simulering-tabell", faults);
  expect(faults).toEqual([]);
  expect(errors).toEqual([]);
}, 120_000);
