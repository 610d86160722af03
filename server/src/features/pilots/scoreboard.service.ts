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
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { shareOf, shownMeasures } from "./shown-measures.js";
import type { ShareMeasure, Shown } from "./shown-measures.js";
import type { PilotDifference, PilotEstimate, PilotMeasure, PilotScoreboard } from "./scoreboard.type.js";

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

/** Who came to what is not written down by name, so nobody can say whether a member came back. */
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

const hiddenMeasures = (compared: boolean): PilotMeasure[] =>
  (["ON_TIME", "REPORT_MINUTES", "DONE", "REACHED"] as const)
    .map((measure): PilotMeasure => ({ ...activation(compared), measure, declined: "HIDDEN" }))
    .concat(activation(compared));

type CountRow = {
  is_pilot: boolean;
  as_of: LocalDate;
  judged: number;
  done: number;
  on_time: number;
  attempted: number | null;
  reached: number | null;
  seconds: number[];
  waiting: number | null;
  next_days: LocalDate[];
};

const toSide = (row: CountRow): Side => ({
  judged: row.judged,
  done: row.done,
  onTime: row.on_time,
  attempted: row.attempted ?? 0,
  reached: row.reached ?? 0,
  seconds: row.seconds,
  waiting: row.waiting,
  nextDays: row.next_days,
});

type PilotFacts = {
  starts_on: LocalDate;
  ends_on: LocalDate;
  compared: boolean;
  about_member: boolean;
  days: number;
  last_sunday: LocalDate;
  k: number;
};

/** How the pilot's version does against the one before it, in its chapters together. Throws NOT_FOUND. */
export async function readScoreboard(work: Work, pilotId: string): Promise<PilotScoreboard> {
  const { organizationId } = seated(work);
  const [facts] = isUuid(pilotId)
    ? await work.query<PilotFacts>(
        `select p.starts_on, p.ends_on, p.compared_version_id is not null as compared, bool_or(v.about_member) as about_member, o.suppression_k as k,
                case when bool_or(v.about_member) then (p.ends_on - p.starts_on + 7) / 7 * 7 else p.ends_on - p.starts_on + 1 end as days,
                ($3::date - extract(isodow from $3::date)::int)::text as last_sunday
           from app.pilot p join app.organization o on o.id = p.organization_id
           join app.template_version v on v.organization_id = p.organization_id and v.id in (p.version_id, p.compared_version_id)
          where p.organization_id = $1 and p.id = $2 group by p.organization_id, p.id, o.id`,
        [organizationId, pilotId, work.today],
      )
    : [];
  if (!facts) throw new AppError("NOT_FOUND");
  const rows = await work.query<CountRow>(
    `select is_pilot, as_of::text, judged, done, on_time, attempted, reached, seconds, waiting, next_days::text[] from authz.pilot_counts($1)`,
    [pilotId],
  );
  const pilot = rows.find((row) => row.is_pilot);
  const before = rows.find((row) => !row.is_pilot);
  const asOf = pilot?.as_of ?? (facts.about_member ? facts.last_sunday : addDays(work.today, -1));
  const { compared } = facts;
  return {
    pilotId,
    asOf,
    pilotFrom: facts.starts_on,
    pilotTo: addDays(facts.starts_on, facts.days - 1),
    beforeFrom: compared ? addDays(facts.starts_on, -facts.days) : null,
    beforeTo: compared ? addDays(facts.starts_on, -1) : null,
    withheld: !pilot,
    measures: pilot
      ? scoreMeasures({
          pilotId,
          aboutMember: facts.about_member,
          pilot: toSide(pilot),
          before: before ? toSide(before) : null,
          k: facts.k,
        })
      : hiddenMeasures(compared),
  };
}
