import { describe, expect, test } from "vitest";
import { MIN_JUDGED } from "@varde/domain";
import { scoreMeasures } from "./score-measures.js";
import type { Side } from "./score-measures.js";
import { SHARE_MEASURES, shareOf, shownMeasures } from "./shown-measures.js";
import type { PersonCounts } from "./shown-measures.js";

type World = PersonCounts;

/** every way `judged` persons can have gone, with those counts apart that the scoreboard tells of */
function worlds(judged: number): World[] {
  const all: World[] = [];
  for (let attempted = 0; attempted <= judged; attempted++)
    for (let done = 0; done <= attempted; done++)
      for (let onTime = 0; onTime <= done; onTime++)
        for (let reached = 0; reached <= done; reached++) all.push({ judged, attempted, done, onTime, reached });
  return all;
}

/** counts of persons that nobody above the chapter may learn while they are one to k - 1 */
const SENSITIVE: Record<string, (world: World) => number> = {
  judged: (w) => w.judged,
  attempted: (w) => w.attempted,
  done: (w) => w.done,
  onTime: (w) => w.onTime,
  reached: (w) => w.reached,
  late: (w) => w.done - w.onTime,
  missed: (w) => w.judged - w.done,
  notInTime: (w) => w.judged - w.onTime,
  untried: (w) => w.judged - w.attempted,
  triedAndMissed: (w) => w.attempted - w.done,
  notSpokenWith: (w) => w.attempted - w.reached,
  doneWithoutWords: (w) => w.done - w.reached,
};

const side = (world: World): Side => ({ ...world, seconds: [], waiting: null, nextDays: [] });

/** all that a reader gets to know: what is told and what is hidden; intervals and verdicts come from what is told */
function seen(sides: readonly World[], k: number, least: number): string {
  const shown = shownMeasures(sides, k, least);
  const facts = SHARE_MEASURES.map((measure) =>
    sides.map((one) => {
      const { n, numerator } = shareOf(measure, one);
      return shown[measure] === "FULL" ? `${numerator}/${n}` : shown[measure] === "TOTAL" ? n : "";
    }),
  );
  return JSON.stringify([shown, facts]);
}

/**
 * Whoever knows the rules and reads the answer goes through every world that gives it: is a small count the same in them all?
 * Worlds go further than the `most` judged that are held to it, since a reader does not know that we stop there.
 */
function leaks(all: Iterable<World[]>, k: number, least: number, most: number): string[] {
  const groups = new Map<string, { first: World[]; fixed: number[] }>();
  const names = Object.keys(SENSITIVE);
  const valuesOf = (sides: World[]): number[] => sides.flatMap((one) => names.map((name) => SENSITIVE[name]!(one)));
  for (const sides of all) {
    const key = seen(sides, k, least);
    const group = groups.get(key);
    const values = valuesOf(sides);
    if (!group) groups.set(key, { first: sides, fixed: values });
    else for (const [i, value] of group.fixed.entries()) if (value !== values[i]) group.fixed[i] = Number.NaN;
  }
  return [...groups.values()]
    .filter(({ first }) => first.every(({ judged }) => judged <= most))
    .flatMap(({ first, fixed }) =>
      fixed.flatMap((value, i) =>
        value >= 1 && value < k ? [`${names[i % names.length]} = ${value} of ${JSON.stringify(first)}`] : [],
      ),
    );
}

const upTo = (most: number): World[] => Array.from({ length: most + 1 }, (_, n) => worlds(n)).flat();

function* pairs(all: readonly World[]): Generator<World[]> {
  for (const pilot of all) for (const before of all) yield [pilot, before];
}

describe("what may be told of persons", () => {
  test.each([
    [3, 10],
    [5, 10],
  ])("one version alone, k = %i: no small count can be worked out from what is told", (k, least) => {
    const all = upTo(12 + k).map((world) => [world]);
    expect(leaks(all, k, least, 12)).toEqual([]);
  });

  test("beside the version before: nor from the two and from what is hidden in both", () => {
    // fewer are needed on a side here than in life, so that every pair can be gone through
    expect(leaks(pairs(upTo(7)), 3, 4, 5)).toEqual([]);
  }, 60_000);

  test("counts that tell of nobody are shown", () => {
    const plenty = { judged: 60, attempted: 50, done: 40, onTime: 30, reached: 20 };
    expect(shownMeasures([plenty, plenty], 5, MIN_JUDGED)).toEqual({ DONE: "FULL", ON_TIME: "FULL", REACHED: "FULL" });
    // three were late: done is told, and so on time is not
    expect(shownMeasures([{ ...plenty, onTime: 37 }], 5, MIN_JUDGED)).toMatchObject({
      DONE: "FULL",
      ON_TIME: "HIDDEN",
    });
    // the same three in the version before hide it in both
    expect(shownMeasures([plenty, { ...plenty, onTime: 37 }], 5, MIN_JUDGED).ON_TIME).toBe("HIDDEN");
    expect(shownMeasures([{ ...plenty, attempted: 57 }], 5, MIN_JUDGED).REACHED).toBe("HIDDEN");
    expect(shownMeasures([{ judged: 7, attempted: 7, done: 7, onTime: 6, reached: 6 }], 5, MIN_JUDGED)).toEqual({
      DONE: "TOTAL",
      ON_TIME: "TOTAL",
      REACHED: "TOTAL",
    });
    expect(shownMeasures([{ judged: 4, attempted: 4, done: 4, onTime: 4, reached: 4 }], 5, MIN_JUDGED).DONE).toBe(
      "HIDDEN",
    );
  });

  test("a verdict goes with the numbers behind it: with what is told of the others it could leave one number only", () => {
    const pilot = { judged: 60, attempted: 60, done: 60, onTime: 58, reached: 60 };
    const before = { judged: 60, attempted: 60, done: 60, onTime: 30, reached: 60 };
    const measures = scoreMeasures({ pilotId: "p", aboutMember: true, pilot: side(pilot), before: side(before), k: 5 });
    expect(measures.find(({ measure }) => measure === "ON_TIME")).toMatchObject({
      verdict: "UNDECIDED",
      declined: "HIDDEN",
      difference: null,
      pilot: { numerator: null, n: null, value: null, low: null, high: null },
      before: { numerator: null, n: null, value: null },
    });
  });
});
