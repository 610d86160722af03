import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeInBothSchemes, overflowing, pageFaults } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const plain = (text: string): string => text.replaceAll("\u00a0", " ").replaceAll(/\s+/g, " ").trim();
const fine = async (page: Page, name: string): Promise<void> => {
  await shot(page, name);
  expect(await axeInBothSchemes(page, name)).toEqual([]);
  expect(await pageFaults(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};

type Template = { id: string; name: { nb: string }; aboutMember: boolean; corePosition: number | null };
const TEMPLATES = "comparableTemplates { id name { nb } aboutMember corePosition }";
type Counts = { onTime: number | null; closed: number | null };
type Compared = { total: Counts; rows: { chapter: { shortName: string }; counts: Counts }[] };
const COMPARED = "total { onTime closed } rows { chapter { shortName } counts { onTime closed } }";

const said = ({ onTime, closed }: Counts): string =>
  onTime === null || closed === null ? ":" : closed === 0 ? "ingen ennå" : `${onTime} av ${closed}`;

for (const [size, name] of [
  [DESK, "desk"],
  [PHONE, "phone"],
] as const) {
  it(`compares chapters of one size, all of the core set, and one point over time (${name})`, async () => {
    const page = await people.of(app, "national-admin", size);
    const errors = listenForErrors(page);
    await open(page, "/");
    const { comparableTemplates, peerGroups } = await ask<{
      comparableTemplates: Template[];
      peerGroups: { id: string; chapterCount: number }[];
    }>(page, `{ ${TEMPLATES} peerGroups { id chapterCount } }`);
    const duty = comparableTemplates.find(({ aboutMember }) => !aboutMember)!;
    const group = peerGroups[0]!;
    expect(peerGroups.length).toBeGreaterThan(1);

    // a size is chosen, stands in the address and in words, and the chapters and the sum are its own
    await open(page, `/sammenlign?punkt=${duty.id}`);
    await page.getByLabel("Antall medlemmer").selectOption(group.id);
    await page.getByText(/Bare lag av én størrelse/).waitFor();
    expect(new URL(page.url()).searchParams.get("gruppe")).toBe(group.id);
    const { comparison } = await ask<{ comparison: Compared }>(
      page,
      `query ($id: ID!, $group: ID) { comparison(templateId: $id, group: $group) { ${COMPARED} } }`,
      { id: duty.id, group: group.id },
    );
    expect(comparison.rows).toHaveLength(group.chapterCount);
    const shown = name === "desk" ? ".v-compared__desk tbody tr" : ".v-compared__phone .v-row-card";
    await page.waitForFunction(([rows, n]) => document.querySelectorAll(rows as string).length === n, [
      shown,
      group.chapterCount,
    ] as const);
    expect(plain(await page.locator("h1").innerText())).toContain(
      comparison.total.closed ? said(comparison.total) : "Ingenting er avgjort",
    );

    // over time: folded until asked for, by keyboard from picture to picture, and the same as a table
    await page.getByText("Over tid", { exact: true }).click();
    const pictures = page.locator(".v-multiples__one");
    await pictures.first().waitFor();
    expect(await pictures.count()).toBe(group.chapterCount + 1);
    await pictures.first().focus();
    await page.keyboard.press("ArrowRight");
    const second = page.locator(".v-multiples__one:focus");
    const words = plain((await second.getAttribute("aria-label"))!);
    expect(words).toContain(comparison.rows[0]!.chapter.shortName);
    expect(plain(await page.locator(".v-multiples__said").innerText())).toBe(words);
    await page.locator(".v-over-time").getByText("Som tabell", { exact: true }).first().click();
    const told = page.locator(".v-over-time tbody tr").nth(1);
    await told.waitFor();
    expect(plain(await told.innerText())).toContain(said(comparison.rows[0]!.counts));
    await fine(page, `peers-${name}-size`);

    // all of the core set: the same numbers as each alone
    await page.getByLabel("Interaksjonspunkt").selectOption("kjerne");
    const core = comparableTemplates.filter(({ corePosition }) => corePosition !== null);
    const { coreComparison } = await ask<{ coreComparison: Compared[] }>(
      page,
      `query ($group: ID) { coreComparison(group: $group) { ${COMPARED} } }`,
      { group: group.id },
    );
    expect(coreComparison).toHaveLength(core.length);
    const cells =
      name === "desk"
        ? page.locator(".v-compared__desk tfoot .v-core-table__cell")
        : page.locator(".v-compared__phone .v-core-cards__points").first().locator(".v-core-table__cell");
    await cells.first().waitFor();
    expect((await cells.allInnerTexts()).map((text) => plain(text).replace(/^.*: ?$|^:.*$/, ":"))).toEqual(
      coreComparison.map(({ total }) => said(total)),
    );
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ mal: "kjerne", gruppe: group.id });
    await fine(page, `peers-${name}-core`);

    // from a point to its own view, with the same choice of chapters
    await page.getByRole("link", { name: duty.name.nb }).filter({ visible: true }).first().click();
    await page.getByText(/Bare lag av én størrelse/).waitFor();
    await settled(page);
    expect(new URL(page.url()).searchParams.get("punkt")).toBe(duty.id);
    expect(new URL(page.url()).searchParams.get("gruppe")).toBe(group.id);
    expect(errors).toEqual([]);
  }, 120_000);
}

it("tells a board how the others of its size do, as one sum and without a name", async () => {
  const page = await people.of(app, "asker-leader", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/");
  type Own = {
    comparableTemplates: Template[];
    ownPeers: {
      templates: {
        templateId: string;
        own: { numerator: number; denominator: number };
        others: { numerator: number | null; denominator: number | null };
        chapters: number | null;
      }[];
    };
  };
  const { comparableTemplates, ownPeers } = await ask<Own>(
    page,
    `{ ${TEMPLATES} ownPeers { templates { templateId own { numerator denominator } others { numerator denominator } chapters } } }`,
  );
  expect(ownPeers.templates.some(({ chapters }) => chapters !== null)).toBe(true);
  for (const { templateId, own, others, chapters } of ownPeers.templates.slice(-2)) {
    await open(page, `/laget?punkt=${templateId}`);
    const card = page
      .locator(".v-card")
      .filter({ has: page.getByRole("heading", { name: "Dere og lag på deres størrelse" }) });
    await card.waitFor();
    const text = plain(await card.innerText());
    expect(text).toContain(`Dere har gjort ${own.numerator} av ${own.denominator} i tide.`);
    if (chapters === null) expect(text).toMatch(/for få lag|for små til å vises/i);
    else {
      expect(chapters).toBeGreaterThanOrEqual(3);
      expect(text).toContain(`${others.numerator} av ${others.denominator}`);
    }
    const { aboutMember } = comparableTemplates.find(({ id }) => id === templateId)!;
    await fine(page, `peers-own-${aboutMember ? "persons" : "duties"}`);
  }
  const names = await app.sql<{ name: string }>(
    "select short_name as name from app.chapter where short_name not like '%Asker'",
  );
  const whole = await page.locator("main").innerText();
  for (const { name } of names) expect(whole).not.toContain(name);
  expect(errors).toEqual([]);
});
