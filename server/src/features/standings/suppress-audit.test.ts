import { boardsOf, knowledgeOf, narrowCells, randomFederation, tellsOfFew, truthOf } from "@varde/domain/audit";
import type { PublishedTables } from "@varde/domain/audit";
import { expect, test } from "vitest";
import { suppress } from "./suppress.js";
import type { PublishedCount } from "./release.js";
import { FIRST_RELEASE, unitOf } from "./release.testing.js";

// An auditor that shares nothing with the suppression tries to work out what is hidden, with everything that is published of
// one template about members at once: outcomes, what is worked out of them, and the answers to two questions.

const OUTCOMES = ["ON_TIME", "LATE", "MISSED"];
const MUST = ["field:must:true", "field:must:false"];
const MAY = ["field:may:a", "field:may:b", "field:may:c"];
const organizationId = "federation";

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

type Unit = { id: string; regionId: string | null; counts: Record<string, number> };
type World = { units: Unit[]; exact: Map<string, Record<string, number>> };

/** how many of `n` chose each of `options`, by chance */
function spread(n: number, options: readonly string[], pick: (most: number) => number): Record<string, number> {
  let left = n;
  return Object.fromEntries(
    options.map((option, i) => {
      const count = i === options.length - 1 ? left : pick(left);
      left -= count;
      return [option, count];
    }),
  );
}

function worldOf(seed: string): World {
  const { chapters, sizes, pick } = randomFederation(seed);
  const units = chapters.map(({ id, regionId }): Unit => {
    const parts = OUTCOMES.map((_, i) => pick(Math.ceil((sizes.get(id) ?? 0) / (1 + i))));
    const done = parts[0]! + parts[1]!;
    const counts = Object.fromEntries(OUTCOMES.map((measure, i) => [measure, parts[i]!]));
    // some questions are answered in every report, others in some
    return { id, regionId, counts: { ...counts, ...spread(done, MUST, pick), ...spread(pick(done), MAY, pick) } };
  });
  const exact = new Map(
    units.map(({ id, counts }) => {
      const of = (measures: readonly string[]) => sum(measures.map((measure) => counts[measure] ?? 0));
      const worked = {
        CLOSED: of(OUTCOMES),
        DONE: of(["ON_TIME", "LATE"]),
        LATE_OR_MISSED: of(["LATE", "MISSED"]),
        "field:may:answered": of(MAY),
      };
      return [id, { ...counts, ...worked }];
    }),
  );
  return { units, exact };
}

const released = (units: readonly Unit[], k: number) =>
  suppress({
    organizationId,
    aboutMember: true,
    units: units.map(({ id, regionId, counts }) => unitOf(id, regionId, counts)),
    k,
    ...FIRST_RELEASE,
  });

const tablesOf = (units: readonly Unit[], counts: readonly PublishedCount[]): PublishedTables => ({
  organizationId,
  chapters: units.map(({ id, regionId }) => ({ id, regionId })),
  counts,
  sums: [
    { sum: "CLOSED", parts: OUTCOMES },
    { sum: "DONE", parts: ["ON_TIME", "LATE"] },
    { sum: "LATE_OR_MISSED", parts: ["LATE", "MISSED"] },
    { sum: "DONE", parts: MUST },
    { sum: "field:may:answered", parts: MAY },
  ],
  atMost: [{ part: "field:may:answered", whole: "DONE" }],
});

function leaks({ units, exact }: World, counts: readonly PublishedCount[], k: number, seed: number) {
  const tables = tablesOf(units, counts);
  const boards = boardsOf(tables, [...new Set([...exact.values()].flatMap((row) => Object.keys(row)))]);
  // one board of each: all of them of every federation would take minutes
  const insiders = new Map([...boards].filter((_, i) => i === seed % boards.size));
  const found = narrowCells(knowledgeOf(tables), { width: k, truth: truthOf(tables, exact), insiders });
  return found.filter((cell) => tellsOfFew(cell, k));
}

test("an answer that is shown again turns it red", () => {
  const chapters = ["a", "b", "c", "d"];
  const truth = [2, 9, 12, 30];
  const units = chapters.map((id, i): Unit => {
    const counts = {
      ON_TIME: 40,
      LATE: 0,
      MISSED: 0,
      "field:must:true": 40 - truth[i]!,
      "field:must:false": truth[i]!,
    };
    return { id, regionId: "east", counts };
  });
  const exact = new Map(
    units.map(({ id, counts }) => [
      id,
      { ...counts, CLOSED: 40, DONE: 40, LATE_OR_MISSED: 0, "field:may:answered": 0 },
    ]),
  );
  const counts = released(units, 5);
  const hidden = counts.filter(({ value }) => value === null);
  expect(new Set(hidden.map(({ unitId }) => unitId))).toEqual(new Set(["a", "b", "c"]));
  for (const seed of [0, 1]) expect(leaks({ units, exact }, counts, 5, seed)).toEqual([]);
  const shown = (ids: string[]) =>
    counts.map((one) =>
      ids.includes(one.unitId) ? { ...one, value: exact.get(one.unitId)![one.measure as "DONE"]! } : one,
    );
  expect(leaks({ units, exact }, shown(["b", "c"]), 5, 0).length).toBeGreaterThan(0);
  // a board that knows its own needs only one more
  const boards = [0, 1, 2, 3].flatMap((seed) => leaks({ units, exact }, shown(["c"]), 5, seed));
  expect(boards.some(({ insider }) => insider === "b")).toBe(true);
});

test("of a thousand federations' outcomes and answers nothing can be worked out, from outside or from a board", () => {
  let [cells, shown, answers] = [0, 0, 0];
  for (let i = 0; i < 1000; i++) {
    const k = i % 4 === 0 ? 3 : 5;
    const world = worldOf(`answers ${i}`);
    const counts = released(world.units, k);
    expect(leaks(world, counts, k, i), `federation ${i}`).toEqual([]);
    for (const { measure, value } of counts) {
      expect(value === null || value === 0 || value >= k).toBe(true);
      cells += 1;
      if (value === null) continue;
      shown += 1;
      if (measure.startsWith("field:")) answers += 1;
    }
  }
  // were everything hidden, nothing could leak either
  expect(shown / cells).toBeGreaterThan(0.3);
  expect(answers).toBeGreaterThan(1000);
}, 240_000);
