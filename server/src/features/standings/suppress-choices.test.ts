import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visibleChoices } from "./suppress-choices.js";
import type { ChoiceRow } from "./suppress-choices.js";

const row = (id: string, ...options: number[]): ChoiceRow => ({ id, options, open: true });
const shown = (groups: [string | null, ChoiceRow[]][], k = 5) => {
  const {
    total,
    groups: regions,
    chapters,
  } = visibleChoices({ groups: new Map(groups), openGroups: new Set(groups.map(([id]) => id)), openTotal: true, k });
  return { total, regions: [...regions], chapters: [...chapters] };
};

describe("answers to one question", () => {
  test("large counts are shown at every level", () => {
    expect(shown([["east", [row("a", 10, 20), row("b", 30, 8)]]])).toEqual({
      total: true,
      regions: ["east"],
      chapters: ["a", "b"],
    });
  });
  test("a chapter of few is hidden with two others, so that neither board can subtract, and its region still counts it", () => {
    const east = [row("a", 2, 3), row("b", 9, 9), row("c", 40, 30), row("d", 10, 12)];
    expect(shown([["east", east]])).toEqual({ total: true, regions: ["east"], chapters: ["c"] });
  });
  test("a region of few takes two others with it, and the federation still counts it", () => {
    const groups: [string | null, ChoiceRow[]][] = [
      ["east", [row("a", 40, 30), row("b", 30, 20)]],
      ["west", [row("c", 20, 10)]],
      ["north", [row("d", 3, 2)]],
      ["south", [row("e", 12, 12)]],
    ];
    expect(shown(groups)).toEqual({ total: true, regions: ["east"], chapters: ["a", "b"] });
  });
  test("a chapter whose number of reports is hidden elsewhere is hidden here too", () => {
    const east = [{ ...row("a", 10, 20), open: false }, row("b", 9, 9), row("c", 40, 30), row("d", 10, 12)];
    expect(shown([["east", east]])).toEqual({ total: true, regions: ["east"], chapters: ["c"] });
  });
  test("a federation of few shows nothing", () => {
    expect(shown([["east", [row("a", 3, 20)]]])).toEqual({ total: false, regions: [], chapters: [] });
  });
});

/** every table of whole numbers with these row and column sums */
function* tables(rows: readonly number[], cols: readonly number[]): Generator<number[][]> {
  if (rows.length === 0) {
    if (cols.every((c) => c === 0)) yield [];
    return;
  }
  const [first, ...others] = rows as [number, ...number[]];
  for (let a = 0; a <= Math.min(first, cols[0]!); a++) {
    const b = first - a;
    if (b > cols[1]!) continue;
    for (const rest of tables(others, [cols[0]! - a, cols[1]! - b])) yield [[a, b], ...rest];
  }
}

test("whoever knows all sums and all shown rows cannot tell a hidden count of 1-4 better than its own reports tell", () => {
  const k = 5;
  const cells = fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(cells, (counts) => {
      const rows = counts.map(([a, b], i) => row(`c${i}`, a, b));
      const { groups, chapters } = visibleChoices({
        groups: new Map([["east", rows]]),
        openGroups: new Set(["east"]),
        openTotal: true,
        k,
      });
      if (!groups.has("east")) return;
      const hidden = rows.filter((one) => !chapters.has(one.id));
      for (const one of rows) if (chapters.has(one.id)) expect(one.options.every((n) => n === 0 || n >= k)).toBe(true);
      const rowSums = hidden.map((one) => one.options[0]! + one.options[1]!);
      const colSums = [0, 1].map((o) => hidden.reduce((n, one) => n + one.options[o]!, 0));
      const seen = hidden.map(() => [new Set<number>(), new Set<number>()] as const);
      for (const table of tables(rowSums, colSums)) {
        for (const [i, cellsOfRow] of table.entries()) for (const o of [0, 1] as const) seen[i]![o].add(cellsOfRow[o]!);
      }
      for (const [i, possible] of seen.entries()) {
        for (const o of [0, 1] as const) {
          const values = [...possible[o]];
          const width = Math.max(...values) - Math.min(...values);
          const untold = Math.min(...values) === 0 && Math.max(...values) === rowSums[i];
          expect(width >= k || untold || colSums[o] === 0).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});
