import { expect, test } from "vitest";
import { emptyDraft, factsOf, maybeYoung } from "./member-draft";

const TODAY = "2026-11-22";

test("a guardian is asked for until the day one may join alone, and all the year where only that is known", () => {
  const born = (birthDate: string) => maybeYoung({ yearOnly: false, birthDate, birthYear: "" }, 15, TODAY);
  expect([born("2011-11-22"), born("2011-11-23"), born("")]).toEqual([false, true, false]);
  const year = (birthYear: string) => maybeYoung({ yearOnly: true, birthDate: "", birthYear }, 15, TODAY);
  expect([year("2010"), year("2011"), year("20")]).toEqual([false, true, false]);
});

test("what is empty is sent as nothing, and of the age only what is known", () => {
  const draft = { ...emptyDraft(TODAY), firstName: "Kari", birthDate: "2004-05-06", birthYear: "2003", mobile: " " };
  expect(factsOf(draft)).toMatchObject({ birthDate: "2004-05-06", birthYear: null, mobile: null, guardian: null });
  expect(factsOf({ ...draft, yearOnly: true })).toMatchObject({ birthDate: null, birthYear: 2003 });
});
