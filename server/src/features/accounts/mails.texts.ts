import type { Language } from "@varde/domain";
import { renderLetter } from "../../kernel/mail/letter.js";
import type { RenderedLetter } from "../../kernel/mail/letter.js";

type Words = { subject: string; hello: string; open: string; holds: string; why: string };

const WORDS: Record<Language, Words> = {
  nb: {
    subject: "Lenken din for å logge inn",
    hello: "Hei! Her er lenken du ba om.",
    open: "Logg inn",
    holds: "Den virker én gang, i ti minutter, i nettleseren du ba om den i.",
    why: "Ba du ikke om den? Da trenger du ikke gjøre noe. Ingen kommer inn uten lenken.",
  },
  nn: {
    subject: "Lenkja di for å logge inn",
    hello: "Hei! Her er lenkja du bad om.",
    open: "Logg inn",
    holds: "Ho verkar éin gong, i ti minutt, i nettlesaren du bad om henne i.",
    why: "Bad du ikkje om henne? Då treng du ikkje gjere noko. Ingen kjem inn utan lenkja.",
  },
  en: {
    subject: "Your sign-in link",
    hello: "Hello! Here is the link you asked for.",
    open: "Sign in",
    holds: "It works once, for ten minutes, in the browser you asked from.",
    why: "You did not ask for it? Then there is nothing to do. Nobody gets in without the link.",
  },
};

/** The mail with a sign-in link, which dies ten minutes after it was asked for. */
export function signInLetter(language: Language, link: string): RenderedLetter {
  const { subject, hello, open, holds, why } = WORDS[language];
  return renderLetter({
    language,
    subject,
    parts: [{ kind: "text", text: hello }],
    button: { label: open, url: link },
    after: [{ kind: "text", text: holds }],
    footer: { why },
  });
}
