import type { Sentence } from "../../kernel/errors/say.js";

/** What the sign-in module says when it refuses. */
export const ACCOUNTS = {
  notAnAddress: {
    nb: "Dette ser ikke ut som en e-postadresse.",
    nn: "Dette ser ikkje ut som ei e-postadresse.",
    en: "This does not look like an e-mail address.",
  },
  linkDoesNotHold: {
    nb: "Lenken virker ikke lenger. Den virker én gang, i ti minutter, og bare i nettleseren du ba om den i.",
    nn: "Lenkja verkar ikkje lenger. Ho verkar éin gong, i ti minutt, og berre i nettlesaren du bad om henne i.",
    en: "The link no longer works. It works once, for ten minutes, and only in the browser you asked from.",
  },
  invitationDoesNotHold: {
    nb: "Invitasjonen gjelder ikke lenger. Be den som inviterte deg, om å sende en ny.",
    nn: "Invitasjonen gjeld ikkje lenger. Be den som inviterte deg, om å sende ein ny.",
    en: "The invitation no longer holds. Ask the one who invited you to send a new one.",
  },
  ownInvitation: {
    nb: "Du kan ikke ta imot et verv du har gitt deg selv. Be en annen om å invitere deg.",
    nn: "Du kan ikkje ta imot eit verv du har gitt deg sjølv. Be ein annan om å invitere deg.",
    en: "You cannot accept a role you gave yourself. Ask someone else to invite you.",
  },
  name: {
    nb: "Skriv navnet ditt med høyst 120 tegn.",
    nn: "Skriv namnet ditt med høgst 120 teikn.",
    en: "Write your name in at most 120 characters.",
  },
  lastAdmin: {
    nb: "Du er den siste nasjonale administratoren. Inviter en ny først, og slett kontoen når den er på plass.",
    nn: "Du er den siste nasjonale administratoren. Inviter ein ny først, og slett kontoen når den er på plass.",
    en: "You are the last national administrator. Invite another first, and delete your account once they are in place.",
  },
  unsubscribeDoesNotHold: {
    nb: "Lenken virker ikke. Logg inn og slå av e-postene under «Kontoen din».",
    nn: "Lenkja verkar ikkje. Logg inn og slå av e-postane under «Kontoen din».",
    en: "The link does not work. Sign in and turn the mails off under “Your account”.",
  },
} satisfies Record<string, Sentence>;
