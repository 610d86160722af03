import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Language } from "@varde/domain";
import type { MeetingFacts } from "./meeting.inputs.js";
import { MEETING_COLUMNS, toMeeting } from "./meeting.rows.js";
import type { MeetingRow } from "./meeting.rows.js";
import { MEETING_TEXTS } from "./meeting.texts.js";
import type { Meeting } from "./meeting.type.js";

export type MeetingPageArgs = {
  from?: string | null | undefined;
  to?: string | null | undefined;
  latestFirst: boolean;
  first: number;
  after?: string | null | undefined;
};

const seesAll = (work: Work): boolean => seated(work).caps.has("MEETING_WRITE");

/** The chapter acted in. Throws FORBIDDEN for a seat that is not a chapter's board. */
function ownChapter(work: Work): string {
  const { chapterId } = seated(work);
  if (!chapterId || !seesAll(work)) throw new AppError("FORBIDDEN");
  return chapterId;
}

/** A page of the meetings in reach between two days (included), by day; the called off too. */
export async function listMeetings(work: Work, args: MeetingPageArgs): Promise<Connection<Meeting>> {
  const { organizationId } = seated(work);
  const first = pageSize(args.first);
  const place = fromCursor(args.after, 2);
  const [compare, direction] = args.latestFirst ? ["<", "desc"] : [">", "asc"];
  const rows = await work.query<MeetingRow>(
    `select ${MEETING_COLUMNS}
       from app.meeting m join app.chapter c on c.organization_id = m.organization_id and c.id = m.chapter_id
      where m.organization_id = $1 and ($2::date is null or m.held_on >= $2::date) and ($3::date is null or m.held_on <= $3::date)
        and ($4::date is null or (m.held_on, m.id) ${compare} ($4::date, $5::uuid))
      order by m.held_on ${direction}, m.id ${direction} limit $6`,
    [organizationId, args.from ?? null, args.to ?? null, place?.[0] ?? null, place?.[1] ?? null, first + 1],
  );
  const above = !seesAll(work);
  return toConnection(
    rows,
    first,
    (row) => toMeeting(row, above),
    (row) => [row.held_on, row.id],
    { after: args.after },
  );
}

/** One meeting in reach, or null. */
export async function findMeeting(work: Work, id: string): Promise<Meeting | null> {
  if (!isUuid(id)) return null;
  const [row] = await work.query<MeetingRow>(
    `select ${MEETING_COLUMNS}
       from app.meeting m join app.chapter c on c.organization_id = m.organization_id and c.id = m.chapter_id
      where m.organization_id = $1 and m.id = $2`,
    [seated(work).organizationId, id],
  );
  return row ? toMeeting(row, !seesAll(work)) : null;
}

/** The chapter's next meeting that members come to, or null: not a board meeting, not called off. */
export const nextMeeting = (work: Work, chapterId: string): Promise<Meeting | null> =>
  firstFrom(work, chapterId, false);

/** The chapter's next meeting of any kind, or null: not called off. */
export const comingMeeting = (work: Work, chapterId: string): Promise<Meeting | null> =>
  firstFrom(work, chapterId, true);

async function firstFrom(work: Work, chapterId: string, boardToo: boolean): Promise<Meeting | null> {
  const [row] = await work.query<MeetingRow>(
    `select ${MEETING_COLUMNS}
       from app.meeting m join app.chapter c on c.organization_id = m.organization_id and c.id = m.chapter_id
      where m.chapter_id = $1 and m.held_on >= $2 and m.cancelled_at is null and ($3 or m.kind <> 'BOARD_MEETING')
      order by m.held_on, m.starts_at, m.id limit 1`,
    [chapterId, work.today, boardToo],
  );
  return row ? toMeeting(row, !seesAll(work)) : null;
}

const values = (facts: MeetingFacts) => [
  facts.kind,
  facts.title,
  facts.heldOn,
  facts.startsAt,
  facts.place,
  facts.host,
  facts.link,
  facts.attendance,
];

async function refuseStale(work: Work, chapterId: string, id: string, language: Language): Promise<never> {
  const [now] = await work.query<{ cancelled: boolean }>(
    `select cancelled_at is not null as cancelled from app.meeting where chapter_id = $1 and id = $2`,
    [chapterId, id],
  );
  if (!now) throw new AppError("NOT_FOUND");
  if (now.cancelled) refuse("LOCKED", say(language, MEETING_TEXTS.cancelled), [], id);
  return refuse("CONFLICT", say(language, COMMON.conflict), [], id);
}

