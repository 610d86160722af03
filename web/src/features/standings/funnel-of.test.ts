import { expect, test } from "vitest";
import type { FunnelOf_ComparisonFragment } from "../../../../graphql/generated/graphql";
import { bandsOf, funnelOf, isComparison, isInside } from "./funnel-of";

const row = (name: string, onTime: number | null, closed: number | null) => ({
  chapter: { id: name, shortName: name },
  counts: { onTime, closed },
});
const comparison = (rows: ReturnType<typeof row>[], onTime: number | null, closed: number | null) =>
  ({ rows, total: { onTime, closed } }) as FunnelOf_ComparisonFragment;

const region = comparison(
  [
    row("Asker", 26, 38),
    row("Drammen", 35, 41),
    row("Halden", null, null),
    row("Hamar", 14, 27),
    row("Moss", 8, null),
    row("Oslo", 49, 64),
    row("Ski", 3, 9),
    row("Sande", 0, 0),
  ],
  189,
  257,
);

test("chapters are told apart by what may be said of them, in the order of the page", () => {
  const funnel = funnelOf(region);
  expect(funnel.all).toEqual({ numerator: 189, denominator: 257 });
  expect(funnel.judged.map(({ name, judgement }) => [name, judgement.zone])).toEqual([
    ["Asker", "INSIDE"],
    ["Drammen", "INSIDE"],
    ["Hamar", "BELOW"],
    ["Oslo", "INSIDE"],
  ]);
  expect(funnel.judged[2]?.judgement.limits.expected.counts).toEqual({ low: 15, high: 24 });
  expect(funnel.judged.filter(isInside)).toHaveLength(3);
  expect(funnel.few.map(({ name }) => name)).toEqual(["Ski"]);
  expect(funnel.hidden).toBe(2);
  expect(funnel.alike).toEqual([]);
});

test("a hidden sum, or one where nobody differs, judges nobody and draws nothing", () => {
  for (const funnel of [
    funnelOf({ ...region, total: { ...region.total, onTime: null } }),
    funnelOf(comparison([row("Asker", 20, 20), row("Oslo", 30, 30)], 50, 50)),
  ]) {
    expect(funnel.judged).toEqual([]);
    expect(funnel.alike.length).toBeGreaterThan(0);
    expect(bandsOf(funnel)).toEqual([]);
  }
});

test("the limits are drawn from ten past the largest chapter, every size while there are few", () => {
  const bands = bandsOf(funnelOf(region));
  expect(bands.map(({ n }) => n)).toEqual(Array.from({ length: 59 }, (_, i) => 10 + i));
  const many = bandsOf(funnelOf(comparison([row("Oslo", 5000, 9000), row("Asker", 10, 20)], 5010, 9020)));
  expect(many.length).toBeLessThan(405);
  expect(many.at(-1)?.n).toBeGreaterThan(9000);
});

test("one chapter alone, beside hidden ones or none, is no comparison", () => {
  expect(isComparison(funnelOf(region))).toBe(true);
  expect(isComparison(funnelOf(comparison([row("Asker", 17, 26)], 17, 26)))).toBe(false);
  expect(isComparison(funnelOf(comparison([row("Asker", 17, 26), row("Moss", null, null)], 20, 30)))).toBe(false);
});
