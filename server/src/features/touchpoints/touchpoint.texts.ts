import type { AnswerProblemCode, SubmitRefusal } from "@varde/domain";
import type { Sentence } from "../../kernel/errors/say.js";

/** What is wrong with an answer. `{min}`, `{max}` are filled in. */
export const ANSWER_TEXTS: Record<AnswerProblemCode, Sentence> = {
  REQUIRED: {
    nb: "Svar på dette før du sender.",
    nn: "Svar på dette før du sender.",
    en: "Answer this before you send.",
  },
  UNKNOWN_FIELD: {
    nb: "Dette spørsmålet er ikke med i rapporten. Last siden på nytt.",
    nn: "Dette spørsmålet er ikkje med i rapporten. Last sida på nytt.",
    en: "This question is not part of the report. Reload the page.",
  },
  WRONG_TYPE: {
    nb: "Svaret passer ikke til spørsmålet. Prøv en gang til.",
    nn: "Svaret passar ikkje til spørsmålet. Prøv ein gong til.",
    en: "The answer does not fit the question. Try once more.",
  },
  TOO_SMALL: { nb: "Det minste er {min}.", nn: "Det minste er {min}.", en: "The smallest is {min}." },
  TOO_LARGE: { nb: "Det største er {max}.", nn: "Det største er {max}.", en: "The largest is {max}." },
  TOO_LONG: {
    nb: "Teksten er for lang. Det er plass til {max} tegn.",
    nn: "Teksten er for lang. Det er plass til {max} teikn.",
    en: "The text is too long. There is room for {max} characters.",
  },
  UNKNOWN_OPTION: { nb: "Velg et av svarene.", nn: "Vel eit av svara.", en: "Choose one of the answers." },
  FUTURE_DATE: {
    nb: "Velg i dag eller en dag som har vært.",
    nn: "Vel i dag eller ein dag som har vore.",
    en: "Choose today or a day that has been.",
  },
  NOT_ALLOWED: {
    nb: "Dette kan ikke skrives inn her.",
    nn: "Dette kan ikkje skrivast inn her.",
    en: "This cannot be entered here.",
  },
  LOOKS_LIKE_NATIONAL_ID: {
    nb: "Dette ser ut som et fødselsnummer. Ta det bort før du sender.",
    nn: "Dette ser ut som eit fødselsnummer. Ta det bort før du sender.",
    en: "This looks like a national identity number. Remove it before you send.",
  },
};

/** Why a report is not taken now. */
export const REFUSAL_TEXTS: Record<SubmitRefusal, Sentence> = {
  NOT_OPEN_YET: {
    nb: "Oppgaven har ikke åpnet ennå. Gjør et steg, så er du i gang.",
    nn: "Oppgåva har ikkje opna enno. Gjer eit steg, så er du i gang.",
    en: "The task has not opened yet. Tick a step, and you have begun.",
  },
  CLOSED: {
    nb: "Oppgaven er allerede fullført.",
    nn: "Oppgåva er allereie fullført.",
    en: "The task is already done.",
  },
  TOO_LATE: {
    nb: "Tiden for denne oppgaven er ute, så den kan ikke rapporteres lenger. Snakk med koordinatoren deres.",
    nn: "Tida for denne oppgåva er ute, så ho kan ikkje rapporterast lenger. Snakk med koordinatoren dykkar.",
    en: "The time for this task has passed, so it can no longer be reported. Talk to your coordinator.",
  },
  CANCELLED: { nb: "Oppgaven er avlyst.", nn: "Oppgåva er avlyst.", en: "The task has been cancelled." },
  WAIVED: {
    nb: "Oppgaven er satt til ikke aktuell.",
    nn: "Oppgåva er sett til ikkje aktuell.",
    en: "The task is marked as not relevant.",
  },
};

