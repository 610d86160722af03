import fc from "fast-check";
import { expect, it } from "vitest";
import { typicalCount } from "./peers.js";

it("tells what the others' share is of as many as one has", () => {
  expect(typicalCount(6, { numerator: 31, denominator: 44 })).toBe(4);
  expect(typicalCount(6, { numerator: 0, denominator: 44 })).toBe(0);
  expect(typicalCount(6, { numerator: 44, denominator: 44 })).toBe(6);
  // a half goes up, also where a share as a decimal would not be a half
  expect(typicalCount(3, { numerator: 1, denominator: 2 })).toBe(2);
  expect(typicalCount(5, { numerator: 7, denominator: 10 })).toBe(4);
});

it("makes no share of nothing", () => {
  expect(typicalCount(0, { numerator: 3, denominator: 4 })).toBeNull();
  expect(typicalCount(6, { numerator: 0, denominator: 0 })).toBeNull();
});

it("is never more than the whole, and off by a half at most", () => {
  const share = fc
    .integer({ min: 1, max: 5000 })
    .chain((denominator) =>
      fc.record({ numerator: fc.integer({ min: 0, max: denominator }), denominator: fc.constant(denominator) }),
    );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), share, (of, others) => {
      const typical = typicalCount(of, others)!;
      expect(typical).toBeGreaterThanOrEqual(0);
      expect(typical).toBeLessThanOrEqual(of);
      expect(Math.abs(typical - (of * others.numerator) / others.denominator)).toBeLessThanOrEqual(0.5 + 1e-9);
    }),
  );
});
