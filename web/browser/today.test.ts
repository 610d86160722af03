import { addDays, osloDate } from "@varde/domain";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const today = osloDate(new Date());
const at = (days: number): string => addDays(today, days);
/** What a phone draws without a pause. */
const MOST_ROWS = 60;

type Seat = { seatId: string; chapterId: string };
async function seatOf(page: Page): Promise<Seat> {
  const { viewer } = await ask<{ viewer: { seat: { id: string } } }>(page, "{ viewer { seat { id } } }");
  const seatId = viewer.seat.id;
  const [seat] = await app.sql<{ chapter_id: string }>("select chapter_id from app.seat where id = $1", [seatId]);
  return { seatId, chapterId: seat?.chapter_id ?? "" };
}

/** Tasks of the chapter that can be done now, the first due first. */
const openTasks = ({ chapterId }: Seat, more = "true") =>
  app.sql<{ id: string; about_member: boolean }>(
    `select t.id, t.about_member from app.touchpoint t
      where t.chapter_id = $1 and t.closed_at is null and t.emptied_at is null and t.waived_at is null and t.cancelled_at is null
        and t.opens_on <= $2 and t.miss_on >= $2 and (t.returns_on is null or t.returns_on <= $2) and ${more} order by t.due_on, t.id`,
    [chapterId, today],
  );

/** A test leaves the chapter's work as it found it. */
async function keeping(seat: Seat, run: () => Promise<void>): Promise<void> {
  await app.sql(
    "create table if not exists public.kept as select * from app.touchpoint where chapter_id = $1".replace(
      "$1",
      `'${seat.chapterId}'`,
    ),
  );
  try {
    await run();
  } finally {
    await app.sql("alter table app.touchpoint disable trigger user");
    await app.sql(
      "delete from app.touchpoint t where t.chapter_id = $1 and not exists (select 1 from public.kept k where k.id = t.id)",
      [seat.chapterId],
    );
    await app.sql(
      `update app.touchpoint t set assignee_seat_id = k.assignee_seat_id, returned_at = k.returned_at, returned_note = k.returned_note, returns_on = k.returns_on,
              opens_on = k.opens_on, due_on = k.due_on, miss_on = k.miss_on, waived_at = k.waived_at, closed_at = k.closed_at, closed_by = k.closed_by, outcome = k.outcome,
              last_chance_on = k.last_chance_on, last_chance_outcome = k.last_chance_outcome
         from public.kept k where t.chapter_id = k.chapter_id and t.id = k.id`,
    );
    await app.sql("alter table app.touchpoint enable trigger user");
    await app.sql("drop table public.kept");
  }
}

const main = (page: Page) => page.getByRole("main");
const solid = (page: Page) => main(page).locator(".v-button--primary:visible").count();

it("shows what is mine when I have taken something on, and the board's by a tap, held in the address", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  const seat = await seatOf(page);
  await keeping(seat, async () => {
    await open(page, "/");
    expect(await page.getByRole("radio", { name: /^Mine/ }).count()).toBe(0);
    const [, task] = await openTasks(seat);
    await app.sql("update app.touchpoint set assignee_seat_id = $1 where id = $2", [seat.seatId, task?.id]);
    await open(page, "/");
    expect(await page.getByRole("radio", { name: "Mine (1)" }).isChecked()).toBe(true);
    expect(await main(page).locator(`a[href*="${task?.id}"]`).count()).toBe(1);
    expect(await solid(page)).toBe(1);
    expect(await axeFindings(page, "/")).toEqual([]);
    await shot(page, "i-dag-mine");

    await page.getByRole("radio", { name: /^Styrets/ }).click();
    await page.waitForURL("**/?hvem=styret");
    await page.getByText("Tas av Du").first().waitFor({ state: "attached" });
    await page.reload();
    await settled(page);
    expect(await page.getByRole("radio", { name: /^Styrets/ }).isChecked()).toBe(true);
    expect(await main(page).locator("a.v-row-card, .v-hero").count()).toBeGreaterThan(1);
    expect(await solid(page)).toBe(1);
  });
  expect(errors).toEqual([]);
});

it("puts what came back first, with what the coordinator wrote and the way to mend it", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const seat = await seatOf(page);
  await keeping(seat, async () => {
    const [duty] = await app.sql<{ id: string }>(
      `update app.touchpoint set returned_at = now(), returned_note = 'Hvor mange kom?'
        where id = (select id from app.touchpoint where chapter_id = $1 and closed_at is not null and not about_member and not period_report order by due_on desc limit 1) returning id`,
      [seat.chapterId],
    );
    await open(page, "/");
    const hero = page.locator(".v-hero");
    expect(await hero.innerText()).toContain("Hvor mange kom?");
    expect(await solid(page)).toBe(1);
    expect(await axeFindings(page, "/")).toEqual([]);
    await shot(page, "i-dag-tilbake");
    await hero.getByRole("link", { name: "Rett rapporten" }).click();
    await page.waitForURL(`**/oppgaver/${duty?.id}/rapport?rett=1`);
    await page.getByRole("button", { name: "Lagre rettelsen" }).waitFor();
  });
});

