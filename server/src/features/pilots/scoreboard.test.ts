import { randomUUID } from "node:crypto";
import { addDays, weekday } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { duty, pilotKit, today } from "./pilots.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
let kit: ReturnType<typeof pilotKit>;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  kit = pilotKit(seed, world, server);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type Estimate = {
  numerator: number | null;
  n: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
  waiting: number | null;
};
type Measure = {
  measure: string;
  pilot: Estimate | null;
  before: Estimate | null;
  difference: { value: number; low: number; high: number } | null;
  verdict: string | null;
  declined: string | null;
  earliest: string | null;
};
type Board = {
  asOf: string;
  pilotFrom: string;
  pilotTo: string;
  withheld: boolean;
  beforeFrom: string | null;
  beforeTo: string | null;
  measures: Measure[];
};
const ESTIMATE = "numerator n value low high waiting";
const BOARD = `query ($id: ID!) { pilotScoreboard(pilotId: $id) { asOf withheld pilotFrom pilotTo beforeFrom beforeTo
  measures { measure verdict declined earliest difference { value low high } pilot { ${ESTIMATE} } before { ${ESTIMATE} } } } }`;
const scoreboard = async (id: string): Promise<Board> =>
  (await server.ask<{ pilotScoreboard: Board }>(world.admin, BOARD, { id })).pilotScoreboard;
const measure = (board: Board, name: string): Measure => board.measures.find((one) => one.measure === name)!;

const START = addDays(today, -84);
type Touch = {
  chapterId: string;
  versionId: string;
  templateId: string;
  dueOn: LocalDate;
  closedOn?: LocalDate;
  seconds?: number;
};

async function touch(
  { chapterId, versionId, templateId, dueOn, closedOn, seconds }: Touch,
  over: object = {},
): Promise<void> {
  await seed.rows("touchpoint", {
    organization_id: world.organizationId,
    chapter_id: chapterId,
    id: randomUUID(),
    template_id: templateId,
    version_id: versionId,
    major: 1,
    about_member: false,
    occurrence: seed.unique(),
    opens_on: addDays(dueOn, -7),
    due_on: dueOn,
    miss_on: addDays(dueOn, 7),
    first_due_on: dueOn,
    closed_at: closedOn ? `${closedOn}T12:00:00Z` : null,
    report_seconds: seconds ?? null,
    ...over,
  });
}

async function member(chapterId: string): Promise<string> {
  const id = randomUUID();
  await seed.rows("member", {
    organization_id: world.organizationId,
    chapter_id: chapterId,
    id,
    first_name: "A",
    joined_on: "2026-01-01",
    joined_chapter_on: "2026-01-01",
  });
  return id;
}

const outcomes = (onTime: number, late: number, missed: number): ("TIME" | "LATE" | "MISSED")[] => [
  ...Array<"TIME">(onTime).fill("TIME"),
  ...Array<"LATE">(late).fill("LATE"),
  ...Array<"MISSED">(missed).fill("MISSED"),
];

/** a pilot that has lasted twelve weeks and is over, without what starting it made */
async function ended(
  options: Parameters<typeof kit.template>[0] = {},
  chapterIds = [world.chapters.own, world.chapters.sibling],
) {
  const ids = await kit.template(options);
  const pilot = await kit.start(ids, { chapterIds });
  await seed.client.query("delete from app.touchpoint where template_id = $1", [ids.templateId]);
  await kit.over(pilot.id, START);
  return { ...ids, pilot, chapterIds };
}

