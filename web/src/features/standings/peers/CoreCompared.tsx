import { Link } from "react-router";
import { readFragment } from "../../../../../graphql/generated";
import {
  OutcomeOf_CountsFragmentDoc,
  type ComparedTemplatesQuery,
  type CoreComparisonQuery,
  type OutcomeOf_CountsFragment,
} from "../../../../../graphql/generated/graphql";
import { useCoreComparisonQuery } from "../../../../../graphql/generated/hooks";
import { useFormat } from "../../../app/format";
import { useLiveFetch } from "../../../app/live";
import { localized, useAllTexts, useLanguage } from "../../../texts";
import {
  ButtonLink,
  Card,
  DataTable,
  DefinitionLine,
  EmptyState,
  ErrorState,
  Legend,
  OutcomeBar,
  Page,
  Skeleton,
  type Column,
} from "../../../ui";
import { OnTimeOf } from "../ComparisonTable";
import { Definitions } from "../Definitions";
import { NotRenewed } from "../NotRenewed";
import { outcomeOf } from "../outcome-of";
import { TakeOut } from "../take-out";
import { usePeriodName } from "../usePeriodName";
import { useStanding } from "../useStanding";
import { AS_WAS, groupFor, useView, viewSearch } from "../view";
import { CorePickers } from "../ViewPickers";
import { CoreOrderChoice } from "./CoreOrderChoice";
import { coreOrderOf, coreOrderText, inCoreOrder } from "./core-order";
import { sideBySide, type SideBySide } from "./side-by-side";
import { useGroupWords } from "./useGroupWords";
import "./peers.css";

type Comparison = CoreComparisonQuery["coreComparison"][number];
type Item = SideBySide<OutcomeOf_CountsFragment>;
/** One point of the core set: its name, its period, and the way to it alone. */
type Point = { id: string; name: string; period: string; to: string };

/** All of the core set at once, chapter by chapter; the address holds all that is chosen. */
export function CoreCompared({ data }: { data: ComparedTemplatesQuery }) {
  const { peers, standings, kept } = useAllTexts();
  const texts = peers.core;
  const { language } = useLanguage();
  const format = useFormat();
  const periodName = usePeriodName();
  const { only } = useGroupWords();
  const [view, setView] = useView();
  const group = groupFor(data.peerGroups, view.group);
  // a period of one point's own is not one of the others
  const period = view.period !== null && /^\d{4}$/.test(view.period) ? view.period : null;
  const membership = view.as === AS_WAS ? ("AS_WAS" as const) : ("AS_IS" as const);
  const variables = { period, regionId: view.region, membership, group };
  const [state, retry] = useCoreComparisonQuery({ variables });
  const { fetching } = state;
  const { data: answer, failure, old } = useStanding(state, JSON.stringify(variables));
  useLiveFetch(() => retry({ requestPolicy: "network-only" }));
  const pickers = <CorePickers data={data} period={period} view={view} onChange={setView} />;
  const all = failure ? null : (answer?.coreComparison ?? null);
  if (!all) {
    return (
      <Page title={texts.choice} documentTitle={texts.documentTitle} crumb={pickers}>
        {failure ? (
          <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
        ) : (
          <Skeleton of="table" count={10} />
        )}
      </Page>
    );
  }
  const [first] = all;
  if (!first) {
    return (
      <Page title={texts.choice} documentTitle={texts.documentTitle} crumb={pickers}>
        <EmptyState title={texts.none} />
      </Page>
    );
  }
  const points = all.map((one): Point => ({
    id: one.template.id,
    name: localized(one.template.name, language),
    period: periodName(one.period),
    to: `/sammenlign${viewSearch({ template: one.template.id, period: one.period, region: view.region, as: view.as, group })}`,
  }));
  const counts = (masked: Comparison["total"]) => readFragment(OutcomeOf_CountsFragmentDoc, masked);
  const ids = points.map(({ id }) => id);
  const order = coreOrderOf(view.sort, ids);
  const byName = sideBySide(
    all.map(({ rows }) => ({ rows: rows.map((row) => ({ ...row, counts: counts(row.counts) })) })),
    language,
  );
  const items = inCoreOrder(byName, order, ids);
  const total: Item = { id: "all", name: texts.all, cells: all.map((one) => counts(one.total)) };
  const live = all.find((one) => !one.fromSnapshot);
  const snapshot = all.find((one) => one.fromSnapshot);
  return (
    <Page
      title={texts.title(format.sentence(format.words(all.length)), all.length === 1)}
      documentTitle={texts.documentTitle}
      crumb={pickers}
      lead={[
        `${first.scopeName}.`,
        ...only(first.group),
        ...(view.as === AS_WAS && live ? [kept.regions.asWas(format.fullDate(live.membershipOn))] : []),
        texts.each,
      ].join(" ")}
    >
      {items.length > 1 && (
        <CoreOrderChoice
          points={points}
          order={order}
          onOrder={(chosen) => setView({ sort: chosen && coreOrderText(chosen) })}
        />
      )}
      {old && <NotRenewed busy={fetching} onRetry={() => retry({ requestPolicy: "network-only" })} />}
      <div className="v-compared__desk" aria-busy={fetching}>
        <Card>
          <Desk points={points} items={items} total={total} caption={texts.caption} />
        </Card>
      </div>
      <div className="v-compared__phone" aria-busy={fetching}>
        <div className="v-core-cards">
          {[...(items.length > 1 ? [total] : []), ...items].map((item, at) => (
            <Phone key={item.id} points={points} item={item} first={at === 0} />
          ))}
        </div>
      </div>
      <Legend entries={drawn([total, ...items])} />
      <TakeOut
        asked={{
          period,
          regionId: view.region,
          group,
          sort: order && coreOrderText(order),
          ...(view.as === AS_WAS && { membership: "AS_WAS" }),
        }}
        fileName={[texts.choice, period ?? live?.referenceDate ?? ""].join(" ").trim()}
      />
      <DefinitionLine how={<Definitions persons={snapshot !== undefined} />}>
        {standings.defined} {live && texts.asOf(format.fullDate(live.referenceDate))}{" "}
        {snapshot && (
          <>
            {texts.snapshot(format.fullDate(snapshot.referenceDate))} <strong>:</strong>{" "}
            {first.group ? peers.group.hiddenNote : standings.hiddenNote}
          </>
        )}
      </DefinitionLine>
      <ButtonLink to={points[0]!.to} variant="secondary">
        {texts.compare}
      </ButtonLink>
    </Page>
  );
}

