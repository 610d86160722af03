/** What keeps a survey from being opened, each with its place. */
import { LANGUAGES } from "./definition.js";
import type { LocalizedText } from "./definition.js";
import { NONE, cellsOf } from "./survey.js";
import { marksOf, mayBeAbout } from "./survey-importance.js";
import type { SurveyDefinition, SurveyOption, SurveyQuestion } from "./survey.js";

export const SURVEY_PROBLEM_CODES = [
  "REQUIRED",
  "MISSING_LANGUAGE",
  "TOO_LONG",
  "TOO_MANY",
  "TOO_FEW",
  "INVALID_KEY",
  "DUPLICATE",
  "OUT_OF_RANGE",
  "UNKNOWN_QUESTION",
  "ASKED_LATER",
  "UNKNOWN_OPTION",
  "NOT_FOR_KIND",
] as const;
export type SurveyProblemCode = (typeof SURVEY_PROBLEM_CODES)[number];

/** `path` leads to the place in the definition; `limit` is the number the message names. A warning does not stop the opening. */
export type SurveyProblem = {
  path: string[];
  code: SurveyProblemCode;
  limit?: number;
  level: "ERROR" | "WARNING";
};
type Report = (path: string[], code: SurveyProblemCode, limit?: number, level?: "WARNING") => void;

export const SURVEY_LIMITS = {
  questions: 30,
  options: 12,
  rows: 10,
  key: 40,
  title: 120,
  label: 200,
  long: 2000,
} as const;
const KEY = /^[a-z][a-z0-9_]*$/;
/** Whether something may be called so. Not as what every object has: sums by key would begin with that. */
const isKey = (key: string): boolean => KEY.test(key) && key.length <= SURVEY_LIMITS.key && !(key in {});

function checkWords(
  text: LocalizedText | null | undefined,
  path: string[],
  longest: number,
  report: Report,
  needed = true,
): void {
  if (!text?.nb?.trim()) {
    if (needed) report([...path, "nb"], "REQUIRED");
    return;
  }
  for (const language of LANGUAGES) {
    const words = text[language];
    if (words && words.length > longest) report([...path, language], "TOO_LONG", longest);
    // a respondent who chose another language meets bokmål in between
    if (!words?.trim()) report([...path, language], "MISSING_LANGUAGE", undefined, "WARNING");
  }
}

function checkOptions(
  options: readonly SurveyOption[] | undefined,
  path: string[],
  most: number,
  report: Report,
): void {
  const given = options ?? [];
  if (given.length < 2) report(path, "TOO_FEW", 2);
  if (given.length > most) report(path, "TOO_MANY", most);
  const seen = new Set<string>();
  for (const [i, { key, label }] of given.entries()) {
    const at = [...path, String(i)];
    if (!isKey(key) || key === NONE) report([...at, "key"], "INVALID_KEY");
    else if (seen.has(key)) report([...at, "key"], "DUPLICATE");
    seen.add(key);
    checkWords(label, [...at, "label"], SURVEY_LIMITS.label, report);
  }
}

/** What a kind needs, and what it has no use for. */
function checkKind(question: SurveyQuestion, path: string[], report: Report): void {
  const { kind } = question;
  const chooses = kind === "SINGLE" || kind === "SEVERAL";
  if (chooses) checkOptions(question.options, [...path, "options"], SURVEY_LIMITS.options, report);
  else if (question.options?.length) report([...path, "options"], "NOT_FOR_KIND");
  if (kind === "MATRIX") checkOptions(question.rows, [...path, "rows"], SURVEY_LIMITS.rows, report);
  else if (question.rows?.length) report([...path, "rows"], "NOT_FOR_KIND");
  if (kind === "SCALE" || kind === "MATRIX" || kind === "ZERO_TO_TEN") {
    checkWords(question.scale?.lowest, [...path, "scale", "lowest"], SURVEY_LIMITS.title, report);
    checkWords(question.scale?.highest, [...path, "scale", "highest"], SURVEY_LIMITS.title, report);
    checkWords(question.scale?.none, [...path, "scale", "none"], SURVEY_LIMITS.title, report, false);
  } else if (question.scale) report([...path, "scale"], "NOT_FOR_KIND");
  const { atMost } = question;
  if (atMost === null || atMost === undefined) return;
  if (kind !== "SEVERAL") report([...path, "atMost"], "NOT_FOR_KIND");
  else if (!Number.isInteger(atMost) || atMost < 1 || atMost > (question.options?.length ?? 0))
    report([...path, "atMost"], "OUT_OF_RANGE", question.options?.length ?? 0);
}

