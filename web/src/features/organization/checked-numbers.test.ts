import { expect, test } from "vitest";
import { isStale } from "./checked-numbers";

test("a number holds for 180 days after it was checked", () => {
  expect(isStale("2026-05-26", "2026-11-22")).toBe(false);
  expect(isStale("2026-05-25", "2026-11-22")).toBe(true);
  expect(isStale(null, "2026-11-22")).toBe(true);
});
