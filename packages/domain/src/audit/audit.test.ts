import { describe, expect, test } from "vitest";
import { publishCounts } from "../suppression.js";
import type { CountedUnit, PublishedCounts } from "../suppression.js";
import {
  boardsOf,
  cellName,
  ContradictionError,
  knowledgeOf,
  narrowCells,
  randomFederation,
  tellsOfFew,
  truthOf,
} from "./index.js";
import type { AuditCount, AuditUnit, PublishedTables } from "./index.js";

const K = 5;
const OUTCOMES = ["ON_TIME", "LATE", "MISSED"];
const MEASURES = [...OUTCOMES, "CLOSED"];
const CLOSED = { sum: "CLOSED", parts: OUTCOMES };
const organizationId = "federation";

function listed(published: PublishedCounts): AuditCount[] {
  const rows = [...published.chapters, ...published.groups, [organizationId, published.total] as const];
  return rows.flatMap(([unitId, row]) => Object.entries(row).map(([measure, value]) => ({ unitId, measure, value })));
}

type Federation = { chapters: AuditUnit[]; exact: Map<string, Record<string, number>> };

function publish({ chapters, exact }: Federation, k = K): PublishedTables {
  const units = chapters.map(({ id, regionId }): CountedUnit => ({ id, groupId: regionId, counts: exact.get(id)! }));
  const counts = listed(publishCounts({ units, relations: [CLOSED], k, insiders: true }));
  return { organizationId, chapters, counts, sums: [CLOSED] };
}

/** what anybody, and each board, can place among the few */
function leaks(tables: PublishedTables, exact: Federation["exact"], k = K) {
  const truth = truthOf(tables, exact);
  const insiders = boardsOf(tables, MEASURES);
  return narrowCells(knowledgeOf(tables), { width: k, truth, insiders }).filter((cell) => tellsOfFew(cell, k));
}

function outcomes(seed: string): Federation {
  const { chapters, sizes, pick } = randomFederation(seed);
  const exact = new Map(
    chapters.map(({ id }) => {
      const parts = OUTCOMES.map((_, i) => pick(Math.ceil((sizes.get(id) ?? 0) / (1 + i))));
      const closed = parts.reduce((a, b) => a + b, 0);
      return [id, Object.fromEntries([...OUTCOMES.map((m, i) => [m, parts[i]!]), ["CLOSED", closed]])];
    }),
  );
  return { chapters, exact };
}

const chapter = (onTime: number, late: number, missed: number) => ({
  ON_TIME: onTime,
  LATE: late,
  MISSED: missed,
  CLOSED: onTime + late + missed,
});
const SMALL: Federation = {
  chapters: ["a", "b", "c", "d", "e", "f"].map((id, i) => ({ id, regionId: i < 4 ? "east" : "west" })),
  exact: new Map([
    ["a", chapter(20, 3, 10)],
    ["b", chapter(15, 12, 11)],
    ["c", chapter(30, 25, 40)],
    ["d", chapter(21, 13, 14)],
    ["e", chapter(30, 28, 17)],
    ["f", chapter(41, 23, 19)],
  ]),
};

