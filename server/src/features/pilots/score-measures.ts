import {
  addDays,
  medianDifference,
  medianInterval,
  MIN_JUDGED,
  shareDifference,
  shareInterval,
  verdict,
} from "@varde/domain";
import type { Interval, LocalDate } from "@varde/domain";
import { shareOf, shownMeasures } from "./shown-measures.js";
import type { ShareMeasure, Shown } from "./shown-measures.js";
import type { PilotDifference, PilotEstimate, PilotMeasure } from "./scoreboard.type.js";

/** Sums over the pilot's chapters; of one side. `attempted` and `reached` are 0 for duties. */
export type Side = {
  judged: number;
  done: number;
  onTime: number;
  attempted: number;
  reached: number;
  /** of each report that was timed */
  seconds: readonly number[];
  /** not over yet; null about members */
  waiting: number | null;
  /** the last days of the first of those */
  nextDays: readonly LocalDate[];
};
export type Scored = {
  pilotId: string;
  aboutMember: boolean;
  pilot: Side;
  before: Side | null;
  /** hide counts of one to k - 1 persons */
  k: number;
};

const SECONDS = 60;
const inMinutes = ({ estimate, low, high }: Interval): PilotDifference => ({
  value: estimate / SECONDS,
  low: low / SECONDS,
  high: high / SECONDS,
});
const asDifference = ({ estimate: value, low, high }: Interval): PilotDifference => ({ value, low, high });

const NOTHING: PilotEstimate = { numerator: null, n: null, value: null, low: null, high: null, waiting: null };

function shareEstimate(measure: ShareMeasure, side: Side, shown: Shown): PilotEstimate {
  const share = shareOf(measure, side);
  const interval = shown === "FULL" ? shareInterval(share) : null;
  return {
    numerator: shown === "FULL" ? share.numerator : null,
    n: shown === "HIDDEN" ? null : share.n,
    value: interval?.estimate ?? null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    waiting: side.waiting,
  };
}

/** The first day on which a side can have enough, by the last days of what waits; null when not that many are known. */
function enoughOn({ judged, nextDays }: Side): LocalDate | null {
  const last = nextDays[MIN_JUDGED - judged - 1];
  return last ? addDays(last, 1) : null;
}

function earliestOf(sides: readonly Side[]): LocalDate | null {
  const days = sides.filter(({ judged }) => judged < MIN_JUDGED).map(enoughOn);
  return days.includes(null) ? null : ((days as LocalDate[]).sort().at(-1) ?? null);
}

function scoreShare(scored: Scored, measure: ShareMeasure, shown: Shown): PilotMeasure {
  const { pilot, before } = scored;
  const sides = before ? [pilot, before] : [pilot];
  const few = sides.some((side) => shareOf(measure, side).n < MIN_JUDGED);
  // a verdict on hidden numbers, beside what is told of the others, can leave one number only: then it tells it
  const compared = before && shown !== "HIDDEN" ? before : null;
  const difference = compared && shareDifference(shareOf(measure, compared), shareOf(measure, pilot));
  // counts of duties are exact, also where there are too few for a share
  const of = (side: Side): PilotEstimate => shareEstimate(measure, side, scored.aboutMember ? shown : "FULL");
  return {
    measure,
    pilot: of(pilot),
    before: before && of(before),
    difference: difference && asDifference(difference),
    verdict: before ? verdict(difference, "HIGHER_IS_BETTER") : null,
    declined: shown === "HIDDEN" ? "HIDDEN" : few ? "TOO_FEW" : before ? null : "FIRST_VERSION",
    needed: MIN_JUDGED,
    earliest: few && measure !== "REACHED" && !scored.aboutMember ? earliestOf(sides) : null,
  };
}

function minutesEstimate({ seconds }: Side, aboutMember: boolean): PilotEstimate {
  const interval = medianInterval(seconds);
  const shown = interval && inMinutes(interval);
  // how many members' reports were timed is a count of persons: in tens, and below them nothing
  const tens = Math.floor(seconds.length / MIN_JUDGED) * MIN_JUDGED;
  return {
    ...NOTHING,
    n: aboutMember ? tens || null : seconds.length,
    value: shown?.value ?? null,
    low: shown?.low ?? null,
    high: shown?.high ?? null,
  };
}

function scoreMinutes({ pilotId, aboutMember, pilot, before }: Scored): PilotMeasure {
  // the same numbers give the same interval, whoever asks and when
  const difference = before && medianDifference(before.seconds, pilot.seconds, pilotId);
  const few = [pilot, before].some((side) => side && side.seconds.length < MIN_JUDGED);
  return {
    measure: "REPORT_MINUTES",
    pilot: minutesEstimate(pilot, aboutMember),
    before: before && minutesEstimate(before, aboutMember),
    difference: difference && inMinutes(difference),
    verdict: before ? verdict(difference, "LOWER_IS_BETTER") : null,
    declined: few ? "TOO_FEW" : before ? null : "FIRST_VERSION",
    needed: MIN_JUDGED,
    earliest: null,
  };
}

/** The measures of a pilot, with what may be told of each. */
export function scoreMeasures(scored: Scored): PilotMeasure[] {
  const { pilot, before, aboutMember, k } = scored;
  const shown = aboutMember
    ? shownMeasures(before ? [pilot, before] : [pilot], k, MIN_JUDGED)
    : ({ DONE: "FULL", ON_TIME: "FULL", REACHED: "FULL" } as const);
  const measures = [
    scoreShare(scored, "ON_TIME", shown.ON_TIME),
    scoreMinutes(scored),
    scoreShare(scored, "DONE", shown.DONE),
  ];
  if (!aboutMember) return measures;
  return [...measures, scoreShare(scored, "REACHED", shown.REACHED), activation(before !== null)];
}

/** A pilot is decided before the 90 days are over, and not every chapter writes down who came: the journey tells it by quarters. */
const activation = (compared: boolean): PilotMeasure => ({
  measure: "ACTIVATION_90",
  pilot: null,
  before: null,
  difference: null,
  verdict: compared ? "UNDECIDED" : null,
  declined: "NOT_RECORDED",
  needed: MIN_JUDGED,
  earliest: null,
});

/** Nothing is told of any measure. */
export const hiddenMeasures = (compared: boolean): PilotMeasure[] =>
  (["ON_TIME", "REPORT_MINUTES", "DONE", "REACHED"] as const)
    .map((measure): PilotMeasure => ({ ...activation(compared), measure, declined: "HIDDEN" }))
    .concat(activation(compared));
