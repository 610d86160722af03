import type { DefinitionProblem, Language, TellingGroup } from "@varde/domain";
import type { Sentence } from "../../kernel/errors/say.js";

/** Sentences of refusals. */
export const TEXTS = {
  nameNeeded: {
    nb: "Gi interaksjonspunktet et navn.",
    nn: "Gi interaksjonspunktet eit namn.",
    en: "Give the interaction point a name.",
  },
  libraryUnknown: {
    nb: "Denne malen finnes ikke i biblioteket.",
    nn: "Denne malen finst ikkje i biblioteket.",
    en: "This template is not in the library.",
  },
  tooLarge: {
    nb: "Teksten er blitt for stor. Kort ned meldingene.",
    nn: "Teksten er vorten for stor. Kort ned meldingane.",
    en: "The text has become too large. Shorten the messages.",
  },
  published: {
    nb: "Denne versjonen er publisert og kan ikke endres. Lag et nytt utkast.",
    nn: "Denne versjonen er publisert og kan ikkje endrast. Lag eit nytt utkast.",
    en: "This version is published and cannot be changed. Make a new draft.",
  },
  draftExists: {
    nb: "Det finnes allerede et utkast. Gå videre med det.",
    nn: "Det finst allereie eit utkast. Gå vidare med det.",
    en: "There is already a draft. Go on with that one.",
  },
  nothingPublished: {
    nb: "Publiser en versjon først.",
    nn: "Publiser ein versjon først.",
    en: "Publish a version first.",
  },
  newerVersion: {
    nb: "En nyere versjon er publisert. Se forhåndsvisningen på nytt.",
    nn: "Ein nyare versjon er publisert. Sjå førehandsvisinga på nytt.",
    en: "A newer version has been published. Look at the preview again.",
  },
  alreadyWithdrawn: {
    nb: "Denne utrullingen er alt trukket tilbake.",
    nn: "Denne utrullinga er alt trekt tilbake.",
    en: "This roll-out has already been withdrawn.",
  },
  fromTooFar: {
    nb: "Velg en dag fra ett år tilbake til to år fram.",
    nn: "Vel ein dag frå eitt år tilbake til to år fram.",
    en: "Choose a day from one year back to two years ahead.",
  },
  chooseChapters: {
    nb: "Velg minst ett lag.",
    nn: "Vel minst eitt lag.",
    en: "Choose at least one chapter.",
  },
  coreTwice: {
    nb: "Samme interaksjonspunkt er valgt to ganger.",
    nn: "Same interaksjonspunkt er valt to gonger.",
    en: "The same interaction point is chosen twice.",
  },
  coreUnpublished: {
    nb: "Bare publiserte interaksjonspunkter kan være kjernepunkter.",
    nn: "Berre publiserte interaksjonspunkt kan vere kjernepunkt.",
    en: "Only published interaction points can be in the core set.",
  },
} satisfies Record<string, Sentence>;

export const coreTooMany = (language: Language, most: number): string =>
  ({
    nb: `Velg høyst ${most} kjernepunkter.`,
    nn: `Vel høgst ${most} kjernepunkt.`,
    en: `Choose at most ${most} core interaction points.`,
  })[language];

