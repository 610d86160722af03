/**
 * The answers of one report checked against its questions, and how long a report takes to fill in.
 * Answers come from outside: nothing is read through the prototype, and a key that is no question is a problem.
 */
import { isLocalDate } from "./calendar.js";
import type { LocalDate } from "./calendar.js";
import { MAX_TEXT_LENGTH, isAboutMember } from "./definition.js";
import type { Answers, AnswerValue, FieldType, ReportField, TemplateDefinition } from "./definition.js";
import { containsNationalId } from "./national-id.js";

export const ANSWER_PROBLEM_CODES = [
  "REQUIRED",
  "UNKNOWN_FIELD",
  "WRONG_TYPE",
  "TOO_SMALL",
  "TOO_LARGE",
  "TOO_LONG",
  "UNKNOWN_OPTION",
  "FUTURE_DATE",
  "NOT_ALLOWED",
  "LOOKS_LIKE_NATIONAL_ID",
] as const;
export type AnswerProblemCode = (typeof ANSWER_PROBLEM_CODES)[number];

/** `path` is `[field key]`, or `[]` when the answers as a whole are wrong. `params` hold the limit that was broken (`min`, `max`, `length`, `option`). */
export type AnswerProblem = { path: string[]; code: AnswerProblemCode; params: Record<string, string | number> };

/** `partial`: a draft, so required questions may be empty. `aboutMember`: text is refused. `today`: no date after it. */
export type AnswerOptions = { partial?: boolean; aboutMember: boolean; today: LocalDate };

/** Numbers beyond this are slips of a finger, also where the question has no `max`. */
export const MAX_NUMBER = 1_000_000_000;
/** The scale of a RATING whose question names none. */
export const DEFAULT_RATING = { min: 1, max: 5 } as const;
/** No scale goes further: more steps than fingers are not chosen between. */
export const MAX_RATING = 10;

type Found = { code: AnswerProblemCode; params?: Record<string, string | number> } | null;

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

function checkRange(value: number, min: number, max: number): Found {
  if (value < min) return { code: "TOO_SMALL", params: { min } };
  return value > max ? { code: "TOO_LARGE", params: { max } } : null;
}

function checkNumber(field: ReportField, value: unknown): Found {
  if (typeof value !== "number" || !Number.isFinite(value)) return { code: "WRONG_TYPE" };
  if (field.type === "RATING") {
    if (!Number.isInteger(value)) return { code: "WRONG_TYPE" };
    return checkRange(value, field.min ?? DEFAULT_RATING.min, field.max ?? DEFAULT_RATING.max);
  }
  if (field.counts === "PERSONS" && !Number.isInteger(value)) return { code: "WRONG_TYPE" };
  // Persons and kroner are counted from nothing; only another measure (a temperature, a change) may fall below.
  return checkRange(value, field.min ?? (field.counts === "OTHER" ? -MAX_NUMBER : 0), field.max ?? MAX_NUMBER);
}

function checkOption(field: ReportField, option: unknown): Found {
  if (typeof option !== "string") return { code: "WRONG_TYPE" };
  const known = (field.options ?? []).some(({ key }) => key === option);
  return known ? null : { code: "UNKNOWN_OPTION", params: { option: option.slice(0, 60) } };
}

function checkOptions(field: ReportField, value: unknown): Found {
  if (!Array.isArray(value)) return { code: "WRONG_TYPE" };
  for (const option of value) {
    const found = checkOption(field, option);
    if (found) return found;
  }
  return new Set(value).size === value.length ? null : { code: "WRONG_TYPE" };
}

function checkText(field: ReportField, value: unknown, aboutMember: boolean): Found {
  if (aboutMember) return { code: "NOT_ALLOWED" };
  if (typeof value !== "string") return { code: "WRONG_TYPE" };
  const max = Math.min(field.maxLength ?? MAX_TEXT_LENGTH, MAX_TEXT_LENGTH);
  const length = [...value].length;
  if (length > max) return { code: "TOO_LONG", params: { max, length } };
  return containsNationalId(value) ? { code: "LOOKS_LIKE_NATIONAL_ID" } : null;
}

