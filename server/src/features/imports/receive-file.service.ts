import { runWork } from "../../kernel/db/run-work.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { type Installation, seated } from "../../kernel/graphql/context.js";
import { type ChapterNames, chapterFinder, type FindChapter } from "./find-chapter.js";
import { NoteTally } from "./note-tally.js";
import { type Field, FileProblem, headerKey, mapHeaders, readMember, readTable, type Table } from "./read/index.js";
import { rejectedRow, stagedRow } from "./stage-row.js";

/** Rows in one transaction: few enough to keep little in memory, enough to be quick. */
const BATCH = 1000;
/** A comparison of the largest file with the largest register. */
const MATCH_MS = 120_000;

export type Receiving = {
  installation: Installation;
  /** hash of the session's secret */
  session: string;
  importId: string;
  /** null: this year */
  feeYear: number | null;
};
type Begun = {
  organizationId: string;
  chapterId: string | null;
  attempt: number;
  today: string;
  feeYear: number;
  remembered: Record<string, Field>;
  findChapter: FindChapter;
  /** the types of membership by their names, lowered */
  types: ReadonlyMap<string, string>;
};

/** Whose register the asker may read a file into: the own chapter's, or for national all. Throws FORBIDDEN. */
function scopeOf(work: Work): { organizationId: string; chapterId: string | null; scopeId: string; seatId: string } {
  const { caps, chapterId, organizationId, seatId, unitKind } = seated(work);
  if (!caps.has("MEMBER_IMPORT")) throw new AppError("FORBIDDEN");
  if (unitKind !== "ORGANIZATION" && chapterId === null) throw new AppError("FORBIDDEN");
  return { organizationId, chapterId, scopeId: chapterId ?? organizationId, seatId };
}