// what to write instead of a word that could out a member
const NEUTRAL: Record<TellingGroup, Sentence> = {
  NAME: {
    nb: "Skriv {{kortnavn}} eller «laget».",
    nn: "Skriv {{kortnavn}} eller «laget».",
    en: "Write {{kortnavn}} or “the chapter”.",
  },
  HEALTH: {
    nb: "Skriv om treffet og tidspunktet, og ta resten når dere snakker sammen.",
    nn: "Skriv om treffet og tidspunktet, og ta resten når de snakkar saman.",
    en: "Write about the meeting and the time, and take the rest when you talk.",
  },
  CRISIS: {
    nb: "Skriv «ring meg gjerne», og ta resten når dere snakker sammen.",
    nn: "Skriv «ring meg gjerne», og ta resten når de snakkar saman.",
    en: "Write “do give me a call”, and take the rest when you talk.",
  },
  TREATMENT: {
    nb: "Skriv «avtalen» eller «opplegget».",
    nn: "Skriv «avtalen» eller «opplegget».",
    en: "Write “the appointment” or “the plan”.",
  },
  SUBSTANCES: {
    nb: "La det være, eller skriv «det vi snakket om».",
    nn: "La det vere, eller skriv «det vi snakka om».",
    en: "Leave it out, or write “what we talked about”.",
  },
  PEERS: {
    nb: "Skriv «en fra laget» eller «en frivillig».",
    nn: "Skriv «ein frå laget» eller «ein frivillig».",
    en: "Write “someone from the chapter” or “a volunteer”.",
  },
};

type Params = DefinitionProblem["params"];
type Say = (p: Params) => Sentence;

