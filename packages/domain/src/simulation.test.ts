import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, isoWeek, isoWeekStart, isoWeeksBetween } from "./calendar.js";
import { TRIGGER_KINDS } from "./definition.js";
import type { Schedule, Trigger } from "./definition.js";
import { canSimulate, simulate } from "./simulation.js";
import type { Simulation, SimulationInput } from "./simulation.js";

const at = (opensAfterDays: number): Schedule => ({
  opensAfterDays,
  dueAfterDays: opensAfterDays + 14,
  missAfterDays: 7,
  lateAllowed: true,
});
const chapter = (id: string, openedOn = "2000-01-01", closedOn: string | null = null) => ({ id, openedOn, closedOn });

/** A year for three chapters, an hour each time, a cap of two hours; `trigger` says the rest. */
const run = (trigger: Trigger, more: Partial<SimulationInput> = {}, schedule = at(0)): Simulation =>
  simulate({
    definition: { trigger, schedule },
    from: "2026-01-01",
    to: "2026-12-31",
    chapters: ["a", "b", "c"].map((id) => chapter(id)),
    events: [],
    secondsEach: 0,
    minutesEach: 60,
    otherHours: {},
    capHours: 2,
    ...more,
  });
const inWeek = ({ weeks }: Simulation, week: string) => weeks.find((one) => one.week === week)?.n;
const eventsIn = (weeks: string[]) => {
  const [chapterId, week] = [fc.constantFrom("a", "b", "c"), fc.constantFrom(...weeks)];
  return fc.array(fc.record({ chapterId, week, n: fc.integer({ min: 1, max: 6 }) }), { maxLength: 60 });
};
const monthly: Trigger = { kind: "PERIOD", period: "MONTH" };
const after: Trigger = { kind: "AFTER", templateKey: "treff", offsets: [7] };
const joined = (...offsets: number[]): Trigger => ({ kind: "MEMBER_JOINED", offsets });

test("what a person starts, and what is not kept as events, cannot be simulated", () => {
  const not = TRIGGER_KINDS.map((kind) => [kind, canSimulate({ kind })]).filter(([, answer]) => answer !== "YES");
  expect(not).toEqual([
    ["MEMBER_INACTIVE", "NO_DATA"],
    ["AGE_REACHED", "NO_DATA"],
    ["MANUAL", "BY_HAND"],
  ]);
});

describe("by the calendar", () => {
  test("every month for every chapter, in the week it opens, exactly", () => {
    const found = run(monthly);
    expect(found.total).toBe(36);
    expect(found.weeks).toHaveLength(53);
    expect([inWeek(found, "2026-W01"), inWeek(found, "2026-W02"), inWeek(found, "2026-W49")]).toEqual([3, 0, 3]);
    expect(found.peak).toEqual({ week: "2026-W01", n: 3 });
    expect(found.rounded).toBe(false);
    expect(found.perChapter[1]).toEqual({ chapterId: "b", n: 12, peakMonth: "2026-01", peakHours: 1 });
    expect(found.chaptersAboveCap).toEqual([]);
  });

  test("bounded by the chapter's life; a partial first period is not expected", () => {
    const chapters = [
      chapter("new", "2026-03-02"),
      chapter("gone", "2000-01-01", "2026-03-01"),
      chapter("later", "2027-01-01"),
    ];
    const { perChapter, total } = run(monthly, { chapters });
    expect(perChapter.map(({ n }) => n)).toEqual([9, 2, 0]);
    expect(perChapter[2]).toEqual({ chapterId: "later", n: 0, peakMonth: null, peakHours: 0 });
    expect(total).toBe(11);
  });

  test("dates of the year", () => {
    const dates = [
      { key: "spring", name: { nb: "Vår" }, opens: "02-09", due: "03-01" },
      { key: "autumn", name: { nb: "Høst" }, opens: "09-01", due: "10-01" },
    ];
    const found = run({ kind: "CALENDAR", dates }, { from: "2025-06-01", to: "2026-06-30" });
    expect([found.total, inWeek(found, "2025-W36"), inWeek(found, "2026-W07")]).toEqual([6, 3, 3]);
  });

  test("above the cap counts what the chapter has besides, in months in which this asks something", () => {
    const otherHours = { a: { "2026-04": 5, "2026-05": 1.5, "2026-07": 1.25 }, b: { "2026-04": 1 } };
    const found = run({ kind: "PERIOD", period: "QUARTER" }, { otherHours }, at(31));
    expect(found.chaptersAboveCap).toEqual([{ chapterId: "a", month: "2026-05", hours: 2.5 }]);
    expect(run(monthly, { otherHours }).chaptersAboveCap).toEqual([{ chapterId: "a", month: "2026-04", hours: 6 }]);
    expect(run(monthly, { otherHours, capHours: null }).chaptersAboveCap).toEqual([]);
  });
});

