import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { act, duty, PROBLEMS, rolledOut } from "./duties.js";
import { axeFindings, overflowing } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, settled, shot, THIS_YEAR, visitors } from "./people.js";

// A chapter's whole year, by the clock of the database: it plans, does, answers for it, and is approved. The year is the next one, in
// which nothing has happened yet, so that every number is what was done here.

const YEAR = THIS_YEAR + 1;
let app: BrowserApp;
let asker: string;
const people = visitors();
const pages: Page[] = [];
beforeAll(async () => {
  app = await browserApp({}, async ({ sql }) => {
    [{ id: asker }] = (await sql("select id from app.chapter where short_name = 'MHU Asker'")) as [{ id: string }];
  });
});
afterEach(async () => {
  pages.length = 0;
  await people.close();
});
afterAll(() => app?.close());

/** The day it is: for the database, and for the browsers of those who are here. */
async function turnTo(day: string): Promise<void> {
  await app.sql(
    `create or replace function authz.today() returns date language sql stable set search_path = pg_catalog, pg_temp as $$ select date '${day}' $$`,
  );
  for (const page of pages) await page.context().clock.setFixedTime(`${day}T10:00:00Z`);
}

/** The same three sit on; four of the young have paid and all is known, of three nobody wrote how much, and five are too old to count. */
async function electAndPay(): Promise<void> {
  // a seat is not prolonged, but given anew by the handover: that is a story of its own
  await app.sql(
    `begin; set local session_replication_role = replica;
     update app.seat set valid_to = '${YEAR + 2}-04-01' where chapter_id = '${asker}' and valid_to > current_date; commit`,
  );
  await app.sql("update app.meeting set cancelled_at = now() where chapter_id = $1 and held_on >= $2", [
    asker,
    `${YEAR}-01-01`,
  ]);
  await app.sql("delete from app.member_fee where chapter_id = $1 and year = $2", [asker, YEAR]);
  await app.sql(
    `insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on, amount, paid_by)
     select organization_id, chapter_id, id, $2, make_date($2, 2, 1), case when young and nth <= 3 then null else 6000 end, 'SELF'
       from (select m.*, $2 - birth_year < 26 as young, row_number() over (partition by $2 - birth_year < 26 order by id) as nth
               from app.member m where chapter_id = $1 and left_on is null and $2 - birth_year >= 18) m
      where nth <= case when young then 7 else 5 end`,
    [asker, YEAR],
  );
}

type Plan = { id: string; rows: { activity: string; progress: object | null }[] };
const PLAN = `query ($year: Int!) { actionPlan(year: $year) { id rows { id rev activity aim measures resultAim responsible responsibleSeatId dueOn
  status learnt templateId measure target goalId progress { done whole } } } }`;
const plan = async (page: Page): Promise<Plan> =>
  (await ask<{ actionPlan: Plan }>(page, PLAN, { year: YEAR })).actionPlan;

/** What the board writes of a row, over the API. */
async function setRow(page: Page, activity: string, over: object): Promise<void> {
  const { id: planId, rows } = await plan(page);
  const { progress: _, ...row } = rows.find((one) => one.activity === activity)!;
  const save = `mutation ($input: SavePlanRowInput!) { done: savePlanRow(input: $input) { ${PROBLEMS} } }`;
  await act(page, save, { planId, ...row, ...over });
}
const hold = (page: Page, kind: string, heldOn: string, attendance?: number, title?: string) => {
  const save = `mutation ($input: SaveMeetingInput!) { done: saveMeeting(input: $input) { ${PROBLEMS} } }`;
  return act(page, save, { id: randomUUID(), rev: 0, kind, heldOn, attendance, title });
};

