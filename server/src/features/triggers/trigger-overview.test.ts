import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, osloDate, weekday } from "@varde/domain";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed } from "../../testkit/seed.js";
import type { Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { queued, testJobContext, testMailer } from "../../testkit/sign-in.js";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { runWork } from "../../kernel/db/run-work.js";
import { TRIGGER_JOBS, evaluateTriggers, publishTriggerWeeks } from "./evaluate-triggers.js";
import { evaluateTriggersSoon } from "../members/index.js";
import { begunBy, triggerWorld } from "./triggers.testing.js";
import type { TriggerWorld } from "./triggers.testing.js";

let database: TestDatabase, seed: Seed, server: TestServer, world: TriggerWorld;
let jobs: Awaited<ReturnType<typeof testJobContext>>;
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  server = await testServer(database);
  jobs = await testJobContext(server, testMailer());
  world = triggerWorld(seed);
});
afterAll(async () => {
  await jobs.close();
  await server.stop();
  await seed.close();
  await database.drop();
});

const today = osloDate(new Date());
const monday = addDays(today, 1 - weekday(today));
type Count = { n: number | null } | null;
type Overview = {
  lastWeek: string;
  templates: {
    templateId: string;
    persons: boolean;
    lastWeek: Count;
    thisWeek: Count;
    nextWeek: Count;
    skipped: { reason: string; count: Count }[];
  }[];
  quietPeriods: { id: string; name: string; fromDay: string; toDay: string }[];
};
const OVERVIEW = `{ triggerOverview { lastWeek templates { templateId persons lastWeek { n } thisWeek { n } nextWeek { n } skipped { reason count { n } } }
  quietPeriods { id name fromDay toDay } } }`;
const overview = async (seat: SeededSeat) =>
  (await server.ask<{ triggerOverview: Overview }>(seat, OVERVIEW)).triggerOverview;

async function joined(of: { id: string; chapters: string[] }, on: string, n: number, over: object = {}) {
  for (let i = 0; i < n; i++)
    await world.make.member(of.id, of.chapters[i % of.chapters.length]!, { joined_on: on, ...over });
}

describe("what national sees", () => {
  test("weeks, in fives where it is persons, exact for duties; written once", async () => {
    const of = await world.organization(5);
    const calls = await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [0] }));
    const source = await world.make.template(of.id);
    const duties = await world.rolledOut(of, begunBy({ kind: "AFTER", templateKey: source.key, offsets: [0] }));
    const wednesday = addDays(monday, -5);
    await joined(of, wednesday, 8);
    await joined(of, wednesday, 3, { contact_preference: "NEVER" });
    await joined(of, addDays(monday, 9), 11);
    for (const chapter of of.chapters.slice(0, 3))
      await world.make.touchpoint(source, chapter, { opens_on: wednesday, closed_at: `${wednesday}T12:00:00Z` });
    await evaluateTriggers(jobs.context, of.id, { on: wednesday });
    await publishTriggerWeeks(jobs.context, of.id, monday);
    const seen = await overview(of.admin);
    expect(seen.lastWeek).toBe(addDays(monday, -7));
    expect(seen.templates.find(({ templateId }) => templateId === calls.templateId)).toEqual({
      templateId: calls.templateId,
      persons: true,
      lastWeek: { n: 10 },
      thisWeek: { n: 0 },
      nextWeek: { n: 10 },
      skipped: [{ reason: "NEVER", count: { n: 5 } }],
    });
    expect(seen.templates.find(({ templateId }) => templateId === duties.templateId)).toMatchObject({
      persons: false,
      lastWeek: { n: 3 },
    });

    // one more joins: what has been told stays
    await joined(of, addDays(monday, 9), 40);
    await evaluateTriggers(jobs.context, of.id, { on: today });
    await publishTriggerWeeks(jobs.context, of.id, today);
    expect(await overview(of.admin)).toEqual(seen);
  });

  test("nothing of persons where few chapters have the template", async () => {
    const of = await world.organization(4);
    const { templateId } = await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [0] }));
    await joined(of, addDays(monday, -5), 30, { contact_preference: "NEVER" });
    await evaluateTriggers(jobs.context, of.id, { on: addDays(monday, -5) });
    await publishTriggerWeeks(jobs.context, of.id, monday);
    expect((await overview(of.admin)).templates).toEqual([
      {
        templateId,
        persons: true,
        lastWeek: { n: null },
        thisWeek: { n: null },
        nextWeek: { n: null },
        skipped: [{ reason: "NEVER", count: { n: null } }],
      },
    ]);
  });

  test("the exact numbers are nobody's above the chapter, and reasons are not told to other chapters", async () => {
    const of = await world.organization(2);
    const leader = await seed.seat(of.id, "CHAPTER_LEADER", { chapterId: of.chapter });
    const sibling = await seed.seat(of.id, "CHAPTER_LEADER", { chapterId: of.chapters[1]! });
    await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [0] }));
    await world.member(of, { joined_on: today, contact_preference: "NEVER" });
    await evaluateTriggers(jobs.context, of.id);
    const reads = async (seat: SeededSeat, table: string) =>
      runWork(
        server.installation.app,
        { session: hashSecret(seat.secret).toString("hex"), readOnly: true },
        async (work) => (await work.query(`select 1 from app.${table}`)).length,
      );
    for (const table of ["trigger_log", "trigger_skip"]) {
      expect(await reads(leader, table)).toBe(1);
      expect(await reads(sibling, table)).toBe(0);
      expect(await reads(of.admin, table)).toBe(0);
    }
    await publishTriggerWeeks(jobs.context, of.id);
    expect(await reads(leader, "trigger_week")).toBe(0);
  });
});

