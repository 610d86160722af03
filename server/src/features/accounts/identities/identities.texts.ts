import type { Sentence } from "../../../kernel/errors/say.js";

/** What is said when another's word about who somebody is leads nowhere; `<provider>` is its name. */
export const IDENTITIES = {
  beginAgain: {
    nb: "Innloggingen gjelder ikke lenger. Den virker én gang, i ti minutter, og bare i nettleseren du begynte i. Begynn på nytt.",
    nn: "Innlogginga gjeld ikkje lenger. Ho verkar éin gong, i ti minutt, og berre i nettlesaren du byrja i. Byrja på nytt.",
    en: "This sign-in no longer holds. It works once, for ten minutes, and only in the browser you began in. Begin again.",
  },
  unknown: {
    nb: "<provider> sier hvem du er, men er ikke koblet til en konto her ennå. Logg inn med en lenke på e-post, gå til «Kontoen din» og «Sikker innlogging», og velg «Koble til <provider>».",
    nn: "<provider> seier kven du er, men er ikkje kopla til ein konto her enno. Logg inn med ei lenkje på e-post, gå til «Kontoen din» og «Sikker innlogging», og vel «Kople til <provider>».",
    en: "<provider> says who you are, but is not connected to an account here yet. Sign in with a link by e-mail, go to “Your account” and “Secure sign-in”, and choose “Connect <provider>”.",
  },
  down: {
    nb: "Vi får ikke kontakt med <provider> nå. Prøv igjen om litt, eller logg inn med en lenke på e-post.",
    nn: "Vi får ikkje kontakt med <provider> no. Prøv igjen om litt, eller logg inn med ei lenkje på e-post.",
    en: "We cannot reach <provider> now. Try again in a little while, or sign in with a link by e-mail.",
  },
  cancelled: {
    nb: "Du avbrøt hos <provider>. Ingenting er endret.",
    nn: "Du avbraut hos <provider>. Ingenting er endra.",
    en: "You cancelled at <provider>. Nothing has changed.",
  },
  refused: {
    nb: "Svaret fra <provider> holdt ikke. Begynn på nytt, eller logg inn med en lenke på e-post.",
    nn: "Svaret frå <provider> heldt ikkje. Byrja på nytt, eller logg inn med ei lenkje på e-post.",
    en: "The answer from <provider> did not hold. Begin again, or sign in with a link by e-mail.",
  },
  anothers: {
    nb: "Denne innloggingen hos <provider> er alt koblet til en annen konto. Fjern den der først.",
    nn: "Denne innlogginga hos <provider> er alt kopla til ein annan konto. Fjern henne der først.",
    en: "This sign-in at <provider> is already connected to another account. Remove it there first.",
  },
} satisfies Record<string, Sentence>;
