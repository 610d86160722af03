import { expect, test } from "vitest";
import { TILES } from "./look";

// what tells them apart where their colours do not: to a colour-blind eye, and in a grey print
test("the parts are four hatchings: lines one way, lines the other way, upright lines, dots", () => {
  const { late, missed, takenOver, joined } = TILES;
  expect([late.turn, missed.turn, takenOver.turn, joined.turn]).toEqual([45, -45, 0, 0]);
  expect([late.dot, missed.dot, takenOver.dot, joined.dot].map((one) => one !== null)).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect([late, missed, takenOver, joined].map(({ rects }) => rects.length > 0)).toEqual([true, true, true, false]);
});
