import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const fine = async (page: Page, name: string): Promise<void> => {
  await shot(page, name);
  expect(await axeFindings(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};

/** The latest meeting that has been, of the chapter of this page's seat. */
async function lastMeeting(page: Page): Promise<string> {
  const { meetings } = await ask<{ meetings: { nodes: { id: string; kind: string; attendance: number | null }[] } }>(
    page,
    "query ($to: LocalDate) { meetings(to: $to, latestFirst: true) { nodes { id kind attendance } } }",
    { to: new Date(Date.now() - 86_400_000 * 2).toISOString().slice(0, 10) },
  );
  return meetings.nodes.find(({ kind, attendance: came }) => kind !== "BOARD_MEETING" && came !== null)!.id;
}

const attendance = (page: Page, id: string) =>
  ask<{ attendance: { total: number; others: number; memberIds: string[] } }>(
    page,
    "query ($id: ID!) { attendance(meetingId: $id) { total others memberIds } }",
    { id },
  );

it("writes down who came with one tap a person, those of last time in one, and takes it back", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/");
  const id = await lastMeeting(page);
  const before = (await attendance(page, id)).attendance;
  await open(page, `/treff/${id}`);
  const card = page.getByRole("group", { name: "Medlemmer" });
  await card.getByRole("checkbox").first().waitFor();
  await fine(page, "attendance-phone");
  // the whole line is the target
  await card.locator(".v-check:has(input:not(:checked)) label").first().click();
  await page.getByRole("textbox", { name: "Andre som kom" }).fill("4");
  await page.getByRole("button", { name: "Lagre hvem som kom" }).click();
  const total = before.memberIds.length + 1 + 4;
  await page.getByText(`Lagret: ${total} kom`).first().waitFor();
  expect((await attendance(page, id)).attendance).toMatchObject({ total, others: 4 });
  await page.getByRole("button", { name: "Angre" }).click();
  await expect.poll(async () => (await attendance(page, id)).attendance.total).toBe(before.total);
  expect(new Set((await attendance(page, id)).attendance.memberIds)).toEqual(new Set(before.memberIds));
  const all = page.getByRole("button", { name: /som kom sist/ });
  if ((await all.count()) > 0) {
    await all.click();
    await all.waitFor({ state: "hidden" });
  }
  // a part of a name is enough, and a name never stands in the address
  await page.getByRole("searchbox", { name: "Finn medlem" }).fill("zzz");
  await page.getByText("Ingen medlemmer har det navnet").waitFor();
  expect(page.url()).not.toContain("zzz");
  expect(errors).toEqual([]);
});

it("shows a board its own journey, as a picture and as a table, and leaves the choice to the leader", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/laget");
  await page.getByRole("link", { name: "Se reisen" }).click();
  await page.getByRole("heading", { level: 1, name: /nye kom på treff innen 90 dager/ }).waitFor();
  await settled(page);
  await fine(page, "journey-own-phone");
  await page.getByRole("button", { name: "Som tabell" }).click();
  await page.getByRole("region", { name: "Hvordan det gikk, i tall" }).waitFor();
  expect(await page.getByRole("button", { name: "Skriv bare antall" }).count()).toBe(0);
  await fine(page, "journey-own-table");
  const leader = await people.of(app, "tromso-leader", DESK);
  await open(leader, "/medlemmer/reisen");
  await fine(leader, "journey-own-desk");
  await leader.emulateMedia({ colorScheme: "dark" });
  await fine(leader, "journey-own-dark");
  await leader.getByRole("button", { name: "Skriv bare antall" }).click();
  await leader.getByRole("heading", { name: "Skrive bare antall fra nå av?" }).waitFor();
  await fine(leader, "journey-choice");
  await leader.getByRole("button", { name: "Slett navnene" }).click();
  await leader.getByRole("heading", { name: "Vil dere skrive hvem som kom?" }).waitFor();
  await leader.getByRole("button", { name: "Skriv navn fra nå av" }).click();
  await leader.getByRole("heading", { name: "Dere skriver hvem som kom" }).waitFor();
  await open(leader, "/laget");
  await leader.getByText("Ingen nye å følge ennå").waitFor();
  expect(errors).toEqual([]);
});

it("shows national the published journey, with small counts hidden and those who write no names said so", async () => {
  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  await open(page, "/mer");
  await page.getByRole("link", { name: "Medlemsreisen" }).click();
  await page.getByRole("heading", { level: 1, name: /nye kom på treff innen 90 dager/ }).waitFor();
  await settled(page);
  await fine(page, "journey-national");
  const row = (name: string) => page.getByRole("row").filter({ hasText: name });
  await row("MHU Skien").getByText("registrerer ikke navn").waitFor();
  const { journey } = await ask<{ journey: { chapters: { activated: number | null; joined: number | null }[] } }>(
    page,
    "{ journey { chapters { activated joined } } }",
  );
  for (const { activated, joined } of journey.chapters)
    for (const n of [activated, joined]) expect(n === null || n === 0 || n >= 5).toBe(true);
  await page.emulateMedia({ colorScheme: "dark" });
  await fine(page, "journey-national-dark");
  await page.setViewportSize({ width: 360, height: 800 });
  await fine(page, "journey-national-phone");
  const region = await people.of(app, "region-ost", DESK);
  await open(region, "/medlemsreisen");
  await fine(region, "journey-region");
  expect(errors).toEqual([]);
});
