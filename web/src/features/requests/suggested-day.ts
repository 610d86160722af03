import { addDays, type LocalDate } from "@varde/domain";

/** An exception lasts no longer from today. */
export const MOST_DAYS = 60;

/**
 * The day an answer begins with. «Two weeks more» is counted from the last day the duty can be sent anyway, which is the day
 * before `untilFrom`; about a member that day is the chapter's own, and one counts from today.
 */
export function suggestedDay(today: LocalDate, untilFrom: LocalDate | null, wantedDays: number | null): LocalDate {
  const last = addDays(today, MOST_DAYS);
  const wanted = addDays(untilFrom ? addDays(untilFrom, -1) : today, Math.max(wantedDays ?? 0, 1));
  return wanted < last ? wanted : last;
}
