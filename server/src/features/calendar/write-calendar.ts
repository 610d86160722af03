import { addDays, lockScreenWords } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import ical from "ical-generator";

/** Something in a calendar: all of a day, or from an instant for some minutes. */
export type CalendarEntry = {
  /** the same for as long as it is the same thing, so that a calendar changes what it has instead of adding another */
  uid: string;
  title: string;
  url: string;
  /** how often it has been changed */
  sequence: number;
  cancelled?: boolean;
} & ({ day: LocalDate; lastDay?: LocalDate } | { starts: Date; minutes: number });

/** How often a program may ask again. */
const REFRESH_SECONDS = 4 * 3600;

/** A title that may stand anywhere: one line, no control characters, and never a word that tells; else `instead`. */
export function neutralTitle(title: string, instead: string): string {
  const line = title
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, 120);
  return line === "" || lockScreenWords(line).length > 0 ? instead : line;
}

/** A calendar as RFC 5545 text. `domain` makes the ids ours. All times are instants in UTC, so no time zones are described. */
export function writeCalendar(name: string, domain: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({
    name,
    prodId: { company: "Varde", product: "Varde", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  for (const entry of entries) {
    const { uid, title, url, sequence, cancelled } = entry;
    const when =
      "day" in entry
        ? {
            allDay: true,
            // UTC's midnight, of which the day is written; the end is the first day that is no longer in it
            start: new Date(`${entry.day}T00:00:00Z`),
            end: new Date(`${addDays(entry.lastDay ?? entry.day, 1)}T00:00:00Z`),
            transparency: ICalEventTransparency.TRANSPARENT,
          }
        : { start: entry.starts, end: new Date(entry.starts.getTime() + entry.minutes * 60_000) };
    calendar.createEvent({
      id: `${uid}@${domain}`,
      ...when,
      summary: title,
      url,
      sequence,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
