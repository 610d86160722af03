import type { Sentence } from "../../kernel/errors/say.js";

export const PILOT_TEXTS = {
  nationalId: {
    nb: "Her ser det ut til å stå et fødselsnummer. Ta det bort.",
    nn: "Her ser det ut til å stå eit fødselsnummer. Ta det bort.",
    en: "There seems to be a national identity number here. Remove it.",
  },
  tooLong: { nb: "Teksten er for lang.", nn: "Teksten er for lang.", en: "The text is too long." },
  reasonNeeded: {
    nb: "Skriv kort hvorfor, minst ti tegn. Det blir stående.",
    nn: "Skriv kort kvifor, minst ti teikn. Det blir ståande.",
    en: "Write briefly why, at least ten characters. It is kept.",
  },
  chooseChapters: { nb: "Velg minst ett lag.", nn: "Vel minst eitt lag.", en: "Choose at least one chapter." },
  chooseOneWay: {
    nb: "Velg lag, eller la tilfeldet trekke. Ikke begge deler.",
    nn: "Vel lag, eller la tilfellet trekkje. Ikkje begge delar.",
    en: "Choose chapters, or let chance draw. Not both.",
  },
  tooManyDrawn: {
    nb: "Så mange lag er det ikke å trekke fra.",
    nn: "Så mange lag er det ikkje å trekkje frå.",
    en: "There are not that many chapters to draw from.",
  },
  startsTooFar: {
    nb: "Velg en dag fra ett år tilbake til ett år fram.",
    nn: "Vel ein dag frå eitt år tilbake til eitt år fram.",
    en: "Choose a day from one year back to one year ahead.",
  },
  endsTooSoon: {
    nb: "Velg en dag etter i dag, etter at piloten har begynt og høyst ett år senere.",
    nn: "Vel ein dag etter i dag, etter at piloten har byrja og høgst eitt år seinare.",
    en: "Choose a day after today, after the pilot has begun and at most one year later.",
  },
  extendLater: {
    nb: "Velg en dag som er senere enn den som står, og høyst ett år etter start.",
    nn: "Vel ein dag som er seinare enn den som står, og høgst eitt år etter start.",
    en: "Choose a day later than the one it has, at most one year after the start.",
  },
  notBegun: {
    nb: "Piloten har ikke begynt. Dropp den heller.",
    nn: "Piloten har ikkje byrja. Dropp han heller.",
    en: "The pilot has not begun. Drop it instead.",
  },
  alreadyOver: { nb: "Piloten er alt over.", nn: "Piloten er alt over.", en: "The pilot is over already." },
  noBoard: {
    nb: "Medlemmer uten lag har ikke noe styre som kan si hva det synes. Velg bare lag.",
    nn: "Medlemer utan lag har ikkje noko styre som kan seie kva det synest. Vel berre lag.",
    en: "Members without a chapter have no board to say what it thinks. Choose chapters only.",
  },
  alreadyRunning: {
    nb: "Det går alt en pilot av dette. Avgjør den først.",
    nn: "Det går alt ein pilot av dette. Avgjer han først.",
    en: "There is a pilot of this already. Decide that one first.",
  },
  decided: {
    nb: "Denne piloten er avgjort. Se hva som ble bestemt.",
    nn: "Denne piloten er avgjord. Sjå kva som vart bestemt.",
    en: "This pilot has been decided. See what was decided.",
  },
  notInForce: {
    nb: "Versjonen er ikke lenger i bruk i pilotlagene, så den kan ikke bli den gjeldende. Lag et nytt utkast av den i stedet.",
    nn: "Versjonen er ikkje lenger i bruk i pilotlaga, så han kan ikkje bli den gjeldande. Lag eit nytt utkast av han i staden.",
    en: "The version is no longer in use in the pilot chapters, so it cannot become the one in force. Make a new draft of it instead.",
  },
} satisfies Record<string, Sentence>;
