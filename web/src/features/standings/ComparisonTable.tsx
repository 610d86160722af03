import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import {
  ComparisonTable_ComparisonFragmentDoc,
  OutcomeOf_CountsFragmentDoc,
  type ComparisonTable_ComparisonFragment,
  type OutcomeOf_CountsFragment,
} from "../../../../graphql/generated/graphql";
import { useFormat, type Format } from "../../app/format";
import { useViewer } from "../../app/viewer";
import { useAllTexts, useLanguage, type AllTexts } from "../../texts";
import {
  Card,
  Count,
  DataTable,
  HiddenCell,
  Legend,
  OutcomeBar,
  outcomeSegments,
  RowCard,
  RowCards,
  Select,
  sortedRows,
  type Column,
  type Sort,
} from "../../ui";
import { SORT_KEYS, sortOf, sortText, sortValue, type SortKey } from "./chapter-sort";
import { CountyMap } from "./CountyMap";
import { outcomeOf } from "./outcome-of";
import { useView, viewSearch, type View } from "./view";

type TableProps = {
  comparison: FragmentType<typeof ComparisonTable_ComparisonFragmentDoc>;
  name: string;
  /** kept on the way to what is behind a number, and back */
  search: View;
};
type Row = ComparisonTable_ComparisonFragment["rows"][number];
type Item = { row: Row; counts: OutcomeOf_CountsFragment };

/** The chapters by name until another order is asked for, never ranked: a table at the desk, cards on the phone. */
export function ComparisonTable({ comparison, name, search }: TableProps) {
  const whole = readFragment(ComparisonTable_ComparisonFragmentDoc, comparison);
  const { rows, total, fromSnapshot } = whole;
  const { seat } = useViewer();
  const items = rows.map((row) => ({ row, counts: readFragment(OutcomeOf_CountsFragmentDoc, row.counts) }));
  const { language } = useLanguage();
  const [view, setView] = useView();
  const sort = sortOf(view.sort);
  const onSort = (chosen: Sort): void => setView({ sort: sortText(chosen) });
  const to = (row: Row): string => `/sammenlign/${row.chapter.id}${viewSearch({ ...search, sort: sortText(sort) })}`;
  const byKey = { sortValue: sortValue(sort.key as SortKey) };
  return (
    <>
      <div className="v-compared__desk">
        <Card>
          <Desk
            items={items}
            total={readFragment(OutcomeOf_CountsFragmentDoc, total)}
            name={name}
            to={to}
            live={!fromSnapshot}
            sort={sort}
            onSort={onSort}
          />
          <JoinedKey items={items} total={readFragment(OutcomeOf_CountsFragmentDoc, total)} />
        </Card>
      </div>
      <div className="v-compared__phone">
        {items.length > 1 && <PhoneOrder sort={sort} onSort={onSort} />}
        <RowCards joined>
          {sortedRows(items, byKey, sort.descending, language).map((item) => (
            <PhoneRow key={item.row.chapter.id} {...item} to={to(item.row)} />
          ))}
        </RowCards>
      </div>
      {seat.unitKind === "ORGANIZATION" && search.region === null && <CountyMap comparison={whole} name={name} />}
    </>
  );
}

/** «26 av 38»: the count is what one looks for. */
export function OnTimeOf({ counts: { onTime, closed } }: { counts: OutcomeOf_CountsFragment }) {
  const texts = useAllTexts().standings.table;
  const format = useFormat();
  if (onTime === null || closed === null) return <HiddenCell />;
  if (closed === 0) return <span className="v-compared__none">{texts.nothing}</span>;
  const count = format.number(onTime);
  return (
    <>
      <strong>{count}</strong>
      {format.outOf(onTime, closed).slice(count.length)}
    </>
  );
}

type DeskProps = {
  items: readonly Item[];
  total: OutcomeOf_CountsFragment;
  name: string;
  to: (row: Row) => string;
  /** a snapshot holds only what is judged: nothing in it is open */
  live: boolean;
  sort: Sort;
  onSort: (sort: Sort) => void;
};

type ColumnsOf = {
  total: OutcomeOf_CountsFragment;
  to: (row: Row) => string;
  live: boolean;
  texts: AllTexts["standings"]["table"];
  format: Format;
};

