import type { Language } from "@varde/domain";

export type BoardLetterFacts = {
  /** who writes, by a name that may stand on a lock screen */
  from: string;
  title: string;
  body: string;
  link: string;
  unsubscribe: string;
};

type Words = { subject: string; opening: string; link: string; end: string };

const WORDS: Record<Language, (from: string) => Words> = {
  nb: (from) => ({
    subject: `Beskjed fra ${from}`,
    opening: `Hei!\n\nDu som sitter i styret, har fått en beskjed fra ${from}. Den står under, og i Varde:`,
    link: "Har du lest den? Merk den som lest i Varde, så vet de som sendte den at laget deres har sett den.",
    end: "Vil du ikke ha e-post fra Varde? Ett klikk, så er det slutt:",
  }),
  nn: (from) => ({
    subject: `Melding frå ${from}`,
    opening: `Hei!\n\nDu som sit i styret, har fått ei melding frå ${from}. Ho står under, og i Varde:`,
    link: "Har du lese henne? Merk henne som lesen i Varde, så veit dei som sende henne at laget dykkar har sett henne.",
    end: "Vil du ikkje ha e-post frå Varde? Eitt klikk, så er det slutt:",
  }),
  en: (from) => ({
    subject: `Message from ${from}`,
    opening: `Hello!\n\nAs you sit on the board, there is a message for you from ${from}. It stands below, and in Varde:`,
    link: "Have you read it? Mark it as read in Varde, and those who sent it know that your chapter has seen it.",
    end: "Rather not have mails from Varde? One click and they stop:",
  }),
};

/**
 * A message as a mail. The subject and the first lines may stand on a lock screen, so what national wrote comes after
 * them and after a link.
 */
export function boardMessageLetter(language: Language, facts: BoardLetterFacts): { subject: string; text: string } {
  const words = WORDS[language](facts.from);
  const parts = [
    words.opening,
    facts.link,
    "* * *",
    facts.title,
    facts.body,
    "* * *",
    words.link,
    `${words.end}\n${facts.unsubscribe}`,
  ];
  return { subject: words.subject, text: `${parts.join("\n\n")}\n` };
}
