import { expect, test } from "vitest";
import { guideSections, splitGuide } from "./guide-sections";

const BODY =
  "## Åpne\n«Hei.»\n\n## Spør\nHva liker du?\n\nMer.\n\n## Ikke spør om\nDiagnose.\n\n## Hvis samtalen blir tung\nLytt.";

test("a guide is parted by its headings", () => {
  expect(guideSections(BODY).map(({ heading }) => heading)).toEqual([
    "Åpne",
    "Spør",
    "Ikke spør om",
    "Hvis samtalen blir tung",
  ]);
  expect(guideSections(BODY)[1]!.text).toBe("Hva liker du?\n\nMer.");
});

test("the last two are for every tab, and a short text has none", () => {
  const { tabs, doNotAsk, whenHeavy } = splitGuide(guideSections(BODY));
  expect(tabs).toHaveLength(2);
  expect([doNotAsk?.text, whenHeavy?.text]).toEqual(["Diagnose.", "Lytt."]);
  expect(splitGuide(guideSections("Bare ring."))).toEqual({
    tabs: [{ heading: "", text: "Bare ring." }],
    doNotAsk: null,
    whenHeavy: null,
  });
});
