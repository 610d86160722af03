import { useState } from "react";
import { RemindGrantReturnsDocument, type GrantFilter } from "../../../../graphql/generated/graphql";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useAllTexts, useTexts } from "../../texts";
import { Alert, Button, Dialog, ErrorState, TextArea } from "../../ui";

type Props = { year: number; state: GrantFilter | null; chapters: number; onClose: () => void; onSent: () => void };

/** A message to the boards whose return is not in: all of the year, or those of one state. */
export function RemindDialog({ year, state, chapters, onClose, onSent }: Props) {
  const texts = useAllTexts().grantReturn.all;
  const { actions } = useTexts().ui;
  const [id] = useState(newId);
  const [body, setBody] = useState(() => texts.remindBody(year));
  const remind = useAction(RemindGrantReturnsDocument);
  const send = async (): Promise<void> => {
    if (await remind.run({ id, year, state, body })) onSent();
  };
  return (
    <Dialog
      open
      keep
      onClose={onClose}
      title={texts.remindTitle(chapters)}
      actions={
        <>
          <Button onClick={onClose}>{actions.cancel}</Button>
          <Button variant="primary" busy={remind.busy} onClick={() => void send()}>
            {texts.remindAct}
          </Button>
        </>
      }
    >
      <TextArea
        label={texts.remindText}
        rows={4}
        maxLength={1000}
        value={body}
        onChange={setBody}
        problem={remind.problemAt("body")}
      />
      {remind.otherProblems(["body"]).map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {remind.error && <ErrorState {...remind.error} />}
    </Dialog>
  );
}
