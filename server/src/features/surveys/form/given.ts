import { LANGUAGES, cellsOf } from "@varde/domain";
import type { Language, SurveyAnswers, SurveyDefinition, SurveyQuestion } from "@varde/domain";
import { plainText } from "../../../kernel/html.js";

/** What came with a form, as it was typed: also what will not be counted, so that a page can be given back as it was. */
export type Given = {
  ticket: string;
  /** a wish for another language instead of an answer */
  language: Language | null;
  /** what only a program fills in */
  trapped: boolean;
  answers: SurveyAnswers;
};

/** Names of the form's fields; those of questions begin with a word of their own. */
export const FIELDS = { ticket: "billett", language: "sprak", trap: "nettside" } as const;

/** The name of a question's field, or of a line of a matrix. */
export const fieldOf = (question: string, row?: string): string =>
  row === undefined ? `svar.${question}` : `svar.${question}.${row}`;

/** A language by its code, or null. */
export const languageIn = (text: unknown): Language | null => LANGUAGES.find((known) => known === text) ?? null;

/** More than any survey asks for: each question looks through all that came. */
export const MOST_FIELDS = 1000;
/** As many characters of a text as are kept of it; browsers send a line's end as two. */
const MOST_TYPED = 2000;

function answerTo(question: SurveyQuestion, sent: URLSearchParams): string[] {
  if (question.kind === "TEXT")
    return [plainText(sent.get(fieldOf(question.key)) ?? "").slice(0, MOST_TYPED)].filter((text) => text.trim() !== "");
  const marks =
    question.kind === "MATRIX"
      ? (question.rows ?? []).flatMap(({ key }) =>
          sent.getAll(fieldOf(question.key, key)).map((mark) => `${key}:${mark}`),
        )
      : sent.getAll(fieldOf(question.key));
  const given = new Set(marks);
  return cellsOf(question).filter((cell) => given.has(cell));
}

/** Reads the body of a form of this survey. Whatever is in it, something comes out: what nobody asked for is passed by. */
export function readGiven(definition: SurveyDefinition, body: string): Given {
  const sent = new URLSearchParams(body.split("&", MOST_FIELDS).join("&"));
  const answers = definition.questions.map((question) => [question.key, answerTo(question, sent)] as const);
  return {
    ticket: sent.get(FIELDS.ticket) ?? "",
    language: languageIn(sent.get(FIELDS.language)),
    trapped: (sent.get(FIELDS.trap) ?? "") !== "",
    answers: Object.fromEntries(answers.filter(([, cells]) => cells.length > 0)),
  };
}
