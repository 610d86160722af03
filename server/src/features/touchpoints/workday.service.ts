import { addDays, weekday } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import { comingMeeting } from "../meetings/index.js";
import { lastChance, opensLater } from "./list-filter.js";
import { UNCLOSED } from "./status-sql.js";
import { toTouchpoint, touchpointsByIds } from "./touchpoint.rows.js";
import type { TouchpointRow } from "./touchpoint.rows.js";
import type { Touchpoint } from "./touchpoint.type.js";
import { versionsOf } from "./versions.js";
import type { Whose, Workday, WorkdayCounts } from "./workday.type.js";

const PARTS = ["waiting", "returned", "resting", "missed", "doneToday", "takenOver", "ahead"] as const;
type Part = (typeof PARTS)[number];
/** Closed today, it was due at most so long ago; keeps the look-up within the index by due day. */
const DONE_WITHIN_DAYS = 400;
/** Beyond this a duty is of another year's plan. */
const AHEAD_DAYS = 200;

type Plan = WorkdayCounts & { whose: Whose } & Record<`${Part}_ids`, string[]>;

// $3 today, $4 this week's Sunday, $5 whose: null for mine when something is mine
const OVERDUE = "due_on < $3";
const PLAN = `
  with unclosed as materialized (
    select t.id, t.due_on, t.about_member, t.returns_on, t.assignee_seat_id = authz.seat_id() as mine, ${opensLater("$3::date")} as coming,
           coalesce(t.returns_on > $3, false) as rests
      from app.touchpoint t
     where t.chapter_id = $2 and ${UNCLOSED} and greatest(t.miss_on, t.exception_until) >= $3 and t.opens_on <= $3::date + ${AHEAD_DAYS}),
  whose as (select coalesce($5, case when exists (select 1 from unclosed where mine and not coming and not rests) then 'MINE' else 'BOARD' end) as whose),
  shown as (select * from unclosed where (select whose from whose) = 'BOARD' or mine),
  waiting as (select * from shown where not coming and not rests),
  missed as (select t.id, t.miss_on from app.touchpoint t where t.chapter_id = $2 and ${lastChance("$3::date")})
  select (select whose from whose) as whose,
         (select count(*)::int from unclosed where mine and not coming and not rests) as mine,
         (select count(*)::int from unclosed where not coming and not rests) as board,
         (select count(*)::int from waiting where ${OVERDUE}) as overdue,
         (select count(*)::int from waiting where due_on = $3) as today,
         (select count(*)::int from waiting where due_on > $3 and due_on <= $4) as week,
         (select count(*)::int from waiting where due_on > $3 and due_on > $4) as later,
         (select count(*)::int from shown where rests and not coming) as resting,
         (select count(*)::int from shown where coming) as coming,
         (select count(*)::int from missed) as missed,
         array(select id from waiting order by due_on, id limit 60) as waiting_ids,
         array(select id from shown where rests and not coming order by returns_on, id limit 20) as resting_ids,
         array(select id from unclosed where coming and not about_member order by due_on, id limit 3) as ahead_ids,
         array(select id from missed order by miss_on desc, id limit 10) as missed_ids,
         array(select t.id from app.touchpoint t where t.chapter_id = $2 and t.returned_at is not null order by t.returned_at desc, t.id limit 10) as returned_ids,
         array(select t.id from app.touchpoint t
                where t.chapter_id = $2 and t.due_on >= $3::date - ${DONE_WITHIN_DAYS} and not t.taken_over and coalesce(t.closed_at, t.emptied_at) >= $3::date::timestamp at time zone 'Europe/Oslo'
                order by coalesce(t.closed_at, t.emptied_at) desc, t.id limit 10) as done_today_ids,
         array(select t.id from app.touchpoint t where t.chapter_id = $2 and t.taken_over_by is not null and t.taken_over and t.taken_over_seen_at is null
                order by t.taken_over_at desc, t.id limit 20) as taken_over_ids`;

/** The Sunday of the week of a day. */
const sunday = (day: string): string => addDays(day, 7 - weekday(day));

/** The acting chapter's day: two statements for the tasks, one for the meeting. Without `whose`: mine when something is mine, else the board's. */
export async function readWorkday(context: Context, work: Work, wanted: Whose | null): Promise<Workday> {
  const { organizationId, chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  const [found] = await work.query<
    Omit<Plan, "doneToday_ids" | "takenOver_ids"> & { done_today_ids: string[]; taken_over_ids: string[] }
  >(PLAN, [organizationId, chapterId, work.today, sunday(work.today), wanted]);
  const { done_today_ids, taken_over_ids, ...counted } = found!;
  const plan: Plan = { ...counted, doneToday_ids: done_today_ids, takenOver_ids: taken_over_ids };
  const ids = [...new Set(PARTS.flatMap((part) => plan[`${part}_ids`]))];
  const rows =
    ids.length > 0 ? await work.query<TouchpointRow>(touchpointsByIds, [organizationId, chapterId, ids]) : [];
  const versions = await versionsOf(
    context.installation,
    work,
    rows.map((row) => row.version_id),
  );
  const shown = new Map(rows.map((row) => [row.id, toTouchpoint(row, versions.get(row.version_id)!, work.today)]));
  const of = (part: Part): Touchpoint[] => plan[`${part}_ids`].flatMap((id) => shown.get(id) ?? []);
  const { whose, mine, board, overdue, today, week, later, resting, coming, missed } = plan;
  return {
    whose,
    counts: { mine, board, overdue, today, week, later, resting, coming, missed },
    waiting: of("waiting"),
    returned: of("returned"),
    resting: of("resting"),
    missed: of("missed"),
    doneToday: of("doneToday"),
    takenOver: of("takenOver"),
    ahead: of("ahead"),
    nextMeeting: await comingMeeting(work, chapterId),
  };
}
