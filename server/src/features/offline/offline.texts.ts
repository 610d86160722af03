import type { Sentence } from "../../kernel/errors/say.js";

export const OFFLINE_TEXTS = {
  laterNeeded: {
    nb: "Velg en dag etter den du gjorde det, og inntil 90 dager fram.",
    nn: "Vel ein dag etter den du gjorde det, og inntil 90 dagar fram.",
    en: "Choose a day after the one you did it, up to 90 days ahead.",
  },
  notEmpty: {
    nb: "Denne oppgaven kan ikke lukkes som tom.",
    nn: "Denne oppgåva kan ikkje lukkast som tom.",
    en: "This task cannot be closed as empty.",
  },
} satisfies Record<string, Sentence>;
