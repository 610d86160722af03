import { useState } from "react";
import { useClient } from "urql";
import { VotingListDocument } from "../../../../graphql/generated/graphql";
import { errorOf, type Failure } from "../../app/errors";
import { saveBytes } from "../../app/save-file";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Button, ButtonLink, Card, ErrorState } from "../../ui";
import { PrinterSmallIcon } from "../../ui/icons";
import { PaperButtons } from "./PaperButtons";
import type { Kit } from "./useKit";

const POLICY = { requestPolicy: "network-only" } as const;

/** At the meeting and after it: the list to sign, the minutes, the way to the handover. */
export function FilesCard({ kit, flush }: { kit: Kit; flush: () => Promise<boolean> }) {
  const texts = useAllTexts().annualMeeting.files;
  const client = useClient();
  const mayList = useCan("MEMBER_READ");
  const mayHandOver = useCan("SEAT_GRANT_BOARD");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const id = kit.meetingId;
  async function list(): Promise<void> {
    setBusy(true);
    const { data, error } = await client.query(VotingListDocument, { id }, POLICY).toPromise();
    setBusy(false);
    setFailure(errorOf(error));
    if (data) saveBytes(data.votingList.content, data.votingList.fileName, "application/pdf");
  }
  return (
    <Card title={texts.title}>
      {mayList && (
        <>
          <p>{texts.listHelp(kit.votingAge)}</p>
          <div>
            <Button icon={PrinterSmallIcon} busy={busy} onClick={() => void list()}>
              {texts.list}
            </Button>
          </div>
          {failure && <ErrorState {...failure} />}
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
