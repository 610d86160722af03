import type { Language } from "@varde/domain";

/** Why a form that was sent is given back with all that was typed. */
export type ReturnReason = "EMPTY" | "YOUNG" | "STALE" | "TRAPPED" | "LIMITED" | "FULL" | "CLOSED" | "BUSY";

type Words = {
  language: string;
  languages: string;
  safe: string;
  safeEnd: string;
  whatHappens: string;
  happens: readonly string[];
  free: string;
  part: (n: number, of: number) => string;
  groups: Record<"YOU" | "NEW" | "TAKE_PART" | "ONWARD" | "MEMBER", string>;
  /** what the ends of a scale mean, before a matrix of them */
  ends: (low: string, lowest: string, high: string, highest: string) => string;
  upTo: (n: number) => string;
  all: string;
  signs: (n: number) => string;
  trap: string;
  send: string;
  sendMeans: string;
  startAgain: string;
  thanks: string;
  another: string;
  anotherWhy: string;
  returned: Record<ReturnReason, { title: string; text: string }>;
  closed: { title: string; text: string };
  planned: { title: string; text: string };
  unknown: { title: string; text: string };
  tooLarge: { title: string; text: string };
  /** the page could not be made */
  busy: { title: string; text: string };
  preview: string;
  /** what the page says while it is filled in; read by its script */
  script: Record<"kept" | "found" | "already" | "clear" | "sending" | "retrying" | "offline", string>;
};

