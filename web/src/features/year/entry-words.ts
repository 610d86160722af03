import { yearEntryTitle } from "@varde/domain";
import type { YearPageQuery } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useAllTexts, useLanguage } from "../../texts";

export type Wheel = YearPageQuery["yearWheel"];
export type Entry = Wheel["entries"][number];

/** What an entry is called, when it is, how it stands, and the page that is about it. */
export function useEntryWords(wheel: Wheel) {
  const texts = useAllTexts().year;
  const { language } = useLanguage();
  const format = useFormat();
  const ownMeetings = useCan("MEETING_WRITE");
  const ownTasks = useCan("TOUCHPOINT_READ");

  const title = (entry: Entry): string => yearEntryTitle(entry, language);
  const short = (day: string): string => format.shortDate(day);
  const when = ({ kind, on, until }: Entry): string => {
    if (!until) return short(on);
    return kind === "TASK" ? texts.entry.window(short(on), short(until)) : texts.entry.span(short(on), short(until));
  };
  const state = ({ kind, state: how }: Entry): string | null => {
    if (kind === "TASK" || kind === "PLAN") return texts.states[how];
    if (how === "LATE") return texts.states.LATE;
    return how === "PAST" ? texts.states.PAST : null;
  };
  /** «10. februar · årsmøte · har vært»; the kind is left out where it is the title. */
  const line = (entry: Entry): string =>
    [
      when(entry),
      title(entry) === texts.kinds[entry.kind] ? null : texts.kinds[entry.kind].toLocaleLowerCase(language),
      state(entry),
    ]
      .filter((part) => part !== null)
      .join(" · ");
  const to = ({ kind, subjectId, planYear }: Entry): string | null => {
    if (!subjectId) return null;
    if (kind === "PLAN") return `/handlingsplan/${planYear ?? wheel.year}`;
    if (kind === "MEETING") return ownMeetings ? `/treff/${subjectId}` : null;
    if (kind === "ANNUAL_MEETING" || kind === "NOTICE" || kind === "PAPERS")
      return ownMeetings ? `/arsmote/${subjectId}` : null;
    if (kind === "TASK") return ownTasks ? `/oppgaver/${subjectId}` : null;
    return null;
  };
  return {
    title,
    when,
    state,
    line,
    to,
    spoken: (entry: Entry): string => `${title(entry)}, ${line(entry)}`,
    year: wheel.year,
  };
}
export type EntryWords = ReturnType<typeof useEntryWords>;
