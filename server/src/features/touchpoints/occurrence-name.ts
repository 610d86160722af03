import { parsePeriod, periodReportPeriod } from "@varde/domain";
import type { LocalizedText, Period, TemplateDefinition } from "@varde/domain";

const MONTHS = {
  nb: "januar februar mars april mai juni juli august september oktober november desember".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};
const ENDING = ["st", "nd", "rd", "th"];

/** A period as people say it: «mars 2026», «1. kvartal 2026», «2. halvår 2026», «2026». */
export function periodName({ id, kind, start }: Period): LocalizedText {
  const year = start.slice(0, 4);
  const month = Number(start.slice(5, 7));
  if (kind === "YEAR") return { nb: id, nn: id, en: id };
  if (kind === "MONTH") {
    const nb = `${MONTHS.nb[month - 1] ?? ""} ${year}`;
    return { nb, nn: nb, en: `${MONTHS.en[month - 1] ?? ""} ${year}` };
  }
  const part = kind === "QUARTER" ? Math.ceil(month / 3) : Math.ceil(month / 6);
  const ordinal = `${part}${ENDING[part - 1] ?? "th"}`;
  const word = kind === "QUARTER" ? ["kvartal", "quarter"] : ["halvår", "half"];
  return {
    nb: `${part}. ${word[0] ?? ""} ${year}`,
    nn: `${part}. ${word[0] ?? ""} ${year}`,
    en: `${ordinal} ${word[1] ?? ""} of ${year}`,
  };
}

/** What the occurrence is called: the calendar date's own name or the period; null where it has none (by member, by hand). */
export function occurrenceName(
  definition: Pick<TemplateDefinition, "trigger">,
  occurrence: string,
): LocalizedText | null {
  const { trigger } = definition;
  const report = periodReportPeriod(occurrence);
  const period = report ?? (trigger.kind === "PERIOD" ? occurrence : null);
  if (period !== null) {
    const found = parsePeriod(period);
    return found && periodName(found);
  }
  if (trigger.kind !== "CALENDAR") return null;
  const day = occurrence.slice(5);
  // 29 February is held on the 28th in common years
  const found = trigger.dates?.find(({ opens }) => opens === day || (opens === "02-29" && day === "02-28"));
  return found?.name ?? null;
}
