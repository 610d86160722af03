import { describe, expect, test } from "vitest";
import { memberProgress } from "./membership-goal.js";

const goal = { members: 3900, on: "2029-12-31", startMembers: 1200, startOn: "2026-01-01" };

describe("where a federation is heading", () => {
  test("at the pace of the last year, in whole tens", () => {
    const points = [
      { on: "2026-09-30", members: 1294 },
      { on: "2026-06-30", members: 1100 },
      { on: "2025-09-30", members: 1238 },
    ];
    // 56 more in 365 days; 1188 days are left: 1294 + 182.3
    expect(memberProgress(goal, points)).toEqual({
      now: { on: "2026-09-30", members: 1294 },
      pace: "YEAR",
      forecast: 1480,
      reached: false,
    });
  });

  test("since the start where there is no year of numbers, and not at all before half a year", () => {
    expect(memberProgress(goal, [{ on: "2026-09-30", members: 1300 }])).toMatchObject({ pace: "START" });
    expect(memberProgress(goal, [{ on: "2026-03-31", members: 1300 }])).toMatchObject({ pace: null, forecast: null });
  });

  test("a hidden number is passed over, and nothing at all says nothing", () => {
    const hidden = { on: "2026-09-30", members: null };
    expect(memberProgress(goal, [hidden])).toEqual({ now: null, pace: null, forecast: null, reached: false });
    expect(memberProgress(goal, [hidden, { on: "2026-06-30", members: 1250 }]).now?.on).toBe("2026-06-30");
  });

  test("never below nobody, and nothing is foretold once the day has been", () => {
    const falling = [
      { on: "2026-09-30", members: 400 },
      { on: "2025-09-30", members: 1400 },
    ];
    expect(memberProgress(goal, falling).forecast).toBe(0);
    expect(memberProgress(goal, [{ on: "2029-12-31", members: 3900 }])).toMatchObject({
      forecast: null,
      reached: true,
    });
  });
});
