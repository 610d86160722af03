import type { Language } from "@varde/domain";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { ownChapter, readSetting } from "./setting.service.js";
import { attendanceRules } from "./participation.inputs.js";
import type { SetAttendanceInput } from "./participation.inputs.js";
import { PARTICIPATION_TEXTS } from "./participation.texts.js";
import type { Attendance, AttendancePerson } from "./participation.type.js";

/** Members shown at once: enough for most chapters whole, few enough for a phone. */
const SHOWN = 100;
const MOST = 5000;

type MeetingRow = {
  rev: number;
  attendance: number | null;
  held_on: string;
  cancelled: boolean;
  member_ids: string[];
  last_ids: string[];
};

async function findMeeting(work: Work, chapterId: string, id: string): Promise<MeetingRow> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const [meeting] = await work.query<MeetingRow>(
    `select m.rev, m.attendance, m.held_on, m.cancelled_at is not null as cancelled,
            array(select a.member_id from app.attendance a where a.chapter_id = m.chapter_id and a.meeting_id = m.id order by 1) as member_ids,
            array(select a.member_id from app.attendance a where a.chapter_id = m.chapter_id and a.meeting_id = (
              select b.meeting_id from app.attendance b where b.chapter_id = m.chapter_id and b.meeting_id <> m.id and b.held_on <= m.held_on
               order by b.held_on desc, b.meeting_id limit 1) order by 1) as last_ids
       from app.meeting m where m.chapter_id = $1 and m.id = $2`,
    [chapterId, id],
  );
  if (!meeting) throw new AppError("NOT_FOUND");
  return meeting;
}

/** `%` and `_` are letters in a name that is searched for. */
const literal = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

async function people(
  work: Work,
  chapterId: string,
  meeting: MeetingRow,
  search: string | null,
): Promise<AttendancePerson[]> {
  const wanted = search?.trim().normalize("NFC").slice(0, 80) || null;
  return work.query<AttendancePerson>(
    `select m.id, trim(m.first_name || ' ' || m.last_name) as name, m.joined_on as "joinedOn", m.id = any ($4::uuid[]) as "cameLastTime"
       from app.member m
       left join lateral (select max(a.held_on) as last_on from app.attendance a where a.chapter_id = m.chapter_id and a.member_id = m.id) l on true
      where m.chapter_id = $1 and (m.id = any ($3::uuid[]) or m.left_on is null or m.left_on >= $2::date)
        and coalesce(m.end_reason, '') not in ('MERGED', 'MOVED')
        and ($5::text is null or m.name_key like lower($5) || '%' or m.name_key like '% ' || lower($5) || '%')
      order by m.id = any ($3::uuid[]) desc, m.id = any ($4::uuid[]) desc, l.last_on desc nulls last, m.joined_on desc, m.id
      limit $6`,
    [chapterId, meeting.held_on, meeting.member_ids, meeting.last_ids, wanted && literal(wanted), SHOWN + 1],
  );
}

/** Who came to a meeting of the own chapter, and whom one may add. */
export async function readAttendance(work: Work, meetingId: string, search: string | null): Promise<Attendance> {
  const chapterId = ownChapter(work);
  const meeting = await findMeeting(work, chapterId, meetingId);
  const setting = await readSetting(work);
  const found = setting.byName ? await people(work, chapterId, meeting, search) : [];
  return {
    meetingId,
    rev: meeting.rev,
    setting,
    total: meeting.attendance,
    others: Math.max(0, (meeting.attendance ?? 0) - meeting.member_ids.length),
    memberIds: meeting.member_ids,
    lastTimeIds: meeting.last_ids,
    people: found.slice(0, SHOWN),
    hasMore: found.length > SHOWN,
  };
}

/** Every one named is a member of the chapter, and was one on the day or is written down already. Throws NOT_FOUND. */
async function checkMembers(work: Work, chapterId: string, ids: string[], meeting: MeetingRow): Promise<void> {
  if (!ids.every(isUuid)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<{ n: number }>(
    `select count(*)::int as n from app.member m where m.chapter_id = $1 and m.id = any ($2::uuid[])
        and (m.id = any ($3::uuid[]) or m.left_on is null or m.left_on >= $4::date)`,
    [chapterId, ids, meeting.member_ids, meeting.held_on],
  );
  if (row?.n !== ids.length) throw new AppError("NOT_FOUND");
}

/** Replaces the list of who came. How many came becomes the named and the others together. */
export async function setAttendance(work: Work, input: SetAttendanceInput, language: Language): Promise<Done> {
  const chapterId = ownChapter(work);
  const { memberIds, others } = checkInput(attendanceRules, { ...input }, language);
  const ids = [...new Set(memberIds)];
  const meeting = await findMeeting(work, chapterId, input.id);
  if (meeting.cancelled) refuse("LOCKED", say(language, PARTICIPATION_TEXTS.cancelled), [], input.id);
  if (meeting.held_on > work.today) refuse("INVALID", say(language, PARTICIPATION_TEXTS.notHeldYet), [], input.id);
  if (ids.length > 0 && !(await readSetting(work)).byName)
    refuse("LOCKED", say(language, PARTICIPATION_TEXTS.numberOnly), ["memberIds"], input.id);
  if (ids.length + others > MOST) refuse("INVALID", say(language, PARTICIPATION_TEXTS.tooMany), ["others"], input.id);
  await checkMembers(work, chapterId, ids, meeting);
  const [saved] = await work.query<{ rev: number; organization_id: string; held_on: string }>(
    `update app.meeting set attendance = $4, rev = rev + 1
      where chapter_id = $1 and id = $2 and rev = $3 and cancelled_at is null returning rev, organization_id, held_on`,
    [chapterId, input.id, input.rev, ids.length + others],
  );
  if (!saved) return refuse("CONFLICT", say(language, COMMON.conflict), [], input.id);
  await work.query(
    `delete from app.attendance where chapter_id = $1 and meeting_id = $2 and member_id <> all ($3::uuid[])`,
    [chapterId, input.id, ids],
  );
  await work.query(
    `insert into app.attendance (organization_id, chapter_id, meeting_id, member_id, held_on)
     select $1, $2, $3, m.id, $4 from unnest($5::uuid[]) m (id) on conflict do nothing`,
    [saved.organization_id, chapterId, input.id, saved.held_on, ids],
  );
  return { id: input.id, rev: saved.rev };
}
