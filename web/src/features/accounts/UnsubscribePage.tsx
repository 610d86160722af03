import { useState } from "react";
import { useParams } from "react-router";
import { UnsubscribeDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button, ButtonLink, Card, EmptyState, ErrorState, Page } from "../../ui";
import { useFragmentToken } from "./useFragmentToken";

/** Ends the mails about tasks with one tap, signed in or not. */
export function Component() {
  const { accounts } = useTexts();
  const texts = accounts.unsubscribe;
  const { token: inPath = "" } = useParams();
  const inFragment = useFragmentToken();
  const token = inFragment || inPath;
  const [done, setDone] = useState(false);
  const stop = useAction(UnsubscribeDocument);

  if (done) {
    return (
      <Page narrow title={texts.doneTitle}>
        <EmptyState
          lit
          title={texts.doneBody}
          action={
            <ButtonLink to="/" variant="quiet">
              {accounts.signIn.title}
            </ButtonLink>
          }
        />
      </Page>
    );
  }
  const dead = token === "" ? [texts.missing] : stop.otherProblems();
  return (
    <Page narrow title={texts.title} lead={texts.body}>
      <Card>
        {stop.error && <ErrorState {...stop.error} />}
        {dead.map((line) => (
          <Alert key={line} tone="warn" live>
            <p>{line}</p>
          </Alert>
        ))}
        {dead.length > 0 ? (
          <ButtonLink to="/logg-inn" variant="primary" wide>
            {accounts.signIn.title}
          </ButtonLink>
        ) : (
          <Button
            variant="primary"
            wide
            busy={stop.busy}
            onClick={() => void stop.run({ token }).then((answer) => setDone(answer !== null))}
          >
            {texts.act}
          </Button>
        )}
      </Card>
    </Page>
  );
}
