import type { Sentence } from "../../kernel/errors/say.js";

/** Sentences about what is to be mended in the settings. */
export const SETTINGS_TEXTS = {
  burdenCap: {
    nb: "Velg mellom 60 og 6000 minutter i måneden.",
    nn: "Vel mellom 60 og 6000 minutt i månaden.",
    en: "Choose between 60 and 6000 minutes a month.",
  },
  members: {
    nb: "Skriv et antall, høyst 1 000 000.",
    nn: "Skriv eit tal, høgst 1 000 000.",
    en: "Write a number, at most 1,000,000.",
  },
  startOn: {
    nb: "Startdagen kan ikke være fram i tid.",
    nn: "Startdagen kan ikkje vere fram i tid.",
    en: "The start cannot be in the future.",
  },
  goalOn: {
    nb: "Dagen for målet må være etter startdagen.",
    nn: "Dagen for målet må vere etter startdagen.",
    en: "The day of the goal must be after the start.",
  },
  phone: {
    nb: "Skriv nummeret med 3 til 8 siffer, eller med + og landkode.",
    nn: "Skriv nummeret med 3 til 8 siffer, eller med + og landkode.",
    en: "Write the number with 3 to 8 digits, or with + and a country code.",
  },
  sameNumber: {
    nb: "Dette nummeret står her to ganger.",
    nn: "Dette nummeret står her to gonger.",
    en: "This number is here twice.",
  },
  oneContact: {
    nb: "Det må stå minst ett nummer å ringe.",
    nn: "Det må stå minst eitt nummer å ringje.",
    en: "There must be at least one number to call.",
  },
  oneOnCall: {
    nb: "Bare én kan ha vakt. Ta bort merket fra den andre først.",
    nn: "Berre éin kan ha vakt. Ta bort merket frå den andre først.",
    en: "Only one can be on call. Take the mark off the other first.",
  },
  nationalId: {
    nb: "Dette ligner et fødselsnummer. Det skal ikke stå her.",
    nn: "Dette liknar eit fødselsnummer. Det skal ikkje stå her.",
    en: "This looks like a national identity number. It does not belong here.",
  },
} satisfies Record<string, Sentence>;
