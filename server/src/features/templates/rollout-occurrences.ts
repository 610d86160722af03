import {
  addDays,
  addMonths,
  daysBetween,
  isAboutMember,
  latestDate,
  occurrencesBetween,
  parsePeriod,
  periodReportOccurrences,
} from "@varde/domain";
import type { LocalDate, LocalizedText, Occurrence, TemplateDefinition } from "@varde/domain";
import type { CatchUp } from "./template.type.js";

/**
 * One obligation of a version. `name`: of the calendar's date. `make`: it may be made where it is not; the others only say
 * which days an obligation that is there already has in this version.
 */
export type RolledOccurrence = Occurrence & { name: LocalizedText | null; isPeriodReport: boolean; make: boolean };

const MONTHS_AHEAD = 12;
/** What is open today opened at most a year and a long deadline ago. */
const DAYS_BACK = 800;
/** What is taken up again has at least a week and at most a month. */
const CATCH_UP_DAYS = { min: 7, max: 30 };

function nameOf(definition: TemplateDefinition, opensOn: LocalDate): LocalizedText | null {
  const day = opensOn.slice(5);
  const dates = definition.trigger.dates ?? [];
  // 29 February opens on the 28th in common years
  const found =
    dates.find(({ opens }) => opens === day) ?? dates.find(({ opens }) => opens === "02-29" && day === "02-28");
  return found?.name ?? null;
}

/** What was due before, given new days from today on: open now, and due after as long as it had, within a week and a month. */
export function caughtUp<One extends Occurrence>(one: One, today: LocalDate): One {
  const had = daysBetween(one.opensOn, one.dueOn);
  const dueOn = addDays(today, Math.min(CATCH_UP_DAYS.max, Math.max(CATCH_UP_DAYS.min, had)));
  return { ...one, opensOn: today, dueOn, missOn: addDays(dueOn, daysBetween(one.dueOn, one.missOn)) };
}

type Rolled = {
  /** for every chapter, by opening day */
  occurrences: RolledOccurrence[];
  /** what the chapters are asked whether to take up: due before today, for ASK */
  offered: RolledOccurrence[];
};

/**
 * What a roll-out that counts from `from` means, seen on `today`: the next twelve months are made, and what was already due
 * by the catch-up policy: SKIP lets it lie, COMPRESS makes the last of it anew, ASK offers it. Nothing is made for
 * templates that begin with an event or by hand, but the period question of per-member ones.
 */
export function planOccurrences(
  definition: TemplateDefinition,
  from: LocalDate,
  today: LocalDate,
  catchUp: CatchUp = "SKIP",
): Rolled {
  const to = addDays(addMonths(latestDate(from, today), MONTHS_AHEAD), -1);
  const between = (start: LocalDate): Occurrence[] =>
    isAboutMember(definition.trigger)
      ? periodReportOccurrences(definition, start, to)
      : occurrencesBetween(definition, start, to);
  const isPeriodReport = isAboutMember(definition.trigger);
  const expected = new Set(between(from).map(({ occurrence }) => occurrence));
  const all = between(addDays(from < today ? from : today, -DAYS_BACK)).map(
    ({ occurrence, opensOn, dueOn, missOn }): RolledOccurrence => {
      const name = definition.trigger.kind === "CALENDAR" ? nameOf(definition, opensOn) : null;
      const make = expected.has(occurrence) && dueOn >= today;
      return { occurrence, opensOn, dueOn, missOn, name, isPeriodReport, make };
    },
  );
  const behind = all.filter(({ occurrence, dueOn }) => expected.has(occurrence) && dueOn < today);
  const last = behind.at(-1);
  if (catchUp === "COMPRESS" && last) {
    const taken = { ...caughtUp(last, today), make: true };
    return { occurrences: all.map((one) => (one === last ? taken : one)), offered: [] };
  }
  return { occurrences: all, offered: catchUp === "ASK" ? behind : [] };
}

/** What is made where it is not yet: the next twelve months, never what was already due. */
export function rolloutOccurrences(
  definition: TemplateDefinition,
  from: LocalDate,
  today: LocalDate,
): RolledOccurrence[] {
  return planOccurrences(definition, from, today).occurrences.filter(({ make }) => make);
}

/** The occurrences as the database's functions take them. */
export const asRows = (occurrences: readonly RolledOccurrence[]): string =>
  JSON.stringify(
    occurrences.map((o) => ({
      occurrence: o.occurrence,
      opens_on: o.opensOn,
      due_on: o.dueOn,
      miss_on: o.missOn,
      period_report: o.isPeriodReport,
      make: o.make,
      starts_on: parsePeriod(o.occurrence)?.start ?? null,
    })),
  );
