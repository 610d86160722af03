import type { Sentence } from "../../../kernel/errors/say.js";

export const PRINT_TEXTS = {
  nr: { nb: "Nr.", nn: "Nr.", en: "No." },
  activity: { nb: "Aktivitet", nn: "Aktivitet", en: "Activity" },
  aim: { nb: "Mål <y>", nn: "Mål <y>", en: "Aim <y>" },
  measures: { nb: "Tiltak", nn: "Tiltak", en: "Measures" },
  resultAim: { nb: "Resultatmål", nn: "Resultatmål", en: "Expected result" },
  draft: { nb: "Utkast", nn: "Utkast", en: "Draft" },
  signature: { nb: "Underskrift", nn: "Underskrift", en: "Signature" },
  summary: {
    nb: "Handlingsplanen: en rad for hver aktivitet.",
    nn: "Handlingsplanen: ei rad for kvar aktivitet.",
    en: "The action plan: a row for each activity.",
  },
  adoptedMeeting: {
    nb: "Vedtatt av årsmøtet, <p>, <d> · versjon <n>",
    nn: "Vedteken av årsmøtet, <p>, <d> · versjon <n>",
    en: "Adopted by the annual meeting, <p>, <d> · version <n>",
  },
  adoptedBoard: {
    nb: "Vedtatt av styret, <p>, <d> · versjon <n>",
    nn: "Vedteken av styret, <p>, <d> · versjon <n>",
    en: "Adopted by the board, <p>, <d> · version <n>",
  },
} satisfies Record<string, Sentence>;
