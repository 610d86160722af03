import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { duty, rolledOut, started } from "./duties.js";
import { axeInBothSchemes, overflowing } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const fine = async (page: Page, name: string): Promise<void> => {
  await shot(page, name);
  expect(await axeInBothSchemes(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};
const chapter = async (page: Page, name: string): Promise<string> => {
  const { chapters } = await ask<{ chapters: { nodes: { id: string; shortName: string }[] } }>(
    page,
    "{ chapters(first: 100) { nodes { id shortName } } }",
  );
  return chapters.nodes.find(({ shortName }) => shortName.endsWith(name))!.id;
};

it("remembers a contact for those who follow the chapter, and lets only its writer mend it", async () => {
  const region = await people.of(app, "region-ost", PHONE);
  const errors = listenForErrors(region);
  const asker = await chapter(region, "Asker");
  await open(region, `/lag/${asker}`);
  await region.getByRole("button", { name: "Skriv ned kontakt" }).click();
  await region.getByRole("radio", { name: "Møttes" }).check();
  await region.getByLabel(/Kort notat/).fill("Enige om møte i januar.");
  await region.getByLabel(/Ta kontakt igjen/).fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await fine(region, "follow-up-form");
  await region.getByRole("button", { name: "Lagre" }).click();
  await region.getByRole("dialog").waitFor({ state: "hidden" });
  await region.getByText("Enige om møte i januar.").waitFor();
  await fine(region, "follow-up-log");

  const national = await people.of(app, "national-admin", DESK);
  await open(national, `/lag/${asker}`);
  await national.getByText("Enige om møte i januar.").waitFor();
  expect(await national.getByRole("button", { name: /^Rett: Møttes/ }).count()).toBe(0);
  await fine(national, "follow-up-national");
  await open(national, "/");
  await national.getByRole("heading", { name: "Avtalt kontakt" }).waitFor();
  await fine(national, "follow-up-due");

  await region.getByRole("button", { name: "Ta bort: Møttes i dag" }).click();
  await region.getByRole("button", { name: "Ta bort", exact: true }).last().click();
  await region.getByText("Enige om møte i januar.").waitFor({ state: "hidden" });
  expect(errors).toEqual([]);
});

it("says what waits where nobody is at it, and what is new since last time", async () => {
  const region = await people.of(app, "national-admin", DESK);
  const { overview } = await ask<{ overview: { needs: { chapter: { id: string }; activeSeats: number }[] } }>(
    region,
    "{ overview { needs { chapter { id } activeSeats } } }",
  );
  const without = overview.needs.find(({ activeSeats }) => activeSeats === 0) ?? overview.needs[0]!;
  await open(region, `/lag/${without.chapter.id}`);
  await region.getByRole("heading", { name: "Det som venter i laget" }).waitFor();
  await fine(region, "follow-up-queue");

  await open(region, "/");
  await region.getByRole("heading", { name: "Lag uten et aktivt styre" }).waitFor();
  await region.getByText("Oppgaver om medlemmer vises ikke ovenfra.").waitFor();
  const list = region.locator("section", { hasText: "Lag uten et aktivt styre" }).last();
  await list.getByRole("link", { name: "Inviter et styre" }).first().waitFor();
  await list.getByText("Det som venter i laget").first().waitFor();
  await fine(region, "follow-up-queues");

  await open(region, "/");
  await expect
    .poll(async () => (await app.sql("select 1 from app.overview_visit")).length, { timeout: 10_000 })
    .toBeGreaterThan(0);
  // an hour later, and a board has done two of its duties
  await app.sql("update app.overview_visit set seen_at = seen_at - interval '1 hour', before_at = null");
  const counted = await app.sql<{ id: string }>(
    `update app.standing s set on_time = on_time + 2 where (s.chapter_id, s.template_id, s.major, s.month) in (
       select x.chapter_id, x.template_id, x.major, x.month from app.standing x
        where not x.about_member and not x.period_report and x.month > current_date - 200 order by 1, 2 limit 1) and not s.about_member
      returning s.chapter_id as id`,
  );
  expect(counted).toHaveLength(1);
  await open(region, "/");
  await region.getByRole("heading", { name: "Nytt siden sist" }).waitFor();
  await region.getByText("2 oppgaver er gjort.").waitFor();
  await fine(region, "follow-up-new");
  await region.setViewportSize({ width: 360, height: 780 });
  await fine(region, "follow-up-new-phone");
});

it("lets national do a due duty on behalf of a board that is away, and the board make it its own", async () => {
  const templateId = await rolledOut(app, duty("Høsttreff"));
  const leader = await people.of(app, "asker-leader", PHONE);
  const id = await started(leader, templateId);
  const national = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(national);
  const asker = await chapter(national, "Asker");
  await app.sql(`update app.seat set last_seen_on = current_date - 40 where chapter_id = '${asker}'`);
  await open(national, `/lag/${asker}`);
  await national.getByText("Gjør på vegne av laget").scrollIntoViewIfNeeded();
  await fine(national, "take-over-queue");
  await national.locator(`a[href="/oppgaver/${id}"]`).click();
  await national.waitForURL(`**/oppgaver/${id}`);
  await national.getByText("Ingen i laget er i gang nå.").waitFor();
  await fine(national, "take-over-task");
  await national.getByRole("link", { name: "Gjør på vegne av laget" }).click();
  await national.waitForURL(`**/oppgaver/${id}/rapport`);
  await national.getByText("Styret ser at nasjonalt har gjort den").waitFor();
  await national.getByRole("button", { name: "Send rapporten" }).click();
  await national.getByText("Svar på dette før du sender.").first().waitFor();
  await national.locator(".v-chip", { hasText: /^Ja$/ }).click();
  await fine(national, "take-over-form");
  await national.getByRole("button", { name: "Send rapporten" }).click();
  await national.waitForURL(`**/oppgaver/${id}`);
  await national.getByText(/Gjort av nasjonalt på vegne av laget/).waitFor();
  await fine(national, "take-over-done");
  await open(national, `/lag/${asker}`);
  await national.getByText("Nasjonalt gjorde «Høsttreff» på vegne av laget").first().scrollIntoViewIfNeeded();
  await fine(national, "take-over-log");
  await open(national, `/sammenlign?punkt=${templateId}`);
  await national.getByRole("columnheader", { name: "Overtatt" }).waitFor();
  await fine(national, "take-over-compared");
  expect(errors).toEqual([]);

  await open(leader, "/");
  await leader.getByText("Nasjonalt har gjort en oppgave på vegne av dere").waitFor();
  await leader.getByText("Det telles for seg, verken for eller mot laget.").scrollIntoViewIfNeeded();
  await fine(leader, "take-over-today");
  await leader.getByRole("button", { name: "Skjønner", exact: true }).click();
  await leader.getByText("Nasjonalt har gjort en oppgave på vegne av dere").waitFor({ state: "hidden" });
  await open(leader, `/oppgaver/${id}`);
  await leader.getByRole("button", { name: "Vi gjorde det selv" }).waitFor();
  await fine(leader, "take-over-board");
  await leader.getByRole("button", { name: "Vi gjorde det selv" }).click();
  await leader.waitForURL(`**/oppgaver/${id}/rapport?rett=1`);
  await leader.getByRole("button", { name: "Lagre rettelsen" }).click();
  await leader.waitForURL(`**/oppgaver/${id}`);
  await leader.getByText("I tide").first().waitFor();
});
