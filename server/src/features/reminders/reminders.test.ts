import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed } from "../../testkit/seed.js";
import type { Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testJobContext, testMailer } from "../../testkit/sign-in.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import type { Moment } from "./moment.js";
import { sendReminders } from "./send-daily.js";

let database: TestDatabase, seed: Seed, server: TestServer, today: string;
let context: JobContext, closeJobs: () => Promise<void>;
const mailer = testMailer();
// half past seven on a Tuesday, whatever day it is
const at = (minute = 450, weekday = 2): Moment => ({ date: today, weekday, minute, instant: new Date() });
const run = (now = at()) => sendReminders({}, context, now);

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  server = await testServer(database);
  const jobs = await testJobContext(server, mailer);
  context = jobs.context;
  closeJobs = jobs.close;
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
});
afterAll(async () => {
  await closeJobs();
  await server.stop();
  await seed.close();
  await database.drop();
});
// each test has its own organization; what earlier ones left is said already or made quiet
beforeEach(async () => {
  await seed.client.query("delete from app.reminder_log");
  await seed.client.query("update app.seat set valid_to = valid_from");
  mailer.sent.length = 0;
  mailer.down = false;
});

async function chapterWith(organizationId: string, shortName: string, dues: number[], createdDaysAgo = 0) {
  const chapterId = await seed.chapter(organizationId, null, { short_name: shortName });
  const [templateId, versionId] = [uuidv7(), uuidv7()];
  await seed.rows("touchpoint_template", { organization_id: organizationId, id: templateId, key: `k${seed.unique()}` });
  await seed.rows("template_version", {
    organization_id: organizationId,
    id: versionId,
    template_id: templateId,
    state: "PUBLISHED",
    about_member: false,
    definition: {},
    published_at: new Date(),
  });
  for (const [index, due] of dues.entries()) {
    await seed.rows("touchpoint", {
      organization_id: organizationId,
      chapter_id: chapterId,
      id: uuidv7(),
      template_id: templateId,
      version_id: versionId,
      major: 1,
      about_member: false,
      occurrence: `o${index}`,
      opens_on: addDays(today, Math.min(due, 0) - createdDaysAgo),
      due_on: addDays(today, due),
      miss_on: addDays(today, due + 30),
      first_due_on: addDays(today, due),
      created_at: new Date(Date.now() - createdDaysAgo * 86_400_000),
    });
  }
  return chapterId;
}
const log = async () =>
  (
    await seed.client.query<{ outcome: string; reason: string | null; leads: boolean }>(
      "select outcome, reason, leads from app.reminder_log order by leads desc",
    )
  ).rows;

test("new, near and late tasks are one mail, once a day however often it runs", async () => {
  const organizationId = await seed.organization({ sender_name: "MHU" });
  const chapterId = await chapterWith(organizationId, "MHU Asker", [-1, 2, 20]);
  await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId });
  await run();
  await run();
  await Promise.all([run(), run()]);
  expect(mailer.sent).toHaveLength(1);
  const [mail] = mailer.sent;
  expect(mail).toMatchObject({ subject: "3 oppgaver venter i MHU Asker", senderName: "MHU" });
  expect(mail!.text).toContain("MHU Asker: 3 nye oppgaver, 1 med frist");
  expect(mail!.text).toContain("1 over fristen.");
  expect(mail!.text).toMatch(/\/avmeld#[\w-]+/);
  expect(await log()).toEqual([{ outcome: "SENT", reason: null, leads: true }]);
});

test("what has been said is not said again; a deadline that passes is news", async () => {
  const organizationId = await seed.organization();
  const chapterId = await chapterWith(organizationId, "MHU Moss", [-10, -10, 15], 40);
  const seat = await seed.seat(organizationId, "CHAPTER_BOARD", { chapterId });
  const said = {
    organization_id: organizationId,
    rule: "DIGEST",
    seat_id: seat.seatId,
    account_id: seat.accountId,
    channel: "EMAIL",
    outcome: "SENT",
    leads: true,
  };
  await seed.rows("reminder_log", { ...said, reference_date: addDays(today, -2) });
  await run();
  expect(mailer.sent).toEqual([]);
  await seed.client.query("update app.touchpoint set due_on = $2 where chapter_id = $1 and due_on > $2", [
    chapterId,
    addDays(today, -1),
  ]);
  await run();
  expect(mailer.sent[0]).toMatchObject({ subject: "3 oppgaver venter i MHU Moss" });
});

test("nothing open, or nothing done by hand about it, is no mail", async () => {
  const organizationId = await seed.organization();
  const chapterId = await chapterWith(organizationId, "MHU Oslo", [1]);
  await seed.client.query("update app.touchpoint set closed_at = now() where chapter_id = $1", [chapterId]);
  await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId });
  const busy = await chapterWith(organizationId, "MHU Bergen", [1]);
  // neither mentors nor those whose seat is over
  await seed.seat(organizationId, "MENTOR", { chapterId: busy });
  await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId: busy }, { valid_to: today });
  await run();
  expect(mailer.sent).toEqual([]);
});

