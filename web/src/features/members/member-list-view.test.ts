import { expect, test } from "vitest";
import { isSearchable, paramsOf, variablesOf, viewOf } from "./member-list-view";

test("a view stands in the address and comes back from it; what is usual and what is unknown does not", () => {
  for (const view of [
    { show: "all", preference: null, order: "NAME" },
    { show: "unpaid", preference: "TEXT", order: "NEWEST" },
  ] as const)
    expect(viewOf(new URLSearchParams(paramsOf(view)))).toEqual(view);
  expect(paramsOf({ show: "all", preference: null, order: "NAME" })).toEqual({});
  expect(viewOf(new URLSearchParams("vis=alt&onske=x&rekkefolge=y"))).toEqual({
    show: "all",
    preference: null,
    order: "NAME",
  });
});

test("a view asks for those of today, the unpaid, the new or those who have left", () => {
  const filter = (show: "all" | "unpaid" | "new" | "left") =>
    variablesOf({ show, preference: null, order: "NAME" }, " Kari ", "2026-11-22", null).filter;
  expect(filter("all")).toMatchObject({ search: "Kari", status: "ACTIVE", feeUnpaidYear: null, joinedFrom: null });
  expect(filter("unpaid")).toMatchObject({ feeUnpaidYear: 2026 });
  expect(filter("new")).toMatchObject({ joinedFrom: "2026-08-24" });
  expect(filter("left")).toMatchObject({ status: "LEFT" });
});

test("a national identity number is never searched for", () => {
  expect(isSearchable("Kari 01010750160")).toBe(false);
  expect(isSearchable("x".repeat(121))).toBe(false);
  expect(isSearchable("90012345")).toBe(true);
});
