import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { ScopeUnit } from "./scope.js";

/** A unit's published counts by measure; null is hidden. */
export type PublishedMeasures = Readonly<Record<string, number | null>>;

/** Units by id, for one template or several (`templateId/unitId`). */
export type Published = ReadonlyMap<string, PublishedMeasures>;

export const publishedKey = (templateId: string, unitId: string): string => `${templateId}/${unitId}`;

/** A template's snapshot of a quarter's end. */
export type PublishedOn = { templateId: string; on: LocalDate };

/** The published counts of snapshots, one a template, for a unit and some chapters: already suppressed, never computed here. */
export async function readPublished(
  work: Work,
  question: { of: readonly PublishedOn[]; unit: ScopeUnit; chapterIds: readonly string[] },
): Promise<Published> {
  const { of, unit, chapterIds } = question;
  const rows = await work.query<{ templateId: string; unitId: string; measures: PublishedMeasures }>(
    `select template_id as "templateId", unit_id as "unitId", json_object_agg(measure, value) as measures
       from app.published_count
      where organization_id = $1 and (template_id, snapshot_on) in (select * from unnest($2::uuid[], $3::date[]))
        and ((unit_kind = $4 and unit_id = $5) or (unit_kind = 'CHAPTER' and unit_id = any ($6::uuid[])))
      group by 1, 2`,
    [
      seated(work).organizationId,
      of.map(({ templateId }) => templateId),
      of.map(({ on }) => on),
      unit.kind,
      unit.id,
      chapterIds,
    ],
  );
  return new Map(rows.map((row) => [publishedKey(row.templateId, row.unitId), row.measures]));
}

/** A template's published counts of one unit, and in how many of some chapters it is published. */
export type PublishedTotal = { measures: PublishedMeasures | undefined; chapters: number };

/** The same of a unit alone, by template; its chapters are counted where they lie, and not one of their numbers is read. */
export async function readPublishedTotals(
  work: Work,
  { of, unit, chapterIds }: { of: readonly PublishedOn[]; unit: ScopeUnit; chapterIds: readonly string[] },
): Promise<ReadonlyMap<string, PublishedTotal>> {
  if (of.length === 0) return new Map();
  const published =
    "from app.published_count p where p.organization_id = $1 and p.template_id = w.template_id and p.snapshot_on = w.snapshot_on";
  const rows = await work.query<{ templateId: string; measures: PublishedMeasures | null; chapters: number }>(
    `select w.template_id as "templateId",
            (select json_object_agg(p.measure, p.value) ${published} and p.unit_kind = $4 and p.unit_id = $5) as measures,
            (select count(distinct p.unit_id)::int ${published} and p.unit_kind = 'CHAPTER' and p.unit_id = any ($6::uuid[])) as chapters
       from unnest($2::uuid[], $3::date[]) w (template_id, snapshot_on)`,
    [
      seated(work).organizationId,
      of.map(({ templateId }) => templateId),
      of.map(({ on }) => on),
      unit.kind,
      unit.id,
      chapterIds,
    ],
  );
  return new Map(
    rows.map(({ templateId, measures, chapters }) => [templateId, { measures: measures ?? undefined, chapters }]),
  );
}