/** What the page says around a survey's own words. */
export const FORM_WORDS: Record<Language, Words> = {
  nb: {
    language: "Bokmål",
    languages: "Språk",
    safe: "Trenger du noen å snakke med? Ring Mental Helses hjelpetelefon,",
    safeEnd: "hele døgnet. Er det fare for liv, ring 113.",
    whatHappens: "Hva skjer med svarene?",
    happens: [
      "Ingen får vite at det var du som svarte. Vi lagrer ikke navn, adresse, telefon eller tidspunkt.",
      "Svaret ditt blir låst og venter til flere i laget har svart. Så legges alle sammen til tall, og ditt eget svar blir borte.",
      "Laget ditt ser aldri hva én har svart. Tall vises bare når mange nok har svart.",
      "Det du skriver med egne ord, leses bare nasjonalt, og uten at de ser hvilket lag du er i eller hva annet du svarte.",
      "Når svaret er sendt, kan det ikke hentes tilbake, for ingen vet hvilket som er ditt.",
    ],
    free: "Alt er frivillig. Hopp over det du vil.",
    part: (n, of) => `Del ${n} av ${of}`,
    groups: {
      YOU: "Litt om deg",
      NEW: "Da du var ny",
      TAKE_PART: "Å være med",
      ONWARD: "Framover",
      MEMBER: "Å være medlem",
    },
    ends: (low, lowest, high, highest) => `${low} er «${lowest}», ${high} er «${highest}».`,
    upTo: (n) => `Velg opptil ${n}. Velger du flere, teller de ${n} øverste.`,
    all: "Velg alle som passer.",
    signs: (n) => `Høyst ${n} tegn.`,
    trap: "La dette feltet stå tomt",
    send: "Send svarene",
    sendMeans: "Du trenger ikke ha svart på alt.",
    startAgain: "Begynn på nytt",
    thanks: "Svaret er sendt",
    another: "Svar for en annen person",
    anotherWhy: "Er dere flere om telefonen, kan neste person svare på et tomt skjema.",
    returned: {
      EMPTY: { title: "Skjemaet er tomt", text: "Svar på minst ett spørsmål, og trykk «Send svarene» én gang til." },
      YOUNG: { title: "Det gikk fort", text: "Alt du svarte, står her. Trykk «Send svarene» én gang til." },
      STALE: {
        title: "Siden har stått åpen lenge",
        text: "Svarene er ikke sendt ennå, men alt står her. Trykk «Send svarene» én gang til.",
      },
      TRAPPED: {
        title: "Ikke sendt ennå",
        text: "Et felt som skal stå tomt, var fylt ut. Det er tømt nå. Alt du svarte, står her. Trykk «Send svarene» én gang til.",
      },
      LIMITED: {
        title: "Mange svarer akkurat nå",
        text: "Svarene er ikke sendt ennå, men alt står her. Vent noen minutter, og trykk «Send svarene» igjen.",
      },
      FULL: {
        title: "Her er det fullt nå",
        text: "Svarene dine er ikke sendt, men alt står her til du lukker siden. Si gjerne fra til laget. Takk for at du ville svare.",
      },
      CLOSED: {
        title: "Undersøkelsen ble stengt før du fikk sendt",
        text: "Svarene dine er ikke sendt. Det du skrev, står her til du lukker siden. Takk for at du ville svare.",
      },
      BUSY: {
        title: "Det gikk ikke akkurat nå",
        text: "Svarene er kanskje ikke sendt, men alt står her. Trykk «Send svarene» igjen om litt. De telles bare én gang.",
      },
    },
    closed: {
      title: "Undersøkelsen er stengt",
      text: "Takk for at du ville svare. Resultatene får laget og organisasjonen se når de er klare.",
    },
    planned: { title: "Undersøkelsen har ikke åpnet ennå", text: "Prøv lenka igjen om noen dager." },
    unknown: {
      title: "Her er det ingenting",
      text: "Sjekk at adressen er skrevet riktig, eller spør den du fikk den av.",
    },
    tooLarge: {
      title: "Det ble for mye",
      text: "Svaret var større enn skjemaet har plass til. Gå tilbake, og kort ned det du skrev.",
    },
    busy: { title: "Det gikk ikke akkurat nå", text: "Vent litt, og prøv lenka igjen." },
    preview: "Slik blir skjemaet. Ingenting kan sendes herfra.",
    script: {
      kept: "Det du svarer, ligger bare på denne telefonen til du sender, høyst sju dager.",
      found: "Her er svarene som ble begynt på. De ligger bare på denne telefonen og er ikke sendt.",
      already: "Det er alt sendt et svar fra denne telefonen. Er du en annen person, kan du svare her.",
      clear: "Fjern svaret",
      sending: "Sender …",
      retrying: "Nettet svarer ikke. Vi prøver igjen …",
      offline:
        "Du er uten nett. Svarene er ikke sendt, men ligger på denne telefonen. Trykk «Send svarene» når nettet er tilbake.",
    },
  },
  nn: {
    language: "Nynorsk",
    languages: "Språk",
    safe: "Treng du nokon å snakke med? Ring hjelpetelefonen til Mental Helse,",
    safeEnd: "heile døgnet. Er det fare for liv, ring 113.",
    whatHappens: "Kva skjer med svara?",
    happens: [
      "Ingen får vite at det var du som svarte. Vi lagrar ikkje namn, adresse, telefon eller tidspunkt.",
      "Svaret ditt blir låst og ventar til fleire i laget har svart. Så blir alle lagde saman til tal, og ditt eige svar blir borte.",
      "Laget ditt ser aldri kva éin har svart. Tal blir viste berre når mange nok har svart.",
      "Det du skriv med eigne ord, blir berre lese nasjonalt, og utan at dei ser kva lag du er i eller kva anna du svarte.",
      "Når svaret er sendt, kan det ikkje hentast tilbake, for ingen veit kva for eit som er ditt.",
    ],
    free: "Alt er frivillig. Hopp over det du vil.",
    part: (n, of) => `Del ${n} av ${of}`,
    groups: {
      YOU: "Litt om deg",
      NEW: "Då du var ny",
      TAKE_PART: "Å vere med",
      ONWARD: "Framover",
      MEMBER: "Å vere medlem",
    },
    ends: (low, lowest, high, highest) => `${low} er «${lowest}», ${high} er «${highest}».`,
    upTo: (n) => `Vel opptil ${n}. Vel du fleire, tel dei ${n} øvste.`,
    all: "Vel alle som passar.",
    signs: (n) => `Høgst ${n} teikn.`,
    trap: "La dette feltet stå tomt",
    send: "Send svara",
    sendMeans: "Du treng ikkje ha svart på alt.",
    startAgain: "Begynn på nytt",
    thanks: "Svaret er sendt",
    another: "Svar for ein annan person",
    anotherWhy: "Er de fleire om telefonen, kan neste person svare på eit tomt skjema.",
    returned: {
      EMPTY: { title: "Skjemaet er tomt", text: "Svar på minst eitt spørsmål, og trykk «Send svara» éin gong til." },
      YOUNG: { title: "Det gjekk fort", text: "Alt du svarte, står her. Trykk «Send svara» éin gong til." },
      STALE: {
        title: "Sida har stått open lenge",
        text: "Svara er ikkje sende enno, men alt står her. Trykk «Send svara» éin gong til.",
      },
      TRAPPED: {
        title: "Ikkje sendt enno",
        text: "Eit felt som skal stå tomt, var fylt ut. Det er tømt no. Alt du svarte, står her. Trykk «Send svara» éin gong til.",
      },
      LIMITED: {
        title: "Mange svarer akkurat no",
        text: "Svara er ikkje sende enno, men alt står her. Vent nokre minutt, og trykk «Send svara» igjen.",
      },
      FULL: {
        title: "Her er det fullt no",
        text: "Svara dine er ikkje sende, men alt står her til du lukkar sida. Sei gjerne frå til laget. Takk for at du ville svare.",
      },
      CLOSED: {
        title: "Undersøkinga vart stengd før du fekk sendt",
        text: "Svara dine er ikkje sende. Det du skreiv, står her til du lukkar sida. Takk for at du ville svare.",
      },
      BUSY: {
        title: "Det gjekk ikkje akkurat no",
        text: "Svara er kanskje ikkje sende, men alt står her. Trykk «Send svara» igjen om litt. Dei tel berre éin gong.",
      },
    },
    closed: {
      title: "Undersøkinga er stengd",
      text: "Takk for at du ville svare. Resultata får laget og organisasjonen sjå når dei er klare.",
    },
    planned: { title: "Undersøkinga har ikkje opna enno", text: "Prøv lenkja igjen om nokre dagar." },
    unknown: { title: "Her er det ingenting", text: "Sjekk at adressa er skriven rett, eller spør den du fekk ho av." },
    tooLarge: {
      title: "Det vart for mykje",
      text: "Svaret var større enn skjemaet har plass til. Gå tilbake, og kort ned det du skreiv.",
    },
    busy: { title: "Det gjekk ikkje akkurat no", text: "Vent litt, og prøv lenkja igjen." },
    preview: "Slik blir skjemaet. Ingenting kan sendast herifrå.",
    script: {
      kept: "Det du svarer, ligg berre på denne telefonen til du sender, høgst sju dagar.",
      found: "Her er svara som vart begynte på. Dei ligg berre på denne telefonen og er ikkje sende.",
      already: "Det er alt sendt eit svar frå denne telefonen. Er du ein annan person, kan du svare her.",
      clear: "Fjern svaret",
      sending: "Sender …",
      retrying: "Nettet svarer ikkje. Vi prøver igjen …",
      offline:
        "Du er utan nett. Svara er ikkje sende, men ligg på denne telefonen. Trykk «Send svara» når nettet er tilbake.",
    },
  },
  en: {
    language: "English",
    languages: "Language",
    safe: "Need someone to talk to? Call Mental Helse's helpline,",
    safeEnd: "day and night. If a life is in danger, call 113.",
    whatHappens: "What happens to the answers?",
    happens: [
      "Nobody gets to know that it was you who answered. We keep no name, address, phone or time.",
      "Your answer is locked and waits until more people in the chapter have answered. Then they are all added up, and your own answer is gone.",
      "Your chapter never sees what one person answered. Numbers are shown only when enough people have answered.",
      "What you write in your own words is read by national staff only, who see neither your chapter nor what else you answered.",
      "Once sent, an answer can't be taken back, because nobody knows which one is yours.",
    ],
    free: "Everything is optional. Skip what you like.",
    part: (n, of) => `Part ${n} of ${of}`,
    groups: {
      YOU: "A little about you",
      NEW: "When you were new",
      TAKE_PART: "Taking part",
      ONWARD: "From here on",
      MEMBER: "Being a member",
    },
    ends: (low, lowest, high, highest) => `${low} is “${lowest}”, ${high} is “${highest}”.`,
    upTo: (n) => `Choose up to ${n}. If you choose more, the first ${n} in the list count.`,
    all: "Choose all that apply.",
    signs: (n) => `At most ${n} characters.`,
    trap: "Leave this field empty",
    send: "Send the answers",
    sendMeans: "You don't have to have answered everything.",
    startAgain: "Start again",
    thanks: "Your answer is sent",
    another: "Answer for another person",
    anotherWhy: "If you share this phone, the next person can answer on an empty form.",
    returned: {
      EMPTY: {
        title: "The form is empty",
        text: "Answer at least one question, and press “Send the answers” once more.",
      },
      YOUNG: { title: "That was quick", text: "Everything you answered is here. Press “Send the answers” once more." },
      STALE: {
        title: "The page has been open for a long time",
        text: "The answers are not sent yet, but everything is here. Press “Send the answers” once more.",
      },
      TRAPPED: {
        title: "Not sent yet",
        text: "A field that should be empty was filled in. It is empty now. Everything you answered is here. Press “Send the answers” once more.",
      },
      LIMITED: {
        title: "Many people are answering right now",
        text: "The answers are not sent yet, but everything is here. Wait a few minutes, and press “Send the answers” again.",
      },
      FULL: {
        title: "It is full here now",
        text: "Your answers are not sent, but everything is here until you close the page. Please tell the chapter. Thank you for wanting to answer.",
      },
      CLOSED: {
        title: "The survey closed before you could send",
        text: "Your answers are not sent. What you wrote is here until you close the page. Thank you for wanting to answer.",
      },
      BUSY: {
        title: "That didn't work right now",
        text: "The answers may not be sent, but everything is here. Press “Send the answers” again in a little while. They count only once.",
      },
    },
    closed: {
      title: "The survey is closed",
      text: "Thank you for wanting to answer. The chapter and the organization will see the results when they are ready.",
    },
    planned: { title: "The survey hasn't opened yet", text: "Try the link again in a few days." },
    unknown: {
      title: "There is nothing here",
      text: "Check that the address is right, or ask the person who gave it to you.",
    },
    tooLarge: {
      title: "That was too much",
      text: "The answer was larger than the form has room for. Go back, and shorten what you wrote.",
    },
    busy: { title: "That didn't work right now", text: "Wait a little, and try the link again." },
    preview: "This is what the form will look like. Nothing can be sent from here.",
    script: {
      kept: "What you answer stays on this phone only until you send it, for seven days at most.",
      found: "Here are the answers that were begun. They are on this phone only, and are not sent.",
      already: "An answer has already been sent from this phone. If you are another person, you can answer here.",
      clear: "Remove the answer",
      sending: "Sending …",
      retrying: "The network doesn't answer. Trying again …",
      offline:
        "You are offline. The answers are not sent, but are on this phone. Press “Send the answers” when the network is back.",
    },
  },
};
