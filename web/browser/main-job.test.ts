import { osloDate } from "@varde/domain";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { ask, DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const NAME = "Sommertreff";
const CHAPTERS = 15;
/** From «Oppgaver» to a sent report: what a thumb does in well under a minute. */
const FEW = 8;

type Counts = { onTime: number; closed: number; late: number; missed: number; open: number; overdue: number };
type Compared = { total: Counts; chapters: Record<string, Counts> };

const COUNTS = "counts { onTime closed late missed open overdue }";

/** What the API of the comparison says: the truth behind the page. */
async function compared(page: Page, templateId: string): Promise<Compared> {
  const { comparison } = await ask<{
    comparison: { total: Counts; rows: { chapter: { shortName: string }; counts: Counts }[] };
  }>(
    page,
    `query ($templateId: ID!) { comparison(templateId: $templateId) {
       total ${COUNTS.replace("counts ", "")} rows { chapter { shortName } ${COUNTS} } } }`,
    { templateId },
  );
  return {
    total: comparison.total,
    chapters: Object.fromEntries(comparison.rows.map(({ chapter, counts }) => [chapter.shortName, counts])),
  };
}

/** what one more report in time does to the counts */
const oneMore = (counts: Counts): Counts => ({
  ...counts,
  onTime: counts.onTime + 1,
  closed: counts.closed + 1,
  open: counts.open - 1,
});

/** National writes it: a name, why, the day of the year it opens and is due, one question. */
async function write(page: Page, wide: string): Promise<void> {
  await open(page, "/punkter");
  await page.getByRole("link", { name: "Nytt interaksjonspunkt" }).click();
  await page.getByRole("textbox", { name: "Navn" }).fill(NAME);
  await page.getByRole("button", { name: "Lag utkastet" }).click();
  await page.waitForURL("**/utkast*");
  await settled(page);
  await page.getByRole("textbox", { name: "Mål" }).fill("Se medlemmene, spre glede og gi et avbrekk.");
  await page
    .getByText(/^Lagret/)
    .first()
    .waitFor();

  await part(page, "Fase og utløser");
  await page.getByRole("combobox", { name: "Hva utløser oppgaven?" }).selectOption("CALENDAR");
  await page.getByRole("button", { name: "Legg til dato" }).click();
  await page.getByRole("textbox", { name: "Navn på datoen" }).fill("Sommer");
  await chooseDay(page, "Åpner", osloDate(new Date()));
  // within the year, so that the comparison of this year has it whenever this runs
  await chooseDay(page, "Frist", "2024-12-31");

  await part(page, "Rapport");
  await page.getByRole("button", { name: "Legg til spørsmål" }).click();
  await page.getByRole("textbox", { name: "Spørsmål", exact: true }).fill("Ble treffet holdt?");
  await shot(page, `utkast-${wide}`);
}

const part = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("navigation", { name: "Deler av utkastet" }).getByRole("button", { name }).click();
};

async function chooseDay(page: Page, which: string, day: string): Promise<void> {
  const [, month = "", date = ""] = day.split("-");
  await page.getByRole("combobox", { name: `${which}: Dag` }).selectOption(date);
  await page.getByRole("combobox", { name: `${which}: Måned` }).selectOption(month);
}

