import { useState } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import {
  DecidePracticeDocument,
  PracticeCard_PracticeFragmentDoc,
  WithdrawPracticeDocument,
} from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button, Dialog, ErrorState, Tag, TextArea } from "../../ui";
import "./practices.css";

type PracticeCardProps = {
  practice: FragmentType<typeof PracticeCard_PracticeFragmentDoc>;
  /** what it is about, where cards of several templates stand together */
  about?: string;
  onChanged: () => void;
};

/** «Slik gjorde vi det · Asker», with what the reader may do about it. */
export function PracticeCard({ practice: masked, about, onChanged }: PracticeCardProps) {
  const practice = readFragment(PracticeCard_PracticeFragmentDoc, masked);
  const texts = useTexts().practices;
  const format = useFormat();
  const decide = useAction(DecidePracticeDocument);
  const [asking, setAsking] = useState<"decline" | "withdraw" | null>(null);
  const { id, rev, state } = practice;
  const show = async (): Promise<void> => {
    await decide.run({ id, rev, show: true });
    // refused: somebody was first, and the page shows how it stands
    onChanged();
  };
  return (
    <article className="v-practice">
      <h3 className="v-practice__head">
        {about ?? texts.cardTitle(practice.chapterName)}
        {state !== "SHOWN" && <Tag tone={state === "SUGGESTED" ? "attention" : "plain"}>{texts.states[state]}</Tag>}
      </h3>
      {about !== undefined && (
        <p className="v-practice__note">
          {practice.chapterName} · {format.moment(practice.createdAt)}
          {state === "SHOWN" && ` · ${texts.states.SHOWN}`}
        </p>
      )}
      <p className="v-practice__text">{practice.text}</p>
      {practice.askedByNumbersUntil && (
        <p className="v-practice__note">{texts.asked.origin(format.fullDate(practice.askedByNumbersUntil))}</p>
      )}
      {practice.reason && <p className="v-practice__note">{texts.reason(practice.reason)}</p>}
      {(practice.mayDecide || practice.mayWithdraw) && (
        <div className="v-practice__actions">
          {practice.mayDecide && (
            <>
              <Button busy={decide.busy} onClick={() => void show()}>
                {texts.show}
              </Button>
              <Button variant="quiet" onClick={() => setAsking("decline")}>
                {texts.decline}
              </Button>
            </>
          )}
          {practice.mayWithdraw && (
            <Button variant="quiet" onClick={() => setAsking("withdraw")}>
              {texts.withdraw}
            </Button>
          )}
        </div>
      )}
      {decide.otherProblems().map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {decide.error && <ErrorState {...decide.error} />}
      {asking === "decline" && (
        <DeclineDialog id={id} rev={rev} onClose={() => setAsking(null)} onChanged={onChanged} />
      )}
      {asking === "withdraw" && (
        <WithdrawDialog id={id} rev={rev} onClose={() => setAsking(null)} onChanged={onChanged} />
      )}
    </article>
  );
}

type Asking = { id: string; rev: number; onClose: () => void; onChanged: () => void };

function DeclineDialog({ id, rev, onClose, onChanged }: Asking) {
  const texts = useTexts().practices;
  const decide = useAction(DecidePracticeDocument);
  const [reason, setReason] = useState("");
  const send = async (): Promise<void> => {
    if (!(await decide.run({ id, rev, show: false, reason }))) return;
    onClose();
    onChanged();
  };
  return (
    <Dialog
      open
      keep
      title={texts.declineTitle}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button variant="primary" busy={decide.busy} onClick={() => void send()}>
            {texts.decline}
          </Button>
        </>
      }
    >
      <TextArea
        label={texts.declineReason}
        help={texts.declineHelp}
        maxLength={300}
        value={reason}
        problem={decide.problemAt("reason")}
        onChange={setReason}
      />
      <Outcome action={decide} />
    </Dialog>
  );
}

function WithdrawDialog({ id, rev, onClose, onChanged }: Asking) {
  const texts = useTexts().practices;
  const withdraw = useAction(WithdrawPracticeDocument);
  const send = async (): Promise<void> => {
    if (!(await withdraw.run({ id, rev }))) return;
    onClose();
    onChanged();
  };
  return (
    <Dialog
      open
      title={texts.withdrawTitle}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button variant="primary" busy={withdraw.busy} onClick={() => void send()}>
            {texts.withdraw}
          </Button>
        </>
      }
    >
      <p>{texts.withdrawBody}</p>
      <Outcome action={withdraw} />
    </Dialog>
  );
}

/** Why it was not done, where no field is to blame. */
function Outcome({ action }: { action: Pick<ReturnType<typeof useAction>, "otherProblems" | "error"> }) {
  return (
    <>
      {action.otherProblems(["reason"]).map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {action.error && <ErrorState {...action.error} />}
    </>
  );
}
