import { addDays, osloDate } from "@varde/domain";
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { duty, rolledOut, started } from "./duties.js";
import { axeFindings, overflowing, pageFaults } from "./inspect.js";
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
  expect(await pageFaults(page, name)).toEqual([]);
  expect(await axeFindings(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};

async function gathering(page: Page): Promise<string> {
  const id = randomUUID();
  const heldOn = addDays(osloDate(new Date()), 9);
  const input = { key: randomUUID(), id, rev: 0, kind: "GATHERING", title: "Spillkveld", heldOn };
  await ask(
    page,
    `mutation ($input: SaveMeetingInput!) { saveMeeting(input: $input) { meeting { id } problems { message } } }`,
    { input: { ...input, startsAt: "18:00", place: "Asker kulturhus", host: "Jonas" } },
  );
  return id;
}

/** Who has said never and who has no address, in a chapter of few enough to read. */
const prepare = () =>
  app.sql(`with picked as (select m.chapter_id, m.id, row_number() over (order by m.name_key, m.id) as n from app.member m
             join app.chapter c on c.id = m.chapter_id and c.short_name like '%Asker' where m.left_on is null)
           update app.member m set contact_preference = case when s.n = 1 then 'NEVER' else m.contact_preference end,
             email_ct = case when s.n = 2 then null else m.email_ct end, email_bidx = case when s.n = 2 then null else m.email_bidx end
             from picked s where s.chapter_id = m.chapter_id and s.id = m.id`);

it("invites everyone from a phone, who answer with no account, and the board sees how many come", async () => {
  await prepare();
  const board = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(board);
  const meetingId = await gathering(board);
  await open(board, `/treff/${meetingId}`);
  await board.getByRole("link", { name: "Inviter alle" }).click();
  await board.getByRole("heading", { name: "Inviter alle til Spillkveld" }).waitFor();
  await board.getByText(/får den ikke$/).click();
  await board.getByText(/^Vil ikke ha kontakt \(\d+\)$/).waitFor();
  await fine(board, "outreach-mail");
  const subject = board.getByLabel("Emne");
  const first = await subject.inputValue();
  await subject.fill("Angstgruppe på torsdag");
  await board.getByText("Skriv det uten: Angstgruppe. Andre kan se skjermen.").waitFor();
  await subject.fill(first);
  await board.getByRole("button", { name: /^Send til \d+$/ }).click();
  await board.getByRole("dialog").waitFor();
  await settled(board);
  await fine(board, "outreach-confirm");
  await board
    .getByRole("dialog")
    .getByRole("button", { name: /^Send til \d+$/ })
    .click();
  await board.getByText(/^E-posten er på vei til \d+$/).waitFor();
  await fine(board, "outreach-sent");

  // the worker has mailed each once, and nobody else
  const counted = async () =>
    (
      await app.sql<{ lines: number; waiting: number; mails: number }>(
        `select (select count(*)::int from app.outreach_mail) as lines, (select count(*)::int from app.outreach_mail where outcome <> 'SENT') as waiting,
                (select count(*)::int from app.mailbox_message where subject = $1) as mails`,
        [first],
      )
    )[0]!;
  await expect.poll(counted, { timeout: 20_000 }).toMatchObject({ waiting: 0 });
  const { lines, mails } = await counted();
  expect(lines).toBeGreaterThan(3);
  expect(mails).toBe(lines);
  const [mail] = await app.sql<{ body: string }>(`select body from app.mailbox_message where subject = $1 limit 1`, [
    first,
  ]);
  const link = /\/kommer#[\w-]+/.exec(mail!.body)![0];
  const leave = /\/avmeld-medlem#[\w-]+/.exec(mail!.body)![0];

  const visitor = await app.visitor(...PHONE);
  const guest = await visitor.newPage();
  const guestErrors = listenForErrors(guest);
  await open(guest, link);
  await guest.getByRole("heading", { name: "Spillkveld" }).waitFor();
  await guest.getByText("Asker kulturhus").waitFor();
  await fine(guest, "rsvp");
  await guest.getByRole("button", { name: "Svar" }).click();
  await guest.getByText("Velg et svar først.").waitFor();
  await guest.getByText("Kommer", { exact: true }).click();
  await guest.getByLabel("Fornavn").fill("<b>Ida</b>");
  await guest.getByRole("button", { name: "Svar" }).click();
  await guest.getByText("Skriv bare fornavnet, med bokstaver.").waitFor();
  await guest.getByLabel("Fornavn").fill("Ida");
  await guest.getByRole("button", { name: "Svar" }).click();
  await guest.getByText("Så fint at du kommer").waitFor();
  await fine(guest, "rsvp-thanks");
  expect(await visitor.cookies()).toEqual([]);

  // the same device changes its answer, and it is still one
  await guest.reload();
  await settled(guest);
  await guest.getByRole("button", { name: "Endre svaret" }).click();
  await guest.getByText("Kanskje", { exact: true }).click();
  await guest.getByLabel("Fornavn").fill("Ida");
  await guest.getByRole("button", { name: "Svar" }).click();
  await guest.getByText("Takk, vi håper du kommer").waitFor();

  await open(board, `/treff/${meetingId}`);
  await board.getByText("1 kanskje").waitFor();
  await board.getByText("Ida", { exact: true }).waitFor();
  await board.getByText(/^\d+ sendt/).waitFor();
  await fine(board, "outreach-answers");
  await board.getByRole("button", { name: "Fjern svaret fra Ida" }).click();
  await board.getByText("Ida", { exact: true }).waitFor({ state: "hidden" });

  await open(guest, leave);
  await fine(guest, "leave");
  await guest.getByRole("button", { name: "Ikke kontakt meg" }).click();
  await guest.getByRole("heading", { name: "Da er det stille" }).waitFor();
  await open(guest, "/kommer#tull");
  await guest.getByRole("heading", { name: "Lenken virker ikke" }).waitFor();
  expect(errors).toEqual([]);
  expect(guestErrors).toEqual([]);
  await visitor.close();
});

it("gives a text to copy and the numbers in groups, at a desk in the dark too", async () => {
  const board = await people.of(app, "asker-leader", PHONE);
  const errors = listenForErrors(board);
  const meetingId = await gathering(board);
  await open(board, `/treff/${meetingId}/inviter?som=sms`);
  await board.getByText(/^\d SMS$/).waitFor();
  expect(await board.getByRole("link", { name: "Åpne i Meldinger" }).getAttribute("href")).toMatch(/^sms:\?&body=/);
  await board.getByRole("button", { name: "Vis numrene" }).click();
  await board.getByText(/^Nummer 1 til \d+$/).waitFor();
  expect(board.url()).not.toMatch(/\d{8}/);
  await fine(board, "outreach-text");
  await board.setViewportSize({ width: DESK[0], height: DESK[1] });
  await board.emulateMedia({ colorScheme: "dark" });
  await fine(board, "outreach-text-dark");
  await board.getByRole("tab", { name: "E-post" }).click();
  await board.getByLabel("Emne").waitFor();
  await fine(board, "outreach-mail-dark");
  expect(errors).toEqual([]);
});

it("begins from a task with a message of its own, in the task's words", async () => {
  const sms = { key: "SMS1", channel: "SMS" as const, title: { nb: "SMS" }, locked: false };
  const template = await rolledOut(
    app,
    duty("Turdag", { messages: [{ ...sms, body: { nb: "Hei fra {{kortnavn}}! Bli med på tur {{dato}}?" } }] }),
  );
  const board = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(board);
  const id = await started(board, template);
  await open(board, `/oppgaver/${id}`);
  await board.getByRole("link", { name: "Inviter alle" }).click();
  await board.getByRole("tab", { name: "SMS" }).click();
  const text = () => board.getByLabel("Tekst").inputValue();
  await expect.poll(text).toMatch(/^Hei fra MHU Asker! Bli med på tur \S+ \d+\. \S+\?/);
  expect(await text()).toContain("/kommer#");
  await fine(board, "outreach-task");
  expect(errors).toEqual([]);
});
