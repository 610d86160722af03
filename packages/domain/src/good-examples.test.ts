import { describe, expect, test } from "vitest";
import { funnelJudgement } from "./funnel.js";
import { questionsToAsk, standOut } from "./good-examples.js";
import type { ExampleAsked, ExampleCandidate, ExampleCounts } from "./good-examples.js";
import { seededRandom } from "./seeded-random.js";

const row = (chapterId: string, onTime: number, closed: number, undecided = 0): ExampleCounts => ({
  chapterId,
  onTime,
  closed,
  undecided,
});
const ids = (found: readonly { chapterId: string }[]) => found.map(({ chapterId }) => chapterId);
const FOUR = ["b", "c", "d", "e"].map((id) => row(id, 12, 30));

describe("who stands out", () => {
  test("lies above the limit of 99.8 %, not only above that of 95 %", () => {
    const far = [...FOUR, row("a", 27, 30)];
    expect(ids(standOut(far))).toEqual(["a"]);
    const above = [...FOUR, row("a", 20, 30)];
    const all = { numerator: 68, denominator: 150 };
    expect(funnelJudgement(all, { numerator: 20, denominator: 30 })?.zone).toBe("ABOVE");
    expect(standOut(above)).toEqual([]);
  });

  test("never with fewer than ten, nor where the limit is 100 % or more, nor among fewer than five", () => {
    expect(standOut([...FOUR, row("a", 9, 9)])).toEqual([]);
    // nearly all do it: ten of ten says nothing
    expect(standOut([...["b", "c", "d", "e"].map((id) => row(id, 27, 30)), row("a", 10, 10)])).toEqual([]);
    expect(standOut([row("b", 8, 40), row("c", 8, 40), row("d", 8, 40), row("a", 40, 40)])).toEqual([]);
    expect(standOut([...FOUR, row("a", 27, 30)].map((one) => row(one.chapterId, one.closed, one.closed)))).toEqual([]);
  });

  test("is not taken back by what is still undecided", () => {
    expect(ids(standOut([...FOUR, row("a", 27, 27, 3)]))).toEqual(["a"]);
    expect(standOut([...FOUR, row("a", 27, 27, 20)])).toEqual([]);
    // the others may still do it all
    expect(standOut([...["b", "c", "d", "e"].map((id) => row(id, 12, 20, 10)), row("a", 27, 30)])).toEqual([]);
  });

  test("whatever becomes of the undecided, who stands out now stands out then", () => {
    const random = seededRandom("undecided");
    const upTo = (n: number) => Math.floor(random() * (n + 1));
    let found = 0;
    for (let round = 0; round < 400; round++) {
      const rows = Array.from({ length: 5 + upTo(6) }, (_, i) => {
        const closed = 10 + upTo(60);
        const onTime = i === 0 ? closed - upTo(2) : upTo(Math.floor(closed / 2));
        return row(String(i), onTime, closed, upTo(8));
      });
      const out = ids(standOut(rows));
      found += out.length;
      const later = rows.map(({ chapterId, onTime, closed, undecided }) =>
        row(chapterId, onTime + upTo(undecided), closed + undecided),
      );
      expect(ids(standOut(later))).toEqual(expect.arrayContaining(out));
    }
    expect(found).toBeGreaterThan(100);
  });

  test("is held against what is published of all, and against nothing when that is hidden", () => {
    const rows = [...FOUR, row("a", 27, 30)];
    expect(ids(standOut(rows, { numerator: 700, denominator: 1500 }))).toEqual(["a"]);
    expect(standOut(rows, { numerator: 1300, denominator: 1500 })).toEqual([]);
    expect(standOut(rows, null)).toEqual([]);
  });

  test("chance alone asks few: at most one in a thousand comparisons", () => {
    const random = seededRandom("chance");
    let asked = 0;
    const [rounds, chapters, n] = [400, 15, 20];
    for (let round = 0; round < rounds; round++) {
      const rows = Array.from({ length: chapters }, (_, i) =>
        row(String(i), Array.from({ length: n }).filter(() => random() < 0.6).length, n),
      );
      asked += standOut(rows).length;
    }
    expect(asked / (rounds * chapters)).toBeLessThan(0.001);
  });
});

describe("what is asked", () => {
  const TODAY = "2026-11-22";
  const candidate = (chapterId: string, templateId: string, clearness: number): ExampleCandidate => ({
    chapterId,
    templateId,
    clearness,
    until: "2026-09-30",
  });
  const asked = (over: Partial<ExampleAsked>): ExampleAsked => ({
    chapterId: "a",
    templateId: "x",
    until: "2026-06-30",
    askedOn: "2026-07-06",
    open: false,
    ...over,
  });
  const choose = (candidates: ExampleCandidate[], before: ExampleAsked[] = [], told: ExampleAsked[] = []) =>
    questionsToAsk(candidates, before, told, TODAY).map((one) => `${one.chapterId}${one.templateId}`);

  test("is one thing a chapter, the clearest", () => {
    expect(choose([candidate("a", "x", 3.2), candidate("a", "y", 4), candidate("b", "x", 3.5)])).toEqual(["ay", "bx"]);
  });

  test("is nothing while one is open, nor for thirty days after the last", () => {
    const one = [candidate("a", "y", 4)];
    expect(choose(one, [asked({ open: true })])).toEqual([]);
    expect(choose(one, [asked({ askedOn: "2026-10-24" })])).toEqual([]);
    expect(choose(one, [asked({ askedOn: "2026-10-23" })])).toEqual(["ay"]);
  });

  test("is asked about a template once a year, and never again by the same numbers", () => {
    const one = [candidate("a", "x", 4)];
    expect(choose(one, [asked({ askedOn: "2025-11-23" })])).toEqual([]);
    expect(choose(one, [asked({ askedOn: "2025-11-22" })])).toEqual(["ax"]);
    expect(choose(one, [asked({ askedOn: "2025-11-22", until: "2026-09-30" })])).toEqual([]);
  });

  test("is not what a chapter has told already", () => {
    expect(choose([candidate("a", "x", 4)], [], [asked({})])).toEqual([]);
  });

  test("is asked of three chapters a template, and those asked before by the same numbers count", () => {
    const five = ["a", "b", "c", "d", "e"].map((id, i) => candidate(id, "x", 5 - i));
    expect(choose(five)).toEqual(["ax", "bx", "cx"]);
    const two = ["f", "g"].map((chapterId) => asked({ chapterId, until: "2026-09-30", askedOn: "2026-11-16" }));
    expect(choose(five, two)).toEqual(["ax"]);
  });
});
