import type { AudienceInput } from "../../../../graphql/generated/graphql";
import { useBoardMessageAudienceQuery } from "../../../../graphql/generated/hooks";
import { errorOf, type Failure } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Alert, Button, Card, Dialog, ErrorState, Skeleton } from "../../ui";
import { ActionFailed } from "./ActionFailed";

type SendDialogProps = {
  to: AudienceInput;
  title: string;
  body: string;
  busy: boolean;
  error: Failure | null;
  onClose: () => void;
  onSend: () => void;
};

/** The message as the boards will see it, and how many there are: the button says what will happen. */
export function SendDialog({ to, title, body, busy, error, onClose, onSend }: SendDialogProps) {
  const { confirm: texts } = useTexts().news;
  const { number } = useFormat();
  const [{ data, error: unread, fetching }, retry] = useBoardMessageAudienceQuery({
    variables: { to },
    requestPolicy: "network-only",
  });
  const audience = data?.boardMessageAudience;
  const failure = errorOf(unread);
  const boards = audience?.chapters ?? 0;
  return (
    <Dialog
      open
      keep
      onClose={onClose}
      title={audience ? texts.title(number(boards), boards === 1) : texts.waiting}
      actions={
        <>
          <Button onClick={onClose}>{texts.change}</Button>
          {audience && (
            <Button variant="primary" busy={busy} onClick={onSend}>
              {texts.send(number(boards), boards === 1)}
            </Button>
          )}
        </>
      }
    >
      {failure && !audience && (
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
      )}
      {!failure && !audience && <Skeleton of="text" count={3} />}
      {audience && (
        <>
          <Card title={title} level={3}>
            <p className="v-message__body">{body}</p>
          </Card>
          <p>
            {texts.people(number(audience.people), audience.people === 1)} {texts.subject}
          </p>
          {audience.withoutBoard.length > 0 && <Alert>{texts.without(audience.withoutBoard.join(", "))}</Alert>}
          <ActionFailed problems={[]} error={error} />
        </>
      )}
    </Dialog>
  );
}
