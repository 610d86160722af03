import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SIZE_CLASSES, drawStratified, sizeClassOf } from "./random-draw.js";
import type { DrawUnit } from "./random-draw.js";
import { seededRandom } from "./seeded-random.js";

const group = (stratum: string, size: number): DrawUnit[] =>
  Array.from({ length: size }, (_, i) => ({ id: `${stratum}${String(i).padStart(2, "0")}`, stratum }));

/** Sum of squared distances from the same number for all, over that number: chi-square with one degree less than the cells. */
function chiSquare(observed: readonly number[]): number {
  const expected = observed.reduce((sum, n) => sum + n, 0) / observed.length;
  return observed.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

function tally(units: readonly DrawUnit[], take: number, seeds: number): number[] {
  const times = new Map(units.map(({ id }) => [id, 0]));
  for (let seed = 0; seed < seeds; seed++) {
    for (const id of drawStratified(units, take, `seed ${seed}`)) times.set(id, (times.get(id) ?? 0) + 1);
  }
  return [...times.values()];
}

describe("a size class", () => {
  test.each([
    [0, "SMALL"],
    [29, "SMALL"],
    [30, "MEDIUM"],
    [99, "MEDIUM"],
    [100, "LARGE"],
    [5000, "LARGE"],
  ] as const)("%i members: %s", (members, expected) => {
    expect(sizeClassOf(members)).toBe(expected);
    const { min, max } = SIZE_CLASSES[expected];
    expect(members >= min && (max === null || members <= max)).toBe(true);
  });
});

describe("a draw", () => {
  const federation = [...group("SMALL", 8), ...group("MEDIUM", 5), ...group("LARGE", 2)];

  test("stays what it was: a kept seed proves it", () => {
    expect(drawStratified(federation, 7, "2026-11-23")).toEqual([
      "LARGE01",
      "MEDIUM00",
      "MEDIUM04",
      "SMALL00",
      "SMALL01",
      "SMALL02",
      "SMALL05",
    ]);
  });

  test.each([
    ["nothing", 0, []],
    ["all", 15, federation.map(({ id }) => id).sort()],
    ["more than there are", 99, federation.map(({ id }) => id).sort()],
  ])("of %s", (_name, take, expected) => expect(drawStratified(federation, take, "s")).toEqual(expected));

  test("refuses what cannot be drawn", () => {
    expect(() => drawStratified(federation, 1.5, "s")).toThrow(RangeError);
    expect(() => drawStratified(federation, -1, "s")).toThrow(RangeError);
    expect(() => drawStratified([...federation, ...federation], 3, "s")).toThrow(RangeError);
  });

  test("has its size, each stratum in proportion, and does not see the order of the units", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sizes, fc.nat({ max: 70 }), fc.string(), fc.infiniteStream(fc.nat()), (sizes, take, seed, noise) => {
        const units = sizes.flatMap((size, i) => group(`s${i}-`, size));
        const drawn = drawStratified(units, take, seed);
        expect(new Set(drawn).size).toBe(Math.min(take, units.length));
        for (const [i, size] of sizes.entries()) {
          const n = drawn.filter((id) => id.startsWith(`s${i}-`)).length;
          expect(Math.abs(n - (drawn.length * size) / units.length)).toBeLessThan(1);
        }
        const order = new Map(units.map(({ id }) => [id, noise.next().value]));
        const mixed = units.toSorted((a, b) => Number(order.get(a.id)) - Number(order.get(b.id)));
        expect(drawStratified(mixed, take, seed)).toEqual(drawn);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test("favours nobody within a stratum, nor the first name among equal strata", () => {
    // 0.1 % limits of chi-square: 37.7 with 15 degrees of freedom, 16.3 with 3
    expect(chiSquare(tally(group("A", 16), 5, 2000))).toBeLessThan(37.7);
    const equal = ["A", "B", "C", "D"].flatMap((stratum) => group(stratum, 4));
    const times = tally(equal, 6, 2000);
    expect(chiSquare(times)).toBeLessThan(37.7);
    expect(chiSquare([0, 4, 8, 12].map((i) => times.slice(i, i + 4).reduce((sum, n) => sum + n, 0)))).toBeLessThan(
      16.3,
    );
  });
});

describe("seeded chance", () => {
  test("is spread evenly, also over seeds that resemble each other", () => {
    const one = seededRandom("one");
    const cells = Array.from({ length: 16 }, () => 0);
    const firsts = Array.from({ length: 16 }, () => 0);
    for (let i = 0; i < 16_000; i++) {
      const cell = Math.floor(one() * 16);
      const first = Math.floor(seededRandom(`2026-${i}`)() * 16);
      cells[cell] = (cells[cell] ?? 0) + 1;
      firsts[first] = (firsts[first] ?? 0) + 1;
    }
    expect(chiSquare(cells)).toBeLessThan(37.7);
    expect(chiSquare(firsts)).toBeLessThan(37.7);
  });
});
