import { textWarnings } from "@varde/domain";
import { audit } from "../../../kernel/audit.js";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { refuse } from "../../../kernel/errors/refusal.js";
import { COMMON, say } from "../../../kernel/errors/say.js";
import { seated } from "../../../kernel/graphql/context.js";
import { isUuid } from "../../../kernel/mutation.js";
import type { Done } from "../../../kernel/mutation.js";
import { shuffled } from "../count-surveys.js";
import type { SetSurveyTextAsideInput, SurveyText } from "./texts.type.js";

/**
 * What was written to a question of a survey, but what was set aside; in another order each time, for the order they are kept in
 * is nobody's to see. Only where k or more wrote, so that the few texts of a small survey are nobody's. NOT_FOUND where there is
 * no such survey.
 */
export async function surveyTexts(work: Work, surveyId: string, question: string): Promise<SurveyText[]> {
  const { organizationId } = seated(work);
  const [survey] = isUuid(surveyId)
    ? await work.query<{ published: boolean; k: number }>(
        `select s.results_on is not null as published, o.suppression_k as k from app.survey s join app.organization o on o.id = s.organization_id
          where s.organization_id = $1 and s.id = $2`,
        [organizationId, surveyId],
      )
    : [];
  if (!survey) throw new AppError("NOT_FOUND");
  // before it is over, a text that is new since yesterday is somebody's who answered today
  if (!survey.published) return [];
  const rows = await work.query<{ id: string; rev: number; text: string; hidden: boolean }>(
    `select id, rev, text, hidden_by is not null as hidden from app.survey_text where organization_id = $1 and survey_id = $2 and question = $3`,
    [organizationId, surveyId, question],
  );
  if (rows.length < survey.k) return [];
  return shuffled(rows.filter(({ hidden }) => !hidden)).map(({ id, rev, text }) => ({
    id,
    rev,
    text,
    warnings: textWarnings(text),
  }));
}

/** Sets a text aside: it is read no more. The trail says that, and neither which nor what it said. Twice is once. */
export async function setTextAside(
  work: Work,
  language: "nb" | "nn" | "en",
  { id, surveyId, rev }: SetSurveyTextAsideInput,
): Promise<Done> {
  if (!isUuid(id) || !isUuid(surveyId)) throw new AppError("NOT_FOUND");
  const { organizationId, seatId } = seated(work);
  const which = [organizationId, surveyId, id];
  const [kept] = await work.query<{ rev: number }>(
    `update app.survey_text set hidden_by = $4, rev = rev + 1 where organization_id = $1 and survey_id = $2 and id = $3 and rev = $5 and hidden_by is null returning rev`,
    [...which, seatId, rev],
  );
  if (kept) {
    await audit(work, { action: "SURVEY_TEXT_SET_ASIDE", subjectType: "Survey", subjectId: surveyId, detail: {} });
    return { id, rev: kept.rev };
  }
  const [now] = await work.query<{ hidden: boolean }>(
    `select hidden_by is not null as hidden from app.survey_text where organization_id = $1 and survey_id = $2 and id = $3`,
    which,
  );
  if (!now) throw new AppError("NOT_FOUND");
  return now.hidden ? { id } : refuse("CONFLICT", say(language, COMMON.conflict), []);
}
