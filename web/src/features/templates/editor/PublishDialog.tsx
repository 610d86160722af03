import { useState } from "react";
import { useNavigate } from "react-router";
import { PublishDraftDocument } from "../../../../../graphql/generated/graphql";
import { useAction } from "../../../app/useAction";
import { useTexts } from "../../../texts";
import { Alert, Button, Dialog, ErrorState, TextArea } from "../../../ui";

type PublishDialogProps = {
  open: boolean;
  onClose: () => void;
  templateId: string;
  versionId: string;
  rev: number;
  name: string;
  number: string;
  /** number of the version in force, null for the first */
  before: string | null;
};

/** Says what publishing does and which number it gives, then does it. */
export function PublishDialog({ open, onClose, templateId, versionId, rev, name, number, before }: PublishDialogProps) {
  const texts = useTexts().templates;
  const words = texts.publish;
  const cancel = useTexts().ui.actions.cancel;
  const navigate = useNavigate();
  const [notes, setNotes] = useState("");
  const publish = useAction(PublishDraftDocument);
  const isMajor = before !== null && number.endsWith(".0");
  const submit = async (): Promise<void> => {
    const done = await publish.run({ templateId, versionId, rev, notes: notes.trim() || null });
    if (done) await navigate(`/punkter/${templateId}`);
  };
  return (
    <Dialog
      keep
      open={open}
      onClose={onClose}
      title={words.title(name, number)}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button variant="primary" busy={publish.busy} onClick={() => void submit()}>
            {words.submit(number)}
          </Button>
        </>
      }
    >
      <ul className="v-publish">
        <li>{words.never(number)}</li>
        {before !== null && <li>{words.closes(before)}</li>}
        {before !== null && <li>{isMajor ? words.major : words.minor}</li>}
        <li>{words.nobody}</li>
      </ul>
      <TextArea
        optional
        label={words.notes}
        help={words.notesHelp}
        value={notes}
        maxLength={2000}
        problem={publish.problemAt("notes")}
        onChange={setNotes}
      />
      {publish.otherProblems(["notes"]).map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {publish.error && <ErrorState {...publish.error} />}
    </Dialog>
  );
}
