/** The counting behind `simulation.ts`: touchpoints by week, and by chapter and month, in flat arrays (1,500 chapters x 53 weeks are many). */
import { addDays, daysBetween, isoWeekStart, isoWeeksBetween, latestDate } from "./calendar.js";
import type { LocalDate } from "./calendar.js";
import { periodOf, shiftPeriod } from "./period.js";
import { occurrencesBetween } from "./schedule.js";
import type { Timing } from "./schedule.js";
import type { SimulationInput } from "./simulation.js";

/** The span as indexes: weeks, months, and which month a week belongs to (the one of its Thursday, within the span). */
export type Span = { weeks: string[]; firstMonday: LocalDate; months: string[]; monthOfWeek: number[] };

/** Touchpoints by week and by chapter x month (`chapter * months + month`). */
export type Counted = { byWeek: Float64Array; byMonth: Float64Array };

export function spanOf(from: LocalDate, to: LocalDate): Span {
  const weeks = isoWeeksBetween(from, to);
  const months: string[] = [];
  for (let id = periodOf(from, "MONTH"); id <= to.slice(0, 7); id = shiftPeriod(id, 1)) months.push(id);
  const firstMonday = isoWeekStart(weeks[0] ?? "");
  const monthOfWeek = weeks.map((_, w) => {
    const thursday = latestDate(from, addDays(firstMonday, 7 * w + 3));
    return months.indexOf((thursday < to ? thursday : to).slice(0, 7));
  });
  return { weeks, firstMonday, months, monthOfWeek };
}

const weekIndex = (span: Span, day: LocalDate) => Math.floor(daysBetween(span.firstMonday, day) / 7);

export function emptyCounts(span: Span, chapters: number): Counted {
  return { byWeek: new Float64Array(span.weeks.length), byMonth: new Float64Array(chapters * span.months.length) };
}

export function addCounted(
  to: Counted,
  from: Counted,
  times: number,
  weekly: (n: number) => number,
  monthly: typeof weekly,
): void {
  for (const [i, n] of from.byWeek.entries()) to.byWeek[i] = (to.byWeek[i] ?? 0) + times * weekly(n);
  for (const [i, n] of from.byMonth.entries()) if (n > 0) to.byMonth[i] = (to.byMonth[i] ?? 0) + times * monthly(n);
}

/** PERIOD and CALENDAR: what the roll-out would have made. Most chapters share their days, so they share the work. */
export function countDays({ definition, from, to, chapters }: SimulationInput, span: Span): Counted {
  const counted = emptyCounts(span, chapters.length);
  const known = new Map<string, { week: number; month: number }[]>();
  for (const [c, { openedOn, closedOn }] of chapters.entries()) {
    const first = latestDate(from, openedOn);
    const last = closedOn !== null && closedOn <= to ? addDays(closedOn, -1) : to;
    const key = `${first} ${last}`;
    let openings = known.get(key);
    if (!openings) {
      const found = first > last ? [] : occurrencesBetween(definition, first, last);
      // a period that opens before it starts may open before the span
      openings = found
        .filter(({ opensOn }) => opensOn >= first)
        .map(({ opensOn }) => ({ week: weekIndex(span, opensOn), month: span.months.indexOf(opensOn.slice(0, 7)) }));
      known.set(key, openings);
    }
    for (const { week, month } of openings) {
      const at = c * span.months.length + month;
      counted.byWeek[week] = (counted.byWeek[week] ?? 0) + 1;
      counted.byMonth[at] = (counted.byMonth[at] ?? 0) + 1;
    }
  }
  return counted;
}

/** The events with indexes for names: the chapter, the week (before the span: negative), and the weeks in which the chapter is there. */
export function indexed({ chapters, events }: SimulationInput, span: Span) {
  const places = new Map(
    chapters.map(({ id, openedOn, closedOn }, chapter) => {
      const last = closedOn === null ? Number.POSITIVE_INFINITY : weekIndex(span, addDays(closedOn, -1));
      return [id, { chapter, first: weekIndex(span, openedOn), last }];
    }),
  );
  const weekNumbers = new Map<string, number>();
  return events.flatMap(({ chapterId, week, n }) => {
    const place = places.get(chapterId);
    if (!place || n <= 0) return [];
    const at = weekNumbers.get(week) ?? weekIndex(span, isoWeekStart(week));
    weekNumbers.set(week, at);
    return [{ ...place, week: at, n }];
  });
}

/** How many touchpoints each event starts, by whole weeks from the event to the opening. */
export function shiftsOf({ trigger, schedule }: Timing): Map<number, number> {
  const shifts = new Map<number, number>();
  for (const offset of new Set(trigger.offsets?.length ? trigger.offsets : [0])) {
    const weeks = Math.round((offset + schedule.opensAfterDays) / 7);
    shifts.set(weeks, (shifts.get(weeks) ?? 0) + 1);
  }
  return shifts;
}

export function countShifted(events: ReturnType<typeof indexed>, shift: number, span: Span, chapters: number): Counted {
  const counted = emptyCounts(span, chapters);
  for (const { chapter, first, last, week, n } of events) {
    const w = week + shift;
    if (w < 0 || w >= span.weeks.length || w < first || w > last) continue;
    const at = chapter * span.months.length + (span.monthOfWeek[w] ?? 0);
    counted.byWeek[w] = (counted.byWeek[w] ?? 0) + n;
    counted.byMonth[at] = (counted.byMonth[at] ?? 0) + n;
  }
  return counted;
}
