import { useParams } from "react-router";
import type { PilotPageQuery } from "../../../../graphql/generated/graphql";
import { usePilotPageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { ErrorState, Page, Skeleton, Stack, Tag, WithPanel } from "../../ui";
import { BoardAnswers } from "./BoardAnswers";
import { DecideCard } from "./DecideCard";
import { PeriodCard } from "./PeriodCard";
import { TemplateCrumb } from "../../app/TemplateCrumb";
import { headline } from "./scoreboard-words";
import { ScoreboardCard } from "./ScoreboardCard";
import "./pilots.css";

/** One pilot: is the version better, what do its boards say, and what comes of it? */
export function Component() {
  const { pilotId = "" } = useParams();
  const texts = useAllTexts().pilots;
  const [result, reload] = usePilotPageQuery({ variables: { id: pilotId } });
  const refresh = () => reload({ requestPolicy: "network-only" });
  const problem = errorOf(result.error);
  if (result.data) return <PilotView data={result.data} onChanged={refresh} />;
  return (
    <Page title={texts.onTemplate.title} crumb={<TemplateCrumb />}>
      {problem ? (
        <ErrorState {...problem} busy={result.fetching} onRetry={refresh} />
      ) : (
        <Skeleton of="cards" count={3} />
      )}
    </Page>
  );
}

function PilotView({ data, onChanged }: { data: PilotPageQuery; onChanged: () => void }) {
  const { pilot, pilotScoreboard: board } = data;
  const texts = useAllTexts().pilots;
  const { language } = useLanguage();
  const format = useFormat();
  const may = useCan("ROLLOUT");
  const chapters = useAllTexts().templates.chapters(pilot.chapters.length);
  const name = localized(pilot.templateName, language);
  const who =
    pilot.chosen === "RANDOM"
      ? texts.board.drawn(chapters, format.words(pilot.eligible))
      : texts.board.picked(chapters);
  const span = texts.board.span(format.date(pilot.startsOn), format.date(pilot.endsOn));
  const compared =
    pilot.comparedNumber && board.beforeFrom && board.beforeTo
      ? ` ${texts.board.compared(pilot.comparedNumber, format.date(board.beforeFrom), format.date(board.beforeTo))}`
      : "";
  const names = {
    before: texts.board.before(pilot.comparedNumber ?? ""),
    pilot: texts.board.pilot(pilot.versionNumber),
  };
  return (
    <Page
      title={headline(pilot, board, texts.board, format)}
      documentTitle={texts.start.crumb(pilot.versionNumber)}
      crumb={<TemplateCrumb template={{ id: pilot.templateId, name }} here={texts.start.crumb(pilot.versionNumber)} />}
      lead={
        <>
          {`${who}, ${span}.${compared} `}
          <Tag tone={pilot.phase === "ASKING" ? "attention" : "plain"}>
            {pilot.decision ? texts.decided[pilot.decision] : texts.phases[pilot.phase]}
          </Tag>
        </>
      }
    >
      <WithPanel
        panel={
          <Stack>
            <BoardAnswers pilot={pilot} />
            {(may || pilot.decision) && <DecideCard key={pilot.rev} pilot={pilot} onDecided={onChanged} />}
            {may && !pilot.decision && <PeriodCard pilot={pilot} onChanged={onChanged} />}
          </Stack>
        }
      >
        <ScoreboardCard
          board={board}
          aboutMember={pilot.aboutMember}
          names={names}
          compared={pilot.comparedNumber !== null}
        />
      </WithPanel>
    </Page>
  );
}
