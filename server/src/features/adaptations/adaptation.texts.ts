import type { Language, OverlayProblem } from "@varde/domain";
import type { Sentence } from "../../kernel/errors/say.js";

/** Sentences of refusals. */
export const ADAPTATION_TEXTS = {
  nationalId: {
    nb: "Her står et fødselsnummer. Ta det bort.",
    nn: "Her står eit fødselsnummer. Ta det bort.",
    en: "There is a national identity number here. Take it away.",
  },
  versionClosed: {
    nb: "Denne versjonen er ikke i bruk lenger. Tilpass den nye.",
    nn: "Denne versjonen er ikkje i bruk lenger. Tilpass den nye.",
    en: "This version is no longer in use. Adapt the new one.",
  },
  nothingToCarry: {
    nb: "Ingenting av tilpasningen passer i den nye versjonen.",
    nn: "Ingenting av tilpassinga passar i den nye versjonen.",
    en: "Nothing of the adaptation fits the new version.",
  },
  nothingToPropose: {
    nb: "Endre et steg eller en melding først. En egen frist blir hos laget.",
    nn: "Endre eit steg eller ei melding først. Ein eigen frist blir hos laget.",
    en: "Change a step or a message first. An own deadline stays with the chapter.",
  },
  openProposal: {
    nb: "Dere har allerede et forslag som venter på svar. Trekk det først.",
    nn: "De har allereie eit forslag som ventar på svar. Trekk det først.",
    en: "You already have a proposal waiting for an answer. Withdraw it first.",
  },
  decided: {
    nb: "Forslaget er allerede avgjort.",
    nn: "Forslaget er allereie avgjort.",
    en: "The proposal has already been decided.",
  },
  chooseParts: {
    nb: "Velg minst én del.",
    nn: "Vel minst éin del.",
    en: "Choose at least one part.",
  },
  unknownPart: {
    nb: "Denne delen er ikke med i forslaget.",
    nn: "Denne delen er ikkje med i forslaget.",
    en: "This part is not in the proposal.",
  },
  movedOn: {
    nb: "Utkastet er endret her siden. Ta med laget sin tekst likevel, eller la delen være.",
    nn: "Utkastet er endra her sidan. Ta med teksten frå laget likevel, eller la delen vere.",
    en: "The draft has changed here since. Take the chapter's text anyway, or leave the part.",
  },
} satisfies Record<string, Sentence>;

type Say = (params: OverlayProblem["params"]) => Sentence;

const CHECKS: Record<OverlayProblem["code"], Say> = {
  LOCKED: () => ({
    nb: "Denne delen er låst av nasjonalt.",
    nn: "Denne delen er låst av nasjonalt.",
    en: "This part is locked by national.",
  }),
  UNKNOWN_KEY: () => ({
    nb: "Denne delen finnes ikke i versjonen.",
    nn: "Denne delen finst ikkje i versjonen.",
    en: "This part is not in the version.",
  }),
  INVALID_KEY: () => ({
    nb: "Steget har en nøkkel det ikke kan ha.",
    nn: "Steget har ein nøkkel det ikkje kan ha.",
    en: "The step has a key it cannot have.",
  }),
  DUPLICATE: () => ({ nb: "Dette står to ganger.", nn: "Dette står to gonger.", en: "This is here twice." }),
  REQUIRED: () => ({ nb: "Skriv hva som skal gjøres.", nn: "Skriv kva som skal gjerast.", en: "Say what to do." }),
  TOO_LONG: (p) => ({
    nb: `Teksten er på ${p["length"]} tegn. Den må ned i ${p["max"]}.`,
    nn: `Teksten er på ${p["length"]} teikn. Han må ned i ${p["max"]}.`,
    en: `The text is ${p["length"]} characters. It must come down to ${p["max"]}.`,
  }),
  TOO_MANY: (p) => ({
    nb: `Høyst ${p["max"]} egne steg.`,
    nn: `Høgst ${p["max"]} eigne steg.`,
    en: `At most ${p["max"]} own steps.`,
  }),
  OUT_OF_RANGE: (p) => ({
    nb: `Velg fra ${p["min"]} til ${p["max"]} dager.`,
    nn: `Vel frå ${p["min"]} til ${p["max"]} dagar.`,
    en: `Choose from ${p["min"]} to ${p["max"]} days.`,
  }),
  NOT_ALLOWED: () => ({
    nb: "Bare e-post har emne.",
    nn: "Berre e-post har emne.",
    en: "Only an e-mail has a subject.",
  }),
  NATIONAL_ID: () => ADAPTATION_TEXTS.nationalId,
  UNKNOWN_MERGE_FIELD: (p) => ({
    nb: `Flettefeltet {{${p["field"]}}} finnes ikke.`,
    nn: `Flettefeltet {{${p["field"]}}} finst ikkje.`,
    en: `There is no merge field {{${p["field"]}}}.`,
  }),
  FORBIDDEN_MERGE_FIELD: (p) => ({
    nb: `{{${p["field"]}}} kan stå på en låst skjerm og røpe medlemskapet. Bruk {{kortnavn}}.`,
    nn: `{{${p["field"]}}} kan stå på ein låst skjerm og røpe medlemskapen. Bruk {{kortnavn}}.`,
    en: `{{${p["field"]}}} may stand on a locked screen and reveal the membership. Use {{kortnavn}}.`,
  }),
  LOCK_SCREEN_WORD: (p) => ({
    nb: `Kan leses på en låst skjerm: ${p["words"]}. Skriv det nøytralt.`,
    nn: `Kan lesast på ein låst skjerm: ${p["words"]}. Skriv det nøytralt.`,
    en: `May be read on a locked screen: ${p["words"]}. Put it neutrally.`,
  }),
  SMS_TOO_LONG: (p) => ({
    nb: `SMS-en er på ${p["length"]} tegn. Den må ned i ${p["max"]} for å gå som to meldinger.`,
    nn: `SMS-en er på ${p["length"]} teikn. Han må ned i ${p["max"]} for å gå som to meldingar.`,
    en: `The SMS is ${p["length"]} characters. It must come down to ${p["max"]} to go as two messages.`,
  }),
  SMS_OUTSIDE_GSM7: (p) => ({
    nb: `Tegn som gjør SMS-en dyrere: ${p["signs"]}`,
    nn: `Teikn som gjer SMS-en dyrare: ${p["signs"]}`,
    en: `Signs that make the SMS cost more: ${p["signs"]}`,
  }),
};

/** A problem of an overlay in words. */
export const sayOverlay = (language: Language, { code, params }: OverlayProblem): string =>
  CHECKS[code](params)[language];
