import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { DESK, listenForErrors, open, settled, shot, visitors } from "./people.js";

/* The designer's whole road: a welcome call is written from nothing, tried in four chapters, judged, mended, and rolled out in
   two waves and once more, while boards go on with what they have begun. */

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const NAME = "Velkomstsamtale fra nytt";
const PILOT = ["Asker", "Bergen", "Drammen", "Tromsø"];
const EACH = 4;

type Row = { chapter: string; version: string; begun: boolean; closed: boolean; cancelled: boolean };
const STANDING = `select c.short_name as chapter, v.major || '.' || v.minor as version, t.started_at is not null as begun,
    t.closed_at is not null as closed, t.cancelled_at is not null as cancelled
  from app.touchpoint t join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id
  join app.chapter c on c.organization_id = t.organization_id and c.id = t.chapter_id where t.template_id = $1 and t.about_member`;

async function write(page: Page): Promise<string> {
  await open(page, "/punkter");
  await page.getByRole("link", { name: "Nytt interaksjonspunkt" }).click();
  await page.getByRole("textbox", { name: "Navn" }).fill(NAME);
  await page.getByRole("button", { name: "Lag utkastet" }).click();
  await page.waitForURL("**/utkast*");
  await settled(page);
  await page.getByRole("textbox", { name: "Mål" }).fill("Finne ut hva den nye har lyst på.");
  await part(page, "Fase og utløser");
  await page.getByRole("combobox", { name: "Hva utløser oppgaven?" }).selectOption("MEMBER_JOINED");
  await part(page, "Tiltak");
  await page.getByRole("button", { name: "Legg til tiltak" }).click();
  await page.keyboard.type("Ring den nye");
  await part(page, "Rapport");
  await page.getByRole("button", { name: "Legg til spørsmål" }).click();
  await page.getByRole("textbox", { name: "Spørsmål", exact: true }).fill("Avtalte dere et neste steg?");
  await page.getByText("Klar til å publiseres").waitFor();
  return /\/punkter\/([^/]+)\//.exec(page.url())?.[1] ?? "";
}

const part = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("navigation", { name: "Deler av utkastet" }).getByRole("button", { name }).click();
};

/** A choice's whole line is its target; the round button lies under it. */
const choose = (page: Page, name: string): Promise<void> => page.locator("label", { hasText: name }).first().click();

async function pilot(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start pilot" }).click();
  await page.waitForURL("**/pilot");
  await settled(page);
  await choose(page, "Velg lag selv");
  for (const chapter of PILOT) await choose(page, `Mental Helse Ungdom ${chapter}`);
  await page.getByRole("button", { name: /Start piloten i (4|fire) lag/ }).click();
  await page.waitForURL(/\/pilot\/[0-9a-f-]{36}$/);
  await settled(page);
}

/** What the trigger makes: four conversations in each pilot chapter. One is begun, one reported, two are untouched. */
async function membersJoin(templateId: string): Promise<void> {
  await app.sql(
    `insert into app.touchpoint (organization_id, chapter_id, id, template_id, version_id, major, about_member, member_id, occurrence, opens_on, due_on, miss_on, first_due_on, started_at, closed_at, outcome, steps_done)
     select v.organization_id, m.chapter_id, app.touchpoint_id(m.chapter_id, v.template_id, m.id, 'joined'), v.template_id, v.id, v.major, true, m.id, 'joined',
            authz.today(), authz.today() + 14, authz.today() + 30, authz.today() + 14,
            case when m.n <= 2 then now() end, case when m.n = 2 then now() end, case when m.n = 2 then 'REACHED' end, case when m.n = 1 then '{call}'::text[] else '{}' end
       from app.template_version v
       join (select m.*, row_number() over (partition by m.chapter_id order by m.id) as n from app.member m join app.chapter c on c.id = m.chapter_id
              where c.short_name = any ($2) and m.left_on is null) m on m.organization_id = v.organization_id and m.n <= $3
      where v.template_id = $1 and v.state = 'PILOT'`,
    [templateId, PILOT.map((name) => `MHU ${name}`), EACH],
  );
}

