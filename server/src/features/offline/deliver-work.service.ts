import { addDays, cooldownDays, osloDate } from "@varde/domain";
import type { Language } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse, Refusal } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import { claimKey } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import {
  answersOf,
  decidedBy,
  demandOutcome,
  feedBack,
  fieldsOf,
  holdTouchpoint,
  isForgotten,
  mayBeEmpty,
  REFUSAL_TEXTS,
  timedSeconds,
} from "../touchpoints/index.js";
import type { Held } from "../touchpoints/index.js";
import {
  closes,
  isDecided,
  isSameDecision,
  MOST_DAYS_LATER,
  refusedOn,
  withContact,
  withDecision,
  withEmptied,
  withSteps,
} from "./fold-work.js";
import type { Taken, WorkState } from "./fold-work.js";
import type { DeliveredReportInput, DeliverWorkInput } from "./offline.inputs.js";
import { OFFLINE_TEXTS } from "./offline.texts.js";
import { stateOf, storeWork } from "./work-rows.js";

const OLDEST_MS = 7 * 24 * 3_600_000;
const MOST_STEPS = 50;
const MOST_REPORTS = 20;

/** The worst of what became of its parts is what is told. */
const WORST: readonly Taken[] = ["ALREADY", "TAKEN", "NOTHING_MORE", "DEADLINE_KEPT"];
const worse = (one: Taken, other: Taken): Taken => (WORST.indexOf(one) >= WORST.indexOf(other) ? one : other);

type Delivery = { context: Context; work: Work; held: Held; when: (instant: Date) => Date };
type Step = { state: WorkState; taken: Taken };

/** A phone's clock is corrected by the phone and believed within limits: see the decision on offline work. */
function believed({ row }: Held): (instant: Date) => Date {
  const now = Date.now();
  const first = Math.max(now - OLDEST_MS, Math.min(row.created_at.getTime(), now));
  return (instant) => new Date(Math.min(Math.max(instant.getTime(), first), now));
}

function demandTakenOn(state: WorkState, at: Date, begun: boolean, held: Held, language: Language): void {
  const reason = refusedOn(state, at, begun);
  if (reason) refuse("LOCKED", say(language, REFUSAL_TEXTS[reason]), [], held.row.id);
}

async function decide(
  { context, work, held, when }: Delivery,
  state: WorkState,
  report: DeliveredReportInput,
): Promise<Step> {
  const { language } = context;
  const { row, version } = held;
  const outcome = report.outcome ?? null;
  const at = when(report.doneAt);
  const partial = row.about_member && outcome !== "REACHED";
  const decided = isDecided(state);
  const answers = await answersOf(work, held, report.answers, partial, language).catch((error: unknown) => {
    // what somebody else closed meanwhile says so, whatever is wrong with the answers
    if (decided && error instanceof Refusal) return null;
    throw error;
  });
  const computed = fieldsOf(row, version).flatMap(({ key, type }) => (type === "AUTO" ? [key] : []));
  const same = answers !== null && isSameDecision(state, { outcome, answers }, computed);
  if (answers === null || (decided && !same))
    refuse("CONFLICT", decidedBy(row, seated(work).seatId, language), [], row.id);
  if (!decided && outcome) await feedBack(work, row, outcome);
  const decision = { outcome, answers, seconds: timedSeconds(report.seconds), at, by: seated(work).seatId };
  return { state: withDecision(state, decision), taken: same ? "ALREADY" : "TAKEN" };
}

