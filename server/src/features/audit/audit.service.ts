import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import type { AuditEntry } from "./audit.type.js";

type AuditRow = Omit<AuditEntry, "id" | "detail"> & { id: number; detail: Record<string, unknown> };

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
  return toConnection(
    rows,
    most,
    ({ id, detail, ...row }) => ({
      ...row,
      id: String(id),
      detail: Object.keys(detail).length > 0 ? JSON.stringify(detail) : null,
    }),
    ({ id }) => [id],
    { after },
  );
}
