import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "./calendar.js";
import { TARGET_KINDS } from "./definition.js";
import type { Target, TargetKind } from "./definition.js";
import { countsFromKept } from "./standings.js";
import type { UnclosedBucket } from "./standings.js";
import { targetOfMonths, targetPeriod, targetProgress, targetWindow } from "./targets.js";
import type { TargetFacts, TargetProgress } from "./targets.js";

const target = (kind: TargetKind, threshold: number, value?: string): Target => ({
  key: "t",
  kind,
  threshold,
  period: "HALF_YEAR",
  text: { nb: "Mål" },
  ...(kind.startsWith("FIELD") && { fieldKey: "f" }),
  ...(value !== undefined && { value }),
});
const window = targetWindow("2026-H1");
const during = "2026-04-15";
const after = "2026-09-01";
const none = { onTime: 0, late: 0, missed: 0, open: 0, overdue: 0 };

function progress(
  of: Target,
  facts: Partial<TargetFacts["counts"]> | null,
  more: Partial<TargetFacts> = {},
  today = during,
) {
  return targetProgress(
    { target: of, window, today },
    { counts: facts && { ...none, ...facts }, answers: null, ...more },
  );
}

describe("a ratio", () => {
  test.each([
    ["nothing judged", { open: 4 }, "NOT_YET", null],
    ["one of one, and no more to come", { onTime: 1 }, "REACHED", null],
    ["two of two, but one is open and could fail it", { onTime: 2, open: 1 }, "TOO_FEW", null],
    ["nine judged are too few, however bad", { missed: 9 }, "TOO_FEW", null],
    ["ten are enough", { onTime: 6, late: 1, missed: 3, open: 1 }, "BEHIND", 0.7],
    ["on the way while some are open", { onTime: 17, missed: 3, open: 3 }, "ON_TRACK", 0.85],
    ["so many that the open ones cannot spoil it", { onTime: 95, missed: 0, overdue: 5 }, "REACHED", 1],
  ])("%s", (_name, counts, status, forecast) => {
    expect(progress(target("COMPLETION", 0.8), counts)).toMatchObject({ status, forecast });
  });

  test("counts what is late as done, and not as on time", () => {
    const counts = { onTime: 5, late: 5 };
    expect(progress(target("COMPLETION", 0.9), counts)).toMatchObject({ status: "REACHED", numerator: 10 });
    expect(progress(target("TIMELINESS", 0.9), counts)).toMatchObject({
      status: "BEHIND",
      numerator: 5,
      denominator: 10,
    });
  });

  test("is exact where a share is not in binary", () => {
    expect(progress(target("COMPLETION", 0.7), { onTime: 7, missed: 3 })).toMatchObject({ status: "REACHED" });
    expect(progress(target("COMPLETION", 0.29), { onTime: 29, missed: 71 })).toMatchObject({ status: "REACHED" });
  });

  test("of answers: a share of those who answered, a mean of numbers", () => {
    const answers = { n: 12, sum: 96, chosen: 3 };
    expect(progress(target("FIELD_SHARE", 0.5, "true"), { onTime: 20 }, { answers })).toMatchObject({
      status: "BEHIND",
      numerator: 3,
      denominator: 12,
    });
    expect(progress(target("FIELD_MEAN", 8), { onTime: 12 }, { answers })).toMatchObject({
      status: "REACHED",
      numerator: 96,
      denominator: 12,
      forecast: 8,
    });
  });

  test("has no forecast when there is nothing left to forecast", () => {
    expect(progress(target("COMPLETION", 0.8), { onTime: 5, missed: 15 }, {}, after)).toEqual({
      status: "BEHIND",
      numerator: 5,
      denominator: 20,
      forecast: null,
      over: true,
    });
  });
});

