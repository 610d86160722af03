import { LONGEST_SURVEY_TEXT, NONE, SCALE_MARKS, ZERO_TO_TEN_MARKS } from "@varde/domain";
import type { Language, LocalizedText, SurveyAnswers, SurveyDefinition, SurveyQuestion } from "@varde/domain";
import { html } from "../../../kernel/html.js";
import type { Html } from "../../../kernel/html.js";
import { cellId, questionId } from "./conditions.js";
import { fieldOf } from "./given.js";
import { FORM_WORDS } from "./form.texts.js";

/** A survey's own words in a language; bokmål where they were not written in it. */
export const wordsIn = (text: LocalizedText | null | undefined, language: Language): string =>
  text?.[language]?.trim() || text?.nb || "";

type Shown = { question: SurveyQuestion; language: Language; given: ReadonlySet<string> };

/** One thing to choose. `ends` is said to who cannot see what stands at the ends of the scale. */
function choice({ question, given }: Shown, cell: string, label: string, kind: "choice" | "mark", ends = ""): Html {
  const [row, mark] = question.kind === "MATRIX" ? cell.split(":") : [undefined, cell];
  const type = question.kind === "SEVERAL" ? "checkbox" : "radio";
  return html`<label class="${kind}"
    ><input
      type="${type}"
      id="${cellId(question.key, cell)}"
      name="${fieldOf(question.key, row)}"
      value="${mark}"
      ${given.has(cell) && html`checked`}
    /><span>${label}${ends !== "" && html`<span class="unseen">, ${ends}</span>`}</span></label
  >`;
}

/** A scale with its words at both ends, and what may be answered beside it. */
function scale(shown: Shown, marks: readonly string[], row?: string): Html {
  const { question, language } = shown;
  const [lowest, highest] = [wordsIn(question.scale?.lowest, language), wordsIn(question.scale?.highest, language)];
  const cellOf = (mark: string): string => (row === undefined ? mark : `${row}:${mark}`);
  const ends = (i: number): string => (i === 0 ? lowest : i === marks.length - 1 ? highest : "");
  return html`<div class="scale">
      <div class="marks marks--${marks.length}">
        ${marks.map((mark, i) => choice(shown, cellOf(mark), mark, "mark", ends(i)))}
      </div>
      <p class="ends" aria-hidden="true"><span>${lowest}</span><span>${highest}</span></p>
    </div>
    ${question.scale?.none && choice(shown, cellOf(NONE), wordsIn(question.scale.none, language), "choice")}`;
}

function asked(shown: Shown): Html {
  const { question, language } = shown;
  if (question.kind === "SINGLE" || question.kind === "SEVERAL")
    return html`<div class="choices">
      ${(question.options ?? []).map(({ key, label }) => choice(shown, key, wordsIn(label, language), "choice"))}
    </div>`;
  if (question.kind !== "MATRIX") return scale(shown, question.kind === "SCALE" ? SCALE_MARKS : ZERO_TO_TEN_MARKS);
  return html`${(question.rows ?? []).map(({ key, label }) => {
    const id = `r-${question.key}-${key}`;
    return html`<div class="row" role="radiogroup" aria-labelledby="${id}">
      <p class="statement" id="${id}">${wordsIn(label, language)}</p>
      ${scale(shown, SCALE_MARKS, key)}
    </div>`;
  })}`;
}

/** What stands under a question's title: its own help, and how much may be chosen or written. */
function helpOf({ question, language }: Shown): string {
  const words = FORM_WORDS[language];
  const several = question.atMost ? words.upTo(question.atMost) : words.all;
  const about =
    question.kind === "SEVERAL" ? several : question.kind === "TEXT" ? words.signs(LONGEST_SURVEY_TEXT) : "";
  return [wordsIn(question.help, language), about].filter((part) => part !== "").join(" ");
}

function questionHtml(shown: Shown): Html {
  const { question, language, given } = shown;
  const [id, title, help] = [questionId(question.key), wordsIn(question.title, language), helpOf(shown)];
  const helped = help !== "" && html` aria-describedby="${id}-help"`;
  const helpHtml = help !== "" && html`<p class="help" id="${id}-help">${help}</p>`;
  if (question.kind === "TEXT")
    return html`<div class="question" id="${id}">
      <label class="title" for="${id}-text">${title}</label>
      ${helpHtml}
      <textarea id="${id}-text" name="${fieldOf(question.key)}" rows="5" maxlength="${LONGEST_SURVEY_TEXT}" ${helped}>
${[...given][0] ?? ""}</textarea>
    </div>`;
  return html`<fieldset class="question" id="${id}" ${helped}>
    <legend class="title" id="${id}-title">${title}</legend>
    ${helpHtml} ${asked(shown)}
  </fieldset>`;
}

type Group = keyof (typeof FORM_WORDS)["nb"]["groups"];
const OF_STAGE = {
  WELCOME: "NEW",
  FIRST_MEETING: "NEW",
  TAKE_PART: "TAKE_PART",
  CONTRIBUTE: "TAKE_PART",
  RENEW: "ONWARD",
  FAREWELL: "ONWARD",
} as const;

/** The questions in their order, in groups by what they are about; one that says nothing of that stays with those before it. */
export function groupsOf(questions: readonly SurveyQuestion[]): { group: Group; questions: SurveyQuestion[] }[] {
  const groups: { group: Group; questions: SurveyQuestion[] }[] = [];
  for (const question of questions) {
    const last = groups.at(-1);
    const own: Group | null = question.describes ? "YOU" : question.stage ? OF_STAGE[question.stage] : null;
    const group: Group = own ?? (last && last.group !== "YOU" ? last.group : "MEMBER");
    if (last?.group === group) last.questions.push(question);
    else groups.push({ group, questions: [question] });
  }
  return groups;
}

/** All questions, with what was answered so far. How far one has come is said by parts, and nobody counts what one has answered. */
export function questionsHtml(definition: SurveyDefinition, language: Language, answers: SurveyAnswers): Html {
  const words = FORM_WORDS[language];
  const groups = groupsOf(definition.questions);
  return html`${groups.map(
    ({ group, questions }, i) =>
      html`<section class="group" aria-labelledby="g-${i}">
        <h2 id="g-${i}"><span class="part">${words.part(i + 1, groups.length)}</span> ${words.groups[group]}</h2>
        ${questions.map((question) => questionHtml({ question, language, given: new Set(answers[question.key]) }))}
      </section>`,
  )}`;
}