test("one person in two federations gets one mail, in their language", async () => {
  const [one, two] = [await seed.organization(), await seed.organization()];
  const accountId = await seed.account({ language: "en" });
  await seed.seat(
    one,
    "CHAPTER_LEADER",
    { chapterId: await chapterWith(one, "MHU Hamar", [1]) },
    { account_id: accountId },
  );
  await seed.seat(
    two,
    "CHAPTER_BOARD",
    { chapterId: await chapterWith(two, "Mental Helse Asker", [1]) },
    { account_id: accountId },
  );
  await run();
  await run();
  expect(mailer.sent).toHaveLength(1);
  expect(mailer.sent[0]!.subject).toBe("2 tasks are waiting");
  expect(mailer.sent[0]!.text).not.toMatch(/mental/i);
  expect(await log()).toEqual([
    { outcome: "SENT", reason: null, leads: true },
    { outcome: "SENT", reason: null, leads: false },
  ]);
});

test("whoever said no is left alone, and the log says why", async () => {
  const organizationId = await seed.organization();
  const chapterId = await chapterWith(organizationId, "MHU Halden", [1]);
  await seed.seat(
    organizationId,
    "CHAPTER_LEADER",
    { chapterId },
    { account_id: await seed.account({ digest_enabled: false }) },
  );
  await run();
  expect(mailer.sent).toEqual([]);
  expect(await log()).toEqual([{ outcome: "SKIPPED", reason: "OPTED_OUT", leads: true }]);
});

test("the link in the mail ends the mails", async () => {
  const organizationId = await seed.organization();
  const chapterId = await chapterWith(organizationId, "MHU Skien", [1]);
  await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId });
  await run();
  const token = /\/avmeld#([\w-]+)/.exec(mailer.sent[0]!.text)![1]!;
  const OFF = `mutation ($input: UnsubscribeInput!) { unsubscribe(input: $input) { done } }`;
  await server.ask(null, OFF, { input: { key: uuidv7(), token } });
  await seed.client.query("delete from app.reminder_log");
  await run();
  expect(mailer.sent).toHaveLength(1);
});

test("a mail server that is down is tried again the same day; what was cut off goes again as the same mail, three times at most", async () => {
  const organizationId = await seed.organization();
  const chapterId = await chapterWith(organizationId, "MHU Larvik", [1]);
  const seat = await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId });
  mailer.down = true;
  await expect(run()).rejects.toThrow();
  expect(await log()).toEqual([{ outcome: "FAILED", reason: "MAIL_SERVER", leads: true }]);
  mailer.down = false;
  await run();
  expect(mailer.sent).toHaveLength(1);
  // as a crash between handing over and saying so leaves it
  const cutOff = () =>
    seed.client.query("update app.reminder_log set outcome = 'FAILED', reason = 'INTERRUPTED' where seat_id = $1", [
      seat.seatId,
    ]);
  for (let time = 0; time < 3; time++) {
    await cutOff();
    await run();
  }
  expect(new Set(mailer.sent.map(({ reference }) => reference)).size).toBe(1);
  expect(mailer.sent).toHaveLength(2);
  expect(await log()).toEqual([{ outcome: "FAILED", reason: "INTERRUPTED", leads: true }]);
});

test("a board is reminded of the deadline it has set itself, and late only by the shared one", async () => {
  const organizationId = await seed.organization();
  const chapterId = await chapterWith(organizationId, "MHU Hamar", [9], 40);
  const seat = await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId });
  await seed.rows("reminder_log", {
    organization_id: organizationId,
    rule: "DIGEST",
    seat_id: seat.seatId,
    account_id: seat.accountId,
    channel: "EMAIL",
    outcome: "SENT",
    leads: true,
    reference_date: addDays(today, -2),
  });
  await run();
  expect(mailer.sent).toHaveLength(0);
  const own = async (dueDaysEarlier: number) =>
    seed.client.query(
      `insert into app.overlay (organization_id, chapter_id, id, template_id, version_id, content, updated_by)
       select organization_id, chapter_id, $2, template_id, version_id, jsonb_build_object('dueDaysEarlier', $3::int), $4
         from app.touchpoint where chapter_id = $1
       on conflict (chapter_id, version_id) do update set content = excluded.content`,
      [chapterId, uuidv7(), dueDaysEarlier, seat.seatId],
    );
  // passed already: nothing is late
  await own(10);
  await run();
  expect(mailer.sent).toHaveLength(0);
  await own(7);
  await run();
  expect(mailer.sent).toHaveLength(1);
  expect(mailer.sent[0]!.text).toContain("1 med frist");
  expect(mailer.sent[0]!.text).not.toContain("over fristen");
});
