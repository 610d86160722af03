import { describe, expect, test } from "vitest";
import { addDays } from "./calendar.js";
import { arcPath, dayAngle, layoutWheel, onWheel, WHEEL } from "./year-wheel.js";
import type { WheelEntry } from "./year-wheel.js";

const task = (key: string, on: string, until: string): WheelEntry => ({ key, kind: "TASK", on, until });
const meeting = (key: string, on: string): WheelEntry => ({ key, kind: "MEETING", on });

describe("days on the wheel", () => {
  test.each([
    ["2026-01-01", 2026, 0],
    ["2026-07-02", 2026, (182 / 365) * 360],
    ["2028-12-31", 2028, (365 / 366) * 360],
    ["2025-12-20", 2026, 0],
    ["2027-03-01", 2026, 360],
  ])("%s in %d is at %d", (day, year, angle) => {
    expect(dayAngle(day, year)).toBeCloseTo(angle);
  });

  test("go clockwise from the top", () => {
    expect(onWheel(0, 10).y).toBeCloseTo(-10);
    expect(onWheel(90, 10).x).toBeCloseTo(10);
    expect(onWheel(180, 10).y).toBeCloseTo(10);
  });
});

describe("the layout", () => {
  test("puts what overlaps on lanes of its own, and uses the outermost again", () => {
    const { arcs } = layoutWheel(
      [
        task("a", "2026-02-01", "2026-04-01"),
        task("b", "2026-03-01", "2026-05-01"),
        task("c", "2026-03-10", "2026-03-20"),
        task("d", "2026-06-01", "2026-06-20"),
      ],
      2026,
    );
    expect(arcs.map(({ key, lane }) => `${key}${lane}`)).toEqual(["a0", "b1", "c2", "d0"]);
  });

  test("has marks of days beside each other on different lanes", () => {
    const { points } = layoutWheel(
      [meeting("a", "2026-03-01"), meeting("b", "2026-03-02"), meeting("c", "2026-05-02")],
      2026,
    );
    expect(points.map(({ lane }) => lane)).toEqual([0, 1, 0]);
  });

  test("leaves out other years, and cuts what crosses them", () => {
    const { holidays, arcs, points } = layoutWheel(
      [
        { key: "jul", kind: "HOLIDAY", on: "2025-12-21", until: "2026-01-02" },
        { key: "jul2", kind: "HOLIDAY", on: "2026-12-21", until: "2027-01-02" },
        task("old", "2025-01-01", "2025-12-31"),
        task("over", "2026-12-01", "2027-01-15"),
        meeting("next", "2027-01-01"),
      ],
      2026,
    );
    expect(holidays.map(({ key }) => key)).toEqual(["jul", "jul2"]);
    expect(holidays[0]!.from).toBe(0);
    expect(arcs).toHaveLength(1);
    expect(points).toEqual([]);
    expect(Math.max(...arcs.map(({ to }) => to))).toBeLessThanOrEqual(363);
  });

  test("is within the wheel whatever the year holds, every entry once", () => {
    const entries = Array.from({ length: 300 }, (_, i): WheelEntry => {
      const on = addDays("2026-01-01", (i * 37) % 365);
      return i % 3 === 0 ? meeting(`k${i}`, on) : task(`k${i}`, on, addDays(on, (i * 7) % 60));
    });
    const { arcs, points } = layoutWheel(entries, 2026);
    expect(new Set([...arcs, ...points].map(({ key }) => key)).size).toBe(300);
    expect([...arcs].every(({ lane, from, to }) => lane < WHEEL.lanes.length && from < to)).toBe(true);
    expect(points.every(({ lane, angle }) => lane < 2 && angle >= 0 && angle <= 360)).toBe(true);
  });

  test("an arc of more than half a year is the long way round", () => {
    expect(arcPath(10, 250, 100, 8)).toContain(" 1,1 ");
    expect(arcPath(10, 100, 100, 8)).toContain(" 0,1 ");
  });
});