/** Begins, or begins again what was broken off; null when the import has come further, and there is nothing to read. */
async function begin(work: Work, { importId, feeYear }: Receiving): Promise<Begun | null> {
  const { organizationId, chapterId, scopeId, seatId } = scopeOf(work);
  const year = feeYear ?? Number(work.today.slice(0, 4));
  await work.query(
    `insert into app.import (organization_id, id, chapter_id, fee_year, created_by) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [organizationId, importId, chapterId, year, seatId],
  );
  const [found] = await work.query<{ state: string }>(
    `select state from app.import where organization_id = $1 and id = $2 and chapter_id is not distinct from $3 for update`,
    [organizationId, importId, chapterId],
  );
  if (!found) throw new AppError("NOT_FOUND");
  if (found.state !== "RECEIVING" && found.state !== "UNMAPPED") return null;
  await work.query(`select authz.empty_import($1)`, [importId]);
  const [begun] = await work.query<{ rev: number }>(
    `update app.import set state = 'RECEIVING', fee_year = $3, rows_read = 0, changed_at = now(), rev = rev + 1
      where organization_id = $1 and id = $2 returning rev`,
    [organizationId, importId, year],
  );
  const mappings = await work.query<{ header_key: string; field: Field }>(
    `select header_key, field from app.import_mapping where organization_id = $1 and scope_id = $2`,
    [organizationId, scopeId],
  );
  const chapters = await work.query<ChapterNames>(
    `select id, name, short_name, municipalities from app.chapter where organization_id = $1 and (closed_on is null or closed_on > authz.today())`,
    [organizationId],
  );
  const types = await work.query<{ id: string; name_key: string }>(
    `select id, name_key from app.membership_type where organization_id = $1 and archived_on is null`,
    [organizationId],
  );
  return {
    organizationId,
    chapterId,
    types: new Map(types.map(({ id, name_key }) => [name_key, id])),
    attempt: begun!.rev,
    today: work.today,
    feeYear: year,
    remembered: Object.fromEntries(mappings.map(({ header_key, field }) => [header_key, field])),
    findChapter: chapterFinder(chapters, chapterId),
  };
}

/** One short transaction as the asker, who may have lost the right meanwhile. */
const inTurn = <T>({ installation, session }: Receiving, act: (work: Work) => Promise<T>, statementMs = 20_000) =>
  runWork(installation.app, { session, readOnly: false, statementMs }, async (work) => {
    scopeOf(work);
    return act(work);
  });

/** Ends this attempt in `state`, unless somebody has given the import up or begun it again. */
async function settle(
  receiving: Receiving,
  { organizationId, attempt }: Begun,
  state: "UNMAPPED" | "FAILED",
  problem: FileProblem | null,
): Promise<void> {
  await inTurn(receiving, async (work) => {
    const [ended] = await work.query(
      `update app.import set state = $4, problem = $5, changed_at = now(), rev = rev + 1
        where organization_id = $1 and id = $2 and rev = $3 and state = 'RECEIVING' returning 1`,
      [
        organizationId,
        receiving.importId,
        attempt,
        state,
        problem && JSON.stringify({ code: problem.code, line: problem.line, limit: problem.limit }),
      ],
    );
    if (ended) await work.query(`select authz.empty_import($1)`, [receiving.importId]);
  });
}

/** Reads, seals and stages the rows, a transaction a batch, so that none waits for a slow line. */
async function stage(receiving: Receiving, begun: Begun, table: Table, mapping: ReturnType<typeof mapHeaders>) {
  const { importId, installation } = receiving;
  const context = { today: begun.today, feeYear: begun.feeYear, minYear: 1900 };
  const notes = new NoteTally();
  let batch: Record<string, unknown>[] = [];
  let read = 0;
  let pending: Promise<unknown> = Promise.resolve();
  const write = async (rows: readonly Record<string, unknown>[]) => {
    read += rows.length;
    await inTurn(receiving, async (work) => {
      await work.query(`select authz.stage_import($1, $2, $3)`, [importId, begun.attempt, JSON.stringify(rows)]);
      await work.query(`update app.import set rows_read = $3 where organization_id = $1 and id = $2`, [
        begun.organizationId,
        importId,
        read,
      ]);
    });
  };
  // the next rows are read while the last ones are written, and no further ahead
  const flush = async () => {
    const rows = batch;
    batch = [];
    await pending;
    pending = write(rows);
    // told when it is waited for, also when reading fails first
    pending.catch(() => {});
  };
  const readAll = async () => {
    for await (const row of table.rows) {
      const result = readMember(row, mapping, context);
      notes.add(result.notes);
      if ("rejected" in result) batch.push(rejectedRow(row.line, result.rejected));
      else {
        const chapterId = begun.findChapter(result.member);
        const { type } = result.member;
        const typeId = (type !== null && begun.types.get(type.toLowerCase())) || null;
        // an organization that has named no types has nothing to ask about
        if (type !== null && typeId === null && begun.types.size > 0) {
          const column = mapping.columns[mapping.mapping.indexOf("TYPE")] ?? null;
          notes.add([{ code: "TYPE_UNKNOWN", line: row.line, column }]);
        }
        batch.push(
          stagedRow(row.line, result.member, {
            sealer: installation.sealer,
            organizationId: begun.organizationId,
            chapterId,
            typeId,
          }),
        );
      }
      if (batch.length >= BATCH) await flush();
    }
    if (batch.length > 0) await flush();
  };
  try {
    await readAll();
  } finally {
    // whoever forgets what was read finds all of it there
    await pending.catch(() => {});
  }
  await pending;
  return notes;
}

async function read(receiving: Receiving, begun: Begun, body: AsyncIterable<Buffer>): Promise<void> {
  const table = await readTable(body);
  const { cells } = table.header;
  const mapping = mapHeaders(cells, begun.remembered, { feeYear: begun.feeYear });
  const columns = mapping.columns.map((name, index) => ({
    name,
    key: mapping.refused.includes(name) ? null : headerKey(cells[index] ?? "").slice(0, 80) || null,
    field: mapping.mapping[index] ?? null,
    refused: mapping.refused.includes(name),
  }));
  await inTurn(receiving, (work) =>
    work.query(`update app.import set columns = $3 where organization_id = $1 and id = $2 and rev = $4`, [
      begun.organizationId,
      receiving.importId,
      JSON.stringify(columns),
      begun.attempt,
    ]),
  );
  if (mapping.missing.length > 0 || mapping.unknown.length > 0) {
    // nothing below the header is read, so nothing waits for an answer that may never come
    await table.close();
    return settle(receiving, begun, "UNMAPPED", null);
  }
  const notes = await stage(receiving, begun, table, mapping);
  await inTurn(
    receiving,
    async (work) => {
      const [matched] = await work.query<{ counts: object }>(`select authz.match_import($1) as counts`, [
        receiving.importId,
      ]);
      await work.query(
        `update app.import set state = 'READY', counts = $4, notes = $5, problem = null, changed_at = now(), rev = rev + 1
          where organization_id = $1 and id = $2 and rev = $3 and state = 'RECEIVING'`,
        [
          begun.organizationId,
          receiving.importId,
          begun.attempt,
          JSON.stringify(matched!.counts),
          JSON.stringify(notes.lines()),
        ],
      );
    },
    MATCH_MS,
  );
}

// what `stage_import` says when the import was given up, or begun again by somebody else
const NOT_BEING_READ = "VA002";

/**
 * Reads a member file into staging as it streams in, and compares it with the register. The same id again, after a line that
 * broke, begins anew; when the file is read already, it changes nothing. A file that cannot be read ends the import as FAILED with why.
 */
export async function receiveFile(receiving: Receiving, body: AsyncIterable<Buffer>): Promise<void> {
  const { installation, session } = receiving;
  const begun = await runWork(installation.app, { session, readOnly: false }, (work) => begin(work, receiving));
  if (!begun) return;
  try {
    await read(receiving, begun, body);
  } catch (error) {
    if (error instanceof FileProblem) return settle(receiving, begun, "FAILED", error);
    if ((error as { code?: string }).code === NOT_BEING_READ) return;
    throw error;
  }
}