function checkValue(field: ReportField, value: unknown, opts: AnswerOptions): Found {
  switch (field.type) {
    case "YES_NO":
      return typeof value === "boolean" ? null : { code: "WRONG_TYPE" };
    case "NUMBER":
    case "RATING":
      return checkNumber(field, value);
    case "CHOICE":
      return checkOption(field, value);
    case "MULTI_CHOICE":
      return checkOptions(field, value);
    case "DATE":
      if (!isLocalDate(value)) return { code: "WRONG_TYPE" };
      return value > opts.today ? { code: "FUTURE_DATE", params: { max: opts.today } } : null;
    case "TEXT":
      return checkText(field, value, opts.aboutMember);
    case "AUTO":
      return { code: "NOT_ALLOWED" };
  }
}

/**
 * What is wrong with the answers, one problem per question at most, in the order of the questions and then of unknown keys.
 * `[]` when the report can be taken. Null, "" and [] count as not answered. AUTO is never sent by a client.
 */
export function checkAnswers(fields: readonly ReportField[], answers: unknown, opts: AnswerOptions): AnswerProblem[] {
  if (typeof answers !== "object" || answers === null || Array.isArray(answers)) {
    return [{ path: [], code: "WRONG_TYPE", params: {} }];
  }
  const given = new Map<string, unknown>(Object.entries(answers));
  const problems: AnswerProblem[] = [];
  for (const field of fields) {
    const value = given.get(field.key);
    given.delete(field.key);
    if (isEmpty(value)) {
      const needed = field.required && field.type !== "AUTO" && !(field.type === "TEXT" && opts.aboutMember);
      if (needed && !opts.partial) problems.push({ path: [field.key], code: "REQUIRED", params: {} });
      continue;
    }
    const found = checkValue(field, value, opts);
    if (found) problems.push({ path: [field.key], code: found.code, params: found.params ?? {} });
  }
  for (const key of given.keys()) problems.push({ path: [key.slice(0, 60)], code: "UNKNOWN_FIELD", params: {} });
  return problems;
}

function normalize(field: ReportField, value: AnswerValue): AnswerValue | null {
  if (field.type === "TEXT" && typeof value === "string") return value.replace(/\r\n?/g, "\n").trim().normalize("NFC");
  if (field.type === "MULTI_CHOICE" && Array.isArray(value)) {
    return (field.options ?? []).map(({ key }) => key).filter((key) => value.includes(key));
  }
  // -0 is stored and shown as 0.
  return value === 0 ? 0 : value;
}

/**
 * Checked answers in the one form that is stored: only known questions, in their order, options in the order of the question,
 * text trimmed and composed (NFC); what is empty is left out. The object has no prototype.
 */
export function normalizeAnswers(fields: readonly ReportField[], answers: Readonly<Record<string, unknown>>): Answers {
  const stored: Answers = Object.create(null) as Answers;
  const given = new Map<string, unknown>(Object.entries(answers));
  for (const field of fields) {
    if (field.type === "AUTO") continue;
    const value = given.get(field.key);
    if (isEmpty(value)) continue;
    const kept = normalize(field, value as AnswerValue);
    if (!isEmpty(kept)) stored[field.key] = kept as AnswerValue;
  }
  return stored;
}

/**
 * Estimated seconds to answer one question on a phone, tap to tap, until real submissions give better numbers.
 * Reading plus one tap is about 3 s; a number adds the keyboard, a date the picker; text is 15 words at some 25 words a minute.
 */
export const FIELD_SECONDS: Record<FieldType, number> = {
  YES_NO: 3,
  CHOICE: 4,
  RATING: 4,
  DATE: 5,
  NUMBER: 6,
  MULTI_CHOICE: 6,
  TEXT: 38,
  AUTO: 0,
};
/** Seconds to say what came of the contact, on touchpoints about one member. */
export const OUTCOME_SECONDS = 4;
/** Above this many seconds per report the designer warns. */
export const BURDEN_WARNING_SECONDS = 60;

/** Estimated seconds to report: per touchpoint, per period question, and both together (what the designer compares with the limit). */
export function burdenSeconds(def: Pick<TemplateDefinition, "trigger" | "reportFields" | "periodReport">): {
  perReport: number;
  perPeriod: number;
  total: number;
} {
  let perReport = isAboutMember(def.trigger) ? OUTCOME_SECONDS : 0;
  for (const field of def.reportFields) perReport += FIELD_SECONDS[field.type];
  const perPeriod = def.periodReport ? FIELD_SECONDS[def.periodReport.field.type] : 0;
  return { perReport, perPeriod, total: perReport + perPeriod };
}
