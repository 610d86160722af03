import type { Sentence } from "../../kernel/errors/say.js";

/** Sentences about a member's rights. */
export const PRIVACY_TEXTS = {
  alreadyErased: {
    nb: "Dette medlemmet er slettet fra før.",
    nn: "Denne medlemmen er sletta frå før.",
    en: "This member is erased already.",
  },
} satisfies Record<string, Sentence>;

/** The words of the readable copy. */
export const COPY_TEXTS = {
  title: {
    nb: "Alt vi har lagret om deg",
    nn: "Alt vi har lagra om deg",
    en: "Everything we have stored about you",
  },
  lead: {
    nb: "Dette er en kopi av alt laget har om deg i Varde. Den samme kopien finnes som JSON-fil, som andre systemer kan lese.",
    nn: "Dette er ein kopi av alt laget har om deg i Varde. Den same kopien finst som JSON-fil, som andre system kan lese.",
    en: "This is a copy of everything your chapter has about you in Varde. The same copy exists as a JSON file, which other systems can read.",
  },
  made: { nb: "Laget", nn: "Laga", en: "Made on" },
  organization: { nb: "Organisasjon", nn: "Organisasjon", en: "Organization" },
  chapter: { nb: "Lag", nn: "Lag", en: "Chapter" },
  rightsHeading: { nb: "Det du kan be om", nn: "Det du kan be om", en: "What you can ask for" },
  rights: {
    nb: "Er noe feil, sier du fra til lederen i laget, som retter det. Du kan be om å bli slettet, om ikke å bli kontaktet, og om at opplysningene brukes mindre. Er du uenig i svaret, kan du klage til organisasjonen og til Datatilsynet (datatilsynet.no).",
    nn: "Er noko feil, seier du frå til leiaren i laget, som rettar det. Du kan be om å bli sletta, om ikkje å bli kontakta, og om at opplysningane blir brukte mindre. Er du usamd i svaret, kan du klage til organisasjonen og til Datatilsynet (datatilsynet.no).",
    en: "If something is wrong, tell your chapter's leader, who will correct it. You can ask to be erased, not to be contacted, and that the information is used less. If you disagree with the answer, you can complain to the organization and to Datatilsynet (datatilsynet.no).",
  },
  whyHeading: { nb: "Hvorfor, og hvor lenge", nn: "Kvifor, og kor lenge", en: "Why, and for how long" },
  basis: { nb: "Grunnlag", nn: "Grunnlag", en: "Basis" },
  seen: {
    nb: "Leder og styre i laget ser dette. De over laget ser bare antall, aldri deg. Den som driver Varde, er databehandler.",
    nn: "Leiar og styre i laget ser dette. Dei over laget ser berre tal, aldri deg. Den som driv Varde, er databehandlar.",
    en: "Your chapter's leader and board see this. Those above the chapter see counts only, never you. Whoever runs Varde is a processor.",
  },
  nothing: { nb: "Ingenting er lagret her.", nn: "Ingenting er lagra her.", en: "Nothing is stored here." },
  yes: { nb: "Ja", nn: "Ja", en: "Yes" },
  no: { nb: "Nei", nn: "Nei", en: "No" },
} satisfies Record<string, Sentence>;

