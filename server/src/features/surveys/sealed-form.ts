import { cellsOf, LONGEST_SURVEY_TEXT } from "@varde/domain";
import type { SurveyAnswers, SurveyDefinition } from "@varde/domain";
import type { Sealer } from "../../kernel/crypto/sealer.js";

/** A sign takes at most six bytes of JSON, as `\\u0001` does. */
const SIGN = 6;
const STEP = 1024;
/** `"key":[…],` around what a question holds, and `"…",` around a cell */
const AROUND_QUESTION = 6;
const AROUND_CELL = 3;

/** The bytes that the longest answer to a survey takes, in whole kibibytes: every form of it is as long. */
export function formBytes(definition: SurveyDefinition): number {
  const bytes = definition.questions.reduce((sum, question) => {
    const text = question.kind === "TEXT" ? LONGEST_SURVEY_TEXT * SIGN + AROUND_CELL : 0;
    const cells = cellsOf(question).reduce((all, cell) => all + cell.length + AROUND_CELL, 0);
    return sum + question.key.length + AROUND_QUESTION + text + cells;
  }, 2);
  return Math.ceil(bytes / STEP) * STEP;
}

/** What `survey_waiting` has room for, in signs of base64. */
const MOST_SEALED = 60_000;
/** What sealing adds, and then some. */
const AROUND_SEALED = 1024;

/** Whether the longest answer to a survey can wait to be counted: a survey of very many texts cannot. */
export const formFits = (definition: SurveyDefinition): boolean =>
  Math.ceil((formBytes(definition) + AROUND_SEALED) / 3) * 4 < MOST_SEALED;

const placeOf = (surveyId: string, chapterId: string): string => `survey_waiting/${surveyId}/${chapterId}`;

/**
 * A form as it waits in `survey_waiting`: sealed for its survey and chapter, and of one length whatever was answered. `answers`
 * have passed `keptAnswers`. Throws when they are longer than the survey allows.
 */
export function sealForm(
  sealer: Sealer,
  at: { surveyId: string; chapterId: string; definition: SurveyDefinition },
  answers: SurveyAnswers,
): string {
  const json = JSON.stringify(answers);
  const spare = formBytes(at.definition) - Buffer.byteLength(json);
  if (spare < 0) throw new Error("a form longer than its survey");
  return sealer.seal(json + " ".repeat(spare), placeOf(at.surveyId, at.chapterId)).toString("base64");
}

/** What `sealForm` sealed. Throws when it was tampered with, or moved to another chapter. */
export function openForm(sealer: Sealer, at: { surveyId: string; chapterId: string }, sealed: string): SurveyAnswers {
  return JSON.parse(sealer.open(Buffer.from(sealed, "base64"), placeOf(at.surveyId, at.chapterId))) as SurveyAnswers;
}
