import type { ReactNode } from "react";
import { useOverviewQuery } from "../../../../graphql/generated/hooks";
import type { OverviewQuery } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useLive } from "../../app/live";
import { AllSurveysNow } from "../../app/surveys-now";
import { useViewer } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { ButtonLink, Card, DefinitionLine, EmptyState, ErrorState, Legend, Page, Skeleton, WithPanel } from "../../ui";
import { ChangesCard } from "../follow-up";
import { BoardsNotice, StaleNumbers } from "../organization";
import { WaitingRequests } from "../requests";
import { CheckedNumbers } from "./CheckedNumbers";
import { CoreRow } from "./CoreRow";
import { Definitions } from "./Definitions";
import { Needs } from "./Needs";
import { NationalCards } from "./national";
import { NotRenewed } from "./NotRenewed";
import { ReportButton } from "./take-out";
import { TargetTalliesCard } from "./targets";
import { useStanding } from "./useStanding";
import "./standings.css";

/** What a region or the federation wants to know first: who may need help, and how the core set goes. */
export function OverviewPage() {
  const texts = useAllTexts().standings.overview;
  const [state, retry] = useOverviewQuery();
  const { fetching } = state;
  const { data, failure, old } = useStanding(state, "overview");
  // those above hear of duties, at most every other second
  useLive(() => retry({ requestPolicy: "network-only" }));
  if (failure && !data) {
    return (
      <Page title={texts.title}>
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
      </Page>
    );
  }
  if (!data) return <Skeleton of="page" count={5} />;
  const notRenewed = old && <NotRenewed busy={fetching} onRetry={() => retry({ requestPolicy: "network-only" })} />;
  return (
    <Told
      overview={data.overview}
      first={notRenewed}
      boards={data.boardsToLookAt.totalCount}
      aside={<StaleNumbers organization={data.organization} />}
    />
  );
}

type Overview = OverviewQuery["overview"];

type ToldProps = { overview: Overview; boards: number; first: ReactNode; aside: ReactNode };

function Told({ overview, boards, first, aside }: ToldProps) {
  const { core, needs, chapterCount, referenceDate } = overview;
  const texts = useAllTexts().standings;
  const format = useFormat();
  const { seat } = useViewer();
  const fine = chapterCount - needs.length;
  const words = (n: number): string => format.sentence(format.words(n));
  const title =
    chapterCount === 0
      ? texts.overview.noChapters
      : needs.length === 0
        ? texts.overview.allFine
        : [
            texts.overview.needTalk(words(needs.length), needs.length === 1),
            ...(fine > 0 ? [texts.overview.fine(words(fine), fine === 1)] : []),
          ].join(" ");
  const snapshot = core.find((one) => one.fromSnapshot);
  const region = seat.unitKind === "REGION";
  const coreCard = <CoreCard core={core} />;
  const needList = <Needs needs={needs} columns={!region} />;
  return (
    <Page
      title={title}
      documentTitle={texts.overview.title}
      crumb={texts.overview.crumb(seat.unitName, format.day(referenceDate))}
      action={
        core.length > 0 && (
          <ButtonLink to="/sammenlign" variant="secondary">
            {texts.overview.compare}
          </ButtonLink>
        )
      }
    >
      {first}
      <WaitingRequests />
      <BoardsNotice count={boards} />
      <ChangesCard />
      {needs.length === 0 && coreCard}
      {needs.length > 0 && region && <WithPanel panel={coreCard}>{needList}</WithPanel>}
      {needs.length > 0 && !region && (
        <>
          {coreCard}
          {needList}
        </>
      )}
      <AllSurveysNow />
      <TargetTalliesCard />
      {seat.unitKind === "ORGANIZATION" && <NationalCards />}
      {aside}
      <CheckedNumbers />
      {core.length > 0 && <ReportButton unit={seat.unitName} />}
      <DefinitionLine asOf={referenceDate} how={<Definitions persons={snapshot !== undefined} />}>
        {texts.overview.defined} {texts.defined} {snapshot && texts.snapshot(format.fullDate(snapshot.referenceDate))}
      </DefinitionLine>
    </Page>
  );
}

const LEGEND = [{ part: "onTime" }, { part: "late" }, { part: "missed" }] as const;

function CoreCard({ core }: { core: Overview["core"] }) {
  const texts = useAllTexts().standings.overview;
  if (core.length === 0) return <EmptyState title={texts.noCore}>{texts.noCoreBody}</EmptyState>;
  return (
    <Card title={texts.core}>
      <Legend entries={LEGEND} />
      <ul className="v-core">
        {core.map((one) => (
          <CoreRow key={one.template.id} core={one} />
        ))}
      </ul>
    </Card>
  );
}
