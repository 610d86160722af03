import { expect, test } from "vitest";
import type { OutcomeOf_CountsFragment } from "../../../../graphql/generated/graphql";
import { outcomeOf } from "./outcome-of";
import { trendOf } from "./own-trend";

const counts = (onTime: number, closed: number): OutcomeOf_CountsFragment =>
  ({ onTime, closed, late: closed - onTime, missed: 0, lateOrMissed: closed - onTime }) as OutcomeOf_CountsFragment;

test.each([
  [counts(9, 12), counts(7, 10), "more"],
  [counts(7, 10), counts(9, 12), "less"],
  [counts(70, 100), counts(72, 100), "same"],
  [counts(0, 0), counts(72, 100), null],
  [counts(7, 10), counts(0, 0), null],
] as const)("a period against the one before is told in a word", (now, before, word) => {
  expect(trendOf(now, before)).toBe(word);
});

test("late and missed are drawn as one where one of them is hidden", () => {
  const hidden = { ...counts(20, 31), late: null };
  expect(outcomeOf(hidden)).toEqual({ onTime: 20, late: null, missed: null, joined: 11 });
  expect(outcomeOf(counts(20, 31))).toEqual({ onTime: 20, late: 11, missed: 0 });
});
