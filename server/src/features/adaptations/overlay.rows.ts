import { emptyOverlay } from "@varde/domain";
import type { Overlay, TemplateDefinition } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { VersionState } from "../templates/index.js";

/** One version beside the acting chapter's overlay on it. */
export type OverlaidVersion = {
  templateId: string;
  versionId: string;
  number: string;
  state: VersionState;
  definition: TemplateDefinition;
  overlay: Overlay;
  overlayId: string | null;
  rev: number;
  updatedAt: Date | null;
  updatedByName: string | null;
};

type Row = {
  template_id: string;
  version_id: string;
  number: string;
  state: VersionState;
  definition: TemplateDefinition;
  content: Overlay | null;
  overlay_id: string | null;
  rev: number | null;
  updated_at: Date | null;
  updated_by_name: string | null;
};

/** The chapter whose board is asking. Throws FORBIDDEN for a seat that has none. */
export function ownChapter(work: Work): string {
  const { chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  return chapterId;
}

const OVERLAID = `select v.template_id, v.id as version_id, v.major || '.' || v.minor as number, v.state, v.definition, o.content, o.id as overlay_id,
       o.rev, o.updated_at, (select s.holder_name from app.seat s where s.organization_id = v.organization_id and s.id = o.updated_by) as updated_by_name
  from app.template_version v left join app.overlay o on o.chapter_id = $2 and o.version_id = v.id
 where v.organization_id = $1 and v.state <> 'DRAFT'`;

const toOverlaid = (row: Row): OverlaidVersion => ({
  templateId: row.template_id,
  versionId: row.version_id,
  number: row.number,
  state: row.state,
  definition: row.definition,
  overlay: row.content ?? emptyOverlay(),
  overlayId: row.overlay_id,
  rev: row.rev ?? 0,
  updatedAt: row.updated_at,
  updatedByName: row.updated_by_name,
});

/** A version that is no draft, with the chapter's overlay on it. Throws NOT_FOUND. */
export async function overlaidVersion(work: Work, versionId: string): Promise<OverlaidVersion> {
  if (!isUuid(versionId)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<Row>(`${OVERLAID} and v.id = $3`, [
    seated(work).organizationId,
    ownChapter(work),
    versionId,
  ]);
  if (!row) throw new AppError("NOT_FOUND");
  return toOverlaid(row);
}

/** The version of a template that the chapter has, else the newest in force. Throws NOT_FOUND where there is none. */
export async function versionInForce(work: Work, templateId: string): Promise<OverlaidVersion> {
  if (!isUuid(templateId)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<Row>(
    `${OVERLAID} and v.template_id = $3 and v.state <> 'CLOSED'
      order by exists (select 1 from app.rollout_chapter rc where rc.organization_id = $1 and rc.chapter_id = $2 and rc.version_id = v.id and rc.until_day is null) desc,
               v.state = 'PUBLISHED' desc, v.major desc, v.minor desc limit 1`,
    [seated(work).organizationId, ownChapter(work), templateId],
  );
  if (!row) throw new AppError("NOT_FOUND");
  return toOverlaid(row);
}
