import { publishCounts, publishPaths } from "@varde/domain";
import type { JourneyEnding, JourneyLane, LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";

export type JourneyCount = { chapterId: string; lane: JourneyLane; ending: JourneyEnding; n: number };
export type PublishedMeasure = {
  unitKind: "ORGANIZATION" | "REGION" | "CHAPTER";
  unitId: string;
  measure: string;
  value: number | null;
};

const ACTIVATION = { sum: "JOINED_MATURE", parts: ["ACTIVATED", "NOT_ACTIVATED"] };

export type SuppressJourneyInput = {
  organizationId: string;
  /** the chapters open in the year, with their region of the day */
  chapters: readonly { id: string; regionId: string | null }[];
  counts: readonly JourneyCount[];
  /** counts of 1 to k-1 are hidden */
  k: number;
};

/**
 * What may be published of the journey. Activation is one table over chapters, regions and the organization. The ways of the
 * whole organization refine its three sums and nothing below it, so they are told only where those stand open, whole and
 * without a small count.
 */
export function suppressJourney({ organizationId, chapters, counts, k }: SuppressJourneyInput): PublishedMeasure[] {
  const byChapter = new Map<string, Record<string, number>>();
  for (const { chapterId, lane, n } of counts) {
    const row = byChapter.get(chapterId) ?? { JOINED_MATURE: 0, ACTIVATED: 0, NOT_ACTIVATED: 0 };
    const part = lane === "NOT" ? "NOT_ACTIVATED" : "ACTIVATED";
    byChapter.set(chapterId, { ...row, [part]: row[part]! + n, JOINED_MATURE: row["JOINED_MATURE"]! + n });
  }
  const units = chapters.flatMap(({ id, regionId }) => {
    const row = byChapter.get(id);
    return row ? [{ id, groupId: regionId, counts: row }] : [];
  });
  if (units.length === 0) return [];
  const table = publishCounts({ units, relations: [ACTIVATION], k, insiders: true });
  const measures: PublishedMeasure[] = [];
  const add = (
    unitKind: PublishedMeasure["unitKind"],
    unitId: string,
    row: Readonly<Record<string, number | null>>,
  ) => {
    for (const [measure, value] of Object.entries(row)) measures.push({ unitKind, unitId, measure, value });
  };
  for (const [id, row] of table.chapters) add("CHAPTER", id, row);
  for (const [id, row] of table.groups) add("REGION", id, row);
  add("ORGANIZATION", organizationId, table.total);
  if (Object.values(table.total).some((value) => value === null)) return measures;
  const known = new Set(units.map(({ id }) => id));
  for (const { lane, ending, n } of publishPaths(
    counts.filter((count) => known.has(count.chapterId)),
    k,
  ) ?? []) {
    add("ORGANIZATION", organizationId, { [`path:${lane}:${ending}`]: n });
  }
  return measures;
}

/**
 * Publishes the journey of a quarter's end, once: what is published stays. Under the publisher's rights and its lock of the
 * organization.
 */
export async function publishJourney(
  work: Work,
  input: { organizationId: string; day: LocalDate; chapters: SuppressJourneyInput["chapters"] },
): Promise<void> {
  const { organizationId, day, chapters } = input;
  const done = await work.query(`select 1 from app.published_journey where snapshot_on = $1 limit 1`, [day]);
  if (done.length > 0) return;
  const counts = await work.query<JourneyCount>(
    `select chapter_id as "chapterId", lane, ending, n from authz.journey_counts($1)`,
    [day],
  );
  const [organization] = await work.query<{ k: number }>(
    `select authz.limit_on(suppression_k, suppression_before, $1) as k from app.organization`,
    [day],
  );
  const measures = suppressJourney({ organizationId, chapters, counts, k: organization!.k });
  if (measures.length === 0) return;
  await work.query(
    `insert into app.published_journey (organization_id, snapshot_on, unit_kind, unit_id, measure, value)
     select authz.organization('STATISTICS_PUBLISH'), $1, c."unitKind", c."unitId", c.measure, c.value
       from jsonb_to_recordset($2::jsonb) c ("unitKind" text, "unitId" uuid, measure text, value int)`,
    [day, JSON.stringify(measures)],
  );
}
