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
import { osloMoment } from "../reminders/index.js";
import type { Moment } from "../reminders/index.js";
import { NEWS_JOBS } from "./index.js";
import { mailBoardMessage, sendHeldMessages } from "./jobs.js";
import { neverQuiet, versionsOf } from "./news.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
let context: JobContext, closeJobs: () => Promise<void>;
const mailer = testMailer();

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  const jobs = await testJobContext(server, mailer);
  context = jobs.context;
  closeJobs = jobs.close;
  await neverQuiet(seed);
});
afterAll(async () => {
  await closeJobs();
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  await seed.client.query(
    "delete from app.board_message_mail; delete from app.board_message_seen; delete from app.board_message; delete from app.audit",
  );
  mailer.sent.length = 0;
  mailer.down = false;
});

type Message = {
  id: string;
  title: string;
  chapterCount: number | null;
  readByChapters: number | null;
  readAt: string | null;
  withdrawnAt: string | null;
  rev: number;
  template: { name: { nb: string } } | null;
};
type Payload = { message: Message | null; problems: { code: string; path: string[] }[] };
const FIELDS = `id title body chapterCount readByChapters readAt withdrawnAt rev template { name { nb } }`;
const SEND = `mutation ($input: SendBoardMessageInput!) { sendBoardMessage(input: $input) { message { ${FIELDS} } problems { code path message } } }`;
const WITHDRAW = `mutation ($input: WithdrawBoardMessageInput!) { withdrawBoardMessage(input: $input) { message { ${FIELDS} } problems { code path } } }`;
const READ = `mutation ($input: MarkBoardMessageReadInput!) { markBoardMessageRead(input: $input) { done problems { code } } }`;
const LIST = `{ boardMessages(first: 100) { nodes { ${FIELDS} } } }`;
const NEWS = `{ news { boardMessages { ${FIELDS} } } }`;
const AUDIENCE = `query ($to: AudienceInput!) { boardMessageAudience(to: $to) { chapters people withoutBoard } }`;

const ALL = { all: true, regionIds: [], chapterIds: [] };
const to = (over: { regionIds?: string[]; chapterIds?: string[] }) => ({
  all: false,
  regionIds: [],
  chapterIds: [],
  ...over,
});
const form = (over: object = {}) => ({
  key: uuidv7(),
  id: uuidv7(),
  title: "Årsmøtene nærmer seg",
  body: "Husk innkallingen.\nFristen er fire uker.",
  to: ALL,
  ...over,
});
const send = async (over: object = {}, seat: SeededSeat = world.editor): Promise<Payload> =>
  (await server.ask<{ sendBoardMessage: Payload }>(seat, SEND, { input: form(over) })).sendBoardMessage;
const sent = async (over: object = {}): Promise<Message> => (await send(over)).message!;
const list = async (seat: SeededSeat): Promise<Message[]> =>
  (await server.ask<{ boardMessages: { nodes: Message[] } }>(seat, LIST)).boardMessages.nodes;
const news = async (seat: SeededSeat): Promise<Message[]> =>
  (await server.ask<{ news: { boardMessages: Message[] } }>(seat, NEWS)).news.boardMessages;
const read = (seat: SeededSeat, id: string, key = uuidv7()) =>
  server.run<{ markBoardMessageRead: { done: boolean } }>(seat, READ, { input: { key, id } });
const run = (messageId: string, organizationId = world.organizationId) =>
  NEWS_JOBS[0]!.run({ organizationId, messageId }, context);

/** a time by the clock of Oslo, so many days from today */
async function at(time: string, days = 0): Promise<Moment> {
  const { rows } = await seed.client.query<{ instant: Date }>(
    `select ((authz.today() + $2::int + $1::time) at time zone 'Europe/Oslo') as instant`,
    [time, days],
  );
  return osloMoment(rows[0]!.instant);
}

