import type { Sentence } from "../../kernel/errors/say.js";

const age = (of: (age: number) => Sentence) => of;

/** Sentences about what is to be mended in a member. None holds what was typed. */
export const MEMBER_TEXTS = {
  nationalId: {
    nb: "Dette ser ut som et fødselsnummer. Varde lagrer det aldri. Ta det bort.",
    nn: "Dette ser ut som eit fødselsnummer. Varde lagrar det aldri. Ta det bort.",
    en: "This looks like a national identity number. Varde never stores it. Remove it.",
  },
  name: {
    nb: "Skriv et navn med vanlige bokstaver.",
    nn: "Skriv eit namn med vanlege bokstavar.",
    en: "Write a name in ordinary letters.",
  },
  email: {
    nb: "Denne e-postadressen mangler noe. Skriv den slik: navn@eksempel.no",
    nn: "Denne e-postadressa manglar noko. Skriv ho slik: namn@eksempel.no",
    en: "Something is missing in this e-mail address. Write it like this: name@example.org",
  },
  mobile: {
    nb: "Skriv åtte siffer, eller landkode først: +46 70 123 45 67",
    nn: "Skriv åtte siffer, eller landkode først: +46 70 123 45 67",
    en: "Write eight digits, or begin with the country code: +46 70 123 45 67",
  },
  postcode: {
    nb: "Et postnummer har fire siffer.",
    nn: "Eit postnummer har fire siffer.",
    en: "A postcode has four digits.",
  },
  birthNeeded: {
    nb: "Skriv fødselsdatoen, eller bare året.",
    nn: "Skriv fødselsdatoen, eller berre året.",
    en: "Write the date of birth, or only the year.",
  },
  birthUnlikely: {
    nb: "Det kan ikke stemme. Sjekk årstallet.",
    nn: "Det kan ikkje stemme. Sjekk årstalet.",
    en: "That cannot be right. Check the year.",
  },
  birthDiffers: {
    nb: "Året er et annet enn i fødselsdatoen.",
    nn: "Året er eit anna enn i fødselsdatoen.",
    en: "The year differs from the date of birth.",
  },
  joinedInFuture: {
    nb: "Dagen har ikke vært ennå.",
    nn: "Dagen har ikkje vore enno.",
    en: "That day has not come yet.",
  },
  joinedUnlikely: {
    nb: "Dagen er for lenge siden. Sjekk årstallet.",
    nn: "Dagen er for lenge sidan. Sjekk årstalet.",
    en: "That day is too long ago. Check the year.",
  },
  joinedChapterFirst: {
    nb: "Medlemmet kan ikke ha kommet til laget før innmeldingen.",
    nn: "Medlemmen kan ikkje ha kome til laget før innmeldinga.",
    en: "The member cannot have come to the chapter before joining.",
  },
  memberNoTaken: {
    nb: "Et annet medlem i laget har dette medlemsnummeret.",
    nn: "Ein annan medlem i laget har dette medlemsnummeret.",
    en: "Another member of the chapter has this member number.",
  },
  untilNeeded: {
    nb: "Velg dagen medlemmet kan kontaktes igjen.",
    nn: "Vel dagen medlemmen kan kontaktast igjen.",
    en: "Choose the day the member may be contacted again.",
  },
  untilAhead: {
    nb: "Velg en dag etter i dag og innen to år.",
    nn: "Vel ein dag etter i dag og innan to år.",
    en: "Choose a day after today and within two years.",
  },
  feeYear: {
    nb: "Velg et år fra medlemmet ble med til neste år.",
    nn: "Vel eit år frå medlemmen vart med til neste år.",
    en: "Choose a year from when the member joined until next year.",
  },
  paidInFuture: {
    nb: "Dagen har ikke vært ennå. Skriv dagen det ble betalt.",
    nn: "Dagen har ikkje vore enno. Skriv dagen det vart betalt.",
    en: "That day has not come yet. Write the day it was paid.",
  },
  feeAmount: {
    nb: "Skriv beløpet i kroner, høyst 10 000.",
    nn: "Skriv beløpet i kroner, høgst 10 000.",
    en: "Write the amount in kroner, 10,000 at most.",
  },
  hasLeft: {
    nb: "Medlemskapet i laget er avsluttet, så dette kan ikke endres lenger.",
    nn: "Medlemskapen i laget er avslutta, så dette kan ikkje endrast lenger.",
    en: "The membership in the chapter has ended, so this can no longer be changed.",
  },
  guardianNeeded: age((n) => ({
    nb: `Under ${n} år trenger vi en foresatt: navn, og e-post eller mobil.`,
    nn: `Under ${n} år treng vi ein føresett: namn, og e-post eller mobil.`,
    en: `Under ${n} we need a guardian: a name, and an e-mail address or mobile number.`,
  })),
  dateForGuardian: age((n) => ({
    nb: `Skriv hele fødselsdatoen: er medlemmet under ${n}, trenger vi en foresatt.`,
    nn: `Skriv heile fødselsdatoen: er medlemmen under ${n}, treng vi ein føresett.`,
    en: `Write the whole date of birth: if the member is under ${n}, we need a guardian.`,
  })),
  tooYoung: age((n) => ({
    nb: `Organisasjonen har medlemmer fra ${n} år. Sjekk fødselsdatoen.`,
    nn: `Organisasjonen har medlemmer frå ${n} år. Sjekk fødselsdatoen.`,
    en: `The organization has members from the age of ${n}. Check the date of birth.`,
  })),
};
