import type { OwnJourneyQuery } from "../../../../graphql/generated/graphql";
import { useOwnJourneyQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useViewer } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { ButtonLink, Card, DataTable, DefinitionLine, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { ByNameCard } from "../participation";
import { JourneyFigure } from "./JourneyFigure";

type Own = OwnJourneyQuery["ownJourney"];

/** The chapter's own journey: where its members are, and what became of those who joined. */
export function Component() {
  const texts = useAllTexts().journey;
  const [{ data, error, fetching }, retry] = useOwnJourneyQuery();
  const failure = errorOf(error);
  if (failure && !data) {
    return (
      <Page title={texts.title}>
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
      </Page>
    );
  }
  if (!data) return <Skeleton of="page" />;
  return <Told journey={data.ownJourney} refresh={() => retry({ requestPolicy: "network-only" })} />;
}

function Told({ journey, refresh }: { journey: Own; refresh: () => void }) {
  const { journey: texts, journeyMap } = useAllTexts();
  const format = useFormat();
  const { seat } = useViewer();
  const { cohort, setting } = journey;
  const told = cohort !== null && cohort.joined > 0;
  const title = told
    ? texts.heading(format.outOf(cohort.activated, cohort.joined))
    : setting.byName
      ? texts.nobodyJoined
      : texts.noNamesTitle;
  return (
    <Page
      title={title}
      documentTitle={texts.title}
      crumb={seat.unitName}
      action={<ButtonLink to="/medlemsreisen/kart">{journeyMap.link}</ButtonLink>}
      lead={
        told
          ? `${texts.cohort(format.fullDate(cohort.from), format.fullDate(cohort.to))}.`
          : setting.byName
            ? texts.tooEarly
            : undefined
      }
    >
      <Stack>
        {told && (
          <Card>
            <JourneyFigure
              joined={cohort.joined}
              activated={cohort.activated}
              paths={cohort.paths}
              asOf={journey.referenceDate}
            />
          </Card>
        )}
        <Card title={texts.now}>
          <StagesNow journey={journey} />
        </Card>
        <ByNameCard setting={setting} onChanged={refresh} />
      </Stack>
    </Page>
  );
}

function StagesNow({ journey }: { journey: Own }) {
  const texts = useAllTexts().journey;
  const format = useFormat();
  const all = journey.stages.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <DataTable
        caption={texts.nowTable}
        rows={journey.stages}
        rowKey={({ stage }) => stage}
        columns={[
          {
            key: "stage",
            header: texts.stage,
            rowHeader: true,
            wrap: true,
            cell: ({ stage }) => `${texts.stages[stage]} (${texts.stageDays[stage]})`,
          },
          {
            key: "count",
            header: texts.count,
            numeric: true,
            cell: ({ count }) => format.number(count),
            sum: format.number(all),
          },
        ]}
      />
      <DefinitionLine asOf={journey.referenceDate} how={<p>{texts.howNow}</p>} />
    </>
  );
}
