import type { Language } from "@varde/domain";
import { renderLetter } from "../../kernel/mail/letter.js";
import type { RenderedLetter } from "../../kernel/mail/letter.js";

export type BoardLetterFacts = {
  /** who writes, by a name that may stand on a lock screen */
  from: string;
  title: string;
  body: string;
  /** a word from somebody who follows the chapter, which the board can answer */
  nudge: boolean;
  link: string;
  unsubscribe: string;
};

type Words = { subject: string; opening: string; read: string; link: string; answer: string; why: string; off: string };

const WORDS: Record<Language, (from: string) => Words> = {
  nb: (from) => ({
    subject: `Beskjed fra ${from}`,
    opening: `Hei! Du som sitter i styret, har fått en beskjed fra ${from}. Den står under, og i Varde.`,
    read: "Les den i Varde",
    link: "Har du lest den? Merk den som lest i Varde, så vet de som sendte den at laget deres har sett den.",
    answer: "Svar med ett trykk i Varde: «Vi er i gang» eller «Vi trenger hjelp». Den som skrev, ser svaret.",
    why: "Du får e-posten fordi du sitter i styret.",
    off: "Slå av e-poster fra Varde med ett klikk",
  }),
  nn: (from) => ({
    subject: `Melding frå ${from}`,
    opening: `Hei! Du som sit i styret, har fått ei melding frå ${from}. Ho står under, og i Varde.`,
    read: "Les henne i Varde",
    link: "Har du lese henne? Merk henne som lesen i Varde, så veit dei som sende henne at laget dykkar har sett henne.",
    answer: "Svar med eitt trykk i Varde: «Vi er i gang» eller «Vi treng hjelp». Den som skreiv, ser svaret.",
    why: "Du får e-posten fordi du sit i styret.",
    off: "Slå av e-postar frå Varde med eitt klikk",
  }),
  en: (from) => ({
    subject: `Message from ${from}`,
    opening: `Hello! As you sit on the board, there is a message for you from ${from}. It stands below, and in Varde.`,
    read: "Read it in Varde",
    link: "Have you read it? Mark it as read in Varde, and those who sent it know that your chapter has seen it.",
    answer: "Answer with one tap in Varde: «We are on it» or «We need help». Whoever wrote sees the answer.",
    why: "You get this because you sit on the board.",
    off: "Turn off mails from Varde with one click",
  }),
};

/**
 * A message as a mail. The subject and the first lines may stand on a lock screen, so what national wrote comes after
 * them and after a link.
 */
export function boardMessageLetter(language: Language, facts: BoardLetterFacts): RenderedLetter {
  const words = WORDS[language](facts.from);
  return renderLetter({
    language,
    subject: words.subject,
    parts: [{ kind: "text", text: words.opening }],
    button: { label: words.read, url: facts.link },
    after: [
      { kind: "quote", title: facts.title, text: facts.body },
      { kind: "text", text: facts.nudge ? words.answer : words.link },
    ],
    footer: { why: words.why, off: { label: words.off, url: facts.unsubscribe } },
  });
}
