import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { duty, rolledOut, started } from "./duties.js";
import { DESK, enter, follow, listenForErrors, open, PHONE, settled, THIS_YEAR, visitors } from "./people.js";
import { tabThrough } from "./keyboard.js";
import { axeFindings, axeInBothSchemes, overflowing, pageFaults, patternOf, walk } from "./inspect.js";

let app: BrowserApp;
const people = visitors();
/** a duty of Asker's that can be reported today, whenever this runs */
let dutyId = "";
/** the demo's pilot: which template a link to «a template» leads to is chance */
let pilotPath = "";
async function prepared(fresh: BrowserApp): Promise<void> {
  const template = await rolledOut(fresh, duty("Ryddedugnad"));
  const page = await people.of(fresh, "asker-board", PHONE);
  dutyId = await started(page, template);
  await people.close();
  const [pilot] = await fresh.sql<{ id: string; template: string }>(
    `select id, template_id as template from app.pilot limit 1`,
  );
  pilotPath = `/punkter/${pilot?.template}/pilot/${pilot?.id}`;
}
beforeAll(async () => {
  app = await browserApp({}, prepared);
});
afterEach(() => people.close());
afterAll(() => app?.close());

/** Every page a role meets, by its pattern: what links lead to from the front page, and nothing of it lost. */
const CHAPTER = [
  "/",
  "/aret",
  "/arsrapport/:year",
  "/arsmote/:id",
  "/arsmelding/:year",
  "/handlingsplan/:year",
  "/handlingsplan/:year/importer",
  "/hjelp",
  "/ovelse",
  "/beskjeder",
  "/ko",
  "/konto",
  "/konto/innlogging",
  "/konto/innlogging/kodeapp",
  "/konto/kalender",
  "/konto/data",
  "/konto/enheter",
  "/konto/innsyn",
  "/konto/paminnelser",
  "/laget",
  "/logg-ut",
  "/medlemmer",
  "/medlemmer/:id",
  "/medlemmer/:id/rett",
  "/medlemmer/aldersgrensen",
  "/medlemmer/flyttinger",
  "/medlemmer/like",
  "/medlemmer/importer",
  "/medlemmer/ny",
  "/medlemmer/reisen",
  "/medlemmer/tall",
  "/medlemmer/telling",
  "/medlemsreisen/undersokelser",
  "/medlemsreisen/undersokelser/:id",
  "/medlemsreisen/undersokelser/:id/resultater",
  "/medlemsreisen/kart",
  "/mer",
  "/oppgaver",
  "/oppgaver/:id",
  "/oppgaver/:id/inviter",
  "/oppgaver/:id/rapport",
  "/oppgaver/:id/utskrift",
  "/oppgaver/tilpass",
  "/oppgaver/tilpass/:id",
  "/personvern",
  "/postkasse",
  "/punkter/:id/gjennom-arene",
  "/styret",
  "/treff",
  "/treff/:id",
  "/treff/:id/inviter",
  "/treff/ny",
];
const REGION = [
  "/",
  "/aret",
  "/arsrapporter",
  "/arsmelding",
  "/arsmelding/:year/:id",
  "/handlingsplaner",
  "/handlingsplaner/sammenlign",
  "/strategi",
  "/hjelp",
  "/konto",
  "/konto/data",
  "/konto/enheter",
  "/konto/innsyn",
  "/konto/innlogging",
  "/konto/innlogging/kodeapp",
  "/konto/paminnelser",
  "/lag",
  "/lag/:id",
  "/logg-ut",
  "/medlemsreisen",
  "/medlemsreisen/undersokelser",
  "/medlemsreisen/undersokelser/:id",
  "/medlemsreisen/undersokelser/:id/resultater",
  "/medlemsreisen/kart",
  "/medlemstall",
  "/mer",
  "/onsker",
  "/personvern",
  "/punkter/:id/gjennom-arene",
  "/rapporter",
  "/sammenlign",
  "/sammenlign/:id",
  "/svar",
];
const LIBRARY = ["/punkter/bibliotek", "/punkter/bibliotek/:key", "/punkter/les-inn", "/punkter/slik-gjorde-vi-det"];
const NATIONAL = [
  ...REGION,
  "/handlingsplaner/mal",
  "/beskjeder",
  "/beskjeder/ny",
  ...LIBRARY,
  "/medlemsreisen/undersokelser/:id/fritekst/do_differently",
  "/punkter",
  "/punkter/:id",
  "/punkter/:id/utkast",
  "/punkter/ny",
  "/punkter/utlost",
];
const PAGES: Record<string, readonly string[]> = {
  "asker-board": CHAPTER,
  "asker-leader": [...CHAPTER, "/oppslag", "/styret/inviter", "/styret/overlevering"],
  "region-ost": REGION,
  "national-admin": [
    ...NATIONAL,
    "/arsrapporter/:id",
    "/endringer",
    "/innstillinger",
    "/trygge-folk",
    "/innstillinger/aret",
    "/innstillinger/nokler",
    "/innstillinger/tilskudd",
    "/medlemmer/importer",
    "/oppslag",
    "/punkter/kjernepakke",
    "/punkter/kjernepakke/velg",
    "/punkter/:id/simulering",
    "/punkter/:id/utrulling",
    "/punkter/:id/pilot/:id",
    "/lag/ny",
    "/lag/inviter",
    "/lag/nasjonalt",
    "/lag/styrer",
    "/lag/:id/overlevering",
    "/lag/regioner/:id",
    "/lag/regioner/ny",
  ],
  "national-editor": NATIONAL,
  "mentor-alta": [
    "/",
    "/aret",
    "/arsrapporter",
    "/arsmelding",
    "/handlingsplan/:year",
    "/hjelp",
    "/konto",
    "/konto/innlogging",
    "/lag",
    "/logg-ut",
    "/mer",
    "/personvern",
    "/rolle",
  ],
  mentor: [
    "/",
    "/aret",
    "/arsrapporter",
    "/arsmelding",
    "/hjelp",
    "/konto",
    "/konto/innlogging",
    "/lag",
    "/logg-ut",
    "/mer",
    "/personvern",
  ],
};
/** Not linked from within: tasks by what has become of them. */
const more = (seatKey: string): string[] => {
  const tasks = [
    `/oppgaver/${dutyId}`,
    `/oppgaver/${dutyId}/rapport`,
    `/oppgaver/${dutyId}/inviter`,
    `/handlingsplan/${THIS_YEAR + 1}/importer`,
  ];
  if (seatKey === "asker-leader") return tasks;
  if (seatKey === "national-admin") return [pilotPath];
  return seatKey === "asker-board"
    ? [
        ...tasks,
        "/oppgaver?vis=done",
        "/oppgaver?vis=missed",
        "/oppgaver?vis=coming&gjelder=member",
        "/?hvem=mine",
        "/finnes-ikke",
      ]
    : [];
};

