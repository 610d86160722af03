import { publishMembers, publishYear } from "@varde/domain";
import type { ChapterChange, LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";

type Row = { unitKind: "ORGANIZATION" | "REGION" | "CHAPTER"; unitId: string; measure: string; value: number | null };

/**
 * Publishes the numbers of members of a quarter's end, once: what is published stays. Days are published in their order, since a number
 * stands until the next. Under the publisher's rights and its lock of the organization.
 */
export async function publishMembership(
  work: Work,
  input: { organizationId: string; day: LocalDate; chapters: readonly { id: string; regionId: string | null }[] },
): Promise<void> {
  const { organizationId, day } = input;
  const done = await work.query(`select 1 from app.published_membership where snapshot_on >= $1 limit 1`, [day]);
  if (done.length > 0) return;
  const counts = await work.query<{ id: string; n: number }>(`select chapter_id as id, n from authz.members_at($1)`, [
    day,
  ]);
  if (counts.length === 0) return;
  const before = await work.query<{ id: string; value: number }>(
    `select distinct on (unit_id) unit_id as id, value from app.published_membership
      where unit_kind = 'CHAPTER' and measure = 'ACTIVE' and value is not null order by unit_id, snapshot_on desc`,
  );
  const [organization] = await work.query<{ k: number }>(
    `select authz.limit_on(suppression_k, suppression_before, $1) as k from app.organization`,
    [day],
  );
  const k = organization!.k;
  const members = new Map(counts.map(({ id, n }) => [id, n]));
  const last = new Map(before.map(({ id, value }) => [id, value]));
  const known = new Set(input.chapters.map(({ id }) => id));
  const all = [
    ...input.chapters.map(({ id, regionId }) => ({ id, groupId: regionId })),
    // closed, and its members are there still: somebody's number is the whole less the others
    ...counts.filter(({ id }) => !known.has(id)).map(({ id }) => ({ id, groupId: null })),
  ].map((chapter) => ({ ...chapter, count: members.get(chapter.id) ?? 0, last: last.get(chapter.id) ?? null }));
  const { chapters, groups, total } = publishMembers(all, k);
  const row = (unitKind: Row["unitKind"], unitId: string, value: number | null, measure = "ACTIVE"): Row => {
    return { unitKind, unitId, measure, value };
  };
  const year = day.endsWith("-12-31")
    ? publishYear(
        await work.query<ChapterChange>(`select chapter_id as "chapterId", how, n from authz.membership_changes($1)`, [
          day,
        ]),
        k,
      )
    : null;
  const rows = [
    row("ORGANIZATION", organizationId, total),
    ...[...groups].map(([id, value]) => row("REGION", id, value)),
    ...[...chapters].map(([id, value]) => row("CHAPTER", id, value)),
    ...[...(year ?? [])].map(([part, value]) => row("ORGANIZATION", organizationId, value, `year:${part}`)),
  ];
  await work.query(
    `insert into app.published_membership (organization_id, snapshot_on, unit_kind, unit_id, measure, value)
     select authz.organization('STATISTICS_PUBLISH'), $1, c."unitKind", c."unitId", c.measure, c.value
       from jsonb_to_recordset($2::jsonb) c ("unitKind" text, "unitId" uuid, measure text, value int)`,
    [day, JSON.stringify(rows)],
  );
}
