import { describe, expect, test } from "vitest";
import {
  addCounts,
  closedOf,
  completion,
  countsFromKept,
  showPercent,
  timeliness,
  waiverShare,
  zeroCounts,
} from "./standings.js";
import type { Counts } from "./standings.js";

const counts = (more: Partial<Counts>): Counts => ({ ...zeroCounts(), ...more });

describe("shares", () => {
  test.each([
    ["nothing yet", {}, null, null, null],
    ["all on time", { onTime: 12 }, 1, 1, 0],
    ["half late", { onTime: 5, late: 5 }, 1, 0.5, 0],
    ["one in four missed", { onTime: 2, late: 1, missed: 1 }, 0.75, 0.5, 0],
    ["open and overdue are not judged", { onTime: 1, open: 8, overdue: 1 }, 1, 1, 0],
    ["only open", { open: 4 }, null, null, 0],
    ["waived: no hiding place", { onTime: 1, missed: 1, open: 1, waived: 1 }, 0.5, 0.5, 0.25],
    ["taken over is in no rate, and was expected", { onTime: 1, missed: 1, takenOver: 1, waived: 1 }, 0.5, 0.5, 0.25],
    ["only taken over", { takenOver: 3 }, null, null, 0],
    ["empty and cancelled count nowhere", { onTime: 3, waived: 1, empty: 50, cancelled: 50 }, 1, 1, 0.25],
  ])("%s", (_name, more, done, timely, waived) => {
    const c = counts(more);
    expect([completion(c).share, timeliness(c).share, waiverShare(c).share]).toEqual([done, timely, waived]);
  });

  test("of a region are sums over sums, not a mean of shares", () => {
    const small = counts({ onTime: 1, missed: 0 });
    const large = counts({ onTime: 0, missed: 99 });
    const region = addCounts(small, large);
    expect(closedOf(region)).toBe(100);
    expect(completion(region)).toEqual({ numerator: 1, denominator: 100, share: 0.01 });
    expect(addCounts()).toEqual(zeroCounts());
    expect(small.missed).toBe(0);
  });

  test.each([
    [9, false],
    [10, true],
    [0, false],
  ])("a percentage of %i is shown: %s", (onTime, shown) =>
    expect(showPercent(completion(counts({ onTime })))).toBe(shown),
  );
});

test.each([
  ["2026-03-10", 7, 0, 0],
  ["2026-03-11", 4, 3, 0],
  ["2026-03-20", 4, 3, 0],
  ["2026-03-21", 4, 0, 3],
  ["2026-05-01", 0, 0, 7],
])("on %s of seven unclosed %i are open, %i overdue, %i missed", (today, open, overdue, missed) => {
  const kept = { onTime: 2, late: 1, takenOver: 1, waived: 1, cancelled: 1, empty: 1 };
  const buckets = [
    { dueOn: "2026-03-10", missOn: "2026-03-20", n: 3 },
    { dueOn: "2026-04-10", missOn: "2026-04-10", n: 4 },
  ];
  expect(countsFromKept(kept, buckets, today)).toEqual({ ...kept, open, overdue, missed });
});
