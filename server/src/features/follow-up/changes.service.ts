import { addDays, addMonths, osloDate } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import type { NudgeAnswer } from "../news/index.js";
import { chapterRef, needs, openIn, reachKeys, scopeOf } from "../standings/index.js";
import type { ChapterChange, ContactDue, OverviewChanges } from "./changes.type.js";

/** Looks within so many minutes are one visit: what is new stays new while one goes back and forth. */
const VISIT_MINUTES = 30;
/** Duties are counted from so many months before the look; what is older is not done any more. */
const MONTHS = 12;
const DUE_DAYS = 7;

/** What a seat saw: chapters in need, duties done since `from` and board seats, by chapter. Ids and counts of duties only. */
type Seen = { needs: string[]; from: LocalDate; done: Record<string, number>; seats: Record<string, string[]> };
type Visit = { before_at: Date | null; before_state: Seen | null; seen_at: Date; seen_state: Seen };
type Reach = Awaited<ReturnType<typeof scopeOf>>;

async function reachOf(work: Work): Promise<Reach> {
  if (seated(work).unitKind === "CHAPTER") throw new AppError("FORBIDDEN");
  const scope = await scopeOf(work, null);
  return { ...scope, chapters: openIn(scope.chapters, { start: work.today, end: work.today }) };
}

async function readDone(work: Work, chapterIds: string[], from: LocalDate): Promise<Record<string, number>> {
  const rows = await work.query<{ id: string; n: number }>(
    `select chapter_id as id, sum(on_time + late)::int as n from app.standing where reach_key = any ($1::text[]) and month >= $2 group by 1`,
    [reachKeys(chapterIds, "duties"), from],
  );
  return Object.fromEntries(rows.map(({ id, n }) => [id, n]));
}

async function readSeats(work: Work, chapterIds: string[]): Promise<Record<string, string[]>> {
  const rows = await work.query<{ id: string; seats: string[] }>(
    `select chapter_id as id, array_agg(id::text order by id) as seats from app.seat
      where organization_id = $1 and chapter_id = any ($2::uuid[]) and role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') and account_id is not null
        and valid_from <= authz.today() and (valid_to is null or valid_to > authz.today()) group by 1`,
    [seated(work).organizationId, chapterIds],
  );
  return Object.fromEntries(rows.map(({ id, seats }) => [id, seats]));
}

async function see(work: Work, scope: Reach, from: LocalDate): Promise<Seen> {
  const ids = scope.chapters.map(({ id }) => id);
  return {
    needs: (await needs(work, scope)).map(({ chapter }) => chapter.id),
    from,
    done: await readDone(work, ids, from),
    seats: await readSeats(work, ids),
  };
}

async function readVisit(work: Work): Promise<{ visit: Visit | null; anew: boolean; fresh: boolean }> {
  const { organizationId, seatId } = seated(work);
  const [visit] = await work.query<Visit & { anew: boolean; fresh: boolean }>(
    `select before_at, before_state, seen_at, seen_state, seen_at < now() - make_interval(mins => ${VISIT_MINUTES}) as anew,
            seen_at > now() - interval '1 minute' as fresh
       from app.overview_visit where organization_id = $1 and seat_id = $2`,
    [organizationId, seatId],
  );
  return { visit: visit ?? null, anew: visit?.anew ?? true, fresh: visit?.fresh ?? false };
}

/** Remembers what the seat sees now, at most once a minute. */
export async function lookAtOverview(work: Work): Promise<Done> {
  const { organizationId, seatId } = seated(work);
  const scope = await reachOf(work);
  const { visit, anew, fresh } = await readVisit(work);
  if (fresh) return { id: seatId };
  const from = `${addMonths(work.today, -MONTHS).slice(0, 7)}-01`;
  const seen = JSON.stringify(await see(work, scope, from));
  if (!visit) {
    await work.query(
      `insert into app.overview_visit (organization_id, seat_id, seen_state) values ($1, $2, $3) on conflict do nothing`,
      [organizationId, seatId, seen],
    );
  } else {
    await work.query(
      `update app.overview_visit set before_at = case when $4 then seen_at else before_at end,
              before_state = case when $4 then seen_state else before_state end, seen_at = now(), seen_state = $3
        where organization_id = $1 and seat_id = $2`,
      [organizationId, seatId, seen, anew],
    );
  }
  return { id: seatId };
}

type Count = { id: string; n: number };