function columnsOf({ total, to, live, texts, format }: ColumnsOf): Column<Item>[] {
  const number = (key: "late" | "missed" | "closed" | "open" | "overdue" | "waived" | "takenOver"): Column<Item> => ({
    key,
    header: texts[key],
    numeric: true,
    ...(key !== "open" && key !== "overdue" && key !== "takenOver" && { sortValue: sortValue(key) }),
    cell: ({ counts }) => <Count value={counts[key]} format={format.number} />,
    sum: <Count value={total[key]} format={format.number} />,
  });
  return [
    {
      key: "chapter",
      header: texts.chapter,
      rowHeader: true,
      sortValue: sortValue("chapter"),
      cell: ({ row }) => <Link to={to(row)}>{row.chapter.shortName}</Link>,
      sum: texts.all,
    },
    {
      key: "outcome",
      header: texts.outcome,
      wide: true,
      cell: ({ row, counts }) => <OutcomeBar outcome={outcomeOf(counts)} label={row.chapter.shortName} size="small" />,
      sum: <OutcomeBar outcome={outcomeOf(total)} label={texts.all} size="small" />,
    },
    {
      key: "onTime",
      header: texts.onTime,
      numeric: true,
      sortValue: sortValue("onTime"),
      cell: ({ counts }) => <OnTimeOf counts={counts} />,
      sum: <OnTimeOf counts={total} />,
    },
    number("late"),
    number("missed"),
    number("closed"),
    // beside what it is taken out of, where no width hides it
    number("waived"),
    // where any was
    ...(total.takenOver ? [number("takenOver")] : []),
    ...(live ? [number("open"), number("overdue")] : []),
  ];
}

function Desk({ items, total, name, to, live, sort, onSort }: DeskProps) {
  const texts = useAllTexts().standings.table;
  const format = useFormat();
  const columns = columnsOf({ total, to, live, texts, format });
  return (
    <DataTable
      caption={texts.caption(name)}
      columns={columns}
      rows={items}
      rowKey={({ row }) => row.chapter.id}
      sort={sort}
      onSort={onSort}
    />
  );
}

const isJoined = (counts: OutcomeOf_CountsFragment): boolean =>
  outcomeSegments(outcomeOf(counts))?.some(({ part }) => part === "joined") ?? false;

/** What the key over the table lacks: in a row late and missed may be one, where they are told apart of all together. */
function JoinedKey({ items, total }: Pick<DeskProps, "items" | "total">) {
  const lacking = !isJoined(total) && items.some(({ counts }) => isJoined(counts));
  return lacking && <Legend entries={[{ part: "joined" }]} />;
}

const NAME = "lag";

/** The same orders where there are no column heads to press; one from the other end only when a link brought it. */
function PhoneOrder({ sort, onSort }: Pick<DeskProps, "sort" | "onSort">) {
  const texts = useAllTexts().standings.table;
  const labelOf = ({ key, descending }: Sort): string => {
    const column = texts[key as SortKey];
    if (key === "chapter") return descending ? texts.backwards(column) : column;
    return descending ? texts.most(column) : texts.fewest(column);
  };
  const value = sortText(sort) ?? NAME;
  const usual = SORT_KEYS.map((key): Sort => ({ key, descending: key !== "chapter" }));
  const known = usual.some((one) => (sortText(one) ?? NAME) === value);
  return (
    <div className="v-compared__order">
      <Select
        label={texts.sort}
        value={value}
        options={[...usual, ...(known ? [] : [sort])].map((one) => ({
          value: sortText(one) ?? NAME,
          label: labelOf(one),
        }))}
        onChange={(text) => onSort(sortOf(text))}
      />
    </div>
  );
}

function PhoneRow({ row, counts, to }: Item & { to: string }) {
  const { standings, ui } = useAllTexts();
  const format = useFormat();
  const part = (n: number | null, word: (text: string) => string): string[] => (n ? [word(format.number(n))] : []);
  const named = (word: string) => (n: string) => ui.outcome.part(n, word);
  const said = [
    ...part(counts.late, named(ui.outcome.late)),
    ...part(counts.missed, named(ui.outcome.missed)),
    ...part(counts.late === null || counts.missed === null ? counts.lateOrMissed : null, named(ui.outcome.joined)),
    ...part(counts.open, standings.overview.open),
    ...part(counts.overdue, standings.overview.overdue),
    ...part(counts.waived, standings.overview.waived),
    ...part(counts.takenOver, named(ui.outcome.takenOver)),
  ];
  return (
    <RowCard
      to={to}
      title={row.chapter.shortName}
      aside={<OnTimeOf counts={counts} />}
      status={
        <span className="v-compared__status">
          <OutcomeBar outcome={outcomeOf(counts)} size="small" />
          {said.length > 0 && <span>{said.join(" · ")}</span>}
        </span>
      }
    />
  );
}
