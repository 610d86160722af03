import {
  addDays,
  addMonths,
  cellsOf,
  countForms,
  IMPORTANCE_KEY,
  isAsked,
  STARTING_SURVEY,
  startingSurvey,
} from "@varde/domain";
import type { LocalDate, SurveyAnswers, SurveyCount, SurveyDefinition, SurveyQuestion } from "@varde/domain";
import { at } from "./frame.js";
import type { Frame } from "./frame.js";
import { demoId, randomFor } from "./random.js";
import type { Random } from "./random.js";
import type { DemoRows } from "./rows.js";

/** Fewer forms than this from a chapter are summed in its region or the whole, as the job does. */
const K = 5;

const TEXTS: readonly string[] = [
  "Mer mat på treffene.",
  "At det står når det er slutt, så jeg tør å komme.",
  "Flere turer, gjerne ut i skogen.",
  "Noen som møter meg ved døra første gang.",
  "Bussen går for tidlig. Kan vi begynne klokka fem?",
  "Jeg liker at ingen maser når jeg ikke kommer.",
  "Mindre prat om politikk, mer spill.",
  "Eg vil gjerne vere med og planleggje.",
  "Det er fint å bli spurt.",
  "Jeg visste ikke at det fantes et lag her før i vår.",
  "Gjerne noe på nett for oss som bor langt unna.",
  "Takk til Kari som ringte meg, hun kan nås på 000 00 123.",
  "Jeg har vært mye syk, så det hjelper at jeg kan komme når jeg orker.",
  "En fast dag i uka.",
  "Mer som passer for oss over 25.",
  "Dere gjør noe viktig.",
];

/** Marks lean towards the good end, more so in a chapter where things go well. */
function answerTo(question: SurveyQuestion, random: Random, warmth: number): readonly string[] {
  const cells = cellsOf(question);
  const mark = (lean = warmth): string => String(1 + random.weighted([1, 2, 4, 6 * lean, 5 * lean]));
  switch (question.kind) {
    case "SINGLE":
      return [
        cells[
          random.weighted(cells.map((_cell, i) => (question.key === "contacted" && i === 0 ? 6 * warmth : 3 - i * 0.3)))
        ]!,
      ];
    case "SEVERAL": {
      const chosen = cells.filter((_cell, i) => random.chance(0.5 - i * 0.045));
      return chosen.slice(0, question.atMost ?? cells.length);
    }
    case "SCALE":
      return [random.chance(0.08) && question.scale?.none ? "none" : mark()];
    case "ZERO_TO_TEN":
      return [String(random.weighted([1, 1, 1, 2, 2, 4, 5, 8 * warmth, 10 * warmth, 8 * warmth, 7 * warmth]))];
    case "MATRIX":
      return (question.rows ?? []).map(({ key }, i) => {
        // of what matters, the first matters most
        const given = question.key === IMPORTANCE_KEY ? mark(2 - i * 0.4) : mark();
        return `${key}:${random.chance(0.06) && question.scale?.none ? "none" : given}`;
      });
    case "TEXT":
      return random.chance(0.12) ? [random.pick(TEXTS)] : [];
  }
}

function form(definition: SurveyDefinition, random: Random, warmth: number): SurveyAnswers {
  const answers: Record<string, readonly string[]> = {};
  for (const question of definition.questions) {
    if (!isAsked(definition, question, answers) || random.chance(0.04)) continue;
    const cells = answerTo(question, random, warmth);
    if (cells.length > 0) answers[question.key] = cells;
  }
  return answers;
}

type Told = {
  key: string;
  definition: SurveyDefinition;
  opensOn: LocalDate;
  closesOn: LocalDate;
  closed: boolean;
  share: number;
  comparedWith: string | null;
};

