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

// what the chapter has now, in the version it has
const IN_FORCE = `select c.template_id, c.version_id, x.key, v.definition
  from app.rollout_chapter c
  join app.template_version v on v.organization_id = c.organization_id and v.id = c.version_id and v.state in ('PILOT', 'PUBLISHED')
  join app.touchpoint_template x on x.organization_id = c.organization_id and x.id = c.template_id
 where c.organization_id = $1 and c.chapter_id = $2 and c.from_day <= $3::date and (c.until_day is null or c.until_day > $3::date)
   and v.definition -> 'trigger' ->> 'kind' = 'MANUAL'`;

const rolledOut = (work: Work, chapterId: string): Promise<StartableRow[]> =>
  work.query<StartableRow>(IN_FORCE, [seated(work).organizationId, chapterId, work.today]);

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

type Start = StartableRow & { chapters: string[] };

// each chapter in the version it has; one that has none in the newest published
const TO_START = `
select v.template_id, v.id as version_id, x.key, v.definition, array_agg(asked.chapter_id) as chapters
  from unnest($3::uuid[]) asked (chapter_id)
  cross join lateral (select w.* from app.template_version w
     left join app.rollout_chapter c on c.organization_id = w.organization_id and c.version_id = w.id and c.chapter_id = asked.chapter_id
      and c.from_day <= $4::date and (c.until_day is null or c.until_day > $4::date)
    where w.organization_id = $1 and w.template_id = $2 and (w.state = 'PUBLISHED' or (w.state = 'PILOT' and c.version_id is not null))
    order by (c.version_id is not null) desc, w.major desc, w.minor desc limit 1) v
  join app.touchpoint_template x on x.organization_id = v.organization_id and x.id = v.template_id
 where v.definition -> 'trigger' ->> 'kind' = 'MANUAL'
 group by 1, 2, 3, 4`;

const startsIn = (work: Work, templateId: string, chapters: readonly string[]): Promise<Start[]> =>
  work.query<Start>(TO_START, [seated(work).organizationId, templateId, chapters, work.today]);

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
  const own = national
    ? []
    : (await rolledOut(work, chapters[0]!)).filter(({ template_id: id }) => id === input.templateId);
  const starts = national ? await startsIn(work, input.templateId, chapters) : own.map((one) => ({ ...one, chapters }));
  const [first] = starts;
  if (!first) throw new AppError("NOT_FOUND");
  const start = input.startOn ?? work.today;
  if (Math.abs(daysBetween(work.today, start)) > 366) {
    refuse("INVALID", say(context.language, TOUCHPOINT_TEXTS.startDay), ["startOn"]);
  }
  const member = await demandMember(work, input, isAboutMember(first.definition.trigger), context);
  const occurrence = occurrenceOf(start, input.key);
  let made = 0;
  for (const one of starts) {
    const { opensOn, dueOn, missOn } = manualOccurrence(one.definition, start, occurrence);
    const occurrences = [{ occurrence, opens_on: opensOn, due_on: dueOn, miss_on: missOn, period_report: false }];
    const rows = await work.query(`select * from authz.create_touchpoints($1, $2, $3, $4)`, [
      one.version_id,
      one.chapters,
      JSON.stringify(occurrences),
      member,
    ]);
    made += rows.length;
  }
  if (national) {
    await audit(work, {
      action: "TOUCHPOINTS_STARTED",
      subjectType: "TouchpointTemplate",
      subjectId: input.templateId,
      detail: { occurrence, chapters: made },
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
