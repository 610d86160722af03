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
    aDay: string;
    notice: string;
    papers: string;
    planned: (n: number) => string;
    name: (chapter: string) => string;
  }
> = {
  nb: {
    kinds: { GATHERING: "Treff", MEMBER_MEETING: "Medlemsmøte", BOARD_MEETING: "Styremøte", ANNUAL_MEETING: "Årsmøte" },
    cancelled: (title) => `Avlyst: ${title}`,
    due: (title) => `Frist: ${title}`,
    task: "en oppgave",
    counted: (n) => (n === 1 ? "1 oppgave har frist" : `${n} oppgaver har frist`),
    aDay: "Merkedag",
    notice: "innkalling til årsmøtet",
    papers: "papirer til årsmøtet",
    planned: (n) => (n === 1 ? "1 frist i handlingsplanen" : `${n} frister i handlingsplanen`),
    name: (chapter) => `${chapter}: møter og frister`,
  },
  nn: {
    kinds: { GATHERING: "Treff", MEMBER_MEETING: "Medlemsmøte", BOARD_MEETING: "Styremøte", ANNUAL_MEETING: "Årsmøte" },
    cancelled: (title) => `Avlyst: ${title}`,
    due: (title) => `Frist: ${title}`,
    task: "ei oppgåve",
    counted: (n) => (n === 1 ? "1 oppgåve har frist" : `${n} oppgåver har frist`),
    aDay: "Merkedag",
    notice: "innkalling til årsmøtet",
    papers: "papir til årsmøtet",
    planned: (n) => (n === 1 ? "1 frist i handlingsplanen" : `${n} fristar i handlingsplanen`),
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
    aDay: "A day to know",
    notice: "notice of the annual meeting",
    papers: "papers for the annual meeting",
    planned: (n) => (n === 1 ? "1 deadline in the action plan" : `${n} deadlines in the action plan`),
    name: (chapter) => `${chapter}: meetings and deadlines`,
  },
};
