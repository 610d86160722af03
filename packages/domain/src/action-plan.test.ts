import { describe, expect, test } from "vitest";
import {
  adoptionProblem,
  countStatuses,
  isMeasurable,
  isPlanYear,
  measurablePhrases,
  movePlanRow,
  renumbered,
} from "./action-plan.js";

const row = (over: Partial<Parameters<typeof measurablePhrases>[0]> = {}) => ({
  activity: "",
  aim: "",
  measures: "",
  resultAim: "",
  ...over,
});

describe("a goal that can be seen reached", () => {
  test.each([
    "2 møter. Vår og høst.",
    "Minst halvparten av styret",
    "innen sommeren",
    "Innan påske",
    "Innen utgangen av året",
    "Innen … har vi fått til dette: …",
    "40 % flere unge",
    "Tre kurs",
    "Besøke eldresenteret hver måned",
    "Skrive til kommunen kvart halvår",
    "Månedlige turer",
    "Møte kommunen en gang i året",
    "Ringe alle nye medlemmer",
    "Ha åtte temakvelder",
    "Tre møte med kommunen",
    "Frist 1. juni",
    "Bli 120 medlemmer i 2026",
    "Ein gong i kvartalet",
  ])("%s", (text) => expect(isMeasurable(text)).toBe(true));

  test.each([
    "",
    "Styrke kontakten med medlemmene. Øke medlemstallet.",
    "Trivselstiltak for medlemmer.",
    "Gjøre MHs politiske mål kjent",
    "Mål 2024",
    "Være synlige i 2026",
    "Sak 1: Forebygging. Sak 2: Valgfrihet.",
    "Tilbud til alle som trenger det",
    "Tilbud innen psykisk helse og rus",
    "Være et tett fellesskap",
    "Nok tid til alle",
    "Styret trives",
    "Synleggjere arbeidet vårt",
  ])("not: %s", (text) => expect(isMeasurable(text)).toBe(false));
});

describe("three phrasings from a row's own words", () => {
  test("with what it will do", () => {
    const summer = row({
      activity: "Sommerarrangement",
      aim: "Trivselstiltak for medlemmer.",
      measures: "Arrangere sommerfest med underholdning og servering for medlemmer.",
    });
    expect(measurablePhrases(summer, 2024, "nb")).toEqual([
      "Innen … skal vi arrangere sommerfest med underholdning og servering for medlemmer.",
      "Minst … av ti som var med, vil komme igjen.",
      "… av … medlemmer har vært med på sommerarrangement i 2024.",
    ]);
  });
  test("work that goes on is asked what it leads to, also where the row says who shall", () => {
    const phrases = [
      "Innen … har vi fått til dette: …",
      "Vi skal arbeide for å oppnå representasjon i aktuelle råd og utvalg, med minst … møter eller henvendelser i 2024.",
      "… av … medlemmer har vært med på dette i 2024.",
    ];
    for (const measures of ["Arbeide", "Styret skal arbeide", "MHA skal arbeide"]) {
      const user = row({
        activity: "Brukermedvirkning",
        measures: `${measures} for å oppnå representasjon i aktuelle råd og utvalg.`,
      });
      expect(measurablePhrases(user, 2024, "nb")).toEqual(phrases);
    }
    expect(measurablePhrases(row({ measures: "Arrangere åpne kvelder." }), 2026, "nb")[1]).toBe(
      "Vi skal arrangere åpne kvelder minst … ganger i 2026.",
    );
  });
  test("in nynorsk, where verbs may end in -a", () => {
    expect(
      measurablePhrases(row({ activity: "Haustfest", measures: "Invitera naboar. Servera mat." }), 2026, "nn"),
    ).toEqual([
      "Innan … skal vi invitera naboar.",
      "Vi skal invitera naboar minst … gonger i 2026.",
      "… av … medlemmer har vore med på haustfest i 2026.",
    ]);
  });
  test("with the activity where the measures are no deed, too long, or none", () => {
    const phrases = [
      "Innen … skal vi ha gjennomført brukermedvirkning.",
      "Brukermedvirkning minst … ganger i 2026.",
      "… av … medlemmer har vært med på brukermedvirkning i 2026.",
    ];
    for (const measures of ["", "Kommunen og rådet.", `Arrangere ${"mye ".repeat(40)}`])
      expect(measurablePhrases(row({ activity: "Brukermedvirkning", measures }), 2026, "nb")).toEqual(phrases);
  });
  test("acronyms and names keep their letters", () => {
    expect(measurablePhrases(row({ activity: "JAM i skolene" }), 2026, "nb")[0]).toBe(
      "Innen … skal vi ha gjennomført JAM i skolene.",
    );
  });
  test("without an activity, «dette»", () => {
    expect(measurablePhrases(row({ measures: "Delta på kurs og samlinger." }), 2026, "nb")[2]).toBe(
      "… av … medlemmer har vært med på dette i 2026.",
    );
    expect(measurablePhrases(row({ measures: "Delta på kurs." }), 2026, "nn")[0]).toBe(
      "Innan … skal vi delta på kurs.",
    );
  });
  test("line breaks and stops of the row do not stand in them", () => {
    expect(measurablePhrases(row({ activity: "Tur\ni skogen." }), 2026, "nb")[1]).toBe(
      "Tur i skogen minst … ganger i 2026.",
    );
  });
  test("none for what is measurable anywhere in the row, nor for an empty row", () => {
    expect(measurablePhrases(row({ activity: "Medlemsmøter", measures: "2 møter. Vår og høst." }), 2024, "nb")).toEqual(
      [],
    );
    expect(measurablePhrases(row({ activity: "Kurs", resultAim: "Innen mai" }), 2024, "nb")).toEqual([]);
    expect(measurablePhrases(row({ aim: "Noe" }), 2024, "nb")).toEqual([]);
  });
  test("none of them asks for the prompt once more when it is filled in", () => {
    for (const language of ["nb", "nn"] as const)
      for (const phrase of [
        ...measurablePhrases(row({ activity: "Tur", measures: "Gå på tur." }), 2026, language),
        ...measurablePhrases(row({ measures: "Jobbe med skolene." }), 2026, language),
        ...measurablePhrases(row({ measures: "Arrangere fest." }), 2026, language),
      ])
        expect(isMeasurable(phrase.replaceAll("…", "4"))).toBe(true);
  });
  test("in English they are understood", () => {
    expect(measurablePhrases(row({ activity: "Turer" }), 2026, "en")).toEqual([
      "By … we will have carried out turer.",
      "Turer at least … times in 2026.",
      "… of … members have taken part in turer in 2026.",
    ]);
  });
});

