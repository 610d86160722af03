import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { JobContext } from "../../kernel/jobs/job.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testJobContext, testMailer } from "../../testkit/sign-in.js";
import { NEWS_JOBS } from "./index.js";
import { neverQuiet } from "./news.testing.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer;
let context: JobContext, closeJobs: () => Promise<void>;
const mailer = testMailer();

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  ({ context, close: closeJobs } = await testJobContext(server, mailer));
  await neverQuiet(seed);
});
afterAll(async () => {
  await closeJobs();
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  for (const table of ["board_message_seen", "board_message_mail", "board_message"])
    await seed.client.query(`delete from app.${table}`);
  mailer.sent.length = 0;
});

type Offer = {
  overdue: number;
  nextOn: string | null;
  readers: { role: string }[];
  earlier: { id: string; body: string; answer: string | null; answeredBy: string | null; sender: { role: string } }[];
};
type Payload = { offer: Offer | null; problems: { code: string; message: string }[] };
const OFFER = `{ overdue nextOn readers { role } earlier { id body answer answeredBy sender { role } } }`;
const send = async (seat: SeededSeat, over: Record<string, unknown> = {}) => {
  const input = { key: uuidv7(), id: uuidv7(), chapterId: federation.chapters.own, body: "Hei! Trenger dere en hånd?" };
  const data = await server.ask<{ sendNudge: Payload }>(
    seat,
    `mutation ($input: SendNudgeInput!) { sendNudge(input: $input) { offer ${OFFER} problems { code message } } }`,
    { input: { ...input, ...over } },
  );
  return data.sendNudge;
};
const offer = async (seat: SeededSeat) =>
  (
    await server.ask<{ nudgeOffer: Offer }>(
      seat,
      `query ($chapterId: ID!) { nudgeOffer(chapterId: $chapterId) ${OFFER} }`,
      { chapterId: federation.chapters.own },
    )
  ).nudgeOffer;
const unread = async (seat: SeededSeat) =>
  (
    await server.ask<{ news: { boardMessages: { id: string; body: string; sender: { role: string } | null }[] } }>(
      seat,
      `{ news { boardMessages { id body sender { role } } } }`,
    )
  ).news.boardMessages;
const answer = (seat: SeededSeat, id: string, word: string) =>
  server.ask(seat, `mutation ($input: AnswerNudgeInput!) { answerNudge(input: $input) { done problems { code } } }`, {
    input: { key: uuidv7(), id, answer: word },
  });
const aged = (days: number) =>
  seed.client.query("update app.board_message set sent_at = sent_at - make_interval(days => $1)", [days]);

test("whoever follows the chapter writes, the board reads it and answers with a word", async () => {
  const sent = await send(federation.coordinator);
  expect(sent).toMatchObject({
    problems: [],
    offer: { readers: [{ role: "CHAPTER_LEADER" }, { role: "CHAPTER_BOARD" }] },
  });
  const [message] = await unread(federation.board);
  expect(message).toMatchObject({ body: "Hei! Trenger dere en hånd?", sender: { role: "REGION_COORDINATOR" } });
  await answer(federation.board, message!.id, "NEED_HELP");
  expect(await unread(federation.board)).toEqual([]);
  expect(await unread(federation.leader)).toHaveLength(1);
  for (const seat of [federation.coordinator, federation.mentor, federation.admin])
    expect((await offer(seat)).earlier).toMatchObject([{ answer: "NEED_HELP" }]);
});

