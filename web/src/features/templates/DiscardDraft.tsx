import { useState } from "react";
import { useNavigate } from "react-router";
import { DiscardDraftDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Dialog, ErrorState } from "../../ui";
import { TrashIcon } from "../../ui/icons";

type DiscardDraftProps = { templateId: string; draft: { id: string; number: string; rev: number }; only: boolean };

/** Throws a draft away after a question. `only`: the template has nothing else and goes with it. */
export function DiscardDraft({ templateId, draft, only }: DiscardDraftProps) {
  const texts = useAllTexts().templates;
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const discard = useAction(DiscardDraftDocument);
  const submit = async (): Promise<void> => {
    if (!(await discard.run({ templateId, versionId: draft.id, rev: draft.rev }))) return;
    setOpen(false);
    if (only) await navigate("/punkter", { replace: true });
  };
  return (
    <>
      <Button variant="plain" icon={TrashIcon} onClick={() => setOpen(true)}>
        {texts.page.discard}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={texts.page.discardTitle(draft.number)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{texts.page.keep}</Button>
            <Button variant="danger" busy={discard.busy} onClick={() => void submit()}>
              {texts.page.discard}
            </Button>
          </>
        }
      >
        <p>{only ? texts.page.discardBodyOnly : texts.page.discardBody}</p>
        {discard.otherProblems().map((message) => (
          <Alert key={message} tone="warn" live>
            {message}
          </Alert>
        ))}
        {discard.error && <ErrorState {...discard.error} />}
      </Dialog>
    </>
  );
}
