import type { Language } from "@varde/domain";
import type { Sentence } from "../../../kernel/errors/say.js";

export const CAP_TEXTS = {
  length: {
    nb: "Skriv minst ti tegn og høyst 500.",
    nn: "Skriv minst ti teikn og høgst 500.",
    en: "Write at least ten characters and at most 500.",
  },
  nationalId: {
    nb: "Begrunnelsen har noe som ligner et fødselsnummer. Ta det bort.",
    nn: "Grunngjevinga har noko som liknar eit fødselsnummer. Ta det bort.",
    en: "The reason has something like a national identity number. Take it away.",
  },
} satisfies Record<string, Sentence>;

/** How many chapters need a reason before they may be taken above the cap. */
export const reasonNeeded = (language: Language, n: number): string =>
  ({
    nb: `${n === 1 ? "Ett lag kommer" : `${n} lag kommer`} over taket. Skriv hvorfor det er greit, eller utsett.`,
    nn: `${n === 1 ? "Eitt lag kjem" : `${n} lag kjem`} over taket. Skriv kvifor det er greitt, eller utset.`,
    en: `${n === 1 ? "One chapter goes" : `${n} chapters go`} above the cap. Write why that is all right, or postpone.`,
  })[language];
