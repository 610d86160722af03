import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { measureCrowd } from "../../server/src/bench/survey.js";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { ask, CORE_YEAR, DESK, listenForErrors, open, PHONE, THIS_YEAR, visitors } from "./people.js";

// What Varde was made for, from beginning to end: an empty map, what members answer, and five points that every chapter carries out.

const FORMS = 1300;
const CHAPTERS = 15;
const NEXT = THIS_YEAR + 1;

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  // each phone is on a network of its own, as the proxy in front says
  app = await browserApp({ VARDE_TRUSTED_PROXIES: "1" });
});
afterEach(() => people.close());
afterAll(() => app?.close());

async function card(page: Page, stage: string, title: string): Promise<void> {
  await page.getByRole("button", { name: `Nytt kort i ${stage}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Navn" }).fill(title);
  await dialog.getByText(/^Lagret/).waitFor();
  await dialog.getByRole("button", { name: "Ferdig" }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** An empty map of next year: two cards, one moved by hand and one by keys, and kept for good. */
async function drawMap(page: Page): Promise<void> {
  await open(page, `/medlemsreisen/kart?aar=${NEXT}`);
  await page.getByText("Et tomt kart").click();
  await page.getByRole("button", { name: "Begynn" }).click();
  await page.getByRole("button", { name: "Nytt kort i Velkommen" }).waitFor();
  await card(page, "Velkommen", "Ring nye");
  await card(page, "Velkommen", "Stille etter treffet");
  const [from, to] = [
    (await page.getByRole("button", { name: "Flytt Stille etter treffet" }).boundingBox())!,
    (await page.locator("[data-stage=RENEW]").boundingBox())!,
  ];
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 20, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
  await page.mouse.up();
  await page.locator("[data-stage=RENEW]").getByText("Stille etter treffet").waitFor();
  await page.getByRole("button", { name: "Flytt Ring nye" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText("Ring nye er i Første møte, plass 1 av 1").waitFor();
}

/** The built-in survey, opened for all chapters. Gives its id. */
async function openSurvey(page: Page): Promise<string> {
  await open(page, "/medlemsreisen/undersokelser");
  await page.getByRole("button", { name: "Ny undersøkelse" }).click();
  await page.getByText("Klar til å åpnes").waitFor();
  await page.getByRole("button", { name: "Åpne …" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Åpne", exact: true }).click();
  await page.getByRole("heading", { name: "Lenker til lagene" }).waitFor();
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

/** A link for each form: those of 15 chapters in turn, and of none more than it takes. */
async function linksOf(survey: string): Promise<string[]> {
  const chapters = await app.sql<{ code: string; most: number }>(
    `select l.code, greatest(60, 3 * (select count(*)::int from app.member m where m.chapter_id = l.chapter_id and m.left_on is null)) as most
       from app.survey_link l where l.survey_id = $1 order by most desc, l.code limit $2`,
    [survey, CHAPTERS],
  );
  expect(chapters).toHaveLength(CHAPTERS);
  const turns = Array.from({ length: FORMS }, (_, turn) => chapters.filter(({ most }) => turn < most));
  return turns.flatMap((those) => those.map(({ code }) => code)).slice(0, FORMS);
}

const LAY = `mutation ($input: LayDotsInput!) { layDots(input: $input) { problems { code } } }`;
const WORKSHOP = `query ($id: ID!) { coreWorkshop(id: $id) { code now { id name { nb } } } }`;
type Workshop = { coreWorkshop: { code: string; now: { id: string; name: { nb: string } }[] } };

/** Forty people lay dots at once, one of them on a phone that is seen. Gives the names in the order of the screen. */
async function vote(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: "Åpne avstemning" }).last().click();
  await page.getByRole("heading", { name: "Hva er viktigst?" }).waitFor();
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const { code, now } = (await ask<Workshop>(page, WORKSHOP, { id })).coreWorkshop;
  const [first, second] = [now[0]!, now[1]!];
  const laid = [
    { id: first.id, dots: 1 },
    { id: second.id, dots: 3 },
  ];
  const visitor = await app.visitor(...PHONE);
  const phone = await visitor.newPage();
  await open(phone, `/stem/${code}`);
  const one = async () => {
    const input = { key: randomUUID(), code, token: randomBytes(32).toString("hex"), round: 1, rev: 0, laid };
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ query: LAY, variables: { input } });
    const answer = await fetch(`${app.url}/graphql`, { method: "POST", headers, body });
    return ((await answer.json()) as { data: { layDots: { problems: object[] } } }).data.layDots.problems;
  };
  const [problems] = await Promise.all([
    Promise.all(Array.from({ length: 39 }, one)),
    phone.getByRole("button", { name: `Legg en prikk på ${first.name.nb}`, exact: true }).click(),
  ]);
  expect(problems.flat()).toEqual([]);
  await phone.getByText("Prikkene dine er med.").waitFor();
  await visitor.close();
  await page.getByText("40 av 60 telefoner har lagt prikker").waitFor();
  const rows = page.getByRole("list", { name: "Prikker" }).getByRole("listitem");
  await rows.filter({ hasText: first.name.nb }).getByText("40").waitFor();
  await rows.filter({ hasText: second.name.nb }).getByText("117").waitFor();
  await page.getByRole("button", { name: "Lukk runden" }).click();
  await page.getByRole("button", { name: "Avslutt" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Avslutt" }).click();
  await page.getByText("Avstemning, runde 1, over").waitFor();
  await page.getByRole("link", { name: "Velg kjernepakken" }).click();
  return now.map(({ name }) => name.nb);
}

async function freeze(page: Page, five: readonly string[]): Promise<void> {
  await page.getByText("Runde 1: 40 telefoner").waitFor();
  const choice = page.locator("section.v-card", { hasText: "De som velges, blir kjernepakken" });
  for (const name of five) await choice.locator("label").getByText(name, { exact: true }).click();
  for (const name of five) await choice.getByLabel(`Hvorfor ${name}?`).fill("Flest prikker, og medlemmene ba om det.");
  const effort = choice.getByLabel("Hvorfor er det verdt det?");
  if (await effort.count()) await effort.fill("Vi tar bort to andre punkter.");
  await choice.getByRole("button", { name: `Frys valget for ${CORE_YEAR}` }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `Frys valget for ${CORE_YEAR}` })
    .click();
  await page.getByText(`Kjernepakken for ${CORE_YEAR} er valgt`).waitFor();
}

it("goes from an empty map by 1,300 answers and forty voters to five that every chapter is told of", async () => {
  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  await drawMap(page);
  const survey = await openSurvey(page);
  // an answer that is not taken throws
  await measureCrowd(app.url, { forms: FORMS, atOnce: FORMS, codes: await linksOf(survey) });
  await page.getByRole("button", { name: "Avslutt nå …" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Avslutt" }).click();
  await page.getByText("Avsluttet", { exact: true }).waitFor();
  // the worker counts and publishes: none is lost and none is counted twice, and nothing is left that one could ask
  const results = () =>
    ask<{ surveyResults: { publishedOn: string | null; tables: object[] } }>(
      page,
      "query ($id: ID!) { surveyResults(surveyId: $id) { publishedOn tables { question } } }",
      { id: survey },
    );
  await expect.poll(async () => (await results()).surveyResults.publishedOn, { timeout: 15_000 }).not.toBeNull();
  expect((await results()).surveyResults.tables.length).toBeGreaterThan(5);
  expect(
    await app.sql(
      `select (select sum(n)::int from app.survey_count where survey_id = $1 and question = '' and cell = '') as forms,
         (select count(distinct chapter_id)::int from app.survey_count where survey_id = $1) as chapters,
         (select count(*)::int from app.survey_waiting where survey_id = $1) as waiting,
         (select count(*)::int from app.survey_spent where survey_id = $1) as tickets`,
      [survey],
    ),
  ).toEqual([{ forms: FORMS, chapters: CHAPTERS, waiting: 0, tickets: 0 }]);

  await open(page, `/medlemsreisen/undersokelser/${survey}/resultater`);
  await page
    .getByText(/^1\s?300 svarte/)
    .first()
    .waitFor();
  await open(page, "/punkter/kjernepakke/velg");
  await page.getByRole("button", { name: "Endre tallene for Velkomstsamtale", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Verdi, 0 til 100" }).fill("90");
  await dialog.getByLabel("Hvorfor, og hvor det er fra").fill("Spørsmål 6 i undersøkelsen");
  await dialog.getByRole("button", { name: "Lagre tallet" }).click();
  await dialog.waitFor({ state: "hidden" });
  const five = (await vote(page)).slice(0, 5);
  await freeze(page, five);

  // told to the boards, and first on the page of those who look after them
  const board = await people.of(app, "asker-leader", PHONE);
  await open(board, "/laget");
  await board.getByText("Flest prikker, og medlemmene ba om det.").first().waitFor();
  await open(board, "/beskjeder");
  await board.getByText(`Kjernepakken for ${CORE_YEAR}`).first().waitFor();
  await open(page, "/");
  const pinned = page.locator(".v-core__row .v-core__what > a:first-child");
  expect((await pinned.allTextContents()).map((name) => name.trim())).toEqual(five);
  await page.getByRole("link", { name: new RegExp(`Gjennom årene.*${five[0]}`) }).click();
  await page.getByRole("heading", { level: 1, name: `${five[0]}: valgt for ${CORE_YEAR}` }).waitFor();
  await page.locator("dl > div", { hasText: "Prikker" }).getByText("40").first().waitFor();
  expect(errors).toEqual([]);
}, 180_000);
