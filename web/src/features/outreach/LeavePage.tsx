import { useState } from "react";
import { useParams } from "react-router";
import { LeaveMeAloneDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { Alert, Button, Card, EmptyState, ErrorState, Page } from "../../ui";
import { useFragmentToken } from "../accounts";
import { useOutreachTexts } from "./outreach-words";

/** Ends messages to a member with one tap, by the link in one of them. */
export function Component() {
  const { leave: texts, rsvp } = useOutreachTexts();
  const { token: inPath = "" } = useParams();
  const inFragment = useFragmentToken();
  const token = inFragment || inPath;
  const [done, setDone] = useState(false);
  const stop = useAction(LeaveMeAloneDocument);
  if (done)
    return (
      <Page narrow title={texts.done}>
        <EmptyState lit title={texts.doneBody} />
      </Page>
    );
  const dead = token === "" ? [rsvp.missingBody] : stop.otherProblems();
  return (
    <Page narrow title={texts.title} lead={texts.body}>
      <Card>
        {stop.error && <ErrorState {...stop.error} />}
        {dead.map((line) => (
          <Alert key={line} tone="warn" live>
            <p>{line}</p>
          </Alert>
        ))}
        {dead.length === 0 && (
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
