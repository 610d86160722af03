import type { Sentence } from "../../kernel/errors/say.js";

/** One activity of processing: why, on what basis, and for how long. The record of processing and a member's copy are made of these. */
export type Purpose = { title: Sentence; why: Sentence; basis: Sentence; kept: Sentence };

const same = (text: string): Sentence => ({ nb: text, nn: text, en: text });

/** Why personal data is held. The bases are proposals that the organization has to assess itself. */
export const PURPOSES = {
  REGISTER: {
    title: { nb: "Medlemsregister", nn: "Medlemsregister", en: "Register of members" },
    why: {
      nb: "Laget skal vite hvem som er medlem, og kunne nå dem.",
      nn: "Laget skal vite kven som er medlem, og kunne nå dei.",
      en: "The chapter knows who is a member and can reach them.",
    },
    basis: {
      nb: "Avtalen om medlemskap (GDPR art. 6 nr. 1 b) og samtykke ved innmelding (art. 9 nr. 2 a)",
      nn: "Avtalen om medlemskap (GDPR art. 6 nr. 1 b) og samtykke ved innmelding (art. 9 nr. 2 a)",
      en: "The agreement of membership (GDPR art. 6(1)(b)) and consent when joining (art. 9(2)(a))",
    },
    kept: {
      nb: "Så lenge man er medlem. Kontaktdata er borte 30 dager etter utmelding.",
      nn: "Så lenge ein er medlem. Kontaktdata er borte 30 dagar etter utmelding.",
      en: "As long as one is a member. Contact data is gone 30 days after leaving.",
    },
  },
  FOLLOW_UP: {
    title: { nb: "Oppfølging av medlemmer", nn: "Oppfølging av medlemmar", en: "Following up members" },
    why: {
      nb: "Nye medlemmer skal bli tatt imot, og laget skal huske hva som er gjort.",
      nn: "Nye medlemmar skal bli tekne imot, og laget skal hugse kva som er gjort.",
      en: "New members are welcomed, and the chapter remembers what has been done.",
    },
    basis: {
      nb: "Berettiget interesse (art. 6 nr. 1 f) og samtykke ved innmelding (art. 9 nr. 2 a)",
      nn: "Rettkomen interesse (art. 6 nr. 1 f) og samtykke ved innmelding (art. 9 nr. 2 a)",
      en: "Legitimate interest (art. 6(1)(f)) and consent when joining (art. 9(2)(a))",
    },
    kept: {
      nb: "Høyst 24 måneder etter at oppgaven er ferdig. Så fjernes koblingen til medlemmet, og bare tellingen er igjen.",
      nn: "Høgst 24 månader etter at oppgåva er ferdig. Så blir koplinga til medlemmen fjerna, og berre teljinga er att.",
      en: "At most 24 months after the task is done. Then the link to the member is removed and only the count is left.",
    },
  },
  PARTICIPATION: {
    title: { nb: "Hvem som kom på treff", nn: "Kven som kom på treff", en: "Who came to meetings" },
    why: {
      nb: "Laget ser hvem som har vært med, hvis det har valgt å skrive navn.",
      nn: "Laget ser kven som har vore med, om det har valt å skrive namn.",
      en: "The chapter sees who has taken part, if it has chosen to note names.",
    },
    basis: {
      nb: "Berettiget interesse (art. 6 nr. 1 f) og samtykke ved innmelding (art. 9 nr. 2 a)",
      nn: "Rettkomen interesse (art. 6 nr. 1 f) og samtykke ved innmelding (art. 9 nr. 2 a)",
      en: "Legitimate interest (art. 6(1)(f)) and consent when joining (art. 9(2)(a))",
    },
    kept: {
      nb: "Høyst 24 måneder etter treffet. Så er bare antallet igjen.",
      nn: "Høgst 24 månader etter treffet. Så er berre talet att.",
      en: "At most 24 months after the meeting. Then only the number is left.",
    },
  },
  INVITING: {
    title: { nb: "Invitasjoner og svar", nn: "Invitasjonar og svar", en: "Invitations and answers" },
    why: {
      nb: "Laget skal kunne invitere alle som vil ha kontakt, én gang hver, og vite omtrent hvor mange som kommer.",
      nn: "Laget skal kunne invitere alle som vil ha kontakt, éin gong kvar, og vite omtrent kor mange som kjem.",
      en: "The chapter can invite everyone who wants contact, once each, and know about how many will come.",
    },
    basis: {
      nb: "Berettiget interesse (art. 6 nr. 1 f) og samtykke ved innmelding (art. 9 nr. 2 a)",
      nn: "Rettkomen interesse (art. 6 nr. 1 f) og samtykke ved innmelding (art. 9 nr. 2 a)",
      en: "Legitimate interest (art. 6(1)(f)) and consent when joining (art. 9(2)(a))",
    },
    kept: {
      nb: "Hvem som fikk e-post: 400 dager. Fornavn i svar: 14 dager etter treffet. Svar er ikke koblet til noe medlem.",
      nn: "Kven som fekk e-post: 400 dagar. Fornamn i svar: 14 dagar etter treffet. Svar er ikkje kopla til nokon medlem.",
      en: "Who was mailed: 400 days. First names in answers: 14 days after the meeting. No answer is tied to a member.",
    },
  },
  TALK: {
    title: { nb: "Samarbeid i styret", nn: "Samarbeid i styret", en: "Working together on the board" },
    why: {
      nb: "Styret skal kunne avtale hvem som gjør hva. Ingen andre enn styret leser det, og det skal ikke handle om helse.",
      nn: "Styret skal kunne avtale kven som gjer kva. Ingen andre enn styret les det, og det skal ikkje handle om helse.",
      en: "The board can agree on who does what. Nobody but the board reads it, and it is not to be about health.",
    },
    basis: {
      nb: "Berettiget interesse (art. 6 nr. 1 f)",
      nn: "Rettkomen interesse (art. 6 nr. 1 f)",
      en: "Legitimate interest (art. 6(1)(f))",
    },
    kept: {
      nb: "Kommentarer: 90 dager etter at oppgaven er ferdig eller gikk ut, og kortere om medlemmet slettes. Hvem som har en oppgave åpen: to minutter, borte etter et døgn.",
      nn: "Kommentarar: 90 dagar etter at oppgåva er ferdig eller gjekk ut, og kortare om medlemmen blir sletta. Kven som har ei oppgåve open: to minutt, borte etter eit døgn.",
      en: "Comments: 90 days after the task is done or was missed, and shorter when the member is erased. Who has a task open: two minutes, gone after a day.",
    },
  },
  GRANTS: {
    title: { nb: "Dokumentasjon for tilskudd", nn: "Dokumentasjon for tilskot", en: "Documentation of grants" },
    why: {
      nb: "Organisasjonen må kunne vise hvem som betalte kontingent i årene den har fått tilskudd for, og hvem som satt i styret og signerte årsrapporten.",
      nn: "Organisasjonen må kunne vise kven som betalte kontingent i åra han har fått tilskot for, og kven som sat i styret og signerte årsrapporten.",
      en: "The organization must be able to show who paid in the years it has had grants for, and who sat on the board and signed the return.",
    },
    basis: {
      nb: "Rettslig plikt (art. 6 nr. 1 c)",
      nn: "Rettsleg plikt (art. 6 nr. 1 c)",
      en: "Legal obligation (art. 6(1)(c))",
    },
    kept: {
      nb: "Låst, til 31. desember fem år etter kontingentåret. Årsrapporter ett år til.",
      nn: "Låst, til 31. desember fem år etter kontingentåret. Årsrapportar eitt år til.",
      en: "Locked, until 31 December five years after the year of the fee. Returns for one year more.",
    },
  },
  RIGHTS: {
    title: { nb: "Rettigheter som er brukt", nn: "Rettar som er brukte", en: "Rights that have been used" },
    why: {
      nb: "Det som er slettet, skal bli slettet på nytt hvis en sikkerhetskopi tas i bruk.",
      nn: "Det som er sletta, skal bli sletta på nytt om ein tryggingskopi blir teken i bruk.",
      en: "What was erased is erased again when a backup is restored.",
    },
    basis: same("GDPR art. 6 nr. 1 c, art. 17, art. 5 nr. 2"),
    kept: {
      nb: "Så lenge organisasjonen er her. Uten navn: en tilfeldig id, dag og antall.",
      nn: "Så lenge organisasjonen er her. Utan namn: ein tilfeldig id, dag og tal.",
      en: "As long as the organization is here. No name: a random id, a day and counts.",
    },
  },
  SEATS: {
    title: { nb: "Verv og kontoer", nn: "Verv og kontoar", en: "Offices and accounts" },
    why: {
      nb: "De som har verv, skal kunne logge inn, og andre skal vite hvem de er.",
      nn: "Dei som har verv, skal kunne logge inn, og andre skal vite kven dei er.",
      en: "Those who hold an office can sign in, and others know who they are.",
    },
    basis: {
      nb: "Avtalen om vervet (art. 6 nr. 1 b) og berettiget interesse (art. 6 nr. 1 f)",
      nn: "Avtalen om vervet (art. 6 nr. 1 b) og rettkomen interesse (art. 6 nr. 1 f)",
      en: "The agreement on the office (art. 6(1)(b)) and legitimate interest (art. 6(1)(f))",
    },
    kept: {
      nb: "Vervene står så lenge organisasjonen er her. Invitasjoner slettes senest 90 dager etter at de er brukt eller utløpt.",
      nn: "Verva står så lenge organisasjonen er her. Invitasjonar blir sletta seinast 90 dagar etter at dei er brukte eller har gått ut.",
      en: "Offices stand as long as the organization is here. Invitations go 90 days at most after they were used or ran out.",
    },
  },
  SIGN_IN: {
    title: { nb: "Innlogging og sikkerhet", nn: "Innlogging og tryggleik", en: "Sign-in and security" },
    why: {
      nb: "Bare de som skal inn, kommer inn, og en endring gjøres én gang.",
      nn: "Berre dei som skal inn, kjem inn, og ei endring blir gjord éin gong.",
      en: "Only those who should get in do, and a change is made once.",
    },
    basis: {
      nb: "Berettiget interesse og plikten til å sikre (art. 6 nr. 1 f, art. 32)",
      nn: "Rettkomen interesse og plikta til å sikre (art. 6 nr. 1 f, art. 32)",
      en: "Legitimate interest and the duty to secure (art. 6(1)(f), art. 32)",
    },
    kept: {
      nb: "Innlogginger og lenker: et døgn etter at de er ute. Kvitteringer: 60 dager. Når et verv sist så oversikten: de to siste besøkene. Uttrekk av tall som er bestilt: fila et døgn, hvem som bestilte den en uke til.",
      nn: "Innloggingar og lenkjer: eit døgn etter at dei er ute. Kvitteringar: 60 dagar. Når eit verv sist såg oversikta: dei to siste besøka. Uttrekk av tal som er bestilt: fila eit døgn, kven som bestilte henne ei veke til.",
      en: "Sessions and links: a day after they end. Receipts: 60 days. When an office last saw the overview: the two last visits. Exports of figures that were ordered: the file a day, who ordered it a week more.",
    },
  },
  SURVEY: {
    title: { nb: "Undersøkelser blant medlemmene", nn: "Undersøkingar blant medlemmane", en: "Surveys among members" },
    why: {
      nb: "Organisasjonen skal vite hvordan det er å være medlem. Ingen kan se hvem som har svart, eller hva én har svart.",
      nn: "Organisasjonen skal vite korleis det er å vere medlem. Ingen kan sjå kven som har svart, eller kva éin har svart.",
      en: "The organization learns what it is like to be a member. Nobody can see who has answered, or what one person answered.",
    },
    basis: {
      nb: "Berettiget interesse (art. 6 nr. 1 f). Svarene er anonyme, og det er frivillig å svare",
      nn: "Rettkomen interesse (art. 6 nr. 1 f). Svara er anonyme, og det er frivillig å svare",
      en: "Legitimate interest (art. 6(1)(f)). Answers are anonymous, and answering is voluntary",
    },
    kept: {
      nb: "Et svar er forseglet til minst fem fra laget venter, eller undersøkelsen er over. Så er det bare summer, og fritekst uten lag og uten resten av svaret.",
      nn: "Eit svar er forsegla til minst fem frå laget ventar, eller undersøkinga er over. Så er det berre summar, og fritekst utan lag og utan resten av svaret.",
      en: "A form is sealed until at least five from the chapter wait, or the survey is over. Then there are only sums, and free text without its chapter and without the rest of the form.",
    },
  },
  MESSAGES: {
    title: { nb: "Beskjeder og e-post", nn: "Beskjedar og e-post", en: "Messages and mail" },
    why: {
      nb: "Styrene får vite hva som venter, og ingen får det to ganger.",
      nn: "Styra får vite kva som ventar, og ingen får det to gonger.",
      en: "Boards learn what waits, and nobody is told twice.",
    },
    basis: {
      nb: "Berettiget interesse (art. 6 nr. 1 f)",
      nn: "Rettkomen interesse (art. 6 nr. 1 f)",
      en: "Legitimate interest (art. 6(1)(f))",
    },
    kept: {
      nb: "Logg over e-post: 400 dager. Notater om egen kontakt med et styre: 24 måneder. Beskjeder, og hvem som har lest: så lenge organisasjonen er her.",
      nn: "Logg over e-post: 400 dagar. Notat om eigen kontakt med eit styre: 24 månader. Beskjedar, og kven som har lese: så lenge organisasjonen er her.",
      en: "Log of mail: 400 days. Notes on one's own contact with a board: 24 months. Messages, and who has read them: as long as the organization is here.",
    },
  },
  WORK: {
    title: {
      nb: "Lagenes og nasjonalts arbeid",
      nn: "Laga og nasjonalt sitt arbeid",
      en: "The work of chapters and national",
    },
    why: {
      nb: "Treff, rapporter og maler. Tekstene handler ikke om enkeltpersoner, men kan ha navnet til en vert.",
      nn: "Treff, rapportar og malar. Tekstane handlar ikkje om einskildpersonar, men kan ha namnet til ein vert.",
      en: "Meetings, reports and templates. The texts are about no one person, but may name a host.",
    },
    basis: {
      nb: "Berettiget interesse (art. 6 nr. 1 f)",
      nn: "Rettkomen interesse (art. 6 nr. 1 f)",
      en: "Legitimate interest (art. 6(1)(f))",
    },
    kept: {
      nb: "Så lenge organisasjonen er her.",
      nn: "Så lenge organisasjonen er her.",
      en: "As long as the organization is here.",
    },
  },
  REPORT_PHOTOS: {
    title: { nb: "Bilder i årsmeldinger", nn: "Bilete i årsmeldingar", en: "Photos in annual reports" },
    why: {
      nb: "Laget viser hva det har gjort i året. Sted, kamera og tid er tatt bort fra bildet.",
      nn: "Laget viser kva det har gjort i året. Stad, kamera og tid er tekne bort frå biletet.",
      en: "The chapter shows what it did in the year. Place, camera and time are removed from the photo.",
    },
    basis: {
      nb: "Samtykke fra alle som kan kjennes igjen, fra foresatte for dem under 15 (art. 6 nr. 1 a og art. 9 nr. 2 a)",
      nn: "Samtykke frå alle som kan kjennast att, frå føresette for dei under 15 (art. 6 nr. 1 a og art. 9 nr. 2 a)",
      en: "Consent of everybody who can be recognised, of a guardian for those under 15 (art. 6(1)(a) and 9(2)(a))",
    },
    kept: {
      nb: "Så lenge årsmeldinga er her, eller til noen på bildet ber om at det tas bort. Da er det borte også fra det som er ferdig.",
      nn: "Så lenge årsmeldinga er her, eller til nokon på biletet ber om at det blir teke bort. Då er det borte òg frå det som er ferdig.",
      en: "As long as the annual report is here, or until somebody in the photo asks for it to be removed. Then it is gone from what is finished too.",
    },
  },
  TRAIL: {
    title: { nb: "Endringslogg", nn: "Endringslogg", en: "Trail of changes" },
    why: {
      nb: "Det skal kunne ses hvem som endret noe, eller tok ut opplysninger om medlemmer.",
      nn: "Det skal gå an å sjå kven som endra noko, eller tok ut opplysningar om medlemmar.",
      en: "It can be seen who changed something, or took out data about members.",
    },
    basis: {
      nb: "Plikten til å kunne vise og sikre (art. 5 nr. 2, art. 32)",
      nn: "Plikta til å kunne vise og sikre (art. 5 nr. 2, art. 32)",
      en: "The duty to account and to secure (art. 5(2), art. 32)",
    },
    kept: {
      nb: "Så lenge organisasjonen er her. Uten navn på medlemmer og uten svar. Hvor mye et verv har lest i en time: 30 dager. At et medlem er slått opp, og hvorfor: 24 måneder.",
      nn: "Så lenge organisasjonen er her. Utan namn på medlemmar og utan svar. Kor mykje eit verv har lese i ein time: 30 dagar. At ein medlem er slått opp, og kvifor: 24 månader.",
      en: "As long as the organization is here. No names of members and no answers. How much a seat has read in an hour: 30 days. That a member was looked up, and why: 24 months.",
    },
  },
} as const satisfies Record<string, Purpose>;
export type PurposeId = keyof typeof PURPOSES;
