import type { Language } from "@varde/domain";
import type { MeetingKind } from "../meetings/index.js";

/** What stands in a calendar, where anybody may look over one's shoulder: neutral words only. */
export const CALENDAR_WORDS: Record<
  Language,
  {
    kinds: Record<MeetingKind, string>;
    cancelled: (title: string) => string;
    due: (title: string) => string;
    task: string;
    counted: (n: number) => string;
    name: (chapter: string) => string;
  }
> = {
  nb: {
    kinds: { GATHERING: "Treff", MEMBER_MEETING: "Medlemsmøte", BOARD_MEETING: "Styremøte", ANNUAL_MEETING: "Årsmøte" },
    cancelled: (title) => `Avlyst: ${title}`,
    due: (title) => `Frist: ${title}`,
    task: "en oppgave",
    counted: (n) => (n === 1 ? "1 oppgave har frist" : `${n} oppgaver har frist`),
    name: (chapter) => `${chapter}: møter og frister`,
  },
  nn: {
    kinds: { GATHERING: "Treff", MEMBER_MEETING: "Medlemsmøte", BOARD_MEETING: "Styremøte", ANNUAL_MEETING: "Årsmøte" },
    cancelled: (title) => `Avlyst: ${title}`,
    due: (title) => `Frist: ${title}`,
    task: "ei oppgåve",
    counted: (n) => (n === 1 ? "1 oppgåve har frist" : `${n} oppgåver har frist`),
    name: (chapter) => `${chapter}: møte og fristar`,
  },
  en: {
    kinds: {
      GATHERING: "Gathering",
      MEMBER_MEETING: "Members' meeting",
      BOARD_MEETING: "Board meeting",
      ANNUAL_MEETING: "Annual meeting",
    },
    cancelled: (title) => `Cancelled: ${title}`,
    due: (title) => `Due: ${title}`,
    task: "a task",
    counted: (n) => (n === 1 ? "1 task is due" : `${n} tasks are due`),
    name: (chapter) => `${chapter}: meetings and deadlines`,
  },
};
