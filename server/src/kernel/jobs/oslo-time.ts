import type { OsloTime } from "./job.js";

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Oslo",
  hour: "2-digit",
  minute: "2-digit",
  weekday: "short",
  hourCycle: "h23",
});
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** A minute of the queue's clock, in UTC: `month` 1-12, `dow` 0-6. It has no year. */
export type UtcMinute = { min: number; hour: number; date: number; month: number; dow: number };

/** The instant of a minute of this turn of the year: the queue only ever asks about the last day and the next minute. */
function instantOf({ min, hour, date, month }: UtcMinute, now: Date): Date {
  const years = [now.getUTCFullYear() - 1, now.getUTCFullYear(), now.getUTCFullYear() + 1];
  const instants = years.map((year) => new Date(Date.UTC(year, month - 1, date, hour, min)));
  return instants.reduce((a, b) => (Math.abs(+a - +now) <= Math.abs(+b - +now) ? a : b));
}

/** Whether a UTC minute is the time in Oslo, summer and winter. The hour that the spring jumps over does not come that day. */
export function isOsloTime(minute: UtcMinute, wanted: OsloTime, now: Date = new Date()): boolean {
  const parts = Object.fromEntries(
    CLOCK.formatToParts(instantOf(minute, now)).map((part) => [part.type, part.value] as const),
  );
  return (
    Number(parts.hour) === wanted.hour &&
    Number(parts.minute) === wanted.minute &&
    (wanted.weekday === undefined || WEEKDAYS[wanted.weekday] === parts.weekday)
  );
}
