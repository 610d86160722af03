import type { Language } from "@varde/domain";
import type { Role } from "../accounts/index.js";

/** What a role is called in the middle of a sentence. */
export const ROLE_NAMES: Record<Language, Record<Role, string>> = {
  nb: {
    NATIONAL_ADMIN: "nasjonal administrator",
    NATIONAL_EDITOR: "nasjonal redaktør",
    REGION_COORDINATOR: "regionkoordinator",
    CHAPTER_LEADER: "leder",
    CHAPTER_BOARD: "styremedlem",
    MENTOR: "fadder",
  },
  nn: {
    NATIONAL_ADMIN: "nasjonal administrator",
    NATIONAL_EDITOR: "nasjonal redaktør",
    REGION_COORDINATOR: "regionkoordinator",
    CHAPTER_LEADER: "leiar",
    CHAPTER_BOARD: "styremedlem",
    MENTOR: "fadder",
  },
  en: {
    NATIONAL_ADMIN: "national administrator",
    NATIONAL_EDITOR: "national editor",
    REGION_COORDINATOR: "regional coordinator",
    CHAPTER_LEADER: "leader",
    CHAPTER_BOARD: "board member",
    MENTOR: "mentor",
  },
};

type Facts = { link: string; role: Role; unit: string; inviter: string | null };

/** The invitation's mail. A preview of it may stand on a lock screen, so it uses neutral names only. */
export const INVITATION_LETTER: Record<Language, (facts: Facts) => { subject: string; text: string }> = {
  nb: ({ link, role, unit, inviter }) => ({
    subject: "Du er invitert til Varde",
    text: `Hei!\n\n${inviter ? `${inviter} har invitert deg` : "Du er invitert"} til Varde som ${ROLE_NAMES.nb[role]} i ${unit}.\n\nTa imot her:\n\n${link}\n\nLenken virker én gang, i sju dager. Den er bare til deg, så ikke send den videre.\n\nKjenner du deg ikke igjen? Da trenger du ikke gjøre noe.\n`,
  }),
  nn: ({ link, role, unit, inviter }) => ({
    subject: "Du er invitert til Varde",
    text: `Hei!\n\n${inviter ? `${inviter} har invitert deg` : "Du er invitert"} til Varde som ${ROLE_NAMES.nn[role]} i ${unit}.\n\nTa imot her:\n\n${link}\n\nLenkja verkar éin gong, i sju dagar. Ho er berre til deg, så ikkje send henne vidare.\n\nKjenner du deg ikkje att? Då treng du ikkje gjere noko.\n`,
  }),
  en: ({ link, role, unit, inviter }) => ({
    subject: "You are invited to Varde",
    text: `Hello!\n\n${inviter ? `${inviter} has invited you` : "You are invited"} to Varde as ${ROLE_NAMES.en[role]} in ${unit}.\n\nAccept here:\n\n${link}\n\nThe link works once, for seven days. It is for you only, so please do not pass it on.\n\nNothing you recognise? Then there is nothing to do.\n`,
  }),
};