describe("after events", () => {
  const events = [
    { chapterId: "a", week: "2026-W10", n: 3 },
    { chapterId: "b", week: "2026-W10", n: 1 },
    { chapterId: "b", week: "2025-W52", n: 2 },
    { chapterId: "c", week: "2026-W53", n: 9 },
    { chapterId: "unknown", week: "2026-W10", n: 9 },
  ];

  test("of duties: exact, each week moved as a whole, within the span", () => {
    const found = run(after, { events, eventsArePersons: false });
    expect([found.total, inWeek(found, "2026-W11"), inWeek(found, "2026-W01")]).toEqual([6, 4, 2]);
    expect(found.rounded).toBe(false);
    expect(found.chaptersAboveCap).toEqual([{ chapterId: "a", month: "2026-03", hours: 3 }]);
    expect(found.perChapter[1]).toEqual({ chapterId: "b", n: 3, peakMonth: "2026-01", peakHours: 2 });
  });

  test("while the chapter is there", () => {
    const chapters = [chapter("a", "2026-03-20"), chapter("b", "2000-01-01", "2026-03-09")];
    expect(run(after, { events, eventsArePersons: false, chapters }).perChapter.map(({ n }) => n)).toEqual([0, 2]);
  });

  test("of persons: to the nearest five, nothing by chapter, hours at most", () => {
    const found = run(joined(7), { events });
    expect([found.total, inWeek(found, "2026-W11"), inWeek(found, "2026-W01")]).toEqual([5, 5, 0]);
    expect([found.rounded, found.perChapter]).toEqual([true, []]);
    expect(found.chaptersAboveCap.map(({ hours }) => hours)).toEqual([5, 5]);
    expect(run(joined(7), { events, minutesEach: 3, secondsEach: 30, capHours: 0 }).chaptersAboveCap).toEqual([
      { chapterId: "a", month: "2026-03", hours: 0.5 },
      { chapterId: "b", month: "2026-01", hours: 0.5 },
    ]);
  });

  test("of whom nobody says that they are not persons: rounded", () => {
    expect(run(after, { events }).rounded).toBe(true);
    expect(run({ ...after, aboutMember: true }, { events, eventsArePersons: false }).rounded).toBe(true);
  });

  test("what cannot be simulated is empty", () => {
    for (const kind of ["MANUAL", "AGE_REACHED", "MEMBER_INACTIVE"] as const) {
      const found = run({ kind, offsets: [0] }, { events });
      expect([found.total, found.peak]).toEqual([0, null]);
    }
  });
});

describe("privacy", () => {
  const someEvents = eventsIn(isoWeeksBetween("2026-01-01", "2026-12-31"));

  test("every count of persons that leaves is a multiple of five for each offset, however many offsets fall together", () => {
    fc.assert(
      fc.property(someEvents, fc.uniqueArray(fc.integer({ min: -3, max: 3 }), { minLength: 1 }), (events, offsets) => {
        const one = run(joined(0), { events });
        const many = run(joined(...offsets), { events });
        expect(one.total % 5).toBe(0);
        expect(many.total).toBe(one.total * offsets.length);
        expect(many.weeks).toEqual(one.weeks.map(({ week, n }) => ({ week, n: n * offsets.length })));
      }),
      { seed: 1 },
    );
  });

  test("one member more within a bucket changes nothing that leaves", () => {
    const otherHours = { a: { "2026-03": 1.2 } };
    const with2 = run(joined(3, 14), { events: [{ chapterId: "a", week: "2026-W10", n: 3 }], otherHours });
    const with3 = run(joined(3, 14), { events: [{ chapterId: "a", week: "2026-W10", n: 4 }], otherHours });
    expect(with3).toEqual(with2);
  });

  test("offsets within the same whole week tell the same", () => {
    fc.assert(
      fc.property(someEvents, fc.integer({ min: -3, max: 3 }), (events, days) => {
        expect(run(joined(14 + days), { events })).toEqual(run(joined(14), { events }));
      }),
      { seed: 2 },
    );
  });
});

test("duties counted one by one, by hand, are the same", () => {
  const someEvents = eventsIn(["2025-W40", "2026-W01", "2026-W30", "2026-W53"]);
  fc.assert(
    fc.property(
      someEvents,
      fc.uniqueArray(fc.integer({ min: -60, max: 120 }), { minLength: 1, maxLength: 4 }),
      (events, offsets) => {
        const expected = new Map<string, number>();
        for (const { week, n } of events) {
          for (const offset of offsets) {
            const opens = isoWeek(addDays(isoWeekStart(week), 7 * Math.round(offset / 7)));
            expected.set(opens, (expected.get(opens) ?? 0) + n);
          }
        }
        const found = run({ ...after, offsets }, { events, eventsArePersons: false });
        for (const { week, n } of found.weeks) expect(n).toBe(expected.get(week) ?? 0);
        const all = [found.weeks, found.perChapter].map((some) => some.reduce((sum, { n }) => sum + n, 0));
        expect(all).toEqual([found.total, found.total]);
      },
    ),
    { seed: 3 },
  );
});
