import type { Language } from "@varde/domain";

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
  open: (link: string) => string;
  end: (link: string) => string;
  day: (date: string) => string;
};

const MONTHS: Record<Language, readonly string[]> = {
  nb: [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
  ],
  nn: [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};
const dayAndMonth = (date: string, language: Language): string => {
  const [month, day] = [MONTHS[language][Number(date.slice(5, 7)) - 1]!, Number(date.slice(8, 10))];
  return language === "en" ? `${day} ${month}` : `${day}. ${month}`;
};

const WORDS: Record<Language, Words> = {
  nb: {
    subject: (n, unit) => `${n === 1 ? "1 oppgave" : `${n} oppgaver`} venter${unit ? ` i ${unit}` : ""}`,
    greeting: "Hei!",
    fresh: (n) => (n === 1 ? "1 ny oppgave" : `${n} nye oppgaver`),
    soon: (n, day) => (n === 1 ? `1 med frist ${day}` : `${n} med frist innen tre dager, den første ${day}`),
    overdue: (n) => (n === 1 ? "1 over fristen" : `${n} over fristen`),
    open: (link) => `Se oppgavene:\n${link}`,
    end: (link) => `Vil du ikke ha slike e-poster? Ett klikk, så er det slutt:\n${link}`,
    day: (date) => dayAndMonth(date, "nb"),
  },
  nn: {
    subject: (n, unit) => `${n === 1 ? "1 oppgåve" : `${n} oppgåver`} ventar${unit ? ` i ${unit}` : ""}`,
    greeting: "Hei!",
    fresh: (n) => (n === 1 ? "1 ny oppgåve" : `${n} nye oppgåver`),
    soon: (n, day) => (n === 1 ? `1 med frist ${day}` : `${n} med frist innan tre dagar, den første ${day}`),
    overdue: (n) => (n === 1 ? "1 over fristen" : `${n} over fristen`),
    open: (link) => `Sjå oppgåvene:\n${link}`,
    end: (link) => `Vil du ikkje ha slike e-postar? Eitt klikk, så er det slutt:\n${link}`,
    day: (date) => dayAndMonth(date, "nn"),
  },
  en: {
    subject: (n, unit) => `${n === 1 ? "1 task is" : `${n} tasks are`} waiting${unit ? ` in ${unit}` : ""}`,
    greeting: "Hello!",
    fresh: (n) => (n === 1 ? "1 new task" : `${n} new tasks`),
    soon: (n, day) => (n === 1 ? `1 due ${day}` : `${n} due within three days, the first ${day}`),
    overdue: (n) => `${n} overdue`,
    open: (link) => `See the tasks:\n${link}`,
    end: (link) => `Rather not have mails like this? One click and they stop:\n${link}`,
    day: (date) => dayAndMonth(date, "en"),
  },
};

/** The day's mail. Its subject and first lines may stand on a lock screen: numbers, days and neutral names. */
export function digestLetter(
  language: Language,
  chapters: readonly ChapterNews[],
  links: { tasks: string; unsubscribe: string },
): { subject: string; text: string } {
  const words = WORDS[language];
  const waiting = chapters.reduce((sum, chapter) => sum + chapter.waiting, 0);
  const lines = chapters.map(({ unit, fresh, soon, overdue, nextDue }) => {
    const parts = [
      ...(fresh > 0 ? [words.fresh(fresh)] : []),
      ...(soon > 0 && nextDue ? [words.soon(soon, words.day(nextDue))] : []),
      ...(overdue > 0 ? [words.overdue(overdue)] : []),
    ];
    return `${unit}: ${parts.join(", ")}.`;
  });
  return {
    subject: words.subject(waiting, chapters.length === 1 ? chapters[0]!.unit : null),
    text: `${words.greeting}\n\n${lines.join("\n")}\n\n${words.open(links.tasks)}\n\n${words.end(links.unsubscribe)}\n`,
  };
}
