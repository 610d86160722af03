import { expect, test } from "vitest";
import { outcomeSegments } from "./outcome-segments";

test("all parts known: three segments, empty ones left out", () => {
  expect(outcomeSegments({ onTime: 9, late: 2, missed: 0 })).toEqual([
    { part: "onTime", count: 9 },
    { part: "late", count: 2 },
  ]);
});

test("hidden parts whose sum may be told are drawn as one", () => {
  expect(outcomeSegments({ onTime: 26, late: null, missed: null, joined: 7 })).toEqual([
    { part: "onTime", count: 26 },
    { part: "joined", count: 7 },
  ]);
});

test.each([
  { onTime: null, late: 8, missed: 7 },
  { onTime: 12, late: null, missed: null },
  { onTime: 12, late: 3, missed: null },
  { onTime: 12, late: null, missed: null, joined: null },
])("nothing is drawn when the proportions would be untrue: %j", (outcome) => {
  expect(outcomeSegments(outcome)).toBeNull();
});

test("what was taken over is drawn last, also where the rest is one", () => {
  const parts = (outcome: Parameters<typeof outcomeSegments>[0]) => outcomeSegments(outcome)?.map(({ part }) => part);
  expect(parts({ onTime: 1, late: 1, missed: 1, takenOver: 2 })).toEqual(["onTime", "late", "missed", "takenOver"]);
  expect(parts({ onTime: 0, late: null, missed: null, joined: 7, takenOver: 1 })).toEqual(["joined", "takenOver"]);
});

test("nothing closed yet is an empty bar, not a hidden one", () => {
  expect(outcomeSegments({ onTime: 0, late: 0, missed: 0 })).toEqual([]);
});
