import { describe, expect, it } from "vitest";
import { sumTests } from "./sum-tests.mjs";

const report = (more) => ({
  numPassedTests: 2,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numTotalTests: 2,
  testResults: [],
  ...more,
});
const sum = (more, code = 0) => sumTests(() => report(more), code);

describe("the sum of the tests", () => {
  it("is the report's own when all is well", () => {
    expect(sum({})).toEqual({ passed: 2, failed: 0, notes: [] });
  });
  it.each([
    ["a file that cannot be loaded", { testResults: [{ name: "a", status: "failed", assertionResults: [] }] }, 1],
    ["a test left out", { numPendingTests: 1 }, 0],
    ["no test at all", { numPassedTests: 0, numTotalTests: 0 }, 0],
    ["an error outside the tests", {}, 1],
  ])("counts %s as a failure", (_, more, code) => {
    expect(sum(more, code).failed).toBe(1);
  });
  it("counts a missing report as a failure", () => {
    expect(sumTests(() => JSON.parse(""), 0).failed).toBe(1);
  });
});
