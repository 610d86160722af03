import type { LocalDate } from "./calendar.js";
import type { Language } from "./definition.js";
import { inLanguage } from "./journey-map-content.js";
import type { YearEntryKind } from "./year-wheel.js";

type Words = {
  kinds: Record<YearEntryKind, string>;
  annualMeetings: (n: number) => string;
  annualMeetingOf: (chapter: string) => string;
  lastAnnualDay: string;
  notice: string;
  papers: string;
  poster: {
    title: (year: number) => string;
    /** said of the wheel to those who do not see it */
    figure: (year: number) => string;
    until: (day: string) => string;
    more: (n: number) => string;
    asOf: (day: string) => string;
    nothing: string;
    file: string;
  };
};

/** The words of the year: on its page, in the pictures of it and on the poster that the server prints. */
export const YEAR_WORDS: Readonly<Record<Language, Words>> = {
  nb: {
    kinds: {
      ANNUAL_MEETING: "Årsmøte",
      NOTICE: "Innkalling",
      PAPERS: "Papirer til årsmøtet",
      MEETING: "Treff eller møte",
      TASK: "Oppgave",
      PLAN: "Fra handlingsplanen",
      REPORT: "Rapport",
      GRANT: "Tilskudd",
      DAY: "Merkedag",
      HOLIDAY: "Skoleferie",
    },
    annualMeetings: (n) => `${n} årsmøter`,
    annualMeetingOf: (chapter) => `Årsmøte, ${chapter}`,
    lastAnnualDay: "Siste dag for årsmøte",
    notice: "Innkallingen til årsmøtet sendes",
    papers: "Papirene til årsmøtet sendes",
    poster: {
      title: (year) => `Året ${year}`,
      figure: (year) => `Året ${year} som et hjul med januar øverst. Alt i hjulet står i lista.`,
      until: (day) => `til ${day}`,
      more: (n) => `og ${n} til`,
      asOf: (day) => `Slik året så ut ${day}.`,
      nothing: "Ingenting er lagt inn for dette året ennå.",
      file: "aret",
    },
  },
  nn: {
    kinds: {
      ANNUAL_MEETING: "Årsmøte",
      NOTICE: "Innkalling",
      PAPERS: "Papir til årsmøtet",
      MEETING: "Treff eller møte",
      TASK: "Oppgåve",
      PLAN: "Frå handlingsplanen",
      REPORT: "Rapport",
      GRANT: "Tilskot",
      DAY: "Merkedag",
      HOLIDAY: "Skuleferie",
    },
    annualMeetings: (n) => `${n} årsmøte`,
    annualMeetingOf: (chapter) => `Årsmøte, ${chapter}`,
    lastAnnualDay: "Siste dag for årsmøte",
    notice: "Innkallinga til årsmøtet blir send",
    papers: "Papira til årsmøtet blir sende",
    poster: {
      title: (year) => `Året ${year}`,
      figure: (year) => `Året ${year} som eit hjul med januar øvst. Alt i hjulet står i lista.`,
      until: (day) => `til ${day}`,
      more: (n) => `og ${n} til`,
      asOf: (day) => `Slik året såg ut ${day}.`,
      nothing: "Ingenting er lagt inn for dette året enno.",
      file: "aret",
    },
  },
  en: {
    kinds: {
      ANNUAL_MEETING: "Annual meeting",
      NOTICE: "Notice",
      PAPERS: "Papers for the annual meeting",
      MEETING: "Meeting",
      TASK: "Task",
      PLAN: "From the action plan",
      REPORT: "Report",
      GRANT: "Grant",
      DAY: "Day to know",
      HOLIDAY: "School holiday",
    },
    annualMeetings: (n) => `${n} annual meetings`,
    annualMeetingOf: (chapter) => `Annual meeting, ${chapter}`,
    lastAnnualDay: "Last day for the annual meeting",
    notice: "The notice of the annual meeting is sent",
    papers: "The papers for the annual meeting are sent",
    poster: {
      title: (year) => `The year ${year}`,
      figure: (year) => `The year ${year} as a wheel with January at the top. All that is in the wheel is in the list.`,
      until: (day) => `until ${day}`,
      more: (n) => `and ${n} more`,
      asOf: (day) => `As the year was on ${day}.`,
      nothing: "Nothing has been entered for this year yet.",
      file: "the-year",
    },
  },
};

/** What an entry of a year is known by. */
export type YearNamed = {
  kind: YearEntryKind;
  /** in several languages, or as the board wrote it */
  title?: Parameters<typeof inLanguage>[0] | null;
  name?: string | null;
  subjectId?: string | null;
  /** from above: the chapters that have their annual meeting then */
  chapters: readonly { chapterName: string; on: LocalDate }[];
};

/** What an entry is called. */
export function yearEntryTitle({ kind, title, name, subjectId, chapters }: YearNamed, language: Language): string {
  const words = YEAR_WORDS[language];
  if (kind === "ANNUAL_MEETING") {
    if (chapters.length > 1) return words.annualMeetings(chapters.length);
    const [one] = chapters;
    if (one) return words.annualMeetingOf(one.chapterName);
    return subjectId ? words.kinds.ANNUAL_MEETING : words.lastAnnualDay;
  }
  if (kind === "NOTICE") return words.notice;
  if (kind === "PAPERS") return words.papers;
  return name || (title && inLanguage(title, language)) || words.kinds[kind];
}