/** A table's heading in the copy, by its name in the database. */
export const SOURCES: Readonly<Record<string, Sentence>> = {
  member: { nb: "Deg", nn: "Deg", en: "You" },
  member_fee: { nb: "Kontingent", nn: "Kontingent", en: "Fees" },
  touchpoint: {
    nb: "Oppgaver laget har hatt om deg",
    nn: "Oppgåver laget har hatt om deg",
    en: "Tasks the chapter has had about you",
  },
  attendance: { nb: "Treff du har vært på", nn: "Treff du har vore på", en: "Meetings you have been to" },
  member_move: { nb: "Flytting mellom lag", nn: "Flytting mellom lag", en: "Moves between chapters" },
  member_merge: {
    nb: "Slått sammen med et annet kort",
    nn: "Slått saman med eit anna kort",
    en: "Merged with another record",
  },
  member_apart: {
    nb: "Sett at du ikke er en annen",
    nn: "Sett at du ikkje er ein annan",
    en: "Seen not to be another",
  },
  import_row: {
    nb: "Venter i en fil som er lest inn",
    nn: "Ventar i ei fil som er lesen inn",
    en: "Waiting in a file that was read",
  },
  import_match: { nb: "Funnet igjen i en fil", nn: "Funne att i ei fil", en: "Recognised in a file" },
  trigger_skip: {
    nb: "Oppgaver som ikke ble laget",
    nn: "Oppgåver som ikkje blei laga",
    en: "Tasks that were not made",
  },
  grant_record: { nb: "Låst, til dokumentasjon", nn: "Låst, til dokumentasjon", en: "Locked, as documentation" },
  erasure_ledger: { nb: "Sletting", nn: "Sletting", en: "Erasure" },
  audit: {
    nb: "Når noe er endret eller slått opp",
    nn: "Når noko er endra eller slått opp",
    en: "When something was changed or looked up",
  },
};

/** A column's name in the copy; one without a line here is shown by its name in the database. */
export const COLUMNS: Readonly<Record<string, Sentence>> = {
  member_no: { nb: "Medlemsnummer", nn: "Medlemsnummer", en: "Member number" },
  name: { nb: "Navn", nn: "Namn", en: "Name" },
  first_name: { nb: "Fornavn", nn: "Fornamn", en: "First name" },
  last_name: { nb: "Etternavn", nn: "Etternamn", en: "Last name" },
  birth_year: { nb: "Fødselsår", nn: "Fødselsår", en: "Year of birth" },
  birth_date: { nb: "Fødselsdato", nn: "Fødselsdato", en: "Date of birth" },
  email: { nb: "E-post", nn: "E-post", en: "E-mail" },
  mobile: { nb: "Mobil", nn: "Mobil", en: "Mobile" },
  guardian: { nb: "Foresatt", nn: "Føresett", en: "Guardian" },
  postcode: { nb: "Postnummer", nn: "Postnummer", en: "Postcode" },
  joined_on: { nb: "Innmeldt", nn: "Innmeld", en: "Joined" },
  joined_chapter_on: { nb: "Kom til laget", nn: "Kom til laget", en: "Joined the chapter" },
  left_on: { nb: "Utmeldt", nn: "Utmeld", en: "Left" },
  end_reason: { nb: "Hvorfor medlemskapet sluttet", nn: "Kvifor medlemskapen slutta", en: "Why the membership ended" },
  contact_preference: { nb: "Ønske om kontakt", nn: "Ønske om kontakt", en: "Wish for contact" },
  contact_again_on: { nb: "Kan kontaktes igjen", nn: "Kan kontaktast igjen", en: "May be contacted again" },
  preference_set_on: { nb: "Ønsket er fra", nn: "Ønsket er frå", en: "Wish noted on" },
  preference_before: { nb: "Ønsket før", nn: "Ønsket før", en: "Wish before" },
  mobile_wrong_on: { nb: "Nummeret var feil", nn: "Nummeret var feil", en: "Number was wrong" },
  year: { nb: "År", nn: "År", en: "Year" },
  paid_on: { nb: "Betalt", nn: "Betalt", en: "Paid" },
  keep_until: { nb: "Slettes etter", nn: "Blir sletta etter", en: "Deleted after" },
  held_on: { nb: "Dag", nn: "Dag", en: "Day" },
  task: { nb: "Oppgave", nn: "Oppgåve", en: "Task" },
  opens_on: { nb: "Åpnet", nn: "Opna", en: "Opened" },
  due_on: { nb: "Frist", nn: "Frist", en: "Due" },
  closed_at: { nb: "Gjort", nn: "Gjort", en: "Done" },
  started_at: { nb: "Påbegynt", nn: "Påbyrja", en: "Begun" },
  cancelled_at: { nb: "Avlyst", nn: "Avlyst", en: "Cancelled" },
  cancelled_because: { nb: "Avlyst fordi", nn: "Avlyst fordi", en: "Cancelled because" },
  waived_at: { nb: "Fritatt", nn: "Friteken", en: "Waived" },
  outcome: { nb: "Utfall", nn: "Utfall", en: "Outcome" },
  attempts: { nb: "Forsøk", nn: "Forsøk", en: "Attempts" },
  created_at: { nb: "Lagt inn", nn: "Lagt inn", en: "Entered" },
  ended_at: { nb: "Avslutningen ble skrevet", nn: "Avslutninga blei skriven", en: "End noted" },
  contacts_emptied_on: { nb: "Kontaktdata slettet", nn: "Kontaktdata sletta", en: "Contact data erased" },
  at: { nb: "Når", nn: "Når", en: "When" },
  action: { nb: "Hva", nn: "Kva", en: "What" },
  reason: { nb: "Grunn", nn: "Grunn", en: "Reason" },
  state: { nb: "Status", nn: "Status", en: "State" },
  proposed_on: { nb: "Foreslått", nn: "Foreslått", en: "Proposed" },
  decided_at: { nb: "Avgjort", nn: "Avgjort", en: "Decided" },
};

