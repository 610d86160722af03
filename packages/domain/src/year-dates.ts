import { addDays, isoWeekStart } from "./calendar.js";
import type { LocalDate } from "./calendar.js";
import type { LocalizedText } from "./definition.js";

export const YEAR_DATE_KINDS = ["REPORT", "GRANT", "DAY", "HOLIDAY"] as const;
export type YearDateKind = (typeof YEAR_DATE_KINDS)[number];
export const YEAR_DATE_CONCERNS = ["ALL", "CHAPTERS", "NATIONAL"] as const;
export type YearDateConcerns = (typeof YEAR_DATE_CONCERNS)[number];

/** A day or some days that the organization's year has. `counties` by code; none: the whole country. */
export type YearDate = {
  kind: YearDateKind;
  name: LocalizedText;
  fromDay: LocalDate;
  toDay: LocalDate;
  concerns: YearDateConcerns;
  counties: string[];
  /** where it is from, in words */
  source: string;
};

/** Easter Sunday of a year (the Gregorian reckoning, Meeus/Jones/Butcher). */
export function easter(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

const ROUTE = "Fylkets skolerute";
const EAST = ["03", "31", "32", "33", "39", "40", "42"];
const REST = ["11", "15", "18", "34", "46", "50", "55", "56"];

/**
 * What is usually in a year, for an organization to begin with and to check: LNU's and Bufdir's days, and school holidays by the
 * weeks that most schools have. None of it is certain; each says where it is from.
 */
export function suggestedYearDates(year: number): YearDate[] {
  const day = (
    kind: YearDateKind,
    on: string,
    concerns: YearDateConcerns,
    source: string,
    name: [nb: string, nn: string, en: string],
    to = on,
    counties: string[] = [],
  ): YearDate => ({
    kind,
    name: { nb: name[0], nn: name[1], en: name[2] },
    fromDay: on.length === 5 ? `${year}-${on}` : on,
    toDay: to.length === 5 ? `${year}-${to}` : to,
    concerns,
    counties,
    source,
  });
  // from the Monday of the week to its Friday
  const week = (n: number, counties: string[], name: [string, string, string]): YearDate => {
    const monday = isoWeekStart(`${year}-W${String(n).padStart(2, "0")}`);
    return day("HOLIDAY", monday, "ALL", ROUTE, name, addDays(monday, 4), counties);
  };
  const sunday = easter(year);
  const winter: [string, string, string] = ["Vinterferie", "Vinterferie", "Winter break"];
  const autumn: [string, string, string] = ["Høstferie", "Haustferie", "Autumn break"];
  return [
    day("REPORT", "01-01", "CHAPTERS", "LNU, årsrapport pkt. 9", [
      "Årsrapporten kan signeres",
      "Årsrapporten kan signerast",
      "The annual return can be signed",
    ]),
    day("REPORT", "03-01", "NATIONAL", "LNU, Frifond organisasjon 2024", [
      "Sentral rapport til LNU",
      "Sentral rapport til LNU",
      "Central report to LNU",
    ]),
    day("GRANT", "04-15", "NATIONAL", "LNU, Frifond organisasjon 2024", [
      "Søknad om Frifond",
      "Søknad om Frifond",
      "Application for Frifond",
    ]),
    day("GRANT", "09-15", "NATIONAL", "Bufdir, nasjonal grunnstøtte", [
      "Søknad om grunnstøtte",
      "Søknad om grunnstøtte",
      "Application for the basic grant",
    ]),
    day("DAY", "10-10", "ALL", "FN", [
      "Verdensdagen for psykisk helse",
      "Verdsdagen for psykisk helse",
      "World Mental Health Day",
    ]),
    day("GRANT", "12-31", "CHAPTERS", "LNU, lokallagsrapport 2024", [
      "Rapport om brukte midler",
      "Rapport om brukte midlar",
      "Report on money used",
    ]),
    day("REPORT", "12-31", "ALL", "LNU og Bufdir", [
      "Medlemmene telles",
      "Medlemmene blir talde",
      "Members are counted",
    ]),
    week(8, EAST, winter),
    week(9, REST, winter),
    day(
      "HOLIDAY",
      addDays(sunday, -6),
      "ALL",
      ROUTE,
      ["Påskeferie", "Påskeferie", "Easter holiday"],
      addDays(sunday, 1),
    ),
    day("HOLIDAY", "06-20", "ALL", ROUTE, ["Sommerferie", "Sommarferie", "Summer holiday"], "08-16"),
    week(40, EAST, autumn),
    week(41, REST, autumn),
    day("HOLIDAY", "12-21", "ALL", ROUTE, ["Juleferie", "Juleferie", "Christmas holiday"], `${year + 1}-01-02`),
  ];
}
