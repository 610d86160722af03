import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FUNNEL_MIN, FUNNEL_NORMAL_FROM, FUNNEL_ZONES, funnelJudgement, funnelLimits, pooledCounts } from "./funnel.js";
import type { FunnelCounts, FunnelLimits } from "./funnel.js";
import { seededRandom } from "./seeded-random.js";

const of = (numerator: number, denominator: number): FunnelCounts => ({ numerator, denominator });
const limitsOf = (all: FunnelCounts, n: number): FunnelLimits => {
  const limits = funnelLimits(all, n);
  if (!limits) throw new Error("declined");
  return limits;
};
/** A pooled share that is neither 0 nor 1. */
const share = fc
  .integer({ min: 2, max: 2000 })
  .chain((denominator) => fc.integer({ min: 1, max: denominator - 1 }).map((numerator) => of(numerator, denominator)));
const small = fc.integer({ min: FUNNEL_MIN, max: FUNNEL_NORMAL_FROM - 1 });
const large = fc.integer({ min: FUNNEL_NORMAL_FROM, max: 5000 });
const zoneAt = (all: FunnelCounts, x: number, n: number) => funnelJudgement(all, of(x, n))?.zone;

describe("published limits", () => {
  /*
   * The sign test is a funnel around 1/2. Critical values at 5 %, two-sided, first tabled by Dixon & Mood 1946, Journal of the American
   * Statistical Association 41:557-566. Those of 10 to 25 are read off Triola, Elementary Statistics, table A-7, column «.025 (one
   * tail), .05 (two tails)»; the last four, beyond that table, rest on the computation in whole numbers below.
   */
  test.each([
    [10, 1],
    [11, 1],
    [12, 2],
    [13, 2],
    [14, 2],
    [15, 3],
    [16, 3],
    [17, 4],
    [18, 4],
    [19, 4],
    [20, 5],
    [21, 5],
    [22, 5],
    [23, 6],
    [24, 6],
    [25, 7],
    [26, 7],
    [27, 7],
    [28, 8],
    [29, 8],
  ])("the sign test of %i: %i or fewer is outside", (n, critical) => {
    expect(limitsOf(of(1, 2), n).expected.counts).toEqual({ low: critical + 1, high: n - critical - 1 });
  });

  /*
   * Limits read off cumulative probabilities of four decimals, P(X <= r), as the tables of the binomial distribution print them: the
   * last at or under the tail and the first over it, on each side. The probabilities themselves are checked below.
   */
  test.each([
    [1, 2, 10, [2, 8], [1, 9]],
    [1, 2, 20, [6, 14], [3, 17]],
    [3, 10, 20, [2, 10], [1, 13]],
    [1, 10, 25, [0, 6], [0, 8]],
  ])("%i / %i of %i", (numerator, denominator, n, [low, high], [rareLow, rareHigh]) => {
    const { expected, rare } = limitsOf(of(numerator, denominator), n);
    expect(expected.counts).toEqual({ low, high });
    expect(rare.counts).toEqual({ low: rareLow, high: rareHigh });
  });

  // the formula of Spiegelhalter 2005, p ± z·sqrt(p(1-p)/n), computed by hand: sqrt(.2·.8/100) = .04, sqrt(.5·.5/100) = .05
  test.each([
    [1, 5, 100, 0.1216, 0.2784, 0.0764, 0.3236],
    [1, 2, 100, 0.402, 0.598, 0.3455, 0.6545],
    [1, 50, 49, 0, 0.0592, 0, 0.0818],
  ])("normal limits of %i / %i at %i", (numerator, denominator, n, low, high, rareLow, rareHigh) => {
    const { expected, rare } = limitsOf(of(numerator, denominator), n);
    expect([expected.shares.low, expected.shares.high, rare.shares.low, rare.shares.high]).toEqual(
      [low, high, rareLow, rareHigh].map((value) => expect.closeTo(value, 6) as number),
    );
  });
});

