import type { Answers, LocalDate } from "@varde/domain";
import type { ChapterPlan } from "./chapters/chapter-plan.js";
import type { Random } from "./random.js";

/** What a report of a chapter's own duty is made of. */
export type ReportContext = {
  plan: ChapterPlan;
  random: Random;
  /** day and number of the meeting, where the touchpoint is one of a meeting */
  heldOn: LocalDate;
  attendance: number;
  members: number;
};

const DECIDED = [
  "Flere spillkvelder, og en tur ut før sommeren. Vi spør medlemmene om mat på forhånd.",
  "Treffene flyttes til litt senere på dagen, så de som har trening rekker det.",
  "Vi prøver en rolig time før hvert treff for dem som vil ha det stille.",
  "To nye verter meldte seg. Vi lager en liste over små oppgaver.",
  "Mer mat vi lager sammen, mindre informasjon fra styret.",
  "Vi søker om penger til en hyttetur og spør nabolaget om de vil være med.",
  "Kveldene blir på samme dag hver måned, så det er lett å huske.",
];
const WORKED = [
  "Å skrive kort og si hvem som møter i døra.",
  "Melding samme dag som innmeldingen, med ett konkret treff.",
  "De fleste svarer på SMS, få på e-post.",
  "Å invitere til noe lite, som spill, heller enn til et møte.",
  "At den samme personen skriver hver gang.",
];
const WISHES = [
  "Turer, spill og noen å gå sammen med første gang.",
  "Små grupper og et rolig sted å sitte.",
  "Å få vite på forhånd hva som skal skje og hvem som kommer.",
  "Filmkvelder og mat. Mange spør om treff i helgene.",
  "Å møte noen på egen alder.",
];
const LEARNED = [
  "Det hjelper å møtes ute ti minutter før.",
  "Nye kommer igjen når de har fått en liten oppgave.",
  "Ikke for mange nye på én gang, da blir vertene slitne.",
  "En melding dagen etter blir alltid satt pris på.",
];
const HEARD = [
  "Flere treff på dagtid og lettere vei inn.",
  "Turer, og mer om hva som skjer i fylket.",
  "Noen å ringe til når man lurer på noe.",
  "Kaffe og prat uten program.",
];
const OUTCOMES = [
  "Møte med gruppelederne. De vil ta saken opp i utvalget.",
  "Vi fikk komme med innspill til planen.",
  "Svar fra rådmannen, og et nytt møte til våren.",
];
const PARTIES = [
  "God stemning, mat og quiz. Mange ble igjen og ryddet.",
  "Vi var ute i sola med grill og musikk.",
  "Rolig kveld med god mat og allsang.",
];
const REASONS = ["moved", "no_time", "no_fit", "money", "too_old", "unknown"];

/** The answers of a reached member's touchpoint: taps only, never text. */
export function memberAnswers(key: string, plan: ChapterPlan, random: Random): Answers {
  const warm = plan.gatherings >= 0.9 ? 1.12 : plan.gatherings < 0.5 ? 0.85 : 1;
  if (key === "ip-01") return { replied: random.chance(0.44 * warm) };
  if (key === "ip-02") return { next_step: random.chance(0.62 * warm) };
  if (key === "ip-09") return { answer: ["renews", "undecided", "leaves"][random.weighted([72 * warm, 18, 10])]! };
  const came = random.chance(0.52 * warm);
  return came
    ? { came, met_by_host: random.chance(0.9), followed_up: random.chance(0.7 * warm) }
    : { came, met_by_host: false };
}

/** The answer of the one question a per-member template asks per period. */
export function periodAnswers(key: string, random: Random): Answers {
  if (key === "ip-01") return { what_worked: random.pick(WORKED) };
  if (key === "ip-02") return { wishes: random.pick(WISHES) };
  if (key === "ip-03") return { learned: random.pick(LEARNED) };
  return { reason: random.pick(REASONS) };
}

/** The answers of a chapter's own duty. */
export function dutyAnswers(key: string, context: ReportContext): Answers {
  const { random, heldOn: date, attendance } = context;
  switch (key) {
    case "ip-05":
      return {
        date,
        invited: context.members,
        attendance,
        first_time: Math.min(attendance, random.int(0, Math.ceil(attendance / 4))),
        decided: random.pick(DECIDED),
      };
    case "hp-1-medlemskontakt":
      return { letter: random.chance(0.85), offers: random.int(1, 6), heard: random.pick(HEARD) };
    case "hp-2-politisk-arbeid":
      return {
        contacts: random.int(1, 7),
        topics: ["prevention", "choice", "services", "schools"].filter(() => random.chance(0.5)),
        result: random.pick(OUTCOMES),
      };
    case "hp-3-brukermedvirkning":
      return { councils: random.int(0, 3), heard: random.chance(0.6) };
    case "hp-4-sommerarrangement":
    case "hp-5-julearrangement":
      return { date, attendance, cost: attendance * random.int(90, 210), description: random.pick(PARTIES) };
    case "hp-6-medlemsmoter":
      return { date, attendance, decided: random.pick(DECIDED) };
    default:
      return { meetings: random.int(1, 4), course: random.chance(0.4), cooperation: random.chance(0.35) };
  }
}