async function standing(templateId: string): Promise<Record<string, number>> {
  const rows = await app.sql<Row>(STANDING, [templateId]);
  expect(rows).toHaveLength(PILOT.length * EACH);
  const sums: Record<string, number> = {};
  for (const row of rows) {
    expect(row.cancelled).toBe(false);
    const how = row.closed ? "reported" : row.begun ? "begun" : "untouched";
    sums[`${row.version} ${how}`] = (sums[`${row.version} ${how}`] ?? 0) + 1;
  }
  return sums;
}

async function publish(page: Page, number: string): Promise<void> {
  await page.getByText("Klar til å publiseres").waitFor();
  await page.getByRole("button", { name: `Publiser ${number}` }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `Publiser ${number}` })
    .click();
  await page.waitForURL(/\/punkter\/[^/]+$/);
  await settled(page);
}

async function rollOut(page: Page, number: string, chapters: readonly string[] | "all"): Promise<void> {
  await page.getByRole("link", { name: `Rull ut ${number}` }).click();
  await page.waitForURL("**/utrulling");
  await settled(page);
  if (chapters !== "all") {
    await choose(page, "Noen lag");
    for (const chapter of chapters) await choose(page, `Mental Helse Ungdom ${chapter}`);
  }
  await page.getByRole("button", { name: /^Rull ut til/ }).click();
  await page.getByText(/^Rullet ut til/).waitFor();
  await page.getByRole("link", { name: "Til punktet" }).first().click();
  await page.waitForURL(/\/punkter\/[^/]+$/);
  await settled(page);
}

it("goes from nothing by a pilot to 1.1 in two waves and 2.0, and what boards have begun stays as it was", async () => {
  const page = await people.of(app, "national-editor", DESK);
  const errors = listenForErrors(page);
  const id = await write(page);
  await pilot(page);
  await membersJoin(id);
  expect(await standing(id)).toEqual({ "1.0 begun": 4, "1.0 reported": 4, "1.0 untouched": 8 });

  // the first version has nothing to be held against, and says so
  await page.reload();
  await page.getByRole("heading", { level: 1, name: /1\.0 er den første versjonen/ }).waitFor();
  await shot(page, "story-scoreboard");
  await page.getByRole("button", { name: "Avslutt i dag" }).click();
  await page.getByText("Skal avgjøres").waitFor();
  await choose(page, "Tilbake til utkast");
  await page.getByLabel("Hvorfor?").fill("Guiden må bli kortere før alle får den.");
  await page.getByRole("button", { name: "Avgjør" }).click();
  await page.getByText("Guiden må bli kortere").waitFor();

  await open(page, `/punkter/${id}/utkast`);
  await page.getByRole("textbox", { name: "Mål" }).fill("Finne ut hva den nye har lyst på, og avtale ett steg.");
  await publish(page, "1.1");
  expect(await standing(id)).toEqual({ "1.0 begun": 4, "1.0 reported": 4, "1.0 untouched": 8 });
  await rollOut(page, "1.1", PILOT.slice(0, 2));
  expect(await standing(id)).toEqual({
    "1.0 begun": 4,
    "1.0 reported": 4,
    "1.0 untouched": 4,
    "1.1 untouched": 4,
  });
  await page.getByText("Lagene er på vei over").waitFor();
  await shot(page, "story-waves");
  await rollOut(page, "1.1", "all");
  expect(await standing(id)).toEqual({ "1.0 begun": 4, "1.0 reported": 4, "1.1 untouched": 8 });

  await page.getByRole("button", { name: "Lag nytt utkast" }).click();
  await page.waitForURL("**/utkast*");
  await settled(page);
  await part(page, "Rapport");
  await page.getByRole("button", { name: "Legg til spørsmål" }).click();
  await page.getByRole("textbox", { name: "Spørsmål", exact: true }).fill("Vil medlemmet ha en telefon til?");
  await publish(page, "2.0");
  await rollOut(page, "2.0", "all");
  expect(await standing(id)).toEqual({ "1.0 begun": 4, "1.0 reported": 4, "2.0 untouched": 8 });
  // 1.1 is over; 1.0 lives on in what was begun
  const states = await app.sql<{ number: string; state: string }>(
    `select major || '.' || minor as number, state from app.template_version where template_id = $1 order by 1`,
    [id],
  );
  expect(states).toEqual([
    { number: "1.0", state: "CLOSING" },
    { number: "1.1", state: "CLOSED" },
    { number: "2.0", state: "PUBLISHED" },
  ]);
  await shot(page, "story-end");
  expect(errors).toEqual([]);
});
