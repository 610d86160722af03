import type { Language } from "@varde/domain";
import { renderLetter } from "../../kernel/mail/letter.js";
import type { RenderedLetter } from "../../kernel/mail/letter.js";

type Words = {
  subject: string;
  opening: string;
  lookedUp: (n: number) => string;
  advice: string;
  open: string;
  why: string;
};

const WORDS: Record<Language, (from: string) => Words> = {
  nb: (from) => ({
    subject: `Noe å se på i Varde, ${from}`,
    opening: "Fra ett verv er det åpnet uvanlig mye på en time.",
    lookedUp: (n) => `Fra ett verv er det slått opp personer ${n} ganger på et døgn. Flere går ikke.`,
    advice:
      "Det kan ha en god grunn, som en ringerunde. Endringsloggen sier hvilket verv og når, men ikke hva som ble lest. Spør den det gjelder. Er det ikke den selv, så avslutt vervet med en gang: da stenges innloggingen.",
    open: "Se endringsloggen",
    why: "Du får denne fordi du har ansvar for hvem som slipper inn.",
  }),
  nn: (from) => ({
    subject: `Noko å sjå på i Varde, ${from}`,
    opening: "Frå eitt verv er det opna uvanleg mykje på ein time.",
    lookedUp: (n) => `Frå eitt verv er det slått opp personar ${n} gonger på eit døgn. Fleire går ikkje.`,
    advice:
      "Det kan ha ein god grunn, som ein ringjerunde. Endringsloggen seier kva verv og når, men ikkje kva som vart lese. Spør den det gjeld. Er det ikkje den sjølv, så avslutt vervet med ein gong: då blir innlogginga stengd.",
    open: "Sjå endringsloggen",
    why: "Du får denne fordi du har ansvar for kven som slepp inn.",
  }),
  en: (from) => ({
    subject: `Something to look at in Varde, ${from}`,
    opening: "From one office, unusually much was opened within an hour.",
    lookedUp: (n) => `From one office, persons were looked up ${n} times within a day. More is not possible.`,
    advice:
      "There may be a good reason, such as a round of calls. The audit log says which office and when, not what was read. Ask whoever it is about. If it was not them, end the office at once: that closes the sign-in.",
    open: "See the audit log",
    why: "You get this because you answer for who is let in.",
  }),
};

/** Tells that a seat has read much, or looked up as many as it may. Whose, and of which chapter, stands behind the link and not in the mail. */
export function bulkReadLetter(
  language: Language,
  facts: { from: string; link: string; lookUps: number | null },
): RenderedLetter {
  const words = WORDS[language](facts.from);
  return renderLetter({
    language,
    subject: words.subject,
    parts: [
      { kind: "text", text: facts.lookUps === null ? words.opening : words.lookedUp(facts.lookUps) },
      { kind: "text", text: words.advice },
    ],
    button: { label: words.open, url: facts.link },
    footer: { why: words.why },
  });
}