/** Other sentences; `{name}` is filled in. */
export const TOUCHPOINT_TEXTS = {
  closedBy: {
    nb: "{name} har allerede gjort denne ferdig. Ingenting er borte: se hva som ble sendt.",
    nn: "{name} har allereie gjort denne ferdig. Ingenting er borte: sjå kva som vart sendt.",
    en: "{name} has already finished this one. Nothing is lost: see what was sent.",
  },
  takenOver: {
    nb: "Nasjonalt har gjort denne på vegne av laget. Ingenting er borte: se hva som ble sendt. Gjorde dere det selv, kan dere rette den.",
    nn: "Nasjonalt har gjort denne på vegner av laget. Ingenting er borte: sjå kva som vart sendt. Gjorde de det sjølve, kan de rette ho.",
    en: "National has done this one on the chapter's behalf. Nothing is lost: see what was sent. If you did it yourselves, you can correct it.",
  },
  notWaiting: {
    nb: "Denne kan ikke tas over nå: noen i laget er i gang igjen, eller den har ikke frist ennå. Ingenting er sendt.",
    nn: "Denne kan ikkje takast over no: nokon i laget er i gang att, eller ho har ikkje frist enno. Ingenting er sendt.",
    en: "This cannot be taken over now: somebody in the chapter is back, or it is not due yet. Nothing has been sent.",
  },
  closedByYou: {
    nb: "Du har allerede sendt denne. Den telte én gang.",
    nn: "Du har allereie sendt denne. Ho talde éin gong.",
    en: "You have already sent this one. It counted once.",
  },
  someone: { nb: "Noen i styret", nn: "Nokon i styret", en: "Someone on the board" },
  returnsNeeded: {
    nb: "Velg en dag fra i morgen og to uker fram, før fristen er ute.",
    nn: "Vel ein dag frå i morgon og to veker fram, før fristen er ute.",
    en: "Choose a day from tomorrow and two weeks ahead, before the time is out.",
  },
  outcomeNeeded: {
    nb: "Velg hvordan det gikk.",
    nn: "Vel korleis det gjekk.",
    en: "Choose how it went.",
  },
  outcomeUnwanted: {
    nb: "Denne oppgaven handler ikke om en person.",
    nn: "Denne oppgåva handlar ikkje om ein person.",
    en: "This task is not about a person.",
  },
  outcomeMustClose: {
    nb: "Velg et utfall som gjør oppgaven ferdig.",
    nn: "Vel eit utfall som gjer oppgåva ferdig.",
    en: "Choose an outcome that finishes the task.",
  },
  laterNeeded: {
    nb: "Velg en dag fra i morgen og inntil 90 dager fram.",
    nn: "Vel ein dag frå i morgon og inntil 90 dagar fram.",
    en: "Choose a day from tomorrow and up to 90 days ahead.",
  },
  laterOnce: {
    nb: "Fristen er flyttet én gang før. Velg en dag innen fristen.",
    nn: "Fristen er flytta éin gong før. Vel ein dag innan fristen.",
    en: "The deadline has been moved once already. Choose a day within it.",
  },
  cannotCorrect: {
    nb: "Rapporten er låst og kan ikke rettes lenger.",
    nn: "Rapporten er låst og kan ikkje rettast lenger.",
    en: "The report is locked and can no longer be corrected.",
  },
  notEmpty: {
    nb: "Denne oppgaven kan ikke lukkes som tom.",
    nn: "Denne oppgåva kan ikkje lukkast som tom.",
    en: "This task cannot be closed as empty.",
  },
  cannotUndo: {
    nb: "Angrefristen er ute. Du kan fortsatt rette rapporten.",
    nn: "Angrefristen er ute. Du kan framleis rette rapporten.",
    en: "The time to undo has passed. You can still correct the report.",
  },
  notEach: {
    nb: "Denne oppgaven gjør én av dere for alle.",
    nn: "Denne oppgåva gjer éin av dykk for alle.",
    en: "One of you does this task for everyone.",
  },
  eachConfirms: {
    nb: "Denne oppgaven bekrefter hver i styret for seg.",
    nn: "Denne oppgåva stadfestar kvar i styret for seg.",
    en: "Each board member confirms this task for themselves.",
  },
  partLocked: {
    nb: "Angrefristen er ute.",
    nn: "Angrefristen er ute.",
    en: "The time to undo has passed.",
  },
  unknownStep: {
    nb: "Steget finnes ikke lenger. Last siden på nytt.",
    nn: "Steget finst ikkje lenger. Last sida på nytt.",
    en: "The step is no longer there. Reload the page.",
  },
  meetingGone: {
    nb: "Treffet finnes ikke lenger. Velg et annet.",
    nn: "Treffet finst ikkje lenger. Vel eit anna.",
    en: "The meeting is no longer there. Choose another.",
  },
  memberNeeded: {
    nb: "Velg hvem det gjelder.",
    nn: "Vel kven det gjeld.",
    en: "Choose whom it is about.",
  },
  memberUnwanted: {
    nb: "Denne oppgaven handler ikke om en person.",
    nn: "Denne oppgåva handlar ikkje om ein person.",
    en: "This task is not about a person.",
  },
  chaptersNeeded: {
    nb: "Velg hvilke lag som skal ha den.",
    nn: "Vel kva lag som skal ha ho.",
    en: "Choose which chapters shall have it.",
  },
  startDay: {
    nb: "Velg en dag innen ett år.",
    nn: "Vel ein dag innan eitt år.",
    en: "Choose a day within a year.",
  },
} satisfies Record<string, Sentence>;

/** About contact after the time was out. */
export const LAST_CHANCE_TEXTS = {
  notMissed: {
    nb: "Denne har ikke gått ut, eller er ordnet. Last siden på nytt.",
    nn: "Denne har ikkje gått ut, eller er ordna. Last sida på nytt.",
    en: "This one has not run out, or is settled. Reload the page.",
  },
  tooLate: {
    nb: "Det er mer enn 30 dager siden den gikk ut. Dere kan fortsatt ta kontakt, men det noteres ikke her.",
    nn: "Det er meir enn 30 dagar sidan ho gjekk ut. De kan framleis ta kontakt, men det blir ikkje notert her.",
    en: "It ran out more than 30 days ago. You can still get in touch, but it is not noted here.",
  },
  outcome: {
    nb: "Velg nådd, ikke svar, feil nummer eller vil ikke kontaktes.",
    nn: "Vel nådd, ikkje svar, feil nummer eller vil ikkje kontaktast.",
    en: "Choose reached, no answer, wrong number or does not want contact.",
  },
} satisfies Record<string, Sentence>;

/** The sentence with its `{name}` places filled. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
