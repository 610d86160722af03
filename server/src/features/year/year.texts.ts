import type { Sentence } from "../../kernel/errors/say.js";

export const YEAR_TEXTS = {
  name: { nb: "Gi dagen et navn.", nn: "Gi dagen eit namn.", en: "Give the day a name." },
  source: {
    nb: "Skriv hvor dagen er hentet fra.",
    nn: "Skriv kvar dagen er henta frå.",
    en: "Say where the day is from.",
  },
  unlikelyDay: {
    nb: "Den dagen er langt unna. Sjekk årstallet.",
    nn: "Den dagen er langt unna. Sjekk årstalet.",
    en: "That day is far away. Check the year.",
  },
  counties: {
    nb: "Velg fylker fra lista, hvert av dem én gang.",
    nn: "Vel fylke frå lista, kvart av dei éin gong.",
    en: "Choose counties from the list, each of them once.",
  },
  order: {
    nb: "Siste dag må være etter den første, og høyst 120 dager etter.",
    nn: "Siste dag må vere etter den første, og høgst 120 dagar etter.",
    en: "The last day must be after the first, and at most 120 days after.",
  },
  full: {
    nb: "Det er så mange dager som det er plass til i dette året. Ta bort en først.",
    nn: "Det er så mange dagar som det er plass til i dette året. Ta bort ein først.",
    en: "There are as many days as this year has room for. Remove one first.",
  },
  noMore: {
    nb: "Alle forslagene for dette året er der alt.",
    nn: "Alle forslaga for dette året er der alt.",
    en: "All the suggestions for this year are there already.",
  },
  year: {
    nb: "Velg et år nær i år.",
    nn: "Vel eit år nær i år.",
    en: "Choose a year near this one.",
  },
  papersFirst: {
    nb: "Papirene kan ikke sendes før innkallingen.",
    nn: "Papira kan ikkje sendast før innkallinga.",
    en: "The papers cannot go before the notice.",
  },
  nationalId: {
    nb: "Dette ser ut som et fødselsnummer. Ta det bort.",
    nn: "Dette ser ut som eit fødselsnummer. Ta det bort.",
    en: "This looks like a national identity number. Remove it.",
  },
} satisfies Record<string, Sentence>;
