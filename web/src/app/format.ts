import {
  daysBetween,
  fraction,
  osloDate,
  osloTime,
  showPercent,
  weekday,
  type Language,
  type LocalDate,
} from "@varde/domain";
import { useMemo } from "react";
import { useLanguage, useTexts, type Catalogue } from "../texts";

type Texts = Catalogue["ui"];

function pick(list: readonly string[], index: number): string {
  const value = list[index];
  if (value === undefined) throw new RangeError(`No name for ${index}`);
  return value;
}

function parts(date: LocalDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) - 1, day: Number(date.slice(8, 10)) };
}

/** Digits in threes, and at most `decimals` after the sign; no trailing zeros. */
function decimal(texts: Texts, value: number, decimals: number): string {
  const [whole = "0", rest = ""] = Math.abs(value).toFixed(decimals).split(".");
  const fraction = rest.replace(/0+$/, "");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, texts.numbers.group) : whole;
  const shown = fraction === "" ? grouped : `${grouped}${texts.numbers.decimal}${fraction}`;
  return value < 0 && shown !== "0" ? `\u2212${shown}` : shown;
}

/** Today in Oslo. */
function today(): LocalDate {
  return osloDate(new Date());
}

/** Everything a person reads as a date or a number is made here. Days and clock times are those of Oslo. */
export function createFormat(texts: Texts, language: Language) {
  const { dates, numbers } = texts;
  const number = (value: number, decimals = 0): string => decimal(texts, value, decimals);
  const dayOfMonth = (date: LocalDate): string =>
    dates.dayOfMonth(parts(date).day, pick(dates.months, parts(date).month));
  const withYear = (text: string, date: LocalDate): string =>
    parts(date).year === parts(today()).year ? text : dates.withYear(text, parts(date).year);
  /** Domain weekdays count 1-7 from Monday; the names begin with Sunday. */
  const weekdayName = (date: LocalDate): string => pick(dates.weekdays, weekday(date) % 7);

  return {
    language,
    today,
    number,
    /** «fredag 24. april», with the year unless it is this one. */
    day: (date: LocalDate): string =>
      withYear(dates.day(weekdayName(date), parts(date).day, pick(dates.months, parts(date).month)), date),
    /** «24. april», with the year unless it is this one. */
    date: (date: LocalDate): string => withYear(dayOfMonth(date), date),
    /** «24. april 2026», always with the year: reference dates and tables that are printed. */
    fullDate: (date: LocalDate): string => dates.withYear(dayOfMonth(date), parts(date).year),
    /** «24. apr.» for narrow places. */
    shortDate: (date: LocalDate): string =>
      dates.dayOfMonth(parts(date).day, pick(dates.monthsShort, parts(date).month)),
    weekday: weekdayName,
    /** «april» */
    month: (date: LocalDate): string => pick(dates.months, parts(date).month),
    /** «i dag», «i morgen», «fredag» within the week, «om 9 dager» within two, else the date. */
    relativeDay: (date: LocalDate, from: LocalDate = today()): string => {
      const days = daysBetween(from, date);
      if (days === 0) return dates.today;
      if (days === 1) return dates.tomorrow;
      if (days === -1) return dates.yesterday;
      if (days > 1 && days < 7) return weekdayName(date);
      if (days >= 7 && days <= 14) return dates.inDays(days);
      if (days < -1 && days >= -14) return dates.daysAgo(-days);
      return withYear(dayOfMonth(date), date);
    },
    /** «09.41» in Oslo, of an instant (ISO text or Date). */
    time: (instant: string | Date): string => osloTime(new Date(instant)).replace(":", language === "en" ? ":" : "."),
    /** «24. april kl. 09.41» of an instant. */
    moment: (instant: string | Date): string => {
      const at = new Date(instant);
      const time = osloTime(at).replace(":", language === "en" ? ":" : ".");
      return `${withYear(dayOfMonth(osloDate(at)), osloDate(at))} ${dates.clock(time)}`;
    },
    /** «Vår 2026», «2. kvartal 2026», «april 2026» or «2026» of a period id. */
    period: (id: string): string => {
      const [, year = "", quarter, half, month] = /^(\d{4})(?:-Q([1-4])|-H([12])|-(\d{2}))?$/.exec(id) ?? [];
      if (quarter) return dates.period.quarter(Number(quarter), Number(year));
      if (half) return half === "1" ? dates.period.spring(Number(year)) : dates.period.autumn(Number(year));
      if (month) return dates.withYear(pick(dates.months, Number(month) - 1), Number(year));
      return year || id;
    },
    /** «26 av 38», kept on one line. */
    outOf: (n: number, of: number): string => numbers.outOf(number(n), number(of)),
    /** «93 %», or null when there are too few to speak of per cent. */
    percent: (n: number, of: number): string | null =>
      showPercent(fraction(n, of)) ? numbers.percent(number((100 * n) / of)) : null,
    /** «10 min» */
    minutes: (value: number): string => numbers.minutes(number(value, value < 10 ? 1 : 0)),
    /** «ca. 10 min» */
    aboutMinutes: (value: number): string => numbers.about(numbers.minutes(number(Math.max(1, Math.round(value))))),
    seconds: (value: number): string => numbers.seconds(number(Math.round(value))),
    /** «to» up to twelve, then digits: for the start of a sentence and for headlines. */
    words: (n: number): string => numbers.words[n] ?? number(n),
    /** «1.0, 1.1 og 2.0» */
    list: (items: readonly string[]): string =>
      new Intl.ListFormat(language === "en" ? "en-GB" : "nb", { type: "conjunction" }).format(items),
    /** The first letter large. */
    sentence: (text: string): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1),
  };
}

export type Format = ReturnType<typeof createFormat>;

export function useFormat(): Format {
  const { language } = useLanguage();
  const { ui } = useTexts();
  return useMemo(() => createFormat(ui, language), [ui, language]);
}
