import { daysBetween, isAboutMember, manualOccurrence } from "@varde/domain";
import type { LocalDate, TemplateDefinition } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { TOUCHPOINT_TEXTS } from "./touchpoint.texts.js";
import type { StartTouchpointInput } from "./touchpoint.inputs.js";
import type { StartableTemplate } from "./touchpoint-detail.type.js";

type StartableRow = { template_id: string; version_id: string; key: string; definition: TemplateDefinition };

// what is rolled out to the chapter by now, in the version of its last roll-out
const ROLLED_OUT = `select distinct on (r.template_id) r.template_id, r.version_id, x.key, v.definition
  from app.rollout r
  join app.template_version v on v.organization_id = r.organization_id and v.id = r.version_id and v.state in ('PILOT', 'PUBLISHED')
  join app.touchpoint_template x on x.organization_id = r.organization_id and x.id = r.template_id
 where r.organization_id = $1 and r.effective_from <= $3::date and (r.ended_on is null or r.ended_on > $3::date)
   and v.definition -> 'trigger' ->> 'kind' = 'MANUAL'
   and (r.all_chapters or exists (select 1 from app.rollout_chapter rc
     where rc.organization_id = r.organization_id and rc.rollout_id = r.id and rc.chapter_id = $2))
 order by r.template_id, r.effective_from desc, r.created_at desc`;

const rolledOut = (work: Work, chapterId: string): Promise<StartableRow[]> =>
  work.query<StartableRow>(ROLLED_OUT, [seated(work).organizationId, chapterId, work.today]);

/** The templates the acting chapter may start by hand, by key. */
export async function listStartable(work: Work): Promise<StartableTemplate[]> {
  const { chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  return (await rolledOut(work, chapterId))
    .map(({ template_id, key, definition }) => ({
      id: template_id,
      key,
      name: definition.name,
      purpose: definition.purpose,
      aboutMember: isAboutMember(definition.trigger),
      minutes: definition.minutes ?? null,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function publishedManual(work: Work, templateId: string): Promise<StartableRow | undefined> {
  const [row] = await work.query<StartableRow>(
    `select v.template_id, v.id as version_id, x.key, v.definition
       from app.template_version v join app.touchpoint_template x on x.organization_id = v.organization_id and x.id = v.template_id
      where v.organization_id = $1 and v.template_id = $2 and v.state = 'PUBLISHED' and v.definition -> 'trigger' ->> 'kind' = 'MANUAL'`,
    [seated(work).organizationId, templateId],
  );
  return row;
}

// the end of a key, which is random; its beginning is the time it was made, the same for a minute
const ofKey = (key: string): string => key.slice(-12).toLowerCase();

/** Two starts on one day are two; a retry has the same key and is the same. */
export const occurrenceOf = (start: LocalDate, key: string): string => `${start}-${ofKey(key)}`;

function whichChapters(work: Work, input: StartTouchpointInput, context: Context): string[] {
  const viewer = seated(work);
  if (!viewer.caps.has("ROLLOUT")) {
    if (!viewer.chapterId) throw new AppError("FORBIDDEN");
    if (input.chapterIds && input.chapterIds.some((id) => id !== viewer.chapterId)) throw new AppError("NOT_FOUND");
    return [viewer.chapterId];
  }
  const ids = [...new Set(input.chapterIds ?? [])];
  if (ids.length === 0) refuse("INVALID", say(context.language, TOUCHPOINT_TEXTS.chaptersNeeded), ["chapterIds"]);
  if (ids.length > 1000 || !ids.every(isUuid)) throw new AppError("NOT_FOUND");
  return ids;
}

async function demandMember(
  work: Work,
  input: StartTouchpointInput,
  aboutMember: boolean,
  context: Context,
): Promise<string | null> {
  const path = ["memberId"];
  const { memberId } = input;
  if (!aboutMember) {
    if (memberId) refuse("INVALID", say(context.language, TOUCHPOINT_TEXTS.memberUnwanted), path);
    return null;
  }
  if (!memberId) return refuse("INVALID", say(context.language, TOUCHPOINT_TEXTS.memberNeeded), path);
  if (!isUuid(memberId)) throw new AppError("NOT_FOUND");
  const there = await work.query(
    `select 1 from app.member where chapter_id = $1 and id = $2 and (left_on is null or left_on > $3::date)`,
    [seated(work).chapterId, memberId, work.today],
  );
  if (there.length === 0) throw new AppError("NOT_FOUND");
  return memberId;
}

/** Starts a template by hand: a board in its own chapter what is rolled out to it, national in the chapters it names. */
export async function startTouchpoint(context: Context, work: Work, input: StartTouchpointInput): Promise<Done> {
  if (!isUuid(input.templateId)) throw new AppError("NOT_FOUND");
  const viewer = seated(work);
  const chapters = whichChapters(work, input, context);
  const national = viewer.caps.has("ROLLOUT");
  const template = national
    ? await publishedManual(work, input.templateId)
    : (await rolledOut(work, chapters[0]!)).find(({ template_id }) => template_id === input.templateId);
  if (!template) throw new AppError("NOT_FOUND");
  const start = input.startOn ?? work.today;
  if (Math.abs(daysBetween(work.today, start)) > 366) {
    refuse("INVALID", say(context.language, TOUCHPOINT_TEXTS.startDay), ["startOn"]);
  }
  const member = await demandMember(work, input, isAboutMember(template.definition.trigger), context);
  const { occurrence, opensOn, dueOn, missOn } = manualOccurrence(
    template.definition,
    start,
    occurrenceOf(start, input.key),
  );
  const occurrences = [{ occurrence, opens_on: opensOn, due_on: dueOn, miss_on: missOn, period_report: false }];
  const made = await work.query<{ chapter_id: string }>(`select * from authz.create_touchpoints($1, $2, $3, $4)`, [
    template.version_id,
    chapters,
    JSON.stringify(occurrences),
    member,
  ]);
  if (national) {
    await audit(work, {
      action: "TOUCHPOINTS_STARTED",
      subjectType: "TouchpointTemplate",
      subjectId: input.templateId,
      detail: { occurrence, chapters: made.length },
    });
  }
  return { id: input.templateId };
}

/** What this start made: found again by its occurrence, so that a retry answers the same. */
export async function startedBy(work: Work, input: StartTouchpointInput): Promise<string[]> {
  if (!isUuid(input.templateId)) return [];
  const rows = await work.query<{ id: string }>(
    `select id from app.touchpoint
      where organization_id = $1 and template_id = $2 and occurrence like '____-__-__-' || $3 order by chapter_id`,
    [seated(work).organizationId, input.templateId, ofKey(input.key)],
  );
  return rows.map(({ id }) => id);
}
