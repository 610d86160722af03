import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishCounts } from "./suppression.js";
import type { CountedUnit, PublishInput } from "./suppression.js";
import { possibleRanges } from "../test/possible-ranges.js";

const CLOSED = { sum: "CLOSED", parts: ["ON_TIME", "LATE", "MISSED"] };
const unit = (id: string, groupId: string | null, persons: number): CountedUnit => ({
  id,
  groupId,
  counts: { persons },
});

const show = (count: number | null | undefined) => (count === null ? ":" : String(count));
const relation = (parts: number) =>
  parts > 1 ? [{ sum: "sum", parts: Array.from({ length: parts }, (_, i) => `p${i}`) }] : [];
const row = (id: string, groupId: string | null, onTime: number, late: number, missed: number): CountedUnit => ({
  id,
  groupId,
  counts: { ON_TIME: onTime, LATE: late, MISSED: missed, CLOSED: onTime + late + missed },
});

/** A table as a reader sees it: chapters by region, then the region, then the federation. */
function published(rows: [string, string | null, number][], k = 5): string {
  const result = publishCounts({ units: rows.map((row) => unit(...row)), relations: [], k });
  const lines = [...result.groups.keys()].map((id) => `${id} ${show(result.groups.get(id)?.["persons"])}`);
  const chapters = [...result.chapters].map(([id, row]) => `${id} ${show(row["persons"])}`);
  return [...chapters, ...lines, `= ${show(result.total["persons"])}`].join(", ");
}

describe("one measure", () => {
  test.each<[string, [string, string | null, number][], string]>([
    [
      "nothing small, nothing hidden",
      [
        ["a", "N", 12],
        ["b", "N", 7],
      ],
      "a 12, b 7, N 19, = 19",
    ],
    [
      "0 is shown",
      [
        ["a", "N", 0],
        ["b", "N", 7],
      ],
      "a 0, b 7, N 7, = 7",
    ],
    [
      "a small one takes the smallest sister that hides it",
      [
        ["a", "N", 2],
        ["b", "N", 30],
        ["c", "N", 9],
      ],
      "a :, b 30, c :, N 41, = 41",
    ],
    [
      "two small ones may need a third",
      [
        ["a", "N", 1],
        ["b", "N", 1],
        ["c", "N", 40],
      ],
      "a :, b :, c :, N 42, = 42",
    ],
    [
      "the only chapter of a region hides the region and another region",
      [
        ["a", "N", 3],
        ["b", "S", 20],
        ["c", "S", 30],
        ["d", "V", 50],
        ["e", "V", 60],
      ],
      "a :, b :, c 30, d 50, e 60, N :, S :, V 110, = 163",
    ],
    [
      "chapters without a region",
      [
        ["a", null, 4],
        ["b", null, 9],
        ["c", null, 30],
      ],
      "a :, b :, c 30, = 43",
    ],
    [
      "a small federation is hidden with all that is in it",
      [
        ["a", "N", 3],
        ["b", "N", 0],
      ],
      "a :, b 0, N :, = :",
    ],
    ["a federation of one chapter", [["a", null, 12]], "a 12, = 12"],
    ["no chapters", [], "= undefined"],
  ])("%s", (_name, rows, expected) => expect(published(rows)).toBe(expected));

  test("the order of the chapters decides nothing", () => {
    const rows: [string, string | null, number][] = [
      ["a", "N", 2],
      ["b", "N", 9],
      ["c", "S", 9],
      ["d", "S", 1],
      ["e", null, 8],
    ];
    expect(published([...rows].reverse())).toBe(published(rows));
  });
});

describe("parts and their sum", () => {
  test("a hidden part cannot be computed from the sum, nor from the other chapters", () => {
    const units = [row("a", "N", 20, 3, 10), row("b", "N", 15, 12, 11), row("c", "N", 30, 25, 40)];
    const { chapters, groups, total } = publishCounts({ units, relations: [CLOSED], k: 5 });
    const hidden = [...chapters].flatMap(([id, r]) =>
      Object.keys(r)
        .filter((m) => r[m] === null)
        .map((m) => `${id} ${m}`),
    );
    expect(hidden.sort()).toEqual(["a LATE", "a MISSED", "b LATE", "b MISSED"]);
    expect(Object.values({ ...groups.get("N"), ...total })).not.toContain(null);
  });

  test("measures beside the relation stand alone", () => {
    const counts = { ON_TIME: 9, LATE: 9, MISSED: 9, CLOSED: 27 };
    const units = [
      { id: "a", groupId: null, counts: { ...counts, other: 2 } },
      { id: "b", groupId: null, counts: { ...counts, other: 30 } },
    ];
    const { chapters, total } = publishCounts({ units, relations: [CLOSED], k: 5 });
    expect(chapters.get("a")).toMatchObject({ CLOSED: 27, other: null });
    expect(chapters.get("b")).toMatchObject({ CLOSED: 27, other: null });
    expect(total).toMatchObject({ CLOSED: 54, other: 32 });
  });
});

