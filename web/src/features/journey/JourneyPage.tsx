import { useSearchParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import {
  JourneyFigure_JourneyPathFragmentDoc,
  type PublishedJourneyQuery,
} from "../../../../graphql/generated/graphql";
import { usePublishedJourneyQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { SurveysLink } from "../../app/SurveysLink";
import { useViewer } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import {
  ButtonLink,
  Card,
  type Column,
  Count,
  DataTable,
  DefinitionLine,
  EmptyState,
  ErrorState,
  Page,
  Section,
  Select,
  Skeleton,
  Stack,
} from "../../ui";
import { JourneyFigure } from "./JourneyFigure";
import "./journey.css";

type Published = PublishedJourneyQuery["journey"];

/** The journey as those above a chapter may see it: of a quarter's end, published with small counts hidden. */
export function Component() {
  const texts = useAllTexts().journey;
  const [params, setParams] = useSearchParams();
  const on = params.get("til");
  const [{ data, error, fetching }, retry] = usePublishedJourneyQuery({
    variables: { on: on && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : null },
  });
  const failure = errorOf(error);
  if (failure) {
    return (
      <Page title={texts.title}>
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
      </Page>
    );
  }
  if (!data) return <Skeleton of="page" />;
  return (
    <Told
      journey={data.journey}
      onDay={(day) => setParams({ til: day }, { replace: true, preventScrollReset: true })}
    />
  );
}

/** How many of each lane have left, where the endings are told. */
function leftIn(journey: Published): { came: [number, number]; not: [number, number] } | null {
  const paths = readFragment(JourneyFigure_JourneyPathFragmentDoc, journey.paths);
  if (paths.length === 0) return null;
  const of = (not: boolean, left: boolean): number =>
    paths
      .filter(({ lane, ending }) => (lane === "NOT") === not && (!left || ending === "LEFT"))
      .reduce((sum, { count }) => sum + count, 0);
  return { came: [of(false, true), of(false, false)], not: [of(true, true), of(true, false)] };
}

function Told({ journey, onDay }: { journey: Published; onDay: (day: string) => void }) {
  const all = useAllTexts();
  const texts = all.journey;
  const format = useFormat();
  const { seat } = useViewer();
  const { referenceDate, days, joined, activated, chapters } = journey;
  if (referenceDate === null) {
    return (
      <Page
        title={texts.title}
        crumb={seat.unitName}
        action={<ButtonLink to="/medlemsreisen/kart">{all.journeyMap.link}</ButtonLink>}
      >
        <EmptyState title={texts.above.empty}>{texts.above.emptyBody}</EmptyState>
        <SurveysLink />
      </Page>
    );
  }
  const shown = joined !== null && activated !== null;
  const left = leftIn(journey);
  const counted = chapters.filter((chapter) => chapter.counted).length;
  const heading = (): string => {
    if (counted === 0) return texts.above.uncounted;
    if (!shown) return texts.above.hidden;
    return joined === 0 ? texts.nobodyJoined : texts.heading(format.outOf(activated, joined));
  };
  return (
    <Page
      title={heading()}
      documentTitle={texts.title}
      crumb={
        <div className="v-pickers">
          <Select
            hideLabel
            label={texts.above.quarter}
            value={referenceDate}
            options={days.map((value) => ({ value, label: `${texts.title}, ${format.fullDate(value)}` }))}
            onChange={onDay}
          />
        </div>
      }
      action={<ButtonLink to="/medlemsreisen/kart">{all.journeyMap.link}</ButtonLink>}
      {...(left && { lead: texts.lead(format.outOf(...left.came), format.outOf(...left.not)) })}
    >
      <Stack>
        <SurveysLink />
        {shown && joined > 0 && (
          <Card>
            <JourneyFigure
              joined={joined}
              activated={activated}
              paths={journey.paths}
              asOf={referenceDate}
              note={[
                texts.above.counted(format.outOf(counted, chapters.length)),
                ...(left
                  ? [texts.above.coarse]
                  : [seat.unitKind === "ORGANIZATION" ? texts.above.noPaths : texts.above.regionPaths]),
              ].join(" ")}
              how={<li>{texts.howPersons}</li>}
            />
          </Card>
        )}
        <Section title={texts.above.chapters}>
          <Card>
            <Chapters journey={journey} />
          </Card>
        </Section>
      </Stack>
      <DefinitionLine asOf={referenceDate}>{texts.howPersons}</DefinitionLine>
    </Page>
  );
}

type Row = Published["chapters"][number];

function useColumns(): readonly Column<Row>[] {
  const texts = useAllTexts().journey.above;
  const format = useFormat();
  const number = (n: number): string => format.number(n);
  return [
    { key: "chapter", header: texts.chapter, rowHeader: true, wrap: true, cell: (row) => row.chapterName },
    {
      key: "activated",
      header: texts.came,
      numeric: true,
      wrap: true,
      sortValue: (row) => row.activated,
      cell: (row) => (row.counted ? <Count value={row.activated} format={number} /> : texts.noNames),
    },
    {
      key: "joined",
      header: texts.joined,
      numeric: true,
      sortValue: (row) => row.joined,
      cell: (row) => (row.counted ? <Count value={row.joined} format={number} /> : "–"),
    },
  ];
}

function Chapters({ journey }: { journey: Published }) {
  const texts = useAllTexts().journey.above;
  const columns = useColumns();
  return (
    <DataTable
      caption={texts.chapters}
      rows={journey.chapters}
      rowKey={({ chapterId }) => chapterId}
      columns={columns}
    />
  );
}
