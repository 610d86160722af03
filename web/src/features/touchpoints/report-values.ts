import { FIELD_SECONDS } from "@varde/domain";
import type { AnswerValue, ReportField } from "@varde/domain";
import type { AnswerInput } from "../../../../graphql/generated/graphql";

/** What is answered so far, by field key; null and absent are not answered. */
export type Values = Readonly<Record<string, AnswerValue | null>>;

type AnswerData = {
  field: string;
  yesNo: boolean | null;
  number: number | null;
  text: string | null;
  date: string | null;
  choices: readonly string[] | null;
};

export const isAnswered = (value: AnswerValue | null | undefined): boolean =>
  value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

/** Values of answers as the API gives them. */
export function valuesOf(fields: readonly ReportField[], answers: readonly AnswerData[]): Values {
  const values: Record<string, AnswerValue | null> = {};
  for (const answer of answers) {
    const field = fields.find(({ key }) => key === answer.field);
    if (!field) continue;
    const choices = answer.choices && (field.type === "CHOICE" ? (answer.choices[0] ?? null) : [...answer.choices]);
    values[field.key] = answer.yesNo ?? answer.number ?? answer.text ?? answer.date ?? choices ?? null;
  }
  return values;
}

/** Values as the API takes them; what is not answered, and what the server computes, is left out. */
export function inputsOf(fields: readonly ReportField[], values: Values): AnswerInput[] {
  return fields.flatMap<AnswerInput>(({ key, type }) => {
    const value = values[key];
    if (type === "AUTO" || !isAnswered(value)) return [];
    const empty = { field: key, yesNo: null, number: null, text: null, date: null, choices: null };
    if (typeof value === "boolean") return [{ ...empty, yesNo: value }];
    if (typeof value === "number") return [{ ...empty, number: value }];
    if (Array.isArray(value)) return [{ ...empty, choices: value }];
    if (type === "CHOICE") return [{ ...empty, choices: [String(value)] }];
    return [type === "DATE" ? { ...empty, date: String(value) } : { ...empty, text: String(value) }];
  });
}

/** The questions a person answers: not those the server computes. */
export const asked = (fields: readonly ReportField[]): ReportField[] => fields.filter(({ type }) => type !== "AUTO");

/** Seconds still to go, in fives: an optional text that is empty counts nothing. */
export function secondsLeft(fields: readonly ReportField[], values: Values): number {
  const left = asked(fields)
    .filter(({ key, required }) => required && !isAnswered(values[key]))
    .reduce((sum, { type }) => sum + FIELD_SECONDS[type], 0);
  return Math.ceil(left / 5) * 5;
}