describe("an amount", () => {
  test.each([
    ["reached is reached, of one too", target("COUNT", 1), { onTime: 1 }, during, "REACHED"],
    ["few, in the middle of the period", target("COUNT", 4), { onTime: 2, open: 1 }, during, "TOO_FEW"],
    ["hardly begun", target("COUNT", 60), { onTime: 12 }, "2026-01-20", "NOT_YET"],
    ["nothing expected", target("COUNT", 2), {}, after, "NOT_YET"],
    ["over, and not there", target("COUNT", 2), { onTime: 1, missed: 1 }, after, "BEHIND"],
    ["ended, but one can still be done", target("COUNT", 2), { onTime: 1, overdue: 1 }, after, "TOO_FEW"],
  ])("%s", (_name, of, counts, today, status) => {
    expect(progress(of, counts, {}, today)).toMatchObject({ status, forecast: null, denominator: null });
  });

  test("is on the way at the pace of what has been, from ten reports", () => {
    // day 91 of 181
    const facts = { onTime: 12, open: 1 };
    const seen = progress(target("COUNT", 20), facts, {}, "2026-04-01");
    expect(seen).toMatchObject({ status: "ON_TRACK", numerator: 12 });
    expect(seen.forecast).toBeCloseTo((12 * 181) / 91);
    expect(progress(target("COUNT", 30), facts, {}, "2026-04-01").status).toBe("BEHIND");
  });

  test("counts an answer where it names one, and adds up numbers", () => {
    const answers = { n: 3, sum: 7, chosen: 2 };
    expect(progress(target("COUNT", 2, "tried"), { onTime: 3 }, { answers })).toMatchObject({
      status: "REACHED",
      numerator: 2,
    });
    expect(progress(target("FIELD_SUM", 8), { onTime: 3 }, { answers })).toMatchObject({
      status: "TOO_FEW",
      numerator: 7,
    });
  });
});

test.each(TARGET_KINDS)("%s says nothing of what is hidden", (kind) => {
  const hidden = { n: null, sum: null, chosen: null };
  expect(progress(target(kind, 1, "true"), null, { answers: hidden }, after)).toMatchObject({
    status: "TOO_FEW",
    numerator: null,
    denominator: null,
    forecast: null,
  });
});

test("is measured in the period of today, or the one the window ends in", () => {
  const quarter = { period: "QUARTER" } as const;
  expect(targetPeriod(quarter, targetWindow("2026"), "2026-05-05")).toBe("2026-Q2");
  expect(targetPeriod(quarter, targetWindow("2025"), "2026-05-05")).toBe("2025-Q4");
  expect(targetPeriod(quarter, targetWindow("2026-H2"), "2026-05-05")).toBe("2026-Q3");
  expect(targetPeriod({ period: "YEAR" }, targetWindow("2025-H1"), "2026-05-05")).toBe("2025");
});

test("over twelve months an amount is as many times more, and a share the same", () => {
  expect(targetOfMonths({ kind: "COUNT", period: "QUARTER", threshold: 3 }, 12).threshold).toBe(12);
  expect(targetOfMonths({ kind: "FIELD_SUM", period: "YEAR", threshold: 6 }, 12).threshold).toBe(6);
  expect(targetOfMonths({ kind: "FIELD_MEAN", period: "MONTH", threshold: 6 }, 12).threshold).toBe(6);
  expect(targetOfMonths({ kind: "TIMELINESS", period: "MONTH", threshold: 0.9 }, 24).threshold).toBe(0.9);
});

/** One task as it is: which day it is due and missed, and when it was done with which answers. Nothing is added up beforehand. */
type Task = { due: string; grace: number; doneOn: string | null; chose: boolean | null; number: number | null };

const taskOf: fc.Arbitrary<Task> = fc
  .record({
    due: fc.integer({ min: 0, max: 180 }),
    grace: fc.integer({ min: 0, max: 40 }),
    doneAfter: fc.option(fc.integer({ min: -20, max: 30 })),
    chose: fc.option(fc.boolean()),
    number: fc.option(fc.integer({ min: 0, max: 30 })),
  })
  .map(({ due, grace, doneAfter, chose, number }) => {
    const day = addDays(window.start, due);
    return { due: day, grace, doneOn: doneAfter === null ? null : addDays(day, doneAfter), chose, number };
  });