/** The parts that some bar has. */
function drawn(items: readonly Item[]) {
  const outcomes = items.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [outcomeOf(cell)] : [])));
  return (["onTime", "late", "missed", "joined", "takenOver"] as const)
    .filter((part) => outcomes.some((outcome) => outcome.onTime !== null && !!outcome[part]))
    .map((part) => ({ part }));
}

function Cell({ counts, label }: { counts: OutcomeOf_CountsFragment | null; label: string }) {
  const texts = useAllTexts().peers.core;
  if (!counts) return <span className="v-compared__none">{texts.absent}</span>;
  return (
    <span className="v-core-table__cell">
      <span>
        <OnTimeOf counts={counts} />
      </span>
      <OutcomeBar outcome={outcomeOf(counts)} label={label} size="small" />
    </span>
  );
}

type DeskProps = { points: readonly Point[]; items: readonly Item[]; total: Item; caption: string };

const columnsOf = (points: readonly Point[], total: Item, chapter: string): Column<Item>[] => [
  { key: "chapter", header: chapter, rowHeader: true, cell: ({ name }) => name, sum: total.name },
  ...points.map((point, at): Column<Item> => ({
    key: point.id,
    wrap: true,
    header: (
      <span className="v-core-table__head">
        <Link to={point.to}>{point.name}</Link>
        <span>{point.period}</span>
      </span>
    ),
    cell: ({ name, cells }) => <Cell counts={cells[at] ?? null} label={`${name}, ${point.name}`} />,
    sum: <Cell counts={total.cells[at] ?? null} label={`${total.name}, ${point.name}`} />,
  })),
];

function Desk({ points, items, total, caption }: DeskProps) {
  const texts = useAllTexts().standings.table;
  const columns = columnsOf(points, total, texts.chapter);
  return <DataTable caption={caption} columns={columns} rows={items} rowKey={({ id }) => id} />;
}

/** One card a chapter; the periods stand in the first. */
function Phone({ points, item, first }: { points: readonly Point[]; item: Item; first: boolean }) {
  return (
    <Card title={item.name}>
      <ul className="v-core-cards__points">
        {points.map((point, at) => (
          <li key={point.id}>
            <span>
              <Link to={point.to}>{point.name}</Link>
              {first && <span className="v-core-cards__meta">{point.period}</span>}
            </span>
            <Cell counts={item.cells[at] ?? null} label={`${item.name}, ${point.name}`} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