/** Lets a touchpoint of the chapter that is not decided use the meeting. */
async function useFor(work: Work, chapterId: string, touchpointId: string, meetingId: string): Promise<void> {
  const taken = await work.query(
    `update app.touchpoint set meeting_id = $3, started_at = coalesce(started_at, now()), rev = rev + 1
      where chapter_id = $1 and id = $2 and meeting_id is distinct from $3
        and num_nonnulls(closed_at, emptied_at, waived_at, cancelled_at) = 0 returning 1`,
    [chapterId, touchpointId, meetingId],
  );
  if (taken.length > 0) return;
  const [there] = await work.query<{ used: boolean }>(
    `select meeting_id = $3 as used from app.touchpoint where chapter_id = $1 and id = $2`,
    [chapterId, touchpointId, meetingId],
  );
  if (!there?.used) throw new AppError("NOT_FOUND");
}

/** Those written down by name are among those who came, and follow the meeting to another day, though not to one ahead. */
async function keepNamed(work: Work, chapterId: string, facts: MeetingFacts, language: Language): Promise<void> {
  const [named] = await work.query<{ n: number }>(
    `select count(*)::int as n from app.attendance where chapter_id = $1 and meeting_id = $2`,
    [chapterId, facts.id],
  );
  if (!named || named.n === 0) return;
  if (facts.heldOn > work.today) refuse("INVALID", say(language, MEETING_TEXTS.named), ["heldOn"], facts.id);
  await work.query(
    `update app.meeting set attendance = greatest(attendance, $3) where chapter_id = $1 and id = $2 and (attendance is null or attendance < $3)`,
    [chapterId, facts.id, named.n],
  );
  await work.query(
    `update app.attendance set held_on = $3 where chapter_id = $1 and meeting_id = $2 and held_on <> $3::date`,
    [chapterId, facts.id, facts.heldOn],
  );
}

/** Makes a meeting (rev 0) or changes one. */
export async function saveMeeting(work: Work, facts: MeetingFacts, language: Language): Promise<Done> {
  const chapterId = ownChapter(work);
  const { organizationId } = seated(work);
  const saved =
    facts.rev === 0
      ? await work.query<{ rev: number }>(
          `insert into app.meeting (organization_id, chapter_id, id, kind, title, held_on, starts_at, place, host, link, attendance)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning rev`,
          [organizationId, chapterId, facts.id, ...values(facts)],
        )
      : await work.query<{ rev: number }>(
          `update app.meeting set kind = $4, title = $5, held_on = $6, starts_at = $7, place = $8, host = $9, link = $10, attendance = $11, rev = rev + 1
            where chapter_id = $1 and id = $2 and rev = $3 and cancelled_at is null returning rev`,
          [chapterId, facts.id, facts.rev, ...values(facts)],
        );
  const rev = saved[0]?.rev;
  if (rev === undefined) return refuseStale(work, chapterId, facts.id, language);
  if (facts.rev > 0) await keepNamed(work, chapterId, facts, language);
  if (facts.touchpointId) await useFor(work, chapterId, facts.touchpointId, facts.id);
  return { id: facts.id, rev };
}

/** Calls off a meeting; what was to use it must choose another. */
export async function cancelMeeting(work: Work, input: { id: string; rev: number }, language: Language): Promise<Done> {
  const chapterId = ownChapter(work);
  if (!isUuid(input.id)) throw new AppError("NOT_FOUND");
  const [cancelled] = await work.query<{ rev: number }>(
    `update app.meeting set cancelled_at = now(), rev = rev + 1
      where chapter_id = $1 and id = $2 and rev = $3 and cancelled_at is null returning rev`,
    [chapterId, input.id, input.rev],
  );
  if (!cancelled) return refuseStale(work, chapterId, input.id, language);
  await work.query(`delete from app.attendance where chapter_id = $1 and meeting_id = $2`, [chapterId, input.id]);
  await work.query(
    `update app.touchpoint set meeting_id = null, rev = rev + 1
      where chapter_id = $1 and meeting_id = $2 and num_nonnulls(closed_at, emptied_at, waived_at, cancelled_at) = 0`,
    [chapterId, input.id],
  );
  return { id: input.id, rev: cancelled.rev };
}
