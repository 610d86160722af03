import { countsPersons } from "@varde/domain";
import type { ReactNode } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import {
  AnswerGrid_AnswerTableFragmentDoc,
  type AnswerGrid_AnswerTableFragment,
} from "../../../../graphql/generated/graphql";
import { useFormat, type Format } from "../../app/format";
import { localized, useLanguage, useAllTexts, type AllTexts } from "../../texts";
import { Count, DataTable, EmptyState, HiddenCell, type Column } from "../../ui";

type Table = AnswerGrid_AnswerTableFragment;
type Field = Table["fields"][number];
type Row = Table["rows"][number];
type Cell = Row["cells"][number];
/** One column of one question: its sum, or one of its options. */
type Part = { field: Field; option: string | null; header: string };

const SUMMED = new Set<Field["type"]>(["NUMBER", "AUTO"]);

const valueOf = (cells: readonly Cell[], part: Part): ReactNode => (
  <Value cell={cells.find((one) => one.fieldKey === part.field.key)} option={part.option} />
);

type ColumnsOf = { table: Table; parts: readonly Part[]; texts: AllTexts["standings"]; format: Format };

function columnsOf({ table: { reports, total }, parts, texts, format }: ColumnsOf): Column<Row>[] {
  return [
    {
      key: "chapter",
      header: texts.table.chapter,
      rowHeader: true,
      cell: (row) => row.chapter.shortName,
      sum: texts.answers.total,
    },
    {
      key: "reports",
      header: texts.answers.reports,
      numeric: true,
      cell: (row) => <Count value={row.reports} format={format.number} />,
      sum: <Count value={reports} format={format.number} />,
    },
    ...parts.map((part): Column<Row> => ({
      key: `${part.field.key} ${part.option ?? ""}`,
      header: part.header,
      numeric: true,
      wrap: true,
      cell: (row) => valueOf(row.cells, part),
      sum: valueOf(total, part),
    })),
  ];
}

type GridProps = {
  table: FragmentType<typeof AnswerGrid_AnswerTableFragmentDoc>;
  name: string;
  /** the quarter's end that counts of persons stand for, where the rest of the row is of another day */
  personsDate: string | null;
};

/** Chapters by questions; the first column stays in place when the table is wider than the screen. */
export function AnswerGrid({ table: masked, name, personsDate }: GridProps) {
  const table = readFragment(AnswerGrid_AnswerTableFragmentDoc, masked);
  const texts = useAllTexts().standings;
  const format = useFormat();
  const parts = useParts(table.fields, personsDate);
  if (table.fields.length === 0) return <EmptyState title={texts.answers.noFields} />;
  const columns = columnsOf({ table, parts, texts, format });
  return (
    <DataTable
      caption={texts.answers.caption(name)}
      columns={columns}
      rows={table.rows}
      rowKey={(row) => row.chapter.id}
    />
  );
}

/** Dates and texts are not added up, so they have no column. */
function useParts(fields: readonly Field[], personsDate: string | null): Part[] {
  const texts = useAllTexts().standings.answers;
  const { language } = useLanguage();
  const format = useFormat();
  return fields.flatMap((field): Part[] => {
    const label = localized(field.label, language);
    const dated = (header: string): string =>
      personsDate !== null && countsPersons(field) ? texts.upTo(header, format.shortDate(personsDate)) : header;
    const option = (key: string, word: string): Part => ({ field, option: key, header: dated(`${label} ${word}`) });
    if (SUMMED.has(field.type) || field.type === "RATING") return [{ field, option: null, header: dated(label) }];
    if (field.type === "YES_NO") return [option("true", texts.yes), option("false", texts.no)];
    return (field.options ?? []).map((one) => option(one.key, localized(one.label, language)));
  });
}

function Value({ cell, option }: { cell: Cell | undefined; option: string | null }) {
  const format = useFormat();
  const value = option === null ? cell?.sum : cell?.options.find((one) => one.key === option)?.n;
  if (cell?.hidden && (value === null || value === undefined)) return <HiddenCell />;
  return value === null || value === undefined ? <>–</> : <>{format.number(value, 1)}</>;
}