function factsOf(tasks: readonly Task[], today: string): TargetFacts {
  const closed = tasks.filter(({ doneOn }) => doneOn !== null);
  const kept = {
    onTime: closed.filter(({ doneOn, due }) => doneOn! <= due).length,
    late: closed.filter(({ doneOn, due }) => doneOn! > due).length,
    waived: 0,
    cancelled: 0,
    empty: 0,
  };
  const buckets: UnclosedBucket[] = tasks
    .filter(({ doneOn }) => doneOn === null)
    .map(({ due, grace }) => ({ dueOn: due, missOn: addDays(due, grace), n: 1 }));
  const chose = closed.filter((task) => task.chose !== null);
  return {
    counts: countsFromKept(kept, buckets, today),
    answers: {
      n: chose.length,
      sum: chose.reduce((sum, task) => sum + (task.number ?? 0), 0),
      chosen: chose.filter((task) => task.chose).length,
    },
  };
}

/** The same told one task at a time. */
function naive(of: Target, tasks: readonly Task[], today: string): Pick<TargetProgress, "numerator" | "denominator"> {
  let [numerator, denominator] = [0, 0];
  for (const { due, grace, doneOn, chose, number } of tasks) {
    const done = doneOn !== null;
    const missed = !done && today > addDays(due, grace);
    if (of.kind === "COMPLETION" || of.kind === "TIMELINESS") {
      if (done || missed) denominator++;
      if (done && (of.kind === "COMPLETION" || doneOn <= due)) numerator++;
    } else if (of.kind === "COUNT" && !of.value) {
      if (done) numerator++;
    } else if (done && chose !== null) {
      denominator++;
      numerator += of.kind === "FIELD_SHARE" || of.kind === "COUNT" ? (chose ? 1 : 0) : (number ?? 0);
    }
  }
  return { numerator, denominator: of.kind === "COUNT" || of.kind === "FIELD_SUM" ? null : denominator };
}

describe("of any tasks on any day", () => {
  const any = fc.record({
    tasks: fc.array(taskOf, { maxLength: 30 }),
    kind: fc.constantFrom(...TARGET_KINDS),
    value: fc.boolean(),
    share: fc.integer({ min: 0, max: 20 }),
    day: fc.integer({ min: 0, max: 260 }),
  });
  const arrange = ({ kind, value, share, day, tasks }: typeof any extends fc.Arbitrary<infer T> ? T : never) => {
    const isShare = kind === "COMPLETION" || kind === "TIMELINESS" || kind === "FIELD_SHARE";
    const of = target(kind, isShare ? share / 20 : share, kind === "FIELD_SHARE" || value ? "true" : undefined);
    const today = addDays(window.start, day);
    return { of, today, tasks, seen: targetProgress({ target: of, window, today }, factsOf(tasks, today)) };
  };

  test("the counts are those of a recount, task by task", () => {
    fc.assert(
      fc.property(any, (input) => {
        const { of, tasks, today, seen } = arrange(input);
        expect({ numerator: seen.numerator, denominator: seen.denominator }).toEqual(naive(of, tasks, today));
      }),
      { numRuns: 500 },
    );
  });

  test("nothing is forecast, on the way or behind below ten, but an amount whose period is over", () => {
    fc.assert(
      fc.property(any, (input) => {
        const { seen, tasks } = arrange(input);
        const n = seen.denominator ?? tasks.filter(({ doneOn }) => doneOn !== null).length;
        if (n >= 10) return;
        expect(seen.forecast).toBeNull();
        expect(seen.status).not.toBe("ON_TRACK");
        if (seen.status === "BEHIND") expect(seen).toMatchObject({ denominator: null, over: true });
      }),
      { numRuns: 500 },
    );
  });

  test("what is reached of done and due stays reached when all that is open is missed", () => {
    fc.assert(
      fc.property(any, (input) => {
        const { of, tasks, today, seen } = arrange(input);
        if (seen.status !== "REACHED") return;
        const later = addDays(today, 400);
        const still = targetProgress({ target: of, window, today: later }, factsOf(tasks, later));
        expect(still.status).toBe("REACHED");
      }),
      { numRuns: 500 },
    );
  });

  test("a higher threshold is never easier to reach", () => {
    fc.assert(
      fc.property(any, (input) => {
        const { of, today, tasks, seen } = arrange(input);
        const higher = { ...of, threshold: of.threshold + 0.05 };
        const harder = targetProgress({ target: higher, window, today }, factsOf(tasks, today));
        if (harder.status === "REACHED") expect(seen.status).toBe("REACHED");
      }),
      { numRuns: 300 },
    );
  });
});
