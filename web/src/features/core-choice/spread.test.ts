import { describe, expect, it } from "vitest";
import { spread, type Spot } from "./spread";

const FRAME = { left: 0, right: 640, top: 0, bottom: 440 };
const nearest = (spots: readonly Spot[]): number =>
  Math.min(
    ...spots.flatMap((one, i) =>
      spots.slice(i + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y) - one.r - other.r),
    ),
  );

describe("marks in a picture", () => {
  it("stay where they are when nothing lies over another", () => {
    const spots = [
      { x: 50, y: 50, r: 20 },
      { x: 200, y: 300, r: 20 },
    ];
    expect(spread(spots, FRAME)).toEqual(spots);
  });

  it("part where they lie over each other: twenty on one spot, in a corner, or anywhere", () => {
    let seed = 7;
    const random = (): number => {
      seed = (seed * 16807) % 2147483647;
      return seed / 2147483647;
    };
    const crowds: Spot[][] = [
      Array.from({ length: 20 }, () => ({ x: 320, y: 220, r: 20 })),
      Array.from({ length: 12 }, () => ({ x: 640, y: 0, r: 22 })),
      ...Array.from({ length: 40 }, () =>
        Array.from({ length: 20 }, () => ({ x: 34 + random() * 572, y: 34 + random() * 372, r: 14 + random() * 12 })),
      ),
    ];
    for (const crowd of crowds) {
      const moved = spread(crowd, FRAME);
      expect(nearest(moved)).toBeGreaterThan(-1);
      for (const { x, y, r } of moved) {
        expect(x - r).toBeGreaterThanOrEqual(FRAME.left - 1e-6);
        expect(x + r).toBeLessThanOrEqual(FRAME.right + 1e-6);
        expect(y - r).toBeGreaterThanOrEqual(FRAME.top - 1e-6);
        expect(y + r).toBeLessThanOrEqual(FRAME.bottom + 1e-6);
      }
      expect(spread(crowd, FRAME)).toEqual(moved);
    }
  });
});
