import type { Sentence } from "../../kernel/errors/say.js";

export const GOOD_EXAMPLE_TEXTS = {
  settled: {
    nb: "Spørsmålet er alt besvart eller tatt bort.",
    nn: "Spørsmålet er alt svara på eller teke bort.",
    en: "The question has already been answered or taken away.",
  },
} satisfies Record<string, Sentence>;
