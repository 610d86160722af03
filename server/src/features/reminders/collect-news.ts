import type { Work } from "../../kernel/db/unit-of-work.js";

/** News for one seat: what its chapter has that is new, near or over since the last mail about it. */
export type SeatNews = {
  organizationId: string;
  seatId: string;
  accountId: string;
  unit: string;
  organizationUnit: string;
  senderName: string;
  /** open or overdue in all */
  waiting: number;
  fresh: number;
  soon: number;
  overdue: number;
  /** the first deadline among those near */
  nextDue: string | null;
};

/** A deadline is near from this many days before. */
export const NEAR_DAYS = 3;
const NEAR = `authz.today() and authz.today() + ${NEAR_DAYS}`;

/** Somebody who has never had such a mail is told of what came this many days back. */
const FIRST_DAYS = 7;

/**
 * The seats of these people in an organization with something new since their last mail: a task that opened, a deadline that
 * came near, or one that passed. What has been said once is not said again; what another of the board has taken on, or
 * rests until somebody is tried again, is no news.
 */
export async function collectNews(
  work: Work,
  organizationId: string,
  accountIds: readonly string[],
): Promise<SeatNews[]> {
  return work.query<SeatNews>(
    `with holder as (
       select s.organization_id, s.id, s.account_id, s.chapter_id,
              coalesce((select max(l.reference_date) from app.reminder_log l where l.organization_id = s.organization_id and l.seat_id = s.id
                and l.account_id = s.account_id and l.rule = 'DIGEST' and l.outcome = 'SENT'), authz.today() - ${FIRST_DAYS}) as since
         from app.seat s
        where s.organization_id = $1 and s.account_id = any ($2) and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD')
          and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())
     ), unclosed as (
       -- the board's own deadline where it has one: it is reminded of that too, and late only after national's
       select t.chapter_id, t.assignee_seat_id, t.due_on, case when t.period_report then t.due_on else greatest(t.opens_on, t.due_on - coalesce(ov.due_days_earlier, 0)) end as own_due_on,
              greatest(t.opens_on, (t.created_at at time zone 'Europe/Oslo')::date) as appeared_on
         from app.touchpoint t left join app.overlay ov on ov.chapter_id = t.chapter_id and ov.version_id = t.version_id
        where t.chapter_id = any ((select authz.units('TOUCHPOINT_READ'))::uuid[]) and t.chapter_id in (select h.chapter_id from holder h) and t.opens_on <= authz.today() and t.miss_on >= authz.today()
          and num_nonnulls(t.closed_at, t.emptied_at, t.waived_at, t.cancelled_at) = 0 and coalesce(t.returns_on, authz.today()) <= authz.today()
     ), told as (
       select h.organization_id, h.id, h.account_id, h.chapter_id, count(*)::int as waiting,
              count(*) filter (where u.appeared_on > h.since)::int as fresh,
              count(*) filter (where u.due_on between ${NEAR} or u.own_due_on between ${NEAR})::int as soon,
              count(*) filter (where u.due_on < authz.today())::int as overdue,
              min(case when u.own_due_on between ${NEAR} then u.own_due_on when u.due_on between ${NEAR} then u.due_on end) as next_due,
              bool_or(u.appeared_on > h.since or (u.due_on - ${NEAR_DAYS} > h.since and u.due_on - ${NEAR_DAYS} <= authz.today())
                or (u.own_due_on - ${NEAR_DAYS} > h.since and u.own_due_on between ${NEAR})
                or (u.due_on >= h.since and u.due_on < authz.today())) as has_news
         from holder h join unclosed u on u.chapter_id = h.chapter_id and (u.assignee_seat_id is null or u.assignee_seat_id = h.id) group by 1, 2, 3, 4
     )
     select d.organization_id as "organizationId", d.id as "seatId", d.account_id as "accountId", c.short_name as unit, o.short_name as "organizationUnit",
            o.sender_name as "senderName", d.waiting, d.fresh, d.soon, d.overdue, d.next_due as "nextDue"
       -- by the parameter: were they joined by the holder's organization, their policies would be asked of every holder for every task
       from told d join app.chapter c on c.organization_id = $1 and c.id = d.chapter_id join app.organization o on o.id = $1
      where d.has_news and d.fresh + d.soon + d.overdue > 0 order by c.short_name, d.id`,
    [organizationId, accountIds],
  );
}
