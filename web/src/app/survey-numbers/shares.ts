import type { LocalizedText, SurveyQuestion } from "@varde/domain";
import { choicesOf, countOf, ENOUGH, groupOf, WHOLE, type Table } from "./result-view";

/** How many in a hundred of all who answered gave one answer, or one of the two highest or lowest marks of a line from 1 to 5. */
export type Share = { key: string; title: string; id: string; label: string; share: number; n: number };

const ENDS = [
  [1, 2],
  [4, 5],
] as const;

/** The shares of the whole organization that can be spoken of, by question; none where fewer than ten answered. */
export function sharesOf(
  questions: readonly SurveyQuestion[],
  tables: readonly Table[],
  say: (text: LocalizedText) => string,
): Share[] {
  return questions.flatMap((question) => {
    if (question.describes || question.kind === "TEXT") return [];
    return tables
      .filter((table) => table.question === question.key)
      .flatMap(({ line, groups }): Share[] => {
        const group = groupOf(groups, WHOLE);
        if (!group || group.n < ENOUGH) return [];
        const choices = choicesOf(question, line, say);
        const row = question.rows?.find(({ key }) => key === line);
        const named = (label: string) => (row ? `${say(row.label)}: ${label}` : label);
        const ended = question.kind === "SCALE" || question.kind === "MATRIX";
        const options = ended
          ? ENDS.map((marks) => ({
              id: `${line ?? ""}:${marks.join("-")}`,
              label: named(marks.join("–")),
              n: choices.reduce(
                (sum, { cell, mark }) => sum + (marks.some((one) => one === mark) ? countOf(group, cell) : 0),
                0,
              ),
            }))
          : choices.map(({ cell, label }) => ({ id: cell, label, n: countOf(group, cell) }));
        return options.map(({ id, label, n }) => ({
          key: question.key,
          title: say(question.title),
          id,
          label,
          share: Math.round((100 * n) / group.n),
          n: group.n,
        }));
      });
  });
}
