import { addDays } from "@varde/domain";
import type { Language, TemplateDefinition } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { applyRollout, lockTemplate, sumCounts } from "./apply-rollout.js";
import type { ChapterCounts } from "./apply-rollout.js";
import { capReasonOf, chapterHours, countAboveCap } from "./burden/index.js";
import { chaptersOf, isForAll, isForNobody } from "./rollout-chapters.js";
import { asRows, planOccurrences } from "./rollout-occurrences.js";
import type { RolloutPreviewInput, RollOutInput } from "./template.inputs.js";
import type { RolloutPreview } from "./template.type.js";
import { TEXTS } from "./template.texts.js";

const DAYS_BACK = 366;
const DAYS_AHEAD = 731;

type Version = { id: string; number: string; definition: TemplateDefinition };

/** The newest published version, or null when none is. Throws NOT_FOUND when there is no such template. */
async function publishedVersion(work: Work, templateId: string): Promise<Version | null> {
  if (!isUuid(templateId)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<{ id: string | null; number: string; definition: TemplateDefinition }>(
    `select v.id, v.major || '.' || v.minor as number, v.definition from app.touchpoint_template t
       left join app.template_version v on v.organization_id = t.organization_id and v.template_id = t.id and v.state = 'PUBLISHED'
      where t.organization_id = $1 and t.id = $2 order by v.major desc, v.minor desc limit 1`,
    [seated(work).organizationId, templateId],
  );
  if (!row) throw new AppError("NOT_FOUND");
  return row.id ? { id: row.id, number: row.number, definition: row.definition } : null;
}

const isNear = (day: string, today: string): boolean =>
  day >= addDays(today, -DAYS_BACK) && day <= addDays(today, DAYS_AHEAD);

/** What giving a version to chapters would do to each one's duties; by the same plan as the act itself. */
async function previewCounts(
  work: Work,
  version: Version,
  chapterIds: readonly string[],
  from: string,
  occurrences: string,
): Promise<Map<string, ChapterCounts & { alreadyThere: number }>> {
  type Row = { chapter_id: string; created: number; lifted: number; cancelled: number; left_alone: number };
  const rows = await work.query<Row & { already_there: number }>(
    `select * from authz.preview_rollout($1, $2::uuid[], $3, $4)`,
    [version.id, chapterIds, from, occurrences],
  );
  return new Map(
    rows.map(({ chapter_id: chapterId, left_alone: leftAlone, already_there: alreadyThere, ...row }) => [
      chapterId,
      { chapterId, leftAlone, alreadyThere, ...row },
    ]),
  );
}

/** The number of the version each chapter has, or is going to have, and whether it is this one. */
async function versionsHeld(
  work: Work,
  templateId: string,
  version: Version,
  chapterIds: readonly string[],
): Promise<Map<string, { currentVersion: string; hasIt: boolean }>> {
  const rows = await work.query<{ chapter_id: string; number: string; has_it: boolean }>(
    `select c.chapter_id, v.major || '.' || v.minor as number, v.id = $3 as has_it from app.rollout_chapter c
       join app.template_version v on v.organization_id = c.organization_id and v.id = c.version_id
      where c.organization_id = $1 and c.template_id = $2 and c.chapter_id = any ($4::uuid[]) and c.until_day is null`,
    [seated(work).organizationId, templateId, version.id, chapterIds],
  );
  return new Map(rows.map((row) => [row.chapter_id, { currentVersion: row.number, hasIt: row.has_it }]));
}

/** What a roll-out would make in each chapter; writes nothing. Throws NOT_FOUND when nothing is published, BAD_REQUEST for a day out of range. */
export async function previewRollout(work: Work, input: RolloutPreviewInput): Promise<RolloutPreview> {
  if (!isNear(input.effectiveFrom, work.today)) throw new AppError("BAD_REQUEST");
  const version = await publishedVersion(work, input.templateId);
  if (!version) throw new AppError("NOT_FOUND");
  const chapters = await chaptersOf(work, input, version.definition);
  const { occurrences, offered } = planOccurrences(version.definition, input.effectiveFrom, work.today, input.catchUp);
  const { templateId, effectiveFrom: from } = input;
  const chapterIds = chapters.map(({ id }) => id);
  const counts = await previewCounts(work, version, chapterIds, from, asRows(occurrences));
  const held = await versionsHeld(work, templateId, version, chapterIds);
  const hours = await chapterHours(work, { version, templateId, chapterIds, from, occurrences });
  const none = { created: 0, lifted: 0, cancelled: 0, leftAlone: 0, alreadyThere: 0 };
  const rows = chapters.map(({ id, name, shortName }) => {
    const { before, after, aboveCap } = hours.byChapter.get(id) ?? { before: 0, after: 0, aboveCap: false };
    return {
      ...none,
      ...counts.get(id),
      chapterId: id,
      chapterName: name,
      shortName,
      ...(held.get(id) ?? { currentVersion: null, hasIt: false }),
      hoursBefore: before,
      hoursAfter: after,
      aboveCap,
    };
  });
  const { created: newTouchpoints, ...sums } = sumCounts(rows);
  const made = occurrences.filter(({ make }) => make);
  return {
    versionNumber: version.number,
    triggerKind: version.definition.trigger.kind,
    chapters: rows,
    newTouchpoints,
    ...sums,
    askedAbout: offered.length,
    month: hours.month,
    capMinutes: hours.capMinutes,
    chaptersAboveCap: countAboveCap(hours),
    firstOpensOn: made.map(({ opensOn }) => opensOn).sort()[0] ?? null,
    occurrences: made,
  };
}

function checkRollout(work: Work, language: Language, input: RollOutInput): void {
  const refuseAt = (sentence: keyof typeof TEXTS, path: string) =>
    refuse("INVALID", say(language, TEXTS[sentence]), [path], null);
  if (!isNear(input.effectiveFrom, work.today)) refuseAt("fromTooFar", "effectiveFrom");
  if (isForNobody(input)) refuseAt("chooseChapters", "chapterIds");
}

/**
 * Gives the newest published version to chapters from a day on: makes the next twelve months' touchpoints, lifts those nobody has
 * begun, and leaves what is begun. Doing it again makes nothing new. Regions and sizes are those of today.
 */
export async function rollOut(work: Work, language: Language, input: RollOutInput): Promise<Done> {
  if (![input.id, input.templateId, input.versionId].every(isUuid)) throw new AppError("NOT_FOUND");
  checkRollout(work, language, input);
  await lockTemplate(work, input.templateId);
  const version = await publishedVersion(work, input.templateId);
  if (!version) refuse("INVALID", say(language, TEXTS.nothingPublished));
  if (version.id !== input.versionId) refuse("CONFLICT", say(language, TEXTS.newerVersion), ["versionId"]);
  const chapters = await chaptersOf(work, input, version.definition);
  if (chapters.length === 0) refuse("INVALID", say(language, TEXTS.chooseChapters), ["chapterIds"]);
  const all = isForAll(input);
  const chapterIds = chapters.map(({ id }) => id);
  const { templateId, effectiveFrom: from } = input;
  const { occurrences } = planOccurrences(version.definition, from, work.today, input.catchUp);
  const hours = await chapterHours(work, { version, templateId, chapterIds, from, occurrences });
  const capReason = capReasonOf(language, hours, input.capReason);
  const counts = await applyRollout(work, {
    id: input.id,
    templateId: input.templateId,
    version,
    ring: all ? "ALL" : "WAVE",
    allChapters: all,
    chapterIds,
    effectiveFrom: from,
    catchUp: input.catchUp,
    capReason,
  });
  if (!counts) refuse("CONFLICT", say(language, COMMON.taken), ["id"]);
  await audit(work, {
    action: "ROLLED_OUT",
    subjectType: "TouchpointTemplate",
    subjectId: input.templateId,
    detail: {
      rollout: input.id,
      version: version.number,
      from: input.effectiveFrom,
      chapters: chapters.length,
      all,
      touchpoints: counts.created,
      lifted: counts.lifted,
      cancelled: counts.cancelled,
      // that there is one; its words stand on the roll-out
      aboveCap: capReason !== null,
    },
  });
  return { id: input.id };
}
