import type { LocalDate } from "./calendar.js";
import type { Language } from "./definition.js";
import type { PlanRowState, ReportEdition, ReportSection } from "./annual-report.js";

const LOCALES: Readonly<Record<Language, string>> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };
const dayIn = (language: Language) => {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" });
  return (day: LocalDate): string => format.format(new Date(`${day}T00:00:00Z`));
};
const [nbDay, nnDay, enDay] = [dayIn("nb"), dayIn("nn"), dayIn("en")];

/** None, one or many, each in its own words. */
const amount = (n: number, none: string, one: string, many: string): string =>
  n === 0 ? none : n === 1 ? one : `${n} ${many}`;
/** «a, b og c» */
const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${and} ${parts.at(-1)}`;
const whole = (share: number): number => Math.round(share * 100);

type Words = {
  title: (year: number) => string;
  sections: Record<ReportSection, string>;
  editions: Record<ReportEdition, string>;
  states: Record<PlanRowState, string>;
  intro: (chapter: string, year: number) => string;
  seat: (name: string, leader: boolean, term: string) => string;
  /** which part of the year; nothing for all of it */
  term: (from: LocalDate, to: LocalDate | null, year: number) => string;
  members: (n: number, until: LocalDate) => string;
  paid: (n: number, year: number) => string;
  young: (n: number, age: number) => string;
  meetings: (board: number, members: number, annual: number) => string;
  gatherings: (n: number) => string;
  came: (n: number) => string;
  highlight: (title: string, day: LocalDate, came: number | null) => string;
  task: (name: string, done: number, of: number, target: number | null, reached: boolean) => string;
  thanks: (year: number) => string;
  /** above the lines the whole board signs on */
  signatures: string;
  placeAndDate: string;
  photos: string;
  draft: string;
  page: (n: number, of: number) => string;
};

/** `to` is the last day, null while it lasts; said only where it is within the year. */
const partOf = (from: LocalDate, to: LocalDate | null, year: number) => ({
  from: from > `${year}-01-01` ? from : null,
  to: to !== null && to < `${year}-12-31` ? to : null,
});

/** The words of an annual report: what the facts say, its headings, and what is printed round it. */
export const REPORT_WORDS: Record<Language, Words> = {
  nb: {
    title: (year) => `Årsmelding ${year}`,
    sections: {
      INTRO: "Innledning",
      BOARD: "Styret",
      MEMBERS: "Medlemmer",
      MEETINGS: "Møter og aktiviteter",
      PLAN: "Handlingsplanen",
      TASKS: "Faste oppgaver",
      FOLLOW_UP: "Oppfølging av medlemmer",
      ECONOMY: "Økonomi",
      COOPERATION: "Representasjon og samarbeid",
      THANKS: "Takk",
    },
    editions: { INTERNAL: "Lagets utgave", PUBLIC: "Offentlig utgave" },
    states: {
      NOT_BEGUN: "Ikke begynt",
      UNDER_WAY: "I gang",
      DONE: "Gjort",
      PARTLY: "Delvis gjort",
      NOT_DONE: "Ikke gjort",
    },
    intro: (chapter, year) =>
      `Dette er årsmeldinga for ${chapter} for ${year}. Den forteller hva vi har gjort, og hva vi har lært.`,
    seat: (name, leader, term) => `${name}, ${leader ? "leder" : "styremedlem"}${term}`,
    term: (start, end, year) => {
      const { from, to } = partOf(start, end, year);
      return `${from ? ` fra ${nbDay(from)}` : ""}${to ? ` til ${nbDay(to)}` : ""}`;
    },
    members: (n, until) => `Laget hadde ${amount(n, "ingen medlemmer", "ett medlem", "medlemmer")} ${nbDay(until)}.`,
    paid: (n, year) =>
      `${amount(n, "Ingen medlemmer", "Ett medlem", "medlemmer")} hadde betalt kontingent for ${year}.`,
    young: (n, age) =>
      `${amount(n, "Ingen medlemmer", "Ett medlem", "medlemmer")} var under ${age} år ved utgangen av året.`,
    meetings: (board, members, annual) =>
      `Vi holdt ${listed([amount(annual, "ikke noe årsmøte", "ett årsmøte", "årsmøter"), amount(board, "ingen styremøter", "ett styremøte", "styremøter"), amount(members, "ingen medlemsmøter", "ett medlemsmøte", "medlemsmøter")], "og")}.`,
    gatherings: (n) => `I tillegg hadde vi ${amount(n, "ingen andre treff", "ett treff", "treff")}.`,
    came: (n) => `Til sammen var det ${amount(n, "ingen", "én som kom", "oppmøter")} på medlemsmøter og treff.`,
    highlight: (title, day, came) =>
      `${title} ${nbDay(day)}${came === null ? "" : ` samlet ${amount(came, "ingen", "én deltaker", "deltakere")}`}.`,
    task: (name, done, of, target, reached) =>
      `${name}: ${of === 0 ? "ingenting hadde frist" : `${done === 0 ? "ingen" : done} av ${of} ble gjort`}.${
        target === null || of === 0
          ? ""
          : ` Målet var ${whole(target)} prosent${reached ? ", og vi nådde det" : ". Dit kom vi ikke"}.`
      }`,
    thanks: (year) => `Takk til alle som har vært med og gjort laget til det det er i ${year}.`,
    signatures: "Underskrifter",
    placeAndDate: "Sted og dato",
    photos: "Bilder fra året",
    draft: "Utkast",
    page: (n, of) => `Side ${n} av ${of}`,
  },
  nn: {
    title: (year) => `Årsmelding ${year}`,
    sections: {
      INTRO: "Innleiing",
      BOARD: "Styret",
      MEMBERS: "Medlemmer",
      MEETINGS: "Møte og aktivitetar",
      PLAN: "Handlingsplanen",
      TASKS: "Faste oppgåver",
      FOLLOW_UP: "Oppfølging av medlemmer",
      ECONOMY: "Økonomi",
      COOPERATION: "Representasjon og samarbeid",
      THANKS: "Takk",
    },
    editions: { INTERNAL: "Utgåva til laget", PUBLIC: "Offentleg utgåve" },
    states: {
      NOT_BEGUN: "Ikkje byrja",
      UNDER_WAY: "I gang",
      DONE: "Gjort",
      PARTLY: "Delvis gjort",
      NOT_DONE: "Ikkje gjort",
    },
    intro: (chapter, year) =>
      `Dette er årsmeldinga for ${chapter} for ${year}. Ho fortel kva vi har gjort, og kva vi har lært.`,
    seat: (name, leader, term) => `${name}, ${leader ? "leiar" : "styremedlem"}${term}`,
    term: (start, end, year) => {
      const { from, to } = partOf(start, end, year);
      return `${from ? ` frå ${nnDay(from)}` : ""}${to ? ` til ${nnDay(to)}` : ""}`;
    },
    members: (n, until) => `Laget hadde ${amount(n, "ingen medlemmer", "éin medlem", "medlemmer")} ${nnDay(until)}.`,
    paid: (n, year) =>
      `${amount(n, "Ingen medlemmer", "Éin medlem", "medlemmer")} hadde betalt kontingent for ${year}.`,
    young: (n, age) =>
      `${amount(n, "Ingen medlemmer", "Éin medlem", "medlemmer")} var under ${age} år ved utgangen av året.`,
    meetings: (board, members, annual) =>
      `Vi heldt ${listed([amount(annual, "ikkje noko årsmøte", "eitt årsmøte", "årsmøte"), amount(board, "ingen styremøte", "eitt styremøte", "styremøte"), amount(members, "ingen medlemsmøte", "eitt medlemsmøte", "medlemsmøte")], "og")}.`,
    gatherings: (n) => `I tillegg hadde vi ${amount(n, "ingen andre treff", "eitt treff", "treff")}.`,
    came: (n) => `Til saman var det ${amount(n, "ingen", "éin som kom", "oppmøte")} på medlemsmøte og treff.`,
    highlight: (title, day, came) =>
      `${title} ${nnDay(day)}${came === null ? "" : ` samla ${amount(came, "ingen", "éin deltakar", "deltakarar")}`}.`,
    task: (name, done, of, target, reached) =>
      `${name}: ${of === 0 ? "ingenting hadde frist" : `${done === 0 ? "ingen" : done} av ${of} vart gjort`}.${
        target === null || of === 0
          ? ""
          : ` Målet var ${whole(target)} prosent${reached ? ", og vi nådde det" : ". Dit kom vi ikkje"}.`
      }`,
    thanks: (year) => `Takk til alle som har vore med og gjort laget til det det er i ${year}.`,
    signatures: "Underskrifter",
    placeAndDate: "Stad og dato",
    photos: "Bilete frå året",
    draft: "Utkast",
    page: (n, of) => `Side ${n} av ${of}`,
  },
  en: {
    title: (year) => `Annual report ${year}`,
    sections: {
      INTRO: "Introduction",
      BOARD: "The board",
      MEMBERS: "Members",
      MEETINGS: "Meetings and activities",
      PLAN: "The action plan",
      TASKS: "Regular tasks",
      FOLLOW_UP: "Following up members",
      ECONOMY: "Finances",
      COOPERATION: "Representation and cooperation",
      THANKS: "Thanks",
    },
    editions: { INTERNAL: "The chapter's edition", PUBLIC: "Public edition" },
    states: {
      NOT_BEGUN: "Not begun",
      UNDER_WAY: "Under way",
      DONE: "Done",
      PARTLY: "Partly done",
      NOT_DONE: "Not done",
    },
    intro: (chapter, year) =>
      `This is the annual report of ${chapter} for ${year}. It tells what we have done, and what we have learnt.`,
    seat: (name, leader, term) => `${name}, ${leader ? "leader" : "board member"}${term}`,
    term: (start, end, year) => {
      const { from, to } = partOf(start, end, year);
      return `${from ? ` from ${enDay(from)}` : ""}${to ? ` until ${enDay(to)}` : ""}`;
    },
    members: (n, until) => `The chapter had ${amount(n, "no members", "one member", "members")} on ${enDay(until)}.`,
    paid: (n, year) => `${amount(n, "No members", "One member", "members")} had paid the fee for ${year}.`,
    young: (n, age) =>
      `${amount(n, "No members were", "One member was", "members were")} under ${age} at the end of the year.`,
    meetings: (board, members, annual) =>
      `We held ${listed([amount(annual, "no annual meeting", "one annual meeting", "annual meetings"), amount(board, "no board meetings", "one board meeting", "board meetings"), amount(members, "no members' meetings", "one members' meeting", "members' meetings")], "and")}.`,
    gatherings: (n) => `We also had ${amount(n, "no other gatherings", "one gathering", "gatherings")}.`,
    came: (n) => `People came ${n === 1 ? "once" : `${n} times`} to members' meetings and gatherings, all added up.`,
    highlight: (title, day, came) =>
      `${title} on ${enDay(day)}${came === null ? "" : ` gathered ${amount(came, "nobody", "one participant", "participants")}`}.`,
    task: (name, done, of, target, reached) =>
      `${name}: ${of === 0 ? "nothing was due" : `${done === 0 ? "none" : done} of ${of} ${done === 1 ? "was" : "were"} done`}.${
        target === null || of === 0
          ? ""
          : ` The goal was ${whole(target)} per cent${reached ? ", and we reached it" : ". We did not get there"}.`
      }`,
    thanks: (year) => `Thank you to everybody who took part and made the chapter what it is in ${year}.`,
    signatures: "Signatures",
    placeAndDate: "Place and date",
    photos: "Photos from the year",
    draft: "Draft",
    page: (n, of) => `Page ${n} of ${of}`,
  },
};