test("once a week for a chapter, whoever sends it, also at the same moment", async () => {
  const senders = [federation.coordinator, federation.mentor, federation.editor, federation.admin];
  const sent = await Promise.all(senders.map((seat) => send(seat)));
  expect(sent.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
  for (const { problems } of sent.filter(({ problems: some }) => some.length > 0))
    expect(problems).toMatchObject([{ code: "LOCKED", message: expect.stringContaining("mindre enn en uke") }]);
  await aged(6);
  expect((await send(federation.mentor)).problems).toMatchObject([{ code: "LOCKED" }]);
  await aged(1);
  expect((await send(federation.mentor)).problems).toEqual([]);
});

test("the week is held by the database too", async () => {
  await send(federation.coordinator);
  const row = `insert into app.board_message (organization_id, id, title, body, chapter_ids, chapter_count, sent_by, nudge, sender_name, sender_role)
    select organization_id, $1, title, body, chapter_ids, 1, sent_by, true, sender_name, sender_role from app.board_message limit 1`;
  await expect(seed.client.query(row, [uuidv7()])).rejects.toMatchObject({ code: "VA015" });
});

test("one key twice at once is one nudge; a board nobody can reach gets none", async () => {
  const same = { key: uuidv7(), id: uuidv7() };
  const twice = await Promise.all([send(federation.mentor, same), send(federation.mentor, same)]);
  for (const { problems } of twice) expect(problems).toEqual([]);
  expect((await offer(federation.mentor)).earlier).toHaveLength(1);
  const empty = await seed.chapter(federation.organizationId, federation.regions.east);
  expect((await send(federation.coordinator, { chapterId: empty })).problems).toMatchObject([{ code: "INVALID" }]);
});

test("a mentor writes to the own chapter alone, and nobody outside the region sees a word", async () => {
  const document = `mutation ($input: SendNudgeInput!) { sendNudge(input: $input) { problems { code } } }`;
  const input = { key: uuidv7(), id: uuidv7(), chapterId: federation.chapters.sibling, body: "Hei" };
  expect(await server.code(federation.mentor, document, { input })).toBe("NOT_FOUND");
  await send(federation.mentor);
  const ask = `query ($chapterId: ID!) { nudgeOffer(chapterId: $chapterId) { overdue } }`;
  for (const seat of [federation.farCoordinator, federation.foreignAdmin])
    expect(await server.code(seat, ask, { chapterId: federation.chapters.own })).toBe("NOT_FOUND");
  expect(await unread(federation.siblingLeader)).toEqual([]);
});

test("the mail goes once to each of the board, and its subject says nothing", async () => {
  await send(federation.coordinator, { body: "Dere har to oppgaver over fristen.\nSi fra om vi kan hjelpe." });
  const { rows } = await seed.client.query<{ organizationId: string; messageId: string }>(
    `select organization_id as "organizationId", id as "messageId" from app.board_message`,
  );
  const job = NEWS_JOBS.find(({ task }) => task === "sendBoardMessage")!;
  await Promise.all([job.run(rows[0]!, context), job.run(rows[0]!, context)]).catch(() => undefined);
  expect(mailer.sent).toHaveLength(2);
  for (const mail of mailer.sent) {
    expect(mail.subject).not.toMatch(/oppgave|frist/i);
    expect(mail.text).toContain("to oppgaver over fristen");
    // that it was read is not told of a nudge; an answer is
    expect(mail.text).toContain("«Vi trenger hjelp»");
    expect(mail.text).not.toContain("Merk den som lest");
  }
});

test.each([
  ["nothing", ""],
  ["too long", "a".repeat(601)],
  ["an identity number", "Ring 01010750160"],
])("refuses %s with a sentence", async (_what, body) => {
  expect((await send(federation.mentor, { body })).problems).toMatchObject([{ code: "INVALID" }]);
});

test("a board that needs help is first on the overview until somebody writes again, and «we are on it» is no need", async () => {
  const needs = async (seat: SeededSeat) =>
    (
      await server.ask<{ overview: { needs: { chapter: { id: string }; askedForHelpOn: string | null }[] } }>(
        seat,
        `{ overview { needs { chapter { id } askedForHelpOn } } }`,
      )
    ).overview.needs;
  await send(federation.coordinator);
  const [message] = await unread(federation.board);
  await answer(federation.board, message!.id, "NEED_HELP");
  for (const seat of [federation.coordinator, federation.admin]) {
    const [first] = await needs(seat);
    expect(first).toMatchObject({ chapter: { id: federation.chapters.own }, askedForHelpOn: expect.any(String) });
  }
  expect((await needs(federation.farCoordinator)).filter((need) => need.askedForHelpOn)).toEqual([]);
  await answer(federation.leader, message!.id, "ON_IT");
  expect((await needs(federation.coordinator)).filter((need) => need.askedForHelpOn)).toEqual([]);
  await answer(federation.board, message!.id, "NEED_HELP");
  await aged(7);
  await send(federation.admin);
  expect((await needs(federation.coordinator)).filter((need) => need.askedForHelpOn)).toEqual([]);
});
