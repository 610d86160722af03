import { randomUUID } from "node:crypto";
import { addDays, addMonths, lastQuarterEnd, parsePeriod, periodOf, shiftPeriod } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { template, TODAY, touchpoints } from "../standings/standings.testing.js";
import type { Template } from "../standings/standings.testing.js";
import { askGoodExamples } from "./ask.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, job: Door, duty: Template;
let others: string[];

const UNTIL = parsePeriod(shiftPeriod(periodOf(TODAY, "HALF_YEAR"), -1))!.end;
const ON = addDays(UNTIL, -20);
const TEXT = "Vi ringer to dager før, og avtaler hvem som møter ved døra.";

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 3 });
  const { sibling, far } = world.chapters;
  others = [sibling, far];
  for (let i = 0; i < 2; i++) others.push(await seed.chapter(world.organizationId, world.regions.east));
  duty = await template(seed, world);
  await touchpoints(seed, duty, world.chapters.own, { onTime: 28, missed: 2 }, { on: ON });
  for (const chapter of others) await touchpoints(seed, duty, chapter, { onTime: 12, missed: 18 }, { on: ON });
});
afterAll(async () => {
  await job.close();
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  await seed.client.query("delete from app.good_example");
  await seed.client.query("delete from app.practice");
  await seed.client.query("update app.organization set asks_good_examples = true, rev = 1");
});

const QUESTION = "id templateName { nb } chapterName numbersUntil askedOn state settledAt practiceId rev";
type Question = {
  id: string;
  templateName: { nb: string };
  chapterName: string;
  numbersUntil: string;
  askedOn: string;
  state: string;
  settledAt: string | null;
  practiceId: string | null;
  rev: number;
};
type Problem = { code: string; path: string[]; message: string };
type Payload = { goodExample: Question | null; problems: Problem[] };
const OWN = `{ goodExample { ${QUESTION} } }`;
const LIST = `query ($templateId: ID) { goodExamples(templateId: $templateId) { nodes { ${QUESTION} } } }`;
const ANSWER = `mutation ($input: AnswerGoodExampleInput!) { answerGoodExample(input: $input) { goodExample { ${QUESTION} } problems { code path message } } }`;
const DECLINE = `mutation ($input: DeclineGoodExampleInput!) { declineGoodExample(input: $input) { goodExample { ${QUESTION} } problems { code path message } } }`;
const SET = `mutation ($input: SetGoodExamplesInput!) { setGoodExamples(input: $input) { setting { asks rev } problems { code } } }`;
const PRACTICES = `{ practices { nodes { id text state askedByNumbersUntil } } }`;

const ask = () => askGoodExamples({ job });
const open = async (seat: SeededSeat) => (await server.ask<{ goodExample: Question | null }>(seat, OWN)).goodExample;
const listed = async (seat: SeededSeat) =>
  (await server.ask<{ goodExamples: { nodes: Question[] } }>(seat, LIST)).goodExamples.nodes;
const practices = async (seat: SeededSeat) =>
  (await server.ask<{ practices: { nodes: { id: string; askedByNumbersUntil: string | null }[] } }>(seat, PRACTICES))
    .practices.nodes;
const answering = (question: Question, over: object = {}) => ({
  input: { key: randomUUID(), id: question.id, rev: question.rev, practiceId: uuidv7(), text: TEXT, ...over },
});
const answer = async (seat: SeededSeat, variables: object) =>
  (await server.ask<{ answerGoodExample: Payload }>(seat, ANSWER, variables)).answerGoodExample;
const declining = ({ id, rev }: Question) => ({ input: { key: randomUUID(), id, rev } });
const decline = async (seat: SeededSeat, variables: object) =>
  (await server.ask<{ declineGoodExample: Payload }>(seat, DECLINE, variables)).declineGoodExample;
const codes = ({ problems }: { problems: { code: string }[] }) => problems.map(({ code }) => code);
const rows = async () =>
  (await seed.client.query<{ chapter_id: string; state: string }>("select chapter_id, state from app.good_example"))
    .rows;
