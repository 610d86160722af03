import type { Language, SeeingOffice, SeenThing } from "@varde/domain";

type Words = {
  title: string;
  lead: string;
  picture: string;
  rings: readonly { who: string; what: string }[];
  table: string;
  what: string;
  yes: string;
  no: string;
  offices: Record<SeeingOffice, string>;
  things: Record<SeenThing, string>;
  never: { title: string; lines: readonly string[] };
  ask: { title: string; lines: readonly string[] };
  call: { title: string; lines: readonly string[] };
  print: string;
  privacy: string;
};

/** The words of «Hvem kan se meg»: a file of this page alone, since those who read it read nothing else here. */
export const WHO_SEES_TEXTS: Record<Language, Words> = {
  nb: {
    title: "Hvem kan se meg",
    lead: "At du er medlem, er ditt å fortelle. Her er hvem i organisasjonen som ser hva om deg i Varde.",
    picture: "Jo lenger fra laget ditt, jo mindre ser de",
    rings: [
      { who: "Styret i laget ditt", what: "Navnet ditt, hvordan de når deg, og om de har snakket med deg" },
      { who: "Fadder og de som følger flere lag", what: "Bare tall. Er det færre enn fem, er tallet skjult" },
      {
        who: "Nasjonalt",
        what: "Bare tall. Trenger du eller noen andre det, kan en administrator slå opp ditt kort i tre timer: laget ditt får vite hvem og hvorfor",
      },
      { who: "Andre medlemmer og alle andre", what: "Ingenting" },
    ],
    table: "Hvem ser og gjør hva",
    what: "Hva",
    yes: "Ja",
    no: "Nei",
    offices: {
      CHAPTER_LEADER: "Lederen i laget",
      CHAPTER_BOARD: "Styret i laget",
      MENTOR: "Fadder",
      REGION_COORDINATOR: "Regionen",
      NATIONAL: "Nasjonalt",
    },
    things: {
      REGISTER: "Leser navn, kontaktinfo, fødselsår, kontingent og ønsket ditt om kontakt",
      TASKS: "Ser oppgaver om deg, som en velkomstsamtale, og om du ble nådd",
      CHANGE: "Retter opplysningene og sier fra at du har flyttet eller sluttet",
      WRITE: "Skriver til alle i laget som vil ha kontakt",
      RIGHTS: "Gir deg en kopi, og sletter når du ber om det",
      LOOK_UP: "Slår opp ett medlem med en grunn, i tre timer, høyst 20 i døgnet",
      NUMBERS: "Ser tall uten navn",
    },
    never: {
      title: "Dette står aldri her",
      lines: [
        "Diagnoser, hvordan du har det, eller hva du forteller i en samtale. Det er ikke noe sted å skrive det.",
        "Fødselsnummeret ditt.",
        "Er du under alderen for å melde deg inn selv, går kontakten gjennom foresatte.",
      ],
    },
    ask: {
      title: "Vil du vite, rette eller slette noe?",
      lines: [
        "Kopi: spør lederen i laget. Du får alt som står om deg, på papir eller som fil. Har noen nasjonalt slått deg opp, står det der, med grunnen.",
        "Retting: si fra til noen i styret. De retter med en gang.",
        "Sletting: spør lederen i laget. Navn og kontaktinfo forsvinner, og tall som ingen kan kjenne deg igjen i, blir stående.",
        "Ikke kontakt: si det til styret, eller bruk lenken nederst i en e-post fra laget.",
      ],
    },
    call: {
      title: "Hvem du kan ringe",
      lines: [
        "Vil du ikke snakke med laget ditt, ring eller skriv til organisasjonens kontor. De kan hjelpe uten at laget får vite hvorfor.",
        "Mener du noen bruker opplysningene dine feil, kan du klage til Datatilsynet: datatilsynet.no.",
        "Trenger du noen å snakke med, svarer Mental Helses hjelpetelefon på 116 123, døgnet rundt. Er det fare for liv, ring 113.",
      ],
    },
    print: "Skriv ut",
    privacy: "Mer om personvern",
  },
  nn: {
    title: "Kven kan sjå meg",
    lead: "At du er medlem, er ditt å fortelje. Her er kven i organisasjonen som ser kva om deg i Varde.",
    picture: "Jo lenger frå laget ditt, jo mindre ser dei",
    rings: [
      { who: "Styret i laget ditt", what: "Namnet ditt, korleis dei når deg, og om dei har snakka med deg" },
      { who: "Fadder og dei som følgjer fleire lag", what: "Berre tal. Er det færre enn fem, er talet skjult" },
      {
        who: "Nasjonalt",
        what: "Berre tal. Treng du eller nokon andre det, kan ein administrator slå opp kortet ditt i tre timar: laget ditt får vite kven og kvifor",
      },
      { who: "Andre medlemmer og alle andre", what: "Ingenting" },
    ],
    table: "Kven ser og gjer kva",
    what: "Kva",
    yes: "Ja",
    no: "Nei",
    offices: {
      CHAPTER_LEADER: "Leiaren i laget",
      CHAPTER_BOARD: "Styret i laget",
      MENTOR: "Fadder",
      REGION_COORDINATOR: "Regionen",
      NATIONAL: "Nasjonalt",
    },
    things: {
      REGISTER: "Les namn, kontaktinfo, fødselsår, kontingent og ønsket ditt om kontakt",
      TASKS: "Ser oppgåver om deg, som ein velkomstsamtale, og om du vart nådd",
      CHANGE: "Rettar opplysningane og seier frå at du har flytta eller slutta",
      WRITE: "Skriv til alle i laget som vil ha kontakt",
      RIGHTS: "Gir deg ein kopi, og slettar når du ber om det",
      LOOK_UP: "Slår opp éin medlem med ein grunn, i tre timar, høgst 20 i døgnet",
      NUMBERS: "Ser tal utan namn",
    },
    never: {
      title: "Dette står aldri her",
      lines: [
        "Diagnosar, korleis du har det, eller kva du fortel i ein samtale. Det er ikkje nokon stad å skrive det.",
        "Fødselsnummeret ditt.",
        "Er du under alderen for å melde deg inn sjølv, går kontakten gjennom føresette.",
      ],
    },
    ask: {
      title: "Vil du vite, rette eller slette noko?",
      lines: [
        "Kopi: spør leiaren i laget. Du får alt som står om deg, på papir eller som fil. Har nokon nasjonalt slått deg opp, står det der, med grunnen.",
        "Retting: sei frå til nokon i styret. Dei rettar med ein gong.",
        "Sletting: spør leiaren i laget. Namn og kontaktinfo forsvinn, og tal som ingen kan kjenne deg att i, blir ståande.",
        "Ikkje kontakt: sei det til styret, eller bruk lenkja nedst i ein e-post frå laget.",
      ],
    },
    call: {
      title: "Kven du kan ringje",
      lines: [
        "Vil du ikkje snakke med laget ditt, ring eller skriv til kontoret til organisasjonen. Dei kan hjelpe utan at laget får vite kvifor.",
        "Meiner du nokon brukar opplysningane dine feil, kan du klage til Datatilsynet: datatilsynet.no.",
        "Treng du nokon å snakke med, svarer hjelpetelefonen til Mental Helse på 116 123, heile døgnet. Er det fare for liv, ring 113.",
      ],
    },
    print: "Skriv ut",
    privacy: "Meir om personvern",
  },
  en: {
    title: "Who can see me",
    lead: "That you are a member is yours to tell. Here is who in the organisation sees what about you in Varde.",
    picture: "The further from your chapter, the less they see",
    rings: [
      { who: "Your chapter's board", what: "Your name, how to reach you, and whether they have talked with you" },
      { who: "The mentor and those who follow several chapters", what: "Only numbers. Fewer than five are hidden" },
      {
        who: "The national office",
        what: "Only numbers. If you or somebody else needs it, an administrator can look up your card for three hours: your chapter is told who and why",
      },
      { who: "Other members and everybody else", what: "Nothing" },
    ],
    table: "Who sees and does what",
    what: "What",
    yes: "Yes",
    no: "No",
    offices: {
      CHAPTER_LEADER: "The chapter's leader",
      CHAPTER_BOARD: "The chapter's board",
      MENTOR: "Mentor",
      REGION_COORDINATOR: "The region",
      NATIONAL: "National",
    },
    things: {
      REGISTER: "Reads name, contact details, year of birth, fee and your wish about contact",
      TASKS: "Sees tasks about you, such as a welcome call, and whether you were reached",
      CHANGE: "Corrects the details and says that you have moved or left",
      WRITE: "Writes to everybody in the chapter who wants contact",
      RIGHTS: "Gives you a copy, and deletes when you ask",
      LOOK_UP: "Looks up one member with a reason, for three hours, at most 20 a day",
      NUMBERS: "Sees numbers without names",
    },
    never: {
      title: "This never stands here",
      lines: [
        "Diagnoses, how you are, or what you tell in a conversation. There is no place to write it.",
        "Your national identity number.",
        "If you are too young to join by yourself, contact goes through your guardian.",
      ],
    },
    ask: {
      title: "Do you want to know, correct or delete something?",
      lines: [
        "A copy: ask the chapter's leader. You get everything that stands about you, on paper or as a file. If somebody at national has looked you up, it stands there, with the reason.",
        "A correction: tell somebody on the board. They correct it at once.",
        "Deletion: ask the chapter's leader. Name and contact details go, and numbers by which nobody can know you remain.",
        "No contact: tell the board, or use the link at the foot of a mail from the chapter.",
      ],
    },
    call: {
      title: "Whom you can call",
      lines: [
        "If you would rather not talk with your chapter, call or write to the organisation's office. They can help without the chapter learning why.",
        "If you think somebody uses your details wrongly, you can complain to the Norwegian Data Protection Authority: datatilsynet.no.",
        "If you need somebody to talk with, Mental Helse's helpline answers at 116 123, day and night. If there is danger to life, call 113.",
      ],
    },
    print: "Print",
    privacy: "More about privacy",
  },
};
