import { expect, test } from "vitest";
import { chapterHours, measuredBurden } from "./burden.js";

test.each([
  ["nobody has reported", null, { seconds: 42, measured: false, n: 0 }],
  ["nine have", { n: 9, medianSeconds: 30 }, { seconds: 42, measured: false, n: 9 }],
  ["ten have", { n: 10, medianSeconds: 30.4 }, { seconds: 30, measured: true, n: 10 }],
])("the burden when %s", (_name, measured, expected) => expect(measuredBurden(42, measured)).toEqual(expected));

test("hours add up what it takes to report and to carry out", () => {
  expect(chapterHours([])).toBe(0);
  expect(chapterHours([{ n: 60, seconds: 60, minutes: null }])).toBe(1);
  expect(
    chapterHours([
      { n: 4, seconds: 0, minutes: 30 },
      { n: 2, seconds: 900, minutes: 45 },
    ]),
  ).toBe(4);
});