const looked = new Set<string>();
const lookedInTheDark = new Set<string>();
/** the patterns that each kind of role has met */
const met = new Map<string, Set<string>>();
/** Where what a role may do shows first, and links to the rest: opened by everybody. */
const HUBS = new Set([
  "/",
  "/mer",
  "/konto",
  "/laget",
  "/styret",
  "/medlemmer",
  "/lag",
  "/punkter",
  "/innstillinger",
  "/aret",
]);

describe.each(Object.entries(PAGES))("%s", (seatKey, expected) => {
  it("finds every page whole, named, within the width, readable and without errors", async ({ task }) => {
    const page = await people.of(app, seatKey, PHONE);
    const errors = listenForErrors(page);
    const kin = seatKey.split("-")[0] ?? seatKey;
    const found = met.get(kin) ?? new Set<string>();
    met.set(kin, found);
    const faults: string[] = [];
    // two of one kind see the same page: read once; who tries again goes every way again
    const again = (task.result?.retryCount ?? 0) > 0;
    const isKnown = (path: string): boolean => !again && looked.has(`${kin} ${path}`) && !HUBS.has(path);
    for await (const path of walk(page, ["/", ...more(seatKey)], isKnown)) {
      const pattern = patternOf(path);
      found.add(pattern);
      const here = [...(await pageFaults(page, path)), ...(await overflowing(page, path))];
      if (!looked.has(`${kin} ${path}`)) {
        here.push(...(await axeInBothSchemes(page, path, lookedInTheDark.has(`${kin} ${pattern}`))));
        // a page with a fault is not known: who tries again finds it again
        if (here.length === 0) {
          looked.add(`${kin} ${path}`);
          lookedInTheDark.add(`${kin} ${pattern}`);
        }
      }
      faults.push(...here);
    }
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
    expect([...found].sort()).toEqual(expect.arrayContaining([...expected].sort()));
  }, 300_000);
});

