import { ANNUAL_RULE, annualDays } from "@varde/domain";
import type { Language, LocalDate } from "@varde/domain";
import type { MeetingFacts } from "./entries.js";
import { CALENDAR_WORDS } from "./calendar.texts.js";
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
  plan: { day: LocalDate; n: number }[];
  rule: { noticeDays: number; papersDays: number } | null;
};

type Whose = { chapterId: string; language: Language; meetings: readonly MeetingFacts[] };

/** The organization's days, the two deadlines of each annual meeting, and how many rows of the plan are due on a day: never what one says. */
export function yearEntries({ dates, plan, rule }: FeedYear, whose: Whose, baseUrl: string): CalendarEntry[] {
  const { chapterId, language, meetings } = whose;
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
    ...plan.map(({ day, n }) => ({ uid: `plan-${chapterId}-${day}`, title: words.planned(n), url, sequence: n, day })),
  ];
}
