import type { LocalDate, LocalizedText, SurveyAbout, SurveyQuestion } from "@varde/domain";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { seated } from "../../../kernel/graphql/context.js";

/** What the whole organization answered to a question, or to a line of it, that is about a touchpoint. */
export type AnswersAbout = {
  surveyId: string;
  title: LocalizedText;
  closesOn: LocalDate;
  question: SurveyQuestion;
  about: SurveyAbout;
  n: number;
  cells: Record<string, number>;
};

/** Surveys that are read back to: more are more years than anybody compares. */
const MOST_SURVEYS = 8;

/**
 * The published answers about touchpoint templates, of the newest surveys first, in the order they were asked. Nothing for a seat that may
 * not read surveys, and nothing of a question that was hidden. `templateKey`: only of that one.
 */
export const answersAbout = (work: Work, templateKey: string | null = null): Promise<AnswersAbout[]> =>
  work.query<AnswersAbout>(
    `select s.id as "surveyId", s.definition -> 'title' as title, s.closes_on as "closesOn", q.value as question, a.value as about, r.n, r.cells
       from (select * from app.survey where organization_id = $1 and results_on is not null order by closes_on desc, id desc limit ${MOST_SURVEYS}) s
      cross join lateral jsonb_array_elements(s.definition -> 'questions') with ordinality q (value, place)
      cross join lateral jsonb_array_elements(coalesce(q.value -> 'about', '[]')) with ordinality a (value, place)
       join app.survey_result r on r.organization_id = $1 and r.survey_id = s.id and r.region_id is null and r.chapter_id is null
        and r.question = q.value ->> 'key' and r.line = coalesce(a.value ->> 'line', '')
      where $2::text is null or a.value ->> 'template' = $2
      order by s.closes_on desc, s.id desc, q.place, a.place`,
    [seated(work).organizationId, templateKey],
  );
