import { expect, test } from "vitest";
import { sortedRows } from "../../ui/DataTable";
import { SORT_KEYS, sortOf, sortText, sortValue, type SortKey } from "./chapter-sort";

const item = (shortName: string, late: number | null) => ({
  row: { chapter: { shortName } },
  counts: { onTime: 1, late, missed: 0, waived: 0, closed: null },
});
const items = [item("Asker", 2), item("Drammen", null), item("Halden", 7), item("Moss", 2), item("Ås", null)];

function ordered(text: string | null): string[] {
  const { key, descending } = sortOf(text);
  return sortedRows(items, { sortValue: sortValue(key as SortKey) }, descending, "nb").map(
    ({ row }) => row.chapter.shortName,
  );
}

test("an order and its words in the address are the same", () => {
  for (const key of SORT_KEYS) {
    for (const descending of [true, false]) expect(sortOf(sortText({ key, descending }))).toEqual({ key, descending });
  }
  // by name is not said, and what is not known is by name
  expect(sortText({ key: "chapter", descending: false })).toBeNull();
  expect(sortText({ key: "open", descending: true })).toBeNull();
  for (const text of [null, undefined, "", "-", "rang", "-rang", "late"]) {
    expect(sortOf(text)).toEqual({ key: "chapter", descending: false });
  }
});

test("what is hidden stands last from either end, and equals stand by name", () => {
  expect(ordered("-forsinket")).toEqual(["Halden", "Asker", "Moss", "Drammen", "Ås"]);
  expect(ordered("forsinket")).toEqual(["Asker", "Moss", "Halden", "Drammen", "Ås"]);
  expect(ordered("-avgjort")).toEqual(["Asker", "Drammen", "Halden", "Moss", "Ås"]);
});

test("by name is by the alphabet of the language, forwards and backwards", () => {
  expect(ordered(null)).toEqual(["Asker", "Drammen", "Halden", "Moss", "Ås"]);
  expect(ordered("-lag")).toEqual(["Ås", "Moss", "Halden", "Drammen", "Asker"]);
});
