import { addDays } from "@varde/domain";
import { useState } from "react";
import { GrantExceptionDocument, ReturnReportDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useUndo } from "../../app/undo";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Button, Card, DateField, Dialog, Row, Rows, TextArea } from "../../ui";
import { AboveCard } from "./AboveCard";
import { Outcome } from "./Outcome";
import type { AboutTask, Desk } from "./TaskRequests";

type DeskRequestsProps = { task: AboutTask; desk: Desk; onChanged: () => void };

/** On a task's page, for those who look after the chapter: what it asks, more time, and sending the report back. */
export default function DeskRequests({ task, desk, onChanged }: DeskRequestsProps) {
  const texts = useAllTexts().requestsPage;
  const title = useAllTexts().requests.title;
  const [dialog, setDialog] = useState<"grant" | "return" | null>(null);
  const takeBack = useAction(ReturnReportDocument);
  const close = (): void => setDialog(null);
  const mayReturn = desk.mayReturn && task.returnedAt === null;
  const undoReturn = async (rev: number): Promise<void> => {
    await takeBack.run({ id: task.id, rev, note: null });
    onChanged();
  };
  return (
    <>
      {task.returnedNote && (
        <Card title={texts.isReturned}>
          <p className="v-request__why">{task.returnedNote}</p>
          {desk.mayReturn && (
            <div className="v-request__actions">
              <Button variant="quiet" busy={takeBack.busy} onClick={() => void undoReturn(task.rev)}>
                {texts.takeBack}
              </Button>
            </div>
          )}
          <Outcome action={takeBack} />
        </Card>
      )}
      {desk.requests.length > 0 && (
        <Card title={title}>
          <Rows>
            {desk.requests.map((request) => (
              <Row key={request.id}>
                <AboveCard named request={request} onChanged={onChanged} />
              </Row>
            ))}
          </Rows>
        </Card>
      )}
      {(desk.mayGrant || mayReturn) && (
        <div className="v-request__actions">
          {desk.mayGrant && <Button onClick={() => setDialog("grant")}>{texts.grant}</Button>}
          {mayReturn && <Button onClick={() => setDialog("return")}>{texts.return}</Button>}
        </div>
      )}
      {dialog === "grant" && desk.untilFrom && (
        <GrantDialog task={task} from={desk.untilFrom} onClose={close} onChanged={onChanged} />
      )}
      {dialog === "return" && (
        <ReturnDialog task={task} onClose={close} onChanged={onChanged} onUndo={(rev) => void undoReturn(rev)} />
      )}
    </>
  );
}

type DialogProps = { task: AboutTask; onClose: () => void; onChanged: () => void };

function GrantDialog({ task, from, onClose, onChanged }: DialogProps & { from: string }) {
  const texts = useAllTexts().requestsPage;
  const { cancel, wordsNote: note } = useAllTexts().requests;
  const format = useFormat();
  const grant = useAction(GrantExceptionDocument);
  const [requestId] = useState(newId);
  const last = addDays(format.today(), 60);
  const two = addDays(from, 13);
  const [until, setUntil] = useState(two < last ? two : last);
  const [words, setWords] = useState("");
  const send = async (): Promise<void> => {
    if (!(await grant.run({ id: task.id, rev: task.rev, requestId, until, words }))) return;
    onClose();
    onChanged();
  };
  return (
    <Dialog
      open
      keep
      title={texts.grantTitle}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {cancel}
          </Button>
          <Button variant="primary" busy={grant.busy} onClick={() => void send()}>
            {texts.grant}
          </Button>
        </>
      }
    >
      <p>{texts.grantLead}</p>
      <DateField
        label={texts.until}
        help={texts.now(format.day(addDays(from, -1)))}
        value={until}
        min={from}
        max={last}
        problem={grant.problemAt("until")}
        onChange={setUntil}
      />
      <TextArea
        label={texts.grantWords}
        footnote={note}
        rows={3}
        maxLength={300}
        value={words}
        problem={grant.problemAt("words")}
        onChange={setWords}
      />
      <Outcome action={grant} fields={["until", "words"]} />
    </Dialog>
  );
}

function ReturnDialog({ task, onClose, onChanged, onUndo }: DialogProps & { onUndo: (rev: number) => void }) {
  const texts = useAllTexts().requestsPage;
  const requests = useAllTexts().requests;
  const give = useAction(ReturnReportDocument);
  const offerUndo = useUndo();
  const [note, setNote] = useState("");
  const send = async (): Promise<void> => {
    const done = await give.run({ id: task.id, rev: task.rev, note });
    if (!done) return;
    const rev = done.returnReport.detail?.touchpoint.rev;
    if (rev !== undefined) offerUndo({ message: texts.returned, undo: () => onUndo(rev) });
    onClose();
    onChanged();
  };
  return (
    <Dialog
      open
      keep
      title={texts.returnTitle}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {requests.cancel}
          </Button>
          <Button variant="primary" busy={give.busy} onClick={() => void send()}>
            {texts.return}
          </Button>
        </>
      }
    >
      <p>{texts.returnLead}</p>
      <TextArea
        label={texts.returnNote}
        footnote={requests.wordsNote}
        rows={3}
        maxLength={300}
        value={note}
        problem={give.problemAt("note")}
        onChange={setNote}
      />
      <Outcome action={give} fields={["note"]} />
    </Dialog>
  );
}
