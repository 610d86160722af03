import type { Request, Response } from "express";
import { hashSecret } from "../crypto/sealer.js";
import { AppError, type ErrorCode } from "../errors/app-error.js";
import { codeOf } from "../graphql/apollo.js";
import { type Logger, safeError } from "../log.js";
import { cookiesOf } from "./cookies.js";

const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  STEP_UP_REQUIRED: 403,
  NOT_FOUND: 404,
  BAD_REQUEST: 400,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** Answers with an error in the form of the API. */
export function refuseRequest(response: Response, code: ErrorCode, status = STATUS[code] ?? 500): void {
  const { message, extensions } = new AppError(code);
  response.status(status).json({ errors: [{ message, extensions }] });
}

/**
 * The hash of the session a file is asked for or sent with, beside GraphQL, when the request is our own page's; null when it is
 * refused. No form and no other site's page can send `header` without being asked about it first.
 */
export function sessionOfOwnPage(request: Request, response: Response, type: string, header: string): string | null {
  response.setHeader("cache-control", "no-store");
  const site = request.headers["sec-fetch-site"];
  if ((site !== undefined && site !== "same-origin") || request.headers[header] === undefined) {
    refuseRequest(response, "BAD_REQUEST", 403);
    return null;
  }
  if (request.headers["content-type"] !== type) {
    refuseRequest(response, "BAD_REQUEST", 415);
    return null;
  }
  const secret = cookiesOf(request, response).read("session");
  if (secret === null) {
    refuseRequest(response, "UNAUTHENTICATED");
    return null;
  }
  return hashSecret(secret).toString("hex");
}

/** Answers an error, or breaks off what is on its way: a file that is cut is not taken for a whole one. */
export function failRequest(response: Response, log: Logger, error: unknown, what: string): void {
  const code = codeOf(error);
  if (code === "INTERNAL") log.error({ err: safeError(error) }, what);
  if (response.headersSent) response.destroy();
  else refuseRequest(response, code);
}
