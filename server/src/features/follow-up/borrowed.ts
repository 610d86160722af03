import { addDays } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { openIn, reachKeys, scopeOf, SILENT_DAYS } from "../standings/index.js";
import type { BorrowedDuty, BorrowedQueue } from "./follow-up.type.js";
import { followed } from "./read-follow-up.js";

/** What is due within so many days is part of a queue that others look after. */
const SOON_DAYS = 14;

type SeatRow = { chapterId: string; activeSeats: number; lastSeenOn: LocalDate | null };
type DutyRow = BorrowedDuty & { chapterId: string };

/** The queues of those of these chapters, all open, where nobody is at it: no board seat with a person, or nobody here for 30 days. */
async function queuesOf(work: Work, chapterIds: readonly string[]): Promise<BorrowedQueue[]> {
  const seats = await work.query<SeatRow>(
    `select chapter_id as "chapterId", active_seats as "activeSeats", last_seen_on as "lastSeenOn" from authz.board_seats($1::uuid[], $2)`,
    [chapterIds, work.today],
  );
  const boards = new Map(seats.map((row) => [row.chapterId, row]));
  const empty = chapterIds.flatMap((chapterId): BorrowedQueue[] => {
    const { activeSeats = 0, lastSeenOn = null } = boards.get(chapterId) ?? {};
    if (activeSeats > 0 && lastSeenOn !== null && lastSeenOn > addDays(work.today, -SILENT_DAYS)) return [];
    const because = activeSeats === 0 ? "NO_BOARD" : lastSeenOn === null ? "NEVER_SEEN" : "SILENT";
    return [{ chapterId, because, lastSeenOn, duties: [] }];
  });
  if (empty.length === 0) return [];
  const duties = await readDuties(
    work,
    empty.map(({ chapterId }) => chapterId),
  );
  const queues = new Map(empty.map((queue) => [queue.chapterId, queue]));
  for (const { chapterId, ...duty } of duties) queues.get(chapterId)!.duties.push(duty);
  return empty;
}

/** Duties alone: what is about a member would be a count of persons. From the buckets of what is unclosed, as every number above. */
const readDuties = (work: Work, chapterIds: readonly string[]): Promise<DutyRow[]> =>
  work.query<DutyRow>(
    `select u.chapter_id as "chapterId", u.template_id as "templateId", n.name, u.count, u.overdue, u.due_on as "dueOn"
       from (select chapter_id, template_id, sum(n)::int as count,
                    coalesce(sum(n) filter (where due_on < $4), 0)::int as overdue, min(due_on) as due_on
               from app.standing_unclosed
              where reach_key = any ($2::text[]) and due_on <= $3 and miss_on >= $4 and n > 0 group by 1, 2) u
       cross join lateral (select v.definition -> 'name' as name from app.template_version v
         where v.organization_id = $1 and v.template_id = u.template_id and v.state <> 'DRAFT'
         order by (v.state = 'PUBLISHED') desc, v.major desc, v.minor desc limit 1) n
      order by u.due_on, u.template_id`,
    [seated(work).organizationId, reachKeys(chapterIds, "duties"), addDays(work.today, SOON_DAYS), work.today],
  );

/**
 * What waits in a chapter where nobody is at it; null where somebody is, and where the chapter is closed. Throws NOT_FOUND for
 * a chapter one does not follow.
 */
export async function borrowedQueue(work: Work, chapterId: string): Promise<BorrowedQueue | null> {
  const chapter = await followed(work, chapterId);
  if (!chapter.open) return null;
  const [queue] = await queuesOf(work, [chapter.id]);
  return queue ?? null;
}

/** The same for every open chapter in the reach, by name. Throws FORBIDDEN for a chapter's seat. */
export async function borrowedQueues(work: Work): Promise<BorrowedQueue[]> {
  if (seated(work).unitKind === "CHAPTER") throw new AppError("FORBIDDEN");
  const { chapters } = await scopeOf(work, null);
  return queuesOf(
    work,
    openIn(chapters, { start: work.today, end: work.today }).map(({ id }) => id),
  );
}
