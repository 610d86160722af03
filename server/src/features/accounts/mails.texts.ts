import type { Language } from "@varde/domain";

type Letter = { subject: string; text: string };

/** The mail with a sign-in link, which dies ten minutes after it was asked for. */
export const SIGN_IN_LETTER: Record<Language, (link: string) => Letter> = {
  nb: (link) => ({
    subject: "Lenken din for å logge inn",
    text: `Hei!\n\nHer er lenken du ba om:\n\n${link}\n\nDen virker én gang, i ti minutter, i nettleseren du ba om den i.\n\nBa du ikke om den? Da trenger du ikke gjøre noe. Ingen kommer inn uten lenken.\n`,
  }),
  nn: (link) => ({
    subject: "Lenkja di for å logge inn",
    text: `Hei!\n\nHer er lenkja du bad om:\n\n${link}\n\nHo verkar éin gong, i ti minutt, i nettlesaren du bad om henne i.\n\nBad du ikkje om henne? Då treng du ikkje gjere noko. Ingen kjem inn utan lenkja.\n`,
  }),
  en: (link) => ({
    subject: "Your sign-in link",
    text: `Hello!\n\nHere is the link you asked for:\n\n${link}\n\nIt works once, for ten minutes, in the browser you asked from.\n\nYou did not ask for it? Then there is nothing to do. Nobody gets in without the link.\n`,
  }),
};
