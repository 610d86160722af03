/**
 * Which touchpoints a definition asks for, and their three days. Pure: the same definition and days give the same occurrences,
 * and `occurrence` is the part of a touchpoint's key that tells two touchpoints of one template apart.
 */
import { addDays, isLocalDate, latestDate } from "./calendar.js";
import type { LocalDate } from "./calendar.js";
import type { CalendarDate, TemplateDefinition } from "./definition.js";
import { parsePeriod, periodOf, requirePeriod, shiftPeriod } from "./period.js";

/** One obligation to be: its key within the template and its days, opensOn <= dueOn <= missOn. */
export type Occurrence = { occurrence: string; opensOn: LocalDate; dueOn: LocalDate; missOn: LocalDate };

/** The part of a definition that decides when. */
export type Timing = Pick<TemplateDefinition, "trigger" | "schedule">;

/** Days in order even where offsets cross: a due day before opening moves to the opening day. */
function inOrder(occurrence: string, opensOn: LocalDate, dueOn: LocalDate, missAfterDays: number): Occurrence {
  const due = latestDate(opensOn, dueOn);
  return { occurrence, opensOn, dueOn: due, missOn: addDays(due, Math.max(0, missAfterDays)) };
}

/** `MM-DD` in a year; 29 February is the 28th in common years. */
function dayInYear(year: number, monthDay: string): LocalDate {
  const date = `${String(year).padStart(4, "0")}-${monthDay}`;
  if (isLocalDate(date)) return date;
  if (monthDay === "02-29") return `${date.slice(0, 4)}-02-28`;
  throw new RangeError(`Not a day of the year: ${monthDay}`);
}

/** One date of a calendar in the year it opens; a due day before the opening day falls in the next year. */
export function calendarOccurrence(date: CalendarDate, year: number, missAfterDays: number): Occurrence {
  const opensOn = dayInYear(year, date.opens);
  const dueYear = date.due < date.opens ? year + 1 : year;
  return inOrder(opensOn, opensOn, dayInYear(dueYear, date.due), missAfterDays);
}

/**
 * Touchpoints of a `PERIOD` or `CALENDAR` trigger for a chapter that counts from `from` to `to` (days, included); `[]` for other kinds.
 * - PERIOD: `occurrence` is the period id. A partial first period is not expected (the period starts on or after `from`),
 *   and it opens on or before `to`. Opens from the period's start, due from its end.
 * - CALENDAR: `occurrence` is the opening day, within `from`-`to`.
 */
export function occurrencesBetween(def: Timing, from: LocalDate, to: LocalDate): Occurrence[] {
  const { trigger, schedule } = def;
  if (trigger.kind === "PERIOD" && trigger.period) {
    const { opensAfterDays, dueAfterDays, missAfterDays } = schedule;
    const found: Occurrence[] = [];
    let id = periodOf(from, trigger.period);
    for (;;) {
      const period = requirePeriod(id);
      const opensOn = addDays(period.start, opensAfterDays);
      if (opensOn > to) return found;
      if (period.start >= from) found.push(inOrder(id, opensOn, addDays(period.end, dueAfterDays), missAfterDays));
      id = shiftPeriod(id, 1);
    }
  }
  if (trigger.kind === "CALENDAR") {
    const found: Occurrence[] = [];
    for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
      for (const date of trigger.dates ?? []) {
        const occurrence = calendarOccurrence(date, year, schedule.missAfterDays);
        if (occurrence.opensOn >= from && occurrence.opensOn <= to) found.push(occurrence);
      }
    }
    return found.sort((a, b) => (a.opensOn < b.opensOn ? -1 : 1));
  }
  return [];
}

/** Touchpoints after one event (a member joined, a fee fell due, another touchpoint closed): one per offset, `${event}+${offset}`. */
export function memberOccurrences(def: Timing, event: LocalDate): Occurrence[] {
  const { opensAfterDays, dueAfterDays, missAfterDays } = def.schedule;
  const offsets = def.trigger.offsets?.length ? [...new Set(def.trigger.offsets)] : [0];
  return offsets.map((offset) => {
    const anchor = addDays(event, offset);
    return inOrder(`${event}+${offset}`, addDays(anchor, opensAfterDays), addDays(anchor, dueAfterDays), missAfterDays);
  });
}

/** One touchpoint started by hand on the day `start`; the starter names the occurrence. */
export function manualOccurrence(def: Timing, start: LocalDate, occurrence: string): Occurrence {
  const { opensAfterDays, dueAfterDays, missAfterDays } = def.schedule;
  return inOrder(occurrence, addDays(start, opensAfterDays), addDays(start, dueAfterDays), missAfterDays);
}

const PERIOD_REPORT_PREFIX = "R-";

/**
 * The period questions of a per-member template: one per whole period that starts on or after `from` and ends on or before `to`.
 * It opens on the period's last day (there is little to tell before) and is due `dueAfterDays` after it; `occurrence` is `R-2026-10`.
 */
export function periodReportOccurrences(
  def: Pick<TemplateDefinition, "periodReport">,
  from: LocalDate,
  to: LocalDate,
): Occurrence[] {
  const report = def.periodReport;
  if (!report) return [];
  const found: Occurrence[] = [];
  for (let id = periodOf(from, report.period); ; id = shiftPeriod(id, 1)) {
    const period = requirePeriod(id);
    if (period.end > to) return found;
    if (period.start < from) continue;
    const due = addDays(period.end, report.dueAfterDays);
    found.push(inOrder(PERIOD_REPORT_PREFIX + id, period.end, due, report.missAfterDays));
  }
}

/** The period a period report is about, or null when the occurrence is not one of a period report. */
export function periodReportPeriod(occurrence: string): string | null {
  if (!occurrence.startsWith(PERIOD_REPORT_PREFIX)) return null;
  return parsePeriod(occurrence.slice(PERIOD_REPORT_PREFIX.length))?.id ?? null;
}
