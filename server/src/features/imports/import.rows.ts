import type { Language } from "@varde/domain";
import { say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { isUuid } from "../../kernel/mutation.js";
import { IMPORT_TEXTS } from "./import.texts.js";
import { IMPORT_KINDS, type ImportCount, type ImportKind, type ImportState, type MemberImport } from "./import.type.js";
import type { TalliedNote } from "./note-tally.js";
import { type Field, FileProblem, type FileProblemCode, sayFileProblem, sayNote } from "./read/index.js";

type ProblemRow = { code: FileProblemCode | "STOPPED"; line: number | null; limit: number | null };
/** A column as it is kept: `key` is what is remembered of its header; null: never. */
export type ColumnRow = { name: string; key: string | null; field: Field | null; refused: boolean };

type ImportRow = {
  id: string;
  chapter_id: string | null;
  state: ImportState;
  fee_year: number;
  columns: ColumnRow[];
  rows_read: number;
  counts: Partial<Record<ImportKind, number>> | null;
  applied: Partial<Record<ImportKind, number>> | null;
  notes: TalliedNote[];
  problem: ProblemRow | null;
  created_at: Date;
  /** that instant as it is ordered by, to the microsecond */
  place: string;
  rev: number;
};

const COLUMNS = `id, chapter_id, state, fee_year, columns, rows_read, counts, applied, notes, problem, created_at, created_at::text as place, rev`;

const toCounts = (counts: ImportRow["counts"]): ImportCount[] =>
  IMPORT_KINDS.flatMap((kind) => (counts?.[kind] ? [{ kind, n: counts[kind] }] : []));

function sayProblem(language: Language, problem: ProblemRow | null): string | null {
  if (problem === null) return null;
  return problem.code === "STOPPED"
    ? say(language, IMPORT_TEXTS.stopped)
    : sayFileProblem(language, new FileProblem(problem.code, problem.line, problem.limit));
}

const toImport =
  (language: Language) =>
  (row: ImportRow): MemberImport => ({
    id: row.id,
    national: row.chapter_id === null,
    state: row.state,
    feeYear: row.fee_year,
    columns: row.columns.map(({ name, field, refused }, index) => ({ index, name, field, refused })),
    rowsRead: row.rows_read,
    counts: toCounts(row.counts),
    applied: toCounts(row.applied),
    notes: row.notes.map((note) => ({ n: note.n, message: sayNote(language, note) })),
    problem: sayProblem(language, row.problem),
    createdAt: row.created_at,
    rev: row.rev,
  });

/** One import in reach, as it is now; null when there is none. */
export async function findImport(work: Work, language: Language, id: string): Promise<MemberImport | null> {
  if (!isUuid(id)) return null;
  const [row] = await work.query<ImportRow>(`select ${COLUMNS} from app.import where id = $1`, [id]);
  return row ? toImport(language)(row) : null;
}

/** The columns of an import that waits to be told what they are. Throws NOT_FOUND. */
export async function columnsOf(work: Work, id: string): Promise<ColumnRow[]> {
  const [row] = isUuid(id)
    ? await work.query<{ columns: ColumnRow[] }>(`select columns from app.import where id = $1`, [id])
    : [];
  if (!row) throw new AppError("NOT_FOUND");
  return row.columns;
}

/** The files of the own chapter, or of national, newest first. */
export async function listImports(
  work: Work,
  language: Language,
  { first, after }: { first: number; after: string | null },
): Promise<Connection<MemberImport>> {
  const place = fromCursor(after, 2);
  const rows = await work.query<ImportRow>(
    `select ${COLUMNS} from app.import where ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid)) order by created_at desc, id desc limit $1`,
    [pageSize(first) + 1, place?.[0] ?? null, place?.[1] ?? null],
  );
  return toConnection(rows, first, toImport(language), (row) => [row.place, row.id], { after });
}
