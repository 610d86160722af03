import {
  addDays,
  addMonths,
  isAboutMember,
  latestDate,
  occurrencesBetween,
  periodReportOccurrences,
} from "@varde/domain";
import type { LocalDate, LocalizedText, Occurrence, TemplateDefinition } from "@varde/domain";

/** One obligation a roll-out gives each chapter. `name`: of the calendar's date. */
export type RolledOccurrence = Occurrence & { name: LocalizedText | null; isPeriodReport: boolean };

const MONTHS_AHEAD = 12;

function nameOf(definition: TemplateDefinition, opensOn: LocalDate): LocalizedText | null {
  const day = opensOn.slice(5);
  const dates = definition.trigger.dates ?? [];
  // 29 February opens on the 28th in common years
  const found =
    dates.find(({ opens }) => opens === day) ?? dates.find(({ opens }) => opens === "02-29" && day === "02-28");
  return found?.name ?? null;
}

/**
 * What a roll-out that counts from `from` makes, seen on `today`: the next twelve months, and never what was already due
 * (SKIP). Nothing for templates that begin with an event or by hand, but the period question of per-member ones.
 */
export function rolloutOccurrences(
  definition: TemplateDefinition,
  from: LocalDate,
  today: LocalDate,
): RolledOccurrence[] {
  const to = addDays(addMonths(latestDate(from, today), MONTHS_AHEAD), -1);
  const rolled = (found: Occurrence[], isPeriodReport: boolean): RolledOccurrence[] =>
    found
      .filter(({ dueOn }) => dueOn >= today)
      .map(({ occurrence, opensOn, dueOn, missOn }) => {
        const name = definition.trigger.kind === "CALENDAR" ? nameOf(definition, opensOn) : null;
        return { occurrence, opensOn, dueOn, missOn, name, isPeriodReport };
      });
  return isAboutMember(definition.trigger)
    ? rolled(periodReportOccurrences(definition, from, to), true)
    : rolled(occurrencesBetween(definition, from, to), false);
}

/** The occurrences as the database's function takes them. */
export const asRows = (occurrences: readonly RolledOccurrence[]): string =>
  JSON.stringify(
    occurrences.map((o) => ({
      occurrence: o.occurrence,
      opens_on: o.opensOn,
      due_on: o.dueOn,
      miss_on: o.missOn,
      period_report: o.isPeriodReport,
    })),
  );
