import { describe, expect, test } from "vitest";
import {
  effortScore,
  laidDots,
  mayLie,
  moveDot,
  performanceScore,
  quadrantOf,
  reachScore,
  reachWord,
} from "./core-choice.js";
import type { Dots } from "./core-choice.js";
import { seededRandom } from "./seeded-random.js";

describe("scores", () => {
  test("say nothing where too little is known, and stay within 0 and 100", () => {
    expect(performanceScore({ onTime: 9, settled: 9 })).toBeNull();
    expect(performanceScore({ onTime: 7, settled: 10 })).toBe(70);
    expect(reachScore(3, 0)).toBeNull();
    expect(reachScore(15, 15)).toBe(100);
    expect(effortScore(24, 240, 5)).toBe(50);
    expect(effortScore(900, 240, 5)).toBe(100);
  });

  test("are told in words", () => {
    expect([0, 10, 40, 70, 100].map(reachWord)).toEqual(["NONE", "FEW", "SOME", "MOST", "ALL"]);
    expect(quadrantOf(80, 20)).toBe("MEND");
    expect(quadrantOf(80, 80)).toBe("KEEP");
    expect(quadrantOf(20, 80)).toBe("EASE");
    expect(quadrantOf(20, 20)).toBe("LEAVE");
    expect(quadrantOf(null, 20)).toBe("UNKNOWN");
  });
});

describe("dots", () => {
  const candidates = ["a", "b", "c", "d"];

  test("never come to more than were given, whatever is tapped", () => {
    const random = seededRandom("dots");
    for (let run = 0; run < 300; run++) {
      const rule = { dots: 3 + Math.floor(random() * 8), mostOnOne: 1 + Math.floor(random() * 5) };
      let dots: Dots = {};
      for (let tap = 0; tap < 60; tap++) {
        const candidate = candidates[Math.floor(random() * candidates.length)]!;
        const before = dots;
        dots = moveDot(dots, candidate, random() < 0.65 ? 1 : -1, rule);
        expect(mayLie(dots, candidates, rule)).toBe(true);
        expect(Math.abs(laidDots(dots) - laidDots(before))).toBeLessThanOrEqual(1);
      }
    }
  });

  test("that nobody can have laid are not taken", () => {
    const rule = { dots: 5, mostOnOne: 3 };
    const refused: Dots[] = [{ a: 4 }, { a: 3, b: 3 }, { x: 1 }, { a: 1.5 }, { a: -1 }, { a: 0 }, { a: Number.NaN }];
    for (const dots of refused) expect(mayLie(dots, candidates, rule)).toBe(false);
    expect(mayLie({ a: 3, b: 2 }, candidates, rule)).toBe(true);
  });
});
