import { checkAnswers, countsPersons, normalizeAnswers } from "@varde/domain";
import type { Answers, AnswerOptions, AnswerValue, Language, ReportField } from "@varde/domain";
import { AppError } from "../../kernel/errors/app-error.js";
import { Refusal } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { ANSWER_TEXTS, filled } from "./touchpoint.texts.js";
import type { AnswerInput } from "./touchpoint.inputs.js";
import type { Answer } from "./touchpoint.type.js";

const MOST_ANSWERS = 20;
const EMPTY: Omit<Answer, "field"> = {
  yesNo: null,
  number: null,
  text: null,
  date: null,
  choices: null,
  hidden: false,
};

/** A stored value in the property of its field's type. */
export function toAnswer(field: ReportField, value: AnswerValue, above: boolean): Answer {
  const answer = { field: field.key, ...EMPTY };
  if (above && countsPersons(field)) return { ...answer, hidden: true };
  if (typeof value === "boolean") return { ...answer, yesNo: value };
  if (typeof value === "number") return { ...answer, number: value };
  if (Array.isArray(value)) return { ...answer, choices: value };
  if (field.type === "CHOICE") return { ...answer, choices: [value] };
  return field.type === "TEXT" ? { ...answer, text: value } : { ...answer, date: value };
}

/** Stored answers as the API shows them, in the order of their fields. */
export function toAnswers(fields: readonly ReportField[], stored: Answers, above: boolean): Answer[] {
  return fields.flatMap((field) => {
    const value = Object.hasOwn(stored, field.key) ? stored[field.key] : undefined;
    return value === undefined || value === null ? [] : [toAnswer(field, value, above)];
  });
}

function valueOf(field: ReportField | undefined, given: AnswerInput): unknown {
  const any = given.text ?? given.number ?? given.yesNo ?? given.date ?? given.choices ?? null;
  switch (field?.type) {
    case "YES_NO":
      return given.yesNo ?? any;
    case "NUMBER":
    case "RATING":
      return given.number ?? any;
    case "CHOICE":
      return given.choices && given.choices.length <= 1 ? (given.choices[0] ?? null) : any;
    case "MULTI_CHOICE":
      return given.choices ?? any;
    case "DATE":
      return given.date ?? any;
    case "TEXT":
      return given.text ?? any;
    default:
      return any;
  }
}

/** The same, whose problems show the touchpoint as it stands. */
export function answersAbout(id: string, ...asked: Parameters<typeof readAnswers>): Answers {
  try {
    return readAnswers(...asked);
  } catch (error) {
    if (error instanceof Refusal && !error.id) throw new Refusal(error.problems, id);
    throw error;
  }
}

/** The sent answers checked and as they are stored. Refuses with one problem a field, at `answers.<key>`. */
export function readAnswers(
  fields: readonly ReportField[],
  sent: readonly AnswerInput[],
  options: AnswerOptions,
  language: Language,
): Answers {
  if (sent.length > MOST_ANSWERS || new Set(sent.map(({ field }) => field)).size !== sent.length) {
    throw new AppError("BAD_REQUEST");
  }
  const values: Record<string, unknown> = Object.fromEntries(
    sent.map((one) => [
      one.field,
      valueOf(
        fields.find(({ key }) => key === one.field),
        one,
      ),
    ]),
  );
  const problems = checkAnswers(fields, values, options);
  if (problems.length > 0) {
    throw new Refusal(
      problems.map(({ path, code, params }) => ({
        code: "INVALID",
        path: ["answers", ...path],
        message: filled(say(language, ANSWER_TEXTS[code]), params),
      })),
    );
  }
  return normalizeAnswers(fields, values);
}
