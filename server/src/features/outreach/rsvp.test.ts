import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { JobContext } from "../../kernel/jobs/job.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testJobContext, testMailer } from "../../testkit/sign-in.js";
import { OUTREACH_JOBS } from "./index.js";
import { outreachRows } from "./outreach.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, today: string;
let context: JobContext, closeJobs: () => Promise<void>, rows: ReturnType<typeof outreachRows>;
const own = () => ({ organizationId: world.organizationId, chapterId: world.chapters.own });

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
  rows = outreachRows(seed, today);
  const jobs = await testJobContext(server, testMailer());
  context = jobs.context;
  closeJobs = jobs.close;
});
afterAll(async () => {
  await closeJobs();
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(() => seed.client.query("delete from app.rsvp; delete from app.rate_limit"));

const PAGE = `query ($page: String!) { rsvpPage(page: $page) { chapterName kind title heldOn startsAt place state } }`;
const ANSWER = `mutation ($input: AnswerRsvpInput!) { answerRsvp(input: $input) { page { state } problems { code path message } } }`;
const SEEN = `query ($meetingId: ID!) { meetingInvitations(meetingId: $meetingId) { invitable counts { answer answers persons } named { id name answer persons } } }`;
const REMOVE = `mutation ($input: RemoveRsvpInput!) { removeRsvp(input: $input) { done problems { code } } }`;

type Answered = { answerRsvp: { page: object | null; problems: { code: string; path: string[] }[] } };
type Seen = {
  meetingInvitations: {
    invitable: boolean;
    counts: { answer: string; answers: number; persons: number }[];
    named: { id: string; name: string }[];
  };
};
const form = (page: string, over: object = {}) => ({
  key: uuidv7(),
  page,
  secret: crypto.randomUUID(),
  answer: "YES",
  persons: 2,
  ...over,
});
const answer = async (page: string, over: object = {}) =>
  (await server.ask<Answered>(null, ANSWER, { input: form(page, over) })).answerRsvp;
const seen = async (meetingId: string) => (await server.ask<Seen>(world.board, SEEN, { meetingId })).meetingInvitations;

describe("an invitation", () => {
  test("is seen by who has its link, with no account, and says no more than the message did", async () => {
    const meetingId = await rows.meeting(own(), { host: "Jonas", link: "https://treff.example" });
    const page = await rows.page(meetingId);
    const { rsvpPage } = await server.ask<{ rsvpPage: object }>(null, PAGE, { page });
    expect(rsvpPage).toMatchObject({ title: "Spillkveld", place: "Kulturhuset", startsAt: "18:00", state: "OPEN" });
    expect(JSON.stringify(rsvpPage)).not.toContain("Jonas");
    for (const wrong of ["", "x".repeat(22), "x".repeat(10_000), meetingId, "../../etc", `${page}a`]) {
      expect(await server.ask(null, PAGE, { page: wrong })).toEqual({ rsvpPage: null });
      expect((await answer(wrong)).problems).toMatchObject([{}]);
    }
  });

  test("is answered once on a device, changed there, and counted", async () => {
    const meetingId = await rows.meeting(own());
    const page = await rows.page(meetingId);
    const secret = crypto.randomUUID();
    await Promise.all(Array.from({ length: 5 }, () => answer(page, { secret, name: "Ida" })));
    await answer(page, { answer: "MAYBE", persons: 1 });
    await answer(page, { answer: "NO", persons: 4 });
    const first = await seen(meetingId);
    expect(first.counts).toEqual([
      { answer: "YES", answers: 1, persons: 2 },
      { answer: "MAYBE", answers: 1, persons: 1 },
      { answer: "NO", answers: 1, persons: 1 },
    ]);
    expect(first.named).toMatchObject([{ name: "Ida" }]);
    await answer(page, { secret, answer: "NO" });
    const then = await seen(meetingId);
    expect(then.counts).toEqual([
      { answer: "MAYBE", answers: 1, persons: 1 },
      { answer: "NO", answers: 2, persons: 2 },
    ]);
    expect(then.named).toEqual([]);
    const { rows: kept } = await seed.client.query<Record<string, unknown>>(`select * from app.rsvp`);
    expect(JSON.stringify(kept)).not.toContain(secret);
  });

  test.each([
    ["name", { name: "<img src=x onerror=alert(1)>" }],
    ["name", { name: "Ring 900 00 000" }],
    ["name", { name: "https://ondt.example" }],
    ["name", { name: "x".repeat(81) }],
    ["name", { name: "\u202Eadi" }],
    ["name", { name: "Ida\nLovise" }],
    ["persons", { persons: 0 }],
    ["persons", { persons: 6 }],
    ["secret", { secret: "kort" }],
  ])("refuses a %s as in %o", async (field, over) => {
    const page = await rows.page(await rows.meeting(own()));
    expect((await answer(page, over)).problems).toMatchObject([{ code: "INVALID", path: [field] }]);
  });

  test("takes no answer when it is over, called off or a board's own", async () => {
    const refused = async (over: Record<string, unknown>) =>
      (await answer(await rows.page(await rows.meeting(own(), over)))).problems.map(({ code }) => code);
    expect(await refused({ held_on: addDays(today, -1) })).toEqual(["LOCKED"]);
    expect(await refused({ cancelled_at: new Date() })).toEqual(["LOCKED"]);
    expect(await refused({ kind: "BOARD_MEETING" })).toEqual(["LOCKED"]);
    expect(await refused({ held_on: today })).toEqual([]);
  });

  test("is not flooded: from one network, nor past five hundred answers, where one may still change one's own", async () => {
    const meetingId = await rows.meeting(own());
    const page = await rows.page(meetingId);
    const secret = crypto.randomUUID();
    expect((await answer(page, { secret })).problems).toEqual([]);
    const codes = await Promise.all(Array.from({ length: 70 }, () => server.code(null, ANSWER, { input: form(page) })));
    expect(codes.filter((code) => code === "OK")).toHaveLength(59);
    expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(11);
    await seed.client.query(
      `delete from app.rate_limit;
       insert into app.rsvp (organization_id, chapter_id, meeting_id, token_hash, answer, persons)
       select '${world.organizationId}', '${world.chapters.own}', '${meetingId}', sha256(n::text::bytea), 'YES', 1 from generate_series(1, 440) n`,
    );
    expect((await answer(page)).problems).toMatchObject([{ code: "LOCKED" }]);
    expect((await answer(page, { secret, answer: "MAYBE" })).problems).toEqual([]);
  });

  test("shows its answers to the board alone, which can take one away", async () => {
    const meetingId = await rows.meeting(own());
    const page = await rows.page(meetingId);
    await answer(page, { name: "Ida" });
    for (const seat of [world.siblingLeader, world.foreignLeader])
      await expect(server.code(seat, SEEN, { meetingId })).resolves.toBe("NOT_FOUND");
    for (const seat of [world.coordinator, world.admin, world.mentor, world.expired])
      await expect(server.code(seat, SEEN, { meetingId })).resolves.toBe("FORBIDDEN");
    const { id } = (await seen(meetingId)).named[0]!;
    const remove = { key: uuidv7(), id };
    await expect(server.code(world.siblingLeader, REMOVE, { input: remove })).resolves.toBe("NOT_FOUND");
    expect(await server.ask(world.board, REMOVE, { input: remove })).toEqual({
      removeRsvp: { done: true, problems: [] },
    });
    expect((await seen(meetingId)).counts).toEqual([]);
  });

  test("forgets names two weeks after the meeting and keeps the numbers", async () => {
    const meetingId = await rows.meeting(own());
    await answer(await rows.page(meetingId), { name: "Ida" });
    const forget = OUTREACH_JOBS.find(({ task }) => task === "forgetOutreach")!;
    const daysAgo = (n: number) =>
      seed.client.query(`update app.meeting set held_on = $2 where id = $1`, [meetingId, addDays(today, -n)]);
    await daysAgo(14);
    await forget.run({}, context);
    expect((await seen(meetingId)).named).toHaveLength(1);
    await daysAgo(15);
    await forget.run({}, context);
    expect(await seen(meetingId)).toMatchObject({ named: [], counts: [{ answer: "YES", persons: 2 }] });
  });
});
