import { emptyFeelings } from "@varde/domain";
import type { LocalizedText, MapCard, MapEvidence, MapFeeling } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type {
  JourneyMap,
  JourneyMapCard,
  JourneyMapEvidence,
  JourneyMapQuestion,
  JourneyMapTemplate,
  JourneyMapYear,
  MapState,
} from "./journey-map.type.js";

export type MapRow = {
  id: string;
  year: number;
  state: MapState;
  shared: boolean;
  cards: MapCard[];
  feelings: MapFeeling[];
  keptAt: string | null;
  rev: number;
};

const COLUMNS = `id, year, state, shared, cards, feelings, kept_at as "keptAt", rev`;
/** Surveys whose questions may be pointed at. */
const MOST_SURVEYS = 6;

/** The map of a year that the asker may read; the row-level security says which. */
export async function mapOfYear(work: Work, year: number): Promise<MapRow | null> {
  const [row] = await work.query<MapRow>(
    `select ${COLUMNS} from app.journey_map where organization_id = $1 and year = $2`,
    [seated(work).organizationId, year],
  );
  return row ?? null;
}

/** One map by id, locked where it is to be changed. */
export async function mapById(work: Work, id: string, lock = false): Promise<MapRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await work.query<MapRow>(
    `select ${COLUMNS} from app.journey_map where organization_id = $1 and id = $2 ${lock ? "for update" : ""}`,
    [seated(work).organizationId, id],
  );
  return row ?? null;
}

/** The newest map of an earlier year. */
export async function mapBefore(work: Work, year: number): Promise<MapRow | null> {
  const [row] = await work.query<MapRow>(
    `select ${COLUMNS} from app.journey_map where organization_id = $1 and year < $2 order by year desc limit 1`,
    [seated(work).organizationId, year],
  );
  return row ?? null;
}

export const mapYears = (work: Work): Promise<JourneyMapYear[]> =>
  work.query<JourneyMapYear>(
    `select year, state, shared or state = 'KEPT' as shared from app.journey_map where organization_id = $1 order by year desc limit 100`,
    [seated(work).organizationId],
  );

/** The templates that chapters have seen, by name. */
export const mapTemplates = (work: Work): Promise<(JourneyMapTemplate & { stage: MapCard["stage"] })[]> =>
  work.query(
    `select t.id, v.definition -> 'name' as name, v.definition ->> 'stage' as stage from app.touchpoint_template t
       join lateral (select v.definition from app.template_version v where v.organization_id = $1 and v.template_id = t.id and v.state <> 'DRAFT'
                      order by (v.state = 'PUBLISHED') desc, v.major desc, v.minor desc limit 1) v on true
      where t.organization_id = $1 order by t.core_position nulls last, lower(v.definition -> 'name' ->> 'nb'), t.id limit 200`,
    [seated(work).organizationId],
  );

/** The questions of surveys that were opened; of drafts nobody but those who write them knows. */
export const mapQuestions = (work: Work): Promise<JourneyMapQuestion[]> =>
  work.query<JourneyMapQuestion>(
    `select s.id as "surveyId", s.definition -> 'title' as "surveyTitle", q.value ->> 'key' as question, q.value -> 'title' as title,
            (select max(r.n) from app.survey_result r where r.organization_id = $1 and r.survey_id = s.id and r.question = q.value ->> 'key'
                and r.region_id is null and r.chapter_id is null) as answered
       from (select * from app.survey where organization_id = $1 and state <> 'DRAFT' order by opens_on desc, id limit $2) s
      cross join lateral jsonb_array_elements(s.definition -> 'questions') with ordinality q (value, place)
      where q.value ->> 'kind' <> 'TEXT' order by s.opens_on desc, s.id, q.place`,
    [seated(work).organizationId, MOST_SURVEYS],
  );

const NOTHING = { text: null, source: null, measure: null, templateId: null, surveyId: null, question: null };
const shownEvidence = (one: MapEvidence): JourneyMapEvidence => ({ ...NOTHING, ...one });

const shownCard = (card: MapCard, names: ReadonlyMap<string, LocalizedText>): JourneyMapCard => ({
  ...card,
  templateName: card.templateId === null ? null : (names.get(card.templateId) ?? null),
  evidence: card.evidence.map(shownEvidence),
});

const allStages = (feelings: readonly MapFeeling[]): MapFeeling[] =>
  emptyFeelings().map((none) => feelings.find(({ stage }) => stage === none.stage) ?? none);

/** The map with what its cards point at by name. Numbers are asked for by themselves. */
export async function shownMap(work: Work, row: MapRow): Promise<JourneyMap> {
  const templates = await mapTemplates(work);
  const names = new Map(templates.map(({ id, name }) => [id, name]));
  const before = await mapBefore(work, row.year);
  const { id, year, state, shared, rev } = row;
  return {
    id,
    year,
    state,
    shared,
    rev,
    cards: row.cards.map((card) => shownCard(card, names)),
    feelings: allStages(row.feelings),
    before: before && {
      year: before.year,
      cards: before.cards.map((card) => shownCard(card, names)),
      feelings: allStages(before.feelings),
    },
    templates: templates.map(({ id: templateId, name }) => ({ id: templateId, name })),
    questions: await mapQuestions(work),
    keptAt: row.keptAt === null ? null : new Date(row.keptAt),
    mayWrite: state === "DRAFT" && seated(work).caps.has("JOURNEY_MAP_WRITE"),
  };
}
