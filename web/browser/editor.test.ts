import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings } from "./inspect.js";
import { ask, DESK, listenForErrors, open, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const national = (): Promise<Page> => people.of(app, "national-admin", DESK);

type Draft = { id: string; rev: number };

/** A new draft from the library, with so many steps when asked for. */
async function newDraft(page: Page, libraryKey: string, change: object = {}): Promise<{ id: string; draft: Draft }> {
  const id = randomUUID();
  const { createTemplate } = await ask<{ createTemplate: { template: { draft: Draft } } }>(
    page,
    "mutation ($input: CreateTemplateInput!) { createTemplate(input: $input) { template { draft { id rev } } } }",
    { input: { key: randomUUID(), id, name: "Prøvetur", libraryKey } },
  );
  const { draft } = createTemplate.template;
  if (Object.keys(change).length > 0) await save(page, id, draft, change);
  return { id, draft };
}

const EMPTY = {
  name: { nb: "Prøvetur" },
  purpose: { nb: "Å prøve." },
  stage: "WELCOME",
  trigger: { kind: "MANUAL" },
  schedule: { opensAfterDays: 0, dueAfterDays: 14, missAfterDays: 14, lateAllowed: true },
  steps: [],
  messages: [],
  reportFields: [],
  targets: [],
  locks: [],
};

/** Saves a definition past the page, as another person or a program would. */
async function save(page: Page, templateId: string, { id, rev }: Draft, change: object): Promise<string[]> {
  const { saveDraft } = await ask<{ saveDraft: { problems: { message: string }[] } }>(
    page,
    "mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { problems { message } } }",
    { input: { key: randomUUID(), templateId, versionId: id, rev, definition: { ...EMPTY, ...change } } },
  );
  return saveDraft.problems.map(({ message }) => message);
}

const steps = (n: number) => Array.from({ length: n }, (_, i) => ({ key: `s${i}`, text: { nb: `Tiltak ${i + 1}` } }));
const shown = (page: Page) => page.frameLocator(".v-screen iframe").locator("body");
const rows = (page: Page): Promise<string[]> => page.locator(".v-item__name").allInnerTexts();

it("draws only the row one writes in, of sixty", async () => {
  const page = await national();
  const { id } = await newDraft(page, "ip-02", { steps: steps(60) });
  await open(page, `/punkter/${id}/utkast?del=steps`);
  await page.locator(".v-item__head").nth(30).click();
  await page.locator(".v-item__body textarea").focus();
  await page.keyboard.press("End");
  // what a part was last drawn with hangs on its element: the same object means that it was not drawn again
  const drawn = () =>
    page.evaluate(() => {
      const kept = ((globalThis as unknown as { drawn?: Map<Element, unknown> }).drawn ??= new Map());
      return [...document.querySelectorAll(".v-item")].flatMap((row, index) => {
        const key = Object.keys(row).find((name) => name.startsWith("__reactProps$")) ?? "";
        const props = (row as unknown as Record<string, unknown>)[key];
        const again = kept.get(row) !== props;
        kept.set(row, props);
        return again ? [index] : [];
      });
    });
  expect(await drawn()).toHaveLength(60);
  await page.keyboard.type("x");
  await expect.poll(() => rows(page)).toContain("Tiltak 31x");
  expect(await drawn()).toEqual([30]);
});

it("shows what the chapter sees, in its own name and in the language one chooses", async () => {
  const page = await national();
  const errors = listenForErrors(page);
  const { id } = await newDraft(page, "ip-02");
  await open(page, `/punkter/${id}/utkast?del=messages`);
  await page.getByRole("button", { name: /^Spør om en prat/ }).click();
  await page.locator("[data-path='messages.0.body'] textarea").focus();
  await page.getByLabel("Vis for laget").selectOption({ label: "Mental Helse Ungdom Asker" });
  await shown(page).getByText("Hei Ida! Jonas fra MHU Asker her.").waitFor();
  // the part in hand is ringed in the picture too
  await expect.poll(() => shown(page).locator("[data-ring]").getAttribute("data-part")).toBe("messages.ask_sms");
  await page.getByLabel("English").first().check();
  await shown(page).getByText("Hi Ida! Jonas from MHU Asker here.").waitFor();
  await shown(page).getByRole("button", { name: "Safe frame" }).first().waitFor({ state: "attached" });
  // a picture: nothing in it takes the focus
  expect(await shown(page).locator("[inert]").count()).toBe(1);
  await page.getByLabel("Skrivebord").check();
  await expect.poll(() => page.locator(".v-screen iframe").evaluate((frame) => frame.clientWidth)).toBe(1280);
  expect(await axeFindings(page, "meldinger")).toEqual([]);
  expect(errors).toEqual([]);
});

it("moves a step by the mouse", async () => {
  const page = await national();
  const { id } = await newDraft(page, "ip-02", { steps: steps(4) });
  await open(page, `/punkter/${id}/utkast?del=steps`);
  const handle = page.getByRole("button", { name: "Dra Tiltak 1" });
  const below = await page.getByRole("button", { name: "Dra Tiltak 3" }).boundingBox();
  const from = await handle.boundingBox();
  if (!from || !below) throw new Error("no handles");
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 30, { steps: 4 });
  await page.mouse.move(from.x + 10, below.y + 20, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => rows(page)).toEqual(["Tiltak 2", "Tiltak 3", "Tiltak 1", "Tiltak 4"]);
  await page.getByText("Tiltak 1 er nå nummer 3 av 4").waitFor({ state: "attached" });
});

