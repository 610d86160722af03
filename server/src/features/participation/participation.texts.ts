import type { Sentence } from "../../kernel/errors/say.js";

/** Sentences about what is to be mended when it is written down who came. */
export const PARTICIPATION_TEXTS = {
  notHeldYet: {
    nb: "Treffet har ikke vært ennå. Skriv hvem som kom etterpå.",
    nn: "Treffet har ikkje vore enno. Skriv kven som kom etterpå.",
    en: "The meeting has not been held yet. Write who came afterwards.",
  },
  cancelled: {
    nb: "Treffet er avlyst, så ingen kan ha kommet.",
    nn: "Treffet er avlyst, så ingen kan ha kome.",
    en: "The meeting is called off, so nobody can have come.",
  },
  numberOnly: {
    nb: "Laget skriver bare antall, ikke navn. Lederen kan endre det.",
    nn: "Laget skriv berre tal, ikkje namn. Leiaren kan endre det.",
    en: "The chapter writes a number only, not names. The leader can change that.",
  },
  tooMany: {
    nb: "Det kan være 5000 i alt på et treff. Se over tallene.",
    nn: "Det kan vere 5000 i alt på eit treff. Sjå over tala.",
    en: "A meeting can have 5,000 in all. Check the numbers.",
  },
} satisfies Record<string, Sentence>;
