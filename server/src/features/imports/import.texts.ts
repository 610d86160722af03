import type { Sentence } from "../../kernel/errors/say.js";

/** What the flow of an import says to its user. */
export const IMPORT_TEXTS = {
  notReady: {
    nb: "Denne lista kan ikke tas inn nå. Last siden på nytt og se hvor langt den er kommet.",
    nn: "Denne lista kan ikkje takast inn no. Last sida på nytt og sjå kor langt ho er komen.",
    en: "This list cannot be taken in now. Reload the page and see how far it has come.",
  },
  finished: {
    nb: "Lista er allerede tatt inn eller avbrutt.",
    nn: "Lista er allereie teken inn eller avbroten.",
    en: "The list has already been taken in or given up.",
  },
  nameNeeded: {
    nb: "Velg hvilke kolonner som er fornavn og etternavn, eller hvilken som er hele navnet.",
    nn: "Vel kva kolonnar som er førenamn og etternamn, eller kva for ei som er heile namnet.",
    en: "Choose which columns are first and last name, or which one is the whole name.",
  },
  chosenTwice: {
    nb: "To kolonner kan ikke bety det samme. Velg den ene, og la den andre være utelatt.",
    nn: "To kolonnar kan ikkje bety det same. Vel den eine, og lat den andre vere utelaten.",
    en: "Two columns cannot mean the same. Choose one, and leave the other out.",
  },
  stopped: {
    nb: "Lista ble ikke tatt inn, og ingenting er endret. Les den inn på nytt og prøv igjen.",
    nn: "Lista vart ikkje teken inn, og ingenting er endra. Les henne inn på nytt og prøv igjen.",
    en: "The list was not taken in, and nothing has changed. Read it in anew and try again.",
  },
} satisfies Record<string, Sentence>;

/** Why a line waits for somebody's eye. */
export const BECAUSE: Record<string, Sentence> = {
  UNKNOWN: {
    nb: "Vi kjenner ikke lokallaget. Skriv navnet slik det står i Varde, eller fyll inn kommunen.",
    nn: "Vi kjenner ikkje lokallaget. Skriv namnet slik det står i Varde, eller fyll inn kommunen.",
    en: "We do not know the chapter. Write its name as in Varde, or fill in the municipality.",
  },
  OTHER_CHAPTER: {
    nb: "Raden gjelder et annet lokallag. Ta den ut av fila.",
    nn: "Rada gjeld eit anna lokallag. Ta henne ut av fila.",
    en: "The row is of another chapter. Take it out of the file.",
  },
  IN_FILE: {
    nb: "Samme medlem står på en linje lenger opp. Bare den første brukes.",
    nn: "Same medlem står på ei linje lenger opp. Berre den første blir brukt.",
    en: "The same member is on a line further up. Only the first is used.",
  },
  IN_REGISTER: {
    nb: "To medlemmer i registeret passer. Slå dem sammen i registeret først.",
    nn: "To medlemmer i registeret passar. Slå dei saman i registeret først.",
    en: "Two members in the register fit. Merge them in the register first.",
  },
  LOOKS_LIKE: {
    nb: "Ligner på et medlem som er i registeret. Skriv samme navn eller medlemsnummer begge steder, eller legg inn medlemmet for hånd.",
    nn: "Liknar på ein medlem som er i registeret. Skriv same namn eller medlemsnummer begge stader, eller legg inn medlemmen for hand.",
    en: "Resembles a member of the register. Write the same name or number in both places, or add the member by hand.",
  },
  MOVED: {
    nb: "Står i et annet lokallag i registeret. Når lista er tatt inn, får laget i fila spørsmål om å ta imot.",
    nn: "Står i eit anna lokallag i registeret. Når lista er teken inn, får laget i fila spørsmål om å ta imot.",
    en: "Is in another chapter in the register. When the list is taken in, the chapter in the file is asked to accept.",
  },
};

export const REPORT_HEADER: Record<"line" | "column" | "reason", Sentence> = {
  line: { nb: "Linje", nn: "Linje", en: "Line" },
  column: { nb: "Kolonne", nn: "Kolonne", en: "Column" },
  reason: { nb: "Hva som er galt", nn: "Kva som er gale", en: "What is wrong" },
};
