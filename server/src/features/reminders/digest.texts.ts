import type { Language } from "@varde/domain";
import { renderLetter } from "../../kernel/mail/letter.js";
import type { RenderedLetter } from "../../kernel/mail/letter.js";

/** What waits in one chapter: counts and a day, nothing about what or whom. */
export type ChapterNews = {
  unit: string;
  fresh: number;
  soon: number;
  overdue: number;
  waiting: number;
  nextDue: string | null;
};

type Words = {
  subject: (n: number, unit: string | null) => string;
  greeting: string;
  fresh: (n: number) => string;
  soon: (n: number, day: string) => string;
  overdue: (n: number) => string;
  open: string;
  why: string;
  off: string;
};

const NORWEGIAN = "januar februar mars april mai juni juli august september oktober november desember".split(" ");
const ENGLISH = "January February March April May June July August September October November December".split(" ");
const dayAndMonth = (date: string, language: Language): string => {
  const [month, day] = [Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))];
  return language === "en" ? `${day} ${ENGLISH[month]!}` : `${day}. ${NORWEGIAN[month]!}`;
};

const WORDS: Record<Language, Words> = {
  nb: {
    subject: (n, unit) => `${n === 1 ? "1 oppgave" : `${n} oppgaver`} venter${unit ? ` i ${unit}` : ""}`,
    greeting: "Hei! Dette venter hos dere:",
    fresh: (n) => (n === 1 ? "1 ny oppgave" : `${n} nye oppgaver`),
    soon: (n, day) => (n === 1 ? `1 med frist ${day}` : `${n} med frist innen tre dager, den første ${day}`),
    overdue: (n) => (n === 1 ? "1 over fristen" : `${n} over fristen`),
    open: "Se oppgavene",
    why: "Du får e-posten fordi du sitter i styret. Dager og klokkeslett velger du under Påminnelser i Varde.",
    off: "Slå av med ett klikk",
  },
  nn: {
    subject: (n, unit) => `${n === 1 ? "1 oppgåve" : `${n} oppgåver`} ventar${unit ? ` i ${unit}` : ""}`,
    greeting: "Hei! Dette ventar hos dykk:",
    fresh: (n) => (n === 1 ? "1 ny oppgåve" : `${n} nye oppgåver`),
    soon: (n, day) => (n === 1 ? `1 med frist ${day}` : `${n} med frist innan tre dagar, den første ${day}`),
    overdue: (n) => (n === 1 ? "1 over fristen" : `${n} over fristen`),
    open: "Sjå oppgåvene",
    why: "Du får e-posten fordi du sit i styret. Dagar og klokkeslett vel du under Påminningar i Varde.",
    off: "Slå av med eitt klikk",
  },
  en: {
    subject: (n, unit) => `${n === 1 ? "1 task is" : `${n} tasks are`} waiting${unit ? ` in ${unit}` : ""}`,
    greeting: "Hello! This is waiting for you:",
    fresh: (n) => (n === 1 ? "1 new task" : `${n} new tasks`),
    soon: (n, day) => (n === 1 ? `1 due ${day}` : `${n} due within three days, the first ${day}`),
    overdue: (n) => `${n} overdue`,
    open: "See the tasks",
    why: "You get this because you sit on the board. Choose days and time under Reminders in Varde.",
    off: "Turn off with one click",
  },
};

/** A chapter's news as one line. */
function newsLine(language: Language, { unit, fresh, soon, overdue, nextDue }: ChapterNews): string {
  const words = WORDS[language];
  const parts = [
    ...(fresh > 0 ? [words.fresh(fresh)] : []),
    ...(soon > 0 && nextDue ? [words.soon(soon, dayAndMonth(nextDue, language))] : []),
    ...(overdue > 0 ? [words.overdue(overdue)] : []),
  ];
  return `${unit}: ${parts.join(", ")}.`;
}

/** The day's subject and lines, as the mail and its preview say them. */
export function digestWords(
  language: Language,
  chapters: readonly ChapterNews[],
): { subject: string; lines: string[] } {
  const waiting = chapters.reduce((sum, chapter) => sum + chapter.waiting, 0);
  return {
    subject: WORDS[language].subject(waiting, chapters.length === 1 ? chapters[0]!.unit : null),
    lines: chapters.map((chapter) => newsLine(language, chapter)),
  };
}

/** The day's mail. Its subject and first lines may stand on a lock screen: numbers, days and neutral names. */
export function digestLetter(
  language: Language,
  chapters: readonly ChapterNews[],
  links: { tasks: string; unsubscribe: string },
): RenderedLetter {
  const words = WORDS[language];
  const { subject, lines } = digestWords(language, chapters);
  return renderLetter({
    language,
    subject,
    parts: [
      { kind: "text", text: words.greeting },
      { kind: "list", items: lines },
    ],
    button: { label: words.open, url: links.tasks },
    footer: { why: words.why, off: { label: words.off, url: links.unsubscribe } },
  });
}
