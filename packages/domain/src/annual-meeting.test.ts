import { describe, expect, test } from "vitest";
import { ANNUAL_RULE, annualDays, annualWarnings, lastAnnualDay, STANDARD_AGENDA } from "./annual-meeting.js";
import { easter, suggestedYearDates } from "./year-dates.js";

describe("the days of an annual meeting", () => {
  test.each([
    [2026, "2026-02-28"],
    [2028, "2028-02-29"],
  ])("the last day of %d is %s", (year, day) => {
    expect(lastAnnualDay(ANNUAL_RULE, year)).toBe(day);
  });

  test("are counted back from it, across months and years", () => {
    expect(annualDays(ANNUAL_RULE, "2027-02-20")).toEqual({ noticeOn: "2027-01-23", papersOn: "2027-02-06" });
    expect(annualDays({ ...ANNUAL_RULE, noticeDays: 42 }, "2027-01-20").noticeOn).toBe("2026-12-09");
  });

  test.each([
    ["2027-02-20", "2027-01-23", []],
    ["2027-02-20", "2027-01-24", ["TOO_LATE"]],
    ["2027-03-20", "2027-01-01", ["AFTER_LAST"]],
    ["2027-03-01", "2027-02-28", ["TOO_LATE", "AFTER_LAST"]],
    ["2027-02-20", "2027-02-21", []],
  ])("a meeting on %s decided on %s is warned of: %j", (heldOn, today, warnings) => {
    expect(annualWarnings(ANNUAL_RULE, heldOn, today)).toEqual(warnings);
  });

  test("the standard agenda has the same cases in every language", () => {
    expect(new Set(Object.values(STANDARD_AGENDA).map((cases) => cases.length)).size).toBe(1);
  });
});

describe("what is suggested for a year", () => {
  test.each([
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2038, "2038-04-25"],
  ])("Easter of %d is on %s", (year, day) => {
    expect(easter(year)).toBe(day);
  });

  test.each([2025, 2026, 2027, 2032])("has days in order, in the year, with a source (%d)", (year) => {
    const dates = suggestedYearDates(year);
    for (const { fromDay, toDay, source, name } of dates) {
      expect(fromDay <= toDay).toBe(true);
      expect(fromDay.slice(0, 4)).toBe(String(year));
      expect(source.length > 0 && name.nb.length > 0 && (name.nn ?? "").length > 0 && (name.en ?? "").length > 0).toBe(
        true,
      );
    }
    expect(dates.filter(({ kind }) => kind === "HOLIDAY")).toHaveLength(7);
  });
});
