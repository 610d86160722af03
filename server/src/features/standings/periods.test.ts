import type { Trigger } from "@varde/domain";
import { describe, expect, test } from "vitest";
import {
  comingPeriod,
  livePeriods,
  ownPeriods,
  quarterEnds,
  rhythmOf,
  snapshotOf,
  snapshotPeriod,
  windowOf,
} from "./periods.js";
import { definition } from "./standings.testing.js";

const TODAY = "2026-11-22";

describe("the periods of a template", () => {
  test("follow its rhythm", () => {
    const rhythm = (trigger: Trigger) => rhythmOf(definition({ trigger }));
    const date = { key: "x", name: { nb: "x" }, opens: "03-01", due: "03-31" };
    expect(rhythm({ kind: "PERIOD", period: "MONTH" })).toBe("MONTH");
    expect(rhythm({ kind: "CALENDAR", dates: [date] })).toBe("YEAR");
    expect(rhythm({ kind: "CALENDAR", dates: [date, date] })).toBe("HALF_YEAR");
    expect(rhythm({ kind: "CALENDAR", dates: [date, date, date] })).toBe("QUARTER");
    expect(rhythm({ kind: "MANUAL" })).toBe("HALF_YEAR");
    expect(rhythm({ kind: "MEMBER_JOINED" })).toBe("HALF_YEAR");
  });

  test("go from today back to when it began, and no further", () => {
    expect(ownPeriods("HALF_YEAR", "2025-08-14", TODAY)).toEqual(["2026-H2", "2026-H1", "2025-H2"]);
    expect(livePeriods("QUARTER", "2026-07-01", TODAY)).toEqual(["2026-Q4", "2026-Q3", "2026"]);
    expect(ownPeriods("MONTH", "2001-01-01", TODAY)).toHaveLength(12);
    // rolled out, but from a day to come
    expect(ownPeriods("YEAR", "2027-01-01", TODAY)).toEqual(["2026"]);
  });

  test("reach into the next one when something is due there already", () => {
    expect(comingPeriod("HALF_YEAR", "2027-01-01", TODAY)).toEqual(["2027-H1"]);
    expect(comingPeriod("HALF_YEAR", "2026-12-01", TODAY)).toEqual([]);
    expect(comingPeriod("MONTH", null, TODAY)).toEqual([]);
  });

  test("of snapshots are quarters' ends and the twelve months before", () => {
    expect(quarterEnds(TODAY, 3)).toEqual(["2026-09-30", "2026-06-30", "2026-03-31"]);
    expect(quarterEnds("2026-01-01", 1)).toEqual(["2025-12-31"]);
    expect(snapshotOf(snapshotPeriod({ on: "2026-09-30", months: 24 }))).toEqual({ on: "2026-09-30", months: 24 });
    for (const wrong of ["R12-2026-09-29", "R12-2026-02-30", "R13-2026-09-30", "2026", "R12-"])
      expect(snapshotOf(wrong)).toBeNull();
    expect(windowOf("R12-2026-09-30")).toEqual({ start: "2025-10-01", end: "2026-09-30" });
    expect(windowOf("R36-2026-09-30")).toEqual({ start: "2023-10-01", end: "2026-09-30" });
    expect(windowOf("2026-Q1")).toEqual({ start: "2026-01-01", end: "2026-03-31" });
    expect(windowOf("2026-Q5")).toBeNull();
  });
});