describe("a message to boards", () => {
  test("is told beforehand whom it reaches", async () => {
    const audience = async (over: object) =>
      (await server.ask<{ boardMessageAudience: object }>(world.admin, AUDIENCE, { to: over })).boardMessageAudience;
    expect(await audience(ALL)).toMatchObject({ chapters: 3, people: 3, withoutBoard: [expect.any(String)] });
    expect(await audience(to({ regionIds: [world.regions.east] }))).toMatchObject({
      chapters: 2,
      people: 3,
      withoutBoard: [],
    });
    expect(await audience(to({ chapterIds: [world.chapters.far] }))).toMatchObject({ chapters: 1, people: 0 });
    expect(await audience(to({}))).toMatchObject({ chapters: 0, people: 0 });
    for (const id of [world.chapters.foreign, uuidv7(), "no-uuid"])
      expect(await server.code(world.admin, AUDIENCE, { to: to({ chapterIds: [id] }) })).toBe("NOT_FOUND");
    expect(await server.code(world.admin, AUDIENCE, { to: { ...ALL, chapterIds: [world.chapters.own] } })).toBe(
      "BAD_REQUEST",
    );
  });

  test("is seen by the boards it is for, and by no one else", async () => {
    const message = await sent({ to: to({ chapterIds: [world.chapters.own] }) });
    expect(message).toMatchObject({ chapterCount: 1, readByChapters: 0 });
    for (const seat of [world.leader, world.board]) {
      // how many others got it is not theirs to know
      expect(await news(seat)).toMatchObject([{ id: message.id, chapterCount: null, readByChapters: null }]);
      expect(await list(seat)).toMatchObject([{ id: message.id, chapterCount: null, readAt: null }]);
    }
    for (const seat of [world.siblingLeader, world.foreignLeader]) {
      expect(await list(seat)).toEqual([]);
      expect(await news(seat)).toEqual([]);
      expect((await read(seat, message.id)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    }
    for (const seat of [world.mentor, world.coordinator]) expect(await server.code(seat, LIST)).toBe("FORBIDDEN");
    expect(await list(world.foreignAdmin)).toEqual([]);
    expect((await read(world.admin, message.id)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });

  test("to a region or to all reaches each of them", async () => {
    const region = await sent({ to: to({ regionIds: [world.regions.east] }), title: "Øst" });
    const all = await sent({ title: "Alle" });
    expect([region.chapterCount, all.chapterCount]).toEqual([2, 3]);
    expect((await list(world.siblingLeader)).map(({ title }) => title)).toEqual(["Alle", "Øst"]);
    const farLeader = await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId: world.chapters.far });
    expect((await list(farLeader)).map(({ title }) => title)).toEqual(["Alle"]);
    await seed.client.query("update app.seat set valid_to = valid_from where id = $1", [farLeader.seatId]);
  });

  test("is read once by each seat, and national counts chapters and not persons", async () => {
    const { id } = await sent();
    const key = uuidv7();
    await Promise.all([read(world.leader, id, key), read(world.leader, id, key), read(world.leader, id)]);
    expect(await news(world.leader)).toEqual([]);
    expect(await news(world.board)).toHaveLength(1);
    await read(world.board, id);
    expect(await list(world.admin)).toMatchObject([{ chapterCount: 3, readByChapters: 1, readAt: null }]);
    await read(world.siblingLeader, id);
    expect(await list(world.admin)).toMatchObject([{ readByChapters: 2 }]);
    const { rows } = await seed.client.query("select 1 from app.board_message_seen where seat_id = $1", [
      world.leader.seatId,
    ]);
    expect(rows).toHaveLength(1);
  });

  test("taken back is gone from the boards and stays in national's list", async () => {
    const message = await sent();
    const withdraw = async (input: object, seat: SeededSeat = world.admin) =>
      server.run<{ withdrawBoardMessage: Payload }>(seat, WITHDRAW, {
        input: { key: uuidv7(), id: message.id, rev: 1, ...input },
      });
    expect((await withdraw({ rev: 7 })).data!.withdrawBoardMessage).toMatchObject({
      message: { withdrawnAt: null },
      problems: [{ code: "CONFLICT" }],
    });
    expect((await withdraw({}, world.foreignAdmin)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    expect((await withdraw({}, world.leader)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    const twice = await Promise.all([withdraw({}), withdraw({})]);
    expect(twice.flatMap((answer) => answer.data!.withdrawBoardMessage.problems.map(({ code }) => code))).toEqual([
      "CONFLICT",
    ]);
    expect(await list(world.leader)).toEqual([]);
    expect(await news(world.leader)).toEqual([]);
    expect((await read(world.leader, message.id)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    expect(await list(world.editor)).toMatchObject([{ id: message.id, withdrawnAt: expect.any(String), rev: 2 }]);
    const { rows } = await seed.client.query<{ action: string }>("select action from app.audit order by id");
    expect(rows.map(({ action }) => action)).toEqual(["BOARD_MESSAGE_SENT", "BOARD_MESSAGE_WITHDRAWN"]);
  });

  test("says what to mend, and then nothing is sent", async () => {
    const closed = await seed.chapter(world.organizationId, null, { closed_on: "2021-01-01" });
    const wrong: [object, string[]][] = [
      [{ title: " " }, ["title"]],
      [{ title: "x".repeat(81) }, ["title"]],
      [{ title: "to\nlinjer" }, ["title"]],
      [{ body: "x".repeat(1001) }, ["body"]],
      [{ body: "pip \u0007" }, ["body"]],
      [{ body: "Ola har 010107 50160" }, ["body"]],
      [{ to: to({}) }, ["to"]],
      [{ to: to({ chapterIds: [closed] }) }, ["to"]],
    ];
    for (const [over, path] of wrong) {
      const { problems } = await send(over);
      expect([over, problems]).toMatchObject([over, [{ code: "INVALID", path }]]);
    }
    expect((await list(world.admin)).filter(({ title }) => title !== "Årsmøtene nærmer seg")).toEqual([]);
    expect(
      await server.code(world.admin, SEND, { input: form({ to: to({ chapterIds: [world.chapters.foreign] }) }) }),
    ).toBe("NOT_FOUND");
    expect(await server.code(world.leader, SEND, { input: form() })).toBe("FORBIDDEN");
  });

  test("twins are one message, and an id that is there is left alone", async () => {
    const input = form();
    const twins = await Promise.all(
      [1, 2].map(() => server.ask<{ sendBoardMessage: Payload }>(world.admin, SEND, { input })),
    );
    expect(twins.map((twin) => twin.sendBoardMessage.problems)).toEqual([[], []]);
    expect(await list(world.admin)).toHaveLength(1);
    expect(
      (await queued(seed, "sendBoardMessage")).filter(({ payload }) => payload["messageId"] === input.id),
    ).toHaveLength(1);
    expect((await send({ id: input.id, title: "Annet" })).problems).toMatchObject([{ code: "CONFLICT" }]);
    expect(await list(world.admin)).toMatchObject([{ title: "Årsmøtene nærmer seg" }]);
  });

  test("names the template it is about, and none that boards cannot read of", async () => {
    const { rows } = await seed.client.query<{ today: string }>("select authz.today()::text as today");
    const make = versionsOf(seed, world.organizationId, world.admin.seatId, rows[0]!.today);
    const [template, draft] = [await make.template(), await make.template()];
    await make.version(template, "1.0");
    await make.version(draft, "1.0", {}, "DRAFT");
    await sent({ templateId: template });
    expect(await list(world.leader)).toMatchObject([{ template: { name: { nb: "Sommertreff" } } }]);
    expect((await send({ templateId: draft })).problems).toMatchObject([{ code: "INVALID", path: ["templateId"] }]);
    expect(await server.code(world.admin, SEND, { input: form({ templateId: uuidv7() }) })).toBe("NOT_FOUND");
  });
});

describe("its mail", () => {
  const address = async (seat: SeededSeat) => {
    const { rows } = await seed.client.query<{ email_ct: Buffer }>("select email_ct from app.account where id = $1", [
      seat.accountId,
    ]);
    return seed.sealer.open(rows[0]!.email_ct, `account/${seat.accountId}/email`);
  };

  test("goes to everybody on the boards once, with a neutral subject", async () => {
    await seed.client.query(
      "update app.organization set short_name = 'Mental Helse Ungdom', sender_name = 'MHU' where id = $1",
      [world.organizationId],
    );
    const { id } = await sent({ title: "Om angst", to: to({ chapterIds: [world.chapters.own] }) });
    // somebody with two seats on the same board is one person
    const twice = await seed.seat(
      world.organizationId,
      "CHAPTER_BOARD",
      { chapterId: world.chapters.own },
      { account_id: world.leader.accountId },
    );
    await Promise.allSettled([run(id), run(id)]);
    await run(id);
    expect(mailer.sent.map((mail) => mail.to).sort()).toEqual(
      [await address(world.leader), await address(world.board)].sort(),
    );
    for (const mail of mailer.sent) {
      expect(mail).toMatchObject({ subject: "Beskjed fra MHU", senderName: "MHU" });
      expect(mail.text).toContain("Om angst");
      expect(mail.text.slice(0, 120)).not.toContain("angst");
      expect(mail.text).toContain("/beskjeder");
      expect(mail.text).toMatch(/\/avmeld#[\w-]+/);
    }
    const job = (await queued(seed, "sendBoardMessage")).find(({ payload }) => payload["messageId"] === id);
    expect(job!.payload).toEqual({ organizationId: world.organizationId, messageId: id });
    await seed.client.query("update app.seat set valid_to = valid_from where id = $1", [twice.seatId]);
  });

  test("not to who has turned mails off, was stopped, or is no longer on a board", async () => {
    const { id } = await sent({ to: to({ chapterIds: [world.chapters.own] }) });
    await seed.client.query("update app.account set digest_enabled = false where id = $1", [world.leader.accountId]);
    await seed.client.query("update app.account set stopped_at = now() where id = $1", [world.board.accountId]);
    await run(id);
    expect(mailer.sent).toEqual([]);
    const { rows } = await seed.client.query<{ reason: string }>(
      "select reason from app.board_message_mail order by reason",
    );
    expect(rows.map(({ reason }) => reason)).toEqual(["OPTED_OUT", "STOPPED"]);
    await seed.client.query("update app.account set digest_enabled = true, stopped_at = null");
  });

  test("is tried again when the mail server was down, and what was cut off is taken over later", async () => {
    const { id } = await sent({ to: to({ chapterIds: [world.chapters.own] }) });
    mailer.down = true;
    await expect(run(id)).rejects.toThrow("2 mails were not sent");
    mailer.down = false;
    await run(id);
    expect(mailer.sent).toHaveLength(2);
    const line =
      "update app.board_message_mail set outcome = 'FAILED', reason = 'INTERRUPTED', at = now() - $2::interval where account_id = $1";
    await seed.client.query(line, [world.leader.accountId, "1 minute"]);
    // another run may be sending it this very moment
    await expect(run(id)).rejects.toThrow("under way");
    expect(mailer.sent).toHaveLength(2);
    await seed.client.query(line, [world.leader.accountId, "11 minutes"]);
    await run(id);
    expect(mailer.sent).toHaveLength(3);
    expect(new Set(mailer.sent.map((mail) => mail.reference)).size).toBe(2);
  });

  test("does not leave once the message was taken back, nor for another organization's id", async () => {
    const { id } = await sent({ to: to({ chapterIds: [world.chapters.own] }) });
    await run(id, world.foreignOrganizationId);
    await seed.client.query("update app.board_message set withdrawn_at = now() where id = $1", [id]);
    await run(id);
    expect(mailer.sent).toEqual([]);
  });

  test("waits for the end of the quiet hours, and is in the app meanwhile", async () => {
    const { id } = await sent();
    const ids = { organizationId: world.organizationId, messageId: id };
    const day = await at("23:30");
    await seed.client.query("update app.organization set quiet_from = '21:00', quiet_to = '08:00'");
    const waits = async () => (await queued(seed, "sendBoardMessage")).filter(({ key }) => key?.endsWith(id)).length;
    try {
      await mailBoardMessage(ids, context, day);
      expect([mailer.sent.length, (await news(world.leader)).length]).toEqual([0, 1]);
      // as if the queue had done what was put in it when it was sent
      await seed.client.query("delete from graphile_worker._private_jobs");
      await sendHeldMessages(context, await at("07:45", 1));
      expect(await waits()).toBe(0);
      await sendHeldMessages(context, await at("08:00", 1));
      await sendHeldMessages(context, await at("08:15", 1));
      expect(await waits()).toBe(1);
      await mailBoardMessage(ids, context, await at("08:15", 1));
      expect(mailer.sent.length).toBeGreaterThan(1);
      await seed.client.query("delete from graphile_worker._private_jobs");
      await sendHeldMessages(context, await at("08:30", 1));
      expect(await waits()).toBe(0);
    } finally {
      await neverQuiet(seed);
    }
  });

  test("is forgotten after 400 days, by the clock of every night", async () => {
    const { id } = await sent({ to: to({ chapterIds: [world.chapters.own] }) });
    await run(id);
    const count = async () => (await seed.client.query("select 1 from app.board_message_mail")).rowCount;
    await seed.client.query(
      "update app.board_message_mail set at = now() - interval '401 days' where account_id = $1",
      [world.leader.accountId],
    );
    await NEWS_JOBS.find(({ task }) => task === "forgetBoardMessageMails")!.run({}, context);
    expect(await count()).toBe(1);
  });
});
