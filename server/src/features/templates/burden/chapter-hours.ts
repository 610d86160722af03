import { isAboutMember } from "@varde/domain";
import type { LocalDate, TemplateDefinition } from "@varde/domain";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { seated } from "../../../kernel/graphql/context.js";
import type { RolledOccurrence } from "../rollout-occurrences.js";
import { asRows } from "../rollout-occurrences.js";
import { costsAsJson, readCosts } from "./costs.js";
import { publishedPerMonth, secondsOf } from "./published-hours.js";

/** A chapter's hours in the month. `aboveCap`: the roll-out takes it above the cap, or further above. The cap is for boards: members without a chapter have none. */
export type Hours = { before: number; after: number; aboveCap: boolean };
/** `month` as `YYYY-MM`. Chapters without anything in the month are left out. */
export type ChapterHours = { month: string; capMinutes: number; byChapter: ReadonlyMap<string, Hours> };

export type HoursQuestion = {
  version: { id: string; definition: TemplateDefinition };
  templateId: string;
  chapterIds: readonly string[];
  from: LocalDate;
  occurrences: readonly RolledOccurrence[];
};

/** The month of the effective day; when nothing of the roll-out is due in it, the first in which something is. */
export function burdenMonth(from: LocalDate, occurrences: readonly Pick<RolledOccurrence, "dueOn" | "make">[]): string {
  const first = from.slice(0, 7);
  const due = occurrences.flatMap(({ dueOn, make }) => (make ? [dueOn.slice(0, 7)] : [])).sort();
  return due.find((month) => month >= first) ?? first;
}

export const capMinutesOf = async (work: Work): Promise<number> => {
  const [row] = await work.query<{ cap: number }>(
    `select burden_cap_minutes as cap from app.organization where id = $1`,
    [seated(work).organizationId],
  );
  return row?.cap ?? 240;
};

/** The built-in chapter of members without one: national does its tasks, and no board's evenings are spent. */
export const directMembersOf = async (work: Work): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await work.query<{ id: string }>(`select id from app.chapter where organization_id = $1 and direct_members`, [
        seated(work).organizationId,
      ])
    ).map(({ id }) => id),
  );

const hundredths = (seconds: number): number => Math.round(seconds / 36) / 100;

/**
 * Each chapter's hours in one month before and after a roll-out, against the cap: duties exactly, by the roll-out's own plan; what is
 * about members by the last published numbers, a twelfth of the year's, so that nothing here moves when a member does.
 */
export async function chapterHours(work: Work, question: HoursQuestion): Promise<ChapterHours> {
  const { version, templateId, chapterIds, from, occurrences } = question;
  const month = burdenMonth(from, occurrences);
  const capMinutes = await capMinutesOf(work);
  const costs = await readCosts(work);
  const duties = await work.query<{ chapter_id: string; before_seconds: string; after_seconds: string }>(
    `select * from authz.rollout_seconds($1, $2::uuid[], $3, $4, $5, $6)`,
    [version.id, chapterIds, from, asRows(occurrences), `${month}-01`, costsAsJson(costs)],
  );
  const published = await publishedPerMonth(work, chapterIds, from);
  const was = secondsOf(published, costs);
  const will = secondsOf(
    published.flatMap((row) => {
      if (row.templateId !== templateId) return [row];
      return isAboutMember(version.definition.trigger) ? [{ ...row, versionId: version.id }] : [];
    }),
    costs,
  );
  const uncapped = await directMembersOf(work);
  const exact = new Map(duties.map((row) => [row.chapter_id, row]));
  const byChapter = new Map<string, Hours>();
  for (const id of new Set([...exact.keys(), ...was.keys()])) {
    const before = Number(exact.get(id)?.before_seconds ?? 0) + (was.get(id) ?? 0);
    const after = Number(exact.get(id)?.after_seconds ?? 0) + (will.get(id) ?? 0);
    const aboveCap = after > capMinutes * 60 && after > before && !uncapped.has(id);
    byChapter.set(id, { before: hundredths(before), after: hundredths(after), aboveCap });
  }
  return { month, capMinutes, byChapter };
}
