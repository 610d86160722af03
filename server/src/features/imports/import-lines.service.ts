import { type Language, toCsv } from "@varde/domain";
import { AppError } from "../../kernel/errors/app-error.js";
import { say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { isUuid } from "../../kernel/mutation.js";
import { BECAUSE, REPORT_HEADER } from "./import.texts.js";
import type { ImportChange, ImportKind, ImportLine } from "./import.type.js";
import { type ReasonCode, sayReason } from "./read/index.js";

type LineRow = {
  line: number;
  because: string | null;
  other_line: number | null;
  fields: ImportChange[];
  name: string | null;
  reasons: { code: ReasonCode; column: string | null }[] | null;
};

const LINES = `select line, because, other_line, fields, name, reasons from authz.import_lines($1, $2, $3, $4)`;

/** What is wrong with a line: why it cannot be read, or why it waits for a person. */
function messagesOf(language: Language, kind: ImportKind, row: LineRow): string[] {
  if (row.reasons) return row.reasons.map((reason) => sayReason(language, { ...reason, line: row.line }));
  const because = BECAUSE[kind === "MOVED" ? kind : (row.because ?? "")];
  if (kind === "LEFT" || !because) return [];
  return [row.other_line === null ? say(language, because) : `${say(language, because)} (${row.other_line})`];
}

/** Lines of one kind, or the members the file does not name. Persons only of the own chapter; the database sees to it. */
export async function listLines(
  work: Work,
  language: Language,
  { id, kind, first, after }: { id: string; kind: ImportKind; first: number; after: string | null },
): Promise<Connection<ImportLine>> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const most = pageSize(first) + 1;
  const place = fromCursor(after, 1)?.[0] ?? null;
  if (kind === "GONE") {
    const rows = await work.query<{ id: string; name: string }>(
      `select id, name from authz.import_gone($1, $2::uuid, $3)`,
      [id, place, most],
    );
    const show = (row: { id: string; name: string }): ImportLine => ({
      line: null,
      memberId: row.id,
      name: row.name,
      changes: [],
      messages: [],
    });
    return toConnection(rows, first, show, (row) => [row.id], { after });
  }
  const rows = await work.query<LineRow>(LINES, [id, kind, place ?? 0, most]);
  const show = (row: LineRow): ImportLine => ({
    line: row.line,
    memberId: null,
    name: row.name,
    changes: row.fields,
    messages: messagesOf(language, kind, row),
  });
  return toConnection(rows, first, show, (row) => [row.line], { after });
}

/** Lines in a report: more than that is a file to export anew. */
const MOST_REPORTED = 5000;

/** What was not taken in and why, as a CSV file in the order of the file's lines. It holds no cell of a person. */
export async function reportOf(work: Work, language: Language, id: string): Promise<string> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const lines: { line: number; column: string; reason: string }[] = [];
  for (const kind of ["REJECTED", "UNKNOWN_CHAPTER", "DUPLICATE"] as const) {
    for (const row of await work.query<LineRow>(LINES, [id, kind, 0, MOST_REPORTED])) {
      const column = row.reasons?.map((reason) => reason.column ?? "").filter((name) => name !== "") ?? [];
      lines.push({
        line: row.line,
        column: [...new Set(column)].join(", "),
        reason: messagesOf(language, kind, row).join(" "),
      });
    }
  }
  const words = (key: keyof typeof REPORT_HEADER) => say(language, REPORT_HEADER[key]);
  const sorted = lines.toSorted((a, b) => a.line - b.line);
  return toCsv([
    [words("line"), words("column"), words("reason")],
    ...sorted.map(({ line, column, reason }) => [line, column, reason]),
  ]);
}