describe("rows", () => {
  const rows = ["1", "2", "3"].map((nr) => ({ id: `r${nr}`, nr }));
  const order = (of: readonly { id: string; nr: string }[]) => of.map(({ id, nr }) => `${id}:${nr}`).join(" ");
  test("move and are counted again", () => {
    expect(order(movePlanRow(rows, "r3", "r1"))).toBe("r3:1 r1:2 r2:3");
    expect(order(movePlanRow(rows, "r1", null))).toBe("r2:1 r3:2 r1:3");
  });
  test("stay where the one or the other is not there", () => {
    for (const [id, before] of [
      ["x", null],
      ["r1", "x"],
      ["r1", "r1"],
    ] as const)
      expect(order(movePlanRow(rows, id, before))).toBe("r1:1 r2:2 r3:3");
  });
  test("keep numbers that somebody wrote in another way", () => {
    const own = [{ nr: "1a" }, { nr: "1b" }, { nr: "" }];
    expect(renumbered(own)).toEqual(own);
    expect(renumbered([{ nr: "4." }, { nr: "" }])).toEqual([{ nr: "1" }, { nr: "2" }]);
  });
  test("are counted by status", () => {
    expect(countStatuses([{ status: "DONE" }, { status: "DONE" }, { status: "NOT_BEGUN" }])).toMatchObject({
      DONE: 2,
      NOT_BEGUN: 1,
      PARTLY: 0,
    });
  });
});

describe("adoption", () => {
  test.each([
    ["2026-02-07", 2026, null],
    ["2025-11-20", 2026, null],
    ["2026-02-08", 2026, "FUTURE"],
    ["2024-12-31", 2026, "YEAR"],
    ["2026-01-01", 2025, "YEAR"],
    ["2026-02-07", 2027, null],
  ] as const)("%s of %i: %s", (on, year, problem) => expect(adoptionProblem(on, year, "2026-02-07")).toBe(problem));
  test("a plan is of last year, this one or the next", () => {
    expect([2024, 2025, 2026, 2027, 2028].map((year) => isPlanYear(year, "2026-02-07"))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});
