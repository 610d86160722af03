import type { SurveyQuestion } from "@varde/domain";
import { framedPicture, type Frame, type Ink, type Measure, type Picture, type Shape } from "../../standings";
import { countOf, drawnChoices } from "../../../app/survey-numbers";
import type { ResultWords, Shown } from "./useResultWords";

type Content = Frame & { question: SurveyQuestion; lines: readonly Shown[]; words: ResultWords };
type Bar = { label: string; words: string; parts: readonly { n: number; ink: Ink }[]; of: number };

const ROW = 46;
const HIGH = 16;
const MARKS: readonly Ink[] = ["ground", "field", "tintStrong", "control", "mark"];

function barsOf({ question, lines, words }: Content): Bar[] {
  if (question.kind === "MATRIX")
    return lines.map(({ table, choices, group }) => {
      const row = question.rows?.find(({ key }) => key === table.line);
      const marks = choices.filter(({ mark }) => mark !== null);
      return {
        label: row ? words.say(row.label) : "",
        words: marks.map(({ cell }) => words.format.number(countOf(group, cell))).join(" · "),
        parts: marks.map(({ cell }, i) => ({ n: countOf(group, cell), ink: MARKS[i] ?? "mark" })),
        of: marks.reduce((sum, { cell }) => sum + countOf(group, cell), 0),
      };
    });
  return lines.slice(0, 1).flatMap(({ choices, group }) =>
    drawnChoices(question, choices, group).map(({ cell, label }): Bar => {
      const n = countOf(group, cell);
      return { label, words: words.share(n, group.n), parts: [{ n, ink: "mark" }], of: group.n };
    }),
  );
}

/** The answers to a question as a picture that stands alone: a bar an answer, or a bar of five marks a statement. */
export function questionPicture(content: Content, measure: Measure): Picture {
  const bars = barsOf(content);
  return framedPicture(content, measure, ({ x, y, width }) => {
    const shapes = bars.flatMap(({ label, words, parts, of }, i): Shape[] => {
      const top = y + i * ROW;
      let at = x;
      const drawn = parts.flatMap(({ n, ink }): Shape[] => {
        if (n === 0 || of === 0) return [];
        const long = (width * n) / of;
        const shape: Shape = {
          kind: "path",
          x: at,
          y: top + 18,
          d: `M0 0h${long}v${HIGH}h${-long}Z`,
          fill: ink,
          line: "control",
          width: 1,
          dash: [],
        };
        at += long;
        return [shape];
      });
      return [
        { kind: "text", x, y: top + 12, text: label, size: 15, ink: "ink" },
        { kind: "text", x: x + width, y: top + 12, text: words, size: 15, bold: true, ink: "ink", at: "end" },
        ...drawn,
      ];
    });
    return { shapes, height: bars.length * ROW, said: bars.map(({ label, words }) => `${label}: ${words}`) };
  });
}
