import type { Sentence } from "../../kernel/errors/say.js";

/** Headings of the file. */
export const AUDIT_COLUMNS = {
  at: { nb: "Tidspunkt", nn: "Tidspunkt", en: "Time" },
  who: { nb: "Hvem", nn: "Kven", en: "Who" },
  action: { nb: "Handling", nn: "Handling", en: "Action" },
  subjectType: { nb: "Gjelder", nn: "Gjeld", en: "About" },
  name: { nb: "Navn", nn: "Namn", en: "Name" },
  chapter: { nb: "Lag", nn: "Lag", en: "Chapter" },
  detail: { nb: "Fakta", nn: "Fakta", en: "Facts" },
  subjectId: { nb: "Id", nn: "Id", en: "Id" },
  id: { nb: "Linje", nn: "Linje", en: "Line" },
} satisfies Record<string, Sentence>;

export const AUDIT_TEXTS = {
  system: { nb: "Varde selv", nn: "Varde sjølv", en: "Varde itself" },
  cut: {
    nb: "Fila har de nyeste linjene. Velg et kortere tidsrom for å få resten.",
    nn: "Fila har dei nyaste linjene. Vel eit kortare tidsrom for å få resten.",
    en: "The file has the newest lines. Choose a shorter time for the rest.",
  },
} satisfies Record<string, Sentence>;
