import type { RequestHandler } from "express";
import { hashSecret } from "../crypto/sealer.js";
import { AppError } from "../errors/app-error.js";
import type { ErrorCode } from "../errors/app-error.js";
import { codeOf } from "../graphql/apollo.js";
import { cookiesOf } from "../http/cookies.js";
import type { Logger } from "../log.js";
import { safeError } from "../log.js";
import type { Hub } from "./hub.js";

const STATUS: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, UNAVAILABLE: 503 };

/**
 * `GET /live`: server-sent events for our own page and its session. A browser sends no header of ours with an EventSource, so
 * that another site cannot open one stands on `Sec-Fetch-Site` and on what it could read: nothing, without CORS.
 */
export const liveStream =
  (hub: Hub, log: Logger): RequestHandler =>
  async (request, response) => {
    const refuse = (code: ErrorCode, status: number) => {
      const { message, extensions } = new AppError(code);
      response
        .status(status)
        .setHeader("cache-control", "no-store")
        .json({ errors: [{ message, extensions }] });
    };
    // Express answers HEAD by the same handler, and that answer would never end
    if (request.method !== "GET") return refuse("BAD_REQUEST", 405);
    const site = request.headers["sec-fetch-site"];
    if (site !== undefined && site !== "same-origin") return refuse("BAD_REQUEST", 403);
    const secret = cookiesOf(request, response).read("session");
    if (secret === null) return refuse("UNAUTHENTICATED", 401);
    try {
      await hub.join(hashSecret(secret).toString("hex"), response);
    } catch (error) {
      const code = codeOf(error);
      if (code === "INTERNAL") log.error({ err: safeError(error) }, "live updates");
      if (!response.headersSent) refuse(code, STATUS[code] ?? 500);
    }
  };
