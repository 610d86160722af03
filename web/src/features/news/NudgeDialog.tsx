import { useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import { NudgeOffer_OfferFragmentDoc, SendNudgeDocument } from "../../../../graphql/generated/graphql";
import { useNudgeOfferQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useLanguage, useTexts } from "../../texts";
import { Alert, Button, Dialog, ErrorState, Skeleton, TextArea } from "../../ui";
import { ActionFailed } from "./ActionFailed";

const MOST = 600;

type NudgeDialogProps = { chapterId: string; chapterName: string; onClose: () => void; onSent?: () => void };

/** A kind word to a board: begun for the sender, and only sent when somebody can read it. */
export function NudgeDialog({ chapterId, chapterName, onClose, onSent }: NudgeDialogProps) {
  const texts = useTexts();
  const words = texts.news.nudge;
  const { language } = useLanguage();
  const format = useFormat();
  const [{ data, error, fetching }, retry] = useNudgeOfferQuery({
    variables: { chapterId },
    requestPolicy: "network-only",
  });
  const send = useAction(SendNudgeDocument);
  const [id] = useState(newId);
  const [written, setWritten] = useState<string | null>(null);
  const [sent, setSent] = useState(false);
  const offer = data && readFragment(NudgeOffer_OfferFragmentDoc, data.nudgeOffer);
  const failure = errorOf(error);
  const body = written ?? (offer ? words.suggestion(offer.overdue) : "");
  const why = offer && !sent ? whyNot(offer) : null;

  function whyNot({ open, readers, nextOn }: NonNullable<typeof offer>): string | null {
    if (!open) return words.closed;
    if (readers.length === 0) return words.noReader;
    return nextOn ? words.later(format.relativeDay(nextOn)) : null;
  }
  const act = async (): Promise<void> => {
    if (!(await send.run({ id, chapterId, body: body.trim() }))) return;
    setSent(true);
    onSent?.();
  };

  return (
    <Dialog
      open
      keep={written !== null && !sent}
      onClose={onClose}
      title={words.title(chapterName)}
      {...(offer &&
        !sent &&
        why === null && {
          actions: (
            <>
              <Button onClick={onClose}>{texts.ui.actions.cancel}</Button>
              <Button
                variant="primary"
                busy={send.busy}
                disabled={body.trim() === "" || body.length > MOST}
                onClick={() => void act()}
              >
                {words.send}
              </Button>
            </>
          ),
        })}
    >
      {failure && !offer && (
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
      )}
      {!failure && !offer && <Skeleton of="text" count={4} />}
      {sent && <Alert tone="success" live title={words.sent(chapterName)} />}
      {why !== null && <Alert title={why} />}
      {offer && !sent && why === null && (
        <>
          <p>{words.lead}</p>
          <TextArea
            label={words.body}
            rows={6}
            maxLength={MOST}
            value={body}
            onChange={setWritten}
            problem={send.problemAt("body")}
          />
          <p>
            <strong>{words.readers}:</strong>{" "}
            {offer.readers
              .map(({ name, role }) => words.reader(name, texts.app.seat.roles[role].toLocaleLowerCase(language)))
              .join(" · ")}
            . {words.mail}
          </p>
          <ActionFailed problems={send.otherProblems(["body"])} error={send.error} />
        </>
      )}
    </Dialog>
  );
}
