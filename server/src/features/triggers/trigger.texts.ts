import type { Sentence } from "../../kernel/errors/say.js";

/** Sentences about what is to be mended in quiet weeks. */
export const TRIGGER_TEXTS = {
  name: {
    nb: "Gi dagene et navn på høyst 60 tegn, for eksempel «Jul».",
    nn: "Gi dagane eit namn på høgst 60 teikn, til dømes «Jul».",
    en: "Give the days a name of at most 60 characters, such as “Christmas”.",
  },
  order: {
    nb: "Siste dag kan ikke være før den første.",
    nn: "Siste dag kan ikkje vere før den første.",
    en: "The last day cannot be before the first.",
  },
  tooLong: {
    nb: "Høyst tre måneder om gangen.",
    nn: "Høgst tre månader om gongen.",
    en: "Three months at a time at most.",
  },
  over: { nb: "Dagene er over.", nn: "Dagane er over.", en: "These days are over." },
  tooMany: {
    nb: "Det er plass til tjue. Ta bort en først.",
    nn: "Det er plass til tjue. Ta bort ein først.",
    en: "There is room for twenty. Remove one first.",
  },
} satisfies Record<string, Sentence>;