it.each(["nn", "en"])("speaks %s on every kind of page", async (language) => {
  const faults: string[] = [];
  for (const [seatKey, paths] of [
    ["asker-board", ["/", "/oppgaver", "/medlemmer", "/medlemmer/ny", "/treff", "/laget", "/mer"]],
    [
      "national-admin",
      [
        "/",
        "/punkter",
        "/sammenlign",
        "/svar",
        "/lag",
        "/endringer",
        "/medlemsreisen",
        "/medlemsreisen/kart",
        "/medlemstall",
      ],
    ],
  ] as const) {
    const page = await people.of(app, seatKey, PHONE);
    const errors = listenForErrors(page);
    await open(page, "/mer");
    await choose(page, language === "nn" ? "Nynorsk" : "English");
    await page.waitForFunction((lang) => document.documentElement.lang === lang, language);
    for (const path of paths) {
      await follow(page, path);
      faults.push(...(await pageFaults(page, path)));
      faults.push(...(await overflowing(page, path)));
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
    }
    expect(errors).toEqual([]);
    await open(page, "/mer");
    await choose(page, "Bokmål");
    await page.waitForFunction(() => document.documentElement.lang === "nb");
  }
  expect(faults).toEqual([]);
});

it("is readable in the dark", async () => {
  const faults: string[] = [];
  for (const [seatKey, paths] of [
    ["asker-board", ["/", "/oppgaver", "/medlemmer", "/laget", "/mer"]],
    [
      "national-admin",
      [
        "/",
        "/punkter",
        "/sammenlign",
        "/svar",
        "/lag",
        "/endringer",
        "/medlemsreisen",
        "/medlemsreisen/kart",
        "/medlemstall",
      ],
    ],
  ] as const) {
    const page = await people.of(app, seatKey, DESK);
    const errors = listenForErrors(page);
    await open(page, "/mer");
    const light = await background(page);
    await choose(page, "Mørkt");
    for (const path of paths) {
      await follow(page, path);
      expect(await background(page)).not.toBe(light);
      faults.push(...(await axeFindings(page, path)));
    }
    expect(errors).toEqual([]);
  }
  expect(faults).toEqual([]);
});

it.each([
  ["asker-board", "/oppgaver", "Start en oppgave"],
  ["asker-leader", "/styret", "Inviter"],
])("%s opens a dialog on %s, readable, closed by Escape, the focus back where it was", async (seatKey, path, word) => {
  const page = await people.of(app, seatKey, PHONE);
  const errors = listenForErrors(page);
  await open(page, path);
  const opener = page.getByRole("button", { name: word }).first();
  await opener.click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await settled(page);
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  expect(await axeFindings(page, `${path} with a dialog`)).toEqual([]);
  expect(await overflowing(page, `${path} with a dialog`)).toEqual([]);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(errors).toEqual([]);
});

/** a chip by its word: the tick may come with the answer */
const choose = (page: Page, word: string): Promise<void> => page.locator(".v-chip", { hasText: word }).click();

const background = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

it.each([
  ["asker-board", "/oppgaver"],
  ["national-admin", "/punkter/ny"],
])("%s reaches everything on %s by Tab, and sees where the focus is", async (seatKey, path) => {
  const page = await people.of(app, seatKey, DESK);
  await open(page, path);
  const { reached, wanted, unseen } = await tabThrough(page);
  expect(wanted.filter((name) => !reached.includes(name))).toEqual([]);
  expect(unseen).toEqual([]);
});

it("opens the pages before the sign-in whole", async () => {
  const visitor = await app.visitor(...PHONE);
  const page = await visitor.newPage();
  const errors = listenForErrors(page);
  const faults: string[] = [];
  for (const path of [
    "/logg-inn",
    "/logg-inn/lenke",
    "/invitasjon",
    "/avmeld",
    "/avmeld-medlem",
    "/kommer",
    "/postkasse",
    "/hvem-ser-meg",
    "/personvern",
  ]) {
    await open(page, path);
    faults.push(...(await pageFaults(page, path)), ...(await overflowing(page, path)));
    faults.push(...(await axeFindings(page, path)));
  }
  await enter(page, "mentor");
  await page.goto("/");
  await settled(page);
  expect(faults).toEqual([]);
  expect(errors).toEqual([]);
  await visitor.close();
});
