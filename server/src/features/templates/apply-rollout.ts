import type { LocalDate, TemplateDefinition } from "@varde/domain";
import { v5 as uuidv5 } from "uuid";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { asRows, planOccurrences } from "./rollout-occurrences.js";
import type { RolledOccurrence } from "./rollout-occurrences.js";
import type { CatchUp, RolloutRing } from "./template.type.js";

/** What a roll-out did to the chapters' duties; touchpoints about members are given the version too, and not counted. */
export type RolloutCounts = { created: number; lifted: number; cancelled: number; leftAlone: number };
export type ChapterCounts = RolloutCounts & { chapterId: string };

export type RolloutOrder = {
  id: string;
  templateId: string;
  version: { id: string; definition: TemplateDefinition };
  ring: RolloutRing;
  /** also for chapters opened later */
  allChapters: boolean;
  chapterIds: readonly string[];
  effectiveFrom: LocalDate;
  catchUp: CatchUp;
  /** why chapters may go above the cap */
  capReason?: string | null;
};

/** Id of the roll-out that gives a version again to the chapters another roll-out is taken back from. */
export const returnId = (versionId: string, withdrawnId: string): string => uuidv5(versionId, withdrawnId);

/** Templates are changed one act at a time. */
export async function lockTemplate(work: Work, templateId: string): Promise<void> {
  await work.query(`select 1 from app.touchpoint_template where organization_id = $1 and id = $2 for update`, [
    seated(work).organizationId,
    templateId,
  ]);
}

export const sumCounts = (rows: readonly RolloutCounts[]): RolloutCounts =>
  rows.reduce(
    (sum, row) => ({
      created: sum.created + row.created,
      lifted: sum.lifted + row.lifted,
      cancelled: sum.cancelled + row.cancelled,
      leftAlone: sum.leftAlone + row.leftAlone,
    }),
    { created: 0, lifted: 0, cancelled: 0, leftAlone: 0 },
  );

/**
 * Gives a version (PILOT or PUBLISHED) to chapters: the roll-out's row, the chapters' coverage, and every touchpoint by the plan,
 * set by set in the transaction it is called in. Versions that no chapter has any more begin to close. Null when the id is taken.
 */
export async function applyRollout(work: Work, order: RolloutOrder): Promise<RolloutCounts | null> {
  const viewer = seated(work);
  const { occurrences, offered } = planOccurrences(
    order.version.definition,
    order.effectiveFrom,
    work.today,
    order.catchUp,
  );
  const inserted = await work.query(
    `insert into app.rollout (organization_id, id, template_id, version_id, ring, all_chapters, effective_from, catch_up, created_by, cap_reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning 1`,
    [
      viewer.organizationId,
      order.id,
      order.templateId,
      order.version.id,
      order.ring,
      order.allChapters,
      order.effectiveFrom,
      order.catchUp,
      viewer.seatId,
      order.capReason ?? null,
    ],
  );
  if (inserted.length === 0) return null;
  const rows = await work.query<{ created: number; lifted: number; cancelled: number; left_alone: number }>(
    `select * from authz.roll_out($1, $2::uuid[], $3)`,
    [order.id, order.chapterIds, asRows(occurrences)],
  );
  const counts = sumCounts(rows.map(({ left_alone: leftAlone, ...rest }) => ({ ...rest, leftAlone })));
  await work.query(
    `update app.rollout set touchpoint_count = $3, lifted_count = $4, cancelled_count = $5, left_count = $6 where organization_id = $1 and id = $2`,
    [viewer.organizationId, order.id, counts.created, counts.lifted, counts.cancelled, counts.leftAlone],
  );
  if (offered.length > 0) await offerCatchUp(work, order, offered);
  await settleVersions(work);
  return counts;
}

async function offerCatchUp(work: Work, order: RolloutOrder, offered: readonly RolledOccurrence[]): Promise<void> {
  await work.query(`select authz.ask_catch_up($1, $2::uuid[], $3)`, [order.id, order.chapterIds, asRows(offered)]);
}

/** Versions that no chapter has begin to close, and are history when the last of what they made is over. */
export async function settleVersions(work: Pick<Work, "query">): Promise<void> {
  await work.query(`select authz.settle_versions()`);
}

/** Makes what is not there yet, in one statement, and says how many. */
export async function createTouchpoints(
  work: Pick<Work, "query">,
  version: { id: string },
  chapterIds: readonly string[],
  occurrences: readonly RolledOccurrence[],
): Promise<number> {
  if (occurrences.length === 0 || chapterIds.length === 0) return 0;
  const [row] = await work.query<{ made: number }>(
    `select coalesce(sum(created), 0)::int as made from authz.create_touchpoints($1, $2::uuid[], $3)`,
    [version.id, chapterIds, asRows(occurrences)],
  );
  return row?.made ?? 0;
}
