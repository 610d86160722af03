import type { Language, LocalDate, LocalizedText } from "@varde/domain";
import { say } from "../../../kernel/errors/say.js";
import { LOCALE } from "../../../kernel/pdf/document.js";
import { snapshotOf } from "../periods.js";
import { REPORT_TEXTS } from "./export.texts.js";

export const textOf = (text: LocalizedText, language: Language): string => text[language] || text.nb;

const dated = (language: Language, of: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LOCALE[language], { ...of, timeZone: "UTC" });

/** «22. november 2026» */
export const dayIn = (language: Language, date: LocalDate): string =>
  dated(language, { day: "numeric", month: "long", year: "numeric" }).format(new Date(`${date}T12:00:00Z`));

/** «høst 2026», «2. kvartal 2026», «april 2026», «2026», or «12 måneder til 30. september 2026» for a snapshot's. */
export function periodIn(language: Language, period: string): string {
  const snapshot = snapshotOf(period);
  if (snapshot) return `${snapshot.months} ${say(language, REPORT_TEXTS.rolling)} ${dayIn(language, snapshot.on)}`;
  const [, year = "", quarter, half, month] = /^(\d{4})(?:-Q([1-4])|-H([12])|-(\d{2}))?$/.exec(period) ?? [];
  if (quarter) {
    return language === "en" ? `Q${quarter} ${year}` : `${quarter}${say(language, REPORT_TEXTS.quarter)} ${year}`;
  }
  if (half) return `${say(language, half === "1" ? REPORT_TEXTS.spring : REPORT_TEXTS.autumn)} ${year}`;
  if (month)
    return dated(language, { month: "long", year: "numeric" }).format(new Date(`${year}-${month}-15T12:00:00Z`));
  return year || period;
}