/** Words of closed lists as a person says them. */
export const VALUES: Readonly<Record<string, Sentence>> = {
  ANY: { nb: "Alt er greit", nn: "Alt er greitt", en: "Anything is fine" },
  TEXT: { nb: "Helst melding", nn: "Helst melding", en: "Preferably text" },
  NOT_NOW: { nb: "Ikke nå", nn: "Ikkje no", en: "Not now" },
  NEVER: { nb: "Ikke kontakt", nn: "Ikkje kontakt", en: "No contact" },
  REACHED: { nb: "Nådd", nn: "Nådd", en: "Reached" },
  NO_ANSWER: { nb: "Ikke svar", nn: "Ikkje svar", en: "No answer" },
  WRONG_NUMBER: { nb: "Feil nummer", nn: "Feil nummer", en: "Wrong number" },
  MOVED: { nb: "Flyttet", nn: "Flytta", en: "Moved" },
  DECLINES_CONTACT: { nb: "Ønsker ikke kontakt", nn: "Ønskjer ikkje kontakt", en: "Declines contact" },
  LATER: { nb: "Senere", nn: "Seinare", en: "Later" },
  LEFT: { nb: "Meldte seg ut", nn: "Melde seg ut", en: "Left" },
  AGED_OUT: { nb: "Over aldersgrensen", nn: "Over aldersgrensa", en: "Above the age limit" },
  DIED: { nb: "Død", nn: "Død", en: "Died" },
  MERGED: { nb: "Slått sammen", nn: "Slått saman", en: "Merged" },
  MEMBER_LEFT: { nb: "Meldte seg ut", nn: "Melde seg ut", en: "Left" },
  MEMBER_MOVED: { nb: "Flyttet", nn: "Flytta", en: "Moved" },
  VERSION_WITHDRAWN: { nb: "Trukket tilbake", nn: "Trekt tilbake", en: "Withdrawn" },
  CHAPTER_CLOSED: { nb: "Laget ble lagt ned", nn: "Laget blei lagt ned", en: "The chapter closed" },
  MEMBER_ADDED: { nb: "Lagt inn", nn: "Lagd inn", en: "Added" },
  MEMBER_UPDATED: { nb: "Endret", nn: "Endra", en: "Changed" },
  MEMBER_COPIED: { nb: "Kopi tatt ut", nn: "Kopi teken ut", en: "Copy taken" },
  MEMBER_ERASED: { nb: "Slettet", nn: "Sletta", en: "Erased" },
};
