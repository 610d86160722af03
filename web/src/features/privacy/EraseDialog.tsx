import { useState } from "react";
import { useNavigate } from "react-router";
import { EraseMemberDocument, type ErasureReason } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button, Dialog, RadioCards } from "../../ui";
import { ActionFailure } from "./ActionFailure";
import "./privacy.css";

const REASONS: readonly ErasureReason[] = ["MEMBER_ASKED", "GUARDIAN_ASKED", "NEVER_A_MEMBER"];

/** Says what happens, asks once more, and erases for good. */
export function EraseDialog({ memberId, rev, onClose }: { memberId: string; rev: number; onClose: () => void }) {
  const texts = useTexts().privacy.rights;
  const navigate = useNavigate();
  const [reason, setReason] = useState<ErasureReason>("MEMBER_ASKED");
  const [sure, setSure] = useState(false);
  const [left, setLeft] = useState<number | null>(null);
  const action = useAction(EraseMemberDocument);

  async function erase(): Promise<void> {
    const done = await action.run({ id: memberId, rev, reason });
    if (done) setLeft(done.eraseMember.erasure?.touchpoints ?? 0);
  }
  if (left !== null) {
    const leave = () => void navigate("/medlemmer", { replace: true });
    return (
      <Dialog
        open
        keep
        onClose={leave}
        title={texts.doneTitle}
        actions={
          <Button variant="primary" onClick={leave}>
            {texts.toMembers}
          </Button>
        }
      >
        <p>{left === 0 ? texts.doneNone : texts.done(texts.tasks(left))}</p>
      </Dialog>
    );
  }
  if (sure) {
    return (
      <Dialog
        key="sure"
        open
        onClose={onClose}
        title={texts.sureTitle}
        actions={
          <>
            <Button variant="quiet" onClick={() => setSure(false)}>
              {texts.back}
            </Button>
            <Button variant="primary" busy={action.busy} onClick={() => void erase()}>
              {texts.eraseNow}
            </Button>
          </>
        }
      >
        <p>{texts.sureBody}</p>
        <ActionFailure error={action.error} lines={action.otherProblems()} />
      </Dialog>
    );
  }
  return (
    <Dialog
      key="what"
      open
      onClose={onClose}
      title={texts.eraseTitle}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button variant="primary" onClick={() => setSure(true)}>
            {texts.next}
          </Button>
        </>
      }
    >
      <p>{texts.eraseLead}</p>
      <ul className="pv-what">
        {texts.eraseWhat.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <RadioCards
        label={texts.who}
        value={reason}
        onChange={setReason}
        options={REASONS.map((value) => ({ value, label: texts.reasons[value] }))}
      />
    </Dialog>
  );
}
