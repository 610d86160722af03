import { diffDefinitions, osloDate } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { readChoices } from "../core-choice/index.js";
import type { StoryEvent } from "./improve.type.js";

const MOST = 200;
type Row = Pick<StoryEvent, "id" | "kind" | "on"> &
  Partial<Pick<StoryEvent, "version" | "versionId" | "text" | "chapter" | "chapters" | "decision">>;

const blank = {
  version: null,
  versionId: null,
  beforeId: null,
  changes: null,
  text: null,
  chapter: null,
  chapters: null,
  decision: null,
  year: null,
  chosen: null,
} satisfies Partial<StoryEvent>;

const day = (instant: string): string => `(${instant} at time zone 'Europe/Oslo')::date`;

// each policy says which of its rows: what is half done in a chapter is read there and by national
const HAPPENED = `
with numbered as (
  select id, major || '.' || minor as number from app.template_version where organization_id = $1 and template_id = $2
), trial as (
  select p.*, v.number, (select count(distinct rc.chapter_id)::int from app.rollout_chapter rc
    where rc.organization_id = $1 and rc.rollout_id = p.rollout_id) as chapters
    from app.pilot p join numbered v on v.id = p.version_id where p.organization_id = $1 and p.template_id = $2
), sent as (
  select r.*, v.number, (select count(distinct rc.chapter_id)::int from app.rollout_chapter rc
    where rc.organization_id = $1 and rc.rollout_id = r.id) as chapters
    from app.rollout r join numbered v on v.id = r.version_id
   where r.organization_id = $1 and r.template_id = $2 and r.ring <> 'PILOT'
), asked as (
  select p.*, c.short_name, v.number from app.proposal p join numbered v on v.id = p.version_id
    join app.chapter c on c.organization_id = $1 and c.id = p.chapter_id
   where p.organization_id = $1 and p.template_id = $2 and p.state <> 'WITHDRAWN'
), happened (id, kind, "on", version, "versionId", text, chapter, chapters, decision) as (
  select id, 'PILOT', starts_on, number, version_id, null, null, chapters, null from trial
  union all select id, 'PILOT_DECIDED', ${day("decided_at")}, number, version_id, reason, null, null, decision from trial where decided_at is not null
  union all select id, 'ROLLOUT', effective_from, number, version_id, null, null, chapters, null from sent
  union all select id, 'WITHDRAWN', ${day("withdrawn_at")}, number, version_id, withdrawn_because, null, null, null from sent where withdrawn_at is not null
  union all select id, 'PROPOSAL', ${day("proposed_at")}, number, version_id, message, short_name, null, null from asked
  union all select id, 'PROPOSAL_DECIDED', ${day("decided_at")}, number, version_id, reason, short_name, null, state from asked where decided_at is not null
  union all select p.id, 'PRACTICE', ${day("p.decided_at")}, null, null, p.text, c.short_name, null, null from app.practice p
    join app.chapter c on c.organization_id = $1 and c.id = p.chapter_id
   where p.organization_id = $1 and p.template_id = $2 and p.state = 'SHOWN'
)
select * from happened order by "on" desc, kind, id limit ${MOST}`;

/** Versions that boards have seen, each against the one before it. */
async function versionEvents(work: Work, templateId: string): Promise<StoryEvent[]> {
  const rows = await work.query<Row & { definition: TemplateDefinition }>(
    `select id, 'VERSION' as kind, id as "versionId", ${day("least(piloted_at, published_at)")} as on, major || '.' || minor as version,
            notes as text, definition
       from app.template_version where organization_id = $1 and template_id = $2 and state <> 'DRAFT' order by major, minor`,
    [seated(work).organizationId, templateId],
  );
  return rows.map(({ definition, ...row }, i): StoryEvent => {
    const before = rows[i - 1];
    return {
      ...blank,
      ...row,
      beforeId: before?.id ?? null,
      changes: before ? diffDefinitions(before.definition, definition).length : null,
    };
  });
}

/** The choice that holds of each year, with the template or without it; before it was first chosen nothing is told. */
async function choiceEvents(work: Work, templateId: string): Promise<StoryEvent[]> {
  const choices = await readChoices(work);
  // a year's last choice holds, and they come newest first
  const holding = choices.filter((one, i) => choices.findIndex(({ year }) => year === one.year) === i);
  const told = holding.map((choice): StoryEvent => {
    const chosen = choice.chosen.find((one) => one.templateId === templateId) ?? null;
    const kind = chosen ? "CHOSEN" : "NOT_CHOSEN";
    return {
      ...blank,
      id: choice.id,
      kind,
      on: osloDate(new Date(choice.at)),
      year: choice.year,
      text: chosen?.why ?? null,
      chosen,
    };
  });
  return told.slice(0, told.findLastIndex(({ kind }) => kind === "CHOSEN") + 1);
}

/** What happened to a template, the newest first, as far as the seat may read it. */
export async function readEvents(work: Work, templateId: string): Promise<StoryEvent[]> {
  const rows = await work.query<Row>(HAPPENED, [seated(work).organizationId, templateId]);
  const others = rows.map((row): StoryEvent => ({ ...blank, ...row, text: row.text || null }));
  const versions = await versionEvents(work, templateId);
  return [...others, ...versions, ...(await choiceEvents(work, templateId))]
    .sort((a, b) => b.on.localeCompare(a.on))
    .slice(0, MOST);
}
