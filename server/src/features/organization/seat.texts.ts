import type { Sentence } from "../../kernel/errors/say.js";

/** Sentences about what is to be mended in seats and invitations. */
export const SEAT_TEXTS = {
  email: {
    nb: "Dette er ikke en e-postadresse.",
    nn: "Dette er ikkje ei e-postadresse.",
    en: "This is not an e-mail address.",
  },
  unit: {
    nb: "Velg lag eller <region> som passer til rollen.",
    nn: "Vel lag eller <region> som passar til rolla.",
    en: "Choose the chapter or <region> that fits the role.",
  },
  unitClosed: {
    nb: "Dette er lagt ned. Ingen kan inviteres dit.",
    nn: "Dette er lagt ned. Ingen kan inviterast dit.",
    en: "This is closed. Nobody can be invited to it.",
  },
  endDay: {
    nb: "Velg en dag etter i dag og innen tre år.",
    nn: "Vel ein dag etter i dag og innan tre år.",
    en: "Choose a day after today and within three years.",
  },
  already: {
    nb: "Har allerede dette vervet, eller er invitert til det.",
    nn: "Har alt dette vervet, eller er invitert til det.",
    en: "Already holds this seat, or is invited to it.",
  },
  boardFull: {
    nb: "Styret har allerede tretti verv og invitasjoner. Avslutt noen først.",
    nn: "Styret har alt tretti verv og invitasjonar. Avslutt nokre først.",
    en: "The board already has thirty seats and invitations. End some first.",
  },
  dayFull: {
    nb: "Det er sendt svært mange invitasjoner herfra i dag. Fortsett i morgen.",
    nn: "Det er sendt svært mange invitasjonar herfrå i dag. Hald fram i morgon.",
    en: "A great many invitations have been sent from here today. Go on tomorrow.",
  },
  hasHolder: {
    nb: "Invitasjonen er allerede tatt imot.",
    nn: "Invitasjonen er alt teken imot.",
    en: "The invitation has already been accepted.",
  },
  ended: { nb: "Vervet er allerede avsluttet.", nn: "Vervet er alt avslutta.", en: "The seat has already ended." },
  awaiting: {
    nb: "En annen nasjonal administrator må godkjenne den først.",
    nn: "Ein annan nasjonal administrator må godkjenne henne først.",
    en: "Another national administrator has to approve it first.",
  },
  notYours: {
    nb: "Denne kan du ikke godkjenne. En annen enn den som inviterte, gjør det innen sju dager.",
    nn: "Denne kan du ikkje godkjenne. Ein annan enn den som inviterte, gjer det innan sju dagar.",
    en: "You cannot approve this one. Someone other than who invited does, within seven days.",
  },
  nothingToConfirm: {
    nb: "Her er det ingenting for deg å bekrefte. Det gjør en annen i styret, eller nasjonalt.",
    nn: "Her er det ingenting for deg å stadfeste. Det gjer ein annan i styret, eller nasjonalt.",
    en: "There is nothing here for you to confirm. Another on the board does, or national.",
  },
  justSent: {
    nb: "Den ble sendt for litt siden. Vent noen minutter før du sender igjen.",
    nn: "Han vart send for litt sidan. Vent nokre minutt før du sender igjen.",
    en: "It was sent a little while ago. Wait a few minutes before sending again.",
  },
  inviterGone: {
    nb: "Den som inviterte, har ikke vervet sitt lenger. Trekk invitasjonen og inviter på nytt.",
    nn: "Den som inviterte, har ikkje vervet sitt lenger. Trekk invitasjonen og inviter på nytt.",
    en: "Whoever sent the invitation no longer holds their seat. Take it back and invite again.",
  },
  lastAdmin: {
    nb: "Dette er den siste nasjonale administratoren. Inviter en ny først, og avslutt når den er på plass.",
    nn: "Dette er den siste nasjonale administratoren. Inviter ein ny først, og avslutt når den er på plass.",
    en: "This is the last national administrator. Invite another first, and end this once they are in place.",
  },
  lastLeader: {
    nb: "Du er den eneste lederen i laget. Inviter en ny leder først, og avslutt når den er på plass.",
    nn: "Du er den einaste leiaren i laget. Inviter ein ny leiar først, og avslutt når den er på plass.",
    en: "You are the chapter's only leader. Invite another first, and end yours once they are in place.",
  },
} satisfies Record<string, Sentence>;

