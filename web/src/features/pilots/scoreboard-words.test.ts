import { describe, expect, it } from "vitest";
import { createFormat } from "../../app/format";
import nb from "../../texts/nb";
import more from "../../texts/nb/more";
import { declinedWords, differenceWords, estimateWords, headline, minutesEnd } from "./scoreboard-words";
import type { Estimate, Measure, Pilot, Scoreboard } from "./scoreboard-words";

const format = createFormat(nb.ui, "nb");
const texts = more.pilots.board;
const side = (over: object = {}): Estimate => ({
  __typename: "PilotEstimate",
  numerator: 45,
  n: 52,
  value: 45 / 52,
  low: 0.75,
  high: 0.93,
  waiting: 0,
  ...over,
});
const gap = (value: number, low: number, high: number): Measure["difference"] => ({
  __typename: "PilotDifference",
  value,
  low,
  high,
});
const measure = (over: Partial<Measure> = {}): Measure => ({
  __typename: "PilotMeasure",
  measure: "ON_TIME",
  verdict: "BETTER",
  declined: null,
  needed: 10,
  earliest: null,
  difference: gap(0.21, 0.05, 0.36),
  pilot: side(),
  before: side({ numerator: 38, n: 58 }),
  ...over,
});
const pilot = (over: object = {}): Pilot =>
  ({ versionNumber: "2.1", comparedNumber: "2.0", phase: "RUNNING", startsOn: "2026-01-01", ...over }) as Pilot;
const title = (verdicts: (Measure["verdict"] | null)[], over: object = {}, board: object = {}) =>
  headline(
    pilot(over),
    { withheld: false, measures: verdicts.map((verdict) => measure({ verdict })), ...board } as Scoreboard,
    texts,
    format,
  );

describe("the headline of the scoreboard", () => {
  it("says the verdicts first, and then what cannot be said", () => {
    expect(title(["BETTER", "BETTER", "NO_CLEAR_DIFFERENCE", "NO_CLEAR_DIFFERENCE", "UNDECIDED"])).toBe(
      "2.1 er bedre på to mål. To er uten tydelig forskjell, ett kan ikke avgjøres.",
    );
    expect(title(["BETTER", "WORSE"])).toBe("2.1 er bedre på ett mål og dårligere på ett");
    expect(title(["WORSE", "UNDECIDED"])).toBe("2.1 er dårligere på ett mål. Ett kan ikke avgjøres.");
    expect(title(["NO_CLEAR_DIFFERENCE"])).toBe("2.1 gjør ingen tydelig forskjell");
  });

  it("says nothing of what nothing can be said about", () => {
    expect(title(["UNDECIDED", "UNDECIDED"])).toBe("Det er for tidlig å si om 2.1 er bedre");
    expect(title([null], { comparedNumber: null })).toContain("første versjonen");
    expect(title(["UNDECIDED"], {}, { withheld: true })).toBe("Tallene for 2.1 kan ikke vises");
  });
});

describe("a measure in words", () => {
  it("gives counts, differences in points and minutes with their sign", () => {
    expect(estimateWords(measure(), side(), texts, format)?.replace(/\s/g, " ")).toBe("45 av 52");
    expect(differenceWords(measure(), texts, format)).toEqual({ value: "+21 poeng", interval: "+5 til +36" });
    // clear of 0, if only just
    expect(differenceWords(measure({ difference: gap(0.14, 0.004, 0.26) }), texts, format)?.interval).toBe(
      "+0,4 til +26",
    );
    const minutes = measure({
      measure: "REPORT_MINUTES",
      difference: gap(-0.62, -0.81, -0.02),
      pilot: side({ numerator: null, n: 47, value: 0.8, high: 2.4 }),
    });
    expect(differenceWords(minutes, texts, format)).toEqual({
      value: "\u22120,6 min",
      interval: "\u22120,8 til \u22120,02",
    });
    expect(minutesEnd(minutes)).toBe(3);
    expect(minutesEnd(measure())).toBe(2);
  });

  it("says why nothing is drawn, and tells no count that is hidden", () => {
    expect(declinedWords(measure(), texts)).toBeNull();
    expect(declinedWords(measure({ declined: "TOO_FEW", pilot: side({ n: 7 }) }), texts)).toBe("7 av 10 som trengs");
    expect(declinedWords(measure({ declined: "TOO_FEW", pilot: side({ n: null }) }), texts)).toBe("Færre enn 10");
    expect(declinedWords(measure({ declined: "HIDDEN", pilot: null }), texts)).toBe("Skjult: få personer");
    expect(estimateWords(measure(), side({ numerator: null, n: null }), texts, format)).toBeNull();
  });
});
