import { describe, expect, it } from "vitest";
import { layOutJourney as layOut, ribbonOutline as outline } from "./journey-ribbons.js";
import type { JourneyWay as Way } from "./journey-ribbons.js";

const WAYS: Way[] = [
  { lane: "OFTEN", ending: "PAID", count: 7 },
  { lane: "AGAIN", ending: "LEFT", count: 3 },
  { lane: "ONCE", ending: "PAID", count: 2 },
  { lane: "NOT", ending: "UNPAID", count: 4 },
  { lane: "NOT", ending: "LEFT", count: 4 },
  { lane: "ONCE", ending: "LEFT", count: 0 },
];

describe("ribbons", () => {
  it("stand where ways part, with their counts", () => {
    const { nodes, columns } = layOut(WAYS, 10, 20);
    expect(nodes.map(({ key, column, count }) => [key, column, count])).toEqual([
      ["NEW", 0, 20],
      ["CAME", 1, 12],
      ["NOT", 1, 8],
      ["AGAIN", 2, 10],
      ["ONCE", 2, 2],
      ["OFTEN", 3, 7],
      ["TWICE", 3, 3],
      ["PAID", 4, 9],
      ["UNPAID", 4, 4],
      ["LEFT", 4, 7],
    ]);
    expect(columns).toBe(5);
  });

  it("lose nobody: what enters a column leaves it, and nothing lies over another", () => {
    const { ribbons, nodes, height } = layOut(WAYS, 10, 20);
    for (const column of [0, 1, 2, 3]) {
      const here = ribbons.filter((ribbon) => ribbon.column === column);
      expect(here.reduce((sum, { count }) => sum + count, 0)).toBe(20);
      for (const end of ["from", "to"] as const) {
        const sorted = here.toSorted((a, b) => a[end] - b[end]);
        for (const [i, ribbon] of sorted.entries()) {
          const next = sorted[i + 1];
          if (next) expect(next[end]).toBeGreaterThanOrEqual(ribbon[end] + ribbon.width - 1e-9);
        }
      }
    }
    for (const node of nodes) expect(node.y + node.height).toBeLessThanOrEqual(height);
  });

  it("go on in one piece where no more is told", () => {
    const coarse: Way[] = [
      { lane: "CAME", ending: "STAYED", count: 6 },
      { lane: "NOT", ending: "LEFT", count: 5 },
    ];
    expect(layOut(coarse, 1, 1).nodes.map(({ key }) => key)).toEqual(["NEW", "CAME", "NOT", "STAYED", "LEFT"]);
    const short = layOut(
      coarse.map((way) => ({ ...way, ending: null })),
      1,
      1,
    );
    expect(short).toMatchObject({ columns: 2 });
    expect(short.ribbons).toHaveLength(2);
  });

  it("are outlined without a gap", () => {
    const path = outline({ key: "", lane: "NOT", column: 0, count: 1, from: 0, to: 10, width: 5 }, 0, 100);
    expect(path).toBe("M0,0 C50,0 50,10 100,10 L100,15 C50,15 50,5 0,5 Z");
  });
});
