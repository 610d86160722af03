import { checkSurvey, surveySeconds } from "@varde/domain";
import type { Language, SurveyDefinition as DefinitionData, SurveyQuestion as QuestionData } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { SURVEY_CHECKS } from "./survey.texts.js";
import type {
  EarlierSurvey,
  Survey,
  SurveyCheck,
  SurveyDefinition,
  SurveyLink,
  SurveyQuestion,
} from "./survey.type.js";
import type { SurveyState } from "./survey.enums.js";

type Row = {
  id: string;
  rev: number;
  state: SurveyState;
  definition: DefinitionData;
  opensOn: string | null;
  closesOn: string | null;
  comparedWith: EarlierSurvey | null;
  languages: Language[];
};

// the row-level security says which: all for national, what is opened for the others
const SELECT = `
select s.id, s.rev, s.state, s.definition, s.opens_on as "opensOn", s.closes_on as "closesOn", o.languages,
  (select jsonb_build_object('id', e.id, 'title', e.definition -> 'title', 'closesOn', e.closes_on) from app.survey e
    where e.organization_id = s.organization_id and e.id = s.compared_survey_id) as "comparedWith"
  from app.survey s join app.organization o on o.id = s.organization_id
 where s.organization_id = $1`;

/** What keeps a definition from being opened and what to look over; a language of the organization's that is missing keeps it too. */
export function checksOf(
  definition: DefinitionData,
  languages: readonly Language[],
  language: Language,
): SurveyCheck[] {
  return checkSurvey(definition).flatMap(({ path, code, limit, level }): SurveyCheck[] => {
    const lacking = languages.find((one) => one === path.at(-1));
    if (code === "MISSING_LANGUAGE" && !lacking) return [];
    const message = say(language, SURVEY_CHECKS[code]).replaceAll("#", String(limit ?? ""));
    return [{ code, path, message, level: code === "MISSING_LANGUAGE" ? "ERROR" : level }];
  });
}

/** A question with its lists, also those it has no use for. */
export const shownQuestion = (question: QuestionData): SurveyQuestion => ({
  ...question,
  describes: question.describes ?? false,
  options: [...(question.options ?? [])],
  rows: [...(question.rows ?? [])],
  showIf: question.showIf ? { question: question.showIf.question, anyOf: [...question.showIf.anyOf] } : null,
  about: (question.about ?? []).map((one) => ({ ...one, matters: [...one.matters] })),
});
const shown = (definition: DefinitionData): SurveyDefinition => ({
  ...definition,
  questions: definition.questions.map(shownQuestion),
});

const toSurvey = ({ languages, ...row }: Row, language: Language): Survey => ({
  ...row,
  title: row.definition.title,
  definition: shown(row.definition),
  seconds: Math.round(surveySeconds(row.definition)),
  checks: row.state === "DRAFT" ? checksOf(row.definition, languages, language) : [],
});

/** Every survey within reach: drafts first, then the newest. */
export async function listSurveys(work: Work, language: Language): Promise<Survey[]> {
  const rows = await work.query<Row>(
    `${SELECT} order by s.state <> 'DRAFT', s.opens_on desc nulls first, s.id desc limit 100`,
    [seated(work).organizationId],
  );
  return rows.map((row) => toSurvey(row, language));
}

/** One survey, or null when there is none within reach. */
export async function findSurvey(work: Work, id: string | null, language: Language): Promise<Survey | null> {
  if (!id || !isUuid(id)) return null;
  const [row] = await work.query<Row>(`${SELECT} and s.id = $2`, [seated(work).organizationId, id]);
  return row ? toSurvey(row, language) : null;
}

/** As `findSurvey`; NOT_FOUND when there is none within reach. */
export async function readSurvey(work: Work, id: string, language: Language): Promise<Survey> {
  const found = await findSurvey(work, id, language);
  if (!found) throw new AppError("NOT_FOUND");
  return found;
}

/** The links of a survey's chapters within reach, by name. A draft has none. `baseUrl` has no slash at its end. */
export async function readLinks(work: Work, surveyId: string, baseUrl: string): Promise<SurveyLink[]> {
  if (!isUuid(surveyId)) throw new AppError("NOT_FOUND");
  const rows = await work.query<{ chapterId: string; chapterName: string; regionName: string | null; code: string }>(
    `select l.chapter_id as "chapterId", c.short_name as "chapterName", l.code,
            (select r.name from app.chapter_region m join app.region r on r.organization_id = m.organization_id and r.id = m.region_id
              where m.organization_id = l.organization_id and m.chapter_id = l.chapter_id and m.valid_from <= authz.today()
                and (m.valid_to is null or m.valid_to > authz.today()) limit 1) as "regionName"
       from app.survey_link l join app.chapter c on c.organization_id = l.organization_id and c.id = l.chapter_id
      where l.organization_id = $1 and l.survey_id = $2 order by c.short_name, l.chapter_id`,
    [seated(work).organizationId, surveyId],
  );
  return rows.map(({ code, ...link }) => ({ ...link, url: `${baseUrl}/u/${code}` }));
}