async function asked(): Promise<Question> {
  await ask();
  return (await open(world.leader))!;
}

describe("the job", () => {
  test("asks the one chapter that stands out, once however often and at however many places it runs", async () => {
    expect(await ask()).toBe(1);
    expect(await ask()).toBe(0);
    await seed.client.query("delete from app.good_example");
    const both = await Promise.all([ask(), ask(), ask()]);
    expect(both.toSorted()).toEqual([0, 0, 1]);
    expect(await rows()).toEqual([{ chapter_id: world.chapters.own, state: "OPEN" }]);
    expect(await open(world.board)).toMatchObject({
      templateName: { nb: "Sommertreff" },
      numbersUntil: UNTIL,
      askedOn: TODAY,
      state: "OPEN",
      rev: 1,
    });
  });

  test("killed half-way it has asked nothing, and the next night asks", async () => {
    await seed.client.query("begin; lock table app.good_example in share mode");
    const killed = ask().then(
      () => "asked",
      () => "killed",
    );
    const waiting = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await seed.client.query(waiting)).rowCount, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(await killed).toBe("killed");
    await seed.client.query("rollback");
    expect(await rows()).toEqual([]);
    expect(await ask()).toBe(1);
  });

  test("lets a question lapse after sixty days, and leaves a chapter alone that has told already", async () => {
    await ask();
    await seed.client.query("update app.good_example set asked_on = asked_on - 59");
    await ask();
    expect(await open(world.leader)).not.toBeNull();
    await seed.client.query("update app.good_example set asked_on = asked_on - 1");
    await ask();
    expect(await rows()).toEqual([{ chapter_id: world.chapters.own, state: "LAPSED" }]);
    await seed.client.query("delete from app.good_example");
    await seed.rows("practice", {
      organization_id: world.organizationId,
      chapter_id: world.chapters.own,
      id: uuidv7(),
      template_id: duty.id,
      text: TEXT,
      written_by: world.board.seatId,
    });
    expect(await ask()).toBe(0);
  });

  test("judges what is about members by the newest published snapshot, and by nothing live", async () => {
    const members = await template(seed, world, { aboutMember: true });
    const publish = async (day: string, own: number | null) => {
      const row = { organization_id: world.organizationId, snapshot_on: day, template_id: members.id };
      const put = (unit_kind: string, unit_id: string, measure: string, value: number | null) =>
        seed.rows("published_count", { ...row, unit_kind, unit_id, measure, value });
      for (const chapter of [world.chapters.own, ...others]) {
        const far = chapter === world.chapters.far;
        await put("CHAPTER", chapter, "CLOSED", 40);
        await put("CHAPTER", chapter, "ON_TIME", far ? own : 15);
      }
      await put("ORGANIZATION", world.organizationId, "CLOSED", 200);
      await put("ORGANIZATION", world.organizationId, "ON_TIME", 98);
    };
    const day = lastQuarterEnd(TODAY);
    // live the own chapter is the best of all: it says nothing above the chapter
    await touchpoints(seed, members, world.chapters.own, { onTime: 25 }, { on: ON });
    await publish(addMonths(day, -3).slice(0, 8) + "28", 38);
    await publish(day, null);
    await ask();
    expect((await rows()).map((row) => row.chapter_id)).toEqual([world.chapters.own]);
    await seed.client.query("delete from app.good_example");
    await seed.client.query(
      "update app.published_count set value = 38 where template_id = $1 and unit_id = $2 and measure = 'ON_TIME'",
      [members.id, world.chapters.far],
    );
    await ask();
    const { rows: found } = await seed.client.query<{ chapter_id: string; numbers_until: string }>(
      "select chapter_id, numbers_until::text from app.good_example where template_id = $1",
      [members.id],
    );
    expect(found).toEqual([{ chapter_id: world.chapters.far, numbers_until: day }]);
    await seed.client.query("delete from app.published_count");
  });
});

