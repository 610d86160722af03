import { inLevelWords } from "@varde/domain";
import type { Language, LevelTerm } from "@varde/domain";
import { renderLetter } from "../../kernel/mail/letter.js";
import type { RenderedLetter } from "../../kernel/mail/letter.js";
import type { Role } from "../accounts/index.js";

/** What a role is called in the middle of a sentence; a region's in the organization's own word (`inLevelWords`). */
export const ROLE_NAMES: Record<Language, Record<Role, string>> = {
  nb: {
    NATIONAL_ADMIN: "nasjonal administrator",
    NATIONAL_EDITOR: "nasjonal redaktør",
    REGION_COORDINATOR: "<coordinator>",
    CHAPTER_LEADER: "leder",
    CHAPTER_BOARD: "styremedlem",
    MENTOR: "fadder",
  },
  nn: {
    NATIONAL_ADMIN: "nasjonal administrator",
    NATIONAL_EDITOR: "nasjonal redaktør",
    REGION_COORDINATOR: "<coordinator>",
    CHAPTER_LEADER: "leiar",
    CHAPTER_BOARD: "styremedlem",
    MENTOR: "fadder",
  },
  en: {
    NATIONAL_ADMIN: "national administrator",
    NATIONAL_EDITOR: "national editor",
    REGION_COORDINATOR: "<coordinator>",
    CHAPTER_LEADER: "leader",
    CHAPTER_BOARD: "board member",
    MENTOR: "mentor",
  },
};

type Facts = { link: string; role: Role; level: LevelTerm; unit: string; inviter: string | null };
type Words = {
  subject: string;
  invited: (facts: Facts) => string;
  open: string;
  holds: string;
  why: string;
};

const WORDS: Record<Language, Words> = {
  nb: {
    subject: "Du er invitert til Varde",
    invited: ({ role, unit, inviter }) =>
      `Hei! ${inviter ? `${inviter} har invitert deg` : "Du er invitert"} til Varde som ${ROLE_NAMES.nb[role]} i ${unit}.`,
    open: "Ta imot",
    holds: "Lenken virker én gang, i sju dager. Den er bare til deg, så ikke send den videre.",
    why: "Kjenner du deg ikke igjen? Da trenger du ikke gjøre noe.",
  },
  nn: {
    subject: "Du er invitert til Varde",
    invited: ({ role, unit, inviter }) =>
      `Hei! ${inviter ? `${inviter} har invitert deg` : "Du er invitert"} til Varde som ${ROLE_NAMES.nn[role]} i ${unit}.`,
    open: "Ta imot",
    holds: "Lenkja verkar éin gong, i sju dagar. Ho er berre til deg, så ikkje send henne vidare.",
    why: "Kjenner du deg ikkje att? Då treng du ikkje gjere noko.",
  },
  en: {
    subject: "You are invited to Varde",
    invited: ({ role, unit, inviter }) =>
      `Hello! ${inviter ? `${inviter} has invited you` : "You are invited"} to Varde as ${ROLE_NAMES.en[role]} in ${unit}.`,
    open: "Accept",
    holds: "The link works once, for seven days. It is for you only, so please do not pass it on.",
    why: "Nothing you recognise? Then there is nothing to do.",
  },
};

/** The invitation's mail. A preview of it may stand on a lock screen, so it uses neutral names only. */
export function invitationLetter(language: Language, facts: Facts): RenderedLetter {
  const { subject, invited, open, holds, why } = WORDS[language];
  return renderLetter({
    language,
    subject,
    parts: [{ kind: "text", text: inLevelWords(invited(facts), facts.level, language) }],
    button: { label: open, url: facts.link },
    after: [{ kind: "text", text: holds }],
    footer: { why },
  });
}
