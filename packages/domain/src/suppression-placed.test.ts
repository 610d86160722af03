import { describe, expect, test } from "vitest";
import { placesPart } from "./suppression-placed.js";
import { publishRelease } from "./suppression-releases.js";
import type { BlockUnit, EarlierRelease } from "./suppression-releases.js";
import type { BlockWindow } from "./suppression-over-time.js";

const [FIRST, SECOND]: [BlockWindow, BlockWindow] = [
  { from: -3, to: 0 },
  { from: -2, to: 1 },
];

describe("hidden parts of a shown sum", () => {
  const small = { series: [2, 0], shown: [], boards: [[2, 0]] };
  const other = (series: number[], shown: BlockWindow[] = []) => ({ series, shown, boards: [series] });

  test("hide each other when nothing is known of them", () => {
    expect(placesPart([small, other([9, 0]), other([9, 0])], SECOND, 5)).toBe(false);
  });
  test("do not when the others were read before, and little has come since", () => {
    expect(placesPart([small, other([9, 0], [FIRST]), other([9, 0], [FIRST])], SECOND, 5)).toBe(true);
    expect(placesPart([small, other([9, 6], [FIRST]), other([9, 6], [FIRST])], SECOND, 5)).toBe(false);
  });
  test("do not for a board that knows the one of which nothing was read", () => {
    expect(placesPart([small, other([9, 6]), other([9, 0], [FIRST])], SECOND, 5)).toBe(true);
  });
});

describe("a release after another", () => {
  type Row = { id: string; blocks: number[]; from: string; to?: string };
  const unitsOf = (rows: readonly Row[], now: 0 | 1): BlockUnit[] =>
    rows.map(({ id, blocks, from, to = from }) => ({
      id,
      groupId: now === 0 ? from : to,
      blocks: { N: blocks.slice(0, now + 1) },
    }));
  function twice(rows: readonly Row[]) {
    const first = publishRelease({ units: unitsOf(rows, 0), relations: [], k: 5, window: FIRST, earlier: [] });
    const shown: EarlierRelease["shown"] = ({ level, id, measure }) =>
      (level === "total" ? first.total : (level === "group" ? first.groups : first.chapters).get(id))?.[measure] !==
      null;
    const earlier = [{ ...FIRST, shown }];
    return [first, publishRelease({ units: unitsOf(rows, 1), relations: [], k: 5, window: SECOND, earlier })] as const;
  }
  const hiddenOf = (release: ReturnType<typeof publishRelease>) =>
    [...release.chapters].filter(([, row]) => row["N"] === null).map(([id]) => id);
  const far = ["o1", "o2", "o3"].map((id): Row => ({ id, from: "west", blocks: [20, 20] }));

  test("does not hide a small one beside others that were read, when it hid it beside other ones", () => {
    const east: [string, number[]][] = [
      ["x", [2, 0]],
      ["b1", [9, 6]],
      ["b2", [9, 6]],
      ["b3", [10, 0]],
      ["b4", [10, 0]],
      ["c", [40, 10]],
    ];
    const [first, second] = twice([...east.map(([id, blocks]): Row => ({ id, blocks, from: "east" })), ...far]);
    expect(hiddenOf(first)).toEqual(["b1", "b2", "x"]);
    // b3 and b4 were 10 and are 10: beside them alone x would be 2 at most
    expect(hiddenOf(second)).toEqual(expect.arrayContaining(["b1", "b2", "x"]));
  });

  test("does not hide a chapter that moved beside those that were read where it came to", () => {
    const [, second] = twice([
      { id: "x", blocks: [2, 0], from: "east", to: "west" },
      ...["a1", "a2", "a3"].map((id): Row => ({ id, from: "east", blocks: [9, 9] })),
      ...["b1", "b2"].map((id): Row => ({ id, from: "west", blocks: [9, 0] })),
      ...["b3", "b4"].map((id): Row => ({ id, from: "west", blocks: [12, 8] })),
    ]);
    const hidden = hiddenOf(second);
    expect(hidden).toContain("x");
    // b1 and b2 alone were 9 each then, and are now
    expect(second.groups.get("west")!["N"] === null || hidden.includes("b3")).toBe(true);
  });
});
