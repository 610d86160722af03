import type { Sentence } from "../../kernel/errors/say.js";

const same = (text: string): Sentence => ({ nb: text, nn: text, en: text });

/** Sentences about what is to be mended before members are written to, and about an answer to an invitation. */
export const OUTREACH_TEXTS = {
  empty: { nb: "Skriv noe her.", nn: "Skriv noko her.", en: "Write something here." },
  oneLine: {
    nb: "Emnet kan ikke gå over flere linjer.",
    nn: "Emnet kan ikkje gå over fleire linjer.",
    en: "The subject cannot span several lines.",
  },
  signs: {
    nb: "Teksten har tegn som ikke kan vises.",
    nn: "Teksten har teikn som ikkje kan visast.",
    en: "The text has signs that cannot be shown.",
  },
  nationalId: {
    nb: "Teksten har noe som ligner et fødselsnummer. Ta det bort.",
    nn: "Teksten har noko som liknar eit fødselsnummer. Ta det bort.",
    en: "The text has something like a national identity number. Take it away.",
  },
  gap: {
    nb: "Noe står åpent mellom {{ og }}. Skriv det som skal stå der.",
    nn: "Noko står ope mellom {{ og }}. Skriv det som skal stå der.",
    en: "Something is open between {{ and }}. Write what should stand there.",
  },
  lockScreen: {
    nb: "Emnet kan bli lest på en låst skjerm. Skriv det uten: {words}.",
    nn: "Emnet kan bli lese på ein låst skjerm. Skriv det utan: {words}.",
    en: "The subject may be read on a locked screen. Write it without: {words}.",
  },
  enough: {
    nb: "Laget har sendt {most} e-poster til alle denne uka. Vent til {day}, eller kopier teksten og send den selv.",
    nn: "Laget har sendt {most} e-postar til alle denne veka. Vent til {day}, eller kopier teksten og send han sjølv.",
    en: "The chapter has sent {most} mails to everyone this week. Wait until {day}, or copy the text and send it yourselves.",
  },
  quiet: {
    nb: "Det er stille dager til og med {day}. Da sender vi ikke e-post til alle. Du kan kopiere teksten og sende den selv.",
    nn: "Det er stille dagar til og med {day}. Då sender vi ikkje e-post til alle. Du kan kopiere teksten og sende han sjølv.",
    en: "These are quiet days until {day}. We send no mails to everyone then. You can copy the text and send it yourselves.",
  },
  nobody: {
    nb: "Ingen kan få e-posten nå.",
    nn: "Ingen kan få e-posten no.",
    en: "Nobody can get the mail now.",
  },
  calledOff: {
    nb: "Treffet er avlyst.",
    nn: "Treffet er avlyst.",
    en: "The meeting is called off.",
  },
  over: { nb: "Treffet har vært.", nn: "Treffet har vore.", en: "The meeting is over." },
  boardMeeting: {
    nb: "Et styremøte er bare for styret.",
    nn: "Eit styremøte er berre for styret.",
    en: "A board meeting is for the board only.",
  },
  name: {
    nb: "Skriv bare fornavnet, med bokstaver.",
    nn: "Skriv berre fornamnet, med bokstavar.",
    en: "Write the first name only, in letters.",
  },
  closed: {
    nb: "Det er ikke mulig å svare lenger.",
    nn: "Det går ikkje an å svare lenger.",
    en: "It is no longer possible to answer.",
  },
  full: {
    nb: "Vi tar ikke imot flere svar her. Si fra til styret at du kommer.",
    nn: "Vi tek ikkje imot fleire svar her. Sei frå til styret at du kjem.",
    en: "We take no more answers here. Tell the board that you are coming.",
  },
  deadLink: {
    nb: "Lenken virker ikke. Åpne den fra meldingen du fikk.",
    nn: "Lenkja verkar ikkje. Opne henne frå meldinga du fekk.",
    en: "The link does not work. Open it from the message you got.",
  },
} satisfies Record<string, Sentence>;

