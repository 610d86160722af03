import { toCsv } from "@varde/domain";
import type { CsvCell, Language, LocalizedText } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { actionsOf } from "./audit-kinds.js";
import { searchRules } from "./audit.inputs.js";
import type { AuditFilter } from "./audit.inputs.js";
import { AUDIT_COLUMNS, AUDIT_TEXTS } from "./audit.texts.js";
import type { AuditEntry, AuditExport } from "./audit.type.js";

type AuditRow = Omit<AuditEntry, "id" | "detail" | "templateName"> & { id: number; detail: Record<string, unknown> };

/** Lines of one file: what a spreadsheet opens at once, and a transaction reads in its time. */
const MOST_IN_FILE = 10_000;

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
    [seated(work).organizationId, [...new Set(ids)]],
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** Lines the seat may read, newest first. Throws BAD_REQUEST for a search that is too long. */
async function linesOf(work: Work, filter: AuditFilter | null, before: number | null, most: number) {
  const search = searchRules.safeParse(filter?.search ?? "");
  if (!search.success) throw new AppError("BAD_REQUEST");
  const { included, excluded } = actionsOf(filter?.kind ?? null);
  const rows = await work.query<AuditRow>(
    `select id, at, actor_name as "actorName", action, subject_type as "subjectType", subject_id as "subjectId",
            chapter_id as "chapterId", chapter_name as "chapterName", detail
       from authz.audit_trail($1, $2, $3, $4, $5, $6, $7)`,
    [before, included, excluded, search.data || null, filter?.from ?? null, filter?.to ?? null, most],
  );
  return { rows, names: await templateNames(work, rows) };
}

/** The trail the seat may read, newest first: all of the organization's, or the own chapter's lines. */
export async function auditTrail(
  work: Work,
  filter: AuditFilter | null,
  first: number,
  after: string | null,
): Promise<Connection<AuditEntry>> {
  const most = pageSize(first);
  const [before] = fromCursor(after, 1) ?? [null];
  if (before !== null && !Number.isSafeInteger(before)) throw new AppError("BAD_REQUEST");
  const { rows, names } = await linesOf(work, filter, before as number | null, most + 1);
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

/** An instant as a spreadsheet sorts it: day and time of Oslo, to the second. */
const moment = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo", dateStyle: "short", timeStyle: "medium" });

/**
 * The trail of the whole organization as a file, newest first. Actions and kinds of things are the words of the database, so
 * that files of different years and languages can be laid together. Throws FORBIDDEN for a seat of one chapter.
 */
export async function auditFile(work: Work, filter: AuditFilter | null, language: Language): Promise<AuditExport> {
  if (seated(work).chapterId) throw new AppError("FORBIDDEN");
  const { rows, names } = await linesOf(work, filter, null, MOST_IN_FILE + 1);
  const shown = rows.slice(0, MOST_IN_FILE);
  const name = (id: string | null): CsvCell => {
    const found = names.get(id ?? "");
    return found ? found[language] || found.nb : null;
  };
  const cut = rows.length > shown.length;
  const head = Object.values(AUDIT_COLUMNS).map((heading) => say(language, heading));
  const lines = shown.map((row): CsvCell[] => [
    moment.format(row.at),
    row.actorName ?? say(language, AUDIT_TEXTS.system),
    row.action,
    row.subjectType,
    name(row.subjectId),
    row.chapterName,
    Object.keys(row.detail).length > 0 ? JSON.stringify(row.detail) : null,
    row.subjectId,
    row.id,
  ]);
  return {
    csv: toCsv([head, ...lines, ...(cut ? [[say(language, AUDIT_TEXTS.cut)]] : [])]),
    lines: shown.length,
    complete: !cut,
  };
}

/** Writes down that the trail was taken out, in the transaction that reads it. */
export async function noteExport(work: Work, lines: number): Promise<{ id: string }> {
  const { organizationId } = seated(work);
  await audit(work, {
    action: "AUDIT_EXPORTED",
    subjectType: "Organization",
    subjectId: organizationId,
    detail: { lines },
  });
  return { id: organizationId };
}
