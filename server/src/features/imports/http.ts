import type { Request, RequestHandler } from "express";
import { pipeline } from "node:stream/promises";
import type { Installation } from "../../kernel/graphql/context.js";
import { failRequest, refuseRequest, sessionOfOwnPage } from "../../kernel/http/own-page.js";
import type { Logger } from "../../kernel/log.js";
import { isUuid } from "../../kernel/mutation.js";
import { exportMembers } from "./export-members.service.js";
import { READ_LIMITS } from "./read/index.js";
import { receiveFile } from "./receive-file.service.js";

const IMPORT_HEADER = "x-varde-import";
const EXPORT_HEADER = "x-varde-export";
/** A little above what is read, so that it is the reader who says that a file is too large. */
const MOST_BYTES = READ_LIMITS.textBytes + 1024 * 1024;

/** Reads what is left of a body that is not needed, so that the sender, who is still sending, gets the answer. */
async function drain(request: Request): Promise<void> {
  let left = MOST_BYTES;
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    left -= piece.length;
    if (left < 0) return;
  }
}

/**
 * `POST /import`: a member file as the body, streamed into staging. `x-varde-import` is the import's id, made by the client: the same
 * again goes on where a broken line stopped it, and is otherwise answered as it was. Answers when the file is read and compared.
 */
export const importUpload =
  (installation: Installation, log: Logger): RequestHandler =>
  async (request, response) => {
    const session = sessionOfOwnPage(request, response, "application/octet-stream", IMPORT_HEADER);
    if (session === null) return;
    const [importId, feeYear] = [request.headers[IMPORT_HEADER], request.headers["x-varde-fee-year"]];
    if (
      typeof importId !== "string" ||
      !isUuid(importId) ||
      (feeYear !== undefined && !/^20\d{2}$/.test(String(feeYear)))
    ) {
      return refuseRequest(response, "BAD_REQUEST");
    }
    try {
      const body = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
      await receiveFile(
        { installation, session, importId, feeYear: feeYear === undefined ? null : Number(feeYear) },
        body,
      );
      await drain(request);
      response.json({ id: importId });
    } catch (error) {
      await drain(request).catch(() => {});
      failRequest(response, log, error, "a member file");
    }
  };

/** `POST /export`: the own chapter's members as a CSV file. No address, and nothing a history or a proxy keeps, tells of it. */
export const memberExport =
  (installation: Installation, log: Logger): RequestHandler =>
  async (request, response) => {
    const session = sessionOfOwnPage(request, response, "application/json", EXPORT_HEADER);
    if (session === null) return;
    try {
      const pieces = exportMembers(installation, session);
      // the right is asked about before the answer begins
      const first = await pieces.next();
      response.type("text/csv; charset=utf-8");
      await pipeline(async function* () {
        if (first.done !== true) yield first.value;
        yield* pieces;
      }, response);
    } catch (error) {
      failRequest(response, log, error, "a member file");
    }
  };
