import type { Sentence } from "../../kernel/errors/say.js";

/** Sentences about what is to be mended in a contact. */
export const FOLLOW_UP_TEXTS = {
  dayAhead: {
    nb: "Velg dagen dere hadde kontakt: i dag eller i det siste året.",
    nn: "Vel dagen de hadde kontakt: i dag eller i det siste året.",
    en: "Choose the day you were in touch: today or in the last year.",
  },
  nextBefore: {
    nb: "Velg en dag fra i dag og inntil et år fram.",
    nn: "Vel ein dag frå i dag og inntil eit år fram.",
    en: "Choose a day from today and up to a year ahead.",
  },
  tooOld: {
    nb: "Dette kan rettes av den som skrev det, de første sju dagene.",
    nn: "Dette kan rettast av den som skreiv det, dei første sju dagane.",
    en: "This can be changed by whoever wrote it, for the first seven days.",
  },
  closed: {
    nb: "Laget er lagt ned.",
    nn: "Laget er lagt ned.",
    en: "The chapter is closed.",
  },
} satisfies Record<string, Sentence>;
