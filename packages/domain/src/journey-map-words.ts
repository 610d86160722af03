import type { Language, Stage } from "./definition.js";
import type { MapCardKind, MapMeasure } from "./journey-map.js";

type Words = {
  title: (year: number) => string;
  draft: string;
  kept: string;
  feelingTitle: string;
  stages: Record<Stage, string>;
  days: Record<Stage, string>;
  kinds: Record<MapCardKind, string>;
  /** by mark, "-2" to "2" */
  marks: Record<string, string>;
  noMark: string;
  owner: (owner: string) => string;
  onTime: (part: string, whole: string) => string;
  came: (part: string, whole: string) => string;
  members: (n: string) => string;
  /** how many are in a stage now */
  inStage: (n: string) => string;
  hidden: string;
  nothing: string;
  measures: Record<MapMeasure, string>;
  quote: (text: string, source: string) => string;
  answered: (n: string) => string;
  more: (n: number) => string;
  asOf: (day: string) => string;
  /** where the numbers of the stages are the own chapter's, exact */
  own: string;
  legend: string;
};

/** The words on a map that is pinned up: the same in the PDF, which the server draws, as in the pictures that the page does. */
export const JOURNEY_MAP_WORDS: Record<Language, Words> = {
  nb: {
    title: (year) => `Medlemsreisen ${year}`,
    draft: "Utkast",
    kept: "Slik ble kartet i år",
    feelingTitle: "Slik kjennes det for medlemmet",
    stages: {
      WELCOME: "Velkommen",
      FIRST_MEETING: "Første møte",
      TAKE_PART: "Delta",
      CONTRIBUTE: "Bidra",
      RENEW: "Fornye",
      FAREWELL: "Takk for nå",
    },
    days: {
      WELCOME: "0–14 dager",
      FIRST_MEETING: "15–60 dager",
      TAKE_PART: "fra dag 61",
      CONTRIBUTE: "når de vil",
      RENEW: "hvert år",
      FAREWELL: "ved utmelding",
    },
    kinds: { TOUCHPOINT: "Interaksjonspunkt", IDEA: "Idé", PAIN: "Noe som er vanskelig" },
    marks: {
      "-2": "Svært tungt (−2)",
      "-1": "Litt tungt (−1)",
      "0": "Midt på (0)",
      "1": "Bra (+1)",
      "2": "Svært bra (+2)",
    },
    noMark: "Ikke satt",
    owner: (owner) => `Ansvar: ${owner}`,
    onTime: (part, whole) => `${part} av ${whole} i tide`,
    came: (part, whole) => `${part} av ${whole} nye kom innen 90 dager`,
    members: (n) => `${n} medlemmer`,
    inStage: (n) => (n === "1" ? "1 medlem nå" : `${n} medlemmer nå`),
    hidden: "For få til å vises (:)",
    nothing: "Ingen tall ennå",
    measures: { DONE: "Hvordan det går", CAME: "Nye på treff innen 90 dager", MEMBERS: "Antall medlemmer" },
    quote: (text, source) => (source ? `«${text}» ${source}` : `«${text}»`),
    answered: (n) => `${n} svarte`,
    more: (n) => `og ${n} kort til`,
    asOf: (day) => `Tall per ${day}, for dem som leser. Små tall om personer er skjult.`,
    own: "Hvor mange som er i hver fase, er lagets egne, nøyaktige tall: de er for styret.",
    legend: "Ring: interaksjonspunkt. Rute: idé. Trekant: noe som er vanskelig.",
  },
  nn: {
    title: (year) => `Medlemsreisa ${year}`,
    draft: "Utkast",
    kept: "Slik blei kartet i år",
    feelingTitle: "Slik kjennest det for medlemmen",
    stages: {
      WELCOME: "Velkomen",
      FIRST_MEETING: "Første møte",
      TAKE_PART: "Delta",
      CONTRIBUTE: "Bidra",
      RENEW: "Fornye",
      FAREWELL: "Takk for no",
    },
    days: {
      WELCOME: "0–14 dagar",
      FIRST_MEETING: "15–60 dagar",
      TAKE_PART: "frå dag 61",
      CONTRIBUTE: "når dei vil",
      RENEW: "kvart år",
      FAREWELL: "ved utmelding",
    },
    kinds: { TOUCHPOINT: "Interaksjonspunkt", IDEA: "Idé", PAIN: "Noko som er vanskeleg" },
    marks: {
      "-2": "Svært tungt (−2)",
      "-1": "Litt tungt (−1)",
      "0": "Midt på (0)",
      "1": "Bra (+1)",
      "2": "Svært bra (+2)",
    },
    noMark: "Ikkje sett",
    owner: (owner) => `Ansvar: ${owner}`,
    onTime: (part, whole) => `${part} av ${whole} i tide`,
    came: (part, whole) => `${part} av ${whole} nye kom innan 90 dagar`,
    members: (n) => `${n} medlemmer`,
    inStage: (n) => (n === "1" ? "1 medlem no" : `${n} medlemmer no`),
    hidden: "For få til å visast (:)",
    nothing: "Ingen tal enno",
    measures: { DONE: "Korleis det går", CAME: "Nye på treff innan 90 dagar", MEMBERS: "Talet på medlemmer" },
    quote: (text, source) => (source ? `«${text}» ${source}` : `«${text}»`),
    answered: (n) => `${n} svarte`,
    more: (n) => `og ${n} kort til`,
    asOf: (day) => `Tal per ${day}, for dei som les. Små tal om personar er skjulte.`,
    own: "Kor mange som er i kvar fase, er lagets eigne, nøyaktige tal: dei er for styret.",
    legend: "Ring: interaksjonspunkt. Rute: idé. Trekant: noko som er vanskeleg.",
  },
  en: {
    title: (year) => `The member journey ${year}`,
    draft: "Draft",
    kept: "The map as it was kept this year",
    feelingTitle: "How it feels to the member",
    stages: {
      WELCOME: "Welcome",
      FIRST_MEETING: "First meeting",
      TAKE_PART: "Take part",
      CONTRIBUTE: "Contribute",
      RENEW: "Renew",
      FAREWELL: "Farewell",
    },
    days: {
      WELCOME: "days 0–14",
      FIRST_MEETING: "days 15–60",
      TAKE_PART: "from day 61",
      CONTRIBUTE: "when they like",
      RENEW: "every year",
      FAREWELL: "when leaving",
    },
    kinds: { TOUCHPOINT: "Interaction point", IDEA: "Idea", PAIN: "Something hard" },
    marks: {
      "-2": "Very hard (−2)",
      "-1": "A bit hard (−1)",
      "0": "In the middle (0)",
      "1": "Good (+1)",
      "2": "Very good (+2)",
    },
    noMark: "Not set",
    owner: (owner) => `Responsible: ${owner}`,
    onTime: (part, whole) => `${part} of ${whole} on time`,
    came: (part, whole) => `${part} of ${whole} new came within 90 days`,
    members: (n) => `${n} members`,
    inStage: (n) => (n === "1" ? "1 member now" : `${n} members now`),
    hidden: "Too few to be shown (:)",
    nothing: "No numbers yet",
    measures: { DONE: "How it goes", CAME: "New at a meeting within 90 days", MEMBERS: "Number of members" },
    quote: (text, source) => (source ? `“${text}” ${source}` : `“${text}”`),
    answered: (n) => `${n} answered`,
    more: (n) => `and ${n} more cards`,
    asOf: (day) => `Numbers as of ${day}, for whoever reads. Small numbers about persons are hidden.`,
    own: "How many are in each stage are the chapter's own, exact numbers: they are for the board.",
    legend: "Circle: interaction point. Diamond: idea. Triangle: something hard.",
  },
};
