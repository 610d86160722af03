/** Surveys among members: what a survey asks, and what an answer to it may be. Nothing here knows who answers. */
import type { LocalizedText, Stage } from "./definition.js";

export const QUESTION_KINDS = ["SINGLE", "SEVERAL", "SCALE", "ZERO_TO_TEN", "TEXT", "MATRIX"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** A choice, or a line of a matrix. Keys are plain and never change meaning: counts of several years hang on them. */
export type SurveyOption = { key: string; label: LocalizedText };

/** 1 to 5, with words at the ends; `none` is the answer beside the scale («vet ikke», «har ikke vært på noe»). */
export type SurveyScale = { lowest: LocalizedText; highest: LocalizedText; none?: LocalizedText | null };

/** A touchpoint that the answers to a question, or to a line of a matrix, tell of. */
export type SurveyAbout = {
  /** its template's key */
  template: string;
  /** the line of a matrix; null for the other kinds */
  line?: string | null;
  /** answers that say it matters to members: options' keys, or marks. None: the question tells how it goes, not how much it matters */
  matters: readonly string[];
};

export type SurveyQuestion = {
  /** names the counters over the years; another meaning is another key */
  key: string;
  kind: QuestionKind;
  title: LocalizedText;
  help?: LocalizedText | null;
  /** describes the person who answers (age, time as a member): never shown for one chapter, never beside another question */
  describes?: boolean;
  /** SINGLE and SEVERAL: 2 to 12 */
  options?: readonly SurveyOption[];
  /** SEVERAL: at most so many; all when absent */
  atMost?: number | null;
  /** SCALE, MATRIX, and the words at the ends of ZERO_TO_TEN */
  scale?: SurveyScale | null;
  /** MATRIX: the statements, 2 to 10 */
  rows?: readonly SurveyOption[];
  /** asked only of those who gave one of these answers to an earlier question (SINGLE, SEVERAL, SCALE or ZERO_TO_TEN) */
  showIf?: { question: string; anyOf: readonly string[] } | null;
  /** the stage of the member journey that the answers tell about */
  stage?: Stage | null;
  /** the touchpoints it is about: one, or one a line of a matrix */
  about?: readonly SurveyAbout[];
};

export type SurveyDefinition = {
  title: LocalizedText;
  intro: LocalizedText;
  /** said first to those under 15: ask a guardian */
  underAge: LocalizedText;
  thanks: LocalizedText;
  questions: readonly SurveyQuestion[];
};

export const SCALE_MARKS = ["1", "2", "3", "4", "5"] as const;
export const ZERO_TO_TEN_MARKS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;
/** the cell of an answer beside the scale */
export const NONE = "none";
/** signs of a text answer */
export const LONGEST_SURVEY_TEXT = 500;

/**
 * What one respondent answered: per question a list of cells. An option's key, a mark of a scale or `none`, `row:mark` of a
 * matrix, or the text itself. A question that is not answered is absent.
 */
export type SurveyAnswers = Record<string, readonly string[]>;

/** The cells that are counted for a question, in the order they are shown; none for TEXT. */
export function cellsOf(question: SurveyQuestion): readonly string[] {
  const none = question.scale?.none ? [NONE] : [];
  switch (question.kind) {
    case "SINGLE":
    case "SEVERAL":
      return (question.options ?? []).map(({ key }) => key);
    case "SCALE":
      return [...SCALE_MARKS, ...none];
    case "ZERO_TO_TEN":
      return [...ZERO_TO_TEN_MARKS, ...none];
    case "MATRIX":
      return (question.rows ?? []).flatMap(({ key }) => [...SCALE_MARKS, ...none].map((mark) => `${key}:${mark}`));
    case "TEXT":
      return [];
  }
}

/** Whether a question is asked of one who has answered so far what `answers` says; a hidden question hides those that hang on it. */
export function isAsked(definition: SurveyDefinition, question: SurveyQuestion, answers: SurveyAnswers): boolean {
  const condition = question.showIf;
  if (!condition) return true;
  const earlier = definition.questions.find(({ key }) => key === condition.question);
  if (!earlier || !isAsked(definition, earlier, answers)) return false;
  return (answers[earlier.key] ?? []).some((cell) => condition.anyOf.includes(cell));
}

function keptCells(question: SurveyQuestion, given: readonly string[]): readonly string[] {
  if (question.kind === "TEXT") {
    const text = (given[0] ?? "").trim();
    return text === "" ? [] : [[...text].slice(0, LONGEST_SURVEY_TEXT).join("")];
  }
  const cells = cellsOf(question).filter((cell) => given.includes(cell));
  if (question.kind === "SEVERAL") return cells.slice(0, question.atMost ?? cells.length);
  if (question.kind !== "MATRIX") return cells.slice(0, 1);
  // one mark a line
  const lines = new Set<string>();
  return cells.filter((cell) => {
    const line = cell.slice(0, cell.lastIndexOf(":"));
    return !lines.has(line) && lines.add(line);
  });
}

/**
 * The answers as they are counted: known questions that were asked, known cells, no more of them than the question takes. What
 * is too much is left out rather than refused: a respondent is thanked, whatever an old page or a clumsy script sent.
 */
export function keptAnswers(definition: SurveyDefinition, given: SurveyAnswers): SurveyAnswers {
  const kept: Record<string, readonly string[]> = {};
  for (const question of definition.questions) {
    if (!isAsked(definition, question, kept) || !Object.hasOwn(given, question.key)) continue;
    const cells = keptCells(question, given[question.key] ?? []);
    if (cells.length > 0) kept[question.key] = cells;
  }
  return kept;
}

/** The counter of all who answered a question, beside those of its cells. */
export const ANSWERED = "";
/** The question that stands for the whole form: all who sent one. */
export const WHOLE_FORM = "";

export type SurveyCount = { question: string; cell: string; n: number };

/**
 * Many forms as sums, and their texts apart from them in an order that tells nothing: `shuffle` must be unpredictable. What
 * comes out holds no form any more.
 */
export function countForms(
  definition: SurveyDefinition,
  forms: readonly SurveyAnswers[],
  shuffle: <T>(items: T[]) => T[],
): { counts: SurveyCount[]; texts: { question: string; text: string }[] } {
  const sums = new Map<string, SurveyCount>();
  const add = (question: string, cell: string) => {
    const id = `${question}\n${cell}`;
    const sum = sums.get(id) ?? { question, cell, n: 0 };
    sum.n += 1;
    sums.set(id, sum);
  };
  const kinds = new Map(definition.questions.map(({ key, kind }) => [key, kind]));
  const texts: { question: string; text: string }[] = [];
  for (const form of forms) {
    add(WHOLE_FORM, ANSWERED);
    for (const [question, cells] of Object.entries(keptAnswers(definition, form))) {
      add(question, ANSWERED);
      if (kinds.get(question) === "TEXT") texts.push({ question, text: cells[0]! });
      else for (const cell of cells) add(question, cell);
    }
  }
  const counts = [...sums.values()].toSorted((a, b) =>
    a.question === b.question ? (a.cell < b.cell ? -1 : 1) : a.question < b.question ? -1 : 1,
  );
  return { counts, texts: shuffle(texts) };
}
