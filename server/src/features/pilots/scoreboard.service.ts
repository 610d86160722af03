import { addDays } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { hiddenMeasures, scoreMeasures } from "./score-measures.js";
import type { Side } from "./score-measures.js";
import type { PilotScoreboard } from "./scoreboard.type.js";

type CountRow = {
  is_pilot: boolean;
  from_day: LocalDate;
  to_day: LocalDate;
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
  last_sunday: LocalDate;
  k: number;
};

/** How the pilot's version does against the one before it, in its chapters together. Throws NOT_FOUND. */
export async function readScoreboard(work: Work, pilotId: string): Promise<PilotScoreboard> {
  const { organizationId } = seated(work);
  const [facts] = isUuid(pilotId)
    ? await work.query<PilotFacts>(
        `select p.starts_on, p.ends_on, p.compared_version_id is not null as compared, bool_or(v.about_member) as about_member, authz.limit_on(o.suppression_k, o.suppression_before, $3::date - extract(isodow from $3::date)::int) as k,
                ($3::date - extract(isodow from $3::date)::int)::text as last_sunday
           from app.pilot p join app.organization o on o.id = p.organization_id
           join app.template_version v on v.organization_id = p.organization_id and v.id in (p.version_id, p.compared_version_id)
          where p.organization_id = $1 and p.id = $2 group by p.organization_id, p.id, o.id`,
        [organizationId, pilotId, work.today],
      )
    : [];
  if (!facts) throw new AppError("NOT_FOUND");
  const rows = await work.query<CountRow>(
    `select is_pilot, from_day::text, to_day::text, as_of::text, judged, done, on_time, attempted, reached, seconds, waiting, next_days::text[]
       from authz.pilot_counts($1)`,
    [pilotId],
  );
  const pilot = rows.find((row) => row.is_pilot);
  const before = rows.find((row) => !row.is_pilot);
  return {
    pilotId,
    asOf: pilot?.as_of ?? (facts.about_member ? facts.last_sunday : addDays(work.today, -1)),
    pilotFrom: pilot?.from_day ?? facts.starts_on,
    pilotTo: pilot?.to_day ?? facts.ends_on,
    beforeFrom: before?.from_day ?? null,
    beforeTo: before?.to_day ?? null,
    withheld: !pilot,
    measures: pilot
      ? scoreMeasures({
          pilotId,
          aboutMember: facts.about_member,
          pilot: toSide(pilot),
          before: before ? toSide(before) : null,
          k: facts.k,
        })
      : hiddenMeasures(facts.compared),
  };
}
