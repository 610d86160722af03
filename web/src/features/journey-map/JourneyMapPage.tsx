import { osloDate, STAGES, type Stage } from "@varde/domain";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import type { JourneyMapPageQuery } from "../../../../graphql/generated/graphql";
import { useJourneyMapPageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useCan, useViewer } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Alert, Checkbox, EmptyState, ErrorState, Page, Select, Skeleton, Stack } from "../../ui";
import { CardDialog } from "./CardDialog";
import { CardReading } from "./CardReading";
import { FeelingDialog } from "./FeelingDialog";
import { MapBoard } from "./MapBoard";
import { changesOf, MapChanges } from "./MapChanges";
import { MapFlows } from "./MapFlows";
import { MapOut, MapShare } from "./MapTools";
import { toldJourney, type Card } from "./map";
import { StartMap } from "./StartMap";
import { useMap, type Fetched } from "./useMap";
import "./journey-map.css";

/** Two may work on a draft at once: what the other did is looked for so often. */
const LOOK_MS = 20_000;

/** The journey map of a year: national draws it, everybody reads it, each with the numbers that are theirs to see. */
export function Component() {
  const texts = useAllTexts().journeyMap;
  const { seat } = useViewer();
  const mayWrite = useCan("JOURNEY_MAP_WRITE");
  const numbers = useCan("STATISTICS_READ");
  const ofChapter = seat.unitKind === "CHAPTER";
  const own = useCan("MEMBER_READ") && ofChapter;
  const [params, setParams] = useSearchParams();
  const [today] = useState(() => osloDate(new Date()));
  const asked = Number(params.get("aar"));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : Number(today.slice(0, 4));
  const [{ data, error, fetching }, reload] = useJourneyMapPageQuery({
    variables: { year, numbers, own, above: numbers && !own },
    requestPolicy: "cache-and-network",
  });
  const refresh = (): void => reload({ requestPolicy: "network-only" });
  const drafting = data?.journeyMap != null && mayWrite;
  useEffect(() => {
    if (!drafting) return;
    const look = setInterval(() => {
      if (document.visibilityState === "visible") reload({ requestPolicy: "network-only" });
    }, LOOK_MS);
    return () => clearInterval(look);
  }, [drafting, reload]);

  const failure = errorOf(error);
  const crumb = seat.unitKind === "CHAPTER" ? null : <Link to="/medlemsreisen">{texts.crumb}</Link>;
  if (!data) {
    if (!failure) return <Skeleton of="page" />;
    return (
      <Page title={texts.name} crumb={crumb}>
        <ErrorState {...failure} busy={fetching} onRetry={refresh} />
      </Page>
    );
  }
  const thisYear = Number(today.slice(0, 4));
  const years = new Set([
    ...data.journeyMaps.map((one) => one.year),
    year,
    thisYear,
    ...(mayWrite ? [thisYear + 1] : []),
  ]);
  const chooser = (
    <div className="v-map-years">
      {crumb}
      <Select
        hideLabel
        label={texts.year}
        value={String(year)}
        options={[...years].sort((a, b) => b - a).map((one) => ({ value: String(one), label: String(one) }))}
        onChange={(to) => setParams({ aar: to }, { preventScrollReset: true })}
      />
    </div>
  );
  if (!data.journeyMap) {
    const mayStart = mayWrite && (year === thisYear || year === thisYear + 1);
    return (
      <Page title={texts.title(year)} crumb={chooser}>
        {mayStart ? (
          <StartMap
            key={year}
            year={year}
            hasBefore={data.journeyMaps.some((one) => one.year < year)}
            onStarted={refresh}
          />
        ) : (
          <EmptyState title={texts.none(year)}>{texts.noneBody}</EmptyState>
        )}
      </Page>
    );
  }
  return <Drawn key={year} page={data} fetched={data.journeyMap} crumb={chooser} today={today} onRefresh={refresh} />;
}

type DrawnProps = {
  page: JourneyMapPageQuery;
  fetched: Fetched;
  crumb: ReactNode;
  today: string;
  onRefresh: () => void;
};

function Drawn({ page, fetched, crumb, today, onRefresh }: DrawnProps) {
  const texts = useAllTexts().journeyMap;
  const format = useFormat();
  const { map, heard, move, failed } = useMap(fetched);
  const [params, setParams] = useSearchParams();
  const [writing, setWriting] = useState<Card | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [feeling, setFeeling] = useState<Stage | null>(null);
  const numbers = page.journeyMapNumbers;
  const changes = useMemo(() => changesOf(map), [map]);
  const compared = changes !== null && params.get("sammenlign") === "1";
  const marks = new Map<string, string>(
    changes && compared
      ? [
          ...changes.moved.map(({ card }): [string, string] => [card.id, texts.changes.markMoved]),
          ...changes.fresh.map(({ id }): [string, string] => [id, texts.changes.markFresh]),
        ]
      : [],
  );
  // the register's stages are the map's, in order
  const members = Object.fromEntries(
    (page.ownJourney?.stages ?? []).map(({ count }, i) => [STAGES[i], count]),
  ) as Partial<Record<Stage, number>>;
  const journey = toldJourney(page, format.fullDate);
  const open = (card: Card): void => (map.mayWrite ? setWriting(card) : setReading(card.id));
  const add = (stage: Stage): void =>
    setWriting({
      __typename: "JourneyMapCard",
      id: newId(),
      stage,
      kind: "TOUCHPOINT",
      title: "",
      text: "",
      owner: "",
      templateId: null,
      templateName: null,
      evidence: [],
      origin: null,
      rev: 0,
    });
  const compare = (on: boolean): void =>
    setParams(
      (was) => {
        const next = new URLSearchParams(was);
        if (on) next.set("sammenlign", "1");
        else next.delete("sammenlign");
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const read = map.cards.find(({ id }) => id === reading);
  return (
    <Page
      title={texts.title(map.year)}
      crumb={crumb}
      lead={map.state === "KEPT" ? texts.leadKept : map.shared ? texts.leadShared : texts.leadDraft}
    >
      <Stack>
        {failed && (
          <Alert tone="warn" live>
            {texts.move.failed}
          </Alert>
        )}
        {map.mayWrite && <MapShare map={map} onHeard={heard} onRefresh={onRefresh} />}
        {map.before && <Checkbox label={texts.changes.show(map.before.year)} checked={compared} onChange={compare} />}
        {compared && map.before && <MapChanges year={map.before.year} changes={changes} />}
        <MapBoard
          map={map}
          numbers={numbers}
          members={members}
          marks={marks}
          onMove={move}
          onOpen={open}
          onAdd={add}
          onFeel={setFeeling}
        />
        <MapFlows page={page} journey={journey} />
        <MapOut map={map} numbers={numbers} members={members} journey={journey} today={today} />
      </Stack>
      {writing && (
        <CardDialog
          key={writing.id}
          map={map}
          card={writing}
          onHeard={heard}
          onRefresh={onRefresh}
          onMove={move}
          onClose={() => setWriting(null)}
        />
      )}
      {read && <CardReading map={map} card={read} numbers={numbers} onClose={() => setReading(null)} />}
      {feeling && (
        <FeelingDialog
          map={map}
          stage={feeling}
          onHeard={heard}
          onRefresh={onRefresh}
          onClose={() => setFeeling(null)}
        />
      )}
    </Page>
  );
}
