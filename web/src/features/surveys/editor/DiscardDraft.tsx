import { useState } from "react";
import { useNavigate } from "react-router";
import { DeleteSurveyDraftDocument } from "../../../../../graphql/generated/graphql";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { Alert, Button, Dialog, ErrorState } from "../../../ui";

/** Throws the draft away, when one has said so twice. */
export function DiscardDraft({ id, rev }: { id: string; rev: number }) {
  const { surveys, ui } = useAllTexts();
  const texts = surveys.editor;
  const navigate = useNavigate();
  const discard = useAction(DeleteSurveyDraftDocument);
  const [asking, setAsking] = useState(false);
  const submit = async (): Promise<void> => {
    if (await discard.run({ id, rev })) await navigate("/medlemsreisen/undersokelser", { replace: true });
  };
  return (
    <>
      <Button variant="plain" onClick={() => setAsking(true)}>
        {texts.discard}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.discardTitle}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{ui.actions.cancel}</Button>
            <Button variant="danger" busy={discard.busy} onClick={() => void submit()}>
              {texts.discard}
            </Button>
          </>
        }
      >
        <p>{texts.discardBody}</p>
        {discard.problems.map(({ message }) => (
          <Alert key={message} tone="warn" live>
            {message}
          </Alert>
        ))}
        {discard.error && <ErrorState {...discard.error} />}
      </Dialog>
    </>
  );
}
