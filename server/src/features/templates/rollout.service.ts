import { addDays, isAboutMember } from "@varde/domain";
import type { Language, TemplateDefinition } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { asRows, rolloutOccurrences } from "./rollout-occurrences.js";
import type { RolloutPreviewInput, RollOutInput } from "./template.inputs.js";
import type { RolloutPreview } from "./template.type.js";
import { TEXTS } from "./template.texts.js";

const DAYS_BACK = 366;
const DAYS_AHEAD = 731;

type Published = { id: string; number: string; definition: TemplateDefinition };
type ChapterRow = { id: string; name: string };

/** The version in force, or null when none is. Throws NOT_FOUND when there is no such template. */
async function publishedVersion(work: Work, templateId: string): Promise<Published | null> {
  if (!isUuid(templateId)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<{ id: string | null; number: string; definition: TemplateDefinition }>(
    `select v.id, v.major || '.' || v.minor as number, v.definition from app.touchpoint_template t
       left join app.template_version v on v.organization_id = t.organization_id and v.template_id = t.id and v.state = 'PUBLISHED'
      where t.organization_id = $1 and t.id = $2`,
    [seated(work).organizationId, templateId],
  );
  if (!row) throw new AppError("NOT_FOUND");
  return row.id ? { id: row.id, number: row.number, definition: row.definition } : null;
}

const isNear = (day: string, today: string): boolean =>
  day >= addDays(today, -DAYS_BACK) && day <= addDays(today, DAYS_AHEAD);

const isForAll = (input: RolloutPreviewInput): boolean => !input.chapterIds && !input.regionIds;

/**
 * The chapters a roll-out is for, by name. The built-in chapter of members without one has no board and no gatherings,
 * so «all» reaches it only with what is about members. Throws NOT_FOUND when one that is named is not there.
 */
async function chaptersOf(
  work: Work,
  input: RolloutPreviewInput,
  definition: TemplateDefinition,
): Promise<ChapterRow[]> {
  const { organizationId } = seated(work);
  const [chapterIds, regionIds] = [input.chapterIds ?? [], input.regionIds ?? []];
  if (![...chapterIds, ...regionIds].every(isUuid)) throw new AppError("NOT_FOUND");
  const [known] = await work.query<{ all_known: boolean }>(
    `select (select count(*) from app.chapter where organization_id = $1 and id = any ($2::uuid[])) = $4
        and (select count(*) from app.region where organization_id = $1 and id = any ($3::uuid[])) = $5 as all_known`,
    [organizationId, chapterIds, regionIds, new Set(chapterIds).size, new Set(regionIds).size],
  );
  if (!known?.all_known) throw new AppError("NOT_FOUND");
  const rows = await work.query<ChapterRow>(
    `select c.id, c.name from app.chapter c
      where c.organization_id = $1 and (c.closed_on is null or c.closed_on > greatest($2::date, $3::date))
        and (($4 and ($7 or not c.direct_members)) or c.id = any ($5::uuid[]) or exists (
          select 1 from app.chapter_region m where m.organization_id = c.organization_id and m.chapter_id = c.id and m.region_id = any ($6::uuid[])
             and m.valid_from <= $3 and (m.valid_to is null or m.valid_to > $3)))`,
    [
      organizationId,
      input.effectiveFrom,
      work.today,
      isForAll(input),
      chapterIds,
      regionIds,
      isAboutMember(definition.trigger),
    ],
  );
  return rows.sort((a, b) => a.name.localeCompare(b.name, "nb"));
}

/** What a roll-out would make in each chapter; writes nothing. Throws NOT_FOUND when nothing is published, BAD_REQUEST for a day out of range. */
export async function previewRollout(work: Work, input: RolloutPreviewInput): Promise<RolloutPreview> {
  if (!isNear(input.effectiveFrom, work.today)) throw new AppError("BAD_REQUEST");
  const version = await publishedVersion(work, input.templateId);
  if (!version) throw new AppError("NOT_FOUND");
  const chapters = await chaptersOf(work, input, version.definition);
  const occurrences = rolloutOccurrences(version.definition, input.effectiveFrom, work.today);
  const counted = await work.query<{ chapter_id: string; created: number; already_there: number }>(
    `select * from authz.preview_touchpoints($1, $2::uuid[], $3)`,
    [input.templateId, chapters.map(({ id }) => id), asRows(occurrences)],
  );
  const counts = new Map(counted.map((row) => [row.chapter_id, row]));
  const rows = chapters.map(({ id, name }) => ({
    chapterId: id,
    chapterName: name,
    created: counts.get(id)?.created ?? 0,
    alreadyThere: counts.get(id)?.already_there ?? 0,
  }));
  return {
    versionNumber: version.number,
    triggerKind: version.definition.trigger.kind,
    chapters: rows,
    newTouchpoints: rows.reduce((sum, { created }) => sum + created, 0),
    firstOpensOn: occurrences.map(({ opensOn }) => opensOn).sort()[0] ?? null,
    occurrences,
  };
}

function checkRollout(work: Work, language: Language, input: RollOutInput): void {
  const refuseAt = (sentence: keyof typeof TEXTS, path: string) =>
    refuse("INVALID", say(language, TEXTS[sentence]), [path], null);
  if (input.catchUp !== "SKIP") refuseAt("catchUpLater", "catchUp");
  if (!isNear(input.effectiveFrom, work.today)) refuseAt("fromTooFar", "effectiveFrom");
  if (!isForAll(input) && (input.chapterIds ?? []).length + (input.regionIds ?? []).length === 0) {
    refuseAt("chooseChapters", "chapterIds");
  }
}

async function insertRollout(
  work: Work,
  input: RollOutInput,
  chapters: readonly ChapterRow[],
  made: number,
): Promise<boolean> {
  const viewer = seated(work);
  const all = isForAll(input);
  const inserted = await work.query(
    `insert into app.rollout (organization_id, id, template_id, version_id, ring, all_chapters, effective_from, catch_up, created_by, touchpoint_count)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning 1`,
    [
      viewer.organizationId,
      input.id,
      input.templateId,
      input.versionId,
      all ? "ALL" : "WAVE",
      all,
      input.effectiveFrom,
      input.catchUp,
      viewer.seatId,
      made,
    ],
  );
  if (inserted.length === 0) return false;
  if (!all) {
    await work.query(
      `insert into app.rollout_chapter (organization_id, rollout_id, chapter_id) select $1, $2, unnest($3::uuid[])`,
      [viewer.organizationId, input.id, chapters.map(({ id }) => id)],
    );
  }
  return true;
}

/**
 * Gives the published version to chapters from a day on and makes the next twelve months' touchpoints in one statement.
 * Doing it again makes nothing new: a touchpoint's key decides. Regions are those chapters that are in them today.
 */
export async function rollOut(work: Work, language: Language, input: RollOutInput): Promise<Done> {
  if (![input.id, input.templateId, input.versionId].every(isUuid)) throw new AppError("NOT_FOUND");
  checkRollout(work, language, input);
  // roll-outs of one template come one after the other, and none while it is being published
  await work.query(`select 1 from app.touchpoint_template where organization_id = $1 and id = $2 for update`, [
    seated(work).organizationId,
    input.templateId,
  ]);
  const version = await publishedVersion(work, input.templateId);
  if (!version) refuse("INVALID", say(language, TEXTS.nothingPublished));
  if (version.id !== input.versionId) refuse("CONFLICT", say(language, TEXTS.newerVersion), ["versionId"]);
  const chapters = await chaptersOf(work, input, version.definition);
  if (chapters.length === 0) refuse("INVALID", say(language, TEXTS.chooseChapters), ["chapterIds"]);
  const made = await createTouchpoints(
    work,
    version,
    chapters.map(({ id }) => id),
    rolloutOccurrences(version.definition, input.effectiveFrom, work.today),
  );
  if (!(await insertRollout(work, input, chapters, made))) refuse("CONFLICT", say(language, COMMON.taken), ["id"]);
  await audit(work, {
    action: "ROLLED_OUT",
    subjectType: "TouchpointTemplate",
    subjectId: input.templateId,
    detail: {
      rollout: input.id,
      version: version.number,
      from: input.effectiveFrom,
      chapters: chapters.length,
      all: isForAll(input),
      touchpoints: made,
    },
  });
  return { id: input.id };
}

/** Makes what is not there yet, in one statement, and says how many. */
export async function createTouchpoints(
  work: Pick<Work, "query">,
  version: { id: string },
  chapterIds: readonly string[],
  occurrences: ReturnType<typeof rolloutOccurrences>,
): Promise<number> {
  if (occurrences.length === 0 || chapterIds.length === 0) return 0;
  const [row] = await work.query<{ made: number }>(
    `select coalesce(sum(created), 0)::int as made from authz.create_touchpoints($1, $2::uuid[], $3)`,
    [version.id, chapterIds, asRows(occurrences)],
  );
  return row?.made ?? 0;
}
