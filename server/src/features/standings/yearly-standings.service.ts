import { periodOf } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { judged, readKept, within } from "./kept.js";
import { countsIn, keptOf } from "./overview.service.js";
import type { Told } from "./overview.service.js";
import { snapshotPeriod, wholeYears, windowOf } from "./periods.js";
import type { PublishedMeasures } from "./published.js";
import { scopeOf } from "./scope.js";
import type { Scope } from "./scope.js";
import { shownExact, shownPublished } from "./shown-counts.js";
import type { TemplateFacts } from "./template-facts.js";
import type { YearStanding } from "./yearly-standings.type.js";

const MOST_YEARS = 6;
const yearOf = (day: string): number => Number(day.slice(0, 4));

const wholeYearsOf = ({ since }: TemplateFacts, today: string): Told[] =>
  wholeYears(since ?? today, today).map((period) => ({ period, window: windowOf(period)! }));

/** The newest release of each year: what was released is all that is known of counts of persons. */
async function releasedByYear(work: Work, { unit }: Scope, facts: TemplateFacts): Promise<YearStanding[]> {
  const newest = [...Map.groupBy(facts.snapshots, ({ on }) => periodOf(on, "YEAR")).values()]
    .map(([first]) => first!)
    .slice(0, MOST_YEARS);
  const rows = await work.query<{ on: string; measures: PublishedMeasures }>(
    `select snapshot_on as on, json_object_agg(measure, value) as measures from app.published_count
      where organization_id = $1 and template_id = $2 and snapshot_on = any ($3::date[]) and unit_kind = $4 and unit_id = $5 group by 1`,
    [seated(work).organizationId, facts.id, newest.map(({ on }) => on), unit.kind, unit.id],
  );
  return newest.map((snapshot) => ({
    year: yearOf(snapshot.on),
    period: snapshotPeriod(snapshot),
    referenceDate: snapshot.on,
    fromSnapshot: true,
    counts: shownPublished(rows.find(({ on }) => on === snapshot.on)?.measures).counts,
  }));
}

/**
 * How a template went year by year, newest first, six at most: exact in the own chapter; above it duties exact, and what is about
 * members as it was released. A template that was never rolled out has no years.
 */
export async function yearlyStandings(work: Work, facts: TemplateFacts): Promise<YearStanding[]> {
  if (facts.since === null) return [];
  const { today } = work;
  const { unitKind, chapterId } = seated(work);
  const years = wholeYearsOf(facts, today);
  const exact = ({ period, window }: Told, counts: YearStanding["counts"]): YearStanding => ({
    year: yearOf(window.start),
    period,
    referenceDate: window.end < today ? window.end : today,
    fromSnapshot: false,
    counts,
  });
  if (unitKind === "CHAPTER" && chapterId) {
    const window = { start: years.at(-1)!.window.start, end: years[0]!.window.end };
    const kept = await readKept(work, { templateIds: [facts.id], chapterIds: [chapterId], window, of: "all" });
    return years.map((told) =>
      exact(told, shownExact(judged(kept, today, ({ month }) => within(told.window, month))).counts),
    );
  }
  const scope = await scopeOf(work, null);
  if (facts.aboutMember) return releasedByYear(work, scope, facts);
  const kept = await keptOf(
    work,
    scope.chapters,
    years.map((told) => ({ facts, told })),
  );
  return years.map((told) => exact(told, countsIn(facts, told, scope, kept, today).counts));
}
