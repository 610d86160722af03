import { osloDate } from "@varde/domain";
import { useState, type ReactNode } from "react";
import { useClient } from "urql";
import { readFragment } from "../../../../graphql/generated";
import {
  HandoverFileDocument,
  HandoverPage_HandoverFragmentDoc,
  UndoHandoverDocument,
} from "../../../../graphql/generated/graphql";
import { errorOf, type Failure } from "../../app/errors";
import { useFormat } from "../../app/format";
import { saveBytes } from "../../app/save-file";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button, ButtonLink, Card, Dialog, ErrorState, Page, Row, Rows, Tag } from "../../ui";
import type { Handover } from "./plan";
import { useHandoverTexts } from "./words";

type DoneProps = {
  handover: Handover;
  crumb: ReactNode;
  back: string;
  onUndone: (handover: Handover | null) => void;
  onAgain: () => void;
};

/** A handover that was done: who goes and comes, the page for the folder, and the way back while there is one. */
export function HandoverDone({ handover, crumb, back, onUndone, onAgain }: DoneProps) {
  const texts = useHandoverTexts().done;
  const { ui } = useTexts();
  const format = useFormat();
  const client = useClient();
  const undo = useAction(UndoHandoverDocument);
  const [asking, setAsking] = useState(false);
  const [fetching, setFetching] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const undone = handover.state === "UNDONE";

  async function file(): Promise<void> {
    setFetching(true);
    const result = await client
      .query(HandoverFileDocument, { id: handover.id }, { requestPolicy: "network-only" })
      .toPromise();
    setFetching(false);
    setFailure(errorOf(result.error));
    const made = result.data?.handoverFile;
    if (made) saveBytes(made.pdf, `${made.fileName}.pdf`, "application/pdf");
  }
  async function takeBack(): Promise<void> {
    const done = await undo.run({ id: handover.id, rev: handover.rev });
    if (!done) return;
    setAsking(false);
    onUndone(readFragment(HandoverPage_HandoverFragmentDoc, done.undoHandover.handover));
  }
  return (
    <Page
      narrow
      title={undone ? texts.undone : texts.title}
      lead={texts.on(format.date(handover.heldOn))}
      crumb={crumb}
    >
      <Members handover={handover} part="COMES" title={texts.comes} />
      {handover.members.some(({ part }) => part === "STAYS") && (
        <Members handover={handover} part="STAYS" title={texts.stays} />
      )}
      <Members handover={handover} part="LEAVES" title={texts.leaves} />
      {failure && <ErrorState code={failure.code} requestId={failure.requestId} onRetry={() => void file()} />}
      {handover.undoUntil && <p>{texts.undoUntil(format.date(osloDate(new Date(handover.undoUntil))))}</p>}
      <div className="v-handover__acts">
        <Button variant="primary" busy={fetching} onClick={() => void file()}>
          {texts.pdf}
        </Button>
        <ButtonLink to={back}>{texts.toBoard}</ButtonLink>
        {handover.undoUntil && <Button onClick={() => setAsking(true)}>{texts.undo}</Button>}
        <Button variant="quiet" onClick={onAgain}>
          {texts.again}
        </Button>
      </div>
      {asking && (
        <Dialog
          open
          onClose={() => setAsking(false)}
          title={texts.undoTitle}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{ui.actions.cancel}</Button>
              <Button variant="danger" busy={undo.busy} onClick={() => void takeBack()}>
                {texts.undoAct}
              </Button>
            </>
          }
        >
          <p>{texts.undoBody}</p>
          {undo.otherProblems().map((message) => (
            <Alert key={message} tone="warn" live>
              {message}
            </Alert>
          ))}
          {undo.error && <ErrorState code={undo.error.code} requestId={undo.error.requestId} />}
        </Dialog>
      )}
    </Page>
  );
}

type MembersProps = { handover: Handover; part: "COMES" | "STAYS" | "LEAVES"; title: string };

function Members({ handover, part, title }: MembersProps) {
  const texts = useHandoverTexts().done;
  const { app } = useTexts();
  const format = useFormat();
  const members = handover.members.filter((member) => member.part === part);
  return (
    <Card title={title}>
      {members.length === 0 && <p>{texts.nobody}</p>}
      {members.length > 0 && (
        <Rows>
          {members.map((member) => (
            <Row key={member.seatId}>
              <div className="v-handover__line">
                <div>
                  <strong>{member.holderName}</strong>
                  <div className="v-handover__facts">
                    {app.seat.roles[member.role]}
                    {member.waits
                      ? `, ${part === "STAYS" ? texts.waitsForAnother : texts.waits}`
                      : member.lastDay && `, ${texts.until(format.date(member.lastDay))}`}
                  </div>
                </div>
                {part === "COMES" && handover.state === "DONE" && (
                  <Tag tone={member.accepted ? "good" : "plain"}>
                    {member.accepted ? texts.accepted : texts.invited}
                  </Tag>
                )}
              </div>
            </Row>
          ))}
        </Rows>
      )}
    </Card>
  );
}
