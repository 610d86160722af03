import { addDays, emptyDefinition } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { JobContext } from "../../kernel/jobs/job.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { queued, testJobContext, testMailer } from "../../testkit/sign-in.js";
import { OUTREACH_JOBS } from "./index.js";
import { outreachRows } from "./outreach.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, today: string;
let context: JobContext, closeJobs: () => Promise<void>, rows: ReturnType<typeof outreachRows>;
const mailer = testMailer();
const own = () => ({ organizationId: world.organizationId, chapterId: world.chapters.own });

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
  rows = outreachRows(seed, today);
  const jobs = await testJobContext(server, mailer);
  context = jobs.context;
  closeJobs = jobs.close;
});
afterAll(async () => {
  await closeJobs();
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  await seed.client
    .query(`delete from app.outreach_mail; delete from app.outreach; delete from app.rsvp; delete from app.touchpoint; delete from app.member;
    delete from app.quiet_period; delete from app.audit; delete from graphile_worker._private_jobs`);
  mailer.sent.length = 0;
  mailer.down = false;
});

const AUDIENCE = `reached throughGuardian leftOut { reason count names }`;
const DRAFT = `query ($meetingId: ID, $touchpointId: ID) { outreachDraft(meetingId: $meetingId, touchpointId: $touchpointId) {
  meeting { id } rsvpLink chapterName subject mail text mailBefore mailAfter mailsLeft quietUntil byMail { ${AUDIENCE} } byText { ${AUDIENCE} } } }`;
const SEND = `mutation ($input: SendOutreachInput!) { sendOutreach(input: $input) { outreach { id waiting sent skipped { reason count } } problems { code path message } } }`;
const NUMBERS = `{ outreachNumbers { numbers } }`;

type Audience = {
  reached: number;
  throughGuardian: number;
  leftOut: { reason: string; count: number; names: string[] }[];
};
type Draft = {
  meeting: { id: string } | null;
  rsvpLink: string | null;
  chapterName: string;
  subject: string;
  mail: string;
  text: string;
  mailsLeft: number;
  quietUntil: string | null;
  byMail: Audience;
  byText: Audience;
};
type Sent = {
  sendOutreach: {
    outreach: { id: string; waiting: number; sent: number } | null;
    problems: { code: string; path: string[]; message: string }[];
  };
};

const draft = async (seat: SeededSeat, variables: object) =>
  (await server.ask<{ outreachDraft: Draft }>(seat, DRAFT, variables)).outreachDraft;
const form = (over: object = {}) => ({
  key: uuidv7(),
  id: uuidv7(),
  subject: "Spillkveld torsdag",
  body: "Kommer du?\n\nHilsen oss",
  ...over,
});
const send = async (seat: SeededSeat, over: object) =>
  (await server.ask<Sent>(seat, SEND, { input: form(over) })).sendOutreach;

const job = OUTREACH_JOBS.find(({ task }) => task === "sendOutreach")!;
const forget = OUTREACH_JOBS.find(({ task }) => task === "forgetOutreach")!;
const run = async () => {
  for (const { payload } of await queued(seed, "sendOutreach")) await job.run(payload, context);
};
const reasons = ({ leftOut }: Audience) => Object.fromEntries(leftOut.map(({ reason, count }) => [reason, count]));

