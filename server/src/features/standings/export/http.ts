import type { Language } from "@varde/domain";
import express from "express";
import type { RequestHandler, Response } from "express";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { runWork } from "../../../kernel/db/run-work.js";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { type Installation, seated } from "../../../kernel/graphql/context.js";
import { languageOf } from "../../../kernel/http/language.js";
import { failRequest, refuseRequest, sessionOfOwnPage } from "../../../kernel/http/own-page.js";
import type { Logger } from "../../../kernel/log.js";
import { compare, compareCore } from "../comparison.service.js";
import type { ComparisonQuestion } from "../comparison.service.js";
import { levelTerm } from "../../organization/index.js";
import { bookOf, inBookWords } from "./book.js";
import type { Book } from "./book.js";
import { coreBookOf } from "./core-book.js";
import { linkOf } from "./link.js";
import { sendOrder } from "./orders/send-order.js";
import { drawReport } from "./report-pdf.js";
import { coreComparisons, reportOf, TooLargeAtOnce } from "./report.js";
import { sortedAsShown } from "./sort-rows.js";
import { csvOf, xlsxOf } from "./spreadsheets.js";

const EXPORT_HEADER = "x-varde-export";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const id = z.string().max(100);
const choice = { regionId: id.nullish() };
const Asked = z.discriminatedUnion("format", [
  z.strictObject({
    format: z.enum(["CSV", "XLSX"]),
    /** one template, or all of the core set side by side */
    templateId: id.nullish(),
    period: id.nullish(),
    /** which day's regions, as in the API */
    membership: z.enum(["AS_IS", "AS_WAS"]).optional(),
    /** only the chapters of one size */
    group: id.nullish(),
    /** in which order the page has its chapters, as its address says it */
    sort: z.string().max(40).nullish(),
    ...choice,
  }),
  z.strictObject({ format: z.literal("PDF"), ...choice }),
  /** a file that was ordered, and is made */
  z.strictObject({ format: z.literal("ORDERED"), orderId: id }),
]);
type Asked = z.infer<typeof Asked>;
type Question = Omit<ComparisonQuestion, "templateId"> & { sort: string | null };

/** Reads in one short transaction, and lets it go before the file is made. */
const read = <T>({ app }: Installation, session: string, act: (work: Work) => Promise<T>): Promise<T> =>
  runWork(app, { session, readOnly: true }, async (work) => {
    if (!seated(work).caps.has("STATISTICS_READ")) throw new AppError("FORBIDDEN");
    return act(work);
  });

/** One comparison, or the core set where no template is named, as its page has it. */
async function bookFor(
  installation: Installation,
  session: string,
  asked: Question & { templateId: string | null },
  language: Language,
): Promise<Book> {
  const { templateId, ...question } = asked;
  const { baseUrl } = installation;
  if (templateId === null) {
    const [core, level] = await read(
      installation,
      session,
      async (work) => [await compareCore(work, question), await levelTerm(work)] as const,
    );
    return inBookWords(coreBookOf(core, question, { baseUrl, language }), level, language);
  }
  const [told, level] = await read(
    installation,
    session,
    async (work) => [await compare(work, { ...question, templateId }), await levelTerm(work)] as const,
  );
  const comparison = { ...told, rows: sortedAsShown(told.rows, question.sort, language) };
  const book = bookOf(comparison, linkOf(baseUrl, { ...question, templateId }, comparison), language);
  return inBookWords(book, level, language);
}

async function send(installation: Installation, session: string, asked: Asked, language: Language, to: Response) {
  if (asked.format === "ORDERED") return sendOrder(installation, session, asked.orderId, to);
  if (asked.format === "PDF") {
    const core = await read(installation, session, (work) => coreComparisons(work, asked.regionId ?? null));
    const { pdf, drawn } = drawReport(reportOf(core, language));
    // drawing that fails ends the stream, and with it the answer
    drawn.catch((error: Error) => pdf.destroy(error));
    return pipeline(pdf, to.type("application/pdf"));
  }
  const question = {
    templateId: asked.templateId ?? null,
    period: asked.period ?? null,
    regionId: asked.regionId ?? null,
    group: asked.group ?? null,
    sort: asked.sort ?? null,
    ...(asked.membership && { membership: asked.membership }),
  };
  const book = await bookFor(installation, session, question, language);
  return asked.format === "CSV"
    ? pipeline(csvOf(book), to.type("text/csv; charset=utf-8"))
    : pipeline(await xlsxOf(book, language), to.type(XLSX));
}

/**
 * `POST /export/standings`: a comparison, or the core set side by side, as CSV or Excel, the core set of a reach as a PDF to print, or a file that
 * was ordered. The numbers are those the pages
 * show, by the same use cases: what is hidden there is hidden here.
 */
export const standingsExport = (installation: Installation, log: Logger): RequestHandler[] => [
  (request, response, next) => {
    response.locals.session = sessionOfOwnPage(request, response, "application/json", EXPORT_HEADER);
    if (response.locals.session !== null) next();
  },
  express.json({ limit: "4kb", strict: true }),
  async (request, response) => {
    const asked = Asked.safeParse(request.body);
    if (!asked.success) return refuseRequest(response, "BAD_REQUEST");
    const language = languageOf(request.headers["accept-language"]);
    try {
      await send(installation, response.locals.session as string, asked.data, language, response);
    } catch (error) {
      // the page then says where one orders it
      if (error instanceof TooLargeAtOnce) return refuseRequest(response, "BAD_REQUEST", 413);
      failRequest(response, log, error, "an export of standings");
    }
  },
];
