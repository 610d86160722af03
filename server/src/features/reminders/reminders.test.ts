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
import { seedChapterWith } from "./reminders.testing.js";
import { sendReminders } from "./send-daily.js";
import { remindReturned } from "./send-singles.js";

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

const chapterWith = (organizationId: string, shortName: string, dues: number[], createdDaysAgo = 0) =>
  seedChapterWith(seed, today, { organizationId, shortName, dues, createdDaysAgo });
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

const logOf = async (rule: string) =>
  (
    await seed.client.query<{ account_id: string; outcome: string; reason: string | null }>(
      "select account_id, outcome, reason from app.reminder_log where rule = $1 order by account_id",
      [rule],
    )
  ).rows;

test("each person's day and hour, quiet days, and what is done in between are all in the log", async () => {
  const organizationId = await seed.organization();
  const chapterId = await chapterWith(organizationId, "MHU Kongsberg", [1]);
  const late = await seed.seat(
    organizationId,
    "CHAPTER_LEADER",
    { chapterId },
    { account_id: await seed.account({ digest_at: "18:00", digest_days: [3] }) },
  );
  await run(at(450));
  expect(mailer.sent).toEqual([]);
  expect(await log()).toEqual([]);
  await run(at(18 * 60, 2));
  expect(await log()).toEqual([{ outcome: "SKIPPED", reason: "NOT_THEIR_DAY", leads: true }]);
  await seed.client.query("delete from app.reminder_log");
  await run(at(18 * 60, 7));
  expect(await log()).toEqual([{ outcome: "SKIPPED", reason: "QUIET_HOURS", leads: true }]);
  await seed.client.query("delete from app.reminder_log");
  // planned, and then done before it went: the mail server was down
  mailer.down = true;
  await expect(run(at(18 * 60, 3))).rejects.toThrow();
  mailer.down = false;
  await seed.client.query("update app.touchpoint set closed_at = now() where chapter_id = $1", [chapterId]);
  await run(at(18 * 60 + 15, 3));
  expect(mailer.sent).toEqual([]);
  expect(await logOf("DIGEST")).toEqual([{ account_id: late.accountId, outcome: "SKIPPED", reason: "NOTHING_LEFT" }]);
});

test("what another has taken on, and what rests, is no news", async () => {
  const organizationId = await seed.organization();
  const chapterId = await chapterWith(organizationId, "MHU Bodø", [1, 2]);
  const [one, two] = [
    await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId }),
    await seed.seat(organizationId, "CHAPTER_BOARD", { chapterId }),
  ];
  await seed.client.query(
    "update app.touchpoint set assignee_seat_id = case when occurrence = 'o0' then $2::uuid end, returns_on = case when occurrence = 'o1' then authz.today() + 2 end where chapter_id = $1",
    [chapterId, one.seatId],
  );
  await run();
  expect((await logOf("DIGEST")).map((row) => row.account_id)).toEqual([one.accountId]);
  expect(two.accountId).not.toBe(one.accountId);
  expect(mailer.sent[0]!.subject).toBe("1 oppgave venter i MHU Bodø");
});

test("nobody on a duty for a week: first the mentor, a week later the region, once a week, and only counts of duties", async () => {
  const organizationId = await seed.organization();
  const regionId = await seed.region(organizationId);
  const chapterId = await chapterWith(organizationId, "MHU Moss", [-8, -8], 20);
  await seed.rows("chapter_region", {
    organization_id: organizationId,
    chapter_id: chapterId,
    region_id: regionId,
    valid_from: "2020-01-01",
  });
  const mentor = await seed.seat(organizationId, "MENTOR", { chapterId });
  const coordinator = await seed.seat(organizationId, "REGION_COORDINATOR", { regionId });
  const admin = await seed.seat(organizationId, "NATIONAL_ADMIN");
  const heard = async () =>
    (await logOf("ESCALATION")).filter(({ outcome }) => outcome === "SENT").map((row) => row.account_id);
  await run();
  await run();
  expect(await heard()).toEqual([mentor.accountId]);
  expect(mailer.sent).toHaveLength(1);
  expect(mailer.sent[0]).toMatchObject({ subject: "Et lag kan trenge en hånd" });
  expect(mailer.sent[0]!.text).toContain("MHU Moss: 2 oppgaver er en uke eller mer over fristen");
  await seed.client.query(
    "update app.touchpoint set opens_on = opens_on - 10, due_on = due_on - 10 where chapter_id = $1",
    [chapterId],
  );
  await run();
  expect((await heard()).sort()).toEqual([mentor.accountId, coordinator.accountId].sort());
  expect(mailer.sent).toHaveLength(2);
  // no coordinator: national; somebody on it: nobody; and never what is about members
  await seed.client.query("delete from app.reminder_log");
  await seed.client.query("update app.seat set valid_to = authz.today() where id = $1", [coordinator.seatId]);
  await run();
  expect((await heard()).sort()).toEqual([mentor.accountId, admin.accountId].sort());
  await seed.client.query("delete from app.reminder_log");
  await seed.client.query("update app.touchpoint set started_at = now() where chapter_id = $1", [chapterId]);
  await run();
  expect(await heard()).toEqual([]);
});

