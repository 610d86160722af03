import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tellsOverTime } from "./suppression-over-time.js";
import type { BlockWindow } from "./suppression-over-time.js";

const year = (last: number): BlockWindow => ({ from: last - 3, to: last });

describe("what several releases tell together", () => {
  test("one release of a year tells only the year", () => {
    expect(tellsOverTime([2, 1, 1, 3], [year(3)], 5)).toBe(false);
    // four of one year are placed exactly
    expect(tellsOverTime([2, 1, 0, 1], [year(3)], 5)).toBe(true);
    expect(tellsOverTime([0, 0, 0, 0], [year(3)], 5)).toBe(false);
  });

  test("in the first year nothing falls out, so the difference is the quarter", () => {
    expect(tellsOverTime([9, 3], [year(0)], 5)).toBe(false);
    expect(tellsOverTime([9, 3], [year(0), year(1)], 5)).toBe(true);
    expect(tellsOverTime([9, 6], [year(0), year(1)], 5)).toBe(false);
    // held back until what has been added is no longer few
    expect(tellsOverTime([9, 3, 3], [year(0), year(2)], 5)).toBe(false);
  });

  test("when a year rolls, what falls out blurs what comes in, as long as something can fall out", () => {
    expect(tellsOverTime([3, 3, 3, 3, 2], [year(3), year(4)], 5)).toBe(false);
    // nobody in the quarter that fell out, but that is not known
    expect(tellsOverTime([0, 9, 9, 9, 2], [year(3), year(4)], 5)).toBe(false);
    // it is when the year before the year was told too
    expect(tellsOverTime([0, 9, 9, 9, 2], [year(0), year(3), year(4)], 5)).toBe(true);
  });

  test("windows that do not overlap tell nothing of each other", () => {
    expect(tellsOverTime([1, 1, 2, 2, 2, 2, 1, 1], [year(3), year(7)], 5)).toBe(false);
  });

  test("a wider window after a narrower one tells what came before", () => {
    const wide = { from: -4, to: 4 };
    expect(tellsOverTime([2, 9, 9, 9, 9], [year(4), wide], 5)).toBe(true);
    expect(tellsOverTime([2, 9, 9, 9, 9], [wide], 5)).toBe(false);
  });

  test("is what trying every history gives", () => {
    const windows = fc.array(
      fc.tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: 0, max: 3 })).map(([a, b]) => ({ from: a, to: b })),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }), windows, (blocks, of) => {
        expect(tellsOverTime(blocks, of, 3)).toBe(tried(blocks, of, 3));
      }),
      { numRuns: 300 },
    );
  });
});

/** Every history with at most `TOP` in a block that agrees with what is released. What is not bounded reaches the top. */
const TOP = 8;
function tried(blocks: readonly number[], windows: readonly BlockWindow[], k: number): boolean {
  const sumOf = (of: readonly number[], from: number, to: number) =>
    of.slice(Math.max(0, from), to + 1).reduce((sum, n) => sum + n, 0);
  const released = windows.map(({ from, to }) => ({ from, to, count: sumOf(blocks, from, to) }));
  const ranges = new Map<string, [number, number]>();
  const history = [0, 0, 0, 0];
  const walk = (block: number): void => {
    if (block < 4) {
      for (history[block] = 0; history[block]! <= TOP; history[block]!++) walk(block + 1);
      return;
    }
    if (released.some(({ from, to, count }) => sumOf(history, from, to) !== count)) return;
    for (let from = 0; from < 4; from++) {
      for (let to = from; to < 4; to++) {
        const count = sumOf(history, from, to);
        const [low, high] = ranges.get(`${from}-${to}`) ?? [count, count];
        ranges.set(`${from}-${to}`, [Math.min(low, count), Math.max(high, count)]);
      }
    }
  };
  walk(0);
  return [...ranges].some(([name, [low, high]]) => {
    const [from, to] = name.split("-").map(Number);
    const count = sumOf(blocks, from!, to!);
    return high > 0 && count < k && high - low < k;
  });
}
