import type { SurveyDefinition } from "@varde/domain";
import type { Request, RequestHandler, Response } from "express";
import { hashSecret } from "../../../kernel/crypto/sealer.js";
import { runWork } from "../../../kernel/db/run-work.js";
import type { Installation } from "../../../kernel/graphql/context.js";
import { cookiesOf } from "../../../kernel/http/cookies.js";
import { languageOf } from "../../../kernel/http/language.js";
import { safeError } from "../../../kernel/log.js";
import type { Logger } from "../../../kernel/log.js";
import { isUuid } from "../../../kernel/mutation.js";
import type { FormAssets } from "./assets.js";
import { FIELDS, languageIn } from "./given.js";
import { formPage, plainPage } from "./page.js";
import { sendPage } from "./send-page.js";

type DraftRow = { definition: SurveyDefinition; organization: string };

/** What the one who is signed in may see of a survey, also one that is a draft; null for nobody, and for what is out of reach. */
async function readDraft(installation: Installation, session: string, id: string): Promise<DraftRow | null> {
  return runWork(installation.app, { session, readOnly: true }, async (work) => {
    if (!work.viewer?.seatId || !work.viewer.caps.has("SURVEY_READ")) return null;
    const [row] = await work.query<DraftRow>(
      `select s.definition, o.name as organization from app.survey s join app.organization o on o.id = s.organization_id
        where s.organization_id = $1 and s.id = $2`,
      [work.viewer.organizationId, id],
    );
    return row ?? null;
  });
}

/** `GET /u/utkast/<survey's id>`: the form as members will meet it, for those who make it. Nothing can be sent from there. */
export const formPreview =
  (installation: Installation, log: Logger, assets: FormAssets): RequestHandler =>
  async (request: Request, response: Response) => {
    const language = languageIn(request.query[FIELDS.language]) ?? languageOf(request.headers["accept-language"]);
    try {
      const secret = cookiesOf(request, response).read("session");
      const id = String(request.params["id"]);
      const draft = secret && isUuid(id) ? await readDraft(installation, hashSecret(secret).toString("hex"), id) : null;
      if (!draft) return sendPage(response, plainPage(assets, language, "unknown", null), 404);
      const { definition, organization } = draft;
      const page = formPage(assets, {
        organization,
        chapter: null,
        definition,
        language,
        sent: null,
        answers: {},
        returned: null,
      });
      sendPage(response, page, 200, true);
    } catch (error) {
      log.error({ err: safeError(error) }, "a draft of a survey");
      if (!response.headersSent) response.status(503).type("text").send("not now");
    }
  };
