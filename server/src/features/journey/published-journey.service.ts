import type { LocalDate, PathCell } from "@varde/domain";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { ChapterActivation, JourneyPath, PublishedJourney } from "./journey.type.js";

type Measures = Readonly<Record<string, number | null>>;

async function readDays(work: Work): Promise<LocalDate[]> {
  const rows = await work.query<{ day: LocalDate }>(
    `select distinct snapshot_on as day from app.published_journey where organization_id = $1 and unit_kind = 'ORGANIZATION' order by 1 desc limit 40`,
    [seated(work).organizationId],
  );
  return rows.map(({ day }) => day);
}

const EMPTY: Measures = {};

/** The unit whose sums are shown: the federation's for national, the region's for its coordinator, else the chapter's. */
function unitOf(work: Work): { kind: string; id: string } {
  const { organizationId, regionId, chapterId, unitKind } = seated(work);
  if (unitKind === "REGION" && regionId) return { kind: "REGION", id: regionId };
  return chapterId ? { kind: "CHAPTER", id: chapterId } : { kind: "ORGANIZATION", id: organizationId };
}

function pathsIn(measures: Measures): JourneyPath[] {
  return Object.entries(measures).flatMap(([measure, count]) => {
    const [kind, lane, ending] = measure.split(":");
    if (kind !== "path" || count === null) return [];
    return [{ lane: lane as PathCell["lane"], ending: ending as PathCell["ending"], count }];
  });
}

/** The published journey of a day, or the newest. Everything was suppressed when it was written. NOT_FOUND for another day. */
export async function publishedJourney(work: Work, on: LocalDate | null | undefined): Promise<PublishedJourney> {
  const { organizationId } = seated(work);
  const days = await readDays(work);
  const day = on ?? days[0] ?? null;
  if (on && !days.includes(on)) throw new AppError("NOT_FOUND");
  const unit = unitOf(work);
  const chapters = await work.query<{ id: string; name: string; measures: Measures | null }>(
    `select c.id, c.short_name as name,
            (select json_object_agg(p.measure, p.value) from app.published_journey p
              where p.organization_id = c.organization_id and p.snapshot_on = $2 and p.unit_kind = 'CHAPTER' and p.unit_id = c.id) as measures
       from app.chapter c
      where c.organization_id = $1 and c.id = any ((select authz.units('STATISTICS_READ'))::uuid[]) and (c.closed_on is null or c.closed_on > $3)`,
    [organizationId, day, work.today],
  );
  const [sums] = await work.query<{ measures: Measures | null }>(
    `select json_object_agg(measure, value) as measures from app.published_journey
      where organization_id = $1 and snapshot_on = $2 and unit_kind = $3 and unit_id = $4`,
    [organizationId, day, unit.kind, unit.id],
  );
  const total = sums?.measures ?? EMPTY;
  return {
    referenceDate: day,
    days,
    joined: total["JOINED_MATURE"] ?? null,
    activated: total["ACTIVATED"] ?? null,
    paths: unit.kind === "ORGANIZATION" ? pathsIn(total) : [],
    chapters: chapters
      .sort((a, b) => a.name.localeCompare(b.name, "nb"))
      .map(({ id, name, measures }): ChapterActivation => ({
        chapterId: id,
        chapterName: name,
        counted: measures !== null,
        joined: measures?.["JOINED_MATURE"] ?? null,
        activated: measures?.["ACTIVATED"] ?? null,
      })),
  };
}
