import type { SurveyQuestion } from "@varde/domain";
import { countOf, drawnChoices, meanOf } from "../../../app/survey-numbers";
import type { ResultWords, Shown } from "./useResultWords";

type BarsProps = { question: SurveyQuestion; shown: Shown; words: ResultWords };

/** An answer a line: its name, how many gave it, a bar of that length, and a line where the whole organization stands. */
export function AnswerBars({ question, shown, words }: BarsProps) {
  const { choices, group, whole } = shown;
  const percent = (n: number, of: number): string => `${(100 * n) / of}%`;
  return (
    <ul className="v-answer-bars">
      {drawnChoices(question, choices, group).map(({ cell, label }) => (
        <li key={cell}>
          <span>{label}</span>
          <span className="v-answer-bars__n">{words.share(countOf(group, cell), group.n)}</span>
          <span className="v-answer-bars__track" aria-hidden>
            <span className="v-answer-bars__bar" style={{ inlineSize: percent(countOf(group, cell), group.n) }} />
            {whole && (
              <span
                className="v-answer-bars__whole"
                style={{ insetInlineStart: percent(countOf(whole, cell), whole.n) }}
              />
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

type MatrixProps = { question: SurveyQuestion; lines: readonly Shown[]; words: ResultWords };

/** A statement a line: the five marks as one bar, from the lowest to the highest, and the mean. */
export function MatrixLines({ question, lines, words }: MatrixProps) {
  const { texts, format, say, one } = words;
  return (
    <ul className="v-answer-bars">
      {lines.map(({ table, choices, group }) => {
        const marks = choices.filter(({ mark }) => mark !== null);
        const mean = meanOf(group, choices);
        const row = question.rows?.find(({ key }) => key === table.line);
        const spoken = marks.map(({ cell, mark }) => `${mark}: ${format.number(countOf(group, cell))}`).join(", ");
        return (
          <li key={table.line}>
            <span>{row && say(row.label)}</span>
            <span className="v-answer-bars__n">
              {mean === null ? texts.n(format.number(group.n)) : texts.meanShort(one(mean))}
            </span>
            <span className="v-answer-bars__marks" role="img" aria-label={texts.lineMarks(spoken)}>
              {marks.map(({ cell, mark }) =>
                countOf(group, cell) === 0 ? null : (
                  <span key={cell} data-mark={mark} style={{ flexGrow: countOf(group, cell) }} />
                ),
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
