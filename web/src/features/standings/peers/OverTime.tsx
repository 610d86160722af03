import { useState } from "react";
import { readFragment } from "../../../../../graphql/generated";
import {
  OutcomeOf_CountsFragmentDoc,
  type ComparisonOverTimeQuery,
  type OutcomeOf_CountsFragment,
} from "../../../../../graphql/generated/graphql";
import { useComparisonOverTimeQuery } from "../../../../../graphql/generated/hooks";
import { useFormat } from "../../../app/format";
import { useLiveFetch } from "../../../app/live";
import { useAllTexts, useLanguage } from "../../../texts";
import { Card, DataTable, DefinitionLine, Disclosure, ErrorState, Pager, Skeleton, type Column } from "../../../ui";
import { SmallMultiples, SmallMultiplesLegend, type Multiple, type MultipleColumn } from "../../../ui/SmallMultiples";
import { OnTimeOf } from "../ComparisonTable";
import { NotRenewed } from "../NotRenewed";
import { multiplesPicture, PictureButtons } from "../take-out";
import { inSentence, usePeriodName } from "../usePeriodName";
import { useStanding } from "../useStanding";
import { sideBySide, type SideBySide } from "./side-by-side";
import "./peers.css";

type OverTimeProps = {
  templateId: string;
  name: string;
  region: string | null;
  asWas: boolean;
  group: string | null;
};
type Item = SideBySide<OutcomeOf_CountsFragment>;

/** So many small pictures at once: a page of a thousand is read by nobody. */
const AT_ONCE = 24;

/** «Over tid»: each chapter's last periods as a small picture of the same scale, with its table. Asked for when it is folded out. */
export function OverTime(props: OverTimeProps) {
  const texts = useAllTexts().peers.time;
  const [opened, setOpened] = useState(false);
  return (
    <Disclosure summary={texts.see} onOpen={() => setOpened(true)}>
      {opened && <Figure {...props} />}
    </Disclosure>
  );
}

function Figure({ templateId, name, region, asWas, group }: OverTimeProps) {
  const membership = asWas ? ("AS_WAS" as const) : ("AS_IS" as const);
  const variables = { templateId, regionId: region, membership, group };
  const [state, retry] = useComparisonOverTimeQuery({ variables });
  const { fetching } = state;
  const { data, failure, old } = useStanding(state, JSON.stringify(variables));
  useLiveFetch(() => retry({ requestPolicy: "network-only" }), data?.comparisonOverTime.at(-1)?.fromSnapshot === false);
  if (failure)
    return <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />;
  if (!data) return <Skeleton of="table" count={6} />;
  return (
    <>
      {old && <NotRenewed busy={fetching} onRetry={() => retry({ requestPolicy: "network-only" })} />}
      <Periods all={data.comparisonOverTime} name={name} grouped={group !== null} />
    </>
  );
}

type PeriodsProps = { all: ComparisonOverTimeQuery["comparisonOverTime"]; name: string; grouped: boolean };

