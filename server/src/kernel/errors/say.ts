import type { Language } from "@varde/domain";

/** A sentence in every language we speak. */
export type Sentence = Record<Language, string>;

/** Sentences that several features need. */
export const COMMON = {
  conflict: {
    nb: "Noen andre har endret dette i mellomtiden. Se hva som står nå, og prøv igjen.",
    nn: "Nokon andre har endra dette i mellomtida. Sjå kva som står no, og prøv igjen.",
    en: "Someone else has changed this in the meantime. See what it says now, and try again.",
  },
  keyReused: {
    nb: "Dette er sendt før med et annet innhold. Last siden på nytt og prøv igjen.",
    nn: "Dette er sendt før med eit anna innhald. Last sida på nytt og prøv igjen.",
    en: "This was sent before with other content. Reload the page and try again.",
  },
  taken: {
    nb: "Det finnes allerede. Velg noe annet.",
    nn: "Det finst allereie. Vel noko anna.",
    en: "It already exists. Choose something else.",
  },
} satisfies Record<string, Sentence>;

/** The sentence in the asker's language. */
export const say = (language: Language, sentence: Sentence): string => sentence[language];
