import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  isLocalDate,
  isoWeek,
  isoWeekStart,
  isoWeeksBetween,
  latestDate,
  osloDate,
  osloTime,
  weekday,
} from "./calendar.js";

describe("days", () => {
  test.each([
    ["2026-02-28", true],
    ["2026-02-29", false],
    ["2028-02-29", true],
    ["2026-2-1", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-01-01T00:00", false],
    [20260101, false],
    [null, false],
  ])("%s is a day: %s", (value, expected) => expect(isLocalDate(value)).toBe(expected));

  test.each([
    ["2026-01-31", 1, "2026-02-01"],
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-10-24", 2, "2026-10-26"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2028-02-28", 1, "2028-02-29"],
  ])("%s + %i days = %s", (date, n, expected) => {
    expect(addDays(date, n)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(n);
  });

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-11-15", 2, "2027-01-15"],
    ["2026-01-15", -13, "2024-12-15"],
  ])("%s + %i months = %s", (date, n, expected) => expect(addMonths(date, n)).toBe(expected));

  test.each([
    ["2026-01-01", 4, "2026-W01"],
    ["2026-02-09", 1, "2026-W07"],
    ["2027-01-01", 5, "2026-W53"],
    ["2024-12-30", 1, "2025-W01"],
    ["2026-12-20", 7, "2026-W51"],
  ])("%s is weekday %i of %s", (date, day, week) => {
    expect(weekday(date)).toBe(day);
    expect(isoWeek(date)).toBe(week);
  });

  test.each([
    ["2026-W01", "2025-12-29"],
    ["2026-W07", "2026-02-09"],
    ["2026-W53", "2026-12-28"],
    ["2025-W01", "2024-12-30"],
  ])("%s starts on %s", (week, monday) => expect(isoWeekStart(week)).toBe(monday));

  test.each(["2025-W53", "2026-W00", "2026-W7", "2026-07", ""])("%j is no week", (week) =>
    expect(() => isoWeekStart(week)).toThrow(RangeError),
  );

  test("weeks between two days hold both", () => {
    expect(isoWeeksBetween("2026-12-27", "2027-01-04")).toEqual(["2026-W52", "2026-W53", "2027-W01"]);
    expect(isoWeeksBetween("2026-02-09", "2026-02-15")).toEqual(["2026-W07"]);
    expect(isoWeeksBetween("2026-02-10", "2026-02-09")).toEqual([]);
    expect(isoWeeksBetween("2026-01-01", "2026-12-31")).toHaveLength(53);
  });

  test("the latest is found, and what is not a day is refused", () => {
    expect(latestDate("2026-01-01", null, "2026-02-01", "2025-01-01")).toBe("2026-02-01");
    expect(() => addDays("2026-02-30", 1)).toThrow(RangeError);
  });
});

describe("instants in Oslo", () => {
  test.each([
    ["2026-01-15T22:59:59Z", "2026-01-15", "23:59"],
    ["2026-01-15T23:00:00Z", "2026-01-16", "00:00"],
    ["2026-07-15T21:59:59Z", "2026-07-15", "23:59"],
    ["2026-07-15T22:00:00Z", "2026-07-16", "00:00"],
    ["2026-12-31T23:30:00Z", "2027-01-01", "00:30"],
  ])("%s is %s %s", (instant, date, time) => {
    expect(osloDate(new Date(instant))).toBe(date);
    expect(osloTime(new Date(instant))).toBe(time);
  });
});
