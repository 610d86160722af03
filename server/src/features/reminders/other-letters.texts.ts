import type { Language } from "@varde/domain";
import { renderLetter } from "../../kernel/mail/letter.js";
import type { RenderedLetter } from "../../kernel/mail/letter.js";

/** A chapter as those around it are told of it. */
export type ChapterInNeed = { unit: string; untaken: number; overdue: number; silentDays: number | null };
type Links = { page: string; unsubscribe: string };

type SingleWords = { subject: string; said: (unit: string) => string; open: string };
type Words = {
  hello: string;
  why: string;
  off: string;
  RETURNED: SingleWords;
  ANSWERED: SingleWords;
  need: {
    subject: (n: number) => string;
    lead: string;
    untaken: (n: number) => string;
    overdue: (n: number) => string;
    silent: (days: number) => string;
    advice: string;
    open: string;
    why: string;
  };
};

const WORDS: Record<Language, Words> = {
  nb: {
    hello: "Hei!",
    why: "Du får e-posten fordi du sitter i styret.",
    off: "Slå av e-poster som dette med ett klikk",
    RETURNED: {
      subject: "En rapport har kommet tilbake",
      said: (unit) => `En rapport fra ${unit} er sendt tilbake, med noen ord om hva som mangler. Den er rask å rette.`,
      open: "Se hva som mangler",
    },
    ANSWERED: {
      subject: "Dere har fått svar",
      said: (unit) => `Noe dere spurte om i ${unit}, er besvart.`,
      open: "Se svaret",
    },
    need: {
      subject: (n) => (n === 1 ? "Et lag kan trenge en hånd" : `${n} lag kan trenge en hånd`),
      lead: "Hei! Her ligger noe en stund, uten at noen har tatt det:",
      untaken: (n) =>
        n === 1
          ? "1 oppgave er en uke eller mer over fristen, og ingen er på den"
          : `${n} oppgaver er en uke eller mer over fristen, og ingen er på dem`,
      overdue: (n) => (n === 1 ? "1 oppgave er over fristen" : `${n} oppgaver er over fristen`),
      silent: (days) => `ingen fra styret har vært innom på ${days} dager`,
      advice: "En telefon er bedre enn en påminnelse: spør hva som kom i veien, og hva som kan gjøres enklere.",
      open: "Se lagene",
      why: "Du får e-posten fordi du følger laget. Høyst én i uka om samme lag.",
    },
  },
  nn: {
    hello: "Hei!",
    why: "Du får e-posten fordi du sit i styret.",
    off: "Slå av e-postar som dette med eitt klikk",
    RETURNED: {
      subject: "Ein rapport har kome tilbake",
      said: (unit) => `Ein rapport frå ${unit} er send tilbake, med nokre ord om kva som manglar. Han er rask å rette.`,
      open: "Sjå kva som manglar",
    },
    ANSWERED: {
      subject: "De har fått svar",
      said: (unit) => `Noko de spurde om i ${unit}, har fått svar.`,
      open: "Sjå svaret",
    },
    need: {
      subject: (n) => (n === 1 ? "Eit lag kan trenge ei hand" : `${n} lag kan trenge ei hand`),
      lead: "Hei! Her ligg noko ei stund, utan at nokon har teke det:",
      untaken: (n) =>
        n === 1
          ? "1 oppgåve er ei veke eller meir over fristen, og ingen er på ho"
          : `${n} oppgåver er ei veke eller meir over fristen, og ingen er på dei`,
      overdue: (n) => (n === 1 ? "1 oppgåve er over fristen" : `${n} oppgåver er over fristen`),
      silent: (days) => `ingen frå styret har vore innom på ${days} dagar`,
      advice: "Ein telefon er betre enn ei påminning: spør kva som kom i vegen, og kva som kan gjerast enklare.",
      open: "Sjå laga",
      why: "Du får e-posten fordi du følgjer laget. Høgst éin i veka om same lag.",
    },
  },
  en: {
    hello: "Hello!",
    why: "You get this because you sit on the board.",
    off: "Turn off mails like this with one click",
    RETURNED: {
      subject: "A report has come back",
      said: (unit) =>
        `A report from ${unit} was sent back, with a few words about what is missing. It is quick to mend.`,
      open: "See what is missing",
    },
    ANSWERED: {
      subject: "You have an answer",
      said: (unit) => `Something you asked about in ${unit} has been answered.`,
      open: "See the answer",
    },
    need: {
      subject: (n) => (n === 1 ? "A chapter may need a hand" : `${n} chapters may need a hand`),
      lead: "Hello! Some things have waited for a while with nobody on them:",
      untaken: (n) =>
        n === 1
          ? "1 task is a week or more overdue and nobody is on it"
          : `${n} tasks are a week or more overdue and nobody is on them`,
      overdue: (n) => (n === 1 ? "1 task is overdue" : `${n} tasks are overdue`),
      silent: (days) => `nobody on the board has been in for ${days} days`,
      advice: "A phone call is better than a reminder: ask what came in the way, and what could be made easier.",
      open: "See the chapters",
      why: "You get this because you look after the chapter. At most one a week about the same one.",
    },
  },
};

/** The mail about one report that came back, or one answer. What was written stands in the app only. */
export function singleLetter(
  language: Language,
  rule: "RETURNED" | "ANSWERED",
  unit: string,
  links: Links,
): RenderedLetter {
  const words = WORDS[language];
  const single = words[rule];
  return renderLetter({
    language,
    subject: single.subject,
    parts: [
      { kind: "text", text: words.hello },
      { kind: "text", text: single.said(unit) },
    ],
    button: { label: single.open, url: links.page },
    footer: { why: words.why, off: { label: words.off, url: links.unsubscribe } },
  });
}

/** The mail to a mentor, a coordinator or national about chapters that may need a hand: numbers of duties and days. */
export function escalationLetter(language: Language, chapters: readonly ChapterInNeed[], links: Links): RenderedLetter {
  const words = WORDS[language];
  const { need } = words;
  const line = ({ unit, untaken, overdue, silentDays }: ChapterInNeed): string => {
    const late = untaken > 0 ? need.untaken(untaken) : need.overdue(overdue);
    return `${unit}: ${[late, ...(silentDays === null ? [] : [need.silent(silentDays)])].join("; ")}.`;
  };
  return renderLetter({
    language,
    subject: need.subject(chapters.length),
    parts: [
      { kind: "text", text: need.lead },
      { kind: "list", items: chapters.map(line) },
      { kind: "text", text: need.advice },
    ],
    button: { label: need.open, url: links.page },
    footer: { why: need.why, off: { label: words.off, url: links.unsubscribe } },
  });
}