// what is wrong with a definition, said so that one knows what to do
const CHECKS: Record<DefinitionProblem["code"], Say> = {
  REQUIRED: () => ({ nb: "Dette må fylles ut.", nn: "Dette må fyllast ut.", en: "This must be filled in." }),
  TOO_LONG: (p) => ({
    nb: `Teksten er på ${p["length"]} tegn. Den må ned i ${p["max"]}.`,
    nn: `Teksten er på ${p["length"]} teikn. Han må ned i ${p["max"]}.`,
    en: `The text is ${p["length"]} characters. It must come down to ${p["max"]}.`,
  }),
  TOO_MANY: (p) => ({ nb: `Høyst ${p["max"]} her.`, nn: `Høgst ${p["max"]} her.`, en: `At most ${p["max"]} here.` }),
  TOO_FEW: (p) => ({ nb: `Minst ${p["min"]} her.`, nn: `Minst ${p["min"]} her.`, en: `At least ${p["min"]} here.` }),
  INVALID_KEY: () => ({
    nb: "Nøkkelen må være små bokstaver, tall og understrek, og begynne med en bokstav.",
    nn: "Nøkkelen må vere små bokstavar, tal og understrek, og byrje med ein bokstav.",
    en: "The key must be small letters, digits and underscores, beginning with a letter.",
  }),
  INVALID_DATE: () => ({
    nb: "Denne dagen finnes ikke i kalenderen.",
    nn: "Denne dagen finst ikkje i kalenderen.",
    en: "This day is not in the calendar.",
  }),
  DUPLICATE: () => ({ nb: "Dette står to ganger.", nn: "Dette står to gonger.", en: "This is here twice." }),
  OUT_OF_RANGE: ({ min, max }) =>
    min !== undefined && max !== undefined
      ? { nb: `Velg fra ${min} til ${max}.`, nn: `Vel frå ${min} til ${max}.`, en: `Choose from ${min} to ${max}.` }
      : min !== undefined
        ? { nb: `Velg ${min} eller mer.`, nn: `Vel ${min} eller meir.`, en: `Choose ${min} or more.` }
        : { nb: `Velg ${max} eller mindre.`, nn: `Vel ${max} eller mindre.`, en: `Choose ${max} or less.` },
  DUE_BEFORE_OPENS: () => ({
    nb: "Fristen kommer før oppgaven åpner.",
    nn: "Fristen kjem før oppgåva opnar.",
    en: "The due date comes before it opens.",
  }),
  MAX_BELOW_MIN: () => ({
    nb: "Det høyeste er lavere enn det laveste.",
    nn: "Det høgaste er lågare enn det lågaste.",
    en: "The most is lower than the least.",
  }),
  NOT_ALLOWED: () => ({
    nb: "Dette hører ikke til her.",
    nn: "Dette høyrer ikkje til her.",
    en: "This does not belong here.",
  }),
  TEXT_ABOUT_MEMBER: () => ({
    nb: "Ingen fritekst når oppgaven handler om ett medlem. Bruk valg, eller spør én gang i perioden.",
    nn: "Ingen fritekst når oppgåva handlar om éin medlem. Bruk val, eller spør éin gong i perioden.",
    en: "No free text when it is about one member. Use choices, or ask once a period.",
  }),
  NOT_FOR_EACH: () => ({
    nb: "«Hver av oss» passer bare når oppgaven ikke handler om ett medlem og rapporten ikke spør om noe.",
    nn: "«Kvar av oss» passar berre når oppgåva ikkje handlar om éin medlem og rapporten ikkje spør om noko.",
    en: "“Each of us” fits only when it is not about one member and the report asks nothing.",
  }),
  UNKNOWN_FIELD: () => ({
    nb: "Spørsmålet finnes ikke lenger i rapporten.",
    nn: "Spørsmålet finst ikkje lenger i rapporten.",
    en: "The question is no longer in the report.",
  }),
  UNKNOWN_OPTION: () => ({
    nb: "Svaret finnes ikke lenger i spørsmålet.",
    nn: "Svaret finst ikkje lenger i spørsmålet.",
    en: "The answer is no longer in the question.",
  }),
  WRONG_FIELD_TYPE: () => ({
    nb: "Denne typen spørsmål kan ikke brukes her.",
    nn: "Denne typen spørsmål kan ikkje brukast her.",
    en: "This kind of question cannot be used here.",
  }),
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
  LOCK_SCREEN_WORD: (p) => {
    const instead = NEUTRAL[p["group"] as TellingGroup] ?? NEUTRAL.HEALTH;
    return {
      nb: `Kan leses på en låst skjerm: ${p["words"]}. ${instead.nb}`,
      nn: `Kan lesast på ein låst skjerm: ${p["words"]}. ${instead.nn}`,
      en: `May be read on a locked screen: ${p["words"]}. ${instead.en}`,
    };
  },
  GUIDE_UNLOCKED: () => ({
    nb: "En samtaleguide bærer trygg ramme, så laget kan ikke endre den. Lås den.",
    nn: "Ein samtaleguide ber trygg ramme, så laget kan ikkje endre han. Lås han.",
    en: "A conversation guide carries the safe frame, so a chapter may not change it. Lock it.",
  }),
  TYPE_CHANGED: (p) => ({
    nb: `Spørsmålet «${p["key"]}» har en annen svartype i en tidligere versjon. Fjern det og legg til et nytt.`,
    nn: `Spørsmålet «${p["key"]}» har ein annan svartype i ein tidlegare versjon. Fjern det og legg til eit nytt.`,
    en: `The question “${p["key"]}” has another answer type in an earlier version. Remove it and add a new one.`,
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
  COUNTS_UNKNOWN: () => ({
    nb: "Si hva tallet teller: personer, kroner eller annet.",
    nn: "Sei kva talet tel: personar, kroner eller anna.",
    en: "Say what the number counts: persons, kroner or something else.",
  }),
  LATE_NOT_ALLOWED: () => ({
    nb: "Oppgaven kan ikke lukkes etter fristen, så dagene etterpå har ingen virkning.",
    nn: "Oppgåva kan ikkje lukkast etter fristen, så dagane etterpå har ingen verknad.",
    en: "It cannot be closed after the due date, so the days after it do nothing.",
  }),
  BURDEN: (p) => ({
    nb: `Rapporten tar om lag ${p["seconds"]} sekunder. Mer enn ${p["max"]} får færre til å svare.`,
    nn: `Rapporten tek om lag ${p["seconds"]} sekund. Meir enn ${p["max"]} får færre til å svare.`,
    en: `The report takes about ${p["seconds"]} seconds. More than ${p["max"]} makes fewer answer.`,
  }),
};

/** A problem of a definition in words. */
export const sayCheck = (language: Language, { code, params }: DefinitionProblem): string =>
  CHECKS[code](params)[language];