function Periods({ all, name, grouped }: PeriodsProps) {
  const { peers, standings, takeOut } = useAllTexts();
  const texts = peers.time;
  const { language } = useLanguage();
  const format = useFormat();
  const periodName = usePeriodName();
  const [shown, setShown] = useState(AT_ONCE);
  const newest = all.at(-1);
  if (!newest) return <p>{standings.noPeriods}</p>;
  const counts = (masked: (typeof newest)["total"]) => readFragment(OutcomeOf_CountsFragmentDoc, masked);
  const chapters = sideBySide(
    all.map(({ rows }) => ({ rows: rows.map((row) => ({ ...row, counts: counts(row.counts) })) })),
    language,
  );
  const whole: Item = { id: "all", name: texts.all, cells: all.map(({ total }) => counts(total)) };
  const items = [...(chapters.length > 1 ? [whole] : []), ...chapters];
  const periods = all.map(({ period }) => periodName(period));
  const words = (cell: OutcomeOf_CountsFragment | null): string => {
    if (!cell || cell.closed === 0) return texts.none;
    return cell.onTime === null || cell.closed === null ? texts.hidden : format.outOf(cell.onTime, cell.closed);
  };
  const multiples = items.slice(0, shown).map(({ id, name: of, cells }): Multiple => ({
    key: id,
    name: of,
    words: texts.told(of, cells.map((cell, i) => texts.at(inSentence(periods[i]!), words(cell))).join(", ")),
    columns: cells.map((cell, i) => ({ key: all[i]!.period, of: columnOf(cell) })),
  }));
  const looks = new Set(
    multiples.flatMap(({ columns }) => columns.map(({ of }) => (typeof of === "number" ? "told" : of))),
  );
  const legend = [
    ...(looks.has("told")
      ? [
          { look: "onTime" as const, word: texts.key.onTime },
          { look: "rest" as const, word: texts.key.rest },
        ]
      : []),
    ...(looks.has("none") ? [{ look: "none" as const, word: texts.key.none }] : []),
    ...(looks.has("hidden") ? [{ look: "hidden" as const, word: texts.key.hidden }] : []),
  ];
  const hiddenNote = grouped ? peers.group.hiddenNote : standings.hiddenNote;
  const axis = texts.axis(inSentence(periods[0]!), inSentence(periods.at(-1)!));
  return (
    <Card title={texts.title(name)}>
      <div className="v-over-time">
        {all.length === 1 && <p>{texts.one}</p>}
        <figure className="v-over-time">
          <SmallMultiples items={multiples} label={texts.picture(name)} hint={texts.hint} />
          <SmallMultiplesLegend entries={legend} />
        </figure>
        {items.length > shown && (
          <Pager shown={shown} total={items.length} hasMore onMore={() => setShown(shown + AT_ONCE)} />
        )}
        <div className="v-take-out">
          <PictureButtons
            fileName={takeOut.timeFile(name, periods.at(-1)!)}
            of={texts.title(name)}
            picture={(measure) =>
              multiplesPicture(
                {
                  title: texts.picture(name),
                  lead: `${newest.scopeName}.`,
                  items: multiples,
                  ends: [periods[0]!, periods.at(-1)!],
                  legend,
                  notes: [
                    axis,
                    ...(newest.fromSnapshot && all.length > 1 ? [texts.overlapping] : []),
                    ...(newest.fromSnapshot ? [`: ${hiddenNote}`] : []),
                    takeOut.asOf(format.fullDate(newest.referenceDate)),
                  ],
                },
                measure,
              )
            }
          />
        </div>
        <Disclosure summary={texts.table}>
          <Numbers items={items} periods={periods} caption={texts.caption(name)} />
        </Disclosure>
        <DefinitionLine asOf={newest.referenceDate}>
          {axis} {newest.fromSnapshot && all.length > 1 && texts.overlapping}
          {newest.fromSnapshot && (
            <>
              {" "}
              <strong>:</strong> {hiddenNote}
            </>
          )}
        </DefinitionLine>
      </div>
    </Card>
  );
}

/** What is on time of what is settled. */
function columnOf(cell: OutcomeOf_CountsFragment | null): MultipleColumn {
  if (!cell || cell.closed === 0) return "none";
  return cell.onTime === null || cell.closed === null ? "hidden" : cell.onTime / cell.closed;
}

const columnsOf = (periods: readonly string[], chapter: string): Column<Item>[] => [
  { key: "chapter", header: chapter, rowHeader: true, cell: ({ name }) => name },
  ...periods.map((period, at): Column<Item> => ({
    key: period,
    header: period,
    numeric: true,
    cell: ({ cells }) => tableCell(cells[at]),
  })),
];

const tableCell = (cell: OutcomeOf_CountsFragment | null | undefined) => (cell ? <OnTimeOf counts={cell} /> : "–");

function Numbers({ items, periods, caption }: { items: readonly Item[]; periods: readonly string[]; caption: string }) {
  const texts = useAllTexts().peers.time;
  return (
    <DataTable caption={caption} columns={columnsOf(periods, texts.chapter)} rows={items} rowKey={({ id }) => id} />
  );
}