describe("who knows", () => {
  test("the chapter and national, and nobody else", async () => {
    const question = await asked();
    for (const seat of [world.leader, world.board]) expect((await open(seat))?.id).toBe(question.id);
    for (const seat of [world.siblingLeader, world.foreignLeader]) expect(await open(seat)).toBeNull();
    for (const seat of [world.admin, world.editor])
      expect((await listed(seat)).map(({ id }) => id)).toEqual([question.id]);
    expect(await listed(world.foreignAdmin)).toEqual([]);
    for (const seat of [world.coordinator, world.mentor, world.expired]) {
      expect(await server.code(seat, OWN)).toBe("FORBIDDEN");
      expect(await server.code(seat, LIST)).toBe("FORBIDDEN");
    }
    for (const seat of [world.siblingLeader, world.foreignLeader]) {
      expect(await server.code(seat, ANSWER, answering(question))).toBe("NOT_FOUND");
      expect(await server.code(seat, DECLINE, declining(question))).toBe("NOT_FOUND");
    }
  });

  test("what the answer became is shown to all, and that it was asked for to the chapter and national alone", async () => {
    const question = await asked();
    await answer(world.board, answering(question));
    await seed.client.query("update app.practice set state = 'SHOWN', decided_at = now(), decided_by = $1", [
      world.editor.seatId,
    ]);
    for (const seat of [world.leader, world.editor])
      expect((await practices(seat))[0]).toMatchObject({ askedByNumbersUntil: UNTIL });
    for (const seat of [world.siblingLeader, world.coordinator, world.mentor])
      expect((await practices(seat))[0]).toMatchObject({ state: "SHOWN", askedByNumbersUntil: null });
  });

  test("the database says so itself", async () => {
    const question = await asked();
    const as = async (seat: SeededSeat, sql: string) => {
      const session = hashSecret(seat.secret).toString("hex");
      await seed.client.query(`begin; set local role ${database.rolePrefix}_app; set local app.session = '${session}'`);
      try {
        return (await seed.client.query(sql)).rowCount;
      } finally {
        await seed.client.query("rollback");
      }
    };
    const read = "select 1 from app.good_example";
    for (const seat of [world.leader, world.board, world.editor, world.admin]) expect(await as(seat, read)).toBe(1);
    for (const seat of [world.siblingLeader, world.coordinator, world.mentor, world.expired, world.foreignAdmin])
      expect(await as(seat, read)).toBe(0);
    const lapse = "update app.good_example set state = 'LAPSED', settled_at = now()";
    await expect(as(world.leader, lapse)).rejects.toThrow("row-level security");
    expect(await as(world.admin, lapse)).toBe(1);
    const decided = (seat: SeededSeat) =>
      `update app.good_example set state = 'DECLINED', settled_at = now(), settled_by = '${seat.seatId}'`;
    expect(await as(world.leader, decided(world.leader))).toBe(1);
    await expect(as(world.leader, decided(world.board))).rejects.toThrow("row-level security");
    await expect(as(world.admin, decided(world.admin))).rejects.toThrow("row-level security");
    expect(await as(world.siblingLeader, decided(world.siblingLeader))).toBe(0);
    const insert = `insert into app.good_example (organization_id, chapter_id, id, template_id, numbers_until)
      values ('${world.organizationId}', '${world.chapters.own}', gen_random_uuid(), '${duty.id}', '2020-01-01')`;
    await expect(as(world.admin, insert)).rejects.toThrow("permission denied");
    expect((await open(world.leader))?.id).toBe(question.id);
  });
});

