import type { Sentence } from "../../kernel/errors/say.js";

/** Sentences about what is to be mended in a meeting. */
export const MEETING_TEXTS = {
  link: {
    nb: "Lenken må begynne med https:// og være hel.",
    nn: "Lenkja må byrje med https:// og vere heil.",
    en: "The link must begin with https:// and be complete.",
  },
  time: {
    nb: "Skriv klokkeslettet slik: 18:00.",
    nn: "Skriv klokkeslettet slik: 18:00.",
    en: "Write the time like this: 18:00.",
  },
  unlikelyDay: {
    nb: "Den dagen er langt unna. Sjekk årstallet.",
    nn: "Den dagen er langt unna. Sjekk årstalet.",
    en: "That day is far away. Check the year.",
  },
  notHeldYet: {
    nb: "Treffet har ikke vært ennå. Skriv antallet etterpå.",
    nn: "Treffet har ikkje vore enno. Skriv talet etterpå.",
    en: "The meeting has not been held yet. Add the number afterwards.",
  },
  named: {
    nb: "Det står hvem som kom på treffet, så det må ha vært. Velg en dag som har vært.",
    nn: "Det står kven som kom på treffet, så det må ha vore. Vel ein dag som har vore.",
    en: "It says who came to the meeting, so it must have been held. Choose a day that has been.",
  },
  nationalId: {
    nb: "Dette ser ut som et fødselsnummer. Ta det bort.",
    nn: "Dette ser ut som eit fødselsnummer. Ta det bort.",
    en: "This looks like a national identity number. Remove it.",
  },
  cancelled: {
    nb: "Treffet er avlyst og kan ikke endres. Lag et nytt.",
    nn: "Treffet er avlyst og kan ikkje endrast. Lag eit nytt.",
    en: "The meeting is called off and cannot be changed. Make a new one.",
  },
} satisfies Record<string, Sentence>;
