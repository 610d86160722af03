import { expect, test } from "vitest";
import { COUNTIES, countyOf } from "./counties.js";

test("15 counties, each with its own code, name and tile", () => {
  expect(COUNTIES).toHaveLength(15);
  expect(new Set(COUNTIES.map((c) => c.code)).size).toBe(15);
  expect(new Set(COUNTIES.map((c) => c.name)).size).toBe(15);
  expect(new Set(COUNTIES.map((c) => `${c.col},${c.row}`)).size).toBe(15);
  expect(COUNTIES.every((c) => c.col >= 0 && c.col <= 5 && c.row >= 0 && c.row <= 7)).toBe(true);
});

test("by code", () => {
  expect(countyOf("32")?.name).toBe("Akershus");
  expect(countyOf("30")).toBeNull();
});
