import { expect, it } from "vitest";
import { sideBySide } from "./side-by-side";

const row = (id: string, counts: number) => ({ chapter: { id, shortName: `Lag ${id}` }, counts });

it("gives every chapter a cell of each comparison, and none where it is not in it", () => {
  const compared = [{ rows: [row("b", 1), row("a", 2)] }, { rows: [row("c", 3), row("a", 4)] }, { rows: [] }];
  expect(sideBySide(compared, "nb")).toEqual([
    { id: "a", name: "Lag a", cells: [2, 4, null] },
    { id: "b", name: "Lag b", cells: [1, null, null] },
    { id: "c", name: "Lag c", cells: [null, 3, null] },
  ]);
  expect(sideBySide([], "nb")).toEqual([]);
});
