import type { Language } from "@varde/domain";
import type { Request, RequestHandler, Response } from "express";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { runWork } from "../../kernel/db/run-work.js";
import { Refusal } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { type Installation, seated } from "../../kernel/graphql/context.js";
import { cookiesOf } from "../../kernel/http/cookies.js";
import { languageOf } from "../../kernel/http/language.js";
import { failRequest, refuseRequest, sessionOfOwnPage } from "../../kernel/http/own-page.js";
import { takeBodies } from "../../kernel/http/take-bodies.js";
import type { Logger } from "../../kernel/log.js";
import { isUuid } from "../../kernel/mutation.js";
import { REPORT_TEXTS } from "./annual-report.texts.js";
import { REPORT_MINORS } from "./annual-report.type.js";
import { demandRoom, keepPhoto, photoBytes } from "./photo.service.js";
import type { PhotoAsked } from "./photo.service.js";
import { MOST_PHOTO_BYTES, preparePhoto } from "./prepare-photo.js";

const PHOTO_HEADER = "x-varde-photo";

/**
 * A photo has two minutes to come, one account two on their way, and all of them together as much memory as three of the largest:
 * who sends slowly keeps nobody else waiting.
 */
const takePhoto = takeBodies({
  mostBytes: MOST_PHOTO_BYTES,
  heldBytes: 3 * MOST_PHOTO_BYTES,
  perSender: 2,
  ms: 120_000,
});

const refused = (response: Response, error: Refusal): void => void response.json({ problems: error.problems });

function askedOf(request: Request): PhotoAsked | null {
  const [photoId, reportId, minors] = [PHOTO_HEADER, "x-varde-report", "x-varde-minors"].map(
    (name) => request.headers[name],
  );
  if (typeof photoId !== "string" || !isUuid(photoId) || typeof reportId !== "string" || !isUuid(reportId)) return null;
  const said = REPORT_MINORS.find((one) => one === minors);
  return said ? { photoId: photoId.toLowerCase(), reportId: reportId.toLowerCase(), minors: said } : null;
}

/**
 * `POST /report/photo`: a photo as the body, for an annual report that is being written. `x-varde-photo` is its id, made by the client;
 * `x-varde-consent: yes` is the tick that everybody who can be recognised has said yes, `x-varde-minors` what is said of those under 15.
 * The right and the room are asked about before the body is read, and again when it is kept. Answers `{ problems }`.
 */
export const photoUpload =
  (installation: Installation, log: Logger): RequestHandler =>
  async (request, response) => {
    const session = sessionOfOwnPage(request, response, "application/octet-stream", PHOTO_HEADER);
    if (session === null) return;
    const asked = askedOf(request);
    if (!asked) return refuseRequest(response, "BAD_REQUEST");
    const inWork = <T>(act: (language: Language, work: Parameters<typeof demandRoom>[0]) => Promise<T>): Promise<T> =>
      runWork(installation.app, { session, readOnly: false }, async (work) =>
        act(work.viewer?.language ?? languageOf(request.headers["accept-language"]), work),
      );
    try {
      const { language, sender } = await inWork(async (spoken, work) => {
        const { accountId } = seated(work);
        if (request.headers["x-varde-consent"] !== "yes")
          throw new Refusal([{ code: "INVALID", path: ["consent"], message: say(spoken, REPORT_TEXTS.consent) }]);
        await demandRoom(work, spoken, asked.reportId);
        return { language: spoken, sender: accountId };
      });
      const photo = await takePhoto(sender, request, async (body) =>
        typeof body === "string" ? body : preparePhoto(body),
      );
      if (typeof photo === "string")
        throw new Refusal([{ code: "INVALID", path: ["photo"], message: say(language, REPORT_TEXTS[photo]) }]);
      await inWork((spoken, work) => keepPhoto(work, spoken, asked, photo));
      response.json({ problems: [] });
    } catch (error) {
      if (!request.complete && !request.destroyed) request.resume();
      if (error instanceof Refusal) refused(response, error);
      else failRequest(response, log, error, "a photo");
    }
  };

/**
 * `GET /report/photo/:id`: a photo for whoever may read the report it stands in. A page asks for it with an `img`, which sends no header
 * of ours: that another site cannot show it stands on `Sec-Fetch-Site`, the session's cookie and `Cross-Origin-Resource-Policy`.
 */
export const photoDownload =
  (installation: Installation, log: Logger): RequestHandler =>
  async (request, response) => {
    response.setHeader("cache-control", "no-store");
    const site = request.headers["sec-fetch-site"];
    if (site !== undefined && site !== "same-origin") return refuseRequest(response, "BAD_REQUEST", 403);
    const secret = cookiesOf(request, response).read("session");
    if (secret === null) return refuseRequest(response, "UNAUTHENTICATED");
    try {
      const session = hashSecret(secret).toString("hex");
      const image = await runWork(installation.app, { session, readOnly: true }, (work) =>
        photoBytes(work, String(request.params["id"])),
      );
      response.type("image/jpeg").setHeader("content-disposition", "inline; filename=bilde.jpg");
      response.send(image);
    } catch (error) {
      failRequest(response, log, error, "a photo");
    }
  };