describe("whom a message reaches", () => {
  test("is who may be contacted that way, the young through a guardian, and who is left out has a reason", async () => {
    const young = { birth_date: addDays(today, -14 * 365) };
    await rows.member(own(), { mobile: "+47 900 00 001" });
    await rows.member(own(), {}, { contact_preference: "TEXT" });
    await rows.member(own(), {}, { contact_preference: "NEVER", first_name: "Aldri" });
    await rows.member(own(), {}, { contact_preference: "NOT_NOW" });
    await rows.member(own(), {}, { contact_preference: "NOT_NOW", contact_again_on: today });
    await rows.member(own(), { email: null, mobile: "+4790000002" }, { mobile_wrong_on: today });
    await rows.member(own(), { guardian: { name: "Mor", email: "mor@test.example", mobile: null } }, young);
    await rows.member(own(), { mobile: "+4790000003" }, young);
    await rows.member(own(), { email: "felles@test.example" });
    await rows.member(own(), { email: "felles@test.example" });
    await rows.member(own(), {}, { left_on: today, end_reason: "LEFT" });
    await rows.member({ ...own(), chapterId: world.chapters.sibling });
    const found = await draft(world.board, { meetingId: await rows.meeting(own()) });
    expect(found.byMail).toMatchObject({ reached: 5, throughGuardian: 1 });
    expect(reasons(found.byMail)).toEqual({ NEVER: 1, NOT_NOW: 1, NO_ADDRESS: 1, NO_GUARDIAN: 1, SAME_ADDRESS: 1 });
    expect(found.byMail.leftOut.find(({ reason }) => reason === "NEVER")!.names).toEqual(["Aldri"]);
    expect(found.byText).toMatchObject({ reached: 1, throughGuardian: 0 });
    expect(reasons(found.byText)).toEqual({ NEVER: 1, NOT_NOW: 1, WRONG_NUMBER: 1, NO_GUARDIAN: 2, NO_ADDRESS: 4 });
    const { outreachNumbers } = await server.ask<{ outreachNumbers: { numbers: string[] }[] }>(world.board, NUMBERS);
    expect(outreachNumbers).toEqual([{ numbers: ["+4790000001"] }]);
  });

  test("has numbers in groups of twenty", async () => {
    for (let i = 0; i < 21; i++) await rows.member(own(), { mobile: `+47900001${String(i).padStart(2, "0")}` });
    const { outreachNumbers } = await server.ask<{ outreachNumbers: { numbers: string[] }[] }>(world.leader, NUMBERS);
    expect(outreachNumbers.map(({ numbers }) => numbers.length)).toEqual([20, 1]);
  });
});