function addSurvey(rows: DemoRows, frame: Frame, organization: string, by: string, told: Told): string {
  const { definition } = told;
  const id = demoId("survey", organization, told.key);
  rows.survey.push({
    organization_id: organization,
    id,
    definition,
    state: told.closed ? "CLOSED" : "OPEN",
    opens_on: told.opensOn,
    closes_on: told.closesOn,
    compared_survey_id: told.comparedWith,
    created_by: by,
    created_at: at(addDays(told.opensOn, -6), 10),
    opened_by: by,
    opened_at: at(told.opensOn, 8),
    closed_by: null,
    closed_at: told.closed ? at(addDays(told.closesOn, 1), 1) : null,
    rev: told.closed ? 4 : 3,
  });
  const describing = new Set(definition.questions.filter(({ describes }) => describes).map(({ key }) => key));
  const sums = new Map<string, DemoRows["survey_count"][number]>();
  const add = (chapter_id: string | null, region_id: string | null, { question, cell, n }: SurveyCount): void => {
    const place = JSON.stringify([chapter_id, region_id, question, cell]);
    const sum = sums.get(place) ?? {
      organization_id: organization,
      survey_id: id,
      chapter_id,
      region_id,
      question,
      cell,
      n: 0,
    };
    sum.n += n;
    sums.set(place, sum);
  };
  for (const [i, chapter] of rows.chapter.filter((one) => one.organization_id === organization).entries()) {
    const random = randomFor(frame.seed, "survey", told.key, String(i));
    rows.survey_link.push({
      organization_id: organization,
      survey_id: id,
      chapter_id: chapter.id,
      code: codeOf(id, chapter.id),
    });
    const warmth = 0.6 + random.next();
    // two chapters from which few answered
    const forms = Math.round((i % 7 === 3 ? 3 : random.int(14, 48)) * told.share);
    // while it is open, fewer than five wait and are not counted
    if (!told.closed && forms < K) continue;
    const { counts, texts } = countForms(
      definition,
      Array.from({ length: forms }, () => form(definition, random, warmth)),
      (items) => items,
    );
    const region =
      rows.chapter_region.find((one) => one.chapter_id === chapter.id && one.valid_to === null)?.region_id ?? null;
    for (const count of counts) {
      if (forms < K) add(null, null, count);
      else if (describing.has(count.question)) add(null, region, count);
      else add(chapter.id, null, count);
    }
    for (const { question, text } of texts)
      rows.survey_text.push({
        organization_id: organization,
        survey_id: id,
        id: demoId("survey-text", id, String(rows.survey_text.length)),
        question,
        text,
        hidden_by: null,
        rev: 1,
      });
  }
  rows.survey_count.push(...sums.values());
  return id;
}

/** The code of a link, always the same in the demo, in the signs that codes are made of. */
const codeOf = (survey: string, chapter: string): string => {
  const random = randomFor(survey, chapter);
  return Array.from({ length: 10 }, () => random.pick([..."abcdefghjkmnpqrstuvwxyz23456789"])).join("");
};

/** The built-in survey, and what matters most to members of the core set. */
function withImportance(rows: DemoRows, organization: string): SurveyDefinition {
  const core = rows.touchpoint_template
    .filter((one) => one.organization_id === organization && one.core_position !== null)
    .sort((a, b) => a.core_position! - b.core_position!);
  const names = core.map(({ id, key }) => ({
    key,
    name: rows.template_version.find((one) => one.template_id === id)!.definition.name,
  }));
  return startingSurvey(names);
}

/** Last autumn's survey with its answers, and one that is open now. */
export function addSurveys(rows: DemoRows, frame: Frame, organization: string, by: string): void {
  const { today } = frame;
  const before = addMonths(today, -12);
  const comparedWith = addSurvey(rows, frame, organization, by, {
    key: "last",
    definition: withImportance(rows, organization),
    opensOn: addDays(before, -10),
    closesOn: addDays(before, 14),
    closed: true,
    share: 1,
    comparedWith: null,
  });
  addSurvey(rows, frame, organization, by, {
    key: "now",
    definition: STARTING_SURVEY,
    opensOn: addDays(today, -8),
    closesOn: addDays(today, 13),
    closed: false,
    share: 0.45,
    comparedWith,
  });
}
