import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { definition, template, touchpoints } from "../standings/standings.testing.js";
import { document, order, planDesk, words, year } from "./plans.testing.js";

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

describe("a plan", () => {
  test("is begun once a year, for a year that is near, once for its key", async () => {
    const input = { key: uuidv7(), id: uuidv7(), year, from: "EMPTY" };
    const both = await Promise.all([act("startActionPlan", input), act("startActionPlan", input)]);
    for (const { plan, problems } of both) {
      expect(problems).toEqual([]);
      expect(plan).toMatchObject({ id: input.id, state: "DRAFT", mayWrite: true });
    }
    const again = await act("startActionPlan", { id: uuidv7(), year, from: "EMPTY" }, world.board);
    expect(again.problems).toMatchObject([{ code: "CONFLICT", path: ["year"] }]);
    for (const [of, from, path] of [
      [year + 2, "EMPTY", "year"],
      [year - 1, "LAST", "from"],
      [year - 1, "TEMPLATE", "from"],
    ] as const)
      expect((await act("startActionPlan", { id: uuidv7(), year: of, from })).problems).toMatchObject([
        { code: "INVALID", path: [path] },
      ]);
  });

  test("begins from last year's with what was learnt, or from the organization's template", async () => {
    const last = await begin(["Turer", "Møter"], year - 1);
    const [first] = last.rows;
    await act("savePlanRow", {
      planId: last.id,
      id: first!.id,
      rev: 1,
      ...words({ status: "PARTLY", learnt: "Vi var for få til å kjøre." }),
    });
    await act("saveActionPlan", { id: last.id, rev: 1, title: `Plan ${year - 1}`, intro: "Vi", closing: "Slutt" });
    const { plan } = await act("startActionPlan", { id: uuidv7(), year, from: "LAST" });
    expect(plan).toMatchObject({ title: `Plan ${year}`, intro: "Vi" });
    expect(order(plan)).toEqual(["1 Turer", "2 Møter"]);
    expect(plan!.rows[0]).toMatchObject({
      status: "NOT_BEGUN",
      before: { status: "PARTLY", learnt: "Vi var for få til å kjøre." },
    });
    const text = {
      title: "Mal",
      intro: "Felles",
      closing: "",
      rows: [{ nr: "1", activity: "Årsmøte", aim: "", measures: "", resultAim: "" }],
    };
    await server.ask(
      world.editor,
      `mutation ($input: SavePlanTemplateInput!) { savePlanTemplate(input: $input) { template { rev } } }`,
      { input: { key: uuidv7(), rev: 0, text } },
    );
    const next = await act("startActionPlan", { id: uuidv7(), year: year + 1, from: "TEMPLATE" });
    expect(order(next.plan)).toEqual(["1 Årsmøte"]);
    expect(next.plan!.title).toContain(String(year + 1));
  });

  test("begins from words that are sent, whole or not at all", async () => {
    const row = { nr: "1", activity: "Kurs", aim: "", measures: "Øve", resultAim: "" };
    const text = {
      title: "",
      intro: "Vi",
      closing: "Asker",
      rows: [row, { ...row, nr: "2", aim: "Ring 13097248022" }],
    };
    const input = { id: uuidv7(), year, from: "TEXT", text };
    expect((await act("startActionPlan", input)).problems).toMatchObject([{ path: ["rows", "1", "aim"] }]);
    expect(await read(world.leader)).toBeNull();
    const { plan } = await act("startActionPlan", { ...input, text: { ...text, rows: [row] } });
    expect(order(plan)).toEqual(["1 Kurs"]);
    expect(plan!.title).toContain(String(year));
    const wordless = { input: { key: uuidv7(), id: uuidv7(), year: year - 1, from: "TEXT" } };
    expect(await server.code(world.leader, document("startActionPlan"), wordless)).toBe("BAD_REQUEST");
  });

  test("is discarded as a draft, and never once adopted", async () => {
    const plan = await begin(["Turer"]);
    expect((await act("discardActionPlan", { id: plan.id, rev: 9 })).problems).toMatchObject([{ code: "CONFLICT" }]);
    expect((await act("discardActionPlan", { id: plan.id, rev: plan.rev })).problems).toEqual([]);
    expect(await read(world.leader)).toBeNull();
    const kept = await adopted();
    expect((await act("discardActionPlan", { id: kept.id, rev: kept.rev })).problems).toMatchObject([
      { code: "LOCKED" },
    ]);
    const open = await act("changeAdoptedPlan", { id: kept.id, rev: kept.rev, reason: "Mer" });
    expect((await act("discardActionPlan", { id: kept.id, rev: open.plan!.rev })).problems).toMatchObject([
      { code: "LOCKED" },
    ]);
  });
});

