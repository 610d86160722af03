import { burdenSeconds, checkDefinition, checkFrozenKeys, isAboutMember, nextVersionNumber } from "@varde/domain";
import type { Language, TemplateDefinition } from "@varde/domain";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { isUuid } from "../../kernel/mutation.js";
import { returnId } from "./apply-rollout.js";
import { sayCheck } from "./template.texts.js";
import type {
  DefinitionCheck,
  Rollout,
  RolloutRing,
  CatchUp,
  TemplateVersion,
  TouchpointTemplate,
  VersionState,
} from "./template.type.js";

type VersionRow = {
  id: string;
  major: number;
  minor: number;
  state: VersionState;
  definition: TemplateDefinition;
  piloted_at: string | null;
  published_at: string | null;
  chapter_count: number;
  notes: string | null;
  rev: number;
};
type RolloutRow = {
  id: string;
  version_id: string;
  number: string;
  ring: RolloutRing;
  effective_from: string;
  catch_up: CatchUp;
  chapter_count: number;
  held_count: number;
  touchpoint_count: number;
  lifted_count: number;
  cancelled_count: number;
  left_count: number;
  cap_reason: string | null;
  withdrawn_at: string | null;
  withdrawn_because: string | null;
  rev: number;
  created_at: string;
  created_by: string;
  all_chapters: boolean;
};
type TemplateRow = {
  id: string;
  key: string;
  core_position: number | null;
  rev: number;
  place: number;
  total: number;
  versions: VersionRow[] | null;
  rollouts: RolloutRow[] | null;
};

// versions and roll-outs as JSON beside each template: one statement whatever the number of templates
const SELECT = `
select t.id, t.key, t.core_position, t.rev, coalesce(t.core_position, 99)::int as place,
  (select json_agg(json_build_object('id', v.id, 'major', v.major, 'minor', v.minor, 'state', v.state, 'definition', v.definition,
      'piloted_at', v.piloted_at, 'published_at', v.published_at, 'notes', v.notes, 'rev', v.rev, 'chapter_count', (select count(*) from app.rollout_chapter c
         where c.organization_id = v.organization_id and c.version_id = v.id and c.from_day <= $2::date and (c.until_day is null or c.until_day > $2::date))) order by (v.state = 'DRAFT') desc, v.major desc, v.minor desc)
     from app.template_version v where v.organization_id = t.organization_id and v.template_id = t.id) as versions,
  (select json_agg(json_build_object('id', r.id, 'number', v.major || '.' || v.minor, 'ring', r.ring, 'effective_from', r.effective_from,
      'catch_up', r.catch_up, 'touchpoint_count', r.touchpoint_count, 'created_at', r.created_at, 'created_by', coalesce(s.holder_name, ''),
      'all_chapters', r.all_chapters, 'version_id', r.version_id, 'lifted_count', r.lifted_count, 'cancelled_count', r.cancelled_count, 'left_count', r.left_count,
      'cap_reason', r.cap_reason, 'withdrawn_at', r.withdrawn_at, 'withdrawn_because', r.withdrawn_because, 'rev', r.rev,
      'chapter_count', (select count(*) from app.rollout_chapter rc where rc.organization_id = r.organization_id and rc.rollout_id = r.id),
      'held_count', (select count(*) from app.rollout_chapter rc where rc.organization_id = r.organization_id and rc.rollout_id = r.id and rc.until_day is null))
      order by r.created_at desc, r.id desc)
     from app.rollout r
     join app.template_version v on v.organization_id = r.organization_id and v.id = r.version_id
     left join app.seat s on s.organization_id = r.organization_id and s.id = r.created_by
    where r.organization_id = t.organization_id and r.template_id = t.id) as rollouts,
  count(*) over ()::int as total
  from app.touchpoint_template t
 where t.organization_id = $1`;

type Numbered = Pick<VersionRow, "major" | "minor" | "state" | "definition">;

const isNewer = (a: Numbered, b: Numbered): boolean => a.major > b.major || (a.major === b.major && a.minor > b.minor);

/** The newest version in force, or null when none is. */
export const newestPublished = <One extends Numbered>(versions: readonly One[]): One | null =>
  versions.reduce<One | null>(
    (newest, one) => (one.state === "PUBLISHED" && (!newest || isNewer(one, newest)) ? one : newest),
    null,
  );

/** What must be mended before a definition can be published after the earlier versions (newest first), errors first. */
export function problemsOf(definition: TemplateDefinition, earlier: readonly { definition: TemplateDefinition }[]) {
  // the last use of a key decides its type
  const oldestFirst = earlier.map((version) => version.definition).toReversed();
  const found = [...checkDefinition(definition, { forPublish: true }), ...checkFrozenKeys(oldestFirst, definition)];
  return found.sort((a, b) => (a.level === b.level ? 0 : a.level === "ERROR" ? -1 : 1));
}

