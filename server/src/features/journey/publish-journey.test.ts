import { describe, expect, test } from "vitest";
import { suppressJourney } from "./publish-journey.js";
import type { JourneyCount } from "./publish-journey.js";

const organizationId = "federation";
const chapters = ["a", "b", "c"].map((id) => ({ id, regionId: "east" }));
const of = (chapterId: string, came: number, twice: number, never: number): JourneyCount[] => [
  { chapterId, lane: "ONCE", ending: "PAID", n: came },
  { chapterId, lane: "AGAIN", ending: "PAID", n: twice },
  { chapterId, lane: "NOT", ending: "LEFT", n: never },
];
const publish = (counts: JourneyCount[]) => {
  const published = suppressJourney({ organizationId, chapters, counts, k: 5 });
  return new Map(published.map(({ unitId, measure, value }) => [`${unitId} ${measure}`, value]));
};

describe("the journey of three chapters", () => {
  test("is told for the federation with its ways, though one chapter's few are hidden, and two others with them", () => {
    const told = publish([...of("a", 12, 6, 2), ...of("b", 20, 9, 11), ...of("c", 15, 7, 13)]);
    expect(told.get("federation JOINED_MATURE")).toBe(95);
    expect(told.get("federation NOT_ACTIVATED")).toBe(26);
    expect(["a", "b", "c"].map((id) => told.get(`${id} NOT_ACTIVATED`))).toEqual([null, null, null]);
    expect(told.get("federation path:NOT:LEFT")).toBe(26);
    expect(told.get("federation path:ONCE:PAID")).toBe(47);
  });

  test("is told without ways where the federation's own sums are hidden", () => {
    const told = publish([...of("a", 12, 6, 2), ...of("b", 20, 9, 0), ...of("c", 15, 7, 0)]);
    expect(told.get("federation NOT_ACTIVATED")).toBeNull();
    expect([...told.keys()].filter((key) => key.includes("path:"))).toEqual([]);
  });
});
