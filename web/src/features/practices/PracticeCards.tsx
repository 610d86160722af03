import { useState } from "react";
import { SuggestPracticeDocument } from "../../../../graphql/generated/graphql";
import { usePracticesQuery } from "../../../../graphql/generated/hooks";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert, Button, ButtonLink, Card, Dialog, ErrorState, Row, Rows, TextArea, VisuallyHidden } from "../../ui";
import { PracticeCard } from "./PracticeCard";

type PracticeCardsProps = {
  templateId: string;
  /** The chapter has done it and may tell how. */
  mayWrite?: boolean;
};

/**
 * «Slik gjorde vi det» of a template: what is shown to all, and of the own chapter (national: of all) what waits. Beside
 * the page's own matter: nothing stands there while it is fetched, when there is nothing, or when it did not come.
 */
export function PracticeCards({ templateId, mayWrite = false }: PracticeCardsProps) {
  const texts = useTexts().practices;
  const national = useCan("TEMPLATE_WRITE");
  const writes = useCan("TOUCHPOINT_WRITE") && mayWrite;
  const [{ data }, reload] = usePracticesQuery({ variables: { templateId } });
  const refresh = () => reload({ requestPolicy: "network-only" });
  const [writing, setWriting] = useState(false);
  const [sent, setSent] = useState(false);
  if (!data) return null;
  const { nodes } = data.practices;
  if (nodes.length === 0 && !writes) return null;
  return (
    <Card
      title={nodes.length > 0 ? texts.others : texts.title}
      {...(national && {
        aside: (
          <ButtonLink variant="plain" to="/punkter/slik-gjorde-vi-det">
            {texts.page.all}
            <VisuallyHidden> {texts.page.allOf}</VisuallyHidden>
          </ButtonLink>
        ),
      })}
    >
      {nodes.length > 0 && (
        <Rows>
          {nodes.map((node) => (
            <Row key={node.id}>
              <PracticeCard practice={node} onChanged={refresh} />
            </Row>
          ))}
        </Rows>
      )}
      {sent && (
        <Alert tone="success" live>
          {texts.sent}
        </Alert>
      )}
      {writes && (
        <div>
          <Button variant={nodes.length > 0 ? "quiet" : "secondary"} onClick={() => setWriting(true)}>
            {texts.write}
          </Button>
        </div>
      )}
      {writing && (
        <WriteDialog
          templateId={templateId}
          onClose={() => setWriting(false)}
          onSent={() => {
            setWriting(false);
            setSent(true);
            refresh();
          }}
        />
      )}
    </Card>
  );
}

function WriteDialog({ templateId, onClose, onSent }: { templateId: string; onClose: () => void; onSent: () => void }) {
  const texts = useTexts().practices;
  const suggest = useAction(SuggestPracticeDocument);
  const [id] = useState(newId);
  const [text, setText] = useState("");
  const send = async (): Promise<void> => {
    if (await suggest.run({ id, templateId, text })) onSent();
  };
  return (
    <Dialog
      open
      keep
      title={texts.writeTitle}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button variant="primary" busy={suggest.busy} onClick={() => void send()}>
            {texts.send}
          </Button>
        </>
      }
    >
      <TextArea
        label={texts.text}
        help={texts.writeHelp}
        placeholder={texts.placeholder}
        footnote={texts.footnote}
        rows={5}
        maxLength={600}
        value={text}
        problem={suggest.problemAt("text")}
        onChange={setText}
      />
      {suggest.otherProblems(["text"]).map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {suggest.error && <ErrorState {...suggest.error} />}
    </Dialog>
  );
}
