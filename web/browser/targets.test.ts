import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeInBothSchemes, overflowing, pageFaults } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

type Progress = { status: string; numerator: number | null; denominator: number | null };
type Standing = { rows: { chapter: { shortName: string }; progress: Progress }[] };
type Found = { id: string; aboutMember: boolean; targets: Standing[] };
const PROGRESS = "{ status numerator denominator }";

const plain = (text: string): string => text.replaceAll("\u00a0", " ").replaceAll(/\s+/g, " ").trim();
const cardOf = (page: Page, title: string) =>
  page.locator(".v-card").filter({ has: page.getByRole("heading", { level: 2, name: title, exact: true }) });

/** The first template about members, and the first duty, with a target. */
async function withTargets(page: Page): Promise<Found[]> {
  const { comparableTemplates } = await ask<{ comparableTemplates: { id: string; aboutMember: boolean }[] }>(
    page,
    "{ comparableTemplates { id aboutMember } }",
  );
  const found: Found[] = [];
  for (const template of comparableTemplates) {
    const { targetStandings } = await ask<{ targetStandings: { targets: Standing[] } }>(
      page,
      `query ($id: ID!) { targetStandings(templateId: $id) { targets { rows { chapter { shortName } progress ${PROGRESS} } } } }`,
      { id: template.id },
    );
    if (targetStandings.targets.some(({ rows }) => rows.length > 1)) found.push({ ...template, ...targetStandings });
  }
  return [true, false].flatMap((persons) => found.find(({ aboutMember }) => aboutMember === persons) ?? []);
}

it("tells on the template's page and the comparison how the chapters stand to each target, chapter by chapter", async () => {
  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  await open(page, "/");
  const templates = await withTargets(page);
  expect(templates).toHaveLength(2);
  for (const { id, aboutMember, targets } of templates) {
    for (const path of [`/punkter/${id}`, `/sammenlign?punkt=${id}`]) {
      await open(page, path);
      const card = cardOf(page, "Mål");
      await card.waitFor();
      expect(await card.locator(".v-target").count()).toBe(targets.length);
      const at = targets.findIndex(({ rows }) => rows.length > 1);
      const line = card.locator(".v-target").nth(at);
      await line.getByText("Lag for lag", { exact: true }).click();
      await line.locator("tbody tr").first().waitFor();
      const rows = await line.locator("tbody tr").allInnerTexts();
      if (path.startsWith("/punkter")) {
        expect(rows).toHaveLength(targets[at]!.rows.length);
        for (const [i, { chapter, progress }] of targets[at]!.rows.entries()) {
          const row = plain(rows[i]!);
          expect(row).toContain(chapter.shortName);
          if (progress.numerator === null) expect(row).toMatch(/Skjult :/);
          if (progress.denominator !== null && progress.denominator < 10) expect(row).not.toContain("%");
        }
      }
      await shot(page, `targets-${path.startsWith("/punkter") ? "template" : "comparison"}-${aboutMember}`);
      expect(await axeInBothSchemes(page, path)).toEqual([]);
      expect(await pageFaults(page, path)).toEqual([]);
    }
  }
  expect(errors).toEqual([]);
});

it("shows a board its own targets with its own exact numbers, on a phone", async () => {
  const page = await people.of(app, "asker-leader", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/");
  const { ownTargets } = await ask<{ ownTargets: { templateId: string; targets: { progress: Progress }[] }[] }>(
    page,
    `{ ownTargets { templateId targets { progress ${PROGRESS} } } }`,
  );
  const own = ownTargets.filter(({ targets }) => targets.length > 0);
  expect(own.length).toBeGreaterThan(2);
  for (const { templateId, targets } of own.slice(0, 3)) {
    const path = `/laget?punkt=${templateId}`;
    await open(page, path);
    const card = cardOf(page, "Dette vil vi nå");
    await card.waitFor();
    const lines = await card.locator(".v-target").allInnerTexts();
    expect(lines).toHaveLength(targets.length);
    for (const [i, { progress }] of targets.entries()) {
      const { numerator, denominator } = progress;
      expect(numerator).not.toBeNull();
      if (denominator !== null && denominator > 0 && denominator < 10) {
        expect(plain(lines[i]!)).toContain(String(numerator));
        expect(plain(lines[i]!)).not.toContain("På vei til");
      }
    }
    await shot(page, `targets-own-${own.findIndex((one) => one.templateId === templateId)}`);
    expect(await overflowing(page, path)).toEqual([]);
    expect(await axeInBothSchemes(page, path)).toEqual([]);
    expect(await pageFaults(page, path)).toEqual([]);
  }
  expect(errors).toEqual([]);
});