describe("an independent computation, in whole numbers", () => {
  const choose = (n: bigint, r: bigint): bigint => (r === 0n ? 1n : (choose(n, r - 1n) * (n - r + 1n)) / r);
  /** P(X <= r), X ~ Bin(n, a / b), as a numerator over b^n. */
  const upTo = (n: number, r: number, a: bigint, b: bigint): bigint => {
    let sum = 0n;
    for (let i = 0n; i <= BigInt(r); i++) sum += choose(BigInt(n), i) * a ** i * (b - a) ** (BigInt(n) - i);
    return sum;
  };
  /** The counts that neither tail holds: each has more than 1 / `parts` at or beyond it, on both sides. */
  const within = (n: number, a: bigint, b: bigint, parts: bigint): number[] =>
    Array.from({ length: n + 1 }, (_, r) => r).filter((r) => {
      const atOrBelow = upTo(n, r, a, b);
      const atOrAbove = b ** BigInt(n) - (r === 0 ? 0n : upTo(n, r - 1, a, b));
      return atOrBelow * parts > b ** BigInt(n) && atOrAbove * parts > b ** BigInt(n);
    });

  // four decimals, as printed; by symmetry those of 1/2 stand for the upper side too
  test.each([
    [10, 1, 2, { 0: 0.001, 1: 0.0107, 2: 0.0547 }],
    [20, 1, 2, { 2: 0.0002, 3: 0.0013, 5: 0.0207, 6: 0.0577 }],
    [20, 3, 10, { 0: 0.0008, 1: 0.0076, 2: 0.0355, 9: 0.952, 10: 0.9829, 12: 0.9987, 13: 0.9997 }],
    [25, 1, 10, { 0: 0.0718, 5: 0.9666, 6: 0.9905, 7: 0.9977, 8: 0.9995 }],
  ])("gives what the tables print for %i, %i / %i", (n, a, b, printed) => {
    for (const [r, probability] of Object.entries(printed)) {
      const tenThousandths = (2n * 10_000n * upTo(n, Number(r), BigInt(a), BigInt(b))) / BigInt(b) ** BigInt(n);
      expect(Number((tenThousandths + 1n) / 2n) / 10_000).toBe(probability);
    }
  });

  test("gives the same exact limits", () => {
    fc.assert(
      fc.property(share, small, (all, n) => {
        const { expected, rare } = limitsOf(all, n);
        const [a, b] = [BigInt(all.numerator), BigInt(all.denominator)];
        for (const [band, parts] of [
          [expected, 40n],
          [rare, 1000n],
        ] as const) {
          const inside = within(n, a, b, parts);
          expect(band.counts).toEqual({ low: inside[0], high: inside.at(-1) });
        }
      }),
      { numRuns: 150 },
    );
  });

  test("gives the same normal limits: n·(x/n - p)² against z²·p·(1-p)", () => {
    fc.assert(
      fc.property(share, large, fc.double({ min: 0, max: 1, noNaN: true }), (all, n, at) => {
        const x = Math.round(at * n);
        const [a, b, count, size] = [all.numerator, all.denominator, x, n].map(BigInt) as [
          bigint,
          bigint,
          bigint,
          bigint,
        ];
        const distance = count * b - size * a;
        // both sides times n·b²; z² = 1.96² and 3.09², in ten-thousandths
        const beyond = (square: bigint): boolean => distance ** 2n * 10_000n > square * a * (b - a) * size;
        const side = distance < 0n ? "BELOW" : "ABOVE";
        expect(zoneAt(all, x, n)).toBe(beyond(95_481n) ? `FAR_${side}` : beyond(38_416n) ? side : "INSIDE");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what always holds", () => {
  test("99.8 % holds 95 %, within 0 and 1, with the pooled share inside", () => {
    fc.assert(
      fc.property(share, fc.oneof(small, large), (all, n) => {
        const { expected, rare } = limitsOf(all, n);
        const p = all.numerator / all.denominator;
        const shares = [0, rare.shares.low, expected.shares.low, expected.shares.high, rare.shares.high, 1];
        for (const [i, value] of shares.entries()) expect(value).toBeGreaterThanOrEqual((shares[i - 1] ?? 0) - 1e-12);
        // of few the pooled share may lie between two counts; the counts around it are inside
        expect(expected.counts.low).toBeLessThanOrEqual(Math.ceil(n * p));
        expect(expected.counts.high).toBeGreaterThanOrEqual(Math.floor(n * p));
      }),
    );
  });

  test("narrows with n: an exact limit moves by nothing or one, a normal one inwards", () => {
    fc.assert(
      fc.property(share, fc.integer({ min: FUNNEL_MIN, max: FUNNEL_NORMAL_FROM - 2 }), large, (all, n, many) => {
        for (const level of ["expected", "rare"] as const) {
          const [now, next] = [limitsOf(all, n)[level].counts, limitsOf(all, n + 1)[level].counts];
          expect([0, 1]).toContain(next.low - now.low);
          expect([0, 1]).toContain(next.high - now.high);
          const [wide, narrow] = [limitsOf(all, many)[level].shares, limitsOf(all, many + 1)[level].shares];
          expect(narrow.low).toBeGreaterThanOrEqual(wide.low);
          expect(narrow.high).toBeLessThanOrEqual(wide.high);
        }
      }),
    );
  });

  test("says of those who did not the mirrored thing", () => {
    fc.assert(
      fc.property(share, fc.oneof(small, large), fc.double({ min: 0, max: 1, noNaN: true }), (all, n, at) => {
        const x = Math.round(at * n);
        const others = of(all.denominator - all.numerator, all.denominator);
        const zone = zoneAt(all, x, n);
        const mirrored = zoneAt(others, n - x, n);
        expect(FUNNEL_ZONES.indexOf(mirrored!)).toBe(FUNNEL_ZONES.length - 1 - FUNNEL_ZONES.indexOf(zone!));
      }),
    );
  });

  test("climbs through the zones with the count", () => {
    fc.assert(
      fc.property(share, small, (all, n) => {
        const zones = Array.from({ length: n + 1 }, (_, x) => FUNNEL_ZONES.indexOf(zoneAt(all, x, n)!));
        expect(zones).toEqual(zones.toSorted((a, b) => a - b));
      }),
    );
  });

  test.each([
    [0.5, 12, 0.05, 0.002],
    [0.74, 27, 0.05, 0.002],
    [0.9, 15, 0.05, 0.002],
    // normal limits: near the level, not under it
    [0.74, 64, 0.07, 0.006],
    [0.5, 200, 0.065, 0.005],
  ])("puts few outside by chance alone: share %f, %i each", (p, n, outside, far) => {
    const random = seededRandom(`${p} of ${n}`);
    const runs = 20_000;
    let [out, farOut] = [0, 0];
    for (let run = 0; run < runs; run++) {
      let x = 0;
      for (let i = 0; i < n; i++) if (random() < p) x++;
      const zone = zoneAt(of(Math.round(p * 100), 100), x, n);
      if (zone !== "INSIDE") out++;
      if (zone?.startsWith("FAR")) farOut++;
    }
    // three standard errors of the simulation
    expect(out / runs).toBeLessThanOrEqual(outside + 3 * Math.sqrt((outside * (1 - outside)) / runs));
    expect(farOut / runs).toBeLessThanOrEqual(far + 3 * Math.sqrt((far * (1 - far)) / runs));
  });
});

describe("zones", () => {
  // a region of 189 of 257; Bin(27, 0.735): 15 to 24 are expected
  const region = of(189, 257);

  test.each([
    [14, "BELOW"],
    [15, "INSIDE"],
    [24, "INSIDE"],
    [25, "ABOVE"],
    [11, "FAR_BELOW"],
  ])("%i of 27 in a region of 189 of 257: %s", (x, zone) => {
    expect(zoneAt(region, x, 27)).toBe(zone);
  });

  test("far above", () => {
    expect(zoneAt(of(50, 100), 29, 29)).toBe("FAR_ABOVE");
  });

  test("is not said of fewer than ten, of none, nor where nobody differs", () => {
    expect(funnelJudgement(region, of(0, 9))).toBeNull();
    expect(funnelJudgement(region, of(0, 0))).toBeNull();
    expect(funnelJudgement(of(40, 40), of(20, 20))).toBeNull();
    expect(funnelJudgement(of(0, 40), of(0, 20))).toBeNull();
    expect(funnelJudgement(of(0, 0), of(0, 0))).toBeNull();
  });

  test("pools sums, not shares", () => {
    expect(pooledCounts([of(9, 10), of(0, 90)])).toEqual(of(9, 100));
    expect(pooledCounts([])).toEqual(of(0, 0));
  });

  test.each([of(3, 2), of(-1, 4), of(1.5, 4), of(Number.NaN, 4)])("throws for what is no share: %o", (row) => {
    expect(() => pooledCounts([row])).toThrow(RangeError);
    expect(() => funnelJudgement(region, row)).toThrow(RangeError);
    expect(() => funnelLimits(row, 20)).toThrow(RangeError);
  });
});
