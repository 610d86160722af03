import { countyOf } from "@varde/domain";
import { Link, useParams } from "react-router";
import type { Role } from "../../../../graphql/generated/graphql";
import { useChapterQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useCan, useViewer } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert, ButtonLink, ErrorState, Page, Skeleton, Stack, WithPanel } from "../../ui";
import { BorrowedCard, FollowUpCard } from "../follow-up";
import { NudgesCard } from "../news";
import { PapersCard } from "../safe-people";
import { ChapterEditor } from "./ChapterEditor";
import { ChapterPlace } from "./ChapterPlace";
import { SeatList } from "./SeatList";
import "./organization.css";

const BOARD: readonly Role[] = ["CHAPTER_LEADER", "CHAPTER_BOARD"];
const ALL: readonly Role[] = ["MENTOR", "CHAPTER_LEADER", "CHAPTER_BOARD"];

/** One chapter: its board, its names and where it belongs. Who may not change it reads the same. */
export function Component() {
  const { id = "" } = useParams();
  const { chapter: texts, board: boardTexts } = useTexts().organization;
  const format = useFormat();
  const { seat } = useViewer();
  const mayWrite = useCan("UNIT_WRITE");
  const grantsAll = useCan("SEAT_GRANT");
  const grantsBoard = useCan("SEAT_GRANT_BOARD") && seat.chapterId === id;
  const [result, reload] = useChapterQuery({ variables: { id } });
  const problem = errorOf(result.error);
  const again = () => reload({ requestPolicy: "network-only" });
  if (!result.data) {
    return problem ? (
      <ErrorState
        heading="h1"
        code={problem.code}
        requestId={problem.requestId}
        busy={result.fetching}
        onRetry={again}
      />
    ) : (
      <Skeleton of="page" />
    );
  }
  const { chapter, organization } = result.data;
  const open = chapter.closedOn === null;
  const roles = open ? (grantsAll ? ALL : grantsBoard ? BOARD : []) : [];
  const county = countyOf(chapter.county)?.name;
  return (
    <Page
      title={chapter.name}
      crumb={<Link to="/lag">{texts.crumb}</Link>}
      lead={[chapter.region?.name, county, chapter.municipalities.join(", ")].filter(Boolean).join(" · ")}
    >
      {chapter.closedOn && <Alert title={texts.closedOn(format.fullDate(chapter.closedOn))}>{texts.closedBody}</Alert>}
      {chapter.directMembers && <Alert>{texts.direct}</Alert>}
      <WithPanel
        panel={<ChapterPlace chapter={chapter} regions={organization.regions} mayWrite={mayWrite} onChanged={again} />}
      >
        <Stack>
          <SeatList of={{ chapterId: chapter.id }} unitName={chapter.shortName} roles={roles} />
          {roles.includes("CHAPTER_LEADER") && (
            <ButtonLink to={`/lag/${chapter.id}/overlevering`}>{boardTexts.handover}</ButtonLink>
          )}
          {roles.includes("CHAPTER_LEADER") && <PapersCard quiet chapterId={chapter.id} />}
          <BorrowedCard chapterId={chapter.id} />
          <FollowUpCard chapterId={chapter.id} chapterName={chapter.shortName} />
          <NudgesCard chapterId={chapter.id} />
          {mayWrite && open && <ChapterEditor key={chapter.id} chapter={chapter} onChanged={again} />}
        </Stack>
      </WithPanel>
    </Page>
  );
}
