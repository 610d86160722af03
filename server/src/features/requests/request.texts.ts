import type { Sentence } from "../../kernel/errors/say.js";

export const REQUEST_TEXTS = {
  nationalId: {
    nb: "Her ser det ut til å stå et fødselsnummer. Ta det bort.",
    nn: "Her ser det ut til å stå eit fødselsnummer. Ta det bort.",
    en: "There seems to be a national identity number here. Remove it.",
  },
  reason: {
    nb: "Velg en av grunnene.",
    nn: "Vel ein av grunnane.",
    en: "Choose one of the reasons.",
  },
  wordsNeeded: {
    nb: "Skriv kort hva det gjelder.",
    nn: "Skriv kort kva det gjeld.",
    en: "Write briefly what it is about.",
  },
  noWords: {
    nb: "Om et medlem skrives det ikke noe her. Velg en av grunnene.",
    nn: "Om ein medlem skriv ein ikkje noko her. Vel ein av grunnane.",
    en: "Nothing is written here about a member. Choose one of the reasons.",
  },
  wantedDays: {
    nb: "Velg hvor mye mer tid dere trenger, høyst 60 dager.",
    nn: "Vel kor mykje meir tid de treng, høgst 60 dagar.",
    en: "Choose how much more time you need, 60 days at most.",
  },
  waiting: {
    nb: "Dere har alt spurt om denne. Vent på svaret, eller trekk ønsket først.",
    nn: "De har alt spurt om denne. Vent på svaret, eller trekk ønsket først.",
    en: "You have already asked about this one. Wait for the answer, or take the request back first.",
  },
  settled: {
    nb: "Ønsket er alt besvart eller trukket. Se hva som står nå.",
    nn: "Ønsket er alt svara på eller trekt. Sjå kva som står no.",
    en: "The request has already been answered or taken back. See how it stands now.",
  },
  gone: {
    nb: "Det er ikke noe å svare på lenger: oppgaven er gjort eller tatt bort.",
    nn: "Det er ikkje noko å svare på lenger: oppgåva er gjord eller teken bort.",
    en: "There is nothing to answer any more: the task is done or gone.",
  },
  ownBoard: {
    nb: "Du sitter i dette styret. En annen må svare.",
    nn: "Du sit i dette styret. Ein annan må svare.",
    en: "You sit on this board. Somebody else has to answer.",
  },
  day: {
    nb: "Velg en dag som gir mer tid enn laget har nå, høyst 60 dager fram.",
    nn: "Vel ein dag som gir meir tid enn laget har no, høgst 60 dagar fram.",
    en: "Choose a day that gives more time than the chapter has now, 60 days ahead at most.",
  },
  answerNeeded: {
    nb: "Velg eller skriv et svar. Styret leser det.",
    nn: "Vel eller skriv eit svar. Styret les det.",
    en: "Choose or write an answer. The board will read it.",
  },
  undoLate: {
    nb: "Det er mer enn sju dager siden svaret, så det kan ikke tas tilbake.",
    nn: "Det er meir enn sju dagar sidan svaret, så det kan ikkje takast tilbake.",
    en: "It is more than seven days since the answer, so it cannot be taken back.",
  },
  answerFirst: {
    nb: "Laget har selv spurt om denne oppgaven. Svar på det i stedet.",
    nn: "Laget har sjølv spurt om denne oppgåva. Svar på det i staden.",
    en: "The chapter has itself asked about this task. Answer that instead.",
  },
  noReport: {
    nb: "Det er ingen rapport å sende tilbake.",
    nn: "Det er ingen rapport å sende tilbake.",
    en: "There is no report to send back.",
  },
} satisfies Record<string, Sentence>;