function checkCondition(definition: SurveyDefinition, index: number, path: string[], report: Report): void {
  const condition = definition.questions[index]?.showIf;
  if (!condition) return;
  const at = definition.questions.findIndex(({ key }) => key === condition.question);
  const earlier = definition.questions[at];
  if (!earlier) report([...path, "showIf", "question"], "UNKNOWN_QUESTION");
  else if (at >= index) report([...path, "showIf", "question"], "ASKED_LATER");
  // what hangs on who one is would cross the two
  else if (earlier.kind === "TEXT" || earlier.kind === "MATRIX" || earlier.describes)
    report([...path, "showIf", "question"], "NOT_FOR_KIND");
  else if (condition.anyOf.length === 0) report([...path, "showIf", "anyOf"], "TOO_FEW", 1);
  else if (condition.anyOf.some((cell) => !cellsOf(earlier).includes(cell)))
    report([...path, "showIf", "anyOf"], "UNKNOWN_OPTION");
}

/** What it tells of: one touchpoint, or one a line; answers it knows; never who one is, nor free text. */
function checkAbout(question: SurveyQuestion, path: string[], report: Report): void {
  const seen = new Set<string>();
  for (const [i, { line, matters }] of (question.about ?? []).entries()) {
    const at = [...path, "about", String(i)];
    const known = question.kind === "MATRIX" ? question.rows?.some(({ key }) => key === line) : !line;
    if (!mayBeAbout(question)) report([...at, "template"], "NOT_FOR_KIND");
    else if (!known) report([...at, "template"], "UNKNOWN_OPTION");
    else if (seen.has(line ?? "")) report([...at, "template"], "DUPLICATE");
    // two answers of one person would be counted as two persons
    else if (question.kind === "SEVERAL" && matters.length > 1) report([...at, "matters"], "TOO_MANY", 1);
    else if (matters.some((mark) => !marksOf(question).includes(mark))) report([...at, "matters"], "UNKNOWN_OPTION");
    seen.add(line ?? "");
  }
}

/** All that is wrong with a survey, in the order of the form. An empty list: it can be opened. */
export function checkSurvey(definition: SurveyDefinition): SurveyProblem[] {
  const problems: SurveyProblem[] = [];
  const report: Report = (path, code, limit, level) =>
    problems.push({ path, code, level: level ?? "ERROR", ...(limit === undefined ? {} : { limit }) });
  checkWords(definition.title, ["title"], SURVEY_LIMITS.title, report);
  for (const name of ["intro", "underAge", "thanks"] as const)
    checkWords(definition[name], [name], SURVEY_LIMITS.long, report);
  if (definition.questions.length === 0) report(["questions"], "TOO_FEW", 1);
  if (definition.questions.length > SURVEY_LIMITS.questions) report(["questions"], "TOO_MANY", SURVEY_LIMITS.questions);
  const seen = new Set<string>();
  for (const [i, question] of definition.questions.entries()) {
    const path = ["questions", String(i)];
    if (!isKey(question.key)) report([...path, "key"], "INVALID_KEY");
    else if (seen.has(question.key)) report([...path, "key"], "DUPLICATE");
    seen.add(question.key);
    checkWords(question.title, [...path, "title"], SURVEY_LIMITS.label, report);
    checkWords(question.help, [...path, "help"], SURVEY_LIMITS.label, report, false);
    checkKind(question, path, report);
    checkCondition(definition, i, path, report);
    checkAbout(question, path, report);
  }
  return problems;
}

/** Seconds a form takes: reading and choosing, by the number of marks. A guess that the builder shows beside the three minutes. */
export function surveySeconds(definition: SurveyDefinition): number {
  const SECONDS = { SINGLE: 9, SEVERAL: 14, SCALE: 9, ZERO_TO_TEN: 10, TEXT: 35, MATRIX: 5 } as const;
  return definition.questions.reduce(
    (sum, { kind, rows, showIf }) =>
      sum + SECONDS[kind] * (kind === "MATRIX" ? (rows?.length ?? 0) : 1) * (showIf ? 0.5 : 1),
    15,
  );
}
