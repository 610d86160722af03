import { expect, test } from "vitest";
import { judge } from "./judge.js";
import type { Choices } from "./judge.js";
import { afterQuietHours, isQuiet, nextAllowed, osloMoment } from "./moment.js";
import type { Moment, Quiet } from "./moment.js";

const night: Quiet = { from: 21 * 60, to: 7 * 60, days: [7] };
const choices: Choices = { enabled: true, stopped: false, days: [1, 2, 3, 4, 5], at: 450 };
const moment = (weekday: number, minute: number): Moment => ({
  date: "2026-11-24",
  weekday,
  minute,
  instant: new Date("2026-11-24T06:30:00Z"),
});

test("Oslo's clock, summer and winter, and its Sunday is the seventh day", () => {
  expect(osloMoment(new Date("2026-07-01T05:30:00Z"))).toMatchObject({ date: "2026-07-01", weekday: 3, minute: 450 });
  expect(osloMoment(new Date("2026-11-22T23:30:00Z"))).toMatchObject({ date: "2026-11-23", weekday: 1, minute: 30 });
  expect(osloMoment(new Date("2026-11-22T12:00:00Z")).weekday).toBe(7);
});

test.each<[string, Partial<Choices>, number, number, string]>([
  ["before the hour", {}, 2, 449, "LATER"],
  ["at the hour", {}, 2, 450, "NOW"],
  ["within two hours", {}, 2, 569, "NOW"],
  ["after that", {}, 2, 570, "PAST"],
  ["on a day not chosen", {}, 6, 450, "NOT_THEIR_DAY"],
  ["on a quiet day", { days: [1, 7] }, 7, 450, "QUIET_HOURS"],
  ["who said no", { enabled: false }, 2, 450, "OPTED_OUT"],
  ["who is gone", { stopped: true, enabled: false }, 2, 450, "STOPPED"],
  ["an hour that has become quiet is the first that is not", { at: 360 }, 2, 410, "LATER"],
  ["and then", { at: 360 }, 2, 420, "NOW"],
])("%s", (_name, over, weekday, minute, verdict) => {
  expect(judge({ ...choices, ...over }, [night], moment(weekday, minute))).toBe(verdict);
});

test("two organizations are quiet when one of them is", () => {
  const late: Quiet = { from: 0, to: 9 * 60, days: [] };
  expect(judge(choices, [night, late], moment(2, 500))).toBe("LATER");
  expect(judge(choices, [night, late], moment(2, 540))).toBe("NOW");
  expect(afterQuietHours([night, late], 450)).toBe(540);
});

test("the next minute that may be used is never quiet, and no earlier one is free", () => {
  for (const now of [moment(2, 1300), moment(6, 1260), moment(7, 0), moment(1, 419), moment(3, 600)]) {
    const until = nextAllowed([night], now)!;
    const step = (until.getTime() - now.instant.getTime()) / 60_000;
    const on = (k: number) => ({
      weekday: ((now.weekday - 1 + Math.floor((now.minute + k) / 1440)) % 7) + 1,
      minute: (now.minute + k) % 1440,
    });
    expect(isQuiet([night], on(step))).toBe(false);
    for (let k = 0; k < step; k++) expect(isQuiet([night], on(k))).toBe(true);
  }
  expect(nextAllowed([{ from: 0, to: 0, days: [1, 2, 3, 4, 5, 6, 7] }], moment(1, 0))).toBeNull();
});
