import type { Request, RequestHandler, Response } from "express";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Installation } from "../../kernel/graphql/context.js";
import { callerOf } from "../../kernel/http/network.js";
import { safeError } from "../../kernel/log.js";
import type { Logger } from "../../kernel/log.js";
import { countAttempt } from "../accounts/index.js";
import { readFeed } from "./calendar.service.js";

const SECRET = /^([A-Za-z0-9_-]{43})\.ics$/;
const HOUR = 3600;
/** Programs ask a few times an hour. A large calendar service asks for many people from one network. */
const MOST_A_NETWORK = 1200;
const MOST_AN_ADDRESS = 60;

function refuse(response: Response, status: number, text: string): void {
  response.status(status).setHeader("cache-control", "no-store").type("text").send(text);
}

/** `GET /kalender/<secret>.ics`: the calendar behind a secret. Whatever is wrong with a secret, the answer is the same. */
export const calendarFeed =
  (installation: Installation, log: Logger): RequestHandler<{ file: string }> =>
  async (request: Request<{ file: string }>, response: Response) => {
    try {
      const secret = SECRET.exec(request.params.file)?.[1] ?? null;
      const caller = callerOf(installation.secret, request.ip);
      await countAttempt(
        installation,
        { what: "calendar-network", who: caller, most: MOST_A_NETWORK, seconds: HOUR },
        ...(secret ? [{ what: "calendar-address", who: secret, most: MOST_AN_ADDRESS, seconds: HOUR }] : []),
      );
      const calendar = secret && (await readFeed(installation, secret));
      if (!calendar) return refuse(response, 404, "not found");
      response.setHeader("cache-control", "private, max-age=900");
      response.setHeader("content-disposition", 'inline; filename="varde.ics"');
      response.type("text/calendar; charset=utf-8").send(calendar);
    } catch (error) {
      if (error instanceof AppError && error.extensions.code === "RATE_LIMITED")
        return refuse(response, 429, "too many");
      log.error({ err: safeError(error) }, "a calendar");
      refuse(response, 503, "not now");
    }
  };