it("rests what nobody answered, and says when it is tried again", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const seat = await seatOf(page);
  await keeping(seat, async () => {
    const [task] = await openTasks(seat);
    await app.sql("update app.touchpoint set returns_on = $1 where id = $2", [at(1), task?.id]);
    await open(page, "/");
    await page.getByText(/^Venter \(\d+\)$/).click();
    const row = main(page).locator(`a[href*="${task?.id}"]`);
    await row.getByText("prøves igjen i morgen").waitFor();
    await open(page, "/oppgaver?vis=resting");
    await row.waitFor();
  });
});

it("gives a missed moment a last chance, which is noted and changes no count", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  const seat = await seatOf(page);
  await keeping(seat, async () => {
    const [task] = await app.sql<{ id: string; name: string }>(
      `update app.touchpoint t set opens_on = $2::date - 20, due_on = $2::date - 10, miss_on = $2::date - 1 from app.member m
        where t.chapter_id = $1 and t.id = (select p.id from app.touchpoint p join app.touchpoint_template x on x.organization_id = p.organization_id and x.id = p.template_id
              join app.member q on q.chapter_id = p.chapter_id and q.id = p.member_id
             where p.chapter_id = $1 and p.closed_at is null and p.waived_at is null and p.cancelled_at is null and x.core_position is not null
               and p.opens_on <= $2 and p.miss_on >= $2 and q.contact_preference = 'ANY' and q.left_on is null and q.mobile_ct is not null order by p.due_on, p.id limit 1)
          and m.chapter_id = t.chapter_id and m.id = t.member_id returning t.id, m.first_name as name`,
      [seat.chapterId, today],
    );
    if (!task) throw new Error("the demo has no open task of the core set about a member in Asker");
    await open(page, "/");
    const link = main(page).locator(`a[href$="/oppgaver/${task.id}"]`);
    expect(await link.innerText()).toContain(`Ta kontakt med ${task.name} likevel`);
    expect(await axeFindings(page, "/")).toEqual([]);
    await shot(page, "i-dag-gikk-ut");
    await link.click();
    await settled(page);
    await page.getByRole("link", { name: `Ring ${task.name}` }).waitFor();
    expect(await axeFindings(page, "/oppgaver/:id")).toEqual([]);
    await shot(page, "siste-sjanse");
    await main(page).getByRole("button", { name: "Nådd", exact: true }).click();
    await page.getByText(/^Nådd, notert/).waitFor();
    const noted = async () =>
      (await app.sql<object>("select last_chance_outcome, closed_at from app.touchpoint where id = $1", [task.id]))[0];
    expect(await noted()).toEqual({ last_chance_outcome: "REACHED", closed_at: null });
    await page.getByRole("button", { name: "Angre" }).click();
    await main(page).getByRole("button", { name: "Ikke svar", exact: true }).waitFor();
    expect(await noted()).toEqual({ last_chance_outcome: null, closed_at: null });
    await main(page).getByRole("button", { name: "Nådd", exact: true }).click();
    await page.getByText(/^Nådd, notert/).waitFor();
    await open(page, "/");
    expect(await link.count()).toBe(0);
  });
  expect(errors).toEqual([]);
});

it("lights the cairn when all of today is done, and says what comes next", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const seat = await seatOf(page);
  await keeping(seat, async () => {
    const [done, ...others] = await openTasks(seat);
    await app.sql(
      "update app.touchpoint set closed_at = now(), closed_by = $1, outcome = case when about_member then 'REACHED' end where id = $2",
      [seat.seatId, done?.id],
    );
    await app.sql("update app.touchpoint set waived_at = now() where id = any ($1)", [others.map(({ id }) => id)]);
    await open(page, "/");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Alt er gjort for i dag");
    await page.getByRole("img", { name: /lys/i }).waitFor();
    expect(await main(page).innerText()).toMatch(/Framover|Når noe skal gjøres/);
    expect(await axeFindings(page, "/")).toEqual([]);
    await shot(page, "i-dag-ferdig");
  });
});

