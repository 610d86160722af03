import type { Language } from "@varde/domain";
import type { AnnualFile } from "./annual-meeting.type.js";
import type { Sentence } from "../../kernel/errors/say.js";

export const KIT_TEXTS = {
  cancelled: {
    nb: "Årsmøtet er avlyst. Lag et nytt.",
    nn: "Årsmøtet er avlyst. Lag eit nytt.",
    en: "The annual meeting is called off. Make a new one.",
  },
  title: { nb: "Gi saken et navn.", nn: "Gi saka eit namn.", en: "Give the case a name." },
  nationalId: {
    nb: "Dette ser ut som et fødselsnummer. Ta det bort.",
    nn: "Dette ser ut som eit fødselsnummer. Ta det bort.",
    en: "This looks like a national identity number. Remove it.",
  },
} satisfies Record<string, Sentence>;

type Facts = { chapter: string; day: string; time: string | null; place: string | null; year: string };

/** What is written for a board to begin with, and what stands in its papers. */
export const KIT_WORDS: Record<
  Language,
  {
    notice: (facts: Facts & { age: number }) => string;
    voting: {
      title: (chapter: string) => string;
      lead: (day: string, n: number, age: number) => string;
      care: string;
      name: string;
      here: string;
      nobody: string;
      door: string;
      others: string;
      othersLead: string;
      number: string;
      file: string;
    };
    /** what a paper is called, and its file */
    papers: Record<AnnualFile, { title: (chapter: string, year: string) => string; file: string }>;
    agenda: string;
    minutes: {
      held: (facts: Facts) => string;
      present: string;
      case: (n: number, title: string) => string;
      decided: string;
      votes: string;
      signed: string;
      chair: string;
      signer: string;
    };
  }
