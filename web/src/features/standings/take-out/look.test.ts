import { expect, test } from "vitest";
import { TILES } from "./look";

// what tells them apart where their colours do not: to a colour-blind eye, and in a grey print
test("late, missed and joined are three hatchings: lines one way, lines the other way, dots", () => {
  const { late, missed, joined } = TILES;
  expect([late.turn, missed.turn, joined.turn]).toEqual([45, -45, 0]);
  expect([late.dot, missed.dot, joined.dot].map((one) => one !== null)).toEqual([false, false, true]);
  expect([late.rects.length > 0, missed.rects.length > 0, joined.rects.length > 0]).toEqual([true, true, false]);
});