test("a report that came back is a mail of its own, at once or after the quiet hours, and none when it is mended first", async () => {
  const organizationId = await seed.organization();
  const chapterId = await chapterWith(organizationId, "MHU Halden", [-2]);
  const [leader, board] = [
    await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId }),
    await seed.seat(organizationId, "CHAPTER_BOARD", { chapterId }),
  ];
  const { rows } = await seed.client.query<{ id: string }>(
    "update app.touchpoint set closed_at = now(), closed_by = $2, returned_at = now(), returned_note = 'Hvor mange kom?' where chapter_id = $1 returning id",
    [chapterId, board.seatId],
  );
  const payload = { rule: "RETURNED", organizationId, chapterId, touchpointId: rows[0]!.id };
  await remindReturned(payload, context, at(23 * 60));
  expect(mailer.sent).toEqual([]);
  expect(await logOf("RETURNED")).toEqual([{ account_id: board.accountId, outcome: "WAITING", reason: null }]);
  await seed.client.query("update app.reminder_log set due_at = now()");
  await run(at(420));
  await remindReturned(payload, context, at(480));
  expect(mailer.sent).toHaveLength(1);
  expect(mailer.sent[0]).toMatchObject({ subject: "En rapport har kommet tilbake" });
  expect(mailer.sent[0]!.text).toContain(`/oppgaver/${rows[0]!.id}`);
  expect(mailer.sent[0]!.text).not.toContain("Hvor mange");
  // the one it concerns has left: the leader; mended before it went: nobody
  await seed.client.query("delete from app.reminder_log");
  await seed.client.query("update app.seat set valid_to = authz.today() where id = $1", [board.seatId]);
  await remindReturned(payload, context, at(23 * 60));
  await seed.client.query("update app.touchpoint set returned_at = null, returned_note = null where chapter_id = $1", [
    chapterId,
  ]);
  await seed.client.query("update app.reminder_log set due_at = now()");
  await run(at(480));
  expect(await logOf("RETURNED")).toEqual([
    { account_id: leader.accountId, outcome: "SKIPPED", reason: "NOTHING_LEFT" },
  ]);
  expect(mailer.sent).toHaveLength(1);
});

test("one chooses days and hour outside the quiet hours, and sees one's own log alone", async () => {
  const organizationId = await seed.organization();
  const chapterId = await chapterWith(organizationId, "MHU Larvik", [1]);
  const [one, other] = [
    await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId }),
    await seed.seat(organizationId, "CHAPTER_BOARD", { chapterId }),
  ];
  const SET = `mutation ($input: SetRemindersInput!) { setReminders(input: $input) { reminders { weekdays at } problems { code path } } }`;
  const set = async (weekdays: number[], time: string) =>
    (
      await server.ask<{ setReminders: { reminders: unknown; problems: { path: string[] }[] } }>(one, SET, {
        input: { key: uuidv7(), enabled: true, weekdays, at: time },
      })
    ).setReminders;
  for (const [days, time, path] of [
    [[], "08:00", "weekdays"],
    [[7], "08:00", "weekdays"],
    [[1], "06:30", "at"],
    [[1], "08:10", "at"],
    [[1], "22:00", "at"],
  ] as const)
    expect((await set([...days], time)).problems).toEqual([{ code: "INVALID", path: [path] }]);
  expect(await set([5, 1], "18:30")).toEqual({ reminders: { weekdays: [1, 5], at: "18:30" }, problems: [] });
  const PAGE = `{ reminders { preview { subject lines } } reminderLog { nodes { rule outcome reason } } }`;
  const preview = {
    subject: "1 oppgave venter i MHU Larvik",
    lines: [expect.stringContaining("1 ny oppgave") as string],
  };
  expect(await server.ask(one, PAGE)).toEqual({ reminders: { preview }, reminderLog: { nodes: [] } });
  await run();
  expect(await server.ask(one, PAGE)).toMatchObject({ reminderLog: { nodes: [] } });
  expect(await server.ask(other, PAGE)).toEqual({
    reminders: { preview: null },
    reminderLog: { nodes: [{ rule: "DIGEST", outcome: "SENT", reason: null }] },
  });
});
