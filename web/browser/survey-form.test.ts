import { randomUUID } from "node:crypto";
import { STARTING_SURVEY } from "@varde/domain";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type BrowserApp, type BrowserContext, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, axeInBothSchemes, overflowing } from "./inspect.js";
import { press, tabTo } from "./keyboard.js";
import { listenForErrors, PHONE, shot } from "./people.js";

let app: BrowserApp;
const CODE = "abcdefghjk";
const PATH = `/u/${CODE}`;
/** The built-in survey, with a question that is asked only of those who were not contacted. */
const DEFINITION = {
  ...STARTING_SURVEY,
  questions: STARTING_SURVEY.questions.map((question) =>
    question.key === "welcome" ? { ...question, showIf: { question: "contacted", anyOf: ["no"] } } : question,
  ),
};
const contexts: BrowserContext[] = [];

async function opened({ sql }: BrowserApp): Promise<void> {
  const id = randomUUID();
  await sql(
    `with c as (select organization_id, id from app.chapter where short_name like '%Asker%' limit 1),
       s as (insert into app.survey (organization_id, id, definition, state, opens_on, closes_on, created_by, opened_at)
         select c.organization_id, $1, $2, 'OPEN', current_date - 1, current_date + 30, (select x.id from app.seat x where x.organization_id = c.organization_id limit 1), now()
           from c returning organization_id)
     select 1 from s`,
    [id, JSON.stringify(DEFINITION)],
  );
  await sql(
    `insert into app.survey_link (organization_id, survey_id, chapter_id, code)
     select organization_id, $1, id, $2 from app.chapter where short_name like '%Asker%' limit 1`,
    [id, CODE],
  );
}
beforeAll(async () => {
  app = await browserApp({}, opened);
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(() => app?.close());

const phone = async (over: { javaScriptEnabled?: boolean; locale?: string } = {}): Promise<Page> => {
  const context = await app.browser.newContext({
    baseURL: app.url,
    viewport: { width: PHONE[0], height: PHONE[1] },
    locale: "nb-NO",
    ...over,
  });
  contexts.push(context);
  return context.newPage();
};
const formsIn = async (): Promise<number> =>
  (await app.sql<{ n: number }>(`select count(*)::int as n from app.survey_waiting`))[0]!.n;
const send = (page: Page) => page.locator("button.send").first().click();
/** A page that is sent within seconds is given back with all that is in it: pressed until it is taken. */
const sendUntilThanked = (page: Page) =>
  expect
    .poll(async () => {
      if ((await page.locator("#sent").count()) === 0) await send(page);
      return page.url();
    })
    .toContain("/takk");

test("without a script: asked by styles, in three languages with what was answered kept, and sent", async () => {
  const page = await phone({ javaScriptEnabled: false, locale: "en-GB" });
  await page.goto(PATH);
  await page.getByRole("heading", { level: 1, name: "What is it like to be a member?" }).waitFor();
  const hanging = page.getByRole("group", { name: /How welcome did you feel/ });
  expect(await hanging.isVisible()).toBe(false);
  await page.getByLabel("No", { exact: true }).check();
  expect(await hanging.isVisible()).toBe(true);
  await page.getByLabel("Trips").check();
  await page.getByLabel(/the one thing/).fill("Flere turer\nog kake");
  await page.getByRole("button", { name: "Nynorsk" }).click();
  await page.getByRole("heading", { level: 1, name: "Korleis er det å vere medlem?" }).waitFor();
  await page.getByRole("button", { name: "Bokmål" }).click();
  await page.getByRole("heading", { level: 1, name: "Hvordan er det å være medlem?" }).waitFor();
  expect(await page.getByLabel("Turer").isChecked()).toBe(true);
  expect(await page.getByLabel(/det ene vi bør/).inputValue()).toBe("Flere turer\nog kake");
  const before = await formsIn();
  await sendUntilThanked(page);
  expect(await formsIn()).toBe(before + 1);
  await page.getByRole("heading", { name: "Svaret er sendt" }).waitFor();
});

test("with a script that never came, or that fails half-way, nothing typed is lost", async () => {
  const broken = await phone();
  await broken.route(/member-form-.*\.js/, (route) => route.abort());
  await broken.goto(PATH);
  const before = await formsIn();
  await broken.getByLabel("Aldri").check();
  await sendUntilThanked(broken);
  expect(await formsIn()).toBe(before + 1);

  const page = await phone();
  await page.goto(PATH);
  await page.getByText("ligger bare på denne telefonen").first().waitFor();
  await page.getByLabel("Aldri").check();
  await page.getByLabel(/det ene vi bør/).fill("Mer kake");
  // one that was chosen by mistake is taken away again
  await page.getByLabel("15–17").check();
  await page.getByRole("group", { name: "Hvor gammel er du?" }).getByRole("button", { name: "Fjern svaret" }).click();
  // closed, and come back to
  await page.goto("about:blank");
  await page.goto(PATH);
  await page.getByText("Her er svarene som ble begynt på").waitFor();
  expect(await page.getByLabel("Aldri").isChecked()).toBe(true);
  expect(await page.getByLabel("15–17").isChecked()).toBe(false);
  expect(await page.getByLabel(/det ene vi bør/).inputValue()).toBe("Mer kake");
  // the answer of the first is lost on its way, and the second never leaves
  let tries = 0;
  await page.route(/\/u\//, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    tries += 1;
    if (tries === 1) await route.fetch();
    return tries < 3 ? route.abort() : route.continue();
  });
  await send(page);
  await page.waitForURL(/\/takk/);
  expect(tries).toBe(3);
  expect(await formsIn()).toBe(before + 2);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("kake");
  // another tab that held the same answers puts none of them away again
  const tab = await page.context().newPage();
  await tab.goto(PATH);
  await tab.getByLabel("Aldri").check();
  const twin = await page.context().newPage();
  await twin.goto(PATH);
  await twin.getByText("Her er svarene som ble begynt på").waitFor();
  await send(tab);
  await tab.waitForURL(/\/takk/);
  expect(await formsIn()).toBe(before + 3);
  await twin
    .locator("#status")
    .getByText(/^Det er alt sendt et svar/)
    .waitFor();
  await twin.goto("about:blank");
  expect(await page.evaluate((key) => localStorage.getItem(key), `varde-form-${CODE}`)).toBeNull();
  // the next person on the same phone
  await page.getByRole("link", { name: "Svar for en annen person" }).click();
  await page.getByText("Det er alt sendt et svar fra denne telefonen").waitFor();
  expect(await page.locator(":checked").count()).toBe(0);
  expect(await page.getByLabel(/det ene vi bør/).inputValue()).toBe("");
});

test("by keys alone, and as axe, small phones and large letters want it", async () => {
  const page = await phone();
  const errors = listenForErrors(page);
  await page.goto(PATH);
  await tabTo(page, /^Under 3 måneder$/);
  await page.keyboard.press("ArrowDown");
  expect(await page.getByLabel("3–12 måneder").isChecked()).toBe(true);
  // Enter in a field sends nothing
  await page.keyboard.press("Enter");
  await tabTo(page, /^1, Helt uenig$/);
  await page.keyboard.press("Space");
  await tabTo(page, /^Turer$/);
  await page.keyboard.press("Space");
  expect(new URL(page.url()).pathname).toBe(PATH);
  await page.getByLabel("Nei", { exact: true }).check();
  await page.locator("summary").click();
  expect(await axeInBothSchemes(page, PATH)).toEqual([]);
  expect(await overflowing(page, PATH)).toEqual([]);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("label.choice, label.mark, button, main a, summary")]
      .filter((one) => one.checkVisibility() && !one.ariaHidden && !one.closest(".safe"))
      .map((one) => [one.textContent.trim(), one.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width < 43 || height < 47)
      .map(([text, { width, height }]) => `${text} ${width} x ${height}`),
  );
  expect(small).toEqual([]);
  await shot(page, "survey-form");
  await press(page, /^Send svarene$/);
  await page.waitForURL(/\/takk/);
  expect(await axeFindings(page, "thanks")).toEqual([]);
  for (const path of ["/u/aaaaaaaaaa", `${PATH}?sprak=en`]) {
    await page.goto(path);
    expect(await axeFindings(page, path)).toEqual([]);
  }
  expect(errors.filter((error) => !error.includes("404"))).toEqual([]);
});
