import type { Channel, Language } from "@varde/domain";
import { renderLetter } from "../../kernel/mail/letter.js";
import type { LetterPart, RenderedLetter } from "../../kernel/mail/letter.js";
import type { Sentence } from "../../kernel/errors/say.js";

export const TEST_TEXTS = {
  empty: {
    nb: "Meldingen er tom. Skriv noe først.",
    nn: "Meldinga er tom. Skriv noko først.",
    en: "The message is empty. Write something first.",
  },
} satisfies Record<string, Sentence>;

/** What a message filled with invented values is made of. */
export type TestLetterFacts = {
  channel: Channel;
  subject: string | null;
  /** one text, or the parts an SMS would be cut into */
  parts: readonly string[];
  /** fields nothing could be put in */
  missing: readonly string[];
};

type Words = {
  subject: string;
  opening: Record<Channel, string>;
  part: (n: number, of: number) => string;
  subjectLine: (text: string) => string;
  missing: (names: string) => string;
  why: string;
};

const WORDS: Record<Language, Words> = {
  nb: {
    subject: "Test fra Varde",
    opening: {
      SMS: "Hei!\n\nDu ba om å se en SMS slik den blir. Den er sendt til deg og ingen andre, og verdiene i den er oppdiktet.",
      EMAIL:
        "Hei!\n\nDu ba om å se en e-post slik den blir. Den er sendt til deg og ingen andre, og verdiene i den er oppdiktet.",
      GUIDE:
        "Hei!\n\nDu ba om å se en samtaleguide slik den blir. Den er sendt til deg og ingen andre, og verdiene i den er oppdiktet.",
    },
    part: (n, of) => `SMS ${n} av ${of}:`,
    subjectLine: (text) => `Emne: ${text}`,
    missing: (names) => `Disse feltene ble ikke fylt: ${names}`,
    why: "Du får e-posten fordi du ba om en test.",
  },
  nn: {
    subject: "Test frå Varde",
    opening: {
      SMS: "Hei!\n\nDu bad om å sjå ein SMS slik han blir. Han er send til deg og ingen andre, og verdiane i han er oppdikta.",
      EMAIL:
        "Hei!\n\nDu bad om å sjå ein e-post slik han blir. Han er send til deg og ingen andre, og verdiane i han er oppdikta.",
      GUIDE:
        "Hei!\n\nDu bad om å sjå ein samtaleguide slik han blir. Han er send til deg og ingen andre, og verdiane i han er oppdikta.",
    },
    part: (n, of) => `SMS ${n} av ${of}:`,
    subjectLine: (text) => `Emne: ${text}`,
    missing: (names) => `Desse felta vart ikkje fylte: ${names}`,
    why: "Du får e-posten fordi du bad om ein test.",
  },
  en: {
    subject: "Test from Varde",
    opening: {
      SMS: "Hello!\n\nYou asked to see an SMS as it will be. It was sent to you and nobody else, and the values in it are invented.",
      EMAIL:
        "Hello!\n\nYou asked to see a mail as it will be. It was sent to you and nobody else, and the values in it are invented.",
      GUIDE:
        "Hello!\n\nYou asked to see a guide as it will be. It was sent to you and nobody else, and the values in it are invented.",
    },
    part: (n, of) => `SMS ${n} of ${of}:`,
    subjectLine: (text) => `Subject: ${text}`,
    missing: (names) => `These fields were not filled: ${names}`,
    why: "You get this because you asked for a test.",
  },
};

/** The mail with the message in it. Its subject and first lines are the same whatever the message says. */
export function testLetter(language: Language, facts: TestLetterFacts): RenderedLetter {
  const words = WORDS[language];
  const several = facts.parts.length > 1;
  const content = facts.parts.map((text, index) =>
    several ? `${words.part(index + 1, facts.parts.length)}\n${text}` : text,
  );
  return renderLetter({
    language,
    subject: words.subject,
    parts: [
      { kind: "text", text: words.opening[facts.channel] },
      {
        kind: "quote",
        title: facts.subject === null ? null : words.subjectLine(facts.subject),
        text: content.join("\n\n"),
      },
      ...(facts.missing.length === 0
        ? []
        : [{ kind: "text", text: words.missing(facts.missing.join(", ")) } satisfies LetterPart]),
    ],
    footer: { why: words.why },
  });
}
