import { neutralName } from "@varde/domain";
import type { Language } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { derivedSecret, hashSecret } from "../../kernel/crypto/sealer.js";
import { runWork } from "../../kernel/db/run-work.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Installation } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { CALENDAR_WORDS } from "./calendar.texts.js";
import { countedEntry, meetingEntry, taskEntry } from "./entries.js";
import type { MeetingFacts, TaskFacts } from "./entries.js";
import { yearEntries } from "./year-entries.js";
import type { FeedYear } from "./year-entries.js";
import { writeCalendar } from "./write-calendar.js";

type Feed = {
  chapterId: string;
  chapter: string;
  organization: string;
  language: Language;
  meetings: MeetingFacts[];
  duties: TaskFacts[];
  counted: { day: string; n: number }[];
};

const domainOf = (baseUrl: string): string => new URL(baseUrl).hostname;

/** The calendar behind a secret; null when it is none of ours, or holds no longer. */
export async function readFeed(installation: Installation, secret: string): Promise<string | null> {
  const [row] = await runWork(installation.app, { session: null, readOnly: true }, (work) =>
    work.query<{ feed: Feed | null; year: FeedYear | null }>(
      `select authz.calendar_feed($1) as feed, authz.calendar_year($1) as year`,
      [hashSecret(secret)],
    ),
  );
  const feed = row?.feed;
  if (!feed) return null;
  const { baseUrl } = installation;
  const unit = neutralName(feed.chapter, feed.organization);
  return writeCalendar(CALENDAR_WORDS[feed.language].name(unit), domainOf(baseUrl), [
    ...feed.meetings.map((meeting) => meetingEntry(meeting, unit, feed.language, baseUrl)),
    ...feed.duties.map((task) => taskEntry(task, feed.language, baseUrl)),
    ...feed.counted.map((day) => countedEntry(day, feed.chapterId, feed.language, baseUrl)),
    ...(row.year ? yearEntries(row.year, feed, baseUrl) : []),
  ]);
}

/** One's own address for the seat acted in, as it stands: when it was made. The secret is shown once, when it is. */
export async function ownFeed(work: Work): Promise<{ id: string; createdAt: Date; withYear: boolean } | null> {
  const [row] = await work.query<{ id: string; createdAt: Date; withYear: boolean }>(
    `select id, created_at as "createdAt", with_year as "withYear" from app.calendar_feed
      where organization_id = $1 and seat_id = authz.seat_id() and account_id = authz.uid() and revoked_at is null`,
    [seated(work).organizationId],
  );
  return row ?? null;
}

/** The address of a feed. Made from its id, so that a retry of the same request shows the same; the database keeps its hash. */
export const feedUrl = ({ secret, baseUrl }: Installation, id: string): string =>
  `${baseUrl}/kalender/${derivedSecret(secret, "calendar-feed", id)}.ics`;

/** Makes a new address for the seat acted in; the one before stops working. */
export async function createFeed(work: Work, installation: Installation, withYear: boolean): Promise<string> {
  const { organizationId, seatId, accountId } = seated(work);
  // two at once would each end the one before, and both be the one
  await work.query(`select pg_advisory_xact_lock(hashtextextended('calendar feed ' || $1 || $2, 0))`, [
    seatId,
    accountId,
  ]);
  await revokeFeed(work);
  const id = uuidv7();
  await work.query(
    `insert into app.calendar_feed (organization_id, id, seat_id, account_id, token_hash, with_year) values ($1, $2, $3, $4, $5, $6)`,
    [
      organizationId,
      id,
      seatId,
      accountId,
      hashSecret(derivedSecret(installation.secret, "calendar-feed", id)),
      withYear,
    ],
  );
  return id;
}

/** Ends the address of the seat acted in. Done twice is done. */
export async function revokeFeed(work: Work): Promise<void> {
  await work.query(
    `update app.calendar_feed set revoked_at = now() where organization_id = $1 and seat_id = authz.seat_id() and account_id = authz.uid() and revoked_at is null`,
    [seated(work).organizationId],
  );
}

type One<T> = T & { chapter: string; organization: string };

/** One meeting as a calendar file. Throws NOT_FOUND for what is not in reach. */
export async function meetingFile(
  work: Work,
  { baseUrl }: Installation,
  id: string,
  language: Language,
): Promise<string> {
  const [meeting] = !isUuid(id)
    ? []
    : await work.query<One<MeetingFacts>>(
        `select m.id, m.kind, m.held_on as day, m.rev, m.cancelled_at is not null as cancelled,
                extract(epoch from (m.held_on + m.starts_at) at time zone 'Europe/Oslo')::int as starts, c.short_name as chapter, o.short_name as organization
           from app.meeting m join app.chapter c on c.organization_id = m.organization_id and c.id = m.chapter_id join app.organization o on o.id = m.organization_id
          where m.id = $1`,
        [id],
      );
  if (!meeting) throw new AppError("NOT_FOUND");
  const unit = neutralName(meeting.chapter, meeting.organization);
  return writeCalendar(unit, domainOf(baseUrl), [meetingEntry(meeting, unit, language, baseUrl)]);
}

/** One task's deadline as a calendar file. Throws NOT_FOUND for what is not in reach. */
export async function taskFile(work: Work, { baseUrl }: Installation, id: string, language: Language): Promise<string> {
  const [task] = !isUuid(id)
    ? []
    : await work.query<One<TaskFacts>>(
        `select t.id, t.due_on as day, t.rev, case when not t.about_member then v.definition -> 'name' end as name, c.short_name as chapter, o.short_name as organization
           from app.touchpoint t join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id
           join app.chapter c on c.organization_id = t.organization_id and c.id = t.chapter_id join app.organization o on o.id = t.organization_id
          where t.id = $1`,
        [id],
      );
  if (!task) throw new AppError("NOT_FOUND");
  const unit = neutralName(task.chapter, task.organization);
  return writeCalendar(unit, domainOf(baseUrl), [taskEntry(task, language, baseUrl)]);
}
