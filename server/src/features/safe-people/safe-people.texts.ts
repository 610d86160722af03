import type { Sentence } from "../../kernel/errors/say.js";

/** Sentences about papers that cannot be recorded or accepted. */
export const SAFE_PEOPLE_TEXTS = {
  years: {
    nb: "Velg fra 1 til 5 år.",
    nn: "Vel frå 1 til 5 år.",
    en: "Choose 1 to 5 years.",
  },
  words: {
    nb: "Skriv erklæringen på bokmål.",
    nn: "Skriv erklæringa på bokmål.",
    en: "Write the declaration in bokmål.",
  },
  tooLong: {
    nb: "Skriv høyst 4000 tegn.",
    nn: "Skriv høgst 4000 teikn.",
    en: "Write at most 4000 characters.",
  },
  nationalId: {
    nb: "Dette ligner et fødselsnummer. Det skal ikke stå her.",
    nn: "Dette liknar eit fødselsnummer. Det skal ikkje stå her.",
    en: "This looks like a national identity number. It does not belong here.",
  },
  own: {
    nb: "Sin egen attest kan ingen føre. En annen som har sett den, gjør det.",
    nn: "Sin eigen attest kan ingen føre. Ein annan som har sett han, gjer det.",
    en: "Nobody records their own certificate. Someone else who has seen it does.",
  },
  unseen: {
    nb: "Du må ha papirene dine i orden før du fører andres. Nasjonalt fører din.",
    nn: "Du må ha papira dine i orden før du fører andre sine. Nasjonalt fører din.",
    en: "Your own papers must be in order before you record others'. The national office records yours.",
  },
  day: {
    nb: "Velg dagen den ble vist: ikke fram i tid, og ikke eldre enn attesten gjelder.",
    nn: "Vel dagen han vart vist: ikkje fram i tid, og ikkje eldre enn attesten gjeld.",
    en: "Choose the day it was shown: not in the future, and not longer ago than it is good for.",
  },
  otherWording: {
    nb: "Erklæringen er endret. Les den nye før du godtar.",
    nn: "Erklæringa er endra. Les den nye før du godtek.",
    en: "The declaration has changed. Read the new one before you accept.",
  },
} satisfies Record<string, Sentence>;
