import { describe, expect, test } from "vitest";
import type { Trigger } from "./definition.js";
import {
  manualOccurrence,
  memberOccurrences,
  occurrencesBetween,
  periodReportOccurrences,
  periodReportPeriod,
} from "./schedule.js";
import type { Occurrence, Timing } from "./schedule.js";

const timing = (trigger: Trigger, opensAfterDays: number, dueAfterDays: number, missAfterDays: number): Timing => ({
  trigger,
  schedule: { opensAfterDays, dueAfterDays, missAfterDays, lateAllowed: true },
});
const rows = (found: Occurrence[]) => found.map((o) => [o.occurrence, o.opensOn, o.dueOn, o.missOn]);

describe("every period", () => {
  const quarterly = timing({ kind: "PERIOD", period: "QUARTER" }, 0, 10, 20);

  test("opens with the period, is due after its end", () => {
    expect(rows(occurrencesBetween(quarterly, "2026-01-01", "2026-06-30"))).toEqual([
      ["2026-Q1", "2026-01-01", "2026-04-10", "2026-04-30"],
      ["2026-Q2", "2026-04-01", "2026-07-10", "2026-07-30"],
    ]);
  });

  test("a partial first period is not expected", () => {
    expect(rows(occurrencesBetween(quarterly, "2026-01-02", "2026-04-01"))).toEqual([
      ["2026-Q2", "2026-04-01", "2026-07-10", "2026-07-30"],
    ]);
    expect(occurrencesBetween(quarterly, "2026-01-02", "2026-03-31")).toEqual([]);
  });

  test("may open before its period, or be due before its end", () => {
    const early = timing({ kind: "PERIOD", period: "MONTH" }, -5, -3, 0);
    expect(rows(occurrencesBetween(early, "2026-01-15", "2026-02-24"))).toEqual([
      ["2026-02", "2026-01-27", "2026-02-25", "2026-02-25"],
      ["2026-03", "2026-02-24", "2026-03-28", "2026-03-28"],
    ]);
  });
});

describe("dates of the calendar", () => {
  const name = { nb: "Treff" };
  const dates = [
    { key: "christmas", name, opens: "11-15", due: "01-10" },
    { key: "leap", name, opens: "02-29", due: "03-05" },
  ];

  test("29 February is the 28th in common years, and a due day before opening is next year's", () => {
    const def = timing({ kind: "CALENDAR", dates }, 0, 0, 7);
    expect(rows(occurrencesBetween(def, "2027-01-01", "2028-12-31"))).toEqual([
      ["2027-02-28", "2027-02-28", "2027-03-05", "2027-03-12"],
      ["2027-11-15", "2027-11-15", "2028-01-10", "2028-01-17"],
      ["2028-02-29", "2028-02-29", "2028-03-05", "2028-03-12"],
      ["2028-11-15", "2028-11-15", "2029-01-10", "2029-01-17"],
    ]);
  });

  test("only what opens between the days, both included", () => {
    const def = timing({ kind: "CALENDAR", dates }, 0, 0, 7);
    expect(occurrencesBetween(def, "2026-11-15", "2026-11-15")).toHaveLength(1);
    expect(occurrencesBetween(def, "2026-11-16", "2027-02-27")).toEqual([]);
  });
});

describe("after an event", () => {
  test("one per offset, uneven and negative ones too", () => {
    const def = timing({ kind: "MEMBER_JOINED", offsets: [3, 14, 90, -7] }, 0, 4, 10);
    expect(rows(memberOccurrences(def, "2026-02-25"))).toEqual([
      ["2026-02-25+3", "2026-02-28", "2026-03-04", "2026-03-14"],
      ["2026-02-25+14", "2026-03-11", "2026-03-15", "2026-03-25"],
      ["2026-02-25+90", "2026-05-26", "2026-05-30", "2026-06-09"],
      ["2026-02-25+-7", "2026-02-18", "2026-02-22", "2026-03-04"],
    ]);
  });

  test("no offsets is the day itself, and the same offset twice is one", () => {
    expect(memberOccurrences(timing({ kind: "MEMBER_LEFT" }, 0, 1, 1), "2026-01-01")).toHaveLength(1);
    expect(memberOccurrences(timing({ kind: "MEMBER_LEFT", offsets: [2, 2] }, 0, 1, 1), "2026-01-01")).toHaveLength(1);
  });

  test("a due day before opening moves to the opening day", () => {
    const def = timing({ kind: "MEMBER_JOINED", offsets: [0] }, 5, 2, 0);
    expect(rows(memberOccurrences(def, "2026-01-01"))).toEqual([
      ["2026-01-01+0", "2026-01-06", "2026-01-06", "2026-01-06"],
    ]);
  });

  test("by hand", () => {
    const def = timing({ kind: "MANUAL" }, 0, 14, 7);
    expect(rows([manualOccurrence(def, "2026-03-01", "m1")])).toEqual([
      ["m1", "2026-03-01", "2026-03-15", "2026-03-22"],
    ]);
    expect(occurrencesBetween(def, "2026-01-01", "2026-12-31")).toEqual([]);
  });
});

describe("the period's question", () => {
  const periodReport = {
    period: "MONTH" as const,
    field: { key: "note", type: "TEXT" as const, label: { nb: "Hva har dere lært?" }, required: true },
    dueAfterDays: 7,
    missAfterDays: 14,
  };

  test("for whole periods that have come to their last day", () => {
    expect(rows(periodReportOccurrences({ periodReport }, "2026-09-15", "2026-11-30"))).toEqual([
      ["R-2026-10", "2026-10-31", "2026-11-07", "2026-11-21"],
      ["R-2026-11", "2026-11-30", "2026-12-07", "2026-12-21"],
    ]);
    expect(periodReportOccurrences({}, "2026-09-15", "2026-11-30")).toEqual([]);
  });

  test.each([
    ["R-2026-10", "2026-10"],
    ["2026-10", null],
    ["R-x", null],
  ])("%s is about %s", (occurrence, period) => expect(periodReportPeriod(occurrence)).toBe(period));
});