describe("the scoreboard of a duty", () => {
  test("counts what is over in the same chapters, before and after, and judges by intervals", async () => {
    const { templateId, versionId, publishedId, pilot, chapterIds } = await ended();
    const put = async (version: string, dueOn: LocalDate, all: ReturnType<typeof outcomes>, seconds: number) => {
      for (const [i, how] of all.entries())
        await touch({
          chapterId: chapterIds[i % 2]!,
          templateId,
          versionId: version,
          dueOn,
          ...(how !== "MISSED" && { closedOn: how === "TIME" ? dueOn : addDays(dueOn, 3), seconds: seconds + (i % 5) }),
        });
    };
    await put(versionId, addDays(START, 20), outcomes(28, 1, 1), 40);
    await put(publishedId, addDays(START, -20), outcomes(12, 8, 10), 80);
    // none of these is to be counted: another chapter, too early, open still, waived, of the old version while the pilot went on
    const base = { chapterId: chapterIds[0]!, templateId };
    await touch({ ...base, chapterId: world.chapters.far, versionId, dueOn: addDays(START, 20) });
    await touch({ ...base, versionId: publishedId, dueOn: addDays(START, -90) });
    await touch({ ...base, versionId: publishedId, dueOn: addDays(START, 5) });
    await touch({ ...base, versionId, dueOn: addDays(START, 20) }, { waived_at: new Date() });
    await touch({ ...base, versionId, dueOn: addDays(today, -3), closedOn: addDays(today, -4) });

    const board = await scoreboard(pilot.id);
    expect(board).toMatchObject({
      withheld: false,
      asOf: addDays(today, -1),
      beforeFrom: addDays(START, -85),
      beforeTo: addDays(START, -1),
    });
    expect(board.measures.map((one) => one.measure)).toEqual(["ON_TIME", "REPORT_MINUTES", "DONE"]);
    expect(measure(board, "ON_TIME")).toMatchObject({
      verdict: "BETTER",
      declined: null,
      pilot: { numerator: 28, n: 30, waiting: 1 },
      before: { numerator: 12, n: 30, waiting: 0 },
    });
    expect(measure(board, "ON_TIME").difference!.value).toBeCloseTo(16 / 30);
    expect(measure(board, "DONE")).toMatchObject({
      verdict: "BETTER",
      pilot: { numerator: 29 },
      before: { numerator: 20 },
    });
    const minutes = measure(board, "REPORT_MINUTES");
    // thirty, and the one that is done before its last day
    expect(minutes).toMatchObject({ verdict: "BETTER", pilot: { n: 29, numerator: null }, before: { n: 20 } });
    expect(minutes.pilot!.value).toBeCloseTo(42 / 60);
    expect(minutes.difference!.high).toBeLessThan(0);
    expect(await scoreboard(pilot.id)).toEqual(board);
  });

  test("declines below ten on a side, and says when there can be enough", async () => {
    const { templateId, versionId, publishedId, pilot, chapterIds } = await ended();
    await seed.client.query("update app.pilot set ends_on = $2 where id = $1", [pilot.id, addDays(today, 30)]);
    const base = { chapterId: chapterIds[0]!, templateId };
    for (let i = 0; i < 7; i++)
      await touch({ ...base, versionId, dueOn: addDays(START, i), closedOn: addDays(START, i) });
    for (let i = 0; i < 12; i++) await touch({ ...base, versionId: publishedId, dueOn: addDays(START, -5 - i) });
    expect(measure(await scoreboard(pilot.id), "ON_TIME").earliest).toBeNull();
    for (let i = 0; i < 4; i++) await touch({ ...base, versionId, dueOn: addDays(today, i) });
    const board = await scoreboard(pilot.id);
    expect(measure(board, "ON_TIME")).toMatchObject({
      verdict: "UNDECIDED",
      declined: "TOO_FEW",
      difference: null,
      pilot: { numerator: 7, n: 7, value: null, low: null, waiting: 4 },
      // three more are needed: the third of those that wait is over the day after its last day
      earliest: addDays(today, 2 + 7 + 1),
    });
    expect(measure(board, "REPORT_MINUTES")).toMatchObject({
      verdict: "UNDECIDED",
      declined: "TOO_FEW",
      pilot: { n: 0 },
    });
  });

  test("of a first version shows its own numbers and judges nothing", async () => {
    const { templateId, versionId, pilot, chapterIds } = await ended({ published: false });
    for (const [i] of outcomes(12, 0, 0).entries())
      await touch({
        chapterId: chapterIds[i % 2]!,
        templateId,
        versionId,
        dueOn: addDays(START, 9),
        closedOn: addDays(START, 9),
      });
    const board = await scoreboard(pilot.id);
    expect(board).toMatchObject({ beforeFrom: null, beforeTo: null });
    expect(measure(board, "ON_TIME")).toMatchObject({
      verdict: null,
      declined: "FIRST_VERSION",
      before: null,
      pilot: { numerator: 12, n: 12 },
    });
    expect(measure(board, "ON_TIME").pilot!.value).toBe(1);
  });
});

