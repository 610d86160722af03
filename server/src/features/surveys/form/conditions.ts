import { createHash } from "node:crypto";
import { cellsOf } from "@varde/domain";
import type { SurveyDefinition, SurveyQuestion } from "@varde/domain";

/** Ids of the page's elements. Keys of questions and options are plain words, so that they need no escaping in a selector. */
export const questionId = (key: string): string => `q-${key}`;
export const cellId = (question: string, cell: string): string => `c-${question}-${cell.replace(":", "-")}`;

const PLAIN = /^[a-z0-9_]+$/;

/** `:has(…)` for what a question hangs on, and for what that hangs on in turn; null when it hangs on nothing that can be said so. */
function askedWhen(definition: SurveyDefinition, question: SurveyQuestion): string | null {
  const condition = question.showIf;
  const earlier = condition && definition.questions.find(({ key }) => key === condition.question);
  if (!condition || !earlier) return null;
  const cells = cellsOf(earlier).filter((cell) => condition.anyOf.includes(cell));
  const ids = cells.map((cell) => cellId(earlier.key, cell));
  if (ids.length === 0 || ids.some((id) => !PLAIN.test(id.replaceAll("-", "")))) return null;
  return `${askedWhen(definition, earlier) ?? ""}:has(:is(${ids.map((id) => `#${id}`).join(",")}):checked)`;
}

/**
 * The styles by which a question is hidden until it is asked, without a script. A browser that cannot say it shows all questions: the
 * server counts only what was asked. Empty when every question is asked of everybody.
 */
export function conditionStyles(definition: SurveyDefinition): string {
  const rules = definition.questions.flatMap((question) => {
    const when = PLAIN.test(question.key) ? askedWhen(definition, question) : null;
    return when === null
      ? []
      : [`#${questionId(question.key)}{display:none}body${when} #${questionId(question.key)}{display:block}`];
  });
  return rules.length === 0 ? "" : `@supports selector(:has(a)){${rules.join("")}}`;
}

/** What lets a page's policy take exactly these styles, which stand in the page itself. */
export const hashOfStyles = (styles: string): string =>
  `'sha256-${createHash("sha256").update(styles).digest("base64")}'`;