> = {
  nb: {
    notice: ({ chapter, day, time, place, age }) =>
      `Velkommen til årsmøte i ${chapter}\n\nDag: ${day}${time ? ` kl. ${time}` : ""}\nSted: ${place ?? ""}\n\nPå årsmøtet ser vi på året som var, bestemmer hva vi skal gjøre, og velger nytt styre. Alle medlemmer kan komme. De som har betalt kontingenten for i år${age > 0 ? ` og er fylt ${age} år` : ""}, kan stemme.\n\nHar du en sak du vil ta opp, eller vil du stille til valg? Si fra til styret.\n\nSakslista står under. Årsmelding, regnskap, handlingsplan og budsjett kommer før møtet.\n\nHilsen styret`,
    voting: {
      title: (chapter) => `Stemmeberettigede, ${chapter}`,
      lead: (day, n, age) =>
        `Årsmøtet ${day}. ${n} har betalt kontingenten for året${age > 0 ? ` og er minst ${age} år` : ""}.`,
      care: "Her står navn. Ikke la den ligge, og makuler den når protokollen er signert.",
      name: "Navn",
      here: "Underskrift",
      nobody: "Ingen står som betalt ennå.",
      door: "De tomme linjene er for dem som betaler ved døra. Skriv det inn i Varde etterpå.",
      others: "Til stede uten stemmerett",
      othersLead: "Alle medlemmer og gjester kan være med. De teller ikke når dere stemmer.",
      number: "Nr.",
      file: "stemmeliste",
    },
    papers: {
      NOTICE: { title: (chapter, year) => `Innkalling til årsmøtet ${year} i ${chapter}`, file: "innkalling" },
      AGENDA: { title: (chapter, year) => `Saksliste for årsmøtet ${year} i ${chapter}`, file: "saksliste" },
      MINUTES: { title: (chapter, year) => `Protokoll fra årsmøtet ${year} i ${chapter}`, file: "protokoll" },
    },
    agenda: "Saksliste",
    minutes: {
      held: ({ day, time, place }) => [day, time && `kl. ${time}`, place].filter(Boolean).join(", "),
      present: "Til stede med stemmerett: ____   Til stede uten stemmerett: ____",
      case: (n, title) => `Sak ${n}: ${title}`,
      decided: "Vedtak:",
      votes: "For: ____   Mot: ____   Blankt: ____",
      signed: "Underskrifter",
      chair: "Sted og dato: ______________________",
      signer: "Underskrift, og navn med store bokstaver",
    },
  },
  nn: {
    notice: ({ chapter, day, time, place, age }) =>
      `Velkomen til årsmøte i ${chapter}\n\nDag: ${day}${time ? ` kl. ${time}` : ""}\nStad: ${place ?? ""}\n\nPå årsmøtet ser vi på året som var, bestemmer kva vi skal gjere, og vel nytt styre. Alle medlemmer kan kome. Dei som har betalt kontingenten for i år${age > 0 ? ` og har fylt ${age} år` : ""}, kan stemme.\n\nHar du ei sak du vil ta opp, eller vil du stille til val? Sei frå til styret.\n\nSaklista står under. Årsmelding, rekneskap, handlingsplan og budsjett kjem før møtet.\n\nHelsing styret`,
    voting: {
      title: (chapter) => `Dei som kan stemme, ${chapter}`,
      lead: (day, n, age) =>
        `Årsmøtet ${day}. ${n} har betalt kontingenten for året${age > 0 ? ` og er minst ${age} år` : ""}.`,
      care: "Her står namn. Ikkje la lista liggje, og makuler ho når protokollen er signert.",
      name: "Namn",
      here: "Underskrift",
      nobody: "Ingen står som betalt enno.",
      door: "Dei tomme linjene er for dei som betaler ved døra. Skriv det inn i Varde etterpå.",
      others: "Til stades utan røysterett",
      othersLead: "Alle medlemmer og gjester kan vere med. Dei tel ikkje når de stemmer.",
      number: "Nr.",
      file: "stemmeliste",
    },
    papers: {
      NOTICE: { title: (chapter, year) => `Innkalling til årsmøtet ${year} i ${chapter}`, file: "innkalling" },
      AGENDA: { title: (chapter, year) => `Sakliste for årsmøtet ${year} i ${chapter}`, file: "sakliste" },
      MINUTES: { title: (chapter, year) => `Protokoll frå årsmøtet ${year} i ${chapter}`, file: "protokoll" },
    },
    agenda: "Sakliste",
    minutes: {
      held: ({ day, time, place }) => [day, time && `kl. ${time}`, place].filter(Boolean).join(", "),
      present: "Til stades med røysterett: ____   Til stades utan røysterett: ____",
      case: (n, title) => `Sak ${n}: ${title}`,
      decided: "Vedtak:",
      votes: "For: ____   Mot: ____   Blankt: ____",
      signed: "Underskrifter",
      chair: "Stad og dato: ______________________",
      signer: "Underskrift, og namn med store bokstavar",
    },
  },
  en: {
    notice: ({ chapter, day, time, place, age }) =>
      `Welcome to the annual meeting of ${chapter}\n\nDay: ${day}${time ? ` at ${time}` : ""}\nPlace: ${place ?? ""}\n\nAt the annual meeting we look at the year that was, decide what to do, and elect a new board. All members may come. Those who have paid this year's fee${age > 0 ? ` and are ${age} or older` : ""} may vote.\n\nDo you have a case to raise, or would you like to stand for election? Tell the board.\n\nThe agenda is below. The annual report, accounts, action plan and budget come before the meeting.\n\nThe board`,
    voting: {
      title: (chapter) => `Who may vote, ${chapter}`,
      lead: (day, n, age) =>
        `The annual meeting ${day}. ${n} have paid the year's fee${age > 0 ? ` and are at least ${age}` : ""}.`,
      care: "Names stand here. Do not leave it lying, and shred it when the minutes are signed.",
      name: "Name",
      here: "Signature",
      nobody: "Nobody is registered as having paid yet.",
      door: "The empty lines are for those who pay at the door. Write it into Varde afterwards.",
      others: "Present without a vote",
      othersLead: "All members and guests may attend. They are not counted in votes.",
      number: "No.",
      file: "voting-list",
    },
    papers: {
      NOTICE: { title: (chapter, year) => `Notice of the annual meeting ${year} of ${chapter}`, file: "notice" },
      AGENDA: { title: (chapter, year) => `Agenda for the annual meeting ${year} of ${chapter}`, file: "agenda" },
      MINUTES: { title: (chapter, year) => `Minutes of the annual meeting ${year} of ${chapter}`, file: "minutes" },
    },
    agenda: "Agenda",
    minutes: {
      held: ({ day, time, place }) => [day, time, place].filter(Boolean).join(", "),
      present: "Present with a vote: ____   Present without a vote: ____",
      case: (n, title) => `Case ${n}: ${title}`,
      decided: "Decided:",
      votes: "For: ____   Against: ____   Blank: ____",
      signed: "Signatures",
      chair: "Place and date: ______________________",
      signer: "Signature, and name in capitals",
    },
  },
};