/** Duties nobody closed whose last day has gone by since the day of the look. */
const readMissed = (work: Work, ids: string[], since: LocalDate): Promise<Count[]> =>
  work.query<Count>(
    `select chapter_id as id, sum(n)::int as n from app.standing_unclosed
      where reach_key = any ($1::text[]) and miss_on >= $2 and miss_on < authz.today() group by 1`,
    [reachKeys(ids, "duties"), since],
  );

/** Requests about duties; one about a member would count persons. */
const readAsked = (work: Work, ids: string[], since: Date): Promise<Count[]> =>
  work.query<Count>(
    `select chapter_id as id, count(*)::int as n from app.touchpoint_request
      where reach_key = any ($1::text[]) and chapter_id = any ($3::uuid[]) and state = 'ASKED' and asked_at > $2 group by 1`,
    [reachKeys(ids, "duties"), since, ids],
  );

const readAnswers = (work: Work, ids: string[], since: Date): Promise<{ id: string; answer: NudgeAnswer }[]> =>
  work.query(
    `select distinct on (x.chapter_id) x.chapter_id as id, x.answer from app.board_message_seen x
      where x.organization_id = $1 and x.chapter_id = any ($2::uuid[]) and x.answer is not null and x.answered_at > $3
      order by x.chapter_id, x.answered_at desc`,
    [seated(work).organizationId, ids, since],
  );

/** The newest contact of each chapter says when somebody means to be in touch again. */
async function readDue(work: Work, { chapters }: Reach): Promise<ContactDue[]> {
  const rows = await work.query<{ id: string; on: LocalDate }>(
    `select c.chapter_id as id, c.next_on as "on"
       from (select distinct on (k.chapter_id) k.chapter_id, k.next_on from app.chapter_contact k
              where k.chapter_id = any ($1::uuid[]) order by k.chapter_id, k.on_day desc, k.created_at desc, k.id) c
      where c.next_on <= $2 order by 2, 1`,
    [chapters.map(({ id }) => id), addDays(work.today, DUE_DAYS)],
  );
  const byId = new Map(chapters.map((chapter) => [chapter.id, chapter]));
  return rows.map(({ id, on }) => ({ chapter: chapterRef(byId.get(id)!), on }));
}

const numbers = (rows: Count[]): Map<string, number> => new Map(rows.map(({ id, n }) => [id, n]));
/** How many of `these` are not among `those`. */
const without = (these: readonly string[] = [], those: readonly string[] = []): number =>
  these.filter((id) => !those.includes(id)).length;

/** What is new since the seat's last visit, by chapter. Throws FORBIDDEN for a chapter's seat. */
export async function overviewChanges(work: Work): Promise<OverviewChanges> {
  const scope = await reachOf(work);
  const contactsDue = await readDue(work, scope);
  const { visit, anew } = await readVisit(work);
  const since = anew ? visit?.seen_at : visit?.before_at;
  const then = anew ? visit?.seen_state : visit?.before_state;
  if (!since || !then) return { since: null, chapters: [], contactsDue };
  const ids = scope.chapters.map(({ id }) => id);
  const now = await see(work, scope, then.from);
  const missed = numbers(await readMissed(work, ids, osloDate(since)));
  const asked = numbers(await readAsked(work, ids, since));
  const answers = new Map((await readAnswers(work, ids, since)).map(({ id, answer }) => [id, answer]));
  const chapters = scope.chapters.map(({ id, ...chapter }): ChapterChange => {
    // a chapter that is new in the reach was not seen: its boards are no change, and neither is what it did before
    const known = id in then.done || id in then.seats || then.needs.includes(id);
    return {
      chapter: chapterRef({ id, ...chapter }),
      nowInNeed: now.needs.includes(id) && !then.needs.includes(id),
      noLongerInNeed: then.needs.includes(id) && !now.needs.includes(id),
      done: known ? Math.max(0, (now.done[id] ?? 0) - (then.done[id] ?? 0)) : 0,
      missed: missed.get(id) ?? 0,
      asked: asked.get(id) ?? 0,
      answer: answers.get(id) ?? null,
      seatsTaken: known ? without(now.seats[id], then.seats[id]) : 0,
      seatsEnded: known ? without(then.seats[id], now.seats[id]) : 0,
    };
  });
  return {
    since,
    chapters: chapters.filter(
      (one) =>
        one.nowInNeed ||
        one.noLongerInNeed ||
        one.answer !== null ||
        one.done + one.missed + one.asked + one.seatsTaken + one.seatsEnded > 0,
    ),
    contactsDue,
  };
}
