import type { LocalDate } from "@varde/domain";

/** A minute by the clock of Oslo. `weekday` 1 is Monday; `minute` counts from midnight. */
export type Moment = { date: LocalDate; weekday: number; minute: number; instant: Date };

/** When nobody is mailed: from a minute of the day until another, and on whole weekdays. Equal minutes: never by the hour. */
export type Quiet = { from: number; to: number; days: readonly number[] };

const CLOCK = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Oslo",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const DAY = 1440;

/** What Oslo's clock says at an instant. */
export function osloMoment(instant: Date = new Date()): Moment {
  const part = Object.fromEntries(CLOCK.formatToParts(instant).map(({ type, value }) => [type, value] as const));
  const date = `${part.year}-${part.month}-${part.day}`;
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
  return { date, weekday, minute: Number(part.hour) * 60 + Number(part.minute), instant };
}

/** Whether a minute of the day is within the quiet hours, whatever the day. */
export const isQuietHour = ({ from, to }: Quiet, minute: number): boolean =>
  from < to ? minute >= from && minute < to : from > to && (minute >= from || minute < to);

/** Whether any of them is quiet at that minute of that weekday. */
export const isQuiet = (quiets: readonly Quiet[], { weekday, minute }: Pick<Moment, "weekday" | "minute">): boolean =>
  quiets.some((quiet) => quiet.days.includes(weekday) || isQuietHour(quiet, minute));

/** The first minute of the day from `minute` on that is quiet by nobody's hours; `minute` itself where all of the day is. */
export function afterQuietHours(quiets: readonly Quiet[], minute: number): number {
  for (let step = 0; step < DAY; step++) {
    const at = (minute + step) % DAY;
    if (!quiets.some((quiet) => isQuietHour(quiet, at))) return at;
  }
  return minute;
}

/**
 * The first instant from now on that is not quiet; null where none comes within a week. On the two nights the clock is moved
 * it may be an hour off: whoever sends asks again.
 */
export function nextAllowed(quiets: readonly Quiet[], now: Moment): Date | null {
  for (let step = 0; step <= 7 * DAY; step++) {
    const minute = now.minute + step;
    const weekday = ((now.weekday - 1 + Math.floor(minute / DAY)) % 7) + 1;
    if (!isQuiet(quiets, { weekday, minute: minute % DAY })) return new Date(now.instant.getTime() + step * 60_000);
  }
  return null;
}
