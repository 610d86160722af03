import { useState } from "react";
import { WithdrawBoardMessageDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button, Dialog } from "../../ui";
import { ActionFailed } from "./ActionFailed";

type WithdrawMessageProps = { message: { id: string; rev: number; title: string }; onWithdrawn: () => void };

/** Takes a message back from the boards, once one has said yes. */
export function WithdrawMessage({ message, onWithdrawn }: WithdrawMessageProps) {
  const { news, ui } = useTexts();
  const withdraw = useAction(WithdrawBoardMessageDocument);
  const [asking, setAsking] = useState(false);
  const act = async () => {
    const done = await withdraw.run({ id: message.id, rev: message.rev });
    if (done) setAsking(false);
    onWithdrawn();
  };
  return (
    <>
      <Button variant="plain" aria-label={news.withdrawOne(message.title)} onClick={() => setAsking(true)}>
        {news.withdraw}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={news.withdrawTitle}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{ui.actions.cancel}</Button>
            <Button variant="danger" busy={withdraw.busy} onClick={() => void act()}>
              {news.withdraw}
            </Button>
          </>
        }
      >
        <p>
          <strong>{message.title}</strong>
        </p>
        <p>{news.withdrawBody}</p>
        <ActionFailed problems={withdraw.otherProblems()} error={withdraw.error} />
      </Dialog>
    </>
  );
}
