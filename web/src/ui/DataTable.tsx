import { Table } from "@digdir/designsystemet-react";
import { useState, type ReactNode } from "react";
import { useLanguage, useTexts } from "../texts";
import { classes } from "./classes";
import "./data-table.css";

export type Column<Item> = {
  key: string;
  header: ReactNode;
  cell: (item: Item) => ReactNode;
  /** Numbers stand right. */
  numeric?: boolean;
  /** The column that names the row; one a table, the first. */
  rowHeader?: boolean;
  /** Makes the column sortable. Null (hidden or missing) always comes last. */
  sortValue?: (item: Item) => number | string | null;
  /** The cell of the sum row. */
  sum?: ReactNode;
  /** A column of bars: takes the room that is left. */
  wide?: boolean;
  /** Long words: head and cells may wrap. */
  wrap?: boolean;
  /** Left out under 760 px, when the rest tells it in words. */
  deskOnly?: boolean;
};

type DataTableProps<Item> = {
  /** What the table holds; seen only when `showCaption`. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Item>[];
  rows: readonly Item[];
  rowKey: (item: Item) => string;
  /** The one row spoken of in the heading gets a tint. */
  highlight?: (item: Item) => boolean;
  /** The order, when the page holds it (in the address); else the table does. */
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
};

/** By a column's key. */
export type Sort = { key: string; descending: boolean };

/** The rows by the column's `sortValue`; equals keep the order they came in, null comes last both ways. */
export function sortedRows<Item>(
  rows: readonly Item[],
  column: Pick<Column<Item>, "sortValue"> | undefined,
  descending: boolean,
  language: string,
): readonly Item[] {
  const value = column?.sortValue;
  if (!value) return rows;
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    if (typeof x === "number" && typeof y === "number") return sign * (x - y);
    return sign * String(x).localeCompare(String(y), language);
  });
}

/** One table style. It scrolls sideways inside its card with the first column in place; the page never does. */
export function DataTable<Item>(props: DataTableProps<Item>) {
  const { caption, showCaption, columns, rows, rowKey, highlight } = props;
  const [ownSort, setOwnSort] = useState<Sort | null>(null);
  const { sort = ownSort, onSort: setSort = setOwnSort } = props;
  const texts = useTexts().ui.actions;
  const { language } = useLanguage();
  const shown = sort
    ? sortedRows(
        rows,
        columns.find((column) => column.key === sort.key),
        sort.descending,
        language,
      )
    : rows;
  const hasSum = columns.some((column) => column.sum !== undefined);
  const look = (column: Column<Item>): string =>
    classes(
      column.numeric && "v-table__number",
      column.wide && "v-table__wide",
      column.wrap && "v-table__wrap",
      column.deskOnly && "v-table__desk",
      column.rowHeader && "v-table__name",
    );
  const press = (column: Column<Item>): void =>
    setSort(
      sort?.key === column.key
        ? { key: column.key, descending: !sort.descending }
        : { key: column.key, descending: !!column.numeric },
    );

  return (
    <div className="v-table-frame" role="region" aria-label={caption} tabIndex={0}>
      <Table className="v-table">
        <caption className={showCaption ? "v-table__caption" : "v-hidden"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Table.HeaderCell
                key={column.key}
                scope="col"
                className={look(column)}
                {...(column.sortValue && {
                  sort: sort?.key !== column.key ? "none" : sort.descending ? "descending" : "ascending",
                  onClick: () => press(column),
                  title: typeof column.header === "string" ? texts.sortBy(column.header) : undefined,
                })}
              >
                {column.header}
              </Table.HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <tr key={rowKey(item)} className={highlight?.(item) ? "v-table__marked" : undefined}>
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.key} scope="row" className={look(column)}>
                    {column.cell(item)}
                  </th>
                ) : (
                  <td key={column.key} className={look(column)}>
                    {column.cell(item)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {hasSum && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.key} className={look(column)}>
                  {column.sum}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </Table>
    </div>
  );
}