describe("the auditor", () => {
  const two = (shown: (number | null)[]): PublishedTables => ({
    organizationId,
    chapters: [
      { id: "a", regionId: null },
      { id: "b", regionId: null },
    ],
    counts: ["a", "b", organizationId].map((unitId, i) => ({ unitId, measure: "n", value: shown[i]! })),
  });
  const found = (tables: PublishedTables) =>
    narrowCells(knowledgeOf(tables), { width: K }).map(({ cell, low, high }) => `${cell} ${low}-${high}`);

  test.each<[string, (number | null)[], string[]]>([
    ["solves what is left of a total", [null, 20, 23], ["/a/n 3-3"]],
    ["solves two that make nobody", [null, null, 0], ["/a/n 0-0", "/b/n 0-0"]],
    ["places two in a small total", [null, null, 4], ["/a/n 0-4", "/b/n 0-4"]],
    ["cannot place two in a large one", [null, null, 9], []],
    ["cannot place what has no total", [null, 20, null], []],
  ])("%s", (_name, shown, expected) => expect(found(two(shown)).sort()).toEqual(expected));

  test("hears what a board knows of its own, and only that", () => {
    const tables = two([null, null, 12]);
    const truth = new Map([
      [cellName("a", "n"), 9],
      [cellName("b", "n"), 3],
      [cellName(organizationId, "n"), 12],
    ]);
    const insiders = boardsOf(tables, ["n"]);
    expect(narrowCells(knowledgeOf(tables), { width: K, truth, insiders })).toEqual([
      { cell: "/b/n", low: 3, high: 3, insider: "a" },
      { cell: "/a/n", low: 9, high: 9, insider: "b" },
    ]);
  });

  test("says when what is published cannot be true", () => {
    expect(() => found(two([4, 20, 23]))).toThrow(ContradictionError);
    const truth = new Map([[cellName("a", "n"), 1]]);
    expect(() => narrowCells(knowledgeOf(two([null, null, 9])), { width: K, truth })).toThrow(ContradictionError);
  });
});

describe("planted leaks", () => {
  const tables = publish(SMALL);
  const hidden = tables.counts.filter(({ value }) => value === null);
  const exactOf = ({ unitId, measure }: AuditCount) => truthOf(tables, SMALL.exact).get(cellName(unitId, measure)) ?? 0;

  test("without one the table is green, and hides no more than it must", () => {
    expect(leaks(tables, SMALL.exact)).toEqual([]);
    expect(hidden.length).toBeGreaterThan(2);
    expect(hidden.length).toBeLessThan(tables.counts.length / 2);
  });

  test("each hidden count shown again turns it red", () => {
    for (const plant of hidden) {
      const counts = tables.counts.map((one) => (one === plant ? { ...one, value: exactOf(one) } : one));
      const small = exactOf(plant) < K;
      // a count of the few that stands open needs no working out
      expect(small || leaks({ ...tables, counts }, SMALL.exact).length > 0, `${plant.unitId} ${plant.measure}`).toBe(
        true,
      );
    }
  });

  test("a sum published beside turns it red", () => {
    const sums = [CLOSED, { sum: "DONE", parts: ["ON_TIME", "LATE"] }];
    const done = (row: Record<string, number>) => row["ON_TIME"]! + row["LATE"]!;
    const exact = new Map([...SMALL.exact].map(([id, row]) => [id, { ...row, DONE: done(row) }]));
    const counts = [...tables.counts, { unitId: "a", measure: "DONE", value: done(SMALL.exact.get("a")!) }];
    expect(leaks({ ...tables, sums }, exact)).toEqual([]);
    expect(leaks({ ...tables, sums, counts }, exact).length).toBeGreaterThan(0);
  });

  test("a percentage beside its denominator turns it red", () => {
    const shares = [{ unitId: "a", part: "LATE", of: "CLOSED", percent: Math.round((100 * 3) / 33) }];
    const counts = tables.counts;
    expect(counts.find(({ unitId, measure }) => unitId === "a" && measure === "CLOSED")?.value).toBe(33);
    expect(leaks({ ...tables, shares }, SMALL.exact).length).toBeGreaterThan(0);
  });
});

test("nothing can be worked out of what a thousand federations publish, from outside or from any board", () => {
  let cells = 0;
  let shown = 0;
  for (let i = 0; i < 1000; i++) {
    const k = i % 4 === 0 ? 3 : K;
    const federation = outcomes(`outcomes ${i}`);
    const tables = publish(federation, k);
    expect(leaks(tables, federation.exact, k), `federation ${i}`).toEqual([]);
    for (const { value } of tables.counts) {
      expect(value === null || value === 0 || value >= k).toBe(true);
      cells += 1;
      if (value !== null) shown += 1;
    }
  }
  // were everything hidden, nothing could leak either
  expect(shown / cells).toBeGreaterThan(0.3);
}, 120_000);
