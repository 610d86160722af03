import type { Sentence } from "../../kernel/errors/say.js";

export const OFFLINE_TEXTS = {
  laterNeeded: {
    nb: "Velg en senere dag enn den du gjorde det.",
    nn: "Vel ein seinare dag enn den du gjorde det.",
    en: "Choose a later day than the one you did it.",
  },
  notEmpty: {
    nb: "Denne oppgaven kan ikke lukkes som tom.",
    nn: "Denne oppgåva kan ikkje lukkast som tom.",
    en: "This task cannot be closed as empty.",
  },
} satisfies Record<string, Sentence>;
