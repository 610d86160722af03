import { applyOverlay, movedOn, overlayParts } from "@varde/domain";
import type { Overlay, TemplateDefinition } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Proposal, ProposalState } from "./proposal.type.js";

/** A proposal as its statement gives it; `draft` is national's next, where the asker may see it. */
export type ProposalRow = {
  id: string;
  chapter_id: string;
  chapter_name: string;
  template_id: string;
  version_id: string;
  number: string;
  definition: TemplateDefinition;
  draft: TemplateDefinition | null;
  in_force: TemplateDefinition | null;
  content: Overlay;
  message: string;
  state: ProposalState;
  proposed_at: Date;
  /** microseconds, which the driver's dates do not hold */
  placed: string;
  decided_at: Date | null;
  reason: string | null;
  rev: number;
};

const SELECT = `select p.id, p.chapter_id, c.short_name as chapter_name, p.template_id, p.version_id, v.major || '.' || v.minor as number, v.definition,
       d.definition as draft, f.definition as in_force, p.content, p.message, p.state, p.proposed_at, p.proposed_at::text as placed, p.decided_at, p.reason, p.rev
  from app.proposal p join app.chapter c on c.organization_id = p.organization_id and c.id = p.chapter_id
  join app.template_version v on v.organization_id = p.organization_id and v.id = p.version_id
  left join app.template_version d on d.organization_id = p.organization_id and d.template_id = p.template_id and d.state = 'DRAFT'
  left join lateral (select x.definition from app.template_version x where x.organization_id = p.organization_id and x.template_id = p.template_id
    and x.state = 'PUBLISHED' order by x.major desc, x.minor desc limit 1) f on true
 where p.organization_id = $1`;

function toProposal(row: ProposalRow): Proposal {
  const { definition, content } = row;
  const next = row.draft ?? row.in_force ?? definition;
  const moved = movedOn(next, definition, content);
  return {
    id: row.id,
    chapterId: row.chapter_id,
    chapterName: row.chapter_name,
    templateId: row.template_id,
    name: definition.name,
    versionId: row.version_id,
    versionNumber: row.number,
    message: row.message,
    state: row.state,
    proposedAt: row.proposed_at,
    decidedAt: row.decided_at,
    reason: row.reason,
    rev: row.rev,
    before: definition,
    after: applyOverlay(definition, content),
    parts: overlayParts(content).map(({ part, key }) => ({
      part,
      key,
      movedOn: moved.some((one) => one.part === part && one.key === key),
    })),
  };
}

export type ProposalFilter = {
  templateId?: string | null;
  state?: ProposalState | null;
  /** only those that are decided and whose chapter has not read it */
  unseen?: boolean;
  first: number;
  after?: string | null;
};

const WHERE = `and ($2::uuid is null or p.template_id = $2) and ($3::text is null or p.state = $3)
  and (not $4::boolean or (p.state in ('ACCEPTED', 'DECLINED') and p.seen_at is null))`;

async function rowsOf(work: Work, filter: ProposalFilter): Promise<ProposalRow[]> {
  if (filter.templateId && !isUuid(filter.templateId)) return [];
  const place = fromCursor(filter.after, 2);
  return work.query<ProposalRow>(
    `${SELECT} ${WHERE} and ($5::timestamptz is null or (p.proposed_at, p.id) < ($5, $6::uuid)) order by p.proposed_at desc, p.id desc limit $7`,
    [
      seated(work).organizationId,
      filter.templateId ?? null,
      filter.state ?? null,
      filter.unseen ?? false,
      place?.[0] ?? null,
      place?.[1] ?? null,
      filter.first + 1,
    ],
  );
}

/** The proposals in reach, the latest first. */
export async function proposalsOf(work: Work, filter: ProposalFilter): Promise<Proposal[]> {
  return (await rowsOf(work, filter)).slice(0, filter.first).map(toProposal);
}

/** A page of the proposals in reach, the latest first: a chapter's own, national's all. */
export async function listProposals(work: Work, filter: ProposalFilter): Promise<Connection<Proposal>> {
  const first = pageSize(filter.first);
  const rows = await rowsOf(work, { ...filter, first });
  const whole = !filter.after && rows.length <= first;
  const [counted] = whole
    ? []
    : await work.query<{ n: number }>(
        `select count(*)::int as n from app.proposal p where p.organization_id = $1 ${WHERE}`,
        [
          seated(work).organizationId,
          filter.templateId && isUuid(filter.templateId) ? filter.templateId : null,
          filter.state ?? null,
          filter.unseen ?? false,
        ],
      );
  return toConnection(rows, first, toProposal, (row) => [row.placed, row.id], {
    after: filter.after,
    totalCount: whole ? rows.length : (counted?.n ?? 0),
  });
}

/** One proposal in reach with what it says, locked until the transaction ends when `hold`; undefined when there is none. */
export async function findProposalRow(work: Work, id: string, hold = false): Promise<ProposalRow | undefined> {
  if (!isUuid(id)) return undefined;
  const { organizationId } = seated(work);
  if (hold)
    await work.query(`select 1 from app.proposal p where p.organization_id = $1 and p.id = $2 for update`, [
      organizationId,
      id,
    ]);
  const [row] = await work.query<ProposalRow>(`${SELECT} and p.id = $2`, [organizationId, id]);
  return row;
}

/** One proposal in reach, or null. */
export async function findProposal(work: Work, id: string | null): Promise<Proposal | null> {
  const row = id === null ? undefined : await findProposalRow(work, id);
  return row ? toProposal(row) : null;
}
