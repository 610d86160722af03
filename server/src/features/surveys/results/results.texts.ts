import type { Sentence } from "../../../kernel/errors/say.js";

/** The words of the file of results; written for somebody who has the file and nothing else. */
export const RESULT_TEXTS = {
  fileName: { nb: "undersokelse", nn: "undersoking", en: "survey" },
  numbers: { nb: "Tall", nn: "Tal", en: "Numbers" },
  definitions: { nb: "Forklaring", nn: "Forklaring", en: "What it means" },
  survey: { nb: "Undersøkelse", nn: "Undersøking", en: "Survey" },
  days: { nb: "Åpen", nn: "Open", en: "Open" },
  to: { nb: "til", nn: "til", en: "to" },
  publishedOn: { nb: "Resultatene er fra", nn: "Resultata er frå", en: "Results published" },
  link: { nb: "Siden i Varde", nn: "Sida i Varde", en: "The page in Varde" },
  group: { nb: "Gruppe", nn: "Gruppe", en: "Group" },
  whole: { nb: "Hele organisasjonen", nn: "Heile organisasjonen", en: "The whole organization" },
  question: { nb: "Spørsmål", nn: "Spørsmål", en: "Question" },
  line: { nb: "Utsagn", nn: "Utsegn", en: "Statement" },
  answer: { nb: "Svar", nn: "Svar", en: "Answer" },
  answered: { nb: "Har svart (n)", nn: "Har svart (n)", en: "Answered (n)" },
  chose: { nb: "Valgte dette", nn: "Valde dette", en: "Chose this" },
  percent: { nb: "Prosent", nn: "Prosent", en: "Per cent" },
  sent: { nb: "Sendte inn skjemaet", nn: "Sende inn skjemaet", en: "Sent the form" },
  answeredMeans: {
    nb: "Hvor mange i gruppen som svarte på spørsmålet. En størrelse er bare lagene som vises, lagt sammen.",
    nn: "Kor mange i gruppa som svarte på spørsmålet. Ein storleik er berre laga som blir viste, lagde saman.",
    en: "How many in the group answered the question. A size is the chapters that are shown, added up.",
  },
  choseMeans: {
    nb: "Hvor mange av dem som ga dette svaret. Der en kan velge flere, blir summen større enn n.",
    nn: "Kor mange av dei som gav dette svaret. Der ein kan velje fleire, blir summen større enn n.",
    en: "How many of them gave this answer. Where one may choose several, the sum is larger than n.",
  },
  percentMeans: {
    nb: "Av dem som svarte på spørsmålet. Tomt når færre enn ti svarte.",
    nn: "Av dei som svarte på spørsmålet. Tomt når færre enn ti svarte.",
    en: "Of those who answered the question. Empty when fewer than ten did.",
  },
  hiddenMeans: {
    nb: "Vises ikke: færre enn # svarte, tallet ville røpet noen få andre, eller spørsmålet sier hvem en er.",
    nn: "Blir ikkje vist: færre enn # svarte, talet ville røpt nokre få andre, eller spørsmålet seier kven ein er.",
    en: "Not shown: fewer than # answered, it would tell of a few others, or the question says who one is.",
  },
} satisfies Record<string, Sentence>;
