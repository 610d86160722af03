import { expect, test } from "vitest";
import { filterOf, isNarrowed, paramsOf, viewOf } from "./audit-view";

test("the address holds what is chosen, and nothing else", () => {
  const view = { kind: "SEATS", from: "2026-03-01", to: "" } as const;
  expect(viewOf(new URLSearchParams(paramsOf(view)))).toEqual(view);
  expect(paramsOf({ kind: null, from: "", to: "" })).toEqual({});
  expect(viewOf(new URLSearchParams({ type: "ALT", fra: "i går", til: "2026-02-30" }))).toEqual({
    kind: null,
    from: "",
    to: "",
  });
});

test("what is not chosen narrows nothing", () => {
  expect(isNarrowed(filterOf({ kind: null, from: "", to: "" }, ""))).toBe(false);
  expect(filterOf({ kind: null, from: "", to: "2026-03-01" }, "Åse")).toEqual({
    kind: null,
    search: "Åse",
    from: null,
    to: "2026-03-01",
  });
});