describe("quiet weeks", () => {
  const ADD = `mutation ($input: AddQuietPeriodInput!) { addQuietPeriod(input: $input) { quietPeriods { id name fromDay toDay } problems { code path message } } }`;
  const REMOVE = `mutation ($input: RemoveQuietPeriodInput!) { removeQuietPeriod(input: $input) { quietPeriods { id } problems { code } } }`;
  type Payload = { quietPeriods: Overview["quietPeriods"]; problems: { code: string; path: string[] }[] };
  const add = async (seat: SeededSeat, over: object = {}) => {
    const input = { key: randomUUID(), id: randomUUID(), name: " Jul ", fromDay: today, toDay: addDays(today, 9) };
    const variables = { input: { ...input, ...over } };
    return (await server.ask<{ addQuietPeriod: Payload }>(seat, ADD, variables)).addQuietPeriod;
  };
  test("are added once for a key, listed and removed", async () => {
    const { admin } = await world.organization();
    const [key, id] = [randomUUID(), randomUUID()];
    await Promise.all([add(admin, { key, id }), add(admin, { key, id })]);
    const listed = (await overview(admin)).quietPeriods;
    expect(listed).toEqual([{ id, name: "Jul", fromDay: today, toDay: addDays(today, 9) }]);
    const input = { key: randomUUID(), id };
    const removed = await server.ask<{ removeQuietPeriod: Payload }>(admin, REMOVE, { input });
    expect(removed.removeQuietPeriod).toEqual({ quietPeriods: [], problems: [] });
  });
  test.each([
    [{ name: " " }, "name"],
    [{ fromDay: addDays(today, -3), toDay: addDays(today, -1) }, "toDay"],
    [{ toDay: addDays(today, 93) }, "toDay"],
    [{ fromDay: addDays(today, 5), toDay: addDays(today, 4) }, "toDay"],
  ])("that do not fit are refused: %o", async (over, path) => {
    const { admin } = await world.organization();
    const { problems, quietPeriods } = await add(admin, over);
    expect(problems).toMatchObject([{ code: "INVALID", path: [path] }]);
    expect(quietPeriods).toEqual([]);
  });
});

test("members that came in have it evaluated once they are there, with ids only", async () => {
  const of = await world.organization();
  const { templateId } = await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [0] }));
  await world.member(of, { joined_on: today });
  for (let twin = 0; twin < 2; twin++)
    await runWork(jobs.context.job, { session: null, readOnly: false }, (work) => evaluateTriggersSoon(work, of.id));
  const waiting = await queued(seed, "triggers_evaluate");
  expect(waiting.map(({ payload }) => payload)).toEqual([{ organization: of.id }]);
  await TRIGGER_JOBS[0]!.run(waiting[0]!.payload, jobs.context);
  expect(await world.days(templateId)).toHaveLength(1);
});

test("a member whom a board adds starts what it starts, without waiting for the night", async () => {
  const of = await world.organization();
  const { templateId } = await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [0] }));
  const leader = await seed.seat(of.id, "CHAPTER_LEADER", { chapterId: of.chapter });
  const add = `mutation ($input: AddMemberInput!) { addMember(input: $input) { problems { message } } }`;
  const facts = { firstName: "Ida", lastName: "Lie", birthYear: 1999, joinedOn: today };
  const input = { key: randomUUID(), id: randomUUID(), member: facts };
  const added = await server.ask<{ addMember: { problems: unknown[] } }>(leader, add, { input });
  expect(added.addMember.problems).toEqual([]);
  const mine = (await queued(seed, "triggers_evaluate")).filter(({ payload }) => payload.organization === of.id);
  expect(mine).toHaveLength(1);
  await TRIGGER_JOBS[0]!.run(mine[0]!.payload, jobs.context);
  expect(await world.days(templateId)).toHaveLength(1);
});

test("the board sees why a task about its member has not begun; another chapter sees no such member", async () => {
  const of = await world.organization(2);
  await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [0] }));
  const id = await world.member(of, { joined_on: today, contact_preference: "NEVER" });
  await evaluateTriggers(jobs.context, of.id);
  const board = await seed.seat(of.id, "CHAPTER_BOARD", { chapterId: of.chapter });
  const other = await seed.seat(of.id, "CHAPTER_LEADER", { chapterId: of.chapters[1]! });
  const ask = `query ($id: ID!) { memberHeldBack(memberId: $id) { name { nb } reason opensOn untilDay } }`;
  expect(await server.ask(board, ask, { id })).toEqual({
    memberHeldBack: [{ name: { nb: "Velkommen" }, reason: "NEVER", opensOn: today, untilDay: null }],
  });
  expect(await server.code(other, ask, { id })).toBe("NOT_FOUND");
  expect(await server.code(of.admin, ask, { id })).toBe("FORBIDDEN");
});

test("the night's run takes every organization, and writes the weeks", async () => {
  const all = [await world.organization(5), await world.organization(5)];
  for (const of of all) await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [0] }));
  await TRIGGER_JOBS[0]!.run({}, jobs.context);
  for (const of of all) expect((await overview(of.admin)).templates[0]?.nextWeek).toEqual({ n: 0 });
});
