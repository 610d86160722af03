import { addDays } from "@varde/domain";
import type { Frame } from "./frame.js";
import { randomFor } from "./random.js";
import type { ChapterRow, DemoRows, MeetingRow, MemberRow } from "./rows.js";

/** Chapters of the youth organization that write a number only. */
const BY_NUMBER = ["MHU Skien", "MHU Fredrikstad", "MHU Ålesund", "MHU Bodø"];
/** Of those who came, so many are written down by name; the rest are guests. */
const NAMED = 0.85;

/** How gladly somebody comes: a quarter come often, most now and then, some hardly ever. */
function gladness(member: MemberRow): number {
  const draw = randomFor("gladness", member.id).next();
  return draw < 0.25 ? 8 : draw < 0.65 ? 2 : 0.1;
}

function cameTo(meeting: MeetingRow, members: readonly MemberRow[]): MemberRow[] {
  const random = randomFor("attendance", meeting.id);
  const there = members.filter(
    ({ joined_on: joined, left_on: left }) =>
      joined <= addDays(meeting.held_on, 7) && (left === null || left > meeting.held_on),
  );
  // the new are asked along
  const drawn = there.map((member) => {
    const isNew = member.joined_on > addDays(meeting.held_on, -75);
    return { member, place: random.next() ** (1 / (gladness(member) * (isNew ? 3 : 1))) };
  });
  drawn.sort((a, b) => b.place - a.place);
  return drawn.slice(0, Math.round((meeting.attendance ?? 0) * NAMED)).map(({ member }) => member);
}

function byChapter<T extends { chapter_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(row.chapter_id, [...(found.get(row.chapter_id) ?? []), row]);
  return found;
}

const writesNames = ({ short_name: name, direct_members: direct }: ChapterRow): boolean =>
  name.startsWith("MHU ") && !direct && !BY_NUMBER.includes(name);

/** Most chapters of the youth organization write down who came. */
export function addAttendance(rows: DemoRows, frame: Frame): void {
  const members = byChapter(rows.member);
  const meetings = byChapter(rows.meeting);
  for (const chapter of rows.chapter) {
    if (!writesNames(chapter)) continue;
    chapter.attendance_by_name = true;
    chapter.attendance_by_name_since = chapter.opened_on > frame.start ? chapter.opened_on : frame.start;
    for (const meeting of meetings.get(chapter.id) ?? []) {
      if (meeting.kind === "BOARD_MEETING" || meeting.held_on >= frame.today) continue;
      for (const member of cameTo(meeting, members.get(chapter.id) ?? [])) {
        const { organization_id, chapter_id, id: meeting_id, held_on } = meeting;
        rows.attendance.push({ organization_id, chapter_id, meeting_id, member_id: member.id, held_on });
      }
    }
  }
}
