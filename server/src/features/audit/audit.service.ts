import type { LocalizedText } from "@varde/domain";
import { seated } from "../../kernel/graphql/context.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import type { AuditEntry } from "./audit.type.js";

type AuditRow = Omit<AuditEntry, "id" | "detail" | "templateName"> & { id: number; detail: Record<string, unknown> };

/** What templates are called in their newest version, a draft only where there is nothing else. */
async function templateNames(work: Work, rows: readonly AuditRow[]): Promise<Map<string, LocalizedText>> {
  const ids = rows.flatMap(({ subjectType, subjectId }) =>
    subjectType === "TouchpointTemplate" && subjectId ? [subjectId] : [],
  );
  if (ids.length === 0) return new Map();
  const found = await work.query<{ id: string; name: LocalizedText }>(
    `select distinct on (v.template_id) v.template_id as id, v.definition -> 'name' as name from app.template_version v
      where v.organization_id = $1 and v.template_id = any ($2::uuid[])
      order by v.template_id, (v.state = 'DRAFT'), v.major desc, v.minor desc`,
    [seated(work).organizationId, ids],
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** The trail the seat may read, newest first: all of the organization's, or the own chapter's lines. */
export async function auditTrail(work: Work, first: number, after: string | null): Promise<Connection<AuditEntry>> {
  const most = pageSize(first);
  const [before] = fromCursor(after, 1) ?? [null];
  if (before !== null && !Number.isSafeInteger(before)) throw new AppError("BAD_REQUEST");
  const rows = await work.query<AuditRow>(
    `select id, at, actor_name as "actorName", action, subject_type as "subjectType", subject_id as "subjectId",
            chapter_name as "chapterName", detail
       from authz.audit_trail($1, $2)`,
    [before, most + 1],
  );
  const names = await templateNames(work, rows);
  return toConnection(
    rows,
    most,
    ({ id, detail, ...row }) => ({
      ...row,
      id: String(id),
      templateName: names.get(row.subjectId ?? "") ?? null,
      detail: Object.keys(detail).length > 0 ? JSON.stringify(detail) : null,
    }),
    ({ id }) => [id],
    { after },
  );
}