it("gives back what a page that crashed did not get saved", async () => {
  const page = await national();
  const { id } = await newDraft(page, "ip-02", { steps: steps(2) });
  await open(page, `/punkter/${id}/utkast`);
  await page.route("**/graphql", (route) => route.abort());
  await page.getByLabel("Mål", { exact: true }).fill("Det som nesten ble borte.");
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("template-draft")).length))
    .toBe(1);
  // the tab is gone without a word
  const again = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await open(again, `/punkter/${id}/utkast`);
  await again.getByText("Vi fant noe du ikke fikk lagret").waitFor();
  expect(await again.getByLabel("Mål", { exact: true }).inputValue()).toBe("Å prøve.");
  await again.getByText("Se hva som er ulikt").click();
  await again.locator(".v-diff ins").first().waitFor();
  expect(await axeFindings(again, "funnet")).toEqual([]);
  await again.getByRole("button", { name: "Hent det fram" }).click();
  expect(await again.getByLabel("Mål", { exact: true }).inputValue()).toBe("Det som nesten ble borte.");
  await again.getByText(/^Lagret/).waitFor();
  // saved, so there is nothing left to give back
  await open(again, `/punkter/${id}/utkast`);
  expect(await again.getByLabel("Mål", { exact: true }).inputValue()).toBe("Det som nesten ble borte.");
  expect(await again.getByText("Vi fant noe du ikke fikk lagret").count()).toBe(0);
});

it("shows what differs when another tab saved first, and overwrites nothing", async () => {
  const page = await national();
  const { id } = await newDraft(page, "ip-02", { steps: steps(2) });
  await open(page, `/punkter/${id}/utkast`);
  const other = await page.context().newPage();
  await open(other, `/punkter/${id}/utkast`);
  await other.getByLabel("Mål", { exact: true }).fill("Fra den andre fanen.");
  await other.getByText(/^Lagret/).waitFor();
  await page.getByLabel("Mål", { exact: true }).fill("Fra den første fanen.");
  await page.getByText("Noen andre har endret utkastet").waitFor();
  await page.getByText("Ulikt fra det som er lagret").click();
  await expect.poll(() => page.locator(".v-diff").innerText()).toContain("andre");
  await page.getByRole("button", { name: "Hent det som er lagret" }).click();
  expect(await page.getByLabel("Mål", { exact: true }).inputValue()).toBe("Fra den andre fanen.");
});

it("keeps a draft that cannot work, lists what is wrong at its place, and leads there", async () => {
  const page = await national();
  const field = (n: number) => ({ key: `q${n}`, type: "YES_NO", label: { nb: `Spørsmål ${n}` }, required: true });
  const { id, draft } = await newDraft(page, "ip-02");
  const refused = await save(page, id, draft, {
    trigger: { kind: "CALENDAR", dates: [] },
    schedule: { opensAfterDays: 0, dueAfterDays: 14, missAfterDays: -3, lateAllowed: true },
    steps: [{ key: "long", text: { nb: "a".repeat(10_000) } }],
    messages: [{ key: "m", channel: "SMS", title: { nb: "Hei" }, body: { nb: "Hei {{ukjent}}" }, locked: false }],
    reportFields: [1, 2, 3, 4, 5, 6].map(field),
    targets: [
      {
        key: "t",
        kind: "FIELD_SHARE",
        fieldKey: "gone",
        value: "true",
        threshold: 0.5,
        period: "YEAR",
        text: { nb: "Mål" },
      },
    ],
  });
  expect(refused).toEqual([]);
  await open(page, `/punkter/${id}/utkast`);
  const places: [RegExp, string][] = [
    [/^Fase og utløser\. /, "[data-path='trigger.dates']"],
    [/^Frister\. /, "[data-path='schedule.missAfterDays']"],
    [/^Tiltak 1\. .*10000/, "[data-path='steps.0.text']"],
    [/^Meldinger 1\. .*ukjent/, "[data-path='messages.0.body']"],
    [/^Rapport\. .*5/, "[data-path='reportFields']"],
    [/^Resultatmål 1\. /, "[data-path='targets.0.fieldKey']"],
  ];
  for (const [problem, place] of places) {
    await page.getByRole("button", { name: problem }).click();
    await expect
      .poll(() => page.evaluate((at) => document.activeElement?.closest(at) !== null, place), { message: place })
      .toBe(true);
  }
  await page.getByText("Spørsmålet finnes ikke lenger i rapporten.").first().waitFor();
  expect(await page.getByRole("button", { name: /^Publiser/ }).isDisabled()).toBe(true);
});