function toVersion(row: VersionRow, all: readonly VersionRow[], language: Language): TemplateVersion {
  const isDraft = row.state === "DRAFT";
  const earlier = isDraft ? all.filter(({ state }) => state !== "DRAFT") : [];
  const { major, minor } = isDraft ? nextVersionNumber(earlier, row.definition) : row;
  return {
    id: row.id,
    number: `${major}.${minor}`,
    state: row.state,
    definition: row.definition,
    pilotedAt: instant(row.piloted_at),
    publishedAt: instant(row.published_at),
    chapterCount: row.chapter_count,
    notes: row.notes,
    rev: row.rev,
    // read only when asked for: a list of templates does not check them all
    get burdenSeconds(): number {
      return burdenSeconds(row.definition).total;
    },
    get checks(): DefinitionCheck[] {
      return problemsOf(row.definition, earlier).map((problem) => ({
        code: problem.code,
        level: problem.level,
        path: problem.path,
        message: sayCheck(language, problem),
      }));
    },
  };
}

const instant = (at: string | null): Date | null => (at === null ? null : new Date(at));

/** Number of the version that a roll-out took its chapters back from: it was made by withdrawing another, and has its id from there. */
const returnsFrom = (row: RolloutRow, all: readonly RolloutRow[]): string | null =>
  all.find((other) => other.withdrawn_at !== null && returnId(row.version_id, other.id) === row.id)?.number ?? null;

const toRollout = (row: RolloutRow, _at: number, all: readonly RolloutRow[]): Rollout => ({
  id: row.id,
  versionNumber: row.number,
  ring: row.ring,
  effectiveFrom: row.effective_from,
  catchUp: row.catch_up,
  chapterCount: row.chapter_count,
  heldCount: row.held_count,
  touchpointCount: row.touchpoint_count,
  createdAt: new Date(row.created_at),
  createdBy: row.created_by,
  allChapters: row.all_chapters,
  returnsFrom: returnsFrom(row, all),
  versionId: row.version_id,
  liftedCount: row.lifted_count,
  cancelledCount: row.cancelled_count,
  leftCount: row.left_count,
  capReason: row.cap_reason,
  withdrawnAt: instant(row.withdrawn_at),
  withdrawnBecause: row.withdrawn_because,
  rev: row.rev,
});

function toTemplate(row: TemplateRow, language: Language): TouchpointTemplate {
  const rows = row.versions ?? [];
  const versions = rows.map((version) => toVersion(version, rows, language));
  const draft = versions.find(({ state }) => state === "DRAFT") ?? null;
  const publishedId = newestPublished(rows)?.id;
  const published = versions.find(({ id }) => id === publishedId) ?? null;
  const shown = (published ?? draft ?? versions[0])?.definition;
  if (!shown) throw new AppError("NOT_FOUND");
  return {
    id: row.id,
    key: row.key,
    name: shown.name,
    stage: shown.stage,
    aboutMember: isAboutMember(shown.trigger),
    corePosition: row.core_position,
    rev: row.rev,
    draft,
    published,
    versions,
    rollouts: (row.rollouts ?? []).map(toRollout),
  };
}

/** The organization's templates: the core set in its order, then by key. */
export async function listTemplates(
  work: Work,
  language: Language,
  page: { first: number; after?: string | null | undefined },
): Promise<Connection<TouchpointTemplate>> {
  const first = pageSize(page.first);
  const place = fromCursor(page.after, 2);
  const { organizationId } = seated(work);
  const rows = await work.query<TemplateRow>(
    `select * from (${SELECT}) x where $3::int is null or (x.place, x.key) > ($3, $4) order by x.place, x.key limit $5`,
    [organizationId, work.today, place?.[0] ?? null, place?.[1] ?? null, first + 1],
  );
  const totalCount = rows[0]?.total ?? (place ? null : 0);
  return toConnection(
    rows,
    first,
    (row) => toTemplate(row, language),
    (row) => [row.place, row.key],
    { after: page.after, totalCount },
  );
}

/** One template, or null when there is none in the organization. */
export async function findTemplate(work: Work, language: Language, id: string): Promise<TouchpointTemplate | null> {
  if (!isUuid(id)) return null;
  const { organizationId } = seated(work);
  const [row] = await work.query<TemplateRow>(`${SELECT} and t.id = $3`, [organizationId, work.today, id]);
  return row ? toTemplate(row, language) : null;
}

/** One template. Throws NOT_FOUND. */
export async function readTemplate(work: Work, language: Language, id: string): Promise<TouchpointTemplate> {
  const template = await findTemplate(work, language, id);
  if (!template) throw new AppError("NOT_FOUND");
  return template;
}

/** The core set, in its order. */
export async function readCoreSet(work: Work, language: Language): Promise<TouchpointTemplate[]> {
  const { organizationId } = seated(work);
  const rows = await work.query<TemplateRow>(`${SELECT} and t.core_position is not null order by t.core_position`, [
    organizationId,
    work.today,
  ]);
  return rows.map((row) => toTemplate(row, language));
}

/** What the database keeps of the versions of one template, newest first. */
export async function versionRows(work: Work, templateId: string): Promise<VersionRow[]> {
  return work.query<VersionRow>(
    `select id, major, minor, state, definition, piloted_at, published_at, notes, rev, 0 as chapter_count from app.template_version
      where organization_id = $1 and template_id = $2 order by major desc, minor desc`,
    [seated(work).organizationId, templateId],
  );
}
