import { tellsOverTime } from "@varde/domain";
import { randomFederation } from "@varde/domain/audit";
import { describe, expect, test } from "vitest";
import { chooseRelease } from "./choose-release.js";
import type { ChosenRelease, RawCount, Released } from "./choose-release.js";

const QUARTERS = [
  "2023-01-01",
  "2023-04-01",
  "2023-07-01",
  "2023-10-01",
  "2024-01-01",
  "2024-04-01",
  "2024-07-01",
  "2024-10-01",
];
const ENDS = [
  "2023-03-31",
  "2023-06-30",
  "2023-09-30",
  "2023-12-31",
  "2024-03-31",
  "2024-06-30",
  "2024-09-30",
  "2024-12-31",
];
const LAST = ENDS.at(-1)!;
const chapters = ["a", "b", "c", "d"].map((id) => ({ id, regionId: "east" }));
const base = { organizationId: "federation", aboutMember: true, k: 5, chapters, since: "2023-01-01", earlier: [] };

/** `each` of every outcome in every chapter and quarter. */
const even = (each: Record<string, number>): RawCount[] =>
  chapters.flatMap(({ id: chapterId }) =>
    QUARTERS.flatMap((quarter) =>
      Object.entries(each).map(([measure, n]) => ({ templateId: "t", chapterId, measure, quarter, n })),
    ),
  );
const until = (counts: readonly RawCount[], day: string) => counts.filter(({ quarter }) => quarter! <= day);
const of = ({ counts }: ChosenRelease, unitId: string, measure: string) =>
  counts.find((one) => one.unitId === unitId && one.measure === measure)?.value;

describe("a release", () => {
  test("counts a year where that can be read", () => {
    const release = chooseRelease({ ...base, day: LAST, counts: even({ ON_TIME: 3, LATE: 2, MISSED: 2 }) });
    expect(release).toMatchObject({ months: 12, cells: 18, readable: 18 });
    expect(of(release, "a", "ON_TIME")).toBe(12);
  });

  test("counts two years where one holds too few, and no more years than there are", () => {
    const counts = even({ ON_TIME: 3, MISSED: 1 });
    const release = chooseRelease({ ...base, day: LAST, counts });
    expect(release).toMatchObject({ months: 24, cells: 18, readable: 18 });
    expect(of(release, "a", "CLOSED")).toBe(32);
    expect(chooseRelease({ ...base, day: "2023-12-31", counts: until(counts, "2023-12-31") }).months).toBe(12);
  });

  test("waits while a template is new and little can be read, but not longer than a year", () => {
    const few = even({ ON_TIME: 0, LATE: 0, MISSED: 0 }).concat(
      chapters.map(({ id: chapterId }) => ({
        templateId: "t",
        chapterId,
        measure: "MISSED",
        quarter: "2024-10-01",
        n: 1,
      })),
    );
    expect(chooseRelease({ ...base, day: LAST, since: "2024-07-01", counts: few })).toMatchObject({
      counts: [],
      months: null,
    });
    expect(chooseRelease({ ...base, day: LAST, since: "2024-01-01", counts: few }).months).not.toBeNull();
  });

  test("does not show a quarter by subtraction: what only a few were added to stands as it was", () => {
    // three more in each chapter's newest quarter, in a template's first year
    const counts = chapters.flatMap(({ id: chapterId }) =>
      ["2023-01-01", "2023-04-01"].map((quarter, i) => ({
        templateId: "t",
        chapterId,
        measure: "ON_TIME",
        quarter,
        n: i === 0 ? 30 : 3,
      })),
    );
    const first = chooseRelease({ ...base, day: "2023-03-31", counts: until(counts, "2023-03-31") });
    expect(of(first, "a", "ON_TIME")).toBe(30);
    const earlier = [{ on: "2023-03-31", months: 12, cells: 18, readable: 18 }];
    expect(chooseRelease({ ...base, day: "2023-06-30", counts, earlier })).toMatchObject({ months: null, counts: [] });
    const aYearLater = chooseRelease({ ...base, day: "2024-06-30", counts, earlier });
    expect(aYearLater.months).not.toBeNull();
    expect(of(aYearLater, "a", "ON_TIME")).not.toBe(33);
  });
});

test("over random years nothing that is shown, at any level, tells a few by subtraction", () => {
  let [released, waited] = [0, 0];
  for (let seed = 0; seed < 60; seed++) {
    const { pick } = randomFederation(`choose ${seed}`);
    const there = Array.from({ length: 3 + pick(5) }, (_, i) => ({
      id: `c${i}`,
      regionId: `r${pick(1)}`,
      size: 1 + pick(24),
    }));
    const counts: RawCount[] = there.flatMap(({ id: chapterId, size }) =>
      QUARTERS.flatMap((quarter) => {
        const [onTime, late, missed] = [pick(size), pick(Math.ceil(size / 4)), pick(Math.ceil(size / 6))];
        const yes = pick(onTime + late);
        const answers = { "field:next:true": yes, "field:next:false": onTime + late - yes };
        return Object.entries({ ON_TIME: onTime, LATE: late, MISSED: missed, ...answers }).map(([measure, n]) => ({
          templateId: "t",
          chapterId,
          measure,
          quarter,
          n,
        }));
      }),
    );
    const earlier: Released[] = [];
    const shown = new Map<string, { from: number; to: number }[]>();
    for (const [q, day] of ENDS.entries()) {
      const release = chooseRelease({ ...base, chapters: there, day, counts: until(counts, day), earlier });
      if (release.months === null) {
        waited += 1;
        continue;
      }
      released += 1;
      earlier.push({ on: day, months: release.months, cells: release.cells, readable: release.readable });
      for (const { unitId, measure, value } of release.counts) {
        const window = { from: q - release.months / 3 + 1, to: q };
        if (value !== null) shown.set(`${unitId}|${measure}`, [...(shown.get(`${unitId}|${measure}`) ?? []), window]);
      }
    }
    const parts: Record<string, string[]> = {
      CLOSED: ["ON_TIME", "LATE", "MISSED"],
      LATE_OR_MISSED: ["LATE", "MISSED"],
    };
    for (const [cell, windows] of shown) {
      const [unitId, measure] = cell.split("|") as [string, string];
      const within = there.filter(({ id, regionId }) => [id, regionId, "federation"].includes(unitId));
      const blocks = QUARTERS.map((quarter) =>
        counts
          .filter(
            (one) =>
              one.quarter === quarter &&
              within.some(({ id }) => id === one.chapterId) &&
              (parts[measure] ?? [measure]).includes(one.measure),
          )
          .reduce((sum, { n }) => sum + n, 0),
      );
      expect(tellsOverTime(blocks, windows, 5), `${seed} ${cell}`).toBe(false);
    }
  }
  expect(released).toBeGreaterThan(60);
  expect(waited).toBeGreaterThan(10);
});
