import { TakeVotingListDocument } from "../../../../graphql/generated/graphql";
import { saveBytes } from "../../app/save-file";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Button, ButtonLink, Card, ErrorState } from "../../ui";
import { PrinterSmallIcon } from "../../ui/icons";
import { PaperButtons } from "./PaperButtons";
import type { Kit } from "./useKit";

/** At the meeting and after it: the list to sign, the minutes, the way to the handover. */
export function FilesCard({ kit, flush }: { kit: Kit; flush: () => Promise<boolean> }) {
  const texts = useAllTexts().annualMeeting.files;
  const action = useAction(TakeVotingListDocument);
  const mayList = useCan("MEMBER_READ");
  const mayHandOver = useCan("SEAT_GRANT_BOARD");
  const id = kit.meetingId;
  async function list(): Promise<void> {
    const file = (await action.run({ id }))?.takeVotingList.list;
    if (file) saveBytes(file.content, file.fileName, "application/pdf");
  }
  return (
    <Card title={texts.title}>
      {mayList && (
        <>
          <p>{texts.listHelp(kit.votingAge)}</p>
          <div>
            <Button icon={PrinterSmallIcon} busy={action.busy} onClick={() => void list()}>
              {texts.list}
            </Button>
          </div>
          {action.error && <ErrorState {...action.error} />}
        </>
      )}
      <p>{texts.minutesHelp}</p>
      <PaperButtons id={id} paper="MINUTES" flush={flush} />
      <p>{texts.afterHelp}</p>
      <div className="v-annual__tools">
        <ButtonLink variant="quiet" to={`/treff/${id}`}>
          {texts.meeting}
        </ButtonLink>
        {mayHandOver && (
          <ButtonLink variant="quiet" to="/styret/overlevering">
            {texts.handover}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
