import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { JobContext } from "../../kernel/jobs/job.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testBrowser, testJobContext, testMailer } from "../../testkit/sign-in.js";
import { ORGANIZATION_JOBS } from "../organization/index.js";
import { DUTY, touchpointSeed, WELCOME } from "../touchpoints/touchpoints.testing.js";
import type { TouchpointSeed } from "../touchpoints/touchpoints.testing.js";
import { HANDOVER_JOBS } from "./jobs.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, touch: TouchpointSeed;
let context: JobContext, closeJobs: () => Promise<void>, today: string;
const mailer = testMailer();

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  touch = await touchpointSeed(seed, world);
  ({ context, close: closeJobs } = await testJobContext(server, mailer));
  today = touch.today;
});
afterAll(async () => {
  await closeJobs();
  await server.stop();
  await seed.close();
  await database.drop();
});

type Problem = { code: string; path: string[] };
type Line = { line: number; name: string; problem: string | null; already: boolean; note: string | null };
type Member = { holderName: string; part: string; lastDay: string | null; accepted: boolean; waits: boolean };
type Handover = { id: string; state: string; rev: number; list: string; lines: Line[]; members: Member[] };
type Payload = { result: { handover: Handover | null; problems: Problem[] } };
const FIELDS = `handover { id state rev list lines { line name problem already note } members { holderName part lastDay accepted waits } } problems { code path }`;
const SAVE = `mutation ($input: SaveHandoverInput!) { result: saveHandover(input: $input) { ${FIELDS} } }`;
const act = (field: string) =>
  `mutation ($input: HandoverActionInput!) { result: ${field}(input: $input) { ${FIELDS} } }`;
const VIEW = `query ($chapterId: ID!) { handover(chapterId: $chapterId) { board { seatId holderName } tasks { id core } aboutMembers draft { id list rev } latest { id state undoUntil } } }`;
const FIRST = `{ firstTasks { id done } }`;

let chapterId: string, leader: SeededSeat, treasurer: SeededSeat;
beforeEach(async () => {
  chapterId = await seed.chapter(world.organizationId, world.regions.east);
  leader = await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId }, { valid_to: addDays(today, 120) });
  treasurer = await seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId }, { valid_to: null });
});

const NEW = "Ida Ås;leder;ida@lag.example\nBo Li;kasserer;bo@lag.example";
const draftOf = (over: object = {}) => ({
  key: uuidv7(),
  id: uuidv7(),
  chapterId,
  heldOn: today,
  list: NEW,
  ends: [] as object[],
  gives: [] as object[],
  ...over,
});
const save = async (over: object = {}, seat: SeededSeat = leader) =>
  (await server.ask<Payload>(seat, SAVE, { input: draftOf(over) })).result;
const doing = async (
  field: string,
  { id, rev }: { id: string; rev: number },
  seat: SeededSeat = leader,
  key = uuidv7(),
) => (await server.ask<Payload>(seat, act(field), { input: { key, id, rev } })).result;
/** A draft, carried out. */
async function handedOver(over: object = {}, seat: SeededSeat = leader): Promise<Handover> {
  const { handover } = await save(over, seat);
  const done = await doing("completeHandover", handover!, seat);
  expect(done.problems).toEqual([]);
  return done.handover!;
}
const seatsNow = async () =>
  (
    await seed.client.query<{ id: string; holder_name: string; valid_to: string | null; account_id: string | null }>(
      "select id, holder_name, valid_to::text, account_id from app.seat where chapter_id = $1 order by created_at, holder_name",
      [chapterId],
    )
  ).rows;
const seatOf = async (name: string) => (await seatsNow()).find((seat) => seat.holder_name === name)!;
const endOf = async (seat: SeededSeat) => (await seatsNow()).find(({ id }) => id === seat.seatId)!.valid_to;

