import { textWarnings } from "@varde/domain";
import { audit } from "../../../kernel/audit.js";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { refuse } from "../../../kernel/errors/refusal.js";
import { COMMON, say } from "../../../kernel/errors/say.js";
import { seated } from "../../../kernel/graphql/context.js";
import type { Connection } from "../../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../../kernel/graphql/page.js";
import { isUuid } from "../../../kernel/mutation.js";
import type { Done } from "../../../kernel/mutation.js";
import type { SetSurveyTextAsideInput, SurveyText } from "./texts.type.js";

type Row = { id: string; rev: number; text: string; place: string };
/** `draw` draws the lots: the same number gives the same order, another number another. */
type Page = { question: string; draw: number; first: number; after: string | null };

/**
 * What was written to a question of a survey, but what was set aside, a page at a time; in an order that is drawn by lot, for the order they
 * are kept in is nobody's to see. Only where k or more wrote, so that the few texts of a small survey are nobody's. NOT_FOUND where there
 * is no such survey.
 */
export async function surveyTexts(
  work: Work,
  surveyId: string,
  { question, draw, first, after }: Page,
): Promise<Connection<SurveyText>> {
  const size = pageSize(first);
  const [from] = fromCursor(after, 1) ?? [null];
  const { organizationId } = seated(work);
  const [survey] = isUuid(surveyId)
    ? await work.query<{ published: boolean; k: number; wrote: number; kept: number }>(
        `select s.results_on is not null as published, o.suppression_k as k, t.wrote, t.kept
           from app.survey s join app.organization o on o.id = s.organization_id
          cross join lateral (select count(*)::int as wrote, count(*) filter (where t.hidden_by is null)::int as kept from app.survey_text t
            where t.organization_id = $1 and t.survey_id = $2 and t.question = $3) t
          where s.organization_id = $1 and s.id = $2`,
        [organizationId, surveyId, question],
      )
    : [];
  if (!survey) throw new AppError("NOT_FOUND");
  // before it is over, a text that is new since yesterday is somebody's who answered today
  const told = survey.published && survey.wrote >= survey.k;
  const rows = told
    ? await work.query<Row>(
        `select id, rev, text, place from (
           select t.id, t.rev, t.text, encode(sha256(convert_to(t.id || ' ' || $4::int, 'UTF8')), 'hex') as place from app.survey_text t
            where t.organization_id = $1 and t.survey_id = $2 and t.question = $3 and t.hidden_by is null) t
          where $5::text is null or place > $5 order by place limit $6`,
        [organizationId, surveyId, question, draw, from, size + 1],
      )
    : [];
  return toConnection(
    rows,
    size,
    ({ id, rev, text }): SurveyText => ({ id, rev, text, warnings: textWarnings(text) }),
    ({ place }) => [place],
    { after, totalCount: told ? survey.kept : 0 },
  );
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
