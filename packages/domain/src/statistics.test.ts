import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  MIN_JUDGED,
  median,
  medianDifference,
  medianInterval,
  shareDifference,
  shareInterval,
  verdict,
} from "./statistics.js";
import type { Share } from "./statistics.js";

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const share: fc.Arbitrary<Share> = fc
  .integer({ min: MIN_JUDGED, max: 3000 })
  .chain((n) => fc.record({ numerator: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
const minutes = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: MIN_JUDGED, maxLength: 60 });

describe("a share", () => {
  // Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%i of %i: %f to %f", (numerator, n, low, high) => {
    const found = shareInterval({ numerator, n });
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  test("lies in its interval, within 0 and 1, and the interval narrows inwards with more of the same", () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 2, max: 5 }), ({ numerator, n }, times) => {
        const found = shareInterval({ numerator, n });
        const more = shareInterval({ numerator: numerator * times, n: n * times });
        if (!found || !more) throw new Error("declined");
        const order = [0, found.low, more.low, found.estimate, more.high, found.high, 1];
        for (const [i, value] of order.entries()) expect(value).toBeGreaterThanOrEqual((order[i - 1] ?? 0) - 1e-12);
      }),
      { seed: 1 },
    );
  });
});

describe("a difference of two shares", () => {
  // Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10
  test.each([
    [48, 80, 56, 70, 0.0524, 0.3339],
    [3, 10, 9, 10, 0.1705, 0.809],
    [0, 29, 5, 56, -0.0381, 0.1926],
    [0, 20, 0, 10, -0.1611, 0.2775],
    [0, 10, 10, 10, 0.6075, 1],
  ])("from %i of %i to %i of %i: %f to %f", (x, m, y, n, low, high) => {
    const found = shareDifference({ numerator: x, n: m }, { numerator: y, n });
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  test("lies in its interval, within -1 and 1, and turns its sign when the two are swapped", () => {
    fc.assert(
      fc.property(share, share, fc.integer({ min: 2, max: 5 }), (before, after, times) => {
        const found = shareDifference(before, after);
        const swapped = shareDifference(after, before);
        const grown = ({ numerator, n }: Share) => ({ numerator: numerator * times, n: n * times });
        const more = shareDifference(grown(before), grown(after));
        if (!found || !swapped || !more) throw new Error("declined");
        const order = [-1, found.low, more.low, found.estimate, more.high, found.high, 1];
        for (const [i, value] of order.entries()) expect(value).toBeGreaterThanOrEqual((order[i - 1] ?? -1) - 1e-12);
        expect(swapped.low).toBeCloseTo(-found.high, 12);
        expect(swapped.high).toBeCloseTo(-found.low, 12);
      }),
      { seed: 2 },
    );
  });
});

describe("a median", () => {
  test.each([
    [[], null],
    [[7], 7],
    [[10, 9, 100], 10],
    [[4, 1, 3, 2], 2.5],
  ])("of %j is %s", (values, expected) => expect(median(values)).toBe(expected));

  // ranks of the 95 % interval: Conover 1999, Practical Nonparametric Statistics; Campbell & Gardner 1988, BMJ 296:1454, table
  test.each([
    [10, 2, 9],
    [15, 4, 12],
    [20, 6, 15],
    [30, 10, 21],
    [50, 18, 33],
    [100, 40, 61],
  ])("of %i lies between the values of rank %i and %i", (n, low, high) => {
    expect(medianInterval(upTo(n).reverse())).toEqual({ estimate: (n + 1) / 2, low, high });
  });

  test("of thousands is found where 2^-n has no number", () => {
    const found = medianInterval(upTo(5000));
    // the normal approximation of the ranks: n/2 -+ 1.96 sqrt(n)/2
    expect(found?.low).toBeCloseTo(2500 - 69.3, -1);
    expect(found?.high).toBeCloseTo(2501 + 69.3, -1);
  });

  test("lies in its interval, which is of values seen", () => {
    fc.assert(
      fc.property(minutes, (values) => {
        const found = medianInterval(values);
        if (!found) throw new Error("declined");
        expect(found.low).toBeLessThanOrEqual(found.estimate);
        expect(found.high).toBeGreaterThanOrEqual(found.estimate);
        expect(values).toEqual(expect.arrayContaining([found.low, found.high]));
      }),
      { seed: 3 },
    );
  });
});

describe("a difference of two medians", () => {
  test("is the same for the same seed and in any order, and near for another", () => {
    const before = upTo(40);
    const after = upTo(41).map((n) => n / 2);
    const found = medianDifference(before, after, "a");
    expect(found).toEqual({ estimate: -10, low: -16.5, high: -3.5 });
    expect(medianDifference(before.toReversed(), after.toReversed(), "a")).toEqual(found);
    const other = medianDifference(before, after, "b");
    expect(Math.abs((other?.low ?? 0) - (found?.low ?? 0))).toBeLessThan(2);
  });

  test("follows the exact distribution of the bootstrap", () => {
    // Efron 1979: P(median <= x(j)) = P(Bin(n, j/n) >= (n + 1) / 2) for odd n. For n = 11 against a constant the 2.5 % and
    // 97.5 % points are x(3) and x(9): P(median <= x(2)) = 0.011, P(median <= x(3)) = 0.056.
    const found = medianDifference(
      Array.from({ length: 11 }, () => 0),
      upTo(11),
      "exact",
    );
    expect(found).toEqual({ estimate: 6, low: 3, high: 9 });
  });

  test("lies in its interval, which shifts with the values", () => {
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: -50, max: 50 }), (before, after, shift) => {
        const found = medianDifference(before, after, "s");
        const moved = medianDifference(
          before,
          after.map((value) => value + shift),
          "s",
        );
        if (!found || !moved) throw new Error("declined");
        expect(found.low).toBeLessThanOrEqual(found.estimate);
        expect(found.high).toBeGreaterThanOrEqual(found.estimate);
        expect([moved.low - shift, moved.estimate - shift, moved.high - shift]).toEqual([
          found.low,
          found.estimate,
          found.high,
        ]);
      }),
      { seed: 4, numRuns: 30 },
    );
  });
});

describe("the verdict", () => {
  const interval = (low: number, high: number) => ({ estimate: (low + high) / 2, low, high });
  test.each([
    [interval(0.1, 0.2), "BETTER", "WORSE"],
    [interval(-0.2, -0.1), "WORSE", "BETTER"],
    [interval(-0.1, 0.3), "NO_CLEAR_DIFFERENCE", "NO_CLEAR_DIFFERENCE"],
    [interval(0, 0.3), "NO_CLEAR_DIFFERENCE", "NO_CLEAR_DIFFERENCE"],
    [null, "UNDECIDED", "UNDECIDED"],
  ])("of %j: higher is better %s, lower is better %s", (difference, higher, lower) => {
    expect(verdict(difference, "HIGHER_IS_BETTER")).toBe(higher);
    expect(verdict(difference, "LOWER_IS_BETTER")).toBe(lower);
  });

  test("is not given below ten on either side", () => {
    const [few, enough] = [
      { numerator: 9, n: 9 },
      { numerator: 10, n: 10 },
    ];
    expect([shareInterval(few), shareDifference(few, enough), shareDifference(enough, few)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(medianInterval(upTo(9))).toBeNull();
    expect([medianDifference(upTo(9), upTo(10), "s"), medianDifference(upTo(10), upTo(9), "s")]).toEqual([null, null]);
    expect(medianDifference(upTo(10), upTo(10), "s")).not.toBeNull();
  });
});
