import type { Language } from "@varde/domain";
import type { Sentence } from "../../kernel/errors/say.js";

export const PRACTICE_TEXTS = {
  nationalId: {
    nb: "Her ser det ut til å stå et fødselsnummer. Ta det bort.",
    nn: "Her ser det ut til å stå eit fødselsnummer. Ta det bort.",
    en: "There seems to be a national identity number here. Remove it.",
  },
  tooShort: {
    nb: "Skriv litt mer, så andre kan gjøre det samme.",
    nn: "Skriv litt meir, så andre kan gjere det same.",
    en: "Write a little more, so that others can do the same.",
  },
  tooLong: {
    nb: "Høyst 600 tegn.",
    nn: "Høgst 600 teikn.",
    en: "At most 600 characters.",
  },
  reasonNeeded: {
    nb: "Skriv kort hvorfor. Laget får lese det.",
    nn: "Skriv kort kvifor. Laget får lese det.",
    en: "Write briefly why. The chapter will read it.",
  },
  reasonTooLong: {
    nb: "Høyst 300 tegn.",
    nn: "Høgst 300 teikn.",
    en: "At most 300 characters.",
  },
  waiting: {
    nb: "Laget har alt tre forslag som venter på svar. Vent til nasjonalt har lest dem.",
    nn: "Laget har alt tre framlegg som ventar på svar. Vent til nasjonalt har lese dei.",
    en: "Your chapter already has three suggestions waiting. Wait until national has read them.",
  },
  decided: {
    nb: "Dette er alt avgjort. Se hva som står nå.",
    nn: "Dette er alt avgjort. Sjå kva som står no.",
    en: "This has already been decided. See how it stands now.",
  },
} satisfies Record<string, Sentence>;

/** A member of the chapter is named in the text. */
export const namesMember = (language: Language, name: string): string =>
  ({
    nb: `«${name}» er navnet til et medlem. Fortell det uten navn.`,
    nn: `«${name}» er namnet til ein medlem. Fortel det utan namn.`,
    en: `“${name}” is the name of a member. Tell it without names.`,
  })[language];
