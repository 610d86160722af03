import { expect, test } from "vitest";
import { suggestedDay } from "./suggested-day";

test("more time is counted from the day a duty is locked, about a member from today", () => {
  expect(suggestedDay("2026-11-22", "2026-12-10", 14)).toBe("2026-12-23");
  expect(suggestedDay("2026-11-22", "2026-11-23", 14)).toBe("2026-12-06");
  expect(suggestedDay("2026-11-22", null, 14)).toBe("2026-12-06");
});

test("it is never a day that gives nothing, nor more than sixty days away", () => {
  expect(suggestedDay("2026-11-22", "2026-12-10", null)).toBe("2026-12-10");
  expect(suggestedDay("2026-11-22", "2027-01-15", 30)).toBe("2027-01-21");
});
