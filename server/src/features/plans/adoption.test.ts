import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { adoption, order, planDesk, words, year } from "./plans.testing.js";
import type { Problem } from "./plans.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
const { read, act, begin, adopted } = planDesk(() => ({ world, server }));

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  for (const table of ["action_plan_version", "action_plan", "strategy_goal", "plan_template"])
    await seed.client.query(`delete from app.${table}`);
});

describe("adoption", () => {
  test("freezes what was read, on a day that has been, at a place", async () => {
    const plan = await begin(["Turer"]);
    const good = adoption(plan);
    const path = async (over: object) => (await act("adoptActionPlan", { ...good, ...over })).problems[0]!;
    expect(await path({ on: `${year + 1}-01-01` })).toMatchObject({ path: ["on"], code: "INVALID" });
    expect(await path({ on: `${year - 2}-01-01` })).toMatchObject({ path: ["on"], code: "INVALID" });
    expect(await path({ place: " " })).toMatchObject({ path: ["place"] });
    expect(await path({ words: "0".repeat(64) })).toMatchObject({ code: "CONFLICT" });
    expect((await read(world.leader))!.versions).toEqual([]);
    const both = await Promise.all([act("adoptActionPlan", good), act("adoptActionPlan", good, world.board)]);
    expect(both.map(({ problems }) => problems.length).toSorted()).toEqual([0, 1]);
    const now = (await read(world.leader))!;
    expect(now).toMatchObject({ state: "ADOPTED", adoption: { place: "Furulia", by: "ANNUAL_MEETING" } });
    expect(now.versions).toEqual([{ number: 1, reason: null, hash: plan.wordsHash }]);
    const empty = await begin([], year + 1);
    expect((await act("adoptActionPlan", { ...adoption(empty) })).problems).toMatchObject([
      { code: "INVALID", path: [] },
    ]);
  });

  test("holds the words, in the database too, and lets the year be followed", async () => {
    const plan = await adopted();
    const at = { planId: plan.id, id: plan.rows[0]!.id };
    for (const [field, input] of [
      ["savePlanRow", { ...at, rev: 1, ...words({ activity: "Annet" }) }],
      ["savePlanRow", { planId: plan.id, id: uuidv7(), rev: 0, ...words() }],
      ["movePlanRow", at],
      ["removePlanRow", { ...at, rev: 1 }],
      ["saveActionPlan", { id: plan.id, rev: plan.rev, title: "Ny", intro: "", closing: "" }],
      ["adoptActionPlan", adoption(plan)],
      ["undoPlanChange", { id: plan.id, rev: plan.rev }],
    ] as const)
      expect((await act(field, input)).problems).toMatchObject([{ code: "LOCKED" }]);
    const done = await act("savePlanRow", { ...at, rev: 1, ...words({ status: "DONE", learnt: "Godt" }) });
    expect(done.problems).toEqual([]);
    expect(done.plan!.wordsHash).toBe(plan.versions[0]!.hash);
    await expect(seed.client.query("update app.action_plan_row set aim = 'x' where id = $1", [at.id])).rejects.toThrow(
      "words of an adopted plan",
    );
    await expect(seed.client.query("update app.action_plan set intro = 'x' where id = $1", [plan.id])).rejects.toThrow(
      "an adopted plan stays",
    );
  });

  test("is followed by a new version with a reason, or the change is given up", async () => {
    const plan = await adopted();
    expect((await act("changeAdoptedPlan", { id: plan.id, rev: plan.rev, reason: " " })).problems).toMatchObject([
      { path: ["reason"] },
    ]);
    const open = (await act("changeAdoptedPlan", { id: plan.id, rev: plan.rev, reason: "Flere turer" })).plan!;
    expect(open).toMatchObject({ state: "CHANGING", changeReason: "Flere turer", adoption: { place: "Furulia" } });
    const [first, second] = open.rows;
    await act("removePlanRow", { planId: plan.id, id: first!.id, rev: first!.rev });
    await act("savePlanRow", { planId: plan.id, id: second!.id, rev: second!.rev, ...words({ activity: "Endret" }) });
    await act("savePlanRow", { planId: plan.id, id: uuidv7(), rev: 0, ...words({ activity: "Ny" }) });
    const back = await act("undoPlanChange", { id: plan.id, rev: open.rev });
    expect(back.problems).toEqual([]);
    expect(back.plan).toMatchObject({ state: "ADOPTED", wordsHash: plan.versions[0]!.hash });
    expect(order(back.plan)).toEqual(["1 Turer", "2 Møter"]);

    const again = (await act("changeAdoptedPlan", { id: plan.id, rev: back.plan!.rev, reason: "Flere turer" })).plan!;
    await act("savePlanRow", { planId: plan.id, id: uuidv7(), rev: 0, ...words({ activity: "Ny" }) });
    const ready = (await read(world.leader))!;
    const { plan: now } = await act("adoptActionPlan", { ...adoption(ready), rev: again.rev, by: "BOARD" });
    expect(now!.versions.map(({ number, reason }) => [number, reason])).toEqual([
      [2, "Flere turer"],
      [1, null],
    ]);
    const { actionPlanVersion } = await server.ask<{ actionPlanVersion: { rows: { activity: string }[] } }>(
      world.coordinator,
      `query ($planId: ID!) { actionPlanVersion(planId: $planId, number: 1) { rows { activity } } }`,
      { planId: plan.id },
    );
    expect(actionPlanVersion.rows.map(({ activity }) => activity)).toEqual(["Turer", "Møter"]);
    const { rows } = await seed.client.query<{ action: string }>(
      "select action from app.audit where subject_id = $1 order by id",
      [plan.id],
    );
    expect(rows.map(({ action }) => action.replace("ACTION_PLAN_", ""))).toEqual([
      "STARTED",
      "ADOPTED",
      "OPENED",
      "CHANGE_UNDONE",
      "OPENED",
      "ADOPTED",
    ]);
  });
});

