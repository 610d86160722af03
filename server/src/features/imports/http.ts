import type { Request, RequestHandler, Response } from "express";
import { pipeline } from "node:stream/promises";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { AppError, type ErrorCode } from "../../kernel/errors/app-error.js";
import { codeOf } from "../../kernel/graphql/apollo.js";
import type { Installation } from "../../kernel/graphql/context.js";
import { cookiesOf } from "../../kernel/http/cookies.js";
import { type Logger, safeError } from "../../kernel/log.js";
import { isUuid } from "../../kernel/mutation.js";
import { exportMembers } from "./export-members.service.js";
import { READ_LIMITS } from "./read/index.js";
import { receiveFile } from "./receive-file.service.js";

// no form and no other site's page can send a header of ours without being asked about it first
const IMPORT_HEADER = "x-varde-import";
const EXPORT_HEADER = "x-varde-export";
const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_REQUEST: 400,
  UNAVAILABLE: 503,
};
/** A little above what is read, so that it is the reader who says that a file is too large. */
const MOST_BYTES = READ_LIMITS.textBytes + 1024 * 1024;

function refuse(response: Response, code: ErrorCode, status = STATUS[code] ?? 500): void {
  const { message, extensions } = new AppError(code);
  response.status(status).json({ errors: [{ message, extensions }] });
}

/** The hash of the session asked with, when the request is our own page's; null when it is refused. */
function sessionOf(request: Request, response: Response, type: string, header: string): string | null {
  response.setHeader("cache-control", "no-store");
  const site = request.headers["sec-fetch-site"];
  if ((site !== undefined && site !== "same-origin") || request.headers[header] === undefined) {
    refuse(response, "BAD_REQUEST", 403);
    return null;
  }
  if (request.headers["content-type"] !== type) {
    refuse(response, "BAD_REQUEST", 415);
    return null;
  }
  const secret = cookiesOf(request, response).read("session");
  if (secret === null) {
    refuse(response, "UNAUTHENTICATED");
    return null;
  }
  return hashSecret(secret).toString("hex");
}

function fail(response: Response, log: Logger, error: unknown): void {
  const code = codeOf(error);
  if (code === "INTERNAL") log.error({ err: safeError(error) }, "a member file");
  if (response.headersSent) response.destroy();
  else refuse(response, code);
}

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
    const session = sessionOf(request, response, "application/octet-stream", IMPORT_HEADER);
    if (session === null) return;
    const [importId, feeYear] = [request.headers[IMPORT_HEADER], request.headers["x-varde-fee-year"]];
    if (
      typeof importId !== "string" ||
      !isUuid(importId) ||
      (feeYear !== undefined && !/^20\d{2}$/.test(String(feeYear)))
    ) {
      return refuse(response, "BAD_REQUEST");
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
      fail(response, log, error);
    }
  };

/** `POST /export`: the own chapter's members as a CSV file. No address, and nothing a history or a proxy keeps, tells of it. */
export const memberExport =
  (installation: Installation, log: Logger): RequestHandler =>
  async (request, response) => {
    const session = sessionOf(request, response, "application/json", EXPORT_HEADER);
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
      fail(response, log, error);
    }
  };
