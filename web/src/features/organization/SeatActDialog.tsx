import {
  ApproveSeatDocument,
  ConfirmReelectionDocument,
  EndSeatDocument,
  ResendInvitationDocument,
  RevokeInvitationDocument,
} from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useViewer } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert, Button, Dialog } from "../../ui";
import { Failed } from "./Failed";
import type { SeatAct, SeatFacts } from "./seat-facts";

/** Asks before something happens to a person's seat, in words that name what will. */
export function SeatActDialog({
  kind,
  seat,
  onClose,
  onDone,
  onStale,
}: {
  kind: SeatAct;
  seat: SeatFacts;
  onClose: () => void;
  onDone: (message: string) => void;
  /** Refused: what is shown may be old. */
  onStale: () => void;
}) {
  const { organization, ui } = useTexts();
  const texts = organization.board;
  const own = useViewer().seat.id === seat.id;
  const approve = useAction(ApproveSeatDocument);
  const confirm = useAction(ConfirmReelectionDocument);
  const resend = useAction(ResendInvitationDocument);
  const revoke = useAction(RevokeInvitationDocument);
  const end = useAction(EndSeatDocument);
  const action = { approve, confirm, resend, revoke, end }[kind];
  const name = seat.holderName;
  const words = {
    approve: {
      title: texts.approveTitle(name),
      body: texts.approveBody,
      act: texts.approve,
      done: texts.sent(name),
    },
    confirm: {
      title: texts.confirmTitle(name),
      body: texts.confirmBody,
      act: texts.confirm,
      done: texts.confirmed(name),
    },
    resend: {
      title: texts.resendTitle(name),
      body: texts.resendBody,
      act: texts.resend,
      done: texts.sent(name),
    },
    revoke: { title: texts.revokeTitle(name), body: texts.revokeBody, act: texts.revoke, done: texts.revoked(name) },
    end: own
      ? { title: texts.endOwnTitle, body: texts.endOwnBody, act: texts.endAct, done: texts.ended(name) }
      : { title: texts.endTitle(name), body: texts.endBody(name), act: texts.endAct, done: texts.ended(name) },
  }[kind];
  const run = async () => {
    const done = await action.run({ id: seat.id, rev: seat.rev });
    if (done) onDone(words.done);
    else onStale();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.title}
      actions={
        <>
          <Button onClick={onClose}>{ui.actions.cancel}</Button>
          <Button
            variant={kind === "revoke" || kind === "end" ? "danger" : "primary"}
            busy={action.busy}
            onClick={() => void run()}
          >
            {words.act}
          </Button>
        </>
      }
    >
      <p>{words.body}</p>
      {action.otherProblems().map((problem) => (
        <Alert key={problem} tone="warn" live>
          {problem}
        </Alert>
      ))}
      <Failed error={action.error} />
    </Dialog>
  );
}