async function takeReport(
  delivery: Delivery,
  state: WorkState,
  report: DeliveredReportInput,
  begun: boolean,
): Promise<Step> {
  const { context, work, held, when } = delivery;
  const { language } = context;
  const { row } = held;
  const outcome = report.outcome ?? null;
  const at = when(report.doneAt);
  demandOutcome(held, outcome, language);
  if (!isDecided(state)) demandTakenOn(state, at, begun, held, language);
  if (closes(outcome)) return decide(delivery, state, report);
  const day = osloDate(at);
  const { laterOn } = report;
  if (outcome === "LATER" && (!laterOn || laterOn <= day || laterOn > addDays(day, MOST_DAYS_LATER))) {
    refuse("INVALID", say(language, OFFLINE_TEXTS.laterNeeded), ["laterOn"], row.id);
  }
  if (outcome && !isDecided(state)) await feedBack(work, row, outcome);
  const rest = outcome === "NO_ANSWER" ? cooldownDays(state, day) : null;
  const wanted = rest && (report.returnsOn ?? rest.usual);
  return withContact(state, {
    outcome: outcome!,
    at,
    laterOn: laterOn ?? null,
    // what cannot be asked again is brought within what could have been chosen
    returnsOn: rest && wanted && (wanted < rest.first ? rest.first : wanted > rest.last ? rest.last : wanted),
  });
}

function takeEmptied({ context, work, held, when }: Delivery, state: WorkState, doneAt: Date): Step {
  const { language } = context;
  const { row, version } = held;
  const at = when(doneAt);
  if (!mayBeEmpty(row, version)) refuse("INVALID", say(language, OFFLINE_TEXTS.notEmpty), [], row.id);
  if (isDecided(state) && !state.emptiedAt)
    refuse("CONFLICT", decidedBy(row, seated(work).seatId, language), [], row.id);
  if (!state.emptiedAt) demandTakenOn(state, at, false, held, language);
  return { state: withEmptied(state, { at, by: seated(work).seatId }), taken: state.emptiedAt ? "ALREADY" : "TAKEN" };
}

/**
 * Takes what was done of one touchpoint without a network, in one transaction: steps are a set, attempts add up, and the same
 * decision twice is one. It is refused as a conflict only when somebody decided otherwise meanwhile, and as locked when it
 * was locked already when it was done. Whatever the order deliveries come in, the touchpoint ends the same.
 */
export async function deliverWork(
  context: Context,
  work: Work,
  input: DeliverWorkInput,
): Promise<Done & { taken: Taken }> {
  if (input.steps.length > MOST_STEPS || input.reports.length > MOST_REPORTS) throw new AppError("BAD_REQUEST");
  // a key that is the delivery's own would hide the act behind it
  if ([...input.reports, ...(input.emptied ? [input.emptied] : [])].some(({ key }) => key === input.key))
    throw new AppError("BAD_REQUEST");
  if (input.seatId !== seated(work).seatId) throw new AppError("FORBIDDEN");
  const held = await holdTouchpoint(context, work, input.id);
  const { row, version } = held;
  const before = stateOf(row);
  if (isForgotten(row)) return { id: row.id, rev: row.rev, taken: "NOTHING_MORE" };
  const delivery: Delivery = { context, work, held, when: believed(held) };
  const { when } = delivery;
  const wishes = input.steps.map((wish) => ({ ...wish, at: when(wish.at) }));
  const known = row.period_report ? [] : version.definition.steps.map(({ key }) => key);
  const gone = !!(before.waivedAt ?? before.cancelledAt);
  const first = wishes[0];
  if (first && !isDecided(before)) demandTakenOn(before, first.at, true, held, context.language);
  let state = gone ? before : withSteps(before, wishes, known);
  let taken: Taken = gone && first ? "NOTHING_MORE" : first ? "TAKEN" : "ALREADY";
  for (const report of input.reports) {
    if (!(await claimKey(work, "deliverWork.report", report.key))) continue;
    const step = await takeReport(delivery, state, report, !!first);
    state = step.state;
    taken = worse(taken, step.taken);
  }
  if (input.emptied && (await claimKey(work, "deliverWork.emptied", input.emptied.key))) {
    const step = takeEmptied(delivery, state, input.emptied.doneAt);
    state = step.state;
    taken = worse(taken, step.taken);
  }
  const rev = await storeWork(work, row, before, state);
  return { id: row.id, rev, taken };
}
