import { ANNUAL_RULE, annualDays } from "@varde/domain";
import type { Language, LocalDate } from "@varde/domain";
import type { MeetingFacts } from "./entries.js";
import { CALENDAR_WORDS } from "./calendar.texts.js";
import { planTitle } from "./plan-title.js";
import { neutralTitle } from "./write-calendar.js";
import type { CalendarEntry } from "./write-calendar.js";

/** What an address that shows the year has beside; `rule` is null while nobody has set one. */
export type FeedYear = {
  dates: {
    id: string;
    name: { nb: string; nn?: string; en?: string };
    day: LocalDate;
    until: LocalDate;
    rev: number;
  }[];
  /** `title` is null in a plan that is not adopted, and where somebody of the chapter is named. */
  plan: { id: string; year: number; day: LocalDate; rev: number; title: string | null }[];
  rule: { noticeDays: number; papersDays: number } | null;
};

type Whose = {
  chapterId: string;
  chapter: string;
  organization: string;
  language: Language;
  meetings: readonly MeetingFacts[];
};

/** The rows of the plan that may be called what they are, each by itself, and how many others are due on a day. */
function planEntries(plan: FeedYear["plan"], { chapterId, chapter, organization, language }: Whose, baseUrl: string) {
  const words = CALENDAR_WORDS[language];
  const told: CalendarEntry[] = [];
  const counted = new Map<LocalDate, number>();
  for (const { id, year, day, rev, title } of plan) {
    const name = title === null ? null : planTitle(title, [chapter, organization]);
    if (name === null) counted.set(day, (counted.get(day) ?? 0) + 1);
    else
      told.push({
        uid: `plan-row-${id}`,
        title: words.due(name),
        url: `${baseUrl}/handlingsplan/${year}`,
        sequence: rev,
        day,
      });
  }
  const rest = [...counted].map(([day, n]) => ({
    uid: `plan-${chapterId}-${day}`,
    title: words.planned(n),
    url: `${baseUrl}/aret`,
    sequence: n,
    day,
  }));
  return [...told, ...rest];
}

/** The organization's days, the two deadlines of each annual meeting, and the plan's. */
export function yearEntries({ dates, plan, rule }: FeedYear, whose: Whose, baseUrl: string): CalendarEntry[] {
  const { language, meetings } = whose;
  const words = CALENDAR_WORDS[language];
  const url = `${baseUrl}/aret`;
  const annual = meetings.filter(({ kind, cancelled }) => kind === "ANNUAL_MEETING" && !cancelled);
  return [
    ...dates.map(({ id, name, day, until, rev }) => ({
      uid: `date-${id}`,
      title: neutralTitle(name[language] || name.nb, words.aDay),
      url,
      sequence: rev,
      day,
      lastDay: until,
    })),
    ...annual.flatMap(({ id, day, rev }) => {
      const { noticeOn, papersOn } = annualDays({ ...ANNUAL_RULE, ...rule }, day);
      return [
        { uid: `notice-${id}`, title: words.due(words.notice), url, sequence: rev, day: noticeOn },
        { uid: `papers-${id}`, title: words.due(words.papers), url, sequence: rev, day: papersOn },
      ];
    }),
    ...planEntries(plan, whose, baseUrl),
  ];
}
