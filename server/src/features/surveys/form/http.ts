import express from "express";
import type { Request, RequestHandler, Response, Router } from "express";
import { keptAnswers } from "@varde/domain";
import type { Language } from "@varde/domain";
import type { Installation } from "../../../kernel/graphql/context.js";
import { languageOf } from "../../../kernel/http/language.js";
import { safeError } from "../../../kernel/log.js";
import type { Logger } from "../../../kernel/log.js";
import { sealForm } from "../sealed-form.js";
import { formAssets } from "./assets.js";
import { blankPages } from "./blank-pages.js";
import { FIELDS, languageIn, readGiven } from "./given.js";
import type { Given } from "./given.js";
import type { ReturnReason } from "./form.texts.js";
import { formLimits } from "./limits.js";
import { formPage, plainPage, retryPage, thanksPage } from "./page.js";
import { formPreview } from "./preview.js";
import { sendPage } from "./send-page.js";
import { surveyDoor } from "./take.js";
import type { FollowedLink, Said } from "./take.js";
import { issueTicket, readTicket } from "./ticket.js";

const CODE = /^[a-z2-9]{10}$/;
const FORM = "application/x-www-form-urlencoded";
/** Fourteen texts of 500 signs as a browser writes them. */
const MOST_BYTES = 128 * 1024;

const STATUS: Record<ReturnReason, number> = {
  EMPTY: 422,
  YOUNG: 422,
  STALE: 422,
  TRAPPED: 422,
  LIMITED: 429,
  FULL: 409,
  CLOSED: 409,
  BUSY: 503,
};

const languageAsked = (request: Request): Language =>
  languageIn(request.query[FIELDS.language]) ?? languageOf(request.headers["accept-language"]);

/**
 * The form that members meet, at `/u/<code>`: plain HTML, answered and sent without a script. Nothing of who sends it is read but
 * the network, which is counted in memory; nobody is signed in here, whatever cookies come along.
 */
export function surveyForm(installation: Installation, log: Logger, webDist: string | null): Router {
  const assets = formAssets(webDist);
  const door = surveyDoor(installation);
  const within = formLimits();
  const blank = blankPages(assets);
  const { secret, sealer } = installation;

  const unknown = (request: Request, response: Response): void =>
    sendPage(response, plainPage(assets, languageAsked(request), "unknown", null), 404);

  /** Finds the survey of the address, or answers that there is none. */
  async function followed(request: Request, response: Response): Promise<{ code: string; link: FollowedLink } | null> {
    const code = String(request.params["code"]).toLowerCase();
    const link = CODE.test(code) ? await door.follow(code) : null;
    if (link) return { code, link };
    unknown(request, response);
    return null;
  }

  const failed = (request: Request, response: Response, error: unknown): void => {
    log.error({ err: safeError(error) }, "a form of a survey");
    if (!response.headersSent) sendPage(response, plainPage(assets, languageAsked(request), "busy", null), 503);
  };
  const guarded =
    (act: (request: Request, response: Response) => Promise<void>): RequestHandler =>
    (request, response) =>
      void act(request, response).catch((error: unknown) => failed(request, response, error));

  /** What is to be said to a form, whatever way it is said. */
  async function judge(request: Request, code: string, link: FollowedLink, given: Given): Promise<Said | ReturnReason> {
    const ticket = readTicket(secret, code, given.ticket);
    if (ticket.state !== "GOOD") return ticket.state === "YOUNG" ? "YOUNG" : "STALE";
    if (given.trapped) return "TRAPPED";
    const answers = keptAnswers(link.definition, given.answers);
    if (Object.keys(answers).length === 0) return "EMPTY";
    if (!within(request.ip, code)) return "LIMITED";
    try {
      const sealed = sealForm(sealer, link, answers);
      return await door.take({ code, ticket: ticket.hash, sealed });
    } catch (error) {
      log.error({ err: safeError(error) }, "a form of a survey");
      return "BUSY";
    }
  }

  async function show(request: Request, response: Response): Promise<void> {
    const found = await followed(request, response);
    if (!found) return;
    const { code, link } = found;
    const language = languageAsked(request);
    if (link.state !== "OPEN")
      return sendPage(
        response,
        link.state === "CLOSED"
          ? plainPage(assets, language, "closed", link, code)
          : plainPage(assets, language, "planned", link),
      );
    sendPage(response, blank(link, code, language, issueTicket(secret, code)));
  }

  async function receive(request: Request, response: Response): Promise<void> {
    const body = (request.body as Buffer).toString("utf8");
    const language = languageAsked(request);
    const code = String(request.params["code"]).toLowerCase();
    let found: Awaited<ReturnType<typeof followed>>;
    try {
      found = await followed(request, response);
    } catch (error) {
      log.error({ err: safeError(error) }, "a form of a survey");
      return sendPage(response, retryPage(assets, language, code, body), 503);
    }
    if (!found) return;
    const { link } = found;
    const given = readGiven(link.definition, body);
    const back = (returned: ReturnReason | null, as: Language): void => {
      const known = readTicket(secret, code, given.ticket).state;
      const ticket = known === "GOOD" || known === "YOUNG" ? given.ticket : issueTicket(secret, code);
      const page = formPage(assets, {
        ...link,
        language: as,
        sent: { code, ticket },
        answers: given.answers,
        returned,
      });
      sendPage(response, page, returned ? STATUS[returned] : 200);
    };
    if (given.language) return back(null, given.language);
    const said = await judge(request, code, link, given);
    if (said === "NOT_FOUND") return unknown(request, response);
    if (request.accepts(["html", "json"]) === "json") {
      response.setHeader("cache-control", "no-store");
      return void response.json({ said });
    }
    if (said !== "TAKEN" && said !== "AGAIN") return back(said, language);
    response.setHeader("cache-control", "no-store");
    response.redirect(303, `/u/${code}/takk?${FIELDS.language}=${language}`);
  }

  async function thank(request: Request, response: Response): Promise<void> {
    const found = await followed(request, response);
    if (found) sendPage(response, thanksPage(assets, found.link, languageAsked(request), found.code));
  }

  /** Another site's page sends nothing here in anybody's name: whoever it sends along meets an empty form. */
  const ofOurOwn: RequestHandler = (request, response, next) => {
    if (request.headers["sec-fetch-site"] === "cross-site") return response.redirect(303, request.originalUrl);
    const type = request.headers["content-type"] ?? "";
    const plain = request.is(FORM) && !/charset=(?!"?utf-8)/i.test(type) && !request.headers["content-encoding"];
    if (!plain) return void response.status(415).type("text").send("not a form");
    next();
  };
  const wholeBody = express.raw({ type: FORM, limit: MOST_BYTES, inflate: false });
  /** A body that is too large, or breaks off. */
  const inBounds: RequestHandler = (request, response, next) =>
    wholeBody(request, response, (error?: unknown) => {
      if (error) return sendPage(response, plainPage(assets, languageAsked(request), "tooLarge", null), 413);
      if (!Buffer.isBuffer(request.body)) request.body = Buffer.alloc(0);
      next();
    });

  const router = express.Router();
  router.get("/utkast/:id", formPreview(installation, log, assets));
  router.get("/:code", guarded(show));
  router.get("/:code/takk", guarded(thank));
  router.post("/:code", ofOurOwn, inBounds, guarded(receive));
  router.use(unknown);
  return router;
}
