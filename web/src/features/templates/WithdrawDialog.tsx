import { useState } from "react";
import { WithdrawRolloutDocument, type WithdrawRolloutMutation } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Dialog, ErrorState, TextArea } from "../../ui";
import { ArrowUndoIcon } from "../../ui/icons";

type Withdrawn = Pick<WithdrawRolloutMutation["withdrawRollout"], "cancelled" | "lifted" | "leftAlone">;
type WithdrawDialogProps = {
  templateId: string;
  rollout: { id: string; rev: number; versionNumber: string; heldCount: number };
  /** Whether it may still be pressed; what came of it is shown also after that. */
  possible: boolean;
};

/** Takes a roll-out back after a reason, and says what came of it. */
export function WithdrawDialog({ templateId, rollout, possible }: WithdrawDialogProps) {
  const { rollout: words, templates } = useAllTexts();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [done, setDone] = useState<Withdrawn | null>(null);
  const withdraw = useAction(WithdrawRolloutDocument);
  const chapters = templates.chapters(rollout.heldCount);
  const submit = async (): Promise<void> => {
    const answer = await withdraw.run({ templateId, rolloutId: rollout.id, rev: rollout.rev, reason });
    if (answer) setDone(answer.withdrawRollout);
  };
  return (
    <>
      {possible && (
        <Button variant="plain" icon={ArrowUndoIcon} onClick={() => setOpen(true)}>
          {words.row.withdraw}
        </Button>
      )}
      <Dialog
        open={open}
        keep
        onClose={() => setOpen(false)}
        title={done ? words.withdraw.done : words.withdraw.title(rollout.versionNumber, chapters)}
        {...(!done && {
          actions: (
            <>
              <Button onClick={() => setOpen(false)}>{words.withdraw.keep}</Button>
              <Button variant="danger" busy={withdraw.busy} onClick={() => void submit()}>
                {words.withdraw.submit(chapters)}
              </Button>
            </>
          ),
        })}
      >
        {done ? (
          <Result done={done} />
        ) : (
          <>
            <p>{words.withdraw.back}</p>
            <p>
              {words.withdraw.cancel} {words.withdraw.left}
            </p>
            <TextArea
              label={words.withdraw.reason}
              help={words.withdraw.reasonHelp}
              value={reason}
              maxLength={500}
              problem={withdraw.problemAt("reason")}
              onChange={setReason}
            />
            {withdraw.otherProblems(["reason"]).map((message) => (
              <Alert key={message} tone="warn" live>
                {message}
              </Alert>
            ))}
            {withdraw.error && <ErrorState {...withdraw.error} />}
          </>
        )}
      </Dialog>
    </>
  );
}

function Result({ done }: { done: Withdrawn }) {
  const words = useAllTexts().rollout.withdraw;
  const lines = [
    done.cancelled > 0 && words.cancelled(done.cancelled),
    done.lifted > 0 && words.lifted(done.lifted),
    done.leftAlone > 0 && words.leftAlone(done.leftAlone),
  ].filter((line) => line !== false);
  return (
    <div role="status">
      {lines.length === 0 ? <p>{words.nothing}</p> : lines.map((line) => <p key={line}>{line}</p>)}
      <p>{words.members}</p>
    </div>
  );
}
