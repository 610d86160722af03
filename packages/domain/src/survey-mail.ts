/** Words that a board sends its members with the link of a survey. */
import type { LocalDate } from "./calendar.js";
import type { Language } from "./definition.js";
import type { SurveyDefinition } from "./survey.js";

const LOCALES: Record<Language, string> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };
const WORDS: Record<Language, (closes: string) => string> = {
  nb: (closes) => `Det tar tre minutter, og ingen kan se hvem som har svart. Svar innen ${closes}:`,
  nn: (closes) => `Det tek tre minutt, og ingen kan sjå kven som har svart. Svar innan ${closes}:`,
  en: (closes) => `It takes three minutes, and nobody can see who has answered. Answer by ${closes}:`,
};

/** For a mail or a text message: to those under 15 first, then what it is, until when, and the link. */
export function surveyMail(
  { title, underAge }: Pick<SurveyDefinition, "title" | "underAge">,
  closesOn: LocalDate,
  url: string,
  language: Language,
): string {
  const day = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" });
  const closes = day.format(new Date(`${closesOn}T00:00:00Z`));
  const said = (text: SurveyDefinition["title"]): string => text[language] || text.nb;
  return `${said(underAge)}\n\n${said(title)} ${WORDS[language](closes)} ${url}`;
}
