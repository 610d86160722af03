import type { LocalDate } from "@varde/domain";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { seated } from "../../../kernel/graphql/context.js";
import type { Costs } from "./costs.js";

type PublishedRow = { templateId: string; chapterId: string; versionId: string; count: number | null; months: number };

/**
 * The last published number of touchpoints about members, and of how many months, in each chapter that has such a template on a day,
 * with the version it has. Null is hidden. Nothing here is counted from live rows: what national is told of persons is published.
 */
const PUBLISHED = `
with latest as (
  select distinct on (template_id) template_id, snapshot_on, months from app.published_release
   where organization_id = $1 and months is not null order by template_id, snapshot_on desc
)
select p.template_id as "templateId", p.unit_id as "chapterId", rc.version_id as "versionId", p.value as count, l.months
  from latest l
  join app.published_count p on p.organization_id = $1 and p.template_id = l.template_id and p.snapshot_on = l.snapshot_on
   and p.unit_kind = 'CHAPTER' and p.measure = 'CLOSED' and p.unit_id = any ($2::uuid[])
  join app.rollout_chapter rc on rc.organization_id = $1 and rc.chapter_id = p.unit_id and rc.template_id = p.template_id
   and rc.from_day <= $3 and (rc.until_day is null or rc.until_day > $3)
  join app.template_version v on v.organization_id = $1 and v.id = rc.version_id and v.about_member`;

/** Touchpoints about members in one chapter and month, on average, by the version it has. */
export type MonthlyCount = { templateId: string; chapterId: string; versionId: string; perMonth: number };

/** A hidden number stands for the middle of what it may be: 0 to k-1. */
const perMonth = ({ count, months }: PublishedRow, k: number): number => (count ?? (k - 1) / 2) / months;

export async function publishedPerMonth(
  work: Work,
  chapterIds: readonly string[],
  day: LocalDate,
): Promise<MonthlyCount[]> {
  const { organizationId } = seated(work);
  const [organization] = await work.query<{ k: number }>(
    `select authz.limit_on(suppression_k, suppression_before, coalesce($2::date, authz.today())) as k from app.organization where id = $1`,
    [organizationId, day],
  );
  const rows = await work.query<PublishedRow>(PUBLISHED, [organizationId, chapterIds, day]);
  return rows.map((row) => ({
    templateId: row.templateId,
    chapterId: row.chapterId,
    versionId: row.versionId,
    perMonth: perMonth(row, organization?.k ?? 5),
  }));
}

/** Seconds a month of each chapter for those counts, by what each version costs. */
export function secondsOf(counts: readonly MonthlyCount[], costs: Costs): Map<string, number> {
  const seconds = new Map<string, number>();
  for (const { chapterId, versionId, perMonth } of counts) {
    const each = costs.get(versionId)?.report ?? 0;
    seconds.set(chapterId, (seconds.get(chapterId) ?? 0) + perMonth * each);
  }
  return seconds;
}