describe("the scoreboard of what is about members", () => {
  const three = () => [world.chapters.own, world.chapters.sibling, world.chapters.far];
  const welcome = duty({ trigger: { kind: "MEMBER_JOINED", offsets: [0] }, name: { nb: "Velkomst" } });

  test("is withheld altogether in fewer than three chapters, and where another pilot had nearly the same", async () => {
    const two = await ended({ definition: welcome });
    const board = await scoreboard(two.pilot.id);
    expect(board.withheld).toBe(true);
    expect(board.measures.map(({ declined }) => declined)).toEqual([
      "HIDDEN",
      "HIDDEN",
      "HIDDEN",
      "HIDDEN",
      "NOT_RECORDED",
    ]);
    expect(board.measures.every(({ pilot, before, difference }) => !pilot && !before && !difference)).toBe(true);

    const fourth = await seed.chapter(world.organizationId, world.regions.west);
    const all = await ended({ definition: welcome }, [...three(), fourth]);
    expect((await scoreboard(all.pilot.id)).withheld).toBe(false);
    await kit.act(world.admin, "decidePilot", {
      id: all.pilot.id,
      rev: 1,
      decision: "REVISE",
      reason: "Trenger en runde til.",
    });
    const { rows } = await seed.client.query(
      "select id from app.template_version where template_id = $1 and state = 'DRAFT'",
      [all.templateId],
    );
    const without = await kit.start({ ...all, versionId: rows[0].id }, { chapterIds: three() });
    expect((await scoreboard(without.id)).withheld).toBe(true);
    expect((await scoreboard(all.pilot.id)).withheld).toBe(true);
  });

  test("is withheld where the very same chapters were compared with the same version in weeks that overlap", async () => {
    const first = await ended({ definition: welcome }, three());
    expect((await scoreboard(first.pilot.id)).withheld).toBe(false);
    const reason = "Trenger en runde til.";
    await kit.act(world.admin, "decidePilot", { id: first.pilot.id, rev: 1, decision: "REVISE", reason });
    const { rows } = await seed.client.query(
      "select id from app.template_version where template_id = $1 and state = 'DRAFT'",
      [first.templateId],
    );
    const again = await kit.start({ ...first, versionId: rows[0].id }, { chapterIds: three() });
    // it begins when the first is over, and is compared with shorter time: their weeks lie after each other
    expect((await scoreboard(again.id)).withheld).toBe(false);
    expect((await scoreboard(first.pilot.id)).withheld).toBe(false);
    await seed.client.query("update app.pilot set starts_on = $2 where id = $1", [again.id, addDays(START, 1)]);
    expect((await scoreboard(again.id)).withheld).toBe(true);
    expect((await scoreboard(first.pilot.id)).withheld).toBe(true);
  });

  test("is as of the last Sunday, in whole weeks, and hides what would tell of few", async () => {
    const chapterIds = three();
    const { templateId, versionId, publishedId, pilot } = await ended({ definition: welcome }, chapterIds);
    const put = async (version: string, dueOn: LocalDate, all: ReturnType<typeof outcomes>) => {
      for (const [i, how] of all.entries()) {
        const chapterId = chapterIds[i % 3]!;
        await touch(
          {
            chapterId,
            templateId,
            versionId: version,
            dueOn,
            ...(how !== "MISSED" && { closedOn: how === "TIME" ? dueOn : addDays(dueOn, 3), seconds: 50 }),
          },
          { about_member: true, member_id: await member(chapterId), ...(how !== "MISSED" && { outcome: "REACHED" }) },
        );
      }
    };
    await put(versionId, addDays(START, 20), outcomes(20, 2, 6));
    await put(publishedId, addDays(START, -20), outcomes(10, 10, 8));
    const board = await scoreboard(pilot.id);
    expect(new Date(board.asOf).getUTCDay()).toBe(0);
    expect(board.asOf < today && board.asOf >= addDays(today, -7)).toBe(true);
    // from the Monday of the week it began, and Mondays before
    const monday = addDays(START, 1 - weekday(START));
    expect(board).toMatchObject({ pilotFrom: monday, beforeTo: addDays(monday, -1) });
    expect(weekday(board.beforeFrom!)).toBe(1);
    expect(weekday(board.pilotTo)).toBe(7);
    // moving the end does not move what it is compared with: the weeks before cannot be read one by one
    await seed.client.query("update app.pilot set ends_on = $2 where id = $1", [pilot.id, addDays(today, 21)]);
    expect(await scoreboard(pilot.id)).toMatchObject({
      beforeFrom: board.beforeFrom,
      pilotTo: addDays(board.pilotTo, 21),
    });
    await seed.client.query("update app.pilot set ends_on = $2 where id = $1", [pilot.id, today]);
    expect(measure(board, "DONE")).toMatchObject({
      verdict: "NO_CLEAR_DIFFERENCE",
      pilot: { numerator: 22, n: 28, waiting: null },
    });
    // two were late: on time would tell it, beside done
    expect(measure(board, "ON_TIME")).toMatchObject({
      verdict: "UNDECIDED",
      declined: "HIDDEN",
      difference: null,
      earliest: null,
    });
    expect(measure(board, "ON_TIME").pilot).toEqual({
      numerator: null,
      n: null,
      value: null,
      low: null,
      high: null,
      waiting: null,
    });
    expect(measure(board, "REACHED")).toMatchObject({
      pilot: { numerator: 22, n: 22 },
      before: { numerator: 20, n: 20 },
    });
    expect(measure(board, "ACTIVATION_90")).toMatchObject({ declined: "NOT_RECORDED", pilot: null });
    // in tens: how many were timed is a count of persons
    expect(measure(board, "REPORT_MINUTES")).toMatchObject({ pilot: { n: 20 }, before: { n: 20 } });
  });
});
