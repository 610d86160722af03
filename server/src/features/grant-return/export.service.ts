import type { Language } from "@varde/domain";
import { runWork } from "../../kernel/db/run-work.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import type { Done } from "../../kernel/mutation.js";
import { makeOrdered, mayGoOn, ordererSessions, placeOrder, readOrders, RETURN_KINDS } from "../standings/index.js";
import type { Making } from "../standings/index.js";
import type { GrantExport } from "./export.type.js";
import type { OrderGrantExportInput } from "./grant-return.inputs.js";
import { GRANT_TEXTS } from "./grant-return.texts.js";
import type { GrantFileKind } from "./grant-return.type.js";
import { readTotals } from "./read-returns.js";
import { returnsFile } from "./returns-file.js";
import type { FiledReturn } from "./returns-file.js";

export const MAKE_GRANT_EXPORT_JOB = "make_grant_export";
/** Returns that are read at a time. */
const PAGE = 20;

/** Orders all delivered returns of a year as one file. It is made by a job in the asker's name, as other large files are. */
export async function orderGrantExport(work: Work, language: Language, input: OrderGrantExportInput): Promise<Done> {
  const { year, kind } = input;
  const { chapters, missing } = await readTotals(work, year);
  if (chapters === missing) refuse("INVALID", say(language, GRANT_TEXTS.nothingDelivered), ["year"]);
  return placeOrder(
    work,
    { kind, content: "ALL", eachRegion: false, language, scopeName: String(year), plan: [{ year }] },
    MAKE_GRANT_EXPORT_JOB,
  );
}

/** The seat's own orders of returns, newest first. */
export const readGrantExports = async (work: Work, id: string | null = null): Promise<GrantExport[]> =>
  (await readOrders<GrantFileKind>(work, id, RETURN_KINDS)).map(
    ({ id: order, kind, scopeName, state, problem, bytes, orderedAt, expiresAt }) => ({
      id: order,
      kind,
      year: Number(scopeName),
      state,
      problem,
      bytes,
      orderedAt,
      expiresAt,
    }),
  );

type Row = Omit<FiledReturn, "content"> & { content: string };

/** The chapters that have delivered for a year, by name. Asked once: policies are asked of every row, so sorting them all is for once. */
async function readChapters(work: Work, year: number): Promise<string[]> {
  const rows = await work.query<{ id: string }>(
    `select c.id from app.grant_return r join app.chapter c on c.organization_id = r.organization_id and c.id = r.chapter_id
      where r.organization_id = $1 and r.year = $2 and r.version > 0 order by lower(c.name), c.id`,
    [seated(work).organizationId, year],
  );
  return rows.map(({ id }) => id);
}

/** What some chapters delivered last, as the asker may read it, in the order of the chapters. */
const readPage = (work: Work, year: number, chapters: readonly string[], withPdf: boolean): Promise<Row[]> =>
  work.query<Row>(
    `select c.id as "chapterId", c.name as chapter, r.state, k.delivered_at as "deliveredAt", k.hash, k.content, k.signed,
            ${withPdf ? "k.pdf" : "null::bytea as pdf"}
       from app.grant_return r join app.chapter c on c.organization_id = r.organization_id and c.id = r.chapter_id
       join app.grant_content k on k.chapter_id = r.chapter_id and k.return_id = r.id and k.version = r.version and k.delivered_at is not null
      where r.organization_id = $1 and r.chapter_id = any ($3::uuid[]) and r.year = $2
      order by array_position($3::uuid[], r.chapter_id)`,
    [seated(work).organizationId, year, chapters],
  );

/** Reads the returns page by page in the name of whoever ordered: a page is let go when the next is read. */
async function* returnsOf(making: Making, year: number, withPdf: boolean): AsyncGenerator<FiledReturn> {
  const session = ordererSessions(making);
  const asOrderer = async <T>(act: (work: Work) => Promise<T>): Promise<T> => {
    mayGoOn(making.context);
    const own = { session: await session(), readOnly: true, statementMs: 30_000 };
    return runWork(making.context.app, own, (work) => {
      if (!seated(work).caps.has("GRANT_REVIEW")) throw new AppError("FORBIDDEN");
      return act(work);
    });
  };
  const chapters = await asOrderer((work) => readChapters(work, year));
  for (let from = 0; from < chapters.length; from += PAGE) {
    const page = await asOrderer((work) => readPage(work, year, chapters.slice(from, from + PAGE), withPdf));
    for (const row of page) yield { ...row, content: JSON.parse(row.content) as FiledReturn["content"] };
  }
}

/** Makes an ordered file of returns. A worker that dies in the midst of it has left pieces of an attempt, which the next removes. */
export const makeGrantExport = (payload: JobPayload, context: JobContext): Promise<void> =>
  makeOrdered(payload, context, (making) => {
    const { language } = making.order;
    const kind = making.order.kind as GrantFileKind;
    const year = Number(making.order.scopeName);
    return returnsFile(kind, year, language, returnsOf(making, year, kind === "RETURNS"));
  });
