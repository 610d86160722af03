import { useState } from "react";
import { RevokeIntegrationTokenDocument } from "../../../../graphql/generated/graphql";
import type { IntegrationRow_TokenFragment } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, Dialog, ErrorState, Tag } from "../../ui";

const SOON_MS = 7 * 86_400_000;

/** One key: what it may read, whose it is, until when, and when it was last used. */
export function IntegrationRow({ token, onEnded }: { token: IntegrationRow_TokenFragment; onEnded: () => void }) {
  const { integrations: texts, ui } = useAllTexts();
  const format = useFormat();
  const revoke = useAction(RevokeIntegrationTokenDocument);
  const [asking, setAsking] = useState(false);
  const [now] = useState(() => Date.now());
  const soon = token.holds && Date.parse(token.expiresAt) - now < SOON_MS;
  const end = async () => {
    if (!(await revoke.run({ id: token.id }))) return;
    setAsking(false);
    onEnded();
  };
  return (
    <Card
      title={token.name}
      aside={!token.holds ? <Tag>{texts.over}</Tag> : soon && <Tag tone="attention">{texts.soon}</Tag>}
    >
      <p>
        {token.scopes.map((scope) => texts.scopes[scope].label).join(" · ")}
        {" · "}
        {token.unitName ?? texts.everything}
      </p>
      <p>
        {texts.owner(token.ownerName)} {token.holds ? texts.until(format.date(token.expiresAt.slice(0, 10))) : null}{" "}
        {token.lastUsedOn ? texts.lastUsed(format.date(token.lastUsedOn)) : texts.neverUsed}
      </p>
      {token.holds && (
        <div>
          <Button variant="quiet" onClick={() => setAsking(true)} aria-label={texts.endOne(token.name)}>
            {texts.end}
          </Button>
        </div>
      )}
      {asking && (
        <Dialog
          open
          onClose={() => setAsking(false)}
          title={texts.endTitle(token.name)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{ui.actions.cancel}</Button>
              <Button variant="danger" busy={revoke.busy} onClick={() => void end()}>
                {texts.end}
              </Button>
            </>
          }
        >
          <p>{texts.endBody}</p>
          {revoke.otherProblems().map((problem) => (
            <Alert key={problem} tone="warn" live>
              {problem}
            </Alert>
          ))}
          {revoke.error && <ErrorState {...revoke.error} />}
        </Dialog>
      )}
    </Card>
  );
}
