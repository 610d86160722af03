import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { duty, rolledOut, started } from "./duties.js";
import { axeFindings } from "./inspect.js";
import { focused, press, tabTo } from "./keyboard.js";
import { DESK, listenForErrors, open, PHONE, settled, visitors } from "./people.js";

let app: BrowserApp;
let dutyId = "";
const people = visitors();
beforeAll(async () => {
  app = await browserApp({}, async (fresh) => {
    const template = await rolledOut(fresh, duty("Sommeravslutning"));
    const page = await people.of(fresh, "asker-board", PHONE);
    dutyId = await started(page, template);
    await people.close();
  });
});
afterEach(() => people.close());
afterAll(() => app?.close());

const at = (page: Page): string => new URL(page.url()).pathname;

/** A talk with a member that waits in Asker. */
async function talk(): Promise<{ id: string; status: () => Promise<string | null> }> {
  const [found] = await app.sql<{ id: string }>(
    `select t.id from app.touchpoint t join app.touchpoint_template x on x.id = t.template_id and x.key = 'ip-02'
       join app.chapter c on c.id = t.chapter_id and c.short_name = 'MHU Asker'
      where num_nonnulls(t.closed_at, t.emptied_at, t.waived_at, t.cancelled_at) = 0 and t.opens_on <= authz.today() and t.miss_on >= authz.today() limit 1`,
  );
  const id = found?.id ?? "";
  return {
    id,
    status: async () =>
      (await app.sql<{ outcome: string | null }>("select outcome from app.touchpoint where id = $1", [id]))[0]
        ?.outcome ?? null,
  };
}

it("does a whole day of a board with the keyboard alone", async () => {
  const page = await people.of(app, "asker-board", DESK);
  const errors = listenForErrors(page);
  const { id, status } = await talk();

  // help opens over the page, and gives the focus back
  await open(page, "/");
  await press(page, /^Slik gjør du$/);
  await page.getByRole("dialog").getByText("Hvem kan jeg spørre?").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  expect((await focused(page)).name).toBe("Slik gjør du");

  // a talk: a step, how it went, the one answer that sends
  await open(page, `/oppgaver/${id}`);
  await tabTo(page, /./, /INPUT/, "checkbox");
  const step = await page.evaluate(() => (document.activeElement as HTMLInputElement).checked);
  await page.keyboard.press("Space");
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).checked)).toBe(!step);
  await tabTo(page, /^Nådd/, /INPUT/);
  await page.keyboard.press("Space");
  await press(page, /^Ja, ferdig$/);
  await page.waitForURL(`**/oppgaver/${id}/ferdig`);
  await settled(page);
  expect(await status()).toBe("REACHED");
  // and taken back, within the ten seconds
  await press(page, /^Angre$/);
  await page.waitForURL(`**/oppgaver/${id}`);
  await expect.poll(status).toBeNull();

  // the list: a group, and a search
  await press(page, /^Oppgaver$/);
  await page.waitForURL("**/oppgaver");
  await settled(page);
  await tabTo(page, /^Søk/, /INPUT/);
  await page.keyboard.type("Sommeravslutning");
  // what is searched for may be a name: it is not in the address
  await expect.poll(() => page.locator("main a[href^='/oppgaver/']").filter({ visible: true }).count()).toBe(1);
  expect(at(page)).toBe("/oppgaver");
  await press(page, /Sommeravslutning/);
  await page.waitForURL(`**/oppgaver/${dutyId}`);
  await settled(page);

  // the report of a duty
  await press(page, /rapport/i);
  await page.waitForURL(`**/oppgaver/${dutyId}/rapport`);
  await settled(page);
  await tabTo(page, /^Ja$/, /INPUT/);
  await page.keyboard.press("Space");
  await tabTo(page, /Hva vil dere si/, /TEXTAREA/);
  await page.keyboard.type("Vi grillet.");
  expect(await axeFindings(page, "the report")).toEqual([]);
  await press(page, /^Send/);
  await page.waitForURL((url) => !url.pathname.endsWith("/rapport"));
  await settled(page);
  const [sent] = await app.sql<{ answers: Record<string, unknown> }>(
    "select answers from app.touchpoint where id = $1 and closed_at is not null",
    [dutyId],
  );
  expect(sent?.answers).toMatchObject({ done: true, said: "Vi grillet." });
  expect(at(page)).not.toContain("rapport");
  expect(errors).toEqual([]);
}, 120_000);

it("is said as it is to a screen reader: places, headings, controls and what they are for", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const { id } = await talk();
  await open(page, "/");
  const day = await page.locator("body").ariaSnapshot();
  expect(day).toMatch(/- main:/);
  expect(day).toMatch(/- navigation "[^"]+":/);
  expect(day.match(/heading "[^"]+" \[level=1\]/g)).toHaveLength(1);
  expect(day).toContain('link "I dag"');

  await open(page, `/oppgaver/${id}`);
  const task = await page.locator("main").ariaSnapshot();
  expect(task.match(/heading "[^"]+" \[level=1\]/g)).toHaveLength(1);
  expect(task).toContain('button "Trygg ramme"');
  expect(task).toContain('group "Hvordan gikk det?"');
  for (const outcome of ["Nådd", "Ikke svar", "Senere"]) expect(task).toContain(`radio "${outcome}"`);
  expect(task).toMatch(/checkbox "[^"]+"/);
  // nothing that can be pressed lacks a name, and no picture is read out
  for (const path of ["/", "/oppgaver", `/oppgaver/${id}`, `/oppgaver/${dutyId}/rapport`, "/ovelse", "/hjelp", "/ko"]) {
    await open(page, path);
    const tree = await page.locator("body").ariaSnapshot();
    const unnamed = tree
      .split("\n")
      .filter((line) => /^\s*- (button|link|checkbox|radio|textbox|combobox|searchbox|img)(?=$|:| \[)/.test(line));
    expect(unnamed, path).toEqual([]);
  }
}, 90_000);
