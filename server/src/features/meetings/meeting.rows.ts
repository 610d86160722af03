import type { Meeting, MeetingKind } from "./meeting.type.js";

/** A meeting as its statement gives it. */
export type MeetingRow = {
  id: string;
  chapter_id: string;
  chapter_name: string;
  kind: MeetingKind;
  title: string | null;
  held_on: string;
  starts_at: string | null;
  place: string | null;
  host: string | null;
  link: string | null;
  attendance: number | null;
  touchpoint_id: string | null;
  cancelled_at: Date | null;
  rev: number;
};

/** What to select of `app.meeting m`; needs `app.chapter c` joined. */
export const MEETING_COLUMNS = `m.id, m.chapter_id, c.short_name as chapter_name, m.kind, m.title, m.held_on,
  to_char(m.starts_at, 'HH24:MI') as starts_at, m.place, m.host, m.link, m.attendance, m.cancelled_at, m.rev,
  (select t.id from app.touchpoint t where t.chapter_id = m.chapter_id and t.meeting_id = m.id order by t.due_on limit 1) as touchpoint_id`;

/**
 * The meeting as the API shows it. From above the chapter: day and kind only. How many came is read there as sums from the
 * published snapshots: one meeting's number would give back what is hidden there, by subtraction.
 */
export function toMeeting(row: MeetingRow, above: boolean): Meeting {
  return {
    id: row.id,
    chapterId: row.chapter_id,
    chapterName: row.chapter_name,
    kind: row.kind,
    title: above ? null : row.title,
    heldOn: row.held_on,
    startsAt: above ? null : row.starts_at,
    place: above ? null : row.place,
    host: above ? null : row.host,
    link: above ? null : row.link,
    attendance: above ? null : row.attendance,
    touchpointId: row.touchpoint_id,
    cancelledAt: row.cancelled_at,
    rev: row.rev,
  };
}