/** Sentences about a pasted sheet. */
export const SHEET_TEXTS = {
  nothing: {
    nb: "Lim inn minst én linje med navn, e-post, lag og rolle.",
    nn: "Lim inn minst éi linje med namn, e-post, lag og rolle.",
    en: "Paste at least one line with name, e-mail, chapter and role.",
  },
  ownNothing: {
    nb: "Lim inn minst én linje med navn, e-post og rolle.",
    nn: "Lim inn minst éi linje med namn, e-post og rolle.",
    en: "Paste at least one line with name, e-mail and role.",
  },
  ownRole: {
    nb: "Skriv leder eller styremedlem. Andre roller gis nasjonalt.",
    nn: "Skriv leiar eller styremedlem. Andre roller blir gitt nasjonalt.",
    en: "Write leader or board member. Other roles are given nationally.",
  },
  ownBoard: {
    nb: "Denne lista er for ett lag. Ta bort det andre laget, eller linjen.",
    nn: "Denne lista er for eitt lag. Ta bort det andre laget, eller linja.",
    en: "This list is for one chapter. Take away the other chapter, or the line.",
  },
  tooMany: {
    nb: "Lim inn 300 linjer eller færre om gangen.",
    nn: "Lim inn 300 linjer eller færre om gongen.",
    en: "Paste 300 lines or fewer at a time.",
  },
  someBad: {
    nb: "Rett eller fjern linjene som er merket. Ingen er invitert ennå.",
    nn: "Rett eller fjern linjene som er merkte. Ingen er inviterte enno.",
    en: "Mend or remove the marked lines. Nobody has been invited yet.",
  },
  tooFew: {
    nb: "Linjen mangler noe: navn, e-post, lag og rolle, med tabulator, semikolon eller komma mellom.",
    nn: "Linja manglar noko: namn, e-post, lag og rolle, med tabulator, semikolon eller komma mellom.",
    en: "Something is missing: name, e-mail, chapter and role, with a tab, semicolon or comma between.",
  },
  name: {
    nb: "Skriv et navn på høyst 120 tegn.",
    nn: "Skriv eit namn på høgst 120 teikn.",
    en: "Write a name of at most 120 characters.",
  },
  role: {
    nb: "Rollen kjenner vi ikke. Skriv leder, styremedlem, fadder eller <coordinator>.",
    nn: "Rolla kjenner vi ikkje. Skriv leiar, styremedlem, fadder eller <coordinator>.",
    en: "We do not know this role. Write leader, board member, mentor or <coordinator>.",
  },
  chapter: {
    nb: "Vi finner ikke laget. Bruk navnet eller kortnavnet.",
    nn: "Vi finn ikkje laget. Bruk namnet eller kortnamnet.",
    en: "We cannot find the chapter. Use its name or short name.",
  },
  region: {
    nb: "Vi finner ikke <theRegion>. Bruk navnet som står i Varde.",
    nn: "Vi finn ikkje <theRegion>. Bruk namnet som står i Varde.",
    en: "We cannot find <theRegion>. Use its name as it stands in Varde.",
  },
  ambiguous: {
    nb: "Flere lag heter dette. Bruk det fulle navnet.",
    nn: "Fleire lag heiter dette. Bruk det fulle namnet.",
    en: "Several chapters are called this. Use the full name.",
  },
} satisfies Record<string, Sentence>;

/** The same person and seat stands on an earlier line. */
export const sameAsLine = (line: number): Sentence => ({
  nb: `Det samme står på linje ${line}.`,
  nn: `Det same står på linje ${line}.`,
  en: `The same stands on line ${line}.`,
});
