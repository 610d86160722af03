import type { Work } from "./db/unit-of-work.js";
import { seated } from "./graphql/context.js";

/** One line of the trail: what was done to what. `detail` holds keys, numbers and dates; never a name, an address or an answer. */
export type AuditLine = {
  action: string;
  subjectType: string;
  subjectId: string | null;
  chapterId?: string | null;
  detail?: Record<string, string | number | boolean | null>;
};

/** The same line about each of several subjects, in one statement. */
export async function auditEach(work: Work, line: AuditLine, subjectIds: readonly string[]): Promise<void> {
  const viewer = seated(work);
  await work.query(
    `insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id, detail)
     select $1, $2, $3, $4, $5, s, $7 from unnest($6::uuid[]) s`,
    [
      viewer.organizationId,
      line.chapterId ?? null,
      viewer.seatId,
      line.action,
      line.subjectType,
      subjectIds,
      JSON.stringify(line.detail ?? {}),
    ],
  );
}

/** Writes to the insert-only audit trail, in the transaction of the change. */
export async function audit(work: Work, line: AuditLine): Promise<void> {
  const viewer = seated(work);
  await work.query(
    `insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id, detail) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      viewer.organizationId,
      line.chapterId ?? null,
      viewer.seatId,
      line.action,
      line.subjectType,
      line.subjectId,
      JSON.stringify(line.detail ?? {}),
    ],
  );
}
