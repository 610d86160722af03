import type { Language, LocalDate } from "@varde/domain";
import type { MeetingKind } from "../meetings/index.js";
import { CALENDAR_WORDS } from "./calendar.texts.js";
import { neutralTitle } from "./write-calendar.js";
import type { CalendarEntry } from "./write-calendar.js";

/** A meeting as a calendar needs it: `starts` in seconds since 1970, null when it has no time. */
export type MeetingFacts = {
  id: string;
  kind: MeetingKind;
  day: LocalDate;
  rev: number;
  cancelled: boolean;
  starts: number | null;
};
/** A task with the name of its template; one about a member has none. */
export type TaskFacts = {
  id: string;
  day: LocalDate;
  rev: number;
  name: { nb: string; nn?: string; en?: string } | null;
};

/** Nobody says how long a meeting is. */
const MEETING_MINUTES = 120;

/** A meeting: what kind it is and where it belongs, never its own title, place or host. */
export function meetingEntry(meeting: MeetingFacts, unit: string, language: Language, baseUrl: string): CalendarEntry {
  const words = CALENDAR_WORDS[language];
  const title = `${words.kinds[meeting.kind]}, ${unit}`;
  const shared = {
    uid: `meeting-${meeting.id}`,
    title: meeting.cancelled ? words.cancelled(title) : title,
    url: `${baseUrl}/treff/${meeting.id}`,
    sequence: meeting.rev,
    cancelled: meeting.cancelled,
  };
  return meeting.starts === null
    ? { ...shared, day: meeting.day }
    : { ...shared, starts: new Date(meeting.starts * 1000), minutes: MEETING_MINUTES };
}

/** A task's deadline, as all of its day. */
export function taskEntry(task: TaskFacts, language: Language, baseUrl: string): CalendarEntry {
  const words = CALENDAR_WORDS[language];
  const name = task.name ? neutralTitle(task.name[language] || task.name.nb, words.task) : words.task;
  return {
    uid: `task-${task.id}`,
    title: words.due(name),
    url: `${baseUrl}/oppgaver/${task.id}`,
    sequence: task.rev,
    day: task.day,
  };
}

/** How many tasks about members are due on a day. */
export const countedEntry = (
  { day, n }: { day: LocalDate; n: number },
  chapterId: string,
  language: Language,
  baseUrl: string,
): CalendarEntry => ({
  uid: `due-${chapterId}-${day}`,
  title: CALENDAR_WORDS[language].counted(n),
  url: `${baseUrl}/oppgaver`,
  sequence: n,
  day,
});
