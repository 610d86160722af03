import { useCan, useViewer } from "../../app/viewer";
import { useTexts } from "../../texts";
import { ButtonLink, ErrorState, Page, Stack } from "../../ui";
import { PapersCard } from "../safe-people";
import { SeatList } from "./SeatList";
import "./organization.css";

/** The own chapter's board: who is on it, and for its leader who is to be. */
export function Component() {
  const texts = useTexts().organization.board;
  const { seat } = useViewer();
  const mayGrant = useCan("SEAT_GRANT_BOARD");
  if (seat.chapterId === null) return <ErrorState heading="h1" code="NOT_FOUND" />;
  return (
    <Page
      narrow
      title={texts.titleOf(seat.shortName)}
      documentTitle={texts.title}
      {...(mayGrant && {
        action: (
          <div className="v-tools">
            <ButtonLink to="/styret/inviter">{texts.inviteMany}</ButtonLink>
            <ButtonLink to="/styret/overlevering">{texts.handover}</ButtonLink>
          </div>
        ),
      })}
    >
      <Stack>
        <SeatList
          of={{ chapterId: seat.chapterId }}
          unitName={seat.shortName}
          roles={mayGrant ? ["CHAPTER_LEADER", "CHAPTER_BOARD"] : []}
        />
        {mayGrant && <PapersCard quiet chapterId={seat.chapterId} />}
      </Stack>
    </Page>
  );
}
