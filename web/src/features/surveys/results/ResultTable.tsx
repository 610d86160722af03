import type { SurveyQuestion } from "@varde/domain";
import { DataTable, Disclosure, type Column } from "../../../ui";
import { countOf, type Choice, type Group } from "../../../app/survey-numbers";
import type { ResultWords, Shown } from "./useResultWords";

type Props = { question: SurveyQuestion; lines: readonly Shown[]; words: ResultWords; day: string };
type Line = { shown: Shown; choice: Choice; statement: string };

/** The same numbers as a table: here, the whole organization, and the survey before. */
export function ResultTable({ question, lines, words, day }: Props) {
  const { texts, say, format } = words;
  const rows = lines.flatMap((shown): Line[] => {
    const row = question.rows?.find(({ key }) => key === shown.table.line);
    return shown.choices.map((choice) => ({ shown, choice, statement: row ? say(row.label) : "" }));
  });
  const count = (group: Group | null, { cell }: Choice) => {
    if (!group) return ":";
    const n = countOf(group, cell);
    const percent = format.percent(n, group.n);
    return percent === null ? format.outOf(n, group.n) : `${percent} (${format.outOf(n, group.n)})`;
  };
  const columns: Column<Line>[] = [
    {
      key: "answer",
      header: texts.answer,
      rowHeader: true,
      wrap: true,
      cell: ({ choice, statement }) => (statement ? `${statement}: ${choice.label}` : choice.label),
    },
    { key: "here", header: texts.here, numeric: true, cell: ({ shown, choice }) => count(shown.group, choice) },
  ];
  if (lines.some(({ whole }) => whole))
    columns.push({
      key: "whole",
      header: texts.whole,
      numeric: true,
      cell: ({ shown, choice }) => count(shown.whole, choice),
    });
  if (lines.some(({ before }) => before))
    columns.push({
      key: "before",
      header: texts.before(day),
      numeric: true,
      cell: ({ shown, choice }) => count(shown.before, choice),
    });
  return (
    <Disclosure summary={texts.asTable}>
      <DataTable
        caption={texts.tableOf(say(question.title))}
        columns={columns}
        rows={rows}
        rowKey={({ shown, choice }) => `${shown.table.line} ${choice.cell}`}
      />
    </Disclosure>
  );
}