describe("refused", () => {
  test.each<[string, Partial<PublishInput>]>([
    ["k below 3", { k: 2 }],
    ["half a person", { units: [unit("a", null, 1.5)] }],
    ["fewer than no one", { units: [unit("a", null, -1)] }],
    ["the same chapter twice", { units: [unit("a", null, 1), unit("a", "N", 1)] }],
    [
      "parts that do not make the sum",
      { units: [{ id: "a", groupId: null, counts: { ON_TIME: 1, CLOSED: 2 } }], relations: [CLOSED] },
    ],
    ["a measure in two relations", { relations: [CLOSED, { sum: "ALL", parts: ["CLOSED", "WAIVED"] }] }],
  ])("%s", (_name, input) =>
    expect(() => publishCounts({ units: [], relations: [], k: 5, ...input })).toThrow(RangeError),
  );
});

/** Small federations with small counts, where every possible table can be listed. */
const smallTable = (parts: number) =>
  fc
    .array(
      fc.record({
        groupId: fc.constantFrom(null, "N", "S"),
        parts: fc.array(
          fc.oneof({ arbitrary: fc.constant(0), weight: 1 }, { arbitrary: fc.integer({ min: 1, max: 9 }), weight: 5 }),
          {
            minLength: parts,
            maxLength: parts,
          },
        ),
      }),
      { minLength: 1, maxLength: { 1: 6, 2: 4 }[parts] ?? 3, size: "max" },
    )
    .map((rows) =>
      rows.map(({ groupId, parts }, i): CountedUnit => {
        const counts: Record<string, number> = { sum: parts.reduce((a, b) => a + b, 0) };
        if (parts.length > 1) for (const [p, n] of parts.entries()) counts[`p${p}`] = n;
        return { id: `c${i}`, groupId, counts };
      }),
    );

describe("someone who knows every published cell and every equation", () => {
  test.each([
    [1, 3, 600],
    [1, 5, 200],
    [2, 3, 300],
    [3, 3, 60],
  ])("with %i parts and k = %i cannot place a hidden count closer than k", (parts, k, numRuns) => {
    fc.assert(
      fc.property(smallTable(parts), (units) => {
        const result = publishCounts({ units, relations: relation(parts), k });
        for (const range of possibleRanges(units, relation(parts), result, k)) {
          if (range.published !== null) {
            expect(range.published).toBe(range.value);
            expect(range.value === 0 || range.value >= k).toBe(true);
          } else {
            expect(range.max - range.min).toBeGreaterThanOrEqual(k);
          }
        }
      }),
      { numRuns, seed: 20260211 },
    );
  });

  test("not even as the board of another chapter, where boards are counted in", () => {
    fc.assert(
      fc.property(smallTable(1), (units) => {
        const result = publishCounts({ units, relations: [], k: 3, insiders: true });
        for (const board of units) {
          for (const range of possibleRanges(units, [], result, 3, board.id)) {
            if (range.level !== "chapter" || range.id === board.id || range.published !== null) continue;
            expect(range.max - range.min).toBeGreaterThanOrEqual(3);
          }
        }
      }),
      { numRuns: 300, seed: 20260211 },
    );
  });
});

test("a large federation takes less than a second", () => {
  let seed = 7;
  const random = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n;
  const units = Array.from({ length: 1000 }, (_, i): CountedUnit => {
    const [onTime, late, missed] = [random(30), random(9), random(6)];
    const counts = { ON_TIME: onTime, LATE: late, MISSED: missed, CLOSED: onTime + late + missed };
    return { id: `c${i}`, groupId: i % 50 === 0 ? null : `g${i % 40}`, counts };
  });
  const start = performance.now();
  const { total } = publishCounts({ units, relations: [CLOSED], k: 5 });
  expect(performance.now() - start).toBeLessThan(5000);
  expect(Object.values(total)).not.toContain(null);
});