const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { seat { role } } problems { code } } }`;
/** Sends the mail to the one invited and opens its link. */
async function accept(name: string) {
  const seat = await seatOf(name);
  const { rows } = await seed.client.query<{ id: string }>("select id from app.invitation where seat_id = $1", [
    seat.id,
  ]);
  await ORGANIZATION_JOBS[0]!.run({ organizationId: world.organizationId, invitationId: rows[0]!.id }, context);
  const token = /#([\w-]{43})/.exec(mailer.sent.at(-1)!.text)![1]!;
  const browser = testBrowser(server);
  const answer = await browser.run<{ acceptInvitation: { problems: Problem[] } }>(ACCEPT, {
    input: { key: uuidv7(), token },
  });
  return { browser, problems: answer.data?.acceptInvitation.problems ?? [] };
}
const lastDayOf = (seat: SeededSeat, days: number) => ({ seatId: seat.seatId, lastDay: addDays(today, days) });

describe("a draft", () => {
  test("is kept sealed, shows its lines, and is one for a chapter", async () => {
    const { handover, problems } = await save({ list: `${NEW}\nX;fadder;x@lag.example` });
    expect(problems).toEqual([]);
    expect(handover!.lines.map((line) => line.problem === null)).toEqual([true, true, false]);
    const { rows } = await seed.client.query<{ draft_ct: Buffer }>("select draft_ct from app.handover where id = $1", [
      handover!.id,
    ]);
    expect(rows[0]!.draft_ct.toString("latin1")).not.toContain("lag.example");
    expect((await save()).problems[0]!.code).toBe("CONFLICT");
    expect((await save({ id: handover!.id, rev: 7 })).problems[0]!.code).toBe("CONFLICT");
    const again = await save({ id: handover!.id, rev: 1, list: "Ida Ås;leder;ida@lag.example" }, world.admin);
    expect(again.handover).toMatchObject({ rev: 2, state: "DRAFT" });
    const { handover: view } = await server.ask<{ handover: { draft: { list: string } } }>(leader, VIEW, { chapterId });
    expect(view.draft.list).toBe("Ida Ås;leder;ida@lag.example");
    expect((await seatsNow()).length).toBe(2);
    expect((await doing("discardHandover", again.handover!)).problems).toEqual([]);
    const gone = await server.ask<{ handover: { draft: null } }>(leader, VIEW, { chapterId });
    expect(gone.handover.draft).toBeNull();
  });

  test("is another chapter's to nobody", async () => {
    const { handover } = await save();
    for (const seat of [world.siblingLeader, world.foreignLeader, world.foreignAdmin]) {
      expect(await server.code(seat, VIEW, { chapterId })).toBe("NOT_FOUND");
      expect(await server.code(seat, SAVE, { input: draftOf() })).toBe("NOT_FOUND");
      for (const field of ["completeHandover", "discardHandover", "undoHandover"]) {
        expect(await server.code(seat, act(field), { input: { key: uuidv7(), id: handover!.id, rev: 1 } })).toBe(
          "NOT_FOUND",
        );
      }
    }
    for (const seat of [treasurer, world.coordinator, world.editor, world.mentor]) {
      expect(
        await server.code(seat, act("completeHandover"), { input: { key: uuidv7(), id: handover!.id, rev: 1 } }),
      ).toBe("FORBIDDEN");
    }
  });

  test("that was left is forgotten, and no other", async () => {
    const { handover } = await save();
    await HANDOVER_JOBS[0]!.run({}, context);
    const there = () => seed.client.query("select 1 from app.handover where id = $1", [handover!.id]);
    expect((await there()).rowCount).toBe(1);
    await seed.client.query("update app.handover set changed_at = now() - interval '91 days' where id = $1", [
      handover!.id,
    ]);
    await HANDOVER_JOBS[0]!.run({}, context);
    expect((await there()).rowCount).toBe(0);
  });
});

describe("a handover", () => {
  test("is done once, by whichever press comes first", async () => {
    const { handover } = await save({ ends: [lastDayOf(treasurer, 10)] });
    const key = uuidv7();
    const input = { key, id: handover!.id, rev: 1 };
    const twins = await Promise.all(
      [input, input, { ...input, key: uuidv7() }].map((one) =>
        server.ask<Payload>(leader, act("completeHandover"), { input: one }),
      ),
    );
    expect(twins.filter(({ result }) => result.problems.length === 0).length).toBeGreaterThanOrEqual(1);
    expect((await seatsNow()).map((seat) => seat.holder_name).filter((name) => name.includes(" "))).toHaveLength(4);
    expect(await endOf(treasurer)).toBe(addDays(today, 11));
    const { rows } = await seed.client.query("select draft_ct, state from app.handover where id = $1", [handover!.id]);
    expect(rows).toEqual([{ draft_ct: null, state: "DONE" }]);
    const trail = await seed.client.query<{ action: string; detail: object }>(
      "select action, detail from app.audit where chapter_id = $1 order by id",
      [chapterId],
    );
    expect(trail.rows.map((row) => row.action)).toEqual([
      "SEAT_INVITED",
      "SEAT_INVITED",
      "SEAT_ENDED",
      "HANDOVER_DONE",
    ]);
    expect(JSON.stringify(trail.rows)).not.toMatch(/Ida|lag\.example/);
  });

  test("is not done before the meeting, and ends nobody before it or today", async () => {
    const early = await save({ heldOn: addDays(today, 1) });
    expect((await doing("completeHandover", early.handover!)).problems[0]).toMatchObject({
      code: "INVALID",
      path: ["heldOn"],
    });
    const past = await save({ id: early.handover!.id, rev: 1, ends: [lastDayOf(treasurer, -1)] });
    expect((await doing("completeHandover", past.handover!)).problems[0]).toMatchObject({ path: ["ends", "0"] });
    const bad = await save({ id: early.handover!.id, rev: 2, list: `${NEW}\nX;konge;x@lag.example` });
    expect((await doing("completeHandover", bad.handover!)).problems[0]).toMatchObject({ path: ["list"] });
    const other = await save({ id: early.handover!.id, rev: 3, ends: [lastDayOf(world.siblingLeader, 3)] });
    expect((await doing("completeHandover", other.handover!)).problems[0]).toMatchObject({ path: ["ends"] });
    expect((await seatsNow()).length).toBe(2);
  });

  test("never leaves a chapter without a leader: the last one goes when the next has come", async () => {
    const alone = await save({ list: "Bo Li;kasserer;bo@lag.example", ends: [lastDayOf(leader, 5)] });
    expect((await doing("completeHandover", alone.handover!)).problems[0]!.code).toBe("LOCKED");
    const { handover } = await save({ id: alone.handover!.id, rev: 1, ends: [lastDayOf(leader, 5)] });
    const done = await doing("completeHandover", handover!);
    expect(done.handover!.members.find((member) => member.part === "LEAVES")).toMatchObject({ waits: true });
    expect(await endOf(leader)).toBe(addDays(today, 120));
    expect((await accept("Bo Li")).problems).toEqual([]);
    expect(await endOf(leader)).toBe(addDays(today, 120));
    expect((await accept("Ida Ås")).problems).toEqual([]);
    expect(await endOf(leader)).toBe(addDays(today, 6));
    // and still has what is left of the time
    expect(await server.code(leader, VIEW, { chapterId })).toBe("OK");
  });

  test("takes the leader's access at once when the day had passed before the next one came", async () => {
    const { id } = await handedOver({ ends: [lastDayOf(leader, 0)] });
    await seed.client.query("update app.handover_seat set end_wanted = $2 where handover_id = $1 and waits", [
      id,
      today,
    ]);
    expect(await server.code(leader, VIEW, { chapterId })).toBe("OK");
    await accept("Ida Ås");
    expect(await server.code(leader, VIEW, { chapterId })).toBe("FORBIDDEN");
  });

  test("gives those who go on no second seat, and those whose seat runs out a new one; nobody themselves", async () => {
    const name = async (seat: SeededSeat) => (await seatsNow()).find(({ id }) => id === seat.seatId)!.holder_name;
    const short = await seed.seat(
      world.organizationId,
      "CHAPTER_BOARD",
      { chapterId },
      { valid_to: addDays(today, 30) },
    );
    const list = `${NEW}\n${await name(treasurer)};styremedlem;k@lag.example\n${await name(short)};styremedlem;s@lag.example\n${await name(leader)};leder;l@lag.example`;
    const { handover } = await save({ list });
    expect(handover!.lines.map(({ already, note }) => [already, note !== null])).toEqual([
      [false, false],
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ]);
    await doing("completeHandover", handover!);
    expect((await seatsNow()).length).toBe(6);
  });

  test("gives each new member their tasks when they take the seat, and none about a member", async () => {
    const duty = await touch.template(DUTY);
    const tasks = [];
    for (let i = 0; i < 4; i += 1) tasks.push(await touch.touchpoint(duty, { chapter_id: chapterId }));
    const [first, second, taken, done] = tasks.map((task) => task.id) as [string, string, string, string];
    const member = await touch.member(chapterId);
    const welcome = await touch.touchpoint(await touch.template(WELCOME), { chapter_id: chapterId, member_id: member });
    await seed.client.query("update app.touchpoint set assignee_seat_id = $2 where id = $1", [
      second,
      treasurer.seatId,
    ]);
    const over = {
      ends: [lastDayOf(treasurer, 3)],
      gives: [
        { line: 1, touchpointIds: [first, second, welcome.id] },
        { line: 2, touchpointIds: [taken, done] },
      ],
    };
    const view = await server.ask<{ handover: { tasks: { id: string }[]; aboutMembers: number } }>(leader, VIEW, {
      chapterId,
    });
    expect(view.handover.aboutMembers).toBe(1);
    expect(view.handover.tasks.map((task) => task.id)).not.toContain(welcome.id);
    const above = await server.ask<{ handover: { aboutMembers: null } }>(world.admin, VIEW, { chapterId });
    expect(above.handover.aboutMembers).toBeNull();
    const handover = await handedOver(over);
    const holders = async () =>
      Object.fromEntries(
        (
          await seed.client.query<{ id: string; assignee_seat_id: string | null }>(
            "select id, assignee_seat_id from app.touchpoint where chapter_id = $1",
            [chapterId],
          )
        ).rows.map((row) => [row.id, row.assignee_seat_id]),
      );
    // nothing lies with somebody who may never come
    expect(await holders()).toMatchObject({ [first]: null, [second]: treasurer.seatId });
    await seed.client.query("update app.touchpoint set assignee_seat_id = $2 where id = $1", [taken, leader.seatId]);
    await seed.client.query("update app.touchpoint set emptied_at = now() where id = $1", [done]);
    const { browser } = await accept("Ida Ås");
    await accept("Bo Li");
    const ida = (await seatOf("Ida Ås")).id;
    expect(await holders()).toMatchObject({ [first]: ida, [second]: ida, [taken]: leader.seatId, [welcome.id]: null });
    const mine = await browser.run<{ firstTasks: { id: string; done: boolean }[] }>(FIRST);
    expect(mine.data!.firstTasks.map((task) => task.id).sort()).toEqual([first, second].sort());
    expect((await server.ask<{ firstTasks: object[] }>(leader, FIRST)).firstTasks).toEqual([]);
    // taken back: what is open goes to whom it came from, what was done stays
    await seed.client.query("update app.touchpoint set closed_at = now(), closed_by = $2 where id = $1", [first, ida]);
    expect((await doing("undoHandover", handover)).problems).toEqual([]);
    expect(await holders()).toMatchObject({ [first]: ida, [second]: treasurer.seatId });
  });
});

describe("taking it back", () => {
  test("ends the new seats and gives the old their time, once", async () => {
    const other = await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId });
    const handover = await handedOver({ ends: [lastDayOf(treasurer, 0), lastDayOf(leader, 0)] });
    const { browser } = await accept("Bo Li");
    const link = await accept("Ida Ås");
    expect(link.problems).toEqual([]);
    // who has gone may not take it back; who is left may, and national
    await seed.client.query("update app.seat set valid_to = $2 where id = $1", [leader.seatId, today]);
    await seed.client.query("update app.handover_seat set end_wanted = $2 where seat_id = $1", [leader.seatId, today]);
    expect(
      await server.code(leader, act("undoHandover"), { input: { key: uuidv7(), id: handover.id, rev: handover.rev } }),
    ).toBe("FORBIDDEN");
    const undone = await doing("undoHandover", handover, other);
    expect(undone.problems).toEqual([]);
    expect(undone.handover!.state).toBe("UNDONE");
    expect([await endOf(treasurer), await endOf(leader)]).toEqual([null, addDays(today, 120)]);
    expect(await server.code(leader, VIEW, { chapterId })).toBe("OK");
    expect((await browser.run(FIRST)).code).toBe("FORBIDDEN");
    expect((await doing("undoHandover", undone.handover!, other)).problems[0]!.code).toBe("LOCKED");
  });

  test("kills the invitations that wait", async () => {
    const handover = await handedOver();
    const seat = await seatOf("Bo Li");
    await doing("undoHandover", handover, world.admin);
    const { rows } = await seed.client.query(
      "select revoked_at is not null as dead from app.invitation where seat_id = $1",
      [seat.id],
    );
    expect(rows).toEqual([{ dead: true }]);
  });

  test("leaves an end that somebody chose since, and stops after fourteen days", async () => {
    const handover = await handedOver({ ends: [lastDayOf(treasurer, 20)] });
    const END = `mutation ($input: SeatActionInput!) { endSeat(input: $input) { problems { code } } }`;
    await server.ask(leader, END, { input: { key: uuidv7(), id: treasurer.seatId, rev: 2 } });
    await seed.client.query("update app.handover set done_at = now() - interval '14 days 1 minute' where id = $1", [
      handover.id,
    ]);
    expect((await doing("undoHandover", handover)).problems[0]!.code).toBe("LOCKED");
    await seed.client.query("update app.handover set done_at = now() - interval '13 days 23 hours' where id = $1", [
      handover.id,
    ]);
    expect((await doing("undoHandover", handover)).problems).toEqual([]);
    expect(await endOf(treasurer)).toBe(today);
  });

  test("is refused where it would leave the chapter without a leader; a new leader may lose the own seat by it", async () => {
    const first = await handedOver({ ends: [lastDayOf(leader, 0)] });
    const { browser } = await accept("Ida Ås");
    await seed.client.query("update app.seat set valid_to = $2 where id = $1", [leader.seatId, today]);
    const input = { key: uuidv7(), id: first.id, rev: first.rev };
    const refused = await browser.run<Payload>(act("undoHandover"), { input });
    expect(refused.data!.result.problems[0]!.code).toBe("LOCKED");
    await seed.client.query("update app.handover_seat set end_wanted = $2 where seat_id = $1", [leader.seatId, today]);
    const undone = await browser.run<Payload>(act("undoHandover"), { input: { ...input, key: uuidv7() } });
    expect(undone.data!.result).toEqual({ handover: null, problems: [] });
    expect(await server.code(leader, VIEW, { chapterId })).toBe("OK");
  });

  test("and accepting at the same moment end in one of the two, never in a seat that nobody sees", async () => {
    const handover = await handedOver({ ends: [lastDayOf(leader, 2)] });
    await Promise.all([accept("Ida Ås"), doing("undoHandover", handover, world.admin)]);
    const ida = await seatOf("Ida Ås");
    expect(ida.valid_to).toBe(today);
    expect(await endOf(leader)).toBe(addDays(today, 120));
  });
});

test("a seat is prolonged by no other way", async () => {
  await expect(
    seed.client.query("update app.seat set valid_to = valid_to + 1 where id = $1", [leader.seatId]),
  ).rejects.toThrow("cannot be prolonged");
});

test("the page for the folder names the boards and counts the rest", async () => {
  const FILE = `query ($id: ID!) { handoverFile(id: $id) { fileName pdf } }`;
  const { handover } = await save();
  expect(await server.code(leader, FILE, { id: handover!.id })).toBe("NOT_FOUND");
  const done = await doing("completeHandover", handover!);
  const { handoverFile } = await server.ask<{ handoverFile: { fileName: string; pdf: string } }>(leader, FILE, {
    id: done.handover!.id,
  });
  const pdf = Buffer.from(handoverFile.pdf, "base64").toString("latin1");
  expect(pdf.startsWith("%PDF-1.7")).toBe(true);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(handoverFile.fileName).toBe(`overlevering-${today}`);
  expect(await server.code(world.siblingLeader, FILE, { id: done.handover!.id })).toBe("NOT_FOUND");
});
