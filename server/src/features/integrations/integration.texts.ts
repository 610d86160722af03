import type { Language } from "@varde/domain";
import type { Sentence } from "../../kernel/errors/say.js";
import { renderLetter } from "../../kernel/mail/letter.js";
import type { RenderedLetter } from "../../kernel/mail/letter.js";

export const INTEGRATION_TEXTS = {
  tooMany: {
    nb: "Dere har tjue nøkler som virker. Avslutt en dere ikke bruker, før du lager en ny.",
    nn: "De har tjue nøklar som verkar. Avslutt ein de ikkje bruker, før du lagar ein ny.",
    en: "You have twenty keys that work. End one you do not use before you make another.",
  },
} satisfies Record<string, Sentence>;

type Words = { subject: string; opening: string; advice: string; open: string; why: string };

const WORDS: Record<Language, (from: string) => Words> = {
  nb: (from) => ({
    subject: `En nøkkel går snart ut, ${from}`,
    opening: "En nøkkel du har laget for et annet program, går ut om en uke eller mindre.",
    advice: "Lag en ny og bytt den i programmet før den dagen. Brukes den ikke lenger, trenger du ikke gjøre noe.",
    open: "Se nøklene",
    why: "Du får denne fordi nøkkelen er din.",
  }),
  nn: (from) => ({
    subject: `Ein nøkkel går snart ut, ${from}`,
    opening: "Ein nøkkel du har laga for eit anna program, går ut om ei veke eller mindre.",
    advice: "Lag ein ny og byt han i programmet før den dagen. Blir han ikkje brukt lenger, treng du ikkje gjere noko.",
    open: "Sjå nøklane",
    why: "Du får denne fordi nøkkelen er din.",
  }),
  en: (from) => ({
    subject: `A key is about to end, ${from}`,
    opening: "A key you made for another program ends in a week or less.",
    advice:
      "Make a new one and change it in the program before that day. If it is no longer used, there is nothing to do.",
    open: "See the keys",
    why: "You get this because the key is yours.",
  }),
};

/** Tells the owner that a token ends soon. Which one stands behind the link. */
export function endingLetter(language: Language, facts: { from: string; link: string }): RenderedLetter {
  const words = WORDS[language](facts.from);
  return renderLetter({
    language,
    subject: words.subject,
    parts: [
      { kind: "text", text: words.opening },
      { kind: "text", text: words.advice },
    ],
    button: { label: words.open, url: facts.link },
    footer: { why: words.why },
  });
}