describe("what a board starts from", () => {
  test("is a kind text with the link, and says the kind where the name tells too much", async () => {
    const found = await draft(world.board, { meetingId: await rows.meeting(own(), { title: "Angstgruppe" }) });
    expect(found.rsvpLink).toMatch(/^http:\/\/localhost:4460\/kommer#[A-Za-z0-9_-]{22}$/);
    for (const text of [found.subject, found.text]) {
      expect(text).toContain("Treff");
      expect(text).not.toContain("Angst");
    }
    expect(found.text).toContain(found.rsvpLink);
    expect(found.mail).toContain(found.rsvpLink);
    expect(found).toMatchObject({ mailsLeft: 3, quietUntil: null });
  });

  test("is the task's own messages, filled from its meeting", async () => {
    const [templateId, versionId, id] = [uuidv7(), uuidv7(), uuidv7()];
    const tenant = { organization_id: world.organizationId };
    await seed.rows("touchpoint_template", { ...tenant, id: templateId, key: `o${seed.unique()}` });
    await seed.rows("template_version", {
      ...tenant,
      id: versionId,
      template_id: templateId,
      state: "PUBLISHED",
      published_at: new Date(),
      about_member: false,
      definition: {
        ...emptyDefinition("Sommertreff"),
        messages: [
          {
            key: "M",
            channel: "EMAIL",
            title: { nb: "Mail" },
            subject: { nb: "Sommertreff {{dato}}" },
            body: { nb: "Vi møtes på {{sted}}. {{bidrag}}\n{{lenke}}" },
            locked: false,
          },
          { key: "S", channel: "SMS", title: { nb: "SMS" }, body: { nb: "Treff {{klokka}}" }, locked: false },
        ],
      },
    });
    const meetingId = await rows.meeting(own());
    const touchpoint = {
      ...tenant,
      chapter_id: world.chapters.own,
      template_id: templateId,
      version_id: versionId,
      major: 1,
      opens_on: today,
      due_on: addDays(today, 9),
      miss_on: addDays(today, 9),
      first_due_on: today,
    };
    await seed.rows("touchpoint", { ...touchpoint, id, about_member: false, meeting_id: meetingId, occurrence: "a" });
    const found = await draft(world.board, { touchpointId: id });
    expect(found.meeting?.id).toBe(meetingId);
    expect(found.mail).toContain("Vi møtes på Kulturhuset. {{bidrag}}");
    expect(found.mail).toContain(found.rsvpLink);
    expect(found.text).toBe(`Treff 18:00\n\n${found.rsvpLink}`);
    await rows.member(own());
    const gap = await send(world.board, { touchpointId: id, body: found.mail });
    expect(gap.problems).toMatchObject([{ code: "INVALID", path: ["body"] }]);
    expect((await send(world.board, { touchpointId: id })).problems).toEqual([]);

    const about = uuidv7();
    const memberId = await rows.member(own());
    await seed.rows("touchpoint", {
      ...touchpoint,
      id: about,
      about_member: true,
      member_id: memberId,
      occurrence: "b",
    });
    await expect(server.code(world.board, DRAFT, { touchpointId: about })).resolves.toBe("NOT_FOUND");
    await expect(server.code(world.board, SEND, { input: form({ touchpointId: about }) })).resolves.toBe("NOT_FOUND");
  });
});

describe("a mail to all", () => {
  test("reaches each once, whatever is sent twice, runs twice or runs at once", async () => {
    const ids = [await rows.member(own()), await rows.member(own()), await rows.member(own(), { email: null })];
    const meetingId = await rows.meeting(own());
    const input = form({ meetingId });
    const answers = await Promise.all(Array.from({ length: 5 }, () => server.ask<Sent>(world.board, SEND, { input })));
    expect(answers.map(({ sendOutreach }) => sendOutreach.problems)).toEqual([[], [], [], [], []]);
    expect(await queued(seed, "sendOutreach")).toHaveLength(1);
    const { payload } = (await queued(seed, "sendOutreach"))[0]!;
    expect(Object.keys(payload).sort()).toEqual(["chapterId", "organizationId", "outreachId"]);
    await Promise.allSettled([job.run(payload, context), job.run(payload, context)]);
    await job.run(payload, context);
    expect(mailer.sent.map(({ to }) => to).sort()).toEqual(ids.slice(0, 2).map((id) => `${id}@test.example`));
    for (const mail of mailer.sent) {
      expect(mail.subject).toBe("Spillkveld torsdag");
      expect(mail.text).toContain("Kommer du?\n\nHilsen oss");
      expect(mail.text).toMatch(/Hvem kan se meg:\n\S+\/hvem-ser-meg\n/);
      expect(mail.html).toContain("Hilsen oss");
      expect(mail.unsubscribeUrl).toContain("/avmeld-medlem/");
      expect(JSON.stringify([mail.subject, mail.senderName, mail.reference])).not.toMatch(
        new RegExp(ids.map((id) => id.replaceAll("-", "")).join("|")),
      );
    }
    const { outreach } = (await server.ask<Sent>(world.board, SEND, { input })).sendOutreach;
    expect(outreach).toMatchObject({ waiting: 0, sent: 2 });
    const trail = await seed.client.query<{ action: string; detail: object }>(`select action, detail from app.audit`);
    expect(trail.rows).toEqual([{ action: "OUTREACH_SENT", detail: {} }]);
  });

  test("is not sent to who left, asked for peace or lost the address in the meantime, nor when it is called off", async () => {
    const ids = [];
    for (let i = 0; i < 5; i++) ids.push(await rows.member(own()));
    const [left, never, bare, later] = ids as [string, string, string, string];
    const meetingId = await rows.meeting(own());
    const { outreach } = await send(world.leader, { meetingId });
    const set = (id: string, sql: string) => seed.client.query(`update app.member set ${sql} where id = $1`, [id]);
    await set(left, "left_on = authz.today(), end_reason = 'LEFT'");
    await set(never, "contact_preference = 'NEVER'");
    await set(bare, "email_ct = null");
    await set(later, "contact_preference = 'NOT_NOW'");
    await run();
    expect(mailer.sent.map(({ to }) => to)).toEqual([`${ids[4]!}@test.example`]);
    const by = Object.fromEntries((await rows.lines(outreach!.id)).map((line) => [line.member_id, line.reason]));
    expect([by[left], by[never], by[bare], by[later]]).toEqual(["LEFT", "NEVER", "NO_EMAIL", "NOT_NOW"]);

    const again = await send(world.leader, { meetingId });
    await seed.client.query(`update app.meeting set cancelled_at = now() where id = $1`, [meetingId]);
    await run();
    expect(mailer.sent).toHaveLength(1);
    expect((await rows.lines(again.outreach!.id)).map(({ reason }) => reason)).toEqual(["CALLED_OFF"]);
  });

  test("goes to the guardian of who is too young, and says so", async () => {
    const guardian = { name: "Mor", email: "mor@test.example", mobile: null };
    await rows.member(own(), { guardian }, { birth_date: addDays(today, -14 * 365) });
    await send(world.board, { meetingId: await rows.meeting(own()) });
    await run();
    expect(mailer.sent).toMatchObject([{ to: "mor@test.example" }]);
    expect(mailer.sent[0]!.text).toContain("foresatt");
  });

  test("is tried again after the mail server was down, or the one who sent it was killed, without a second copy", async () => {
    for (let i = 0; i < 3; i++) await rows.member(own());
    const { outreach } = await send(world.board, { meetingId: await rows.meeting(own()) });
    mailer.down = true;
    await expect(run()).rejects.toThrow("3 mails");
    mailer.down = false;
    // killed between: a line that says the mail was begun, and nobody left to finish it
    const [first] = await rows.lines(outreach!.id);
    const begun = (at: string) =>
      seed.client.query(
        `update app.outreach_mail set outcome = 'FAILED', reason = 'INTERRUPTED', at = ${at} where outreach_id = $1 and member_id = $2`,
        [outreach!.id, first!.member_id],
      );
    await begun("now()");
    await expect(run()).rejects.toThrow("under way");
    expect(mailer.sent).toHaveLength(2);
    await begun("now() - interval '11 minutes'");
    await run();
    await run();
    expect(mailer.sent).toHaveLength(3);
    expect(new Set(mailer.sent.map(({ reference }) => reference)).size).toBe(3);
  });

  test("is refused when there is nothing to mend but the text, and when the week is full or quiet", async () => {
    await rows.member(own());
    const meetingId = await rows.meeting(own());
    const problem = async (over: object) => (await send(world.board, { meetingId, ...over })).problems[0];
    expect(await problem({ subject: "Angst og depresjon" })).toMatchObject({ code: "INVALID", path: ["subject"] });
    expect((await problem({ subject: "Angst på torsdag" }))?.message).toContain("Angst");
    expect(await problem({ subject: "To\nlinjer" })).toMatchObject({ path: ["subject"] });
    expect(await problem({ body: " " })).toMatchObject({ path: ["body"] });
    expect(await problem({ body: "Hei 01010750160" })).toMatchObject({ path: ["body"] });
    expect(await problem({ body: "x".repeat(2001) })).toMatchObject({ path: ["body"] });
    const locked = async (over: Record<string, unknown>) => problem({ meetingId: await rows.meeting(own(), over) });
    expect(await locked({ kind: "BOARD_MEETING" })).toMatchObject({ code: "LOCKED" });
    expect(await locked({ cancelled_at: new Date() })).toMatchObject({ code: "LOCKED" });
    expect(await locked({ held_on: addDays(today, -1) })).toMatchObject({ code: "LOCKED" });
    const quiet = { organization_id: world.organizationId, id: uuidv7(), name: "Jul", from_day: today };
    await seed.rows("quiet_period", { ...quiet, to_day: addDays(today, 2) });
    expect(await problem({})).toMatchObject({ code: "LOCKED" });
    await seed.client.query("delete from app.quiet_period");
    // four at the same time: three get through
    const four = await Promise.all(Array.from({ length: 4 }, () => send(world.board, { meetingId })));
    expect(four.flatMap(({ problems }) => problems)).toMatchObject([{ code: "LOCKED" }]);
    expect((await draft(world.board, { meetingId })).mailsLeft).toBe(0);
  });

  test("is the own chapter's alone, and read by nobody above", async () => {
    await rows.member(own());
    const meetingId = await rows.meeting(own());
    for (const seat of [world.siblingLeader, world.foreignLeader]) {
      await expect(server.code(seat, SEND, { input: form({ meetingId }) })).resolves.toBe("NOT_FOUND");
      await expect(server.code(seat, DRAFT, { meetingId })).resolves.toBe("NOT_FOUND");
    }
    for (const seat of [world.admin, world.editor, world.coordinator, world.mentor, world.expired]) {
      for (const [document, variables] of [
        [SEND, { input: form({ meetingId }) }],
        [DRAFT, { meetingId }],
        [NUMBERS, {}],
      ] as const)
        await expect(server.code(seat, document, variables)).resolves.toBe("FORBIDDEN");
    }
    await expect(server.code(world.board, SEND, { input: form() })).resolves.toBe("NOT_FOUND");
  });

  test("ends for a member by the link in it, once and for all, and lines are forgotten", async () => {
    const id = await rows.member(own());
    await send(world.board, { meetingId: await rows.meeting(own()) });
    await run();
    const url = new URL(mailer.sent[0]!.unsubscribeUrl!);
    const post = (path: string) => fetch(`${server.url}${path}`, { method: "POST" });
    const forged = `${url.pathname.slice(0, -1)}${url.pathname.endsWith("A") ? "B" : "A"}`;
    expect((await post(forged)).status).toBe(404);
    expect((await post(url.pathname)).status).toBe(200);
    expect((await post(url.pathname)).status).toBe(200);
    const wish = await seed.client.query(`select contact_preference, rev from app.member where id = $1`, [id]);
    expect(wish.rows).toEqual([{ contact_preference: "NOT_NOW", rev: 2 }]);
    await seed.client.query(`update app.outreach_mail set at = now() - interval '401 days'`);
    await forget.run({}, context);
    expect((await seed.client.query(`select 1 from app.outreach_mail`)).rowCount).toBe(0);
  });
});
