/**
 * The member's journey: where one is on a day, and which way those went who joined a year of days ago.
 * Source: domain rules «journey map» (stages and their days) and «activation90» (mature cohorts only).
 */
import { addDays, addMonths, daysBetween } from "./calendar.js";
import type { LocalDate } from "./calendar.js";

/** The stages, in the order in which they are walked. */
export const JOURNEY_STAGES = ["WELCOME", "FIRST_MEETING", "PARTICIPATE", "CONTRIBUTE", "RENEW", "FAREWELL"] as const;
export type JourneyStage = (typeof JOURNEY_STAGES)[number];

/** Which way: came within 90 days and three times or more, twice, or once; or did not come within 90 days. */
export const JOURNEY_LANES = ["OFTEN", "AGAIN", "ONCE", "NOT"] as const;
export type JourneyLane = (typeof JOURNEY_LANES)[number];

/** How it stands on the day: a member with this year's fee paid, a member without, or no longer one. */
export const JOURNEY_ENDINGS = ["PAID", "UNPAID", "LEFT"] as const;
export type JourneyEnding = (typeof JOURNEY_ENDINGS)[number];

/** The last day, counted from joining, of Velkommen and of Første møte. */
export const WELCOME_DAYS = 14;
export const FIRST_MEETING_DAYS = 60;
/** Whoever comes within this many days of joining is activated. */
export const ACTIVATION_DAYS = 90;
/** So many meetings make «ofte». */
export const OFTEN = 3;

/** What is known of one member on a day; nothing of what happened later. */
export type JourneyFacts = {
  joinedOn: LocalDate;
  /** null while a member; one who moved, died or was a duplicate is no part of the journey and not given here */
  leftOn: LocalDate | null;
  /** the first meeting come to; before joining counts too */
  firstCameOn: LocalDate | null;
  /** meetings come to in all */
  times: number;
  /** meetings come to in the twelve months up to the day */
  timesLastYear: number;
  /** the fee of the day's calendar year is paid; null where the chapter keeps no fees */
  feePaid: boolean | null;
};

/**
 * The one stage a member is in on a day; null before joining and when a year has passed since leaving.
 * Days since joining count from 0. From day 61: RENEW while this year's fee is unpaid, CONTRIBUTE with three meetings or
 * more in twelve months, else PARTICIPATE.
 */
export function stageOn(facts: JourneyFacts, day: LocalDate): JourneyStage | null {
  if (day < facts.joinedOn) return null;
  if (facts.leftOn !== null && facts.leftOn <= day) return facts.leftOn > addMonths(day, -12) ? "FAREWELL" : null;
  const days = daysBetween(facts.joinedOn, day);
  if (days <= WELCOME_DAYS) return "WELCOME";
  if (days <= FIRST_MEETING_DAYS) return "FIRST_MEETING";
  if (facts.feePaid === false) return "RENEW";
  return facts.timesLastYear >= OFTEN ? "CONTRIBUTE" : "PARTICIPATE";
}

/**
 * First and last joining day, both included, of those whose 90 days are over: a year of days. `since` is the day from which
 * the chapter writes down names; null when nobody can be followed yet.
 */
export function matureCohort(day: LocalDate, since: LocalDate): { from: LocalDate; to: LocalDate } | null {
  const to = addDays(day, -ACTIVATION_DAYS);
  const year = addDays(addMonths(to, -12), 1);
  const from = since > year ? since : year;
  return from <= to ? { from, to } : null;
}

/** Whether the member came to a meeting within 90 days of joining. */
export function isActivated({ joinedOn, firstCameOn }: Pick<JourneyFacts, "joinedOn" | "firstCameOn">): boolean {
  return firstCameOn !== null && daysBetween(joinedOn, firstCameOn) <= ACTIVATION_DAYS;
}

/** The way of one of a mature cohort. */
export function pathOf(facts: JourneyFacts, day: LocalDate): { lane: JourneyLane; ending: JourneyEnding } {
  const { times } = facts;
  const lane = !isActivated(facts) ? "NOT" : times >= OFTEN ? "OFTEN" : times === 2 ? "AGAIN" : "ONCE";
  const left = facts.leftOn !== null && facts.leftOn <= day;
  return { lane, ending: left ? "LEFT" : facts.feePaid ? "PAID" : "UNPAID" };
}

/** A way told coarsely enough to be published: `CAME` is any lane but NOT, or those of them that are not told apart; `STAYED` is PAID or UNPAID. */
export type PathCell = { lane: JourneyLane | "CAME"; ending: JourneyEnding | "STAYED"; n: number };

type Coarsening = (lane: JourneyLane, ending: JourneyEnding) => Omit<PathCell, "n">;
const stayed = (ending: JourneyEnding) => (ending === "LEFT" ? "LEFT" : "STAYED");
const again = (lane: JourneyLane) => (lane === "OFTEN" ? "AGAIN" : lane);
/** From the finest telling to the coarsest. AGAIN without OFTEN beside it is twice or more; those who left may be told as one. */
const TELLINGS: readonly Coarsening[] = [
  (lane, ending) => ({ lane, ending }),
  (lane, ending) => ({ lane: again(lane), ending }),
  (lane, ending) => ({ lane: again(lane), ending: stayed(ending) }),
  (lane, ending) => ({ lane: lane !== "NOT" && ending === "LEFT" ? "CAME" : lane, ending: stayed(ending) }),
  (lane, ending) => ({ lane: lane === "NOT" ? "NOT" : "CAME", ending }),
  (lane, ending) => ({ lane: lane === "NOT" ? "NOT" : "CAME", ending: stayed(ending) }),
];

/**
 * The ways of a whole federation in the finest telling in which every count is 0 or at least `k`; null when there is none.
 * It is told whole or not at all, so that no count follows from the sums.
 */
export function publishPaths(
  paths: readonly { lane: JourneyLane; ending: JourneyEnding; n: number }[],
  k: number,
): PathCell[] | null {
  for (const tell of TELLINGS) {
    const cells = new Map<string, PathCell>();
    for (const { lane, ending, n } of paths) {
      const told = tell(lane, ending);
      const key = `${told.lane}/${told.ending}`;
      cells.set(key, { ...told, n: (cells.get(key)?.n ?? 0) + n });
    }
    const told = [...cells.values()];
    if (told.every(({ n }) => n === 0 || n >= k)) return told;
  }
  return null;
}
