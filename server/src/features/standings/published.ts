import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { ScopeUnit } from "./scope.js";

/** A unit's published counts by measure; null is hidden. */
export type PublishedMeasures = Readonly<Record<string, number | null>>;

/** Units by id, for one template or several (`templateId/unitId`). */
export type Published = ReadonlyMap<string, PublishedMeasures>;

export const publishedKey = (templateId: string, unitId: string): string => `${templateId}/${unitId}`;

/** The published counts of a snapshot for a unit and some chapters: already suppressed, never computed here. */
export async function readPublished(
  work: Work,
  question: { templateIds: readonly string[]; day: LocalDate; unit: ScopeUnit; chapterIds: readonly string[] },
): Promise<Published> {
  const { templateIds, day, unit, chapterIds } = question;
  const rows = await work.query<{ templateId: string; unitId: string; measures: PublishedMeasures }>(
    `select template_id as "templateId", unit_id as "unitId", json_object_agg(measure, value) as measures
       from app.published_count
      where organization_id = $1 and template_id = any ($2::uuid[]) and snapshot_on = $3
        and ((unit_kind = $4 and unit_id = $5) or (unit_kind = 'CHAPTER' and unit_id = any ($6::uuid[])))
      group by 1, 2`,
    [seated(work).organizationId, templateIds, day, unit.kind, unit.id, chapterIds],
  );
  return new Map(rows.map((row) => [publishedKey(row.templateId, row.unitId), row.measures]));
}
