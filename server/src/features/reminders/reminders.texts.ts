import type { Sentence } from "../../kernel/errors/say.js";

/** Sentences about what is to be mended in one's choices. */
export const REMINDER_TEXTS = {
  days: {
    nb: "Velg minst én ukedag.",
    nn: "Vel minst éin vekedag.",
    en: "Choose at least one weekday.",
  },
  quietDay: {
    nb: "Den dagen sendes det ingen påminnelser. Velg en annen.",
    nn: "Den dagen blir det ikkje sendt påminningar. Vel ein annan.",
    en: "No reminders go out on that day. Choose another.",
  },
  time: {
    nb: "Velg en hel eller halv time, som 07:30.",
    nn: "Vel ein heil eller halv time, som 07:30.",
    en: "Choose an hour or half past, such as 07:30.",
  },
  quietTime: {
    nb: "Da er det stille. Velg et klokkeslett utenfor.",
    nn: "Då er det stille. Vel eit klokkeslett utanfor.",
    en: "That is within the quiet hours. Choose a time outside them.",
  },
} satisfies Record<string, Sentence>;