describe("rows", () => {
  test("are written with their rev: what another wrote stands, and is shown", async () => {
    const plan = await begin(["Turer"]);
    const at = { planId: plan.id, id: plan.rows[0]!.id };
    expect(
      (await act("savePlanRow", { ...at, rev: 1, ...words({ activity: "Deres" }) }, world.board)).problems,
    ).toEqual([]);
    const mine = await act("savePlanRow", { ...at, rev: 1, ...words({ activity: "Mitt" }) });
    expect(mine.problems).toMatchObject([{ code: "CONFLICT" }]);
    expect(mine.plan!.rows[0]).toMatchObject({ activity: "Deres", rev: 2 });
    const around = { id: plan.id, rev: plan.rev, title: "En", intro: "", closing: "" };
    await act("saveActionPlan", around, world.board);
    expect((await act("saveActionPlan", { ...around, title: "To" })).problems).toMatchObject([{ code: "CONFLICT" }]);
  });

  test("move, go and come back, and are numbered", async () => {
    const plan = await begin(["A", "B", "C"]);
    const [a, b, c] = plan.rows;
    const moved = await act("movePlanRow", { planId: plan.id, id: c!.id, beforeId: a!.id });
    expect(order(moved.plan)).toEqual(["1 C", "2 A", "3 B"]);
    expect((await act("removePlanRow", { planId: plan.id, id: a!.id, rev: 7 })).problems).toMatchObject([
      { code: "CONFLICT" },
    ]);
    const without = await act("removePlanRow", { planId: plan.id, id: a!.id, rev: 1 });
    expect(order(without.plan)).toEqual(["1 C", "2 B"]);
    expect(without.plan!.removed.map(({ id }) => id)).toEqual([a!.id]);
    expect((await act("movePlanRow", { planId: plan.id, id: a!.id })).problems).toMatchObject([{ code: "CONFLICT" }]);
    const back = await act("restorePlanRow", { planId: plan.id, id: a!.id });
    expect(order(back.plan)).toEqual(["1 C", "2 B", "3 A"]);
    expect((await act("removePlanRow", { planId: plan.id, id: b!.id, rev: 1 })).problems).toEqual([]);
  });

  test("are shown the last ten that were taken away, newest first, and the next when one is put back", async () => {
    const plan = await begin(Array.from({ length: 13 }, (_, at) => `Rad ${at}`));
    let now = plan;
    for (const { id } of plan.rows.slice(0, 12)) {
      const { rev } = now.rows.find((row) => row.id === id)!;
      now = (await act("removePlanRow", { planId: plan.id, id, rev })).plan!;
    }
    const gone = plan.rows.slice(0, 12).map(({ id }) => id);
    expect(now.removed.map(({ id }) => id)).toEqual(gone.toReversed().slice(0, 10));
    const back = await act("restorePlanRow", { planId: plan.id, id: gone[11]! });
    expect(back.plan!.removed.map(({ id }) => id)).toEqual(gone.slice(0, 11).toReversed().slice(0, 10));
  });

  test("say what is wrong with them", async () => {
    const plan = await begin();
    const save = (over: object) => act("savePlanRow", { planId: plan.id, id: uuidv7(), rev: 0, ...words(over) });
    expect((await save({ activity: "x".repeat(301) })).problems).toMatchObject([{ path: ["activity"] }]);
    expect((await save({ aim: "Ring 01010112345 og 13097248022" })).problems).toMatchObject([{ path: ["aim"] }]);
    expect((await save({ target: 0 })).problems).toMatchObject([{ path: ["target"] }]);
    const code = (over: object) =>
      server.code(world.leader, document("savePlanRow"), {
        input: { key: uuidv7(), planId: plan.id, id: uuidv7(), rev: 0, ...words(over) },
      });
    expect(await code({ templateId: uuidv7() })).toBe("NOT_FOUND");
    expect(await code({ goalId: uuidv7() })).toBe("NOT_FOUND");
    expect(await code({ responsibleSeatId: world.siblingLeader.seatId })).toBe("NOT_FOUND");
    expect((await read(world.leader))!.rows).toEqual([]);
  });

  test("are all written anew by a text; one with the same activity keeps how far it has come", async () => {
    const plan = await begin(["Turer", "Møter"]);
    await act("savePlanRow", {
      planId: plan.id,
      id: plan.rows[1]!.id,
      rev: 1,
      ...words({ activity: "Møter", status: "DONE" }),
    });
    const row = (activity: string, nr: string) => ({ nr, activity, aim: "", measures: "", resultAim: "Innen mai" });
    const text = { title: "Ny", intro: "Vi", closing: "", rows: [row("Kurs", "1a"), row("møter", "1b")] };
    const { plan: now, problems } = await act("replacePlanRows", { id: plan.id, rev: plan.rev, text });
    expect(problems).toEqual([]);
    expect(order(now)).toEqual(["1a Kurs", "1b møter"]);
    expect(now!.rows[1]).toMatchObject({ id: plan.rows[1]!.id, status: "DONE" });
    expect(now!.removed).toHaveLength(1);
    expect((await act("replacePlanRows", { id: plan.id, rev: plan.rev, text })).problems).toMatchObject([
      { code: "CONFLICT" },
    ]);
    // what a row says has a rev of its own: who saw other words is told
    const seen = { id: plan.id, rev: now!.rev, text, words: plan.wordsHash };
    expect((await act("replacePlanRows", seen)).problems).toMatchObject([{ code: "CONFLICT" }]);
    const many = { ...text, rows: Array.from({ length: 61 }, (_, i) => row(`R${i}`, "")) };
    expect((await act("replacePlanRows", { id: plan.id, rev: now!.rev, text: many })).problems).toMatchObject([
      { path: ["rows"] },
    ]);
  });

  test("show how far what they are bound to has come; what counts persons to the own chapter alone", async () => {
    const duty = await template(seed, world, { definition: definition({}) });
    const calls = await template(seed, world, {
      aboutMember: true,
      definition: definition({ trigger: { kind: "MEMBER_JOINED" } }),
    });
    const on = `${year}-02-10`;
    for (const of of [duty, calls]) await touchpoints(seed, of, world.chapters.own, { onTime: 3, missed: 1 }, { on });
    for (const [held_on, kind] of [
      [`${year}-01-10`, "MEMBER_MEETING"],
      [`${year - 1}-12-10`, "MEMBER_MEETING"],
      [`${year}-01-11`, "BOARD_MEETING"],
    ])
      await seed.rows("meeting", {
        organization_id: world.organizationId,
        chapter_id: world.chapters.own,
        id: uuidv7(),
        kind,
        held_on,
      });
    const plan = await begin();
    for (const bound of [{ templateId: duty.id }, { templateId: calls.id }, { measure: "MEMBER_MEETING", target: 6 }])
      expect(
        (
          await act("savePlanRow", {
            planId: plan.id,
            id: uuidv7(),
            rev: 0,
            ...words({ ...bound, responsibleSeatId: world.board.seatId }),
          })
        ).problems,
      ).toEqual([]);
    const progress = async (seat: SeededSeat) => (await read(seat))!.rows.map((row) => row.progress);
    const held = { done: 1, whole: 6 };
    expect(await progress(world.leader)).toEqual([{ done: 3, whole: 4 }, { done: 3, whole: 4 }, held]);
    for (const seat of [world.mentor, world.coordinator, world.admin])
      expect(await progress(seat)).toEqual([{ done: 3, whole: 4 }, null, held]);
    expect((await read(world.leader))!.rows[0]!.responsibleName).toMatch(/^Holder/);
  });
});
