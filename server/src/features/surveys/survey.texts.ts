import type { SurveyProblemCode } from "@varde/domain";
import type { Sentence } from "../../kernel/errors/say.js";

export const SURVEY_TEXTS = {
  opened: {
    nb: "Undersøkelsen er åpnet, og står som den er. Lag en ny av den for å endre noe.",
    nn: "Undersøkinga er opna, og står som ho er. Lag ei ny av ho for å endre noko.",
    en: "The survey has been opened and stays as it is. Make a new one from it to change something.",
  },
  closed: {
    nb: "Undersøkelsen er avsluttet.",
    nn: "Undersøkinga er avslutta.",
    en: "The survey is closed.",
  },
  tooLarge: {
    nb: "Undersøkelsen er for stor til å lagres. Kort ned tekstene.",
    nn: "Undersøkinga er for stor til å lagrast. Kort ned tekstane.",
    en: "The survey is too large to be saved. Shorten its texts.",
  },
  tooLong: {
    nb: "Det er flere spørsmål med fritekst enn ett skjema har plass til. Ta bort noen av dem.",
    nn: "Det er fleire spørsmål med fritekst enn eitt skjema har plass til. Ta bort nokre av dei.",
    en: "There are more questions with free text than one form has room for. Remove some of them.",
  },
  begins: {
    nb: "Den kan ikke åpne før i dag.",
    nn: "Ho kan ikkje opne før i dag.",
    en: "It cannot open before today.",
  },
  ends: {
    nb: "Siste dag må være etter den første, og innen et halvt år.",
    nn: "Siste dag må vere etter den første, og innan eit halvt år.",
    en: "The last day must come after the first, and within half a year.",
  },
  noChapters: {
    nb: "Det er ingen åpne lag å sende den til.",
    nn: "Det er ingen opne lag å sende ho til.",
    en: "There are no open chapters to send it to.",
  },
} satisfies Record<string, Sentence>;

/** What to mend, by the code of the rule. `#` is the limit. */
export const SURVEY_CHECKS: Readonly<Record<SurveyProblemCode, Sentence>> = {
  REQUIRED: { nb: "Skriv noe her.", nn: "Skriv noko her.", en: "Write something here." },
  MISSING_LANGUAGE: {
    nb: "Mangler på dette språket. Da vises bokmål.",
    nn: "Manglar på dette språket. Då blir bokmål vist.",
    en: "Missing in this language. Bokmål is shown instead.",
  },
  TOO_LONG: { nb: "Høyst # tegn.", nn: "Høgst # teikn.", en: "At most # characters." },
  TOO_MANY: { nb: "Høyst #.", nn: "Høgst #.", en: "At most #." },
  TOO_FEW: { nb: "Minst #.", nn: "Minst #.", en: "At least #." },
  INVALID_KEY: {
    nb: "Nøkkelen kan bare ha små bokstaver, tall og understrek.",
    nn: "Nøkkelen kan berre ha små bokstavar, tal og understrek.",
    en: "The key may only have small letters, digits and underscores.",
  },
  DUPLICATE: { nb: "Den samme står to ganger.", nn: "Den same står to gonger.", en: "The same one stands twice." },
  OUT_OF_RANGE: { nb: "Fra 1 til #.", nn: "Frå 1 til #.", en: "From 1 to #." },
  UNKNOWN_QUESTION: {
    nb: "Spørsmålet den henger på, finnes ikke lenger.",
    nn: "Spørsmålet ho heng på, finst ikkje lenger.",
    en: "The question it depends on is no longer there.",
  },
  ASKED_LATER: {
    nb: "Spørsmålet den henger på, må komme før.",
    nn: "Spørsmålet ho heng på, må kome før.",
    en: "The question it depends on must come before it.",
  },
  UNKNOWN_OPTION: {
    nb: "Et av svarene den henger på, finnes ikke lenger.",
    nn: "Eitt av svara ho heng på, finst ikkje lenger.",
    en: "One of the answers it depends on is no longer there.",
  },
  NOT_FOR_KIND: {
    nb: "Passer ikke til denne typen spørsmål. Et spørsmål kan heller ikke henge på hvem en er.",
    nn: "Passar ikkje til denne typen spørsmål. Eit spørsmål kan heller ikkje henge på kven ein er.",
    en: "Does not go with this kind of question. Nor may a question depend on who one is.",
  },
};
