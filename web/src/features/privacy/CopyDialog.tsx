import { useState } from "react";
import { CopyMemberDocument, type CopyMemberMutation, type CopyReason } from "../../../../graphql/generated/graphql";
import { saveBytes, saveFile } from "../../app/save-file";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button, Dialog, RadioCards } from "../../ui";
import { ActionFailure } from "./ActionFailure";

const REASONS: readonly CopyReason[] = ["MEMBER_ASKED", "GUARDIAN_ASKED"];
type Copy = NonNullable<CopyMemberMutation["copyMember"]["copy"]>;

/** Asks who wants it, makes the copy, and hands over its two files. They are held here only, until it closes. */
export function CopyDialog({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const texts = useTexts().privacy.rights;
  const [reason, setReason] = useState<CopyReason>("MEMBER_ASKED");
  const [copy, setCopy] = useState<Copy | null>(null);
  const action = useAction(CopyMemberDocument);

  async function make(): Promise<void> {
    const done = await action.run({ memberId, reason });
    setCopy(done?.copyMember.copy ?? null);
  }
  if (copy) {
    return (
      <Dialog
        open
        keep
        onClose={onClose}
        title={texts.madeTitle}
        actions={
          <Button variant="primary" onClick={onClose}>
            {texts.close}
          </Button>
        }
      >
        <p>{texts.madeBody}</p>
        <Button variant="quiet" wide onClick={() => saveBytes(copy.pdf, `${copy.fileName}.pdf`, "application/pdf")}>
          {texts.pdf}
        </Button>
        <Button variant="quiet" wide onClick={() => saveFile(copy.json, `${copy.fileName}.json`, "application/json")}>
          {texts.json}
        </Button>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.copyTitle}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button variant="primary" busy={action.busy} onClick={() => void make()}>
            {texts.make}
          </Button>
        </>
      }
    >
      <p>{texts.copyBody}</p>
      <RadioCards
        label={texts.who}
        value={reason}
        onChange={setReason}
        options={REASONS.map((value) => ({ value, label: texts.reasons[value] }))}
      />
      <ActionFailure error={action.error} lines={action.otherProblems()} />
    </Dialog>
  );
}
