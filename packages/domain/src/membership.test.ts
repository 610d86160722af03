import { describe, expect, test } from "vitest";
import { addMonths } from "./calendar.js";
import { activeAt, growthOf, isActive, retentionOf, stayOf } from "./membership.js";
import type { RegisteredStay, StayCount } from "./membership.js";

const registered = (over: Partial<RegisteredStay> = {}): RegisteredStay => ({
  joinedOn: "2026-01-15",
  joinedChapterOn: over.joinedOn ?? "2026-01-15",
  leftOn: null,
  endReason: null,
  ...over,
});
const stays = (...all: Partial<RegisteredStay>[]): StayCount[] =>
  all.flatMap((one) => {
    const stay = stayOf(registered(one));
    return stay ? [{ ...stay, n: 1 }] : [];
  });
const MARCH = { first: "2026-03-01", last: "2026-03-01" };
const YEAR = { first: "2026-01-01", last: "2026-12-01" };

describe("one member's stay", () => {
  test("is valid from the month of joining until the one of ending", () => {
    const stay = stayOf(registered({ leftOn: "2026-03-02", endReason: "LEFT" }))!;
    expect(["2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01"].map((month) => isActive(stay, month))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test.each([
    ["LEFT", "LEFT"],
    [null, "LEFT"],
    ["AGED_OUT", "AGED_OUT"],
    ["DIED", "DIED"],
    ["MOVED", "MOVED_OUT"],
  ] as const)("that ended with %s is told as %s", (endReason, ended) => {
    expect(stayOf(registered({ leftOn: "2026-05-20", endReason }))).toMatchObject({ to: "2026-05-01", ended });
  });

  test("of a row that was merged into another is no one's", () => {
    expect(stayOf(registered({ leftOn: "2026-05-20", endReason: "MERGED" }))).toBeNull();
  });

  test("is the same when days have become the first of their month", () => {
    const days = registered({ joinedChapterOn: "2026-02-28", leftOn: "2026-02-28", endReason: "LEFT" });
    const months = { ...days, joinedOn: "2026-01-01", joinedChapterOn: "2026-02-01", leftOn: "2026-02-01" };
    expect(stayOf(months)).toEqual(stayOf(days));
  });

  test("that is said to end before it began here ends in its first month", () => {
    const stay = stayOf(registered({ joinedChapterOn: "2026-04-09", leftOn: "2026-02-01", endReason: "LEFT" }));
    expect(stay).toEqual({ from: "2026-04-01", came: "MOVED_IN", to: "2026-04-01", ended: "LEFT" });
  });
});

describe("growth", () => {
  test("has its parts apart, and they make the difference", () => {
    const chapter = stays(
      { joinedOn: "2024-05-01" },
      { joinedOn: "2024-05-01", leftOn: "2026-03-10", endReason: "LEFT" },
      { joinedOn: "2024-05-01", leftOn: "2026-03-11", endReason: "AGED_OUT" },
      { joinedOn: "2024-05-01", leftOn: "2026-03-12", endReason: "DIED" },
      { joinedOn: "2024-05-01", leftOn: "2026-03-31", endReason: "MOVED" },
      { joinedOn: "2026-03-01" },
      { joinedOn: "2024-05-01", joinedChapterOn: "2026-03-31" },
    );
    const march = { opening: 5, joined: 1, movedIn: 1, left: 1, movedOut: 1, agedOut: 1, died: 1, closing: 3 };
    expect(growthOf(chapter, MARCH)).toEqual(march);
  });

  test("counts who joined and left in the same month in both parts", () => {
    const chapter = stays({ joinedOn: "2026-03-02", leftOn: "2026-03-30", endReason: "LEFT" });
    expect(growthOf(chapter, MARCH)).toMatchObject({ opening: 0, joined: 1, left: 1, closing: 0 });
  });

  test("counts who joined again in both the old stay and the new", () => {
    const chapter = stays({ leftOn: "2026-02-03", endReason: "LEFT" }, { joinedOn: "2026-06-01" });
    expect(growthOf(chapter, YEAR)).toMatchObject({ joined: 2, left: 1, closing: 1 });
  });

  test("restates the month that a leaving is dated back to", () => {
    const [before, after] = [stays({}), stays({ leftOn: "2026-02-10", endReason: "LEFT" })];
    expect([activeAt(before, "2026-02-01"), activeAt(after, "2026-02-01")]).toEqual([1, 0]);
  });

  test("of months makes that of the quarter, and of the year", () => {
    const chapter = stays(
      { joinedOn: "2025-11-30" },
      { leftOn: "2026-02-10", endReason: "MOVED" },
      { joinedOn: "2026-07-01", leftOn: "2026-12-31", endReason: "AGED_OUT" },
      { joinedOn: "2025-01-01", joinedChapterOn: "2026-09-09", leftOn: "2027-01-01", endReason: "LEFT" },
    );
    const months = Array.from({ length: 12 }, (_, i) => addMonths("2026-01-01", i));
    const each = months.map((month) => growthOf(chapter, { first: month, last: month }));
    const year = growthOf(chapter, YEAR);
    for (const part of ["joined", "movedIn", "left", "movedOut", "agedOut", "died"] as const)
      expect(each.reduce((sum, month) => sum + month[part], 0)).toBe(year[part]);
    for (const [i, month] of each.entries()) expect(month.opening).toBe((each[i - 1] ?? { closing: 1 }).closing);
    expect(each.at(-1)!.closing).toBe(year.closing);
  });

  test("of a move is once out and once in, and nothing for both together", () => {
    const from = stays({ joinedOn: "2025-04-01", leftOn: "2026-03-08", endReason: "MOVED" });
    const to = stays({ joinedOn: "2025-04-01", joinedChapterOn: "2026-03-08" });
    expect([growthOf(from, MARCH), growthOf(to, MARCH)]).toMatchObject([
      { movedOut: 1, left: 0, closing: 0 },
      { movedIn: 1, joined: 0, closing: 1 },
    ]);
  });

  test("of who joined and moved in one month is a joining where they went, and of who moved on twice one move", () => {
    const first = stays({ joinedOn: "2026-03-02", leftOn: "2026-03-20", endReason: "MOVED" });
    const second = stays({ joinedOn: "2026-03-02", joinedChapterOn: "2026-03-20" });
    expect(growthOf([...first, ...second], MARCH)).toMatchObject({ joined: 1, movedIn: 0, movedOut: 0, closing: 1 });
    const way = stays(
      { joinedOn: "2025-03-02", leftOn: "2026-03-01", endReason: "MOVED" },
      { joinedOn: "2025-03-02", joinedChapterOn: "2026-03-01", leftOn: "2026-03-09", endReason: "MOVED" },
      { joinedOn: "2025-03-02", joinedChapterOn: "2026-03-09" },
    );
    expect(growthOf(way, MARCH)).toMatchObject({ movedIn: 1, movedOut: 1, opening: 1, closing: 1 });
  });
});

describe("retention", () => {
  test("is of those who were there when it began, without those who grew too old or died", () => {
    const chapter = stays(
      {},
      { leftOn: "2026-03-10", endReason: "LEFT" },
      { leftOn: "2026-03-10", endReason: "AGED_OUT" },
      { leftOn: "2026-03-10", endReason: "DIED" },
      { leftOn: "2026-03-10", endReason: "MOVED" },
      { joinedOn: "2026-03-01" },
      { joinedOn: "2026-03-01", leftOn: "2026-03-02", endReason: "LEFT" },
    );
    expect(retentionOf(chapter, MARCH)).toEqual({ stayed: 2, of: 3 });
  });

  test("of nobody is of nobody, and a later leaving does not count", () => {
    expect(retentionOf([], MARCH)).toEqual({ stayed: 0, of: 0 });
    expect(retentionOf(stays({ leftOn: "2026-04-01", endReason: "LEFT" }), MARCH)).toEqual({ stayed: 1, of: 1 });
  });
});