describe("above the chapter", () => {
  test("a plan is read and not written; to others it is not there", async () => {
    await adopted();
    for (const seat of [world.mentor, world.coordinator, world.admin])
      expect(await read(seat)).toMatchObject({ mayWrite: false });
    const query = `query ($year: Int!, $chapterIds: [ID!]!) { comparePlans(year: $year, chapterIds: $chapterIds) { id } }`;
    const variables = { year, chapterIds: [world.chapters.own, world.chapters.sibling] };
    expect(
      (await server.ask<{ comparePlans: unknown[] }>(world.coordinator, query, variables)).comparePlans,
    ).toHaveLength(1);
    expect(await server.code(world.farCoordinator, query, variables)).toBe("NOT_FOUND");
    expect(await server.code(world.admin, query, { year, chapterIds: Array(13).fill(world.chapters.own) })).toBe(
      "BAD_REQUEST",
    );
  });

  const orderOf = async (seat: SeededSeat) =>
    (
      await server.ask<{ strategyGoals: { text: string }[] }>(
        seat,
        `query ($year: Int!) { strategyGoals(year: $year) { text } }`,
        { year },
      )
    ).strategyGoals.map(({ text }) => text);

  test("goals are moved by national alone: as they were seen, once for a key, among those of their year", async () => {
    const MOVE = `mutation ($input: MoveStrategyGoalInput!) { moveStrategyGoal(input: $input) { goals { id text rev } problems { code } } }`;
    type Moved = { moveStrategyGoal: { goals: { id: string; text: string; rev: number }[]; problems: Problem[] } };
    const move = async (seat: SeededSeat, input: object) =>
      (await server.ask<Moved>(seat, MOVE, { input: { key: uuidv7(), ...input } })).moveStrategyGoal;
    const [a, b, c, other] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    for (const [id, text, of] of [
      [a, "A", year],
      [b, "B", year],
      [c, "C", year],
      [other, "I fjor", year - 1],
    ] as const)
      await server.ask(
        world.editor,
        `mutation ($input: SaveStrategyGoalInput!) { saveStrategyGoal(input: $input) { problems { code } } }`,
        { input: { key: uuidv7(), id, rev: 0, year: of, text, why: "" } },
      );
    const input = { key: uuidv7(), id: c, rev: 1, beforeId: a };
    const twice = await Promise.all([move(world.editor, input), move(world.editor, input)]);
    for (const { goals, problems } of twice) {
      expect(problems).toEqual([]);
      expect(goals.map(({ text, rev }) => `${text}${rev}`)).toEqual(["C2", "A1", "B1"]);
    }
    // an old sight of it changes nothing, and shows what is
    const stale = await move(world.admin, { id: c, rev: 1 });
    expect(stale).toMatchObject({
      problems: [{ code: "CONFLICT" }],
      goals: [{ text: "C" }, { text: "A" }, { text: "B" }],
    });
    for (const beforeId of [uuidv7(), other, "x"])
      expect((await move(world.admin, { id: c, rev: 2, beforeId })).problems).toMatchObject([{ code: "CONFLICT" }]);
    // two who move different ones at once: both get what they meant
    await Promise.all([move(world.editor, { id: c, rev: 2 }), move(world.admin, { id: b, rev: 1, beforeId: a })]);
    expect(await orderOf(world.leader)).toEqual(["B", "A", "C"]);
    for (const seat of [world.leader, world.mentor, world.coordinator])
      expect(await server.code(seat, MOVE, { input: { key: uuidv7(), id: c, rev: 3 } })).toBe("FORBIDDEN");
    for (const id of [uuidv7(), "x"])
      expect(await server.code(world.editor, MOVE, { input: { key: uuidv7(), id, rev: 1 } })).toBe("NOT_FOUND");
    expect(await server.code(world.foreignAdmin, MOVE, { input: { key: uuidv7(), id: c, rev: 3 } })).toBe("NOT_FOUND");
    // what is written anew comes last, and a goal that is rewritten stays where it is
    await server.ask(
      world.editor,
      `mutation ($input: SaveStrategyGoalInput!) { saveStrategyGoal(input: $input) { problems { code } } }`,
      { input: { key: uuidv7(), id: b, rev: 2, year, text: "B igjen", why: "" } },
    );
    expect(await orderOf(world.leader)).toEqual(["B igjen", "A", "C"]);
  });

  test("goals of the year show who stands behind them, and the list who has a plan", async () => {
    const goal = async (seat: SeededSeat, input: object) =>
      (
        await server.ask<{
          saveStrategyGoal: { goal: { id: string; text: string; rev: number }; problems: Problem[] };
        }>(
          seat,
          `mutation ($input: SaveStrategyGoalInput!) { saveStrategyGoal(input: $input) { goal { id text rev } problems { code path } } }`,
          { input: { key: uuidv7(), year, why: "", ...input } },
        )
      ).saveStrategyGoal;
    const [kept, lonely] = [uuidv7(), uuidv7()];
    for (const [id, text] of [
      [kept, "Flere unge"],
      [lonely, "Grønnere"],
    ])
      expect((await goal(world.editor, { id, rev: 0, text })).problems).toEqual([]);
    expect((await goal(world.admin, { id: kept, rev: 7, text: "Annet" })).problems).toMatchObject([
      { code: "CONFLICT" },
    ]);
    expect((await goal(world.admin, { id: uuidv7(), rev: 0, text: "" })).problems).toMatchObject([{ path: ["text"] }]);
    const plan = await begin();
    const { plan: now } = await act("savePlanRow", {
      planId: plan.id,
      id: uuidv7(),
      rev: 0,
      ...words({ goalId: kept }),
    });
    expect(now!.rows[0]!.goalText).toBe("Flere unge");
    const goals = async (seat: SeededSeat) =>
      (
        await server.ask<{
          strategyGoals: { text: string; chapters: number; chapterNames: string[]; without: string[] }[];
        }>(seat, `query ($year: Int!) { strategyGoals(year: $year) { text chapters chapterNames without } }`, { year })
      ).strategyGoals.map(({ text, chapters, chapterNames, without }) => [
        text,
        chapters,
        chapterNames.length,
        without.length,
      ]);
    for (const seat of [world.admin, world.coordinator])
      expect(await goals(seat)).toEqual([
        ["Flere unge", 1, 1, 0],
        ["Grønnere", 0, 0, 1],
      ]);
    expect((await goals(world.farCoordinator))[0]).toEqual(["Flere unge", 0, 0, 0]);
    expect(await goals(world.foreignAdmin)).toEqual([]);
    const listed = await server.ask<{
      chapterPlans: { nodes: { chapter: { id: string }; state: string | null }[]; pageInfo: { endCursor: string } };
      planTally: object;
    }>(
      world.admin,
      `query ($year: Int!) { chapterPlans(year: $year, first: 2) { nodes { chapter { id } state rows } pageInfo { endCursor } } planTally(year: $year) { chapters drafts adopted } }`,
      { year },
    );
    expect(listed.planTally).toEqual({ chapters: 3, drafts: 1, adopted: 0 });
    expect(listed.chapterPlans.nodes).toHaveLength(2);
    const rest = await server.ask<{ chapterPlans: { nodes: unknown[] } }>(
      world.admin,
      `query ($year: Int!, $after: String) { chapterPlans(year: $year, first: 2, after: $after) { nodes { state } } }`,
      { year, after: listed.chapterPlans.pageInfo.endCursor },
    );
    expect(rest.chapterPlans.nodes).toHaveLength(1);
    expect(await orderOf(world.editor)).toEqual(["Flere unge", "Grønnere"]);
    const removed = await server.ask<{ removeStrategyGoal: { problems: unknown[] } }>(
      world.editor,
      `mutation ($input: RemoveStrategyGoalInput!) { removeStrategyGoal(input: $input) { goal { id } problems { code } } }`,
      { input: { key: uuidv7(), id: kept, rev: 1 } },
    );
    expect(removed.removeStrategyGoal.problems).toEqual([]);
    expect((await read(world.leader))!.rows[0]!.goalText).toBeNull();
  });
});
