import type { Sentence } from "../../kernel/errors/say.js";

/** The words of the answers' CSV file. */
export const CSV_TEXTS = {
  template: { nb: "Interaksjonspunkt", nn: "Interaksjonspunkt", en: "Interaction point" },
  scope: { nb: "Gjelder", nn: "Gjeld", en: "Covers" },
  size: { nb: "Lag med så mange medlemmer", nn: "Lag med så mange medlemmer", en: "Chapters with so many members" },
  regionsOn: { nb: "<TheRegions> slik de var", nn: "<TheRegions> slik dei var", en: "<Regions> as they were on" },
  period: { nb: "Periode", nn: "Periode", en: "Period" },
  to: { nb: "til", nn: "til", en: "to" },
  referenceDate: { nb: "Tall per", nn: "Tal per", en: "Figures as of" },
  personsDate: {
    nb: "Antall personer gjelder så mange måneder, til og med",
    nn: "Talet på personar gjeld så mange månader, til og med",
    en: "Counts of persons are for so many months, to and including",
  },
  hidden: {
    nb: "«:» er skjult: tallet gjelder færre enn fem personer, eller et slikt tall kunne regnes ut av det",
    nn: "«:» er skjult: talet gjeld færre enn fem personar, eller eit slikt tal kunne reknast ut av det",
    en: "“:” is hidden: it counts fewer than five persons, or such a count could be computed from it",
  },
  sums: {
    nb: "Summen tar med det som er skjult. Tomme ruter har ingen svar som kan summeres.",
    nn: "Summen tek med det som er skjult. Tomme ruter har ingen svar som kan summerast.",
    en: "The sum includes what is hidden. Empty cells hold no answers that can be added up.",
  },
  chapter: { nb: "Lag", nn: "Lag", en: "Chapter" },
  reports: { nb: "Rapporter", nn: "Rapportar", en: "Reports" },
  answered: { nb: "antall svar", nn: "talet på svar", en: "answers" },
  total: { nb: "Sum", nn: "Sum", en: "Total" },
  yes: { nb: "ja", nn: "ja", en: "yes" },
  no: { nb: "nei", nn: "nei", en: "no" },
} satisfies Record<string, Sentence>;
