/** How important members say that a touchpoint is, from what they answered. */
import type { LocalizedText } from "./definition.js";
import { MIN_JUDGED } from "./statistics.js";
import { cellsOf, NONE } from "./survey.js";
import type { SurveyAbout, SurveyDefinition, SurveyQuestion } from "./survey.js";
import { STARTING_SURVEY } from "./survey-start.js";

/** Whether the answers to a question can tell of a touchpoint: never those that describe a person, nor free text. */
export const mayBeAbout = ({ kind, describes }: Pick<SurveyQuestion, "kind" | "describes">): boolean =>
  kind !== "TEXT" && !describes;

/** What one may answer to a question, or to a line of a matrix, that could say that something matters. */
export function marksOf(question: SurveyQuestion): readonly string[] {
  const cells = cellsOf(question).filter((cell) => cell !== NONE);
  if (question.kind !== "MATRIX") return cells;
  const marks = cells.map((cell) => cell.slice(cell.lastIndexOf(":") + 1));
  return [...new Set(marks)].filter((mark) => mark !== NONE);
}

/** A question without what it can no longer be about, after a line, an answer or its kind has changed. */
export function withKnownAbout(question: SurveyQuestion): SurveyQuestion {
  if (!question.about?.length) return question;
  const lines: readonly (string | null)[] =
    question.kind === "MATRIX" ? (question.rows ?? []).map(({ key }) => key) : [null];
  const about = question.about
    .filter(({ line }) => mayBeAbout(question) && lines.includes(line ?? null))
    .map((one) => ({ ...one, matters: one.matters.filter((mark) => marksOf(question).includes(mark)) }));
  return { ...question, about };
}

/** What a whole organization answered, as it is published. */
export type Answered = { n: number; cells: Readonly<Record<string, number>> };
/** 0-100, and how many answered. */
export type Importance = { score: number; n: number };

/**
 * Of all who answered, how many in a hundred gave one of the answers that say it matters (record 64). Null where no answer says
 * so, and below ten who answered.
 */
export function importanceOf({ line, matters }: SurveyAbout, { n, cells }: Answered): Importance | null {
  if (matters.length === 0 || n < MIN_JUDGED) return null;
  const gave = [...new Set(matters)].reduce((sum, mark) => sum + (cells[line ? `${line}:${mark}` : mark] ?? 0), 0);
  return { score: Math.round((100 * gave) / n), n };
}

/** Several questions about one touchpoint count alike; `n` is that of the one fewest answered. Null for none. */
export function importanceOfAll(each: readonly Importance[]): Importance | null {
  if (each.length === 0) return null;
  const sum = each.reduce((all, { score }) => all + score, 0);
  return { score: Math.round(sum / each.length), n: Math.min(...each.map(({ n }) => n)) };
}

const say = (nb: string, nn: string, en: string): LocalizedText => ({ nb, nn, en });
/** Lines that are read before one tires. */
const MOST_LINES = 10;
const HIGHEST = ["4", "5"];

/** «How important is this to you?», a line for each touchpoint, bound to it: the two highest marks say that it matters. */
export function importanceQuestion(
  key: string,
  touchpoints: readonly { key: string; name: LocalizedText }[],
): SurveyQuestion {
  const lines = touchpoints
    .slice(0, MOST_LINES)
    .map((one) => ({ ...one, line: `t_${one.key.replaceAll(/[^a-z0-9]/g, "_")}`.slice(0, 40) }));
  return {
    key,
    kind: "MATRIX",
    title: say("Hvor viktig er dette for deg?", "Kor viktig er dette for deg?", "How important is this to you?"),
    scale: {
      lowest: say("Ikke viktig", "Ikkje viktig", "Not important"),
      highest: say("Veldig viktig", "Veldig viktig", "Very important"),
      none: say("Vet ikke", "Veit ikkje", "Don't know"),
    },
    rows: lines.map(({ line, name }) => ({ key: line, label: name })),
    about: lines.map(({ line, key: template }) => ({ template, line, matters: HIGHEST })),
  };
}

/** One key over the years, so that years are held against each other. */
export const IMPORTANCE_KEY = "important";

/**
 * What a draft begins as: the built-in twelve questions, and before the last of them how important each touchpoint of the core set is,
 * since none of the twelve says what matters (record 64). One touchpoint, or none, is no choice: then the twelve alone.
 */
export function startingSurvey(core: readonly { key: string; name: LocalizedText }[]): SurveyDefinition {
  if (core.length < 2) return STARTING_SURVEY;
  const { questions } = STARTING_SURVEY;
  return { ...STARTING_SURVEY, questions: questions.toSpliced(-1, 0, importanceQuestion(IMPORTANCE_KEY, core)) };
}
