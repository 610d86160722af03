import { expect, test } from "vitest";
import { yearOf, yearsToCount, yearToCount } from "./counting-year";

test("until the summer one counts the year that is over", () => {
  expect(yearToCount("2026-01-01")).toBe(2025);
  expect(yearToCount("2026-06-30")).toBe(2025);
  expect(yearToCount("2026-07-01")).toBe(2026);
  expect(yearsToCount("2026-07-01")).toEqual([2026, 2025, 2024]);
});

test("an address that names no year is of the one to count", () => {
  expect(yearOf("2024", "2026-07-01")).toBe(2024);
  expect([undefined, "24", "abc", "1999"].map((text) => yearOf(text, "2026-07-01"))).toEqual([2026, 2026, 2026, 2026]);
});