describe("answering", () => {
  test("makes a practice that waits for national, and nothing is asked again", async () => {
    const question = await asked();
    const variables = answering(question);
    const done = await answer(world.board, variables);
    const { practiceId } = variables.input;
    expect(done).toMatchObject({ goodExample: { state: "ANSWERED", practiceId, rev: 2 }, problems: [] });
    // the same again is the same
    expect(await answer(world.board, variables)).toMatchObject({ goodExample: { rev: 2 }, problems: [] });
    expect(await practices(world.leader)).toEqual([
      { id: practiceId, text: TEXT, state: "SUGGESTED", askedByNumbersUntil: UNTIL },
    ]);
    expect(await open(world.leader)).toBeNull();
    expect(await ask()).toBe(0);
    expect(codes(await answer(world.leader, answering({ ...question, rev: 2 })))).toEqual(["LOCKED"]);
    const { rows: trail } = await seed.client.query<{ action: string; chapter_id: string }>(
      "select action, chapter_id from app.audit where subject_id = any ($1::uuid[]) order by id",
      [[question.id, practiceId]],
    );
    expect(trail.map(({ action }) => action)).toEqual(["PRACTICE_SUGGESTED", "GOOD_EXAMPLE_ANSWERED"]);
  });

  test("two of a board at once are one answer, and a stale one changes nothing", async () => {
    const question = await asked();
    const both = await Promise.all([
      answer(world.board, answering(question)),
      answer(world.leader, answering(question)),
    ]);
    expect(both.flatMap(codes)).toEqual(["CONFLICT"]);
    expect(await practices(world.leader)).toHaveLength(1);
    expect(codes(await decline(world.leader, declining(question)))).toEqual(["CONFLICT"]);
  });

  test("holds what every practice holds: long enough, no number, no member", async () => {
    const question = await asked();
    await seed.rows("member", {
      organization_id: world.organizationId,
      chapter_id: world.chapters.own,
      id: uuidv7(),
      first_name: "Solveig",
      last_name: "Nes",
      joined_on: "2026-01-01",
      joined_chapter_on: "2026-01-01",
    });
    for (const text of ["Vi ringer.", "x".repeat(601), "Vi ber Solveig ringe til alle i god tid."]) {
      const refused = await answer(world.board, answering(question, { text }));
      expect(refused).toMatchObject({
        goodExample: { state: "OPEN" },
        problems: [{ code: "INVALID", path: ["text"] }],
      });
    }
    expect(await practices(world.leader)).toEqual([]);
  });

  test("not now is an answer: never again by the same numbers", async () => {
    const question = await asked();
    const done = await decline(world.board, declining(question));
    expect(done).toMatchObject({ goodExample: { state: "DECLINED", practiceId: null, rev: 2 }, problems: [] });
    expect(await open(world.leader)).toBeNull();
    await seed.client.query("update app.good_example set asked_on = asked_on - 500");
    expect(await ask()).toBe(0);
    expect((await listed(world.editor))[0]).toMatchObject({ state: "DECLINED" });
  });
});

describe("national", () => {
  const set = (seat: SeededSeat, asks: boolean, rev = 1) =>
    server.ask<{ setGoodExamples: { setting: { asks: boolean; rev: number }; problems: Problem[] } }>(seat, SET, {
      input: { key: randomUUID(), rev, asks },
    });

  test("may switch it off: what is open goes away, and nothing is asked until it is on again", async () => {
    await asked();
    expect((await set(world.admin, false)).setGoodExamples).toEqual({ setting: { asks: false, rev: 2 }, problems: [] });
    expect(await open(world.leader)).toBeNull();
    expect(await rows()).toEqual([{ chapter_id: world.chapters.own, state: "LAPSED" }]);
    await seed.client.query("delete from app.good_example");
    expect(await ask()).toBe(0);
    expect(codes((await set(world.admin, true)).setGoodExamples)).toEqual(["CONFLICT"]);
    expect((await set(world.admin, true, 2)).setGoodExamples.setting).toEqual({ asks: true, rev: 3 });
    expect(await ask()).toBe(1);
  });

  test("its administrator alone", async () => {
    for (const seat of [world.editor, world.coordinator, world.leader])
      expect(await server.code(seat, SET, { input: { key: randomUUID(), rev: 1, asks: false } })).toBe("FORBIDDEN");
  });
});
