import type { Work } from "../../kernel/db/unit-of-work.js";

/** A chapter that may need a hand, as one of those around it is told: counts of duties and days, never persons. */
export type Escalation = {
  organizationId: string;
  seatId: string;
  accountId: string;
  chapterId: string;
  unit: string;
  organizationUnit: string;
  senderName: string;
  /** duties a week or more over their deadline that nobody has taken on or begun */
  untaken: number;
  /** duties over their deadline in all */
  overdue: number;
  /** days since anybody of the board was in, where that is long; else null */
  silentDays: number | null;
};

/** A duty that nobody is on is told of when it is this many days late; a board that has not been in, after so many. */
export const LATE_DAYS = 7;
export const SILENT_DAYS = 30;
/** The region hears of it so many days after the mentor. And a chapter is told of to the same person once in so many. */
const STEP_DAYS = 7;

/**
 * Chapters where duties wait and nobody is on them, for those of these people who shall hear: first the chapter's mentor, a week
 * later the region's coordinators; where there is no mentor the coordinators at once, and national where there is no
 * coordinator either. Tasks about a member are not counted: how many there are would say how many members there are.
 */
export async function collectEscalations(
  work: Work,
  organizationId: string,
  accountIds: readonly string[],
): Promise<Escalation[]> {
  return work.query<Escalation>(
    `with seat as (
       select s.* from (select id, role, unit_kind, region_id, chapter_id, account_id, valid_from, valid_to, last_seen_on from app.seat where organization_id = $1) s
        where s.account_id is not null and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())
     ), late as (
       select t.chapter_id, count(*)::int as overdue,
              count(*) filter (where t.due_on <= authz.today() - ${LATE_DAYS} and t.assignee_seat_id is null and t.started_at is null)::int as untaken,
              bool_or(t.due_on <= authz.today() - ${LATE_DAYS + STEP_DAYS} and t.assignee_seat_id is null and t.started_at is null) as untaken_long
         from app.touchpoint t
        where t.organization_id = $1 and t.chapter_id = any ((select authz.units('TOUCHPOINT_READ'))::uuid[]) and not t.about_member
          and t.due_on < authz.today() and greatest(t.miss_on, t.exception_until) >= authz.today()
          and num_nonnulls(t.closed_at, t.emptied_at, t.waived_at, t.cancelled_at) = 0
        group by t.chapter_id
     ), board as (
       select chapter_id, (authz.today() - coalesce(max(last_seen_on), min(valid_from))) as silent from seat where role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') group by chapter_id
     ), troubled as (
       select c.id, c.short_name, l.overdue, l.untaken, r.region_id, case when b.silent >= ${SILENT_DAYS} then b.silent end as silent,
              l.untaken_long or coalesce(b.silent >= ${SILENT_DAYS + STEP_DAYS}, false) as long,
              exists (select 1 from seat s where s.role = 'MENTOR' and s.chapter_id = c.id) as has_mentor,
              exists (select 1 from seat s where s.role = 'REGION_COORDINATOR' and s.region_id = r.region_id) as has_coordinator
         from late l join app.chapter c on c.organization_id = $1 and c.id = l.chapter_id and (c.closed_on is null or c.closed_on > authz.today())
         left join board b on b.chapter_id = c.id
         left join app.chapter_region r on r.organization_id = $1 and r.chapter_id = c.id and r.valid_from <= authz.today() and (r.valid_to is null or r.valid_to > authz.today())
        where l.untaken > 0 or b.silent >= ${SILENT_DAYS}
     )
     select distinct on (s.account_id, t.id) $1::uuid as "organizationId", s.id as "seatId", s.account_id as "accountId", t.id as "chapterId", t.short_name as unit,
            o.short_name as "organizationUnit", o.sender_name as "senderName", t.untaken, t.overdue, t.silent as "silentDays"
       from troubled t join app.organization o on o.id = $1
       join seat s on (s.role = 'MENTOR' and s.chapter_id = t.id)
         or (t.long or not t.has_mentor) and ((s.role = 'REGION_COORDINATOR' and s.region_id = t.region_id)
           or (s.role = 'NATIONAL_ADMIN' and not t.has_coordinator))
      where s.account_id = any ($2) and not exists (select 1 from app.reminder_log l where l.organization_id = $1 and l.rule = 'ESCALATION' and l.account_id = s.account_id
        and l.chapter_id = t.id and l.outcome = 'SENT' and l.reference_date > authz.today() - ${STEP_DAYS})
      order by s.account_id, t.id, s.id`,
    [organizationId, accountIds],
  );
}