/** Started by the board today. */
async function start(page: Page, templateId: string): Promise<string> {
  const begin = `mutation ($input: StartTouchpointInput!) { done: startTouchpoint(input: $input) { touchpointIds ${PROBLEMS} } }`;
  const { touchpointIds } = await act<{ touchpointIds: string[]; problems: [] }>(page, begin, { templateId });
  return touchpointIds[0]!;
}
/** A report on the page of the task. */
async function report(page: Page, id: string): Promise<void> {
  await open(page, `/oppgaver/${id}`);
  await page.getByRole("link", { name: "Skriv rapporten" }).click();
  await page.locator("label", { hasText: /^Ja$/ }).click();
  await page.getByRole("button", { name: "Send rapporten" }).click();
  await page.getByText(/er ferdig$/).waitFor();
}
/** The same over the API. */
async function answer(page: Page, id: string, answers: object[]): Promise<void> {
  const asked = "query ($id: ID!) { touchpoint(id: $id) { touchpoint { rev } } }";
  const { touchpoint } = await ask<{ touchpoint: { touchpoint: { rev: number } } }>(page, asked, { id });
  const send = `mutation ($input: SubmitReportInput!) { done: submitReport(input: $input) { ${PROBLEMS} } }`;
  await act(page, send, { id, rev: touchpoint.touchpoint.rev, answers });
}

const fine = async (page: Page, name: string): Promise<void> => {
  await settled(page);
  await shot(page, name);
  expect(await axeFindings(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};
const says = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true }).inputValue();
const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

