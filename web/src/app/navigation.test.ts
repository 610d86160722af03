import { matchRoutes } from "react-router";
import { expect, test } from "vitest";
import { MORE_ENTRIES, NAVIGATION, SEAT_PATH, standsUnder } from "./navigation";
import { pages, publicPages } from "./router";

const LINKS = new Set([
  SEAT_PATH,
  ...Object.values(NAVIGATION).flatMap((entries) => entries.map(({ to }) => to)),
  ...MORE_ENTRIES.map(({ to }) => to),
]);

test.each([...LINKS])("%s leads to a page", (to) => {
  expect(matchRoutes([...publicPages, ...pages], to)).not.toBeNull();
});

test("an address without a page is found out", () => {
  expect(matchRoutes([...publicPages, ...pages], "/finnes-ikke")).toBeNull();
});

test("no navigation has more than five entries, and all begin with the front page", () => {
  for (const entries of Object.values(NAVIGATION)) {
    expect(entries.length).toBeLessThanOrEqual(5);
    expect(entries[0]?.to).toBe("/");
  }
});

test.each([
  ["/", "/"],
  ["/aret", "/aret"],
  ["/handlingsplan/2026/importer", "/aret"],
  ["/treff/ny", "/aret"],
  ["/medlemmer/telling", "/medlemmer"],
  ["/handlingsplaner", undefined],
])("on %s a board's menu lights %s", (pathname, lit) => {
  const under = NAVIGATION.CHAPTER_BOARD.filter((entry) => standsUnder(entry, pathname));
  expect(under.map(({ to }) => to)).toEqual(lit === undefined ? [] : [lit]);
});
