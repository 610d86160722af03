import { applyOverlay, carriedOverlay, leavesOpen } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import type { AdaptableTemplate, Adaptation, EarlierOverlay, LeftPart } from "./adaptation.type.js";
import { ownChapter, overlaidVersion, versionInForce } from "./overlay.rows.js";
import type { OverlaidVersion } from "./overlay.rows.js";
import type { ProposalState } from "./proposal.type.js";
import { proposalsOf } from "./read-proposals.js";

/** Proposals on the chapter's own page, at most. */
const MOST_PROPOSALS = 20;

async function whole(work: Work, found: OverlaidVersion): Promise<Adaptation> {
  const earlier = await work.query<EarlierOverlay>(
    `select v.id as "versionId", v.major || '.' || v.minor as "versionNumber"
       from app.overlay o join app.template_version v on v.organization_id = o.organization_id and v.id = o.version_id
      where o.chapter_id = $1 and o.template_id = $2 and o.version_id <> $3 order by v.major desc, v.minor desc`,
    [ownChapter(work), found.templateId, found.versionId],
  );
  const { number, state, ...rest } = found;
  return {
    ...rest,
    versionNumber: number,
    open: state !== "CLOSED",
    earlier,
    proposals: await proposalsOf(work, { templateId: found.templateId, first: MOST_PROPOSALS }),
  };
}

/** A version beside the chapter's overlay; of a template the one the chapter has. Throws NOT_FOUND. */
export async function readAdaptation(
  work: Work,
  of: { templateId: string; versionId?: string | null | undefined } | { versionId: string },
): Promise<Adaptation> {
  const found = of.versionId
    ? await overlaidVersion(work, of.versionId)
    : await versionInForce(work, "templateId" in of ? of.templateId : "");
  if ("templateId" in of && found.templateId !== of.templateId) throw new AppError("NOT_FOUND");
  return whole(work, found);
}

/** What of the overlay on `from` did not fit this version. */
export async function leftBehind(work: Work, from: string, to: string): Promise<LeftPart[]> {
  const [source, target] = [await overlaidVersion(work, from), await overlaidVersion(work, to)];
  // by the names they had where they came from, the chapter's own steps by their own words
  const { steps, messages } = applyOverlay(source.definition, source.overlay);
  const named = [...source.definition.steps, ...steps];
  return carriedOverlay(target.definition, source.overlay).left.map(({ part, key }) => ({
    part,
    key,
    name:
      (part === "MESSAGES"
        ? messages.find((message) => message.key === key)?.title
        : named.find((step) => step.key === key)?.text) ?? null,
  }));
}

type ListRow = {
  template_id: string;
  number: string;
  definition: TemplateDefinition;
  adapted: boolean;
  adapted_before: boolean;
  proposal: ProposalState | null;
};

/** The templates the chapter has, each in the version it has now, by name. */
export async function listAdaptable(work: Work): Promise<AdaptableTemplate[]> {
  const rows = await work.query<ListRow>(
    `select * from (
       select distinct on (v.template_id) v.template_id, v.major || '.' || v.minor as number, v.definition,
              exists (select 1 from app.overlay o where o.chapter_id = $2 and o.version_id = v.id) as adapted,
              exists (select 1 from app.overlay o where o.chapter_id = $2 and o.template_id = v.template_id and o.version_id <> v.id) as adapted_before,
              (select p.state from app.proposal p where p.chapter_id = $2 and p.template_id = v.template_id order by p.proposed_at desc, p.id desc limit 1) as proposal
         from app.template_version v
         left join app.rollout_chapter rc on rc.organization_id = v.organization_id and rc.chapter_id = $2 and rc.version_id = v.id and rc.until_day is null
        where v.organization_id = $1 and v.state in ('PILOT', 'PUBLISHED')
          and (rc.chapter_id is not null or exists (select 1 from app.touchpoint t where t.chapter_id = $2 and t.template_id = v.template_id and t.version_id = v.id))
        order by v.template_id, rc.chapter_id is not null desc, v.major desc, v.minor desc) x
      order by x.definition -> 'name' ->> 'nb', x.template_id limit 200`,
    [seated(work).organizationId, ownChapter(work)],
  );
  return rows.map((row) => ({
    templateId: row.template_id,
    name: row.definition.name,
    versionNumber: row.number,
    adaptable: leavesOpen(row.definition),
    adapted: row.adapted,
    adaptedBefore: row.adapted_before && !row.adapted,
    proposal: row.proposal,
  }));
}