async function write(leader: Page, schools: string, goalId: string): Promise<void> {
  await turnTo(`${YEAR}-01-15`);
  await open(leader, `/aret?aar=${YEAR}`);
  await leader.getByRole("button", { name: "Sett dag for årsmøtet" }).click();
  await leader.getByRole("dialog").getByLabel("Dato").fill(`${YEAR}-02-20`);
  await leader.getByRole("dialog").getByText("Da sendes innkallingen senest 23. januar").waitFor();
  await leader.getByRole("button", { name: "Lagre dagen" }).click();
  await leader.waitForURL(/\/arsmote\//);

  await turnTo(`${YEAR}-02-10`);
  await open(leader, `/handlingsplan/${YEAR}`);
  await leader.getByText("Malen", { exact: true }).click();
  await leader.getByRole("button", { name: "Begynn" }).click();
  await leader.getByRole("button", { name: "Åpne Treff for medlemmer" }).click();
  await leader.getByText("Følg med av seg selv").click();
  await leader.getByLabel("Hva skal telles?").selectOption({ label: "Møter: treff" });
  await leader.getByRole("textbox", { name: /^Hvor mange vil dere ha/ }).fill("3");
  await leader.getByLabel("Hvilket felles mål står raden bak?").selectOption({ value: goalId });
  await leader.getByLabel(/^Frist/).fill(`${YEAR}-12-15`);
  await seen(leader, /^Lagret/);
  await leader.getByRole("button", { name: "Ferdig" }).click();
  await seen(leader, "0 av 3 treff");
  await setRow(leader, "Synlig på skolene", { templateId: schools, dueOn: `${YEAR}-10-01` });
  await setRow(leader, "Styrearbeid", { measure: "BOARD_MEETING", target: 6 });

  await turnTo(`${YEAR}-02-20`);
  await open(leader, `/handlingsplan/${YEAR}`);
  await leader.getByRole("button", { name: "Vedtatt? Før det her" }).click();
  await leader.getByRole("textbox", { name: "Sted" }).fill("Asker");
  await leader.getByRole("button", { name: "Før vedtaket" }).click();
  await seen(leader, "Vedtatt av årsmøtet, Asker 20. februar.");
  await fine(leader, "whole-year-plan");
}

/** Three of four visits to schools and one of two members' meetings are done; three gatherings and two board meetings held. */
async function live(leader: Page, schools: string): Promise<void> {
  await turnTo(`${YEAR}-03-12`);
  await report(leader, await start(leader, schools));
  await hold(leader, "GATHERING", `${YEAR}-03-12`, 12, "Spillkveld");
  await turnTo(`${YEAR}-04-11`);
  await report(leader, await start(leader, schools));
  await hold(leader, "MEMBER_MEETING", `${YEAR}-04-10`, 14);
  const meetings = await app.sql<{ id: string }>(
    `select t.id from app.touchpoint t join app.touchpoint_template k on k.id = t.template_id where t.chapter_id = $1 and k.key = 'ip-05'
        and t.opens_on between $2 and $3 order by t.opens_on`,
    [asker, `${YEAR}-01-01`, `${YEAR}-12-31`],
  );
  expect(meetings).toHaveLength(2);
  await answer(leader, meetings[0]!.id, [
    { field: "date", date: `${YEAR}-04-10` },
    { field: "attendance", number: 14 },
    { field: "first_time", number: 3 },
  ]);
  await turnTo(`${YEAR}-09-20`);
  await answer(leader, await start(leader, schools), [{ field: "done", yesNo: true }]);
  await turnTo(`${YEAR}-10-05`);
  await start(leader, schools);
  await turnTo(`${YEAR}-12-12`);
  await hold(leader, "GATHERING", `${YEAR}-06-01`, 20, "Grilling");
  await hold(leader, "GATHERING", `${YEAR}-10-05`, 9, "Filmkveld");
  for (const day of ["03-01", "09-01"]) await hold(leader, "BOARD_MEETING", `${YEAR}-${day}`);
}

async function close(leader: Page): Promise<void> {
  await open(leader, `/handlingsplan/${YEAR}`);
  for (const line of ["3 av 3 treff", "Skolebesøk: 3 av 4 gjort", "2 av 6 styremøter"]) await seen(leader, line);
  await leader.getByRole("button", { name: "Åpne Treff for medlemmer" }).click();
  await leader.locator(".v-chip", { hasText: /^Gjort$/ }).click();
  await leader.getByLabel(/^Hva lærte dere/).fill("Faste dager gjorde at flere kom.");
  await seen(leader, /^Lagret/);
  await leader.getByRole("button", { name: "Ferdig" }).click();
  await setRow(leader, "Velkomst av nye", { status: "PARTLY", learnt: "Om sommeren var det ingen som svarte." });
  await setRow(leader, "Synlig på skolene", { status: "DONE", learnt: "" });
  await setRow(leader, "Styrearbeid", { status: "NOT_DONE", learnt: "Vi møttes for sjelden." });
  await open(leader, `/handlingsplan/${YEAR}`);
  await seen(leader, "3 av 4 rader er gjort eller delvis gjort");
  await fine(leader, "whole-year-closed");
}

async function tell(leader: Page): Promise<void> {
  await turnTo(`${YEAR + 1}-01-10`);
  const [members] = await app.sql<{ all: number; young: number }>(
    `select count(*)::int as all, count(*) filter (where $2 - birth_year < 26)::int as young from app.member where chapter_id = $1
        and left_on is null and end_reason is distinct from 'MERGED'`,
    [asker, YEAR],
  );
  await open(leader, `/aret?aar=${YEAR}`);
  await leader.getByRole("link", { name: /^Årsmelding/ }).click();
  await leader.waitForURL(`**/arsmelding/${YEAR}`);
  await leader.getByRole("button", { name: "Lag et utkast" }).click();
  await leader.getByRole("textbox", { name: "Økonomi", exact: true }).waitFor();
  expect(await says(leader, "Styret")).toBe(
    "- Amina Strand, leder\n- Jonas Eide, styremedlem\n- Silje Haug, styremedlem",
  );
  expect(await says(leader, "Medlemmer")).toBe(
    `Laget hadde ${members!.all} medlemmer 31. desember ${YEAR}. 12 medlemmer hadde betalt kontingent for ${YEAR}. ` +
      `${members!.young} medlemmer var under 26 år ved utgangen av året.`,
  );
  expect(await says(leader, "Møter og aktiviteter")).toBe(
    "Vi holdt ett årsmøte, 2 styremøter og ett medlemsmøte. I tillegg hadde vi 3 treff. Til sammen var det 55 oppmøter på " +
      `medlemsmøter og treff. Spillkveld 12. mars ${YEAR} samlet 12 deltakere. Grilling 1. juni ${YEAR} samlet 20 deltakere. ` +
      `Filmkveld 5. oktober ${YEAR} samlet 9 deltakere.`,
  );
  expect((await says(leader, "Handlingsplanen")).split("\n")).toEqual([
    "- 1 Treff for medlemmer: Gjort. Faste dager gjorde at flere kom.",
    "- 2 Velkomst av nye: Delvis gjort. Om sommeren var det ingen som svarte.",
    "- 3 Synlig på skolene: Gjort.",
    "- 4 Styrearbeid: Ikke gjort. Vi møttes for sjelden.",
  ]);
  expect((await says(leader, "Faste oppgaver")).split("\n").sort()).toEqual([
    "- Medlemsmøte vår og høst: 1 av 2 ble gjort.",
    "- Skolebesøk: 3 av 4 ble gjort.",
  ]);
  await leader.getByRole("button", { name: "Gjør ferdig" }).click();
  await leader.getByRole("dialog").getByRole("button", { name: "Gjør ferdig" }).click();
  await leader.getByRole("button", { name: "Åpne igjen for å rette" }).waitFor();
}

/** Who counts is mended until the chapter does, and the return is begun with something from the year. */
async function count(leader: Page): Promise<void> {
  await open(leader, "/");
  await leader.getByRole("heading", { name: `Årsrapporten for ${YEAR} kan leveres` }).waitFor();
  await leader.getByRole("link", { name: "Til årsrapporten" }).click();
  await leader.waitForURL(`**/arsrapport/${YEAR}`);
  await seen(leader, "4 under 26 som har betalt · det trengs 5 · 3 til kan telle når det som mangler, er skrevet inn");
  await leader.getByRole("link", { name: "Se hvem som mangler noe" }).click();
  await leader.waitForURL(`**/medlemmer/telling/${YEAR}`);
  const unknown = leader.locator(".v-count__member").filter({ hasText: "mangler beløp" });
  await unknown.first().waitFor();
  for (const one of await unknown.all()) await one.locator("label").click();
  await leader.getByLabel("Beløp i kroner").fill("60");
  await leader.getByRole("button", { name: "Skriv inn for 3 medlemmer" }).click();
  await seen(leader, "7 under 26 som har betalt · det trengs 5");
  await expect.poll(() => unknown.count()).toBe(0);
  await open(leader, `/arsrapport/${YEAR}`);
  await leader.getByRole("button", { name: /^Sett inn: Filmkveld/ }).click();
  await leader.getByRole("button", { name: "Lagre", exact: true }).click();
}

async function sign(leader: Page, day: string): Promise<void> {
  await leader.getByRole("button", { name: "Les gjennom og signer" }).click();
  const dialog = leader.getByRole("dialog");
  await dialog.getByText("7 under 26 som har betalt").first().waitFor();
  await dialog.getByRole("button", { name: "Signer det jeg har lest" }).click();
  await seen(leader, /^Levert /);
  // what the clock of the database itself said
  await app.sql("update app.grant_return set state_at = $1 where chapter_id = $2 and year = $3", [day, asker, YEAR]);
}
async function review(national: Page): Promise<void> {
  await open(national, `/arsrapporter?aar=${YEAR}&vis=DELIVERED`);
  await seen(national, "1 lag teller, med 7 tellende medlemmer, i det som er levert.");
  await national.getByRole("link", { name: /Asker/ }).click();
  await national.waitForURL(/\/arsrapporter\/[0-9a-f-]{36}/);
  await settled(national);
}

it("a chapter plans a year, does it, tells of it, and signs a return that is sent back, mended and approved", async () => {
  await electAndPay();
  const leader = await people.of(app, "asker-leader", PHONE);
  const national = await people.of(app, "national-admin", DESK);
  pages.push(leader, national);
  const errors = [...listenForErrors(leader), ...listenForErrors(national)];
  await turnTo(`${YEAR}-01-15`);
  await app.sql("select graphile_worker.add_job('templates_extend_rollouts', '{}')");
  const goalId = randomUUID();
  await act(
    national,
    `mutation ($input: SaveStrategyGoalInput!) { done: saveStrategyGoal(input: $input) { ${PROBLEMS} } }`,
    { id: goalId, rev: 0, year: YEAR, text: "Alle nye blir møtt", why: "" },
  );
  const schools = await rolledOut(app, duty("Skolebesøk"), `${YEAR}-01-15`);
  await write(leader, schools, goalId);

  await open(national, `/handlingsplaner?aar=${YEAR}`);
  await national.getByRole("heading", { name: "1 av 15 lag har vedtatt planen" }).waitFor();
  await national.getByRole("link", { name: "Felles mål" }).click();
  await seen(national, "1 av 15 lag står bak");

  await live(leader, schools);
  await close(leader);
  await tell(leader);
  await count(leader);
  await app.sql(
    `update app.session set aal = 2, stepup_at = now() where account_id in (select account_id from app.seat where holder_name = 'Amina Strand')`,
  );
  await sign(leader, `${YEAR + 1}-01-10`);
  await turnTo(`${YEAR + 1}-01-20`);
  await review(national);
  await national.getByRole("button", { name: "Send tilbake" }).click();
  const dialog = national.getByRole("dialog");
  await dialog.getByLabel("Til laget").fill("Hvor mange kom?");
  await dialog.getByRole("button", { name: "Send tilbake" }).click();
  await dialog.waitFor({ state: "hidden" });

  await open(leader, "/");
  await leader.getByRole("heading", { name: `Årsrapporten for ${YEAR} er sendt tilbake` }).waitFor();
  await fine(leader, "whole-year-today");
  await leader.getByRole("link", { name: "Til årsrapporten" }).click();
  await leader.waitForURL(`**/arsrapport/${YEAR}`);
  await seen(leader, "Hvor mange kom?");
  await leader.getByLabel("Hva gjorde dere for medlemmer?").fill("Filmkveld på biblioteket i oktober, 9 kom.");
  await leader.getByRole("button", { name: "Lagre", exact: true }).click();
  await sign(leader, `${YEAR + 1}-01-20`);
  await review(national);
  await seen(national, "Levering nummer 2");
  await seen(national, "Godkjennes av seg selv om 30 dager.");
  await national.getByRole("button", { name: "Godkjenn", exact: true }).click();
  await national.getByText("Godkjent", { exact: true }).first().waitFor();
  await open(leader, `/arsrapport/${YEAR}`);
  await seen(leader, "Årsrapporten er godkjent");

  // the year as it was, and who did what
  await open(leader, `/aret?aar=${YEAR}&vis=liste`);
  const entries = leader.getByRole("listitem");
  const held = entries.filter({ hasText: "Skolebesøk" });
  expect(await held.count()).toBe(4);
  expect(await held.filter({ hasText: "gjort" }).count()).toBe(3);
  await entries
    .filter({ hasText: "Treff for medlemmer" })
    .getByText(/^15\.\sdes\S* · fra handlingsplanen · gjort$/)
    .waitFor();
  await fine(leader, "whole-year-year");
  const acts = await app.sql<{ action: string }>(
    `select action from app.audit where chapter_id = $1 and action ~ '^(ACTION_PLAN|ANNUAL_REPORT|GRANT_RETURN)_' order by id`,
    [asker],
  );
  expect(acts.map(({ action }) => action)).toEqual([
    "ACTION_PLAN_STARTED",
    "ACTION_PLAN_ADOPTED",
    "ANNUAL_REPORT_STARTED",
    "ANNUAL_REPORT_FINISHED",
    "GRANT_RETURN_DELIVERED",
    "GRANT_RETURN_SENT_BACK",
    "GRANT_RETURN_DELIVERED",
    "GRANT_RETURN_APPROVED",
  ]);
  await open(national, "/endringer");
  await seen(national, "Godkjente en årsrapport");
  expect(errors).toEqual([]);
}, 180_000);
