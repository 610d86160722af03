import { describe, expect, test } from "vitest";
import { lastPeriods, lastQuarterEnd, parsePeriod, periodOf, rolling12, shiftPeriod } from "./period.js";

describe("periods", () => {
  test.each([
    ["2026-01-01", "2026-01", "2026-Q1", "2026-H1", "2026"],
    ["2026-06-30", "2026-06", "2026-Q2", "2026-H1", "2026"],
    ["2026-07-01", "2026-07", "2026-Q3", "2026-H2", "2026"],
    ["2026-12-31", "2026-12", "2026-Q4", "2026-H2", "2026"],
  ])("%s is in %s, %s, %s and %s", (date, month, quarter, half, year) => {
    expect(periodOf(date, "MONTH")).toBe(month);
    expect(periodOf(date, "QUARTER")).toBe(quarter);
    expect(periodOf(date, "HALF_YEAR")).toBe(half);
    expect(periodOf(date, "YEAR")).toBe(year);
  });

  test.each([
    ["2026-02", "MONTH", "2026-02-01", "2026-02-28"],
    ["2028-02", "MONTH", "2028-02-01", "2028-02-29"],
    ["2026-Q1", "QUARTER", "2026-01-01", "2026-03-31"],
    ["2026-Q4", "QUARTER", "2026-10-01", "2026-12-31"],
    ["2026-H1", "HALF_YEAR", "2026-01-01", "2026-06-30"],
    ["2026-H2", "HALF_YEAR", "2026-07-01", "2026-12-31"],
    ["2026", "YEAR", "2026-01-01", "2026-12-31"],
  ])("%s is a %s from %s to %s", (id, kind, start, end) => expect(parsePeriod(id)).toEqual({ id, kind, start, end }));

  test.each(["", "26", "2026-13", "2026-Q5", "2026-H3", "2026-1", "2026-01-01", "2026-W01", "0000"])(
    "%s is no period",
    (id) => expect(parsePeriod(id)).toBeNull(),
  );

  test.each([
    ["2026-01", -1, "2025-12"],
    ["2026-Q4", 1, "2027-Q1"],
    ["2026-H1", -1, "2025-H2"],
    ["2026", 3, "2029"],
    ["2026-05", 0, "2026-05"],
  ])("%s shifted %i is %s", (id, n, expected) => expect(shiftPeriod(id, n)).toBe(expected));

  test("last periods end with the running one, oldest first", () => {
    expect(lastPeriods("2026-02-10", "QUARTER", 3)).toEqual(["2025-Q3", "2025-Q4", "2026-Q1"]);
    expect(lastPeriods("2026-02-10", "MONTH", 0)).toEqual([]);
  });

  test.each([
    ["2026-03-31", "2025-12-31"],
    ["2026-04-01", "2026-03-31"],
    ["2026-01-01", "2025-12-31"],
    ["2026-11-22", "2026-09-30"],
  ])("on %s the last ended quarter ended %s", (today, end) => expect(lastQuarterEnd(today)).toBe(end));

  test("twelve rolling months", () => {
    const year = rolling12("2026-09-30");
    expect([year.start, year.end, year.months[0], year.months.at(-1), year.months.length]).toEqual([
      "2025-10-01",
      "2026-09-30",
      "2025-10",
      "2026-09",
      12,
    ]);
  });
});
