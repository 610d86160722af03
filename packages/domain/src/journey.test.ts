import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "./calendar.js";
import {
  isActivated,
  JOURNEY_ENDINGS,
  JOURNEY_LANES,
  JOURNEY_STAGES,
  matureCohort,
  pathOf,
  publishPaths,
  stageOn,
} from "./journey.js";
import type { JourneyEnding, JourneyFacts, JourneyLane } from "./journey.js";

const TODAY = "2026-11-22";
const facts = (over: Partial<JourneyFacts> = {}): JourneyFacts => ({
  joinedOn: "2025-03-01",
  leftOn: null,
  firstCameOn: null,
  times: 0,
  timesLastYear: 0,
  feePaid: true,
  ...over,
});

describe("the stage on a day", () => {
  it.each<[string, Partial<JourneyFacts>]>([
    ["WELCOME", { joinedOn: TODAY }],
    ["WELCOME", { joinedOn: "2026-11-08", feePaid: false }],
    ["FIRST_MEETING", { joinedOn: "2026-11-07" }],
    ["FIRST_MEETING", { joinedOn: "2026-09-23", timesLastYear: 5 }],
    ["PARTICIPATE", { joinedOn: "2026-09-22" }],
    ["PARTICIPATE", { timesLastYear: 2 }],
    ["PARTICIPATE", { feePaid: null }],
    ["CONTRIBUTE", { timesLastYear: 3 }],
    ["RENEW", { timesLastYear: 3, feePaid: false }],
    ["FAREWELL", { leftOn: TODAY }],
    ["FAREWELL", { leftOn: "2025-11-23" }],
    // whoever says when they will leave is a member until then
    ["PARTICIPATE", { leftOn: "2026-11-23" }],
  ])("%s with %o", (stage, over) => expect(stageOn(facts(over), TODAY)).toBe(stage));

  it("is none before joining and a year after leaving", () => {
    expect(stageOn(facts({ joinedOn: "2026-11-23" }), TODAY)).toBeNull();
    expect(stageOn(facts({ leftOn: "2025-11-22" }), TODAY)).toBeNull();
  });

  it("is exactly one for everyone who is a member or left this year, and never goes back to a greeting", () => {
    const day = fc.integer({ min: -1500, max: 1500 }).map((n) => addDays(TODAY, n));
    const member = fc.record({
      joinedOn: day,
      leftOn: fc.option(day),
      firstCameOn: fc.option(day),
      times: fc.nat(9),
      timesLastYear: fc.nat(9),
      feePaid: fc.constantFrom(true, false, null),
    });
    fc.assert(
      fc.property(member, fc.nat(400), (who, later) => {
        const leftOn = who.leftOn !== null && who.leftOn < who.joinedOn ? who.joinedOn : who.leftOn;
        const one = { ...who, leftOn };
        const stage = stageOn(one, TODAY);
        const inPicture = one.joinedOn <= TODAY && (leftOn === null || leftOn > addMonths(TODAY, -12));
        expect(JOURNEY_STAGES.filter((name) => name === stage)).toHaveLength(inPicture ? 1 : 0);
        const then = stageOn(one, addDays(TODAY, later));
        if (stage === null || then === null) return;
        const greeted = JOURNEY_STAGES.indexOf(stage);
        if (greeted >= 2) expect(JOURNEY_STAGES.indexOf(then)).toBeGreaterThanOrEqual(2);
        else expect(JOURNEY_STAGES.indexOf(then)).toBeGreaterThanOrEqual(greeted);
      }),
    );
  });
});

describe("a mature cohort", () => {
  it("is a year of joining days, each 90 days ago or more", () => {
    expect(matureCohort(TODAY, "2020-01-01")).toEqual({ from: "2025-08-25", to: "2026-08-24" });
    expect(matureCohort("2026-09-30", "2020-01-01")).toEqual({ from: "2025-07-03", to: "2026-07-02" });
  });

  it("begins no earlier than the names, and is not there before they are 90 days old", () => {
    expect(matureCohort(TODAY, "2026-08-24")).toEqual({ from: "2026-08-24", to: "2026-08-24" });
    expect(matureCohort(TODAY, "2026-08-25")).toBeNull();
  });

  it.each([
    [null, false],
    ["2025-02-20", true],
    ["2025-05-30", true],
    ["2025-05-31", false],
  ])("who first came on %s is activated: %s", (firstCameOn, expected) =>
    expect(isActivated({ joinedOn: "2025-03-01", firstCameOn })).toBe(expected),
  );

  it.each<[JourneyLane, JourneyEnding, Partial<JourneyFacts>]>([
    ["NOT", "UNPAID", { feePaid: false }],
    ["NOT", "LEFT", { leftOn: TODAY, firstCameOn: "2025-09-01", times: 4 }],
    ["ONCE", "PAID", { firstCameOn: "2025-03-09", times: 1 }],
    ["AGAIN", "UNPAID", { firstCameOn: "2025-03-09", times: 2, feePaid: null }],
    ["OFTEN", "PAID", { firstCameOn: "2025-03-09", times: 3, leftOn: "2026-12-01" }],
  ])("goes %s, %s", (lane, ending, over) => expect(pathOf(facts(over), TODAY)).toEqual({ lane, ending }));
});

describe("what is told of the ways", () => {
  const cell = (lane: JourneyLane, ending: JourneyEnding, n: number) => ({ lane, ending, n });

  it("is as fine as no small count allows", () => {
    expect(publishPaths([cell("OFTEN", "PAID", 9), cell("NOT", "LEFT", 0)], 5)).toEqual([
      cell("OFTEN", "PAID", 9),
      cell("NOT", "LEFT", 0),
    ]);
    expect(publishPaths([cell("OFTEN", "PAID", 2), cell("AGAIN", "PAID", 9), cell("NOT", "LEFT", 6)], 5)).toEqual([
      cell("AGAIN", "PAID", 11),
      cell("NOT", "LEFT", 6),
    ]);
    // few of each way left: those who left are told as one, so that the ways of the others can be told
    const few = [cell("ONCE", "LEFT", 2), cell("OFTEN", "LEFT", 4), cell("ONCE", "PAID", 8), cell("NOT", "PAID", 9)];
    expect(publishPaths(few, 5)).toEqual([
      { lane: "CAME", ending: "LEFT", n: 6 },
      { lane: "ONCE", ending: "STAYED", n: 8 },
      { lane: "NOT", ending: "STAYED", n: 9 },
    ]);
    expect(publishPaths([cell("ONCE", "PAID", 2), cell("OFTEN", "LEFT", 9), cell("NOT", "UNPAID", 6)], 5)).toBeNull();
  });

  it("never holds a small count, and always sums to all of them", () => {
    const counts = fc.array(fc.nat(12), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 3, max: 8 }), (ns, k) => {
        const paths = JOURNEY_LANES.flatMap((lane, i) =>
          JOURNEY_ENDINGS.map((ending, j) => cell(lane, ending, ns[i * 3 + j] ?? 0)),
        );
        const told = publishPaths(paths, k);
        if (told === null) return;
        expect(told.filter(({ n }) => n > 0 && n < k)).toEqual([]);
        const sum = (cells: readonly { lane: string; n: number }[], not: boolean): number =>
          cells.reduce((total, { lane, n }) => total + ((lane === "NOT") === not ? n : 0), 0);
        expect([sum(told, true), sum(told, false)]).toEqual([sum(paths, true), sum(paths, false)]);
      }),
    );
  });
});
