/**
 * «Had this template run since 1 January»: how many touchpoints, in which weeks, and what they would have cost the chapters,
 * before anything is made. Computed on real events, which come in counted by chapter and ISO week.
 *
 * Privacy. Where events are persons (somebody joined), no exact count leaves this module: what is shown is rounded to fives, one
 * series of weeks for each offset, so that neither many offsets nor offsets a few days apart tell more than one does. Offsets move
 * whole weeks, so that day-wise shifts do not cut the counts finer than weeks do.
 */
import { chapterHours } from "./burden.js";
import type { LocalDate } from "./calendar.js";
import { isAboutMember } from "./definition.js";
import type { Trigger } from "./definition.js";
import type { Timing } from "./schedule.js";
import { addCounted, countDays, countShifted, emptyCounts, indexed, shiftsOf, spanOf } from "./simulation-counts.js";
import type { Span } from "./simulation-counts.js";

export type Simulable = "YES" | "BY_HAND" | "NO_DATA";

/** Whether the past can say how often it would have begun. NO_DATA: what starts it is not kept as events. */
export function canSimulate({ kind }: Pick<Trigger, "kind">): Simulable {
  if (kind === "MANUAL") return "BY_HAND";
  return kind === "MEMBER_INACTIVE" || kind === "AGE_REACHED" ? "NO_DATA" : "YES";
}

export type SimulationInput = {
  definition: Timing;
  /** first and last day, both included */
  from: LocalDate;
  to: LocalDate;
  /** `closedOn`: the first day the chapter is no longer there */
  chapters: readonly { id: string; openedOn: LocalDate; closedOn: LocalDate | null }[];
  /** `n` events in the chapter in the ISO week; for member triggers and AFTER. What one starts counts when it opens within the span. */
  events: readonly { chapterId: string; week: string; n: number }[];
  /** Whether the events count persons. Taken for granted; only false for AFTER a touchpoint that is about no member lets exact numbers out. */
  eventsArePersons?: boolean;
  /** to report one */
  secondsEach: number;
  /** to carry out one */
  minutesEach: number | null;
  /** hours each chapter has without this template, by month id */
  otherHours: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** null: no cap */
  capHours: number | null;
};

export type Simulation = {
  /** When rounded, not the sum of the rounded weeks: both are rounded from the exact. */
  total: number;
  /** every ISO week of the span, by the week of opening */
  weeks: { week: string; n: number }[];
  /** the first of the fullest weeks; null when there is nothing */
  peak: { week: string; n: number } | null;
  /** worst month of each chapter that would be above the cap in a month in which this template asks something; most hours first */
  chaptersAboveCap: { chapterId: string; month: string; hours: number }[];
  /** Every chapter; `peakMonth` null and 0 hours when it has none. Empty when rounded. */
  perChapter: { chapterId: string; n: number; peakMonth: string | null; peakHours: number }[];
  /** The events are persons: counts are to the nearest five; hours are at most (a month's persons up to fives, then to half hours). */
  rounded: boolean;
};

const exactly = (n: number) => n;
const nearestFive = (n: number) => 5 * Math.round(n / 5);
const upToFive = (n: number) => 5 * Math.ceil(n / 5);
const hundredths = (n: number) => Math.round(n * 100) / 100;
const upToHalf = (n: number) => Math.ceil(hundredths(n) * 2) / 2;
const sum = (numbers: Float64Array) => numbers.reduce((all, n) => all + n, 0);

/** The month of each chapter with the most hours, of those in which this template asks something. */
function worstMonths(
  input: SimulationInput,
  { months }: Span,
  byMonth: Float64Array,
  round: (hours: number) => number,
) {
  const each = chapterHours([{ n: 1, seconds: input.secondsEach, minutes: input.minutesEach }]);
  return input.chapters.map(({ id: chapterId }, c) => {
    let worst = { n: 0, peakMonth: null as string | null, peakHours: 0 };
    for (const [m, month] of months.entries()) {
      const n = byMonth[c * months.length + m] ?? 0;
      if (n === 0) continue;
      const hours = round((input.otherHours[chapterId]?.[month] ?? 0) + n * each);
      const more = worst.peakMonth === null || hours > worst.peakHours;
      worst = { n: worst.n + n, peakMonth: more ? month : worst.peakMonth, peakHours: more ? hours : worst.peakHours };
    }
    return { chapterId, ...worst };
  });
}

/** The simulation; nothing for what cannot be simulated. Throws `RangeError` when `to` is before `from`. */
export function simulate(input: SimulationInput): Simulation {
  const { definition, from, to, chapters, capHours } = input;
  const { trigger } = definition;
  const span = spanOf(from, to);
  const onDays = trigger.kind === "PERIOD" || trigger.kind === "CALENDAR";
  const rounded = !onDays && (isAboutMember(trigger) || input.eventsArePersons !== false);
  let total = 0;
  let counted = emptyCounts(span, chapters.length);
  if (onDays) {
    counted = countDays(input, span);
    total = sum(counted.byWeek);
  } else if (canSimulate(trigger) === "YES") {
    const events = indexed(input, span);
    const [weekly, monthly] = rounded ? [nearestFive, upToFive] : [exactly, exactly];
    for (const [shift, times] of shiftsOf(definition)) {
      const series = countShifted(events, shift, span, chapters.length);
      total += times * weekly(sum(series.byWeek));
      addCounted(counted, series, times, weekly, monthly);
    }
  }
  const weeks = span.weeks.map((week, w) => ({ week, n: counted.byWeek[w] ?? 0 }));
  const fullest = weeks.reduce((most, one) => (one.n > most.n ? one : most), { week: "", n: 0 });
  const worst = worstMonths(input, span, counted.byMonth, rounded ? upToHalf : hundredths);
  const chaptersAboveCap = worst
    .flatMap(({ chapterId, peakMonth, peakHours }) =>
      peakMonth !== null && capHours !== null && peakHours > capHours
        ? [{ chapterId, month: peakMonth, hours: peakHours }]
        : [],
    )
    .sort((a, b) => b.hours - a.hours || (a.chapterId < b.chapterId ? -1 : 1));
  return {
    total,
    weeks,
    peak: fullest.n > 0 ? fullest : null,
    chaptersAboveCap,
    perChapter: rounded ? [] : worst,
    rounded,
  };
}
