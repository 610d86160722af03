import type { Growth } from "@varde/domain";

export type GrowthPart = Exclude<keyof Growth, "opening" | "closing">;
const one = (n: number, single: string, many: string): string => (n === 1 ? single : many);

export const membership = {
  title: "Medlemstall",
  heading: (n: string, single: boolean) => (single ? `${n} medlem nå` : `${n} medlemmer nå`),
  choose: "Periode",
  /** the parts in a sentence, those that are nobody left out: «6 nye, 1 flyttet inn» */
  said: {
    joined: (n: string, count: number) => `${n} ${one(count, "ny", "nye")}`,
    movedIn: (n: string) => `${n} flyttet inn`,
    left: (n: string) => `${n} sluttet`,
    movedOut: (n: string) => `${n} flyttet ut`,
    agedOut: (n: string) => `${n} ble for gammel`,
    died: (n: string) => `${n} døde`,
  } satisfies Record<GrowthPart, (n: string, count: number) => string>,
  unchanged: "Ingen kom og ingen sluttet.",
  sentence: (parts: string) => `${parts}.`,
  parts: {
    joined: "Nye",
    movedIn: "Flyttet inn",
    left: "Sluttet",
    movedOut: "Flyttet ut",
    agedOut: "Ble for gamle",
    died: "Døde",
  } satisfies Record<GrowthPart, string>,
  opening: "Medlemmer før perioden",
  closing: "Medlemmer etter",
  figure: "Hvem som kom og hvem som sluttet",
  part: "Endring",
  count: "Antall",
  defined: "Medlem er den som er meldt inn og ikke har sluttet, om årets kontingent er betalt eller ikke.",
  how: [
    "Tallene går måned for måned. Den som melder seg inn og slutter i samme måned, er med i begge.",
    "Flyttet inn og flyttet ut er flytting mellom lag. Den som meldte seg inn og flyttet i samme måned, er ny i laget de flyttet til. For hele organisasjonen er en flytting verken ny eller sluttet.",
    "Den som slutter og melder seg inn igjen, er både sluttet og ny. To oppføringer som er slått sammen, er én person.",
    "Meldes noen ut med en dato tilbake i tid, endres tallene for den måneden.",
  ],
  paidTitle: "Kontingent",
  paid: (share: string, year: string) => `${share} har betalt for ${year}.`,
  stayedTitle: "Fortsatt med",
  stayed: (share: string) => `${share} som var med da perioden begynte, er medlem fortsatt.`,
  nobodyBefore: "Ingen var med da perioden begynte.",
  stayedHow:
    "Den som ble for gammel eller døde, er ikke regnet med. Den som flyttet til et annet lag, er medlem fortsatt.",
  reachTitle: "Snakket med",
  reach: (share: string) => `${share} dere prøvde å nå, fikk dere snakket med.`,
  noReach: "Dere har ikke prøvd å nå noen i denne perioden.",
  reachHow:
    "Oppgaver om ett medlem der noen prøvde, etter fristen de først fikk. Den som har flere oppgaver, teller en gang for hver.",
  cameTitle: "På treff",
  came: (share: string) => `${share} av dagens medlemmer kom på minst ett treff.`,
  noNames: "Laget skriver ikke navn, eller begynte i løpet av perioden, så vi vet ikke hvem som kom.",
  cameHow: "Av dem som er medlemmer i dag og kom til laget før perioden var over.",
  early: "Nye på treff innen 90 dager står på medlemsreisen.",
  seeJourney: "Se reisen",
  card: { title: "Medlemmer", see: "Se tallene" },
  above: {
    heading: (n: string) => `Om lag ${n} medlemmer`,
    hidden: "For få til å vises",
    lead: "Summen av lagene som vises. Tall som er skjult, er ikke med.",
    quarter: "Kvartal",
    title: (day: string) => `Medlemstall, ${day}`,
    empty: "Ingen tall ennå",
    emptyBody: "Tallene kommer ved utgangen av et kvartal.",
    chapters: "Medlemmer, lag for lag",
    chapter: "Lag",
    active: "Medlemmer",
    before: "Ett år før",
    year: (year: string) => `Hele organisasjonen i ${year}`,
    yearParts: {
      joined: "Nye",
      left: "Sluttet",
      agedOut: "Ble for gamle",
      died: "Døde",
      leftOrDied: "Sluttet eller døde",
      ended: "Sluttet, ble for gamle eller døde",
    },
    yearHow:
      "Et kalenderår om gangen, for hele organisasjonen. Der tall er små, er de slått sammen. Flytting mellom lag er ikke med.",
    how: (within: string, upTo: string) =>
      `Tallet for et lag blir stående til det har endret seg med mer enn ${within}. ${upTo} eller færre er skjult, og flere der noe ellers kunne regnes ut. Publiserte tall endres ikke.`,
    defined: "Tallene er fra utgangen av et kvartal, og kan være noen få fra det riktige.",
  },
};
