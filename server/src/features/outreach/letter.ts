import type { Language } from "@varde/domain";
import { say } from "../../kernel/errors/say.js";
import { renderLetter } from "../../kernel/mail/letter.js";
import type { RenderedLetter } from "../../kernel/mail/letter.js";
import { isRsvpLink } from "./links.js";
import { filled, LETTER } from "./outreach.texts.js";

type Around = { opening: string; why: string; out: string };

/** What a board's text stands between: who sends, why one gets it, how to be left out. */
export function aroundBody(language: Language, short: string, byGuardian = false): Around {
  const why = filled(say(language, LETTER.why), { short });
  return {
    opening: filled(say(language, LETTER.opening), { short }),
    why: byGuardian ? `${why} ${say(language, LETTER.byGuardian)}` : why,
    out: say(language, LETTER.out),
  };
}

export type OutreachLetterFacts = {
  subject: string;
  body: string;
  short: string;
  byGuardian: boolean;
  /** where one click ends mails like it */
  leave: string;
  baseUrl: string;
};

/** A member's mail. The subject and the first lines may stand on a lock screen; what the board wrote comes after them. */
export function outreachLetter(language: Language, facts: OutreachLetterFacts): RenderedLetter {
  const { opening, why, out } = aroundBody(language, facts.short, facts.byGuardian);
  const answer = facts.body.split(/\s+/).find((word) => isRsvpLink(facts.baseUrl, word));
  return renderLetter({
    language,
    subject: facts.subject,
    parts: [
      { kind: "text", text: opening },
      { kind: "quote", title: null, text: facts.body },
    ],
    // a link in a text cannot be pressed in every program
    ...(answer && { button: { label: say(language, LETTER.answer), url: answer } }),
    footer: {
      why,
      off: { label: out, url: facts.leave },
      about: { label: say(language, LETTER.about), url: `${facts.baseUrl}/hvem-ser-meg` },
    },
  });
}
