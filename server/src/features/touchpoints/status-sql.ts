import type { TouchpointStatus } from "@varde/domain";

const OSLO_DAY = "(t.closed_at at time zone 'Europe/Oslo')::date";
export const UNCLOSED =
  "t.closed_at is null and t.emptied_at is null and t.waived_at is null and t.cancelled_at is null";
/** Ids of the acting chapter's seats that hold today, in a statement whose `$1` is the organization and `$2` the chapter: whose seat has ended has let go. */
export const BOARD_SEATS =
  "array(select a.id from app.seat a where a.organization_id = $1 and a.chapter_id = $2 and a.valid_from <= authz.today() and (a.valid_to is null or a.valid_to > authz.today()))";
const LAST_OPEN_DAY = "greatest(t.miss_on, t.exception_until)";

/** The condition on `app.touchpoint t` that holds where `touchpointStatus` says so; `today` gives a parameter such as `$1::date`, only where it is needed. */
export function statusCondition(status: TouchpointStatus, today: () => string): string {
  switch (status) {
    case "OPEN":
      return `(${UNCLOSED} and t.due_on >= ${today()})`;
    case "OVERDUE":
      return `(${UNCLOSED} and t.due_on < ${today()} and ${LAST_OPEN_DAY} >= ${today()})`;
    case "MISSED":
      return `(${UNCLOSED} and t.due_on < ${today()} and ${LAST_OPEN_DAY} < ${today()})`;
    case "DONE_ON_TIME":
      return `(t.closed_at is not null and not t.taken_over and ${OSLO_DAY} <= t.due_on)`;
    case "DONE_LATE":
      return `(t.closed_at is not null and not t.taken_over and ${OSLO_DAY} > t.due_on)`;
    case "TAKEN_OVER":
      return "t.taken_over";
    case "WAIVED":
      return "t.waived_at is not null";
    case "CANCELLED":
      return "t.cancelled_at is not null";
    case "EMPTY":
      return "t.emptied_at is not null";
  }
}