/** How a kind of meeting is spoken of where a stranger may read it. */
export const KIND_WORDS = {
  GATHERING: { nb: "Treff", nn: "Treff", en: "Gathering" },
  MEMBER_MEETING: { nb: "Medlemsmøte", nn: "Medlemsmøte", en: "Members' meeting" },
  BOARD_MEETING: { nb: "Styremøte", nn: "Styremøte", en: "Board meeting" },
  ANNUAL_MEETING: { nb: "Årsmøte", nn: "Årsmøte", en: "Annual meeting" },
} satisfies Record<string, Sentence>;

/** What a board starts from where the task has no text of its own. `{when}`: «torsdag 7. mai kl. 18.00», `{place}`: «, Kulturhuset» or nothing. */
export const STANDARD = {
  subject: same("{short}: {what} {when}"),
  text: {
    nb: "Hei fra {short}! {what} {when}{place}. Kommer du? Svar her: {link}",
    nn: "Hei frå {short}! {what} {when}{place}. Kjem du? Svar her: {link}",
    en: "Hello from {short}! {what} {when}{place}. Are you coming? Answer here: {link}",
  },
  invitation: {
    nb: "Hei!\n\n{what} {when}{place}.",
    nn: "Hei!\n\n{what} {when}{place}.",
    en: "Hello!\n\n{what} {when}{place}.",
  },
  kinds: {
    GATHERING: {
      nb: "Kom som du er. Du kan godt ta med noen, og du kan gå når du vil.",
      nn: "Kom som du er. Du kan godt ta med nokon, og du kan gå når du vil.",
      en: "Come as you are. Bring someone if you like, and leave when you want.",
    },
    MEMBER_MEETING: {
      nb: "Her kan du si hva du vil at laget skal gjøre framover. Du trenger ikke å ha vært med før.",
      nn: "Her kan du seie kva du vil at laget skal gjere framover. Du treng ikkje å ha vore med før.",
      en: "Here you can say what you want the chapter to do. You need not have taken part before.",
    },
    BOARD_MEETING: { nb: "", nn: "", en: "" },
    ANNUAL_MEETING: {
      nb: "Her velger vi styret og bestemmer hva laget skal gjøre neste år. Alle medlemmer kan stemme.",
      nn: "Her vel vi styret og bestemmer kva laget skal gjere neste år. Alle medlemmar kan stemme.",
      en: "Here we elect the board and decide what the chapter does next year. Every member can vote.",
    },
  },
  answer: {
    nb: "Kommer du? Svar her. Det tar ti sekunder, og du trenger ikke å si hvem du er:",
    nn: "Kjem du? Svar her. Det tek ti sekund, og du treng ikkje å seie kven du er:",
    en: "Are you coming? Answer here. It takes ten seconds, and you need not say who you are:",
  },
  greeting: {
    nb: "Hilsen styret i {short}",
    nn: "Helsing styret i {short}",
    en: "Regards, the board of {short}",
  },
} as const;

/** Around what the board wrote, which says «Hei» itself: who sends, why one gets it, how to be left out. The first lines may stand on a lock screen. */
export const LETTER = {
  opening: {
    nb: "Her er en melding fra {short}.",
    nn: "Her er ei melding frå {short}.",
    en: "Here is a message from {short}.",
  },
  why: {
    nb: "Du får denne fordi du står på lista til {short}. Den er sendt til alle der som vil ha beskjeder, og kan ikke besvares.",
    nn: "Du får denne fordi du står på lista til {short}. Ho er send til alle der som vil ha beskjedar, og kan ikkje svarast på.",
    en: "You get this because you are on the list of {short}. It was sent to everyone there who wants messages, and cannot be replied to.",
  },
  byGuardian: {
    nb: "Den er til en du er foresatt for.",
    nn: "Ho er til ein du er føresett for.",
    en: "It is for somebody you are the guardian of.",
  },
  out: {
    nb: "Ikke flere beskjeder, ett klikk",
    nn: "Ikkje fleire beskjedar, eitt klikk",
    en: "No more messages, one click",
  },
  about: { nb: "Hvem kan se meg", nn: "Kven kan sjå meg", en: "Who can see me" },
  answer: { nb: "Svar her", nn: "Svar her", en: "Answer here" },
} satisfies Record<string, Sentence>;

/** A sentence with its fields filled. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