/** Publishes the draft, and rolls it out to all. Gives the template's id. */
async function rollOut(page: Page, wide: string): Promise<string> {
  await page.getByText("Klar til å publiseres").waitFor();
  await page.getByRole("button", { name: "Publiser 1.0" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publiser 1.0" }).click();
  await page.waitForURL(/\/punkter\/[^/]+$/);
  await page.getByRole("link", { name: "Rull ut 1.0" }).click();
  const button = page.getByRole("button", { name: `Rull ut til alle ${CHAPTERS} lag` });
  await button.waitFor();
  await shot(page, `utrulling-${wide}`);
  // on some days a chapter of the demo comes over its cap, and national says why that is fine
  const why = page.getByRole("textbox", { name: "Hvorfor er det greit?" });
  if (await why.isVisible()) await why.fill("Alle lag skal få et sommertreff.");
  await button.click();
  await page.getByText(`Rullet ut til ${CHAPTERS} lag`).waitFor();
  return /\/punkter\/([^/]+)\//.exec(page.url())?.[1] ?? "";
}

/** The board finds it in «Oppgaver» and reports. Gives how many taps and fields it took from there. */
async function report(page: Page, wide: string): Promise<number> {
  let taps = 0;
  const tap = async (what: ReturnType<Page["locator"]>): Promise<void> => {
    taps += 1;
    await what.click();
  };
  await open(page, "/oppgaver");
  await shot(page, `oppgaver-${wide}`);
  await tap(page.getByRole("main").getByRole("link", { name: NAME }));
  await settled(page);
  await shot(page, `oppgave-${wide}`);
  await tap(page.getByRole("link", { name: "Skriv rapporten" }));
  await tap(page.locator("label", { hasText: /^Ja$/ }));
  await shot(page, `rapport-${wide}`);
  await tap(page.getByRole("button", { name: "Send rapporten" }));
  await page.getByText(/er ferdig$/).waitFor();
  await settled(page);
  await shot(page, `sendt-${wide}`);
  return taps;
}

/** The row of a chapter as the page shows it, at the desk or on the phone. */
const shownRow = (page: Page, chapter: string): Promise<string> =>
  page
    .locator("tr:visible, a:visible, li:visible")
    .filter({ hasText: new RegExp(`${chapter}`) })
    .first()
    .innerText();

it.each([
  ["a phone", PHONE, "390"],
  ["a desk", DESK, "1280"],
] as const)(
  "%s: national makes «Sommertreff», fifteen chapters get it, one reports, the comparison moves by one",
  async (_, size, wide) => {
    const national = await people.of(app, "national-admin", size);
    const board = await people.of(app, "asker-board", size);
    const region = await people.of(app, "region-ost", size);
    const errors = [national, board, region].flatMap((page) => [listenForErrors(page)]);

    await write(national, wide);
    const template = await rollOut(national, wide);

    await open(region, `/sammenlign?punkt=${template}`);
    const before = { region: await compared(region, template), national: await compared(national, template) };
    expect(before.national.total).toEqual({ onTime: 0, closed: 0, late: 0, missed: 0, open: CHAPTERS, overdue: 0 });
    expect(before.region.total).toMatchObject({ closed: 0, open: Object.keys(before.region.chapters).length });
    expect(await shownRow(region, "MHU Asker")).toContain("ingen ennå");
    await shot(region, `sammenlign-for-${wide}`);

    expect(await report(board, wide)).toBeLessThanOrEqual(FEW);

    await open(region, `/sammenlign?punkt=${template}`);
    expect((await shownRow(region, "MHU Asker")).replaceAll("\u00a0", " ")).toContain("1 av 1");
    await shot(region, `sammenlign-etter-${wide}`);
    // from the number to the duty behind it, which says whose it is
    await region.getByRole("link", { name: "MHU Asker" }).locator("visible=true").first().click();
    await region.getByRole("main").getByRole("listitem").getByRole("link").first().click();
    await region.waitForURL(/\/oppgaver\//u);
    await region.getByText("MHU Asker", { exact: true }).waitFor();
    await region.getByRole("button", { name: "Send tilbake" }).waitFor();
    expect(await region.getByText("Før du kan kopiere").count()).toBe(0);
    for (const [page, was] of [
      [region, before.region],
      [national, before.national],
    ] as const) {
      const asker = was.chapters["MHU Asker"];
      if (!asker) throw new Error("Asker is not compared");
      expect(await compared(page, template)).toEqual({
        total: oneMore(was.total),
        chapters: { ...was.chapters, "MHU Asker": oneMore(asker) },
      });
    }
    expect(errors.flat()).toEqual([]);
  },
);
