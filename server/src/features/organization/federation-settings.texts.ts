import type { Sentence } from "../../kernel/errors/say.js";

const between = (least: number, most: number): Sentence => ({
  nb: `Velg et tall fra ${least} til ${most}.`,
  nn: `Vel eit tal frå ${least} til ${most}.`,
  en: `Choose a number from ${least} to ${most}.`,
});

/** Sentences about what is to be mended in the settings an organization decides for itself. */
export const FEDERATION_TEXTS = {
  between,
  minAge: {
    nb: "Laveste alder kan ikke være høyere enn alderen for å melde seg inn alene.",
    nn: "Lågaste alder kan ikkje vere høgare enn alderen for å melde seg inn åleine.",
    en: "The lowest age cannot be above the age for joining alone.",
  },
  maxAge: {
    nb: "Høyeste alder må være over alderen for å melde seg inn alene, og høyst 120.",
    nn: "Høgaste alder må vere over alderen for å melde seg inn åleine, og høgst 120.",
    en: "The highest age must be above the age for joining alone, and at most 120.",
  },
  sameLimit: {
    nb: "Grensen er dette tallet allerede.",
    nn: "Grensa er dette talet allereie.",
    en: "The limit is this number already.",
  },
  nationalId: {
    nb: "Dette ligner et fødselsnummer. Det skal ikke stå her.",
    nn: "Dette liknar eit fødselsnummer. Det skal ikkje stå her.",
    en: "This looks like a national identity number. It does not belong here.",
  },
  bokmaal: {
    nb: "Bokmål må være med. Der en tekst mangler på et annet språk, vises den på bokmål.",
    nn: "Bokmål må vere med. Der ein tekst manglar på eit anna språk, blir han vist på bokmål.",
    en: "Bokmål must be among them. Where a text is missing in another language, it is shown in bokmål.",
  },
  colour: {
    nb: "Skriv fargen som # og seks tegn, for eksempel #0b5c57.",
    nn: "Skriv fargen som # og seks teikn, til dømes #0b5c57.",
    en: "Write the colour as # and six characters, such as #0b5c57.",
  },
} as const;

/** The core set holds more than would fit. */
export const coreSetHolds = (chosen: number): Sentence => ({
  nb: `Kjernepakken har ${chosen} interaksjonspunkter nå. Ta ut noen under «Interaksjonspunkter» → «Kjernepakken» først.`,
  nn: `Kjernepakken har ${chosen} interaksjonspunkt no. Ta ut nokre under «Interaksjonspunkt» → «Kjernepakken» først.`,
  en: `The core set holds ${chosen} interaction points now. Take some out under “Interaction points” → “The core set” first.`,
});
