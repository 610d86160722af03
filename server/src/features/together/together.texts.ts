import type { Sentence } from "../../kernel/errors/say.js";

/** `{name}` is filled in. */
export const TOGETHER_TEXTS = {
  heldBy: {
    nb: "{name} har denne nå. Se hva som står, og prøv igjen om det fortsatt skal endres.",
    nn: "{name} har denne no. Sjå kva som står, og prøv igjen om det framleis skal endrast.",
    en: "{name} has this one now. See what it says, and try again if it is still to be changed.",
  },
  notOnBoard: {
    nb: "Velg en som sitter i styret nå.",
    nn: "Vel ein som sit i styret no.",
    en: "Choose somebody who is on the board now.",
  },
  empty: {
    nb: "Skriv noe før du sender.",
    nn: "Skriv noko før du sender.",
    en: "Write something before you send.",
  },
  tooLong: {
    nb: "Det er plass til 500 tegn.",
    nn: "Det er plass til 500 teikn.",
    en: "There is room for 500 characters.",
  },
  forgotten: {
    nb: "Oppgaven handler ikke lenger om noen, så her skrives det ikke mer.",
    nn: "Oppgåva handlar ikkje lenger om nokon, så her blir det ikkje skrive meir.",
    en: "The task is no longer about anybody, so nothing more is written here.",
  },
  nationalId: {
    nb: "Dette ser ut som et fødselsnummer. Ta det bort før du sender.",
    nn: "Dette ser ut som eit fødselsnummer. Ta det bort før du sender.",
    en: "This looks like a national identity number. Remove it before you send.",
  },
} satisfies Record<string, Sentence>;
