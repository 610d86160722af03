import { expect, test } from "vitest";
import { isOsloTime } from "./oslo-time.js";
import type { UtcMinute } from "./oslo-time.js";

const minute = (iso: string): UtcMinute => {
  const d = new Date(iso);
  return {
    min: d.getUTCMinutes(),
    hour: d.getUTCHours(),
    date: d.getUTCDate(),
    month: d.getUTCMonth() + 1,
    dow: d.getUTCDay(),
  };
};
const seven = { hour: 7, minute: 0 };
/** the minutes of the UTC day that are the wanted time */
const hits = (day: string, wanted: Parameters<typeof isOsloTime>[1]): string[] => {
  const found = [];
  for (let m = 0; m < 1440; m += 1) {
    const at = new Date(Date.parse(`${day}T00:00:00Z`) + m * 60_000);
    if (isOsloTime(minute(at.toISOString()), wanted, at)) found.push(at.toISOString().slice(11, 16));
  }
  return found;
};

test("seven in the morning is another minute in summer and in winter", () => {
  expect(hits("2026-01-15", seven)).toEqual(["06:00"]);
  expect(hits("2026-07-15", seven)).toEqual(["05:00"]);
});

test("comes once on the days the clock is moved, also in years with other days", () => {
  for (const day of ["2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"]) expect(hits(day, seven)).toHaveLength(1);
});

test("only on its weekday, by Oslo's calendar", () => {
  const sundayNight = { hour: 0, minute: 30, weekday: 1 };
  expect(hits("2026-01-18", sundayNight)).toEqual(["23:30"]);
  expect(hits("2026-01-19", sundayNight)).toEqual([]);
});

test("a minute before New Year asked about after it is last year's", () => {
  const now = new Date("2027-01-01T00:10:00Z");
  expect(isOsloTime(minute("2026-12-31T22:00:00Z"), { hour: 23, minute: 0, weekday: 4 }, now)).toBe(true);
});
