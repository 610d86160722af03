import { STARTING_SURVEY } from "@varde/domain";
import { expect, test } from "vitest";
import {
  choicesOf,
  chosenIn,
  chosenText,
  drawnChoices,
  meanOf,
  mostGiven,
  rateOf,
  WHOLE,
  type Group,
  type Results,
} from "./result-view";

const question = (key: string) => STARTING_SURVEY.questions.find((one) => one.key === key)!;
const nb = (text: { nb: string }) => text.nb;
const group = (n: number, cells: Record<string, number>, over: Partial<Group> = {}): Group => ({
  level: "WHOLE",
  id: null,
  n,
  chapterCount: null,
  cells: Object.entries(cells).map(([cell, count]) => ({ cell, n: count })),
  ...over,
});
const chapter = (id: string, n: number) => group(n, {}, { level: "CHAPTER", id });
const results = (members: readonly (number | null)[], answered: readonly number[]): Results => ({
  within: 5,
  paidMembers: null,
  places: members.map((n, i) => ({ level: "CHAPTER", id: `c${i}`, name: `Lag ${i}`, members: n })),
  tables: [{ question: "", line: null, before: [], groups: answered.map((n, i) => chapter(`c${i}`, n)) }],
});

test("what is chosen stands in the address, and only what is one of the places", () => {
  const { places } = results([10, 20], [5, 6]);
  expect(chosenText(WHOLE)).toBe("alle");
  expect(chosenIn("lag:c1", places, WHOLE)).toMatchObject({ level: "CHAPTER", id: "c1" });
  expect(chosenIn("lag:other", places, WHOLE)).toBe(WHOLE);
  expect(chosenIn("alle", places, { level: "CHAPTER", id: "c0" })).toBe(WHOLE);
});

test("a scale has its words at the ends, and what is beside it is no mark", () => {
  const choices = choicesOf(question("welcome"), null, nb);
  expect(choices.filter(({ mark }) => mark !== null).map(({ mark }) => mark)).toEqual([1, 2, 3, 4, 5]);
  expect(choices[0]!.label).toContain("1 · ");
  expect(choices[2]!.label).toBe("3");
  const cells = { "1": 5, "5": 5, none: 40 };
  expect(meanOf(group(50, cells), choices)).toBe(3);
  // nine gave a mark
  expect(meanOf(group(50, { "1": 4, "5": 5, none: 41 }), choices)).toBeNull();
});

test("a line of a matrix has its own answers", () => {
  const choices = choicesOf(question("agree"), "informed", nb);
  expect(choices.map(({ cell }) => cell).slice(0, 2)).toEqual(["informed:1", "informed:2"]);
});

test("what most gave is said of ten, and without a share where fewer than ten answered", () => {
  const choices = choicesOf(question("contacted"), null, nb);
  expect(mostGiven(group(40, { no: 29, later: 11 }), choices)).toMatchObject({ label: "Nei", tenths: 7 });
  expect(mostGiven(group(9, { no: 6, later: 3 }), choices)).toMatchObject({ label: "Nei", tenths: null });
  expect(mostGiven(group(9, {}), choices)).toBeNull();
});

test("answers one may give several of are ranked, the others stand as they are asked", () => {
  const several = question("why_joined");
  const choices = choicesOf(several, null, nb);
  const last = choices.at(-1)!;
  expect(drawnChoices(several, choices, group(20, { [last.cell]: 9 }))[0]).toBe(last);
  const single = question("contacted");
  const asked = choicesOf(single, null, nb);
  expect(drawnChoices(single, asked, group(20, { no: 19 }))).toBe(asked);
});

test("the rate is of the chapters where both numbers are shown, and of none with more answers than members", () => {
  expect(rateOf(results([20, null, 30], [10, 9, 15]), WHOLE)).toEqual({
    answered: 25,
    members: 50,
    chapters: 2,
    of: "ACTIVE",
  });
  expect(rateOf(results([20, 30], [10]), { level: "CHAPTER", id: "c1" })).toBeNull();
  expect(rateOf(results([20], [10]), { level: "CHAPTER", id: "c0" })).toMatchObject({ answered: 10, members: 20 });
  // the whole of one chapter is that chapter's, under another name
  expect(rateOf(results([20], [10]), WHOLE)).toBeNull();
  expect(rateOf(results([20], [25]), { level: "CHAPTER", id: "c0" })).toBeNull();
  expect(rateOf(results([20], [10]), { level: "REGION", id: "r" })).toBeNull();
});

test("a board's rate is of those who had paid, and of all members where more answered than had paid", () => {
  const own = { level: "CHAPTER", id: "c0" } as const;
  const paid = (n: number | null) => rateOf({ ...results([20], [10]), paidMembers: n }, own);
  expect(paid(16)).toEqual({ answered: 10, members: 16, chapters: 1, of: "PAID" });
  expect(paid(10)).toMatchObject({ members: 10, of: "PAID" });
  expect(paid(9)).toMatchObject({ members: 20, of: "ACTIVE" });
  expect(paid(null)).toMatchObject({ members: 20, of: "ACTIVE" });
  // hidden is hidden, whatever the board knows of its register
  expect(rateOf({ ...results([20], []), paidMembers: 16 }, own)).toBeNull();
  expect(rateOf({ ...results([20, 30], [10, 9]), paidMembers: 16 }, WHOLE)).toMatchObject({ of: "ACTIVE" });
});