it.each([
  ["a phone", PHONE],
  ["a desk", DESK],
] as const)("stays calm with four hundred tasks on %s: three cards, groups, and pages in the list", async (_, size) => {
  const page = await people.of(app, "asker-board", size);
  const seat = await seatOf(page);
  await keeping(seat, async () => {
    await app.sql(
      `insert into app.touchpoint (organization_id, chapter_id, id, template_id, version_id, major, about_member, occurrence, opens_on, due_on, miss_on, first_due_on)
       select t.organization_id, t.chapter_id, gen_random_uuid(), t.template_id, t.version_id, t.major, false, 'x-' || n, $2::date - 30, $2::date - 10 + n % 40, $2::date + 60, $2::date - 10 + n % 40
         from (select * from app.touchpoint where chapter_id = $1 and not about_member and not period_report order by due_on desc limit 1) t, generate_series(1, 400) n`,
      [seat.chapterId, today],
    );
    await open(page, "/");
    const rows = main(page).locator("a.v-row-card");
    expect(await rows.count()).toBeLessThanOrEqual(MOST_ROWS);
    expect(await main(page).locator("a.v-row-card:visible, .v-hero").count()).toBeLessThanOrEqual(6);
    expect(await solid(page)).toBe(1);
    await shot(page, `i-dag-400-${size[0]}`);
    await main(page)
      .getByRole("link", { name: /^Se alle 4\d\d$/ })
      .click();
    await page.waitForURL("**/oppgaver");
    await settled(page);
    const count = async () => Number(/^\d+/.exec(await page.getByText(/^\d+ oppgaver$/).innerText())?.[0]);
    expect(await count()).toBeGreaterThanOrEqual(400);
    expect(await rows.count()).toBeLessThanOrEqual(MOST_ROWS);
    const first = await rows.first().getAttribute("href");
    await shot(page, `oppgaver-400-${size[0]}`);
    await page.getByRole("button", { name: "Neste side" }).click();
    await page.waitForURL(/etter=/);
    await expect.poll(() => rows.first().getAttribute("href")).not.toBe(first);
    await page.reload();
    await settled(page);
    expect(await rows.first().getAttribute("href")).not.toBe(first);
    await page.getByRole("button", { name: "Forrige side" }).click();
    await page.waitForURL((url) => !url.search.includes("etter"));
    await expect.poll(() => rows.first().getAttribute("href")).toBe(first);
  });
});

it("shows the first tasks of the list above the fold of a phone, and the chosen group where the line of groups is long", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  await open(page, "/oppgaver");
  const bar = (await page.getByRole("navigation", { name: "Hovedmeny" }).boundingBox())?.y ?? 0;
  const second = await main(page).locator("a.v-row-card").nth(1).boundingBox();
  expect((second?.y ?? 0) + (second?.height ?? 0)).toBeLessThan(bar);
  await main(page).getByRole("button", { name: "Start en oppgave" }).waitFor();
  await open(page, "/oppgaver?vis=all");
  const chosen = await main(page)
    .locator(".v-chip", { hasText: /^Alle$/ })
    .boundingBox();
  expect(chosen?.x).toBeGreaterThan(0);
  expect((chosen?.x ?? 0) + (chosen?.width ?? 0)).toBeLessThanOrEqual(PHONE[0]);
});

it("holds the choices of the list in the address, and what is searched for nowhere but on the page", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  const seat = await seatOf(page);
  const member = await app.sql<{ template_id: string; name: string }>(
    `select t.template_id, m.first_name as name from app.touchpoint t join app.member m on m.chapter_id = t.chapter_id and m.id = t.member_id
      where t.chapter_id = $1 and t.closed_at is not null order by t.due_on desc limit 1`,
    [seat.chapterId],
  );
  const name = member[0]?.name ?? "";
  await open(page, `/oppgaver?vis=done&gjelder=member&oppgave=${member[0]?.template_id}`);
  const rows = main(page).locator("a.v-row-card");
  const all = await rows.count();
  expect(all).toBeGreaterThan(0);
  expect(await page.getByRole("radio", { name: "Gjort" }).isChecked()).toBe(true);
  await page.getByText("Flere valg (2 i bruk)").waitFor();
  expect(await axeFindings(page, "/oppgaver")).toEqual([]);
  await shot(page, "oppgaver-valg");

  await page.getByRole("searchbox").fill(name.toLowerCase());
  await page.waitForFunction((few) => document.querySelectorAll("a.v-row-card").length < few, Math.max(all, 2));
  await settled(page);
  for (const row of await rows.allInnerTexts()) expect(row).toContain(name);
  expect(decodeURI(page.url()).toLowerCase()).not.toContain(name.toLowerCase());

  await rows.first().click();
  await page.waitForURL(/\/oppgaver\/[0-9a-f-]{36}/);
  await settled(page);
  await page.goBack();
  await settled(page);
  expect(await page.getByRole("searchbox").inputValue()).toBe(name.toLowerCase());

  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: "Nullstill" }).click();
  await page.waitForURL("**/oppgaver?vis=done");
  // what is chosen stands in the address, and follows it
  await main(page)
    .locator(".v-chip", { hasText: /^Over fristen$/ })
    .click();
  await page.waitForURL("**/oppgaver?vis=overdue");
  await open(page, "/oppgaver?vis=done&hvem=ukjent&fra=2001-01-01&til=2001-01-02");
  await page.getByText("Ingen oppgaver passer").waitFor();
  expect(errors).toEqual([]);
});
