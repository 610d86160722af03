import { addDays, canSubmit, CLOSING_OUTCOMES, daysBetween, latestDate, osloDate } from "@varde/domain";
import type { Answers, ContactOutcome, LocalDate, SubmitRefusal, TouchpointFacts } from "@varde/domain";

/** What delivered work can change of a touchpoint. */
export type WorkState = TouchpointFacts & {
  closedBy: string | null;
  outcome: ContactOutcome | null;
  /** when the last contact that left it open was; null when it is not known */
  outcomeAt: Date | null;
  attempts: number;
  stepsDone: readonly string[];
  /** ISO instants by the step's key */
  stepTimes: Readonly<Record<string, string>>;
  firstDueOn: LocalDate;
  returnsOn: LocalDate | null;
  answers: Answers;
  seconds: number | null;
};

export type StepWish = { step: string; done: boolean; at: Date };
export type Contact = { outcome: ContactOutcome; at: Date; laterOn: LocalDate | null; returnsOn: LocalDate | null };
export type Decision = {
  outcome: ContactOutcome | null;
  answers: Answers;
  seconds: number | null;
  at: Date;
  by: string;
};

/** What became of it: `DEADLINE_KEPT` was noted, but the deadline had been moved once before. */
export type Taken = "TAKEN" | "ALREADY" | "NOTHING_MORE" | "DEADLINE_KEPT";

const MOST_ATTEMPTS = 1000;
export const MOST_DAYS_LATER = 90;
const earlierDay = (one: LocalDate | null, other: LocalDate): LocalDate | null => (one && one > other ? other : one);
const earliest = (one: Date | null, other: Date): Date => (one && one <= other ? one : other);

export const isDecided = (state: WorkState): boolean =>
  !!(state.closedAt ?? state.emptiedAt ?? state.waivedAt ?? state.cancelledAt);

/** Why nothing was taken on the day it was done; null when it was. Whoever ticked a step has begun. */
export function refusedOn(state: WorkState, at: Date, begun: boolean): SubmitRefusal | null {
  const { reason } = canSubmit(state, osloDate(at));
  return reason === "NOT_OPEN_YET" && begun ? null : reason;
}

/** Of what is decided: the same act, had it come while it was open, would have been refused. */
const wasShut = (state: WorkState, at: Date): boolean => {
  const startedAt = state.startedAt && state.startedAt <= at ? state.startedAt : null;
  return refusedOn({ ...state, closedAt: null, emptiedAt: null, startedAt }, at, false) !== null;
};

/** A set in which the last wish for each step holds; of two at the same instant the one that is done. */
export function withSteps(state: WorkState, wishes: readonly StepWish[], known: readonly string[]): WorkState {
  const ticked = new Set(state.stepsDone);
  const times = new Map(Object.entries(state.stepTimes));
  let { startedAt } = state;
  let changed = false;
  for (const { step, done, at } of wishes) {
    if (!known.includes(step)) continue;
    // it was begun then, whatever was wished afterwards
    startedAt = earliest(startedAt, at);
    const before = times.get(step);
    const last = before === undefined ? -Infinity : Date.parse(before);
    if (at.getTime() < last || (at.getTime() === last && !done)) continue;
    if (done) ticked.add(step);
    else ticked.delete(step);
    times.set(step, at.toISOString());
    changed = true;
  }
  if (!changed) return { ...state, startedAt };
  return {
    ...state,
    startedAt,
    stepsDone: known.filter((key) => ticked.has(key)),
    stepTimes: Object.fromEntries(times),
  };
}

/** The due day moves once, for whoever asked before it was done. */
function movedBy(state: WorkState, { laterOn, at }: Contact): { days: number; kept: boolean } {
  if (!laterOn || laterOn <= state.dueOn) return { days: 0, kept: false };
  // of what was decided otherwise, and of an act that came too late or too early, no day moves
  if (isDecided(state) && (!state.closedAt || at > state.closedAt || wasShut(state, at)))
    return { days: 0, kept: false };
  if (state.dueOn !== state.firstDueOn) return { days: 0, kept: true };
  return { days: daysBetween(state.dueOn, laterOn), kept: false };
}

/** A contact that does not close it: attempts add up, whenever they arrive; the last one says how it stands. */
export function withContact(state: WorkState, contact: Contact): { state: WorkState; taken: Taken } {
  const { outcome, at } = contact;
  const decided = isDecided(state);
  const { days, kept } = outcome === "LATER" ? movedBy(state, contact) : { days: 0, kept: false };
  const last = !decided && (!state.outcomeAt || at >= state.outcomeAt);
  const end = addDays(latestDate(state.lateAllowed ? state.missOn : state.dueOn, state.exceptionUntil), days);
  const next: WorkState = {
    ...state,
    attempts: outcome === "NO_ANSWER" ? Math.min(state.attempts + 1, MOST_ATTEMPTS) : state.attempts,
    dueOn: days > 0 ? addDays(state.dueOn, days) : state.dueOn,
    missOn: days > 0 ? addDays(state.missOn, days) : state.missOn,
    startedAt: earliest(state.startedAt, at),
    // it comes back while it can still be done
    ...(last && { outcome, returnsOn: outcome === "LATER" ? earlierDay(contact.laterOn, end) : contact.returnsOn }),
    outcomeAt: state.outcomeAt && state.outcomeAt > at ? state.outcomeAt : at,
  };
  return { state: next, taken: decided ? "NOTHING_MORE" : kept ? "DEADLINE_KEPT" : "TAKEN" };
}

const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** The same decision says the same: the outcome, and the answers people gave. */
export function isSameDecision(
  state: WorkState,
  decision: { outcome: ContactOutcome | null; answers: Answers },
  computed: readonly string[],
): boolean {
  const given = (answers: Answers): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => !computed.includes(key)));
  return (
    !!state.closedAt &&
    state.outcome === decision.outcome &&
    stable(given(state.answers)) === stable(given(decision.answers))
  );
}

/** Closed when it was done. The same decision from two phones was taken by whoever did it first. */
export function withDecision(state: WorkState, decision: Decision): WorkState {
  const { at, by } = decision;
  if (state.closedAt) {
    if (at >= state.closedAt || wasShut(state, at)) return state;
    return { ...state, closedAt: at, closedBy: by, startedAt: earliest(state.startedAt, at) };
  }
  return {
    ...state,
    closedAt: at,
    closedBy: by,
    startedAt: earliest(state.startedAt, at),
    outcome: decision.outcome,
    answers: decision.answers,
    seconds: state.seconds ?? decision.seconds,
    returnsOn: null,
  };
}

/** «Ingen nye», when it was said. */
export function withEmptied(state: WorkState, { at, by }: { at: Date; by: string }): WorkState {
  if (state.emptiedAt && (at >= state.emptiedAt || wasShut(state, at))) return state;
  return { ...state, emptiedAt: at, closedBy: by };
}

export const closes = (outcome: ContactOutcome | null): boolean =>
  outcome === null || CLOSING_OUTCOMES.includes(outcome);
