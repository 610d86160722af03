import type { Language, LocalDate } from "@varde/domain";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { PassThrough } from "node:stream";
import type { Work } from "../../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../../kernel/errors/app-error.js";
import { seated } from "../../../../kernel/graphql/context.js";
import { compare } from "../../comparison.service.js";
import { levelTerm } from "../../../organization/index.js";
import { bookOf, inBookWords } from "../book.js";
import type { Book } from "../book.js";
import { linkOf } from "../link.js";
import { drawReport } from "../report-pdf.js";
import { partOf, reportHead } from "../report.js";
import type { ReportPart } from "../report.js";
import { xlsxOfAll } from "../spreadsheets.js";
import { textOf } from "../words.js";
import type { PlanLine } from "./order.service.js";
import type { ExportKind } from "./order.type.js";

/** One comparison as the file is to hold it: words and numbers that may be seen, and nothing to compute. */
export type Slice = { part: ReportPart } | { book: Book & { name: string } };

/** Thrown when what the seat may see is no longer what it was when it ordered: one file does not hold two reaches. */
export class ReachChanged extends Error {}

/**
 * Reads one line of the plan in the name of whoever ordered: `work` is a transaction of theirs, so row-level security decides as on
 * the page. Throws NOT_FOUND for a template or region that is gone, and `ReachChanged`.
 */
export async function readSlice(
  work: Work,
  order: { id: string; kind: ExportKind; language: Language },
  line: PlanLine,
  baseUrl: string,
): Promise<Slice> {
  const { organizationId, caps } = seated(work);
  if (!caps.has("STATISTICS_READ")) throw new AppError("FORBIDDEN");
  const [reach] = await work.query<{ same: boolean }>(
    `select reach = (select coalesce(array_agg(u order by u), '{}') from unnest(authz.units('STATISTICS_READ')) u) as same
       from app.export_order where organization_id = $1 and id = $2`,
    [organizationId, order.id],
  );
  if (!reach?.same) throw new ReachChanged("the reach changed");
  const question = { templateId: line.templateId, regionId: line.regionId };
  const comparison = await compare(work, question);
  if (order.kind === "REPORT") return { part: partOf(comparison, order.language, line.section ?? null) };
  const book = bookOf(comparison, linkOf(baseUrl, question, comparison), order.language);
  const said = inBookWords(book, await levelTerm(work), order.language);
  return { book: { ...said, name: textOf(comparison.template.name, order.language) } };
}

/** The file of what was read. `slices` are read one by one; the pages of a report as they are drawn. */
export async function fileOf(
  order: { kind: ExportKind; language: Language; scopeName: string; on: LocalDate },
  slices: AsyncIterable<Slice>,
): Promise<Readable> {
  if (order.kind === "TABLES") {
    const books: (Book & { name: string })[] = [];
    for await (const slice of slices) if ("book" in slice) books.push(slice.book);
    return xlsxOfAll(books, order.language);
  }
  const parts = async function* (): AsyncGenerator<ReportPart> {
    for await (const slice of slices) if ("part" in slice) yield slice.part;
  };
  const head = reportHead({ scopeName: order.scopeName, today: order.on, isEmpty: false }, order.language);
  const { pdf, drawn } = drawReport({ ...head, parts: parts() });
  // drawing that fails ends the stream, and with it the reading of it
  drawn.catch((error: Error) => pdf.destroy(error));
  const out = new PassThrough();
  pipeline(pdf, out).catch((error: Error) => out.destroy(error));
  return out;
}
