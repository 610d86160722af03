/**
 * What a touchpoint's status is: computed from stored facts and today's day in Oslo, never stored.
 * Source: design rules «three dates per touchpoint»: opensOn <= dueOn <= missOn, each a whole day.
 */
import { addDays, latestDate, osloDate } from "./calendar.js";
import type { LocalDate } from "./calendar.js";

export const TOUCHPOINT_STATUSES = [
  "OPEN",
  "OVERDUE",
  "MISSED",
  "DONE_ON_TIME",
  "DONE_LATE",
  "TAKEN_OVER",
  "WAIVED",
  "CANCELLED",
  "EMPTY",
] as const;
export type TouchpointStatus = (typeof TOUCHPOINT_STATUSES)[number];

/** What came of a contact with a member. */
export const CONTACT_OUTCOMES = ["REACHED", "NO_ANSWER", "WRONG_NUMBER", "MOVED", "DECLINES_CONTACT", "LATER"] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** Outcomes that close the touchpoint. `NO_ANSWER` leaves it open, `LATER` moves its due date, `MOVED` waits for the transfer. */
export const CLOSING_OUTCOMES: readonly ContactOutcome[] = ["REACHED", "DECLINES_CONTACT", "WRONG_NUMBER"];

/** Days a touchpoint rests after nobody answered, when nothing else is chosen. */
export const COOLDOWN_DAYS = 2;
/** The most days one may choose to let it rest. */
export const MOST_COOLDOWN_DAYS = 14;

/** Days after closing in which a report can always be corrected. */
export const CORRECTION_DAYS = 7;

/**
 * The stored facts. Days are Oslo days and included; instants are UTC. `emptiedAt` is «ingen nye»: nothing to do in the period.
 * `exceptionUntil` is the last day of an exception that reopens this one touchpoint. `returnedAt`: the coordinator has sent
 * the report back to be corrected; absent or null when it is not with the board. `takenOver`: it was closed by national on behalf of the
 * chapter, and the board has not made it its own.
 */
export type TouchpointFacts = {
  opensOn: LocalDate;
  dueOn: LocalDate;
  missOn: LocalDate;
  lateAllowed: boolean;
  startedAt: Date | null;
  closedAt: Date | null;
  outcome: string | null;
  waivedAt: Date | null;
  cancelledAt: Date | null;
  emptiedAt: Date | null;
  exceptionUntil: LocalDate | null;
  returnedAt?: Date | null;
  takenOver?: boolean;
};

/** Why a report is not taken now. */
export type SubmitRefusal = "NOT_OPEN_YET" | "CLOSED" | "TOO_LATE" | "CANCELLED" | "WAIVED";

/** `until` is the last day a report is (or was) taken; null when no day applies. */
export type CanSubmit = { allowed: boolean; reason: SubmitRefusal | null; until: LocalDate | null };

/** The last day before the touchpoint counts as missed: the miss date, or the exception's last day when that is later. */
export function lastOpenDay(facts: Pick<TouchpointFacts, "missOn" | "exceptionUntil">): LocalDate {
  return latestDate(facts.missOn, facts.exceptionUntil);
}

/**
 * The status on the day `today`. A decision (cancelled, waived, empty) goes before what was closed.
 * `DONE_ON_TIME` when the Oslo day of `closedAt` is the due day or before; a running exception keeps it `OVERDUE`, not `MISSED`.
 */
export function touchpointStatus(facts: TouchpointFacts, today: LocalDate): TouchpointStatus {
  if (facts.cancelledAt) return "CANCELLED";
  if (facts.waivedAt) return "WAIVED";
  if (facts.emptiedAt) return "EMPTY";
  if (facts.closedAt && facts.takenOver) return "TAKEN_OVER";
  if (facts.closedAt) return osloDate(facts.closedAt) <= facts.dueOn ? "DONE_ON_TIME" : "DONE_LATE";
  if (today <= facts.dueOn) return "OPEN";
  return today <= lastOpenDay(facts) ? "OVERDUE" : "MISSED";
}

/**
 * The days among which one may choose when to try again after nobody answered: from tomorrow, and never later than the last day
 * it can be done. Null when it can be done today only: it then does not rest.
 */
export function cooldownDays(
  facts: Pick<TouchpointFacts, "dueOn" | "missOn" | "lateAllowed" | "exceptionUntil">,
  today: LocalDate,
): { first: LocalDate; usual: LocalDate; last: LocalDate } | null {
  const end = latestDate(facts.lateAllowed ? facts.missOn : facts.dueOn, facts.exceptionUntil);
  if (end <= today) return null;
  const within = (days: number): LocalDate => {
    const day = addDays(today, days);
    return day < end ? day : end;
  };
  return { first: addDays(today, 1), usual: within(COOLDOWN_DAYS), last: within(MOST_COOLDOWN_DAYS) };
}

/** Whether it rests on the day `today`: somebody tried or put it off, and it comes back later. */
export const isResting = ({ returnsOn }: { returnsOn: LocalDate | null }, today: LocalDate): boolean =>
  returnsOn !== null && returnsOn > today;

/**
 * Whether a report is taken on the day `today`, and if not why. Before `opensOn` only what has been started is taken;
 * after `dueOn` only where late is allowed; after `missOn` (or after `dueOn` where late is not allowed) only under an exception.
 */
export function canSubmit(facts: TouchpointFacts, today: LocalDate): CanSubmit {
  if (facts.cancelledAt) return { allowed: false, reason: "CANCELLED", until: null };
  if (facts.waivedAt) return { allowed: false, reason: "WAIVED", until: null };
  if (facts.closedAt || facts.emptiedAt) return { allowed: false, reason: "CLOSED", until: null };
  const until = latestDate(facts.lateAllowed ? facts.missOn : facts.dueOn, facts.exceptionUntil);
  if (today < facts.opensOn && !facts.startedAt) return { allowed: false, reason: "NOT_OPEN_YET", until };
  if (today > until) return { allowed: false, reason: "TOO_LATE", until };
  return { allowed: true, reason: null, until };
}

/**
 * Whether a closed (or emptied) report can be corrected on the day `today`: until its miss date or seven days after closing,
 * whichever is later. What was sent back can be corrected however long it has been locked, with no last day. `until` is null
 * then, and for what is not closed, or was cancelled or waived.
 */
export function canCorrect(facts: TouchpointFacts, today: LocalDate): { allowed: boolean; until: LocalDate | null } {
  const closedAt = facts.closedAt ?? facts.emptiedAt;
  if (!closedAt || facts.cancelledAt || facts.waivedAt) return { allowed: false, until: null };
  if (facts.returnedAt) return { allowed: true, until: null };
  const until = latestDate(facts.missOn, addDays(osloDate(closedAt), CORRECTION_DAYS));
  return { allowed: today <= until, until };
}
