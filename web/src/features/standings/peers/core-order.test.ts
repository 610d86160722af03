import { expect, test } from "vitest";
import { coreOrderOf, coreOrderText, inCoreOrder } from "./core-order";

const cell = (onTime: number | null, closed: number | null = 9) => ({ onTime, closed });
const IDS = ["møte", "velkomst"];
const ITEMS = [
  { id: "a", name: "Asker", cells: [cell(3), cell(null)] },
  { id: "b", name: "Bærum", cells: [cell(5), cell(2)] },
  { id: "c", name: "Drammen", cells: [cell(3), null] },
  { id: "d", name: "Oslo", cells: [cell(4, null), cell(7)] },
];
const names = (text: string | null) => inCoreOrder(ITEMS, coreOrderOf(text, IDS), IDS).map(({ name }) => name);

test("by name until a point is chosen; what is hidden or not there is last from either end", () => {
  expect(names(null)).toEqual(["Asker", "Bærum", "Drammen", "Oslo"]);
  expect(names("-noe annet")).toEqual(names(null));
  expect(names("-møte")).toEqual(["Bærum", "Asker", "Drammen", "Oslo"]);
  expect(names("møte")).toEqual(["Asker", "Drammen", "Bærum", "Oslo"]);
  expect(names("-velkomst")).toEqual(["Oslo", "Bærum", "Asker", "Drammen"]);
  expect(names("velkomst")).toEqual(["Bærum", "Oslo", "Asker", "Drammen"]);
});

test("the address says it and reads it back", () => {
  for (const text of ["-møte", "velkomst"]) expect(coreOrderText(coreOrderOf(text, IDS)!)).toBe(text);
});
